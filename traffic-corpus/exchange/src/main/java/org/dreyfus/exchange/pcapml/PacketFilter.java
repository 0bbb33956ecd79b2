package org.dreyfus.exchange.pcapml;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.capture.Frame;
import org.dreyfus.exchange.MissingLibraryException;
import org.pcap4j.core.BpfProgram;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.Pcaps;
import org.pcap4j.packet.namednumber.DataLinkType;

/** The rules on packets: filters are compiled and run by libpcap, one program a link type. */
final class PacketFilter implements AutoCloseable {

  private static final int SNAP_LENGTH = 262_144;
  private static final String NO_LIBRARY =
      "libpcap is missing, which evaluates the filters; install the package libpcap0.8";

  private final PcapmlRule rule;
  private final Map<Integer, BpfProgram> programs = new HashMap<>();

  PacketFilter(PcapmlRule rule) {
    this.rule = rule;
  }

  PcapmlRule rule() {
    return rule;
  }

  boolean matches(Frame frame) throws IOException {
    if (!rule.covers(frame.timestampNanos())) {
      return false;
    }
    if (rule.filter().isEmpty()) {
      return true;
    }
    byte[] bytes = new byte[frame.capturedLength()];
    frame.buffer().get(frame.offset(), bytes);
    return program(frame.linkType()).applyFilter(bytes, frame.wireLength(), bytes.length);
  }

  private BpfProgram program(int linkType) throws IOException {
    Optional<BpfProgram> known = Optional.ofNullable(programs.get(linkType));
    if (known.isPresent()) {
      return known.get();
    }
    BpfProgram program = compile(linkType);
    programs.put(linkType, program);
    return program;
  }

  private BpfProgram compile(int linkType) throws IOException {
    try (PcapHandle handle = Pcaps.openDead(DataLinkType.getInstance(linkType), SNAP_LENGTH)) {
      return handle.compileFilter(
          rule.filter().orElse(""), BpfCompileMode.OPTIMIZE, PcapHandle.PCAP_NETMASK_UNKNOWN);
    } catch (PcapNativeException e) {
      throw rule.place()
          .problem("libpcap does not understand the filter (" + e.getMessage() + "); correct it");
    } catch (NotOpenException e) {
      throw new IllegalStateException("a handle that was just opened is open", e);
    } catch (LinkageError e) {
      throw new MissingLibraryException(NO_LIBRARY, e);
    }
  }

  @Override
  public void close() {
    programs.values().forEach(BpfProgram::free);
    programs.clear();
  }
}
