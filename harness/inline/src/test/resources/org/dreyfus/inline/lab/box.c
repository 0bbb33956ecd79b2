/*
 * A vendor's box for tests: forwards frames between two interfaces, once they are there, and drops
 * TCP and UDP flows from "BitTorrent protocol" on. Usage: box CLIENT SERVER
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { TCP = 6, UDP = 17, MOST_BLOCKED = 4096 };

static uint64_t blocked[MOST_BLOCKED];
static int count;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static int plug(const char *name) {
  unsigned index;
  while (!(index = if_nametoindex(name))) usleep(10000);
  int fd = socket(AF_PACKET, SOCK_RAW, htons(ETH_P_ALL));
  if (fd < 0) fail("socket");
  struct sockaddr_ll address = {
      .sll_family = AF_PACKET, .sll_protocol = htons(ETH_P_ALL), .sll_ifindex = (int)index};
  while (bind(fd, (struct sockaddr *)&address, sizeof address) < 0) usleep(10000);
  struct packet_mreq all = {.mr_ifindex = (int)index, .mr_type = PACKET_MR_PROMISC};
  if (setsockopt(fd, SOL_PACKET, PACKET_ADD_MEMBERSHIP, &all, sizeof all) < 0) fail("promiscuous");
  int one = 1;
  if (setsockopt(fd, SOL_PACKET, PACKET_IGNORE_OUTGOING, &one, sizeof one) < 0) fail("outgoing");
  return fd;
}

static uint64_t hash(const uint8_t *address, size_t length, const uint8_t *port) {
  uint64_t h = 1469598103934665603u;
  for (size_t i = 0; i < length; i++) h = (h ^ address[i]) * 1099511628211u;
  return ((h ^ port[0]) * 1099511628211u ^ port[1]) * 1099511628211u;
}

static int drops(const uint8_t *frame, size_t length) {
  int v4 = length >= 54 && frame[12] == 0x08 && frame[13] == 0x00;
  int v6 = length >= 62 && frame[12] == 0x86 && frame[13] == 0xdd;
  if (!v4 && !v6) return 0;
  const uint8_t *ip = frame + 14, *ports = ip + (v4 ? (ip[0] & 15) * 4 : 40);
  int protocol = v4 ? ip[9] : ip[6];
  if (protocol != TCP && protocol != UDP) return 0;
  size_t bytes = v4 ? 4 : 16;
  const uint8_t *source = ip + (v4 ? 12 : 8);
  uint64_t flow = hash(source, bytes, ports) + hash(source + bytes, bytes, ports + 2);
  for (int i = 0; i < count; i++)
    if (blocked[i] == flow) return 1;
  if (!memmem(frame, length, "BitTorrent protocol", 19) || count == MOST_BLOCKED) return 0;
  blocked[count++] = flow;
  return 1;
}

int main(int arguments, char **argument) {
  if (arguments != 3) {
    puts("usage: box CLIENT SERVER");
    return 3;
  }
  int side[2] = {plug(argument[1]), plug(argument[2])};
  struct pollfd inputs[2] = {{side[0], POLLIN, 0}, {side[1], POLLIN, 0}};
  static uint8_t frame[70000];
  puts("box ready");
  fflush(stdout);
  for (;;) {
    if (poll(inputs, 2, -1) < 0) fail("poll");
    for (int i = 0; i < 2; i++) {
      ssize_t length = recv(side[i], frame, sizeof frame, MSG_DONTWAIT);
      if (length > 0 && !drops(frame, (size_t)length) &&
          send(side[1 - i], frame, (size_t)length, 0) < 0)
        perror("send");
    }
  }
}
