package org.dreyfus.classifier.ndpi;

import java.util.List;
import java.util.Set;
import org.dreyfus.classifier.Availability;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;

/** nDPI. The library is looked for once, when somebody first asks. */
public final class NdpiProvider implements ClassifierProvider {

  private final List<String> libraryNames;

  /** Looks for the library under the names that Debian and others give it. */
  public NdpiProvider() {
    this(NdpiLibrary.NAMES);
  }

  NdpiProvider(List<String> libraryNames) {
    this.libraryNames = libraryNames;
  }

  @Override
  public ClassifierDescriptor descriptor() {
    return new ClassifierDescriptor(
        "ndpi",
        "nDPI",
        version(),
        "ntop",
        "Deep packet inspection: names the protocol of a flow by its packets, ports and addresses.",
        Set.of(),
        false);
  }

  private String version() {
    return library() instanceof NdpiLibrary.Found found ? found.revision() : "4.2";
  }

  @Override
  public Availability availability() {
    NdpiLibrary library = library();
    if (library instanceof NdpiLibrary.Unusable unusable) {
      return new Availability.Unavailable(unusable.reason(), NdpiLibrary.REMEDY);
    }
    return new Availability.Available();
  }

  @Override
  public Classifier open(Configuration configuration) {
    NdpiLibrary library = library();
    if (library instanceof NdpiLibrary.Unusable unusable) {
      throw new IllegalArgumentException(unusable.reason() + ". " + NdpiLibrary.REMEDY);
    }
    Bound.once((NdpiLibrary.Found) library);
    return new NdpiClassifier(NdpiModule.take());
  }

  private NdpiLibrary library() {
    return libraryNames.equals(NdpiLibrary.NAMES) ? Usual.LIBRARY : look(libraryNames);
  }

  /** JNA may itself be unable to start, where its own native part cannot be unpacked or loaded. */
  private static NdpiLibrary look(List<String> names) {
    try {
      return NdpiLibrary.locate(names);
    } catch (LinkageError e) {
      return new NdpiLibrary.Unusable("JNA, which calls libndpi, cannot start here: " + e);
    }
  }

  /** What is found under the usual names, found once. */
  private static final class Usual {
    static final NdpiLibrary LIBRARY = look(NdpiLibrary.NAMES);
  }

  /** The calls, bound once. */
  private static final class Bound {
    private static boolean done;

    static synchronized void once(NdpiLibrary.Found found) {
      if (!done) {
        NdpiCalls.bind(found.library());
        done = true;
      }
    }
  }
}
