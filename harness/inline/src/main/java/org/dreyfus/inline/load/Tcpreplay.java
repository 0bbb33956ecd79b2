package org.dreyfus.inline.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dreyfus.capture.CaptureWriter;
import org.dreyfus.capture.LinkType;
import org.dreyfus.inline.port.Place;
import org.dreyfus.lab.LabException;
import org.dreyfus.lab.MissingRequirement;
import org.dreyfus.lab.ScratchFolder;
import org.dreyfus.lab.Shell;

/**
 * What tcpreplay sends on an interface when nothing holds it back: a program that neither receives
 * nor waits, and so a bound of what a replay that does both could reach.
 */
public final class Tcpreplay {

  private static final String PROGRAM = "tcpreplay";
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int GAP_NANOS = 1_000;
  private static final Pattern SENT = Pattern.compile("Actual: (\\d+) packets");
  private static final Pattern RATE = Pattern.compile("Rated: .*?([0-9.]+) pps");
  private static final Pattern FAILED = Pattern.compile("Failed packets:\\s+(\\d+)");

  private Tcpreplay() {}

  /**
   * What it reports of itself.
   *
   * @param packets sent
   * @param failed which the interface did not take
   * @param packetsPerSecond its rate
   */
  public record Report(long packets, long failed, double packetsPerSecond) {

    /** Reads what it prints. */
    static Report parse(String output) {
      Matcher sent = SENT.matcher(output);
      Matcher rate = RATE.matcher(output);
      Matcher failed = FAILED.matcher(output);
      if (!sent.find() || !rate.find()) {
        throw new LabException("tcpreplay reports no rate: " + output.strip());
      }
      return new Report(
          Long.parseLong(sent.group(1)),
          failed.find() ? Long.parseLong(failed.group(1)) : 0,
          Double.parseDouble(rate.group(1)));
    }
  }

  /**
   * Sends frames as fast as it can.
   *
   * @param place where, with its namespace
   * @param frames Ethernet, without checksum; at least one
   * @param times how often all of them
   * @throws MissingRequirement when it is not installed
   * @throws LabException when it fails, or takes more than a minute
   */
  public static Report topSpeed(Place place, List<byte[]> frames, int times) {
    requireProgram();
    try (ScratchFolder folder = ScratchFolder.create()) {
      Path capture = folder.path().resolve("frames.pcap");
      write(capture, frames);
      List<String> command = new ArrayList<>();
      place.namespace().ifPresent(name -> command.addAll(List.of("ip", "netns", "exec", name)));
      command.addAll(
          List.of(
              PROGRAM,
              "--topspeed",
              "--preload-pcap",
              "--loop=" + times,
              "--intf1=" + place.device(),
              capture.toString()));
      return Report.parse(Shell.run(command, LIMIT, Map.of()).orThrow(command));
    } catch (IOException e) {
      throw new UncheckedIOException("no capture for tcpreplay can be written", e);
    }
  }

  private static void requireProgram() {
    try {
      Shell.run(List.of(PROGRAM, "--version"), LIMIT, Map.of());
    } catch (LabException e) {
      throw new MissingRequirement(
          "tcpreplay is not installed (" + e.getMessage() + ")",
          "run as root: apt-get install -y --no-install-recommends tcpreplay");
    }
  }

  private static void write(Path capture, List<byte[]> frames) throws IOException {
    try (CaptureWriter writer = CaptureWriter.file(capture, LinkType.ETHERNET)) {
      long time = 0;
      for (byte[] frame : frames) {
        writer.write(time, frame);
        time += GAP_NANOS;
      }
    }
  }
}
