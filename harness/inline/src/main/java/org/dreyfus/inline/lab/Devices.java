package org.dreyfus.inline.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The devices that can be asked for by name. */
public final class Devices {

  private final Map<String, DeviceKind> kinds;

  private Devices(List<DeviceKind> kinds) {
    this.kinds =
        kinds.stream()
            .collect(
                Collectors.toMap(
                    DeviceKind::name,
                    Function.identity(),
                    (first, second) -> {
                      throw new IllegalArgumentException("two devices named " + first.name());
                    },
                    LinkedHashMap::new));
  }

  /** Those that need nothing but this machine. */
  public static Devices shipped() {
    return new Devices(
        List.of(
            DeviceKind.plain(new Wire()),
            DeviceKind.plain(new NftFilter()),
            DeviceKind.plain(new IptablesFilter()),
            DeviceKind.plain(new NfqueueFilter()),
            DeviceKind.plain(new SuricataInline()),
            new DeviceKind(
                "lossy",
                "lossy:PERCENT",
                "A wire that loses that many percent of the packets at random.",
                Lossy::parse),
            new DeviceKind(
                "container",
                "container:IMAGE [ARGUMENT...]",
                "A vendor's container, by name of the image or tar file, with the two interfaces"
                    + " moved into it.",
                ContainerDevice::parse),
            new DeviceKind(
                "command",
                "command:PROGRAM [ARGUMENT...]",
                "A program of your own; {client} and {server} stand for its interfaces.",
                CommandDevice::parse)));
  }

  /** These and more. */
  public Devices and(DeviceKind... more) {
    return new Devices(Stream.concat(kinds.values().stream(), Stream.of(more)).toList());
  }

  /** All kinds, in the order in which they are to be shown. */
  public List<DeviceKind> all() {
    return List.copyOf(kinds.values());
  }

  /**
   * A device.
   *
   * @param text name, or name, colon and what the device is to be told
   * @throws DeviceException when there is none of that name; the message lists those there are
   */
  public Device named(String text) {
    String[] parts = text.strip().split(":", 2);
    return Optional.ofNullable(kinds.get(parts[0]))
        .orElseThrow(() -> unknown(parts[0]))
        .maker()
        .apply(parts.length == 2 ? parts[1] : "");
  }

  /** Several devices, separated by commas: see {@link #split}. */
  public List<Device> list(String text) {
    return split(text).stream().map(this::named).toList();
  }

  /**
   * The names in a list, separated by commas. One that takes a command line takes the rest of the
   * text, with its commas.
   *
   * @throws DeviceException when there is no device of a name
   */
  public List<String> split(String text) {
    List<String> spellings = new ArrayList<>();
    String rest = text.strip();
    while (true) {
      String name = rest.split("[:,]", 2)[0].strip();
      DeviceKind kind = Optional.ofNullable(kinds.get(name)).orElseThrow(() -> unknown(name));
      int comma = kind.isLast() ? -1 : rest.indexOf(',');
      spellings.add((comma < 0 ? rest : rest.substring(0, comma)).strip());
      if (comma < 0) {
        return spellings;
      }
      rest = rest.substring(comma + 1).strip();
    }
  }

  private DeviceException unknown(String name) {
    return new DeviceException(
        "there is no device '%s'; there are: %s"
            .formatted(
                name,
                kinds.values().stream().map(DeviceKind::usage).collect(Collectors.joining(", "))));
  }
}
