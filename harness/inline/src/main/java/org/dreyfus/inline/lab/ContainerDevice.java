package org.dreyfus.inline.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dreyfus.external.LaunchException;
import org.dreyfus.external.container.BoxContainer;
import org.dreyfus.external.container.ContainerImage;
import org.dreyfus.external.container.DockerEngine;
import org.dreyfus.lab.MissingRequirement;
import org.dreyfus.lab.ScratchFolder;

/**
 * A vendor's container as a device. The two interfaces are moved into it once it runs, so its
 * program has to wait for them; their names are in {@code DREYFUS_CLIENT_INTERFACE} and {@code
 * DREYFUS_SERVER_INTERFACE}, and replace {@code {client}} and {@code {server}} in its arguments. It
 * is taken to be ready when it prints a line that holds {@code ready}, or after 5 s.
 */
public final class ContainerDevice implements Device {

  private final String image;
  private final List<String> arguments;

  /**
   * @param image name of an image that the engine has, or path of a tar file
   * @param arguments of its program, in the place of the image's own; empty to keep those
   */
  public ContainerDevice(String image, List<String> arguments) {
    this.image = image;
    this.arguments = List.copyOf(arguments);
  }

  static ContainerDevice parse(String text) {
    List<String> words = Words.split("container:" + text, text);
    if (words.isEmpty()) {
      throw new DeviceException(
          "container: has no image; give its name or its tar file, such as"
              + " container:vendor/box:2.1");
    }
    return new ContainerDevice(words.get(0), words.subList(1, words.size()));
  }

  @Override
  public DeviceFacts facts() {
    String name = image.substring(image.lastIndexOf('/') + 1);
    return new DeviceFacts(
        "container-" + Words.identifier(name),
        name,
        "unknown",
        "unknown",
        "A container of %s: %s.".formatted(image, BoxContainer.isolation()),
        false);
  }

  @Override
  public RunningDevice start(DeviceLab lab) {
    try {
      DockerEngine engine = DockerEngine.find();
      try {
        return start(lab, engine);
      } catch (LaunchException | RuntimeException e) {
        engine.close();
        throw e;
      }
    } catch (LaunchException e) {
      if (e.isMissing()) {
        throw new MissingRequirement(String.valueOf(e.getMessage()));
      }
      throw new DeviceException(String.valueOf(e.getMessage()), e);
    }
  }

  /** On a given engine, which is closed with the device. */
  RunningDevice start(DeviceLab lab, DockerEngine engine) throws LaunchException {
    ContainerImage found =
        Files.isRegularFile(Path.of(image))
            ? ContainerImage.fromTar(engine, Path.of(image))
            : ContainerImage.named(engine, image);
    List<String> told =
        arguments.stream()
            .map(word -> word.replace("{client}", DeviceLab.CLIENT_SIDE))
            .map(word -> word.replace("{server}", DeviceLab.SERVER_SIDE))
            .toList();
    Map<String, String> environment =
        Map.of(
            "DREYFUS_CLIENT_INTERFACE",
            DeviceLab.CLIENT_SIDE,
            "DREYFUS_SERVER_INTERFACE",
            DeviceLab.SERVER_SIDE);
    ScratchFolder scratch = folder();
    Path log = scratch.path().resolve("device.log");
    BoxContainer box;
    try {
      Files.createFile(log);
      box = BoxContainer.start(engine, found, told, environment, log);
    } catch (IOException | LaunchException e) {
      RunningBox.delete(scratch);
      if (e instanceof LaunchException launch) {
        throw launch;
      }
      throw new DeviceException("no file for the device's log: " + e.getMessage(), e);
    }
    RunningBox running =
        new RunningBox(lab.device(), image, engine, box, scratch, new DeviceLog(log));
    running.plugIn();
    return running;
  }

  private static ScratchFolder folder() {
    try {
      return ScratchFolder.create();
    } catch (IOException e) {
      throw new DeviceException("no folder for the device's log: " + e.getMessage(), e);
    }
  }
}
