package org.dreyfus.recorder.scenario.overlay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.LabHost;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/**
 * Two aMule peers and a server: the eD2k network, plain or with protocol obfuscation between the
 * peers. No eD2k server is packaged for Debian; ours speaks log-in, offer and source search.
 */
final class EdonkeyTransfer implements Scenario {

  private static final String SERVER = "server";
  private static final String SHARER = "sharer";
  private static final String FETCHER = "fetcher";
  private static final int SERVER_PORT = 4661;
  private static final int SHARER_PORT = 4662;
  private static final int FETCHER_PORT = 4663;

  /** Supports, requests and requires obfuscation; a user hash follows. */
  private static final int CRYPT_OPTIONS = 0x80 | 0x07;

  private static final String SHARER_ID = "2233445566778899aabbccddeeff0011";
  private static final String FETCHER_ID = "11223344556677889900aabbccddeeff";

  private final boolean kad;
  private final boolean obfuscated;

  private EdonkeyTransfer(boolean kad, boolean obfuscated) {
    this.kad = kad;
    this.obfuscated = obfuscated;
  }

  static List<Scenario> all() {
    return List.of(
        new EdonkeyTransfer(false, false),
        new EdonkeyTransfer(false, true),
        new EdonkeyTransfer(true, false),
        new EdonkeyTransfer(true, true));
  }

  private String wire() {
    return obfuscated ? "obfuscated" : "plain";
  }

  @Override
  public String id() {
    return (kad ? "kad-amule-" : "edonkey-amule-") + wire();
  }

  @Override
  public String story() {
    return "One person fetches a film from another over the %s network with aMule, "
            .formatted(kad ? "Kad" : "eDonkey")
        + (obfuscated ? "obfuscated." : "unencrypted.");
  }

  @Override
  public String cluster() {
    return "amule/eDonkey/" + wire() + "-tcp/" + (kad ? "kad" : "open-server");
  }

  @Override
  public List<String> hosts() {
    return kad ? List.of(SHARER, FETCHER) : List.of(SERVER, SHARER, FETCHER);
  }

  @Override
  public Set<String> packages() {
    return Set.of("amule-daemon", "amule-utils", "python3");
  }

  @Override
  public boolean movesWork() {
    return true;
  }

  /** Kad does not take contacts with private addresses. */
  @Override
  public boolean needsPublicAddresses() {
    return kad;
  }

  @Override
  public void play(Stage stage) {
    declareFlows(stage);
    if (!kad) {
      server(stage);
    }
    stage.did(SHARER, "amule-daemon", "offered the film");
    stage.did(FETCHER, "amule-daemon", "fetched the film");
    stage.work().writeTo(stage.folder(SHARER, "amule/Incoming"));
    client(stage, SHARER, SHARER_PORT);
    client(stage, FETCHER, FETCHER_PORT);
    for (String host : List.of(SHARER, FETCHER)) {
      join(stage, host);
    }
    LabHost.pause(Duration.ofSeconds(4));
    String source =
        "%s:%d".formatted(stage.address(SHARER), SHARER_PORT)
            + (obfuscated ? ":" + CRYPT_OPTIONS + ":" + userHash(stage) : "");
    command(stage, FETCHER, "add " + link(stage) + "|sources," + source + "|/");
    Path received =
        stage.host(FETCHER).folder().resolve("amule/Incoming/" + stage.work().fileName());
    stage.awaitArrival(received, Duration.ofSeconds(80));
  }

  private static void server(Stage stage) {
    Path script = stage.template(SERVER, "ed2k_server.py", Map.of());
    stage
        .host(SERVER)
        .start("/usr/bin/python3", script.toString(), stage.address(SERVER), "" + SERVER_PORT);
    stage.listening(SERVER, Transport.TCP, SERVER_PORT, "python3");
    stage.service(SERVER, "open-ed2k-server", "eDonkey", SERVER_PORT, true);
    stage.did(SERVER, "python3", "indexed who has which file");
  }

  private void join(Stage stage, String host) {
    if (kad) {
      command(stage, host, "connect kad");
      return;
    }
    String address = stage.address(SERVER);
    command(stage, host, "add ed2k://|server|%s|%d|/".formatted(address, SERVER_PORT));
    command(stage, host, "connect %s:%d".formatted(address, SERVER_PORT));
  }

  private void declareFlows(Stage stage) {
    Kind kind = Kind.plain("eDonkey", "amule");
    Kind between = obfuscated ? Kind.obfuscated("eDonkey", "amule") : kind;
    for (int port : new int[] {SHARER_PORT, FETCHER_PORT}) {
      stage.content(SHARER, FETCHER, Transport.TCP, port, between);
    }
    for (int port : new int[] {4665, 4672, 4673, 4674, 4675, 4676}) {
      stage.control(SHARER, FETCHER, Transport.UDP, port, kad ? table() : between);
    }
    if (kad) {
      return;
    }
    for (String peer : List.of(SHARER, FETCHER)) {
      stage.control(peer, SERVER, Transport.TCP, SERVER_PORT, kind);
      for (int port : new int[] {SHARER_PORT, FETCHER_PORT}) {
        stage.control(peer, SERVER, Transport.TCP, port, kind);
      }
      for (int port : new int[] {4665, 4673}) {
        stage.control(peer, SERVER, Transport.UDP, port, between);
      }
    }
  }

  private Kind table() {
    return obfuscated ? Kind.obfuscated("Kad", "amule") : Kind.plain("Kad", "amule");
  }

  /** What the two know of each other before they start. */
  private static void contacts(Stage stage, String host, Path folder) {
    boolean shares = host.equals(SHARER);
    Path script = stage.template(host, "kad_nodes.py", Map.of());
    int port = shares ? FETCHER_PORT : SHARER_PORT;
    stage.run(
        host,
        "/usr/bin/python3",
        script.toString(),
        folder.toString(),
        shares ? SHARER_ID : FETCHER_ID,
        shares ? FETCHER_ID : SHARER_ID,
        stage.address(shares ? FETCHER : SHARER),
        Integer.toString(port + 10),
        Integer.toString(port));
  }

  private void client(Stage stage, String host, int port) {
    Path folder = stage.folder(host, "amule");
    stage.folder(host, "amule/Temp");
    stage.folder(host, "amule/Incoming");
    Path configuration =
        stage.template(
            host,
            "amule.conf",
            Map.of(
                "folder",
                folder.toString(),
                "nick",
                host,
                "port",
                Integer.toString(port),
                "udpPort",
                Integer.toString(port + 10),
                "kad",
                kad ? "1" : "0",
                "ed2k",
                kad ? "0" : "1",
                "obfuscated",
                obfuscated ? "1" : "0",
                "password",
                "900150983cd24fb0d6963f7d28e17f72"));
    stage.run(host, "mv", configuration.toString(), folder.toString());
    if (kad) {
      contacts(stage, host, folder);
    }
    stage.host(host).start("amuled", "-c", folder.toString(), "-o");
    stage.listening(host, Transport.TCP, port, "amuled");
    stage.listening(host, Transport.UDP, kad ? port + 10 : port + 3, "amuled");
    stage.announced(host, port + 10);
    stage.host(host).awaitListener(Transport.TCP, 4712);
    LabHost.pause(Duration.ofSeconds(1));
  }

  /** What a source link of an obfuscating client names: its user hash, as aMule marks its own. */
  private static String userHash(Stage stage) {
    try {
      byte[] preferences =
          Files.readAllBytes(stage.host(SHARER).folder().resolve("amule/preferences.dat"));
      byte[] hash = Arrays.copyOfRange(preferences, 1, 17);
      hash[5] = 14;
      hash[14] = 111;
      return HexFormat.of().formatHex(hash);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of less than 9.28 MB is named by the MD4 digest (RFC 1320) of its bytes. */
  private static String link(Stage stage) {
    Path film = stage.host(SHARER).folder().resolve("amule/Incoming/" + stage.work().fileName());
    String printed =
        stage.run(
            SHARER,
            "openssl",
            "dgst",
            "-provider",
            "legacy",
            "-provider",
            "default",
            "-md4",
            "-r",
            film.toString());
    return "ed2k://|file|%s|%d|%s|/"
        .formatted(stage.work().fileName(), stage.work().bytes().length, printed.substring(0, 32));
  }

  private static String command(Stage stage, String host, String text) {
    return stage
        .host(host)
        .attempt(
            Duration.ofSeconds(15),
            "amulecmd",
            "-h",
            "127.0.0.1",
            "-p",
            "4712",
            "-P",
            "abc",
            "-c",
            text);
  }
}
