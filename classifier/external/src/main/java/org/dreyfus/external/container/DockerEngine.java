package org.dreyfus.external.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.external.LaunchException;

/** A container engine of this machine, reached through its Unix socket. Used by several threads. */
public final class DockerEngine implements AutoCloseable {

  /** Where an engine listens when nothing else is said. */
  public static final Path DEFAULT_SOCKET = Path.of("/var/run/docker.sock");

  private static final String VARIABLE = "DOCKER_HOST";
  private static final String UNIX = "unix://";
  private static final String HOW_TO =
      "; start an engine (Debian: apt-get install docker.io), or set "
          + VARIABLE
          + "=unix:///PATH/TO/docker.sock";
  private static final int MAX_CONNECTIONS = 256;
  private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

  private final EngineSocket socket;
  private final EngineFacts facts;
  private final DockerClient client;
  private final DockerClient patientClient;
  private final LiveContainers live;

  private DockerEngine(EngineSocket socket, EngineFacts facts) {
    this.socket = socket;
    this.facts = facts;
    DockerClientConfig config =
        DefaultDockerClientConfig.createDefaultConfigBuilder()
            .withDockerHost(UNIX + socket.path())
            .withDockerTlsVerify(false)
            .withApiVersion(facts.apiVersion())
            .build();
    this.client = client(config, Optional.of(ANSWER_TIMEOUT));
    this.patientClient = client(config, Optional.empty());
    this.live = new LiveContainers(client);
  }

  private static DockerClient client(DockerClientConfig config, Optional<Duration> answerTimeout) {
    ZerodepDockerHttpClient.Builder http =
        new ZerodepDockerHttpClient.Builder()
            .dockerHost(config.getDockerHost())
            .maxConnections(MAX_CONNECTIONS)
            .connectionTimeout(CONNECTION_TIMEOUT);
    answerTimeout.ifPresent(http::responseTimeout);
    return DockerClientImpl.getInstance(config, http.build());
  }

  /**
   * The engine that {@code DOCKER_HOST} names, else the one at {@link #DEFAULT_SOCKET}.
   *
   * @throws LaunchException when none answers, or it cannot hold a container to its limits
   */
  public static DockerEngine find() throws LaunchException {
    return find(System.getenv());
  }

  static DockerEngine find(Map<String, String> environment) throws LaunchException {
    String host = environment.getOrDefault(VARIABLE, UNIX + DEFAULT_SOCKET);
    if (!host.startsWith(UNIX)) {
      throw LaunchException.missing(
          VARIABLE
              + " is "
              + host
              + ", and plugins need an engine of this machine; set "
              + VARIABLE
              + "=unix:///PATH/TO/docker.sock",
          new IOException(host));
    }
    return at(Path.of(host.substring(UNIX.length())));
  }

  /**
   * The engine that listens at a Unix socket.
   *
   * @throws LaunchException when none answers, or it cannot hold a container to its limits
   */
  public static DockerEngine at(Path socket) throws LaunchException {
    EngineSocket engine = new EngineSocket(socket);
    EngineFacts facts;
    try {
      facts = EngineFacts.ask(engine);
    } catch (IOException e) {
      throw LaunchException.missing(whyNot(socket, e), e);
    }
    Optional<String> shortcoming = facts.shortcoming();
    if (shortcoming.isPresent()) {
      throw LaunchException.missing(
          "the container engine at " + socket + " " + shortcoming.get(),
          new IOException(shortcoming.get()));
    }
    return new DockerEngine(engine, facts);
  }

  private static String whyNot(Path socket, IOException e) {
    if (!Files.exists(socket)) {
      return "no container engine: " + socket + " does not exist" + HOW_TO;
    }
    if (!Files.isReadable(socket) || !Files.isWritable(socket)) {
      return "the container engine's socket "
          + socket
          + " may not be used by this user; run as root, or join the group that owns it";
    }
    return "no container engine answers at " + socket + " (" + e.getMessage() + ")" + HOW_TO;
  }

  /** Name and version, for the results. */
  public String version() {
    return facts.name() + " " + facts.version();
  }

  EngineFacts facts() {
    return facts;
  }

  DockerClient client() {
    return client;
  }

  /** For requests that are answered when something has happened. */
  DockerClient patientClient() {
    return patientClient;
  }

  EngineSocket socket() {
    return socket;
  }

  LiveContainers live() {
    return live;
  }

  /** Path and query of a request about one container. */
  String target(String container, String rest) {
    return "/v" + facts.apiVersion() + "/containers/" + container + "/" + rest;
  }

  /** Removes what runs on it for this process, and lets go of it. */
  @Override
  public void close() {
    live.close();
    try {
      client.close();
      patientClient.close();
    } catch (IOException e) {
      throw new EngineFailedException("the container engine's connections cannot be closed", e);
    }
  }
}
