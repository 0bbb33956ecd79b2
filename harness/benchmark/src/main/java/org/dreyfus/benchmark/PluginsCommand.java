package org.dreyfus.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dreyfus.lab.ScratchFolder;
import picocli.CommandLine;

/** {@code dreyfus bench plugins}: how fast packets go through a plugin, by the way it is run. */
@CommandLine.Command(
    name = "plugins",
    mixinStandardHelpOptions = true,
    description = "Measures how fast packets go through a plugin, by the way it is run.")
final class PluginsCommand implements Callable<Integer> {

  private static final String PROGRAM = "classifier/examples/c/blocker.c";

  @CommandLine.Option(
      names = "--packets",
      defaultValue = "1000000",
      description = "Of 512 bytes, in 50,000 flows (default: ${DEFAULT-VALUE}).")
  private int packets;

  @CommandLine.Option(
      names = "--runs",
      defaultValue = "5",
      description = "Measured, after one that is not (default: ${DEFAULT-VALUE}).")
  private int runs;

  PluginsCommand() {
    this.packets = 1;
    this.runs = 1;
  }

  /** One run: what it took. */
  private record Run(double seconds, double processorSeconds) {}

  @Override
  public Integer call() throws Exception {
    Path scratch = Files.createTempDirectory("dreyfus-bench-");
    try {
      Path capture = scratch.resolve("capture.pcap");
      ManyFlows.write(capture, packets);
      Path home = Path.of(System.getProperty("dreyfus.home", "."));
      Path programs = Files.createDirectory(scratch.resolve("programs"));
      Ways ways = new Ways(programs, home.resolve(PROGRAM));
      System.out.printf("%-28s %12s %12s %8s%n", "way", "packets/s", "slowest", "CPU s");
      for (Way way : ways.find()) {
        print(way, capture);
      }
      ways.leftOut().forEach(reason -> System.err.println("left out, " + reason));
    } finally {
      ScratchFolder.delete(scratch);
    }
    return 0;
  }

  private void print(Way way, Path capture) throws Exception {
    run(way, capture);
    Run[] all = new Run[runs];
    for (int i = 0; i < runs; i++) {
      all[i] = run(way, capture);
    }
    Arrays.sort(all, Comparator.comparingDouble(Run::seconds));
    Run median = all[runs / 2];
    System.out.printf(
        Locale.ROOT,
        "%-28s %,12.0f %,12.0f %8.2f%n",
        way.name(),
        packets / median.seconds(),
        packets / all[runs - 1].seconds(),
        median.processorSeconds());
  }

  private Run run(Way way, Path capture) throws Exception {
    double processorBefore = ProcessorTime.seconds();
    long before = System.nanoTime();
    long answered = way.run(capture);
    double seconds = (System.nanoTime() - before) / 1e9;
    if (answered != Math.min(packets, ManyFlows.FLOWS)) {
      throw new IllegalStateException(way.name() + ": answered " + answered + " flows");
    }
    return new Run(seconds, ProcessorTime.seconds() - processorBefore);
  }
}
