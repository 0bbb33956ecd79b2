package org.dreyfus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dreyfus.classifier.Availability;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.report.text.Csv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dreyfus classifiers}. */
@Command(
    name = "classifiers",
    mixinStandardHelpOptions = true,
    description = "Lists the classifiers that are here, and what others need.")
final class ClassifiersCommand implements Runnable {

  @Mixin private Output output;

  ClassifiersCommand() {
    this.output = new Output();
  }

  @Override
  public void run() {
    List<ClassifierProvider> providers = new Registry().all();
    switch (output.format()) {
      case text -> text(providers);
      case json -> output.json(providers.stream().map(ClassifiersCommand::facts).toList());
      case csv -> csv(providers);
    }
  }

  private void text(List<ClassifierProvider> providers) {
    TextTable table = new TextTable("ID", "VERSION", "AVAILABLE", "WHAT IT IS");
    List<String> remedies = new ArrayList<>();
    for (ClassifierProvider provider : providers) {
      ClassifierDescriptor descriptor = provider.descriptor();
      Availability availability = provider.availability();
      table.row(
          descriptor.id(),
          descriptor.version(),
          availability instanceof Availability.Available ? "yes" : "no",
          descriptor.description());
      if (availability instanceof Availability.Unavailable no) {
        remedies.add(descriptor.id() + ": " + no.reason() + ". " + no.remedy());
      }
    }
    output.text(table.toString());
    remedies.forEach(remedy -> output.text(remedy + "\n"));
  }

  private void csv(List<ClassifierProvider> providers) {
    output.text(Csv.line(List.of("id", "name", "version", "vendor", "available", "description")));
    for (ClassifierProvider provider : providers) {
      ClassifierDescriptor descriptor = provider.descriptor();
      output.text(
          Csv.line(
              List.of(
                  descriptor.id(),
                  descriptor.name(),
                  descriptor.version(),
                  descriptor.vendor(),
                  provider.availability() instanceof Availability.Available,
                  descriptor.description())));
    }
  }

  private static Map<String, Object> facts(ClassifierProvider provider) {
    return Map.of("descriptor", provider.descriptor(), "availability", state(provider));
  }

  private static Map<String, String> state(ClassifierProvider provider) {
    if (provider.availability() instanceof Availability.Unavailable no) {
      return Map.of("state", "unavailable", "reason", no.reason(), "remedy", no.remedy());
    }
    return Map.of("state", "available");
  }
}
