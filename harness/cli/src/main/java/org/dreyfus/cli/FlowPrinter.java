package org.dreyfus.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dreyfus.report.text.Csv;

/** Prints flows as they end, or counts them by protocol. */
abstract class FlowPrinter {

  static FlowPrinter of(Output output) {
    return switch (output.format()) {
      case json -> new Json(output);
      case csv -> new CsvLines(output);
      case text -> new Summary(output);
    };
  }

  abstract void flow(FlowLine flow);

  void finish() {}

  /** One object a line. */
  private static final class Json extends FlowPrinter {
    private final Output output;

    Json(Output output) {
      this.output = output;
    }

    @Override
    void flow(FlowLine flow) {
      output.jsonLine(flow);
    }
  }

  /** One row a flow. */
  private static final class CsvLines extends FlowPrinter {
    private final Output output;

    CsvLines(Output output) {
      this.output = output;
      output.text(
          Csv.line(
              List.of(
                  "src_ip",
                  "src_port",
                  "dest_ip",
                  "dest_port",
                  "proto",
                  "packets",
                  "bytes",
                  "protocol",
                  "verdict",
                  "decided_at_packet")));
    }

    @Override
    void flow(FlowLine flow) {
      output.text(
          Csv.line(
              List.of(
                  flow.srcIp(),
                  flow.srcPort(),
                  flow.destIp(),
                  flow.destPort(),
                  flow.proto(),
                  flow.packets(),
                  flow.bytes(),
                  flow.protocol(),
                  flow.verdict(),
                  flow.decidedAtPacket())));
    }
  }

  /** Flows, packets and bytes by protocol and verdict. */
  private static final class Summary extends FlowPrinter {
    private final Output output;
    private final Map<String, long[]> totals = new TreeMap<>();

    Summary(Output output) {
      this.output = output;
    }

    @Override
    void flow(FlowLine flow) {
      long[] total =
          totals.computeIfAbsent(flow.protocol() + '\t' + flow.verdict(), key -> new long[3]);
      total[0]++;
      total[1] += flow.packets();
      total[2] += flow.bytes();
    }

    @Override
    void finish() {
      TextTable table = new TextTable("PROTOCOL", "VERDICT", "FLOWS", "PACKETS", "BYTES");
      totals.forEach(
          (key, total) -> {
            String[] parts = key.split("\t", 2);
            table.row(parts[0], parts[1], total[0], total[1], total[2]);
          });
      output.text(table.isEmpty() ? "no flows\n" : table.toString());
    }
  }
}
