package org.dreyfus.corpus.codec;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes records as JSON: absent {@code Optional}s are left out, a missing set is empty,
 * everything else must be there and nothing else may be.
 */
public final class StrictJson {

  private final JsonMapper compact;
  private final JsonMapper indented;

  /**
   * @param mixIns annotations for types that carry none, by type
   */
  public StrictJson(Map<Class<?>, Class<?>> mixIns) {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .addModule(SharedText.module())
            .addModule(QuickRecords.module())
            .addModule(PassedOver.module())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultVisibility(
                checker ->
                    checker.withVisibility(
                        PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE))
            .changeDefaultPropertyInclusion(
                value -> value.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .withConfigOverride(
                Set.class,
                override ->
                    override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
    mixIns.forEach(builder::addMixIn);
    this.compact = builder.build();
    this.indented = this.compact.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
  }

  /** Records that need no mix-ins. */
  public static StrictJson plain() {
    return new StrictJson(Map.of());
  }

  /** Reads a file that holds one value. */
  public <T> T read(Path file, Class<T> type) throws IOException {
    try {
      return parse(Files.readString(file), type, file.toString(), 1);
    } catch (CharacterCodingException e) {
      throw noText(file.toString(), e);
    }
  }

  /** Reads a file that holds one value and may be much larger than what is kept of it. */
  public <T> T readLarge(Path file, Class<T> type) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return compact.readValue(reader, type);
    } catch (JacksonIOException e) {
      throw e.getCause() instanceof CharacterCodingException none
          ? noText(file.toString(), none)
          : e.getCause();
    } catch (JacksonException e) {
      throw new MalformedJsonException(file.toString(), 1, Files.readString(file), e);
    }
  }

  /** Reads a file that holds one value a line; blank lines are passed over. */
  public <T> List<T> readLines(Path file, Class<T> type) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return readLines(reader, type, file.toString());
    }
  }

  /**
   * @param name stands for the file in errors
   */
  public <T> List<T> readLines(BufferedReader reader, Class<T> type, String name)
      throws IOException {
    List<T> values = new ArrayList<>();
    long number = 0;
    try {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          values.add(parse(line, type, name, number));
        }
      }
    } catch (CharacterCodingException e) {
      throw noText(name + ":" + (number + 1), e);
    }
    return values;
  }

  private static IOException noText(String place, CharacterCodingException cause) {
    return new IOException(place + ": is no text in UTF-8; give a JSON file", cause);
  }

  /**
   * Reads one value from a text.
   *
   * @param name stands for the file in errors
   */
  public <T> T parse(String text, Class<T> type, String name) throws MalformedJsonException {
    return parse(text, type, name, 1);
  }

  /** The value over several lines, with a line feed at the end. */
  public String pretty(Object value) {
    return indented.writeValueAsString(value).replace("\r\n", "\n") + "\n";
  }

  /** The value in one line, with a line feed at the end. */
  public String line(Object value) {
    return compact.writeValueAsString(value) + "\n";
  }

  /**
   * Reads one value from a part of a text.
   *
   * @param name stands for the file in errors
   * @param firstLine number of the part's first line in the file, from 1
   */
  public <T> T parse(String text, Class<T> type, String name, long firstLine)
      throws MalformedJsonException {
    try {
      return compact.readValue(text, type);
    } catch (JacksonException e) {
      throw new MalformedJsonException(name, firstLine, text, e);
    }
  }
}
