package org.dreyfus.inline.lab;

import java.util.function.Function;

/**
 * What can be asked for by name.
 *
 * @param name of the kind, before the colon when there is one
 * @param usage how to write it: {@code lossy:PERCENT}; one that ends in {@code ...]} takes a
 *     command line
 * @param description what it is, in one line
 * @param maker makes one of what stands behind the colon; throws {@link DeviceException} when that
 *     makes no sense
 */
public record DeviceKind(
    String name, String usage, String description, Function<String, Device> maker) {

  /** A kind that is not told anything more. */
  public static DeviceKind plain(Device device) {
    DeviceFacts facts = device.facts();
    return new DeviceKind(
        facts.id(),
        facts.id(),
        facts.description(),
        rest -> {
          if (!rest.isEmpty()) {
            throw new DeviceException(
                "%s:%s: %s takes nothing after a colon".formatted(facts.id(), rest, facts.id()));
          }
          return device;
        });
  }

  /** Whether everything up to the end of the line belongs to it, commas too. */
  boolean isLast() {
    return usage.endsWith("...]");
  }
}
