/* Link layers as ndpiReader 4.2 takes them off. */
#ifndef LEAN_LINK_H
#define LEAN_LINK_H

#include "capture.h"

enum {
  SHORTEST_FRAME = 28,
  LINK_NULL = 0,
  LINK_ETHERNET = 1,
  LINK_RAW_BSD = 12,
  LINK_RAW = 101,
  LINK_SLL = 113,
  LINK_IPV4 = 228,
  LINK_IPV6 = 229,
  TYPE_UNKNOWN = 0,
  TYPE_IPV4 = 0x0800,
  TYPE_IPV6 = 0x86dd,
  TYPE_VLAN = 0x8100,
  TYPE_MPLS = 0x8847,
  TYPE_MPLS_MULTICAST = 0x8848,
  TYPE_PPPOE = 0x8864
};

struct network {
  uint32_t type; /* EtherType, or TYPE_UNKNOWN */
  uint32_t at;   /* offset in the frame */
  uint32_t vlan;
};

/* Type and offset behind an Ethernet header, or behind that of IEEE 802.2; false for spanning tree. */
static inline bool ethernet(const uint8_t *bytes, struct network *network) {
  uint32_t type = u16(bytes + 12);
  network->at = 14;
  if (type > 1500) {
    network->type = type >= 1536 ? type : TYPE_UNKNOWN;
    return true;
  }
  network->type = TYPE_UNKNOWN;
  if (type == 0) return true;
  if (bytes[14] == 0xaa || bytes[15] == 0xaa) {
    network->at += 8;
    return true;
  }
  return bytes[14] != 0x42 && bytes[15] != 0x42;
}

/* Takes VLAN tags, MPLS labels and PPPoE off. */
static inline bool tags(const struct frame *frame, struct network *network) {
  for (;;) {
    switch (network->type) {
      case TYPE_VLAN:
        if (network->at + 4 >= frame->length) return false;
        network->vlan = u16(frame->bytes + network->at) & 0x0fff;
        network->type = u16(frame->bytes + network->at + 2);
        network->at += 4;
        break;
      case TYPE_MPLS:
      case TYPE_MPLS_MULTICAST:
        for (bool bottom = false; !bottom; network->at += 4) {
          if (network->at + 4 > frame->length) return false;
          bottom = u32(frame->bytes + network->at) & 0x100;
        }
        network->type = TYPE_IPV4;
        break;
      case TYPE_PPPOE:
        network->type = TYPE_IPV4;
        network->at += 8;
        break;
      default:
        return true;
    }
  }
}

/* Finds where IP should begin; false when ndpiReader drops the frame. */
static inline bool read_link(uint32_t link_type, const struct frame *frame, struct network *network) {
  network->vlan = 0;
  if (frame->length < SHORTEST_FRAME) return false;
  switch (link_type) {
    case LINK_ETHERNET:
      return ethernet(frame->bytes, network) && tags(frame, network);
    case LINK_SLL:
      network->type = u16(frame->bytes + 14);
      network->at = 16;
      return tags(frame, network);
    case LINK_NULL:
      network->type = u32(frame->bytes) == 2 ? TYPE_IPV4 : TYPE_IPV6;
      network->at = 4;
      return true;
    case LINK_RAW:
    case LINK_RAW_BSD:
    case LINK_IPV4:
    case LINK_IPV6:
      network->type = link_type == LINK_IPV4   ? TYPE_IPV4
                      : link_type == LINK_IPV6 ? TYPE_IPV6
                                               : TYPE_UNKNOWN;
      network->at = 0;
      return true;
    default:
      return false;
  }
}

#endif
