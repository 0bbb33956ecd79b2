package org.dreyfus.engine;

import java.net.InetAddress;
import java.util.Optional;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.classifier.NetworkFeed;
import org.dreyfus.corpus.Session;

/** What stands between a corpus and the classifiers, so that they cannot recognise a session. */
public interface Blinding {

  /** What is done to the frames of a session's capture before a classifier sees them. */
  FrameRewriter rewriter(Session session);

  /** The listed services, at the addresses that this pass shows in a session. */
  NetworkFeed networkFeed(Session session);

  /** The recorded address behind one that a classifier saw. */
  Optional<InetAddress> recorded(Session session, InetAddress shown);
}
