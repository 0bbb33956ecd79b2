package org.dreyfus.recorder;

import java.util.ArrayList;
import java.util.List;

/** One direction of a TCP connection, put together by sequence number: RFC 9293, section 3.4. */
final class TcpStream {

  /**
   * A segment's payload.
   *
   * @param frame that holds it
   * @param offset of its first byte from the start of the frame
   * @param position of its first byte in {@link TcpStream#bytes()}
   */
  record Piece(long frame, int offset, int position, byte[] bytes) {}

  private final int firstSequence;
  private final List<Piece> received = new ArrayList<>();

  TcpStream(long firstSequence) {
    this.firstSequence = (int) firstSequence;
  }

  /**
   * @param sequence 32 bits; less than 2 GiB from the first one
   */
  void add(long frame, int offset, long sequence, byte[] payload) {
    received.add(new Piece(frame, offset, (int) sequence - firstSequence, payload));
  }

  /** The pieces, copies of the same bytes included. */
  List<Piece> pieces() {
    int start = start();
    return received.stream()
        .map(p -> new Piece(p.frame(), p.offset(), p.position() - start, p.bytes()))
        .toList();
  }

  /** What the receiver reads; zeros where nothing was captured. */
  byte[] bytes() {
    List<Piece> pieces = pieces();
    int end = pieces.stream().mapToInt(p -> p.position() + p.bytes().length).max().orElse(0);
    byte[] all = new byte[end];
    for (Piece piece : pieces) {
      System.arraycopy(piece.bytes(), 0, all, piece.position(), piece.bytes().length);
    }
    return all;
  }

  private int start() {
    return received.stream().mapToInt(Piece::position).min().orElse(0);
  }
}
