package org.dreyfus.recorder.scenario.reenacted;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against napster.txt of opennap 0.44, sections 2 and 3. */
@Tag("slow")
final class NapsterScriptTest {

  private static final Script NAPSTER = new Script("napster");

  @Test
  void lengthAndTypeStandBeforeTheTextLeastSignificantByteFirst() throws Exception {
    String text = "foo badpass 6699 \"nap v0.8\" 3";
    assertThat(NAPSTER.print("message(2, '" + text + "').hex()")).isEqualTo("1d000200" + hex(text));
    assertThat(NAPSTER.print("message(FOUND_ALL).hex()")).isEqualTo("0000ca00");
    assertThat(NAPSTER.print("message(DOWNLOAD, 'x' * 300)[:4].hex()")).isEqualTo("2c01cb00");
  }

  @Test
  void quotedNamesAreOneField() throws Exception {
    assertThat(NAPSTER.print("fields('lefty \"C:\\\\My Files\\\\a song.mp3\" 0')"))
        .isEqualTo("['lefty', 'C:\\\\My Files\\\\a song.mp3', '0']");
  }

  @Test
  void addressesAreNumbersReadBackwards() throws Exception {
    assertThat(NAPSTER.print("number_of('10.101.120.133')")).isEqualTo("2239259914");
    assertThat(NAPSTER.print("address_of('2239259914')")).isEqualTo("10.101.120.133");
  }

  @Test
  void onlyTheStartOfAFileIsHashed() throws Exception {
    assertThat(NAPSTER.print("digest(b'')")).isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
    assertThat(NAPSTER.print("digest(b'a' * 299008) == digest(b'a' * 299009)")).isEqualTo("True");
    assertThat(NAPSTER.print("digest(b'a' * 299007) == digest(b'a' * 299008)")).isEqualTo("False");
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
  }
}
