package org.dreyfus.tck.traffic;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Ordinary flows of many protocols, interleaved: what a plugin may have something to say about. */
final class Ordinary {

  private static final int ROUNDS = 3;
  private static final int TRACKER_PORT = 6969;
  private static final int PEER_PORT = 6881;

  private final SplittableRandom random;
  private final Register register;
  private final List<Dialogue> dialogues = new ArrayList<>();
  private int round;

  private Ordinary(SplittableRandom random, Register register) {
    this.random = random;
    this.register = register;
  }

  static List<MadeFrame> frames(long seed, Register register) {
    Ordinary ordinary = new Ordinary(new SplittableRandom(seed), register);
    for (ordinary.round = 0; ordinary.round < ROUNDS; ordinary.round++) {
      ordinary.everyday();
      ordinary.encrypted();
      ordinary.sharing();
      ordinary.datagrams();
      ordinary.reopened();
    }
    return ordinary.interleaved();
  }

  private InetAddress client() {
    return Host.ordinary(10 + round);
  }

  private InetAddress server(int number) {
    return Host.ordinary(100 + 20 * round + number);
  }

  private int port() {
    return random.nextInt(32_768, 61_000);
  }

  private Dialogue with(InetAddress server, int serverPort) {
    Dialogue dialogue = new Dialogue(client(), port(), server, serverPort);
    dialogues.add(dialogue);
    return dialogue;
  }

  private void everyday() {
    byte[] page = Payloads.text("All is well. ".repeat(200));
    with(server(0), 80)
        .open()
        .ask(Payloads.httpRequest("www.example.org", "/"))
        .answer(Payloads.httpAnswer(page))
        .close();
    with(server(1), 22)
        .open()
        .answer(Payloads.text("SSH-2.0-OpenSSH_9.2p1\r\n"))
        .ask(Payloads.text("SSH-2.0-madeup_1\r\n"))
        .ask(Payloads.noise(random, 900))
        .answer(Payloads.noise(random, 900));
    Dialogue modern = new Dialogue(Host.ipv6(10 + round), port(), Host.ipv6(100 + round), 80);
    dialogues.add(
        modern
            .open()
            .ask(Payloads.httpRequest("six.example.org", "/"))
            .answer(Payloads.httpAnswer(page)));
  }

  private void encrypted() {
    with(server(2), 443)
        .open()
        .ask(Payloads.clientHello(random, "www.example.org"))
        .answer(Payloads.tlsData(random, 1_000))
        .answer(Payloads.tlsData(random, 4_000))
        .close();
    with(server(3), port())
        .open()
        .ask(Payloads.noise(random, 600))
        .answer(Payloads.noise(random, 700))
        .ask(Payloads.noise(random, 3_000));
  }

  private void sharing() {
    InetAddress peer = server(4);
    byte[] unknown = Payloads.noise(random, 20);
    with(peer, PEER_PORT)
        .open()
        .ask(Payloads.handshake(random, register.infoHash()))
        .answer(Payloads.handshake(random, register.infoHash()))
        .answer(Payloads.piece(random, 5_000));
    with(server(5), 51_413)
        .open()
        .ask(Payloads.handshake(random, unknown))
        .answer(Payloads.handshake(random, unknown))
        .answer(Payloads.piece(random, 5_000));
    with(register.tracker(), TRACKER_PORT)
        .open()
        .ask(Payloads.httpRequest("tracker.example.org", "/announce?info_hash=%00&port=6881"))
        .answer(
            Payloads.httpAnswer(
                Payloads.trackerAnswer(List.of(peer, client(), server(5)), PEER_PORT)));
    with(server(6), 4_661).open().ask(Payloads.edonkeyLogin(random)).answer(new byte[] {0});
    with(server(7), 6_346).open().ask(Payloads.text("GNUTELLA CONNECT/0.6\r\n\r\n"));
  }

  private void datagrams() {
    with(server(8), 53)
        .send(Payloads.dnsQuestion(round, "www"))
        .receive(Payloads.dnsAnswer(round, "www"));
    with(server(9), PEER_PORT).send(Payloads.dhtPing(random)).receive(Payloads.dhtPing(random));
    with(server(10), 443)
        .send(Payloads.noise(random, 1_200))
        .receive(Payloads.noise(random, 1_200));
    with(server(11), 0).ping(Payloads.text("abcdefgh"));
  }

  /** Two connections on the same key, one after the other: two flows. */
  private void reopened() {
    with(server(12), 80)
        .open()
        .ask(Payloads.httpRequest("one.example.org", "/1"))
        .close()
        .open()
        .ask(Payloads.httpRequest("two.example.org", "/2"))
        .close();
  }

  private List<MadeFrame> interleaved() {
    List<List<MadeFrame>> waiting = new ArrayList<>();
    dialogues.forEach(dialogue -> waiting.add(new ArrayList<>(dialogue.frames())));
    List<MadeFrame> all = new ArrayList<>();
    while (!waiting.isEmpty()) {
      int next = random.nextInt(waiting.size());
      all.add(waiting.get(next).remove(0));
      if (waiting.get(next).isEmpty()) {
        waiting.remove(next);
      }
    }
    return all;
  }
}
