package org.dreyfus.corpus.codec;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** JSON that is not what it should be. The message names file, line, column, field and remedy. */
public final class MalformedJsonException extends IOException {

  private static final long serialVersionUID = 1L;

  MalformedJsonException(String file, long firstLine, String text, JacksonException cause) {
    super(place(file, firstLine, text, cause) + ": " + problem(cause), cause);
  }

  private static String place(String file, long firstLine, String json, JacksonException cause) {
    TokenStreamLocation where =
        cause instanceof UnrecognizedPropertyException
            ? FieldLocation.of(json, cause.getPath()).orElse(cause.getLocation())
            : cause.getLocation();
    return where == null || where.getLineNr() < 1
        ? file + ":" + firstLine
        : file + ":" + (firstLine + where.getLineNr() - 1) + ":" + where.getColumnNr();
  }

  private static String problem(JacksonException cause) {
    if (cause instanceof UnrecognizedPropertyException unknown) {
      return "unknown field '" + field(unknown) + "'; remove it or correct its name";
    }
    String text = String.valueOf(cause.getOriginalMessage()).replaceAll("\\s*\\R\\s*", " ");
    if (cause.getPath().isEmpty()) {
      return text;
    }
    String field = "field '" + field(cause) + "'";
    if (cause instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
      return "%s: '%s' is none of %s"
          .formatted(
              field, format.getValue(), Arrays.asList(format.getTargetType().getEnumConstants()));
    }
    boolean absent = text.startsWith("Cannot map `null`") || text.contains("reator property");
    return absent
        ? field + " is missing or null; give it a value"
        : field + ": " + text.replaceAll("\\s*\\((?:set|enable|disable) `[^)]*\\)", "");
  }

  /** {@code hosts[2].service.port}. */
  private static String field(JacksonException cause) {
    return cause.getPath().stream()
        .map(
            step ->
                step.getPropertyName() == null
                    ? "[" + step.getIndex() + "]"
                    : "." + step.getPropertyName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }
}
