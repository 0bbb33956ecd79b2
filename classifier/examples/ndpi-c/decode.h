/* From an Ethernet frame to a flow's key: the innermost IP packet, as STREAM.md says what a flow is.
   Ethernet and VLANs; IPv4 and IPv6 in each other and in GRE; later fragments follow their first. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { TCP = 6, UDP = 17, GRE = 47, ICMP = 1, ICMPV6 = 58, SCTP = 132, FIN = 1, SYN = 2, RST = 4, ACK = 16 };
enum { FRAGMENTS = 1024 };

struct key {
  uint8_t low[16], high[16];
  uint16_t low_port, high_port;
  uint8_t protocol, version, one_way, unused;
};

struct packet {
  const uint8_t *ip;
  uint32_t length;
  uint8_t flags;
  struct key key;
};

struct header {
  const uint8_t *at, *transport, *end;
  uint8_t version, protocol, fragmented, later;
  uint32_t id;
  uint8_t fragment_protocol;
};

struct fragment {
  uint8_t addresses[32], protocol, version;
  uint16_t used;
  uint32_t id;
  struct key key;
};

static struct fragment fragments[FRAGMENTS];

static uint16_t be16(const uint8_t *at) { return at[0] << 8 | at[1]; }

static int is_ip(const uint8_t *at, const uint8_t *end) {
  if (at + 20 > end) return 0;
  if (at[0] >> 4 == 6) return at + 40 <= end;
  uint32_t length = 4 * (at[0] & 15), total = be16(at + 2);
  return at[0] >> 4 == 4 && length >= 20 && at + length <= end && (!total || total >= length);
}

static void read_ipv6(struct header *h, const uint8_t *end) {
  uint32_t payload = be16(h->at + 4);
  h->protocol = h->at[6];
  h->end = payload || h->protocol ? h->at + 40 + payload : end;
  if (h->end > end) h->end = end;
  h->transport = h->at + 40;
  for (;;) {
    const uint8_t *t = h->transport;
    int extension = h->protocol == 0 || h->protocol == 43 || h->protocol == 44 || h->protocol == 60 || h->protocol == 135;
    if (h->later || !extension || t + 8 > h->end) break;
    if (h->protocol == 44 && be16(t + 2) & 0xfff9) {
      h->fragmented = 1;
      h->later = (be16(t + 2) & 0xfff8) != 0;
      memcpy(&h->id, t + 4, 4);
      h->fragment_protocol = t[0];
    }
    h->transport += h->protocol == 44 ? 8 : (t[1] + 1) * 8;
    h->protocol = t[0];
  }
  if (h->transport > h->end) h->transport = h->end;
}

static void read_ip(struct header *h, const uint8_t *at, const uint8_t *end) {
  memset(h, 0, sizeof *h);
  h->at = at;
  h->version = at[0] >> 4;
  if (h->version == 6) {
    read_ipv6(h, end);
    return;
  }
  uint32_t total = be16(at + 2);
  h->end = total && at + total < end ? at + total : end;
  h->protocol = h->fragment_protocol = at[9];
  h->transport = at + 4 * (at[0] & 15);
  h->fragmented = (be16(at + 6) & 0x3fff) != 0;
  h->later = (be16(at + 6) & 0x1fff) != 0;
  h->id = be16(at + 4);
}

/* Where the IP packet begins that follows an EtherType; 0 when there is none. */
static const uint8_t *after_type(const uint8_t *type, const uint8_t *end) {
  while (type + 6 <= end && (be16(type) == 0x8100 || be16(type) == 0x88a8 || be16(type) == 0x9100)) type += 4;
  return type + 2 <= end && (be16(type) == 0x0800 || be16(type) == 0x86dd) ? type + 2 : 0;
}

static const uint8_t *inner(const struct header *h) {
  const uint8_t *t = h->transport, *ip = 0;
  if (h->later) return 0;
  if (h->protocol == 4 || h->protocol == 41) {
    ip = t;
  } else if (h->protocol == GRE && t + 4 <= h->end && !(be16(t) & 0x4007)) {
    ip = t + 4 + 4 * __builtin_popcount(be16(t) & 0xb000);
    uint16_t type = be16(t + 2);
    if (ip > h->end) ip = 0;
    else if (type == 0x6558) ip = ip + 14 <= h->end ? after_type(ip + 12, h->end) : 0;
    else if (type != 0x0800 && type != 0x86dd) ip = 0;
  }
  return ip && is_ip(ip, h->end) ? ip : 0;
}

/* Types that answer each other stand for ports; other types have no answers (Community ID, version 1). */
static void icmp_ports(const struct header *h, uint16_t *from, uint16_t *to, uint8_t *one_way) {
  static const uint8_t v4[] = {0, 8, 9, 10, 13, 14, 15, 16, 17, 18};
  static const uint8_t v6[] = {128, 129, 130, 131, 133, 134, 135, 136, 139, 140, 144, 145};
  const uint8_t *pairs = h->protocol == ICMP ? v4 : v6;
  if (h->transport + 2 > h->end) return;
  *from = h->transport[0];
  *to = h->transport[1];
  *one_way = 1;
  for (unsigned i = 0; i < (h->protocol == ICMP ? sizeof v4 : sizeof v6); i++)
    if (pairs[i] == *from) {
      *to = pairs[i ^ 1];
      *one_way = 0;
      return;
    }
}

static void make_key(struct key *key, const struct header *h) {
  uint32_t size = h->version == 4 ? 4 : 16;
  const uint8_t *source = h->at + (h->version == 4 ? 12 : 8), *destination = source + size;
  uint16_t from = 0, to = 0;
  memset(key, 0, sizeof *key);
  if (!h->later && (h->protocol == TCP || h->protocol == UDP || h->protocol == SCTP)) {
    if (h->transport + 4 <= h->end) {
      from = be16(h->transport);
      to = be16(h->transport + 2);
    }
  } else if (!h->later && (h->protocol == ICMP || h->protocol == ICMPV6)) {
    icmp_ports(h, &from, &to, &key->one_way);
  }
  int order = memcmp(source, destination, size);
  int forward = key->one_way || order < 0 || (order == 0 && from <= to);
  memcpy(key->low, forward ? source : destination, size);
  memcpy(key->high, forward ? destination : source, size);
  key->low_port = forward ? from : to;
  key->high_port = forward ? to : from;
  key->protocol = h->protocol;
  key->version = h->version;
}

static struct fragment *fragment_of(const struct header *h, int remember) {
  uint32_t hash = (h->id * 2654435761u ^ h->fragment_protocol * 40503u) >> 16;
  struct fragment *f = &fragments[hash % FRAGMENTS], wanted = {.id = h->id, .used = 1};
  uint32_t size = h->version == 4 ? 8 : 32;
  memcpy(wanted.addresses, h->at + (h->version == 4 ? 12 : 8), size);
  wanted.protocol = h->fragment_protocol;
  wanted.version = h->version;
  if (remember) *f = wanted;
  return memcmp(f, &wanted, offsetof(struct fragment, key)) ? 0 : f;
}

/* 0 when the frame holds no IP packet. */
static int decode(const uint8_t *frame, uint32_t captured, struct packet *packet) {
  const uint8_t *end = frame + captured;
  const uint8_t *at = captured >= 14 ? after_type(frame + 12, end) : 0;
  struct header h, outermost = {0};
  if (!at || !is_ip(at, end)) return 0;
  do {
    read_ip(&h, at, end);
    end = h.end;
    if (h.fragmented && !outermost.at) outermost = h;
  } while ((at = inner(&h)));
  packet->ip = h.at;
  packet->length = h.end - h.at;
  packet->flags = !h.later && h.protocol == TCP && h.transport + 13 < h.end ? h.transport[13] : 0;
  struct fragment *first = h.later ? fragment_of(&outermost, 0) : 0;
  if (first) {
    packet->key = first->key;
  } else {
    make_key(&packet->key, &h);
  }
  if (outermost.at && !h.later) fragment_of(&outermost, 1)->key = packet->key;
  return 1;
}
