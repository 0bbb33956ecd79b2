package org.dreyfus.recorder.scenario.conversation;

import java.nio.file.Path;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Conversation;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Stage;

/** An administrator asks a machine how it is: SNMP version 2c, RFC 1905, with Net-SNMP. */
final class NetworkWatch extends Conversation {

  private static final int PORT = 161;

  /** SNMPv2-MIB's counters of SNMP itself: nothing that names the machine. */
  private static final String COUNTERS = ".1.3.6.1.2.1.11";

  NetworkWatch() {
    super(
        "watch-snmp",
        "net-snmp/SNMP/client-server",
        "An administrator asks a machine how it is.",
        Set.of("snmpd", "snmp"));
  }

  @Override
  public void play(Stage stage) {
    stage.content(CLIENT, SERVER, Transport.UDP, PORT, Kind.plain("SNMP", "net-snmp"));
    Path configuration = stage.write(SERVER, "snmpd.conf", "rocommunity public\n");
    stage
        .host(SERVER)
        .start(
            "snmpd",
            "-f",
            "-Lo",
            "-C",
            "-c",
            configuration.toString(),
            "udp:" + stage.address(SERVER) + ":" + PORT);
    stage.listening(SERVER, Transport.UDP, PORT, "snmpd");
    stage.did(SERVER, "snmpd", "answered");
    stage.did(CLIENT, "snmp", "asked");
    String heard =
        stage.run(
            CLIENT,
            "snmpwalk",
            "-m",
            "",
            "-On",
            "-v",
            "2c",
            "-c",
            "public",
            stage.address(SERVER),
            COUNTERS);
    stage.succeeded(heard.contains(COUNTERS), "the answer");
  }
}
