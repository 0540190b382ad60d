/* numpy's functions that make arrays: from values, of one value, by a rule. */
#include <math.h>
#include <string.h>

#include "engine/array/complex.h"
#include "engine/array/record.h"
#include "engine/array/linalg.h"
#include "engine/array/swapped.h"
#include "repl/modules/numpy_internal.h"

/* ---- From values ---- */

/* array(object, dtype, copy, order, ndmin) copies; asarray(a, dtype, order) does not where it need not: row->data. */
static Value array_from(const NativeRow *row, Value *arguments) {
  bool copies = row->data != NULL && *(const char *)row->data == 'c';
  bool lines = !copies && row->data != NULL && *(const char *)row->data == '1';
  bool keeps_class = !copies && row->data != NULL && !lines;
  if (copies && !py_as_bool(arguments[4], &keeps_class)) return PY_ERROR;
  int64_t ndmin = lines;
  if (copies && (!py_as_int(arguments[5], &ndmin))) return PY_ERROR;
  if (!np_check_order(arguments[copies ? 3 : 2])) return PY_ERROR;
  NdArray *array = np_as_array_of(arguments[0], arguments[1], -1);
  if (array == NULL) return PY_ERROR;
  Error error = {0};
  bool same = np_is_array(arguments[0]) && array == np_borrow(arguments[0]) && array->ndim >= ndmin;
  bool given_device = !copies && strstr(row->signature, "device") != NULL;
  Value copy_word = arguments[copies ? 2 : given_device ? 4 : 3];
  bool refused = copy_word.tag == TAG_BOOL && !copy_word.as.integer, wanted = copy_word.tag == TAG_BOOL && !refused;
  bool kept = !wanted;
  char order = np_order(arguments[copies ? 3 : 2]);
  if (same && kept && !keeps_class && np_is_derived(arguments[0]) && (order != 'F' || nd_is_by_columns(array)))
    return np_plain_view(array, arguments[0], &error);
  const bool by_rows = order == 'C' && !py_is_none(arguments[copies ? 3 : 2]);
  if (same && kept && (order != 'F' || nd_is_by_columns(array)) && (!by_rows || nd_is_contiguous(array))) {
    nd_release(array);
    return py_keep(arguments[0]);
  }
  /* A fresh array is not copied again; one that shares the given array's elements is. */
  bool shared = np_is_array(arguments[0]) && array->buffer == np_borrow(arguments[0])->buffer;
  if (refused && !shared) {
    nd_release(array);
    return py_raise(&py_ValueError,
                    "Unable to avoid copy while creating an array as requested.\nIf using `np.array(obj, copy=False)` "
                    "replace it with `np.asarray(obj)` to allow a copy when needed (no behavior change in NumPy 1.x).\n"
                    "For more details, see https://numpy.org/devdocs/numpy_2_0_migration_guide.html"
                    "#adapting-to-changes-in-the-copy-keyword.");
  }
  if (shared && wanted) {
    NdArray *copy = nd_copy_ordered(array, order, &error);
    nd_release(array);
    array = copy;
  }
  const bool turned = array && ((order == 'F' && !nd_is_by_columns(array)) || (by_rows && !nd_is_contiguous(array)));
  if (turned) {
    NdArray *copy = nd_copy_ordered(array, order, &error);
    nd_release(array);
    array = copy;
  }
  while (array && array->ndim < ndmin) {
    NdArray *wider = nd_expand_dims(array, 0, &error);
    nd_release(array);
    array = wider;
  }
  Value made = np_value(array, &error);
  return keeps_class ? np_like(made, arguments[0]) : made;
}
static Value asfarray(const NativeRow *row, Value *arguments) {
  NdType type;
  if (!np_as_dtype(arguments[1], ND_FLOAT64, &type)) return PY_ERROR;
  Value dtype = np_dtype_value(nd_types[type].kind == 'f' ? type : ND_FLOAT64);
  NdArray *array = py_is_error(dtype) ? NULL : np_as_array_of(arguments[0], dtype, ND_FLOAT64);
  py_drop(dtype);
  return array ? np_value(array, NULL) : PY_ERROR;
}
Value np_frombuffer_bytes(Value given) {
  Value bytes = py_is_bytes(given) ? py_keep(given) : PY_UNDEFINED;
  if (py_is_undefined(bytes) && given.tag == TAG_OBJECT && !py_is_str(given)) {
    bool known = np_is_array(given) || !py_is_undefined(py_type_lookup(py_type_of(given), py_intern("tobytes"))) ||
                 strcmp(py_type_of(given)->name, "bytearray") == 0;
    Value class = known ? py_type_value(&py_bytes_type) : PY_UNDEFINED;
    if (known && np_is_array(given)) bytes = py_call_method(given, "tobytes", NULL, 0);
    else if (known) bytes = py_call_values(class, &given, 1);
    py_drop(class);
  }
  if (py_is_error(bytes)) return bytes;
  if (!py_is_bytes(bytes)) {
    py_drop(bytes);
    return py_raise(&py_TypeError, "a bytes-like object is required, not '%s'", py_type_of(given)->name);
  }
  Bytes *plain = py_as_bytes(bytes);
  Error error = {0};
  int64_t count = plain->count;
  NdArray *array = nd_new(ND_UINT8, 1, &count, &error);
  if (array) memcpy(array->data, plain->data, (size_t)count);
  if (array) array->writeable = !py_is_bytes(given);
  py_drop(bytes);
  return np_value(array, &error);
}

/* frombuffer(bytes, dtype, count, offset): a copy; of bytes it cannot be written, as numpy's view of them. */
static Value frombuffer(const NativeRow *row, Value *arguments) {
  NdKind kind;
  int64_t count, offset;
  if (!np_as_kind(arguments[1], ND_FLOAT64, &kind) || !py_as_int(arguments[2], &count) ||
      !py_as_int(arguments[3], &offset))
    return PY_ERROR;
  if (kind.type == ND_OBJECT) return py_raise(&py_ValueError, "cannot create an OBJECT array from memory buffer");
  if (kind.itemsize == 0) return py_raise(&py_ValueError, "itemsize cannot be zero in type");
  Value bytes = np_frombuffer_bytes(arguments[0]);
  if (py_is_error(bytes)) return bytes;
  NdArray *all = np_borrow(bytes);
  /* In memory the fields of records may have gaps between them; in bytes they have none. */
  const bool records = nd_is_record(kind.type);
  int64_t item = records ? nd_record_of(kind.type)->size : kind.itemsize, length = all->size;
  Value result = PY_ERROR;
  Error error = {0};
  if (offset < 0 || offset > length) {
    py_raise(&py_ValueError, "offset must be non-negative and no greater than buffer length (%lld)", (long long)length);
  } else if (count < 0 && (length - offset) % item) {
    py_raise(&py_ValueError, "buffer size must be a multiple of element size");
  } else if (count > (length - offset) / item) {
    py_raise(&py_ValueError, "buffer is smaller than requested size");
  } else {
    if (count < 0) count = (length - offset) / item;
    NdArray *array = nd_new_sized(kind.type, kind.itemsize, 1, &count, &error);
    if (array && !records) memcpy(array->data, all->data + offset, (size_t)(count * item));
    for (int64_t i = 0; array && records && i < count; i++)
      nd_record_unpack(kind.type, array->data + i * array->itemsize, all->data + offset + i * item);
    if (array) array->writeable = all->writeable;
    result = np_value(array, &error);
  }
  py_drop(bytes);
  return result;
}

/* ---- Of one value ---- */

/* An array (taken over) with its bytes in the other order, where a dtype asks for that. */
static Value swapped_value(Value made, NdType type) {
  if (py_is_error(made) || !nd_is_swapped(type)) return made;
  Error error = {0};
  NdArray *swapped = nd_astype(np_borrow(made), type, &error);
  py_drop(made);
  return np_value(swapped, &error);
}

/* The same by an argument dtype=. */
static Value swapped_as(Value made, Value dtype) {
  NdKind kind = {ND_FLOAT64, 0};
  bool told = py_is_str(dtype) || py_is(dtype, &np_dtype_type);
  if (py_is_error(made) || !told || !np_as_kind(dtype, ND_FLOAT64, &kind)) return made;
  return swapped_value(made, kind.type);
}

/* A new array of one value, of the value's own dtype where `kind` has none (type -1). */
static Value filled_with(Value given, NdKind kind, int ndim, const int64_t *shape) {
  if ((int)kind.type >= 0 && nd_is_swapped(kind.type))
    return swapped_value(filled_with(given, (NdKind){nd_native(kind.type), kind.itemsize}, ndim, shape), kind.type);
  NdArray *value = np_as_array(given);
  if (value == NULL) return PY_ERROR;
  if ((int)kind.type < 0) kind = nd_kind(value);
  if (nd_is_text(kind.type) && kind.itemsize == 0)
    kind.itemsize = given.tag == TAG_INT ? nd_types[kind.type].itemsize : nd_text_size(nd_kind(value), kind.type);
  Value result = PY_ERROR;
  Error error = {0};
  if (given.tag == TAG_INT && !nd_integer_fits((NdScalar){.type = ND_INT64, .as.i = given.as.integer}, kind.type)) {
    py_raise(&py_OverflowError, "Python integer %lld out of bounds for %s", (long long)given.as.integer,
             nd_types[kind.type].name);
    nd_release(value);
    return PY_ERROR;
  }
  NdArray *made = nd_new_sized(kind.type, kind.itemsize, ndim, shape, &error);
  if (made == NULL || nd_assign(made, value, &error)) {
    result = np_value(made, &error);
  } else {
    nd_release(made);
    if (!py_pending()) py_raise_error(&error);
  }
  nd_release(value);
  return result;
}

/* An array of the given order: order='F' lays it out by columns. Takes `made` over. */
Value np_value_ordered(NdArray *made, Value order, const Error *error) {
  bool columns = py_is_str(order) && strcmp(py_as_string(order)->data, "F") == 0;
  if (made == NULL || !columns || made->ndim < 2) return np_value(made, error);
  Error failed = {0};
  NdArray *turned = nd_by_columns(made, &failed);
  nd_release(made);
  return np_value(turned, &failed);
}

/* zeros, ones, empty: row->data is "0", "1" or "e". */
static Value filled(const NativeRow *row, Value *arguments) {
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  NdKind kind;
  if (!np_as_shape(arguments[0], &ndim, shape) || !np_as_kind(arguments[1], ND_FLOAT64, &kind) ||
      !np_check_order(arguments[2]))
    return PY_ERROR;
  Error error = {0};
  char what = *(const char *)row->data;
  bool cleared = nd_is_text(kind.type) || nd_is_record(kind.type) || (kind.type == ND_OBJECT && what == 'e');
  NdArray *made = NULL;
  if (what != '1' && (cleared || nd_is_number(kind.type))) {
    made = nd_new_sized(kind.type, kind.itemsize, ndim, shape, &error);
    if (made) memset(made->data, 0, (size_t)made->size * (size_t)made->itemsize);
  } else if (nd_is_number(kind.type)) {
    made = nd_full(nd_scalar_cast((NdScalar){.type = ND_INT64, .as.i = 1}, kind.type), ndim, shape, &error);
  } else {
    return filled_with(py_int(what == '1'), kind, ndim, shape);
  }
  return np_value_ordered(made, arguments[2], &error);
}
/* An array (taken over) with its axes in memory by an order, of which 'K' and 'A' are those of a model. */
static Value ordered_as(Value made, const NdArray *model, char order) {
  NdArray *dense = np_borrow(made), *placed = NULL;
  Error error = {0};
  bool alike = dense->ndim == model->ndim && !nd_is_contiguous(model);
  bool columns = order == 'F' || (order == 'A' && alike && nd_is_by_columns(model));
  if (!columns && (order != 'K' || !alike)) return made;
  if (columns) placed = nd_by_columns(dense, &error);
  else placed = nd_new_beside(dense->type, dense->itemsize, dense->ndim, dense->shape, model, NULL, &error);
  if (placed && !columns && !nd_assign(placed, dense, &error)) {
    nd_release(placed);
    placed = NULL;
  }
  py_drop(made);
  return np_value(placed, &error);
}
static Value full(const NativeRow *row, Value *arguments) {
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  if (!np_as_shape(arguments[0], &ndim, shape)) return PY_ERROR;
  NdKind kind;
  if (!np_as_kind(arguments[2], (NdType)-1, &kind) || !np_check_order(arguments[3])) return PY_ERROR;
  Value made = filled_with(arguments[1], kind, ndim, shape);
  return py_is_error(made) || ndim < 2 ? made : ordered_as(made, np_borrow(made), np_order(arguments[3]));
}
/* zeros_like, ones_like, full_like; a given shape= replaces the model's. */
static Value filled_like(const NativeRow *row, Value *arguments) {
  bool of_value = row->data == NULL;
  Value dtype = arguments[1 + of_value], shape_value = arguments[4 + of_value];
  NdArray *model = np_as_array_kept(arguments[0]);
  if (model == NULL) return PY_ERROR;
  int ndim = model->ndim;
  int64_t given[ND_MAX_DIMS];
  const int64_t *shape = model->shape;
  bool good = true;
  if (!py_is_none(shape_value)) {
    good = np_as_shape(shape_value, &ndim, given);
    shape = given;
  }
  NdKind kind = nd_kind(model);
  if (good && !py_is_none(dtype)) good = np_as_kind(dtype, model->type, &kind);
  Value value = of_value ? arguments[1] : py_int(*(const char *)row->data == '1');
  if (!of_value && *(const char *)row->data != '1' && nd_is_text(kind.type)) value = np_text_value("", 0);
  if (!of_value && *(const char *)row->data == 'e' && kind.type == ND_OBJECT) value = PY_NONE;
  if (!of_value && *(const char *)row->data != '1' && nd_is_record(kind.type)) {
    Error error = {0};
    NdArray *made = good ? nd_zeros(kind.type, ndim, shape, &error) : NULL;
    nd_release(model);
    return good ? np_value(made, &error) : PY_ERROR;
  }
  Value result = good ? filled_with(value, kind, ndim, shape) : PY_ERROR;
  if (py_is_str(value) && !of_value) py_drop(value);
  if (!py_is_error(result) && ndim > 1) result = ordered_as(result, model, np_order(arguments[2 + of_value]));
  nd_release(model);
  bool keeps_class;
  if (!py_is_error(result) && np_is_derived(arguments[0]) && py_as_bool(arguments[3 + of_value], &keeps_class) &&
      keeps_class)
    result = np_like(result, arguments[0]);
  return result;
}

/* ---- By a rule ---- */

/* Numbers in steps of complex ones: as many as both parts of the quotient allow, as numpy counts. */
static NdArray *complex_steps(const Value *given, Error *error) {
  NdComplex128 bounds[3];
  for (int i = 0; i < 3; i++) {
    NdComplex128 element;
    NdKind kind = {ND_COMPLEX128, sizeof element};
    if (!np_element_store(kind, (char *)&element, given[i])) return NULL;
    bounds[i] = element;
  }
  NdComplex128 span = {bounds[1].real - bounds[0].real, bounds[1].imag - bounds[0].imag}, step = bounds[2];
  double size = step.real * step.real + step.imag * step.imag;
  double along = ceil((span.real * step.real + span.imag * step.imag) / size);
  double across = ceil((span.imag * step.real - span.real * step.imag) / size);
  double length = along < across ? along : across;
  int64_t count = length > 0 ? (int64_t)length : 0;
  NdArray *made = nd_new(ND_COMPLEX128, 1, &count, error);
  for (int64_t i = 0; made != NULL && i < count; i++)
    nd_complex_store(made->data + i * made->itemsize, ND_COMPLEX128,
                     (NdComplex128){bounds[0].real + (double)i * bounds[2].real,
                                    bounds[0].imag + (double)i * bounds[2].imag});
  return made;
}

/* The same numbers in a dtype that the engine does not count in; takes over `made`. */
static Value steps_as(NdArray *made, NdKind kind, Error *error) {
  NdArray *cast = made ? nd_astype_sized(made, kind.type, kind.itemsize, error) : NULL;
  nd_release(made);
  return np_value(cast, error);
}

/* arange(stop), arange(start, stop), arange(start, stop, step) */
static Value arange(const NativeRow *row, Value *arguments) {
  Value start = arguments[0], stop = arguments[1], step = arguments[2];
  if (py_is_undefined(start) && py_is_none(stop))
    return py_raise(&py_TypeError, "arange() requires stop to be specified.");
  if (py_is_none(stop)) {
    stop = start;
    start = py_int(0);
  }
  if (py_is_undefined(start)) start = py_int(0);
  if (py_is_none(step)) step = py_int(1);
  Value const given[3] = {start, stop, step};
  NdScalar bounds[3];
  NdType type = ND_INT64, time;
  NdKind kind;
  Error error = {0};
  bool complex = false;
  int64_t count;
  if (!np_as_kind(arguments[3], (NdType)-1, &kind)) return PY_ERROR;
  bool times = (int)kind.type >= 0 && nd_is_time(kind.type);
  for (int i = 0; i < 3; i++) times = times || np_time_of(given[i], &time, &count);
  if (times) return np_time_steps((Value[3]){start, stop, arguments[2]}, kind.type);
  for (int i = 0; i < 3; i++) {
    NdArray *array = np_as_array(given[i]);
    if (array == NULL) return PY_ERROR;
    if (nd_is_text(array->type)) {
      nd_release(array);
      return py_raise(&py_TypeError, "arange() not supported for inputs with DType <class 'numpy.dtypes.%sDType'>.",
                      py_is_str(given[i]) ? "Str" : "Bytes");
    }
    complex = complex || nd_is_complex(array->type);
    bool good = complex || nd_item(array, &bounds[i], &error);
    nd_release(array);
    if (!good) return py_raise_error(&error);
    if (!complex && nd_types[bounds[i].type].kind == 'f') type = ND_FLOAT64;
  }
  if (!np_as_kind(arguments[3], complex ? ND_COMPLEX128 : type, &kind)) return PY_ERROR;
  if (complex) return steps_as(complex_steps(given, &error), kind, &error);
  if (nd_is_number(kind.type))
    return np_value(nd_arange(bounds[0], bounds[1], bounds[2], kind.type, &error), &error);
  if (nd_is_text(kind.type))
    return py_raise(&py_TypeError, "arange() not supported for inputs with DType <class 'numpy.dtypes.%sDType'>.",
                    kind.type == ND_STRING ? "Str" : "Bytes");
  return steps_as(nd_arange(bounds[0], bounds[1], bounds[2], type, &error), kind, &error);
}

/* start, stop, num, endpoint of linspace and logspace, evenly spaced. */
static NdArray *evenly(Value *arguments, NdType type, double *step) {
  double start, stop;
  int64_t count;
  bool endpoint;
  if (!py_as_double(arguments[0], &start) || !py_as_double(arguments[1], &stop) || !py_as_int(arguments[2], &count) ||
      !py_as_bool(arguments[3], &endpoint))
    return NULL;
  if (count < 0) {
    py_raise(&py_ValueError, "Number of samples, %lld, must be non-negative.", (long long)count);
    return NULL;
  }
  int64_t parts = count - endpoint;
  *step = parts > 0 ? (stop - start) / (double)parts : NAN;
  Error error = {0};
  bool counts = nd_is_number(type);
  NdArray *made = nd_linspace(start, stop, count, endpoint, counts ? type : ND_FLOAT64, &error);
  if (made != NULL && !counts) {
    NdArray *cast = nd_astype(made, type, &error);
    nd_release(made);
    made = cast;
  }
  if (made == NULL) py_raise_error(&error);
  return made;
}
static Value linspace(const NativeRow *row, Value *arguments) {
  NdType type;
  bool wants_step;
  double step;
  if (!py_as_bool(arguments[4], &wants_step) || !np_as_dtype(arguments[5], ND_FLOAT64, &type)) return PY_ERROR;
  NdArray *made = evenly(arguments, type, &step);
  Value array = made ? swapped_as(np_value(made, NULL), arguments[5]) : PY_ERROR;
  if (py_is_error(array) || !wants_step) return array;
  Value pair = py_tuple_of(2, array, py_scalar((NdScalar){.type = ND_FLOAT64, .as.f = step}));
  py_drop(array);
  return pair;
}
static Value logspace(const NativeRow *row, Value *arguments) {
  NdType type;
  double step;
  if (!np_as_dtype(arguments[5], ND_FLOAT64, &type)) return PY_ERROR;
  NdArray *exponents = evenly(arguments, ND_FLOAT64, &step);
  NpWork work = {0};
  Value power = exponents ? np_step(&work, np_value(exponents, NULL)) : np_step(&work, PY_ERROR);
  power = np_step_apply(&work, "power", arguments[4], power);
  NdArray *made = np_hold_as(&work, power, type);
  return np_end(&work, made ? np_step(&work, np_value(nd_retain(made), NULL)) : PY_ERROR);
}

static Value eye(const NativeRow *row, Value *arguments) {
  int64_t rows, columns, k;
  NdType type;
  if (!py_as_int(arguments[0], &rows) || !py_as_int(arguments[2], &k) ||
      !np_as_dtype(arguments[3], ND_FLOAT64, &type) || !np_check_order(arguments[4]))
    return PY_ERROR;
  columns = rows;
  if (!py_is_none(arguments[1]) && !py_as_int(arguments[1], &columns)) return PY_ERROR;
  Error error = {0};
  NdArray *made = nd_eye(rows, columns, k, nd_is_number(type) ? type : ND_INT64, &error);
  if (made && !nd_is_number(type)) {
    NdArray *cast = nd_astype(made, type, &error);
    nd_release(made);
    made = cast;
  }
  return swapped_as(np_value_ordered(made, arguments[4], &error), arguments[3]);
}
static Value identity(const NativeRow *row, Value *arguments) {
  Value eyes[5] = {arguments[0], PY_NONE, py_int(0), arguments[1], PY_NONE};
  return eye(row, eyes);
}

/* diag(v, k): a vector on a diagonal, or the diagonal of a matrix (a view). */
static Value diag(const NativeRow *row, Value *arguments) {
  int64_t k;
  if (!py_as_int(arguments[1], &k)) return PY_ERROR;
  NdArray *v = np_as_array(arguments[0]);
  if (v == NULL) return PY_ERROR;
  Error error = {0};
  Value result;
  if (v->ndim == 1) {
    int64_t side = v->size + (k < 0 ? -k : k);
    NdArray *made = nd_new_of(v, 2, (int64_t[]){side, side}, &error);
    if (made && v->type != ND_OBJECT) memset(made->data, 0, (size_t)made->size * (size_t)made->itemsize);
    for (int64_t i = 0; made && i < v->size; i++)
      nd_move(v->type, v->itemsize,
              made->data + (k < 0 ? i - k : i) * made->strides[0] + (k < 0 ? i : i + k) * made->strides[1], 0,
              v->data + i * v->strides[0], 0, 1);
    result = np_value(made, &error);
  } else if (v->ndim == 2) {
    int64_t row_at = k < 0 ? -k : 0, column_at = k < 0 ? 0 : k;
    int64_t rows = v->shape[0] - row_at, columns = v->shape[1] - column_at;
    int64_t count = rows < columns ? rows : columns, stride = v->strides[0] + v->strides[1];
    if (count < 0) count = 0;
    size_t offset = (size_t)(v->data - v->buffer->data) +
                    (count ? (size_t)(row_at * v->strides[0] + column_at * v->strides[1]) : 0);
    result = np_value(nd_on_buffer(v->buffer, offset, v->type, 1, &count, &stride, &error), &error);
  } else {
    result = py_raise(&py_ValueError, "Input must be 1- or 2-d.");
  }
  nd_release(v);
  return result;
}

/* A matrix that is true on the diagonal k and below it. */
static NdArray *lower_mask(int64_t rows, int64_t columns, int64_t k, Error *error) {
  NdArray *mask = nd_zeros(ND_BOOL, 2, (int64_t[]){rows, columns}, error);
  for (int64_t i = 0; mask && i < rows; i++)
    for (int64_t j = 0; j < columns && j <= i + k; j++) mask->data[i * columns + j] = 1;
  return mask;
}
static Value tri(const NativeRow *row, Value *arguments) {
  int64_t rows, columns, k;
  NdType type;
  if (!py_as_int(arguments[0], &rows) || !py_as_int(arguments[2], &k) ||
      !np_as_dtype(arguments[3], ND_FLOAT64, &type) || !np_check_order(arguments[4]))
    return PY_ERROR;
  columns = rows;
  if (!py_is_none(arguments[1]) && !py_as_int(arguments[1], &columns)) return PY_ERROR;
  if (rows < 0) rows = 0;
  if (columns < 0) columns = 0;
  Error error = {0};
  NdArray *mask = lower_mask(rows, columns, k, &error), *made = mask ? nd_astype(mask, type, &error) : NULL;
  nd_release(mask);
  return swapped_as(np_value(made, &error), arguments[3]);
}
/* tril and triu (row->data): zeros above, or below, the diagonal k of the last two dimensions. */
static Value triangle(const NativeRow *row, Value *arguments) {
  int64_t k;
  bool upper = row->data != NULL;
  if (!py_as_int(arguments[1], &k)) return PY_ERROR;
  NpWork work = {0};
  NdArray *m = np_hold(&work, arguments[0]);
  if (m == NULL) return np_end(&work, PY_ERROR);
  if (m->ndim == 0)
    return np_end(&work, np_step(&work, py_raise(&py_TypeError, "tri() missing 1 required positional argument: 'N'")));
  /* A line is taken for every row of a square. */
  int64_t columns = m->shape[m->ndim - 1], rows = m->ndim == 1 ? columns : m->shape[m->ndim - 2];
  Error error = {0};
  Value mask =
      np_step_array(&work, lower_mask(rows, columns, upper ? k - 1 : k, &error), &error);
  Value whole = np_step_array(&work, nd_retain(m), &error);
  Value zero = np_step_array(&work, nd_zeros(m->type, 0, NULL, &error), &error);
  return np_end(&work, upper ? np_step_where(&work, mask, zero, whole) : np_step_where(&work, mask, whole, zero));
}

static const char copies[] = "copies", upper_part[] = "upper";
const NativeRow np_create_rows[] = {
    {"array", "object, dtype=None, copy=True, order='K', subok=False, ndmin=0", "An array of given numbers.",
     array_from, copies},
    {"asarray", "a, dtype=None, order=None, *, device=None, copy=None, like=None",
     "An array, without a copy where it is one.", array_from, NULL},
    {"asanyarray", "a, dtype=None, order=None, *, device=None, copy=None, like=None",
     "The same; an object of a derived class stays one.", array_from, upper_part},
    {"ascontiguousarray", "a, dtype=None, order=None, copy=None", "An array of one axis at least.", array_from, "1"},
    {"asfarray", "a, dtype=None", "An array of floats (numpy's old name for asarray(a, dtype=float)).", asfarray, NULL},
    {"frombuffer", "buffer, dtype=None, count=-1, offset=0", "The elements whose bytes are given.", frombuffer, NULL},
    {"zeros", "shape, dtype=None, order='C'", "An array of zeros.", filled, "0"},
    {"ones", "shape, dtype=None, order='C'", "An array of ones.", filled, "1"},
    {"empty", "shape, dtype=None, order='C'", "An array (of zeros).", filled, "e"},
    {"full", "shape, fill_value, dtype=None, order='C'", "An array of one value.", full, NULL},
    {"zeros_like", "a, dtype=None, order='K', subok=True, shape=None", "Zeros in the shape of another array.",
     filled_like, "0"},
    {"empty_like", "a, dtype=None, order='K', subok=True, shape=None", "An array (of zeros) in the shape of another.",
     filled_like, "e"},
    {"ones_like", "a, dtype=None, order='K', subok=True, shape=None", "Ones in the shape of another array.",
     filled_like, "1"},
    {"full_like", "a, fill_value, dtype=None, order='K', subok=True, shape=None",
     "One value in the shape of another array.", filled_like, NULL},
    {"arange", "start=..., stop=None, step=None, dtype=None", "Numbers in steps.", arange, NULL},
    {"linspace", "start, stop, num=50, endpoint=True, retstep=False, dtype=None", "So many numbers from start to stop.",
     linspace, NULL},
    {"logspace", "start, stop, num=50, endpoint=True, base=10.0, dtype=None", "Powers, evenly spaced in the exponent.",
     logspace, NULL},
    {"eye", "N, M=None, k=0, dtype=None, order='C', *, device=None, like=None",
     "Ones on a diagonal.", eye, NULL},
    {"identity", "n, dtype=None", "A square matrix with ones on its diagonal.", identity, NULL},
    {"diag", "v, k=0", "A vector on a diagonal, or the diagonal of a matrix.", diag, NULL},
    {"tri", "N, M=None, k=0, dtype=None, order='C', *, device=None, like=None",
     "Ones on a diagonal and below it.", tri, NULL},
    {"tril", "m, k=0", "Zeros above a diagonal.", triangle, NULL},
    {"triu", "m, k=0", "Zeros below a diagonal.", triangle, upper_part},
    {0},
};
