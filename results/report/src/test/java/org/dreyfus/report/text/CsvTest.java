package org.dreyfus.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

  @Test
  void cellsStandBetweenCommas() {
    assertThat(Csv.line(List.of("a", 1, 2L, true, ""))).isEqualTo("a,1,2,true,\n");
    assertThat(Csv.line(List.of())).isEqualTo("\n");
  }

  @Test
  void whatWouldEndACellIsQuoted() {
    assertThat(Csv.line(List.of("a,b", "say \"no\"", "x\ny", "x\ry", "plain text; 'so'")))
        .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"x\ny\",\"x\ry\",plain text; 'so'\n");
  }
}
