package org.dreyfus.external.program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dreyfus.external.Start;

/** What stands between a program and this machine. */
public sealed interface Isolation permits Bubblewrap, Isolation.None {

  /** In words, for the results. */
  String words();

  /**
   * The whole command line that runs a plugin's command.
   *
   * @param command of the plugin, relative to its folder
   * @param plugin its folder, and what else it may read
   */
  List<String> wrap(List<String> command, Readable plugin, Start start);

  /** Where the plugin finds its configuration. */
  String configurationPath(Start start);

  /** Where the plugin may write. */
  String scratchPath();

  /**
   * What a plugin may read.
   *
   * @param folder of the plugin, also its working folder
   * @param others further files and folders, absolute
   */
  record Readable(Path folder, List<Path> others) {
    public Readable {
      others = List.copyOf(others);
    }
  }

  /**
   * Nothing: the program sees this machine, labels included. For programs that are trusted, and for
   * machines without bubblewrap when the user says so.
   */
  record None() implements Isolation {

    @Override
    public String words() {
      return "none: the program could read this machine's files, labels included";
    }

    @Override
    public List<String> wrap(List<String> command, Readable plugin, Start start) {
      List<String> all = new ArrayList<>(ResourceLimits.prefix(start.limits(), false));
      all.addAll(command);
      return all;
    }

    @Override
    public String configurationPath(Start start) {
      return start.configuration().toString();
    }

    @Override
    public String scratchPath() {
      return System.getProperty("java.io.tmpdir", "/tmp");
    }
  }
}
