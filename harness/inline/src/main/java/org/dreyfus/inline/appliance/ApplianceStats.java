package org.dreyfus.inline.appliance;

/**
 * What went through an appliance, since its start.
 *
 * @param client the interface named first
 * @param server the interface named second
 * @param box what it did of itself
 */
public record ApplianceStats(PortStats client, PortStats server, BoxStats box) {

  /**
   * Frames of one interface.
   *
   * @param device its name
   * @param in arrived here
   * @param forwarded of these, sent out on the other side
   * @param dropped of these, kept back by the box
   * @param tooLong of these, kept back since they are longer than can be taken whole
   * @param added sent out here of the box's own
   * @param missed arrived here and lost by the kernel, since nobody took them in time
   */
  public record PortStats(
      String device,
      long in,
      long forwarded,
      long dropped,
      long tooLong,
      long added,
      long missed) {}
}
