package org.dreyfus.inline.failure;

import static org.dreyfus.classifier.Direction.FROM_INITIATOR;
import static org.dreyfus.classifier.Direction.FROM_RESPONDER;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dreyfus.inline.traffic.FlowAddresses;
import org.dreyfus.inline.traffic.FlowScript;
import org.dreyfus.inline.traffic.FlowScript.Talk;
import org.dreyfus.inline.traffic.NeutralText;
import org.dreyfus.inline.traffic.PortPath;
import org.dreyfus.inline.traffic.ScriptedFlows;
import org.dreyfus.inline.traffic.ScriptedFlows.Patience;
import org.dreyfus.inline.traffic.TestBed;

/** Flows after scripts of our own. A packet is sent up to six times, 100 ms apart. */
public final class FlowProbe implements Probe {

  private static final Patience PATIENCE = new Patience(5, 100_000_000);
  private static final long IDLE_NANOS = 50_000;
  private static final int TALKS = 6;
  private static final int SHORTEST = 60;
  private static final int LONGEST = 700;
  private static final int ECHO_PORT = 7;
  private static final int PEER_PORT = 51_413;
  private static final int ID_BYTES = 20;

  private final Kind kind;
  private final String name;
  private final int serverPort;
  private final List<FlowScript> scripts;

  private FlowProbe(Kind kind, String name, int serverPort, List<FlowScript> scripts) {
    this.kind = kind;
    this.name = name;
    this.serverPort = serverPort;
    this.scripts = scripts;
  }

  /** Plain text of random words to and fro, every other flow over TCP, the rest over UDP. */
  public static Probe harmless(int flows) {
    List<FlowScript> scripts = new ArrayList<>();
    for (int flow = 0; flow < flows; flow++) {
      Random random = new Random(flow);
      List<Talk> talks = new ArrayList<>();
      for (int i = 0; i < TALKS; i++) {
        int size = SHORTEST + random.nextInt(LONGEST - SHORTEST);
        talks.add(
            new Talk(
                i % 2 == 0 ? FROM_INITIATOR : FROM_RESPONDER,
                NeutralText.of(size, random.nextLong())));
      }
      scripts.add(flow % 2 == 0 ? FlowScript.tcp(talks) : FlowScript.udp(talks));
    }
    return new FlowProbe(Kind.HARMLESS, "text", ECHO_PORT, scripts);
  }

  /** Handshakes of BitTorrent peers over TCP (BEP 3), each about a torrent of its own. */
  public static Probe bitTorrent(int flows) {
    List<FlowScript> scripts = new ArrayList<>();
    for (int flow = 0; flow < flows; flow++) {
      Random random = new Random(flow);
      byte[] torrent = new byte[ID_BYTES];
      random.nextBytes(torrent);
      scripts.add(
          FlowScript.tcp(
              List.of(
                  new Talk(FROM_INITIATOR, handshake(torrent, random)),
                  new Talk(FROM_RESPONDER, handshake(torrent, random)))));
    }
    return new FlowProbe(Kind.BLOCKABLE, "bittorrent", PEER_PORT, scripts);
  }

  private static byte[] handshake(byte[] torrent, Random random) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] protocol = "BitTorrent protocol".getBytes(StandardCharsets.US_ASCII);
    byte[] peer = new byte[ID_BYTES];
    random.nextBytes(peer);
    bytes.write(protocol.length);
    bytes.writeBytes(protocol);
    bytes.writeBytes(new byte[8]);
    bytes.writeBytes(torrent);
    bytes.writeBytes(peer);
    return bytes.toByteArray();
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public SortedMap<String, Boolean> run(TestBed bed) {
    try (PortPath path = bed.open()) {
      ScriptedFlows flows = flows(path);
      toTheEnd(flows, path);
      return passed(flows, name);
    }
  }

  /** Harmless flows alone: of what the device blocks, there is nothing to go on with. */
  @Override
  public Standing open(TestBed bed) {
    if (kind == Kind.BLOCKABLE) {
      return Standing.none();
    }
    PortPath path = bed.open();
    try {
      return new OpenFlows(path);
    } catch (RuntimeException e) {
      path.close();
      throw e;
    }
  }

  private ScriptedFlows flows(PortPath path) {
    return new ScriptedFlows(
        path, FlowAddresses.fresh(serverPort), scripts, scripts.size(), PATIENCE);
  }

  private static void toTheEnd(ScriptedFlows flows, PortPath path) {
    for (int flow = 0; flow < flows.size(); flow++) {
      flows.proceed(flow);
    }
    while (flows.onTheirWay() > 0) {
      if (flows.poll() == 0) {
        path.pause(IDLE_NANOS);
      }
    }
  }

  private static SortedMap<String, Boolean> passed(ScriptedFlows flows, String name) {
    SortedMap<String, Boolean> passed = new TreeMap<>();
    for (int flow = 0; flow < flows.size(); flow++) {
      passed.put("%s-%03d".formatted(name, flow + 1), flows.hasPassed(flow));
    }
    return passed;
  }

  /** Flows that wait after their first three packets, which are TCP's handshake. */
  private final class OpenFlows implements Standing {
    private final PortPath path;
    private final ScriptedFlows flows;

    OpenFlows(PortPath path) {
      this.path = path;
      this.flows = flows(path);
      flows.waitBefore(FlowScript.HANDSHAKE);
      toTheEnd(flows, path);
    }

    @Override
    public SortedMap<String, Boolean> goOn() {
      flows.waitBefore(Integer.MAX_VALUE);
      toTheEnd(flows, path);
      return passed(flows, "open-" + name);
    }

    @Override
    public void close() {
      path.close();
    }
  }
}
