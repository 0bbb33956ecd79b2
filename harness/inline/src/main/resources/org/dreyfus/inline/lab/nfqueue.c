/*
 * A blocker outside the kernel: takes packets from netfilter queue 0, looks at the payload of the
 * first packets of each flow, and from the first match on drops the flow in both directions.
 *
 * Prints "ready" when it takes packets. On a line "reset" on standard input it forgets all flows and
 * prints "reset"; at the end of standard input it ends.
 *
 * gcc -O2 -o nfqueue nfqueue.c -lnetfilter_queue
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <libnetfilter_queue/libnetfilter_queue.h>
#include <linux/netfilter.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
  QUEUE = 0,
  QUEUE_PACKETS = 65536,
  SOCKET_BYTES = 32 << 20,
  LOOKED_AT = 12, /* packets with payload, of a flow */
  BUCKETS = 1 << 18,
  WAYS = 4, /* flows in a bucket; one more drives out the one that was seen longest ago */
  TCP = 6,
  UDP = 17,
  SYN_ACK_FLAGS = 0x12,
  SYN = 0x02
};

struct key {
  uint8_t low[16], high[16];
  uint16_t low_port, high_port;
  uint32_t protocol;
};

struct flow {
  struct key key;
  uint32_t seen; /* packet number; 0 for none */
  uint16_t looked_at;
  uint16_t blocked;
};

struct packet {
  struct key key;
  int starts; /* a TCP connection */
  const uint8_t *payload;
  size_t length;
};

struct signature {
  int protocol;
  int at_start;
  size_t length;
  const char *bytes;
};

#define SIGNATURE(protocol, at_start, bytes) {protocol, at_start, sizeof(bytes) - 1, bytes}

static const struct signature SIGNATURES[] = {
    SIGNATURE(TCP, 0, "\x13" "BitTorrent protocol"),               /* BEP 3 */
    SIGNATURE(UDP, 0, "\x13" "BitTorrent protocol"),               /* in uTP, BEP 29 */
    SIGNATURE(TCP, 0, "info_hash="),                               /* HTTP tracker, BEP 3 */
    SIGNATURE(UDP, 1, "\x00\x00\x04\x17\x27\x10\x19\x80\0\0\0\0"), /* UDP tracker, BEP 15 */
    SIGNATURE(UDP, 1, "d1:ad2:id20:"),                             /* DHT, BEP 5 */
    SIGNATURE(UDP, 1, "d1:rd2:id20:"),
    SIGNATURE(TCP, 1, "GNUTELLA CONNECT/"), /* Gnutella 0.6 */
    SIGNATURE(TCP, 1, "GET /uri-res/N2R?"), /* HUGE */
    SIGNATURE(TCP, 1, "GET /.hash="),       /* FastTrack */
    SIGNATURE(TCP, 1, "$Lock "),            /* Direct Connect, NMDC */
    SIGNATURE(TCP, 1, "$MyNick "),
    SIGNATURE(TCP, 1, "HSUP AD"), /* Direct Connect, ADC */
    SIGNATURE(TCP, 1, "CSUP AD"),
};

static struct flow flows[BUCKETS][WAYS];
static uint32_t now;

static int is_p2p(const struct packet *p) {
  for (size_t i = 0; i < sizeof SIGNATURES / sizeof *SIGNATURES; i++) {
    const struct signature *s = &SIGNATURES[i];
    if (s->protocol != (int)p->key.protocol || s->length > p->length) continue;
    if (s->at_start ? !memcmp(p->payload, s->bytes, s->length)
                    : memmem(p->payload, p->length, s->bytes, s->length) != NULL)
      return 1;
  }
  /* eD2k: 0xe3, a length below 65536 (little endian), then login, hello or its answer. */
  const uint8_t *b = p->payload;
  return p->key.protocol == TCP && p->length > 5 && b[0] == 0xe3 && !b[3] && !b[4] &&
         (b[5] == 0x01 || b[5] == 0x4c);
}

static uint32_t hash(const struct key *key) {
  const uint8_t *bytes = (const uint8_t *)key;
  uint32_t h = 2166136261u; /* FNV-1a */
  for (size_t i = 0; i < sizeof *key; i++) h = (h ^ bytes[i]) * 16777619u;
  return h ^ h >> 15;
}

/* The flow, which may be new. */
static struct flow *find(const struct key *key) {
  struct flow *bucket = flows[hash(key) % BUCKETS], *oldest = bucket;
  now++;
  for (int i = 0; i < WAYS; i++) {
    if (bucket[i].seen && !memcmp(&bucket[i].key, key, sizeof *key)) {
      bucket[i].seen = now;
      return &bucket[i];
    }
    if (bucket[i].seen < oldest->seen) oldest = &bucket[i];
  }
  memset(oldest, 0, sizeof *oldest);
  oldest->key = *key;
  oldest->seen = now;
  return oldest;
}

/* The key is the same in both directions. */
static void make_key(struct key *key, const uint8_t *source, const uint8_t *target, size_t bytes,
                     const uint8_t *ports, int protocol) {
  uint16_t from = (uint16_t)(ports[0] << 8 | ports[1]), to = (uint16_t)(ports[2] << 8 | ports[3]);
  int order = memcmp(source, target, bytes);
  int forward = order < 0 || (order == 0 && from < to);
  memset(key, 0, sizeof *key);
  memcpy(key->low, forward ? source : target, bytes);
  memcpy(key->high, forward ? target : source, bytes);
  key->low_port = forward ? from : to;
  key->high_port = forward ? to : from;
  key->protocol = (uint32_t)protocol;
}

/* Where the transport header begins; 0 when there is none to look at: a later fragment, say. */
static size_t transport(const uint8_t *ip, size_t length, int *protocol) {
  if (length >= 20 && ip[0] >> 4 == 4) {
    *protocol = ip[9];
    return (ip[6] & 0x1f) || ip[7] ? 0 : (size_t)(ip[0] & 15) * 4;
  }
  if (length < 40 || ip[0] >> 4 != 6) return 0;
  size_t at = 40;
  *protocol = ip[6];
  while (*protocol == 0 || *protocol == 43 || *protocol == 60 || *protocol == 44) {
    if (at + 8 > length || (*protocol == 44 && (ip[at + 2] || ip[at + 3] & 0xf8))) return 0;
    size_t header = *protocol == 44 ? 8 : (size_t)ip[at + 1] * 8 + 8;
    *protocol = ip[at];
    at += header;
  }
  return at;
}

static int parse(const uint8_t *ip, size_t length, struct packet *p) {
  int protocol = 0;
  size_t at = transport(ip, length, &protocol);
  size_t header = protocol == TCP ? 20 : 8;
  if (!at || (protocol != TCP && protocol != UDP) || at + header > length) return 0;
  if (ip[0] >> 4 == 4)
    make_key(&p->key, ip + 12, ip + 16, 4, ip + at, protocol);
  else
    make_key(&p->key, ip + 8, ip + 24, 16, ip + at, protocol);
  if (protocol == TCP) header = (size_t)(ip[at + 12] >> 4) * 4;
  p->starts = protocol == TCP && (ip[at + 13] & SYN_ACK_FLAGS) == SYN;
  if (at + header > length) header = length - at;
  p->payload = ip + at + header;
  p->length = length - at - header;
  return 1;
}

static int blocked(const uint8_t *ip, size_t length) {
  struct packet p;
  if (!parse(ip, length, &p)) return 0;
  struct flow *flow = find(&p.key);
  if (p.starts) flow->blocked = flow->looked_at = 0;
  if (!flow->blocked && p.length > 0 && flow->looked_at < LOOKED_AT) {
    flow->looked_at++;
    flow->blocked = (uint16_t)is_p2p(&p);
  }
  return flow->blocked;
}

static int decide(struct nfq_q_handle *queue, struct nfgenmsg *message, struct nfq_data *data,
                  void *unused) {
  (void)message;
  (void)unused;
  struct nfqnl_msg_packet_hdr *header = nfq_get_msg_packet_hdr(data);
  unsigned char *ip;
  int length = nfq_get_payload(data, &ip);
  uint32_t verdict = length > 0 && blocked(ip, (size_t)length) ? NF_DROP : NF_ACCEPT;
  return nfq_set_verdict(queue, header ? ntohl(header->packet_id) : 0, verdict, 0, NULL);
}

static void fail(const char *what) {
  fprintf(stderr, "%s: %s\n", what, strerror(errno));
  exit(1);
}

static void take_order(void) {
  static char line[64];
  static size_t length;
  char c;
  if (read(STDIN_FILENO, &c, 1) <= 0) exit(0);
  if (c != '\n') {
    if (length < sizeof line - 1) line[length++] = c;
    return;
  }
  line[length] = 0;
  length = 0;
  if (!strcmp(line, "reset")) {
    memset(flows, 0, sizeof flows);
    puts("reset");
    fflush(stdout);
  }
}

int main(void) {
  struct nfq_handle *netfilter = nfq_open();
  if (!netfilter) fail("netfilter's queues cannot be opened");
  struct nfq_q_handle *queue = nfq_create_queue(netfilter, QUEUE, decide, NULL);
  if (!queue) fail("netfilter's queue 0 cannot be had");
  if (nfq_set_mode(queue, NFQNL_COPY_PACKET, 0xffff) < 0) fail("packets cannot be had whole");
  if (nfq_set_queue_maxlen(queue, QUEUE_PACKETS) < 0) fail("the queue cannot be made longer");
  int bytes = SOCKET_BYTES;
  if (setsockopt(nfq_fd(netfilter), SOL_SOCKET, SO_RCVBUFFORCE, &bytes, sizeof bytes) < 0)
    fail("the socket's buffer cannot be made larger");
  puts("ready");
  fflush(stdout);
  static char buffer[70000] __attribute__((aligned));
  struct pollfd inputs[] = {{nfq_fd(netfilter), POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}};
  for (;;) {
    if (poll(inputs, 2, -1) < 0 && errno != EINTR) fail("poll");
    if (inputs[1].revents) take_order();
    if (!inputs[0].revents) continue;
    ssize_t length = recv(inputs[0].fd, buffer, sizeof buffer, MSG_DONTWAIT);
    if (length >= 0)
      nfq_handle_packet(netfilter, buffer, (int)length);
    else if (errno != ENOBUFS && errno != EAGAIN && errno != EINTR)
      fail("packets cannot be had");
  }
}
