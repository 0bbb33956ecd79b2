package org.dreyfus.exchange.mapped;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a data set is read.
 *
 * <p>The first of {@code paths} that matches a file gives its labels, the first of {@code flows}
 * that matches a flow changes them. In labels and clusters, <code>${name}</code> stands for a named
 * group of the path's pattern, in lower case, or for what the source says of the flow; an empty
 * label takes one away. What a label does not say is as {@link
 * org.dreyfus.exchange.labels.LabelFields} describes: above all, the legal status is UNDETERMINED
 * unless a mapping says otherwise.
 *
 * @param schemaVersion of this file: 1
 * @param id of the corpus that comes out
 * @param version of the data set
 * @param licence SPDX, or {@code NOASSERTION}
 * @param description one paragraph; becomes the corpus's
 * @param form of the files
 * @param sources where the facts in this mapping come from
 * @param notes what a reader must know of the result
 * @param ignore patterns of paths that hold no traffic
 * @param paths patterns and labels; a file that none matches is an error
 * @param flows conditions and labels
 */
public record Mapping(
    int schemaVersion,
    String id,
    String version,
    String licence,
    String description,
    Form form,
    List<String> sources,
    List<String> notes,
    List<String> ignore,
    List<PathRule> paths,
    List<FlowRule> flows) {

  public static final int SCHEMA_VERSION = 1;

  /** What the files are. */
  public enum Form {
    /** Captures; kept byte by byte. */
    CAPTURES,
    /** Captures, and one log file that names the program of each flow, as UNIBS-2009 has it. */
    CAPTURES_AND_UNIBS_LOG,
    /** JSON with a list of values a packet for each biflow, as MIRAGE-2019 has it. */
    MIRAGE_JSON,
    /** CSV with a line a packet, as UTMobileNet2021 has it. */
    UTMOBILENET_CSV
  }

  /**
   * Labels of all flows of a file.
   *
   * @param path regular expression over the whole path below the data set's folder, with {@code /}
   * @param labels fields of a label
   * @param cluster of the session. Default: id, protocol, what is carried, and application, so that
   *     all files of one class are one cluster
   */
  public record PathRule(String path, Map<String, String> labels, Optional<String> cluster) {}

  /**
   * Labels of some flows.
   *
   * @param when regular expressions, without regard to case, for what is known of the flow: {@code
   *     proto}, {@code port} (either side), and what the source says; all must match. Named groups
   *     of the path may stand in them, and match themselves
   * @param labels fields that change
   * @param note why
   */
  public record FlowRule(Map<String, String> when, Map<String, String> labels, String note) {}
}
