package org.dreyfus.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the arrows between modules: A may use B, and what B may use, and nothing else of ours. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.dreyfus");

  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("classifier", Set.of()),
          Map.entry("classifier.reference", Set.of("classifier")),
          Map.entry("classifier.ndpi", Set.of("classifier")),
          Map.entry("capture", Set.of("classifier")),
          Map.entry("corpus", Set.of()),
          Map.entry("lab", Set.of()),
          Map.entry("recorder", Set.of("corpus", "capture", "lab")),
          Map.entry("exchange", Set.of("corpus", "capture")),
          Map.entry("scoring", Set.of("corpus")),
          Map.entry("bundle", Set.of("scoring")),
          Map.entry("report", Set.of("bundle")),
          Map.entry("external", Set.of("classifier", "capture")),
          Map.entry("tck", Set.of("external")),
          Map.entry("worker", Set.of("external")),
          Map.entry("parquet", Set.of("report")),
          Map.entry("engine", Set.of("worker", "exchange", "bundle")),
          Map.entry("cluster", Set.of("engine")),
          Map.entry("training", Set.of("engine")),
          Map.entry("inline", Set.of("engine", "lab")));

  /** Built with a profile of their own; checked when they are there. */
  private static final Set<String> OPTIONAL = Set.of("cluster", "parquet");

  /** Far below what there is; above what an empty import would find. */
  private static final int MINIMUM_CLASSES = 150;

  @Test
  void theImportFoundTheProject() {
    assertThat(CLASSES.size()).isGreaterThan(MINIMUM_CLASSES);
    for (String module : ARROWS.keySet()) {
      if (OPTIONAL.contains(module)) {
        continue;
      }
      assertThat(classesOf(module)).as("classes of %s", module).isNotEmpty();
    }
  }

  @TestFactory
  Stream<DynamicTest> arrowsHold() {
    return ARROWS.keySet().stream()
        .sorted()
        .map(module -> DynamicTest.dynamicTest(module, () -> checkArrowsOf(module)));
  }

  private static void checkArrowsOf(String module) {
    Set<String> allowed = reachable(module);
    List<String> violations = new ArrayList<>();
    for (JavaClass origin : classesOf(module)) {
      origin.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(target -> target.getPackageName().startsWith("org.dreyfus"))
          .filter(target -> !allowed.contains(moduleOf(target)))
          .forEach(target -> violations.add(origin.getName() + " -> " + target.getName()));
    }
    assertThat(violations).as("%s may use %s only", module, allowed).isEmpty();
  }

  @Test
  void onlyTheCommandLineWritesToStandardOutput() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.dreyfus.cli..", "org.dreyfus.benchmark..")
        .should()
        .accessField(System.class, "out")
        .check(CLASSES);
  }

  @Test
  void theContractDependsOnTheJdkAlone() {
    classes()
        .that()
        .resideInAPackage("org.dreyfus.classifier")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.dreyfus.classifier", "org.jspecify.annotations")
        .check(CLASSES);
  }

  @Test
  void trainedClassifiersSeeNoLabels() {
    classes()
        .that()
        .resideInAPackage("org.dreyfus.training.classifier")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.dreyfus.classifier",
            "org.dreyfus.training.classifier",
            "org.jspecify.annotations")
        .check(CLASSES);
  }

  @Test
  void noClassifierIsNamedInTheCommandLine() {
    noClasses()
        .that()
        .resideInAnyPackage("org.dreyfus.cli..", "org.dreyfus.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.dreyfus.classifier.ndpi..",
            "org.dreyfus.classifier.reference..",
            "org.dreyfus.training..")
        .check(CLASSES);
  }

  @Test
  void theCommandLineWorksWithoutSpark() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.dreyfus.cluster..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.dreyfus.cluster..", "org.apache.spark..", "org.apache.hadoop..")
        .check(CLASSES);
  }

  @Test
  void packagesOfAModuleFormNoCycles() {
    for (String module : ARROWS.keySet()) {
      slices()
          .matching("org.dreyfus." + module + ".(*)..")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true)
          .check(CLASSES);
    }
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> marked =
        CLASSES.stream()
            .filter(type -> type.getSimpleName().equals("package-info"))
            .filter(type -> type.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());
    Set<String> packages =
        CLASSES.stream()
            .filter(type -> !type.getName().contains(".jte"))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(marked).containsAll(packages);
  }

  private static Set<String> reachable(String module) {
    Set<String> all = new TreeSet<>(Set.of(module));
    for (String next : ARROWS.getOrDefault(module, Set.of())) {
      all.addAll(reachable(next));
    }
    return all;
  }

  private static List<JavaClass> classesOf(String module) {
    return CLASSES.stream().filter(type -> moduleOf(type).equals(module)).toList();
  }

  private static String moduleOf(JavaClass type) {
    String name = type.getPackageName().substring("org.dreyfus.".length());
    return ARROWS.keySet().stream()
        .filter(module -> name.equals(module) || name.startsWith(module + "."))
        .max((a, b) -> Integer.compare(a.length(), b.length()))
        .orElse(name);
  }
}
