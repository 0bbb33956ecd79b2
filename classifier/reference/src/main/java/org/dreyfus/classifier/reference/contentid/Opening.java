package org.dreyfus.classifier.reference.contentid;

import java.util.Optional;
import java.util.Set;

/** The first four bytes of files, by which the beginning of a work is found within a stream. */
enum Opening {
  /** W3C, "Portable Network Graphics", section 5.2. */
  PNG(0x89504e47, Set.of("image/png")),
  /** RFC 8794 (EBML), section 11.2.1: the EBML header. */
  MATROSKA(0x1a45dfa3, Set.of("video/x-matroska", "video/matroska", "video/webm")),
  /** Microsoft and IBM, "Multimedia Programming Interface" (1991): a RIFF chunk. */
  RIFF(0x52494646, Set.of("audio/vnd.wave", "audio/wav", "audio/x-wav")),
  /** PKWARE, APPNOTE.TXT, section 4.3.7: a local file header. */
  ZIP(0x504b0304, Set.of("application/zip", "application/epub+zip"));

  static final int BYTES = 4;

  private final int firstBytes;
  private final Set<String> mediaTypes;

  Opening(int firstBytes, Set<String> mediaTypes) {
    this.firstBytes = firstBytes;
    this.mediaTypes = mediaTypes;
  }

  boolean isOf(String mediaType) {
    return mediaTypes.contains(mediaType);
  }

  int firstBytes() {
    return firstBytes;
  }

  /** Whether {@link #of} finds one: asked of every byte. */
  static boolean isOne(int lastFour) {
    return switch (lastFour) {
      case 0x89504e47, 0x1a45dfa3, 0x52494646, 0x504b0304 -> true;
      default -> false;
    };
  }

  /** The opening that these four bytes are, most significant first. */
  static Optional<Opening> of(int lastFour) {
    return switch (lastFour) {
      case 0x89504e47 -> Optional.of(PNG);
      case 0x1a45dfa3 -> Optional.of(MATROSKA);
      case 0x52494646 -> Optional.of(RIFF);
      case 0x504b0304 -> Optional.of(ZIP);
      default -> Optional.empty();
    };
  }
}
