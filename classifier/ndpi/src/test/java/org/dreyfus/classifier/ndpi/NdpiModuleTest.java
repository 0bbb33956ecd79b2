package org.dreyfus.classifier.ndpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.Answer;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.inspect.InspectionPass;
import org.dreyfus.capture.inspect.PassSummary;
import org.dreyfus.classifier.Availability;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Configuration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module that has served before answers as a new one does. */
@Tag("slow")
class NdpiModuleTest {

  private static final Path SESSIONS = Path.of("../../traffic-corpus/corpora/default/sessions");
  private static final Path HEADER = Path.of("/usr/include/ndpi/ndpi_main.h");

  @TempDir private Path folder;

  @BeforeEach
  void bindCalls() throws Exception {
    need(new NdpiProvider().availability() instanceof Availability.Available, "libndpi 4.2");
    new NdpiProvider().open(Configuration.empty()).close();
  }

  private static void need(boolean here, String what) {
    assertThat(here || System.getenv("CI") == null).as(what).isTrue();
    Assumptions.assumeTrue(here, what + " is needed");
  }

  @Test
  void itAnswersAsANewOneWhateverItHasSeen() throws Exception {
    NdpiModule used = NdpiModule.make();
    int flows = 0;
    assertThat(used.canServeAgain()).isTrue();
    for (Path capture : captures()) {
      Map<FlowRecord, Answer> again = answers(used, capture);
      assertThat(again).as(capture.toString()).isEqualTo(answers(NdpiModule.make(), capture));
      used = NdpiModule.take();
      flows += again.size();
    }
    assertThat(flows).isGreaterThan(5_000);
  }

  @Test
  void closingTwiceDoesNotGiveItToTwo() {
    NdpiClassifier classifier = new NdpiClassifier(NdpiModule.take());
    classifier.close();
    classifier.close();
    NdpiModule one = NdpiModule.take();
    NdpiModule other = NdpiModule.take();
    assertThat(one).isNotSameAs(other);
    one.giveBack();
    other.giveBack();
  }

  private static List<Path> captures() throws IOException {
    try (Stream<Path> files = Files.walk(SESSIONS)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith("capture."))
          .sorted()
          .toList();
    }
  }

  private static Map<FlowRecord, Answer> answers(NdpiModule module, Path capture) {
    Map<FlowRecord, Answer> answers = new LinkedHashMap<>();
    try (Classifier classifier = new NdpiClassifier(module)) {
      PassSummary summary =
          new InspectionPass(
                  FlowRules.NDPI,
                  FrameRewriter.none(),
                  List.of(classifier),
                  (flow, given) -> answers.put(flow, given.get(0)))
              .run(CaptureSource.file(capture));
      assertThat(summary.damage()).isEmpty();
    }
    return answers;
  }

  @Test
  void theStructureIsTheOneOfTheHeaders() throws Exception {
    need(Files.isExecutable(Path.of("/usr/bin/gcc")), "gcc");
    need(Files.exists(HEADER), "libndpi-dev");
    List<String> fields =
        List.of(
            "ookla_cache",
            "bittorrent_cache",
            "zoom_cache",
            "stun_cache",
            "tls_cert_cache",
            "mining_cache",
            "msteams_cache",
            "tinc_cache");
    String printed =
        fields.stream()
            .map(field -> "OFFSET(%s);".formatted(field))
            .collect(Collectors.joining("\n"));
    Path source =
        Files.writeString(
            folder.resolve("offsets.c"),
            """
            #define NDPI_LIB_COMPILATION
            #include <ndpi_main.h>
            #include <stddef.h>
            #include <stdio.h>
            #define OFFSET(f) printf("%%zu\\n", offsetof(struct ndpi_detection_module_struct, f))
            int main(void) {
            %s
            printf("%%zu\\n", sizeof(struct ndpi_detection_module_struct));
            return 0;
            }
            """
                .formatted(printed));
    Path program = folder.resolve("offsets");
    run(
        "gcc",
        "-I",
        String.valueOf(HEADER.getParent()),
        "-o",
        program.toString(),
        source.toString());
    List<Integer> known = new ArrayList<>();
    IntStream.of(NdpiModule.LRU_CACHES).forEach(known::add);
    known.add(NdpiModule.TINC_CACHE);
    known.add(NdpiModule.STRUCTURE_BYTES);
    assertThat(run(program.toString()).lines().map(Integer::valueOf)).isEqualTo(known);
  }

  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Objects.requireNonNull(printed)).isZero();
    return printed;
  }
}
