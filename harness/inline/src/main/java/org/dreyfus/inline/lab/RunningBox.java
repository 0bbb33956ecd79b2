package org.dreyfus.inline.lab;

import java.io.IOException;
import java.nio.file.Path;
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
  private Optional<NetNamespace> inside = Optional.empty();
  private Optional<NetNamespace> home = Optional.empty();

  RunningBox(
      String image, DockerEngine engine, BoxContainer box, ScratchFolder scratch, DeviceLog log) {
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
  void plugInto(DeviceLab lab) {
    try {
      List<ProcessHandle> processes = box.processes();
      if (processes.isEmpty()) {
        throw new DeviceException(
            ended()
                .orElse(
                    "the processes of %s are not on this machine; use an engine that runs here"
                        .formatted(image)));
      }
      NetNamespace target =
          NetNamespace.of("box-" + COUNT.incrementAndGet(), processes.get(0).pid());
      inside = Optional.of(target);
      home = Optional.of(lab.device());
      for (String device : INTERFACES) {
        lab.device().ip("link", "set", device, "netns", target.name());
        DeviceLab.plug(target, device);
      }
      awaitReady();
    } catch (LabException e) {
      close();
      throw new DeviceException(
          "the interfaces cannot be moved into %s: %s".formatted(image, e.getMessage()), e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
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
      inside.ifPresent(namespace -> home.ifPresent(lab -> giveBack(namespace, lab)));
    } finally {
      box.close();
      inside.ifPresent(NetNamespace::close);
      engine.close();
      delete(scratch);
    }
  }

  private static void giveBack(NetNamespace from, NetNamespace to) {
    for (String device : INTERFACES) {
      from.ip("link", "set", device, "netns", to.name());
      DeviceLab.plug(to, device);
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
