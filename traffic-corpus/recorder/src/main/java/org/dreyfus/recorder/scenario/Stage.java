package org.dreyfus.recorder.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.corpus.Host;
import org.dreyfus.corpus.Role;
import org.dreyfus.recorder.RecordingFailure;
import org.dreyfus.recorder.lab.Lab;
import org.dreyfus.recorder.lab.LabHost;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.works.MediaFile;

/** Where a scenario is played: hosts, the work, and the book of what was done and declared. */
public final class Stage {

  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final Lab lab;
  private final Optional<MediaFile> work;
  private final Map<String, MediaFile> furtherWorks;
  private final List<Declaration> declarations = new ArrayList<>();
  private final Map<String, List<String>> deeds = new HashMap<>();
  private final Map<String, Set<Integer>> ports = new HashMap<>();
  private final Map<String, Host.Service> services = new HashMap<>();
  private final List<Used> programs = new ArrayList<>();
  private final List<Listener> listeners = new ArrayList<>();
  private boolean delivered;

  /** A program that took part: its Debian package, and where it ran. */
  public record Used(String packageName, String host) {}

  /**
   * @param furtherWorks by the name that the scenario gives them
   */
  public Stage(Lab lab, Optional<MediaFile> work, Map<String, MediaFile> furtherWorks) {
    this.lab = lab;
    this.work = work;
    this.furtherWorks = Map.copyOf(furtherWorks);
  }

  public LabHost host(String name) {
    return lab.host(name);
  }

  public String address(String host) {
    return lab.host(host).address();
  }

  /** The work that is to move. */
  public MediaFile work() {
    return work.orElseThrow(() -> new IllegalStateException("this scenario moves no work"));
  }

  /** A {@link FurtherWork} of the scenario, by name. */
  public MediaFile work(String name) {
    return Optional.ofNullable(furtherWorks.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no further work '" + name + "'"));
  }

  /** Runs a client to its end, at most 90 s. */
  public String run(String host, String... command) {
    return lab.host(host).run(LIMIT, command);
  }

  /** Records that a host used a program, and what for. */
  public void did(String host, String packageName, String deed) {
    programs.add(new Used(packageName, host));
    deeds.computeIfAbsent(host, name -> new ArrayList<>()).add(told(deed));
  }

  /** Scenarios tell of a film; what moves may be a book. */
  public String told(String sentence) {
    return work.map(file -> sentence.replaceAll("\\bfilm\\b", file.kind().word())).orElse(sentence);
  }

  /**
   * Waits until the expected program listens: the independent check that a port is what it is
   * labelled as.
   *
   * @param program as the kernel names the process
   */
  public void listening(String host, Transport transport, int port, String program) {
    String holder = lab.host(host).awaitListener(transport, port);
    if (!holder.startsWith(program.substring(0, Math.min(15, program.length())))) {
      throw new RecordingFailure(
          "%s port %d of %s is held by '%s', not by '%s'"
              .formatted(transport, port, host, holder, program));
    }
    announced(host, port);
    listeners.add(new Listener(host, transport, port, holder));
  }

  /** Records a port that a host is known by. */
  public void announced(String host, int port) {
    ports.computeIfAbsent(host, name -> new HashSet<>()).add(port);
  }

  public void service(String host, String name, String overlay, int port, boolean listed) {
    services.put(host, new Host.Service(name, overlay, port, listed));
  }

  public void content(String a, String b, Transport transport, int port, Kind kind) {
    declare(a, b, transport, OptionalInt.of(port), Role.CONTENT, kind);
  }

  /** For programs whose ports change: ranks below a declaration that names a port. */
  public void contentOnAnyPort(String a, String b, Transport transport, Kind kind) {
    declare(a, b, transport, OptionalInt.empty(), Role.CONTENT, kind);
  }

  /** For programs whose ports change: ranks below a declaration that names a port. */
  public void controlOnAnyPort(String a, String b, Transport transport, Kind kind) {
    declare(a, b, transport, OptionalInt.empty(), Role.CONTROL, kind);
  }

  public void control(String a, String b, Transport transport, int port, Kind kind) {
    declare(a, b, transport, OptionalInt.of(port), Role.CONTROL, kind);
  }

  public void background(String a, String b, Transport transport, int port, Kind kind) {
    declare(a, b, transport, OptionalInt.of(port), Role.BACKGROUND, kind);
  }

  /** Traffic that is meant to harm, counted apart from both errors. */
  public void attack(String a, String b, Transport transport, int port, Kind kind) {
    declare(a, b, transport, OptionalInt.of(port), Role.ATTACK, kind);
  }

  /** Flows that carry a {@link FurtherWork}. */
  public void contentOf(String work, String a, String b, Transport transport, int port, Kind kind) {
    declarations.add(
        declaration(a, b, transport, OptionalInt.of(port), Role.CONTENT, kind).of(work));
  }

  /** Flows that serve a {@link FurtherWork}: its announces, its place in an index. */
  public void controlOf(String work, String a, String b, Transport transport, int port, Kind kind) {
    declarations.add(
        declaration(a, b, transport, OptionalInt.of(port), Role.CONTROL, kind).of(work));
  }

  /** Flows of which nobody can say whether they are lawful, with the reason. */
  public void undetermined(
      String a, String b, Transport transport, int port, Role role, Kind kind, String reason) {
    declarations.add(
        new Declaration(
            a,
            b,
            transport,
            OptionalInt.of(port),
            role,
            kind,
            Optional.empty(),
            Optional.of(reason)));
  }

  /** Flows of a transport without ports: GRE, ESP. */
  public void portless(String a, String b, Transport transport, Role role, Kind kind) {
    declare(a, b, transport, OptionalInt.empty(), role, kind);
  }

  private void declare(
      String a, String b, Transport transport, OptionalInt port, Role role, Kind kind) {
    declarations.add(declaration(a, b, transport, port, role, kind));
  }

  private static Declaration declaration(
      String a, String b, Transport transport, OptionalInt port, Role role, Kind kind) {
    return new Declaration(a, b, transport, port, role, kind, Optional.empty(), Optional.empty());
  }

  /** Checks that what arrived is what was sent. */
  public void arrived(Path received) {
    arrived(received, work());
  }

  /** The same for any work of the scenario. */
  public void arrived(Path received, MediaFile sent) {
    try {
      if (!Files.isRegularFile(received)
          || !Arrays.equals(Files.readAllBytes(received), sent.bytes())) {
        throw new RecordingFailure(received.getFileName() + " did not arrive whole");
      }
      delivered = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the work has arrived. */
  public void awaitArrival(Path received, Duration limit) {
    awaitArrival(received, work(), limit);
  }

  /** The same for any work of the scenario. */
  public void awaitArrival(Path received, MediaFile sent, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < deadline) {
      if (isWhole(received, sent)) {
        LabHost.pause(Duration.ofMillis(300));
        arrived(received, sent);
        return;
      }
      LabHost.pause(Duration.ofMillis(100));
    }
    StringBuilder logs = new StringBuilder();
    lab.hosts().forEach(host -> logs.append(host.name()).append(": ").append(host.logs()));
    throw new RecordingFailure(received.getFileName() + " did not arrive in time: " + logs);
  }

  private static boolean isWhole(Path file, MediaFile sent) {
    try {
      return Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), sent.bytes());
    } catch (IOException e) {
      return false;
    }
  }

  /** For stories without a work: what was meant to happen did. */
  public void succeeded(boolean happened, String what) {
    if (!happened) {
      throw new RecordingFailure(what + " did not happen");
    }
    delivered = true;
  }

  /** Writes a text that comes with the scenario into a host's folder, names filled in. */
  public Path template(String host, String resource, Map<String, String> values) {
    try (InputStream in = Stage.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + resource);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace("${" + value.getKey() + "}", value.getValue());
      }
      return write(host, resource, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path write(String host, String file, String text) {
    try {
      return Files.writeString(lab.host(host).folder().resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder of that name in the host's own. */
  public Path folder(String host, String name) {
    try {
      return Files.createDirectories(lab.host(host).folder().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Declaration> declarations() {
    return List.copyOf(declarations);
  }

  public boolean isDelivered() {
    return delivered;
  }

  /** Which program held which port. */
  public List<Listener> listeners() {
    return List.copyOf(listeners);
  }

  public List<Used> programs() {
    return List.copyOf(programs);
  }

  /** The corpus's record of a host. */
  public Host record(String host) {
    return new Host(
        host,
        address(host),
        deeds.getOrDefault(host, List.of()),
        new TreeSet<>(ports.getOrDefault(host, Set.of())),
        Optional.ofNullable(services.get(host)));
  }
}
