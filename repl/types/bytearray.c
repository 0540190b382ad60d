/* bytearray and memoryview. */
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
static bool is_array(Value v) { return py_is(v, &py_bytearray_type); }

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
  str_repr_bytes(&text, array_of(self)->data, (size_t)array_of(self)->count);
  text_add_char(&text, ')');
  return py_text_take(&text);
}
static int array_truth(Value self) { return array_of(self)->count > 0; }
static int64_t array_length(Value self) { return array_of(self)->count; }
static Value array_iter(Value self) { return iterator_over_sequence(self); }

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
      return py_raise(&py_TypeError, "can't concat %s to bytearray", py_type_of(other)->name);
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
    return py_raise(&py_TypeError, "can't extend bytearray with %s", py_type_of(arguments[1])->name);
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

/* ---- memoryview ---- */

typedef struct View {
  Object head;
  Value object; /* bytes or bytearray; PY_NONE after release() */
  int64_t start, step, count;
} View;

static View *view_of(Value v) { return (View *)v.as.object; }
static bool is_view(Value v) { return v.tag == TAG_OBJECT && v.as.object->type == &py_memoryview_type; }

bool bytes_view(Value value, const char **data, int64_t *count) {
  if (py_is_bytes(value)) {
    *data = py_as_bytes(value)->data;
    *count = py_as_bytes(value)->count;
    return true;
  }
  if (value.tag != TAG_OBJECT) return false;
  if (is_array(value)) {
    *data = array_of(value)->data;
    *count = array_of(value)->count;
    return true;
  }
  if (!is_view(value) || view_of(value)->step != 1) return false;
  int64_t total;
  if (!bytes_view(view_of(value)->object, data, &total)) return false;
  *data += view_of(value)->start;
  *count = view_of(value)->count;
  return true;
}

static void let_go(View *view) {
  if (is_array(view->object)) array_of(view->object)->exports--;
  Value held = view->object;
  view->object = PY_NONE;
  py_drop(held);
}
static void view_dealloc(Object *self) { let_go((View *)self); }

static Value view_new(Value object, int64_t start, int64_t step, int64_t count) {
  View *view = py_new(&py_memoryview_type);
  if (!view) return PY_ERROR;
  view->object = py_keep(object);
  if (is_array(object)) array_of(object)->exports++;
  view->start = start;
  view->step = step;
  view->count = count;
  return py_object(view);
}

static Value view_construct(Type *type, Value *arguments) {
  (void)type;
  const char *data;
  int64_t count;
  Value source = arguments[0];
  if (is_view(source)) return view_new(view_of(source)->object, view_of(source)->start, view_of(source)->step,
                                       view_of(source)->count);
  if (!bytes_view(source, &data, &count))
    return py_raise(&py_TypeError, "memoryview: a bytes-like object is required, not '%s'", py_type_of(source)->name);
  return view_new(source, 0, 1, count);
}

/* The bytes of the object; NULL with ValueError after release(). */
static char *view_data(const View *view) {
  const char *data;
  int64_t count;
  if (bytes_view(view->object, &data, &count)) return (char *)data + view->start;
  py_raise(&py_ValueError, "operation forbidden on released memoryview object");
  return NULL;
}

static Value view_repr(Value self) {
  const char *state = py_is_none(view_of(self)->object) ? "released memory" : "memory";
  return py_textf("<%s at %s>", state, py_address_text(self.as.object));
}
static int64_t view_length(Value self) { return view_data(view_of(self)) ? view_of(self)->count : -1; }

static Value view_getitem(Value self, Value key) {
  const View *view = view_of(self);
  const char *data = view_data(view);
  if (!data) return PY_ERROR;
  if (py_is(key, &py_slice_type)) {
    int64_t start, stop, step, count;
    if (!py_slice_indices((Slice *)key.as.object, view->count, &start, &stop, &step, &count)) return PY_ERROR;
    return view_new(view->object, view->start + start * view->step, view->step * step, count);
  }
  int64_t index;
  if (!py_is_integer(key)) return py_raise(&py_TypeError, "memoryview: invalid slice key");
  if (!sequence_index(key, view->count, "memoryview", "index out of bounds on dimension 1", &index)) return PY_ERROR;
  return py_int((unsigned char)data[index * view->step]);
}

static bool view_setitem(Value self, Value key, Value value) {
  const View *view = view_of(self);
  char *data = view_data(view), byte;
  if (!data) return false;
  if (!is_array(view->object)) {
    py_raise(&py_TypeError, "cannot modify read-only memory");
    return false;
  }
  if (value.tag == TAG_UNDEFINED) {
    py_raise(&py_TypeError, "cannot delete memory");
    return false;
  }
  int64_t start, stop, step = 1, count = 1, given;
  const char *from = &byte;
  if (py_is(key, &py_slice_type)) {
    if (!py_slice_indices((Slice *)key.as.object, view->count, &start, &stop, &step, &count) ||
        !bytes_wanted(value, &from, &given))
      return false;
    if (given != count) {
      py_raise(&py_ValueError, "memoryview assignment: lvalue and rvalue have different structures");
      return false;
    }
  } else if (!sequence_index(key, view->count, "memoryview", "index out of bounds on dimension 1", &start)) {
    return false;
  } else if (!py_is_integer(value)) {
    py_raise(&py_TypeError, "memoryview: invalid type for format 'B'");
    return false;
  } else if (!bytes_byte(value, "byte", &byte)) {
    py_clear_pending();
    py_raise(&py_ValueError, "memoryview: invalid value for format 'B'");
    return false;
  }
  for (int64_t i = 0; i < count; i++) data[(start + i * step) * view->step] = from[i];
  return true;
}

static Value view_bytes(Value self) {
  const View *view = view_of(self);
  const char *data = view_data(view);
  Value made = data ? py_bytes(NULL, 0) : PY_ERROR;
  if (!data || view->count == 0) return made;
  py_drop(made);
  Bytes *bytes = bytes_new(view->count);
  for (int64_t i = 0; bytes && i < view->count; i++) bytes->data[i] = data[i * view->step];
  return py_object(bytes);
}

static Value view_compare(CompareOp op, Value a, Value b) {
  if (op != OP_EQ && op != OP_NE) return PY_NOT_IMPLEMENTED;
  Value x = is_view(a) ? view_bytes(a) : py_keep(a), y = is_view(b) ? view_bytes(b) : py_keep(b);
  Value result = py_is_error(x) || py_is_error(y) ? PY_ERROR : bytes_compare(op, x, y);
  py_drop(x);
  py_drop(y);
  return result;
}
static bool view_hash(Value self, uint64_t *hash) {
  if (is_array(view_of(self)->object)) {
    py_raise(&py_ValueError, "cannot hash writable memoryview object");
    return false;
  }
  Value bytes = view_bytes(self);
  bool ok = !py_is_error(bytes) && py_hash(bytes, hash);
  py_drop(bytes);
  return ok;
}
static Value view_iter(Value self) { return iterator_over_sequence(self); }

METHOD(tobytes) { return view_bytes(arguments[0]); }
METHOD(tolist) {
  Value bytes = view_bytes(arguments[0]);
  Value list = py_is_error(bytes) ? bytes : py_to_list(bytes);
  if (!py_is_error(bytes)) py_drop(bytes);
  return list;
}
METHOD(view_hex) {
  Value bytes = view_bytes(arguments[0]);
  Value text = py_is_error(bytes) ? bytes : py_call_method(bytes, "hex", NULL, 0);
  if (!py_is_error(bytes)) py_drop(bytes);
  return text;
}
METHOD(release) {
  let_go(view_of(arguments[0]));
  return PY_NONE;
}
METHOD(enter) { return view_data(view_of(arguments[0])) ? py_keep(arguments[0]) : PY_ERROR; }
METHOD(toreadonly) {
  Value bytes = view_bytes(arguments[0]);
  Value view = py_is_error(bytes) ? bytes : view_new(bytes, 0, 1, py_as_bytes(bytes)->count);
  if (!py_is_error(bytes)) py_drop(bytes);
  return view;
}

static const NativeRow view_methods[] = {
    {"tobytes", "self, order='C'", "the bytes", call_tobytes, NULL},
    {"tolist", "self, /", "the bytes as a list of integers", call_tolist, NULL},
    {"hex", "self", "in hexadecimal", call_view_hex, NULL},
    {"release", "self, /", "lets the object go", call_release, NULL},
    {"toreadonly", "self, /", "a view of a copy, which cannot be changed", call_toreadonly, NULL},
    {"__enter__", "self, /", "the view", call_enter, NULL},
    {"__exit__", "self, /, *args", "lets the object go", call_release, NULL},
    {0},
};

static Value get_object(Value self) { return py_keep(view_of(self)->object); }
static Value get_count(Value self) { return py_int(view_of(self)->count); }
static Value get_one(Value self) { return py_int(1); }
static Value get_format(Value self) { return py_text("B"); }
static Value get_shape(Value self) { return py_tuple_of(1, py_int(view_of(self)->count)); }
static Value get_strides(Value self) { return py_tuple_of(1, py_int(view_of(self)->step)); }
static Value get_readonly(Value self) { return py_bool(!is_array(view_of(self)->object)); }
static Value get_contiguous(Value self) { return py_bool(view_of(self)->step == 1); }
static const PropertyRow view_properties[] = {
    {"obj", "the object that is looked at", get_object, NULL},
    {"nbytes", "how many bytes", get_count, NULL},
    {"itemsize|ndim", "1", get_one, NULL},
    {"format", "'B': bytes", get_format, NULL},
    {"shape", "how many items, as a tuple", get_shape, NULL},
    {"strides", "the distance of two items, as a tuple", get_strides, NULL},
    {"readonly", "whether the object cannot be changed", get_readonly, NULL},
    {"c_contiguous|f_contiguous|contiguous", "whether the items lie side by side", get_contiguous, NULL},
    {0},
};

Type py_memoryview_type = {.name = "memoryview", .size = sizeof(View), .repr = view_repr, .compare = view_compare,
                           .hash = view_hash, .length = view_length, .getitem = view_getitem,
                           .setitem = view_setitem, .iter = view_iter, .dealloc = view_dealloc,
                           .signature = "object, /", .construct = view_construct, .methods = view_methods,
                           .properties = view_properties, .help = "A view of the bytes of another object."};
