/* nDPI 4.2 behind the stream contract: decides as ndpiReader and the bundled classifier do.
   Build: cc -O2 -o classifier classifier.c -l:libndpi.so.4.2 */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include "decode.h"

enum { TCP_PACKETS = 80, UDP_PACKETS = 24, LARGEST_FRAME = 262144, FIRST_SIZE = 1 << 12 };

/* What ndpi_api.h of 4.2 declares. */
struct ndpi_protocol {
  uint16_t master, application;
  uint32_t category;
};
void *ndpi_init_detection_module(int preferences);
int ndpi_set_protocol_detection_bitmask2(void *module, const void *bitmask);
void ndpi_finalize_initialization(void *module);
int ndpi_detection_get_sizeof_ndpi_flow_struct(void);
struct ndpi_protocol ndpi_detection_process_packet(void *module, void *flow, const uint8_t *packet, uint16_t length,
                                                   uint64_t millis);
struct ndpi_protocol ndpi_detection_giveup(void *module, void *flow, uint8_t guess, uint8_t *guessed);
uint8_t ndpi_extra_dissection_possible(void *module, void *flow);
void ndpi_free_flow_data(void *flow);
const char *ndpi_get_proto_name(void *module, uint16_t protocol);

struct flow {
  struct key key;
  uint64_t first_frame, packets;
  void *state; /* 0 once decided */
  int closing;
};

static void *module;
static struct flow *flows;
static size_t used, room, slots;
static size_t *table; /* a flow's number plus one */

static size_t *place(const struct key *key) {
  const uint8_t *bytes = (const uint8_t *)key;
  uint64_t hash = 0xcbf29ce484222325u;
  for (size_t i = 0; i < sizeof *key; i++) hash = (hash ^ bytes[i]) * 0x100000001b3u;
  for (size_t i = (hash ^ hash >> 32) & (slots - 1);; i = (i + 1) & (slots - 1))
    if (!table[i] || !memcmp(&flows[table[i] - 1].key, key, sizeof *key)) return &table[i];
}

static void *zeroed(size_t bytes) {
  void *memory = calloc(1, bytes);
  if (!memory) exit(1);
  return memory;
}

static void grow(void) {
  room = room ? 2 * room : FIRST_SIZE;
  flows = realloc(flows, room * sizeof *flows);
  if (!flows) exit(1);
  free(table);
  slots = 2 * room;
  table = zeroed(slots * sizeof *table);
  for (size_t i = 0; i < used; i++) *place(&flows[i].key) = i + 1;
}

static void begin(struct flow *flow, const struct key *key, uint64_t frame) {
  *flow = (struct flow){.key = *key, .first_frame = frame};
  flow->state = zeroed(ndpi_detection_get_sizeof_ndpi_flow_struct());
}

static void decide(struct flow *flow, struct ndpi_protocol p) {
  int both = p.master && p.master != p.application && p.application;
  printf("{\"packet\":%lu,\"verdict\":\"identified\",\"protocol\":\"", flow->first_frame);
  if (both) printf("%s.", ndpi_get_proto_name(module, p.master));
  printf("%s\"}\n", ndpi_get_proto_name(module, p.application || !p.master ? p.application : p.master));
  ndpi_free_flow_data(flow->state);
  free(flow->state);
  flow->state = 0;
}

static struct ndpi_protocol give_up(struct flow *flow) {
  uint8_t guessed;
  return ndpi_detection_giveup(module, flow->state, 1, &guessed);
}

static void inspect(struct flow *flow, const struct packet *packet, uint64_t millis) {
  flow->packets++;
  flow->closing |= packet->key.protocol == TCP && packet->flags & (FIN | RST);
  if (!flow->state) return;
  struct ndpi_protocol found =
      ndpi_detection_process_packet(module, flow->state, packet->ip, (uint16_t)packet->length, millis);
  int enough = (packet->key.protocol == TCP && flow->packets > TCP_PACKETS) ||
               (packet->key.protocol == UDP && flow->packets > UDP_PACKETS);
  if (!enough && (!found.application || ndpi_extra_dissection_possible(module, flow->state))) return;
  decide(flow, found.application ? found : give_up(flow));
}

static void take(const struct packet *packet, uint64_t frame, uint64_t millis) {
  if (used == room) grow();
  size_t *number = place(&packet->key);
  if (!*number) {
    begin(&flows[used], &packet->key, frame);
    *number = ++used;
  }
  struct flow *flow = &flows[*number - 1];
  int opens = packet->key.protocol == TCP && (packet->flags & (SYN | ACK)) == SYN;
  if (opens && flow->closing) {
    if (flow->state) decide(flow, give_up(flow));
    begin(flow, &packet->key, frame);
  }
  inspect(flow, packet, millis);
}

static void start(void) {
  static uint8_t all[4096];
  memset(all, 0xff, sizeof all);
  module = ndpi_init_detection_module(0);
  if (!module) exit(1);
  ndpi_set_protocol_detection_bitmask2(module, all);
  ndpi_finalize_initialization(module);
}

int main(void) {
  static uint8_t frame[LARGEST_FRAME];
  static char in[1 << 18], out[1 << 16];
  const char *timing = getenv("DREYFUS_TIMING");
  int lockstep = timing && !strcmp(timing, "lockstep");
  uint32_t header[4];
  uint64_t millis = 0;
  start();
  setvbuf(stdin, in, lockstep ? _IONBF : _IOFBF, sizeof in);
  setvbuf(stdout, out, _IOFBF, sizeof out);
  if (fread(frame, 1, 24, stdin) < 24) return 1;
  for (uint64_t number = 1; fread(header, 16, 1, stdin) == 1; number++) {
    struct packet packet;
    if (header[2] > LARGEST_FRAME || fread(frame, 1, header[2], stdin) < header[2]) return 1;
    uint64_t now = header[0] * 1000ull + header[1] / 1000000;
    millis = now > millis ? now : millis;
    if (decode(frame, header[2], &packet)) take(&packet, number, millis);
    if (lockstep) {
      printf("{\"seen\":%lu}\n", number);
      fflush(stdout);
    }
  }
  for (size_t i = 0; i < used; i++)
    if (flows[i].state) decide(&flows[i], give_up(&flows[i]));
  return 0;
}
