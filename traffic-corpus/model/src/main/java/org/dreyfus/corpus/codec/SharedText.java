package org.dreyfus.corpus.codec;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads equal short texts as the same object: a corpus says the same few names of protocols,
 * programs and rights of every flow, and most of its memory would be copies of them.
 */
final class SharedText extends StdScalarDeserializer<String> {

  private static final int LONGEST = 64;

  private SharedText() {
    super(String.class);
  }

  static SimpleModule module() {
    return new SimpleModule("shared-text").addDeserializer(String.class, new SharedText());
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    String text = StringDeserializer.instance.deserialize(parser, context);
    return text.length() <= LONGEST ? text.intern() : text;
  }
}
