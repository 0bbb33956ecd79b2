package org.dreyfus.inline.failure;

import java.util.List;
import java.util.Optional;
import org.dreyfus.inline.lab.Device;
import org.dreyfus.inline.lab.DeviceFacts;
import org.dreyfus.inline.lab.DeviceLab;
import org.dreyfus.inline.lab.RunningDevice;
import org.dreyfus.lab.Shell;

/** A device whose cables are joined when its program ends, as bypass relays do. */
record FailingOpen(Device inner) implements Device {

  @Override
  public DeviceFacts facts() {
    return inner.facts();
  }

  @Override
  public RunningDevice start(DeviceLab lab) {
    RunningDevice running = inner.start(lab);
    running.processes().get(0).onExit().thenRun(() -> join(lab.device().name()));
    return new Running(running);
  }

  private static void join(String namespace) {
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
