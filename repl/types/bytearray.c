/* bytearray. */
#include <string.h>

#include "engine/core/memory.h"
#include "repl/types/bytes.h"
#include "repl/types/exception.h"
#include "repl/types/iterator.h"
#include "repl/types/protocol.h"
#include "repl/types/sequence.h"
#include "repl/types/slots.h"
#include "repl/types/str.h"

static ByteArray *array_of(Value v) { return (ByteArray *)v.as.object; }

/* Changes the number of bytes; the new ones are 0. */
static bool resize(ByteArray *array, int64_t count) {
  if (count == array->count) return true;
  if (array->exports) {
    py_raise(&py_BufferError, "Existing exports of data: object cannot be re-sized");
    return false;
  }
  if (count > array->capacity || !array->data) {
    int64_t capacity = count + count / 8 + 8;
    char *grown = count > (int64_t)1 << 46 ? NULL : core_realloc(array->data, (size_t)capacity + 1);
    if (!grown) {
      py_raise(&py_MemoryError, "Unable to allocate %lld bytes", (long long)count);
      return false;
    }
    array->data = grown;
    array->capacity = capacity;
  }
  if (count > array->count) memset(array->data + array->count, 0, (size_t)(count - array->count));
  array->count = count;
  array->data[count] = '\0';
  return true;
}

static Value new_of(Type *type, const char *data, int64_t count) {
  ByteArray *array = py_new(type);
  if (!array) return PY_ERROR;
  if (!(array->data = core_alloc_zero((size_t)count + 1, 1)) || !resize(array, count)) {
    if (!py_pending()) py_raise(&py_MemoryError, "Unable to allocate %lld bytes", (long long)count);
    py_drop(py_object(array));
    return PY_ERROR;
  }
  if (data && count) memcpy(array->data, data, (size_t)count);
  return py_object(array);
}

Value bytearray_new(const char *data, int64_t count) { return new_of(&py_bytearray_type, data, count); }

static void array_dealloc(Object *self) { core_free(((ByteArray *)self)->data); }

/* What copies and pickles make it of again. */
static Value array_reduce(const NativeRow *row, Value *arguments) {
  const ByteArray *array = array_of(arguments[0]);
  Value bytes = py_bytes(array->data, (size_t)array->count), inside = PY_ERROR, made = PY_ERROR;
  Value class = py_type_value(py_type_of(arguments[0]));
  if (!py_is_error(bytes)) inside = py_tuple_of(1, bytes);
  Value state = py_is_error(inside) ? PY_ERROR : py_find_attr(arguments[0], INTERNED("__dict__"));
  if (!py_is_error(state))
    made = state.tag == TAG_UNDEFINED ? py_tuple_of(2, class, inside) : py_tuple_of(3, class, inside, state);
  py_drop(state);
  py_drop(class);
  py_drop(inside);
  py_drop(bytes);
  return made;
}

static Value array_construct(Type *type, Value *arguments) {
  Value source = arguments[0];
  bool index = source.tag == TAG_OBJECT &&
               py_type_lookup(py_type_of(source), INTERNED("__index__")).tag != TAG_UNDEFINED;
  int64_t count;
  if (index && arguments[1].tag == TAG_UNDEFINED && !py_is_number(source)) { /* __bytes__ is not asked */
    if (!py_as_int(source, &count)) return PY_ERROR;
    return count < 0 ? py_raise(&py_ValueError, "negative count") : new_of(type, NULL, count);
  }
  Value bytes = bytes_convert(arguments, "byte");
  if (py_is_error(bytes)) return bytes;
  Value array = new_of(type, py_as_bytes(bytes)->data, py_as_bytes(bytes)->count);
  py_drop(bytes);
  return array;
}

static Value array_repr(Value self) {
  Text text = {0};
  text_addf(&text, "%s(", py_type_of(self)->name);
  Text inside = {0};
  str_repr_bytes(&inside, array_of(self)->data, (size_t)array_of(self)->count);
  /* Where the quotes are double, single ones are escaped all the same. */
  const char *body = text_string(&inside);
  bool twofold = inside.length > 1 && body[1] == '"';
  for (size_t i = 0; i < inside.length; i++) {
    if (twofold && body[i] == '\'') text_add_char(&text, '\\');
    text_add_char(&text, body[i]);
  }
  text_free(&inside);
  text_add_char(&text, ')');
  return py_text_take(&text);
}
static int array_truth(Value self) { return array_of(self)->count > 0; }
static int64_t array_length(Value self) { return array_of(self)->count; }
static Value array_iter(Value self) { return iterator_new(&py_bytearray_iterator_type, self); }

/* Puts `count` bytes in the place of those from start to stop. */
static bool splice(ByteArray *array, int64_t start, int64_t stop, const char *data, int64_t count) {
  int64_t old = array->count, behind = old - stop, total = start + count + behind;
  if (total > old && !resize(array, total)) return false;
  if (total < old && array->exports) return resize(array, total);
  memmove(array->data + start + count, array->data + stop, (size_t)behind);
  if (count) memcpy(array->data + start, data, (size_t)count);
  return total >= old || resize(array, total);
}

/* The bytes to be put in: a copy, since they may be the array's own. */
static Value source_bytes(Value value) {
  Value arguments[3] = {value, PY_UNDEFINED, PY_UNDEFINED};
  if (py_is_integer(value) || py_is_str(value))
    return py_raise(&py_TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
  return bytes_convert(arguments, "byte");
}

static bool set_slice(ByteArray *array, const Slice *slice, Value value) {
  int64_t start, stop, step, count;
  if (!py_slice_indices(slice, array->count, &start, &stop, &step, &count)) return false;
  Value bytes = value.tag == TAG_UNDEFINED ? py_bytes("", 0) : source_bytes(value);
  if (py_is_error(bytes)) return false;
  const char *data = py_as_bytes(bytes)->data;
  int64_t given = py_as_bytes(bytes)->count;
  bool ok = true;
  if (step == 1) {
    ok = splice(array, start, stop < start ? start : stop, data, given);
  } else if (value.tag == TAG_UNDEFINED) {
    if (step < 0) start += (count - 1) * step, step = -step;
    for (int64_t i = count - 1; ok && i >= 0; i--)
      ok = splice(array, start + i * step, start + i * step + 1, "", 0);
  } else if (given != count) {
    py_raise(&py_ValueError, "attempt to assign bytes of size %lld to extended slice of size %lld", (long long)given,
             (long long)count);
    ok = false;
  } else {
    for (int64_t i = 0; i < count; i++) array->data[start + i * step] = data[i];
  }
  py_drop(bytes);
  return ok;
}

static bool array_setitem(Value self, Value key, Value value) {
  ByteArray *array = array_of(self);
  if (py_is(key, &py_slice_type)) return set_slice(array, (Slice *)key.as.object, value);
  int64_t index;
  char byte = 0;
  if (value.tag != TAG_UNDEFINED && !bytes_byte(value, "byte", &byte)) return false;
  if (!sequence_index(key, array->count, "bytearray", "bytearray index out of range", &index)) return false;
  if (value.tag == TAG_UNDEFINED) return splice(array, index, index + 1, "", 0);
  array->data[index] = byte;
  return true;
}

static bool extend(ByteArray *array, Value value) {
  Value bytes = py_is_bytes(value) ? py_keep(value) : source_bytes(value);
  bool ok = !py_is_error(bytes) &&
            splice(array, array->count, array->count, py_as_bytes(bytes)->data, py_as_bytes(bytes)->count);
  py_drop(bytes);
  return ok;
}

static Value array_inplace(BinaryOp op, Value self, Value other) {
  ByteArray *array = array_of(self);
  const char *data;
  int64_t count;
  if (op == OP_ADD) {
    if (!bytes_view(other, &data, &count))
      return py_raise(&py_TypeError, "can't concat %s to bytearray", py_type_label(py_type_of(other)));
    return extend(array, other) ? py_keep(self) : PY_ERROR;
  }
  if (op != OP_MUL) return PY_NOT_IMPLEMENTED;
  Value product = bytes_binary(op, self, other);
  if (py_is_error(product) || product.tag == TAG_NOT_IMPLEMENTED) return product;
  bool ok = splice(array, 0, array->count, array_of(product)->data, array_of(product)->count);
  py_drop(product);
  return ok ? py_keep(self) : PY_ERROR;
}

#define METHOD(noun) static Value call_##noun(const NativeRow *row, Value *arguments)
#define SELF array_of(arguments[0])

METHOD(append) {
  char byte;
  return bytes_byte(arguments[1], "byte", &byte) && splice(SELF, SELF->count, SELF->count, &byte, 1) ? PY_NONE
                                                                                                   : PY_ERROR;
}
METHOD(extend) {
  if (py_is_str(arguments[1])) return py_raise(&py_TypeError, "'str' object cannot be interpreted as an integer");
  if (py_is_integer(arguments[1]))
    return py_raise(&py_TypeError, "can't extend bytearray with %s", py_type_label(py_type_of(arguments[1])));
  return extend(SELF, arguments[1]) ? PY_NONE : PY_ERROR;
}
METHOD(insert) {
  int64_t at;
  char byte;
  if (!py_as_int(arguments[1], &at) || !bytes_byte(arguments[2], "byte", &byte)) return PY_ERROR;
  if (at < 0) at = at + SELF->count < 0 ? 0 : at + SELF->count;
  if (at > SELF->count) at = SELF->count;
  return splice(SELF, at, at, &byte, 1) ? PY_NONE : PY_ERROR;
}
METHOD(pop) {
  int64_t at;
  if (!py_as_int(arguments[1], &at)) return PY_ERROR;
  if (SELF->count == 0) return py_raise(&py_IndexError, "pop from empty bytearray");
  if (at < 0) at += SELF->count;
  if (at < 0 || at >= SELF->count) return py_raise(&py_IndexError, "pop index out of range");
  int64_t byte = (unsigned char)SELF->data[at];
  return splice(SELF, at, at + 1, "", 0) ? py_int(byte) : PY_ERROR;
}
METHOD(remove) {
  char byte;
  if (!bytes_byte(arguments[1], "byte", &byte)) return PY_ERROR;
  const char *found = memchr(SELF->data, (unsigned char)byte, (size_t)SELF->count);
  if (!found) return py_raise(&py_ValueError, "value not found in bytearray");
  int64_t at = found - SELF->data;
  return splice(SELF, at, at + 1, "", 0) ? PY_NONE : PY_ERROR;
}
METHOD(clear) { return resize(SELF, 0) ? PY_NONE : PY_ERROR; }
METHOD(copy) { return bytearray_new(SELF->data, SELF->count); }
METHOD(reverse) {
  for (int64_t i = 0, j = SELF->count - 1; i < j; i++, j--) {
    char swap = SELF->data[i];
    SELF->data[i] = SELF->data[j];
    SELF->data[j] = swap;
  }
  return PY_NONE;
}
METHOD(alloc) { return py_int(SELF->capacity + 1); }

static const NativeRow array_methods[] = {
    {"__reduce__", "self, /", "what makes it again", array_reduce, NULL},
    {"append", "self, item, /", "adds a byte", call_append, NULL},
    {"extend", "self, iterable_of_ints, /", "adds bytes", call_extend, NULL},
    {"insert", "self, index, item, /", "puts a byte before a place", call_insert, NULL},
    {"pop", "self, index=-1, /", "takes a byte out", call_pop, NULL},
    {"remove", "self, value, /", "takes out the first byte of a value", call_remove, NULL},
    {"clear", "self, /", "takes all bytes out", call_clear, NULL},
    {"copy", "self, /", "another bytearray with the same bytes", call_copy, NULL},
    {"reverse", "self, /", "turns the order around", call_reverse, NULL},
    {"__alloc__", "self, /", "how many bytes there is room for", call_alloc, NULL},
    {0},
};

Type py_bytearray_type = {.name = "bytearray", .size = sizeof(ByteArray), .repr = array_repr,
                          .compare = bytes_compare, .truth = array_truth, .length = array_length,
                          .getitem = bytes_getitem, .setitem = array_setitem, .contains = bytes_contains,
                          .iter = array_iter, .binary = bytes_binary, .inplace = array_inplace,
                          .dealloc = array_dealloc, .signature = "source=..., encoding=..., errors=...",
                          .construct = array_construct, .methods = array_methods, .more_methods = bytes_methods,
                          .statics = bytes_statics, .help = "A sequence of bytes that may be changed."};
