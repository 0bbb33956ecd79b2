package org.dreyfus.exchange.mapped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.dreyfus.exchange.ExchangeException;

/** The files of a data set that hold traffic, each with the rule that its path matches. */
final class DataSet {

  private static final Pattern GROUP = Pattern.compile("\\(\\?<([A-Za-z][A-Za-z0-9]*)>");

  private final Path root;
  private final Mapping mapping;

  DataSet(Path root, Mapping mapping) {
    this.root = root;
    this.mapping = mapping;
  }

  /**
   * A file and what its path says.
   *
   * @param file where it is
   * @param name its path below the root, with {@code /}
   * @param rule the first that matches
   * @param variables named groups of the rule's pattern, in lower case
   */
  record Member(Path file, String name, Mapping.PathRule rule, Map<String, String> variables) {}

  /** In the order of their paths. */
  List<Member> members() throws IOException {
    if (!Files.isDirectory(root)) {
      throw new ExchangeException(root + ": no folder; give the folder of the unpacked data set");
    }
    List<Path> files;
    try (Stream<Path> walked = Files.walk(root)) {
      files = walked.filter(Files::isRegularFile).sorted().toList();
    }
    List<Pattern> ignored = new ArrayList<>();
    for (String pattern : mapping.ignore()) {
      ignored.add(compile(pattern));
    }
    List<Member> members = new ArrayList<>();
    for (Path file : files) {
      String name = root.relativize(file).toString().replace('\\', '/');
      if (ignored.stream().noneMatch(pattern -> pattern.matcher(name).matches())) {
        members.add(member(file, name));
      }
    }
    return members;
  }

  private Member member(Path file, String name) throws ExchangeException {
    for (Mapping.PathRule rule : mapping.paths()) {
      Matcher matcher = compile(rule.path()).matcher(name);
      if (matcher.matches()) {
        return new Member(file, name, rule, groups(rule.path(), matcher));
      }
    }
    throw new ExchangeException(
        file + ": no path of the mapping '" + mapping.id() + "' matches; add one, or ignore it");
  }

  private static Map<String, String> groups(String pattern, Matcher matched) {
    Map<String, String> groups = new LinkedHashMap<>();
    Matcher names = GROUP.matcher(pattern);
    while (names.find()) {
      String name = names.group(1);
      Optional.ofNullable(matched.group(name))
          .ifPresent(value -> groups.put(name, value.toLowerCase(Locale.ROOT)));
    }
    return groups;
  }

  private Pattern compile(String pattern) throws ExchangeException {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new ExchangeException(
          "mapping '%s': '%s' is no regular expression (%s); correct it"
              .formatted(mapping.id(), pattern, e.getDescription()));
    }
  }
}
