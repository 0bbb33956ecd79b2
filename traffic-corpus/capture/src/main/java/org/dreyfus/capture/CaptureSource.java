package org.dreyfus.capture;

import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where the bytes of one capture come from: pcap or pcapng, plain or compressed with gzip or
 * Zstandard. Which of these it is shows from its first bytes, never from its name.
 */
public interface CaptureSource {

  /** What error messages call it: a path, mostly. */
  String name();

  /**
   * Opens the bytes from the beginning. The caller closes the channel.
   *
   * @throws IOException when the bytes cannot be had
   */
  ReadableByteChannel open() throws IOException;

  /** A capture file. */
  static CaptureSource file(Path path) {
    return new FileSource(path);
  }

  /**
   * What the process is given on standard input, as {@code -}. It can be opened once, and closing
   * it closes standard input.
   */
  static CaptureSource standardInput() {
    return new StandardInput();
  }

  /** A capture held in memory. The array is not copied. */
  static CaptureSource bytes(String name, byte[] capture) {
    return new BytesSource(name, capture);
  }

  /** See {@link #file}. */
  record FileSource(Path path) implements CaptureSource {

    @Override
    public String name() {
      return path.toString();
    }

    @Override
    public ReadableByteChannel open() throws IOException {
      return Files.newByteChannel(path, StandardOpenOption.READ);
    }
  }

  /** See {@link #standardInput}. */
  record StandardInput() implements CaptureSource {

    @Override
    public String name() {
      return "standard input";
    }

    @Override
    public ReadableByteChannel open() {
      return new FileInputStream(FileDescriptor.in).getChannel();
    }
  }

  /** See {@link #bytes}. */
  final class BytesSource implements CaptureSource {

    private final String name;
    private final byte[] capture;

    private BytesSource(String name, byte[] capture) {
      this.name = name;
      this.capture = capture;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public ReadableByteChannel open() {
      return Channels.newChannel(new ByteArrayInputStream(capture));
    }
  }
}
