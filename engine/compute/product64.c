#include "engine/compute/product64.h"

#include <stddef.h>
#include <string.h>

#include "engine/compute/blas.h"
#include "engine/compute/cpu.h"
#include "engine/compute/pool.h"
#include "engine/compute/product64_levels.h"
#include "engine/core/memory.h"

static const Product64Level *const levels[CPU_LEVEL_COUNT] = {[CPU_AVX2] = &product64_avx2,
                                                              [CPU_AVX512] = &product64_avx512};

/* Measured on Zen 5 beside OpenBLAS's kernels for it, one thread: 100 x 50 x 784 in 83 us for 169, its weight gradient
 * 784 x 50 x 100 in 72 for 156, 256 x 256 x 256 in 280 for 690, 1000 x 1000 x 1000 in 20 ms for 46; the avx2 level is
 * faster by a tenth or so. Few rows do not pay for the panels,
 * least of all where B lies across. */
bool product64_suits(int64_t m, int64_t n, int64_t k, bool transposed_b) {
  return levels[cpu_level()] != NULL && m >= (transposed_b ? 24 : 8) && n >= 2 && k >= 2 && n <= 1 << 16 &&
         k <= 1 << 16 && k * n <= 1 << 21;
}

static void make_panels(int64_t n, int64_t k, int64_t width, Product64Operand b, double *to) {
  for (int64_t first = 0; first < n; first += width, to += k * width) {
    int64_t columns = n - first < width ? n - first : width;
    const double *from = b.data + first * b.column;
    if (columns < width) memset(to, 0, (size_t)(k * width) * sizeof *to);
    if (b.column == 1) {
      for (int64_t p = 0; p < k; p++) memcpy(to + p * width, from + p * b.row, (size_t)columns * sizeof *to);
    } else {
      for (int64_t j = 0; j < columns; j++)
        for (int64_t p = 0; p < k; p++) to[p * width + j] = from[p * b.row + j * b.column];
    }
  }
}

typedef struct Job {
  const Product64Level *level;
  int64_t m, n, k, size;
  Product64Operand a;
  const double *panels;
  double *c;
  int64_t ldc;
} Job;

static void block_of_rows(void *context, int64_t block, int thread) {
  const Job *job = context;
  (void)thread;
  int64_t first = block * job->size, rows = job->m - first < job->size ? job->m - first : job->size;
  Product64Operand a = job->a;
  a.data += first * a.row;
  job->level->rows(rows, job->n, job->k, a, job->panels, job->c + first * job->ldc, job->ldc);
}

bool product64(int64_t m, int64_t n, int64_t k, Product64Operand a, Product64Operand b, double *c, int64_t ldc) {
  enum { TILE = 8, MOST_ROWS = 128, FEW = 4096 };
  const Product64Level *level = levels[cpu_level()];
  const int64_t wanted = (n + level->width - 1) / level->width * level->width * k;
  _Alignas(64) double few[FEW];
  double *panels = wanted <= FEW ? few : core_alloc_aligned((size_t)wanted * sizeof *panels);
  if (!panels) return false;
  make_panels(n, k, level->width, b, panels);
  Job job = {level, m, n, k, MOST_ROWS, a, panels, c, ldc};
  /* Even blocks of whole tiles, two a thread where four threads work. */
  if ((double)m * (double)n * (double)k >= BLAS_PARALLEL_WORK) {
    int64_t even = (m + 7) / 8;
    even = (even + TILE - 1) / TILE * TILE;
    if (even < job.size) job.size = even;
  }
  pool_run((m + job.size - 1) / job.size, block_of_rows, &job);
  if (panels != few) core_free(panels);
  return true;
}
