package org.dreyfus.classifier.reference.contentid;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.classifier.RightsFeed;

/** The registered works, ready to be looked up. */
final class Registered {

  private final Set<String> infoHashes = new HashSet<>();
  private final Set<String> digests = new HashSet<>();
  private final Map<Opening, long[]> sizesByOpening = new EnumMap<>(Opening.class);
  private final long[] sizes;
  private final HashScan ed2kHashes;

  Registered(RightsFeed feed) {
    for (RightsFeed.Work work : feed.works()) {
      infoHashes.add(work.infoHash());
      digests.add(work.sha256());
    }
    this.sizes = sizes(feed.works());
    for (Opening opening : Opening.values()) {
      List<RightsFeed.Work> those =
          feed.works().stream().filter(work -> opening.isOf(work.mediaType())).toList();
      sizesByOpening.put(opening, sizes(those));
    }
    this.ed2kHashes =
        new HashScan(
            feed.works().stream().map(work -> HexFormat.of().parseHex(work.ed2kHash())).toList());
  }

  private static long[] sizes(List<RightsFeed.Work> works) {
    return works.stream().mapToLong(RightsFeed.Work::sizeBytes).sorted().distinct().toArray();
  }

  boolean isInfoHash(String hex) {
    return infoHashes.contains(hex);
  }

  boolean isDigest(String hex) {
    return digests.contains(hex);
  }

  /** The lengths of all works, ascending. */
  long[] sizes() {
    return sizes;
  }

  /** The lengths of the works that can begin so, ascending. */
  long[] sizes(Opening opening) {
    return sizesByOpening.getOrDefault(opening, new long[0]);
  }

  HashScan ed2kHashes() {
    return ed2kHashes;
  }
}
