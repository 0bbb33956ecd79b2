package org.dreyfus.report.figure;

import java.util.List;
import java.util.Map;
import org.dreyfus.report.script.Resource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts data into a Vega-Lite specification that lies beside this class. */
final class Specification {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Specification() {}

  /**
   * One line of JSON that can stand in a script element.
   *
   * @param name of the specification
   * @param title said above the drawing
   * @param description said to whoever cannot see the drawing
   * @param data rows by the name that the specification calls them
   */
  static String of(
      String name, String title, String description, Map<String, ? extends List<?>> data) {
    ObjectNode root =
        (ObjectNode) JSON.readTree(Resource.text(Specification.class, name + ".json"));
    root.put("title", title);
    root.put("description", description);
    root.set("datasets", JSON.valueToTree(data));
    return JSON.writeValueAsString(root).replace("<", "\\u003c");
  }
}
