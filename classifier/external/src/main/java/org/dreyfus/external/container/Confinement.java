package org.dreyfus.external.container;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.Ulimit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dreyfus.external.Limits;

/** What a container may and may not do, in the engine's terms. */
final class Confinement {

  /** Where the plugin finds its configuration. */
  static final String CONFIGURATION = "/dreyfus/configuration.json";

  /** Where a plugin may write. */
  static final String SCRATCH = "/tmp";

  private static final double NANO = 1e9;
  private static final long MAX_OPEN_FILES = 4096;

  private Confinement() {}

  /**
   * A plugin's.
   *
   * @param configuration a file of this machine, mounted read-only
   * @param user number and group that own its /tmp
   * @param cores of the machine: more cannot be given
   */
  static HostConfig of(Limits limits, Path configuration, String user, int cores) {
    return of(limits, user, cores)
        .withMounts(
            List.of(
                new Mount()
                    .withType(MountType.BIND)
                    .withSource(configuration.toAbsolutePath().toString())
                    .withTarget(CONFIGURATION)
                    .withReadOnly(true)));
  }

  /**
   * Docker keeps its own filter of system calls and its masks over {@code /proc} and {@code /sys}
   * as long as nothing else is said; nothing is said here.
   *
   * @param user number and group that own its /tmp
   * @param cores of the machine: more cannot be given
   */
  static HostConfig of(Limits limits, String user, int cores) {
    HostConfig config =
        HostConfig.newHostConfig()
            .withNetworkMode("none")
            .withIpcMode("none")
            .withCgroupnsMode("private")
            .withReadonlyRootfs(true)
            .withCapDrop(Capability.ALL)
            .withSecurityOpts(List.of("no-new-privileges"))
            .withMemory(limits.memoryBytes())
            .withMemorySwap(limits.memoryBytes())
            .withPidsLimit((long) limits.processes())
            .withNanoCPUs((long) (Math.min(limits.cores(), cores) * NANO))
            .withUlimits(
                List.of(
                    new Ulimit("core", 0L, 0L),
                    new Ulimit("nofile", MAX_OPEN_FILES, MAX_OPEN_FILES)))
            .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE));
    if (limits.scratchBytes() > 0) {
      String[] owner = user.split(":", 2);
      String options =
          "rw,noexec,nosuid,nodev,mode=0700,uid=%s,gid=%s,size=%d"
              .formatted(owner[0], owner[1], limits.scratchBytes());
      config.withTmpFs(Map.of(SCRATCH, options));
    }
    return config;
  }

  /**
   * In words, for the results.
   *
   * @param user that the program runs as
   * @param swap whether the engine can limit swap space
   */
  static String describe(String user, boolean swap) {
    return "no network, read-only root, no capabilities, no new privileges, default seccomp filter,"
        + " no shared memory, user "
        + user
        + "; limits on memory"
        + (swap ? " and swap" : " (not on swap: this kernel cannot)")
        + ", processor, processes and /tmp";
  }
}
