package org.dreyfus.external.line;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.external.Breach;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one line of a plugin's output: rules O2, F1 and V1 to V3 of {@code classifier/STREAM.md}.
 * Members that the contract does not name are ignored.
 */
public final class LineParser {

  private static final int DEEPEST = 8;
  private static final int LONGEST_PROTOCOL = 64;
  private static final int LONGEST_REASON = 300;
  private static final int LARGEST_PORT = 65_535;

  private final JsonMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * @param bytes holds the line
   * @param length of it from the array's beginning, without the line's end
   * @throws InvalidLineException when it is no line of the contract
   */
  public Line parse(byte[] bytes, int length) throws InvalidLineException {
    JsonNode line = tree(bytes, length);
    if (line.has("seen")) {
      return new Line.Marker(integer(line, "seen", 0).orElseThrow());
    } else if (line.has("accuse")) {
      return new Line.Accusation(
          address(line, "accuse"), text(line, "reason", LONGEST_REASON).orElse(""));
    }
    OptionalDouble score = score(line);
    if (score.isPresent() && !line.has("verdict") && !line.has("protocol")) {
      return new Line.Score(flow(line), score.getAsDouble());
    }
    return new Line.Decision(flow(line), verdict(line), integer(line, "at", 1), score);
  }

  private JsonNode tree(byte[] bytes, int length) throws InvalidLineException {
    JsonNode line;
    try {
      line = json.readTree(bytes, 0, length);
    } catch (JacksonException e) {
      throw new InvalidLineException(
          isUtf8(bytes, length) ? Breach.NOT_A_LINE : Breach.NOT_TEXT,
          "not JSON: " + e.getOriginalMessage());
    }
    if (!line.isObject()) {
      throw new InvalidLineException(Breach.NOT_A_LINE, "not a JSON object");
    }
    return line;
  }

  private static boolean isUtf8(byte[] bytes, int length) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static FlowName flow(JsonNode line) throws InvalidLineException {
    OptionalLong packet = integer(line, "packet", 1);
    if (packet.isPresent()) {
      return new FlowName.ByFrame(packet.getAsLong());
    }
    Optional<String> communityId = text(line, "community_id", LONGEST_PROTOCOL);
    if (communityId.isPresent()) {
      return new FlowName.ByCommunityId(communityId.get());
    }
    if (line.has("src_ip")) {
      return tuple(line);
    }
    throw new InvalidLineException(
        "names no flow: give packet, community_id, or src_ip, src_port, dest_ip, dest_port, proto");
  }

  private static FlowName tuple(JsonNode line) throws InvalidLineException {
    return new FlowName.ByTuple(
        address(line, "src_ip"),
        port(line, "src_port"),
        address(line, "dest_ip"),
        port(line, "dest_port"),
        ipProtocol(line));
  }

  private static int port(JsonNode line, String member) throws InvalidLineException {
    long port = integer(line, member, 0).orElse(0);
    if (port > LARGEST_PORT) {
      throw new InvalidLineException(member + " must be 0 to 65535");
    }
    return (int) port;
  }

  private static int ipProtocol(JsonNode line) throws InvalidLineException {
    JsonNode proto = line.path("proto");
    if (proto.isIntegralNumber() && proto.canConvertToInt()) {
      int number = proto.intValue();
      if (number >= 0 && number <= 255) {
        return number;
      }
    } else if (proto.isString()) {
      Optional<Integer> named = IpProtocolNames.number(proto.stringValue());
      if (named.isPresent()) {
        return named.get();
      }
    }
    throw new InvalidLineException("proto must be 0 to 255, or one of " + IpProtocolNames.all());
  }

  private static InetAddress address(JsonNode line, String member) throws InvalidLineException {
    JsonNode value = line.path(member);
    Optional<InetAddress> address =
        value.isString() ? AddressText.parse(value.stringValue()) : Optional.empty();
    return address.orElseThrow(
        () -> new InvalidLineException(member + " must be an IPv4 or IPv6 address as text"));
  }

  private static Verdict verdict(JsonNode line) throws InvalidLineException {
    Optional<String> protocol = text(line, "protocol", LONGEST_PROTOCOL);
    String verdict =
        text(line, "verdict", LONGEST_PROTOCOL)
            .or(() -> protocol.map(name -> "identified"))
            .orElseThrow(
                () -> new InvalidLineException("says neither verdict, protocol nor score"));
    boolean settled = isFinal(line);
    return switch (verdict.toLowerCase(Locale.ROOT)) {
      case "block" ->
          new Verdict.Blocked(
              protocol.orElse(Verdict.UNKNOWN_PROTOCOL),
              text(line, "reason", LONGEST_REASON).orElse(""));
      case "allow" -> new Verdict.Allowed(protocol.orElse(Verdict.UNKNOWN_PROTOCOL));
      case "identified" ->
          new Verdict.Identified(
              protocol.orElseThrow(
                  () -> new InvalidLineException("verdict identified needs a protocol")),
              settled);
      case "undecided" -> Verdict.undecided();
      default ->
          throw new InvalidLineException(
              "verdict must be block, allow, identified or undecided, not '" + verdict + "'");
    };
  }

  private static boolean isFinal(JsonNode line) throws InvalidLineException {
    JsonNode value = line.path("final");
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw new InvalidLineException("final must be true or false");
    }
    return value.isMissingNode() || value.booleanValue();
  }

  private static OptionalDouble score(JsonNode line) throws InvalidLineException {
    JsonNode value = line.path("score");
    if (value.isMissingNode()) {
      return OptionalDouble.empty();
    }
    double score = value.isNumber() ? value.doubleValue() : Double.NaN;
    if (!(score >= 0 && score <= 1)) {
      throw new InvalidLineException(Breach.BAD_SCORE, "score must be a number from 0 to 1");
    }
    return OptionalDouble.of(score);
  }

  private static OptionalLong integer(JsonNode line, String member, long least)
      throws InvalidLineException {
    JsonNode value = line.path(member);
    if (value.isMissingNode()) {
      return OptionalLong.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < least) {
      throw new InvalidLineException(member + " must be a whole number, at least " + least);
    }
    return OptionalLong.of(value.longValue());
  }

  private static Optional<String> text(JsonNode line, String member, int longest)
      throws InvalidLineException {
    JsonNode value = line.path(member);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isString() || value.stringValue().isEmpty()) {
      throw new InvalidLineException(member + " must be text");
    }
    String text = value.stringValue();
    if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidLineException(
          member + " must be at most " + longest + " characters, without control characters");
    }
    return Optional.of(text);
  }
}
