/* bytes, and what it shares with bytearray; the methods are in bytes_methods.c. */
#include <string.h>

#include "repl/types/bytes.h"
#include "repl/types/exception.h"
#include "repl/types/format.h"
#include "repl/types/integer.h"
#include "repl/types/iterator.h"
#include "repl/types/object.h"
#include "repl/types/protocol.h"
#include "repl/types/sequence.h"
#include "repl/types/slots.h"
#include "repl/types/str.h"

bool py_is_bytes(Value v) { return v.tag == TAG_OBJECT && py_is_subtype(v.as.object->type, &py_bytes_type); }

Bytes *bytes_new(int64_t count) {
  if (count < 0 || count > (int64_t)1 << 46) {
    py_raise(&py_MemoryError, "Unable to allocate %lld bytes", (long long)count);
    return NULL;
  }
  Bytes *bytes = py_new_sized(&py_bytes_type, offsetof(Bytes, data) + (size_t)count + 1);
  if (bytes) bytes->count = count;
  return bytes;
}

Value py_bytes(const char *data, size_t length) {
  Bytes *bytes = bytes_new((int64_t)length);
  if (bytes && length) memcpy(bytes->data, data, length);
  return py_object(bytes);
}

bool bytes_wanted(Value value, const char **data, int64_t *count) {
  if (bytes_view(value, data, count)) return true;
  py_raise(&py_TypeError, "a bytes-like object is required, not '%s'", py_type_label(py_type_of(value)));
  return false;
}

Value bytes_like(Value like, const char *data, int64_t count) {
  return py_is(like, &py_bytearray_type) ? bytearray_new(data, count) : py_bytes(data, (size_t)count);
}

bool bytes_byte(Value value, const char *noun, char *out) {
  int64_t byte;
  if (!py_as_int(value, &byte)) {
    if (!py_pending_is(&py_OverflowError)) return false;
    py_clear_pending();
    byte = -1;
  }
  if (byte < 0 || byte > 255) {
    py_raise(&py_ValueError, "%s must be in range(0, 256)", noun);
    return false;
  }
  *out = (char)byte;
  return true;
}

static Value repr(Value self) {
  Text text = {0};
  str_repr_bytes(&text, py_as_bytes(self)->data, (size_t)py_as_bytes(self)->count);
  return py_text_take(&text);
}

static bool hash(Value self, uint64_t *out) {
  Bytes *bytes = py_as_bytes(self);
  if (!bytes->hash) {
    uint64_t h = 0xCBF29CE484222325u;
    for (int64_t i = 0; i < bytes->count; i++) h = (h ^ (unsigned char)bytes->data[i]) * 0x100000001B3u;
    bytes->hash = h ? h : 1;
  }
  *out = bytes->hash;
  return true;
}

Value bytes_compare(CompareOp op, Value a, Value b) {
  const char *x, *y;
  int64_t x_count, y_count;
  if (!bytes_view(a, &x, &x_count) || !bytes_view(b, &y, &y_count)) return PY_NOT_IMPLEMENTED;
  int order = memcmp(x, y, (size_t)(x_count < y_count ? x_count : y_count));
  if (!order) order = (x_count > y_count) - (x_count < y_count);
  const bool answers[] = {order < 0, order <= 0, order == 0, order != 0, order > 0, order >= 0};
  return py_bool(answers[op]);
}

static int truth(Value self) { return py_as_bytes(self)->count > 0; }
static int64_t length(Value self) { return py_as_bytes(self)->count; }

Value bytes_getitem(Value self, Value key) {
  const char *data;
  int64_t total, index;
  bytes_view(self, &data, &total);
  bool array = py_is(self, &py_bytearray_type);
  if (py_is(key, &py_slice_type)) {
    int64_t start, stop, step, count;
    if (!py_slice_indices((Slice *)key.as.object, total, &start, &stop, &step, &count)) return PY_ERROR;
    if (step == 1) return bytes_like(self, data + start, count);
    Bytes *part = bytes_new(count);
    for (int64_t i = 0; part && i < count; i++) part->data[i] = data[start + i * step];
    if (!part || !array) return py_object(part);
    Value made = bytearray_new(part->data, count);
    py_drop(py_object(part));
    return made;
  }
  if (!sequence_index(key, total, array ? "bytearray" : "byte",
                      array ? "bytearray index out of range" : "index out of range", &index))
    return PY_ERROR;
  return py_int((unsigned char)data[index]);
}

int bytes_contains(Value self, Value item) {
  const char *data, *part;
  int64_t count, part_count;
  bytes_view(self, &data, &count);
  if (bytes_view(item, &part, &part_count)) return str_find_bytes(data, count, part, part_count) >= 0;
  char byte;
  if (!py_is_integer(item)) {
    py_raise(&py_TypeError, "a bytes-like object is required, not '%s'", py_type_label(py_type_of(item)));
    return -1;
  }
  return bytes_byte(item, "byte", &byte) ? memchr(data, (unsigned char)byte, (size_t)count) != NULL : -1;
}

static Value iter(Value self) { return iterator_new(&py_bytes_iterator_type, self); }

Value bytes_binary(BinaryOp op, Value a, Value b) {
  const char *x, *y;
  int64_t x_count, y_count, times, total;
  bool left = bytes_view(a, &x, &x_count), right = bytes_view(b, &y, &y_count);
  if (op == OP_ADD && left && right) {
    Bytes *sum = bytes_new(x_count + y_count);
    if (!sum) return PY_ERROR;
    memcpy(sum->data, x, (size_t)x_count);
    memcpy(sum->data + x_count, y, (size_t)y_count);
    if (!py_is(a, &py_bytearray_type)) return py_object(sum);
    Value made = bytearray_new(sum->data, sum->count);
    py_drop(py_object(sum));
    return made;
  }
  if (op == OP_MUL && left != right) {
    Value source = left ? a : b, factor = left ? b : a;
    if (!py_is_integer(factor)) return PY_NOT_IMPLEMENTED;
    if (!sequence_times(factor, &times)) return PY_ERROR;
    if (times < 0) times = 0;
    const char *data = left ? x : y;
    int64_t count = left ? x_count : y_count;
    if (__builtin_mul_overflow(count, times, &total)) total = INT64_MAX;
    Bytes *result = bytes_new(total);
    for (int64_t i = 0; result && count && i < times; i++) memcpy(result->data + i * count, data, (size_t)count);
    if (!result || !py_is(source, &py_bytearray_type)) return py_object(result);
    Value made = bytearray_new(result->data, result->count);
    py_drop(py_object(result));
    return made;
  }
  if (op == OP_MOD && left) {
    Value made = percent_bytes(x, x_count, b);
    if (py_is_error(made) || !py_is(a, &py_bytearray_type)) return made;
    Value array = bytearray_new(py_as_bytes(made)->data, py_as_bytes(made)->count);
    py_drop(made);
    return array;
  }
  return PY_NOT_IMPLEMENTED;
}

/* A bytes of an iterable of integers. */
static Value from_iterable(Value source, const char *noun) {
  Value list = py_to_list(source);
  if (py_is_error(list)) return list;
  List *items = py_as_list(list);
  Bytes *result = bytes_new(items->count);
  bool ok = result != NULL;
  for (int64_t i = 0; ok && i < items->count; i++) ok = bytes_byte(items->items[i], noun, &result->data[i]);
  py_drop(list);
  if (ok) return py_object(result);
  if (result) py_drop(py_object(result));
  return PY_ERROR;
}

Value bytes_convert(Value *arguments, const char *noun) {
  Value source = arguments[0];
  const char *data;
  int64_t count;
  if (source.tag == TAG_UNDEFINED) {
    if (arguments[1].tag != TAG_UNDEFINED || arguments[2].tag != TAG_UNDEFINED)
      return py_raise(&py_TypeError, "%s without a string argument",
                      arguments[1].tag != TAG_UNDEFINED ? "encoding" : "errors");
    return py_bytes("", 0);
  }
  if (source.tag == TAG_OBJECT && source.as.object->type->heap && py_is_str(source) &&
      arguments[1].tag == TAG_UNDEFINED && strcmp(noun, "byte") != 0) { /* bytearray does not ask */
    Value made = slots_call(source, INTERNED("__bytes__"), NULL, 0);
    if (py_is_error(made) || py_is_bytes(made)) return made;
    py_drop(made);
  }
  if (py_is_str(source)) {
    if (arguments[1].tag == TAG_UNDEFINED) return py_raise(&py_TypeError, "string argument without an encoding");
    return py_call_method(source, "encode", arguments + 1, arguments[2].tag == TAG_UNDEFINED ? 1 : 2);
  }
  if (arguments[1].tag != TAG_UNDEFINED || arguments[2].tag != TAG_UNDEFINED)
    return py_raise(&py_TypeError, "%s without a string argument",
                    arguments[1].tag != TAG_UNDEFINED ? "encoding" : "errors");
  if (source.tag == TAG_OBJECT && source.as.object->type == &py_bytes_type) return py_keep(source);
  if (bytes_view(source, &data, &count)) return py_bytes(data, (size_t)count);
  if (source.tag == TAG_OBJECT && strcmp(py_type_of(source)->name, "ndarray") == 0)
    return py_call_method(source, "tobytes", NULL, 0);
  if (source.tag == TAG_OBJECT) {
    Value made = slots_call(source, INTERNED("__bytes__"), NULL, 0);
    if (made.tag != TAG_UNDEFINED && !py_is_error(made) && !py_is_bytes(made)) {
      py_raise(&py_TypeError, "__bytes__ returned non-bytes (type %s)", py_type_label(py_type_of(made)));
      py_drop(made);
      return PY_ERROR;
    }
    if (made.tag != TAG_UNDEFINED) return made;
  }
  bool index = source.tag == TAG_OBJECT &&
               py_type_lookup(py_type_of(source), INTERNED("__index__")).tag != TAG_UNDEFINED &&
               !py_is(source, &py_float_type);
  if (py_is_integer(source) || index) {
    if (integer_is_big(number_plain(source)))
      return py_raise(&py_OverflowError, "cannot fit 'int' into an index-sized integer");
    if (!py_as_int(source, &count)) return PY_ERROR;
    if (count < 0) return py_raise(&py_ValueError, "negative count");
    return py_object(bytes_new(count));
  }
  Type *of = py_type_of(source);
  if (!of->iter && !of->next && !of->getitem)
    return py_raise(&py_TypeError, "cannot convert '%s' object to %s", of->name,
                    strcmp(noun, "byte") == 0 ? "bytearray" : "bytes");
  return from_iterable(source, noun);
}

static Value construct(Type *type, Value *arguments) {
  Value bytes = bytes_convert(arguments, "bytes");
  if (py_is_error(bytes) || !type->heap) return bytes;
  const Bytes *from = py_as_bytes(bytes);
  Bytes *made = py_new_sized(type, offsetof(Bytes, data) + (size_t)from->count + 1);
  if (made) {
    memcpy(made->data, from->data, (size_t)from->count);
    made->count = from->count;
  }
  py_drop(bytes);
  return py_object(made);
}

Type py_bytes_type = {.name = "bytes", .size = sizeof(Bytes), .repr = repr, .hash = hash, .compare = bytes_compare,
                      .truth = truth, .length = length, .getitem = bytes_getitem, .contains = bytes_contains,
                      .iter = iter, .binary = bytes_binary, .signature = "source=..., encoding=..., errors=...",
                      .construct = construct, .methods = bytes_methods, .statics = bytes_statics,
                      .help = "An immutable sequence of bytes."};
