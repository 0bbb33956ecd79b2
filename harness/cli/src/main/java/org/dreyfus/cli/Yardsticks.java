package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dreyfus.bundle.InputFiles;
import org.dreyfus.engine.Execution;
import org.dreyfus.engine.Subject;
import org.dreyfus.scoring.ClaimFile;
import org.dreyfus.scoring.Policy;
import org.dreyfus.worker.Plugins;

/** The claims and policies of a run: those put to all, and those that a vendor put to himself. */
final class Yardsticks {

  private final List<ClaimFile> claims = new ArrayList<>();
  private final List<Policy> policies = new ArrayList<>();
  private final Map<String, Plugins.Opened> vendors = new HashMap<>();

  /**
   * @param claimFiles put to all
   * @param policyFiles applied to all that name protocols
   */
  Yardsticks(List<Path> claimFiles, List<Path> policyFiles) throws IOException {
    for (Path file : claimFiles) {
      claims.add(InputFiles.claims(file));
    }
    for (Path file : policyFiles) {
      policies.add(InputFiles.policy(file));
    }
  }

  /** Adds what a vendor handed in, after reading it once: a broken file ends the run before it. */
  void add(Plugins.Opened plugin) throws IOException {
    vendors.put(plugin.plugin().digest(), plugin);
    claims(plugin);
    policies(plugin);
  }

  /** The policies put to all. */
  List<Policy> policies() {
    return List.copyOf(policies);
  }

  List<ClaimFile> claimsFor(Subject subject) throws IOException {
    List<ClaimFile> all = new ArrayList<>(claims);
    for (Plugins.Opened own : own(subject)) {
      all.addAll(claims(own));
    }
    boolean reconstruction = subject.descriptor().reconstruction();
    return all.stream()
        .filter(file -> reconstruction || !file.reconstructionsOnly())
        .filter(file -> !file.isForTheWireOnly())
        .toList();
  }

  /** What is put to a device on the wire: there, all can be tested. */
  List<ClaimFile> claimsForDevice(boolean reconstruction) {
    return claims.stream().filter(file -> reconstruction || !file.reconstructionsOnly()).toList();
  }

  List<Policy> policiesFor(Subject subject) throws IOException {
    List<Policy> all = new ArrayList<>(policies);
    for (Plugins.Opened own : own(subject)) {
      all.addAll(policies(own));
    }
    return all;
  }

  private List<Plugins.Opened> own(Subject subject) {
    return subject.execution() instanceof Execution.Apart apart
            && vendors.containsKey(apart.plugin().digest())
        ? List.of(vendors.get(apart.plugin().digest()))
        : List.of();
  }

  private static List<ClaimFile> claims(Plugins.Opened plugin) throws IOException {
    List<ClaimFile> read = new ArrayList<>();
    for (String name : plugin.file().claims()) {
      read.add(InputFiles.claims(plugin.folder().folder().resolve(name)));
    }
    return read;
  }

  private static List<Policy> policies(Plugins.Opened plugin) throws IOException {
    List<Policy> read = new ArrayList<>();
    for (String name : plugin.file().policies()) {
      read.add(InputFiles.policy(plugin.folder().folder().resolve(name)));
    }
    return read;
  }
}
