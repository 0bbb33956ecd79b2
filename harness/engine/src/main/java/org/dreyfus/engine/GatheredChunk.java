package org.dreyfus.engine;

import java.io.Serializable;
import java.util.ArrayList;
import org.dreyfus.bundle.EvidenceFile;
import org.dreyfus.bundle.RunTally;

/**
 * A chunk that was gathered. Its parts lie beside the journal.
 *
 * @param number of the chunk
 * @param sessions how many
 * @param parts that were written: the others would be empty
 * @param counted in these sessions, one a classifier, in the order of the run
 */
public record GatheredChunk(
    int number, int sessions, ArrayList<Part> parts, ArrayList<RunTally.Counted> counted)
    implements Serializable {

  /**
   * What a chunk adds to one file of a bundle.
   *
   * @param subject index of the classifier in the run; {@value #ALL} when it is the same for all
   * @param file of the bundle
   */
  public record Part(int subject, EvidenceFile file) implements Serializable {

    /** Stands for all classifiers. */
    public static final int ALL = -1;

    /** The name under which it lies beside the journal. */
    String name(int chunk) {
      String whose = subject == ALL ? "all" : Integer.toString(subject);
      return "%06d-%s-%s".formatted(chunk, whose, file.fileName());
    }
  }
}
