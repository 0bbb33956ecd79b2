/* The flows of a capture by key: open addressing over tags, flows in pages that never move. */
#ifndef LEAN_FLOWS_H
#define LEAN_FLOWS_H

#include "decode.h"

enum { PAGE_BITS = 12, PAGE_FLOWS = 1 << PAGE_BITS, FIRST_INDEX = 1 << 12 };

/* 64 bytes: one line of the cache. */
struct flow {
  uint64_t key[KEY_WORDS];
  uint64_t packets, bytes;
  uint64_t state; /* see dpi.h */
};

struct flows {
  uint64_t *index; /* tag in the upper half, number + 1 in the lower; 0 is free */
  uint32_t mask, count;
  struct flow **pages;
};

static inline bool is_ipv4(const uint64_t *key) { return (key[1] & 15) == 4; }

static inline uint64_t mix(uint64_t value) {
  value = (value ^ value >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
  return (value ^ value >> 27) * UINT64_C(0x94d049bb133111eb);
}

static inline uint64_t hash(const uint64_t *key) {
  uint64_t mixed = mix(mix(key[0]) ^ key[1]);
  if (!is_ipv4(key)) mixed = mix(mix(mix(mixed ^ key[2]) ^ key[3]) ^ key[4]);
  return mixed;
}

static inline bool same(const uint64_t *a, const uint64_t *b) {
  return a[0] == b[0] && a[1] == b[1] &&
         (is_ipv4(a) || (a[2] == b[2] && a[3] == b[3] && a[4] == b[4]));
}

static inline struct flow *flow_at(const struct flows *flows, uint32_t number) {
  return flows->pages[number >> PAGE_BITS] + (number & (PAGE_FLOWS - 1));
}

static void enter(struct flows *flows, uint64_t hashed, uint32_t number) {
  uint32_t i = hashed & flows->mask;
  while (flows->index[i]) i = (i + 1) & flows->mask;
  flows->index[i] = hashed >> 32 << 32 | (number + 1);
}

static void make_index(struct flows *flows, uint32_t entries) {
  free(flows->index);
  flows->index = checked(calloc(entries, sizeof *flows->index));
  flows->mask = entries - 1;
  for (uint32_t i = 0; i < flows->count; i++) enter(flows, hash(flow_at(flows, i)->key), i);
}

static struct flow *add_flow(struct flows *flows, const uint64_t *key, uint64_t hashed) {
  if (flows->count > flows->mask / 3 * 2) make_index(flows, (flows->mask + 1) * 2);
  uint32_t page = flows->count >> PAGE_BITS;
  if ((flows->count & (PAGE_FLOWS - 1)) == 0) {
    flows->pages = checked(realloc(flows->pages, (page + 1) * sizeof *flows->pages));
    flows->pages[page] = checked(aligned_alloc(64, PAGE_FLOWS * sizeof(struct flow)));
  }
  struct flow *flow = flow_at(flows, flows->count);
  *flow = (struct flow){0};
  memcpy(flow->key, key, sizeof flow->key);
  enter(flows, hashed, flows->count++);
  return flow;
}

/* The packet's flow, added when it is new. */
static inline struct flow *flow_of(struct flows *flows, const uint64_t *key) {
  uint64_t hashed = hash(key);
  uint32_t tag = hashed >> 32;
  for (uint32_t i = hashed & flows->mask;; i = (i + 1) & flows->mask) {
    uint64_t entry = flows->index[i];
    if (entry == 0) return add_flow(flows, key, hashed);
    if (entry >> 32 == tag) {
      struct flow *flow = flow_at(flows, (uint32_t)entry - 1);
      if (same(flow->key, key)) return flow;
    }
  }
}

#endif
