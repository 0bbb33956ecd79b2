package org.dreyfus.classifier.reference.contentid;

import java.util.Optional;
import org.dreyfus.classifier.Direction;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.classifier.reference.stream.HttpMethods;
import org.dreyfus.classifier.reference.stream.OrderedSide;

/** Both sides of one TCP connection. */
final class Connection {

  private final Sightings sightings = new Sightings();
  private final OrderedSide initiator;
  private final OrderedSide responder;

  Connection(Registered registered) {
    HttpMethods methods = new HttpMethods();
    this.initiator = new OrderedSide(new Side(registered, sightings, methods));
    this.responder = new OrderedSide(new Side(registered, sightings, methods));
  }

  /** Takes a packet; the verdict when it completes what names or carries a registered work. */
  Optional<Verdict> add(Packet packet) {
    boolean fromInitiator = packet.direction() == Direction.FROM_INITIATOR;
    (fromInitiator ? initiator : responder).add(packet);
    return sightings.verdict();
  }
}
