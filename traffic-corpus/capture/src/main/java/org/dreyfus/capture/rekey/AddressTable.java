package org.dreyfus.capture.rekey;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Finds addresses in a capture's bytes without allocating. IPv4 and IPv6 may be mixed. */
final class AddressTable {

  /** Not in the table. */
  static final int ABSENT = -1;

  private static final long IPV4_MAPPED = 0xffff_0000_0000L;

  private final long[] high;
  private final long[] low;
  private final List<InetAddress> sorted;

  AddressTable(Collection<InetAddress> addresses) {
    this.sorted =
        addresses.stream()
            .distinct()
            .sorted((a, b) -> Arrays.compareUnsigned(wide(a).array(), wide(b).array()))
            .toList();
    this.high = sorted.stream().mapToLong(address -> wide(address).getLong(0)).toArray();
    this.low = sorted.stream().mapToLong(address -> wide(address).getLong(8)).toArray();
  }

  /** In the order of their indexes. */
  List<InetAddress> addresses() {
    return sorted;
  }

  /** Index of an address, or {@link #ABSENT}. */
  int index(InetAddress address) {
    ByteBuffer wide = wide(address);
    return index(wide.getLong(0), wide.getLong(8));
  }

  /** Index of the IPv4 address at {@code offset}, or {@link #ABSENT}. */
  int ipv4(ByteBuffer buffer, int offset) {
    return index(0, IPV4_MAPPED | (buffer.getInt(offset) & 0xffff_ffffL));
  }

  /** Index of the IPv6 address at {@code offset}, or {@link #ABSENT}. */
  int ipv6(ByteBuffer buffer, int offset) {
    return index(buffer.getLong(offset), buffer.getLong(offset + 8));
  }

  private int index(long wantedHigh, long wantedLow) {
    int from = 0;
    int to = high.length - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      int order = Long.compareUnsigned(high[middle], wantedHigh);
      if (order == 0) {
        order = Long.compareUnsigned(low[middle], wantedLow);
      }
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        from = middle + 1;
      } else {
        to = middle - 1;
      }
    }
    return ABSENT;
  }

  /** 16 bytes: an IPv4 address as ::ffff:a.b.c.d, RFC 4291. */
  private static ByteBuffer wide(InetAddress address) {
    byte[] bytes = address.getAddress();
    ByteBuffer wide = ByteBuffer.allocate(16);
    if (bytes.length == 4) {
      wide.putInt(8, 0xffff).position(12).put(bytes);
    } else {
      wide.put(bytes);
    }
    return wide;
  }
}
