#ifndef ONTARGET_BYTE_SCAN_H
#define ONTARGET_BYTE_SCAN_H

#include <stdint.h>
#include <string.h>

// Swift's SIMD types have no way to turn a comparison into a bit mask; this is all that C is for.
typedef uint8_t ontarget_bytes64 __attribute__((ext_vector_type(64)));
typedef _Bool ontarget_mask64 __attribute__((ext_vector_type(64)));

// Bit i of the result is set where bytes[i] == byte, for 64 bytes (which need no alignment).
static inline uint64_t ontarget_equal64(const uint8_t *bytes, uint8_t byte) {
  ontarget_bytes64 block;
  memcpy(&block, bytes, sizeof block);
  ontarget_mask64 mask = __builtin_convertvector(block == byte, ontarget_mask64);
  uint64_t bits;
  memcpy(&bits, &mask, sizeof bits);
  return bits;
}

// Bit i of the result is set where bytes[i] is not ASCII.
static inline uint64_t ontarget_high64(const uint8_t *bytes) {
  ontarget_bytes64 block;
  memcpy(&block, bytes, sizeof block);
  ontarget_mask64 mask = __builtin_convertvector(block >= (uint8_t)0x80, ontarget_mask64);
  uint64_t bits;
  memcpy(&bits, &mask, sizeof bits);
  return bits;
}

#endif
