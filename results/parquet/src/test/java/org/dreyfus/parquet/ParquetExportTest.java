package org.dreyfus.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.bundle.ClassifierFacts;
import org.dreyfus.bundle.DecisionPoint;
import org.dreyfus.bundle.RunManifest;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Origin;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Session;
import org.dreyfus.report.export.ObservationExport;
import org.dreyfus.report.text.ObservationColumn;
import org.dreyfus.report.text.ObservationLine;
import org.dreyfus.scoring.CorpusFacts;
import org.dreyfus.scoring.FlowRef;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.Outcome;
import org.dreyfus.scoring.RunEvidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back by DuckDB itself. */
class ParquetExportTest {

  private static final int FLOWS = 5_000;
  private static final String NAME = "O'Hara \"says\", 1;\n– é";

  @TempDir Path folder;

  private static Bundle bundle() {
    CorpusFacts corpus = new CorpusFacts("test", "1", "00", true, "none");
    List<Observation> observations = new ArrayList<>();
    for (int i = 1; i <= FLOWS; i++) {
      observations.add(observation(i));
    }
    RunManifest manifest =
        new RunManifest(
            RunManifest.SCHEMA_VERSION,
            "test",
            new ClassifierFacts("x", "X", "1", "V", "D.", false, Set.of()),
            "11",
            corpus,
            Map.of(),
            Map.of(),
            1,
            true,
            3,
            DecisionPoint.IN_PROCESS,
            Map.of(),
            Set.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            "./dreyfus evaluate");
    RunEvidence evidence =
        new RunEvidence(
            corpus,
            List.of(session()),
            observations,
            Set.of(new FlowRef("s", 7)),
            3,
            Set.of(),
            List.of());
    return new Bundle(manifest, evidence, List.of(), List.of());
  }

  private static Observation observation(int i) {
    Label label =
        new Label(
            LegalStatus.LEGAL,
            LegalBasis.OPEN_LICENCE,
            Protection.PLAIN,
            "HTTP",
            Optional.empty(),
            NAME,
            Role.CONTENT,
            Optional.of("work"),
            Optional.empty());
    return new Observation(
        "s",
        i,
        label,
        10,
        3_000_000_000L + i,
        10,
        1_000,
        i,
        new Outcome.Answered(),
        Observation.VerdictKind.ALLOW,
        i % 2 == 0 ? Optional.of(NAME) : Optional.empty(),
        1,
        Observation.Action.PASS,
        i % 4 == 0 ? Optional.of(i / 10_000.0) : Optional.empty());
  }

  private static Session session() {
    return new Session(
        1,
        "s",
        "scenario",
        "A story.",
        "cluster",
        Origin.RECORDED,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Map.of(),
        "capture.pcap",
        0,
        1,
        List.of(),
        Session.Rekeying.FULL,
        new Session.Checks(true, true, "by hand"));
  }

  private Path written() throws IOException {
    ObservationExport export =
        ServiceLoader.load(ObservationExport.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(each -> each.format().equals("parquet"))
            .findFirst()
            .orElseThrow();
    Path file = folder.resolve("it's.parquet");
    export.write(bundle(), file);
    return file;
  }

  private static String from(Path file) {
    return " FROM read_parquet('" + file.toString().replace("'", "''") + "')";
  }

  @Test
  void countsAndSumsAreTheSame() throws IOException, SQLException {
    Path file = written();
    try (Connection memory = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = memory.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*), sum(bytes), sum(content_bytes_before_block), count(score),"
                    + " sum(score), count(named_protocol), count(*) FILTER (NOT stable),"
                    + " count(DISTINCT flow), count(carries), max(application)"
                    + from(file))) {
      assertThat(row.next()).isTrue();
      long sum = (long) FLOWS * (FLOWS + 1) / 2;
      assertThat(row.getLong(1)).isEqualTo(FLOWS);
      assertThat(row.getLong(2)).isEqualTo(3_000_000_000L * FLOWS + sum);
      assertThat(row.getLong(3)).isEqualTo(sum);
      assertThat(row.getLong(4)).isEqualTo(FLOWS / 4);
      assertThat(row.getDouble(5))
          .isEqualTo(
              RunEvidence.of(bundle().evidence()).observations().stream()
                  .flatMap(flow -> flow.score().stream())
                  .mapToDouble(score -> score)
                  .sum(),
              org.assertj.core.api.Assertions.within(1e-6));
      assertThat(row.getLong(6)).isEqualTo(FLOWS / 2);
      assertThat(row.getLong(7)).isEqualTo(1);
      assertThat(row.getLong(8)).isEqualTo(FLOWS);
      assertThat(row.getLong(9)).isZero();
      assertThat(row.getString(10)).isEqualTo(NAME);
    }
  }

  @Test
  void everyColumnOfEveryRowIsTheSame() throws IOException, SQLException {
    List<ObservationLine> lines = ObservationLine.of(bundle()).toList();
    Path file = written();
    try (Connection memory = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = memory.createStatement();
        ResultSet rows = statement.executeQuery("SELECT *" + from(file) + " ORDER BY flow")) {
      for (ObservationLine line : lines) {
        assertThat(rows.next()).isTrue();
        for (ObservationColumn column : ObservationColumn.ALL) {
          assertThat(Optional.ofNullable(rows.getObject(column.name())))
              .as(column.name())
              .isEqualTo(column.value().apply(line));
        }
      }
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void aPlaceThatIsNotThereIsNamed() {
    Path file = folder.resolve("missing").resolve("x.parquet");
    assertThatThrownBy(() -> new ParquetExport().write(bundle(), file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("x.parquet: there is no such folder");
  }
}
