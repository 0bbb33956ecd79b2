package org.dreyfus.external.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.dreyfus.classifier.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that the contract allows, and lines that it does not; the schema says the same of each. */
class LineParserTest {

  private final LineParser parser = new LineParser();

  private Line parse(String line) throws InvalidLineException {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return parser.parse(bytes, bytes.length);
  }

  private static Schema schema() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            LineParser.class.getResourceAsStream("/org/dreyfus/external/line.schema.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    }
  }

  @Test
  void aBlockNamesItsFlowByFrame() throws Exception {
    assertThat(parse("{\"packet\":17,\"verdict\":\"block\",\"protocol\":\"BitTorrent\",\"at\":21}"))
        .isEqualTo(
            new Line.Decision(
                new FlowName.ByFrame(17),
                new Verdict.Blocked("BitTorrent", ""),
                OptionalLong.of(21),
                OptionalDouble.empty()));
  }

  @Test
  void aProtocolAloneIdentifies() throws Exception {
    assertThat(
            parse(
                "{\"src_ip\":\"10.0.0.1\",\"src_port\":1,\"dest_ip\":\"2001:db8::1\",\"dest_port\":2,"
                    + "\"proto\":\"tcp\",\"protocol\":\"TLS\",\"final\":false}"))
        .isEqualTo(
            new Line.Decision(
                new FlowName.ByTuple(
                    InetAddress.getByName("10.0.0.1"),
                    1,
                    InetAddress.getByName("2001:db8::1"),
                    2,
                    6),
                new Verdict.Identified("TLS", false),
                OptionalLong.empty(),
                OptionalDouble.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"packet\":1,\"verdict\":\"allow\"}",
        "{\"packet\":1,\"verdict\":\"undecided\"}",
        "{\"packet\":1,\"protocol\":\"TLS\"}",
        "{\"packet\":1,\"score\":0.5}",
        "{\"packet\":1,\"score\":1,\"verdict\":\"block\",\"reason\":\"looks so\",\"extra\":[]}",
        "{\"community_id\":\"1:LQU9qZlK+B5F3KDmev6m5PMibrg=\",\"verdict\":\"allow\"}",
        "{\"src_ip\":\"10.0.0.1\",\"dest_ip\":\"10.0.0.2\",\"proto\":47,\"verdict\":\"block\"}",
        "{\"accuse\":\"10.0.0.1\",\"reason\":\"peer list\"}",
        "{\"accuse\":\"10.0.0.1\"}",
        "{\"seen\":0}"
      })
  void theContractAllows(String line) throws Exception {
    assertThat(parse(line)).isNotNull();
    assertThat(schema().validate(line, InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"packet\":0,\"verdict\":\"allow\"} | packet must be a whole number, at least 1",
        "{\"packet\":1.5,\"verdict\":\"allow\"} | packet must be a whole number",
        "{\"packet\":\"1\",\"verdict\":\"allow\"} | packet must be a whole number",
        "{\"verdict\":\"allow\"} | names no flow",
        "{\"packet\":1} | neither verdict, protocol nor score",
        "{\"packet\":1,\"verdict\":\"maybe\"} | verdict must be block, allow",
        "{\"packet\":1,\"verdict\":\"identified\"} | needs a protocol",
        "{\"packet\":1,\"verdict\":\"block\",\"at\":0} | at must be",
        "{\"packet\":1,\"score\":1.1} | score must be",
        "{\"packet\":1,\"score\":\"high\"} | score must be",
        "{\"packet\":1,\"protocol\":\"TLS\",\"final\":\"no\"} | final must be true or false",
        "{\"packet\":1,\"protocol\":\"\"} | protocol must be text",
        "{\"packet\":1,\"protocol\":\"a\\u0007b\"} | without control characters",
        "{\"src_ip\":\"10.0.0.1\",\"src_port\":70000,\"dest_ip\":\"10.0.0.2\",\"proto\":6,\"verdict\":\"allow\"} | src_port must be 0 to 65535",
        "{\"src_ip\":\"10.0.0.1\",\"dest_ip\":\"10.0.0.2\",\"proto\":300,\"verdict\":\"allow\"} | proto must be",
        "{\"seen\":-1} | seen must be",
        "[1] | not a JSON object",
        "garbage | not JSON",
      })
  void theContractRefuses(String line, String why) throws Exception {
    assertThatThrownBy(() -> parse(line.strip()))
        .isInstanceOf(InvalidLineException.class)
        .hasMessageContaining(why);
    if (!line.startsWith("garbage")) {
      assertThat(schema().validate(line.strip(), InputFormat.JSON)).isNotEmpty();
    }
  }

  /** What no schema can say. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"accuse\":\"example.org\"}",
        "{\"accuse\":\"1.2.3\"}",
        "{\"accuse\":\"abc.de\"}",
        "{\"packet\":1,\"packet\":2,\"verdict\":\"allow\"}",
        "{\"packet\":1,\"verdict\":\"allow\"} trailing",
        "{\"packet\":1,\"verdict\":\"allow\",\"x\":[[[[[[[[[[1]]]]]]]]]]}"
      })
  void namesDuplicatesAndDepthAreRefused(String line) {
    assertThatThrownBy(() -> parse(line)).isInstanceOf(InvalidLineException.class);
  }

  @Test
  void whateverComesIsALineOrIsRefused() {
    SplittableRandom random = new SplittableRandom(7);
    byte[] good =
        "{\"packet\":17,\"verdict\":\"block\",\"protocol\":\"TLS\",\"at\":21,\"score\":0.25}"
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 20_000; i++) {
      byte[] spoilt = good.clone();
      for (int change = random.nextInt(1, 6); change > 0; change--) {
        spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
      }
      int length = random.nextInt(spoilt.length + 1);
      try {
        assertThat(parser.parse(spoilt, length)).isNotNull();
      } catch (InvalidLineException expected) {
        assertThat(expected.problem()).isNotBlank();
      }
    }
  }
}
