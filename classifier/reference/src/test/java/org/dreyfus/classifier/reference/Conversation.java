package org.dreyfus.classifier.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.CaptureWriter;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.Answer;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.inspect.InspectionListener;
import org.dreyfus.capture.inspect.InspectionPass;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Verdict;

/** A made-up capture: segments and datagrams between hosts 10.0.0.x. */
public final class Conversation {

  private static final int TCP = 6;
  private static final int UDP = 17;

  private record Side(int from, int fromPort, int to, int toPort) {}

  private record Frame(int protocol, Side side, int sequence, byte[] payload) {}

  private static final int FIRST_SEQUENCE = -20;

  private final List<Frame> frames = new ArrayList<>();
  private final Map<Side, Integer> nextSequence = new HashMap<>();

  public Conversation tcp(int from, int fromPort, int to, int toPort, byte[] payload) {
    Side side = new Side(from, fromPort, to, toPort);
    int sequence = nextSequence.getOrDefault(side, FIRST_SEQUENCE);
    nextSequence.put(side, sequence + payload.length);
    frames.add(new Frame(TCP, side, sequence, payload));
    return this;
  }

  /** The last two frames change places. */
  public Conversation reordered() {
    Collections.swap(frames, frames.size() - 2, frames.size() - 1);
    return this;
  }

  /** The last frame comes twice. */
  public Conversation repeated() {
    frames.add(frames.get(frames.size() - 1));
    return this;
  }

  public Conversation tcp(int from, int fromPort, int to, int toPort, String payload) {
    return tcp(from, fromPort, to, toPort, payload.getBytes(StandardCharsets.ISO_8859_1));
  }

  public Conversation udp(int from, int fromPort, int to, int toPort, byte[] payload) {
    frames.add(new Frame(UDP, new Side(from, fromPort, to, toPort), 0, payload));
    return this;
  }

  /** The last frame is not captured. */
  public Conversation lost() {
    frames.remove(frames.size() - 1);
    return this;
  }

  /** The verdicts on the flows, in the order of their first frames. */
  public List<Verdict> verdicts(Classifier classifier) {
    return answers(classifier).stream().map(Conversation::verdict).toList();
  }

  /** What was said of the flows, in the order of their first frames. */
  public List<Answer> answers(Classifier classifier) {
    List<Answer> all = new ArrayList<>();
    run(classifier, (flow, answers) -> all.add(answers.get(0)));
    return all;
  }

  /** The accused addresses, and why; no flow may be blocked. */
  public Map<String, String> accusations(Classifier classifier) {
    Map<String, String> accused = new TreeMap<>();
    run(
        classifier,
        new InspectionListener() {
          @Override
          public void flowEnded(FlowRecord flow, List<Answer> answers) {
            assertThat(verdict(answers.get(0))).isInstanceOf(Verdict.Allowed.class);
          }

          @Override
          public void accused(int lane, InetAddress host, String reason) {
            accused.put(host.getHostAddress(), reason);
          }
        });
    return accused;
  }

  private void run(Classifier classifier, InspectionListener listener) {
    new InspectionPass(FlowRules.DREYFUS, FrameRewriter.none(), List.of(classifier), listener)
        .run(CaptureSource.bytes("conversation", capture()));
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
    Side side = frame.side();
    out.putInt(0x0a000000 | side.from()).putInt(0x0a000000 | side.to());
    out.putShort((short) side.fromPort()).putShort((short) side.toPort());
    if (frame.protocol() == TCP) {
      out.putInt(frame.sequence()).putInt(1);
      out.put((byte) 0x50).put((byte) 0x18).putShort((short) 1024).putInt(0);
    } else {
      out.putShort((short) (8 + frame.payload().length)).putShort((short) 0);
    }
    return out.put(frame.payload()).array();
  }
}
