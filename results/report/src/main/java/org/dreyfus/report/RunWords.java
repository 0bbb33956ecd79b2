package org.dreyfus.report;

import org.dreyfus.bundle.DecisionPoint;
import org.dreyfus.bundle.RunManifest;

/** What a page says of how a run was made: all of it follows from the manifest. */
public final class RunWords {

  private static final int KEYS_OF_A_WITNESS = 3;

  private RunWords() {}

  private static boolean onTheWire(RunManifest run) {
    return run.decisionPoint() == DecisionPoint.WIRE;
  }

  /** What was tried: {@code "the box"} on the wire, otherwise {@code "the classifier"}. */
  public static String subject(RunManifest run) {
    return onTheWire(run) ? "the box" : "the classifier";
  }

  /** That nothing stands beside it. */
  public static String alone(RunManifest run) {
    return onTheWire(run) ? "This box was run alone." : "This classifier was run alone.";
  }

  /** What is the same for all blockers of a run. */
  public static String keys(RunManifest run) {
    return onTheWire(run) ? "number of replays" : "blinding keys";
  }

  /** What flows are called whose treatment was not always the same. */
  public static String unstable(RunManifest run) {
    return onTheWire(run)
        ? "Flows not treated alike in all replays"
        : "Flows whose answer changed with the blinding key";
  }

  /** What flows are called of which nobody knows whether they were blocked. */
  public static String unanswered(RunManifest run) {
    return onTheWire(run) ? "Inconclusive" : "Unanswered";
  }

  /** The same as the subject of a sentence. */
  public static String inTheCount(RunManifest run) {
    return onTheWire(run) ? "Inconclusive flows" : "Flows that the classifier did not answer";
  }

  /** What the classifier did not see. */
  public static String blinding(RunManifest run) {
    if (onTheWire(run) && run.blinded()) {
      return "addresses drawn anew for each of %s, from seed %d"
          .formatted(InlineWords.of(run.blindingKeys(), "replay"), run.seed());
    }
    if (!run.blinded()) {
      return "no: " + subject(run) + " saw recorded addresses, ports and times; for debugging only";
    }
    String drawn = "addresses, ephemeral ports and times drawn anew for the run from seed ";
    return drawn
        + run.seed()
        + (run.blindingKeys() == 1
            ? "; one key, so no verdict was compared with another"
            : "; %d keys compared".formatted(run.blindingKeys()));
  }

  /** When a flow may bear witness. */
  public static String witness(RunManifest run) {
    if (onTheWire(run)) {
      return run.blinded() && run.blindingKeys() >= KEYS_OF_A_WITNESS
          ? "Every session was replayed %d times, with fresh addresses each time. A witness is a flow that the box treated alike in all replays, in a session whose transfer worked with nothing in the way and whose labels were confirmed by a second source."
              .formatted(run.blindingKeys())
          : "A witness must be treated alike in %d replays with fresh addresses. This run made %d, so nothing in it bears witness."
              .formatted(KEYS_OF_A_WITNESS, run.blindingKeys());
    }
    return run.blinded() && run.blindingKeys() >= KEYS_OF_A_WITNESS
        ? "Addresses, ephemeral ports and times were drawn anew for the run, %d keys compared. A witness is a flow that came out the same under all keys and unblinded, in a session whose transfer worked and whose labels were confirmed by a second source."
            .formatted(run.blindingKeys())
        : "A witness must come out the same under %d blinding keys and unblinded. This run compared %d, so nothing in it bears witness."
            .formatted(KEYS_OF_A_WITNESS, run.blindingKeys());
  }

  /** What the figures of leakage rest on. EVIDENCE, Units: decision point. */
  public static String leakage(RunManifest run) {
    return switch (run.decisionPoint()) {
      case IN_PROCESS ->
          "The classifier was called with each packet and answered before the next one was read, so the packet at which it decided is certain.";
      case LOCKSTEP ->
          "The classifier read a stream in lock-step: each batch of packets was answered before the next was sent, so what had passed is certain to a batch.";
      case STREAM ->
          "Not certified: the classifier read a stream, and what it had been sent before its answer arrived counts as passed. What passes before a block is certified only in lock-step mode, in which each batch of packets is answered before the next is sent.";
      case WIRE ->
          "Seen on the wire: each packet was sent when the one before it had come out of the box, or when its time was up, so what had passed is what came out. That the box decided at the first packet that never came out is inferred.";
    };
  }
}
