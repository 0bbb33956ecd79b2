package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dreyfus.bundle.InputFiles;
import org.dreyfus.bundle.signature.Keys;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.inline.DeviceRun;
import org.dreyfus.inline.replay.Plan;
import org.dreyfus.inline.replay.ReplaySpeed;
import org.dreyfus.scoring.RunEvidence;
import org.dreyfus.scoring.Scorecard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dreyfus inline}. */
@Command(
    name = "inline",
    mixinStandardHelpOptions = true,
    description = {
      "Replays the sessions of a corpus through devices on the wire, and infers from what comes out",
      "what they block, change and add. Needs root. Nothing leaves the namespaces of --lab."
    })
final class InlineCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Mixin private DeviceOptions devices;

  @Option(
      names = "--corpus",
      defaultValue = "default",
      paramLabel = "ID|DIR",
      description = "Corpus to replay (default: ${DEFAULT-VALUE}).")
  private String corpus;

  @Option(
      names = "--claims",
      split = ",",
      paramLabel = "ID|FILE",
      description = "Claim files (default: all bundled ones).")
  private List<String> claims;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of the addresses and the order (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--replays",
      defaultValue = "3",
      paramLabel = "N",
      description = "Of each session, with fresh addresses (default: ${DEFAULT-VALUE}).")
  private int replays;

  @Option(
      names = "--sessions-at-once",
      defaultValue = "64",
      paramLabel = "N",
      description = "On the wire side by side (default: ${DEFAULT-VALUE}).")
  private int sessionsAtOnce;

  @Option(
      names = "--gap-cap",
      defaultValue = "5",
      paramLabel = "MS",
      description = "Longest pause between two packets of a session (default: ${DEFAULT-VALUE}).")
  private int gapCapMillis;

  @Option(
      names = "--reset-between-sessions",
      description = {
        "Have the device forget everything before each session; sessions then go one at a time.",
        "Not every device can be told to."
      })
  private boolean resetBetweenSessions;

  @Option(
      names = "--failures",
      description = "Then also kill, stop, starve and overload each device that is started.")
  private boolean failures;

  @Option(
      names = "--load",
      description = "Then also measure what each device can carry; some minutes.")
  private boolean load;

  @Option(
      names = "--speed",
      description = "Instead: how fast the replay itself is, beside tcpreplay on the same wire.")
  private boolean speed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the results go; must not exist.")
  private Path out;

  @Option(
      names = "--sign",
      paramLabel = "FILE",
      description = "Private Ed25519 key (PEM) that signs the bundles.")
  private Optional<Path> sign;

  InlineCommand() {
    this.output = new Output();
    this.devices = new DeviceOptions();
    this.corpus = "default";
    this.claims = List.of();
    this.out = Path.of("");
    this.sign = Optional.empty();
  }

  @Override
  public Integer call() throws IOException {
    if (devices.onlyList()) {
      output.text(devices.table());
      return ExitCode.DONE;
    }
    if (speed) {
      output.text(InlineTable.speed(ReplaySpeed.measure()));
      return ExitCode.DONE;
    }
    if (replays < 1 || sessionsAtOnce < 1 || gapCapMillis < 0) {
      throw new CommandFailure(
          ExitCode.USAGE, "--replays and --sessions-at-once must be at least 1, --gap-cap 0");
    }
    Corpus opened = Corpus.open(Installation.corpus(corpus));
    List<MeasuredDevice> wanted = devices.chosen();
    Optional<PrivateKey> key =
        sign.isPresent() ? Optional.of(Keys.privateKey(sign.get())) : Optional.empty();
    Plan plan =
        new Plan(
            seed, replays, sessionsAtOnce, Duration.ofMillis(gapCapMillis), resetBetweenSessions);
    return measure(opened, plan, wanted, key);
  }

  private int measure(
      Corpus opened, Plan plan, List<MeasuredDevice> wanted, Optional<PrivateKey> key)
      throws IOException {
    Path target = out.toString().isEmpty() ? Results.defaultTarget(corpus, seed) : out;
    InlineResults results = new InlineResults(target, opened, yardsticks(), plan, output);
    DeviceRun run =
        new DeviceRun(
            opened,
            plan,
            new DeviceRun.Further(failures, load),
            target.toAbsolutePath().resolveSibling(".journal"),
            Terminal.bars("sessions"));
    for (MeasuredDevice device : wanted) {
      output.message("dreyfus: on the wire: " + device.facts().name());
      RunEvidence evidence = run.measure(device.device());
      results.add(device, evidence);
    }
    List<Scorecard> scorecards = results.write(key);
    for (MeasuredDevice device : wanted) {
      run.forget(device.device());
    }
    results.print(scorecards);
    return ExitCode.DONE;
  }

  private Yardsticks yardsticks() throws IOException {
    return new Yardsticks(
        claims.isEmpty()
            ? InputFiles.in(Installation.claims())
            : claims.stream().map(Installation::claimFile).toList(),
        List.of());
  }
}
