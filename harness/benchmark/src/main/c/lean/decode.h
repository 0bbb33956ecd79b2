/* The innermost IP packet of a frame and its flow's key, by the rules of ndpiReader 4.2. */
#ifndef LEAN_DECODE_H
#define LEAN_DECODE_H

#include "link.h"

enum {
  IPV4_HEADER = 20,
  IPV6_HEADER = 40,
  TCP_HEADER = 20,
  UDP_HEADER = 8,
  HOP_BY_HOP = 0,
  IPV4 = 4,
  TCP = 6,
  UDP = 17,
  IPV6 = 41,
  ROUTING = 43,
  FRAGMENT = 44,
  NO_NEXT_HEADER = 59,
  DESTINATION_OPTIONS = 60,
  MOBILITY = 135,
  KEY_WORDS = 5,
  KEY_WORDS_IPV4 = 2
};

struct packet {
  uint64_t key[KEY_WORDS]; /* the same for both directions; IPv4 fills two words */
  const uint8_t *network;
  uint32_t length; /* from there to the end of the IP packet */
  uint8_t protocol;
};

struct ip_place {
  uint32_t at, transport, end; /* offsets in the frame */
  uint8_t protocol;
};

enum step { DROP, INNER, FOUND };

static inline bool is_extension(uint8_t protocol) {
  return protocol == HOP_BY_HOP || protocol == ROUTING || protocol == FRAGMENT ||
         protocol == DESTINATION_OPTIONS || protocol == MOBILITY || protocol == NO_NEXT_HEADER;
}

static inline enum step ipv4(const uint8_t *bytes, uint32_t end, bool later_fragment, struct ip_place *ip) {
  const uint8_t *header = bytes + ip->at;
  uint32_t length = (header[0] & 15) * 4, total = u16(header + 2);
  ip->protocol = header[9];
  if ((ip->protocol == IPV4 || ip->protocol == IPV6) && length > 0) {
    ip->at += length;
    return INNER;
  }
  if (later_fragment || length > total || total > end - ip->at) return DROP;
  ip->transport = ip->at + length;
  ip->end = ip->at + total;
  return FOUND;
}

/* nDPI takes 5 of the 8 bytes of a fragment header off the bytes it has left. */
static inline enum step ipv6(const uint8_t *bytes, uint32_t end, struct ip_place *ip) {
  if (ip->at + IPV6_HEADER > end) return DROP;
  uint32_t transport_length = u16(bytes + ip->at + 4);
  ip->protocol = bytes[ip->at + 6];
  ip->transport = ip->at + IPV6_HEADER;
  uint32_t left = end - ip->transport;
  if (left < transport_length) return DROP;
  while (left > 1 && is_extension(ip->protocol)) {
    bool fragment = ip->protocol == FRAGMENT;
    if (ip->protocol == NO_NEXT_HEADER || transport_length < (fragment ? 8u : 2u)) return DROP;
    const uint8_t *header = bytes + ip->transport;
    uint32_t length = fragment ? 8 : (header[1] + 1u) * 8, charged = fragment ? 5 : length;
    if (fragment && u16(header + 2) >> 3) return DROP;
    if (transport_length < length || left < charged) return DROP;
    ip->protocol = header[0];
    left -= charged;
    transport_length -= length;
    ip->transport += length;
  }
  if (ip->protocol == IPV4 || ip->protocol == IPV6) {
    ip->at = ip->transport;
    return INNER;
  }
  ip->end = ip->transport + transport_length;
  return FOUND;
}

static inline bool innermost(const struct frame *frame, const struct network *network, struct ip_place *ip) {
  bool later_fragment = false;
  ip->at = network->at;
  while (ip->at + IPV4_HEADER <= frame->length) {
    if (network->type == TYPE_IPV4) later_fragment = u16(frame->bytes + ip->at + 6) & 0x1fff;
    uint8_t version = frame->bytes[ip->at] >> 4;
    enum step step = version == 4   ? ipv4(frame->bytes, frame->length, later_fragment, ip)
                     : version == 6 ? ipv6(frame->bytes, frame->length, ip)
                                    : DROP;
    if (step != INNER) return step == FOUND;
  }
  return false;
}

static inline void key_ipv4(const uint8_t *header, uint32_t ports, uint64_t meta, uint64_t *key) {
  uint64_t source = (uint64_t)u32(header + 12) << 16 | ports >> 16;
  uint64_t destination = (uint64_t)u32(header + 16) << 16 | (ports & 0xffff);
  uint64_t low = source <= destination ? source : destination;
  uint64_t high = source <= destination ? destination : source;
  key[0] = low << 16 | high >> 32;
  key[1] = high << 32 | meta;
  key[2] = key[3] = key[4] = 0;
}

static inline void key_ipv6(const uint8_t *header, uint32_t ports, uint64_t meta, uint64_t *key) {
  int order = memcmp(header + 8, header + 24, 16);
  bool forward = order < 0 || (order == 0 && ports >> 16 <= (ports & 0xffff));
  const uint8_t *low = header + (forward ? 8 : 24), *high = header + (forward ? 24 : 8);
  key[0] = u64(low);
  key[1] = (uint64_t)(forward ? ports : ports << 16 | ports >> 16) << 32 | meta;
  key[2] = u64(low + 8);
  key[3] = u64(high);
  key[4] = u64(high + 8);
}

/* False when ndpiReader drops the frame. */
static inline bool decode(uint32_t link_type, const struct frame *frame, struct packet *packet) {
  struct network network;
  struct ip_place ip;
  if (!read_link(link_type, frame, &network) || !innermost(frame, &network, &ip)) return false;
  packet->network = frame->bytes + ip.at;
  packet->length = ip.end - ip.at;
  packet->protocol = ip.protocol;
  uint32_t transport = ip.end - ip.transport;
  bool has_ports = (ip.protocol == TCP && transport >= TCP_HEADER) ||
                   (ip.protocol == UDP && transport >= UDP_HEADER);
  uint32_t ports = has_ports ? u32(frame->bytes + ip.transport) : 0;
  uint32_t version = packet->network[0] >> 4;
  uint64_t meta = (uint64_t)ip.protocol << 24 | network.vlan << 8 | version;
  if (version == 4)
    key_ipv4(packet->network, ports, meta, packet->key);
  else
    key_ipv6(packet->network, ports, meta, packet->key);
  return true;
}

#endif
