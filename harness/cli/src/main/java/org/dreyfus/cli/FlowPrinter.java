package org.dreyfus.cli;

import java.util.function.Function;
import org.dreyfus.bundle.ResultJson;
import org.dreyfus.capture.inspect.EndedFlow;

/** Prints the flows of captures as they end, or counts them by protocol. */
abstract class FlowPrinter {

  /** Takes the flows of one capture. */
  interface Flows {

    void ended(EndedFlow flow);

    /** The capture is over. */
    default void close() {}
  }

  static FlowPrinter of(OutputFormat format) {
    return switch (format) {
      case json -> new Lines("", line -> ResultJson.json().line(line));
      case csv -> new Lines(FlowLine.csvHeader(), FlowLine::csv);
      case text -> new Summary();
    };
  }

  /** What stands above all captures. */
  abstract String header();

  /**
   * The flows of a capture. May be called from any thread.
   *
   * @param out where they are printed
   */
  abstract Flows capture(OrderedOutput.Section out);

  /** What stands below all captures, when they have been closed. */
  abstract String footer();

  /** One line a flow. */
  private static final class Lines extends FlowPrinter {
    private final String header;
    private final Function<FlowLine, String> format;

    Lines(String header, Function<FlowLine, String> format) {
      this.header = header;
      this.format = format;
    }

    @Override
    String header() {
      return header;
    }

    @Override
    Flows capture(OrderedOutput.Section out) {
      return flow -> out.write(format.apply(FlowLine.of(flow)));
    }

    @Override
    String footer() {
      return "";
    }
  }

  /** Flows, packets and bytes by protocol and verdict. */
  private static final class Summary extends FlowPrinter {
    private final ProtocolTotals all = new ProtocolTotals();

    @Override
    String header() {
      return "";
    }

    @Override
    Flows capture(OrderedOutput.Section out) {
      ProtocolTotals totals = new ProtocolTotals();
      return new Flows() {
        @Override
        public void ended(EndedFlow flow) {
          totals.add(FlowLine.protocol(flow), FlowLine.verdict(flow), flow.packets(), flow.bytes());
        }

        @Override
        public void close() {
          all.add(totals);
        }
      };
    }

    @Override
    String footer() {
      return all.table();
    }
  }
}
