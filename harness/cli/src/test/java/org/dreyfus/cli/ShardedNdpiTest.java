package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.dreyfus.classifier.Availability;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * nDPI remembers hosts: sharing flows out may change some names, never the flows. What is measured
 * on large captures stands in design note dd-013.
 */
@Tag("slow")
class ShardedNdpiTest {

  /** Above what was seen; far below what a wrong share of flows would make. */
  private static final double MOST_THAT_DIFFER = 0.005;

  private static final int FLOW_COLUMNS = 7;

  @TempDir Path folder;

  @Test
  void flowsAreTheSameAndNamesNearlyAlways() {
    boolean available =
        new Registry().named("ndpi").availability() instanceof Availability.Available;
    Assumptions.assumeTrue(System.getenv("CI") != null || available, "libndpi is not installed");
    String capture = folder.resolve("mix.pcap").toString();
    Cli.Ended made =
        Cli.run("corpus", "replicate", "default", "--single", capture, "--packets", "150k");
    assertThat(made.exitCode()).as(made.err()).isZero();
    List<String> expected = flows(capture, 1);
    assertThat(expected).hasSizeGreaterThan(3_000);
    assertThat(flows(capture, 1)).isEqualTo(expected);
    for (int shards : new int[] {2, 3}) {
      List<String> sharded = flows(capture, shards);
      assertThat(sharded.stream().map(ShardedNdpiTest::flow))
          .containsExactlyElementsOf(expected.stream().map(ShardedNdpiTest::flow).toList());
      long differing =
          IntStream.range(0, expected.size())
              .filter(i -> !expected.get(i).equals(sharded.get(i)))
              .count();
      assertThat((double) differing / expected.size())
          .as("flows named otherwise with %d shards", shards)
          .isLessThanOrEqualTo(MOST_THAT_DIFFER);
    }
  }

  private static List<String> flows(String capture, int shards) {
    Cli.Ended ended =
        Cli.run(
            "classify",
            "--classifier",
            "ndpi",
            "--format",
            "csv",
            "--shard-flows",
            Integer.toString(shards),
            capture);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return ended.out().lines().toList();
  }

  /** Addresses, ports, transport, packets and bytes. */
  private static String flow(String line) {
    return String.join(",", List.of(line.split(",")).subList(0, FLOW_COLUMNS));
  }
}
