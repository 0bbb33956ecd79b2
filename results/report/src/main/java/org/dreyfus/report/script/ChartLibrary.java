package org.dreyfus.report.script;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Vega and Vega-Lite, which draw the charts, with their licence (BSD-3-Clause). */
public final class ChartLibrary {

  /** The name of the file in which a site keeps its one copy. */
  public static final String FILE = "vega.js";

  private static final String TEXT =
      "/*!\nVega %s and Vega-Lite %s\n\n%s*/\n%s\n%s\n"
          .formatted(
              version("vega"),
              version("vega-lite"),
              Resource.text(ChartLibrary.class, "vega-licence.txt"),
              minified("vega"),
              minified("vega-lite"));

  private ChartLibrary() {}

  /** One script: it can stand in a page, and asks for nothing else. */
  public static String text() {
    return TEXT;
  }

  private static String minified(String name) {
    String path =
        "/META-INF/resources/webjars/%s/%s/%s.min.js".formatted(name, version(name), name);
    return Resource.text(ChartLibrary.class, path).replaceFirst("//# sourceMappingURL=.*\\s*$", "");
  }

  private static String version(String name) {
    Properties facts = new Properties();
    try {
      facts.load(
          new StringReader(
              Resource.text(
                  ChartLibrary.class,
                  "/META-INF/maven/org.webjars/%s/pom.properties".formatted(name))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return facts.getProperty("version");
  }
}
