package org.dreyfus.classifier.ndpi;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/**
 * The functions of libndpi 4.2, as its {@code ndpi_api.h} declares them, with pointers as {@code
 * long}. {@code ndpi_protocol} is a structure of 8 bytes there, which the System V ABI returns in
 * one register: read here as a {@code long} with the master protocol in bits 0-15 and the
 * application protocol in bits 16-31.
 */
final class NdpiCalls {

  private NdpiCalls() {}

  static void bind(NativeLibrary library) {
    Native.register(NdpiCalls.class, library);
  }

  static native long ndpi_init_detection_module(int preferences);

  static native void ndpi_exit_detection_module(long module);

  static native int ndpi_set_protocol_detection_bitmask2(long module, long bitmask);

  static native void ndpi_finalize_initialization(long module);

  static native int ndpi_detection_get_sizeof_ndpi_flow_struct();

  static native long ndpi_detection_process_packet(
      long module, long flow, long packet, short length, long timeMillis);

  static native long ndpi_detection_giveup(
      long module, long flow, byte guess, long protocolWasGuessed);

  static native byte ndpi_extra_dissection_possible(long module, long flow);

  static native void ndpi_free_flow_data(long flow);

  static native void ndpi_lru_free_cache(long cache);

  /** Of {@code lib_cache.h}: returns an error number, 0 when done. */
  static native int cache_free(long cache);

  static native long ndpi_get_proto_name(long module, short protocol);
}
