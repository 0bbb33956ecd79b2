package org.dreyfus.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import tools.jackson.databind.json.JsonMapper;

/** Says what a jar holds, as a JSON array of {@link ClassifierDescriptor}. */
final class Description {

  private Description() {}

  static void write(List<ClassifierProvider> providers, OutputStream output) throws IOException {
    List<ClassifierDescriptor> descriptors =
        providers.stream().map(ClassifierProvider::descriptor).toList();
    output.write(JsonMapper.builder().build().writeValueAsBytes(descriptors));
    output.flush();
  }
}
