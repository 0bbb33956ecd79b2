package org.dreyfus.recorder.scenario.conversation;

import java.util.List;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Certificate;
import org.dreyfus.recorder.scenario.Conversation;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.NameServer;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/**
 * kdig asks unbound for several records, over UDP, TCP, TLS or HTTPS (RFC 1035, RFC 7858, RFC
 * 8484).
 */
final class NameLookups extends Conversation {

  private static final List<String[]> QUESTIONS =
      List.of(
          new String[] {Certificate.NAME, "A"},
          new String[] {"www.example.test", "A"},
          new String[] {"www.example.test", "AAAA"},
          new String[] {"example.test", "MX"},
          new String[] {"mail.example.test", "A"},
          new String[] {"example.test", "TXT"},
          new String[] {"missing.example.test", "A"});

  private final String option;
  private final Transport transport;
  private final int port;
  private final boolean secure;

  private NameLookups(String id, String how, String option, Transport transport, int port) {
    super(
        id,
        "kdig+unbound/" + how + "/client-server",
        "A computer looks names up over " + how + ".",
        Set.of("unbound", "knot-dnsutils", "openssl"));
    this.option = option;
    this.transport = transport;
    this.port = port;
    this.secure = option.equals("+tls") || option.equals("+https");
  }

  static List<Scenario> all() {
    return List.of(
        new NameLookups("dns-udp", "DNS (UDP)", "+notcp", Transport.UDP, 53),
        new NameLookups("dns-tcp", "DNS (TCP)", "+tcp", Transport.TCP, 53),
        new NameLookups("dns-over-tls", "DNS over TLS", "+tls", Transport.TCP, 853),
        new NameLookups("dns-over-https", "DNS over HTTPS", "+https", Transport.TCP, 443));
  }

  @Override
  public void play(Stage stage) {
    NameServer.startWithTls(stage, SERVER, Certificate.create(stage, SERVER));
    Kind kind = secure ? Kind.encrypted("TLS", "kdig") : Kind.plain("DNS", "kdig");
    stage.content(CLIENT, SERVER, transport, port, kind);
    stage.did(CLIENT, "knot-dnsutils", "looked names up");
    String answer = "";
    for (String[] question : QUESTIONS) {
      String reply =
          stage.run(CLIENT, "kdig", "@" + stage.address(SERVER), option, question[0], question[1]);
      answer = answer + reply;
    }
    stage.succeeded(answer.contains(stage.address(SERVER)), "a name look-up");
  }
}
