package org.dreyfus.benchmark.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the numbers were measured on; nothing that names the machine.
 *
 * @param processor its model
 * @param cores that this process may use
 * @param memoryBytes of the machine
 * @param system distribution and version
 * @param kernel its release
 * @param jdk that runs Dreyfus
 * @param tools version by program
 */
record MachineFacts(
    String processor,
    int cores,
    long memoryBytes,
    String system,
    String kernel,
    String jdk,
    Map<String, String> tools) {

  private static final String UNKNOWN = "unknown";
  private static final long KIB = 1_024;

  static MachineFacts ofThis(NativePrograms programs) throws IOException, InterruptedException {
    Map<String, String> tools = new TreeMap<>();
    note(tools, "cc", List.of("cc", "--version"));
    note(tools, "tcpdump", List.of("tcpdump", "--version"));
    note(tools, "tshark", List.of("tshark", "--version"));
    note(tools, "ndpiReader", List.of("ndpiReader", "-h"));
    if (programs.lean().isPresent()) {
      note(tools, "libndpi", List.of(programs.lean().get().toString(), "--version"));
    }
    return new MachineFacts(
        field("/proc/cpuinfo", "model name", ":").orElse(UNKNOWN),
        Runtime.getRuntime().availableProcessors(),
        field("/proc/meminfo", "MemTotal", ":")
            .map(size -> Long.parseLong(size.replaceAll("\\D", "")) * KIB)
            .orElse(0L),
        field("/etc/os-release", "PRETTY_NAME", "=").orElse(System.getProperty("os.name", UNKNOWN)),
        System.getProperty("os.version", UNKNOWN),
        System.getProperty("java.vm.name", "")
            + " "
            + System.getProperty("java.runtime.version", UNKNOWN),
        tools);
  }

  private static void note(Map<String, String> tools, String program, List<String> command)
      throws InterruptedException {
    Programs.versionLine(command).ifPresent(line -> tools.put(program, line));
  }

  private static Optional<String> field(String file, String name, String separator)
      throws IOException {
    if (!Files.isReadable(Path.of(file))) {
      return Optional.empty();
    }
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(separator) + 1).strip().replace("\"", ""))
        .findFirst();
  }
}
