package org.dreyfus.classifier;

import java.util.List;

/**
 * The works that are registered as "all rights reserved, no licence to distribute", by what tells
 * their files from others. It names files, never sessions, hosts or distributors: the same file in
 * the hands of somebody who has leave has the same identifiers.
 *
 * @param works the registered works
 */
public record RightsFeed(List<Work> works) {

  public RightsFeed {
    works = List.copyOf(works);
  }

  /**
   * One registered work.
   *
   * @param title as a player or a search would show it
   * @param mediaType IANA media type: {@code "video/x-matroska"}
   * @param sizeBytes length of the file, at least 1
   * @param sha256 digest of the file, lower-case hex
   * @param infoHash SHA-1 of its torrent's info dictionary (BEP 3), lower-case hex
   * @param ed2kHash eD2k hash of the file (MD4, RFC 1320, of the file or of the digests of its
   *     parts of 9,728,000 bytes), lower-case hex
   */
  public record Work(
      String title,
      String mediaType,
      long sizeBytes,
      String sha256,
      String infoHash,
      String ed2kHash) {}
}
