package org.dreyfus.external.container;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dreyfus.external.LaunchException;

/**
 * An image that stands in an engine.
 *
 * @param id {@code sha256:} and 64 hexadecimal digits: what is run, whatever becomes of the name
 * @param user number and group that its program runs as, never 0
 * @param startsItself whether it says which program to start
 */
public record ContainerImage(String id, String user, boolean startsItself) {

  /** Runs what names no other user: nobody on any system. */
  static final String UNPRIVILEGED = "65532:65532";

  /** Names are not taken: the image itself would say whom they stand for. */
  private static final Pattern NUMERIC_USER =
      Pattern.compile("([1-9][0-9]{0,8})(?::([1-9][0-9]{0,8}))?");

  /**
   * An image that the engine has. It is never fetched.
   *
   * @param name name and tag, or id
   * @throws LaunchException when the engine has none of that name, or it asks for what no plugin
   *     gets
   */
  public static ContainerImage named(DockerEngine engine, String name) throws LaunchException {
    InspectImageResponse answer;
    try {
      answer = engine.client().inspectImageCmd(name).exec();
    } catch (NotFoundException e) {
      throw LaunchException.plugin(
          "the engine has no image "
              + name
              + "; load it (docker load -i FILE) or build it first: nothing is fetched from a"
              + " registry",
          e);
    } catch (RuntimeException e) {
      throw EngineErrors.refused("look up the image " + name, e);
    }
    return checked(name, answer);
  }

  /**
   * An image from a file: what {@code docker save} wrote, or the root file system that is to become
   * one; plain or compressed with gzip. It is put into the engine unless it is there already.
   *
   * @throws LaunchException when the file cannot be read or is no image
   */
  public static ContainerImage fromTar(DockerEngine engine, Path tar) throws LaunchException {
    TarImage image;
    try {
      image = TarImage.read(tar, engine.facts().architecture());
    } catch (IOException e) {
      throw LaunchException.plugin(tar + ": " + e.getMessage(), e);
    }
    if (!isThere(engine, image.name())) {
      try {
        TarLoading.load(engine, image);
      } catch (IOException | RuntimeException e) {
        throw EngineErrors.refused("load " + tar, e);
      }
    }
    return named(engine, image.name());
  }

  private static boolean isThere(DockerEngine engine, String name) throws LaunchException {
    try {
      engine.client().inspectImageCmd(name).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    } catch (RuntimeException e) {
      throw EngineErrors.refused("look up the image " + name, e);
    }
  }

  private static ContainerImage checked(String name, InspectImageResponse image)
      throws LaunchException {
    String id = Optional.ofNullable(image.getId()).orElse("");
    if (!id.matches("sha256:[0-9a-f]{64}")) {
      throw LaunchException.plugin(
          "the image " + name + " has no digest but '" + id + "'", new IOException(id));
    }
    Optional<ContainerConfig> config = Optional.ofNullable(image.getConfig());
    if (config.map(ContainerConfig::getVolumes).filter(v -> !v.isEmpty()).isPresent()) {
      throw LaunchException.plugin(
          "the image "
              + name
              + " declares volumes, which would be storage without a limit; take VOLUME out of it"
              + " and write to /tmp",
          new IOException(name));
    }
    boolean starts =
        config.map(ContainerConfig::getEntrypoint).filter(words -> words.length > 0).isPresent()
            || config.map(ContainerConfig::getCmd).filter(words -> words.length > 0).isPresent();
    return new ContainerImage(id, user(config.map(ContainerConfig::getUser).orElse("")), starts);
  }

  static String user(String wanted) {
    var matcher = NUMERIC_USER.matcher(wanted);
    if (!matcher.matches()) {
      return UNPRIVILEGED;
    }
    String group = Optional.ofNullable(matcher.group(2)).orElse(matcher.group(1));
    return matcher.group(1) + ":" + group;
  }
}
