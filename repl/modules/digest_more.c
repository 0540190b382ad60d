/* SHA-3 and SHAKE (FIPS 202) and BLAKE2 (RFC 7693). */
#include <string.h>

#include "repl/modules/digest.h"

static uint64_t left(uint64_t x, int n) { return x << n | x >> (64 - n); }

static void keccak(uint64_t state[25]) {
  static const uint64_t constants[24] = {
      0x0000000000000001, 0x0000000000008082, 0x800000000000808A, 0x8000000080008000, 0x000000000000808B,
      0x0000000080000001, 0x8000000080008081, 0x8000000000008009, 0x000000000000008A, 0x0000000000000088,
      0x0000000080008009, 0x000000008000000A, 0x000000008000808B, 0x800000000000008B, 0x8000000000008089,
      0x8000000000008003, 0x8000000000008002, 0x8000000000000080, 0x000000000000800A, 0x800000008000000A,
      0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008};
  static const uint8_t turns[24] = {1,  3,  6,  10, 15, 21, 28, 36, 45, 55, 2,  14,
                                    27, 41, 56, 8,  25, 43, 62, 18, 39, 61, 20, 44};
  static const uint8_t places[24] = {10, 7,  11, 17, 18, 3, 5,  16, 8,  21, 24, 4,
                                     15, 23, 19, 13, 12, 2, 20, 14, 22, 9,  6,  1};
  for (int round = 0; round < 24; round++) {
    uint64_t column[5];
    for (int i = 0; i < 5; i++) column[i] = state[i] ^ state[i + 5] ^ state[i + 10] ^ state[i + 15] ^ state[i + 20];
    for (int i = 0; i < 25; i++) state[i] ^= column[(i + 4) % 5] ^ left(column[(i + 1) % 5], 1);
    uint64_t lane = state[1];
    for (int i = 0; i < 24; i++) {
      uint64_t next = state[places[i]];
      state[places[i]] = left(lane, turns[i]);
      lane = next;
    }
    for (int row = 0; row < 25; row += 5) {
      uint64_t old[5];
      memcpy(old, state + row, sizeof old);
      for (int i = 0; i < 5; i++) state[row + i] = old[i] ^ (~old[(i + 1) % 5] & old[(i + 2) % 5]);
    }
    state[0] ^= constants[round];
  }
}

static void absorb(uint64_t state[25], size_t at, unsigned char byte) {
  state[at / 8] ^= (uint64_t)byte << 8 * (at % 8);
}

void digest_sponge(size_t rate, unsigned char suffix, const unsigned char *bytes, size_t length, unsigned char *out,
                   size_t size) {
  uint64_t state[25] = {0};
  size_t at = 0;
  for (size_t i = 0; i < length; i++) {
    absorb(state, at++, bytes[i]);
    if (at < rate) continue;
    keccak(state);
    at = 0;
  }
  absorb(state, at, suffix);
  absorb(state, rate - 1, 0x80);
  at = rate;
  for (size_t i = 0; i < size; i++) {
    if (at == rate) {
      keccak(state);
      at = 0;
    }
    out[i] = (unsigned char)(state[at / 8] >> 8 * (at % 8));
    at++;
  }
}

/* BLAKE2b has words of 64 bits, BLAKE2s of 32. Both are computed here in variables of 64. */
typedef struct Blake {
  uint64_t state[8];
  int width, rounds; /* bytes of a word */
  uint64_t mask;
} Blake;

static uint64_t word(const unsigned char *from, int width) {
  uint64_t value = 0;
  for (int i = 0; i < width; i++) value |= (uint64_t)from[i] << 8 * i;
  return value;
}

static uint64_t right(const Blake *blake, uint64_t x, int n) {
  return (x >> n | x << (8 * blake->width - n)) & blake->mask;
}

static void blake_step(Blake *blake, const unsigned char *block, uint64_t count, bool last, bool last_node) {
  static const uint8_t order[10][16] = {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
                                        {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
                                        {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
                                        {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
                                        {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
                                        {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
                                        {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
                                        {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
                                        {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
                                        {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}};
  static const uint8_t lines[8][4] = {{0, 4, 8, 12}, {1, 5, 9, 13}, {2, 6, 10, 14}, {3, 7, 11, 15},
                                      {0, 5, 10, 15}, {1, 6, 11, 12}, {2, 7, 8, 13}, {3, 4, 9, 14}};
  bool wide = blake->width == 8;
  uint64_t message[16], v[16];
  for (int i = 0; i < 16; i++) message[i] = word(block + i * blake->width, blake->width);
  for (int i = 0; i < 8; i++) {
    v[i] = blake->state[i];
    v[i + 8] = wide ? digest_first[i] : digest_first[i] >> 32;
  }
  v[12] ^= wide ? count : count & 0xFFFFFFFF;
  if (!wide) v[13] ^= count >> 32;
  if (last) v[14] ^= blake->mask;
  if (last && last_node) v[15] ^= blake->mask;
  const int turns[4] = {wide ? 32 : 16, wide ? 24 : 12, wide ? 16 : 8, wide ? 63 : 7};
  for (int round = 0; round < blake->rounds; round++)
    for (int i = 0; i < 8; i++) {
      const uint8_t *line = lines[i], *which = order[round % 10] + 2 * i;
      uint64_t *a = v + line[0], *b = v + line[1], *c = v + line[2], *d = v + line[3];
      for (int half = 0; half < 2; half++) {
        *a = (*a + *b + message[which[half]]) & blake->mask;
        *d = right(blake, *d ^ *a, turns[2 * half]);
        *c = (*c + *d) & blake->mask;
        *b = right(blake, *b ^ *c, turns[2 * half + 1]);
      }
    }
  for (int i = 0; i < 8; i++) blake->state[i] ^= v[i] ^ v[i + 8];
}

void digest_blake(bool wide, const unsigned char *parameters, bool last_node, const unsigned char *bytes, size_t length,
                  unsigned char out[DIGEST_MOST]) {
  Blake blake = {.width = wide ? 8 : 4, .rounds = wide ? 12 : 10, .mask = wide ? UINT64_MAX : UINT32_MAX};
  size_t size = 16 * (size_t)blake.width, done = 0;
  for (int i = 0; i < 8; i++)
    blake.state[i] = (wide ? digest_first[i] : digest_first[i] >> 32) ^ word(parameters + i * blake.width, blake.width);
  for (; length - done > size; done += size) blake_step(&blake, bytes + done, done + size, false, false);
  unsigned char last[128] = {0};
  if (length > done) memcpy(last, bytes + done, length - done);
  blake_step(&blake, last, length, true, last_node);
  for (int i = 0; i < 8 * blake.width; i++)
    out[i] = (unsigned char)(blake.state[i / blake.width] >> 8 * (i % blake.width));
}
