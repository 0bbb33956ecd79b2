package boxes;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;

/** Classifiers that an inline test must find out. */
public final class InlineClassifiers {

  private static final byte[] HANDSHAKE =
      "\u0013BitTorrent protocol".getBytes(StandardCharsets.ISO_8859_1);

  private InlineClassifiers() {}

  private static ClassifierDescriptor named(String id) {
    return new ClassifierDescriptor(id, id, "1", "Nobody", "For tests.", Set.of(), false);
  }

  private static boolean isHandshake(Packet packet) {
    if (packet.payloadLength() < HANDSHAKE.length) {
      return false;
    }
    for (int i = 0; i < HANDSHAKE.length; i++) {
      if (packet.buffer().get(packet.payloadOffset() + i) != HANDSHAKE[i]) {
        return false;
      }
    }
    return true;
  }

  /** Blocks only the second plain BitTorrent connection that a host opens. */
  public static final class SecondBitTorrent implements ClassifierProvider {

    @Override
    public ClassifierDescriptor descriptor() {
      return named("second-bittorrent");
    }

    @Override
    public Classifier open(Configuration configuration) {
      Map<String, Integer> opened = new HashMap<>();
      return (flow, packet) -> {
        if (packet.payloadLength() == 0) {
          return Verdict.undecided();
        } else if (!isHandshake(packet)) {
          return new Verdict.Allowed(Verdict.UNKNOWN_PROTOCOL);
        }
        String host = flow.key().initiator().getHostAddress();
        return opened.merge(host, 1, Integer::sum) == 2
            ? new Verdict.Blocked("BitTorrent", "the second")
            : new Verdict.Allowed("BitTorrent");
      };
    }
  }

  /** Blocks half of all flows, by a hash of their keys and the option "seed" (default 1). */
  public static final class Half implements ClassifierProvider {

    @Override
    public ClassifierDescriptor descriptor() {
      return named("half");
    }

    @Override
    public Classifier open(Configuration configuration) {
      long seed = Long.parseLong(configuration.option("seed", "1"));
      return (flow, packet) -> {
        if (packet.payloadLength() == 0) {
          return Verdict.undecided();
        }
        return (mixed(flow.key().toString(), seed) & 1) == 0
            ? new Verdict.Blocked(Verdict.UNKNOWN_PROTOCOL, "a coin")
            : new Verdict.Allowed(Verdict.UNKNOWN_PROTOCOL);
      };
    }

    /** FNV-1a over the text, then the finaliser of SplitMix64. */
    private static long mixed(String text, long seed) {
      long hash = 0xcbf29ce484222325L ^ seed;
      for (int i = 0; i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
      }
      hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
      hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
      return hash ^ (hash >>> 31);
    }
  }

  /**
   * Blocks flows to port 81, allows those to port 82, and does at those to port 83 what the option
   * "behaviour" says: crashes, or hangs.
   */
  public static final class Troubled implements ClassifierProvider {

    @Override
    public ClassifierDescriptor descriptor() {
      return named("troubled");
    }

    @Override
    public Classifier open(Configuration configuration) {
      String behaviour = configuration.option("behaviour", "crashes");
      return (flow, packet) -> inspect(flow, behaviour);
    }

    private static Verdict inspect(Flow flow, String behaviour) {
      return switch (flow.responderPort()) {
        case 81 -> new Verdict.Blocked("81", "port");
        case 82 -> new Verdict.Allowed("82");
        case 83 -> misbehave(behaviour);
        default -> Verdict.undecided();
      };
    }

    private static Verdict misbehave(String behaviour) {
      if (behaviour.equals("hangs")) {
        while (true) {
          try {
            Thread.sleep(1_000);
          } catch (InterruptedException e) {
            // It hangs.
          }
        }
      }
      throw new IllegalStateException("troubled");
    }
  }
}
