package org.dreyfus.engine;

import java.net.InetAddress;
import java.util.Optional;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.classifier.NetworkFeed;
import org.dreyfus.corpus.Session;

/** The corpus as it was recorded: for debugging, and to find verdicts that hang on blinding. */
record Unblinded(Services services) implements Blinding {

  @Override
  public FrameRewriter rewriter(Session session) {
    return FrameRewriter.none();
  }

  @Override
  public NetworkFeed networkFeed(Session session) {
    return services.recordedFeed(session);
  }

  @Override
  public Optional<InetAddress> recorded(Session session, InetAddress shown) {
    return Optional.of(shown);
  }
}
