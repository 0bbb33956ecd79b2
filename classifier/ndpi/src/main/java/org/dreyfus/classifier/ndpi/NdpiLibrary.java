package org.dreyfus.classifier.ndpi;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks for libndpi and for its version. A version whose calls are not known here is refused: a
 * call with a guessed signature would end the process.
 *
 * <p>Known is 4.2 alone. From 4.4 on {@code ndpi_protocol} is larger and comes back in other
 * places, from 4.6 on {@code ndpi_detection_process_packet} takes one more argument, 5.0 has no
 * {@code ndpi_set_protocol_detection_bitmask2}: a version joins {@link #KNOWN} when tests have
 * called it.
 */
sealed interface NdpiLibrary {

  /** The library is here and known. */
  record Found(NativeLibrary library, String revision) implements NdpiLibrary {}

  /** It is not, or is not known. */
  record Unusable(String reason) implements NdpiLibrary {}

  /** What to do about an unusable library. */
  String REMEDY = "Install nDPI 4.2: apt-get install libndpi4.2";

  /** Names to try: Debian's, which names the version, before those that may be any version. */
  List<String> NAMES = List.of("libndpi.so.4.2", "libndpi.so.4", "libndpi.so.5", "ndpi");

  /** Versions whose signatures {@link NdpiCalls} declares and the tests have called. */
  Pattern KNOWN = Pattern.compile("4\\.2\\..*");

  /** The first library under one of the names that can be used; otherwise why none can. */
  static NdpiLibrary locate(List<String> names) {
    if (!Platform.is64Bit() || !Platform.isIntel() || Platform.isWindows()) {
      return new Unusable("the calls to nDPI are known for 64-bit x86 and System V only");
    }
    List<Unusable> refused = new ArrayList<>();
    for (String name : names) {
      Optional<NativeLibrary> library = load(name);
      if (library.isPresent()) {
        NdpiLibrary checked = check(library.get(), name);
        if (checked instanceof Unusable no) {
          refused.add(no);
        } else {
          return checked;
        }
      }
    }
    return refused.isEmpty()
        ? new Unusable("libndpi was not found (tried " + String.join(", ", names) + ")")
        : refused.get(0);
  }

  private static Optional<NativeLibrary> load(String name) {
    try {
      return Optional.of(NativeLibrary.getInstance(name));
    } catch (UnsatisfiedLinkError e) {
      return Optional.empty();
    }
  }

  private static NdpiLibrary check(NativeLibrary library, String name) {
    String revision;
    try {
      Pointer text = library.getFunction("ndpi_revision").invokePointer(new Object[0]);
      revision = text.getString(0);
    } catch (UnsatisfiedLinkError e) {
      return new Unusable(name + " is no nDPI: it has no ndpi_revision");
    }
    if (!KNOWN.matcher(revision).matches()) {
      return new Unusable(
          "libndpi %s is installed, and only 4.2 is known here; it is not called with guessed signatures"
              .formatted(revision));
    }
    return missingCall(library)
        .<NdpiLibrary>map(call -> new Unusable("libndpi %s has no %s".formatted(revision, call)))
        .orElseGet(() -> new Found(library, revision));
  }

  /** The first of the calls that the library lacks. */
  private static Optional<String> missingCall(NativeLibrary library) {
    for (Method call : NdpiCalls.class.getDeclaredMethods()) {
      if (Modifier.isNative(call.getModifiers())) {
        try {
          library.getFunction(call.getName());
        } catch (UnsatisfiedLinkError e) {
          return Optional.of(call.getName());
        }
      }
    }
    return Optional.empty();
  }
}
