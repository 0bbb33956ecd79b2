package org.dreyfus.capture.rekey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.dreyfus.capture.rekey.Mention.Form;
import org.junit.jupiter.api.Test;

final class MentionTest {

  @Test
  void everyLabAddressHasTenDigitsReadLittleEndian() throws Exception {
    assertThat(decimal("10.100.100.100")).isEqualTo("1684300810");
    assertThat(decimal("10.199.199.199")).isEqualTo("3351758602");
  }

  private static String decimal(String address) throws Exception {
    byte[] text = Form.DECIMAL_LITTLE_ENDIAN.write(InetAddress.getByName(address));
    return new String(text, StandardCharsets.US_ASCII);
  }
}
