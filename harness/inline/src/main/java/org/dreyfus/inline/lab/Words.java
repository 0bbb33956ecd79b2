package org.dreyfus.inline.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads commands, and makes identifiers of names. */
final class Words {

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|([^\\s\"']+)");

  private Words() {}

  /**
   * Splits a command at blanks; what stands in single or double quotes is one word.
   *
   * @param whole what errors show
   * @throws DeviceException when a quote is left open
   */
  static List<String> split(String whole, String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    int end = 0;
    while (word.find()) {
      if (!text.substring(end, word.start()).isBlank()) {
        break;
      }
      end = word.end();
      words.add(text.substring(word.start(), end).replaceAll("^[\"']|[\"']$", ""));
    }
    if (!text.substring(end).isBlank()) {
      throw new DeviceException(whole + ": a quotation mark is not closed");
    }
    return words;
  }

  /** Lower-case letters, digits and single hyphens. */
  static String identifier(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
