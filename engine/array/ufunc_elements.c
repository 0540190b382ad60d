#include "engine/array/ufunc_elements.h"

#include <stdio.h>
#include <string.h>

#include "engine/array/cast.h"
#include "engine/array/complex.h"
#include "engine/array/element.h"
#include "engine/array/iterator.h"
#include "engine/array/record.h"
#include "engine/array/shape.h"
#include "engine/array/types.h"
#include "engine/array/times.h"
#include "engine/core/memory.h"

/* Functions that numpy resolves by dtype and those that it resolves by the dtype's class: their messages differ. */
static const char by_dtype[] =
    " add subtract multiply maximum minimum fmax fmin gcd lcm ";
static const char by_class[] =
    " absolute negative positive sign equal not_equal less less_equal greater greater_equal ";
/* Functions that have no loop for objects either. */
static const char numbers_only[] =
    " isnan isinf isfinite signbit copysign heaviside logaddexp logaddexp2 nextafter spacing float_power ldexp ";
static const char *const comparisons[] = {"equal", "not_equal", "less", "less_equal", "greater", "greater_equal"};

static bool among(const char *names, const char *name) {
  char word[64];
  snprintf(word, sizeof word, " %.*s ", (int)strcspn(name, "|"), name);
  return strstr(names, word) != NULL;
}

/* numpy's own name of a function, NUL-terminated. */
static void own_name(const NdUfunc *ufunc, char out[64]) {
  snprintf(out, 64, "%.*s", (int)strcspn(ufunc->name, "|"), ufunc->name);
}

static int comparison_of(const char *name) {
  for (int i = 0; i < 6; i++)
    if (strcmp(comparisons[i], name) == 0) return i;
  return -1;
}

void nd_class_name(const NdArray *input, char out[64]) {
  static const char *const weak[] = {[ND_WEAK_INT] = "_PyLong", [ND_WEAK_FLOAT] = "_PyFloat",
                                     [ND_WEAK_COMPLEX] = "_PyComplex"};
  static const char *const names[ND_TYPE_COUNT] = {"Bool",   "Int8",   "Int16",   "Int32",   "Int64",
                                                   "UInt8",  "UInt16", "UInt32",  "UInt64",  "Float16",
                                                   "Float32", "Float64", "Complex64", "Complex128", "Str", "Bytes",
                                                   "Object"};
  if (nd_is_record(input->type)) {
    snprintf(out, 64, "<class 'numpy.dtypes.VoidDType'>");
    return;
  }
  if (nd_is_time(input->type)) {
    snprintf(out, 64, "<class 'numpy.dtypes.%sDType'>", nd_is_span(input->type) ? "TimeDelta64" : "DateTime64");
    return;
  }
  bool python = input->ndim == 0 && input->weak > ND_WEAK_BOOL;
  snprintf(out, 64, "<class 'numpy.dtypes.%sDType'>", python ? weak[input->weak] : names[input->type]);
}

enum { DTYPE_TEXT = 512 };

static void dtype_name(const NdArray *input, char out[DTYPE_TEXT]) {
  char name[32];
  if (nd_is_record(input->type)) {
    Text fields = {0};
    nd_record_text(&fields, input->type);
    snprintf(out, DTYPE_TEXT, "dtype(%s)", text_string(&fields));
    text_free(&fields);
    return;
  }
  nd_kind_name(nd_kind(input), name);
  if (input->type == ND_OBJECT) snprintf(out, DTYPE_TEXT, "dtype('O')");
  else snprintf(out, DTYPE_TEXT, "dtype('%s')", name[0] == '|' ? name + 1 : name);
}

static bool fail_texts(const char *name, const NdArray *a, const NdArray *b, Error *error) {
  char of_a[DTYPE_TEXT], of_b[DTYPE_TEXT] = "";
  bool by_name = among(by_dtype, name);
  if (!by_name && !among(by_class, name))
    return core_fail(error, ERROR_TYPE,
                     "ufunc '%s' not supported for the input types, and the inputs could not be safely coerced to any "
                     "supported types according to the casting rule ''safe''", name);
  bool times = b != NULL && (strchr("iu", nd_types[a->type].kind) || strchr("iu", nd_types[b->type].kind));
  if (strcmp(name, "multiply") == 0 && times)
    return core_fail(error, ERROR_TYPE,
                     "The 'out' kwarg is necessary when using the string multiply ufunc directly. Use "
                     "numpy.strings.multiply to multiply strings without specifying 'out'.");
  (by_name ? dtype_name : nd_class_name)(a, of_a);
  if (b != NULL) (by_name ? dtype_name : nd_class_name)(b, of_b);
  return b == NULL ? core_fail(error, ERROR_TYPE,
                               "ufunc '%s' did not contain a loop with signature matching types %s -> None", name, of_a)
                   : core_fail(error, ERROR_TYPE,
                               "ufunc '%s' did not contain a loop with signature matching types (%s, %s) -> None", name,
                               of_a, of_b);
}

/* One walk over two inputs and an output of the broadcast shape. */
typedef struct Walk {
  NdIterator it;
  int64_t strides[3][ND_MAX_DIMS];
} Walk;

static void walk_init(Walk *walk, NdArray *out, const NdArray *a, const NdArray *b) {
  nd_broadcast_strides(out, out->ndim, out->shape, walk->strides[0]);
  nd_broadcast_strides(a, out->ndim, out->shape, walk->strides[1]);
  nd_broadcast_strides(b, out->ndim, out->shape, walk->strides[2]);
  nd_iterator_init(&walk->it, 3, 3, out->ndim, out->shape, (char *[]){out->data, a->data, b->data},
                   (const int64_t *[]){walk->strides[0], walk->strides[1], walk->strides[2]}, ND_ITERATE_C_ORDER);
}

/* The answer of a comparison of two texts. */
static bool compare_answer(int comparison, NdKind a_kind, const char *a, NdKind b_kind, const char *b) {
  int below = nd_element_less(a_kind.type, a_kind.itemsize, a, b_kind.itemsize, b);
  int above = nd_element_less(a_kind.type, b_kind.itemsize, b, a_kind.itemsize, a);
  switch (comparison) {
    case 0: return !below && !above;
    case 1: return below || above;
    case 2: return below;
    case 3: return !above;
    case 4: return above;
    default: return !below;
  }
}

/* Two texts joined: the letters of b behind those of a. */
static void join_texts(NdKind kind, char *to, const NdArray *a, const char *from_a, const NdArray *b,
                       const char *from_b) {
  int64_t letter = nd_types[kind.type].itemsize;
  int64_t length_a = nd_text_length(nd_kind(a), from_a) * letter;
  int64_t length_b = nd_text_length(nd_kind(b), from_b) * letter;
  memset(to, 0, (size_t)kind.itemsize);
  memcpy(to, from_a, (size_t)length_a);
  memcpy(to + length_a, from_b, (size_t)length_b);
}

static NdArray *texts(const char *name, NdArray *a, NdArray *b, int ndim, const int64_t *shape, Error *error) {
  int comparison = comparison_of(name);
  bool both = b != NULL && a->type == b->type && nd_is_text(a->type);
  NdArray *result = NULL;
  if (b != NULL && !both && comparison >= 0 && comparison < 2) {
    /* Texts and numbers are never equal. */
    NdScalar answer = {.type = ND_BOOL, .as.u = comparison == 1};
    return nd_full(answer, ndim, shape, error);
  }
  bool joins = both && strcmp(name, "add") == 0;
  if (!both || (comparison < 0 && !joins)) {
    fail_texts(name, a, b, error);
    return NULL;
  }
  result = joins ? nd_new_sized(a->type, a->itemsize + b->itemsize, ndim, shape, error)
                 : nd_new(ND_BOOL, ndim, shape, error);
  if (result == NULL || result->size == 0) return result;
  Walk walk;
  walk_init(&walk, result, a, b);
  NdIterator *it = &walk.it;
  do {
    for (int64_t i = 0; i < it->shape[0]; i++) {
      char *to = it->data[0] + i * it->strides[0][0], *x = it->data[1] + i * it->strides[0][1],
           *y = it->data[2] + i * it->strides[0][2];
      if (joins) join_texts(nd_kind(result), to, a, x, b, y);
      else *(uint8_t *)to = compare_answer(comparison, nd_kind(a), x, nd_kind(b), y);
    }
  } while (nd_iterator_next(it));
  return result;
}

/* Objects: each operand as an array of objects, each element through the hook. */
static NdArray *objects(const char *name, NdArray *a, NdArray *b, int ndim, const int64_t *shape, Error *error) {
  if (among(numbers_only, name)) {
    core_fail(error, ERROR_TYPE,
              "ufunc '%s' not supported for the input types, and the inputs could not be safely coerced to any "
              "supported types according to the casting rule ''safe''", name);
    return NULL;
  }
  int comparison = comparison_of(name);
  NdArray *left = a->type == ND_OBJECT ? nd_retain(a) : nd_astype(a, ND_OBJECT, error), *right = NULL;
  if (left != NULL && b != NULL) right = b->type == ND_OBJECT ? nd_retain(b) : nd_astype(b, ND_OBJECT, error);
  NdArray *result = NULL;
  if (left != NULL && (right != NULL || b == NULL))
    result = nd_new(comparison >= 0 ? ND_BOOL : ND_OBJECT, ndim, shape, error);
  bool done = result != NULL;
  if (done && result->size > 0) {
    Walk walk;
    walk_init(&walk, result, left, right ? right : left);
    NdIterator *it = &walk.it;
    do {
      for (int64_t i = 0; i < it->shape[0] && done; i++) {
        void *made = NULL;
        char *to = it->data[0] + i * it->strides[0][0];
        done = nd_objects.apply(name, b != NULL, *(void **)(it->data[1] + i * it->strides[0][1]),
                                b ? *(void **)(it->data[2] + i * it->strides[0][2]) : NULL, &made);
        if (!done) break;
        if (comparison < 0) {
          *(void **)to = made;
          continue;
        }
        int truth = nd_objects.truth(made);
        if (made != NULL) nd_objects.release(made);
        done = truth >= 0;
        *(uint8_t *)to = truth > 0;
      }
    } while (done && nd_iterator_next(it));
    if (!done) nd_fail_told(error);
  }
  nd_release(left);
  nd_release(right);
  if (done) return result;
  nd_release(result);
  return NULL;
}

/* Whether a function is there for texts: comparisons, sums, and whether a text equals a number (never). */
static bool joins_texts(const char *name, const NdArray *a, const NdArray *b) {
  if (b == NULL) return false;
  int comparison = comparison_of(name);
  bool both = a->type == b->type && nd_is_text(a->type);
  return both ? comparison >= 0 || strcmp(name, "add") == 0 : comparison == 0 || comparison == 1;
}

/* Records: equal where all fields are; nothing else is defined. */
static NdArray *records(const char *name, NdArray *a, NdArray *b, int ndim, const int64_t *shape, Error *error) {
  int comparison = comparison_of(name);
  NdArray *right = b->type == a->type ? nd_retain(b) : nd_astype(b, a->type, error);
  NdArray *result = right ? nd_new(ND_BOOL, ndim, shape, error) : NULL;
  if (result != NULL && result->size > 0) {
    Walk walk;
    walk_init(&walk, result, a, right);
    NdIterator *it = &walk.it;
    do {
      for (int64_t i = 0; i < it->shape[0]; i++) {
        const char *x = it->data[1] + i * it->strides[0][1], *y = it->data[2] + i * it->strides[0][2];
        *(uint8_t *)(it->data[0] + i * it->strides[0][0]) =
            nd_element_equal(a->type, a->itemsize, x, a->itemsize, y) == (comparison == 0);
      }
    } while (nd_iterator_next(it));
  }
  nd_release(right);
  return result;
}

NdArray *nd_ufunc_elements(const NdUfunc *ufunc, NdArray *a, NdArray *b, NdArray *out, Error *error) {
  char name[64];
  own_name(ufunc, name);
  if (strcmp(name, "isnat") == 0) {
    core_fail(error, ERROR_TYPE, "ufunc 'isnat' is only defined for np.datetime64 and np.timedelta64.");
    return NULL;
  }
  int ndim = a->ndim;
  int64_t shape[ND_MAX_DIMS];
  memcpy(shape, a->shape, (size_t)ndim * sizeof *shape);
  bool object = a->type == ND_OBJECT || (b != NULL && b->type == ND_OBJECT);
  bool logical = b != NULL && strncmp(name, "logical_", 8) == 0;
  bool record = !object && (nd_is_record(a->type) || (b != NULL && nd_is_record(b->type)));
  if (record && (b == NULL || comparison_of(name) < 0 || comparison_of(name) > 1 || !nd_is_record(a->type) ||
                 !nd_is_record(b->type))) {
    fail_texts(name, a, b, error);
    return NULL;
  }
  if (!object && !record && !logical && !joins_texts(name, a, b)) {
    fail_texts(name, a, b, error);
    return NULL;
  }
  if (b != NULL && !nd_broadcast_operands(a, b, out, &ndim, shape, error)) return NULL;
  /* Truth is asked of texts as bool() would: whether there are letters. */
  if (!object && logical) {
    NdArray *x = nd_astype(a, ND_BOOL, error), *y = x ? nd_astype(b, ND_BOOL, error) : NULL;
    NdArray *answer = y ? nd_ufunc(ufunc, x, y, out, error) : NULL;
    nd_release(x);
    nd_release(y);
    return answer;
  }
  NdArray *result = (object ? objects : record ? records : texts)(name, a, b, ndim, shape, error);
  if (result == NULL || out == NULL) return result;
  bool done = nd_check_out(out, ndim, shape, error) && nd_assign(out, result, error);
  nd_release(result);
  return done ? nd_retain(out) : NULL;
}

/* ---- Reductions ---- */

int64_t nd_extreme_element(const NdArray *array, const char *data, int64_t stride, int64_t n, bool largest,
                           Error *error) {
  int64_t best = 0;
  for (int64_t i = 0; i < n && nd_is_complex(array->type); i++) { /* the first nan wins */
    NdComplex128 value = nd_complex_load(data + i * stride, array->type);
    if (value.real != value.real || value.imag != value.imag) return i;
  }
  for (int64_t i = 1; i < n; i++) {
    const char *now = data + i * stride, *held = data + best * stride;
    int better;
    if (array->type == ND_OBJECT && largest) {
      void *made = NULL;
      bool asked = nd_objects.apply("greater", true, *(void *const *)now, *(void *const *)held, &made);
      better = asked ? nd_objects.truth(made) : -1;
      if (made != NULL) nd_objects.release(made);
    } else {
      better = nd_element_less(array->type, array->itemsize, largest ? held : now, array->itemsize,
                               largest ? now : held);
    }
    if (better < 0) return nd_fail_told(error) ? 0 : -1;
    if (better) best = i;
  }
  return best;
}

void nd_fail_text_fold(const char *name, const char *method, const NdArray *array, Error *error) {
  char own[DTYPE_TEXT];
  dtype_name(array, own);
  if (strcmp(name, "add") != 0 || nd_is_record(array->type)) {
    fail_texts(name, array, array, error);
    return;
  }
  NdArray wider = *array;
  wider.itemsize *= 2;
  char joined[DTYPE_TEXT];
  dtype_name(&wider, joined);
  core_fail(error, ERROR_TYPE, "the resolved dtypes are not compatible with add.%s. Resolved (%s, %s, %s)", method,
            own, own, joined);
}

NdArray *nd_reduce_elements(NdReduction reduction, NdArray *array, const bool *reduced, const int64_t *long_shape,
                            const NdReduceOptions *options, Error *error) {
  static const char *const names[] = {[ND_SUM] = "add", [ND_PROD] = "multiply", [ND_MIN] = "minimum",
                                      [ND_MAX] = "maximum", [ND_MEAN] = "add", [ND_ANY] = "logical_or",
                                      [ND_ALL] = "logical_and", [ND_VAR] = "add", [ND_STD] = "add"};
  NdArray *truth = NULL, *result = NULL;
  bool tests = reduction == ND_ANY || reduction == ND_ALL;
  if (reduction == ND_COUNT_NONZERO || tests) {
    truth = nd_astype(array, ND_BOOL, error);
    result = truth ? nd_reduce(reduction, truth, options, error) : NULL;
    NdArray *shaped = result ? nd_reshape(result, array->ndim, long_shape, error) : NULL;
    nd_release(truth);
    nd_release(result);
    return shaped;
  }
  if ((reduction == ND_VAR || reduction == ND_STD) && array->type == ND_OBJECT) {
    NdArray *real = nd_astype(array, ND_FLOAT64, error);
    NdArray *spread = real ? nd_reduce(reduction, real, options, error) : NULL;
    NdArray *shaped = spread ? nd_reshape(spread, array->ndim, long_shape, error) : NULL;
    nd_release(real);
    nd_release(spread);
    return shaped;
  }
  const char *name = (size_t)reduction < sizeof names / sizeof *names ? names[reduction] : NULL;
  if (name == NULL) {
    core_fail(error, ERROR_TYPE, "this statistic of an array of %s is not there",
              array->type == ND_OBJECT ? "objects" : "texts");
    return NULL;
  }
  if (array->type != ND_OBJECT) {
    nd_fail_text_fold(name, "reduce", array, error);
    return NULL;
  }
  result = nd_new(ND_OBJECT, array->ndim, long_shape, error);
  bool done = result != NULL;
  if (!done) return NULL;
  int64_t count = 1;
  for (int axis = 0; axis < array->ndim; axis++) count *= reduced[axis] ? array->shape[axis] : 1;
  if (count == 0 && result->size > 0) {
    if (reduction == ND_MIN || reduction == ND_MAX) {
      nd_release(result);
      core_fail(error, ERROR_VALUE, "zero-size array to reduction operation %s which has no identity", name);
      return NULL;
    }
    NdScalar start = {.type = tests ? ND_BOOL : ND_INT64, .as.i = reduction == ND_PROD || reduction == ND_ALL};
    for (int64_t i = 0; i < result->size && done; i++) done = nd_objects.from_number(start, (void **)result->data + i);
    if (done) return result;
  }
  /* Each element joins the result it belongs to; the first one of each is taken as it is. */
  uint8_t *begun = core_alloc_zero((size_t)result->size + 1, 1);
  if (begun == NULL) done = core_fail_memory(error, (unsigned long long)result->size);
  int64_t index[ND_MAX_DIMS] = {0};
  for (int64_t i = 0; i < array->size && done; i++) {
    const char *from = array->data;
    char *to = result->data;
    for (int axis = 0; axis < array->ndim; axis++) {
      from += index[axis] * array->strides[axis];
      if (!reduced[axis]) to += index[axis] * result->strides[axis];
    }
    int64_t place = (to - result->data) / (int64_t)sizeof(void *);
    if (!begun[place]) {
      nd_move(ND_OBJECT, sizeof(void *), to, 0, from, 0, 1);
      begun[place] = 1;
    } else {
      void *made = NULL, *before = *(void **)to;
      done = nd_objects.apply(name, true, before, *(void *const *)from, &made);
      if (!done) nd_fail_told(error);
      if (done) {
        *(void **)to = made;
        if (before != NULL) nd_objects.release(before);
      }
    }
    for (int axis = array->ndim - 1; axis >= 0 && ++index[axis] == array->shape[axis]; axis--) index[axis] = 0;
  }
  core_free(begun);
  if (done && reduction == ND_MEAN) {
    NdScalar divisor = {.type = ND_INT64, .as.i = count};
    NdArray *by = nd_from_scalar(divisor, ND_WEAK_INT, error);
    NdArray *mean = by ? nd_apply("divide", result, by, NULL, error) : NULL;
    nd_release(by);
    nd_release(result);
    return mean;
  }
  if (done) return result;
  nd_release(result);
  return NULL;
}

NdArray *nd_matmul_elements(NdArray *a, NdArray *b, Error *error) {
  NdArray *wide_a = nd_expand_dims(a, a->ndim, error), *product = NULL, *result = NULL;
  NdArray *wide_b = wide_a ? nd_expand_dims(b, b->ndim >= 2 ? b->ndim - 2 : 0, error) : NULL;
  if (wide_b != NULL && b->ndim == 1) {
    /* A vector on the right: each row times it. */
    product = nd_apply("multiply", a, b, NULL, error);
    int axis = -1;
    result = product ? nd_reduce(ND_SUM, product, &(NdReduceOptions){.axes = &axis, .axis_count = 1, .type = -1}, error)
                     : NULL;
  } else if (wide_b != NULL) {
    product = nd_apply("multiply", wide_a, a->ndim == 1 ? b : wide_b, NULL, error);
    int axis = -2;
    result = product ? nd_reduce(ND_SUM, product, &(NdReduceOptions){.axes = &axis, .axis_count = 1, .type = -1}, error)
                     : NULL;
  }
  nd_release(wide_a);
  nd_release(wide_b);
  nd_release(product);
  return result;
}
