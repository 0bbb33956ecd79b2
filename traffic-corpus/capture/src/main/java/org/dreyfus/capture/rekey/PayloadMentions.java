package org.dreyfus.capture.rekey;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dreyfus.capture.Frame;

/** Rewrites the addresses that stand in payloads, length for length. */
final class PayloadMentions {

  private record Patch(long frame, int offset, byte[] bytes, boolean keepsSeparators) {}

  private final List<Patch> patches = new ArrayList<>();
  private final ChecksumDelta change = new ChecksumDelta();
  private int next;

  PayloadMentions(AddressKey addresses, List<KeyedHost> hosts, List<Mention> mentions) {
    Map<String, InetAddress> byName = new HashMap<>();
    hosts.forEach(host -> byName.put(host.name(), host.address()));
    for (Mention mention : mentions) {
      InetAddress recorded = byName.get(mention.host());
      if (recorded == null) {
        throw new IllegalArgumentException(
            "frame " + mention.frame() + " mentions host '" + mention.host() + "', who is unknown");
      }
      patches.add(patch(mention, recorded, addresses));
    }
    patches.sort(Comparator.comparingLong(Patch::frame));
  }

  private static Patch patch(Mention mention, InetAddress recorded, AddressKey addresses) {
    InetAddress to = addresses.rekeyed(recorded).orElse(recorded);
    byte[] before = mention.form().write(recorded);
    byte[] after = mention.form().write(to);
    boolean fits =
        before.length == after.length
            && mention.from() >= 0
            && mention.length() > 0
            && mention.from() + mention.length() <= after.length;
    if (!fits) {
      throw new IllegalArgumentException(
          "frame %d: the address of '%s' cannot be rewritten in place (%d bytes from %d of %d)"
              .formatted(
                  mention.frame(), mention.host(), mention.length(), mention.from(), after.length));
    }
    byte[] piece = Arrays.copyOfRange(after, mention.from(), mention.from() + mention.length());
    return new Patch(mention.frame(), mention.offset(), piece, mention.form().keepsSeparators());
  }

  /**
   * Rewrites the frame's mentions. Frames must come in order.
   *
   * @return what changed, for the checksum of the frame's transport; valid until the next call
   */
  ChecksumDelta rewrite(Frame frame, LinkHeader link) {
    change.clear();
    while (next < patches.size() && patches.get(next).frame() <= frame.number()) {
      Patch patch = patches.get(next++);
      if (patch.frame() == frame.number()) {
        apply(patch, frame, link);
      }
    }
    return change;
  }

  private void apply(Patch patch, Frame frame, LinkHeader link) {
    ByteBuffer buffer = frame.buffer();
    int end = frame.offset() + frame.capturedLength();
    int transport = NetworkHeader.transportOffset(buffer, link.networkOffset(), end);
    for (int i = 0; i < patch.bytes().length; i++) {
      int at = frame.offset() + patch.offset() + i;
      boolean separator = patch.bytes()[i] == '.';
      if (at < end && !(separator && patch.keepsSeparators())) {
        change.changed(at - transport, buffer.get(at), patch.bytes()[i]);
        buffer.put(at, patch.bytes()[i]);
      }
    }
  }
}
