package org.dreyfus.inline.appliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dreyfus.inline.appliance.MadeFrames.ACK;
import static org.dreyfus.inline.appliance.MadeFrames.FIN;
import static org.dreyfus.inline.appliance.MadeFrames.SYN;
import static org.dreyfus.inline.appliance.MadeFrames.back;
import static org.dreyfus.inline.appliance.MadeFrames.there;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;
import org.junit.jupiter.api.Test;

class BlockingBoxTest {

  private static final BlockRule P2P = BlockRule.of(Set.of("P2P")::contains);

  private final List<String> log = new ArrayList<>();
  private final Sent sent = new Sent();
  private int opened;
  private int closed;

  /** Decides at the second packet of a flow, by its port. */
  private final class ByPort implements Classifier {
    @Override
    public Verdict inspect(Flow flow, Packet packet) {
      if (flow.initiatorPort() == 666) {
        throw new IllegalStateException("broken");
      } else if (flow.packets() < 2) {
        return Verdict.undecided();
      }
      return switch (flow.initiatorPort() % 4) {
        case 0 -> new Verdict.Blocked("any", "test");
        case 1 -> new Verdict.Identified("P2P", true);
        case 2 -> new Verdict.Identified("Web", true);
        default -> new Verdict.Identified("P2P", false);
      };
    }

    @Override
    public void close() {
      closed++;
    }
  }

  private BlockingBox box(Failing failing, boolean resets, int maxFlows) {
    return new BlockingBox(
        () -> {
          opened++;
          return Watcher.of(new ByPort());
        },
        new BlockingBox.Settings(P2P, failing, resets, maxFlows),
        log::add);
  }

  private boolean passes(Box box, byte[] frame, Side from) {
    box.look(frame);
    return box.passes(frame, from, sent);
  }

  /** What passes of four packets of a connection. */
  private String talk(Box box, int port) {
    String passed =
        (passes(box, there(port, 1, 0, SYN, ""), Side.CLIENT) ? "+" : "-")
            + (passes(box, back(port, 1, 2, SYN | ACK, ""), Side.SERVER) ? "+" : "-")
            + (passes(box, there(port, 2, 2, ACK, "hello"), Side.CLIENT) ? "+" : "-")
            + (passes(box, back(port, 2, 7, ACK, "hello"), Side.SERVER) ? "+" : "-");
    box.tick(0, sent);
    return passed;
  }

  private static BoxStats.Blocking stats(Box box) {
    return (BoxStats.Blocking) box.stats();
  }

  @Test
  void dropsFromTheDecidingPacketOnByVerdictAndPolicy() {
    BlockingBox box = box(Failing.OPEN, false, 1_000);
    assertThat(talk(box, 4_000)).isEqualTo("+---");
    assertThat(talk(box, 4_001)).isEqualTo("+---");
    assertThat(talk(box, 4_002)).isEqualTo("++++");
    assertThat(talk(box, 4_003)).as("unsettled").isEqualTo("++++");
    assertThat(passes(box, MadeFrames.arp(), Side.CLIENT)).isTrue();
    assertThat(passes(box, new byte[] {1, 2, 3}, Side.CLIENT)).isTrue();
    assertThat(stats(box).flows()).isEqualTo(4);
    assertThat(stats(box).blockedFlows()).isEqualTo(2);
    assertThat(sent.toClient).isEmpty();
  }

  @Test
  void aNewConnectionOnTheKeyOfAClosedOneIsANewFlow() {
    BlockingBox box = box(Failing.OPEN, false, 1_000);
    assertThat(talk(box, 4_000)).isEqualTo("+---");
    assertThat(passes(box, there(4_000, 1, 0, SYN, ""), Side.CLIENT)).as("not closed").isFalse();
    assertThat(passes(box, there(4_000, 9, 9, FIN | ACK, ""), Side.CLIENT)).isFalse();
    assertThat(talk(box, 4_000)).isEqualTo("+---");
    assertThat(stats(box).blockedFlows()).isEqualTo(2);
  }

  @Test
  void aCrashLetsEverythingPassOrNothingThatIsUndecided() {
    BlockingBox open = box(Failing.OPEN, false, 1_000);
    talk(open, 4_000);
    assertThat(talk(open, 666)).isEqualTo("++++");
    assertThat(talk(open, 4_000)).isEqualTo("++++");
    assertThat(log).singleElement().asString().contains("broken", "fails open");

    log.clear();
    BlockingBox closing = box(Failing.CLOSED, false, 1_000);
    talk(closing, 4_000);
    talk(closing, 4_002);
    assertThat(talk(closing, 666)).isEqualTo("----");
    assertThat(talk(closing, 4_000)).as("blocked before").isEqualTo("----");
    assertThat(talk(closing, 4_002)).as("decided before").isEqualTo("++++");
    assertThat(talk(closing, 4_006)).as("new").isEqualTo("----");
    assertThat(log).singleElement().asString().contains("broken", "fails closed");
    assertThat(stats(closing).failure()).isPresent();

    closing.reset();
    assertThat(talk(closing, 4_006)).isEqualTo("++++");
    assertThat(stats(closing).failure()).isEmpty();
  }

  @Test
  void aResetForgetsAllAndBeginsWithAFreshClassifier() {
    BlockingBox box = box(Failing.OPEN, false, 1_000);
    talk(box, 4_000);
    box.reset();
    assertThat(opened).isEqualTo(2);
    assertThat(closed).isEqualTo(1);
    assertThat(stats(box)).isEqualTo(stats(box(Failing.OPEN, false, 1_000)));
    assertThat(talk(box, 4_000)).isEqualTo("+---");
  }

  @Test
  void whenStuckWhatWasDecidedStands() {
    BlockingBox box = box(Failing.CLOSED, false, 1_000);
    talk(box, 4_000);
    talk(box, 4_002);
    talk(box, 4_003);
    box.look(there(4_006, 1, 0, SYN, ""));
    box.stuck("too slow");
    assertThat(talk(box, 4_006)).isEqualTo("----");
    assertThat(talk(box, 4_003)).isEqualTo("----");
    assertThat(talk(box, 4_002)).isEqualTo("++++");
    assertThat(talk(box, 4_000)).isEqualTo("----");
    assertThat(closed).as("it is left to the thread that is stuck in it").isZero();
  }

  @Test
  void tooManyFlowsAreForgottenButForBlockedOnes() {
    BlockingBox box = box(Failing.OPEN, false, 10);
    talk(box, 4_000);
    talk(box, 4_001);
    for (int port = 5_002; stats(box).startedAnew() == 0; port += 4) {
      assertThat(talk(box, port)).isEqualTo("++++");
    }
    assertThat(stats(box).flows()).isEqualTo(2);
    assertThat(stats(box).forgottenBlockedFlows()).isZero();
    assertThat(opened).isEqualTo(2);
    assertThat(closed).isEqualTo(1);
    assertThat(log).singleElement().asString().contains("10 flows are enough");
    assertThat(talk(box, 4_000)).isEqualTo("----");
    assertThat(talk(box, 4_001)).isEqualTo("----");
    assertThat(talk(box, 5_002)).isEqualTo("++++");
  }

  @Test
  void ofTooManyBlockedFlowsTheOldestAreForgotten() {
    BlockingBox box = box(Failing.OPEN, false, 10);
    for (int port = 4_000; stats(box).startedAnew() == 0; port += 4) {
      assertThat(talk(box, port)).isEqualTo("+---");
    }
    assertThat(stats(box).flows()).isEqualTo(5);
    assertThat(stats(box).forgottenBlockedFlows()).isEqualTo(5);
    assertThat(talk(box, 4_036)).isEqualTo("----");
    assertThat(talk(box, 4_000)).isEqualTo("+---");
  }
}
