/* A plugin: blocks every TCP and UDP flow to or from one port, and allows all others.
 *
 * Build:  gcc -O2 -static -o blockport blockport.c
 * Run:    blockport 6881 < capture.pcap
 *
 * Reads one capture (pcap 2.4, little-endian, nanoseconds, Ethernet) from standard input, writes one
 * JSON line for each flow to standard output. */
#include <arpa/inet.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ETHERNET = 14, IPV4 = 0x0800, IPV6 = 0x86dd, TCP = 6, UDP = 17, FIN = 1, SYN = 2, RST = 4, ACK = 16 };

struct flow {
  uint8_t low[16], high[16]; /* addresses, with their ports in order */
  uint16_t low_port, high_port;
  uint8_t protocol, used, ended;
};

static struct flow *flows;
static size_t slots = 1 << 12, taken;

static unsigned char buffer[1 << 20];
static size_t begin, end;

static void fail(const char *what) {
  fprintf(stderr, "blockport: %s\n", what);
  exit(1);
}

/* The next bytes of the input, or NULL at its end. What was answered goes out before it waits. */
static unsigned char *take(size_t length) {
  while (end - begin < length) {
    if (length > sizeof buffer) fail("a record is too long");
    memmove(buffer, buffer + begin, end - begin);
    end -= begin;
    begin = 0;
    fflush(stdout);
    ssize_t got = read(0, buffer + end, sizeof buffer - end);
    if (got < 0) fail("cannot read standard input");
    if (got == 0) return NULL;
    end += (size_t)got;
  }
  begin += length;
  return buffer + begin - length;
}

static uint32_t little(const unsigned char *p) {
  return p[0] | p[1] << 8 | p[2] << 16 | (uint32_t)p[3] << 24;
}

static unsigned big(const unsigned char *p) { return p[0] << 8 | p[1]; }

static size_t slot_of(const struct flow *key) {
  uint64_t hash = 1469598103934665603u; /* FNV-1a */
  const uint8_t *bytes = (const uint8_t *)key;
  for (size_t i = 0; i < offsetof(struct flow, used); i++) hash = (hash ^ bytes[i]) * 1099511628211u;
  size_t slot = (hash ^ hash >> 32) & (slots - 1);
  while (flows[slot].used && memcmp(&flows[slot], key, offsetof(struct flow, used)))
    slot = (slot + 1) & (slots - 1);
  return slot;
}

static void grow(void) {
  struct flow *old = flows;
  size_t count = slots;
  slots *= 2;
  if (!(flows = calloc(slots, sizeof *flows))) fail("out of memory");
  for (size_t i = 0; i < count; i++)
    if (old[i].used) flows[slot_of(&old[i])] = old[i];
  free(old);
}

static void look(const unsigned char *frame, size_t length, unsigned long number, unsigned port) {
  struct flow key = {0};
  size_t ip = ETHERNET, transport, width;
  const unsigned char *addresses;
  if (length < ETHERNET + 20) return;
  if (big(frame + 12) == IPV4) {
    if (big(frame + ip + 6) & 0x1fff) return; /* a later fragment belongs to its first */
    transport = ip + (frame[ip] & 15) * 4, key.protocol = frame[ip + 9];
    addresses = frame + ip + 12, width = 4;
  } else if (big(frame + 12) == IPV6 && length >= ETHERNET + 40) {
    transport = ip + 40, key.protocol = frame[ip + 6], addresses = frame + ip + 8, width = 16;
  } else {
    return;
  }
  if ((key.protocol != TCP && key.protocol != UDP) || length < transport + 4) return;
  unsigned from = big(frame + transport), to = big(frame + transport + 2);
  int order = memcmp(addresses, addresses + width, width);
  int turned = order ? order > 0 : from > to;
  memcpy(key.low, addresses + (turned ? width : 0), width);
  memcpy(key.high, addresses + (turned ? 0 : width), width);
  key.low_port = (uint16_t)(turned ? to : from), key.high_port = (uint16_t)(turned ? from : to);

  unsigned flags = key.protocol == TCP && length > transport + 13 ? frame[transport + 13] : 0;
  struct flow *flow = &flows[slot_of(&key)];
  int again = flow->ended && (flags & SYN) && !(flags & ACK);
  if (!flow->used || again) {
    printf("{\"packet\": %lu, \"verdict\": \"%s\"}\n", number, from == port || to == port ? "block" : "allow");
    taken += !flow->used;
    *flow = key, flow->used = 1;
  }
  if (flags & (FIN | RST)) flow->ended = 1;
  if (taken * 2 > slots) grow();
}

int main(int argc, char **argv) {
  unsigned port = argc > 1 ? (unsigned)atoi(argv[1]) : 6881;
  const unsigned char *header = take(24);
  if (!header || little(header) != 0xa1b23c4d || little(header + 20) != 1)
    fail("standard input is no capture in nanoseconds with Ethernet frames");
  if (!(flows = calloc(slots, sizeof *flows))) fail("out of memory");
  unsigned long number = 0;
  for (const unsigned char *record; (record = take(16));) {
    uint32_t length = little(record + 8);
    const unsigned char *frame = take(length);
    if (!frame) fail("the capture ends within a frame");
    look(frame, length, ++number, port);
  }
  return 0;
}
