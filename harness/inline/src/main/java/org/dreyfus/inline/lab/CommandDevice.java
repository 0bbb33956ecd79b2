package org.dreyfus.inline.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dreyfus.lab.ScratchFolder;

/**
 * A user's own program as a device. It runs in the device's namespace, as root, and is told its
 * interfaces: in the places of {@code {client}} and {@code {server}}, or after its last argument.
 * It is taken to be ready when it prints a line that holds {@code ready}, or after some time.
 */
public final class CommandDevice implements Device {

  /** How long it is waited for the line. */
  public static final Duration TIME_TO_START = Duration.ofSeconds(5);

  private static final String READY = "ready";
  private static final String CLIENT = "{client}";
  private static final String SERVER = "{server}";

  private final List<String> command;
  private final Duration timeToStart;

  /**
   * @param command program and arguments
   * @param timeToStart after which it counts as ready, though it has not said so
   */
  public CommandDevice(List<String> command, Duration timeToStart) {
    this.command = List.copyOf(command);
    this.timeToStart = timeToStart;
  }

  static CommandDevice parse(String text) {
    if (text.isBlank()) {
      throw new DeviceException(
          "command: has no program; give one, such as command:/opt/box --in {client} --out"
              + " {server}");
    }
    return new CommandDevice(Words.split("command:" + text, text), TIME_TO_START);
  }

  @Override
  public DeviceFacts facts() {
    String program = command.get(0);
    String name = program.substring(program.lastIndexOf('/') + 1);
    return new DeviceFacts(
        "command-" + Words.identifier(name),
        name,
        "unknown",
        "unknown",
        "The command: " + String.join(" ", command),
        false);
  }

  @Override
  public RunningDevice start(DeviceLab lab) {
    try {
      DeviceProcess process =
          DeviceProcess.start(
              lab.device(), "'" + command.get(0) + "'", told(), ScratchFolder.create(), false);
      boolean unused = process.awaitLine(READY, timeToStart);
      return process;
    } catch (IOException e) {
      throw new DeviceException("no folder for the device's log: " + e.getMessage(), e);
    }
  }

  private List<String> told() {
    boolean has = command.stream().anyMatch(word -> word.contains(CLIENT) || word.contains(SERVER));
    List<String> told = new ArrayList<>();
    for (String word : command) {
      told.add(word.replace(CLIENT, DeviceLab.CLIENT_SIDE).replace(SERVER, DeviceLab.SERVER_SIDE));
    }
    if (!has) {
      told.addAll(List.of(DeviceLab.CLIENT_SIDE, DeviceLab.SERVER_SIDE));
    }
    return told;
  }
}
