package org.dreyfus.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.dreyfus.classifier.FlowKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommunityIdTest {

  @ParameterizedTest
  @CsvSource({
    "6,128.232.110.120,34855,66.35.250.204,80,1:LQU9qZlK+B5F3KDmev6m5PMibrg=",
    "6,66.35.250.204,80,128.232.110.120,34855,1:LQU9qZlK+B5F3KDmev6m5PMibrg=",
  })
  void agreesWithTheSpecification(
      int protocol, String from, int fromPort, String to, int toPort, String expected)
      throws UnknownHostException {
    FlowKey key =
        new FlowKey(
            InetAddress.getByName(from), fromPort, InetAddress.getByName(to), toPort, protocol);
    assertThat(CommunityId.of(key)).isEqualTo(expected);
    assertThat(CommunityId.of(key, 1)).startsWith("1:").isNotEqualTo(expected);
  }
}
