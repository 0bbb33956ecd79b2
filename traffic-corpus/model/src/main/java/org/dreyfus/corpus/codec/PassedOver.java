package org.dreyfus.corpus.codec;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.json.JsonReadContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * A field that must be there and whose value nobody asks for. It is read past without being kept,
 * so it may be larger than memory; inside of it nothing but the JSON syntax is checked.
 */
public enum PassedOver {
  /** There is nothing to tell one from another. */
  VALUE;

  static SimpleModule module() {
    return new SimpleModule("passed-over").addDeserializer(PassedOver.class, new Reader());
  }

  private static final class Reader extends StdDeserializer<PassedOver> {

    Reader() {
      super(PassedOver.class);
    }

    @Override
    public PassedOver deserialize(JsonParser parser, DeserializationContext context) {
      int depth = 0;
      for (JsonToken token = parser.currentToken(); ; token = parser.nextToken()) {
        if (token.isStructStart()) {
          depth++;
        } else if (token.isStructEnd()) {
          depth--;
        } else if (token == JsonToken.PROPERTY_NAME) {
          forgetNames(parser.streamReadContext());
        }
        if (depth == 0) {
          return VALUE;
        }
      }
    }

    /** The parser would keep all names of an object, to find one that stands there twice. */
    private static void forgetNames(TokenStreamContext context) {
      if (context instanceof JsonReadContext names && names.getDupDetector() != null) {
        names.getDupDetector().reset();
      }
    }
  }
}
