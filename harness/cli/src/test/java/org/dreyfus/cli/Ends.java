package org.dreyfus.cli;

/**
 * The two ends of a flow, in a fixed order.
 *
 * @param one {@code address:port}
 * @param other {@code address:port}
 */
record Ends(String one, String other) implements Comparable<Ends> {

  static Ends of(String address, int port, String otherAddress, int otherPort) {
    String one = address + ":" + port;
    String other = otherAddress + ":" + otherPort;
    return one.compareTo(other) <= 0 ? new Ends(one, other) : new Ends(other, one);
  }

  @Override
  public int compareTo(Ends ends) {
    int order = one.compareTo(ends.one);
    return order != 0 ? order : other.compareTo(ends.other);
  }
}
