#include "engine/array/lapack.h"

#include <math.h>
#include <string.h>

#include "engine/compute/blas.h"
#include "engine/compute/blas_library.h"
#include "engine/core/memory.h"

/* LAPACK as OpenBLAS exports it: Fortran, every argument by address, matrices column by column. numpy.linalg computes
 * float32 in double precision too, so these are all. */
typedef const int *Int;
typedef const char *Letter;
typedef double *Data;
static struct {
  void (*dgesv_)(Int n, Int k, Data a, Int lda, int *pivots, Data b, Int ldb, int *info);
  void (*dgetrf_)(Int m, Int n, Data a, Int lda, int *pivots, int *info);
  void (*dpotrf_)(Letter triangle, Int n, Data a, Int lda, int *info);
  void (*dsyevd_)(Letter job, Letter triangle, Int n, Data a, Int lda, Data w, Data work, Int lwork,
                  int *iwork, Int liwork, int *info);
  void (*dgeev_)(Letter left, Letter right, Int n, Data a, Int lda, Data wr, Data wi, Data vl, Int ldvl,
                  Data vr, Int ldvr, Data work, Int lwork, int *info);
  void (*dgesdd_)(Letter job, Int m, Int n, Data a, Int lda, Data s, Data u, Int ldu, Data vt, Int ldvt,
                  Data work, Int lwork, int *iwork, int *info);
  void (*dgeqrf_)(Int m, Int n, Data a, Int lda, Data tau, Data work, Int lwork, int *info);
  void (*dorgqr_)(Int m, Int n, Int k, Data a, Int lda, Data tau, Data work, Int lwork, int *info);
  void (*dgelsd_)(Int m, Int n, Int k, Data a, Int lda, Data b, Int ldb, Data s, Data rcond, int *rank,
                  Data work, Int lwork, int *iwork, int *info);
} lapack;

/* The functions are found with the first decomposition, as all of OpenBLAS is (blas_library.h). */
static bool lapack_load(Error *error) {
  static const struct {
    const char *name;
    void **to;
  } functions[] = {
      {"dgesv_", (void **)&lapack.dgesv_},
      {"dgetrf_", (void **)&lapack.dgetrf_},
      {"dpotrf_", (void **)&lapack.dpotrf_},
      {"dsyevd_", (void **)&lapack.dsyevd_},
      {"dgeev_", (void **)&lapack.dgeev_},
      {"dgesdd_", (void **)&lapack.dgesdd_},
      {"dgeqrf_", (void **)&lapack.dgeqrf_},
      {"dorgqr_", (void **)&lapack.dorgqr_},
      {"dgelsd_", (void **)&lapack.dgelsd_},
  };
  blas_choose();
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
    if (*functions[i].to == NULL && (*functions[i].to = blas_library_symbol(functions[i].name)) == NULL) {
      core_fail(error, ERROR_NOT_IMPLEMENTED, "this OpenBLAS has no LAPACK function %s", functions[i].name);
      return core_hint(error, "install Debian's package libopenblas0-pthread");
    }
  return true;
}

/* ---- Stacks and scratch memory ----- */

typedef struct Stack {
  int64_t count, rows, columns;
} Stack;

static Stack stack_of(const NdArray *array) {
  Stack stack = {1, array->shape[array->ndim - 2], array->shape[array->ndim - 1]};
  for (int i = 0; i < array->ndim - 2; i++) stack.count *= array->shape[i];
  return stack;
}

static double *reals(const NdArray *array) { return (double *)array->data; }

/* A new array: the leading dimensions of `like`, then rows and columns (-1: absent). */
static NdArray *result_like(const NdArray *like, int64_t rows, int64_t columns, Error *error) {
  int64_t shape[ND_MAX_DIMS];
  int ndim = like->ndim - 2;
  memcpy(shape, like->shape, sizeof *shape * (size_t)ndim);
  if (rows >= 0) shape[ndim++] = rows;
  if (columns >= 0) shape[ndim++] = columns;
  return nd_zeros(ND_FLOAT64, ndim, shape, error);
}

/* Scratch memory of one call, freed together. */
typedef struct Scratch {
  void *held[10];
  int count;
  bool failed;
} Scratch;
static void *scratch_of(Scratch *all, int64_t items, size_t size) {
  void *made = core_alloc_zero((size_t)(items > 0 ? items : 1), size);
  if (made == NULL) all->failed = true;
  else all->held[all->count++] = made;
  return made;
}
static double *scratch(Scratch *all, int64_t items) { return scratch_of(all, items, sizeof(double)); }
static int *scratch_ints(Scratch *all, int64_t items) { return scratch_of(all, items, sizeof(int)); }
static void scratch_free(Scratch *all) {
  for (int i = 0; i < all->count; i++) core_free(all->held[i]);
  all->count = 0;
}

/* Row by row to column by column; called with rows and columns exchanged it goes back. */
static void turn(double *to, const double *from, int64_t rows, int64_t columns) {
  for (int64_t r = 0; r < rows; r++)
    for (int64_t c = 0; c < columns; c++) to[c * rows + r] = from[r * columns + c];
}
static int at_least_one(int64_t n) { return n > 1 ? (int)n : 1; }
static bool no_memory(Error *error) { return core_fail_memory(error, 0); }

/* ---- Equations ----- */

NdArray *nd_lapack_solve(NdArray *a, NdArray *b, bool *failed, Error *error) {
  if (!lapack_load(error)) return NULL;
  Stack stack = stack_of(a);
  int64_t k = b ? b->shape[b->ndim - 1] : stack.columns;
  NdArray *out = result_like(a, stack.rows, k, error);
  if (out == NULL || out->size == 0) return out;
  Scratch all = {0};
  int n = (int)stack.rows, sides = (int)k, info = 0;
  double *matrix = scratch(&all, stack.rows * stack.rows), *right = scratch(&all, stack.rows * k);
  int *pivots = scratch_ints(&all, stack.rows);
  if (all.failed) no_memory(error);
  for (int64_t i = 0; !all.failed && i < stack.count; i++) {
    turn(matrix, reals(a) + i * n * n, n, n);
    if (b) turn(right, reals(b) + i * n * k, n, k);
    else {
      memset(right, 0, (size_t)(n * n) * sizeof *right);
      for (int j = 0; j < n; j++) right[(int64_t)j * n + j] = 1.0;
    }
    lapack.dgesv_(&n, &sides, matrix, &n, pivots, right, &n, &info);
    if (info != 0) all.failed = *failed = true;
    else turn(reals(out) + i * n * k, right, k, n);
  }
  scratch_free(&all);
  if (!all.failed) return out;
  nd_release(out);
  return NULL;
}

bool nd_lapack_determinant(NdArray *a, NdArray **sign, NdArray **logarithm, Error *error) {
  if (!lapack_load(error)) return false;
  Stack stack = stack_of(a);
  *sign = result_like(a, -1, -1, error);
  *logarithm = *sign ? result_like(a, -1, -1, error) : NULL;
  Scratch all = {0};
  int n = (int)stack.rows, lead = at_least_one(n), info = 0;
  double *matrix = scratch(&all, stack.rows * stack.rows);
  int *pivots = scratch_ints(&all, stack.rows);
  if (*logarithm == NULL || all.failed) {
    if (all.failed && *logarithm) no_memory(error);
    nd_release(*sign);
    nd_release(*logarithm);
    scratch_free(&all);
    return false;
  }
  for (int64_t i = 0; i < stack.count; i++) {
    turn(matrix, reals(a) + i * n * n, n, n);
    if (n) lapack.dgetrf_(&n, &n, matrix, &lead, pivots, &info);
    double turned = 1.0, sum = 0.0;
    for (int j = 0; j < n; j++) {
      double head = matrix[(int64_t)j * n + j];
      if (pivots[j] != j + 1) turned = -turned;
      if (head < 0.0) turned = -turned;
      sum += log(fabs(head));
    }
    if (info > 0) {
      turned = 0.0;
      sum = -INFINITY;
    }
    reals(*sign)[i] = turned;
    reals(*logarithm)[i] = sum;
  }
  scratch_free(&all);
  return true;
}

NdArray *nd_lapack_cholesky(NdArray *a, bool upper, bool *failed, Error *error) {
  if (!lapack_load(error)) return NULL;
  Stack stack = stack_of(a);
  NdArray *out = result_like(a, stack.rows, stack.rows, error);
  if (out == NULL || out->size == 0) return out;
  int n = (int)stack.rows, info = 0;
  double *matrix = core_alloc_zero((size_t)(n * n), sizeof *matrix);
  if (matrix == NULL) no_memory(error);
  for (int64_t i = 0; matrix && !*failed && i < stack.count; i++) {
    turn(matrix, reals(a) + i * n * n, n, n);
    lapack.dpotrf_(upper ? "U" : "L", &n, matrix, &n, &info);
    *failed = info != 0;
    for (int64_t c = 0; c < n; c++)
      for (int64_t r = 0; r < n; r++)
        if (upper ? r > c : r < c) matrix[c * n + r] = 0.0;
    turn(reals(out) + i * n * n, matrix, n, n);
  }
  bool done = matrix && !*failed;
  core_free(matrix);
  if (done) return out;
  nd_release(out);
  return NULL;
}

/* ---- Eigenvalues ----- */

bool nd_lapack_eigh(NdArray *a, char triangle, NdArray **values, NdArray **vectors, bool *failed, Error *error) {
  if (!lapack_load(error)) return false;
  Stack stack = stack_of(a);
  int n = (int)stack.rows, lead = at_least_one(n), info = 0, ask = -1, ints = 0;
  const char *job = vectors ? "V" : "N";
  Scratch all = {0};
  double room[2] = {0};
  *values = result_like(a, n, -1, error);
  if (vectors) *vectors = *values ? result_like(a, n, n, error) : NULL;
  if (*values == NULL || (vectors && *vectors == NULL)) goto lost;
  if ((*values)->size == 0) return true;
  double *matrix = scratch(&all, (int64_t)n * n), *w = scratch(&all, n);
  if (!all.failed)
    lapack.dsyevd_(job, &triangle, &n, matrix, &lead, w, room, &ask, &ints, &ask, &info);
  int size = (int)room[0];
  double *work = scratch(&all, size);
  int *iwork = scratch_ints(&all, ints);
  if (all.failed) {
    no_memory(error);
    goto lost;
  }
  for (int64_t i = 0; i < stack.count && !*failed; i++) {
    turn(matrix, reals(a) + i * n * n, n, n);
    lapack.dsyevd_(job, &triangle, &n, matrix, &lead, w, work, &size, iwork, &ints, &info);
    *failed = info != 0;
    memcpy(reals(*values) + i * n, w, (size_t)n * sizeof *w);
    if (vectors) turn(reals(*vectors) + i * n * n, matrix, n, n);
  }
  scratch_free(&all);
  if (!*failed) return true;
lost:
  scratch_free(&all);
  nd_release(*values);
  if (vectors) nd_release(*vectors);
  return false;
}

bool nd_lapack_eig(NdArray *a, NdArray **real, NdArray **imaginary, NdArray **vectors, bool *failed, Error *error) {
  if (!lapack_load(error)) return false;
  Stack stack = stack_of(a);
  int n = (int)stack.rows, lead = at_least_one(n), info = 0, ask = -1, one = 1;
  Scratch all = {0};
  double room[2] = {0};
  *real = result_like(a, n, -1, error);
  *imaginary = *real ? result_like(a, n, -1, error) : NULL;
  if (vectors) *vectors = *imaginary ? result_like(a, n, n, error) : NULL;
  if (*imaginary == NULL || (vectors && *vectors == NULL)) goto lost;
  if ((*real)->size == 0) return true;
  double *matrix = scratch(&all, (int64_t)n * n), *right = scratch(&all, (int64_t)n * n);
  const char *job = vectors ? "V" : "N";
  if (!all.failed)
    lapack.dgeev_("N", job, &n, matrix, &lead, room, room, room, &one, right, &lead, room, &ask, &info);
  int size = (int)room[0];
  double *work = scratch(&all, size);
  if (all.failed) {
    no_memory(error);
    goto lost;
  }
  for (int64_t i = 0; i < stack.count && !*failed; i++) {
    int64_t at = i * n;
    turn(matrix, reals(a) + at * n, n, n);
    lapack.dgeev_("N", job, &n, matrix, &lead, reals(*real) + at, reals(*imaginary) + at, room, &one, right,
         &lead, work, &size, &info);
    *failed = info != 0;
    if (vectors) turn(reals(*vectors) + at * n, right, n, n);
  }
  scratch_free(&all);
  if (!*failed) return true;
lost:
  scratch_free(&all);
  nd_release(*real);
  nd_release(*imaginary);
  if (vectors) nd_release(*vectors);
  return false;
}

/* ---- Singular values ----- */

bool nd_lapack_svd(NdArray *a, char job, NdArray **u, NdArray **s, NdArray **vh, bool *failed, Error *error) {
  if (!lapack_load(error)) return false;
  Stack stack = stack_of(a);
  int m = (int)stack.rows, n = (int)stack.columns, least = m < n ? m : n, info = 0, ask = -1;
  int u_columns = job == 'A' ? m : least, v_rows = job == 'A' ? n : least;
  int lead = at_least_one(m), u_lead = at_least_one(m), v_lead = at_least_one(v_rows);
  bool all_parts = job != 'N';
  Scratch all = {0};
  double room[2] = {0};
  NdArray *left = NULL, *right = NULL;
  *s = result_like(a, least, -1, error);
  if (all_parts) {
    left = *s ? result_like(a, m, u_columns, error) : NULL;
    right = left ? result_like(a, v_rows, n, error) : NULL;
  }
  if (*s == NULL || (all_parts && right == NULL)) goto lost;
  if (least > 0 && stack.count > 0) {
    double *matrix = scratch(&all, (int64_t)m * n), *parts = scratch(&all, (int64_t)m * u_columns),
         *rows = scratch(&all, (int64_t)v_rows * n);
    int *iwork = scratch_ints(&all, 8 * (int64_t)least);
    blas_choose();
    if (!all.failed)
      lapack.dgesdd_(&job, &m, &n, matrix, &lead, reals(*s), parts, &u_lead, rows, &v_lead, room, &ask, iwork,
           &info);
    int size = (int)room[0];
    double *work = scratch(&all, size);
    if (all.failed) {
      no_memory(error);
      goto lost;
    }
    for (int64_t i = 0; i < stack.count && !*failed; i++) {
      turn(matrix, reals(a) + i * m * n, m, n);
      lapack.dgesdd_(&job, &m, &n, matrix, &lead, reals(*s) + i * least, parts, &u_lead,
           rows, &v_lead, work, &size, iwork, &info);
      *failed = info != 0;
      if (!all_parts) continue;
      turn(reals(left) + i * m * u_columns, parts, u_columns, m);
      turn(reals(right) + i * v_rows * n, rows, n, v_rows);
    }
    if (*failed) goto lost;
  } else if (job == 'A') { /* of an empty matrix: identities */
    for (int64_t i = 0; i < stack.count; i++) {
      for (int64_t j = 0; j < m; j++) reals(left)[(i * m + j) * m + j] = 1.0;
      for (int64_t j = 0; j < n; j++) reals(right)[(i * n + j) * n + j] = 1.0;
    }
  }
  scratch_free(&all);
  if (all_parts) {
    *u = left;
    *vh = right;
  }
  return true;
lost:
  scratch_free(&all);
  nd_release(*s);
  nd_release(left);
  nd_release(right);
  return false;
}

/* ---- Orthogonal factors ----- */

bool nd_lapack_qr(NdArray *a, int64_t columns, NdArray **q, NdArray **r, Error *error) {
  if (!lapack_load(error)) return false;
  Stack stack = stack_of(a);
  int m = (int)stack.rows, n = (int)stack.columns, least = m < n ? m : n, wide = (int)columns, info = 0, ask = -1;
  int lead = at_least_one(m);
  int64_t room_columns = columns > n ? columns : n;
  Scratch all = {0};
  double room[2] = {0};
  *r = result_like(a, columns, n, error);
  if (q) *q = *r ? result_like(a, m, columns, error) : NULL;
  if (*r == NULL || (q && *q == NULL)) goto lost;
  double *matrix = scratch(&all, m * room_columns), *tau = scratch(&all, least),
       *rows = scratch(&all, columns * n);
  int size = 1, more = 1;
  if (!all.failed && least > 0) {
    lapack.dgeqrf_(&m, &n, matrix, &lead, tau, room, &ask, &info);
    size = (int)room[0];
    if (q) lapack.dorgqr_(&m, &wide, &least, matrix, &lead, tau, room, &ask, &info);
    more = (int)room[0];
  }
  double *work = scratch(&all, size > more ? size : more);
  if (all.failed) {
    no_memory(error);
    goto lost;
  }
  for (int64_t i = 0; i < stack.count; i++) {
    turn(matrix, reals(a) + (int64_t)m * n * i, m, n);
    if (least > 0) lapack.dgeqrf_(&m, &n, matrix, &lead, tau, work, &size, &info);
    memset(rows, 0, (size_t)(columns * n) * sizeof *rows);
    for (int64_t c = 0; c < n; c++)
      for (int64_t k = 0; k <= c && k < least; k++)
        rows[k * n + c] = matrix[c * m + k];
    memcpy(reals(*r) + i * columns * n, rows, (size_t)(columns * n) * sizeof *rows);
    if (q == NULL) continue;
    if (least > 0) lapack.dorgqr_(&m, &wide, &least, matrix, &lead, tau, work, &more, &info);
    else
      for (int64_t k = 0; k < columns; k++) matrix[k * m + k] = 1.0;
    turn(reals(*q) + i * m * columns, matrix, columns, m);
  }
  scratch_free(&all);
  return true;
lost:
  scratch_free(&all);
  nd_release(*r);
  if (q) nd_release(*q);
  return false;
}

bool nd_lapack_lstsq(NdArray *a, NdArray *b, double rcond, NdArray **x, NdArray **residuals, NdArray **s, int64_t *rank,
                     bool *failed, Error *error) {
  if (!lapack_load(error)) return false;
  Stack stack = stack_of(a);
  int m = (int)stack.rows, n = (int)stack.columns, k = (int)b->shape[1], least = m < n ? m : n;
  int info = 0, ask = -1, found = 0, ints = 0, lead = at_least_one(m), high = at_least_one(m > n ? m : n);
  Scratch all = {0};
  double room[2] = {0};
  *x = nd_zeros(ND_FLOAT64, 2, (int64_t[]){n, k}, error);
  *residuals = *x ? nd_zeros(ND_FLOAT64, 1, (int64_t[]){k}, error) : NULL;
  *s = *residuals ? nd_zeros(ND_FLOAT64, 1, (int64_t[]){least}, error) : NULL;
  *rank = 0;
  if (*s == NULL) goto lost;
  if (least == 0 || k == 0) return true;
  double *matrix = scratch(&all, (int64_t)m * n), *right = scratch(&all, (int64_t)high * k);
  if (!all.failed)
    lapack.dgelsd_(&m, &n, &k, matrix, &lead, right, &high, reals(*s), &rcond, &found, room, &ask, &ints,
         &info);
  int size = (int)room[0];
  double *work = scratch(&all, size);
  int *iwork = scratch_ints(&all, ints);
  if (all.failed) {
    no_memory(error);
    goto lost;
  }
  turn(matrix, reals(a), m, n);
  for (int64_t c = 0; c < k; c++)
    for (int64_t r = 0; r < m; r++)
      right[c * high + r] = reals(b)[r * k + c];
  lapack.dgelsd_(&m, &n, &k, matrix, &lead, right, &high, reals(*s), &rcond, &found, work, &size, iwork,
       &info);
  if (info != 0) {
    *failed = true;
    goto lost;
  }
  *rank = found;
  for (int64_t c = 0; c < k; c++) {
    for (int64_t r = 0; r < n; r++)
      reals(*x)[r * k + c] = right[c * high + r];
    double sum = 0.0;
    for (int64_t r = n; r < m; r++) {
      double left = right[c * high + r];
      sum += left * left;
    }
    reals(*residuals)[c] = sum;
  }
  scratch_free(&all);
  return true;
lost:
  scratch_free(&all);
  nd_release(*x);
  nd_release(*residuals);
  nd_release(*s);
  return false;
}
