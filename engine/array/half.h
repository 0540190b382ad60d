/* IEEE 754 binary16, as stored in ND_FLOAT16 arrays: conversions by bit patterns, rounding to nearest, ties to even.
 * Private to this room. */
#ifndef NNSH_ENGINE_ARRAY_HALF_H
#define NNSH_ENGINE_ARRAY_HALF_H

#include <stdint.h>
#include <string.h>

/* Every half is exactly a float; nan stays nan with its payload. */
static inline float nd_half_to_float(uint16_t half) {
  uint32_t sign = (uint32_t)(half & 0x8000u) << 16;
  uint32_t exponent = (half >> 10) & 0x1Fu, fraction = half & 0x3FFu, bits;
  if (exponent == 0x1F) {
    bits = sign | 0x7F800000u | fraction << 13;
  } else if (exponent != 0) {
    bits = sign | (exponent + 112) << 23 | fraction << 13;
  } else {
    /* Subnormal: fraction * 2^-24, which a float holds exactly. */
    float value = (float)fraction * 5.9604644775390625e-8f;
    memcpy(&bits, &value, sizeof bits);
    bits |= sign;
  }
  float result;
  memcpy(&result, &bits, sizeof result);
  return result;
}

/* Rounds a double to the nearest half at once: going through float would round twice. */
static inline uint16_t nd_double_to_half(double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  uint16_t sign = (uint16_t)((bits >> 48) & 0x8000u);
  uint64_t magnitude = bits & 0x7FFFFFFFFFFFFFFFu;
  if (magnitude >= 0x7FF0000000000000u) { /* inf, nan */
    if (magnitude == 0x7FF0000000000000u) return sign | 0x7C00u;
    uint16_t payload = (uint16_t)((bits >> 42) & 0x3FFu);
    return (uint16_t)(sign | 0x7C00u | (payload ? payload : 1u));
  }
  if (magnitude >= 0x40EFFE0000000000u) return sign | 0x7C00u; /* 65520 and more round to inf */
  int exponent = (int)(magnitude >> 52) - 1023;
  if (exponent < -25) return sign; /* under half of the least subnormal */
  uint64_t mantissa = (magnitude & 0xFFFFFFFFFFFFFu) | 0x10000000000000u;
  int shift = exponent >= -14 ? 42 : 42 + (-14 - exponent);
  uint64_t kept = mantissa >> shift, rest = mantissa & ((1ull << shift) - 1), tie = 1ull << (shift - 1);
  if (rest > tie || (rest == tie && (kept & 1))) kept++;
  /* A carry out of the fraction runs into the exponent, which is what rounding up to the next binade needs. */
  uint64_t result = exponent >= -14 ? kept + ((uint64_t)(exponent + 14) << 10) : kept;
  return (uint16_t)(sign | result);
}

#endif
