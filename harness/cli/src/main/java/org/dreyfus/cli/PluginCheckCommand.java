package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.dreyfus.bundle.ResultJson;
import org.dreyfus.classifier.Availability;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.external.LaunchException;
import org.dreyfus.external.Limits;
import org.dreyfus.external.StreamPlugin;
import org.dreyfus.external.jar.JarPlugin;
import org.dreyfus.tck.JUnitXml;
import org.dreyfus.tck.Kit;
import org.dreyfus.tck.Report;
import org.dreyfus.tck.traffic.Sample;
import org.dreyfus.worker.Plugins;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dreyfus plugin check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Holds a plugin to the rules of classifier/STREAM.md and classifier/README.md.",
      "The captures are made up. Ends with 0 when no rule is broken, with 12 when one is."
    })
final class PluginCheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE|ID",
      description = "A plugin.json, a jar, or the id of a bundled classifier.")
  private String plugin;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "How to write the report: ${COMPLETION-CANDIDATES} (default: text).")
  private Format format;

  @Mixin private IsolationOption isolation;

  @Option(
      names = "--in-process",
      description = {
        "Run Java classifiers in this process, which they must be trusted with: then the rules of",
        "the Java contract are checked, instead of those of the stream contract."
      })
  private boolean inProcess;

  @Option(names = "--option", paramLabel = "NAME=VALUE", description = "Handed to the plugin.")
  private Map<String, String> options;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of the made-up captures (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--flows",
      defaultValue = "100000",
      description = "How many flows at once it must bear (default: ${DEFAULT-VALUE}).")
  private int flows;

  PluginCheckCommand() {
    this.spec = CommandSpec.create();
    this.plugin = "";
    this.format = Format.text;
    this.isolation = new IsolationOption();
    this.options = Map.of();
  }

  /** The names stand on the command line. */
  enum Format {
    text,
    json,
    junit
  }

  @Override
  public Integer call() throws IOException {
    if (flows < 1 || flows > 1_000_000) {
      throw new CommandFailure(ExitCode.USAGE, "--flows must be 1 to 1000000");
    }
    List<Report> reports;
    try {
      reports = reports();
    } catch (LaunchException e) {
      throw IsolationOption.cannotStart(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    print(reports);
    boolean java = plugin.endsWith(".jar") || !isFile();
    if (java && !inProcess) {
      spec.commandLine()
          .getErr()
          .println("dreyfus: the rules of Java, J1 to J6, are checked with --in-process");
    }
    return reports.stream().allMatch(Report::conformant) ? ExitCode.DONE : ExitCode.NOT_CONFORMANT;
  }

  private List<Report> reports() throws IOException, LaunchException, InterruptedException {
    Path file = Path.of(plugin);
    boolean jar = plugin.endsWith(".jar");
    if (jar && inProcess) {
      return inThisProcess(JarPlugin.load(file));
    } else if (isFile()) {
      return handedIn(file);
    }
    ClassifierProvider provider = new Registry().named(plugin);
    if (provider.availability() instanceof Availability.Unavailable no) {
      throw new CommandFailure(
          ExitCode.MISSING_REQUIREMENT,
          "classifier '%s' is unavailable: %s. %s".formatted(plugin, no.reason(), no.remedy()));
    }
    return inProcess
        ? inThisProcess(List.of(provider))
        : List.of(bundledApart(provider, isolation.plugins()));
  }

  private boolean isFile() {
    return plugin.endsWith(".jar") || plugin.endsWith(".json") || plugin.contains("/");
  }

  private List<Report> inThisProcess(List<ClassifierProvider> providers)
      throws IOException, LaunchException, InterruptedException {
    List<Report> reports = new ArrayList<>();
    for (ClassifierProvider provider : providers) {
      reports.add(kit(Map.of()).check(provider, this::tell));
    }
    return reports;
  }

  private Report bundledApart(ClassifierProvider provider, Plugins plugins)
      throws IOException, LaunchException, InterruptedException {
    kit(Map.of()).tryToOpen(provider);
    StreamPlugin worker = plugins.bundled(provider, Limits.DEFAULT);
    return kit(Map.of()).check(worker, this::tell);
  }

  private List<Report> handedIn(Path file)
      throws IOException, LaunchException, InterruptedException {
    if (Files.isDirectory(file)) {
      throw new CommandFailure(
          ExitCode.USAGE, file + ": a folder; name the plugin.json in it, or a jar");
    }
    List<Plugins.Opened> opened = IsolationOption.open(isolation.plugins(), file);
    List<Report> reports = new ArrayList<>();
    try {
      for (Plugins.Opened one : opened) {
        reports.add(kit(one.file().options()).check(one.plugin(), this::tell));
      }
    } finally {
      for (Plugins.Opened one : opened) {
        one.close();
      }
    }
    return reports;
  }

  private Kit kit(Map<String, String> own) {
    Map<String, String> all = new TreeMap<>(own);
    all.putAll(options);
    return new Kit(seed, flows, all, Limits.DEFAULT.time());
  }

  private void tell(Sample sample) {
    if (Terminal.isInteractive()) {
      spec.commandLine().getErr().println("dreyfus: showing " + sample.words());
    }
  }

  private void print(List<Report> reports) {
    String text =
        switch (format) {
          case json -> ResultJson.json().pretty(reports.size() == 1 ? reports.get(0) : reports);
          case junit -> JUnitXml.of(reports);
          case text -> String.join("\n", reports.stream().map(ConformanceTable::text).toList());
        };
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
  }
}
