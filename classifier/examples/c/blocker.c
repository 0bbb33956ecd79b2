/* Blocks flows to or from port 6881, and answers once a flow: a whole plugin in C.
   Build: cc -O2 -o blocker blocker.c */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCKED_PORT = 6881, TABLE = 1 << 16, LARGEST_FRAME = 262144 };

struct flow {
  uint32_t low, high;
  uint16_t low_port, high_port;
  uint8_t protocol, used;
};

static struct flow *table;
static size_t size = TABLE, used;

static struct flow *find(struct flow *all, size_t slots, const struct flow *key) {
  uint64_t hash = key->low * 0x9E3779B97F4A7C15u ^ key->high * 0xC2B2AE3D27D4EB4Fu ^
                  ((uint64_t)key->low_port << 24 | (uint64_t)key->high_port << 8 | key->protocol) *
                      0x165667B19E3779F9u;
  for (size_t i = (hash ^ hash >> 29) & (slots - 1);; i = (i + 1) & (slots - 1))
    if (!all[i].used || !memcmp(&all[i], key, 13)) return &all[i];
}

static void grow(void) {
  struct flow *larger = calloc(2 * size, sizeof *larger);
  if (!larger) exit(1);
  for (size_t i = 0; i < size; i++)
    if (table[i].used) *find(larger, 2 * size, &table[i]) = table[i];
  free(table);
  table = larger;
  size *= 2;
}

/* 1 when this is the first packet of a flow that has the port. */
static int blocks(const uint8_t *frame, uint32_t length) {
  if (length < 38 || frame[12] != 8 || frame[13] != 0) return 0;
  const uint8_t *ip = frame + 14, *ports = ip + 4 * (ip[0] & 15);
  if ((ip[9] != 6 && ip[9] != 17) || (ip[6] & 31) || ip[7] || ports + 4 > frame + length) return 0;
  uint32_t from, to;
  memcpy(&from, ip + 12, 4);
  memcpy(&to, ip + 16, 4);
  uint16_t source = ports[0] << 8 | ports[1], destination = ports[2] << 8 | ports[3];
  if (source != BLOCKED_PORT && destination != BLOCKED_PORT) return 0;
  int ordered = from < to || (from == to && source <= destination);
  struct flow key;
  memset(&key, 0, sizeof key);
  key.low = ordered ? from : to;
  key.high = ordered ? to : from;
  key.low_port = ordered ? source : destination;
  key.high_port = ordered ? destination : source;
  key.protocol = ip[9];
  struct flow *place = find(table, size, &key);
  if (place->used) return 0;
  *place = key;
  place->used = 1;
  if (++used > size / 2) grow();
  return 1;
}

int main(void) {
  static uint8_t frame[LARGEST_FRAME];
  static char in[1 << 18], out[1 << 16];
  uint32_t header[4];
  const char *timing = getenv("DREYFUS_TIMING");
  int lockstep = timing && !strcmp(timing, "lockstep");
  table = calloc(size, sizeof *table);
  if (!table) return 1;
  setvbuf(stdin, in, lockstep ? _IONBF : _IOFBF, sizeof in);
  setvbuf(stdout, out, _IOFBF, sizeof out);
  if (fread(frame, 1, 24, stdin) < 24) return 1;
  for (unsigned long number = 1; fread(header, 16, 1, stdin) == 1; number++) {
    if (header[2] > LARGEST_FRAME || fread(frame, 1, header[2], stdin) < header[2]) return 1;
    if (blocks(frame, header[2]))
      printf("{\"packet\":%lu,\"verdict\":\"block\",\"protocol\":\"BitTorrent\",\"at\":%lu}\n", number,
             number);
    if (lockstep) {
      printf("{\"seen\":%lu}\n", number);
      fflush(stdout);
    }
  }
  return 0;
}
