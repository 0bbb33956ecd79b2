package org.dreyfus.classifier.ndpi;

import com.sun.jna.Pointer;
import org.dreyfus.classifier.Verdict;

/** Verdicts by nDPI's pair of protocol numbers, made once each. */
final class ProtocolNames {

  private final long module;
  private final PairVerdicts settled =
      new PairVerdicts(pair -> new Verdict.Identified(name(pair), true));
  private final PairVerdicts soFar =
      new PairVerdicts(pair -> new Verdict.Identified(name(pair), false));

  ProtocolNames(long module) {
    this.module = module;
  }

  /** A protocol that will not change. */
  Verdict settled(int pair) {
    return settled.get(pair);
  }

  /** A protocol that more packets may refine. */
  Verdict soFar(int pair) {
    return soFar.get(pair);
  }

  /** As ndpiReader writes it: {@code TLS}, {@code DNS.Google}. */
  private String name(int pair) {
    int master = pair & 0xffff;
    int application = pair >>> 16;
    if (master == 0 || master == application) {
      return nameOf(application);
    } else if (application == 0) {
      return nameOf(master);
    }
    return nameOf(master) + "." + nameOf(application);
  }

  private String nameOf(int protocol) {
    return new Pointer(NdpiCalls.ndpi_get_proto_name(module, (short) protocol)).getString(0);
  }
}
