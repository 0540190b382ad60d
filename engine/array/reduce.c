/* Reductions along axes: which dtype they accumulate in, the walk over the input, and the formulas built on sums. */
#include "engine/array/reduce.h"

#include <math.h>
#include <string.h>

#include "engine/array/complex.h"
#include "engine/array/half.h"
#include "engine/array/iterator.h"
#include "engine/array/reduce_loops.h"
#include "engine/array/shape.h"
#include "engine/array/sort.h"
#include "engine/array/times.h"
#include "engine/array/types.h"
#include "engine/array/ufunc_elements.h"
#include "engine/compute/cpu.h"

/* A reduction that is one fold: how elements are joined, and what an empty one gives. */
typedef struct FoldRow {
  const char *name; /* numpy's ufunc, for messages; NULL where an empty input is no error */
  /* By whether the processor has AVX2. */
  NdLoops *combine[2]; /* accumulator and row, element by element */
  NdFolds *fold[2];
  double start; /* the neutral element; +-inf stands for a dtype's own limits */
} FoldRow;

#define FOLD_ROW(noun, message, loops, neutral)                                                \
  static const FoldRow row_##noun = {message, {&nd_loops_##loops, &nd_loops_avx2_##loops},     \
                                     {&nd_folds_##noun, &nd_folds_##noun##_avx2}, neutral};
FOLD_ROW(sum, NULL, add, 0)
FOLD_ROW(prod, NULL, multiply, 1)
FOLD_ROW(max, "maximum", maximum, -INFINITY)
FOLD_ROW(min, "minimum", minimum, INFINITY)
FOLD_ROW(any, NULL, logical_or, 0)
FOLD_ROW(all, NULL, logical_and, 1)

/* numpy converts through buffers of this many elements, and each buffer is summed on its own: the size shows in the
 * last bits of float sums that change dtype. */
enum { BUFFER = 8192 };

/* What is reduced, and the shape of the result. */
typedef struct Plan {
  NdArray *array;
  bool reduced[ND_MAX_DIMS];
  int64_t count;              /* elements that go into one result */
  int kept_ndim;              /* shape with keepdims or without */
  int64_t kept[ND_MAX_DIMS];
  int64_t long_shape[ND_MAX_DIMS]; /* with keepdims */
} Plan;

/* `places`: argmax and argmin take one axis, or none. */
static bool make_plan(NdArray *array, const NdReduceOptions *options, bool places, Plan *plan, Error *error) {
  const int *axes = options->axes;
  int axis_count = options->axis_count;
  /* numpy lets 0-d arrays be reduced along axis 0 or -1. */
  if (array->ndim == 0 && axes != NULL && axis_count == 1 && (axes[0] == 0 || axes[0] == -1)) axes = NULL;
  plan->array = array;
  if (places && axes != NULL && axis_count != 1)
    return core_fail(error, ERROR_TYPE, "'tuple' object cannot be interpreted as an integer");
  if (places && axes != NULL && array->ndim == 0)
    return core_fail(error, ERROR_AXIS, "axis %d is out of bounds for array of dimension 1", axes[0]);
  if (!nd_mark_axes(axes, axis_count, array->ndim, plan->reduced, error)) return false;
  plan->count = 1;
  plan->kept_ndim = 0;
  for (int axis = 0; axis < array->ndim; axis++) {
    bool reduced = plan->reduced[axis];
    plan->long_shape[axis] = reduced ? 1 : array->shape[axis];
    if (reduced) plan->count *= array->shape[axis];
    if (!reduced || options->keepdims) plan->kept[plan->kept_ndim++] = plan->long_shape[axis];
  }
  return true;
}

/* Strides of a contiguous result over the input's axes: 0 along those that are reduced. */
static void result_strides(const Plan *plan, NdType type, int64_t *strides) {
  int64_t step = nd_types[type].itemsize;
  for (int axis = plan->array->ndim - 1; axis >= 0; axis--) {
    strides[axis] = plan->long_shape[axis] == 1 ? 0 : step;
    step *= plan->long_shape[axis];
  }
}

/* The result's shape as the caller wants it; takes over `result`, which is contiguous. */
static NdArray *shape_result(const Plan *plan, NdArray *result, Error *error) {
  if (result == NULL) return NULL;
  NdArray *view = nd_make_view(result, result->data, plan->kept_ndim, plan->kept, NULL, error);
  nd_release(result);
  return view;
}

static NdScalar start_value(const FoldRow *row, NdType type) {
  NdScalar start = {.type = ND_FLOAT64, .as.f = row->start};
  if (nd_types[type].kind == 'f' || !isinf(row->start)) return nd_scalar_cast(start, type);
  int bits = 8 * nd_types[type].itemsize;
  NdScalar limit = {.type = type};
  if (nd_types[type].kind == 'i') {
    int64_t most = (int64_t)(UINT64_MAX >> (65 - bits));
    limit.as.i = row->start > 0 ? most : -most - 1;
  } else {
    limit.as.u = row->start < 0 ? 0 : type == ND_BOOL ? 1 : UINT64_MAX >> (64 - bits);
  }
  return limit;
}

/* Joins a block of rows' elements to as many accumulators. float16 accumulators are widened for it and rounded back. */
static void combine_block(NdLoop *combine, NdType type, char *to, int64_t to_step, const char *x, int64_t x_step,
                          int64_t n) {
  if (type != ND_FLOAT16) {
    combine(to, to_step, to, to_step, x, x_step, n);
    return;
  }
  float wide[1024];
  for (int64_t start = 0; start < n; start += 1024) {
    int64_t count = n - start < 1024 ? n - start : 1024;
    char *at = to + start * to_step;
    nd_cast_loop(ND_FLOAT16, ND_FLOAT32)((char *)wide, 4, at, to_step, count);
    combine((char *)wide, 4, (char *)wide, 4, x + start * x_step, x_step, count);
    nd_cast_loop(ND_FLOAT32, ND_FLOAT16)(at, to_step, (char *)wide, 4, count);
  }
}

/* How the walk over a reduction's input is cut into folds: the innermost `axes` of the iterator are taken as one run
 * and folded in chunks of `chunk` elements. */
typedef struct Run {
  int axes;
  int64_t chunk;
} Run;

/* numpy's rule (nditer, npyiter_find_buffering_setup): rows that do not lie end to end are gathered in a buffer where
 * that makes longer folds, at a cost of one for the copy, and only as long as it fits BUFFER elements or so. Operand 0
 * is the input, operand 1 the result, whose stride is 0 along reduced axes. */
static Run find_run(const NdIterator *it, bool converted) {
  int64_t size = it->shape[0], best_size = size, core = 1;
  int cost = converted ? 2 : 1, best_cost = cost, best_axis = 0, turn = 0;
  bool single[2] = {true, true};
  for (int axis = 1; axis < it->ndim && turn == 0; axis++) {
    if (size >= BUFFER && cost > 1) break;
    for (int k = 0; k < 2; k++) {
      int64_t before = it->strides[axis - 1][k], stride = it->strides[axis][k];
      if (single[k] && before * it->shape[axis - 1] == stride) continue;
      if (single[k] && !(k == 0 && converted)) cost++;
      single[k] = false;
      if (k == 1 && (before == 0 || stride == 0)) turn = axis;
    }
    int64_t inside = size;
    size *= it->shape[axis];
    int64_t buffer = size > BUFFER && cost > 1 ? BUFFER : size;
    if ((double)cost * (double)best_size > (double)best_cost * (double)buffer) continue;
    best_cost = cost;
    best_size = buffer;
    best_axis = axis;
    core = inside;
  }
  Run run = {1, converted ? BUFFER : it->shape[0]};
  if (best_axis > 0 && best_axis == turn) {
    /* The result moves along this axis: what is inside of it is one fold. */
    run.axes = best_axis;
    if (best_axis > 1) run.chunk = core;
  } else if (best_axis > 0) {
    run.axes = best_axis + 1;
    run.chunk = BUFFER / core > 1 ? BUFFER / core * core : core;
  }
  return run;
}

/* How elements of the input get to the dtype of the fold. */
typedef struct Conversion {
  NdCastLoop *first;   /* to `middle`, where two steps are needed; or NULL */
  NdCastLoop *convert; /* to the fold's dtype; NULL where that is what there is */
  NdType from, middle;
  int64_t item; /* bytes of the fold's dtype */
} Conversion;

/* Two steps: counting goes by way of bool; a sum asked for in float16 rounds to it first and is then widened. */
static Conversion find_conversion(NdType from, NdType type, bool through_bool) {
  NdType loop_type = type == ND_FLOAT16 ? ND_FLOAT32 : type;
  NdType middle = through_bool ? ND_BOOL : type == ND_FLOAT16 ? ND_FLOAT16 : from;
  Conversion conversion = {.from = from, .middle = middle, .item = nd_types[loop_type].itemsize};
  if (middle != from) conversion.first = nd_cast_loop(from, middle);
  if (middle != loop_type) conversion.convert = nd_cast_loop(middle, loop_type);
  return conversion;
}

/* Converts up to BUFFER elements into `out`. */
static void convert_block(const Conversion *conversion, char *out, const char *x, int64_t step, int64_t n) {
  uint16_t middle[BUFFER];
  if (conversion->first != NULL) {
    int64_t size = nd_types[conversion->middle].itemsize;
    char *to = conversion->convert ? (char *)middle : out;
    conversion->first(to, size, x, step, n);
    x = (const char *)middle;
    step = size;
  }
  if (conversion->convert != NULL)
    conversion->convert(out, conversion->item, x, step, n);
  else if (conversion->first == NULL)
    nd_cast_loop(conversion->from, conversion->from)(out, conversion->item, x, step, n);
}

static void join_block(NdFold *join, NdType type, char *to, const char *x, int64_t step, int64_t n) {
  if (type != ND_FLOAT16) {
    join(to, x, step, n);
    return;
  }
  float wide = nd_half_to_float(*(uint16_t *)to);
  join((char *)&wide, x, step, n);
  *(uint16_t *)to = nd_double_to_half(wide);
}

/* Folds a run of several axes that begins at `data` into one element: gathers chunk after chunk. */
static void fold_run(const NdIterator *it, const Run *run, const Conversion *conversion, NdFold *join, NdType type,
                     const char *data, char *to) {
  char buffer[BUFFER * 8] __attribute__((aligned(64)));
  int64_t index[ND_MAX_DIMS] = {0}, filled = 0, row = it->shape[0];
  for (bool more = true; more;) {
    convert_block(conversion, buffer + filled * conversion->item, data, it->strides[0][0], row);
    filled += row;
    more = false;
    for (int axis = 1; axis < run->axes && !more; axis++) {
      data += it->strides[axis][0];
      more = ++index[axis] < it->shape[axis];
      if (more) break;
      data -= it->strides[axis][0] * it->shape[axis];
      index[axis] = 0;
    }
    if (more && filled < run->chunk) continue;
    join_block(join, type, to, buffer, conversion->item, filled);
    filled = 0;
  }
}

/* Folds the input, converted to `type` (by way of bool where `through_bool`), into a new array of the long shape. */
static NdArray *fold(const Plan *plan, const FoldRow *row, NdType type, bool through_bool, Error *error) {
  NdArray *array = plan->array;
  NdArray *result = nd_full(start_value(row, type), array->ndim, plan->long_shape, error);
  if (result == NULL) return NULL;
  if (plan->count == 0 && result->size > 0 && row->name != NULL) {
    nd_release(result);
    core_fail(error, ERROR_VALUE, "zero-size array to reduction operation %s which has no identity", row->name);
    return NULL;
  }
  if (array->size == 0) return result;
  NdType loop_type = type == ND_FLOAT16 ? ND_FLOAT32 : type;
  const int level = cpu_level() >= CPU_AVX2;
  NdLoop *combine = (*row->combine[level])[loop_type];
  NdFold *join = (*row->fold[level])[loop_type];
  Conversion conversion = find_conversion(array->type, type, through_bool);
  bool buffered = conversion.first != NULL || conversion.convert != NULL;
  int64_t strides[ND_MAX_DIMS];
  result_strides(plan, type, strides);
  NdIterator it;
  nd_iterator_init(&it, 2, 1, array->ndim, array->shape, (char *[]){array->data, result->data},
                   (const int64_t *[]){array->strides, strides}, ND_ITERATE_KEEP_SIGNS);
  int64_t n = it.shape[0], step = it.strides[0][0], to_step = it.strides[0][1];
  bool folds = to_step == 0 || n == 1;
  bool converted = array->type != type;
  Run run = find_run(&it, converted);
  if (folds && run.axes > 1 && run.chunk <= BUFFER) {
    /* The walk goes over the axes outside of the run. */
    int64_t size = 1;
    for (int axis = 0; axis < run.axes; axis++) size *= it.shape[axis];
    NdIterator outer = it;
    outer.ndim = it.ndim - run.axes + 1;
    outer.shape[0] = 1;
    for (int axis = 1; axis < outer.ndim; axis++) {
      outer.shape[axis] = it.shape[axis + run.axes - 1];
      memcpy(outer.strides[axis], it.strides[axis + run.axes - 1], sizeof outer.strides[axis]);
    }
    do {
      fold_run(&it, &run, &conversion, join, type, outer.data[0], outer.data[1]);
      if (nd_iterator_poll(&outer.worked, size, error)) continue;
      nd_release(result);
      return NULL;
    } while (nd_iterator_next(&outer));
    return result;
  }
  bool halves = folds && !converted && type == ND_FLOAT16 && row == &row_sum;
  int64_t most = buffered && !halves ? BUFFER : (int64_t)1 << 40;
  char buffer[BUFFER * 8] __attribute__((aligned(64)));
  do {
    for (int64_t start = 0; start < n; start += most) {
      int64_t count = n - start < most ? n - start : most, x_step = step;
      const char *x = it.data[0] + start * step;
      if (halves) {
        /* Without a change of dtype numpy has no buffer, however long the row. */
        uint16_t *sum = (uint16_t *)it.data[1];
        *sum = nd_double_to_half(nd_half_to_float(*sum) + nd_pairwise_half(x, x_step, count));
        continue;
      }
      if (buffered) {
        convert_block(&conversion, buffer, x, x_step, count);
        x = buffer;
        x_step = conversion.item;
      }
      char *to = it.data[1] + start * to_step;
      if (folds) join_block(join, type, to, x, x_step, count);
      else combine_block(combine, type, to, to_step, x, x_step, count);
      if (nd_iterator_poll(&it.worked, count, error)) continue;
      nd_release(result);
      return NULL;
    }
  } while (nd_iterator_next(&it));
  return result;
}

NdType nd_sum_type(NdType type) {
  if (nd_types[type].kind == 'f' || nd_types[type].itemsize == 8 || !nd_is_number(type)) return type;
  return nd_types[type].kind == 'u' ? ND_UINT64 : ND_INT64;
}

/* numpy's dtype for means and deviations of integers and booleans. */
static NdType mean_type(NdType type) { return nd_types[type].kind == 'f' ? type : ND_FLOAT64; }

/* array /= divisor, through float64 as numpy's division by an intp goes. `array` is contiguous. */
static bool divide_in_place(NdArray *array, double divisor, Error *error) {
  NdArray *by = nd_from_scalar((NdScalar){.type = ND_FLOAT64, .as.f = divisor}, ND_STRONG, error);
  if (by == NULL) return false;
  NdArray *done = nd_apply("divide", array, by, array, error);
  nd_release(by);
  nd_release(done);
  return done != NULL;
}

static NdArray *mean(const Plan *plan, int wanted, Error *error) {
  NdType type = wanted >= 0 ? (NdType)wanted : mean_type(plan->array->type);
  /* A mean of float16 is summed in float32. */
  NdType sum = wanted < 0 && type == ND_FLOAT16 ? ND_FLOAT32 : type;
  NdArray *result = fold(plan, &row_sum, sum, false, error);
  if (result == NULL) return NULL;
  if (nd_types[sum].kind != 'f') {
    /* An integer dtype was asked for: numpy divides and casts back. */
    NdArray *real = nd_astype(result, ND_FLOAT64, error);
    nd_release(result);
    if (real == NULL || !divide_in_place(real, (double)plan->count, error)) {
      nd_release(real);
      return NULL;
    }
    result = nd_astype(real, type, error);
    nd_release(real);
    return result;
  }
  if (!divide_in_place(result, (double)plan->count, error)) {
    nd_release(result);
    return NULL;
  }
  if (sum == type) return result;
  NdArray *narrow = nd_astype(result, type, error);
  nd_release(result);
  return narrow;
}

/* Whether one walk in memory order visits the array as one run: then (array - mean) would be laid out alike. */
static bool is_packed(const NdArray *array) {
  if (array->size <= 1) return true;
  NdIterator it;
  nd_iterator_init(&it, 1, 1, array->ndim, array->shape, (char *[]){array->data}, (const int64_t *[]){array->strides},
                   ND_ITERATE_KEEP_SIGNS);
  int64_t step = it.strides[0][0];
  return it.ndim == 1 && (step == nd_types[array->type].itemsize || step == -nd_types[array->type].itemsize);
}

/* A new array of `type`, laid out in the order of `like`'s memory. */
static NdArray *new_like(const NdArray *like, NdType type, Error *error) {
  int order[ND_MAX_DIMS];
  int64_t strides[ND_MAX_DIMS], step = nd_types[type].itemsize;
  nd_memory_order(like, order);
  for (int i = like->ndim - 1; i >= 0; i--) {
    strides[order[i]] = step;
    step *= like->shape[order[i]];
  }
  NdArray *dense = nd_new(type, like->ndim, like->shape, error);
  NdArray *view = dense ? nd_make_view(dense, dense->data, like->ndim, like->shape, strides, error) : NULL;
  nd_release(dense);
  return view;
}

/* Sum of squared deviations from `center` (long shape, float32 or float64) without a copy of the input. */
static NdArray *sum_deviations(const Plan *plan, const NdArray *center, Error *error) {
  NdArray *array = plan->array;
  NdType type = center->type;
  NdArray *result = nd_zeros(type, array->ndim, plan->long_shape, error);
  if (result == NULL || array->size == 0) return result;
  int64_t strides[ND_MAX_DIMS];
  result_strides(plan, type, strides);
  NdIterator it;
  nd_iterator_init(&it, 3, 1, array->ndim, array->shape, (char *[]){array->data, result->data, center->data},
                   (const int64_t *[]){array->strides, strides, strides}, ND_ITERATE_KEEP_SIGNS);
  NdCastLoop *convert = nd_cast_loop(array->type, type);
  NdLoop *subtract = nd_loops_subtract[type], *multiply = nd_loops_multiply[type], *add = nd_loops_add[type];
  int64_t n = it.shape[0], step = it.strides[0][0], to_step = it.strides[0][1], item = nd_types[type].itemsize;
  char block[1024 * 8] __attribute__((aligned(64)));
  do {
    if (to_step == 0 || n == 1) {
      NdDeviations run = {it.data[0], step, convert, it.data[2]};
      if (type == ND_FLOAT64) *(double *)it.data[1] += nd_pairwise_deviations_double(&run, 0, n);
      else *(float *)it.data[1] += nd_pairwise_deviations_float(&run, 0, n);
    } else {
      for (int64_t start = 0; start < n; start += 1024) {
        int64_t count = n - start < 1024 ? n - start : 1024;
        char *to = it.data[1] + start * to_step;
        convert(block, item, it.data[0] + start * step, step, count);
        subtract(block, item, block, item, it.data[2] + start * to_step, to_step, count);
        multiply(block, item, block, item, block, item, count);
        add(to, to_step, to, to_step, block, item, count);
      }
    }
    if (nd_iterator_poll(&it.worked, n, error)) continue;
    nd_release(result);
    return NULL;
  } while (nd_iterator_next(&it));
  return result;
}

/* The same with numpy's own steps and temporaries: for float16 and for unusual dtypes asked for. */
static NdArray *sum_deviations_plainly(const Plan *plan, NdArray *center, NdType type, Error *error) {
  NdArray *result = NULL, *room = new_like(plan->array, nd_promote(plan->array->type, type), error);
  NdArray *difference = room ? nd_apply("subtract", plan->array, center, room, error) : NULL;
  nd_release(room);
  NdArray *square = difference ? nd_apply("multiply", difference, difference, difference, error) : NULL;
  if (square != NULL) {
    Plan of_square = *plan;
    of_square.array = square;
    result = fold(&of_square, &row_sum, type, false, error);
  }
  nd_release(square);
  nd_release(difference);
  return result;
}

/* Casts to the dtype that was asked for; takes over `result`. */
static NdArray *cast_result(NdArray *result, int type, Error *error) {
  if (result == NULL || type < 0 || (NdType)type == result->type) return result;
  NdArray *cast = nd_astype(result, (NdType)type, error);
  nd_release(result);
  return cast;
}

/* A variance asked for in an integer dtype: numpy casts the mean, the sum and what is left of it after each step, and
 * refuses the root of an array, which would not stay an integer. */
static NdArray *variance_cast(const Plan *plan, const NdReduceOptions *options, bool root, Error *error) {
  NdType type = (NdType)options->type;
  NdArray *center = mean(plan, options->type, error);
  NdArray *off = center ? nd_apply("subtract", plan->array, center, NULL, error) : NULL;
  NdArray *square = off ? nd_apply("multiply", off, off, off, error) : NULL, *sum = NULL;
  if (square != NULL) {
    Plan of_square = *plan;
    of_square.array = square;
    sum = fold(&of_square, &row_sum, type, false, error);
  }
  nd_release(center);
  nd_release(off);
  nd_release(square);
  NdArray *real = cast_result(sum, ND_FLOAT64, error), *result = NULL;
  double divisor = (double)plan->count - options->ddof;
  if (real != NULL && divide_in_place(real, divisor > 0 ? divisor : 0, error)) result = nd_astype(real, type, error);
  nd_release(real);
  if (result == NULL || !root) return result;
  bool single = plan->kept_ndim == 0;
  NdArray *length = nd_apply("sqrt", result, NULL, single ? NULL : result, error);
  nd_release(result);
  return single ? cast_result(length, options->type, error) : length;
}

/* var = sum((x - mean)^2) / (n - ddof); std its root. */
static NdArray *variance(const Plan *plan, const NdReduceOptions *options, bool root, Error *error) {
  NdArray *array = plan->array, *packed = NULL, *result = NULL;
  NdType type = options->type >= 0 ? (NdType)options->type : mean_type(array->type);
  if (nd_types[type].kind != 'f') return variance_cast(plan, options, root, error);
  NdArray *center = fold(plan, &row_sum, type, false, error);
  if (center == NULL || !divide_in_place(center, (double)plan->count, error)) goto done;
  if (type != ND_FLOAT16 && nd_promote(array->type, type) == type) {
    Plan over = *plan;
    if (!is_packed(array)) {
      over.array = packed = new_like(array, array->type, error);
      if (packed == NULL || !nd_assign(packed, array, error)) goto done;
    }
    result = sum_deviations(&over, center, error);
  } else {
    result = sum_deviations_plainly(plan, center, type, error);
  }
  double divisor = (double)plan->count - options->ddof;
  if (result != NULL && !divide_in_place(result, divisor > 0 ? divisor : 0, error)) {
    nd_release(result);
    result = NULL;
  }
  if (result != NULL && root) {
    NdArray *same = nd_apply("sqrt", result, NULL, result, error);
    nd_release(result);
    result = same;
  }
done:
  nd_release(center);
  nd_release(packed);
  return result;
}

/* Place of the extreme along one axis, or in the flattened array. */
static NdArray *extreme_place(const Plan *plan, const NdReduceOptions *options, bool largest, Error *error) {
  NdArray *array = plan->array;
  NdArray *result = nd_zeros(ND_INT64, array->ndim, plan->long_shape, error);
  if (result == NULL || result->size == 0) return result;
  if (plan->count == 0) {
    nd_release(result);
    core_fail(error, ERROR_VALUE, "attempt to get %s of an empty sequence", largest ? "argmax" : "argmin");
    return NULL;
  }
  NdArgLoop *loop = !nd_is_number(array->type)
                        ? NULL
                        : (cpu_level() >= CPU_AVX2 ? largest ? nd_argmax_loops_avx2 : nd_argmin_loops_avx2
                           : largest               ? nd_argmax_loops
                                                   : nd_argmin_loops)[array->type];
  if (options->axes == NULL || array->ndim == 0) {
    NdArray *flat = nd_contiguous(array, error);
    int64_t place = flat == NULL  ? -1
                    : loop == NULL ? nd_extreme_element(flat, flat->data, flat->itemsize, flat->size, largest, error)
                                   : loop(flat->data, flat->itemsize, flat->size);
    nd_release(flat);
    *(int64_t *)result->data = place;
    if (place >= 0) return result;
    nd_release(result);
    return NULL;
  }
  int axis = options->axes[0] < 0 ? options->axes[0] + array->ndim : options->axes[0];
  int64_t strides[ND_MAX_DIMS];
  result_strides(plan, ND_INT64, strides);
  NdIterator it;
  nd_iterator_init(&it, 2, 1, array->ndim, plan->long_shape, (char *[]){array->data, result->data},
                   (const int64_t *[]){array->strides, strides}, 0);
  do {
    for (int64_t i = 0; i < it.shape[0]; i++) {
      const char *from = it.data[0] + i * it.strides[0][0];
      int64_t n = array->shape[axis], step = array->strides[axis];
      int64_t place = loop ? loop(from, step, n) : nd_extreme_element(array, from, step, n, largest, error);
      *(int64_t *)(it.data[1] + i * it.strides[0][1]) = place;
      if (place >= 0 && nd_iterator_poll(&it.worked, n, error)) continue;
      nd_release(result);
      return NULL;
    }
  } while (nd_iterator_next(&it));
  return result;
}

static NdArray *spread(const Plan *plan, Error *error) {
  NdType type = plan->array->type;
  NdArray *high = fold(plan, &row_max, type, false, error), *result = NULL;
  NdArray *low = high ? fold(plan, &row_min, type, false, error) : NULL;
  if (low != NULL) result = nd_apply("subtract", high, low, high, error);
  nd_release(high);
  nd_release(low);
  return result;
}

NdArray *nd_reduce(NdReduction reduction, NdArray *array, const NdReduceOptions *options, Error *error) {
  static const NdReduceOptions plain = {.type = -1};
  if (options == NULL) options = &plain;
  if (options->type >= 0 && nd_is_number(array->type) && !nd_is_number((NdType)options->type)) {
    /* A sum asked for in complex numbers (or objects): of the array as such. */
    NdArray *wide = nd_astype(array, (NdType)options->type, error);
    NdReduceOptions own = *options;
    own.type = -1;
    NdArray *made = wide ? nd_reduce(reduction, wide, &own, error) : NULL;
    nd_release(wide);
    return reduction == ND_VAR || reduction == ND_STD ? cast_result(made, options->type, error) : made;
  }
  Plan plan;
  if (!make_plan(array, options, reduction == ND_ARGMAX || reduction == ND_ARGMIN, &plan, error)) {
    /* numpy's median has its own word for an axis given twice. */
    if (reduction == ND_MEDIAN && error != NULL && error->code == ERROR_VALUE)
      core_fail(error, ERROR_VALUE, "repeated axis");
    return NULL;
  }
  if (nd_is_time(array->type) && reduction != ND_ARGMAX && reduction != ND_ARGMIN)
    return shape_result(&plan, nd_reduce_times(reduction, array, plan.reduced, plan.long_shape, options, error), error);
  if (nd_is_complex(array->type) && reduction != ND_ARGMAX && reduction != ND_ARGMIN)
    return shape_result(&plan, nd_reduce_complex(reduction, array, plan.reduced, plan.long_shape, options, error),
                        error);
  if (!nd_is_number(array->type) && reduction != ND_ARGMAX && reduction != ND_ARGMIN)
    return shape_result(&plan, nd_reduce_elements(reduction, array, plan.reduced, plan.long_shape, options, error),
                        error);
  NdType own = array->type;
  NdType sum = options->type >= 0 ? (NdType)options->type : nd_sum_type(own);
  NdArray *result = NULL;
  switch (reduction) {
    case ND_SUM: result = fold(&plan, &row_sum, sum, false, error); break;
    case ND_PROD: result = fold(&plan, &row_prod, sum, false, error); break;
    case ND_MAX: result = cast_result(fold(&plan, &row_max, own, false, error), options->type, error); break;
    case ND_MIN: result = cast_result(fold(&plan, &row_min, own, false, error), options->type, error); break;
    case ND_ANY: result = fold(&plan, &row_any, ND_BOOL, false, error); break;
    case ND_ALL: result = fold(&plan, &row_all, ND_BOOL, false, error); break;
    case ND_COUNT_NONZERO: result = fold(&plan, &row_sum, ND_INT64, true, error); break;
    case ND_MEAN: result = mean(&plan, options->type, error); break;
    case ND_VAR: result = variance(&plan, options, false, error); break;
    case ND_STD: result = variance(&plan, options, true, error); break;
    case ND_PTP: result = spread(&plan, error); break;
    case ND_ARGMAX: result = extreme_place(&plan, options, true, error); break;
    case ND_ARGMIN: result = extreme_place(&plan, options, false, error); break;
    case ND_MEDIAN: result = nd_median_along(array, plan.reduced, plan.long_shape, error); break;
  }
  return shape_result(&plan, result, error);
}
