package org.dreyfus.exchange.labels;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.vocabulary.Vocabulary;
import org.dreyfus.exchange.ExchangeException;

/**
 * A label as names and values: {@code legality}, {@code basis}, {@code protection}, {@code
 * protocol}, {@code carries}, {@code application}, {@code role}, {@code work}, {@code reason}. What
 * is written is read back the same.
 *
 * <p>Foreign data rarely has all of them. Read without: {@code legality} is UNDETERMINED with
 * {@link #NO_RIGHTS} as its reason; {@code protection} is UNSTATED, or TUNNELLED when something is
 * carried; {@code role} is CONTENT; {@code application} is the value of {@code proc} or {@code
 * label}; {@code protocol} is what any known vocabulary means by {@code label}, otherwise {@code
 * Unknown} as nDPI spells it.
 */
public final class LabelFields {

  /** All names, in the order in which they are written. */
  public static final List<String> NAMES =
      List.of(
          "legality",
          "basis",
          "protection",
          "protocol",
          "carries",
          "application",
          "role",
          "work",
          "reason");

  /** A class name as other formats have it, free text. */
  public static final String CLASS = "label";

  /** The program, as pcapML calls it. */
  public static final String PROGRAM = "proc";

  /** Why the legal status of imported flows is undetermined unless their source says otherwise. */
  public static final String NO_RIGHTS =
      "The source of this imported session does not say what moved and with what rights.";

  private static final String UNKNOWN_PROTOCOL = "Unknown";
  private static final String UNKNOWN_PROGRAM = "unknown";

  private LabelFields() {}

  /** The label's fields in the order of {@link #NAMES}; absent values are left out. */
  public static Map<String, String> write(Label label) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("legality", label.legalStatus().name());
    fields.put("basis", label.legalBasis().name());
    fields.put("protection", label.protection().name());
    fields.put("protocol", label.protocol());
    label.carries().ifPresent(carried -> fields.put("carries", carried));
    fields.put("application", label.application());
    fields.put("role", label.role().name());
    label.work().ifPresent(work -> fields.put("work", work));
    label.reason().ifPresent(reason -> fields.put("reason", reason));
    return fields;
  }

  /** The label of a flow that the source does not name. */
  public static Label unnamed(String reason) {
    return new Label(
        LegalStatus.UNDETERMINED,
        LegalBasis.UNESTABLISHED,
        Protection.UNSTATED,
        UNKNOWN_PROTOCOL,
        Optional.empty(),
        UNKNOWN_PROGRAM,
        Role.BACKGROUND,
        Optional.empty(),
        Optional.of(reason));
  }

  /**
   * Makes a label. Names that are none of a label's are passed over.
   *
   * @throws ExchangeException when a value is none of its axis, or values contradict each other
   */
  public static Label read(Map<String, String> fields, Place place) throws ExchangeException {
    LegalStatus status =
        axis(fields, "legality", LegalStatus.class, place).orElse(LegalStatus.UNDETERMINED);
    LegalBasis basis = basis(fields, status, place);
    Optional<String> carries = value(fields, "carries").map(LabelFields::protocol);
    Protection protection =
        axis(fields, "protection", Protection.class, place)
            .orElse(carries.isPresent() ? Protection.TUNNELLED : Protection.UNSTATED);
    if ((protection == Protection.TUNNELLED) != carries.isPresent()) {
      throw place.problem("protection TUNNELLED and a value for carries go together; give both");
    }
    return new Label(
        status,
        basis,
        protection,
        value(fields, "protocol")
            .map(LabelFields::protocol)
            .or(() -> value(fields, CLASS).flatMap(Vocabulary::labelName))
            .orElse(UNKNOWN_PROTOCOL),
        carries,
        value(fields, "application")
            .or(() -> value(fields, PROGRAM))
            .or(() -> value(fields, CLASS))
            .orElse(UNKNOWN_PROGRAM),
        axis(fields, "role", Role.class, place).orElse(Role.CONTENT),
        value(fields, "work"),
        reason(fields, status, place));
  }

  private static LegalBasis basis(Map<String, String> fields, LegalStatus status, Place place)
      throws ExchangeException {
    Optional<LegalBasis> stated = axis(fields, "basis", LegalBasis.class, place);
    LegalBasis basis =
        switch (status) {
          case INFRINGING -> stated.orElse(LegalBasis.UNLICENSED_COPY);
          case UNDETERMINED -> stated.orElse(LegalBasis.UNESTABLISHED);
          case LEGAL ->
              stated.orElseThrow(
                  () -> place.problem("legality LEGAL needs a basis: say why it is legal"));
        };
    boolean agrees =
        (basis == LegalBasis.UNLICENSED_COPY) == (status == LegalStatus.INFRINGING)
            && (basis == LegalBasis.UNESTABLISHED) == (status == LegalStatus.UNDETERMINED);
    if (!agrees) {
      throw place.problem(
          "legality %s and basis %s contradict each other; correct one".formatted(status, basis));
    }
    return basis;
  }

  private static Optional<String> reason(
      Map<String, String> fields, LegalStatus status, Place place) throws ExchangeException {
    Optional<String> stated = value(fields, "reason");
    if (status == LegalStatus.UNDETERMINED) {
      return Optional.of(stated.orElse(NO_RIGHTS));
    }
    if (stated.isPresent()) {
      throw place.problem("only legality UNDETERMINED has a reason; remove it");
    }
    return Optional.empty();
  }

  private static String protocol(String anybodys) {
    return Vocabulary.labelName(anybodys).orElse(anybodys);
  }

  private static Optional<String> value(Map<String, String> fields, String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
  }

  private static <E extends Enum<E>> Optional<E> axis(
      Map<String, String> fields, String name, Class<E> type, Place place)
      throws ExchangeException {
    Optional<String> text = value(fields, name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String wanted = text.get().toUpperCase(Locale.ROOT);
    return Optional.of(
        Arrays.stream(type.getEnumConstants())
            .filter(constant -> constant.name().equals(wanted))
            .findFirst()
            .orElseThrow(
                () ->
                    place.problem(
                        "%s '%s' is none of %s"
                            .formatted(
                                name, text.get(), Arrays.toString(type.getEnumConstants())))));
  }
}
