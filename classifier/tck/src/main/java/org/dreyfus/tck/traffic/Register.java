package org.dreyfus.tck.traffic;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.dreyfus.classifier.ClassifierDescriptor.Feed;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.NetworkFeed;
import org.dreyfus.classifier.RightsFeed;

/** What the feeds say of the made-up traffic: one tracker, and one work that flows carry. */
public final class Register {

  private static final int TRACKER_PORT = 6969;

  private final byte[] infoHash;
  private final RightsFeed.Work work;

  Register(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    infoHash = Payloads.noise(random, 20);
    work =
        new RightsFeed.Work(
            "A made-up work",
            "video/x-matroska",
            5_000_000,
            hex(Payloads.noise(random, 32)),
            hex(infoHash),
            hex(Payloads.noise(random, 16)));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  byte[] infoHash() {
    return infoHash.clone();
  }

  InetAddress tracker() {
    return Host.ordinary(5);
  }

  /** A configuration with those options and these feeds. */
  public Configuration configuration(Map<String, String> options, Set<Feed> feeds) {
    NetworkFeed network =
        new NetworkFeed(List.of(new NetworkFeed.Service("BitTorrent", tracker(), TRACKER_PORT)));
    return new Configuration(
        options,
        feeds.contains(Feed.NETWORK) ? Optional.of(network) : Optional.empty(),
        feeds.contains(Feed.RIGHTS)
            ? Optional.of(new RightsFeed(List.of(work)))
            : Optional.empty());
  }

  /** The same feeds without an entry. */
  public static Configuration emptyFeeds(Map<String, String> options, Set<Feed> feeds) {
    return new Configuration(
        options,
        feeds.contains(Feed.NETWORK) ? Optional.of(new NetworkFeed(List.of())) : Optional.empty(),
        feeds.contains(Feed.RIGHTS) ? Optional.of(new RightsFeed(List.of())) : Optional.empty());
  }
}
