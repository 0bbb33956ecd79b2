package org.dreyfus.inline.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.dreyfus.external.container.BoxContainer;
import org.dreyfus.external.container.DockerEngine;
import org.dreyfus.lab.LabException;
import org.dreyfus.lab.NetNamespace;
import org.dreyfus.lab.ScratchFolder;

/** A vendor's container with the two interfaces in it. */
final class RunningBox implements RunningDevice {

  private static final String READY = "ready";
  private static final String[] INTERFACES = {DeviceLab.CLIENT_SIDE, DeviceLab.SERVER_SIDE};
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String image;
  private final DockerEngine engine;
  private final BoxContainer box;
  private final ScratchFolder scratch;
  private final DeviceLog log;
  private final List<String> moved = new ArrayList<>();
  private final NetNamespace home;
  private Optional<NetNamespace> inside = Optional.empty();

  RunningBox(
      NetNamespace home,
      String image,
      DockerEngine engine,
      BoxContainer box,
      ScratchFolder scratch,
      DeviceLog log) {
    this.home = home;
    this.image = image;
    this.engine = engine;
    this.box = box;
    this.scratch = scratch;
    this.log = log;
  }

  /**
   * Moves the interfaces in, and returns when the box is ready. Closes it when that fails.
   *
   * @throws DeviceException when the container has ended
   */
  void plugIn() {
    try {
      NetNamespace target = NetNamespace.of("box-" + COUNT.incrementAndGet(), awaitProcess().pid());
      inside = Optional.of(target);
      target.run(
          "sysctl",
          "-qw",
          "net.ipv6.conf.all.disable_ipv6=1",
          "net.ipv6.conf.default.disable_ipv6=1");
      for (String device : INTERFACES) {
        home.ip("link", "set", device, "netns", target.name());
        moved.add(device);
        DeviceLab.plug(target, device);
      }
      awaitReady();
    } catch (LabException e) {
      String why =
          ended()
              .orElse(
                  "the interfaces cannot be moved into %s: %s".formatted(image, e.getMessage()));
      close();
      throw new DeviceException(why, e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private ProcessHandle awaitProcess() {
    long deadline = System.nanoTime() + CommandDevice.TIME_TO_START.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<ProcessHandle> process = box.processes().stream().findFirst();
      if (process.isPresent()) {
        return process.get();
      }
      Optional<String> ended = ended();
      if (ended.isPresent()) {
        throw new DeviceException(ended.get());
      }
      Pause.briefly();
    }
    throw new DeviceException(
        "the processes of %s are not on this machine; use an engine that runs here"
            .formatted(image));
  }

  private void awaitReady() {
    long deadline = System.nanoTime() + CommandDevice.TIME_TO_START.toNanos();
    while (!log.find(READY) && System.nanoTime() < deadline) {
      Optional<String> ended = ended();
      if (ended.isPresent()) {
        throw new DeviceException(ended.get());
      }
      Pause.briefly();
    }
  }

  @Override
  public Optional<String> ended() {
    return box.ended()
        .map(how -> "the container of %s %s%s".formatted(image, how, log.lastWords()));
  }

  @Override
  public List<ProcessHandle> processes() {
    return box.processes();
  }

  @Override
  public boolean reset() {
    return false;
  }

  @Override
  public Optional<Path> log() {
    return Optional.of(log.file());
  }

  /** The interfaces go back to where they were before the container's namespace goes. */
  @Override
  public void close() {
    try {
      inside.ifPresent(this::giveBack);
    } finally {
      box.close();
      inside.ifPresent(NetNamespace::close);
      engine.close();
      delete(scratch);
    }
  }

  private void giveBack(NetNamespace from) {
    try {
      for (String device : moved) {
        from.ip("link", "set", device, "netns", home.name());
        DeviceLab.plug(home, device);
      }
    } catch (LabException e) {
      // The lab was closed before its device: its cables went with their other ends.
      return;
    }
  }

  static void delete(ScratchFolder scratch) {
    try {
      scratch.close();
    } catch (IOException e) {
      throw new DeviceException(scratch.path() + " cannot be deleted: " + e.getMessage(), e);
    }
  }
}
