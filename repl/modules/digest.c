#include "repl/modules/digest.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

static uint32_t left32(uint32_t x, int n) { return x << n | x >> (32 - n); }
static uint32_t right32(uint32_t x, int n) { return x >> n | x << (32 - n); }
static uint64_t right64(uint64_t x, int n) { return x >> n | x << (64 - n); }

/* What one block does to the state. */
typedef void Step(void *state, const unsigned char *block);

static uint32_t big32(const unsigned char *p) {
  return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}
static uint64_t big64(const unsigned char *p) { return (uint64_t)big32(p) << 32 | big32(p + 4); }

static void md5_step(void *of, const unsigned char *block) {
  static const int turns[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
  uint32_t *state = of, word[16];
  for (int i = 0; i < 16; i++) {
    const unsigned char *p = block + 4 * i;
    word[i] = (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0];
  }
  uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
  for (int i = 0; i < 64; i++) {
    int round = i / 16;
    uint32_t f = round == 0   ? (b & c) | (~b & d)
                 : round == 1 ? (d & b) | (~d & c)
                 : round == 2 ? b ^ c ^ d
                              : c ^ (b | ~d);
    int which = round == 0 ? i : round == 1 ? (5 * i + 1) % 16 : round == 2 ? (3 * i + 5) % 16 : 7 * i % 16;
    /* RFC 1321 defines its table so: the whole part of 4294967296 * |sin(i + 1)|. */
    uint32_t constant = (uint32_t)(4294967296.0 * fabs(sin((double)(i + 1))));
    uint32_t sum = a + f + constant + word[which];
    a = d;
    d = c;
    c = b;
    b += left32(sum, turns[round][i % 4]);
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
}

static void sha1_step(void *of, const unsigned char *block) {
  static const uint32_t constants[4] = {0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xCA62C1D6};
  uint32_t *state = of, word[80];
  for (int i = 0; i < 16; i++) word[i] = big32(block + 4 * i);
  for (int i = 16; i < 80; i++) word[i] = left32(word[i - 3] ^ word[i - 8] ^ word[i - 14] ^ word[i - 16], 1);
  uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
  for (int i = 0; i < 80; i++) {
    int round = i / 20;
    uint32_t f = round == 0 ? (b & c) | (~b & d) : round == 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
    uint32_t sum = left32(a, 5) + f + e + constants[round] + word[i];
    e = d;
    d = c;
    c = left32(b, 30);
    b = a;
    a = sum;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
}

/* The constants of SHA-2 are the first bits of the fractions of the cube roots of the first 80 primes; SHA-256 uses the
 * upper halves of the first 64. */
static const uint64_t sha2_constants[80] = {
    0x428A2F98D728AE22, 0x7137449123EF65CD, 0xB5C0FBCFEC4D3B2F, 0xE9B5DBA58189DBBC,
    0x3956C25BF348B538, 0x59F111F1B605D019, 0x923F82A4AF194F9B, 0xAB1C5ED5DA6D8118,
    0xD807AA98A3030242, 0x12835B0145706FBE, 0x243185BE4EE4B28C, 0x550C7DC3D5FFB4E2,
    0x72BE5D74F27B896F, 0x80DEB1FE3B1696B1, 0x9BDC06A725C71235, 0xC19BF174CF692694,
    0xE49B69C19EF14AD2, 0xEFBE4786384F25E3, 0x0FC19DC68B8CD5B5, 0x240CA1CC77AC9C65,
    0x2DE92C6F592B0275, 0x4A7484AA6EA6E483, 0x5CB0A9DCBD41FBD4, 0x76F988DA831153B5,
    0x983E5152EE66DFAB, 0xA831C66D2DB43210, 0xB00327C898FB213F, 0xBF597FC7BEEF0EE4,
    0xC6E00BF33DA88FC2, 0xD5A79147930AA725, 0x06CA6351E003826F, 0x142929670A0E6E70,
    0x27B70A8546D22FFC, 0x2E1B21385C26C926, 0x4D2C6DFC5AC42AED, 0x53380D139D95B3DF,
    0x650A73548BAF63DE, 0x766A0ABB3C77B2A8, 0x81C2C92E47EDAEE6, 0x92722C851482353B,
    0xA2BFE8A14CF10364, 0xA81A664BBC423001, 0xC24B8B70D0F89791, 0xC76C51A30654BE30,
    0xD192E819D6EF5218, 0xD69906245565A910, 0xF40E35855771202A, 0x106AA07032BBD1B8,
    0x19A4C116B8D2D0C8, 0x1E376C085141AB53, 0x2748774CDF8EEB99, 0x34B0BCB5E19B48A8,
    0x391C0CB3C5C95A63, 0x4ED8AA4AE3418ACB, 0x5B9CCA4F7763E373, 0x682E6FF3D6B2B8A3,
    0x748F82EE5DEFB2FC, 0x78A5636F43172F60, 0x84C87814A1F0AB72, 0x8CC702081A6439EC,
    0x90BEFFFA23631E28, 0xA4506CEBDE82BDE9, 0xBEF9A3F7B2C67915, 0xC67178F2E372532B,
    0xCA273ECEEA26619C, 0xD186B8C721C0C207, 0xEADA7DD6CDE0EB1E, 0xF57D4F7FEE6ED178,
    0x06F067AA72176FBA, 0x0A637DC5A2C898A6, 0x113F9804BEF90DAE, 0x1B710B35131C471B,
    0x28DB77F523047D84, 0x32CAAB7B40C72493, 0x3C9EBE0A15C9BEBC, 0x431D67C49C100D4C,
    0x4CC5D4BECB3E42B6, 0x597F299CFC657E2A, 0x5FCB6FAB3AD6FAEC, 0x6C44198C4A475817
};

static void sha256_step(void *of, const unsigned char *block) {
  uint32_t *state = of, word[64], v[8];
  for (int i = 0; i < 16; i++) word[i] = big32(block + 4 * i);
  for (int i = 16; i < 64; i++) {
    uint32_t a = word[i - 15], b = word[i - 2];
    word[i] = word[i - 16] + (right32(a, 7) ^ right32(a, 18) ^ a >> 3) + word[i - 7] +
              (right32(b, 17) ^ right32(b, 19) ^ b >> 10);
  }
  memcpy(v, state, sizeof v);
  for (int i = 0; i < 64; i++) {
    uint32_t e = v[4], a = v[0];
    uint32_t first = v[7] + (right32(e, 6) ^ right32(e, 11) ^ right32(e, 25)) + ((e & v[5]) ^ (~e & v[6])) +
                     (uint32_t)(sha2_constants[i] >> 32) + word[i];
    uint32_t second = (right32(a, 2) ^ right32(a, 13) ^ right32(a, 22)) + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
    memmove(v + 1, v, 7 * sizeof *v);
    v[4] += first;
    v[0] = first + second;
  }
  for (int i = 0; i < 8; i++) state[i] += v[i];
}

static void sha512_step(void *of, const unsigned char *block) {
  uint64_t *state = of, word[80], v[8];
  for (int i = 0; i < 16; i++) word[i] = big64(block + 8 * i);
  for (int i = 16; i < 80; i++) {
    uint64_t a = word[i - 15], b = word[i - 2];
    word[i] = word[i - 16] + (right64(a, 1) ^ right64(a, 8) ^ a >> 7) + word[i - 7] +
              (right64(b, 19) ^ right64(b, 61) ^ b >> 6);
  }
  memcpy(v, state, sizeof v);
  for (int i = 0; i < 80; i++) {
    uint64_t e = v[4], a = v[0];
    uint64_t first = v[7] + (right64(e, 14) ^ right64(e, 18) ^ right64(e, 41)) + ((e & v[5]) ^ (~e & v[6])) +
                     sha2_constants[i] + word[i];
    uint64_t second = (right64(a, 28) ^ right64(a, 34) ^ right64(a, 39)) + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
    memmove(v + 1, v, 7 * sizeof *v);
    v[4] += first;
    v[0] = first + second;
  }
  for (int i = 0; i < 8; i++) state[i] += v[i];
}

/* All blocks, the last ones with the bit behind the text and its length in bits. */
static void run(Step *step, void *state, const unsigned char *bytes, size_t length, size_t block, bool big) {
  size_t at = 0;
  for (; length - at >= block; at += block) step(state, bytes + at);
  unsigned char last[256] = {0};
  size_t rest = length - at, counter = block / 8;
  if (rest) memcpy(last, bytes + at, rest);
  last[rest] = 0x80;
  size_t total = rest + 1 + counter > block ? 2 * block : block;
  uint64_t bits = (uint64_t)length * 8;
  for (int i = 0; i < 8; i++) {
    unsigned char byte = (unsigned char)(bits >> (8 * i));
    last[big ? total - 1 - (size_t)i : total - 8 + (size_t)i] = byte;
  }
  for (size_t i = 0; i < total; i += block) step(state, last + i);
}

const uint64_t digest_first[8] = {0x6A09E667F3BCC908, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1,
                                  0x510E527FADE682D1, 0x9B05688C2B3E6C1F, 0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179};

int digest_make(const char *name, const unsigned char *bytes, size_t length, unsigned char out[DIGEST_MOST]) {
  static const uint32_t first[5] = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
  static const uint32_t sha224[8] = {0xC1059ED8, 0x367CD507, 0x3070DD17, 0xF70E5939,
                                     0xFFC00B31, 0x68581511, 0x64F98FA7, 0xBEFA4FA4};
  static const uint64_t sha384[8] = {0xCBBB9D5DC1059ED8, 0x629A292A367CD507, 0x9159015A3070DD17, 0x152FECD8F70E5939,
                                     0x67332667FFC00B31, 0x8EB44A8768581511, 0xDB0C2E0D64F98FA7, 0x47B5481DBEFA4FA4};
  uint32_t narrow[8];
  uint64_t wide[8];
  int words;
  bool is_wide = false, big = true;
  memcpy(narrow, first, sizeof first);
  if (strcmp(name, "md5") == 0) {
    run(md5_step, narrow, bytes, length, 64, big = false);
    words = 4;
  } else if (strcmp(name, "sha1") == 0) {
    run(sha1_step, narrow, bytes, length, 64, true);
    words = 5;
  } else if (strcmp(name, "sha224") == 0 || strcmp(name, "sha256") == 0) {
    words = name[5] == '4' ? 7 : 8;
    /* SHA-256 starts from the upper halves of SHA-512's words. */
    for (int i = 0; i < 8; i++) narrow[i] = words == 7 ? sha224[i] : (uint32_t)(digest_first[i] >> 32);
    run(sha256_step, narrow, bytes, length, 64, true);
  } else if (strcmp(name, "sha384") == 0 || strcmp(name, "sha512") == 0) {
    words = name[3] == '3' ? 6 : 8;
    memcpy(wide, words == 6 ? sha384 : digest_first, sizeof wide);
    is_wide = true;
    run(sha512_step, wide, bytes, length, 128, true);
  } else {
    return 0;
  }
  int size = is_wide ? 8 : 4;
  for (int i = 0; i < words; i++)
    for (int k = 0; k < size; k++) {
      uint64_t word = is_wide ? wide[i] : narrow[i];
      out[i * size + k] = (unsigned char)(word >> (8 * (big ? size - 1 - k : k)));
    }
  return words * size;
}
