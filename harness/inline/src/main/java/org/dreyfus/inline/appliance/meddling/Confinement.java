package org.dreyfus.inline.appliance.meddling;

import java.util.List;
import java.util.Optional;
import org.dreyfus.lab.LabException;
import org.dreyfus.lab.MissingRequirement;
import org.dreyfus.lab.Owner;
import org.dreyfus.lab.Shell;

/**
 * That this process runs in a network namespace that this program made, whose every interface is
 * one end of a virtual cable: what is sent here cannot leave the machine.
 *
 * @param namespace its name
 */
record Confinement(String namespace) {

  private static final String REMEDY = "it runs in a lab only: dreyfus inline --lab mediadefender";

  /**
   * @throws MissingRequirement when it is not so
   */
  static Confinement check() {
    String namespace;
    List<String> links;
    try {
      namespace = Shell.run("ip", "netns", "identify").strip();
      links = Shell.run("ip", "-o", "-d", "link", "show").lines().toList();
    } catch (LabException e) {
      throw new MissingRequirement("the network that this runs in cannot be told", REMEDY);
    }
    return of(namespace, links);
  }

  static Confinement of(String namespace, List<String> links) {
    if (Owner.of(namespace).filter(Owner::isAlive).isEmpty()) {
      throw new MissingRequirement(
          "this device sends decoys and floods, and here is a network that Dreyfus did not make",
          REMEDY);
    }
    Optional<String> other =
        links.stream()
            .filter(link -> !link.contains("link/loopback") && !link.contains(" veth "))
            .findFirst();
    if (other.isPresent()) {
      throw new MissingRequirement(
          "in %s there is an interface that is no virtual cable: %s"
              .formatted(namespace, other.get().strip().split("\\s+", 3)[1]),
          REMEDY);
    }
    return new Confinement(namespace);
  }
}
