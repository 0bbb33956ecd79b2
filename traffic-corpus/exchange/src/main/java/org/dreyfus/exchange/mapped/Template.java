package org.dreyfus.exchange.mapped;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dreyfus.exchange.ExchangeException;
import org.dreyfus.exchange.labels.Place;

/** Fills in <code>${name}</code>. */
final class Template {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

  private Template() {}

  static String fill(String template, Map<String, String> variables, Place place)
      throws ExchangeException {
    Matcher matcher = VARIABLE.matcher(template);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(1);
      String value =
          Optional.ofNullable(variables.get(name))
              .orElseThrow(
                  () ->
                      place.problem(
                          "the mapping wants ${%s}, known here are %s"
                              .formatted(name, variables.keySet())));
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(filled).toString();
  }

  static Map<String, String> fill(
      Map<String, String> templates, Map<String, String> variables, Place place)
      throws ExchangeException {
    Map<String, String> filled = new LinkedHashMap<>();
    for (Map.Entry<String, String> template : templates.entrySet()) {
      filled.put(template.getKey(), fill(template.getValue(), variables, place));
    }
    return filled;
  }
}
