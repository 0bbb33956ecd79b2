package org.dreyfus.inline.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dreyfus.lab.MissingRequirement;
import org.dreyfus.lab.NetNamespace;
import org.dreyfus.lab.Program;
import org.dreyfus.lab.ScratchFolder;

/**
 * Suricata between the two interfaces (AF_PACKET, {@code copy-mode: ips}), with the rules of {@code
 * suricata.rules}. What matches is dropped silently, and so is the rest of its flow.
 */
public final class SuricataInline implements Device {

  private static final Program SURICATA =
      new Program(
          "suricata", "-t bookworm-backports suricata (with bookworm-backports in the sources)");
  private static final Pattern VERSION = Pattern.compile("version (\\d+)\\.");
  private static final int OLDEST = 7;
  private static final ShippedFile CONFIGURATION = new ShippedFile("suricata.yaml");
  private static final ShippedFile RULES = new ShippedFile("suricata.rules");
  private static final String STARTED = "Engine started";
  private static final Duration TIME_TO_START = Duration.ofSeconds(60);

  @Override
  public DeviceFacts facts() {
    return new DeviceFacts(
        "suricata",
        "Suricata inline",
        SURICATA.version("-V"),
        "OISF",
        "Suricata as an intrusion prevention system, with rules of this project against file"
            + " sharing; drops silently.",
        false);
  }

  @Override
  public RunningDevice start(DeviceLab lab) {
    needVersion();
    try {
      DeviceProcess process = run(lab.device());
      if (!process.awaitLine(STARTED, TIME_TO_START)) {
        String last = process.lastLine();
        process.close();
        throw new DeviceException(
            "suricata is not ready after %d s; the last that it printed: %s"
                .formatted(TIME_TO_START.toSeconds(), last));
      }
      return process;
    } catch (IOException e) {
      throw new DeviceException("suricata's files cannot be written: " + e.getMessage(), e);
    }
  }

  private static void needVersion() {
    SURICATA.need();
    String said = SURICATA.version("-V");
    Matcher version = VERSION.matcher(said);
    if (!version.find() || Integer.parseInt(version.group(1)) < OLDEST) {
      throw new MissingRequirement(
          "suricata %d or later is needed, and here is '%s'".formatted(OLDEST, said),
          "install it: apt-get install " + SURICATA.debianPackage());
    }
  }

  private static DeviceProcess run(NetNamespace namespace) throws IOException {
    ScratchFolder scratch = ScratchFolder.create();
    try {
      Path logs = Files.createDirectory(scratch.path().resolve("logs"));
      List<String> command =
          List.of(
              "suricata",
              "--af-packet",
              "-c",
              CONFIGURATION.copyTo(scratch.path()).toString(),
              "-S",
              RULES.copyTo(scratch.path()).toString(),
              "-l",
              logs.toString(),
              "-k",
              "none",
              "--pidfile",
              scratch.path().resolve("pid").toString());
      return DeviceProcess.start(namespace, "suricata", command, scratch, false);
    } catch (IOException e) {
      scratch.close();
      throw e;
    }
  }
}
