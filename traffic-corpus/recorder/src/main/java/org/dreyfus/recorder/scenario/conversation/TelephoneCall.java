package org.dreyfus.recorder.scenario.conversation;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Conversation;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Stage;

/** Two SIPp ends set a call up and speak for three seconds: RFC 3261, RFC 3550. */
final class TelephoneCall extends Conversation {

  private static final int SIP = 5060;

  /** SIPp's report: a count for the last period, then one for the whole run. */
  private static final Pattern ONE_CALL = Pattern.compile("Successful call\\s*\\|[^|]*\\|\\s*1\\b");

  TelephoneCall() {
    super(
        "telephone-sip-rtp",
        "sipp/SIP+RTP/peer-to-peer",
        "Two people talk on the telephone over the Internet.",
        Set.of("sip-tester"));
  }

  @Override
  public void play(Stage stage) {
    String called = stage.address(SERVER);
    String calling = stage.address(CLIENT);
    stage
        .host(SERVER)
        .start(
            "sipp",
            "-sn",
            "uas",
            "-i",
            called,
            "-p",
            "5060",
            "-mi",
            called,
            "-rtp_echo",
            "-nostdin");
    stage.listening(SERVER, Transport.UDP, SIP, "sipp");
    stage.control(CLIENT, SERVER, Transport.UDP, SIP, Kind.plain("SIP", "sipp"));
    stage.contentOnAnyPort(CLIENT, SERVER, Transport.UDP, Kind.plain("RTP", "sipp"));
    for (int port = 6000; port <= 6005; port++) {
      stage.announced(CLIENT, port);
      stage.announced(SERVER, port);
    }
    stage.did(SERVER, "sip-tester", "took the call");
    stage.did(CLIENT, "sip-tester", "made the call");
    Path voice = stage.folder(CLIENT, "pcap");
    stage.run(CLIENT, "sh", "-c", "cp /usr/share/sip-tester/*.pcap " + voice);
    String folder = stage.host(CLIENT).folder().toString();
    String report =
        stage.run(
            CLIENT,
            "sh",
            "-c",
            "cd %s && exec sipp -sn uac_pcap %s:5060 -i %s -mi %s -m 1 -d 3000 -nostdin"
                .formatted(folder, called, calling, calling));
    stage.succeeded(ONE_CALL.matcher(report).find(), "the call");
  }
}
