#include "engine/array/lapack_complex.h"

#include <math.h>
#include <string.h>

#include "engine/compute/blas.h"
#include "engine/compute/blas_library.h"
#include "engine/core/memory.h"

/* As in lapack.c: Fortran's functions, every argument by address, matrices column by column. */
typedef const int *Int;
typedef const char *Letter;
typedef NdComplex128 *Data;
static struct {
  void (*zgesv_)(Int n, Int k, Data a, Int lda, int *pivots, Data b, Int ldb, int *info);
  void (*zgetrf_)(Int m, Int n, Data a, Int lda, int *pivots, int *info);
  void (*zpotrf_)(Letter triangle, Int n, Data a, Int lda, int *info);
  void (*zheevd_)(Letter job, Letter triangle, Int n, Data a, Int lda, double *w, Data work, Int lwork, double *rwork,
                  Int lrwork, int *iwork, Int liwork, int *info);
  void (*zgeev_)(Letter left, Letter right, Int n, Data a, Int lda, Data w, Data vl, Int ldvl, Data vr, Int ldvr,
                 Data work, Int lwork, double *rwork, int *info);
  void (*zgesdd_)(Letter job, Int m, Int n, Data a, Int lda, double *s, Data u, Int ldu, Data vt, Int ldvt, Data work,
                  Int lwork, double *rwork, int *iwork, int *info);
  void (*zgeqrf_)(Int m, Int n, Data a, Int lda, Data tau, Data work, Int lwork, int *info);
  void (*zungqr_)(Int m, Int n, Int k, Data a, Int lda, Data tau, Data work, Int lwork, int *info);
} lapack;

static bool lapack_load(Error *error) {
  static const struct {
    const char *name;
    void **to;
  } functions[] = {
      {"zgesv_", (void **)&lapack.zgesv_},   {"zgetrf_", (void **)&lapack.zgetrf_},
      {"zpotrf_", (void **)&lapack.zpotrf_}, {"zheevd_", (void **)&lapack.zheevd_},
      {"zgeev_", (void **)&lapack.zgeev_},   {"zgesdd_", (void **)&lapack.zgesdd_},
      {"zgeqrf_", (void **)&lapack.zgeqrf_}, {"zungqr_", (void **)&lapack.zungqr_},
  };
  blas_choose();
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
    if (*functions[i].to == NULL && (*functions[i].to = blas_library_symbol(functions[i].name)) == NULL) {
      core_fail(error, ERROR_NOT_IMPLEMENTED, "this OpenBLAS has no LAPACK function %s", functions[i].name);
      return core_hint(error, "install Debian's package libopenblas0-pthread");
    }
  return true;
}

/* One call: the stack of matrices and the memory that it works in, all freed together. */
typedef struct Call {
  int64_t count;
  int m, n;
  void *held[10];
  int held_count;
  bool good;
} Call;

static void *room(Call *call, int64_t items, size_t size) {
  void *made = call->good ? core_alloc_zero((size_t)(items > 0 ? items : 1), size) : NULL;
  if (made == NULL) call->good = false;
  else call->held[call->held_count++] = made;
  return made;
}
static NdComplex128 *complexes(Call *call, int64_t items) { return room(call, items, sizeof(NdComplex128)); }
static double *reals(Call *call, int64_t items) { return room(call, items, sizeof(double)); }
static int *integers(Call *call, int64_t items) { return room(call, items, sizeof(int)); }

static Call call_begin(const NdArray *a, Error *error) {
  Call call = {.count = 1, .m = (int)a->shape[a->ndim - 2], .n = (int)a->shape[a->ndim - 1]};
  for (int i = 0; i < a->ndim - 2; i++) call.count *= a->shape[i];
  call.good = lapack_load(error);
  return call;
}
static void call_end(Call *call) {
  for (int i = 0; i < call->held_count; i++) core_free(call->held[i]);
}

/* A result of the call: the leading dimensions of `like`, then rows and columns (-1: absent). */
static NdArray *result_like(Call *call, const NdArray *like, NdType type, int64_t rows, int64_t columns, Error *error) {
  int64_t shape[ND_MAX_DIMS];
  int ndim = like->ndim - 2;
  memcpy(shape, like->shape, sizeof *shape * (size_t)ndim);
  if (rows >= 0) shape[ndim++] = rows;
  if (columns >= 0) shape[ndim++] = columns;
  NdArray *made = call->good ? nd_zeros(type, ndim, shape, error) : NULL;
  if (made == NULL) call->good = false;
  return made;
}

static NdComplex128 *matrix_at(const NdArray *array, int64_t i, int64_t size) {
  return (NdComplex128 *)array->data + i * size;
}

/* Row by row to column by column; called with rows and columns exchanged it goes back. */
static void turn(NdComplex128 *to, const NdComplex128 *from, int64_t rows, int64_t columns) {
  for (int64_t r = 0; r < rows; r++)
    for (int64_t c = 0; c < columns; c++) to[c * rows + r] = from[r * columns + c];
}
static int lead_of(int n) { return n > 1 ? n : 1; }

/* Memory that could not be had is the only failure without a word yet. */
static void say_memory(const Call *call, bool failed, Error *error) {
  if (!call->good && !failed && error != NULL && error->code == ERROR_NONE) core_fail_memory(error, 0);
}

NdArray *nd_lapack_complex_solve(NdArray *a, NdArray *b, bool *failed, Error *error) {
  Call call = call_begin(a, error);
  int n = call.n, sides = b ? (int)b->shape[b->ndim - 1] : n, info = 0;
  NdArray *out = result_like(&call, a, ND_COMPLEX128, n, sides, error);
  NdComplex128 *matrix = complexes(&call, (int64_t)n * n), *right = complexes(&call, (int64_t)n * sides);
  int *pivots = integers(&call, n);
  for (int64_t i = 0; call.good && out->size > 0 && i < call.count; i++) {
    turn(matrix, matrix_at(a, i, (int64_t)n * n), n, n);
    if (b) turn(right, matrix_at(b, i, (int64_t)n * sides), n, sides);
    else memset(right, 0, (size_t)n * (size_t)n * sizeof *right);
    for (int64_t j = 0; !b && j < n; j++) right[j * n + j].real = 1;
    lapack.zgesv_(&n, &sides, matrix, &n, pivots, right, &n, &info);
    if (info != 0) call.good = false, *failed = true;
    else turn(matrix_at(out, i, (int64_t)n * sides), right, sides, n);
  }
  call_end(&call);
  say_memory(&call, *failed, error);
  if (call.good) return out;
  nd_release(out);
  return NULL;
}

bool nd_lapack_complex_determinant(NdArray *a, NdArray **sign, NdArray **logarithm, Error *error) {
  Call call = call_begin(a, error);
  int n = call.n, lead = lead_of(n), info = 0;
  *sign = result_like(&call, a, ND_COMPLEX128, -1, -1, error);
  *logarithm = result_like(&call, a, ND_FLOAT64, -1, -1, error);
  NdComplex128 *matrix = complexes(&call, (int64_t)n * n);
  int *pivots = integers(&call, n);
  for (int64_t i = 0; call.good && i < call.count; i++) {
    turn(matrix, matrix_at(a, i, (int64_t)n * n), n, n);
    if (n) lapack.zgetrf_(&n, &n, matrix, &lead, pivots, &info);
    NdComplex128 turned = {1, 0};
    double sum = 0;
    for (int64_t j = 0; j < n; j++) {
      NdComplex128 head = matrix[j * n + j];
      double size = hypot(head.real, head.imag);
      if (pivots[j] != j + 1) turned = (NdComplex128){-turned.real, -turned.imag};
      head = (NdComplex128){head.real / size, head.imag / size};
      turned = (NdComplex128){turned.real * head.real - turned.imag * head.imag,
                              turned.real * head.imag + turned.imag * head.real};
      sum += log(size);
    }
    *matrix_at(*sign, i, 1) = info > 0 ? (NdComplex128){0} : turned;
    ((double *)(*logarithm)->data)[i] = info > 0 ? -INFINITY : sum;
  }
  call_end(&call);
  say_memory(&call, false, error);
  if (call.good) return true;
  nd_release(*sign);
  nd_release(*logarithm);
  return false;
}

NdArray *nd_lapack_complex_cholesky(NdArray *a, bool upper, bool *failed, Error *error) {
  Call call = call_begin(a, error);
  int n = call.n, info = 0;
  NdArray *out = result_like(&call, a, ND_COMPLEX128, n, n, error);
  NdComplex128 *matrix = complexes(&call, (int64_t)n * n);
  for (int64_t i = 0; call.good && out->size > 0 && i < call.count; i++) {
    turn(matrix, matrix_at(a, i, (int64_t)n * n), n, n);
    lapack.zpotrf_(upper ? "U" : "L", &n, matrix, &n, &info);
    if (info != 0) call.good = false, *failed = true;
    for (int64_t c = 0; c < n; c++)
      for (int64_t r = 0; r < n; r++)
        if (upper ? r > c : r < c) matrix[c * n + r] = (NdComplex128){0};
    turn(matrix_at(out, i, (int64_t)n * n), matrix, n, n);
  }
  call_end(&call);
  say_memory(&call, *failed, error);
  if (call.good) return out;
  nd_release(out);
  return NULL;
}

/* Ends a call that made eigenvalues, and vectors where they are not NULL: where it failed they are released. */
static bool end_of_eigen(Call *call, bool failed, NdArray *values, NdArray *vectors, Error *error) {
  call_end(call);
  say_memory(call, failed, error);
  if (call->good) return true;
  nd_release(values);
  nd_release(vectors);
  return false;
}

bool nd_lapack_complex_eigh(NdArray *a, char triangle, NdArray **values, NdArray **vectors, bool *failed,
                            Error *error) {
  Call call = call_begin(a, error);
  int n = call.n, lead = lead_of(n), info = 0, ask = -1, ints = 0;
  const char *job = vectors ? "V" : "N";
  NdComplex128 size = {0};
  double real_size = 0;
  *values = result_like(&call, a, ND_FLOAT64, n, -1, error);
  if (vectors) *vectors = result_like(&call, a, ND_COMPLEX128, n, n, error);
  NdComplex128 *matrix = complexes(&call, (int64_t)n * n);
  if (call.good && n > 0)
    lapack.zheevd_(job, &triangle, &n, matrix, &lead, NULL, &size, &ask, &real_size, &ask, &ints, &ask, &info);
  int lwork = (int)size.real, lrwork = (int)real_size;
  NdComplex128 *work = complexes(&call, lwork);
  double *rwork = reals(&call, lrwork);
  int *iwork = integers(&call, ints);
  for (int64_t i = 0; call.good && n > 0 && i < call.count; i++) {
    turn(matrix, matrix_at(a, i, (int64_t)n * n), n, n);
    lapack.zheevd_(job, &triangle, &n, matrix, &lead, (double *)(*values)->data + i * n, work, &lwork, rwork, &lrwork,
                   iwork, &ints, &info);
    if (info != 0) call.good = false, *failed = true;
    if (vectors) turn(matrix_at(*vectors, i, (int64_t)n * n), matrix, n, n);
  }
  return end_of_eigen(&call, *failed, *values, vectors ? *vectors : NULL, error);
}

bool nd_lapack_complex_eig(NdArray *a, NdArray **values, NdArray **vectors, bool *failed, Error *error) {
  Call call = call_begin(a, error);
  int n = call.n, lead = lead_of(n), info = 0, ask = -1, one = 1;
  const char *job = vectors ? "V" : "N";
  NdComplex128 size = {0}, none = {0};
  *values = result_like(&call, a, ND_COMPLEX128, n, -1, error);
  if (vectors) *vectors = result_like(&call, a, ND_COMPLEX128, n, n, error);
  NdComplex128 *matrix = complexes(&call, (int64_t)n * n), *right = complexes(&call, (int64_t)n * n);
  double *rwork = reals(&call, 2 * (int64_t)n);
  if (call.good && n > 0)
    lapack.zgeev_("N", job, &n, matrix, &lead, &none, &none, &one, right, &lead, &size, &ask, rwork, &info);
  int lwork = (int)size.real;
  NdComplex128 *work = complexes(&call, lwork);
  for (int64_t i = 0; call.good && n > 0 && i < call.count; i++) {
    turn(matrix, matrix_at(a, i, (int64_t)n * n), n, n);
    lapack.zgeev_("N", job, &n, matrix, &lead, matrix_at(*values, i, n), &none, &one, right, &lead, work, &lwork, rwork,
                  &info);
    if (info != 0) call.good = false, *failed = true;
    if (vectors) turn(matrix_at(*vectors, i, (int64_t)n * n), right, n, n);
  }
  return end_of_eigen(&call, *failed, *values, vectors ? *vectors : NULL, error);
}

bool nd_lapack_complex_svd(NdArray *a, char job, NdArray **u, NdArray **s, NdArray **vh, bool *failed, Error *error) {
  Call call = call_begin(a, error);
  int m = call.m, n = call.n, least = m < n ? m : n, most = m < n ? n : m, info = 0, ask = -1;
  int columns = job == 'A' ? m : least, rows = job == 'A' ? n : least, lead = lead_of(m), row_lead = lead_of(rows);
  bool parts = job != 'N';
  NdComplex128 size = {0};
  NdArray *left = NULL, *right = NULL;
  *s = result_like(&call, a, ND_FLOAT64, least, -1, error);
  if (parts) left = result_like(&call, a, ND_COMPLEX128, m, columns, error);
  if (parts) right = result_like(&call, a, ND_COMPLEX128, rows, n, error);
  NdComplex128 *matrix = complexes(&call, (int64_t)m * n), *to_left = complexes(&call, (int64_t)m * columns),
               *to_right = complexes(&call, (int64_t)rows * n);
  int64_t wide = 5 * (int64_t)least + 7, tall = 2 * (int64_t)most + 2 * (int64_t)least + 1;
  double *rwork = reals(&call, (int64_t)least * (wide > tall ? wide : tall));
  int *iwork = integers(&call, 8 * (int64_t)least);
  if (call.good && least > 0)
    lapack.zgesdd_(&job, &m, &n, matrix, &lead, (double *)(*s)->data, to_left, &lead, to_right, &row_lead, &size, &ask,
                   rwork, iwork, &info);
  int lwork = (int)size.real;
  NdComplex128 *work = complexes(&call, lwork);
  for (int64_t i = 0; call.good && i < call.count; i++) {
    if (least > 0) {
      turn(matrix, matrix_at(a, i, (int64_t)m * n), m, n);
      lapack.zgesdd_(&job, &m, &n, matrix, &lead, (double *)(*s)->data + i * least, to_left, &lead, to_right, &row_lead,
                     work, &lwork, rwork, iwork, &info);
      if (info != 0) call.good = false, *failed = true;
      if (parts) turn(matrix_at(left, i, (int64_t)m * columns), to_left, columns, m);
      if (parts) turn(matrix_at(right, i, (int64_t)rows * n), to_right, n, rows);
    } else if (parts) {
      for (int64_t j = 0; j < columns; j++) matrix_at(left, i, (int64_t)m * columns)[j * columns + j].real = 1;
      for (int64_t j = 0; j < rows; j++) matrix_at(right, i, (int64_t)rows * n)[j * n + j].real = 1;
    }
  }
  call_end(&call);
  say_memory(&call, *failed, error);
  if (call.good) {
    if (parts) *u = left, *vh = right;
    return true;
  }
  nd_release(*s);
  nd_release(left);
  nd_release(right);
  return false;
}

bool nd_lapack_complex_qr(NdArray *a, int64_t columns, NdArray **q, NdArray **r, Error *error) {
  Call call = call_begin(a, error);
  int m = call.m, n = call.n, least = m < n ? m : n, wanted = (int)columns, lead = lead_of(m), info = 0, ask = -1;
  NdComplex128 size = {0}, more = {0};
  *r = result_like(&call, a, ND_COMPLEX128, columns, n, error);
  if (q) *q = result_like(&call, a, ND_COMPLEX128, m, columns, error);
  int64_t width = n > wanted ? n : wanted;
  NdComplex128 *matrix = complexes(&call, (int64_t)m * width), *tau = complexes(&call, least);
  if (call.good && least > 0) {
    lapack.zgeqrf_(&m, &n, matrix, &lead, tau, &size, &ask, &info);
    if (q) lapack.zungqr_(&m, &wanted, &least, matrix, &lead, tau, &more, &ask, &info);
  }
  int lwork = (int)(size.real > more.real ? size.real : more.real);
  if (lwork < 1) lwork = 1;
  NdComplex128 *work = complexes(&call, lwork);
  for (int64_t i = 0; call.good && i < call.count; i++) {
    turn(matrix, matrix_at(a, i, (int64_t)m * n), m, n);
    if (least > 0) lapack.zgeqrf_(&m, &n, matrix, &lead, tau, work, &lwork, &info);
    NdComplex128 *triangle = matrix_at(*r, i, columns * n);
    for (int64_t row = 0; row < columns; row++)
      for (int64_t c = row; c < n; c++) triangle[row * n + c] = matrix[c * m + row];
    if (!q) continue;
    if (least > 0) {
      lapack.zungqr_(&m, &wanted, &least, matrix, &lead, tau, work, &lwork, &info);
      turn(matrix_at(*q, i, m * columns), matrix, columns, m);
    } else {
      for (int64_t j = 0; j < columns; j++) matrix_at(*q, i, m * columns)[j * columns + j].real = 1;
    }
  }
  call_end(&call);
  say_memory(&call, false, error);
  if (call.good) return true;
  nd_release(*r);
  if (q) nd_release(*q);
  return false;
}
