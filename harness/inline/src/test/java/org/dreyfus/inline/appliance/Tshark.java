package org.dreyfus.inline.appliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.dreyfus.capture.CaptureWriter;
import org.dreyfus.lab.Shell;

/** Another program's view of frames. */
public final class Tshark {

  private Tshark() {}

  public static void isNeeded() {
    boolean found = Files.isExecutable(Path.of("/usr/bin/tshark"));
    assertThat(found || System.getenv("CI") == null).as("tshark is needed in CI").isTrue();
    assumeTrue(found, "tshark is missing (apt-get install tshark)");
  }

  /** A line of fields for each frame; checksums are checked. */
  public static List<List<String>> fields(Path folder, List<byte[]> frames, String... fields)
      throws Exception {
    Path file = Files.createTempFile(folder, "frames", ".pcap");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        CaptureWriter writer = CaptureWriter.to(channel, 1)) {
      for (byte[] frame : frames) {
        writer.write(1_000_000, frame);
      }
    }
    List<String> command =
        new ArrayList<>(
            List.of("tshark", "-n", "-r", file.toString(), "-o", "tcp.check_checksum:TRUE"));
    command.addAll(List.of("-o", "ip.check_checksum:TRUE", "-o", "udp.check_checksum:TRUE"));
    command.addAll(List.of("-o", "tcp.relative_sequence_numbers:FALSE", "-T", "fields"));
    for (String field : fields) {
      command.addAll(List.of("-e", field));
    }
    return Shell.run(command.toArray(String[]::new))
        .lines()
        .filter(line -> !line.startsWith("Running as"))
        .map(line -> List.of(line.split("\t", -1)))
        .toList();
  }
}
