package org.dreyfus.recorder.scenario.reenacted;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against the drafts that the script names. */
@Tag("slow")
final class GnutellaScriptTest {

  private static final Script GNUTELLA = new Script("gnutella");
  private static final String GUID = "000102030405060708090a0b0c0d0e0f";
  private static final String ASKED = "Message(bytes(range(16)), QUERY, 3, 1, b'')";
  private static final String FOUND =
      "Hit('10.101.120.133', 6346, 5, 70000, 'a.mkv', 'urn:sha1:X', 1, bytes(range(16)))";

  @Test
  void headersHaveTwentyThreeBytes() throws Exception {
    assertThat(GNUTELLA.print("pack(Message(bytes(range(16)), PING, 7, 0, b'')).hex()"))
        .isEqualTo(GUID + "00" + "07" + "00" + "00000000");
  }

  @Test
  void pongsGiveThePortBackwardsAndTheAddressForwards() throws Exception {
    String ping = "Message(bytes(range(16)), PING, 1, 0, b'')";
    assertThat(GNUTELLA.print("pack(pong(" + ping + ", '10.101.120.133', 6346, 2, 300)).hex()"))
        .isEqualTo(
            GUID + "01" + "01" + "00" + "0e000000" + "ca18" + "0a657885" + "02000000" + "2c010000");
  }

  @Test
  void queriesAskForNamesBySha1() throws Exception {
    assertThat(GNUTELLA.print("query('a b').body"))
        .isEqualTo("b'\\x00\\x00a b\\x00urn:sha1:\\x00'");
    assertThat(GNUTELLA.print("words_of(query('Amber Door'))")).isEqualTo("['amber', 'door']");
  }

  @Test
  void hitsNameTheFileAndWhoHasIt() throws Exception {
    String body = GNUTELLA.print("hit(" + ASKED + ", " + FOUND + ").body.hex()");
    assertThat(body)
        .startsWith("01" + "ca18" + "0a657885" + "e8030000" + "05000000" + "70110100")
        .contains("612e6d6b7600" + "75726e3a736861313a5800")
        .endsWith(GUID);
    assertThat(GNUTELLA.print("hit_of(hit(" + ASKED + ", " + FOUND + ")) == " + FOUND))
        .isEqualTo("True");
  }

  @Test
  void pushesSayWhoShallSendWhatWhere() throws Exception {
    assertThat(GNUTELLA.print("push(" + FOUND + ", '10.102.103.104', 6347).body.hex()"))
        .isEqualTo(GUID + "05000000" + "0a666768" + "cb18");
  }

  @Test
  void namesAreBase32() throws Exception {
    assertThat(GNUTELLA.print("sha1_name(b'')"))
        .isEqualTo("urn:sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ");
  }

  /** Values that the implementers of query routing agreed on. */
  @Test
  void wordsFallIntoTheSlotsOfEveryOtherPeer() throws Exception {
    assertThat(GNUTELLA.print("[slot(w, 13) for w in ('', 'eb', 'ebc', 'ebckl', 'ebcklmenq')]"))
        .isEqualTo("[0, 6791, 7082, 3179, 3527]");
    assertThat(GNUTELLA.print("[slot(w, 16) for w in ('n', 'nd', 'NDFLalem', 'ndflaleme')]"))
        .isEqualTo("[65003, 54193, 37658, 45559]");
    assertThat(GNUTELLA.print("slot('7777a88a8a8a8', 10)")).isEqualTo("342");
  }

  @Test
  void routeTablesOpenTheSlotsOfAllWordsAndNoOther() throws Exception {
    assertThat(GNUTELLA.print("slots_of(routes(['nd', 'n'])[1]) == {65003, 54193}"))
        .isEqualTo("True");
    assertThat(GNUTELLA.print("routes(['n'])[0].body.hex()")).isEqualTo("00" + "00000100" + "07");
    assertThat(GNUTELLA.print("routes(['n'])[1].body[:5].hex()")).isEqualTo("0101010104");
    assertThat(GNUTELLA.print("zlib.decompress(routes(['n'])[1].body[5:])[32501]")).isEqualTo("10");
  }
}
