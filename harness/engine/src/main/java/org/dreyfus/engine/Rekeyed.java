package org.dreyfus.engine;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.rekey.AddressKey;
import org.dreyfus.capture.rekey.KeyedHost;
import org.dreyfus.capture.rekey.Mention;
import org.dreyfus.capture.rekey.Rekeyer;
import org.dreyfus.classifier.NetworkFeed;
import org.dreyfus.corpus.AddressMention;
import org.dreyfus.corpus.Host;
import org.dreyfus.corpus.IpLiteral;
import org.dreyfus.corpus.Session;

/**
 * Hosts, ephemeral ports, MAC addresses and start times drawn anew for each session. Services that
 * others know keep one address through all sessions of the run. Sessions whose addresses cannot be
 * rewritten stay as recorded.
 */
public final class Rekeyed implements Blinding {

  private final RunKey key;
  private final Services services;
  private final Map<String, InetAddress> drawn;
  private final NetworkFeed feed;

  /**
   * @param key of the pass
   * @param services of the corpus: they are drawn over all its sessions
   */
  public Rekeyed(RunKey key, Services services) {
    this.key = key;
    this.services = services;
    this.drawn = drawServices(key, services);
    this.feed = services.feed(name -> Objects.requireNonNull(drawn.get(name)));
  }

  @Override
  public FrameRewriter rewriter(Session session) {
    if (session.rekeying() == Session.Rekeying.NONE) {
      return FrameRewriter.none();
    }
    return new Rekeyer(
        secretOf(session),
        fixedAddresses(session),
        keyedHosts(session),
        session.mentions().stream().map(Rekeyed::mention).toList(),
        session.startNanos());
  }

  @Override
  public NetworkFeed networkFeed(Session session) {
    return session.rekeying() == Session.Rekeying.NONE ? services.recordedFeed(session) : feed;
  }

  @Override
  public Optional<InetAddress> recorded(Session session, InetAddress shown) {
    if (session.rekeying() == Session.Rekeying.NONE) {
      return Optional.of(shown);
    }
    return addressKey(session).mapping().entrySet().stream()
        .filter(entry -> entry.getValue().equals(shown))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private AddressKey addressKey(Session session) {
    return AddressKey.draw(
        secretOf(session),
        fixedAddresses(session),
        keyedHosts(session).stream().map(KeyedHost::address).toList());
  }

  private byte[] secretOf(Session session) {
    return key.secretOf("session", session.id());
  }

  private Map<InetAddress, InetAddress> fixedAddresses(Session session) {
    Map<InetAddress, InetAddress> fixed = new HashMap<>();
    for (Host host : session.hosts()) {
      host.service()
          .map(Host.Service::name)
          .map(drawn::get)
          .ifPresent(address -> fixed.put(IpLiteral.parse(host.address()), address));
    }
    return fixed;
  }

  private static List<KeyedHost> keyedHosts(Session session) {
    return session.hosts().stream()
        .map(
            host ->
                new KeyedHost(host.name(), IpLiteral.parse(host.address()), host.announcedPorts()))
        .toList();
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

  /** One address a service name, of the form of the first recorded one. */
  private static Map<String, InetAddress> drawServices(RunKey key, Services services) {
    Map<String, InetAddress> drawn = new TreeMap<>();
    Set<InetAddress> taken = new HashSet<>();
    new TreeMap<>(services.addresses())
        .forEach(
            (name, address) ->
                drawn.put(name, drawService(key, name, IpLiteral.parse(address), taken)));
    return drawn;
  }

  private static InetAddress drawService(
      RunKey key, String name, InetAddress recorded, Set<InetAddress> taken) {
    for (int attempt = 0; attempt < 10_000; attempt++) {
      byte[] secret = key.secretOf("service", name + '\0' + attempt);
      InetAddress candidate =
          AddressKey.draw(secret, Map.of(), List.of(recorded)).rekeyed(recorded).orElseThrow();
      if (taken.add(candidate)) {
        return candidate;
      }
    }
    throw new IllegalStateException("no free address is left for service '" + name + "'");
  }
}
