package org.dreyfus.external.container;

import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an engine says of itself.
 *
 * @param name of the engine
 * @param version of the engine
 * @param apiVersion the version of its interface to speak, for instance 1.41
 * @param architecture of its machine, as image configurations spell it
 * @param cores that a container can have at most
 * @param limitsSwap whether swap space can be limited
 * @param shortcoming why no untrusted program can be run on it, where that is so
 */
record EngineFacts(
    String name,
    String version,
    String apiVersion,
    String architecture,
    int cores,
    boolean limitsSwap,
    Optional<String> shortcoming) {

  /** The first with statistics on demand and private cgroup namespaces. */
  private static final ApiVersion OLDEST = new ApiVersion(1, 41);

  /** The one that engines of the year 2025 ask for at least. */
  private static final ApiVersion PREFERRED = new ApiVersion(1, 44);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * @throws IOException when what listens does not answer as an engine does
   */
  static EngineFacts ask(EngineSocket socket) throws IOException {
    try {
      JsonNode version = JSON.readTree(socket.get("/version"));
      ApiVersion newest = ApiVersion.parse(version.path("ApiVersion").asString(""));
      ApiVersion spoken = newest.isBefore(PREFERRED) ? newest : PREFERRED;
      ApiVersion least = ApiVersion.parse(version.path("MinAPIVersion").asString("1.0"));
      spoken = spoken.isBefore(least) ? least : spoken;
      JsonNode info = JSON.readTree(socket.get("/v" + spoken + "/info"));
      return new EngineFacts(
          "Docker",
          version.path("Version").asString("unknown"),
          spoken.toString(),
          version.path("Arch").asString("amd64"),
          Math.max(1, info.path("NCPU").asInt(1)),
          info.path("SwapLimit").asBoolean(false),
          shortcoming(spoken, info));
    } catch (JacksonException | NumberFormatException e) {
      throw new IOException("what answers is no container engine", e);
    }
  }

  private static Optional<String> shortcoming(ApiVersion spoken, JsonNode info) {
    if (spoken.isBefore(OLDEST)) {
      return Optional.of("is too old: Docker 20.10 or later is needed");
    }
    for (String ability : new String[] {"MemoryLimit", "PidsLimit", "CpuCfsQuota"}) {
      if (!info.path(ability).asBoolean(false)) {
        return Optional.of("cannot hold a container to its limits: " + ability + " is off");
      }
    }
    String security = info.path("SecurityOptions").toString();
    if (!security.contains("name=seccomp") || security.contains("profile=unconfined")) {
      return Optional.of("cannot filter system calls: seccomp is off");
    }
    return Optional.empty();
  }

  private record ApiVersion(int major, int minor) {

    static ApiVersion parse(String text) {
      String[] parts = text.split("\\.", 2);
      if (parts.length < 2) {
        throw new NumberFormatException(text);
      }
      return new ApiVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    boolean isBefore(ApiVersion other) {
      return major != other.major ? major < other.major : minor < other.minor;
    }

    @Override
    public String toString() {
      return major + "." + minor;
    }
  }
}
