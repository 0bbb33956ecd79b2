package org.dreyfus.external.jar;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.external.LaunchException;

/** The classifiers in a jar. Loading one runs its code in this process. */
public final class JarPlugin {

  private JarPlugin() {}

  /**
   * Loads the classifiers that the jar names in {@code META-INF/services}.
   *
   * @return at least one
   * @throws LaunchException when there is none, or one cannot be loaded
   */
  public static List<ClassifierProvider> load(Path jar) throws LaunchException {
    if (!Files.isRegularFile(jar)) {
      throw LaunchException.plugin(jar + ": no such file", new IllegalArgumentException());
    }
    URLClassLoader loader =
        new URLClassLoader("plugin", new URL[] {url(jar)}, new ContractLoader());
    List<ClassifierProvider> providers = new ArrayList<>();
    try {
      for (ClassifierProvider provider : ServiceLoader.load(ClassifierProvider.class, loader)) {
        providers.add(provider);
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      throw LaunchException.plugin(jar + ": a classifier cannot be loaded: " + e.getMessage(), e);
    }
    if (providers.isEmpty()) {
      throw LaunchException.plugin(
          jar
              + ": names no classifier; add META-INF/services/"
              + ClassifierProvider.class.getName()
              + " with the name of your provider class",
          new IllegalArgumentException());
    }
    return providers;
  }

  /**
   * Loads the classifier of that id, or the only one that the jar holds: what it is called stands
   * in its plugin.json.
   *
   * @throws LaunchException when the jar holds several and none of that id, or cannot be loaded
   */
  public static ClassifierProvider find(Path jar, String id) throws LaunchException {
    List<ClassifierProvider> all = load(jar);
    if (all.size() == 1) {
      return all.get(0);
    }
    List<String> ids = all.stream().map(provider -> provider.descriptor().id()).toList();
    if (!ids.contains(id)) {
      throw LaunchException.plugin(
          "%s: holds the classifiers %s, not '%s'".formatted(jar.getFileName(), ids, id),
          new IllegalArgumentException());
    }
    return all.get(ids.indexOf(id));
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
