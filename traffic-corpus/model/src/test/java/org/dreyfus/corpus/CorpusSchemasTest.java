package org.dreyfus.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dreyfus.corpus.codec.RecordSchema;
import org.dreyfus.corpus.codec.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CorpusSchemasTest {

  private static final StrictJson JSON = StrictJson.plain();
  private static final Path SOURCES = Path.of("src/main/resources/org/dreyfus/corpus/schema");

  static Stream<Arguments> records() {
    return CorpusSchemas.records().entrySet().stream()
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("records")
  void theSchemaSaysWhatTheRecordSays(String name, Class<?> type) throws Exception {
    String expected = JSON.pretty(RecordSchema.of(CorpusSchemas.idOf(name), type));
    if (Boolean.getBoolean("dreyfus.regolden")) {
      Files.createDirectories(SOURCES);
      Files.writeString(SOURCES.resolve(name + ".schema.json"), expected);
    }
    assertThat(Files.readString(SOURCES.resolve(name + ".schema.json")))
        .as("run the test with -Ddreyfus.regolden=true when the change is meant")
        .isEqualTo(expected);
  }

  @Test
  void whatIsWrittenFitsTheSchema() throws Exception {
    assertThat(violations("session", JSON.pretty(Samples.session("s-1")))).isEmpty();
    assertThat(violations("flow", JSON.line(Samples.flow(1, Samples.legal())))).isEmpty();
    assertThat(
            violations(
                "works",
                JSON.pretty(new Catalogue(Catalogue.SCHEMA_VERSION, List.of(Samples.work())))))
        .isEmpty();
  }

  @Test
  void theSchemaRefusesWhatTheReaderRefuses() throws Exception {
    String flow = JSON.line(Samples.flow(1, Samples.legal()));
    assertThat(violations("flow", flow.replace("\"LEGAL\"", "\"legal\""))).isNotEmpty();
    assertThat(violations("flow", flow.replace("\"srcPort\"", "\"sourcePort\""))).isNotEmpty();
  }

  private static List<com.networknt.schema.Error> violations(String name, String json)
      throws Exception {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(CorpusSchemas.text(name));
    return schema.validate(json, InputFormat.JSON);
  }
}
