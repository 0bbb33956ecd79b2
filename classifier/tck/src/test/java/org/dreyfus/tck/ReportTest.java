package org.dreyfus.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dreyfus.tck.check.CheckResult;
import org.dreyfus.tck.check.CheckResult.Outcome;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

  private static final Path SCHEMA =
      Path.of("src/main/resources/org/dreyfus/tck/report.schema.json");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static Report report() throws Exception {
    return Kit.standard()
        .withFlows(100)
        .check(Objects.requireNonNull(BrokenClassifiers.all().get("J2 throws")), sample -> {});
  }

  private static List<String> violations(String json) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static List<String> members(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(part -> part.getName()).toList();
  }

  private static List<String> properties(JsonNode object) {
    return new ArrayList<>(object.path("properties").propertyNames());
  }

  @Test
  void theSchemaNamesWhatTheRecordsHave() throws IOException {
    JsonNode schema = JSON.readTree(Files.readString(SCHEMA));
    assertThat(properties(schema)).isEqualTo(members(Report.class));
    assertThat(properties(schema.at("/properties/checks/items")))
        .isEqualTo(members(CheckResult.class));
  }

  @Test
  void reportsFitTheSchemaAndOthersDoNot() throws Exception {
    String json = JSON.writeValueAsString(report());
    assertThat(violations(json)).isEmpty();
    assertThat(violations(json.replace("\"FAILED\"", "\"BROKEN\""))).isNotEmpty();
  }

  @Test
  void everyLineTellsSomething() throws Exception {
    assertThat(report().checks())
        .allSatisfy(
            check -> {
              assertThat(check.seen()).isNotBlank().doesNotContain("\n");
              assertThat(check.remedy().isBlank()).isEqualTo(check.outcome() != Outcome.FAILED);
            });
  }

  @Test
  void buildsReadTheSameCountsFromXml() throws Exception {
    Report report = report();
    Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(JUnitXml.of(List.of(report)))));
    assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(report.checks().size());
    assertThat(xml.getElementsByTagName("failure").getLength())
        .isEqualTo((int) report.count(Outcome.FAILED))
        .isEqualTo(1);
    assertThat(xml.getElementsByTagName("skipped").getLength())
        .isEqualTo((int) report.count(Outcome.SKIPPED));
  }
}
