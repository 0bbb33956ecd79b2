package org.dreyfus.classifier.ndpi;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * A detection module and what belongs to it, for one capture at a time. nDPI takes some 9 ms of
 * processor time to make and to end a module, which is longer than it needs for most sessions: a
 * module that was given back serves again, after everything that it remembers of the last capture
 * was undone.
 *
 * <p>What it remembers lies in its structure, and in caches that the structure points to and that
 * are made when first used. To undo it, the caches are freed and the structure is overwritten with
 * what it was before the first packet. Where the structure is not the one that is known here, each
 * capture has a module of its own.
 */
final class NdpiModule {

  /** {@code sizeof(struct ndpi_detection_module_struct)} in nDPI 4.2 on 64-bit x86. */
  static final int STRUCTURE_BYTES = 240_816;

  /** Where it points to caches of {@code struct ndpi_lru_cache}: {@code ookla_cache} ... */
  static final int[] LRU_CACHES = {206_560, 206_576, 206_584, 206_592, 206_600, 206_608, 206_616};

  /** Where it points to the one {@code struct cache}: {@code tinc_cache}. */
  static final int TINC_CACHE = 206_568;

  /** What the allocator may add. */
  private static final int LARGEST_PADDING = 8_192;

  private static final int BITMASK_BYTES = 4_096;
  private static final int MOST_IDLE = Runtime.getRuntime().availableProcessors();
  private static final Deque<NdpiModule> IDLE = new ConcurrentLinkedDeque<>();

  private final long address;
  private final Pointer structure;
  private final Optional<byte[]> beginning;
  private final FlowSlab flows;
  private final ProtocolNames names;

  private NdpiModule(long address) {
    this.address = address;
    this.structure = new Pointer(address);
    this.beginning =
        isKnown(structure)
            ? Optional.of(structure.getByteArray(0, STRUCTURE_BYTES))
            : Optional.empty();
    this.flows = new FlowSlab(NdpiCalls.ndpi_detection_get_sizeof_ndpi_flow_struct());
    this.names = new ProtocolNames(address);
  }

  /** One that remembers nothing. */
  static NdpiModule take() {
    return Optional.ofNullable(IDLE.poll()).orElseGet(NdpiModule::make);
  }

  /** One that has never been used. */
  static NdpiModule make() {
    // nDPI initialises global tables without a lock.
    synchronized (NdpiModule.class) {
      long module = NdpiCalls.ndpi_init_detection_module(0);
      if (module == 0) {
        throw new IllegalArgumentException("nDPI could not make a detection module");
      }
      try (Memory all = new Memory(BITMASK_BYTES)) {
        all.setMemory(0, BITMASK_BYTES, (byte) 0xff);
        NdpiCalls.ndpi_set_protocol_detection_bitmask2(module, Pointer.nativeValue(all));
      }
      NdpiCalls.ndpi_finalize_initialization(module);
      return new NdpiModule(module);
    }
  }

  /**
   * Whether the allocator gave it the room that the known structure takes, and no cache is made.
   */
  private static boolean isKnown(Pointer structure) {
    long room = AllocatedSize.of(structure);
    if (room < STRUCTURE_BYTES || room > STRUCTURE_BYTES + LARGEST_PADDING) {
      return false;
    }
    for (int cache : LRU_CACHES) {
      if (structure.getLong(cache) != 0) {
        return false;
      }
    }
    return structure.getLong(TINC_CACHE) == 0;
  }

  long address() {
    return address;
  }

  FlowSlab flows() {
    return flows;
  }

  ProtocolNames names() {
    return names;
  }

  boolean canServeAgain() {
    return beginning.isPresent();
  }

  /** The capture is over. */
  void giveBack() {
    flows.releaseAll();
    if (beginning.isPresent() && IDLE.size() < MOST_IDLE) {
      forget(beginning.get());
      IDLE.push(this);
    } else {
      flows.close();
      NdpiCalls.ndpi_exit_detection_module(address);
    }
  }

  private void forget(byte[] before) {
    for (int cache : LRU_CACHES) {
      long made = structure.getLong(cache);
      if (made != 0) {
        NdpiCalls.ndpi_lru_free_cache(made);
      }
    }
    long tinc = structure.getLong(TINC_CACHE);
    if (tinc != 0) {
      NdpiCalls.cache_free(tinc);
    }
    structure.write(0, before, 0, before.length);
  }
}
