package org.dreyfus.exchange.mapped;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dreyfus.capture.flow.CommunityId;
import org.dreyfus.classifier.FlowKey;
import org.dreyfus.exchange.ExchangeException;
import org.dreyfus.exchange.flows.FlowFacts;
import org.dreyfus.exchange.labels.Place;
import org.dreyfus.exchange.rebuilt.RebuiltPacket;
import org.dreyfus.exchange.rebuilt.RebuiltPacket.Tcp;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of MIRAGE-2019: an object with one biflow a 5-tuple ({@code
 * source,port,destination,port,protocol}), each with a list of values a packet. True are addresses,
 * ports, directions, payload lengths, windows, gaps between packets, and payload as far as {@code
 * L4_raw_payload} has it. Made up are all else in headers (sequence numbers count payload, the only
 * flag is ACK) and, where {@code timestamp} is missing, when a biflow began: one after another, a
 * second apart, from 1970 on.
 */
final class MirageFile implements MappedLabels.SourceFacts {

  private static final long GAP_NANOS = 1_000_000_000L;
  private static final int NANO_DIGITS = 9;

  private final Place place;
  private final List<RebuiltPacket> packets = new ArrayList<>();
  private final Map<String, Map<String, String>> metadata = new HashMap<>();
  private long nextStartNanos = GAP_NANOS;

  private MirageFile(Path file) {
    this.place = Place.file(file);
  }

  static MirageFile read(Path path) throws IOException {
    MirageFile file = new MirageFile(path);
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(path.toFile());
    } catch (JacksonException e) {
      throw file.place.problem("is no JSON (" + e.getOriginalMessage() + "); copy it again");
    }
    if (!root.isObject()) {
      throw file.place.problem("holds no object of biflows, as MIRAGE-2019 has it");
    }
    for (Map.Entry<String, JsonNode> biflow : root.properties()) {
      file.add(biflow.getKey(), biflow.getValue());
    }
    return file;
  }

  List<RebuiltPacket> packets() {
    return packets;
  }

  /** The metadata of the biflow, {@code BF_label} among it. */
  @Override
  public Map<String, String> of(FlowFacts flow) {
    return metadata.getOrDefault(flow.communityId(), Map.of());
  }

  private void add(String name, JsonNode biflow) throws IOException {
    FlowKey key = key(name);
    JsonNode data = biflow.path("packet_data");
    int count = list(name, data, "packet_dir").size();
    long[] times = times(name, data, count);
    JsonNode sizes = list(name, data, "L4_payload_bytes", count);
    JsonNode windows = data.path("TCP_win_size");
    JsonNode payloads = data.path("L4_raw_payload");
    long[] sent = {1, 1};
    for (int i = 0; i < count; i++) {
      int direction = data.path("packet_dir").get(i).asInt(0) == 0 ? 0 : 1;
      int payloadBytes = sizes.get(i).asInt(0);
      Tcp tcp = new Tcp(sent[direction], sent[1 - direction], Tcp.ACK, windows.path(i).asInt(0));
      sent[direction] += payloadBytes;
      packets.add(
          packet(key, direction == 0, times[i], tcp, payloadBytes, bytes(payloads.path(i))));
    }
    Map<String, String> facts = new LinkedHashMap<>();
    biflow
        .path("flow_metadata")
        .properties()
        .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asString("")));
    metadata.put(CommunityId.of(key), facts);
  }

  private static RebuiltPacket packet(
      FlowKey key, boolean forward, long nanos, Tcp tcp, int payloadBytes, byte[] payload) {
    return new RebuiltPacket(
        nanos,
        forward ? key.initiator() : key.responder(),
        forward ? key.initiatorPort() : key.responderPort(),
        forward ? key.responder() : key.initiator(),
        forward ? key.responderPort() : key.initiatorPort(),
        key.ipProtocol(),
        tcp,
        payloadBytes,
        payload);
  }

  private FlowKey key(String name) throws IOException {
    String[] parts = name.split(",", -1);
    boolean known =
        parts.length == 5
            && parts[0].matches("[0-9.]+|[0-9A-Fa-f:]+")
            && parts[2].matches("[0-9.]+|[0-9A-Fa-f:]+")
            && parts[1].matches("\\d{1,5}")
            && parts[3].matches("\\d{1,5}")
            && parts[4].matches("6|17");
    if (!known) {
      throw place.problem("biflow '" + name + "' is not named source,port,destination,port,6|17");
    }
    return new FlowKey(
        InetAddress.getByName(parts[0]),
        Integer.parseInt(parts[1]),
        InetAddress.getByName(parts[2]),
        Integer.parseInt(parts[3]),
        Integer.parseInt(parts[4]));
  }

  private long[] times(String name, JsonNode data, int count) throws ExchangeException {
    long[] times = new long[count];
    if (data.has("timestamp")) {
      JsonNode stamps = list(name, data, "timestamp", count);
      for (int i = 0; i < count; i++) {
        times[i] = nanos(stamps.get(i));
      }
      return times;
    }
    JsonNode gaps = list(name, data, "iat", count);
    long now = nextStartNanos;
    for (int i = 0; i < count; i++) {
      now += i == 0 ? 0 : nanos(gaps.get(i));
      times[i] = now;
    }
    nextStartNanos = now + GAP_NANOS;
    return times;
  }

  private static long nanos(JsonNode seconds) {
    return new BigDecimal(seconds.asString("0")).movePointRight(NANO_DIGITS).longValue();
  }

  private JsonNode list(String name, JsonNode data, String field, int length)
      throws ExchangeException {
    JsonNode list = list(name, data, field);
    if (list.size() != length) {
      throw place.problem(
          "biflow '%s': %s has %d values, packet_dir has %d"
              .formatted(name, field, list.size(), length));
    }
    return list;
  }

  private JsonNode list(String name, JsonNode data, String field) throws ExchangeException {
    JsonNode list = data.path(field);
    if (!list.isArray()) {
      throw place.problem("biflow '%s' has no list packet_data.%s".formatted(name, field));
    }
    return list;
  }

  private static byte[] bytes(JsonNode list) {
    byte[] bytes = new byte[list.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) list.get(i).asInt(0);
    }
    return bytes;
  }
}
