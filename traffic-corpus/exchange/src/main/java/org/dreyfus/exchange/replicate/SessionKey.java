package org.dreyfus.exchange.replicate;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.rekey.AddressKey;
import org.dreyfus.capture.rekey.KeyedHost;
import org.dreyfus.capture.rekey.Mention;
import org.dreyfus.capture.rekey.Rekeyer;
import org.dreyfus.corpus.AddressMention;
import org.dreyfus.corpus.Host;
import org.dreyfus.corpus.IpLiteral;
import org.dreyfus.corpus.Session;
import org.dreyfus.corpus.Sha256;
import org.dreyfus.exchange.ExchangeException;

/** What one copy of one session is re-keyed with. */
final class SessionKey {

  private final Session session;
  private final byte[] secret;
  private final List<KeyedHost> hosts;
  private final Map<InetAddress, InetAddress> fixed;

  /**
   * Draws the addresses at random.
   *
   * @param run tells replications apart: source and seed
   * @param copy from 1
   * @throws ExchangeException when a host's address is none
   */
  SessionKey(Session session, String run, long copy) throws ExchangeException {
    this(session, run, copy, hosts(session), Map.of());
  }

  private SessionKey(
      Session session,
      String run,
      long copy,
      List<KeyedHost> hosts,
      Map<InetAddress, InetAddress> fixed) {
    this.session = session;
    this.hosts = hosts;
    this.fixed = fixed;
    this.secret =
        Sha256.of(String.join("\0", run, session.id(), "" + copy).getBytes(StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Takes the addresses from a pool.
   *
   * @throws ExchangeException when a host's address is none, or the pool is used up
   */
  static SessionKey from(AddressPool pool, Session session, String run, long copy)
      throws ExchangeException {
    List<KeyedHost> hosts = hosts(session);
    Map<InetAddress, InetAddress> fixed = new HashMap<>();
    for (KeyedHost host : hosts) {
      if (!fixed.containsKey(host.address())) {
        fixed.put(host.address(), pool.next(host.address()));
      }
    }
    return new SessionKey(session, run, copy, hosts, fixed);
  }

  private static List<KeyedHost> hosts(Session session) throws ExchangeException {
    List<KeyedHost> hosts = new ArrayList<>();
    for (Host host : session.hosts()) {
      hosts.add(new KeyedHost(host.name(), address(session, host), host.announcedPorts()));
    }
    return hosts;
  }

  /** Rewrites a fresh pass over the capture. */
  FrameRewriter rewriter() throws ExchangeException {
    return session.rekeying() == Session.Rekeying.NONE ? FrameRewriter.none() : rekeyer();
  }

  /** The same, whatever the session says of re-keying. */
  Rekeyer rekeyer() throws ExchangeException {
    List<Mention> mentions = session.mentions().stream().map(SessionKey::mention).toList();
    try {
      return new Rekeyer(secret, fixed, hosts, mentions, session.startNanos());
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
        AddressKey.draw(secret, fixed, hosts.stream().map(KeyedHost::address).toList());
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
    try {
      return IpLiteral.parse(host.address());
    } catch (IllegalArgumentException e) {
      throw new ExchangeException(
          "session %s: %s of host '%s'; correct session.json"
              .formatted(session.id(), e.getMessage(), host.name()));
    }
  }
}
