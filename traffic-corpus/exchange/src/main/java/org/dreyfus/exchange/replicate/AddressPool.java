package org.dreyfus.exchange.replicate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dreyfus.capture.rekey.AddressKey;
import org.dreyfus.exchange.ExchangeException;

/**
 * Hands out addresses of the form of a recorded one, each only once: so no two flows of different
 * copies share a 5-tuple. The forms are those of {@link AddressKey}: octets from 100 to 199 and
 * interface identifiers are free, the rest stays.
 */
final class AddressPool {

  private static final int FIRST = 100;
  private static final int SPAN = 100;

  /** Odd and no multiple of 5: coprime to every power of 100. */
  private static final long FACTOR = 618_033_989L;

  private final Map<List<Integer>, Long> used = new HashMap<>();

  /**
   * An address that nobody has been given yet; multicast and the like stay.
   *
   * @throws ExchangeException when there is none left
   */
  InetAddress next(InetAddress recorded) throws ExchangeException {
    if (AddressKey.staysAsItIs(recorded)) {
      return recorded;
    }
    byte[] bytes = recorded.getAddress();
    long number = used.merge(form(bytes), 1L, Long::sum) - 1;
    if (bytes.length == 4) {
      fillOctets(bytes, number, recorded);
    } else {
      ByteBuffer.wrap(bytes).putLong(8, number * FACTOR * FACTOR + 1);
    }
    return address(bytes);
  }

  /** What stays of an address. */
  private static List<Integer> form(byte[] bytes) {
    List<Integer> form = new ArrayList<>();
    for (int i = 0; i < (bytes.length == 4 ? 4 : 8); i++) {
      int octet = bytes[i] & 0xff;
      form.add(bytes.length == 4 && isFree(octet) ? -1 : octet);
    }
    return form;
  }

  private static void fillOctets(byte[] bytes, long number, InetAddress recorded)
      throws ExchangeException {
    long places = 1;
    for (byte octet : bytes) {
      places *= isFree(octet & 0xff) ? SPAN : 1;
    }
    if (number >= places) {
      throw new ExchangeException(
          "only %,d addresses have the form of %s, which is too few to keep the copies apart;"
                  .formatted(places, recorded.getHostAddress())
              + " write several captures with different seeds");
    }
    long digits = number * FACTOR % places;
    for (int i = 0; i < bytes.length; i++) {
      if (isFree(bytes[i] & 0xff)) {
        bytes[i] = (byte) (FIRST + digits % SPAN);
        digits /= SPAN;
      }
    }
  }

  private static boolean isFree(int octet) {
    return octet >= FIRST && octet < FIRST + SPAN;
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("4 or 16 bytes are an address", e);
    }
  }
}
