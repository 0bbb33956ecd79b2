package org.dreyfus.recorder;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dreyfus.capture.rekey.Mention;
import org.dreyfus.corpus.AddressMention;
import org.dreyfus.corpus.AddressMention.Encoding;

/**
 * Finds where hosts' addresses stand in payloads, so that re-keying can rewrite them. Searches each
 * TCP direction as a stream, so that an address which runs over a segment border is found, and each
 * datagram by itself.
 *
 * <p>Four bytes can equal an address by chance: once in 2^32 places for each host and form. Such a
 * hit in encrypted bytes would be rewritten for nothing, and would change nothing that a classifier
 * can use.
 */
final class MentionFinder {

  private record Form(String host, Encoding encoding, byte[] bytes) {}

  private final List<Form> forms = new ArrayList<>();
  private final List<AddressMention> found = new ArrayList<>();
  private final Map<String, Tail> tails = new HashMap<>();

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
   * Searches one packet's payload.
   *
   * @param stream names the TCP direction; empty for datagrams
   * @param offset of the payload from the start of the frame
   * @param sequence TCP sequence number of the payload's first byte; ignored for datagrams
   */
  void search(String stream, long frame, int offset, long sequence, byte[] payload) {
    if (payload.length == 0) {
      return;
    }
    Tail before = stream.isEmpty() ? Tail.NONE : tails.getOrDefault(stream, Tail.NONE);
    Tail tail = before.precedes(sequence) ? before : Tail.NONE;
    byte[] text = tail.followedBy(payload);
    for (Form form : forms) {
      for (int at = indexOf(text, form.bytes(), 0);
          at >= 0;
          at = indexOf(text, form.bytes(), at + 1)) {
        note(form, at, frame, offset, tail);
      }
    }
    if (!stream.isEmpty()) {
      tails.put(stream, Tail.of(frame, offset, sequence, payload));
    }
  }

  /** In the order of frames and offsets. */
  List<AddressMention> mentions() {
    return found.stream()
        .distinct()
        .sorted(
            Comparator.comparingLong(AddressMention::frame)
                .thenComparingInt(AddressMention::offset)
                .thenComparing(AddressMention::encoding))
        .toList();
  }

  private void note(Form form, int at, long frame, int offset, Tail tail) {
    int length = form.bytes().length;
    int kept = tail.length();
    int inTail = Math.max(0, Math.min(length, kept - at));
    if (inTail == length) {
      return;
    }
    if (inTail > 0) {
      found.add(
          new AddressMention(
              tail.frame(), tail.offset() + at, form.host(), form.encoding(), 0, inTail));
    }
    int here = Math.max(0, at - kept);
    found.add(
        new AddressMention(
            frame, offset + here, form.host(), form.encoding(), inTail, length - inTail));
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

  /** The end of what a stream has carried so far: an address may begin there. */
  private record Tail(long frame, int offset, long nextSequence, byte[] bytes) {
    private static final int LONGEST = 40;
    static final Tail NONE = new Tail(0, 0, -1, new byte[0]);

    static Tail of(long frame, int offset, long sequence, byte[] payload) {
      int from = Math.max(0, payload.length - LONGEST);
      byte[] end = Arrays.copyOfRange(payload, from, payload.length);
      return new Tail(frame, offset + from, (sequence + payload.length) & 0xffffffffL, end);
    }

    boolean precedes(long sequence) {
      return nextSequence == sequence;
    }

    int length() {
      return bytes.length;
    }

    byte[] followedBy(byte[] payload) {
      byte[] all = Arrays.copyOf(bytes, bytes.length + payload.length);
      System.arraycopy(payload, 0, all, bytes.length, payload.length);
      return all;
    }
  }
}
