#include "engine/array/ufunc_wide.h"

#include <dlfcn.h>
#include <immintrin.h>
#include <math.h>
#include <pthread.h>
#include <stddef.h>
#include <string.h>

/* ---- Functions of whole vectors ---- */

typedef __m512 Vector32(__m512 x);
typedef __m512d Vector64(__m512d x);

static inline __m512 f32(float x) { return _mm512_set1_ps(x); }
static inline __m512d f64(double x) { return _mm512_set1_pd(x); }
#define NEAREST (_MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC)

/* exp(x) = 2**n exp(r), |r| <= ln 2 / 2, ln 2 taken off in two parts, exp(r) by a quotient of polynomials. */
static __m512 exp_f32(__m512 x) {
  __m512 n = _mm512_roundscale_ps(_mm512_mul_ps(x, f32(1.442695041f)), NEAREST);
  __m512 r = _mm512_fmadd_ps(n, f32(-1.42860677e-6f), _mm512_fmadd_ps(n, f32(-6.93145752e-1f), x));
  __m512 above = f32(5.082762527590693718096e-04f);
  above = _mm512_fmadd_ps(above, r, f32(6.757896990527504603057e-03f));
  above = _mm512_fmadd_ps(above, r, f32(5.114512081637298353406e-02f));
  above = _mm512_fmadd_ps(above, r, f32(2.473615434895520810817e-01f));
  above = _mm512_fmadd_ps(above, r, f32(7.257664613233124478488e-01f));
  above = _mm512_fmadd_ps(above, r, f32(9.999999999980870924916e-01f));
  __m512 below = f32(2.159509375685829852307e-02f);
  below = _mm512_fmadd_ps(below, r, f32(-2.742335390411667452936e-01f));
  below = _mm512_fmadd_ps(below, r, f32(1));
  __m512 result = _mm512_scalef_ps(_mm512_div_ps(above, below), n);
  result = _mm512_mask_mov_ps(result, _mm512_cmp_ps_mask(x, f32(88.72283935546875f), _CMP_GT_OQ), f32(INFINITY));
  return _mm512_mask_mov_ps(result, _mm512_cmp_ps_mask(x, f32(-103.97208404541015625f), _CMP_LT_OQ), f32(0));
}

/* log(x) = e ln 2 + log(1 + m), m in [sqrt(1/2) - 1, sqrt(2) - 1), by a quotient of polynomials. */
static __m512 log_f32(__m512 x) {
  __m512 m = _mm512_getmant_ps(x, _MM_MANT_NORM_p5_1, _MM_MANT_SIGN_src);
  __m512 e = _mm512_add_ps(_mm512_getexp_ps(x), f32(1));
  __mmask16 low = _mm512_cmp_ps_mask(m, f32(0.70710678118654752440f), _CMP_LE_OQ);
  m = _mm512_mask_add_ps(m, low, m, m);
  e = _mm512_mask_sub_ps(e, low, e, f32(1));
  m = _mm512_sub_ps(m, f32(1));
  __m512 above = f32(2.589979117907922693523e-02f);
  above = _mm512_fmadd_ps(above, m, f32(3.808837741388407920751e-01f));
  above = _mm512_fmadd_ps(above, m, f32(1.480000633576506585156e+00f));
  above = _mm512_fmadd_ps(above, m, f32(2.112677543073053063722e+00f));
  above = _mm512_fmadd_ps(above, m, f32(9.999999999999998702752e-01f));
  above = _mm512_mul_ps(above, m);
  __m512 below = f32(5.875095403124574342950e-03f);
  below = _mm512_fmadd_ps(below, m, f32(1.546476374983906719538e-01f));
  below = _mm512_fmadd_ps(below, m, f32(9.864942958519418960339e-01f));
  below = _mm512_fmadd_ps(below, m, f32(2.453006071784736363091e+00f));
  below = _mm512_fmadd_ps(below, m, f32(2.612677543073109236779e+00f));
  below = _mm512_fmadd_ps(below, m, f32(1));
  __m512 result = _mm512_fmadd_ps(e, f32(0.693147180559945309417f), _mm512_div_ps(above, below));
  result = _mm512_mask_mov_ps(result, _mm512_cmp_ps_mask(x, f32(0), _CMP_EQ_OQ), f32(-INFINITY));
  result = _mm512_mask_mov_ps(result, _mm512_cmp_ps_mask(x, f32(INFINITY), _CMP_EQ_OQ), x);
  return _mm512_mask_mov_ps(result, _mm512_cmp_ps_mask(x, f32(0), _CMP_NGE_UQ), f32(NAN));
}

/* Of r = x - n pi/2, pi/2 taken off in three parts (W. J. Cody and W. Waite), the sine or the cosine by a polynomial
 * each; n says which, and the sign. For |x| <= 71476. */
static inline __attribute__((always_inline)) __m512 wave_f32(__m512 x, int quarter) {
  __m512 n = _mm512_roundscale_ps(_mm512_mul_ps(x, f32(0x1.45f306p-1f)), NEAREST);
  __m512 r = _mm512_fmadd_ps(n, f32(-0x1.921fb0p+00f), x);
  r = _mm512_fmadd_ps(n, f32(-0x1.5110b4p-22f), r);
  r = _mm512_fmadd_ps(n, f32(-0x1.846988p-48f), r);
  __m512 square = _mm512_mul_ps(r, r);
  __m512 cosine = _mm512_fmadd_ps(f32(0x1.98e616p-16f), square, f32(-0x1.6c06dcp-10f));
  cosine = _mm512_fmadd_ps(cosine, square, f32(0x1.55553cp-05f));
  cosine = _mm512_fmadd_ps(cosine, square, f32(-0.5f));
  cosine = _mm512_fmadd_ps(cosine, square, f32(1));
  __m512 sine = _mm512_fmadd_ps(f32(0x1.7d3bbcp-19f), square, f32(-0x1.a06bbap-13f));
  sine = _mm512_fmadd_ps(sine, square, f32(0x1.11119ap-07f));
  sine = _mm512_fmadd_ps(sine, square, f32(-0x1.555556p-03f));
  sine = _mm512_fmadd_ps(_mm512_mul_ps(sine, square), r, r);
  __m512i turns = _mm512_add_epi32(_mm512_cvtps_epi32(n), _mm512_set1_epi32(quarter));
  __m512 wave = _mm512_mask_blend_ps(_mm512_test_epi32_mask(turns, _mm512_set1_epi32(1)), sine, cosine);
  return _mm512_mask_xor_ps(wave, _mm512_test_epi32_mask(turns, _mm512_set1_epi32(2)), wave, f32(-0.f));
}
static __m512 sin_f32(__m512 x) { /* with the sign of a zero */
  return _mm512_mask_mov_ps(wave_f32(x, 0), _mm512_cmp_ps_mask(x, f32(0), _CMP_EQ_OQ), x);
}
static __m512 cos_f32(__m512 x) { return wave_f32(x, 1); }

/* 2**(j/32) as the sum of a head, whose last bits are 0, and a tail. */
enum { STEPS = 32 };
static double head[STEPS] __attribute__((aligned(64))), tail[STEPS] __attribute__((aligned(64)));

static void make_steps(void) {
  __float128 root = 2, power = 1;
  for (int halving = 0; halving < 5; halving++) {
    __float128 square = root;
    root = sqrtl((long double)square);
    for (int i = 0; i < 3; i++) root = (root + square / root) / 2;
  }
  for (int j = 0; j < STEPS; j++, power *= root) {
    double whole = (double)power;
    uint64_t bits;
    memcpy(&bits, &whole, sizeof bits);
    bits &= ~(uint64_t)0x3F;
    memcpy(&head[j], &bits, sizeof bits);
    tail[j] = (double)(power - head[j]);
  }
}

/* exp(x) = 2**m 2**(j/32) exp(r), |r| <= ln 2 / 64. P. T. P. Tang, "Table-driven implementation of the exponential
 * function in IEEE floating-point arithmetic", 1989, with the polynomial of that paper. For |x| <= 708. */
static __m512d exp_f64(__m512d x) {
  __m512d n = _mm512_roundscale_pd(_mm512_mul_pd(x, f64(0x1.71547652b82fep+5)), NEAREST);
  __m512d high = _mm512_fmadd_pd(n, f64(-0x1.62e42fefp-6), x), low = _mm512_mul_pd(n, f64(-0x1.473de6af278edp-39));
  __m512d r = _mm512_add_pd(high, low);
  __m512d p = _mm512_fmadd_pd(f64(0x1.6c1728d739765p-10), r, f64(0x1.11115b7aa905ep-7));
  p = _mm512_fmadd_pd(p, r, f64(0x1.5555555545d4ep-5));
  p = _mm512_fmadd_pd(p, r, f64(0x1.5555555548f7cp-3));
  p = _mm512_fmadd_pd(p, r, f64(0.5));
  p = _mm512_mul_pd(_mm512_mul_pd(p, r), r);
  p = _mm512_add_pd(high, _mm512_add_pd(low, p));
  __m512i step = _mm512_cvtpd_epi64(n), j = _mm512_and_si512(step, _mm512_set1_epi64(STEPS - 1));
  __m512d m = _mm512_cvtepi64_pd(_mm512_srai_epi64(step, 5));
  __m512d s1 = _mm512_i64gather_pd(j, head, 8), s2 = _mm512_i64gather_pd(j, tail, 8);
  __m512d rest = _mm512_fmadd_pd(_mm512_add_pd(s1, s2), p, s2);
  return _mm512_scalef_pd(_mm512_add_pd(s1, rest), m);
}

/* ---- Loops ---- */

/* What `function` gives for n elements. Beyond [least, most] lie inputs that may raise flags, which `plain` raises;
 * where `exact` is set its result counts too. Within, no flag is raised. The last vector is filled with ones: the
 * result for an element does not depend on its place. */
#define LOOP(bits, real, Wide, Mask, W, ps)                                                                           \
  static inline __attribute__((always_inline)) void run_##bits(                                                      \
      Vector##bits *function, real (*plain)(real), real least, real most, bool exact, char *out, int64_t so,          \
      const char *a, int64_t sa, int64_t n) {                                                                         \
    unsigned flags = _mm_getcsr();                                                                                    \
    for (int64_t i = 0; i < n; i += W) {                                                                              \
      int64_t left = n - i < W ? n - i : W;                                                                           \
      Mask lanes = (Mask)((1u << left) - 1);                                                                          \
      real in[W], result[W];                                                                                          \
      Wide x;                                                                                                         \
      if (sa == (int64_t)sizeof(real)) {                                                                              \
        x = _mm512_mask_loadu_##ps(f##bits(1), lanes, a + i * sa);                                                    \
      } else {                                                                                                        \
        for (int64_t lane = 0; lane < W; lane++) in[lane] = lane < left ? *(const real *)(a + (i + lane) * sa) : 1;   \
        x = _mm512_loadu_##ps(in);                                                                                    \
      }                                                                                                               \
      Mask beyond = _mm512_cmp_##ps##_mask(x, f##bits(least), _CMP_LT_OQ) |                                           \
                    _mm512_cmp_##ps##_mask(x, f##bits(most), _CMP_GT_OQ);                                             \
      Wide y = function(x);                                                                                           \
      if (__builtin_expect(beyond, 0)) {                                                                              \
        _mm_setcsr(flags);                                                                                            \
        _mm512_storeu_##ps(in, x);                                                                                    \
        _mm512_storeu_##ps(result, y);                                                                                \
        for (int64_t lane = 0; lane < left; lane++) {                                                                 \
          if (!(beyond >> lane & 1)) continue;                                                                        \
          volatile real asked = plain(in[lane]);                                                                      \
          if (exact) result[lane] = asked;                                                                            \
        }                                                                                                             \
        flags = _mm_getcsr();                                                                                         \
        y = _mm512_loadu_##ps(result);                                                                                \
      }                                                                                                               \
      if (so == (int64_t)sizeof(real)) {                                                                              \
        _mm512_mask_storeu_##ps(out + i * so, lanes, y);                                                              \
      } else {                                                                                                        \
        _mm512_storeu_##ps(result, y);                                                                                \
        for (int64_t lane = 0; lane < left; lane++) *(real *)(out + (i + lane) * so) = result[lane];                  \
      }                                                                                                               \
    }                                                                                                                 \
    _mm_setcsr(flags);                                                                                                \
  }
LOOP(32, float, __m512, __mmask16, 16, ps)
LOOP(64, double, __m512d, __mmask8, 8, pd)

/* Functions of libmvec: numpy's name, libmvec's, libm's, and where no flag is raised. */
#define LIBRARY_ROWS(ROW)                                                        \
  ROW(64, double, tanh, "_ZGVeN8v_tanh", tanh, -INFINITY, INFINITY)              \
  ROW(64, double, arcsinh, "_ZGVeN8v_asinh", asinh, -INFINITY, INFINITY)         \
  ROW(64, double, arccosh, "_ZGVeN8v_acosh", acosh, 1., INFINITY)                \
  ROW(64, double, arctanh, "_ZGVeN8v_atanh", atanh, -.99999999999, .99999999999) \
  ROW(32, float, tanh, "_ZGVeN16v_tanhf", tanhf, -INFINITY, INFINITY)            \
  ROW(32, float, expm1, "_ZGVeN16v_expm1f", expm1f, -INFINITY, 88.7f)            \
  ROW(32, float, log1p, "_ZGVeN16v_log1pf", log1pf, -0.9999999f, INFINITY)       \
  ROW(32, float, exp2, "_ZGVeN16v_exp2f", exp2f, -125.f, 127.f)                  \
  ROW(32, float, log2, "_ZGVeN16v_log2f", log2f, 1e-38f, INFINITY)               \
  ROW(32, float, log10, "_ZGVeN16v_log10f", log10f, 1e-38f, INFINITY)            \
  ROW(32, float, tan, "_ZGVeN16v_tanf", tanf, -3e38f, 3e38f)                     \
  ROW(32, float, sinh, "_ZGVeN16v_sinhf", sinhf, -88.f, 88.f)                    \
  ROW(32, float, cosh, "_ZGVeN16v_coshf", coshf, -88.f, 88.f)                    \
  ROW(32, float, arcsin, "_ZGVeN16v_asinf", asinf, -1.f, 1.f)                    \
  ROW(32, float, arccos, "_ZGVeN16v_acosf", acosf, -1.f, 1.f)                    \
  ROW(32, float, arctan, "_ZGVeN16v_atanf", atanf, -INFINITY, INFINITY)          \
  ROW(32, float, cbrt, "_ZGVeN16v_cbrtf", cbrtf, -INFINITY, INFINITY)            \
  ROW(32, float, arcsinh, "_ZGVeN16v_asinhf", asinhf, -INFINITY, INFINITY)       \
  ROW(32, float, arccosh, "_ZGVeN16v_acoshf", acoshf, 1.f, INFINITY)

#define LIBRARY_LOOP(bits, real, name, symbol, plain, least, most)                                                 \
  static Vector##bits *library_##name##_##bits;                                                                    \
  static void loop_##name##_##bits(char *out, int64_t so, const char *a, int64_t sa, const char *b, int64_t sb,    \
                                   int64_t n) {                                                                    \
    (void)b;                                                                                                       \
    (void)sb;                                                                                                      \
    run_##bits(library_##name##_##bits, plain, least, most, false, out, so, a, sa, n);                             \
  }
LIBRARY_ROWS(LIBRARY_LOOP)

#define OWN_LOOP(bits, function, plain, least, most, exact)                                                        \
  static void loop_##function(char *out, int64_t so, const char *a, int64_t sa, const char *b, int64_t sb,         \
                              int64_t n) {                                                                         \
    (void)b;                                                                                                       \
    (void)sb;                                                                                                      \
    run_##bits(function, plain, least, most, exact, out, so, a, sa, n);                                            \
  }
OWN_LOOP(32, exp_f32, expf, -87.f, 88.f, false)
OWN_LOOP(32, log_f32, logf, 1e-38f, INFINITY, false)
OWN_LOOP(32, sin_f32, sinf, -71476.f, 71476.f, true)
OWN_LOOP(32, cos_f32, cosf, -71476.f, 71476.f, true)
OWN_LOOP(64, exp_f64, exp, -708., 708., true)

/* Loaded when a program first asks for one of its functions. */
static void load_library(void) {
  void *library = dlopen("libmvec.so.1", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
#define FIND(bits, real, name, symbol, plain, least, most) \
  *(void **)&library_##name##_##bits = dlsym(library, symbol);
  LIBRARY_ROWS(FIND)
}

NdLoop *nd_wide_loop(NdLoop *const *loops, NdType type) {
  static pthread_once_t steps_once = PTHREAD_ONCE_INIT, library_once = PTHREAD_ONCE_INIT;
  if (type != ND_FLOAT32 && type != ND_FLOAT64) return NULL;
  const int wanted = type == ND_FLOAT32 ? 32 : 64;
  if (loops == nd_loops_avx2_exp) {
    if (wanted == 64) pthread_once(&steps_once, make_steps);
    return wanted == 32 ? loop_exp_f32 : loop_exp_f64;
  }
  if (loops == nd_loops_avx2_log) return wanted == 32 ? loop_log_f32 : NULL;
  if (loops == nd_loops_avx2_sin) return wanted == 32 ? loop_sin_f32 : NULL;
  if (loops == nd_loops_avx2_cos) return wanted == 32 ? loop_cos_f32 : NULL;
#define CHOOSE(bits, real, name, symbol, plain, least, most) \
  if (loops == nd_loops_avx2_##name && wanted == bits) {   \
    pthread_once(&library_once, load_library);             \
    return library_##name##_##bits ? loop_##name##_##bits : NULL; \
  }
  LIBRARY_ROWS(CHOOSE)
  return NULL;
}
