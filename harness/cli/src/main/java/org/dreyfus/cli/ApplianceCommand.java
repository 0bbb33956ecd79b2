package org.dreyfus.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dreyfus.inline.appliance.Appliance;
import org.dreyfus.inline.appliance.ApplianceException;
import org.dreyfus.inline.appliance.Box;
import org.dreyfus.inline.appliance.Console;
import org.dreyfus.inline.port.Place;
import org.dreyfus.inline.port.Port;
import org.dreyfus.inline.port.PortException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dreyfus appliance}. */
@Command(
    name = "appliance",
    mixinStandardHelpOptions = true,
    description = {
      "Is a box on the wire: bridges two interfaces and blocks what a classifier says.",
      "Says 'ready' when it forwards. Takes words on standard input: 'reset' forgets all flows,",
      "'stats' prints a line of JSON. Ends with its input or a SIGTERM; then nothing passes."
    })
final class ApplianceCommand implements Callable<Integer> {

  private static final int LEAST_MILLIS = 10;
  private static final int USUAL_MILLIS = 1_000;
  private static final int APART_MILLIS = 10_000;

  @Mixin private Output output;

  @Mixin private BoxOptions boxes;

  @Option(
      names = "--if",
      required = true,
      paramLabel = "DEVICE",
      description = "The interface to the clients, then, again, that to the servers.")
  private List<String> interfaces;

  @Option(
      names = "--packet-limit",
      paramLabel = "MS",
      description =
          "Longest that the classifier may look at one packet (default: 1000; 10000 for one in a"
              + " process of its own, which has to start).")
  private Optional<Integer> packetLimit;

  ApplianceCommand() {
    this.output = new Output();
    this.boxes = new BoxOptions();
    this.interfaces = List.of();
    this.packetLimit = Optional.empty();
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (interfaces.size() != 2 || interfaces.get(0).equals(interfaces.get(1))) {
      throw new CommandFailure(
          ExitCode.USAGE, "two different interfaces are needed: --if CLIENTS --if SERVERS");
    } else if (packetLimitMillis() < LEAST_MILLIS) {
      throw new CommandFailure(
          ExitCode.USAGE, "--packet-limit must be at least " + LEAST_MILLIS + " ms");
    }
    try (BoxOptions.Opened box = boxes.open(this::say);
        Port client = Port.open(Place.here(interfaces.get(0)));
        Port server = Port.open(Place.here(interfaces.get(1)))) {
      return run(client, server, box.box());
    } catch (PortException e) {
      throw new CommandFailure(ExitCode.MISSING_REQUIREMENT, String.valueOf(e.getMessage()), e);
    } catch (ApplianceException e) {
      throw new CommandFailure(ExitCode.PLUGIN_FAILED, String.valueOf(e.getMessage()), e);
    }
  }

  private int packetLimitMillis() {
    return packetLimit.orElse(boxes.isApart() ? APART_MILLIS : USUAL_MILLIS);
  }

  private int run(Port client, Port server, Box box) throws InterruptedException {
    try (Appliance appliance =
        new Appliance(client, server, box, Duration.ofMillis(packetLimitMillis()))) {
      Thread whenTold = new Thread(() -> endNow(appliance), "end");
      Runtime.getRuntime().addShutdownHook(whenTold);
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      Console console = new Console(appliance, line -> output.text(line + "\n"), this::say);
      Optional<Throwable> failure = console.serve(in);
      forget(whenTold);
      if (failure.isPresent()) {
        throw failed(failure.get());
      }
      return ExitCode.DONE;
    }
  }

  /** SIGTERM and SIGINT are how an appliance ends: that is no error. */
  private static void endNow(Appliance appliance) {
    appliance.close();
    Runtime.getRuntime().halt(ExitCode.DONE);
  }

  private static void forget(Thread whenTold) {
    try {
      Runtime.getRuntime().removeShutdownHook(whenTold);
    } catch (IllegalStateException e) {
      // It runs already and ends the process.
    }
  }

  private static CommandFailure failed(Throwable thrown) {
    int exitCode =
        thrown instanceof PortException ? ExitCode.MISSING_REQUIREMENT : ExitCode.PLUGIN_FAILED;
    return new CommandFailure(
        exitCode, "the appliance ended: " + thrown.getMessage(), new RuntimeException(thrown));
  }

  private void say(String line) {
    output.message("dreyfus: " + line);
  }
}
