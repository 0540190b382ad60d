/* The instruction layer of kernels_vector.inc at the SSE2 level: 4 floats a vector. vector_avx2.h and vector_avx512.h
 * define the same names for 8 and 16. min and max return the second operand where either is NaN, at every level. */
#include <emmintrin.h>
#include <stdint.h>
#include <string.h>

enum { W = 4 };
typedef __m128 V;  /* floats */
typedef __m128i I; /* 32-bit integers */
typedef __m128 M;  /* a mask for v_select */

static inline V v_load(const float *p) { return _mm_loadu_ps(p); }
static inline void v_store(float *p, V a) { _mm_storeu_ps(p, a); }
/* 0 <= count < 4 in both. */
static inline V v_load_part(const float *p, int64_t count, float fill) {
  switch (count) {
    case 1: return _mm_setr_ps(p[0], fill, fill, fill);
    case 2: return _mm_setr_ps(p[0], p[1], fill, fill);
    case 3: return _mm_setr_ps(p[0], p[1], p[2], fill);
    default: return _mm_set1_ps(fill);
  }
}
static inline void v_store_part(float *p, V a, int64_t count) {
  if (count & 2) {
    _mm_storel_pi((__m64 *)(void *)p, a);
    a = _mm_movehl_ps(a, a);
    p += 2;
  }
  if (count & 1) _mm_store_ss(p, a);
}
/* The first `count` lanes of a, zero in the others. */
static inline V v_only(V a, int64_t count) {
  static const int32_t ones[8] = {-1, -1, -1, -1, 0, 0, 0, 0};
  __m128i lanes = _mm_loadu_si128((const __m128i *)(const void *)(ones + 4 - count));
  return _mm_and_ps(a, _mm_castsi128_ps(lanes));
}
static inline V v_set(float a) { return _mm_set1_ps(a); }
static inline float v_first(V a) { return _mm_cvtss_f32(a); }
static inline V v_add(V a, V b) { return _mm_add_ps(a, b); }
static inline V v_sub(V a, V b) { return _mm_sub_ps(a, b); }
static inline V v_mul(V a, V b) { return _mm_mul_ps(a, b); }
static inline V v_div(V a, V b) { return _mm_div_ps(a, b); }
static inline V v_sqrt(V a) { return _mm_sqrt_ps(a); }
static inline V v_min(V a, V b) { return _mm_min_ps(a, b); }
static inline V v_max(V a, V b) { return _mm_max_ps(a, b); }
static inline V v_and(V a, V b) { return _mm_and_ps(a, b); }
static inline V v_or(V a, V b) { return _mm_or_ps(a, b); }
static inline V v_and_not(V a, V b) { return _mm_andnot_ps(b, a); } /* a & ~b */
static inline M v_less(V a, V b) { return _mm_cmplt_ps(a, b); }
static inline M v_equal(V a, V b) { return _mm_cmpeq_ps(a, b); }
static inline M m_or(M a, M b) { return _mm_or_ps(a, b); }
static inline V v_select(M m, V a, V b) { return _mm_or_ps(_mm_and_ps(m, a), _mm_andnot_ps(m, b)); }
static inline V v_from_float64(const double *p) {
  return _mm_movelh_ps(_mm_cvtpd_ps(_mm_loadu_pd(p)), _mm_cvtpd_ps(_mm_loadu_pd(p + 2)));
}
static inline V v_from_uint8(const uint8_t *p) {
  int32_t bytes;
  memcpy(&bytes, p, 4);
  __m128i words = _mm_unpacklo_epi8(_mm_cvtsi32_si128(bytes), _mm_setzero_si128());
  return _mm_cvtepi32_ps(_mm_unpacklo_epi16(words, _mm_setzero_si128()));
}
static inline I v_round(V a) { return _mm_cvtps_epi32(a); } /* to nearest, ties to even */
static inline V v_from_int(I a) { return _mm_cvtepi32_ps(a); }
static inline I v_bits(V a) { return _mm_castps_si128(a); }
static inline V i_float(I a) { return _mm_castsi128_ps(a); }
static inline I i_set(int32_t a) { return _mm_set1_epi32(a); }
static inline I i_load(const int32_t *p) { return _mm_loadu_si128((const __m128i *)(const void *)p); }
static inline I i_add(I a, I b) { return _mm_add_epi32(a, b); }
static inline I i_sub(I a, I b) { return _mm_sub_epi32(a, b); }
static inline I i_and(I a, I b) { return _mm_and_si128(a, b); }
static inline I i_or(I a, I b) { return _mm_or_si128(a, b); }
static inline I i_xor(I a, I b) { return _mm_xor_si128(a, b); }
static inline I i_half(I a) { return _mm_srai_epi32(a, 1); }
#define i_left(a, by) _mm_slli_epi32(a, by)
#define i_right(a, by) _mm_srli_epi32(a, by)
/* For products of 32 bits: even lanes times even lanes, 64 bits each; shifts of the 64-bit lanes. */
static inline I i_multiply_even(I a, I b) { return _mm_mul_epu32(a, b); }
static inline I i_left_32_of_64(I a) { return _mm_slli_epi64(a, 32); }
static inline I i_right_32_of_64(I a) { return _mm_srli_epi64(a, 32); }
/* Within each 128 bits: interleaves the low or the high halves. */
static inline I i_zip_low_32(I a, I b) { return _mm_unpacklo_epi32(a, b); }
static inline I i_zip_high_32(I a, I b) { return _mm_unpackhi_epi32(a, b); }
static inline I i_zip_low_64(I a, I b) { return _mm_unpacklo_epi64(a, b); }
static inline I i_zip_high_64(I a, I b) { return _mm_unpackhi_epi64(a, b); }

/* The fixed tree over 16 lanes: i with i + 8, then i + 4, i + 2, i + 1. */
static inline float lanes_sum(const V part[4]) {
  V four = v_add(v_add(part[0], part[2]), v_add(part[1], part[3]));
  V two = v_add(four, _mm_movehl_ps(four, four));
  return v_first(_mm_add_ss(two, _mm_shuffle_ps(two, two, 1)));
}
static inline float lanes_max(const V part[4]) {
  V four = v_max(v_max(part[0], part[2]), v_max(part[1], part[3]));
  V two = v_max(four, _mm_movehl_ps(four, four));
  return v_first(_mm_max_ss(two, _mm_shuffle_ps(two, two, 1)));
}
