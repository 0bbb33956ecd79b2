package org.dreyfus.tck;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.dreyfus.classifier.AccusationSink;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor.Feed;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;

/** {@link ByPort}, each broken in one place. The names begin with the rule that each breaks. */
final class BrokenClassifiers {

  private static final Verdict ALLOWED = new Verdict.Allowed("Web");

  private BrokenClassifiers() {}

  static Map<String, ClassifierProvider> all() {
    Map<String, ClassifierProvider> all = new TreeMap<>(ofTheContract());
    all.putAll(ofVerdicts());
    all.putAll(ofInput());
    return all;
  }

  private static Map<String, ClassifierProvider> ofTheContract() {
    AtomicInteger calls = new AtomicInteger();
    Classifier single = (flow, packet) -> flow.responderPort() == 80 ? ALLOWED : flow.verdict();
    Map<Long, Integer> shared = new HashMap<>();
    return Map.of(
        "J1 counts versions",
        new Fake(() -> "1." + calls.getAndIncrement(), Set.of(), unused -> new ByPort()),
        "J1 has one instance",
        Fake.of(() -> single),
        "J2 returns null",
        Fake.of(BrokenClassifiers::returningNull),
        "J2 throws",
        Fake.of(BrokenClassifiers::throwing),
        "J3 reads before the packet",
        Fake.of(BrokenClassifiers::readingBefore),
        "J3 reads behind the packet",
        Fake.of(BrokenClassifiers::readingBehind),
        "J4 shares a map",
        Fake.of(() -> sharing(shared)),
        "J5 keeps what a slot had",
        Fake.of(BrokenClassifiers::rememberingSlots),
        "J6 closes once all is concluded",
        Fake.of(BrokenClassifiers::closingLate));
  }

  private static Map<String, ClassifierProvider> ofVerdicts() {
    AtomicInteger finished = new AtomicInteger();
    return Map.of(
        "V6 scores in percent",
        Fake.of(BrokenClassifiers::scoringInPercent),
        "V7 throws dice",
        Fake.of(BrokenClassifiers::throwingDice),
        "V7 remembers earlier captures",
        Fake.of(() -> remembering(finished)),
        "A1 accuses strangers",
        Fake.of(BrokenClassifiers::accusing),
        "E3 needs the feed",
        new Fake(
            () -> "1",
            Set.of(Feed.NETWORK),
            configuration -> {
              configuration.networkFeed().orElseThrow().services().get(0);
              return new ByPort();
            }));
  }

  private static Map<String, ClassifierProvider> ofInput() {
    return Map.of(
        "I2 believes that all was captured",
        Fake.of(BrokenClassifiers::readingAllOfTheHeader),
        "I2 wants ports",
        Fake.of(BrokenClassifiers::wantingPorts),
        "I3 divides by the flows",
        Fake.of(BrokenClassifiers::dividing),
        "T1 looks through all flows",
        Fake.of(BrokenClassifiers::slow));
  }

  @SuppressWarnings("NullAway")
  private static ByPort returningNull() {
    return new ByPort() {
      @Override
      public Verdict inspect(Flow flow, Packet packet) {
        return flow.packets() > 3 ? null : super.inspect(flow, packet);
      }
    };
  }

  private static ByPort throwing() {
    return new ByPort() {
      @Override
      public Verdict conclude(Flow flow) {
        throw new IllegalStateException("nothing to conclude");
      }
    };
  }

  private static ByPort readingBefore() {
    return new ByPort() {
      @Override
      public Verdict inspect(Flow flow, Packet packet) {
        boolean odd = (packet.buffer().get(packet.frameOffset() - 1) & 1) == 1;
        return odd ? ALLOWED : super.inspect(flow, packet);
      }
    };
  }

  private static ByPort readingBehind() {
    return new ByPort() {
      @Override
      public Verdict inspect(Flow flow, Packet packet) {
        int first = packet.buffer().get(packet.payloadOffset());
        return packet.payloadLength() < 1 && first > 0 ? ALLOWED : super.inspect(flow, packet);
      }
    };
  }

  private static ByPort sharing(Map<Long, Integer> shared) {
    shared.clear();
    return new ByPort() {
      @Override
      public Verdict inspect(Flow flow, Packet packet) {
        int seen = shared.merge(flow.id(), 1, Integer::sum);
        return seen == 7 ? ALLOWED : super.inspect(flow, packet);
      }
    };
  }

  private static ByPort rememberingSlots() {
    Map<Integer, Integer> packetsOfSlot = new HashMap<>();
    return new ByPort() {
      @Override
      public Verdict inspect(Flow flow, Packet packet) {
        int seen = packetsOfSlot.merge(flow.slot(), 1, Integer::sum);
        return seen == 6 ? ALLOWED : super.inspect(flow, packet);
      }
    };
  }

  private static ByPort closingLate() {
    return new ByPort() {
      private boolean finished;

      @Override
      public void finish(AccusationSink accusations) {
        finished = true;
      }

      @Override
      public void close() {
        if (!finished) {
          throw new IllegalStateException("not finished");
        }
      }
    };
  }

  private static ByPort scoringInPercent() {
    return new ByPort() {
      @Override
      public OptionalDouble score(Flow flow) {
        return OptionalDouble.of(50);
      }
    };
  }

  private static ByPort throwingDice() {
    return new ByPort() {
      @Override
      public Verdict inspect(Flow flow, Packet packet) {
        return (System.nanoTime() >> 8) % 2 == 0 ? ALLOWED : super.inspect(flow, packet);
      }
    };
  }

  /** The first capture is judged otherwise than all later ones. */
  private static ByPort remembering(AtomicInteger finished) {
    return new ByPort() {
      @Override
      public Verdict inspect(Flow flow, Packet packet) {
        return finished.get() == 0 ? ALLOWED : super.inspect(flow, packet);
      }

      @Override
      public void finish(AccusationSink accusations) {
        finished.incrementAndGet();
      }
    };
  }

  private static ByPort accusing() {
    return new ByPort() {
      @Override
      public void finish(AccusationSink accusations) {
        accusations.accuse(InetAddress.getLoopbackAddress(), "is always there");
      }
    };
  }

  private static ByPort readingAllOfTheHeader() {
    return new ByPort() {
      @Override
      public Verdict inspect(Flow flow, Packet packet) {
        if (flow.ipProtocol() == 6 && packet.wireLength() - packet.capturedLength() > 0) {
          throw new IndexOutOfBoundsException("no room for a header of TCP");
        }
        return super.inspect(flow, packet);
      }
    };
  }

  private static ByPort wantingPorts() {
    return new ByPort() {
      @Override
      public Verdict inspect(Flow flow, Packet packet) {
        if (flow.ipProtocol() == 132) {
          throw new IllegalArgumentException("SCTP");
        }
        return super.inspect(flow, packet);
      }
    };
  }

  private static ByPort dividing() {
    return new ByPort() {
      private int flows;

      @Override
      public Verdict conclude(Flow flow) {
        flows++;
        return super.conclude(flow);
      }

      @Override
      public void finish(AccusationSink accusations) {
        if (100 / flows > 100) {
          throw new IllegalStateException();
        }
      }
    };
  }

  private static ByPort slow() {
    Set<Long> flows = new HashSet<>();
    return new ByPort() {
      @Override
      public Verdict inspect(Flow flow, Packet packet) {
        flows.add(flow.id());
        if (flows.size() > 1_000) {
          try {
            Thread.sleep(10);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
          }
        }
        return super.inspect(flow, packet);
      }
    };
  }
}
