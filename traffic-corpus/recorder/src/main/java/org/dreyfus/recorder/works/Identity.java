package org.dreyfus.recorder.works;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.dreyfus.corpus.RegisteredWork;
import org.dreyfus.corpus.Sha256;

/** Everything that tells a work's file from others. */
public final class Identity {

  private static final int ED2K_PART_BYTES = 9_728_000;

  private Identity() {}

  public static RegisteredWork of(MediaFile file) {
    return new RegisteredWork(
        file.title(),
        file.mediaType(),
        file.bytes().length,
        Sha256.of(file.bytes()),
        Torrent.trackerless(file).infoHash(),
        ed2k(file.bytes()));
  }

  /** See {@link RegisteredWork#ed2kHash}. */
  static String ed2k(byte[] bytes) {
    if (bytes.length <= ED2K_PART_BYTES) {
      return HexFormat.of().formatHex(Md4.digest(bytes));
    }
    ByteArrayOutputStream digests = new ByteArrayOutputStream();
    for (int from = 0; from < bytes.length; from += ED2K_PART_BYTES) {
      int to = Math.min(bytes.length, from + ED2K_PART_BYTES);
      digests.writeBytes(Md4.digest(Arrays.copyOfRange(bytes, from, to)));
    }
    return HexFormat.of().formatHex(Md4.digest(digests.toByteArray()));
  }
}
