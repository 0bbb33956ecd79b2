package org.dreyfus.exchange.pcapml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.dreyfus.exchange.ExchangeException;
import org.dreyfus.exchange.labels.LabelFields;
import org.dreyfus.exchange.labels.Place;
import org.junit.jupiter.api.Test;

class PcapmlCommentTest {

  private static final Place PLACE = Place.file(Path.of("test"));
  private static final String LETTERS = "ab,=%2C5 \n\t\u00e4\u007f";

  private static PcapmlComment parse(String text) throws ExchangeException {
    return PcapmlComment.parse(text, PLACE);
  }

  @Test
  void legacyLabelsMayHoldAnything() throws ExchangeException {
    assertThat(parse("18205618432581910911,windows-10, x=y").facts())
        .containsExactly(Map.entry(LabelFields.CLASS, "windows-10, x=y"));
    assertThat(parse("18205618432581910911,windows-10").sample()).isEqualTo("18205618432581910911");
  }

  /** A percent sign of other writers is one. */
  @Test
  void undoesItsOwnEscapesOnly() throws ExchangeException {
    assertThat(parse("s=1,a=100%,b=%41%2c%25").facts())
        .containsEntry("a", "100%")
        .containsEntry("b", "%41,%");
  }

  @Test
  void whatIsWrittenIsReadBack() throws ExchangeException {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      Map<String, String> facts = new LinkedHashMap<>();
      for (int i = 0; i < random.nextInt(5); i++) {
        facts.put("k" + i + text(random), text(random));
      }
      PcapmlComment comment = new PcapmlComment("1" + text(random), facts);
      assertThat(parse(comment.text())).isEqualTo(comment);
      assertThat(comment.text()).doesNotContain("\n");
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
