/* The instruction layer of kernels_vector.inc at the AVX2 level: 8 floats a vector. Names as in vector_sse2.h. */
#include <immintrin.h>
#include <stdint.h>

enum { W = 8 };
typedef __m256 V;
typedef __m256i I;
typedef __m256 M;

/* Ones in the first `count` lanes, 0 <= count <= 8. */
static inline __m256i first_lanes(int64_t count) {
  static const int32_t ones[16] = {-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0};
  return _mm256_loadu_si256((const __m256i *)(const void *)(ones + 8 - count));
}
static inline V v_load(const float *p) { return _mm256_loadu_ps(p); }
static inline void v_store(float *p, V a) { _mm256_storeu_ps(p, a); }
static inline V v_load_part(const float *p, int64_t count, float fill) {
  __m256i lanes = first_lanes(count);
  return _mm256_blendv_ps(_mm256_set1_ps(fill), _mm256_maskload_ps(p, lanes), _mm256_castsi256_ps(lanes));
}
/* In pieces of 4, 2 and 1, as AMD's processors take some 20 steps for a masked store. 0 <= count < 8. */
static inline void v_store_part(float *p, V a, int64_t count) {
  __m128 rest = _mm256_castps256_ps128(a);
  if (count & 4) {
    _mm_storeu_ps(p, rest);
    rest = _mm256_extractf128_ps(a, 1);
    p += 4;
  }
  if (count & 2) {
    _mm_storel_pi((__m64 *)(void *)p, rest);
    rest = _mm_movehl_ps(rest, rest);
    p += 2;
  }
  if (count & 1) _mm_store_ss(p, rest);
}
/* The first `count` lanes of p, zero in the others; nothing behind them is read. */
typedef __m256i Lanes;
static inline Lanes v_lanes(int64_t count) { return first_lanes(count); }
static inline V v_load_lanes(const float *p, Lanes lanes) { return _mm256_maskload_ps(p, lanes); }
static inline V v_only(V a, int64_t count) { return _mm256_and_ps(a, _mm256_castsi256_ps(first_lanes(count))); }
static inline V v_set(float a) { return _mm256_set1_ps(a); }
static inline float v_first(V a) { return _mm256_cvtss_f32(a); }
static inline V v_add(V a, V b) { return _mm256_add_ps(a, b); }
static inline V v_sub(V a, V b) { return _mm256_sub_ps(a, b); }
static inline V v_mul(V a, V b) { return _mm256_mul_ps(a, b); }
static inline V v_div(V a, V b) { return _mm256_div_ps(a, b); }
static inline V v_sqrt(V a) { return _mm256_sqrt_ps(a); }
static inline V v_min(V a, V b) { return _mm256_min_ps(a, b); }
static inline V v_max(V a, V b) { return _mm256_max_ps(a, b); }
static inline V v_and(V a, V b) { return _mm256_and_ps(a, b); }
static inline V v_or(V a, V b) { return _mm256_or_ps(a, b); }
static inline V v_and_not(V a, V b) { return _mm256_andnot_ps(b, a); }
static inline M v_less(V a, V b) { return _mm256_cmp_ps(a, b, _CMP_LT_OQ); }
static inline M v_equal(V a, V b) { return _mm256_cmp_ps(a, b, _CMP_EQ_OQ); }
static inline M m_or(M a, M b) { return _mm256_or_ps(a, b); }
static inline V v_select(M m, V a, V b) { return _mm256_blendv_ps(b, a, m); }
static inline V v_from_float64(const double *p) {
  return _mm256_set_m128(_mm256_cvtpd_ps(_mm256_loadu_pd(p + 4)), _mm256_cvtpd_ps(_mm256_loadu_pd(p)));
}
static inline V v_from_uint8(const uint8_t *p) {
  return _mm256_cvtepi32_ps(_mm256_cvtepu8_epi32(_mm_loadl_epi64((const __m128i *)(const void *)p)));
}
static inline I v_round(V a) { return _mm256_cvtps_epi32(a); }
static inline V v_from_int(I a) { return _mm256_cvtepi32_ps(a); }
static inline I v_bits(V a) { return _mm256_castps_si256(a); }
static inline V i_float(I a) { return _mm256_castsi256_ps(a); }
static inline I i_set(int32_t a) { return _mm256_set1_epi32(a); }
static inline I i_load(const int32_t *p) { return _mm256_loadu_si256((const __m256i *)(const void *)p); }
static inline I i_add(I a, I b) { return _mm256_add_epi32(a, b); }
static inline I i_sub(I a, I b) { return _mm256_sub_epi32(a, b); }
static inline I i_and(I a, I b) { return _mm256_and_si256(a, b); }
static inline I i_or(I a, I b) { return _mm256_or_si256(a, b); }
static inline I i_xor(I a, I b) { return _mm256_xor_si256(a, b); }
static inline I i_half(I a) { return _mm256_srai_epi32(a, 1); }
#define i_left(a, by) _mm256_slli_epi32(a, by)
#define i_right(a, by) _mm256_srli_epi32(a, by)
static inline I i_multiply_even(I a, I b) { return _mm256_mul_epu32(a, b); }
static inline I i_left_32_of_64(I a) { return _mm256_slli_epi64(a, 32); }
static inline I i_right_32_of_64(I a) { return _mm256_srli_epi64(a, 32); }
static inline I i_zip_low_32(I a, I b) { return _mm256_unpacklo_epi32(a, b); }
static inline I i_zip_high_32(I a, I b) { return _mm256_unpackhi_epi32(a, b); }
static inline I i_zip_low_64(I a, I b) { return _mm256_unpacklo_epi64(a, b); }
static inline I i_zip_high_64(I a, I b) { return _mm256_unpackhi_epi64(a, b); }

/* The sum of one vector's lanes, halves first. */
static inline float v_lanes_sum(V a) {
  __m128 four = _mm_add_ps(_mm256_castps256_ps128(a), _mm256_extractf128_ps(a, 1));
  __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
  return _mm_cvtss_f32(_mm_add_ss(two, _mm_shuffle_ps(two, two, 1)));
}
/* out[i] = the sum of the lanes of the i-th vector. */
static inline void v_lanes_sums(V a, V b, V c, V d, float out[4]) {
  V eight = _mm256_hadd_ps(_mm256_hadd_ps(a, b), _mm256_hadd_ps(c, d));
  _mm_storeu_ps(out, _mm_add_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1)));
}
static inline float lanes_sum(const V part[2]) {
  return v_lanes_sum(v_add(part[0], part[1]));
}
static inline float lanes_max(const V part[2]) {
  V eight = v_max(part[0], part[1]);
  __m128 four = _mm_max_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
  __m128 two = _mm_max_ps(four, _mm_movehl_ps(four, four));
  return _mm_cvtss_f32(_mm_max_ss(two, _mm_shuffle_ps(two, two, 1)));
}
