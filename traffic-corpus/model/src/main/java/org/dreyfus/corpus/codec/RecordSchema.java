package org.dreyfus.corpus.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The JSON Schema (draft 2020-12) of a record, as {@link StrictJson} writes it: no other fields,
 * {@code Optional}s and sets may be missing, a sealed type is told apart by {@code kind}.
 */
public final class RecordSchema {

  private RecordSchema() {}

  /**
   * @param id of the schema
   */
  public static Map<String, Object> of(String id, Class<?> record) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", id);
    schema.putAll(type(record));
    return schema;
  }

  /** How a case of a sealed type is called in JSON: {@code AtMost} is {@code "at-most"}. */
  public static String kind(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> type(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      return parameterized(parameterized);
    }
    Class<?> raw = (Class<?>) type;
    if (raw == String.class) {
      return Map.of("type", "string");
    } else if (raw == boolean.class || raw == Boolean.class) {
      return Map.of("type", "boolean");
    } else if (raw == double.class || raw == Double.class) {
      return Map.of("type", "number");
    } else if (raw == long.class || raw == int.class || raw == Integer.class || raw == Long.class) {
      return Map.of("type", "integer");
    } else if (raw.isEnum()) {
      List<String> names = Arrays.stream(raw.getEnumConstants()).map(String::valueOf).toList();
      return Map.of("enum", names);
    } else if (raw.isSealed()) {
      return sealed(raw);
    } else if (raw.isRecord()) {
      return record(raw, Optional.empty());
    }
    throw new IllegalArgumentException("no schema for " + type);
  }

  private static Map<String, Object> parameterized(ParameterizedType type) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    Map<String, Object> schema = new LinkedHashMap<>();
    if (raw == Optional.class) {
      return type(arguments[0]);
    } else if (Collection.class.isAssignableFrom(raw)) {
      schema.put("type", "array");
      schema.put("items", type(arguments[0]));
      if (raw == Set.class) {
        schema.put("uniqueItems", true);
      }
      return schema;
    } else if (raw == Map.class) {
      schema.put("type", "object");
      schema.put("additionalProperties", type(arguments[1]));
      return schema;
    }
    throw new IllegalArgumentException("no schema for " + type);
  }

  private static Map<String, Object> sealed(Class<?> type) {
    List<Object> cases = new ArrayList<>();
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      cases.add(record(permitted, Optional.of(kind(permitted))));
    }
    return Map.of("oneOf", cases);
  }

  private static Map<String, Object> record(Class<?> type, Optional<String> kind) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    kind.ifPresent(
        name -> {
          properties.put("kind", Map.of("const", name));
          required.add("kind");
        });
    for (RecordComponent component : type.getRecordComponents()) {
      properties.put(component.getName(), type(component.getGenericType()));
      boolean mayBeMissing =
          component.getType() == Optional.class || component.getType() == Set.class;
      if (!mayBeMissing) {
        required.add(component.getName());
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required);
    schema.put("additionalProperties", false);
    return schema;
  }
}
