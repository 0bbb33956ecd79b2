package org.dreyfus.classifier;

/**
 * Makes classifiers of one kind. Found with {@link java.util.ServiceLoader}: name the implementing
 * class, which needs a public constructor without parameters, in {@code
 * META-INF/services/org.dreyfus.classifier.ClassifierProvider}.
 *
 * <p>Constructor, {@link #descriptor} and {@link #availability} must be cheap: they are called to
 * list classifiers as well as to run them.
 */
public interface ClassifierProvider {

  /** What this classifier is called and what it needs. The same at every call. */
  ClassifierDescriptor descriptor();

  /**
   * Whether this classifier can run here. A provider that needs a native library or a tool looks
   * for it in this call and explains what to install; it must not throw.
   */
  default Availability availability() {
    return new Availability.Available();
  }

  /**
   * Opens a classifier for one capture.
   *
   * @param configuration options and feeds, see {@link Configuration}
   * @throws IllegalArgumentException when the configuration cannot be used; the message says which
   *     entry and what is allowed
   */
  Classifier open(Configuration configuration);
}
