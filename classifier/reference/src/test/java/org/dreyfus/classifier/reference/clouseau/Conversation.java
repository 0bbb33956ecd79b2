package org.dreyfus.classifier.reference.clouseau;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.CaptureWriter;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.Answer;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.inspect.InspectionPass;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Verdict;

/** A made-up capture: segments and datagrams between hosts 10.0.0.x. */
final class Conversation {

  static final int TCP = 6;
  static final int UDP = 17;

  private record Frame(int protocol, int from, int fromPort, int to, int toPort, byte[] payload) {}

  private final List<Frame> frames = new ArrayList<>();

  Conversation tcp(int from, int fromPort, int to, int toPort, byte[] payload) {
    frames.add(new Frame(TCP, from, fromPort, to, toPort, payload));
    return this;
  }

  Conversation tcp(int from, int fromPort, int to, int toPort, String payload) {
    return tcp(from, fromPort, to, toPort, payload.getBytes(StandardCharsets.ISO_8859_1));
  }

  Conversation udp(int from, int fromPort, int to, int toPort, byte[] payload) {
    frames.add(new Frame(UDP, from, fromPort, to, toPort, payload));
    return this;
  }

  /** The verdicts on the flows, in the order of their first frames. */
  List<Verdict> verdicts(Classifier classifier) {
    List<Verdict> verdicts = new ArrayList<>();
    new InspectionPass(
            FlowRules.DREYFUS,
            FrameRewriter.none(),
            List.of(classifier),
            (flow, answers) -> verdicts.add(verdict(answers.get(0))))
        .run(CaptureSource.bytes("conversation", capture()));
    return verdicts;
  }

  private static Verdict verdict(Answer answer) {
    if (answer.crash().isPresent()) {
      throw new AssertionError("crashed: " + answer.crash().get());
    }
    return answer.verdict();
  }

  private byte[] capture() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CaptureWriter writer = CaptureWriter.to(Channels.newChannel(out), 1)) {
      long time = 0;
      for (Frame frame : frames) {
        time += 1_000_000;
        writer.write(time, bytes(frame));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(Frame frame) {
    int transport = frame.protocol() == TCP ? 20 : 8;
    int length = 20 + transport + frame.payload().length;
    ByteBuffer out = ByteBuffer.allocate(14 + length);
    out.position(12).putShort((short) 0x0800);
    out.put((byte) 0x45).put((byte) 0).putShort((short) length).putInt(0);
    out.put((byte) 64).put((byte) frame.protocol()).putShort((short) 0);
    out.putInt(0x0a000000 | frame.from()).putInt(0x0a000000 | frame.to());
    out.putShort((short) frame.fromPort()).putShort((short) frame.toPort());
    if (frame.protocol() == TCP) {
      out.putInt(1).putInt(1).put((byte) 0x50).put((byte) 0x18).putShort((short) 1024).putInt(0);
    } else {
      out.putShort((short) (8 + frame.payload().length)).putShort((short) 0);
    }
    return out.put(frame.payload()).array();
  }
}
