package org.dreyfus.recorder.works;

import java.util.random.RandomGenerator;

/** The kinds of works that are made: all valid files, none of them compressible. */
public enum WorkKind {
  FILM("film", "video/x-matroska", "mkv", "generated Matroska file, random blocks") {
    @Override
    public MediaFile generate(
        String id, String fileName, String title, int sizeBytes, RandomGenerator random) {
      return MediaFile.generate(id, fileName, title, sizeBytes, random);
    }
  };

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

  /** Makes a file of exactly {@code sizeBytes}. */
  public abstract MediaFile generate(
      String id, String fileName, String title, int sizeBytes, RandomGenerator random);
}
