/* numpy's functions that choose, search, count and compare elements. */
#include <math.h>
#include <string.h>

#include "engine/array/index.h"
#include "engine/array/shape.h"
#include "engine/core/memory.h"
#include "repl/modules/numpy_internal.h"

/* ---- Choosing ---- */

static Value where(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  if (py_is_undefined(arguments[1]) != py_is_undefined(arguments[2]))
    return py_raise(&py_ValueError, "either both or neither of x and y should be given");
  if (!py_is_undefined(arguments[1])) return np_end(&work, np_step_where(&work, arguments[0], arguments[1], arguments[2]));
  NdArray *condition = np_hold(&work, arguments[0]);
  Value array = condition ? np_step(&work, np_value(nd_retain(condition), NULL)) : PY_ERROR;
  return np_end(&work, work.failed ? PY_ERROR : np_step(&work, py_call_method(array, "nonzero", NULL, 0)));
}
/* argwhere: one row a place; flatnonzero: places in one dimension (row->data). */
static Value places(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  NdArray *array = np_hold(&work, arguments[0]);
  if (array == NULL) return np_end(&work, PY_ERROR);
  Error error = {0};
  const bool number = array->ndim == 0; /* one place without coordinates, where it is not zero */
  Value whole = np_step_array(
      &work, row->data || number ? nd_reshape(array, 1, (int64_t[]){-1}, &error) : nd_retain(array), &error);
  Value found = work.failed ? PY_ERROR : np_step(&work, py_call_method(whole, "nonzero", NULL, 0));
  if (work.failed) return np_end(&work, PY_ERROR);
  Tuple *axes = py_as_tuple(found);
  if (row->data) return np_end(&work, axes->items[0]);
  int64_t shape[2] = {axes->count ? np_borrow(axes->items[0])->size : 0, number ? 0 : axes->count};
  Value made = np_step_array(&work, nd_new(ND_INT64, 2, shape, &error), &error);
  if (work.failed) return np_end(&work, PY_ERROR);
  for (int64_t axis = 0; axis < shape[1]; axis++)
    for (int64_t i = 0; i < shape[0]; i++)
      nd_put(np_borrow(made), (int64_t[]){i, axis}, nd_get(np_borrow(axes->items[axis]), &i));
  return np_end(&work, made);
}

static Value unique(const NativeRow *row, Value *arguments) {
  bool wanted[3];
  for (int i = 0; i < 3; i++)
    if (!py_as_bool(arguments[1 + i], &wanted[i])) return PY_ERROR;
  NdArray *array = np_as_array(arguments[0]);
  if (array == NULL) return PY_ERROR;
  NdArray *extra[3] = {0};
  Error error = {0};
  NdArray *values = nd_unique(array, wanted[0] ? &extra[0] : NULL, wanted[1] ? &extra[1] : NULL,
                              wanted[2] ? &extra[2] : NULL, &error);
  nd_release(array);
  if (values == NULL) return py_raise_error(&error);
  int count = 1 + wanted[0] + wanted[1] + wanted[2];
  if (count == 1) return np_value(values, &error);
  Value tuple = py_tuple(count);
  int at = 0;
  for (int i = -1; i < 3; i++) {
    Value each = i >= 0 && extra[i] == NULL ? PY_UNDEFINED : np_value(i < 0 ? values : extra[i], &error);
    if (py_is_undefined(each)) continue;
    if (py_is_error(tuple) || py_is_error(each)) {
      py_drop(each);
      py_drop(tuple);
      tuple = PY_ERROR;
    } else {
      py_as_tuple(tuple)->items[at++] = each;
    }
  }
  return tuple;
}

/* ---- Searching sorted numbers ---- */

/* numpy's order of floats: nan counts as the greatest. */
static bool real_less(double x, double y) { return x < y || (isnan(y) && !isnan(x)); }
static bool whole_less(int64_t x, int64_t y) { return x < y; }

/* How many of the sorted numbers are less than each of some keys (or not greater, on the right). The search for a key
 * begins at the bounds that are left from the one before, as numpy's does, which shows where numbers are not sorted. */
#define DEFINE_SEARCH(name, type, less)                                                                      \
  static void name(const type *sorted, int64_t count, const type *keys, int64_t key_count, bool right,       \
                   int64_t *places) {                                                                        \
    int64_t low = 0, high = count;                                                                           \
    for (int64_t i = 0; i < key_count; i++) {                                                                \
      const type key = keys[i], last = keys[i ? i - 1 : 0];                                                  \
      if (right ? !less(key, last) : less(last, key)) {                                                      \
        high = count;                                                                                        \
      } else {                                                                                               \
        low = 0;                                                                                             \
        high = high < count ? high + 1 : count;                                                              \
      }                                                                                                      \
      while (low < high) {                                                                                   \
        int64_t middle = low + (high - low) / 2;                                                             \
        if (right ? !less(key, sorted[middle]) : less(sorted[middle], key)) low = middle + 1;                \
        else high = middle;                                                                                  \
      }                                                                                                      \
      places[i] = low;                                                                                       \
    }                                                                                                        \
  }
DEFINE_SEARCH(search_reals, double, real_less)
DEFINE_SEARCH(search_wholes, int64_t, whole_less)
static int64_t place_of(const double *sorted, int64_t count, double x, bool right) {
  int64_t place;
  search_reals(sorted, count, &x, 1, right, &place);
  return place;
}
static int64_t whole_place_of(const int64_t *sorted, int64_t count, int64_t x, bool right) {
  int64_t place;
  search_wholes(sorted, count, &x, 1, right, &place);
  return place;
}
/* Whether both are arrays of numbers; what has texts or objects goes to the language's half. */
static bool all_numbers(Value a, Value b) {
  NdArray *first = np_as_array(a), *second = first ? np_as_array(b) : NULL;
  bool numbers = second != NULL && nd_is_number(first->type) && nd_is_number(second->type);
  nd_release(first);
  nd_release(second);
  return numbers;
}

/* An array that is held already, contiguous and in a dtype. */
static NdArray *held_in(NpWork *work, NdArray *array, NdType type) {
  Error error = {0};
  NdArray *made = array->type == type ? nd_contiguous(array, &error) : nd_astype(array, type, &error);
  Value held = np_step_array(work, made, &error);
  return py_is_error(held) ? NULL : np_borrow(held);
}

static Value search(Value sorted_value, Value wanted_value, bool right) {
  if (!all_numbers(sorted_value, wanted_value)) {
    Value three[3] = {sorted_value, wanted_value, py_bool(right)};
    return py_pending() ? PY_ERROR : np_python_call("_search", three, 3);
  }
  NpWork work = {0};
  /* Whole numbers are compared as such: large ones are not all floats. */
  NdArray *first = np_hold(&work, sorted_value), *second = first ? np_hold(&work, wanted_value) : NULL;
  if (second == NULL) return np_end(&work, PY_ERROR);
  const NdType common = nd_promote(first->type, second->type);
  const bool whole = nd_types[common].kind != 'f' && common != ND_UINT64;
  Error error = {0};
  const NdType type = whole ? ND_INT64 : ND_FLOAT64;
  NdArray *sorted = held_in(&work, first, type), *wanted = sorted ? held_in(&work, second, type) : NULL;
  if (wanted == NULL) return np_end(&work, PY_ERROR);
  if (sorted->ndim != 1)
    return np_end(&work, np_step(&work, py_raise(&py_ValueError, "object too deep for desired array")));
  NdArray *found = nd_new(ND_INT64, wanted->ndim, wanted->shape, &error);
  if (found && whole)
    search_wholes((const int64_t *)sorted->data, sorted->size, (const int64_t *)wanted->data, wanted->size, right,
                  (int64_t *)found->data);
  else if (found)
    search_reals((const double *)sorted->data, sorted->size, (const double *)wanted->data, wanted->size, right,
                 (int64_t *)found->data);
  return np_end(&work, np_step(&work, np_value_or_scalar(found, &error)));
}
static Value searchsorted(const NativeRow *row, Value *arguments) {
  const char *side;
  if (!py_as_text(arguments[2], &side)) return PY_ERROR;
  return search(arguments[0], arguments[1], side[0] == 'r');
}
/* ---- Counting ---- */

static Value bincount(const NativeRow *row, Value *arguments) {
  int64_t least, length = 0;
  if (!py_as_int(arguments[2], &least)) return PY_ERROR;
  if (least < 0) return py_raise(&py_ValueError, "'minlength' must not be negative");
  NpWork work = {0};
  /* An array has to hold integers; of other sequences each element is made one. */
  NdArray *given = np_is_array(arguments[0]) ? np_borrow(arguments[0]) : NULL;
  if (given && (nd_types[given->type].kind == 'f' || !nd_is_number(nd_native(given->type)))) {
    char name[32];
    nd_kind_name(nd_kind(given), name);
    return np_end(&work,
                  np_step(&work, py_raise(&py_TypeError, "Cannot cast array data from dtype('%s') to dtype('int64') "
                                                         "according to the rule 'safe'",
                                          given->type == ND_OBJECT ? "O" : name)));
  }
  NdArray *x = given ? np_hold_as(&work, arguments[0], ND_INT64) : NULL;
  if (given == NULL) {
    NdArray *made = np_as_array_kind(arguments[0], (NdKind){ND_INT64, sizeof(int64_t)});
    Value kept = made ? np_step(&work, np_value(made, NULL)) : np_step(&work, PY_ERROR);
    if (!work.failed) x = np_borrow(kept);
  }
  NdArray *weights = x && !py_is_none(arguments[1]) ? np_hold_as(&work, arguments[1], ND_FLOAT64) : NULL;
  if (x == NULL || work.failed) return np_end(&work, PY_ERROR);
  if (x->ndim != 1)
    return np_end(&work, np_step(&work, py_raise(&py_ValueError, "object %s for desired array",
                                                 x->ndim > 1 ? "too deep" : "of too small depth")));
  const int64_t *numbers = (const int64_t *)x->data;
  for (int64_t i = 0; i < x->size; i++) {
    if (numbers[i] < 0)
      return np_end(&work, np_step(&work, py_raise(&py_ValueError, "'list' argument must have no negative elements")));
    if (numbers[i] >= length) length = numbers[i] + 1;
  }
  if (weights && weights->size != x->size)
    return np_end(&work, np_step(&work, py_raise(&py_ValueError, "The weights and list don't have the same length.")));
  if (length < least) length = least;
  Error error = {0};
  NdArray *counts = nd_zeros(weights ? ND_FLOAT64 : ND_INT64, 1, &length, &error);
  for (int64_t i = 0; counts && i < x->size; i++) {
    if (weights) ((double *)counts->data)[numbers[i]] += ((const double *)weights->data)[i];
    else ((int64_t *)counts->data)[numbers[i]]++;
  }
  return np_end(&work, np_step_array(&work, counts, &error));
}

/* ---- Sets ---- */

/* isin(element, test_elements): a boolean array. */
static Value is_in(NpWork *work, Value elements, Value test, bool invert) {
  if (!all_numbers(elements, test)) {
    if (py_pending()) return np_step(work, PY_ERROR);
    Value three[3] = {elements, test, py_bool(invert)};
    return np_step(work, np_python_call("_is_in", three, 3));
  }
  NdArray *wanted = np_hold(work, test), *given = wanted ? np_hold(work, elements) : NULL;
  Error error = {0};
  Value sorted = given ? np_step_array(work, nd_unique(wanted, NULL, NULL, NULL, &error), &error) : PY_ERROR;
  if (work->failed) return PY_ERROR;
  const NdType common = nd_promote(wanted->type, given->type);
  const bool whole = nd_types[common].kind != 'f' && common != ND_UINT64;
  const NdType type = whole ? ND_INT64 : ND_FLOAT64;
  NdArray *set = held_in(work, np_borrow(sorted), type), *real = set ? held_in(work, given, type) : NULL;
  if (real == NULL) return PY_ERROR;
  Value made = np_step_array(work, nd_new(ND_BOOL, real->ndim, real->shape, &error), &error);
  for (int64_t i = 0; !work->failed && i < real->size; i++) {
    bool found;
    if (whole) {
      const int64_t *members = (const int64_t *)set->data, x = ((const int64_t *)real->data)[i];
      int64_t at = whole_place_of(members, set->size, x, false);
      found = at < set->size && members[at] == x;
    } else {
      const double *members = (const double *)set->data, x = ((const double *)real->data)[i];
      int64_t at = place_of(members, set->size, x, false);
      found = at < set->size && members[at] == x;
    }
    np_borrow(made)->data[i] = found != invert;
  }
  return made;
}
static Value isin(const NativeRow *row, Value *arguments) {
  bool invert;
  if (!py_as_bool(arguments[3], &invert)) return PY_ERROR;
  NpWork work = {0};
  return np_end(&work, is_in(&work, arguments[0], arguments[1], invert));
}
/* intersect1d, setdiff1d: row->data says whether members of the second are left out. */
static Value common(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  NdArray *first = np_hold(&work, arguments[0]);
  Error error = {0};
  Value values = first ? np_step_array(&work, nd_unique(first, NULL, NULL, NULL, &error), &error) : PY_ERROR;
  Value mask = work.failed ? PY_ERROR : is_in(&work, values, arguments[1], row->data != NULL);
  return np_end(&work, work.failed ? PY_ERROR : np_step(&work, py_getitem(values, mask)));
}
static Value union1d(const NativeRow *row, Value *arguments) {
  Value module = modules_import("numpy");
  NpWork work = {0};
  module = np_step(&work, module);
  Value both[3] = {arguments[0], arguments[1], PY_NONE};
  Value whole = work.failed ? PY_ERROR : np_step(&work, py_call_method(module, "append", both, 3));
  NdArray *joined = np_hold(&work, whole);
  Error error = {0};
  return np_end(&work, joined ? np_step_array(&work, nd_unique(joined, NULL, NULL, NULL, &error), &error) : PY_ERROR);
}

/* ---- Comparing ---- */

/* |a - b| <= atol + rtol * |b|, element by element; infinities of one sign are close though their difference is nan. */
static Value close_elements(NpWork *work, Value *arguments) {
  bool nan_is_equal;
  if (!py_as_bool(arguments[4], &nan_is_equal)) return np_step(work, PY_ERROR);
  Value a = np_hold(work, arguments[0]) ? work->held[work->count - 1] : PY_ERROR;
  Value b = np_hold(work, arguments[1]) ? work->held[work->count - 1] : PY_ERROR;
  if (work->failed) return PY_ERROR;
  Value distance =
      np_step_apply(work, "absolute",
                    np_step_apply(work, "subtract", np_step_apply(work, "multiply", a, py_float(1)), b), PY_UNDEFINED);
  Value size = np_step_apply(work, "absolute", b, PY_UNDEFINED);
  Value bound = np_step_binary(work, OP_ADD, arguments[3], np_step_binary(work, OP_MUL, arguments[2], size));
  Value finite = np_step_apply(work, "isfinite", b, PY_UNDEFINED);
  Value near = np_step_apply(work, "logical_and", np_step_compare(work, OP_LE, distance, bound), finite);
  near = np_step_apply(work, "logical_or", near, np_step_apply(work, "equal", a, b));
  if (!nan_is_equal) return near;
  Value both = np_step_apply(work, "logical_and", np_step_apply(work, "isnan", a, PY_UNDEFINED),
                             np_step_apply(work, "isnan", b, PY_UNDEFINED));
  return np_step_apply(work, "logical_or", near, both);
}
static Value isclose(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  return np_end(&work, close_elements(&work, arguments));
}
static Value all_true(NpWork *work, Value elements) {
  Value all = np_step_reduce(work, ND_ALL, elements, PY_NONE, PY_FALSE);
  return np_end(work, work->failed ? PY_ERROR : py_bool(py_truth(all) == 1));
}
static Value allclose(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  return all_true(&work, close_elements(&work, arguments));
}
static Value array_equal(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  NdArray *a = np_hold(&work, arguments[0]), *b = a ? np_hold(&work, arguments[1]) : NULL;
  if (b == NULL) return np_end(&work, PY_ERROR);
  bool same = a->ndim == b->ndim;
  for (int i = 0; same && i < a->ndim; i++) same = a->shape[i] == b->shape[i];
  if (!same) return np_end(&work, PY_FALSE);
  return all_true(&work, np_step_apply(&work, "equal", arguments[0], arguments[1]));
}
static Value shape_of(const NativeRow *row, Value *arguments) {
  NdArray *array = np_as_array(arguments[0]);
  if (array == NULL) return PY_ERROR;
  int axes[ND_MAX_DIMS], axis_count;
  bool all, marked_axes[ND_MAX_DIMS];
  Error error = {0};
  Value result = PY_ERROR;
  char which = *(const char *)row->data;
  if (which == 's') result = py_shape(array->ndim, array->shape);
  else if (which == 'n') result = py_int(array->ndim);
  else if (!np_as_axes(arguments[1], axes, &axis_count, &all)) result = PY_ERROR;
  else if (all) result = py_int(array->size);
  else if (!nd_mark_axes(axes, axis_count, array->ndim, marked_axes, &error)) result = py_raise_error(&error);
  else {
    int64_t size = 1;
    for (int axis = 0; axis < array->ndim; axis++) size *= marked_axes[axis] ? array->shape[axis] : 1;
    result = py_int(size);
  }
  nd_release(array);
  return result;
}

static const char marked[] = "yes";
const NativeRow np_select_rows[] = {
    {"where", "condition, x=..., y=..., /", "x where the condition holds, else y.", where, NULL},
    {"argwhere", "a", "The places of elements that are not zero, one a row.", places, NULL},
    {"flatnonzero", "a", "The places of elements that are not zero, counted in one dimension.", places, marked},
    {"unique", "ar, return_index=False, return_inverse=False, return_counts=False",
     "The distinct elements, sorted.", unique, NULL},
    {"searchsorted", "a, v, side='left'", "Where values belong among sorted ones.", searchsorted, NULL},
    {"bincount", "x, /, weights=None, minlength=0", "How often each number from 0 on occurs.", bincount, NULL},
    {"isin|in1d", "element, test_elements, assume_unique=False, invert=False", "Which elements are among others.", isin,
     NULL},
    {"intersect1d", "ar1, ar2", "What is in both, sorted.", common, NULL},
    {"setdiff1d", "ar1, ar2", "What is in the first only, sorted.", common, marked},
    {"union1d", "ar1, ar2", "What is in one of the two, sorted.", union1d, NULL},
    {"isclose", "a, b, rtol=1e-05, atol=1e-08, equal_nan=False", "Where two arrays are nearly equal.", isclose, NULL},
    {"allclose", "a, b, rtol=1e-05, atol=1e-08, equal_nan=False", "Whether two arrays are nearly equal.", allclose,
     NULL},
    {"array_equal", "a1, a2", "Whether two arrays are equal.", array_equal, NULL},
    {"shape", "a", "The length of each dimension.", shape_of, "s"},
    {"ndim", "a", "How many dimensions.", shape_of, "n"},
    {"size", "a, axis=None", "How many elements.", shape_of, "z"},
    {0},
};
