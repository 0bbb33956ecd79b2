package org.dreyfus.recorder;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.corpus.AddressMention;
import org.dreyfus.corpus.CorpusWriter;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Host;
import org.dreyfus.corpus.Program;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Session;
import org.dreyfus.lab.ScratchFolder;
import org.dreyfus.recorder.lab.BridgeCapture;
import org.dreyfus.recorder.lab.Lab;
import org.dreyfus.recorder.lab.LabHost;
import org.dreyfus.recorder.scenario.Stage;

/** Records one session: builds a lab, plays the scenario, labels the capture, writes it all. */
final class SessionRecorder {

  private static final Duration SETTLE = Duration.ofMillis(400);
  private static final String CAPTURE = "capture.pcap";
  private static final String STORED = CAPTURE + ".gz";
  private static final Set<AddressMention.Encoding> BINARY =
      Set.of(AddressMention.Encoding.BINARY, AddressMention.Encoding.BINARY_LITTLE_ENDIAN);

  private final CorpusWriter corpus;
  private final Map<String, String> versions;

  /**
   * @param versions of Debian packages, by name
   */
  SessionRecorder(CorpusWriter corpus, Map<String, String> versions) {
    this.corpus = corpus;
    this.versions = versions;
  }

  /**
   * @param attempt from 1; each has addresses of its own
   * @param last whether a session is kept although its labels are not confirmed
   */
  void record(Planned planned, int attempt, boolean last) throws IOException {
    try (ScratchFolder scratch = ScratchFolder.create()) {
      Map<String, String> addresses = addresses(planned, attempt);
      Path capture = scratch.path().resolve(CAPTURE);
      Stage stage = play(planned, addresses, scratch.path(), capture);
      write(planned, stage, addresses, capture, last);
    }
  }

  private static Stage play(
      Planned planned, Map<String, String> addresses, Path scratch, Path capture) {
    try (Lab lab = Lab.build(addresses, scratch)) {
      Stage stage = new Stage(lab, planned.film(), planned.furtherFiles());
      try (BridgeCapture running = lab.capture(capture)) {
        planned.scenario().play(stage);
        LabHost.pause(SETTLE);
      }
      if (!stage.isDelivered()) {
        throw new RecordingFailure("the scenario did not say that it succeeded");
      }
      return stage;
    }
  }

  /** Addresses of the form 10.1dd.1dd.1dd, drawn anew for each attempt. */
  private static Map<String, String> addresses(Planned planned, int attempt) {
    SplittableRandom random = new SplittableRandom(planned.seed() + attempt);
    List<String> names = new ArrayList<>(planned.scenario().hosts());
    if (planned.rolesSwapped()) {
      Collections.reverse(names);
    }
    Map<String, String> addresses = new LinkedHashMap<>();
    for (String name : names) {
      boolean outside = planned.scenario().needsPublicAddresses();
      String address = draw(random, outside);
      while (addresses.containsValue(address)) {
        address = draw(random, outside);
      }
      addresses.put(name, address);
    }
    return addresses;
  }

  private static String draw(SplittableRandom random, boolean outside) {
    if (outside) {
      return "203.0.113." + random.nextInt(100, 200);
    }
    return "10.%d.%d.%d"
        .formatted(random.nextInt(100, 200), random.nextInt(100, 200), random.nextInt(100, 200));
  }

  private void write(
      Planned planned, Stage stage, Map<String, String> addresses, Path capture, boolean last)
      throws IOException {
    Map<String, InetAddress> hosts = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    for (Map.Entry<String, String> entry : addresses.entrySet()) {
      hosts.put(entry.getKey(), literal(entry.getValue()));
      names.put(entry.getValue(), entry.getKey());
    }
    CaptureFacts facts = CaptureFacts.of(capture, hosts);
    FlowLabeller labeller =
        new FlowLabeller(stage.declarations(), names, planned.work(), planned.furtherWorks());
    List<FlowLabel> flows = facts.flows().stream().map(labeller::label).toList();
    VolumeCheck volume = new VolumeCheck(facts.flows(), flows);
    planned.works().forEach(volume::requireCarried);
    LabelCheck check =
        new LabelCheck(Dissection.of(capture, facts.flowOfFrame()), stage.listeners(), names);
    Session.Checks checks = check.check(stage.isDelivered(), withPayload(facts, flows));
    if (!checks.labelsConfirmed() && !last) {
      throw new RecordingFailure("labels are not confirmed: " + checks.method());
    }
    corpus.add(session(planned, stage, facts, flows, checks), flows, compressed(capture));
  }

  private static Path compressed(Path capture) throws IOException {
    Path target = capture.resolveSibling(STORED);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(target))) {
      Files.copy(capture, out);
    }
    return target;
  }

  private static List<FlowLabel> withPayload(CaptureFacts facts, List<FlowLabel> flows) {
    Set<Long> silent =
        facts.flows().stream()
            .filter(flow -> flow.payloadBytes() == 0)
            .map(FlowRecord::flow)
            .collect(Collectors.toSet());
    return flows.stream().filter(flow -> !silent.contains(flow.flow())).toList();
  }

  /** In bytes that are not plain, four that equal an address do so by chance. */
  private static List<AddressMention> readable(CaptureFacts facts, List<FlowLabel> flows) {
    Set<Long> plain =
        flows.stream()
            .filter(flow -> flow.label().protection() == Protection.PLAIN)
            .map(FlowLabel::flow)
            .collect(Collectors.toSet());
    return facts.mentions().stream()
        .filter(
            mention ->
                !BINARY.contains(mention.encoding())
                    || plain.contains(facts.flowOfFrame().getOrDefault(mention.frame(), 0L)))
        .toList();
  }

  private Session session(
      Planned planned,
      Stage stage,
      CaptureFacts facts,
      List<FlowLabel> flows,
      Session.Checks checks) {
    List<Host> hosts = planned.scenario().hosts().stream().map(stage::record).toList();
    return new Session(
        Session.SCHEMA_VERSION,
        planned.id(),
        planned.scenario().id(),
        stage.told(planned.scenario().story()),
        planned.scenario().cluster(),
        planned.scenario().origin(),
        planned.scenario().fidelity(),
        planned.pair(),
        hosts,
        stage.programs().stream().distinct().map(this::program).toList(),
        planned.coins(),
        STORED,
        facts.startNanos(),
        facts.endNanos() - facts.startNanos(),
        readable(facts, flows),
        facts.namesOthers() ? Session.Rekeying.HEADERS : Session.Rekeying.FULL,
        checks);
  }

  private Program program(Stage.Used used) {
    String version = versions.getOrDefault(used.packageName(), "unknown");
    return new Program(used.packageName(), version, used.host());
  }

  private static InetAddress literal(String address) throws UnknownHostException {
    return InetAddress.getByName(address);
  }
}
