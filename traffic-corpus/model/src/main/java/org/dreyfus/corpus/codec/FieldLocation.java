package org.dreyfus.corpus.codec;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Finds where a field stands in a text; Jackson tells of an unknown one where its object ends. */
final class FieldLocation {

  private FieldLocation() {}

  /**
   * @param path fields and indexes from the root
   * @return empty when the text has no such field, or is no JSON before it
   */
  static Optional<TokenStreamLocation> of(String text, List<JacksonException.Reference> path) {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      parser.nextToken();
      for (JacksonException.Reference step : path) {
        boolean found =
            step.getPropertyName() == null
                ? enterElement(parser, step.getIndex())
                : enterField(parser, step.getPropertyName());
        if (!found) {
          return Optional.empty();
        }
        if (step == path.get(path.size() - 1)) {
          return Optional.of(parser.currentTokenLocation());
        }
        if (parser.currentToken() == JsonToken.PROPERTY_NAME) {
          parser.nextToken();
        }
      }
    } catch (JacksonException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** Stands on the name of the field afterwards. */
  private static boolean enterField(JsonParser parser, String name) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      if (name.equals(parser.currentName())) {
        return true;
      }
      parser.nextToken();
      parser.skipChildren();
    }
    return false;
  }

  /** Stands on the first token of the element afterwards. */
  private static boolean enterElement(JsonParser parser, int index) {
    for (int i = 0; ; i++) {
      JsonToken token = parser.nextToken();
      if (token == null || token == JsonToken.END_ARRAY) {
        return false;
      }
      if (i == index) {
        return true;
      }
      parser.skipChildren();
    }
  }
}
