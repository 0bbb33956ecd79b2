package org.dreyfus.exchange.replicate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.rekey.AddressKey;
import org.dreyfus.capture.rekey.KeyedHost;
import org.dreyfus.capture.rekey.Mention;
import org.dreyfus.capture.rekey.Rekeyer;
import org.dreyfus.corpus.AddressMention;
import org.dreyfus.corpus.Host;
import org.dreyfus.corpus.Session;
import org.dreyfus.corpus.Sha256;
import org.dreyfus.exchange.ExchangeException;

/** What one copy of one session is re-keyed with. */
final class SessionKey {

  private final Session session;
  private final byte[] secret;
  private final List<KeyedHost> hosts;

  /**
   * @param run tells replications apart: source and seed
   * @param copy from 1
   * @throws ExchangeException when a host's address is none
   */
  SessionKey(Session session, String run, int copy) throws ExchangeException {
    this.session = session;
    this.secret =
        Sha256.of(String.join("\0", run, session.id(), "" + copy).getBytes(StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.US_ASCII);
    this.hosts = new ArrayList<>();
    for (Host host : session.hosts()) {
      hosts.add(new KeyedHost(host.name(), address(session, host), host.announcedPorts()));
    }
  }

  /** Rewrites a fresh pass over the capture. */
  FrameRewriter rewriter() throws ExchangeException {
    if (session.rekeying() == Session.Rekeying.NONE) {
      return FrameRewriter.none();
    }
    List<Mention> mentions = session.mentions().stream().map(SessionKey::mention).toList();
    try {
      return new Rekeyer(secret, Map.of(), hosts, mentions, session.startNanos());
    } catch (IllegalArgumentException e) {
      throw new ExchangeException(
          "session %s cannot be re-keyed: %s; leave it out"
              .formatted(session.id(), e.getMessage()));
    }
  }

  /** The session's hosts under their new addresses. */
  List<Host> hosts() {
    if (session.rekeying() == Session.Rekeying.NONE) {
      return session.hosts();
    }
    AddressKey key =
        AddressKey.draw(secret, Map.of(), hosts.stream().map(KeyedHost::address).toList());
    List<Host> moved = new ArrayList<>();
    for (int i = 0; i < hosts.size(); i++) {
      Host host = session.hosts().get(i);
      InetAddress recorded = hosts.get(i).address();
      String address = key.rekeyed(recorded).orElse(recorded).getHostAddress();
      moved.add(new Host(host.name(), address, host.did(), host.announcedPorts(), host.service()));
    }
    return moved;
  }

  private static Mention mention(AddressMention mention) {
    return new Mention(
        mention.frame(),
        mention.offset(),
        mention.host(),
        Mention.Form.valueOf(mention.encoding().name()),
        mention.from(),
        mention.length());
  }

  private static InetAddress address(Session session, Host host) throws ExchangeException {
    boolean literal = host.address().matches("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    try {
      if (literal) {
        return InetAddress.getByName(host.address());
      }
    } catch (UnknownHostException e) {
      literal = false;
    }
    throw new ExchangeException(
        "session %s: '%s' of host '%s' is no IP address; correct session.json"
            .formatted(session.id(), host.address(), host.name()));
  }
}
