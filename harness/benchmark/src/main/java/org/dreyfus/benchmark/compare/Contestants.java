package org.dreyfus.benchmark.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who takes part, in the order of the table, and who cannot. */
final class Contestants {

  static final String LEAN_ALONE = "lean C, no classifier";
  static final String LEAN = "lean C";
  static final String NDPI_READER = "ndpiReader";

  private static final String INSTALL = "apt-get install --no-install-recommends ";

  private final List<Contestant> all = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  /**
   * @param dreyfus the launcher
   * @param lean the compiled program
   * @param withTshark it takes a minute for what others do in a second
   */
  Contestants(Path dreyfus, Optional<Path> lean, boolean withTshark) {
    add("cat", "coreutils", Contestant.silent("cat", List.of("cat")));
    add(
        "tcpdump",
        "tcpdump",
        Contestant.silent("tcpdump", List.of("tcpdump", "-w", "/dev/null", "-r")));
    lean.ifPresent(
        program ->
            all.add(
                Contestant.counting(
                    LEAN_ALONE, Counting.SUM, List.of(program.toString(), "--no-ndpi"))));
    addDreyfus(dreyfus, "Dreyfus, no classifier", "allow-all", Counting.SUM);
    lean.ifPresentOrElse(
        program -> all.add(Contestant.counting(LEAN, Counting.TABLE, List.of(program.toString()))),
        () -> leftOut.add("lean C: nDPI's header is missing; " + INSTALL + "libndpi-dev"));
    addDreyfus(dreyfus, "Dreyfus with nDPI", "ndpi", Counting.TABLE);
    List<String> printing = List.of("ndpiReader", "-v", "0", "-i");
    add(
        "ndpiReader",
        "libndpi-bin",
        new Contestant(
            NDPI_READER, List.of("ndpiReader", "-q", "-i"), Counting.NDPI_READER, printing, true));
    if (withTshark) {
      List<String> tshark = List.of("tshark", "-q", "-z", "io,phs", "-r");
      add(
          "tshark",
          "tshark",
          new Contestant("tshark, once", tshark, Counting.NOTHING, tshark, false));
    }
  }

  private void add(String program, String debianPackage, Contestant contestant) {
    if (Programs.has(program)) {
      all.add(contestant);
    } else {
      leftOut.add(program + ": not installed; " + INSTALL + debianPackage);
    }
  }

  private void addDreyfus(Path launcher, String name, String classifier, Counting counting) {
    if (Files.isExecutable(launcher)) {
      List<String> command =
          List.of(
              launcher.toString(),
              "classify",
              "--classifier",
              classifier,
              "--flows",
              "ndpi",
              "--format",
              "text");
      all.add(Contestant.counting(name, counting, command));
    } else {
      leftOut.add(name + ": " + launcher + " is missing; start this as ./dreyfus bench --compare");
    }
  }

  List<Contestant> all() {
    return List.copyOf(all);
  }

  /** One line for each program that cannot take part. */
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }
}
