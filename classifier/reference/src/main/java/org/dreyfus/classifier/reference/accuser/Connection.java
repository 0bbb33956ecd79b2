package org.dreyfus.classifier.reference.accuser;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.dreyfus.classifier.Direction;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.reference.stream.Bencoded;
import org.dreyfus.classifier.reference.stream.ByteSink;
import org.dreyfus.classifier.reference.stream.EdonkeyReader;
import org.dreyfus.classifier.reference.stream.HttpHead;
import org.dreyfus.classifier.reference.stream.HttpMethods;
import org.dreyfus.classifier.reference.stream.HttpReader;
import org.dreyfus.classifier.reference.stream.OrderedSide;

/** One TCP connection: with an HTTP tracker, or with an eDonkey server, or neither. */
final class Connection {

  private static final String ANNOUNCE = "info_hash=";

  private final Accused accused;
  private final OrderedSide initiator;
  private final OrderedSide responder;
  private boolean announced;

  Connection(Accused accused) {
    this.accused = accused;
    HttpMethods methods = new HttpMethods();
    this.initiator = new OrderedSide(side(methods));
    this.responder = new OrderedSide(side(methods));
  }

  void add(Packet packet) {
    boolean fromInitiator = packet.direction() == Direction.FROM_INITIATOR;
    (fromInitiator ? initiator : responder).add(packet);
  }

  private ByteSink side(HttpMethods methods) {
    HttpReader http = new HttpReader(methods, new Answers());
    EdonkeyReader edonkey = new EdonkeyReader(message -> EdonkeySources.of(message, accused));
    return (data, from, length) -> {
      http.accept(data, from, length);
      edonkey.accept(data, from, length);
    };
  }

  /** Gathers answers to announces, 64 KiB of each; a packed one must have an end of its own. */
  private final class Answers implements HttpReader.Listener {

    private static final int LONGEST_ANSWER = 64 << 10;

    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private boolean packed;

    @Override
    public void head(HttpHead head) {
      announced |= head.text().contains(ANNOUNCE);
      packed = head.field("content-encoding").filter("gzip"::equals).isPresent();
    }

    @Override
    public void bodyBegins() {
      answer.reset();
    }

    @Override
    public void body(byte[] data, int from, int length) {
      if (announced && answer.size() < LONGEST_ANSWER) {
        answer.write(data, from, Math.min(length, LONGEST_ANSWER - answer.size()));
        if (!packed && data[from + length - 1] == 'e') {
          read(answer.toByteArray());
        }
      }
    }

    @Override
    public void bodyEnds() {
      if (packed) {
        read(unpacked(answer.toByteArray()));
      }
    }

    /** An answer that is not whole yet is no bencoded value. */
    private void read(byte[] bytes) {
      Bencoded.parse(bytes).ifPresent(value -> TorrentPeers.ofHttpTracker(value, accused));
    }

    private byte[] unpacked(byte[] bytes) {
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        return in.readNBytes(LONGEST_ANSWER);
      } catch (IOException notWhole) {
        return new byte[0];
      }
    }
  }
}
