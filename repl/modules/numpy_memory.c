/* Methods of ndarray about the memory of its elements: as another dtype, as bytes, of another size, read-only. */
#include <string.h>

#include "engine/array/record.h"
#include "engine/core/memory.h"
#include "repl/modules/numpy_internal.h"
#include "repl/types/bytes.h"

/* view(dtype): the bytes read as another dtype; the last axis changes where the sizes differ. */
Value np_method_view(const NativeRow *row, Value *arguments) {
  Error error = {0};
  NdArray *array = np_borrow(arguments[0]);
  Value wanted = arguments[1];
  NdKind kind;
  Type *class = NULL;
  if (py_is_type(wanted) && py_is_subtype(py_as_type(wanted), &np_array_type)) {
    class = py_as_type(wanted);
    wanted = PY_NONE;
  }
  if (!py_is_none(arguments[2])) {
    if (class != NULL) return py_raise(&py_ValueError, "Cannot specify output type twice.");
    if (!py_is_type(arguments[2]) || !py_is_subtype(py_as_type(arguments[2]), &np_array_type))
      return py_raise(&py_ValueError, "Type must be a sub-type of ndarray type");
    class = py_as_type(arguments[2]);
  }
  if (!np_as_kind(wanted, array->type, &kind)) return PY_ERROR;
  if (py_is_none(wanted)) kind = nd_kind(array);
  if (kind.itemsize == 0) kind.itemsize = array->itemsize;
  NdArray *made = nd_view_as(array, kind.type, kind.itemsize, &error);
  if (class == NULL) return np_view_value(made, arguments[0], &error);
  return np_as_class(np_plain_view(made, arguments[0], &error), class, arguments[0]);
}
/* For memoryviews: arrays of real numbers whose elements lie one after the other. */
static bool show_memory(Value value, BytesExport *made) {
  static const char letters[ND_COMPLEX64] = {[ND_BOOL] = '?',  [ND_INT8] = 'b',   [ND_INT16] = 'h',  [ND_INT32] = 'i',
                                             [ND_INT64] = 'l', [ND_UINT8] = 'B',  [ND_UINT16] = 'H', [ND_UINT32] = 'I',
                                             [ND_UINT64] = 'L', [ND_FLOAT32] = 'f', [ND_FLOAT64] = 'd'};
  if (!np_is_array(value)) return false;
  const NdArray *array = np_borrow(value);
  if (!nd_is_number(array->type) || letters[array->type] == '\0' || !nd_is_contiguous(array)) return false;
  *made = (BytesExport){.data = array->data, .count = array->size * array->itemsize, .format = letters[array->type],
                        .fixed = !array->writeable, .dimensions = array->ndim, .shape = array->shape};
  return true;
}
Value np_array_data(Value self) {
  Value class = py_type_value(&py_memoryview_type), made = py_call_values(class, &self, 1);
  py_drop(class);
  return made;
}
void np_memory_start(void) { bytes_exported = show_memory; }

Value np_method_tobytes(const NativeRow *row, Value *arguments) {
  Error error = {0};
  NdArray *own = np_borrow(arguments[0]), *turned = NULL;
  if (!np_check_order(arguments[1])) return PY_ERROR;
  char order = np_order(arguments[1]);
  bool columns = order == 'F' || (order == 'A' && nd_is_by_columns(own) && !nd_is_contiguous(own));
  if (columns) turned = nd_transpose(own, NULL, &error);
  NdArray *line = nd_contiguous(turned ? turned : own, &error);
  nd_release(turned);
  if (line == NULL) return py_raise_error(&error);
  char *packed = NULL;
  int64_t item = line->itemsize;
  if (nd_is_record(line->type)) {
    item = nd_record_of(line->type)->size;
    packed = core_alloc((size_t)(line->size * item + 1));
    for (int64_t i = 0; packed != NULL && i < line->size; i++)
      nd_record_pack(line->type, packed + i * item, line->data + i * line->itemsize);
  }
  Value bytes = packed == NULL && nd_is_record(line->type) ? py_raise(&py_MemoryError, "out of memory")
                : py_bytes(packed ? packed : line->data, (size_t)(line->size * item));
  core_free(packed);
  nd_release(line);
  return bytes;
}
Value np_method_setflags(const NativeRow *row, Value *arguments) {
  if (py_is_none(arguments[1])) return PY_NONE;
  bool write;
  if (!py_as_bool(arguments[1], &write)) return PY_ERROR;
  np_borrow(arguments[0])->writeable = write;
  return PY_NONE;
}
/* a.resize(shape): in place, filled up with zeros. */
Value np_method_resize(const NativeRow *row, Value *arguments) {
  Tuple *sizes = py_as_tuple(arguments[1]);
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  if (!np_as_shape(sizes->count == 1 ? sizes->items[0] : arguments[1], &ndim, shape)) return PY_ERROR;
  ArrayObject *object = (ArrayObject *)arguments[0].as.object;
  NdArray *old = object->array;
  bool checks;
  if (!py_as_bool(arguments[2], &checks)) return PY_ERROR;
  if (checks && atomic_load(&old->buffer->references) > 1)
    return py_raise(&py_ValueError, "cannot resize an array that references or is referenced\nby another array in this "
                                    "way.\nUse the np.resize function or refcheck=False");
  Error error = {0};
  for (int i = 0; i < ndim; i++)
    if (shape[i] < 0) return py_raise(&py_ValueError, "negative dimensions not allowed");
  NdArray *made = nd_new_of(old, ndim, shape, &error), *line = made ? nd_contiguous(old, &error) : NULL;
  if (line == NULL) {
    nd_release(made);
    return py_raise_error(&error);
  }
  if (made->type != ND_OBJECT) memset(made->data, 0, (size_t)(made->size * made->itemsize));
  int64_t shared = made->size < line->size ? made->size : line->size;
  nd_move(made->type, made->itemsize, made->data, made->itemsize, line->data, line->itemsize, shared);
  nd_release(line);
  /* What is new in an array of objects is the number 0. */
  for (int64_t i = shared; made->type == ND_OBJECT && i < made->size; i++)
    if (!np_element_store(nd_kind(made), made->data + i * made->itemsize, py_int(0))) break;
  made->writeable = old->writeable;
  nd_release(old);
  object->array = made;
  return PY_NONE;
}
Value np_writeable(const NativeRow *row, Value *arguments) {
  return py_bool(np_borrow(arguments[0])->writeable);
}

/* A view of another shape and other strides, inside of the memory that the array has. */
static Value strided(Value of, NdArray *array, char *data, int ndim, const int64_t *shape, const int64_t *strides,
                     bool writeable) {
  int64_t low = 0, high = array->itemsize, size = 1;
  for (int axis = 0; axis < ndim; axis++) {
    if (shape[axis] < 0) return py_raise(&py_ValueError, "negative dimensions are not allowed");
    size *= shape[axis];
  }
  for (int axis = 0; axis < ndim && size > 0; axis++) {
    int64_t reach;
    if (__builtin_mul_overflow(shape[axis] - 1, strides[axis], &reach)) reach = INT64_MAX / 4;
    if (reach < 0) low += reach;
    else high += reach;
  }
  int64_t before = data - array->buffer->data, bytes = (int64_t)array->buffer->bytes;
  if (size > 0 && (before + low < 0 || before + high > bytes))
    return py_raise(&py_ValueError, "the strides lead out of the array's memory: %lld bytes before it to %lld after, "
                                    "of which it has %lld", (long long)-(before + low), (long long)(before + high),
                    (long long)bytes);
  Error error = {0};
  NdArray *view = nd_view_part(array, data, ndim, shape, strides, &error);
  if (view != NULL && !writeable) view->writeable = false;
  return np_view_value(view, of, &error);
}
Value np_as_strided(const NativeRow *row, Value *arguments) {
  NdArray *array = np_as_array(arguments[0]);
  if (array == NULL) return PY_ERROR;
  int ndim = array->ndim, stride_count = array->ndim;
  int64_t shape[ND_MAX_DIMS], strides[ND_MAX_DIMS];
  memcpy(shape, array->shape, (size_t)ndim * sizeof *shape);
  memcpy(strides, array->strides, (size_t)ndim * sizeof *strides);
  bool write = false;
  bool good = (py_is_none(arguments[1]) || np_as_shape(arguments[1], &ndim, shape)) &&
              (py_is_none(arguments[2]) || np_as_shape(arguments[2], &stride_count, strides)) &&
              py_as_bool(arguments[3], &write);
  Value result = PY_ERROR;
  if (good && ndim != stride_count) py_raise(&py_ValueError, "mismatch in length of strides and shape");
  else if (good) result = strided(arguments[0], array, array->data, ndim, shape, strides, write);
  nd_release(array);
  return result;
}

/* ndarray(shape, dtype, buffer, offset, strides): an array over the memory of another one, or over a copy of bytes;
 * with strides alone over memory of its own. */
Value np_over_buffer(Value *arguments) {
  int ndim, stride_count = 0;
  int64_t shape[ND_MAX_DIMS], strides[ND_MAX_DIMS], offset, step;
  NdKind kind;
  if (!np_as_shape(arguments[0], &ndim, shape) || !np_as_kind(arguments[1], ND_FLOAT64, &kind) ||
      !py_as_int(arguments[3], &offset))
    return PY_ERROR;
  if (kind.type == ND_OBJECT)
    return py_raise(&py_ValueError, "cannot construct an array of objects over a buffer or with strides");
  if (kind.itemsize == 0) kind.itemsize = nd_types[kind.type].itemsize;
  step = kind.itemsize;
  bool columns = np_order(arguments[5]) == 'F';
  for (int i = 0; i < ndim; i++) {
    int axis = columns ? i : ndim - 1 - i;
    strides[axis] = step;
    step *= shape[axis];
  }
  if (!py_is_none(arguments[4]) && !np_as_shape(arguments[4], &stride_count, strides)) return PY_ERROR;
  if (!py_is_none(arguments[4]) && stride_count != ndim)
    return py_raise(&py_ValueError, "strides, if given, must be the same length as shape");
  NdArray *memory = NULL;
  if (py_is_none(arguments[2])) {
    Error error = {0};
    int64_t size = step > 0 ? step : 0, reach = kind.itemsize;
    for (int axis = 0; axis < ndim; axis++) reach += shape[axis] > 0 ? (shape[axis] - 1) * strides[axis] : 0;
    for (int axis = 0; axis < ndim; axis++)
      if (strides[axis] < 0 || reach > size)
        return py_raise(&py_ValueError, "strides is incompatible with shape of requested array and size of buffer");
    memory = nd_zeros(ND_UINT8, 1, &size, &error);
    if (memory == NULL) return py_raise_error(&error);
  } else if (np_is_array(arguments[2])) {
    if (np_borrow(arguments[2])->type == ND_OBJECT || !nd_is_contiguous(np_borrow(arguments[2])))
      return py_raise(&py_ValueError, "ndarray is not contiguous");
    memory = nd_retain(np_borrow(arguments[2]));
  } else {
    Value plain = np_frombuffer_bytes(arguments[2]);
    if (py_is_error(plain)) return plain;
    memory = nd_retain(np_borrow(plain));
    py_drop(plain);
  }
  int64_t bytes = memory->size * memory->itemsize;
  Value result = PY_ERROR;
  if (offset < 0 || (step > 0 && py_is_none(arguments[4]) && offset + step > bytes)) {
    py_raise(&py_TypeError, "buffer is too small for requested array");
  } else {
    NdArray model = {.buffer = memory->buffer, .type = kind.type, .itemsize = kind.itemsize,
                     .writeable = memory->writeable};
    result = strided(py_is_none(arguments[2]) ? PY_UNDEFINED : arguments[2], &model, memory->data + offset, ndim, shape, strides, true);
  }
  nd_release(memory);
  return result;
}
