/* numpy's functions that join arrays, cut them into parts and move their elements. */
#include <string.h>

#include "engine/array/index.h"
#include "engine/array/linalg.h"
#include "engine/core/memory.h"
#include "repl/modules/numpy_internal.h"

/* ---- Joining ---- */

typedef struct Parts {
  NdArray **items;
  int count;
} Parts;

static void parts_clear(Parts *parts) {
  for (int i = 0; i < parts->count; i++) nd_release(parts->items[i]);
  core_free(parts->items);
}

static bool parts_of(Value value, Parts *parts) {
  *parts = (Parts){0};
  Value list = py_to_list(value);
  if (py_is_error(list)) return false;
  int64_t count = py_as_list(list)->count;
  parts->items = core_alloc_zero((size_t)count + 1, sizeof *parts->items);
  bool good = parts->items != NULL;
  if (!good) py_raise(&py_MemoryError, "out of memory");
  for (int64_t i = 0; good && i < count; i++) {
    good = (parts->items[i] = np_as_array(py_as_list(list)->items[i])) != NULL;
    parts->count += good;
  }
  py_drop(list);
  if (!good) parts_clear(parts);
  return good;
}

/* Takes a reference over and gives one to an array of at least so many dimensions; `behind`: vectors stand upright. */
static NdArray *widened(NdArray *array, int least, bool behind, Error *error) {
  while (array && array->ndim < least) {
    NdArray *wider = nd_expand_dims(array, behind && array->ndim ? array->ndim : 0, error);
    nd_release(array);
    array = wider;
  }
  return array;
}

typedef struct Joining {
  NdArray *(*join)(NdArray *const *, int, int, Error *);
  int axis;
  int least;   /* dimensions that each part gets at least */
  bool behind; /* new dimensions go behind, not in front */
} Joining;

static Value joined(Value parts_value, Joining how, bool flat_along_first) {
  Parts parts;
  if (!parts_of(parts_value, &parts)) return PY_ERROR;
  Error error = {0};
  bool good = true, flat = true;
  for (int i = 0; i < parts.count; i++) flat &= parts.items[i]->ndim <= 1;
  for (int i = 0; good && i < parts.count; i++)
    good = (parts.items[i] = widened(parts.items[i], how.least, how.behind, &error)) != NULL;
  int axis = flat && flat_along_first ? 0 : how.axis;
  Value result = good ? np_value(how.join(parts.items, parts.count, axis, &error), &error) : py_raise_error(&error);
  parts_clear(&parts);
  return result;
}
static Value concatenate(const NativeRow *row, Value *arguments) {
  int axis;
  if (!np_as_axis(arguments[1], ND_FLAT, &axis)) return PY_ERROR;
  return joined(arguments[0], (Joining){nd_concatenate, axis, 0, false}, false);
}
static Value stack(const NativeRow *row, Value *arguments) {
  int axis;
  if (!np_as_axis(arguments[1], 0, &axis)) return PY_ERROR;
  return joined(arguments[0], (Joining){nd_stack, axis, 0, false}, false);
}
static Value vstack(const NativeRow *row, Value *arguments) {
  return joined(arguments[0], (Joining){nd_concatenate, 0, 2, false}, false);
}
static Value hstack(const NativeRow *row, Value *arguments) {
  return joined(arguments[0], (Joining){nd_concatenate, 1, 1, false}, true);
}
static bool is_sequence_of_arrays(Value given) {
  if (np_is_array(given) || !py_is_undefined(py_type_lookup(py_type_of(given), py_intern("__getitem__")))) return true;
  py_raise(&py_TypeError, "arrays to stack must be passed as a \"sequence\" type such as list or tuple.");
  return false;
}
static Value column_stack(const NativeRow *row, Value *arguments) {
  if (!is_sequence_of_arrays(arguments[0])) return PY_ERROR;
  return joined(arguments[0], (Joining){nd_concatenate, 1, 2, true}, false);
}
/* dstack sees a vector as (1, n, 1) and a matrix as (m, n, 1). */
static Value dstack(const NativeRow *row, Value *arguments) {
  if (!is_sequence_of_arrays(arguments[0])) return PY_ERROR;
  Value list = py_to_list(arguments[0]);
  for (int64_t i = 0; !py_is_error(list) && i < py_as_list(list)->count; i++) {
    NdArray *part = np_as_array(py_as_list(list)->items[i]);
    Error error = {0};
    part = part ? widened(widened(part, 2, false, &error), 3, true, &error) : NULL;
    Value deep = part || !py_pending() ? np_value(part, &error) : PY_ERROR;
    if (py_is_error(deep)) {
      py_drop(list);
      return PY_ERROR;
    }
    py_drop(py_as_list(list)->items[i]);
    py_as_list(list)->items[i] = deep;
  }
  Value result = py_is_error(list) ? list : joined(list, (Joining){nd_concatenate, 2, 3, true}, false);
  py_drop(list);
  return result;
}

/* np.c_[a, b] joins columns, np.r_[a, b] rows; a slice between the brackets is a range. */
static Value joiner_getitem(Value self, Value key) {
  bool columns = py_type_of(self)->data != NULL;
  Value list = py_is_tuple(key) ? py_to_list(key) : py_list(1);
  if (!py_is_error(list) && !py_is_tuple(key) && !py_list_append(py_as_list(list), key)) {
    py_drop(list);
    return PY_ERROR;
  }
  for (int64_t i = 0; !py_is_error(list) && i < py_as_list(list)->count; i++) {
    Value *item = &py_as_list(list)->items[i];
    if (!py_is(*item, &py_slice_type)) continue;
    Slice *slice = (Slice *)item->as.object;
    Value module = modules_import("numpy");
    Value bounds[3] = {py_is_none(slice->start) ? py_int(0) : slice->start, slice->stop, slice->step};
    Value line = py_is_error(module) ? PY_ERROR : py_call_method(module, "arange", bounds, 3);
    py_drop(module);
    if (py_is_error(line)) {
      py_drop(list);
      return PY_ERROR;
    }
    py_drop(*item);
    *item = line;
  }
  Value result = py_is_error(list) ? list : columns ? joined(list, (Joining){nd_concatenate, -1, 2, true}, false)
                                                    : joined(list, (Joining){nd_concatenate, 0, 1, false}, false);
  py_drop(list);
  return result;
}
static Type columns_type = {.head = {&py_type_type, 1},
                            .name = "CClass",
                            .module = "numpy.lib",
                            .base = &py_object_type,
                            .help = "c_[a, b]: columns side by side.",
                            .size = sizeof(Object),
                            .getitem = joiner_getitem,
                            .data = "c"};
static Type rows_type = {.head = {&py_type_type, 1}, .name = "RClass", .module = "numpy.lib", .base = &py_object_type,
                         .help = "r_[a, b]: one after the other.", .size = sizeof(Object), .getitem = joiner_getitem};
bool np_fill_joiners(Dict *dict) {
  return py_dict_set_steal(dict, "c_", py_object(py_new(&columns_type))) &&
         py_dict_set_steal(dict, "r_", py_object(py_new(&rows_type)));
}

/* append(arr, values, axis): everything in one dimension without an axis. */
static Value append(const NativeRow *row, Value *arguments) {
  int axis;
  if (!np_as_axis(arguments[2], ND_FLAT, &axis)) return PY_ERROR;
  Value pair = py_tuple_of(2, arguments[0], arguments[1]);
  Value result = py_is_error(pair) ? pair : joined(pair, (Joining){nd_concatenate, axis, 0, false}, false);
  py_drop(pair);
  return result;
}

/* ---- Cutting ---- */

/* array[start:stop] along an axis, a view. */
static NdArray *cut(NdArray *array, int axis, int64_t start, int64_t stop, Error *error) {
  NdIndex items[ND_MAX_DIMS + 1] = {0};
  for (int i = 0; i <= axis; i++) items[i].kind = ND_INDEX_SLICE;
  items[axis].has_start = items[axis].has_stop = true;
  items[axis].start = start;
  items[axis].stop = stop;
  return nd_get_index(array, items, axis + 1, error);
}

static bool axis_in(int *axis, const NdArray *array) {
  if (*axis < 0) *axis += array->ndim;
  if (*axis >= 0 && *axis < array->ndim) return true;
  py_raise(&py_IndexError, "tuple index out of range");
  return false;
}

/* A list of parts: `sections` is how many (uneven only for array_split), or where to cut. */
static Value parts_along(Value given, Value sections, int axis, bool uneven) {
  NdArray *array = np_as_array_kept(given);
  if (array == NULL) return PY_ERROR;
  Value result = py_list(4), places = PY_ERROR;
  Error error = {0};
  int64_t count, start = 0;
  if (py_is_error(result) || !axis_in(&axis, array)) goto failed;
  if (py_is_integer(sections)) {
    if (!py_as_int(sections, &count)) goto failed;
    if (count == 0 && !uneven) {
      py_raise(&py_ZeroDivisionError, "integer modulo by zero");
      goto failed;
    }
    if (count <= 0) {
      py_raise(&py_ValueError, "number sections must be larger than 0.");
      goto failed;
    }
    int64_t length = array->shape[axis];
    if (!uneven && length % count) {
      py_raise(&py_ValueError, "array split does not result in an equal division");
      goto failed;
    }
    for (int64_t i = 0; i < count; i++) {
      int64_t stop = start + length / count + (i < length % count);
      if (!py_list_append_steal(py_as_list(result), np_value(cut(array, axis, start, stop, &error), &error)))
        goto failed;
      start = stop;
    }
  } else {
    places = py_to_list(sections);
    if (py_is_error(places)) goto failed;
    for (int64_t i = 0; i <= py_as_list(places)->count; i++) {
      int64_t stop = array->shape[axis];
      if (i < py_as_list(places)->count && !py_as_int(py_as_list(places)->items[i], &stop)) goto failed;
      if (!py_list_append_steal(py_as_list(result), np_value(cut(array, axis, start, stop, &error), &error)))
        goto failed;
      start = stop;
    }
  }
  py_drop(places);
  nd_release(array);
  return result;
failed:
  py_drop(places);
  py_drop(result);
  nd_release(array);
  return PY_ERROR;
}
/* split, array_split (row->data "u") */
static Value split(const NativeRow *row, Value *arguments) {
  int axis;
  if (!np_as_axis(arguments[2], 0, &axis)) return PY_ERROR;
  return parts_along(arguments[0], arguments[1], axis, row->data != NULL);
}
/* diff(a, n, axis): each element minus the one before it. */
static Value diff(const NativeRow *row, Value *arguments) {
  int64_t times;
  NpWork work = {0};
  int axis;
  NdArray *array = np_hold(&work, arguments[0]);
  if (array == NULL || !py_as_int(arguments[1], &times) || !np_as_axis(arguments[2], -1, &axis) ||
      !axis_in(&axis, array)) {
    work.failed = true;
    return np_end(&work, PY_ERROR);
  }
  Error error = {0};
  Value now = np_step_array(&work, nd_retain(array), &error);
  for (int64_t i = 0; i < times && !work.failed; i++) {
    array = np_borrow(now);
    int64_t length = array->shape[axis];
    Value next = np_step_array(&work, cut(array, axis, 1, length, &error), &error);
    Value before = np_step_array(&work, cut(array, axis, 0, length ? length - 1 : 0, &error), &error);
    now = np_step_apply(&work, array->type == ND_BOOL ? "not_equal" : "subtract", next, before);
  }
  return np_end(&work, now);
}

/* ---- Moving ---- */

#define WITH_ARRAY(array, expression)            \
  NdArray *array = np_as_array_kept(arguments[0]);    \
  if (array == NULL) return PY_ERROR;            \
  Error error = {0};                             \
  Value result = np_value((expression), &error); \
  nd_release(array);                             \
  return result

static Value tile(const NativeRow *row, Value *arguments) {
  int ndim;
  int64_t times[ND_MAX_DIMS];
  const Value *items;
  int64_t count;
  if (py_sequence(arguments[1], &items, &count) && count > ND_MAX_DIMS)
    return py_raise(&py_ValueError, "ndmin must be <= ndmax (%d)", ND_MAX_DIMS);
  if (!np_as_shape(arguments[1], &ndim, times)) return PY_ERROR;
  WITH_ARRAY(array, nd_tile(array, ndim, times, &error));
}
static Value broadcast_to(const NativeRow *row, Value *arguments) {
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  if (!np_as_shape(arguments[1], &ndim, shape)) return PY_ERROR;
  WITH_ARRAY(array, nd_broadcast_to(array, ndim, shape, &error));
}
static Value roll(const NativeRow *row, Value *arguments) {
  int64_t shift;
  int axis;
  if (!py_as_int(arguments[1], &shift) || !np_as_axis(arguments[2], ND_FLAT, &axis)) return PY_ERROR;
  WITH_ARRAY(array, nd_roll(array, shift, axis, &error));
}
/* atleast_1d, atleast_2d, atleast_3d: row->data is the number. */
static const int one = 1, two = 2, three = 3;
static Value atleast(const NativeRow *row, Value *arguments) {
  NdArray *array = np_as_array_kept(arguments[0]);
  if (array == NULL) return PY_ERROR;
  Error error = {0};
  int least = *(const int *)row->data;
  array = widened(array, least < 2 ? least : 2, false, &error);
  return np_value(array ? widened(array, least, true, &error) : NULL, &error);
}

/* pad_width as before[axis], after[axis]: a pair for each axis, none of them negative (python/_numpy_pad.py). */
static bool pad_widths(Value given, int ndim, int64_t *before, int64_t *after) {
  NdArray *widths = np_as_array(given);
  if (widths == NULL) return false;
  Error error = {0};
  int64_t shape[2] = {ndim, 2};
  NdArray *all = nd_broadcast_to(widths, 2, shape, &error);
  for (int i = 0; all && i < ndim; i++) {
    before[i] = nd_scalar_as_int(nd_get(all, (int64_t[]){i, 0}));
    after[i] = nd_scalar_as_int(nd_get(all, (int64_t[]){i, 1}));
  }
  if (all == NULL) py_raise_error(&error);
  nd_release(all);
  nd_release(widths);
  return !py_pending();
}
static Value pad(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  NdArray *array = np_hold(&work, arguments[0]), *value = array ? np_hold(&work, arguments[2]) : NULL;
  int64_t before[ND_MAX_DIMS], after[ND_MAX_DIMS], shape[ND_MAX_DIMS];
  if (value == NULL || !pad_widths(arguments[1], array->ndim, before, after)) {
    work.failed = true;
    return np_end(&work, PY_ERROR);
  }
  NdIndex items[ND_MAX_DIMS] = {0};
  for (int i = 0; i < array->ndim; i++) {
    shape[i] = before[i] + array->shape[i] + after[i];
    items[i] = (NdIndex){.kind = ND_INDEX_SLICE,
                         .has_start = true,
                         .has_stop = true,
                         .start = before[i],
                         .stop = before[i] + array->shape[i]};
  }
  Error error = {0};
  Value made = np_step_array(&work, nd_new(array->type, array->ndim, shape, &error), &error);
  if (!py_is_error(made) &&
      !(nd_assign(np_borrow(made), value, &error) && nd_set_index(np_borrow(made), items, array->ndim, array, &error)))
    made = np_step(&work, py_raise_error(&error));
  return np_end(&work, made);
}

static const char uneven[] = "uneven";
const NativeRow np_join_rows[] = {
    {"concatenate|concat", "arrays, axis=0", "Arrays joined along an axis.", concatenate, NULL},
    {"stack", "arrays, axis=0", "Arrays joined along a new axis.", stack, NULL},
    {"vstack|row_stack", "tup", "Arrays one below the other.", vstack, NULL},
    {"hstack", "tup", "Arrays side by side.", hstack, NULL},
    {"column_stack", "tup", "Vectors as the columns of a matrix.", column_stack, NULL},
    {"dstack", "tup", "Arrays one behind the other.", dstack, NULL},
    {"append", "arr, values, axis=None", "Values added at the end of a copy.", append, NULL},
    {"split", "ary, indices_or_sections, axis=0", "Equal parts, or parts between indices (views).", split, NULL},
    {"array_split", "ary, indices_or_sections, axis=0", "Parts as equal as can be (views).", split, uneven},
    {"diff", "a, n=1, axis=-1", "Each element minus the one before.", diff, NULL},
    {"tile", "A, reps", "An array repeated as tiles.", tile, NULL},
    {"broadcast_to", "array, shape", "The elements repeated to a shape (a view).", broadcast_to, NULL},
    {"roll", "a, shift, axis=None", "The elements moved round.", roll, NULL},
    {"atleast_1d", "a", "At least one dimension.", atleast, &one},
    {"atleast_2d", "a", "At least two dimensions.", atleast, &two},
    {"atleast_3d", "a", "At least three dimensions.", atleast, &three},
    {"pad", "array, pad_width, constant_values=0", "An edge round an array.", pad, NULL},
    {0},
};
