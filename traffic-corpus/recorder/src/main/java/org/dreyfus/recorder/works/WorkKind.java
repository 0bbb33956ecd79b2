package org.dreyfus.recorder.works;

import java.util.random.RandomGenerator;

/**
 * The kinds of works that are made: valid files of a given size, whose bytes cannot be packed, so
 * that what crosses the wire can be held against their size. The same generator gives the same
 * file.
 */
public enum WorkKind {
  /** Matroska, RFC 9559. */
  FILM("film", "video/x-matroska", "mkv", "generated Matroska file, random blocks") {
    @Override
    byte[] bytes(String title, int sizeBytes, RandomGenerator random) {
      return Matroska.bytes(sizeBytes, random);
    }
  },
  /** RIFF/WAVE, 8-bit PCM. */
  SONG("song", "audio/vnd.wave", "wav", "generated WAVE file, random samples") {
    @Override
    byte[] bytes(String title, int sizeBytes, RandomGenerator random) {
      return Wave.bytes(sizeBytes, random);
    }
  },
  /** PNG, ISO/IEC 15948. */
  PICTURE("picture", "image/png", "png", "generated PNG file, random pixels") {
    @Override
    byte[] bytes(String title, int sizeBytes, RandomGenerator random) {
      return Png.bytes(sizeBytes, random);
    }
  },
  /** EPUB 3: a ZIP with a chapter of text and a cover. */
  BOOK("book", "application/epub+zip", "epub", "generated EPUB file, random words and cover") {
    @Override
    byte[] bytes(String title, int sizeBytes, RandomGenerator random) {
      return Epub.bytes(title, sizeBytes, random);
    }
  },
  /** A ZIP that holds one program. */
  PROGRAM("program", "application/zip", "zip", "generated ZIP file, random program") {
    @Override
    byte[] bytes(String title, int sizeBytes, RandomGenerator random) {
      return Archive.bytes(sizeBytes, random);
    }
  };

  /** Even the kind with the most around its content can be made so small. */
  public static final int SMALLEST_BYTES = 8 << 10;

  private final String word;
  private final String mediaType;
  private final String extension;
  private final String madeBy;

  WorkKind(String word, String mediaType, String extension, String madeBy) {
    this.word = word;
    this.mediaType = mediaType;
    this.extension = extension;
    this.madeBy = madeBy;
  }

  /** What people call it. */
  public String word() {
    return word;
  }

  /** IANA media type. */
  public String mediaType() {
    return mediaType;
  }

  /** Of file names, without the dot. */
  public String extension() {
    return extension;
  }

  /** How a file of this kind is made, for the catalogue. */
  public String madeBy() {
    return madeBy;
  }

  /**
   * Makes a file.
   *
   * @param sizeBytes of the file, exactly: even, at least {@link #SMALLEST_BYTES}
   */
  public MediaFile generate(
      String id, String fileName, String title, int sizeBytes, RandomGenerator random) {
    if (sizeBytes % 2 != 0 || sizeBytes < SMALLEST_BYTES) {
      throw new IllegalArgumentException(
          "a work has an even size of at least %d bytes, not %d"
              .formatted(SMALLEST_BYTES, sizeBytes));
    }
    return new MediaFile(id, fileName, title, this, bytes(title, sizeBytes, random));
  }

  abstract byte[] bytes(String title, int sizeBytes, RandomGenerator random);
}
