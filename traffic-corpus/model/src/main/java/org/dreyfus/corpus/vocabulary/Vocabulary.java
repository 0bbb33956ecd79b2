package org.dreyfus.corpus.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dreyfus.corpus.codec.StrictJson;

/**
 * Names of protocols in four vocabularies, from {@code protocols.json}, which states its sources.
 * Names are compared without regard to case, except a label's own.
 */
public final class Vocabulary {

  private static final String FILE = "protocols.json";

  private record Table(int schemaVersion, String source, List<NamedProtocol> protocols) {}

  private static final Vocabulary BUNDLED = read();

  private final Map<String, NamedProtocol> byName = new TreeMap<>();
  private final Map<Naming, Map<String, Set<String>>> meanings = new TreeMap<>();

  private Vocabulary(List<NamedProtocol> protocols) {
    for (NamedProtocol protocol : protocols) {
      if (byName.put(protocol.name(), protocol) != null) {
        throw new IllegalStateException(FILE + ": " + protocol.name() + " stands there twice");
      }
      for (Naming naming : Naming.values()) {
        Map<String, Set<String>> names =
            meanings.computeIfAbsent(naming, absent -> new TreeMap<>());
        for (String name : protocol.names(naming)) {
          names
              .computeIfAbsent(name.toLowerCase(Locale.ROOT), absent -> new TreeSet<>())
              .add(protocol.name());
        }
      }
    }
  }

  private static Vocabulary read() {
    try (InputStream in = Vocabulary.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from this build");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Vocabulary(StrictJson.plain().parse(text, Table.class, FILE).protocols());
    } catch (IOException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** All protocols, by the name that labels use. */
  public static Map<String, NamedProtocol> protocols() {
    return BUNDLED.byName;
  }

  /** What a label's protocol is mostly used for; INFRASTRUCTURE when it is not listed. */
  public static TrafficClass trafficClass(String protocol) {
    return Optional.ofNullable(BUNDLED.byName.get(protocol))
        .map(NamedProtocol::trafficClass)
        .orElse(TrafficClass.INFRASTRUCTURE);
  }

  /** nDPI's names of a label's protocol; empty when it has none, or the protocol is not listed. */
  public static Set<String> ndpiNames(String protocol) {
    return names(protocol, Naming.NDPI);
  }

  /** IANA's names of a label's protocol. */
  public static Set<String> ianaNames(String protocol) {
    return names(protocol, Naming.IANA);
  }

  /** Suricata's names of a label's protocol. */
  public static Set<String> suricataNames(String protocol) {
    return names(protocol, Naming.SURICATA);
  }

  /** Wireshark's filter names of a label's protocol, those of newer versions among them. */
  public static Set<String> wiresharkNames(String protocol) {
    return names(protocol, Naming.WIRESHARK);
  }

  private static Set<String> names(String protocol, Naming naming) {
    return Optional.ofNullable(BUNDLED.byName.get(protocol))
        .map(known -> known.names(naming))
        .orElse(Set.of());
  }

  /** The protocols that a name of another vocabulary can mean, as labels spell them. */
  public static Set<String> meanings(Naming naming, String name) {
    return BUNDLED
        .meanings
        .getOrDefault(naming, Map.of())
        .getOrDefault(name.toLowerCase(Locale.ROOT), Set.of());
  }

  /**
   * A label's protocol from anybody's name for it: the name itself when labels use it, otherwise
   * what the first of nDPI, IANA, Suricata and Wireshark that knows the name means by it.
   *
   * @return empty when nobody knows it, or the one who does means several protocols
   */
  public static Optional<String> labelName(String anybodys) {
    for (String name : BUNDLED.byName.keySet()) {
      if (name.equalsIgnoreCase(anybodys)) {
        return Optional.of(name);
      }
    }
    for (Naming naming : Naming.values()) {
      Set<String> meant = meanings(naming, anybodys);
      if (!meant.isEmpty()) {
        return meant.size() == 1 ? Optional.of(meant.iterator().next()) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
