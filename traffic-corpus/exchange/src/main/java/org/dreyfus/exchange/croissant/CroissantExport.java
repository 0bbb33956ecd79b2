package org.dreyfus.exchange.croissant;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusManifest;
import org.dreyfus.corpus.codec.StrictJson;
import org.dreyfus.exchange.NewFile;
import tools.jackson.databind.json.JsonMapper;

/** Writes Croissant metadata for a corpus. Paths in it are relative to the file's own folder. */
public final class CroissantExport {

  private static final String CONFORMS_TO = "http://mlcommons.org/croissant/1.0";
  private static final String SPDX = "https://spdx.org/licenses/";

  private final Corpus corpus;
  private final String prefix;

  private CroissantExport(Corpus corpus, Path out) {
    this.corpus = corpus;
    Path from = Optional.ofNullable(out.toAbsolutePath().normalize().getParent()).orElse(out);
    String to = from.relativize(corpus.folder().toAbsolutePath().normalize()).toString();
    this.prefix = to.isEmpty() ? "" : to.replace('\\', '/') + "/";
  }

  /**
   * Writes a new file. It must not lie in the corpus, whose files are all listed.
   *
   * @throws IOException when the file exists already or cannot be written
   */
  public static void write(Corpus corpus, Publication publication, Path out) throws IOException {
    Map<String, Object> metadata = new CroissantExport(corpus, out).metadata(publication);
    try (NewFile file = NewFile.at(out)) {
      Files.writeString(file.unfinished(), StrictJson.plain().pretty(metadata));
      file.commit();
    }
  }

  private Map<String, Object> metadata(Publication publication) throws IOException {
    CorpusManifest manifest = corpus.manifest();
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("@context", context());
    metadata.put("@type", "sc:Dataset");
    metadata.put("conformsTo", CONFORMS_TO);
    metadata.put("name", manifest.id());
    metadata.put("description", manifest.description());
    metadata.put("license", licence(manifest.licence()));
    metadata.put("url", publication.url());
    metadata.put("creator", creator(publication.creator()));
    metadata.put("datePublished", publication.datePublished().toString());
    metadata.put("version", semantic(manifest.version()));
    metadata.put(
        "keywords", List.of("network traffic", "traffic classification", "content blocking"));
    metadata.put("distribution", distribution());
    metadata.put("recordSet", List.of(RecordSets.sessions(), RecordSets.flows()));
    return metadata;
  }

  private static Object context() throws IOException {
    try (InputStream in = CroissantExport.class.getResourceAsStream("context.json")) {
      if (in == null) {
        throw new IllegalStateException("context.json is missing from this build");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return JsonMapper.shared().readValue(text, LinkedHashMap.class);
    }
  }

  private static Map<String, Object> creator(String name) {
    Map<String, Object> creator = new LinkedHashMap<>();
    creator.put("@type", "sc:Organization");
    creator.put("name", name);
    return creator;
  }

  /** An address where SPDX has one. */
  private static String licence(String spdx) {
    return spdx.equals("NOASSERTION") ? spdx : SPDX + spdx + ".html";
  }

  /** Croissant wants MAJOR.MINOR.PATCH. */
  private static String semantic(String version) {
    return version.matches("\\d+") ? version + ".0.0" : version;
  }

  private List<Map<String, Object>> distribution() throws IOException {
    List<Map<String, Object>> distribution = new ArrayList<>();
    Map<String, String> files = new TreeMap<>(corpus.digests());
    files.put("corpus.json", corpus.digest());
    for (Map.Entry<String, String> file : files.entrySet()) {
      distribution.add(fileObject(file.getKey(), file.getValue()));
    }
    distribution.add(
        fileSet(RecordSets.FLOW_FILES, "application/jsonlines", "sessions/*/flows.jsonl"));
    distribution.add(
        fileSet(RecordSets.SESSION_FILES, "application/json", "sessions/*/session.json"));
    return distribution;
  }

  private Map<String, Object> fileObject(String name, String sha256) throws IOException {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("@type", "cr:FileObject");
    file.put("@id", name);
    file.put("name", name);
    file.put("contentUrl", prefix + name);
    file.put("contentSize", Files.size(corpus.folder().resolve(name)) + " B");
    file.put("encodingFormat", encoding(name));
    file.put("sha256", sha256);
    return file;
  }

  private static String encoding(String name) {
    if (name.endsWith(".gz")) {
      return "application/gzip";
    } else if (name.endsWith(".zst")) {
      return "application/zstd";
    } else if (name.endsWith(".jsonl")) {
      return "application/jsonlines";
    } else if (name.endsWith(".json")) {
      return "application/json";
    }
    return name.endsWith(".pcapng") ? "application/x-pcapng" : "application/vnd.tcpdump.pcap";
  }

  private Map<String, Object> fileSet(String id, String encoding, String includes) {
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("@type", "cr:FileSet");
    set.put("@id", id);
    set.put("name", id);
    set.put("encodingFormat", encoding);
    set.put("includes", prefix + includes);
    return set;
  }
}
