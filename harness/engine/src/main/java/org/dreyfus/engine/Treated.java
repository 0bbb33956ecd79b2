package org.dreyfus.engine;

import java.net.InetAddress;
import java.util.Optional;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.classifier.NetworkFeed;
import org.dreyfus.corpus.Session;

/**
 * A blinded pass with something done to the frames after blinding.
 *
 * @param key of the pass
 */
record Treated(Blinding blinding, Treatment treatment, RunKey key) implements Blinding {

  @Override
  public FrameRewriter rewriter(Session session) {
    FrameRewriter first = blinding.rewriter(session);
    FrameRewriter then = treatment.rewriter(key.secretOf("treatment", session.id()));
    return frame -> {
      first.rewrite(frame);
      then.rewrite(frame);
    };
  }

  @Override
  public NetworkFeed networkFeed(Session session) {
    return blinding.networkFeed(session);
  }

  @Override
  public Optional<InetAddress> recorded(Session session, InetAddress shown) {
    return blinding.recorded(session, shown);
  }
}
