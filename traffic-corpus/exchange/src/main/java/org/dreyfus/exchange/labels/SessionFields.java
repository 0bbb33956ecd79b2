package org.dreyfus.exchange.labels;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.corpus.Pair;
import org.dreyfus.corpus.Session;
import org.dreyfus.exchange.ExchangeException;

/** What tabular formats say of the session that a flow belongs to. */
public final class SessionFields {

  /** Names of the fields, in the order in which they are written. */
  public static final List<String> NAMES =
      List.of("scenario", "cluster", "pair", "pair_type", "work_pair");

  private SessionFields() {}

  /** The fields of a session; absent values are left out. */
  public static Map<String, String> write(Session session) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("scenario", session.scenario());
    fields.put("cluster", session.cluster());
    session
        .pair()
        .ifPresent(
            pair -> {
              fields.put("pair", pair.id());
              fields.put("pair_type", pair.type().name());
              fields.put("work_pair", pair.workPair());
            });
    return fields;
  }

  /** The value of a field, when it is stated. */
  public static Optional<String> value(Map<String, String> fields, String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
  }

  /**
   * The pair that the fields name.
   *
   * @throws ExchangeException when a pair is named in part only, or its type is not known
   */
  public static Optional<Pair> pair(Map<String, String> fields, Place place)
      throws ExchangeException {
    Optional<String> id = value(fields, "pair");
    Optional<String> type = value(fields, "pair_type");
    Optional<String> workPair = value(fields, "work_pair");
    if (id.isEmpty() && type.isEmpty() && workPair.isEmpty()) {
      return Optional.empty();
    }
    if (id.isEmpty() || type.isEmpty() || workPair.isEmpty()) {
      throw place.problem("pair, pair_type and work_pair go together; give all three or none");
    }
    return switch (type.get().toUpperCase(Locale.ROOT)) {
      case "W" -> Optional.of(new Pair(id.get(), Pair.Type.W, workPair.get()));
      case "L" -> Optional.of(new Pair(id.get(), Pair.Type.L, workPair.get()));
      default -> throw place.problem("pair_type '" + type.get() + "' is none of [W, L]");
    };
  }
}
