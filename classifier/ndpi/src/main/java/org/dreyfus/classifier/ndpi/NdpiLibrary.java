package org.dreyfus.classifier.ndpi;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for libndpi and for its version. A version whose calls are not known here is refused: a
 * call with a guessed signature would end the process.
 */
sealed interface NdpiLibrary {

  /** The library is here and known. */
  record Found(NativeLibrary library, String revision) implements NdpiLibrary {}

  /** It is not, or is not known. */
  record Unusable(String reason) implements NdpiLibrary {}

  /** What to do about an unusable library. */
  String REMEDY = "Install nDPI 4.2: apt-get install libndpi4.2";

  /** Names to try: Debian's versioned one first. */
  List<String> NAMES = List.of("libndpi.so.4.2", "ndpi");

  /** Versions whose signatures {@link NdpiCalls} declares and the tests have called. */
  Pattern KNOWN = Pattern.compile("4\\.2\\..*");

  /** Tries the names in turn. */
  static NdpiLibrary locate(List<String> names) {
    if (!Platform.is64Bit() || !Platform.isIntel() || Platform.isWindows()) {
      return new Unusable("the calls to nDPI are known for 64-bit x86 and System V only");
    }
    for (String name : names) {
      Optional<NativeLibrary> library = load(name);
      if (library.isPresent()) {
        return check(library.get(), name);
      }
    }
    return new Unusable("libndpi was not found (tried " + String.join(", ", names) + ")");
  }

  private static Optional<NativeLibrary> load(String name) {
    try {
      return Optional.of(NativeLibrary.getInstance(name));
    } catch (UnsatisfiedLinkError e) {
      return Optional.empty();
    }
  }

  private static NdpiLibrary check(NativeLibrary library, String name) {
    try {
      Pointer text = library.getFunction("ndpi_revision").invokePointer(new Object[0]);
      String revision = text.getString(0);
      Matcher known = KNOWN.matcher(revision);
      return known.matches()
          ? new Found(library, revision)
          : new Unusable(
              "libndpi %s is installed, and only 4.2 is known here; it is not called with guessed signatures"
                  .formatted(revision));
    } catch (UnsatisfiedLinkError e) {
      return new Unusable(name + " is no nDPI: it has no ndpi_revision");
    }
  }
}
