/* Big-endian numbers in a packet, wherever they stand. */
#ifndef LEAN_BYTES_H
#define LEAN_BYTES_H

#include <stdint.h>
#include <string.h>

static inline uint16_t u16(const uint8_t *at) {
  uint16_t value;
  memcpy(&value, at, sizeof value);
  return __builtin_bswap16(value);
}

static inline uint32_t u32(const uint8_t *at) {
  uint32_t value;
  memcpy(&value, at, sizeof value);
  return __builtin_bswap32(value);
}

static inline uint64_t u64(const uint8_t *at) {
  uint64_t value;
  memcpy(&value, at, sizeof value);
  return __builtin_bswap64(value);
}

#endif
