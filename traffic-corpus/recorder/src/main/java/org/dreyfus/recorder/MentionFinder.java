package org.dreyfus.recorder;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.capture.rekey.Mention;
import org.dreyfus.corpus.AddressMention;
import org.dreyfus.corpus.AddressMention.Encoding;

/**
 * Finds where hosts' addresses stand in payloads, so that re-keying can rewrite them. Puts each TCP
 * direction together by sequence number, so that an address which runs over segment borders is
 * found, and is noted in every copy that was sent; searches each datagram by itself.
 *
 * <p>Four bytes equal an address by chance once in 2^32 places for each host and form: whoever
 * knows that a flow is encrypted should leave binary hits in it aside.
 */
final class MentionFinder {

  private record Form(String host, Encoding encoding, byte[] bytes) {}

  private final List<Form> forms = new ArrayList<>();
  private final List<byte[]> notRewritable = new ArrayList<>();
  private final Set<AddressMention> found = new HashSet<>();
  private final Map<String, TcpStream> streams = new HashMap<>();
  private boolean missesSome;

  /**
   * @param hosts name to address
   */
  MentionFinder(Map<String, InetAddress> hosts) {
    hosts.forEach(
        (name, address) -> {
          for (Encoding encoding : Encoding.values()) {
            byte[] bytes = Mention.Form.valueOf(encoding.name()).write(address);
            forms.add(new Form(name, encoding, bytes));
            if (encoding == Encoding.REVERSED) {
              forms.add(new Form(name, encoding, asLabels(bytes)));
            }
          }
          byte[] wide = address.getHostAddress().getBytes(StandardCharsets.UTF_16LE);
          notRewritable.add(Arrays.copyOf(wide, wide.length - 1));
        });
  }

  /** DNS writes a name as labels, each behind its length: RFC 1035, section 3.1. */
  private static byte[] asLabels(byte[] text) {
    byte[] labels = text.clone();
    int start = 0;
    for (int i = 0; i <= text.length; i++) {
      if (i == text.length || text[i] == '.') {
        if (start > 0) {
          labels[start - 1] = (byte) (i - start);
        }
        start = i + 1;
      }
    }
    return labels;
  }

  /**
   * Takes a datagram's payload.
   *
   * @param offset of the payload from the start of the frame
   */
  void datagram(long frame, int offset, byte[] payload) {
    search(payload, List.of(new TcpStream.Piece(frame, offset, 0, payload)));
  }

  /**
   * Takes a TCP segment's payload.
   *
   * @param stream names the connection and the direction
   * @param offset of the payload from the start of the frame
   * @param sequence number of the payload's first byte
   */
  void segment(String stream, long frame, int offset, long sequence, byte[] payload) {
    if (payload.length > 0) {
      streams
          .computeIfAbsent(stream, name -> new TcpStream(sequence))
          .add(frame, offset, sequence, payload);
    }
  }

  /** All that was found in what was taken, in the order of frames and offsets. */
  List<AddressMention> mentions() {
    streams.values().forEach(stream -> search(stream.bytes(), stream.pieces()));
    streams.clear();
    return found.stream()
        .sorted(
            Comparator.comparingLong(AddressMention::frame)
                .thenComparingInt(AddressMention::offset)
                .thenComparing(AddressMention::encoding)
                .thenComparing(AddressMention::host))
        .toList();
  }

  /** Whether an address stood somewhere in a form that re-keying cannot rewrite: UTF-16. */
  boolean missesSome() {
    return missesSome;
  }

  /**
   * @param pieces where {@code text} came from; their positions count from its start
   */
  private void search(byte[] text, List<TcpStream.Piece> pieces) {
    missesSome |= notRewritable.stream().anyMatch(form -> indexOf(text, form, 0) >= 0);
    for (Form form : forms) {
      for (int at = indexOf(text, form.bytes(), 0);
          at >= 0;
          at = indexOf(text, form.bytes(), at + 1)) {
        note(form, at, pieces);
      }
    }
  }

  private void note(Form form, int at, List<TcpStream.Piece> pieces) {
    int end = at + form.bytes().length;
    for (TcpStream.Piece piece : pieces) {
      int from = Math.max(at, piece.position());
      int to = Math.min(end, piece.position() + piece.bytes().length);
      if (from < to) {
        found.add(
            new AddressMention(
                piece.frame(),
                piece.offset() + from - piece.position(),
                form.host(),
                form.encoding(),
                from - at,
                to - from));
      }
    }
  }

  private static int indexOf(byte[] text, byte[] wanted, int from) {
    for (int i = from; i <= text.length - wanted.length; i++) {
      int j = 0;
      while (j < wanted.length && text[i + j] == wanted[j]) {
        j++;
      }
      if (j == wanted.length) {
        return i;
      }
    }
    return -1;
  }
}
