package org.dreyfus.exchange.pcapml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.dreyfus.corpus.Work;
import org.dreyfus.corpus.codec.MalformedJsonException;
import org.dreyfus.corpus.codec.StrictJson;

/** The works of the catalogue, in comments of the section. */
final class PcapmlWorks {

  private static final String MARK = "dreyfus-work ";
  private static final StrictJson JSON = StrictJson.plain();

  private PcapmlWorks() {}

  static List<String> comments(Collection<Work> works) {
    return works.stream().map(work -> MARK + JSON.line(work).strip()).toList();
  }

  /** Comments of others are passed over. */
  static List<Work> read(List<String> comments, String file) throws MalformedJsonException {
    List<Work> works = new ArrayList<>();
    for (String comment : comments) {
      if (comment.startsWith(MARK)) {
        works.add(JSON.parse(comment.substring(MARK.length()), Work.class, file));
      }
    }
    return works;
  }
}
