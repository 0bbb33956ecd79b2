package org.dreyfus.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What vendors compile against keeps its promises: see {@code classifier/api/COMPATIBILITY.md}. The
 * signatures of the last release stand in {@code signatures.txt}. To renew them at a release:
 * {@code -Ddreyfus.release=true}.
 */
class CompatibilityTest {

  private static final Path SIGNATURES =
      Path.of("src/test/resources/org/dreyfus/classifier/signatures.txt");

  /** Vendors implement these: a method without a body would break their classes. */
  private static final Set<Class<?>> IMPLEMENTED_BY_VENDORS =
      Set.of(Classifier.class, ClassifierProvider.class);

  @Test
  void nothingThatWasReleasedIsGone() throws Exception {
    Set<String> now = signatures();
    if (Boolean.getBoolean("dreyfus.release")) {
      Files.write(SIGNATURES, now);
    }
    assertThat(now).containsAll(Files.readAllLines(SIGNATURES));
  }

  @Test
  void vendorsNeedNotImplementAnythingNew() throws Exception {
    Set<String> released = new TreeSet<>(Files.readAllLines(SIGNATURES));
    for (Class<?> type : IMPLEMENTED_BY_VENDORS) {
      for (Method method : type.getDeclaredMethods()) {
        assertThat(Modifier.isAbstract(method.getModifiers()) && !released.contains(line(method)))
            .as("%s needs a body: vendors have none", method)
            .isFalse();
      }
    }
  }

  private static Set<String> signatures() throws Exception {
    Set<String> lines = new TreeSet<>();
    for (Class<?> type : types()) {
      lines.add(type.toGenericString());
      for (Class<?> permitted : permitted(type)) {
        lines.add(type.getName() + " permits " + permitted.getName());
      }
      List<AnnotatedElement> members = new ArrayList<>();
      members.addAll(List.of(type.getDeclaredMethods()));
      members.addAll(List.of(type.getDeclaredConstructors()));
      members.addAll(List.of(type.getDeclaredFields()));
      members.stream().filter(CompatibilityTest::isVisible).forEach(each -> lines.add(line(each)));
    }
    return lines;
  }

  private static List<Class<?>> permitted(Class<?> type) {
    return type.isSealed() ? Arrays.asList(type.getPermittedSubclasses()) : List.of();
  }

  private static List<Class<?>> types() throws IOException, URISyntaxException {
    Path classes =
        Path.of(Classifier.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Class<?>> types = new ArrayList<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).sorted().toList()) {
        String name = classes.relativize(file).toString().replace('/', '.');
        Class<?> type = load(name.substring(0, name.length() - ".class".length()));
        if (Modifier.isPublic(type.getModifiers())) {
          types.add(type);
        }
      }
    }
    assertThat(types).contains(Classifier.class, Verdict.class, ClassifierDescriptor.class);
    return types;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Classifier.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isVisible(AnnotatedElement member) {
    if (member instanceof Method method) {
      return isVisible(method.getModifiers()) && !method.isSynthetic();
    } else if (member instanceof Constructor<?> constructor) {
      return isVisible(constructor.getModifiers());
    }
    return member instanceof Field field && isVisible(field.getModifiers()) && !field.isSynthetic();
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static String line(AnnotatedElement member) {
    if (member instanceof Method method) {
      return method.toGenericString();
    } else if (member instanceof Constructor<?> constructor) {
      return constructor.toGenericString();
    }
    return ((Field) member).toGenericString();
  }
}
