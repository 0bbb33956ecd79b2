/* libndpi 4.2, called until it has decided on a flow: as the classifier "ndpi" calls it, and ndpiReader. */
#ifndef LEAN_DPI_H
#define LEAN_DPI_H

#include <ndpi/ndpi_api.h>

#include "flows.h"

enum { TCP_PACKETS = 80, UDP_PACKETS = 24, SLAB_FLOWS = 64, DECIDED = 1 };

/* A flow's state: 0 when it is new, the address of nDPI's structure while it is looked at, and then
   the pair of protocols (master in bits 0-15, application in 16-31) above the bit DECIDED. */

struct dpi {
  struct ndpi_detection_module_struct *module;
  size_t flow_bytes;
  void **free; /* zeroed structures of flows */
  size_t free_count, room;
  uint64_t last_milliseconds;
};

static void open_dpi(struct dpi *dpi) {
  NDPI_PROTOCOL_BITMASK all;
  if (strncmp(ndpi_revision(), "4.2.", 4) != 0)
    fail(MISSING, "libndpi %s is installed, and only 4.2 is known here", ndpi_revision());
  *dpi = (struct dpi){.module = ndpi_init_detection_module(0)};
  if (!dpi->module) fail(FAILED, "nDPI could not make a detection module");
  NDPI_BITMASK_SET_ALL(all);
  ndpi_set_protocol_detection_bitmask2(dpi->module, &all);
  ndpi_finalize_initialization(dpi->module);
  dpi->flow_bytes = (ndpi_detection_get_sizeof_ndpi_flow_struct() + 15) & ~(size_t)15;
}

static struct ndpi_flow_struct *take(struct dpi *dpi) {
  if (dpi->free_count == 0) {
    uint8_t *slab = checked(calloc(SLAB_FLOWS, dpi->flow_bytes));
    dpi->room += SLAB_FLOWS;
    dpi->free = checked(realloc(dpi->free, dpi->room * sizeof *dpi->free));
    for (int i = SLAB_FLOWS - 1; i >= 0; i--)
      dpi->free[dpi->free_count++] = slab + (size_t)i * dpi->flow_bytes;
  }
  return dpi->free[--dpi->free_count];
}

static void decide(struct dpi *dpi, struct flow *flow, ndpi_protocol found) {
  struct ndpi_flow_struct *structure = (struct ndpi_flow_struct *)flow->state;
  ndpi_free_flow_data(structure);
  memset(structure, 0, dpi->flow_bytes);
  dpi->free[dpi->free_count++] = structure;
  uint64_t pair = (uint64_t)found.app_protocol << 16 | found.master_protocol;
  flow->state = pair << 1 | DECIDED;
}

static ndpi_protocol give_up(struct dpi *dpi, struct flow *flow) {
  uint8_t guessed;
  return ndpi_detection_giveup(dpi->module, (struct ndpi_flow_struct *)flow->state, 1, &guessed);
}

/* Shows nDPI the next packet of a flow that is not decided. The packet is counted already. */
static void inspect(struct dpi *dpi, struct flow *flow, const struct packet *packet,
                    uint64_t milliseconds) {
  if (flow->state == 0) flow->state = (uint64_t)take(dpi);
  if (milliseconds > dpi->last_milliseconds) dpi->last_milliseconds = milliseconds;
  struct ndpi_flow_struct *structure = (struct ndpi_flow_struct *)flow->state;
  ndpi_protocol found =
      ndpi_detection_process_packet(dpi->module, structure, packet->network,
                                    (unsigned short)packet->length, dpi->last_milliseconds);
  bool enough = (packet->protocol == TCP && flow->packets > TCP_PACKETS) ||
                (packet->protocol == UDP && flow->packets > UDP_PACKETS);
  if (!enough && !found.app_protocol) return;
  if (!enough && ndpi_extra_dissection_possible(dpi->module, structure)) return;
  decide(dpi, flow, found.app_protocol ? found : give_up(dpi, flow));
}

/* The capture is over. */
static void conclude(struct dpi *dpi, const struct flows *flows) {
  for (uint32_t i = 0; i < flows->count; i++) {
    struct flow *flow = flow_at(flows, i);
    if (!(flow->state & DECIDED)) decide(dpi, flow, give_up(dpi, flow));
  }
}

/* As ndpiReader writes it: TLS, DNS.Google. */
static void protocol_name(const struct dpi *dpi, uint64_t state, char *name, size_t room) {
  uint16_t master = state >> 1 & 0xffff, application = state >> 17 & 0xffff;
  const char *outer = ndpi_get_proto_name(dpi->module, master ? master : application);
  if (master == 0 || application == 0 || master == application)
    snprintf(name, room, "%s", outer);
  else
    snprintf(name, room, "%s.%s", outer, ndpi_get_proto_name(dpi->module, application));
}

#endif
