/* The frames of a pcap file: both byte orders, microseconds and nanoseconds. Read in blocks, used where they lie. */
#ifndef LEAN_CAPTURE_H
#define LEAN_CAPTURE_H

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdbool.h>
#include <unistd.h>

#include "bytes.h"
#include "failure.h"

enum {
  FILE_HEADER = 24,
  RECORD_HEADER = 16,
  LARGEST_FRAME = 262144,
  /* Room for the largest frame, and unused bytes so that words may be read over the end. */
  BLOCK = LARGEST_FRAME + 4096,
  PADDING = 64,
  LINK_TYPE = 0x03ffffff
};

static const uint32_t MICROSECONDS = 0xa1b2c3d4, NANOSECONDS = 0xa1b23c4d;

struct capture {
  const char *name;
  int file;
  bool little_endian;
  uint32_t ticks_a_millisecond;
  uint32_t link_type;
  uint64_t offset; /* in the file, of the block's first byte */
  size_t at, end;  /* in the block: of what was not used yet */
  uint8_t *block;
};

struct frame {
  const uint8_t *bytes;
  uint32_t length; /* captured */
  uint64_t milliseconds;
};

static inline uint32_t number(const struct capture *capture, const uint8_t *at) {
  uint32_t big = u32(at);
  return capture->little_endian ? __builtin_bswap32(big) : big;
}

/* Reads until so many bytes are there; false when the file ends before. */
static bool fill(struct capture *capture, size_t wanted) {
  size_t left = capture->end - capture->at;
  memmove(capture->block, capture->block + capture->at, left);
  capture->offset += capture->at;
  capture->at = 0;
  capture->end = left;
  while (capture->end < wanted) {
    ssize_t got = read(capture->file, capture->block + capture->end, BLOCK - capture->end);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(BAD_INPUT, "%s: %s", capture->name, strerror(errno));
    if (got == 0) return false;
    capture->end += (size_t)got;
  }
  return true;
}

static inline bool has(struct capture *capture, size_t wanted) {
  return capture->end - capture->at >= wanted || fill(capture, wanted);
}

static void open_capture(struct capture *capture, const char *name) {
  *capture = (struct capture){.name = name, .block = checked(malloc(BLOCK + PADDING))};
  capture->file = open(name, O_RDONLY);
  if (capture->file < 0) fail(BAD_INPUT, "%s: %s", name, strerror(errno));
  if (!has(capture, FILE_HEADER)) fail(BAD_INPUT, "%s: too short for a pcap file", name);
  uint32_t magic = u32(capture->block);
  capture->little_endian = magic != MICROSECONDS && magic != NANOSECONDS;
  magic = number(capture, capture->block);
  uint32_t version = number(capture, capture->block + 4);
  uint16_t major = capture->little_endian ? version & 0xffff : version >> 16;
  if ((magic != MICROSECONDS && magic != NANOSECONDS) || major != 2)
    fail(BAD_INPUT, "%s: not a pcap file of version 2; convert it with editcap -F nsecpcap", name);
  capture->ticks_a_millisecond = magic == NANOSECONDS ? 1000000 : 1000;
  capture->link_type = number(capture, capture->block + 20) & LINK_TYPE;
  capture->at = FILE_HEADER;
}

__attribute__((noreturn, cold)) static void damaged(const struct capture *capture) {
  fail(BAD_INPUT, "%s: at byte %" PRIu64 ": the packet record is damaged or cut short; copy the file again",
       capture->name, capture->offset + capture->at);
}

/* False when the file has ended where it should. */
static inline bool next_frame(struct capture *capture, struct frame *frame) {
  if (!has(capture, RECORD_HEADER)) {
    if (capture->at == capture->end) return false;
    damaged(capture);
  }
  const uint8_t *header = capture->block + capture->at;
  uint32_t captured = number(capture, header + 8);
  if (captured > LARGEST_FRAME || number(capture, header + 12) > INT32_MAX) damaged(capture);
  if (!has(capture, RECORD_HEADER + captured)) damaged(capture);
  header = capture->block + capture->at;
  frame->milliseconds = number(capture, header) * UINT64_C(1000) +
                        number(capture, header + 4) / capture->ticks_a_millisecond;
  frame->bytes = header + RECORD_HEADER;
  frame->length = captured;
  capture->at += RECORD_HEADER + captured;
  return true;
}

#endif
