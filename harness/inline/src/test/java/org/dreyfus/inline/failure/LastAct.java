package org.dreyfus.inline.failure;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.dreyfus.inline.lab.Device;
import org.dreyfus.inline.lab.DeviceFacts;
import org.dreyfus.inline.lab.DeviceLab;
import org.dreyfus.inline.lab.RunningDevice;
import org.dreyfus.lab.Shell;

/** A device with which something happens when its program ends. */
record LastAct(Device inner, Consumer<DeviceLab> act) implements Device {

  @Override
  public DeviceFacts facts() {
    return inner.facts();
  }

  @Override
  public RunningDevice start(DeviceLab lab) {
    RunningDevice running = inner.start(lab);
    running.processes().get(0).onExit().thenRun(() -> act.accept(lab));
    return new Running(running);
  }

  /** Its cables are cut, as those of a container are that goes. */
  static void cut(DeviceLab lab) {
    Shell.run("ip", "-n", lab.device().name(), "link", "del", DeviceLab.CLIENT_SIDE);
    Shell.run("ip", "-n", lab.device().name(), "link", "del", DeviceLab.SERVER_SIDE);
  }

  /** Its cables are joined, as bypass relays do. */
  static void join(DeviceLab lab) {
    String namespace = lab.device().name();
    Shell.run("ip", "-n", namespace, "link", "add", "br0", "type", "bridge", "forward_delay", "0");
    Shell.run(
        "ip", "netns", "exec", namespace, "sysctl", "-qw", "net.bridge.bridge-nf-call-iptables=0");
    for (String end : new String[] {"d0", "d1"}) {
      Shell.run("ip", "-n", namespace, "link", "set", end, "master", "br0");
    }
    Shell.run("ip", "-n", namespace, "link", "set", "br0", "up");
  }

  private record Running(RunningDevice inner) implements RunningDevice {
    @Override
    public Optional<String> ended() {
      return inner.ended();
    }

    @Override
    public List<ProcessHandle> processes() {
      return inner.processes();
    }

    @Override
    public boolean reset() {
      return inner.reset();
    }

    @Override
    public void close() {
      inner.close();
    }
  }
}
