package org.dreyfus.capture.rekey;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dreyfus.capture.Frame;

/** Rewrites the addresses that stand in payloads, length for length. */
final class PayloadMentions {

  private record Patch(int offset, byte[] bytes, boolean keepsSeparators) {}

  private final Map<Long, List<Patch>> patches = new HashMap<>();

  PayloadMentions(AddressKey addresses, List<KeyedHost> hosts, List<Mention> mentions) {
    Map<String, InetAddress> byName = new HashMap<>();
    hosts.forEach(host -> byName.put(host.name(), host.address()));
    for (Mention mention : mentions) {
      InetAddress recorded = byName.get(mention.host());
      if (recorded == null) {
        throw new IllegalArgumentException(
            "frame " + mention.frame() + " mentions host '" + mention.host() + "', who is unknown");
      }
      patches
          .computeIfAbsent(mention.frame(), frame -> new ArrayList<>())
          .add(patch(mention, recorded, addresses));
    }
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
    return new Patch(mention.offset(), piece, mention.form().keepsSeparators());
  }

  /** Rewrites the frame's mentions; what changed is for the checksum of its transport. */
  ChecksumDelta rewrite(Frame frame, LinkHeader link) {
    ChecksumDelta change = new ChecksumDelta();
    List<Patch> here = patches.get(frame.number());
    if (here == null) {
      return change;
    }
    ByteBuffer buffer = frame.buffer();
    int end = frame.offset() + frame.capturedLength();
    int transport = NetworkHeader.transportOffset(buffer, link.networkOffset(), end);
    for (Patch patch : here) {
      for (int i = 0; i < patch.bytes().length; i++) {
        int at = frame.offset() + patch.offset() + i;
        boolean separator = patch.bytes()[i] == '.';
        if (at < end && !(separator && patch.keepsSeparators())) {
          change.changed(at - transport, buffer.get(at), patch.bytes()[i]);
          buffer.put(at, patch.bytes()[i]);
        }
      }
    }
    return change;
  }
}
