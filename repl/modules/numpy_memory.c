/* Methods of ndarray about the memory of its elements: as another dtype, as bytes, of another size, read-only. */
#include <string.h>

#include "engine/array/record.h"
#include "repl/modules/numpy_internal.h"

/* view(dtype): the bytes read as another dtype; the last axis changes where the sizes differ. */
Value np_method_view(const NativeRow *row, Value *arguments) {
  Error error = {0};
  NdArray *array = np_borrow(arguments[0]);
  Value wanted = arguments[1];
  NdKind kind;
  if (py_is_type(wanted) && py_as_type(wanted) == &np_array_type) wanted = PY_NONE;
  if (!np_as_kind(wanted, array->type, &kind)) return PY_ERROR;
  if (py_is_none(wanted)) kind = nd_kind(array);
  if (kind.itemsize == 0) kind.itemsize = array->itemsize;
  return np_view_value(nd_view_as(array, kind.type, kind.itemsize, &error), arguments[0], &error);
}
Value np_method_tobytes(const NativeRow *row, Value *arguments) {
  Error error = {0};
  NdArray *own = np_borrow(arguments[0]), *turned = NULL;
  if (nd_is_record(own->type) && !nd_record_is_packed(own->type))
    return py_raise(&py_NotImplementedError, "the bytes of records whose fields do not lie side by side in memory are "
                                             "not there: ask each field for its own");
  char order = np_order(arguments[1]);
  bool columns = order == 'F' || (order == 'A' && nd_is_by_columns(own) && !nd_is_contiguous(own));
  if (columns) turned = nd_transpose(own, NULL, &error);
  NdArray *line = nd_contiguous(turned ? turned : own, &error);
  nd_release(turned);
  if (line == NULL) return py_raise_error(&error);
  Value bytes = py_bytes(line->data, (size_t)(line->size * line->itemsize));
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
  nd_release(old);
  object->array = made;
  return PY_NONE;
}
Value np_writeable(const NativeRow *row, Value *arguments) {
  return py_bool(np_borrow(arguments[0])->writeable);
}
