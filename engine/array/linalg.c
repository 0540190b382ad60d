/* Products of vectors, matrices and stacks of them. Floats go through OpenBLAS; integers through a plain loop. */
#include "engine/array/linalg.h"

#include <string.h>

#include "engine/array/cast.h"
#include "engine/array/complex.h"
#include "engine/array/element.h"
#include "engine/array/iterator.h"
#include "engine/array/shape.h"
#include "engine/array/times.h"
#include "engine/array/ufunc_elements.h"
#include "engine/array/ufunc_loops.h"
#include "engine/compute/blas.h"
#include "engine/compute/product64.h"

/* One matrix in memory: rows and columns lie `row` and `column` bytes apart. */
typedef struct Matrix {
  const char *data;
  int64_t row, column;
} Matrix;

/* Whether BLAS can read the matrix as it lies: as rows, or as the transpose of rows. `lead` counts elements. */
static bool blas_reads(Matrix matrix, int64_t rows, int64_t columns, int64_t item, bool *transposed, int64_t *lead) {
  if ((matrix.column == item || columns == 1) &&
      (rows == 1 || (matrix.row % item == 0 && matrix.row >= columns * item))) {
    *transposed = false;
    *lead = rows == 1 ? columns : matrix.row / item;
    return true;
  }
  if ((matrix.row == item || rows == 1) &&
      (columns == 1 || (matrix.column % item == 0 && matrix.column >= rows * item))) {
    *transposed = true;
    *lead = columns == 1 ? rows : matrix.column / item;
    return true;
  }
  return false;
}

/* out[i, j] = sum over p of a[i, p] b[p, j], wrapping; out is dense. */
#define PLAIN_PRODUCT(TAG, T, U, name)                                                                     \
  static void name##_##TAG(int64_t m, int64_t n, int64_t k, Matrix a, Matrix b, char *out) {               \
    T *to = (T *)out;                                                                                      \
    for (int64_t i = 0; i < m; i++, to += n) {                                                             \
      memset(to, 0, (size_t)n * sizeof(T));                                                                \
      for (int64_t p = 0; p < k; p++) {                                                                    \
        T x = *(const T *)(a.data + i * a.row + p * a.column);                                             \
        const char *row = b.data + p * b.row;                                                              \
        for (int64_t j = 0; j < n; j++, row += b.column) to[j] = (T)((U)to[j] + (U)x * (U) * (const T *)row); \
      }                                                                                                    \
    }                                                                                                      \
  }
ND_FOR_INTEGERS(PLAIN_PRODUCT, product)

static void product_BOOL(int64_t m, int64_t n, int64_t k, Matrix a, Matrix b, char *out) {
  uint8_t *to = (uint8_t *)out;
  for (int64_t i = 0; i < m; i++, to += n) {
    memset(to, 0, (size_t)n);
    for (int64_t p = 0; p < k; p++) {
      if (a.data[i * a.row + p * a.column] == 0) continue;
      for (int64_t j = 0; j < n; j++) to[j] |= b.data[p * b.row + j * b.column] != 0;
    }
  }
}

typedef void PlainProduct(int64_t m, int64_t n, int64_t k, Matrix a, Matrix b, char *out);
static PlainProduct *const plain_products[ND_TYPE_COUNT] = {
    ND_FOR_BOOL(ND_ENTRY, product) ND_FOR_INTEGERS(ND_ENTRY, product)
};

/* One product of matrices that BLAS can read. */
static void blas_product(NdType type, int64_t m, int64_t n, int64_t k, Matrix a, Matrix b, char *out) {
  int64_t item = nd_types[type].itemsize, lead_a = 1, lead_b = 1;
  bool turn_a = false, turn_b = false;
  (void)blas_reads(a, m, k, item, &turn_a, &lead_a);
  (void)blas_reads(b, k, n, item, &turn_b, &lead_b);
  /* A vector's increment; one element has none. */
  int64_t step_a = turn_a ? a.column / item : 1, step_b = turn_b || k == 1 ? 1 : b.row / item;
  if (type == ND_FLOAT32) {
    const float *x = (const float *)a.data, *y = (const float *)b.data;
    if (n == 1)
      blas_sgemv(turn_a, turn_a ? k : m, turn_a ? m : k, 1, x, lead_a, y, step_b, 0, (float *)out, 1);
    else if (m == 1)
      blas_sgemv(!turn_b, turn_b ? n : k, turn_b ? k : n, 1, y, lead_b, x, step_a, 0, (float *)out, 1);
    else
      blas_sgemm_parallel(turn_a, turn_b, m, n, k, 1, x, lead_a, y, lead_b, 0, (float *)out, n);
  } else {
    const double *x = (const double *)a.data, *y = (const double *)b.data;
    if (n == 1)
      blas_dgemv(turn_a, turn_a ? k : m, turn_a ? m : k, 1, x, lead_a, y, step_b, 0, (double *)out, 1);
    else if (m == 1)
      blas_dgemv(!turn_b, turn_b ? n : k, turn_b ? k : n, 1, y, lead_b, x, step_a, 0, (double *)out, 1);
    else if (!product64_suits(m, n, k, b.column != item) ||
             !product64(m, n, k, (Product64Operand){x, a.row / item, a.column / item},
                        (Product64Operand){y, b.row / item, b.column / item}, (double *)out, n))
      blas_dgemm_parallel(turn_a, turn_b, m, n, k, 1, x, lead_a, y, lead_b, 0, (double *)out, n);
  }
}

/* The operand in `type`, laid out so that every matrix of its last two axes can be read by BLAS (or the plain loop). */
static NdArray *prepare(NdArray *array, NdType type, Error *error) {
  if (array->type != type) return nd_astype(array, type, error);
  if (type != ND_FLOAT32 && type != ND_FLOAT64) return nd_retain(array);
  int64_t item = nd_types[type].itemsize, lead;
  bool transposed;
  int n = array->ndim;
  Matrix matrix = {array->data, array->strides[n - 2], array->strides[n - 1]};
  if (blas_reads(matrix, array->shape[n - 2], array->shape[n - 1], item, &transposed, &lead)) {
    /* A vector between other data is read with its increment, which must be a positive number of elements. */
    return nd_retain(array);
  }
  return nd_copy(array, error);
}

/* Products of two arrays of at least two dimensions. Axes of the result: `shape` (ndim) of the stack, then m and n. The
 * operands' strides along the stack are given (0 where one of them is repeated). */
static NdArray *stacked_product(NdArray *a, NdArray *b, int ndim, const int64_t *shape, const int64_t *strides_a,
                                const int64_t *strides_b, NdType type, Error *error) {
  int64_t m = a->shape[a->ndim - 2], k = a->shape[a->ndim - 1], n = b->shape[b->ndim - 1];
  int64_t full[ND_MAX_DIMS]; /* the stack is an operand's without its last two axes */
  memcpy(full, shape, (size_t)ndim * sizeof *full);
  full[ndim] = m;
  full[ndim + 1] = n;
  NdArray *result = nd_new(type, ndim + 2, full, error);
  if (result == NULL || result->size == 0) return result;
  if (k == 0) {
    memset(result->data, 0, (size_t)result->size * (size_t)nd_types[type].itemsize);
    return result;
  }
  Matrix left = {a->data, a->strides[a->ndim - 2], a->strides[a->ndim - 1]};
  Matrix right = {b->data, b->strides[b->ndim - 2], b->strides[b->ndim - 1]};
  NdIterator it;
  nd_iterator_init(&it, 3, 1, ndim, shape, (char *[]){result->data, a->data, b->data},
                   (const int64_t *[]){result->strides, strides_a, strides_b}, ND_ITERATE_KEEP_SIGNS);
  do {
    for (int64_t i = 0; i < it.shape[0]; i++) {
      char *to = it.data[0] + i * it.strides[0][0];
      left.data = it.data[1] + i * it.strides[0][1];
      right.data = it.data[2] + i * it.strides[0][2];
      if (type == ND_FLOAT32 || type == ND_FLOAT64) {
        blas_product(type, m, n, k, left, right, to);
        if (nd_iterator_poll(&it.worked, m * n * k / 8, error)) continue;
        nd_release(result);
        return NULL;
      }
      /* The plain loop is slow enough to look for Ctrl-C after every row. */
      for (int64_t row = 0; row < m; row++) {
        Matrix one = {left.data + row * left.row, left.row, left.column};
        plain_products[type](1, n, k, one, right, to + row * n * nd_types[type].itemsize);
        if (nd_iterator_poll(&it.worked, n * k, error)) continue;
        nd_release(result);
        return NULL;
      }
    }
  } while (nd_iterator_next(&it));
  return result;
}

/* stacked_product for operands of any dtype: converts, computes float16 in float32, converts back. */
static NdArray *product(NdArray *a, NdArray *b, int ndim, const int64_t *shape, const int64_t *picks_a,
                        const int64_t *picks_b, Error *error) {
  NdType type = nd_promote(a->type, b->type), compute = type == ND_FLOAT16 ? ND_FLOAT32 : type;
  NdArray *left = prepare(a, compute, error), *right = left ? prepare(b, compute, error) : NULL, *result = NULL;
  if (right != NULL) {
    /* picks_* name the axis of the operand that each axis of the stack walks, or -1. */
    int64_t strides_a[ND_MAX_DIMS], strides_b[ND_MAX_DIMS];
    for (int axis = 0; axis < ndim; axis++) {
      strides_a[axis] = picks_a[axis] < 0 ? 0 : left->strides[picks_a[axis]];
      strides_b[axis] = picks_b[axis] < 0 ? 0 : right->strides[picks_b[axis]];
    }
    result = stacked_product(left, right, ndim, shape, strides_a, strides_b, compute, error);
  }
  nd_release(left);
  nd_release(right);
  if (result == NULL || compute == type) return result;
  NdArray *narrow = nd_astype(result, type, error);
  nd_release(result);
  return narrow;
}

/* Drops the marked axes of length 1 that a 1-d operand was given; takes over `array`. */
static NdArray *drop_axes(NdArray *array, bool row, bool column, Error *error) {
  if (array == NULL || (!row && !column)) return array;
  int64_t shape[ND_MAX_DIMS];
  int n = 0;
  for (int axis = 0; axis < array->ndim; axis++) {
    if ((row && axis == array->ndim - 2) || (column && axis == array->ndim - 1)) continue;
    shape[n++] = array->shape[axis];
  }
  NdArray *view = nd_make_view(array, array->data, n, shape, NULL, error);
  nd_release(array);
  return view;
}

NdArray *nd_matmul(NdArray *a, NdArray *b, Error *error) {
  const char *core = "gufunc core with signature (n?,k),(k,m?)->(n?,m?)";
  if (a->ndim == 0 || b->ndim == 0) {
    core_fail(error, ERROR_VALUE, "matmul: Input operand %d does not have enough dimensions (has 0, %s requires 1)",
              a->ndim == 0 ? 0 : 1, core);
    return NULL;
  }
  int64_t k = a->shape[a->ndim - 1], other = b->ndim == 1 ? b->shape[0] : b->shape[b->ndim - 2];
  if (k != other) {
    core_fail(error, ERROR_VALUE,
              "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
              "(n?,k),(k,m?)->(n?,m?) (size %lld is different from %lld)", (long long)other, (long long)k);
    return NULL;
  }
  if (!nd_is_number(a->type) || !nd_is_number(b->type)) {
    if (a->type == ND_OBJECT || b->type == ND_OBJECT) return nd_matmul_elements(a, b, error);
    /* Texts and dates have no product; a record's fields have none together. */
    NdType types[2] = {a->type, b->type};
    bool refused = false;
    for (int i = 0; i < 2; i++) refused |= nd_is_text(types[i]) || nd_is_time(types[i]);
    if (!refused) return nd_matmul_complex(a, b, error);
    char of_a[64], of_b[64];
    nd_class_name(a, of_a);
    nd_class_name(b, of_b);
    core_fail(error, ERROR_TYPE, "ufunc 'matmul' did not contain a loop with signature matching types (%s, %s) -> None",
              of_a, of_b);
    return NULL;
  }
  bool row = a->ndim == 1, column = b->ndim == 1;
  NdArray *left = row ? nd_expand_dims(a, 0, error) : nd_retain(a), *result = NULL;
  NdArray *right = column ? nd_expand_dims(b, 1, error) : nd_retain(b);
  if (left != NULL && right != NULL) {
    int ndim;
    int64_t shape[ND_MAX_DIMS], picks_a[ND_MAX_DIMS], picks_b[ND_MAX_DIMS];
    int stack_a = left->ndim - 2, stack_b = right->ndim - 2;
    Error unused;
    if (nd_broadcast_shapes(stack_a, left->shape, stack_b, right->shape, &ndim, shape, &unused)) {
      for (int axis = 0; axis < ndim; axis++) {
        int own_a = axis - (ndim - stack_a), own_b = axis - (ndim - stack_b);
        picks_a[axis] = own_a >= 0 && left->shape[own_a] != 1 ? own_a : -1;
        picks_b[axis] = own_b >= 0 && right->shape[own_b] != 1 ? own_b : -1;
      }
      result = product(left, right, ndim, shape, picks_a, picks_b, error);
    } else {
      /* numpy words this through its iterator: each operand's stack, and the core axes of the result. */
      char text[4][ND_SHAPE_TEXT];
      int64_t mapped_a[ND_MAX_DIMS], mapped_b[ND_MAX_DIMS];
      for (int axis = 0; axis < left->ndim; axis++) mapped_a[axis] = axis < stack_a ? left->shape[axis] : -1;
      for (int axis = 0; axis < right->ndim; axis++) mapped_b[axis] = axis < stack_b ? right->shape[axis] : -1;
      nd_shape_short(left->ndim, left->shape, text[0], ND_SHAPE_TEXT);
      nd_shape_short(left->ndim, mapped_a, text[1], ND_SHAPE_TEXT);
      nd_shape_short(right->ndim, right->shape, text[2], ND_SHAPE_TEXT);
      nd_shape_short(right->ndim, mapped_b, text[3], ND_SHAPE_TEXT);
      core_fail(error, ERROR_VALUE,
                "operands could not be broadcast together with remapped shapes [original->remapped]: %s->%s %s->%s  "
                "and requested shape (%lld,%lld)", text[0], text[1], text[2], text[3],
                (long long)left->shape[stack_a], (long long)right->shape[right->ndim - 1]);
    }
  }
  nd_release(left);
  nd_release(right);
  return drop_axes(result, row, column, error);
}

NdArray *nd_dot(NdArray *a, NdArray *b, Error *error) {
  if (a->ndim == 0 || b->ndim == 0) return nd_apply("multiply", a, b, NULL, error);
  if (nd_is_time(a->type) && nd_is_time(b->type) && !nd_is_span(a->type)) {
    core_fail(error, ERROR_VALUE, "dot not available for this type");
    return NULL;
  }
  int contracted = b->ndim == 1 ? 0 : b->ndim - 2;
  int64_t k = a->shape[a->ndim - 1], other = b->shape[contracted];
  if (k != other) {
    char text_a[ND_SHAPE_TEXT], text_b[ND_SHAPE_TEXT];
    nd_shape_short(a->ndim, a->shape, text_a, sizeof text_a);
    nd_shape_short(b->ndim, b->shape, text_b, sizeof text_b);
    core_fail(error, ERROR_VALUE, "shapes %s and %s not aligned: %lld (dim %d) != %lld (dim %d)", text_a, text_b,
              (long long)k, a->ndim - 1, (long long)other, contracted);
    return NULL;
  }
  if (b->ndim <= 2 && a->ndim <= 2) return nd_matmul(a, b, error);
  if (a->ndim + b->ndim - 2 > ND_MAX_DIMS) {
    core_fail(error, ERROR_VALUE, "dot: too many dimensions in result");
    return NULL;
  }
  /* Rows of all of a at once; then each matrix of b's stack. The result's axes are a's, b's stack, b's columns. */
  NdArray *rows = nd_reshape(a, 2, (int64_t[]){a->size == 0 ? 0 : a->size / k, k}, error), *result = NULL;
  if (a->size == 0 && rows != NULL) {
    /* An empty operand: the count of rows cannot be had from the size. */
    int64_t count = 1;
    for (int axis = 0; axis < a->ndim - 1; axis++) count *= a->shape[axis];
    nd_release(rows);
    rows = nd_reshape(a, 2, (int64_t[]){count, k}, error);
  }
  NdArray *right = rows == NULL ? NULL : b->ndim == 1 ? nd_expand_dims(b, 1, error) : nd_retain(b);
  if (right != NULL) {
    int stack = right->ndim - 2;
    int64_t shape[ND_MAX_DIMS], picks_a[ND_MAX_DIMS] = {0}, picks_b[ND_MAX_DIMS] = {0};
    for (int axis = 0; axis < stack; axis++) {
      shape[axis] = right->shape[axis];
      picks_a[axis] = -1;
      picks_b[axis] = axis;
    }
    bool numbers = nd_is_number(a->type) && nd_is_number(b->type);
    NdArray *stacked = numbers ? product(rows, right, stack, shape, picks_a, picks_b, error)
                               : nd_matmul(rows, right, error);
    if (stacked != NULL) {
      /* (stack..., rows, columns) becomes (rows, stack..., columns), then rows become a's axes again. */
      int axes[ND_MAX_DIMS];
      int64_t full[2 * ND_MAX_DIMS];
      int n = 0;
      axes[0] = stack;
      for (int axis = 0; axis < stack; axis++) axes[axis + 1] = axis;
      axes[stack + 1] = stack + 1;
      NdArray *turned = nd_transpose(stacked, axes, error);
      for (int axis = 0; axis < a->ndim - 1; axis++) full[n++] = a->shape[axis];
      for (int axis = 0; axis < stack; axis++) full[n++] = right->shape[axis];
      if (b->ndim > 1) full[n++] = right->shape[stack + 1];
      NdArray *dense = turned ? nd_contiguous(turned, error) : NULL;
      if (dense != NULL) result = nd_reshape(dense, n, full, error);
      nd_release(dense);
      nd_release(turned);
      nd_release(stacked);
    }
  }
  nd_release(rows);
  nd_release(right);
  return result;
}

NdArray *nd_outer(NdArray *a, NdArray *b, Error *error) {
  NdArray *column = nd_reshape(a, 2, (int64_t[]){a->size, 1}, error);
  NdArray *row = column ? nd_reshape(b, 2, (int64_t[]){1, b->size}, error) : NULL;
  NdArray *result = row ? nd_apply("multiply", column, row, NULL, error) : NULL;
  nd_release(column);
  nd_release(row);
  return result;
}
