package hostile;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;

/** Blocks UDP and names TCP; does what the option "behaviour" says at the second packet of rsync. */
public final class Misbehaving implements ClassifierProvider {

  private static final int RSYNC = 873;

  @Override
  public ClassifierDescriptor descriptor() {
    return new ClassifierDescriptor("misbehaving", "M", "1", "Nobody", "-", Set.of(), false);
  }

  @Override
  public Classifier open(Configuration configuration) {
    String behaviour = configuration.option("behaviour", "good");
    return (flow, packet) -> inspect(flow, packet, behaviour);
  }

  private static Verdict inspect(Flow flow, Packet packet, String behaviour) {
    if (flow.ipProtocol() == 17) {
      return new Verdict.Blocked("DNS", "UDP");
    } else if (flow.packets() < 2) {
      return Verdict.undecided();
    }
    if (flow.responderPort() == RSYNC) {
      misbehave(behaviour);
    }
    return new Verdict.Identified("TCP", true);
  }

  private static void misbehave(String behaviour) {
    switch (behaviour) {
      case "exits" -> System.exit(0);
      case "halts" -> Runtime.getRuntime().halt(0);
      case "loops" -> {
        while (true) {
          Thread.onSpinWait();
        }
      }
      case "fills-memory" -> fill();
      case "crashes-natively" -> crash();
      case "overflows" -> overflow(0);
      case "throws" -> throw new IllegalStateException("no more");
      case "prints" -> {
        for (int i = 0; i < 1000; i++) {
          System.out.println("{\"packet\": 1, \"verdict\": \"block\"}");
        }
      }
      default -> {}
    }
  }

  private static void fill() {
    List<long[]> all = new ArrayList<>();
    while (true) {
      all.add(new long[1 << 20]);
    }
  }

  private static int overflow(int depth) {
    return overflow(depth + 1) + 1;
  }

  private static void crash() {
    try {
      Class<?> type = Class.forName("sun.misc.Unsafe");
      Field field = type.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      type.getMethod("putAddress", long.class, long.class).invoke(field.get(null), 0L, 0L);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
