package org.dreyfus.report.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.Pair;
import org.dreyfus.corpus.Session;
import org.dreyfus.scoring.FlowRef;
import org.dreyfus.scoring.Observation;

/** The raw data of a bundle as CSV: a line a flow, in the order of the bundle. */
public final class ObservationTable {

  private static final List<String> HEADER =
      List.of(
          "classifier",
          "session",
          "scenario",
          "cluster",
          "origin",
          "fidelity",
          "pair",
          "pair_type",
          "flow",
          "legal_status",
          "legal_basis",
          "protection",
          "protocol",
          "carries",
          "application",
          "role",
          "work",
          "packets",
          "bytes",
          "last_payload_packet",
          "content_bytes",
          "content_bytes_before_block",
          "outcome",
          "verdict",
          "named_protocol",
          "decided_at_packet",
          "action",
          "stable",
          "score");

  private ObservationTable() {}

  /** Columns are named by the fields of {@link Observation}, {@link Label} and {@link Session}. */
  public static String csv(Bundle bundle) {
    Map<String, Session> sessions = new HashMap<>();
    bundle.evidence().sessions().forEach(session -> sessions.put(session.id(), session));
    StringBuilder lines = new StringBuilder(Csv.line(HEADER));
    for (Observation flow : bundle.evidence().observations()) {
      List<Object> cells = new ArrayList<>();
      cells.add(bundle.manifest().classifier().id());
      cells.add(flow.session());
      cells.addAll(session(sessions, flow.session()));
      cells.add(flow.flow());
      cells.addAll(label(flow.label()));
      cells.addAll(answer(flow));
      cells.add(!bundle.evidence().unstable().contains(new FlowRef(flow.session(), flow.flow())));
      cells.add(flow.score().map(String::valueOf).orElse(""));
      lines.append(Csv.line(cells));
    }
    return lines.toString();
  }

  private static List<Object> session(Map<String, Session> sessions, String id) {
    Session session = sessions.get(id);
    if (session == null) {
      throw new IllegalArgumentException("no session '" + id + "' in the bundle");
    }
    return List.of(
        session.scenario(),
        session.cluster(),
        session.origin(),
        session.fidelity().map(Enum::name).orElse(""),
        session.pair().map(Pair::id).orElse(""),
        session.pair().map(pair -> pair.type().name()).orElse(""));
  }

  private static List<Object> label(Label label) {
    return List.of(
        label.legalStatus(),
        label.legalBasis(),
        label.protection(),
        label.protocol(),
        label.carries().orElse(""),
        label.application(),
        label.role(),
        label.work().orElse(""));
  }

  private static List<Object> answer(Observation flow) {
    return List.of(
        flow.packets(),
        flow.bytes(),
        flow.lastPayloadPacket(),
        flow.contentBytes(),
        flow.contentBytesBeforeBlock(),
        flow.outcome().getClass().getSimpleName().toUpperCase(Locale.ROOT),
        flow.verdict(),
        flow.protocol().orElse(""),
        flow.decidedAtPacket(),
        flow.action());
  }
}
