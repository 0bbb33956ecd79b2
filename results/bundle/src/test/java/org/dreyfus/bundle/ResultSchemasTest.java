package org.dreyfus.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dreyfus.corpus.codec.RecordSchema;
import org.dreyfus.scoring.Accusation;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.RunEvidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ResultSchemasTest {

  private static final Path SOURCES = Path.of("src/main/resources/org/dreyfus/bundle/schema");

  static Stream<Arguments> records() {
    return ResultSchemas.records().entrySet().stream()
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("records")
  void theSchemaSaysWhatTheRecordSays(String name, Class<?> type) throws IOException {
    String expected = ResultJson.json().pretty(RecordSchema.of(ResultSchemas.idOf(name), type));
    Path file = SOURCES.resolve(name + ".schema.json");
    if (Boolean.getBoolean("dreyfus.regolden")) {
      Files.createDirectories(SOURCES);
      Files.writeString(file, expected);
    }
    assertThat(Files.readString(file))
        .as("run the test with -Ddreyfus.regolden=true when the change is meant")
        .isEqualTo(expected);
  }

  @Test
  void whatIsWrittenFitsTheSchemas() throws IOException {
    Bundle bundle = Runs.bundle();
    assertThat(violations("run", ResultJson.json().pretty(bundle.manifest()))).isEmpty();
    for (Observation observation : RunEvidence.of(bundle.evidence()).observations()) {
      assertThat(violations("observation", ResultJson.json().line(observation))).isEmpty();
    }
    for (Accusation accusation : RunEvidence.of(bundle.evidence()).accusations()) {
      assertThat(violations("accusation", ResultJson.json().line(accusation))).isEmpty();
    }
    assertThat(
            violations("scorecard", ResultJson.json().pretty(Scorecards.of(bundle.scorecards()))))
        .isEmpty();
    Beside beside =
        new Beside(
            Beside.SCHEMA_VERSION,
            List.of(
                Beside.Blocker.of(
                    bundle.manifest().classifier(), bundle.scorecards().get(0), "00", true)));
    assertThat(violations("beside", ResultJson.json().pretty(beside))).isEmpty();
    for (Path file : InputFiles.in(Runs.CLAIMS)) {
      assertThat(violations("claims", Files.readString(file))).isEmpty();
    }
    for (Path file : InputFiles.in(Runs.POLICIES)) {
      assertThat(violations("policy", Files.readString(file))).isEmpty();
    }
  }

  @Test
  void theSchemaRefusesAnUnknownOutcome() throws IOException {
    String line =
        ResultJson.json().line(RunEvidence.of(Runs.bundle().evidence()).observations().get(0));
    assertThat(violations("observation", line.replace("answered", "perfect"))).isNotEmpty();
  }

  private static List<com.networknt.schema.Error> violations(String name, String json)
      throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(ResultSchemas.text(name))
        .validate(json, InputFormat.JSON);
  }
}
