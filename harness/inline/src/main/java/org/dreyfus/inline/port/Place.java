package org.dreyfus.inline.port;

import java.util.Optional;

/**
 * Where an interface is.
 *
 * @param namespace name of the network namespace; empty for that of this process
 * @param device name of the interface
 */
public record Place(Optional<String> namespace, String device) {

  /** An interface of the namespace that this process runs in. */
  public static Place here(String device) {
    return new Place(Optional.empty(), device);
  }

  /** An interface of a namespace. */
  public static Place in(String namespace, String device) {
    return new Place(Optional.of(namespace), device);
  }

  @Override
  public String toString() {
    return namespace.map(name -> device + " in " + name).orElse(device);
  }
}
