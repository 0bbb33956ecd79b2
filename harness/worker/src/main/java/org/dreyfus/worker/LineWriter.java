package org.dreyfus.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import org.dreyfus.classifier.Verdict;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes the lines of the stream contract, and hands them over when told to. */
final class LineWriter {

  private static final int LONGEST_PROTOCOL = 64;
  private static final int LONGEST_REASON = 300;

  private final OutputStream output;
  private final JsonGenerator json;

  LineWriter(OutputStream output) {
    this.output = output;
    this.json =
        JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .rootValueSeparator("")
            .build()
            .createGenerator(ObjectWriteContext.empty(), output);
  }

  void decision(long packet, Verdict verdict) {
    json.writeStartObject();
    json.writeNumberProperty("packet", packet);
    if (verdict instanceof Verdict.Blocked blocked) {
      json.writeStringProperty("verdict", "block");
      text("protocol", blocked.protocol(), LONGEST_PROTOCOL);
      text("reason", blocked.reason(), LONGEST_REASON);
    } else if (verdict instanceof Verdict.Allowed allowed) {
      json.writeStringProperty("verdict", "allow");
      text("protocol", allowed.protocol(), LONGEST_PROTOCOL);
    } else if (verdict instanceof Verdict.Identified identified) {
      json.writeStringProperty("verdict", "identified");
      text("protocol", identified.protocol(), LONGEST_PROTOCOL);
    }
    end();
  }

  void score(long packet, double score) {
    json.writeStartObject();
    json.writeNumberProperty("packet", packet);
    json.writeNumberProperty("score", score);
    end();
  }

  void accusation(InetAddress host, String reason) {
    json.writeStartObject();
    json.writeStringProperty("accuse", host.getHostAddress());
    text("reason", reason, LONGEST_REASON);
    end();
  }

  void marker(long frame) {
    json.writeStartObject();
    json.writeNumberProperty("seen", frame);
    end();
  }

  private void text(String member, String value, int longest) {
    String clean = value.replaceAll("\\p{Cntrl}", " ");
    if (!clean.isEmpty()) {
      json.writeStringProperty(
          member, clean.length() <= longest ? clean : clean.substring(0, longest));
    }
  }

  private void end() {
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** Hands over all lines so far. */
  void flush() {
    json.flush();
    try {
      output.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
