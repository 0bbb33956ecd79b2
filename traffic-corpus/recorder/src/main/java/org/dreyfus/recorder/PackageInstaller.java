package org.dreyfus.recorder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dreyfus.lab.MissingRequirement;

/** Debian packages: what is installed, in which version, and how the rest gets here. */
final class PackageInstaller {

  /** While this file says 101, Debian's packages start no daemon. */
  private static final Path POLICY = Path.of("/usr/sbin/policy-rc.d");

  private PackageInstaller() {}

  /**
   * Installs what is missing.
   *
   * @throws MissingRequirement when this is not root or apt fails
   */
  static void ensure(Collection<String> packages, Progress progress) {
    Set<String> missing = new TreeSet<>(packages);
    missing.removeAll(versions(packages).keySet());
    if (missing.isEmpty()) {
      return;
    }
    String names = String.join(" ", missing);
    progress.note("installing " + names + " (apt)");
    boolean ours = forbidDaemons();
    try {
      List<String> install =
          new ArrayList<>(
              List.of(
                  "apt-get",
                  "-o",
                  "DPkg::Lock::Timeout=300",
                  "install",
                  "-y",
                  "-qq",
                  "--no-install-recommends"));
      install.addAll(missing);
      if (!run(List.of("apt-get", "update", "-qq")) || !run(install)) {
        throw new MissingRequirement(
            "the lab needs " + names,
            "run as root: apt-get install --no-install-recommends " + names);
      }
    } finally {
      if (ours) {
        allowDaemons();
      }
    }
  }

  /** Versions of those that are installed. */
  static Map<String, String> versions(Collection<String> packages) {
    List<String> command =
        new ArrayList<>(
            List.of("dpkg-query", "-W", "-f", "${Package} ${db:Status-Status} ${Version}\n"));
    command.addAll(packages);
    Map<String, String> versions = new TreeMap<>();
    for (String line : output(command).split("\n")) {
      String[] columns = line.split(" ");
      if (columns.length == 3 && columns[1].equals("installed")) {
        versions.put(columns[0], columns[2]);
      }
    }
    return versions;
  }

  private static boolean forbidDaemons() {
    try {
      if (Files.exists(POLICY)) {
        return false;
      }
      Files.writeString(POLICY, "#!/bin/sh\nexit 101\n");
      Files.setPosixFilePermissions(POLICY, PosixFilePermissions.fromString("rwxr-xr-x"));
      return true;
    } catch (IOException e) {
      throw new MissingRequirement(POLICY + " cannot be written", "record as root on Debian");
    }
  }

  private static void allowDaemons() {
    try {
      Files.deleteIfExists(POLICY);
    } catch (IOException e) {
      throw new MissingRequirement(POLICY + " cannot be removed", "remove it by hand");
    }
  }

  private static boolean run(List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
      builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
      return builder.start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String output(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new MissingRequirement("dpkg-query is not here", "record on Debian");
    }
  }
}
