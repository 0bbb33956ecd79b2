package org.dreyfus.inline.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dreyfus.lab.LabException;
import org.dreyfus.lab.MissingRequirement;
import org.dreyfus.lab.NetNamespace;
import org.dreyfus.lab.Program;
import org.dreyfus.lab.ScratchFolder;
import org.dreyfus.lab.Shell;

/**
 * A bridge whose packets a program judges: {@code nfqueue.c}, compiled when it is needed. It drops
 * a flow silently from the packet that matches on. When it ends or cannot follow, packets are lost,
 * not passed.
 */
public final class NfqueueFilter implements Device {

  private static final Program GCC = new Program("gcc", "gcc libc6-dev");
  private static final Program IPTABLES = new Program("iptables-restore", "iptables");
  private static final Path HEADER =
      Path.of("/usr/include/libnetfilter_queue/libnetfilter_queue.h");
  private static final String LIBRARY_PACKAGE = "libnetfilter-queue-dev";
  private static final ShippedFile SOURCE = new ShippedFile("nfqueue.c");
  private static final ShippedFile RULES = new ShippedFile("queue.iptables");
  private static final Duration COMPILATION = Duration.ofSeconds(60);
  private static final Duration TIME_TO_START = Duration.ofSeconds(10);

  @Override
  public DeviceFacts facts() {
    return new DeviceFacts(
        "nfqueue",
        "NFQUEUE program on a bridge",
        IPTABLES.version("--version"),
        "Dreyfus",
        "A program outside the kernel looks at the first 12 payloads of each flow; drops silently.",
        false);
  }

  @Override
  public RunningDevice start(DeviceLab lab) {
    IPTABLES.need();
    GCC.need();
    if (!Files.exists(HEADER)) {
      throw new MissingRequirement(
          "the library libnetfilter_queue is missing",
          "install it: apt-get install " + LIBRARY_PACKAGE);
    }
    NetNamespace device = lab.device();
    Bridge.lay(lab, true);
    DeviceProcess process = run(device);
    try {
      if (!process.awaitLine("ready", TIME_TO_START)) {
        throw new DeviceException("nfqueue is not ready after " + TIME_TO_START.toSeconds() + " s");
      }
      RULES.load(device, "iptables-restore");
      RULES.load(device, "ip6tables-restore");
      return process;
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
  }

  private static DeviceProcess run(NetNamespace device) {
    try {
      ScratchFolder scratch = ScratchFolder.create();
      try {
        Path program = compile(scratch.path());
        return DeviceProcess.start(device, "nfqueue", List.of(program.toString()), scratch, true);
      } catch (LabException | IOException e) {
        scratch.close();
        throw e;
      }
    } catch (LabException e) {
      throw new DeviceException("nfqueue.c cannot be compiled: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new DeviceException("nfqueue cannot be made: " + e.getMessage(), e);
    }
  }

  private static Path compile(Path folder) throws IOException {
    Path program = folder.resolve("nfqueue");
    List<String> command =
        List.of(
            "gcc",
            "-O2",
            "-o",
            program.toString(),
            SOURCE.copyTo(folder).toString(),
            "-lnetfilter_queue");
    String unused = Shell.run(command, COMPILATION, Map.of()).orThrow(command);
    return program;
  }
}
