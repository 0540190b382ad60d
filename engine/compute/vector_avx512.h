/* The instruction layer of kernels_vector.inc at the AVX-512 level (F, BW, DQ, VL): 16 floats a vector. Names as in
 * vector_sse2.h. */
#include <immintrin.h>
#include <stdint.h>

enum { W = 16 };
typedef __m512 V;
typedef __m512i I;
typedef __mmask16 M;

static inline M first_lanes(int64_t count) { return (M)((1u << count) - 1); }
static inline V v_load(const float *p) { return _mm512_loadu_ps(p); }
static inline void v_store(float *p, V a) { _mm512_storeu_ps(p, a); }
static inline V v_load_part(const float *p, int64_t count, float fill) {
  return _mm512_mask_loadu_ps(_mm512_set1_ps(fill), first_lanes(count), p);
}
static inline void v_store_part(float *p, V a, int64_t count) { _mm512_mask_storeu_ps(p, first_lanes(count), a); }
typedef __mmask16 Lanes;
static inline Lanes v_lanes(int64_t count) { return first_lanes(count); }
static inline V v_load_lanes(const float *p, Lanes lanes) { return _mm512_maskz_loadu_ps(lanes, p); }
static inline V v_only(V a, int64_t count) { return _mm512_maskz_mov_ps(first_lanes(count), a); }
static inline V v_set(float a) { return _mm512_set1_ps(a); }
static inline float v_first(V a) { return _mm512_cvtss_f32(a); }
static inline V v_add(V a, V b) { return _mm512_add_ps(a, b); }
static inline V v_sub(V a, V b) { return _mm512_sub_ps(a, b); }
static inline V v_mul(V a, V b) { return _mm512_mul_ps(a, b); }
static inline V v_div(V a, V b) { return _mm512_div_ps(a, b); }
static inline V v_sqrt(V a) { return _mm512_sqrt_ps(a); }
static inline V v_min(V a, V b) { return _mm512_min_ps(a, b); }
static inline V v_max(V a, V b) { return _mm512_max_ps(a, b); }
static inline V v_and(V a, V b) { return _mm512_and_ps(a, b); }
static inline V v_or(V a, V b) { return _mm512_or_ps(a, b); }
static inline V v_and_not(V a, V b) { return _mm512_andnot_ps(b, a); }
static inline M v_less(V a, V b) { return _mm512_cmp_ps_mask(a, b, _CMP_LT_OQ); }
static inline M v_equal(V a, V b) { return _mm512_cmp_ps_mask(a, b, _CMP_EQ_OQ); }
static inline M m_or(M a, M b) { return (M)(a | b); }
static inline V v_select(M m, V a, V b) { return _mm512_mask_blend_ps(m, b, a); }
static inline V v_from_float64(const double *p) {
  __m512 low = _mm512_castps256_ps512(_mm512_cvtpd_ps(_mm512_loadu_pd(p)));
  return _mm512_insertf32x8(low, _mm512_cvtpd_ps(_mm512_loadu_pd(p + 8)), 1);
}
static inline V v_from_uint8(const uint8_t *p) {
  return _mm512_cvtepi32_ps(_mm512_cvtepu8_epi32(_mm_loadu_si128((const __m128i *)(const void *)p)));
}
static inline I v_round(V a) { return _mm512_cvtps_epi32(a); }
static inline V v_from_int(I a) { return _mm512_cvtepi32_ps(a); }
static inline I v_bits(V a) { return _mm512_castps_si512(a); }
static inline V i_float(I a) { return _mm512_castsi512_ps(a); }
static inline I i_set(int32_t a) { return _mm512_set1_epi32(a); }
static inline I i_load(const int32_t *p) { return _mm512_loadu_si512(p); }
static inline I i_add(I a, I b) { return _mm512_add_epi32(a, b); }
static inline I i_sub(I a, I b) { return _mm512_sub_epi32(a, b); }
static inline I i_and(I a, I b) { return _mm512_and_si512(a, b); }
static inline I i_or(I a, I b) { return _mm512_or_si512(a, b); }
static inline I i_xor(I a, I b) { return _mm512_xor_si512(a, b); }
static inline I i_half(I a) { return _mm512_srai_epi32(a, 1); }
#define i_left(a, by) _mm512_slli_epi32(a, by)
#define i_right(a, by) _mm512_srli_epi32(a, by)
static inline I i_multiply_even(I a, I b) { return _mm512_mul_epu32(a, b); }
static inline I i_left_32_of_64(I a) { return _mm512_slli_epi64(a, 32); }
static inline I i_right_32_of_64(I a) { return _mm512_srli_epi64(a, 32); }
static inline I i_zip_low_32(I a, I b) { return _mm512_unpacklo_epi32(a, b); }
static inline I i_zip_high_32(I a, I b) { return _mm512_unpackhi_epi32(a, b); }
static inline I i_zip_low_64(I a, I b) { return _mm512_unpacklo_epi64(a, b); }
static inline I i_zip_high_64(I a, I b) { return _mm512_unpackhi_epi64(a, b); }

/* The sum of one vector's lanes, halves first. */
static inline float v_lanes_sum(V a) {
  __m256 eight = _mm256_add_ps(_mm512_castps512_ps256(a), _mm512_extractf32x8_ps(a, 1));
  __m128 four = _mm_add_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
  __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
  return _mm_cvtss_f32(_mm_add_ss(two, _mm_shuffle_ps(two, two, 1)));
}
/* out[i] = the sum of the lanes of the i-th vector. */
static inline void v_lanes_sums(V a, V b, V c, V d, float out[4]) {
  out[0] = v_lanes_sum(a);
  out[1] = v_lanes_sum(b);
  out[2] = v_lanes_sum(c);
  out[3] = v_lanes_sum(d);
}
static inline float lanes_sum(const V part[1]) { return v_lanes_sum(part[0]); }
static inline float lanes_max(const V part[1]) {
  __m256 eight = _mm256_max_ps(_mm512_castps512_ps256(part[0]), _mm512_extractf32x8_ps(part[0], 1));
  __m128 four = _mm_max_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
  __m128 two = _mm_max_ps(four, _mm_movehl_ps(four, four));
  return _mm_cvtss_f32(_mm_max_ss(two, _mm_shuffle_ps(two, two, 1)));
}
