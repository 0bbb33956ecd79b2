package org.dreyfus.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Small valid values, and a small valid corpus, for tests. */
final class Samples {

  static final String UNLICENSED_DIGEST = "cd".repeat(32);

  private Samples() {}

  static RegisteredWork registered() {
    return new RegisteredWork(
        "A title", "video/x-matroska", 40_000, UNLICENSED_DIGEST, "01".repeat(20), "02".repeat(16));
  }

  static Label legal() {
    return label(LegalStatus.LEGAL, LegalBasis.OPEN_LICENCE, "work-legal");
  }

  static Label unlicensed() {
    return label(LegalStatus.INFRINGING, LegalBasis.UNLICENSED_COPY, "work-unlicensed");
  }

  static Label label(LegalStatus status, LegalBasis basis, String work) {
    return new Label(
        status,
        basis,
        Protection.PLAIN,
        "HTTP",
        Optional.empty(),
        "curl",
        Role.CONTENT,
        Optional.of(work),
        Optional.empty());
  }

  static FlowLabel flow(long number, Label label) {
    return new FlowLabel(
        number, 1_700_000_000_000_000_000L, "TCP", "10.101.1.1", 40_000, "10.102.1.1", 80, label);
  }

  static Work work() {
    return work("work-legal", LegalStatus.LEGAL, LegalBasis.OPEN_LICENCE);
  }

  static Work work(String id, LegalStatus status, LegalBasis basis) {
    return new Work(
        id,
        "A title",
        "video/x-matroska",
        40_000,
        status == LegalStatus.INFRINGING ? UNLICENSED_DIGEST : "ef".repeat(32),
        status,
        basis,
        "rights",
        "generator");
  }

  static Session session(String id) {
    return session(id, Optional.of(new Pair("pair-1", Pair.Type.W, "works-1")));
  }

  static Session session(String id, Optional<Pair> pair) {
    return new Session(
        Session.SCHEMA_VERSION,
        id,
        "http",
        "Somebody fetches a file.",
        "curl/HTTP/plain/one-server",
        Origin.RECORDED,
        Optional.empty(),
        pair,
        List.of(
            new Host(
                "client", "10.101.1.1", List.of("fetches the file"), Set.of(), Optional.empty()),
            new Host(
                "server",
                "10.102.1.1",
                List.of("serves the file"),
                Set.of(80),
                Optional.of(new Host.Service("web", "HTTP", 80, false)))),
        List.of(new Program("curl", "7.88", "client")),
        Map.of("rights", "first"),
        "capture.pcap",
        1,
        2,
        List.of(new AddressMention(4, 66, "server", AddressMention.Encoding.DOTTED, 0, 10)),
        Session.Rekeying.FULL,
        new Session.Checks(true, true, "compared"));
  }

  /** A corpus of one pair. */
  static Corpus corpus(Path folder) throws IOException {
    CorpusWriter writer = new CorpusWriter(folder);
    Files.createDirectories(folder);
    for (String id : List.of("s-1", "s-2")) {
      Path capture = Files.writeString(folder.resolve(".capture"), "packets of " + id);
      Label label = id.equals("s-1") ? legal() : unlicensed();
      writer.add(session(id), List.of(flow(1, label)), capture);
    }
    writer.finish(
        "sample",
        "1",
        "Apache-2.0",
        "For tests.",
        "a rule",
        List.of(
            work(), work("work-unlicensed", LegalStatus.INFRINGING, LegalBasis.UNLICENSED_COPY)));
    return Corpus.open(folder);
  }
}
