package org.dreyfus.classifier.reference.accuser;

import java.util.Set;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;

/** Accuses every address on a list of peers; blocks nothing. */
public final class PeerListAccuserProvider implements ClassifierProvider {

  @Override
  public ClassifierDescriptor descriptor() {
    return new ClassifierDescriptor(
        "peer-list-accuser",
        "Accuser by peer lists",
        "1",
        "Dreyfus, after Piatek et al., HotSec 2008",
        "Blocks nothing; accuses every address that a tracker, a DHT node or a server hands out as a peer.",
        Set.of(),
        false);
  }

  @Override
  public Classifier open(Configuration configuration) {
    return new PeerListAccuser();
  }
}
