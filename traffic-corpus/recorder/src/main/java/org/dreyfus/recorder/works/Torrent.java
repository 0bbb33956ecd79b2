package org.dreyfus.recorder.works;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A single-file torrent: BEP 3. */
public final class Torrent {

  private static final int PIECE_BYTES = 16_384;

  private final byte[] info;
  private final String announce;
  private final String webSeed;

  public Torrent(MediaFile work, String announce) {
    this(work, announce, "");
  }

  private Torrent(MediaFile work, String announce, String webSeed) {
    this.info = info(work);
    this.announce = announce;
    this.webSeed = webSeed;
  }

  /** A torrent without a tracker: peers find each other in the DHT, or are told. */
  public static Torrent trackerless(MediaFile work) {
    return new Torrent(work, "");
  }

  /** A torrent whose pieces can also be had from a web server: BEP 19. */
  public static Torrent withWebSeed(MediaFile work, String url) {
    return new Torrent(work, "", url);
  }

  /** A link that names the torrent by its info-hash alone: BEP 9. */
  public String magnet() {
    return "magnet:?xt=urn:btih:" + infoHash();
  }

  /** SHA-1 of the info dictionary, lower-case hex. */
  public String infoHash() {
    return HexFormat.of().formatHex(sha1(info));
  }

  public Path writeTo(Path file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(text("d" + entry("announce", announce) + "4:info"));
    out.writeBytes(info);
    out.writeBytes(text(entry("url-list", webSeed) + "e"));
    try {
      return Files.write(file, out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] info(MediaFile work) {
    ByteArrayOutputStream pieces = new ByteArrayOutputStream();
    byte[] bytes = work.bytes();
    for (int from = 0; from < bytes.length; from += PIECE_BYTES) {
      pieces.writeBytes(
          sha1(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE_BYTES))));
    }
    String name = work.fileName();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        text(
            "d6:lengthi%de4:name%d:%s12:piece lengthi%de6:pieces%d:"
                .formatted(bytes.length, name.length(), name, PIECE_BYTES, pieces.size())));
    out.writeBytes(pieces.toByteArray());
    out.writeBytes(text("e"));
    return out.toByteArray();
  }

  private static String entry(String key, String value) {
    return value.isEmpty() ? "" : "%d:%s%d:%s".formatted(key.length(), key, value.length(), value);
  }

  private static byte[] text(String ascii) {
    return ascii.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
