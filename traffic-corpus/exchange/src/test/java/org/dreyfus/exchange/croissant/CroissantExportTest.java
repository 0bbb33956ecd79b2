package org.dreyfus.exchange.croissant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Sha256;
import org.dreyfus.exchange.Corpora;
import org.dreyfus.exchange.SmallCapture;
import org.dreyfus.exchange.labels.LabelFields;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against what Croissant 1.0 requires of data sets, files, record sets and fields. */
class CroissantExportTest {

  private static final Publication PUBLICATION =
      new Publication("https://example.org/corpus", "Somebody", LocalDate.of(2026, 1, 31));

  @TempDir Path folder;

  private Path out;
  private JsonNode metadata;

  @BeforeEach
  void export() throws IOException {
    SmallCapture capture = new SmallCapture().tcp(0, 40_000, 80, "x");
    Corpus corpus =
        Corpora.small(folder.resolve("corpus"), capture, LabelFields.unnamed("no"), List.of());
    out = folder.resolve("metadata").resolve("croissant.json");
    CroissantExport.write(corpus, PUBLICATION, out);
    metadata = JsonMapper.shared().readTree(out.toFile());
  }

  @Test
  void aDataSetHasWhatIsRequired() {
    assertThat(metadata.path("@type").asString()).isEqualTo("sc:Dataset");
    assertThat(metadata.path("conformsTo").asString())
        .isEqualTo("http://mlcommons.org/croissant/1.0");
    for (String required :
        List.of("name", "description", "license", "url", "creator", "datePublished")) {
      assertThat(metadata.path(required).isMissingNode()).as(required).isFalse();
    }
    assertThat(metadata.path("datePublished").asString()).isEqualTo("2026-01-31");
    assertThat(metadata.path("version").asString()).matches("\\d+\\.\\d+\\.\\d+");
    JsonNode context = metadata.path("@context");
    assertThat(context.path("@vocab").asString()).isEqualTo("https://schema.org/");
    assertThat(context.path("cr").asString()).isEqualTo("http://mlcommons.org/croissant/");
  }

  @Test
  void everyFileIsThereWithItsDigest() throws IOException {
    Set<String> ids = new HashSet<>();
    for (JsonNode file : metadata.path("distribution")) {
      assertThat(ids.add(file.path("@id").asString())).as("ids are unique").isTrue();
      if (file.path("@type").asString().equals("cr:FileObject")) {
        Path there = out.resolveSibling(file.path("contentUrl").asString());
        assertThat(Sha256.of(there)).isEqualTo(file.path("sha256").asString());
        assertThat(file.path("contentSize").asString()).isEqualTo(Files.size(there) + " B");
        assertThat(file.path("encodingFormat").asString()).isNotEmpty();
      }
    }
    assertThat(ids).contains("corpus.json", "works.json", "sessions/first/capture.pcap");
    try (Stream<Path> files = Files.walk(folder.resolve("corpus"))) {
      assertThat(ids).hasSize((int) files.filter(Files::isRegularFile).count() + 2);
    }
  }

  @Test
  void everyFieldHasASourceThatExists() throws IOException {
    for (JsonNode set : metadata.path("recordSet")) {
      assertThat(set.path("@type").asString()).isEqualTo("cr:RecordSet");
      Set<String> fields = new HashSet<>();
      for (JsonNode field : set.path("field")) {
        assertThat(field.path("@type").asString()).isEqualTo("cr:Field");
        assertThat(field.path("dataType").asString()).matches("sc:(Text|Integer)");
        fields.add(field.path("@id").asString());
        requireSource(field.path("source"));
      }
      for (JsonNode key : set.path("key")) {
        assertThat(fields).contains(key.path("@id").asString());
      }
    }
    assertThat(metadata.path("recordSet")).hasSize(2);
  }

  private void requireSource(JsonNode source) throws IOException {
    String id = source.path("fileSet").path("@id").asString();
    List<JsonNode> sets =
        metadata
            .path("distribution")
            .valueStream()
            .filter(file -> file.path("@id").asString().equals(id))
            .toList();
    assertThat(sets).hasSize(1);
    assertThat(sets.get(0).path("@type").asString()).isEqualTo("cr:FileSet");
    Path base = out.resolveSibling(".").normalize().toAbsolutePath();
    Path pattern = base.resolve(sets.get(0).path("includes").asString().replace("*", "STAR"));
    PathMatcher glob =
        FileSystems.getDefault()
            .getPathMatcher("glob:" + pattern.normalize().toString().replace("STAR", "*"));
    List<Path> matching;
    try (Stream<Path> files = Files.walk(folder.resolve("corpus"))) {
      matching = files.filter(glob::matches).toList();
    }
    assertThat(matching).hasSize(1);
    JsonNode record =
        JsonMapper.shared()
            .readTree(
                Files.readAllLines(matching.get(0)).size() == 1
                    ? Files.readAllLines(matching.get(0)).get(0)
                    : Files.readString(matching.get(0)));
    String jsonPath = source.path("extract").path("jsonPath").asString("");
    boolean optional = jsonPath.matches(".*\\.(carries|work)");
    if (!jsonPath.isEmpty() && !optional) {
      String pointer = jsonPath.substring(1).replace('.', '/');
      assertThat(record.at(pointer).isMissingNode()).as(jsonPath).isFalse();
    }
  }

  @Test
  void doesNotOverwrite() {
    assertThatThrownBy(
            () -> CroissantExport.write(Corpus.open(folder.resolve("corpus")), PUBLICATION, out))
        .isInstanceOf(FileAlreadyExistsException.class);
  }
}
