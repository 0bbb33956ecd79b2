package org.dreyfus.inline.replay;

/** Finds the packet that was sent for one that has come out. */
final class Matching {

  static final int NONE = -1;

  private static final int RESET = 0x04;

  private Matching() {}

  /**
   * By its tag.
   *
   * @param tagged the packet that the tag was given to, or the first of its fragments
   * @return its number in the session; {@link #NONE} when the tag is there by chance
   */
  static int withTag(SessionReplay session, int tagged, byte[] frame) {
    Step step = session.step(tagged);
    if (Difference.isSamePacket(step.frame(), frame)) {
      return tagged;
    }
    if (step.isFragment()) {
      for (int i = tagged + 1; i < session.size(); i++) {
        if (session.step(i).fragmentOf() == step.fragmentOf()
            && Difference.isSamePacket(session.step(i).frame(), frame)) {
          return i;
        }
      }
    }
    return NONE;
  }

  /**
   * By what it says, when the device has overwritten the tag, or the tag has gone to another packet
   * since: the first of which a copy is under way. A reset with another tag is taken for the
   * device's own, unless the device overwrites tags.
   */
  static int byContent(FlowIndex.Entry entry, byte[] frame) {
    SessionReplay session = entry.session();
    boolean reset = isReset(frame);
    if (session.isFinished() || (reset && !session.isRetagged())) {
      return NONE;
    }
    for (int i = 0; i < Math.min(session.size(), session.next() + 1); i++) {
      Step step = session.step(i);
      if (step.flow() == entry.flow()
          && step.toServer() == entry.toServer()
          && session.arrivals(i) < session.sends(i)
          && Difference.isSamePacket(step.frame(), frame)
          && Difference.fields(step.frame(), frame).stream().allMatch(Matching::isIncidental)) {
        return i;
      }
    }
    return NONE;
  }

  /**
   * A packet of a session that is over, when a copy of one that was sent several times is still
   * under way.
   */
  static int straggler(FlowIndex.Entry entry, byte[] frame) {
    SessionReplay session = entry.session();
    boolean reset = isReset(frame);
    for (int i = 0; session.isFinished() && i < session.size(); i++) {
      Step step = session.step(i);
      if (step.flow() == entry.flow()
          && step.toServer() == entry.toServer()
          && session.isReset(i) == reset
          && session.arrivals(i) < session.sends(i)) {
        return i;
      }
    }
    return NONE;
  }

  /** What routers and normalisers change without making it another packet. */
  private static boolean isIncidental(String field) {
    return field.startsWith("ip.") || field.equals("tcp.checksum");
  }

  static boolean isReset(byte[] frame) {
    int transport = IpPacket.transportAt(frame);
    return IpPacket.protocol(frame) == IpPacket.TCP
        && transport + 14 <= frame.length
        && (frame[transport + 13] & RESET) != 0;
  }
}
