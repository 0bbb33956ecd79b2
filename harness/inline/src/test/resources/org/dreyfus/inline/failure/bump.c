/* A device in user space: bump [slow] CLIENT SERVER. Carries frames between two interfaces,
 * except those of TCP connections in which a BitTorrent handshake (BEP 3) was seen. Prints "ready".
 * Slow, it works some hundred microseconds on each frame. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static const char handshake[] = "\023BitTorrent protocol";
static unsigned char blocked[1 << 16];

static int attach(const char *name) {
  int fd = socket(AF_PACKET, SOCK_RAW, htons(ETH_P_ALL));
  struct sockaddr_ll where = {.sll_family = AF_PACKET, .sll_protocol = htons(ETH_P_ALL)};
  where.sll_ifindex = (int)if_nametoindex(name);
  struct packet_mreq all = {.mr_ifindex = where.sll_ifindex, .mr_type = PACKET_MR_PROMISC};
  int one = 1;
  if (fd < 0 || where.sll_ifindex == 0 || bind(fd, (void *)&where, sizeof where) < 0 ||
      setsockopt(fd, SOL_PACKET, PACKET_ADD_MEMBERSHIP, &all, sizeof all) < 0 ||
      setsockopt(fd, SOL_PACKET, PACKET_IGNORE_OUTGOING, &one, sizeof one) < 0) {
    perror(name);
    exit(2);
  }
  return fd;
}

/* The same number for both directions of a connection. */
static unsigned slot(const unsigned char *frame) {
  unsigned source, destination;
  unsigned short ports[2];
  memcpy(&source, frame + 26, 4);
  memcpy(&destination, frame + 30, 4);
  memcpy(ports, frame + 34, 4);
  unsigned mixed = (source ^ destination) * 2654435761u ^ (unsigned)(ports[0] ^ ports[1]) * 40503u;
  return (mixed ^ mixed >> 16) & 0xffff;
}

static int passes(const unsigned char *frame, ssize_t length) {
  if (length < 54 || frame[12] != 8 || frame[13] != 0 || frame[23] != 6) return 1;
  unsigned char *mark = &blocked[slot(frame)];
  if (frame[47] & 2) *mark = 0;
  if (memmem(frame + 54, (size_t)length - 54, handshake, sizeof handshake - 1)) *mark = 1;
  return !*mark;
}

int main(int count, char **words) {
  int slow = count == 4 && strcmp(words[1], "slow") == 0;
  if (count != 3 && !slow) return 1;
  struct pollfd ends[2] = {{attach(words[count - 2]), POLLIN, 0}, {attach(words[count - 1]), POLLIN, 0}};
  static unsigned char frame[70000];
  puts("ready");
  fflush(stdout);
  for (;;) {
    poll(ends, 2, -1);
    for (int end = 0; end < 2; end++) {
      for (int burst = 0; burst < 64; burst++) {
        ssize_t length = recv(ends[end].fd, frame, sizeof frame, MSG_DONTWAIT);
        if (length <= 0) break;
        for (volatile int turn = 0; slow && turn < 200000; turn++) {}
        if (passes(frame, length)) send(ends[1 - end].fd, frame, (size_t)length, 0);
      }
    }
  }
}
