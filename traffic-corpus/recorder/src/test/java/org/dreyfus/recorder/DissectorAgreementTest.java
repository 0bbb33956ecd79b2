package org.dreyfus.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Session;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that says another protocol than it speaks is found out. */
@Tag("slow")
final class DissectorAgreementTest {

  private static final Path DEFAULT = Path.of("..", "corpora", "default");
  private static final List<String> SESSIONS =
      List.of("rsync-1a", "gnutella-direct-1a", "web-http3-1a", "bittorrent-partial-seeds-1a");

  @Test
  void tsharkHasNothingAgainstTheCommittedLabels() throws Exception {
    Corpus corpus = Corpus.open(DEFAULT);
    for (String id : SESSIONS) {
      assertThat(DissectorAgreement.problems(corpus, corpus.session(id).orElseThrow())).isEmpty();
    }
  }

  @Test
  void aMislabelledSessionIsNamedWithFileAndLine(@TempDir Path folder) throws Exception {
    copy("corpus.json", folder);
    copy("works.json", folder);
    copy("sessions/rsync-1a", folder);
    Path flows = folder.resolve("sessions/rsync-1a/flows.jsonl");
    Files.writeString(flows, Files.readString(flows).replace("\"RSYNC\"", "\"FTP_DATA\""));
    Corpus corpus = Corpus.open(folder);
    Session session = corpus.session("rsync-1a").orElseThrow();
    assertThat(DissectorAgreement.problems(corpus, session))
        .singleElement()
        .asString()
        .contains("sessions/rsync-1a/flows.jsonl:1:", "labelled FTP_DATA, tshark names rsync");
  }

  private static void copy(String name, Path folder) throws Exception {
    Path root = DEFAULT.resolve(name);
    try (Stream<Path> entries = Files.walk(root)) {
      for (Path entry : entries.filter(Files::isRegularFile).toList()) {
        Path target = folder.resolve(DEFAULT.relativize(entry));
        Files.createDirectories(target.resolveSibling("."));
        Files.copy(entry, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
