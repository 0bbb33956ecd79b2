package org.dreyfus.inline.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dreyfus.inline.appliance.Console;
import org.dreyfus.lab.ScratchFolder;

/** An appliance at work in the device's namespace, and the words that it is told. */
public final class ApplianceProcess implements RunningDevice {

  private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(35);
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(10);

  private final DeviceProcess process;

  private ApplianceProcess(DeviceProcess process) {
    this.process = process;
  }

  static ApplianceProcess start(String id, DeviceLab lab, List<String> command) {
    DeviceProcess process;
    try {
      process =
          DeviceProcess.start(lab.device(), "'" + id + "'", command, ScratchFolder.create(), false);
    } catch (IOException e) {
      throw new DeviceException("no folder for the device's log: " + e.getMessage(), e);
    }
    if (process.awaitLine(Console.READY::equals, STARTS_WITHIN).isEmpty()) {
      process.close();
      throw new DeviceException("'%s' cannot be started: it does not say 'ready'".formatted(id));
    }
    return new ApplianceProcess(process);
  }

  /** What it says it has done, as JSON: {@link org.dreyfus.inline.appliance.ApplianceStats}. */
  public Optional<String> stats() {
    return process.ask(Console.STATS, line -> line.startsWith("{"), ANSWERS_WITHIN);
  }

  @Override
  public boolean reset() {
    return process.ask(Console.RESET, Console.RESET::equals, ANSWERS_WITHIN).isPresent();
  }

  @Override
  public Optional<String> ended() {
    return process.ended();
  }

  @Override
  public List<ProcessHandle> processes() {
    return process.processes();
  }

  @Override
  public Optional<Path> log() {
    return process.log();
  }

  @Override
  public void close() {
    process.letEnd(ENDS_WITHIN);
    process.close();
  }
}
