#include "engine/compute/blas.h"

#include <limits.h>
#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "engine/compute/blas_library.h"
#include "engine/compute/cpu.h"
#include "engine/compute/pool.h"

/* Set by blas_choose; NULL where OpenBLAS is not there and plain loops stand in. */
static const BlasLibrary *openblas;

static const char *kernel_name = "";
static const char *kernel_reason = "";

/* The kernels of OpenBLAS that need AVX2 or AVX-512; every other name is below both. */
static const struct {
  const char *name;
  CpuLevel level;
} core_levels[] = {
    {"Haswell", CPU_AVX2},      {"Zen", CPU_AVX2},          {"Excavator", CPU_AVX2},
    {"SkylakeX", CPU_AVX512},   {"Cooperlake", CPU_AVX512}, {"SapphireRapids", CPU_AVX512},
};

static CpuLevel core_level(const char *name) {
  for (size_t i = 0; i < sizeof core_levels / sizeof *core_levels; i++) {
    if (strcasecmp(name, core_levels[i].name) == 0) return core_levels[i].level;
  }
  return CPU_SSE2;
}

static const char *core_name(void) {
  return openblas->openblas_get_corename ? openblas->openblas_get_corename() : "unknown";
}

/* OPENBLAS_CORETYPE is read when the dispatch starts: start it again with `name` (NULL: let it find one itself). */
static void restart_dispatch(const char *name) {
  if (name) {
    setenv("OPENBLAS_CORETYPE", name, 1);
  } else {
    unsetenv("OPENBLAS_CORETYPE");
  }
  openblas->gotoblas_dynamic_quit();
  openblas->gotoblas_dynamic_init();
  unsetenv("OPENBLAS_CORETYPE"); /* programs that we start shall choose for themselves */
}

/* Sizes that no kernel's tile divides, so that the edge code runs too. */
enum { CHECK_M = 37, CHECK_N = 29, CHECK_K = 53 };

/* Multiplies one small product both ways; a kernel that is wrong for this processor shows here. */
static bool product_is_right(void) {
  static float a[CHECK_M * CHECK_K], b[CHECK_K * CHECK_N], c[CHECK_M * CHECK_N];
  static double da[CHECK_M * CHECK_K], db[CHECK_K * CHECK_N], dc[CHECK_M * CHECK_N];
  uint32_t state = 1;
  for (int i = 0; i < CHECK_M * CHECK_K; i++) {
    state = state * 1664525u + 1013904223u;
    da[i] = a[i] = (float)(state >> 8) / 16777216.0f - 0.5f;
  }
  for (int i = 0; i < CHECK_K * CHECK_N; i++) {
    state = state * 1664525u + 1013904223u;
    db[i] = b[i] = (float)(state >> 8) / 16777216.0f - 0.5f;
  }
  openblas->cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, CHECK_M, CHECK_N, CHECK_K, 1, a, CHECK_K, b, CHECK_N,
                        0, c, CHECK_N);
  openblas->cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, CHECK_M, CHECK_N, CHECK_K, 1, da, CHECK_K, db,
                        CHECK_N, 0, dc, CHECK_N);
  for (int i = 0; i < CHECK_M; i++) {
    for (int j = 0; j < CHECK_N; j++) {
      double exact = 0;
      for (int p = 0; p < CHECK_K; p++) exact += da[i * CHECK_K + p] * db[p * CHECK_N + j];
      if (!(fabs(c[i * CHECK_N + j] - exact) < 1e-4) || !(fabs(dc[i * CHECK_N + j] - exact) < 1e-12)) return false;
    }
  }
  return true;
}

/* The pool divides the work. */
static void one_thread(void) {
  if (openblas->openblas_set_num_threads) openblas->openblas_set_num_threads(1);
}

static void choose_once(void) {
  openblas = blas_library();
  if (!openblas) {
    kernel_name = "none";
    kernel_reason = blas_library_problem();
    return;
  }
  one_thread();
  kernel_name = core_name();
  const char *user = getenv("OPENBLAS_CORETYPE");
  if (user && *user) {
    kernel_reason = "OPENBLAS_CORETYPE is set";
    return;
  }
  CpuLevel best = cpu_best_level();
  kernel_reason = "found by OpenBLAS";
  if (core_level(kernel_name) >= best) return;
  if (!openblas->gotoblas_dynamic_quit || !openblas->gotoblas_dynamic_init || !openblas->openblas_get_corename) {
    kernel_reason = "found by OpenBLAS, below what CPUID allows: this build cannot be told";
    return;
  }
  const char *wanted, *reason;
  if (best == CPU_AVX512) {
    wanted = "SkylakeX";
    reason = "chosen: CPUID has avx512";
  } else {
    wanted = strcmp(cpu_vendor(), "AuthenticAMD") == 0 ? "Zen" : "Haswell";
    reason = "chosen: CPUID has avx2";
  }
  restart_dispatch(wanted);
  kernel_name = core_name();
  kernel_reason = reason;
  if (strcasecmp(kernel_name, wanted) != 0) {
    kernel_reason = "fallback: this OpenBLAS lacks the kernel that CPUID calls for";
  } else if (!product_is_right()) {
    restart_dispatch(NULL);
    kernel_name = core_name();
    kernel_reason = "fallback: the kernel that CPUID calls for gave a wrong product";
  }
  one_thread();
}

void blas_choose(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, choose_once);
}

const char *blas_kernel(void) {
  blas_choose();
  return kernel_name;
}

const char *blas_reason(void) {
  blas_choose();
  return kernel_reason;
}

const char *blas_build(void) {
  blas_choose();
  return openblas && openblas->openblas_get_config ? openblas->openblas_get_config() : "unknown";
}

/* Measured with the Zen and Haswell kernels, on one thread, where blocks can only cost: 64 columns instead of 32 make
 * 32 x 3072 x 200 10% faster, from 128 on nothing changes; row blocks of 64 cost 5% in the narrow weight gradients
 * (784 x 32 x 50) and 10% in large products, 128 half of that. An even number of blocks balances two threads. */
BlasBlocks blas_blocks(int64_t m, int64_t n, int64_t k) {
  enum { MOST_BLOCKS = 16, UNIT = 8 };
  BlasBlocks blocks = {.by_columns = false, .size = m > 0 ? m : 1, .count = 1};
  double work = (double)m * (double)n * (double)k;
  if (work < BLAS_PARALLEL_WORK) return blocks;
  /* The longer side is cut, so that the shorter operand is the one that every block reads whole. */
  blocks.by_columns = n > 32 && (n > m || m < 128);
  int64_t side = blocks.by_columns ? n : m;
  int64_t size = blocks.by_columns ? (n < 128 ? 32 : 64) : work < 3e7 ? 64 : 128;
  int64_t count = (side + size - 1) / size;
  if (blocks.by_columns) count += count % 2;
  if (count > MOST_BLOCKS) count = MOST_BLOCKS;
  if (blocks.by_columns || count == MOST_BLOCKS) size = ((side + count - 1) / count + UNIT - 1) / UNIT * UNIT;
  blocks.size = size < side ? size : side;
  blocks.count = (side + blocks.size - 1) / blocks.size;
  return blocks;
}

/* One precision: REAL, the letter of its functions, and so on. */
#define REAL float
#define BLAS(name) blas_s##name
#define CBLAS(name) openblas->cblas_s##name
#define LOCAL(name) name##_f32
#include "engine/compute/blas_real.inc"
#undef REAL
#undef BLAS
#undef CBLAS
#undef LOCAL

#define REAL double
#define BLAS(name) blas_d##name
#define CBLAS(name) openblas->cblas_d##name
#define LOCAL(name) name##_f64
#include "engine/compute/blas_real.inc"
