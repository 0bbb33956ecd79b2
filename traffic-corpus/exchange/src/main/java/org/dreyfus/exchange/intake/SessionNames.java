package org.dreyfus.exchange.intake;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes names that every file system takes as a folder's. */
final class SessionNames {

  private static final int LONGEST = 120;

  private final Set<String> taken = new HashSet<>();

  /** The name itself where it can be; with a number behind it when it is taken already. */
  String unique(String name) {
    String clean = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+|-+$", "");
    String base =
        clean.isEmpty() ? "session" : clean.substring(0, Math.min(LONGEST, clean.length()));
    String candidate = base;
    for (int n = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); n++) {
      candidate = base + "-" + n;
    }
    return candidate;
  }
}
