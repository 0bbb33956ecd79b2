package org.dreyfus.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dreyfus.inline.DeviceUnderTest;
import org.dreyfus.inline.lab.DeviceException;
import org.dreyfus.inline.lab.DeviceFacts;
import org.dreyfus.inline.lab.DeviceKind;
import org.dreyfus.inline.lab.Devices;
import org.dreyfus.inline.port.Place;
import picocli.CommandLine.Option;

/** Which devices are measured: one that is plugged in, or some that are started. */
final class DeviceOptions {

  private static final String APPLIANCE = "appliance";
  private static final List<String> USUAL =
      List.of("ndpi/block-p2p", "clouseau-testimony", "clouseau-whitepaper");

  @Option(
      names = "--client-if",
      paramLabel = "IF",
      description = "Interface to the clients' end of a device that is plugged in.")
  private String clientInterface;

  @Option(names = "--server-if", paramLabel = "IF", description = "Interface to its servers' end.")
  private String serverInterface;

  @Option(
      names = "--name",
      defaultValue = "device",
      paramLabel = "ID",
      description = "What to call the device that is plugged in (default: ${DEFAULT-VALUE}).")
  private String name;

  @Option(
      names = "--lab",
      paramLabel = "DEVICE[,DEVICE...]",
      description = "Devices to start between namespaces, one after the other.")
  private String lab;

  @Option(names = "--list-devices", description = "Show the devices that can be started, and end.")
  private boolean list;

  @Option(
      names = "--classifier",
      split = ",",
      paramLabel = "ID[/POLICY]",
      description = {
        "What 'appliance' blocks by, one after the other",
        "(default: ndpi/block-p2p and both Clouseaus)."
      })
  private List<String> classifiers;

  DeviceOptions() {
    this.clientInterface = "";
    this.serverInterface = "";
    this.name = "device";
    this.lab = "";
    this.classifiers = List.of();
  }

  boolean onlyList() {
    return list;
  }

  String table() {
    TextTable table = new TextTable("DEVICE", "WHAT IT IS");
    devices().all().forEach(kind -> table.row(kind.usage(), kind.description()));
    return table.toString();
  }

  private static Devices devices() {
    return Devices.shipped()
        .and(
            new DeviceKind(
                APPLIANCE,
                "appliance:CLASSIFIER[/POLICY]",
                "A software box that blocks what a classifier says, or a policy of what it names.",
                text -> Appliances.of(text).device()),
            DeviceKind.plain(Appliances.mediaDefender()));
  }

  /** The devices, in the order in which they are to be measured. */
  List<MeasuredDevice> chosen() throws IOException {
    boolean plugged = !clientInterface.isEmpty() || !serverInterface.isEmpty();
    if (plugged == !lab.isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "either --lab DEVICE, or --client-if IF and --server-if IF; --list-devices shows what can"
              + " be started");
    }
    try {
      return plugged ? List.of(pluggedIn()) : inLab();
    } catch (DeviceException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private MeasuredDevice pluggedIn() {
    if (clientInterface.isEmpty()
        || serverInterface.isEmpty()
        || clientInterface.equals(serverInterface)) {
      throw new CommandFailure(
          ExitCode.USAGE, "two different interfaces are needed: --client-if IF and --server-if IF");
    }
    DeviceFacts facts =
        new DeviceFacts(name, name, "unknown", "unknown", "A device that was plugged in.", false);
    return new MeasuredDevice(
        new DeviceUnderTest.PluggedIn(
            facts, Place.here(clientInterface), Place.here(serverInterface)),
        "--client-if %s --server-if %s --name %s".formatted(clientInterface, serverInterface, name),
        Optional.empty());
  }

  private List<MeasuredDevice> inLab() {
    List<MeasuredDevice> chosen = new ArrayList<>();
    Devices devices = devices();
    for (String spelling : devices.split(lab)) {
      if (spelling.equals(APPLIANCE)) {
        (classifiers.isEmpty() ? USUAL : classifiers)
            .forEach(each -> chosen.add(Appliances.of(each).measured()));
      } else if (spelling.startsWith(APPLIANCE + ":")) {
        chosen.add(Appliances.of(spelling.substring(APPLIANCE.length() + 1)).measured());
      } else {
        chosen.add(
            new MeasuredDevice(
                new DeviceUnderTest.Started(devices.named(spelling)),
                "--lab " + spelling,
                Optional.empty()));
      }
    }
    return chosen;
  }
}
