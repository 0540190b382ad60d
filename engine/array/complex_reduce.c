/* Reductions of complex numbers. Sums along the axis that lies densest are pairwise, in numpy's order: two floats a
 * number, eight accumulators of floats, blocks of 128. */
#include <string.h>

#include "engine/array/complex.h"
#include "engine/array/element.h"
#include "engine/array/shape.h"
#include "engine/core/memory.h"

/* The sum of n numbers that lie side by side, for one width of numbers. */
#define SUM_RUN(name, Complex)                                                               \
  static Complex name(const Complex *x, int64_t n) {                                         \
    Complex sum = {0};                                                                       \
    if (n < 4) {                                                                             \
      sum = (Complex){-0.0f, -0.0f};                                                         \
      for (int64_t i = 0; i < n; i++) sum.real += x[i].real, sum.imag += x[i].imag;          \
      return sum;                                                                            \
    }                                                                                        \
    if (n <= 64) {                                                                           \
      Complex r[4];                                                                          \
      int64_t i;                                                                             \
      memcpy(r, x, sizeof r);                                                                \
      for (i = 4; i < n - n % 4; i += 4)                                                     \
        for (int k = 0; k < 4; k++) r[k].real += x[i + k].real, r[k].imag += x[i + k].imag;  \
      sum.real = (r[0].real + r[1].real) + (r[2].real + r[3].real);                          \
      sum.imag = (r[0].imag + r[1].imag) + (r[2].imag + r[3].imag);                          \
      for (; i < n; i++) sum.real += x[i].real, sum.imag += x[i].imag;                       \
      return sum;                                                                            \
    }                                                                                        \
    int64_t half = n / 2;                                                                    \
    half -= half % 4;                                                                        \
    Complex low = name(x, half), high = name(x + half, n - half);                            \
    return (Complex){low.real + high.real, low.imag + high.imag};                            \
  }
SUM_RUN(sum_run, NdComplex128)
SUM_RUN(sum_run_narrow, NdComplex64)
#undef SUM_RUN

/* Joins one element to what was joined so far. */
static void join(NdReduction reduction, NdType type, char *to, const char *from, bool first) {
  NdComplex128 held = nd_complex_load(to, type), now = nd_complex_load(from, type);
  if (type == ND_COMPLEX64 && reduction == ND_PROD) {
    float real = (float)held.real, imag = (float)held.imag, r = (float)now.real, i = (float)now.imag;
    nd_complex_store(to, type, (NdComplex128){real * r - imag * i, real * i + imag * r});
    return;
  }
  switch (reduction) {
    case ND_SUM: held.real += now.real, held.imag += now.imag; break;
    case ND_PROD:
      held = (NdComplex128){held.real * now.real - held.imag * now.imag, held.real * now.imag + held.imag * now.real};
      break;
    default: {
      bool held_broken = held.real != held.real || held.imag != held.imag;
      bool now_broken = now.real != now.real || now.imag != now.imag;
      bool larger = reduction == ND_MAX ? nd_complex_less(held, now) : nd_complex_less(now, held);
      if (first || (!held_broken && (now_broken || larger))) held = now;
    }
  }
  nd_complex_store(to, type, held);
}

/* Folds a C-contiguous array. */
static NdArray *fold(NdReduction reduction, NdArray *array, const bool *reduced, const int64_t *long_shape,
                     Error *error) {
  NdArray *result = nd_zeros(array->type, array->ndim, long_shape, error);
  if (result == NULL) return NULL;
  int64_t count = 1, run = 1;
  int outer = array->ndim;
  for (int axis = 0; axis < array->ndim; axis++) count *= reduced[axis] ? array->shape[axis] : 1;
  for (int64_t i = 0; i < result->size && reduction == ND_PROD; i++)
    nd_complex_store(result->data + i * result->itemsize, result->type, (NdComplex128){1, 0});
  if (count == 0 && result->size > 0 && (reduction == ND_MAX || reduction == ND_MIN)) {
    nd_release(result);
    core_fail(error, ERROR_VALUE, "zero-size array to reduction operation %s which has no identity",
              reduction == ND_MAX ? "maximum" : "minimum");
    return NULL;
  }
  if (array->size == 0) return result;
  if (reduction == ND_SUM)
    while (outer > 0 && reduced[outer - 1]) run *= array->shape[--outer];
  uint8_t *begun = core_alloc_zero((size_t)result->size, 1);
  if (begun == NULL) {
    nd_release(result);
    core_fail_memory(error, (unsigned long long)array->size);
    return NULL;
  }
  int64_t index[ND_MAX_DIMS] = {0}, item = array->itemsize;
  for (const char *from = array->data, *end = from + array->size * item; from < end; from += run * item) {
    char *to = result->data;
    for (int axis = 0; axis < outer; axis++)
      if (!reduced[axis]) to += index[axis] * result->strides[axis];
    if (reduction == ND_SUM && run > 1 && array->type == ND_COMPLEX128) {
      NdComplex128 sum = sum_run((const NdComplex128 *)from, run);
      join(ND_SUM, array->type, to, (const char *)&sum, false);
    } else if (reduction == ND_SUM && run > 1) {
      NdComplex64 sum = sum_run_narrow((const NdComplex64 *)from, run);
      join(ND_SUM, array->type, to, (const char *)&sum, false);
    } else {
      int64_t place = (to - result->data) / item;
      join(reduction, array->type, to, from, !begun[place]);
      begun[place] = 1;
    }
    for (int axis = outer - 1; axis >= 0 && ++index[axis] == array->shape[axis]; axis--) index[axis] = 0;
  }
  core_free(begun);
  return result;
}

static NdArray *divided(NdArray *sum, double divisor, Error *error) {
  NdArray *by = sum ? nd_from_scalar((NdScalar){.type = ND_FLOAT64, .as.f = divisor}, ND_WEAK_FLOAT, error) : NULL;
  NdArray *made = by ? nd_apply("divide", sum, by, NULL, error) : NULL;
  nd_release(by);
  nd_release(sum);
  return made;
}

/* The mean of the squared lengths of the deviations, a real number. */
static NdArray *variance(NdArray *array, const bool *reduced, const int64_t *long_shape, double ddof, bool root,
                         Error *error) {
  int64_t count = 1;
  int axes[ND_MAX_DIMS], axis_count = 0;
  for (int axis = 0; axis < array->ndim; axis++)
    if (reduced[axis]) {
      count *= array->shape[axis];
      axes[axis_count++] = axis;
    }
  NdArray *center = divided(fold(ND_SUM, array, reduced, long_shape, error), (double)count, error);
  NdArray *off = center ? nd_apply("subtract", array, center, NULL, error) : NULL, *squares[2] = {NULL, NULL};
  bool done = off != NULL;
  for (int i = 0; i < 2 && done; i++) {
    NdArray *part = nd_complex_part(off, i, error);
    squares[i] = part ? nd_apply("multiply", part, part, NULL, error) : NULL;
    nd_release(part);
    done = squares[i] != NULL;
  }
  NdArray *all = done ? nd_apply("add", squares[0], squares[1], squares[0], error) : NULL;
  NdReduceOptions options = {.axes = axes, .axis_count = axis_count, .keepdims = true, .type = -1};
  NdArray *sum = all ? nd_reduce(ND_SUM, all, &options, error) : NULL;
  double divisor = (double)count - ddof;
  NdArray *result = divided(sum, divisor > 0 ? divisor : 0, error);
  if (result != NULL && root) {
    NdArray *length = nd_apply("sqrt", result, NULL, NULL, error);
    nd_release(result);
    result = length;
  }
  nd_release(center);
  nd_release(off);
  nd_release(squares[0]);
  nd_release(squares[1]);
  nd_release(all);
  return result;
}

/* The middle of what is sorted by real, then by imaginary part, or the mean of the two in the middle; where there is a
 * NaN, which sorts behind all, that. */
static NdArray *median(NdArray *array, const bool *reduced, const int64_t *long_shape, Error *error) {
  int axes[ND_MAX_DIMS], ndim = 0;
  int64_t count = 1, rest = 1;
  for (int axis = 0; axis < array->ndim; axis++)
    if (!reduced[axis]) axes[ndim++] = axis;
  for (int axis = 0; axis < array->ndim; axis++) {
    if (reduced[axis]) axes[ndim++] = axis;
    *(reduced[axis] ? &count : &rest) *= array->shape[axis];
  }
  NdArray *turned = nd_transpose(array, axes, error);
  NdArray *lanes = turned ? nd_reshape(turned, 2, (int64_t[]){rest, count}, error) : NULL;
  NdArray *sorted = lanes ? nd_sort(lanes, 1, error) : NULL;
  NdArray *result = sorted ? nd_new(array->type, array->ndim, long_shape, error) : NULL;
  for (int64_t i = 0; result != NULL && i < rest; i++) {
    const char *lane = sorted->data + i * sorted->strides[0];
    NdComplex128 value = {__builtin_nan(""), __builtin_nan("")};
    if (count > 0) {
      NdComplex128 low = nd_complex_load(lane + (count - 1) / 2 * sorted->strides[1], array->type);
      NdComplex128 high = nd_complex_load(lane + count / 2 * sorted->strides[1], array->type);
      value = nd_complex_load(lane + (count - 1) * sorted->strides[1], array->type);
      if (!__builtin_isnan(value.real) && !__builtin_isnan(value.imag))
        value = (NdComplex128){(low.real + high.real) / 2, (low.imag + high.imag) / 2};
    }
    nd_complex_store(result->data + i * array->itemsize, array->type, value);
  }
  nd_release(turned);
  nd_release(lanes);
  nd_release(sorted);
  return result;
}

NdArray *nd_reduce_complex(NdReduction reduction, NdArray *array, const bool *reduced, const int64_t *long_shape,
                           const NdReduceOptions *options, Error *error) {
  NdType type = options->type >= 0 && nd_is_complex((NdType)options->type) ? (NdType)options->type : array->type;
  if (reduction == ND_ANY || reduction == ND_ALL || reduction == ND_COUNT_NONZERO) {
    NdReduceOptions kept = *options;
    kept.keepdims = true;
    NdArray *truth = nd_astype(array, ND_BOOL, error);
    NdArray *answer = truth ? nd_reduce(reduction, truth, &kept, error) : NULL;
    nd_release(truth);
    return answer;
  }
  NdArray *flat = array->type == type ? nd_contiguous(array, error) : nd_astype(array, type, error), *result = NULL;
  if (flat == NULL) return NULL;
  int64_t count = 1;
  for (int axis = 0; axis < array->ndim; axis++) count *= reduced[axis] ? array->shape[axis] : 1;
  switch (reduction) {
    case ND_SUM:
    case ND_PROD:
    case ND_MIN:
    case ND_MAX: result = fold(reduction, flat, reduced, long_shape, error); break;
    case ND_MEAN: result = divided(fold(ND_SUM, flat, reduced, long_shape, error), (double)count, error); break;
    case ND_VAR:
    case ND_STD: result = variance(flat, reduced, long_shape, options->ddof, reduction == ND_STD, error); break;
    case ND_PTP: {
      NdArray *high = fold(ND_MAX, flat, reduced, long_shape, error);
      NdArray *low = high ? fold(ND_MIN, flat, reduced, long_shape, error) : NULL;
      result = low ? nd_apply("subtract", high, low, NULL, error) : NULL;
      nd_release(high);
      nd_release(low);
      break;
    }
    case ND_MEDIAN: result = median(flat, reduced, long_shape, error); break;
    default: break; /* the other reductions are done above, or by places (reduce.c) */
  }
  nd_release(flat);
  bool asked = options->type >= 0 && (reduction == ND_VAR || reduction == ND_STD);
  if (result == NULL || !asked) return result;
  NdArray *cast = nd_astype(result, (NdType)options->type, error);
  nd_release(result);
  return cast;
}
