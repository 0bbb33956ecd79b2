package org.dreyfus.inline.appliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dreyfus.inline.appliance.MadeFrames.ACK;
import static org.dreyfus.inline.appliance.MadeFrames.PSH;
import static org.dreyfus.inline.appliance.MadeFrames.RST;
import static org.dreyfus.inline.appliance.MadeFrames.SYN;
import static org.dreyfus.inline.appliance.MadeFrames.back;
import static org.dreyfus.inline.appliance.MadeFrames.there;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tshark makes of the resets. */
@Tag("slow")
class ResetsTest {

  private static final String[] FIELDS = {
    "eth.dst",
    "ip.src",
    "ip.ttl",
    "tcp.srcport",
    "tcp.flags",
    "tcp.seq_raw",
    "tcp.ack_raw",
    "tcp.len",
    "ip.checksum.status",
    "tcp.checksum.status",
    "ipv6.src"
  };
  private static final String GOOD = "1";
  private static final String TO_CLIENT = "02:00:00:00:00:0a";
  private static final String TO_SERVER = "02:00:00:00:00:0b";

  @TempDir Path folder;

  @BeforeAll
  static void tsharkIsNeeded() {
    Tshark.isNeeded();
  }

  /** Feeds frames to a box that blocks at a data packet that begins with "bad". */
  private List<List<String>> resets(byte[]... frames) throws Exception {
    Classifier classifier =
        (flow, packet) ->
            packet.payloadLength() >= 3 && packet.buffer().get(packet.payloadOffset()) == 'b'
                ? new Verdict.Blocked("bad", "test")
                : Verdict.undecided();
    return resets(classifier, frames);
  }

  private List<List<String>> resets(Classifier classifier, byte[]... frames) throws Exception {
    Sent sent = new Sent();
    BlockingBox box =
        new BlockingBox(
            () -> Watcher.of(classifier),
            new BlockingBox.Settings(
                BlockRule.of(Set.<String>of()::contains), Failing.OPEN, true, 100),
            line -> {});
    for (byte[] frame : frames) {
      box.look(frame);
      box.passes(frame, frame[5] == 0x0b ? Side.CLIENT : Side.SERVER, sent);
    }
    List<byte[]> all = new ArrayList<>(sent.toClient);
    all.addAll(sent.toServer);
    assertThat(((BoxStats.Blocking) box.stats()).resetsSent()).isEqualTo(all.size());
    return all.isEmpty() ? List.of() : Tshark.fields(folder, all, FIELDS);
  }

  private static String flags(int flags) {
    return "0x%04x".formatted(flags);
  }

  @Test
  void bothEndsAreResetAtTheNextByteThatEachExpects() throws Exception {
    List<List<String>> sent =
        resets(
            there(5_000, 1_000, 0, SYN, ""),
            back(5_000, 9_000, 1_001, SYN | ACK, ""),
            there(5_000, 1_001, 9_001, ACK, ""),
            back(5_000, 9_001, 1_001, PSH | ACK, "welcome"),
            there(5_000, 1_001, 9_001, PSH | ACK, "bad words"),
            there(5_000, 1_001, 9_008, PSH | ACK, "bad words"));
    assertThat(sent)
        .containsExactly(
            List.of(
                TO_CLIENT, "10.0.0.2", "64", "80", flags(RST), "9008", "0", "0", GOOD, GOOD, ""),
            List.of(
                TO_SERVER,
                "10.0.0.1",
                "64",
                "5000",
                flags(RST | ACK),
                "1001",
                "9008",
                "0",
                GOOD,
                GOOD,
                ""));
  }

  @Test
  void aSynIsAnsweredAsByAClosedPort() throws Exception {
    List<List<String>> sent =
        resets(
            (flow, packet) -> new Verdict.Blocked("all", "test"),
            there(5_000, -1, 0, SYN, ""),
            there(5_000, -1, 0, SYN, ""));
    assertThat(sent)
        .containsExactly(
            List.of(
                TO_CLIENT, "10.0.0.2", "64", "80", flags(RST | ACK), "0", "0", "0", GOOD, GOOD, ""),
            List.of(
                TO_SERVER,
                "10.0.0.1",
                "64",
                "5000",
                flags(RST),
                "4294967295",
                "0",
                "0",
                GOOD,
                GOOD,
                ""));
  }

  @Test
  void ofASessionThatWasNotSeenFromItsStart() throws Exception {
    List<List<String>> sent = resets(back(5_000, 700, 900, PSH | ACK, "bad"));
    assertThat(sent)
        .containsExactly(
            List.of(
                TO_CLIENT,
                "10.0.0.2",
                "64",
                "80",
                flags(RST | ACK),
                "700",
                "900",
                "0",
                GOOD,
                GOOD,
                ""),
            List.of(
                TO_SERVER, "10.0.0.1", "64", "5000", flags(RST), "900", "0", "0", GOOD, GOOD, ""));
  }

  @Test
  void overIpv6() throws Exception {
    List<List<String>> sent = resets(MadeFrames.thereOverIpv6(5_000, 700, 900, PSH | ACK, "bad"));
    assertThat(sent)
        .containsExactly(
            List.of(TO_CLIENT, "", "", "80", flags(RST), "900", "0", "0", "", GOOD, "2001:db8::2"),
            List.of(
                TO_SERVER,
                "",
                "",
                "5000",
                flags(RST | ACK),
                "700",
                "900",
                "0",
                "",
                GOOD,
                "2001:db8::1"));
  }

  @Test
  void nothingIsResetThatIsNoConnection() throws Exception {
    Classifier all = (flow, packet) -> new Verdict.Blocked("all", "test");
    assertThat(resets(all, MadeFrames.udp(5_000, 53, new byte[20]))).isEmpty();
    assertThat(resets(all, there(5_000, 700, 0, RST, ""))).isEmpty();
  }
}
