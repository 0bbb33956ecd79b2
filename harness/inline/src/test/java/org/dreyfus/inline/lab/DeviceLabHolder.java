package org.dreyfus.inline.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dreyfus.lab.Owner;

/** A program that starts a device and waits to be killed. */
final class DeviceLabHolder {

  private DeviceLabHolder() {}

  /**
   * @param arguments the device, as it is asked for by name; file that is written when it runs
   */
  public static void main(String[] arguments) throws Exception {
    DeviceLab lab = DeviceLab.build();
    RunningDevice running = Devices.shipped().named(arguments[0]).start(lab);
    List<String> pids =
        running.processes().stream().map(process -> Long.toString(process.pid())).toList();
    Path note = Path.of(arguments[1]);
    Path draft = note.resolveSibling("draft");
    Files.writeString(draft, Owner.self().name("") + "\n" + String.join("\n", pids) + "\n");
    Files.move(draft, note);
    Thread.sleep(Duration.ofMinutes(5).toMillis());
  }
}
