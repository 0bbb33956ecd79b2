package org.dreyfus.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Names places within a corpus for those who have to mend it: a file, and a line where it helps.
 */
public final class Places {

  private Places() {}

  /** {@code sessions/web-1a/session.json}. */
  public static String of(Session session) {
    return String.join("/", Corpus.SESSIONS, session.id(), Corpus.SESSION);
  }

  /** {@code sessions/web-1a/flows.jsonl}. */
  public static String flows(Session session) {
    return String.join("/", Corpus.SESSIONS, session.id(), Corpus.FLOWS);
  }

  /**
   * {@code sessions/web-1a/flows.jsonl:3}: the last line that labels a flow.
   *
   * @param flow number of the flow; when no line labels it, the file alone is named
   */
  public static String of(Corpus corpus, Session session, long flow) throws IOException {
    Path file = corpus.folder().resolve(flows(session));
    Pattern label = Pattern.compile("\\s*\\{.*\"flow\"\\s*:\\s*" + flow + "\\b.*");
    List<String> lines = Files.readAllLines(file);
    for (int line = lines.size(); line > 0; line--) {
      if (label.matcher(lines.get(line - 1)).matches()) {
        return flows(session) + ":" + line;
      }
    }
    return flows(session);
  }
}
