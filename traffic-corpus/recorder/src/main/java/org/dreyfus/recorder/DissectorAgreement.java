package org.dreyfus.recorder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Places;
import org.dreyfus.corpus.Session;
import org.dreyfus.lab.LabException;
import org.dreyfus.lab.MissingRequirement;
import org.dreyfus.lab.Shell;

/**
 * Compares the labels of a corpus with Wireshark's dissectors, which know nothing of them. Needs
 * tshark; about a third of a second a session.
 */
public final class DissectorAgreement {

  private DissectorAgreement() {}

  /**
   * @return what tshark says against labels, one line each; empty when it objects to nothing
   * @throws IOException when a file cannot be read at all
   * @throws MissingRequirement when there is no tshark
   */
  public static List<String> problems(Corpus corpus) throws IOException {
    requireTshark();
    List<String> problems = new ArrayList<>();
    for (Session session : corpus.sessions()) {
      problems.addAll(problems(corpus, session));
    }
    return List.copyOf(problems);
  }

  private static void requireTshark() {
    try {
      Shell.run("tshark", "--version");
    } catch (LabException e) {
      throw new MissingRequirement(
          "labels cannot be compared with Wireshark's dissectors: tshark does not run",
          "install it (apt-get install tshark), or leave --dissect out");
    }
  }

  /** The same for one session. */
  public static List<String> problems(Corpus corpus, Session session) throws IOException {
    CaptureFacts facts = CaptureFacts.of(corpus.capture(session), new HashMap<>());
    Set<Long> silent = new HashSet<>();
    for (FlowRecord flow : facts.flows()) {
      if (flow.payloadBytes() == 0) {
        silent.add(flow.flow());
      }
    }
    Dissection dissection = Dissection.of(corpus.capture(session), Map.copyOf(facts.flowOfFrame()));
    List<String> problems = new ArrayList<>();
    for (FlowLabel flow : corpus.flows(session)) {
      if (!silent.contains(flow.flow())) {
        Optional<String> objection = LabelCheck.objection(flow, dissection.of(flow.flow()));
        if (objection.isPresent()) {
          problems.add(Places.of(corpus, session, flow.flow()) + ": " + objection.get());
        }
      }
    }
    return problems;
  }
}
