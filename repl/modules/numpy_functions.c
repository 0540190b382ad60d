/* numpy's functions that make, join and compare arrays. */
#include <math.h>
#include <string.h>

#include "engine/array/index.h"
#include "engine/array/linalg.h"
#include "engine/array/print.h"
#include "engine/core/memory.h"
#include "engine/formats/formats.h"
#include "repl/modules/numpy_internal.h"

/* ---- Creation ---- */

static Value np_array_function(const NativeRow *row, Value *arguments) {
  NdType type;
  NdArray *array = np_as_array(arguments[0]);
  if (array == NULL) return PY_ERROR;
  Error error = {0};
  NdArray *made = NULL;
  bool copies = row->data != NULL; /* np.array copies, np.asarray does not */
  if (!np_as_dtype(arguments[1], array->type, &type)) {
    nd_release(array);
    return PY_ERROR;
  }
  if (type != array->type) made = nd_astype(array, type, &error);
  else made = copies && np_is_array(arguments[0]) ? nd_copy(array, &error) : nd_retain(array);
  nd_release(array);
  int64_t ndmin = 0;
  if (row->data && !py_as_int(arguments[2], &ndmin)) {
    nd_release(made);
    return PY_ERROR;
  }
  while (made && made->ndim < ndmin) {
    NdArray *wider = nd_expand_dims(made, 0, &error);
    nd_release(made);
    made = wider;
  }
  return np_value(made, &error);
}

/* zeros, ones, empty, full; row->data is "0", "1" or NULL for full. */
static Value filled(const NativeRow *row, Value *arguments) {
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  bool full = row->data == NULL;
  Value dtype = full ? arguments[2] : arguments[1];
  if (!np_as_shape(arguments[0], &ndim, shape)) return PY_ERROR;
  Error error = {0};
  if (!full) {
    NdType type;
    if (!np_as_dtype(dtype, ND_FLOAT64, &type)) return PY_ERROR;
    if (*(const char *)row->data == '0') return np_value(nd_zeros(type, ndim, shape, &error), &error);
    NdScalar one = nd_scalar_cast((NdScalar){.type = ND_INT64, .as.i = 1}, type);
    return np_value(nd_full(one, ndim, shape, &error), &error);
  }
  NdArray *value = np_as_array(arguments[1]);
  if (value == NULL) return PY_ERROR;
  NdType type;
  Value result = PY_ERROR;
  if (np_as_dtype(dtype, value->type, &type)) {
    NdArray *made = nd_new(type, ndim, shape, &error);
    if (made && nd_assign(made, value, &error)) {
      result = np_value(made, &error);
    } else {
      nd_release(made);
      result = py_raise_error(&error);
    }
  }
  nd_release(value);
  return result;
}

static Value filled_like(const NativeRow *row, Value *arguments) {
  NdArray *model = np_as_array(arguments[0]);
  if (model == NULL) return PY_ERROR;
  NdType type;
  Value result = PY_ERROR;
  bool full = row->data == NULL;
  if (np_as_dtype(full ? arguments[2] : arguments[1], model->type, &type)) {
    Error error = {0};
    NdScalar value = nd_scalar_cast((NdScalar){.type = ND_INT64, .as.i = !full && *(const char *)row->data == '1'}, type);
    NdArray *made = nd_full(value, model->ndim, model->shape, &error);
    if (full && made) {
      NdArray *given = np_as_array(arguments[1]);
      if (given == NULL || !nd_assign(made, given, &error)) {
        nd_release(made);
        made = NULL;
      }
      nd_release(given);
    }
    result = py_pending() ? PY_ERROR : np_value(made, &error);
  }
  nd_release(model);
  return result;
}

/* arange(stop), arange(start, stop), arange(start, stop, step) */
static Value arange(const NativeRow *row, Value *arguments) {
  Value start = arguments[0], stop = arguments[1], step = arguments[2];
  if (py_is_none(stop)) {
    stop = start;
    start = py_int(0);
  }
  if (py_is_none(step)) step = py_int(1);
  Value given[3] = {start, stop, step};
  NdScalar bounds[3];
  NdType type = ND_INT64;
  for (int i = 0; i < 3; i++) {
    NdArray *array = np_as_array(given[i]);
    Error error = {0};
    if (array == NULL) return PY_ERROR;
    bool good = nd_item(array, &bounds[i], &error);
    nd_release(array);
    if (!good) return py_raise_error(&error);
    if (nd_types[bounds[i].type].kind == 'f') type = ND_FLOAT64;
  }
  if (!np_as_dtype(arguments[3], type, &type)) return PY_ERROR;
  Error error = {0};
  return np_value(nd_arange(bounds[0], bounds[1], bounds[2], type, &error), &error);
}
static Value linspace(const NativeRow *row, Value *arguments) {
  double start, stop;
  int64_t count;
  bool endpoint;
  NdType type;
  if (!py_as_double(arguments[0], &start) || !py_as_double(arguments[1], &stop) || !py_as_int(arguments[2], &count) ||
      !py_as_bool(arguments[3], &endpoint) || !np_as_dtype(arguments[4], ND_FLOAT64, &type))
    return PY_ERROR;
  if (count < 0) return py_raise(&py_ValueError, "Number of samples, %lld, must be non-negative.", (long long)count);
  Error error = {0};
  return np_value(nd_linspace(start, stop, count, endpoint, type, &error), &error);
}
/* eye(N, M, k) and identity(n) */
static Value eye(const NativeRow *row, Value *arguments) {
  int64_t rows, columns, k;
  NdType type;
  if (!py_as_int(arguments[0], &rows) || !py_as_int(arguments[2], &k) || !np_as_dtype(arguments[3], ND_FLOAT64, &type)) return PY_ERROR;
  columns = rows;
  if (!py_is_none(arguments[1]) && !py_as_int(arguments[1], &columns)) return PY_ERROR;
  Error error = {0};
  return np_value(nd_eye(rows, columns, k, type, &error), &error);
}

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
  for (int64_t i = 0; good && i < count; i++) {
    good = (parts->items[i] = np_as_array(py_as_list(list)->items[i])) != NULL;
    parts->count += good;
  }
  py_drop(list);
  if (!good) parts_clear(parts);
  return good;
}

static Value joined(Value parts_value, NdArray *(*join)(NdArray *const *, int, int, Error *), int axis, int least) {
  Parts parts;
  if (!parts_of(parts_value, &parts)) return PY_ERROR;
  Error error = {0};
  /* vstack and hstack see single numbers and rows as arrays of at least so many dimensions. */
  bool good = true;
  for (int i = 0; good && i < parts.count; i++) {
    while (good && parts.items[i]->ndim < least) {
      NdArray *wider = nd_expand_dims(parts.items[i], 0, &error);
      good = wider != NULL;
      nd_release(parts.items[i]);
      parts.items[i] = wider;
    }
  }
  Value result = good ? np_value(join(parts.items, parts.count, axis, &error), &error) : py_raise_error(&error);
  parts_clear(&parts);
  return result;
}
static Value concatenate(const NativeRow *row, Value *arguments) {
  int64_t axis = ND_FLAT;
  if (!py_is_none(arguments[1]) && !py_as_int(arguments[1], &axis)) return PY_ERROR;
  return joined(arguments[0], nd_concatenate, (int)axis, 0);
}
static Value stack(const NativeRow *row, Value *arguments) {
  int64_t axis;
  if (!py_as_int(arguments[1], &axis)) return PY_ERROR;
  return joined(arguments[0], nd_stack, (int)axis, 0);
}
static Value vstack(const NativeRow *row, Value *arguments) { return joined(arguments[0], nd_concatenate, 0, 2); }
static Value hstack(const NativeRow *row, Value *arguments) {
  Value list = py_to_list(arguments[0]);
  if (py_is_error(list)) return list;
  bool flat = true;
  for (int64_t i = 0; i < py_as_list(list)->count; i++) {
    NdArray *array = np_as_array(py_as_list(list)->items[i]);
    if (array == NULL) {
      py_drop(list);
      return PY_ERROR;
    }
    flat &= array->ndim <= 1;
    nd_release(array);
  }
  Value result = joined(list, nd_concatenate, flat ? 0 : 1, 1);
  py_drop(list);
  return result;
}
static Value tile(const NativeRow *row, Value *arguments) {
  int ndim;
  int64_t times[ND_MAX_DIMS];
  if (!np_as_shape(arguments[1], &ndim, times)) return PY_ERROR;
  NdArray *array = np_as_array(arguments[0]);
  if (array == NULL) return PY_ERROR;
  Error error = {0};
  Value result = np_value(nd_tile(array, ndim, times, &error), &error);
  nd_release(array);
  return result;
}
static Value flip(const NativeRow *row, Value *arguments) {
  int axes[ND_MAX_DIMS], count;
  bool all;
  if (!np_as_axes(arguments[1], axes, &count, &all)) return PY_ERROR;
  NdArray *array = np_as_array(arguments[0]);
  if (array == NULL) return PY_ERROR;
  Error error = {0};
  Value result = np_value(nd_flip(array, all ? NULL : axes, count, &error), &error);
  nd_release(array);
  return result;
}
static Value roll(const NativeRow *row, Value *arguments) {
  int64_t shift, axis = ND_FLAT;
  if (!py_as_int(arguments[1], &shift) || (!py_is_none(arguments[2]) && !py_as_int(arguments[2], &axis))) return PY_ERROR;
  NdArray *array = np_as_array(arguments[0]);
  if (array == NULL) return PY_ERROR;
  Error error = {0};
  Value result = np_value(nd_roll(array, shift, (int)axis, &error), &error);
  nd_release(array);
  return result;
}

/* ---- Choosing and comparing ---- */

static Value where(const NativeRow *row, Value *arguments) {
  NdArray *condition = np_as_array(arguments[0]);
  if (condition == NULL) return PY_ERROR;
  Error error = {0};
  Value result = PY_ERROR;
  if (py_is_none(arguments[1]) && py_is_none(arguments[2])) {
    Value array = np_value(nd_retain(condition), &error);
    result = py_is_error(array) ? PY_ERROR : py_call_method(array, "nonzero", NULL, 0);
    py_drop(array);
  } else {
    NdArray *a = np_as_operand(arguments[1]), *b = a ? np_as_operand(arguments[2]) : NULL;
    if (b) result = np_value(nd_where(condition, a, b, &error), &error);
    nd_release(a);
    nd_release(b);
  }
  nd_release(condition);
  return result;
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
    NdArray *each = i < 0 ? values : extra[i];
    if (each == NULL) continue;
    if (py_is_error(tuple)) nd_release(each);
    else py_as_tuple(tuple)->items[at++] = np_value(each, &error);
  }
  return tuple;
}

/* |a - b| <= atol + rtol * |b|, element by element. */
static Value close_elements(Value *arguments) {
  Value difference = np_binary(OP_SUB, arguments[0], arguments[1]);
  Value left = py_is_error(difference) ? PY_ERROR : py_unary(OP_ABS, difference);
  NdArray *b = py_is_error(left) ? NULL : np_as_array(arguments[1]);
  Error error = {0};
  Value size = b ? np_value_or_scalar(nd_apply("absolute", b, NULL, NULL, &error), &error) : PY_ERROR;
  Value scaled = py_is_error(size) ? PY_ERROR : py_binary(OP_MUL, arguments[2], size);
  Value bound = py_is_error(scaled) ? PY_ERROR : py_binary(OP_ADD, arguments[3], scaled);
  Value near = py_is_error(bound) ? PY_ERROR : py_compare(OP_LE, left, bound);
  /* Infinities of one sign are close though their difference is nan. */
  Value same = py_is_error(near) ? PY_ERROR : np_compare(OP_EQ, arguments[0], arguments[1]);
  Value result = py_is_error(same) ? PY_ERROR : py_binary(OP_OR, near, same);
  nd_release(b);
  Value const used[] = {difference, left, size, scaled, bound, near, same};
  for (size_t i = 0; i < sizeof used / sizeof *used; i++) py_drop(used[i]);
  return result;
}
static Value isclose(const NativeRow *row, Value *arguments) { return close_elements(arguments); }
static Value all_true(Value elements) {
  if (py_is_error(elements)) return elements;
  Value all = np_reduce_value(ND_ALL, elements, PY_NONE, PY_NONE, PY_FALSE, 0);
  py_drop(elements);
  return py_is_error(all) ? all : py_bool(py_truth(all) == 1);
}
static Value allclose(const NativeRow *row, Value *arguments) { return all_true(close_elements(arguments)); }
static Value array_equal(const NativeRow *row, Value *arguments) {
  NdArray *a = np_as_array(arguments[0]), *b = a ? np_as_array(arguments[1]) : NULL;
  bool same = b && a->ndim == b->ndim;
  for (int i = 0; same && i < a->ndim; i++) same = a->shape[i] == b->shape[i];
  bool failed = b == NULL;
  nd_release(a);
  nd_release(b);
  if (failed) return PY_ERROR;
  return same ? all_true(np_compare(OP_EQ, arguments[0], arguments[1])) : PY_FALSE;
}
static Value percentile(const NativeRow *row, Value *arguments) {
  double q;
  int64_t axis = ND_FLAT;
  if (!py_as_double(arguments[1], &q) || (!py_is_none(arguments[2]) && !py_as_int(arguments[2], &axis))) return PY_ERROR;
  NdArray *array = np_as_array(arguments[0]);
  if (array == NULL) return PY_ERROR;
  Error error = {0};
  Value result = np_value_or_scalar(nd_percentile(array, row->data ? q * 100 : q, (int)axis, &error), &error);
  nd_release(array);
  return result;
}
static Value shape_of(const NativeRow *row, Value *arguments) {
  NdArray *array = np_as_array(arguments[0]);
  if (array == NULL) return PY_ERROR;
  Value result = *(const char *)row->data == 's' ? py_shape(array->ndim, array->shape)
                 : py_int(*(const char *)row->data == 'n' ? array->ndim : array->size);
  nd_release(array);
  return result;
}

/* ---- Printing and files ---- */

static Value set_printoptions(const NativeRow *row, Value *arguments) {
  int *const places[] = {&nd_print_options.precision, &nd_print_options.threshold, &nd_print_options.edgeitems, &nd_print_options.linewidth};
  for (int i = 0; i < 4; i++) {
    if (py_is_none(arguments[i])) continue;
    double value;
    if (!py_as_double(arguments[i], &value)) return PY_ERROR; /* threshold=np.inf is common */
    *places[i] = value > 2147483647.0 ? 2147483647 : (int)value;
  }
  if (!py_is_none(arguments[4])) return py_as_bool(arguments[4], &nd_print_options.suppress) ? PY_NONE : PY_ERROR;
  return PY_NONE;
}
static Value array2string(const NativeRow *row, Value *arguments) {
  NdArray *array = np_as_array(arguments[0]);
  const char *separator;
  if (array == NULL || !py_as_text(arguments[1], &separator)) {
    nd_release(array);
    return PY_ERROR;
  }
  Text text = {0};
  nd_print_array(&text, array, separator, "");
  nd_release(array);
  return py_text_take(&text);
}
static Value load(const NativeRow *row, Value *arguments) {
  const char *path;
  if (!py_as_text(arguments[0], &path)) return PY_ERROR;
  Error error = {0};
  size_t length = strlen(path);
  if (length < 4 || strcmp(path + length - 4, ".npz") != 0) return np_value(npy_read(path, &error), &error);
  Npz *npz = npz_open(path, &error);
  if (npz == NULL) return py_raise_error(&error);
  Value dict = py_dict();
  for (int i = 0; !py_is_error(dict) && i < npz_count(npz); i++)
    if (!py_dict_set_steal(py_as_dict(dict), npz_name(npz, i), np_value(npz_read(npz, npz_name(npz, i), &error), &error))) {
      py_drop(dict);
      dict = PY_ERROR;
    }
  npz_close(npz);
  return dict;
}
static Value save(const NativeRow *row, Value *arguments) {
  const char *path;
  if (!py_as_text(arguments[0], &path)) return PY_ERROR;
  NdArray *array = np_as_array(arguments[1]);
  if (array == NULL) return PY_ERROR;
  Text full = {0};
  text_add(&full, path);
  if (full.length < 4 || strcmp(text_string(&full) + full.length - 4, ".npy") != 0) text_add(&full, ".npy");
  Error error = {0};
  bool good = npy_write(text_string(&full), array, &error);
  nd_release(array);
  text_free(&full);
  return good ? PY_NONE : py_raise_error(&error);
}

static const char copying[] = "copy";
const NativeRow np_function_rows[] = {
    {"array", "object, dtype=None, ndmin=0, copy=True", "An array of given numbers.", np_array_function, copying},
    {"asarray|asanyarray|ascontiguousarray", "a, dtype=None", "An array, without a copy where it is one.", np_array_function, NULL},
    {"zeros", "shape, dtype=None, order='C'", "An array of zeros.", filled, "0"},
    {"ones", "shape, dtype=None, order='C'", "An array of ones.", filled, "1"},
    {"empty", "shape, dtype=None, order='C'", "An array (of zeros).", filled, "0"},
    {"full", "shape, fill_value, dtype=None", "An array of one value.", filled, NULL},
    {"zeros_like|empty_like", "a, dtype=None", "Zeros in the shape of another array.", filled_like, "0"},
    {"ones_like", "a, dtype=None", "Ones in the shape of another array.", filled_like, "1"},
    {"full_like", "a, fill_value, dtype=None", "One value in the shape of another array.", filled_like, NULL},
    {"arange", "start, stop=None, step=None, dtype=None", "Numbers in steps.", arange, NULL},
    {"linspace", "start, stop, num=50, endpoint=True, dtype=None", "So many numbers from start to stop.", linspace, NULL},
    {"eye|identity", "N, M=None, k=0, dtype=None", "Ones on a diagonal.", eye, NULL},
    {"concatenate|concat", "arrays, axis=0", "Arrays joined along an axis.", concatenate, NULL},
    {"stack", "arrays, axis=0", "Arrays joined along a new axis.", stack, NULL},
    {"vstack|row_stack", "tup", "Arrays one below the other.", vstack, NULL},
    {"hstack", "tup", "Arrays side by side.", hstack, NULL},
    {"tile", "A, reps", "An array repeated as tiles.", tile, NULL},
    {"flip", "m, axis=None", "The elements from the end (a view).", flip, NULL},
    {"roll", "a, shift, axis=None", "The elements moved round.", roll, NULL},
    {"where", "condition, x=None, y=None", "x where the condition holds, else y.", where, NULL},
    {"unique", "ar, return_index=False, return_inverse=False, return_counts=False", "The distinct elements, sorted.", unique, NULL},
    {"isclose", "a, b, rtol=1e-05, atol=1e-08", "Where two arrays are nearly equal.", isclose, NULL},
    {"allclose", "a, b, rtol=1e-05, atol=1e-08", "Whether two arrays are nearly equal.", allclose, NULL},
    {"array_equal", "a1, a2", "Whether two arrays are equal.", array_equal, NULL},
    {"percentile", "a, q, axis=None", "The value below which q percent lie.", percentile, NULL},
    {"quantile", "a, q, axis=None", "The value below which a share q lies.", percentile, copying},
    {"shape", "a", "The length of each dimension.", shape_of, "s"},
    {"ndim", "a", "How many dimensions.", shape_of, "n"},
    {"size", "a", "How many elements.", shape_of, "z"},
    {"set_printoptions", "precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None", "How arrays are printed.", set_printoptions, NULL},
    {"array2string", "a, separator=' '", "An array as text.", array2string, NULL},
    {"load", "file", "Reads a .npy or .npz file.", load, NULL},
    {"save", "file, arr", "Writes a .npy file.", save, NULL},
    {0},
};
