package org.dreyfus.exchange.mapped;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Label;
import org.dreyfus.exchange.flows.CaptureFlows;
import org.dreyfus.exchange.intake.About;
import org.dreyfus.exchange.intake.ImportOptions;
import org.dreyfus.exchange.intake.ImportedCorpus;
import org.dreyfus.exchange.intake.ImportedSession;
import org.dreyfus.exchange.labels.LabelFields;
import org.dreyfus.exchange.labels.Place;
import org.dreyfus.exchange.mapped.DataSet.Member;
import org.dreyfus.exchange.mapped.MappedLabels.SourceFacts;
import org.dreyfus.exchange.rebuilt.RebuiltCapture;
import org.dreyfus.exchange.rebuilt.RebuiltPacket;

/** Makes a corpus of a data set and its mapping: a file is a session. */
public final class MappedImport {

  private final Mapping mapping;
  private final ImportOptions options;
  private final ImportedCorpus corpus;

  private MappedImport(Mapping mapping, ImportOptions options, ImportedCorpus corpus) {
    this.mapping = mapping;
    this.options = options;
    this.corpus = corpus;
  }

  /**
   * Makes a corpus.
   *
   * @param root folder of the unpacked data set
   * @throws IOException when a file matches no path of the mapping, or is not of its form
   */
  public static Corpus read(Path root, Mapping mapping, ImportOptions options) throws IOException {
    try (ImportedCorpus corpus = ImportedCorpus.begin(options.out())) {
      corpus.register(options.works());
      new MappedImport(mapping, options, corpus).add(root);
      mapping.notes().forEach(options.notices());
      return corpus.finish(
          new About(
              options.id().map(About::slug).orElse(mapping.id()),
              mapping.version(),
              mapping.licence(),
              mapping.description() + " " + String.join(" ", mapping.notes())));
    }
  }

  private void add(Path root) throws IOException {
    List<Member> members = new DataSet(root, mapping).members();
    switch (mapping.form()) {
      case CAPTURES -> {
        for (Member member : members) {
          addCapture(member, SourceFacts.none());
        }
      }
      case CAPTURES_AND_UNIBS_LOG -> addLogged(members);
      case MIRAGE_JSON -> {
        for (Member member : members) {
          MirageFile file = MirageFile.read(member.file());
          addRebuilt(member, file.packets(), file);
        }
      }
      case UTMOBILENET_CSV -> {
        for (Member member : members) {
          addRebuilt(
              member, UtMobileTable.read(member.file(), options.notices()), SourceFacts.none());
        }
      }
    }
  }

  private void addLogged(List<Member> members) throws IOException {
    List<Member> captures = new ArrayList<>(members);
    List<Member> logs = members.stream().filter(member -> member.name().endsWith(".log")).toList();
    captures.removeAll(logs);
    if (logs.size() != 1) {
      throw Place.file(options.out())
          .problem("needs exactly one log with ground truth, found " + logs.size());
    }
    UnibsLog log = UnibsLog.read(logs.get(0).file());
    for (Member capture : captures) {
      addCapture(capture, log);
    }
    log.unused().ifPresent(options.notices());
  }

  private void addCapture(Member member, SourceFacts source) throws IOException {
    MappedLabels labels = new MappedLabels(mapping, member, source, options);
    corpus.addCopy(describe(member), member.file(), labels);
  }

  private void addRebuilt(Member member, List<RebuiltPacket> packets, SourceFacts source)
      throws IOException {
    if (packets.isEmpty()) {
      options.notices().accept(member.file() + ": holds no packet; left out");
      return;
    }
    Path capture = corpus.scratch(".pcap");
    RebuiltCapture.write(capture, packets);
    CaptureFlows flows = CaptureFlows.of(CaptureSource.file(capture));
    corpus.add(
        describe(member), capture, flows, new MappedLabels(mapping, member, source, options));
  }

  private ImportedSession describe(Member member) throws IOException {
    Place place = Place.file(member.file());
    Optional<String> stated = member.rule().cluster();
    String cluster =
        stated.isPresent()
            ? Template.fill(stated.get(), member.variables(), place)
            : defaultCluster(member, place);
    return new ImportedSession(
        member.name().replaceFirst("\\.[A-Za-z]+(\\.gz)?$", ""),
        cluster,
        "The file %s of %s.".formatted(member.name(), mapping.id()),
        cluster,
        Optional.empty());
  }

  /** One class is one cluster, however many files it has. */
  private String defaultCluster(Member member, Place place) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>(member.rule().labels());
    Label label = LabelFields.read(Template.fill(fields, member.variables(), place), place);
    return String.join(
        "/",
        mapping.id(),
        label.protocol() + label.carries().map(carried -> "+" + carried).orElse(""),
        label.application());
  }
}
