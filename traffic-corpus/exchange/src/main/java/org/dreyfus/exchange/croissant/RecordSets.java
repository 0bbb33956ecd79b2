package org.dreyfus.exchange.croissant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The records of a corpus: its sessions, and their flows. */
final class RecordSets {

  static final String FLOW_FILES = "flow-files";
  static final String SESSION_FILES = "session-files";

  private static final String TEXT = "sc:Text";
  private static final String NUMBER = "sc:Integer";
  private static final String SESSIONS = "sessions";
  private static final String FLOWS = "flows";
  private static final String SESSION_OF_PATH = "sessions/([^/]+)/";

  private RecordSets() {}

  static Map<String, Object> sessions() {
    Fields fields = new Fields(SESSIONS, SESSION_FILES);
    fields.add("id", "Unique within the corpus.", TEXT, "$.id");
    fields.add("scenario", "What it is a repetition of.", TEXT, "$.scenario");
    fields.add("story", "What happens.", TEXT, "$.story");
    fields.add("cluster", "The independent unit of every statistic.", TEXT, "$.cluster");
    fields.add("origin", "RECORDED, REENACTED, REPLICATED or IMPORTED.", TEXT, "$.origin");
    fields.add("capture", "File name of its capture.", TEXT, "$.capture");
    fields.add("startNanos", "Time of the first packet, ns since 1970.", NUMBER, "$.startNanos");
    fields.add("durationNanos", "From first to last packet, ns.", NUMBER, "$.durationNanos");
    return recordSet(
        SESSIONS, "One run of one scenario: one capture.", List.of("sessions/id"), fields);
  }

  static Map<String, Object> flows() {
    Fields fields = new Fields(FLOWS, FLOW_FILES);
    fields.addFromPath("session", "Id of the session.", "sessions/id");
    fields.add("flow", "Number of its first frame in the capture, from 1.", NUMBER, "$.flow");
    fields.add("timestampNanos", "Time of that frame.", NUMBER, "$.timestampNanos");
    fields.add("proto", "IP protocol as IANA spells it.", TEXT, "$.proto");
    fields.add("srcIp", "Address of the initiator.", TEXT, "$.srcIp");
    fields.add("srcPort", "Port of the initiator.", NUMBER, "$.srcPort");
    fields.add("destIp", "Address of the responder.", TEXT, "$.destIp");
    fields.add("destPort", "Port of the responder.", NUMBER, "$.destPort");
    String label = "$.label.";
    fields.add("legalStatus", "LEGAL, INFRINGING or UNDETERMINED.", TEXT, label + "legalStatus");
    fields.add("legalBasis", "Why the status holds.", TEXT, label + "legalBasis");
    fields.add("protection", "How the content is shielded.", TEXT, label + "protection");
    fields.add("protocol", "Outermost protocol on the wire.", TEXT, label + "protocol");
    fields.add("carries", "What a tunnel carries.", TEXT, label + "carries");
    fields.add("application", "The program that sent it.", TEXT, label + "application");
    fields.add("role", "What the flow does in its session.", TEXT, label + "role");
    fields.add("work", "Id of the work it carries or serves.", TEXT, label + "work");
    fields.add("reason", "Why the status is UNDETERMINED.", TEXT, label + "reason");
    return recordSet(
        FLOWS,
        "One bidirectional flow of a session's capture and what it is.",
        List.of("flows/session", "flows/flow"),
        fields);
  }

  private static Map<String, Object> recordSet(
      String id, String description, List<String> keys, Fields fields) {
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("@type", "cr:RecordSet");
    set.put("@id", id);
    set.put("name", id);
    set.put("description", description);
    set.put("key", keys.stream().map(key -> Map.of("@id", key)).toList());
    set.put("field", fields.list);
    return set;
  }

  private static final class Fields {
    private final String recordSet;
    private final String fileSet;
    private final List<Map<String, Object>> list = new ArrayList<>();

    Fields(String recordSet, String fileSet) {
      this.recordSet = recordSet;
      this.fileSet = fileSet;
    }

    void add(String name, String description, String type, String jsonPath) {
      Map<String, Object> source = new LinkedHashMap<>();
      source.put("fileSet", Map.of("@id", fileSet));
      source.put("extract", Map.of("jsonPath", jsonPath));
      list.add(field(name, description, type, source));
    }

    void addFromPath(String name, String description, String references) {
      Map<String, Object> source = new LinkedHashMap<>();
      source.put("fileSet", Map.of("@id", fileSet));
      source.put("extract", Map.of("fileProperty", "fullpath"));
      source.put("transform", Map.of("regex", SESSION_OF_PATH));
      Map<String, Object> field = field(name, description, TEXT, source);
      field.put("references", Map.of("field", Map.of("@id", references)));
      list.add(field);
    }

    private Map<String, Object> field(
        String name, String description, String type, Map<String, Object> source) {
      Map<String, Object> field = new LinkedHashMap<>();
      field.put("@type", "cr:Field");
      field.put("@id", recordSet + "/" + name);
      field.put("name", name);
      field.put("description", description);
      field.put("dataType", type);
      field.put("source", source);
      return field;
    }
  }
}
