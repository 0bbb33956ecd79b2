package org.dreyfus.tck;

import java.util.List;
import org.dreyfus.tck.check.CheckResult;
import org.dreyfus.tck.check.CheckResult.Outcome;

/**
 * What came of holding one plugin to the rules.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param plugin its id
 * @param version of the plugin
 * @param ran how it ran, for readers
 * @param seed of the captures
 * @param conformant whether no check failed
 * @param checks in the order of the rules
 */
public record Report(
    int schemaVersion,
    String plugin,
    String version,
    String ran,
    long seed,
    boolean conformant,
    List<CheckResult> checks) {

  public static final int SCHEMA_VERSION = 1;

  public Report {
    checks = List.copyOf(checks);
  }

  /** How many checks ended so. */
  public long count(Outcome outcome) {
    return checks.stream().filter(check -> check.outcome() == outcome).count();
  }
}
