package org.dreyfus.report.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.Pair;
import org.dreyfus.corpus.Session;
import org.dreyfus.scoring.Observation;

/**
 * One fact of a flow, as tables print it.
 *
 * @param name of the column: the field of {@link Observation}, {@link Label} or {@link Session}
 * @param type of its values
 * @param value of a line; empty when there is none
 */
public record ObservationColumn(
    String name, Type type, Function<ObservationLine, Optional<?>> value) {

  /** What values are: {@link String}, {@link Long}, {@link Double} or {@link Boolean}. */
  public enum Type {
    TEXT,
    WHOLE_NUMBER,
    NUMBER,
    TRUTH
  }

  /** All columns, in their order. */
  public static final List<ObservationColumn> ALL =
      List.of(
          text("classifier", ObservationLine::classifier),
          text("session", line -> line.flow().session()),
          text("scenario", line -> line.session().scenario()),
          text("cluster", line -> line.session().cluster()),
          text("origin", line -> line.session().origin().name()),
          maybe("fidelity", line -> line.session().fidelity().map(Enum::name)),
          maybe("pair", line -> line.session().pair().map(Pair::id)),
          maybe("pair_type", line -> line.session().pair().map(pair -> pair.type().name())),
          count("flow", Observation::flow),
          label("legal_status", Label::legalStatus),
          label("legal_basis", Label::legalBasis),
          label("protection", Label::protection),
          label("protocol", Label::protocol),
          maybe("carries", line -> line.flow().label().carries()),
          label("application", Label::application),
          label("role", Label::role),
          maybe("work", line -> line.flow().label().work()),
          count("packets", Observation::packets),
          count("bytes", Observation::bytes),
          count("last_payload_packet", Observation::lastPayloadPacket),
          count("content_bytes", Observation::contentBytes),
          count("content_bytes_before_block", Observation::contentBytesBeforeBlock),
          text("outcome", line -> outcome(line.flow())),
          text("verdict", line -> line.flow().verdict().name()),
          maybe("named_protocol", line -> line.flow().protocol()),
          count("decided_at_packet", Observation::decidedAtPacket),
          text("action", line -> line.flow().action().name()),
          new ObservationColumn("stable", Type.TRUTH, line -> Optional.of(line.stable())),
          new ObservationColumn("score", Type.NUMBER, line -> line.flow().score()));

  private static String outcome(Observation flow) {
    return flow.outcome().getClass().getSimpleName().toUpperCase(Locale.ROOT);
  }

  private static ObservationColumn text(String name, Function<ObservationLine, String> value) {
    return new ObservationColumn(name, Type.TEXT, line -> Optional.of(value.apply(line)));
  }

  private static ObservationColumn maybe(
      String name, Function<ObservationLine, Optional<String>> value) {
    return new ObservationColumn(name, Type.TEXT, value::apply);
  }

  private static ObservationColumn label(String name, Function<Label, Object> value) {
    return text(name, line -> String.valueOf(value.apply(line.flow().label())));
  }

  private static ObservationColumn count(String name, Function<Observation, Long> value) {
    return new ObservationColumn(
        name, Type.WHOLE_NUMBER, line -> Optional.of(value.apply(line.flow())));
  }
}
