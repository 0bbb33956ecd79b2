package org.dreyfus.external.delivery;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.dreyfus.capture.flow.CommunityId;
import org.dreyfus.classifier.FlowKey;
import org.dreyfus.external.line.FlowName;

/**
 * Finds delivered flows by name: rules F2 to F4 of {@code classifier/STREAM.md}. What was delivered
 * is indexed when somebody first asks by tuple or by Community ID.
 */
final class FlowIndex {

  private final DeliveredFlows flows;
  private final Map<Ends, List<Integer>> byEnds = new HashMap<>();
  private final Map<String, List<Integer>> byCommunityId = new HashMap<>();
  private int indexedEnds;
  private int indexedIds;

  FlowIndex(DeliveredFlows flows) {
    this.flows = flows;
  }

  /**
   * The flow of that name; of several, the latest that had begun at that frame.
   *
   * @param at empty for the latest delivered one
   */
  OptionalInt find(FlowName name, OptionalLong at) {
    if (name instanceof FlowName.ByFrame frame) {
      return flows.flowOfFrame(frame.number());
    } else if (name instanceof FlowName.ByCommunityId id) {
      return latest(withCommunityId(id.id()), at);
    } else if (name instanceof FlowName.ByTuple tuple) {
      return latest(withEnds(Ends.of(tuple)), at);
    }
    throw new IllegalStateException("no such name: " + name);
  }

  private List<Integer> withEnds(Ends ends) {
    for (; indexedEnds < flows.flows(); indexedEnds++) {
      byEnds
          .computeIfAbsent(Ends.of(flows.key(indexedEnds)), key -> new ArrayList<>(1))
          .add(indexedEnds);
    }
    return byEnds.getOrDefault(ends, List.of());
  }

  private List<Integer> withCommunityId(String id) {
    for (; indexedIds < flows.flows(); indexedIds++) {
      byCommunityId
          .computeIfAbsent(CommunityId.of(flows.key(indexedIds)), key -> new ArrayList<>(1))
          .add(indexedIds);
    }
    return byCommunityId.getOrDefault(id, List.of());
  }

  private OptionalInt latest(List<Integer> candidates, OptionalLong at) {
    for (int i = candidates.size() - 1; i >= 0; i--) {
      int flow = candidates.get(i);
      if (at.isEmpty() || flows.firstFrame(flow) <= at.getAsLong()) {
        return OptionalInt.of(flow);
      }
    }
    return OptionalInt.empty();
  }

  /** A 5-tuple without its direction: the two ends in a fixed order. */
  private record Ends(End one, End other, int ipProtocol) {

    static Ends of(FlowKey key) {
      return of(
          new End(key.initiator(), key.initiatorPort()),
          new End(key.responder(), key.responderPort()),
          key.ipProtocol());
    }

    static Ends of(FlowName.ByTuple tuple) {
      return of(
          new End(tuple.source(), tuple.sourcePort()),
          new End(tuple.destination(), tuple.destinationPort()),
          tuple.ipProtocol());
    }

    private static Ends of(End first, End second, int ipProtocol) {
      return first.compareTo(second) <= 0
          ? new Ends(first, second, ipProtocol)
          : new Ends(second, first, ipProtocol);
    }
  }

  private record End(InetAddress address, int port) implements Comparable<End> {
    @Override
    public int compareTo(End other) {
      int order = Arrays.compareUnsigned(address.getAddress(), other.address.getAddress());
      return order != 0 ? order : Integer.compare(port, other.port);
    }
  }
}
