package org.dreyfus.worker;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.external.ConfigurationFile;
import org.dreyfus.external.LaunchException;
import org.dreyfus.external.Start;
import org.dreyfus.external.StreamPlugin;
import org.dreyfus.external.Timing;
import org.dreyfus.external.jar.JarPlugin;

/**
 * Runs one classifier: {@code Main ID} for one of the class path, {@code Main ID JAR} for one of a
 * jar, {@code Main --describe JAR} to say what a jar holds, {@code Main --rehearse} for a trial
 * run.
 */
public final class Main {

  /** In the place of an id: a classifier that says nothing. */
  static final String REHEARSAL = "--rehearse";

  private static final int USAGE = 2;
  private static final int CANNOT_START = 69;
  private static final int CRASHED = 70;
  private static final int EXITED = 71;

  private Main() {}

  /** Ends with 0, or with a code and one line on standard error. */
  public static void main(String[] arguments) {
    FileOutputStream output = new FileOutputStream(FileDescriptor.out);
    System.setOut(System.err);
    Ending ending = new Ending();
    Runtime.getRuntime().addShutdownHook(new Thread(ending::check));
    int code;
    try {
      code = run(arguments, output);
    } catch (LaunchException | IOException | RuntimeException e) {
      System.err.println(e.getMessage());
      code = CANNOT_START;
    }
    ending.regular = true;
    Runtime.getRuntime().halt(code);
  }

  private static int run(String[] arguments, FileOutputStream output)
      throws LaunchException, IOException {
    if (arguments.length == 2 && arguments[0].equals("--describe")) {
      Description.write(JarPlugin.load(Path.of(arguments[1])), output);
      return 0;
    } else if (arguments.length < 1 || arguments.length > 2) {
      System.err.println("usage: ID [JAR] | --describe JAR | " + REHEARSAL);
      return USAGE;
    }
    Optional<String> crash =
        new Worker(
                provider(arguments),
                ConfigurationFile.read(Path.of(variable(Start.CONFIGURATION_VARIABLE))),
                Timing.valueOf(variable(StreamPlugin.TIMING_VARIABLE).toUpperCase(Locale.ROOT)))
            .run(new FileInputStream(FileDescriptor.in).getChannel(), output);
    crash.ifPresent(System.err::println);
    return crash.isPresent() ? CRASHED : 0;
  }

  private static ClassifierProvider provider(String[] arguments) throws LaunchException {
    if (arguments.length == 2) {
      return JarPlugin.find(Path.of(arguments[1]), arguments[0]);
    }
    if (arguments[0].equals(REHEARSAL)) {
      return new Rehearsal();
    }
    return ServiceLoader.load(ClassifierProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.descriptor().id().equals(arguments[0]))
        .findFirst()
        .orElseThrow(
            () ->
                LaunchException.plugin(
                    "no classifier '" + arguments[0] + "'", new IllegalArgumentException()));
  }

  private static String variable(String name) throws IOException {
    return Optional.ofNullable(System.getenv(name))
        .orElseThrow(() -> new IOException("the variable " + name + " is not set"));
  }

  /** Tells an end that the plugin brought about, by {@code System.exit}, from a regular one. */
  private static final class Ending {
    private volatile boolean regular;

    void check() {
      if (!regular) {
        System.err.println("the plugin ended the process");
        Runtime.getRuntime().halt(EXITED);
      }
    }
  }
}
