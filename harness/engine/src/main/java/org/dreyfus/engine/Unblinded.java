package org.dreyfus.engine;

import java.net.InetAddress;
import java.util.Optional;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.classifier.NetworkFeed;
import org.dreyfus.corpus.IpLiteral;
import org.dreyfus.corpus.Session;

/** The corpus as it was recorded: for debugging, and to find verdicts that hang on blinding. */
final class Unblinded implements Blinding {

  private final NetworkFeed feed;

  /**
   * @param services with their recorded addresses
   */
  Unblinded(Services services) {
    this.feed = services.feed(service -> IpLiteral.parse(service.address().orElseThrow()));
  }

  @Override
  public FrameRewriter rewriter(Session session) {
    return FrameRewriter.none();
  }

  @Override
  public NetworkFeed networkFeed() {
    return feed;
  }

  @Override
  public Optional<InetAddress> recorded(Session session, InetAddress shown) {
    return Optional.of(shown);
  }
}
