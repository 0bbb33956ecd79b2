package org.dreyfus.classifier.reference.contentid;

import java.nio.charset.StandardCharsets;
import org.dreyfus.classifier.reference.fingerprint.Bytes;
import org.dreyfus.classifier.reference.fingerprint.Fingerprints;
import org.dreyfus.classifier.reference.stream.ByteSink;
import org.dreyfus.classifier.reference.stream.EdonkeyMessage;
import org.dreyfus.classifier.reference.stream.EdonkeyReader;
import org.dreyfus.classifier.reference.stream.HttpHead;
import org.dreyfus.classifier.reference.stream.HttpMethods;
import org.dreyfus.classifier.reference.stream.HttpReader;

/** What one side of a TCP connection says, read in every way in which it can name a work. */
final class Side implements ByteSink {

  private final Registered registered;
  private final Sightings sightings;
  private final HandshakeWatch handshakes;
  private final EdonkeyReader edonkey;
  private final HttpReader http;

  Side(Registered registered, Sightings sightings, HttpMethods methods) {
    this.registered = registered;
    this.sightings = sightings;
    this.handshakes = new HandshakeWatch(registered, sightings);
    this.edonkey = new EdonkeyReader(this::message);
    this.http = new HttpReader(methods, new Bodies());
  }

  @Override
  public void accept(byte[] data, int from, int length) {
    handshakes.accept(data, from, length);
    edonkey.accept(data, from, length);
    http.accept(data, from, length);
  }

  private void message(EdonkeyMessage message) {
    if (registered.ed2kHashes().isIn(message.body())) {
      sightings.edonkey();
    }
  }

  private final class Bodies implements HttpReader.Listener {

    private WorkWatch works = new WorkWatch(registered, sightings);

    @Override
    public void head(HttpHead head) {
      byte[] bytes = (head.text() + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
      HandshakeWatch.torrent(Fingerprints.ofTrackerRequest(new Bytes(bytes, bytes.length)))
          .filter(registered::isInfoHash)
          .ifPresent(torrent -> sightings.torrent());
    }

    @Override
    public void bodyBegins() {
      works = new WorkWatch(registered, sightings);
    }

    @Override
    public void body(byte[] data, int from, int length) {
      works.accept(data, from, length);
    }

    @Override
    public void bodyEnds() {
      // The next body has a watch of its own.
    }
  }
}
