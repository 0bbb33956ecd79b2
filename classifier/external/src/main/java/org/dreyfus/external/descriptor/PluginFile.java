package org.dreyfus.external.descriptor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierDescriptor.Feed;
import org.dreyfus.external.Limits;
import org.dreyfus.external.Timing;

/**
 * What stands in a {@code plugin.json}. Members that may be left out say so.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param classifier what the plugin is
 * @param run how it is run
 * @param timing stream when left out
 * @param options handed to the plugin; none when left out
 * @param policies policy files in the plugin's folder that turn its protocols into block or allow;
 *     none when left out
 * @param claims claim files in the plugin's folder: what its maker says of it; none when left out
 * @param limits for one capture; see {@link Limits#DEFAULT} for what is left out
 */
public record PluginFile(
    int schemaVersion,
    ClassifierDescriptor classifier,
    Run run,
    Timing timing,
    Map<String, String> options,
    List<String> policies,
    List<String> claims,
    Limits limits) {

  public static final int SCHEMA_VERSION = 1;

  public PluginFile {
    options = Map.copyOf(options);
    policies = List.copyOf(policies);
    claims = List.copyOf(claims);
  }

  /** How a plugin is run. */
  public sealed interface Run {}

  /**
   * A program of this machine.
   *
   * @param command program and arguments; the working folder is the plugin's
   * @param reads files and folders of this machine, below /etc, that it needs to read beyond the
   *     system's programs and libraries
   */
  public record Program(List<String> command, List<String> reads) implements Run {
    public Program {
      command = List.copyOf(command);
      reads = List.copyOf(reads);
    }
  }

  /**
   * A container.
   *
   * @param image its name in the engine, or a tar file in the plugin's folder
   * @param command instead of the image's entry point; its own when empty
   */
  public record Container(String image, List<String> command) implements Run {
    public Container {
      command = List.copyOf(command);
    }
  }

  /**
   * A Java plugin.
   *
   * @param jar in the plugin's folder
   */
  public record Java(String jar) implements Run {}

  static ClassifierDescriptor classifier(
      String id,
      String name,
      String version,
      String vendor,
      Optional<String> description,
      Set<Feed> feeds) {
    return new ClassifierDescriptor(
        id, name, version, vendor, description.orElse(""), feeds, false);
  }
}
