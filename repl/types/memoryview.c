/* memoryview: the bytes of another object as items of a format: one of struct's native letters. A view has one
 * dimension that may be sliced; cast() may give it several, in which it is only read as a whole. */
#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/utf8.h"
#include "repl/types/bytes.h"
#include "repl/types/exception.h"
#include "repl/types/iterator.h"
#include "repl/types/protocol.h"
#include "repl/types/sequence.h"

enum { MOST_DIMENSIONS = 64 };

typedef struct View {
  Object head;
  Value object;               /* bytes or bytearray; PY_NONE after release() */
  int64_t start, step, count; /* in bytes, in items, in items */
  char format;
  bool fixed;                 /* is not written through, though the object could be */
  int itemsize;
  int dimensions;             /* more than 1: shape says which, step is 1; 0: one item */
  int64_t shape[MOST_DIMENSIONS];
} View;

static View *view_of(Value v) { return (View *)v.as.object; }
static bool is_view(Value v) { return v.tag == TAG_OBJECT && v.as.object->type == &py_memoryview_type; }
Type *bytes_numbers_type;
bool (*bytes_exported)(Value value, BytesExport *made);
static bool is_array(Value v) {
  return py_is(v, &py_bytearray_type) || (bytes_numbers_type && py_is(v, bytes_numbers_type));
}
static ByteArray *array_of(Value v) { return (ByteArray *)v.as.object; }

/* The size of a format's items, 0 for unknown letters. */
static int size_of_format(char format) {
  switch (format) {
    case 'b': case 'B': case 'c': case '?': return 1;
    case 'h': case 'H': return 2;
    case 'i': case 'I': case 'f': case 'w': return 4;
    case 'l': case 'L': case 'q': case 'Q': case 'n': case 'N': case 'P': case 'd': return 8;
    default: return 0;
  }
}
static bool is_signed(char format) { return strchr("bhilqn", format) != NULL; }

char bytes_typecode(Value value) {
  if (!bytes_numbers_type || !py_is(value, bytes_numbers_type)) return 0;
  Value letter = py_find_attr(value, py_intern("typecode"));
  char code = py_is_str(letter) ? py_as_string(letter)->data[0] : 0;
  py_drop(letter);
  return code == 'u' ? 'w' : code;
}

/* The bytes of what a view looks at. */
static bool looked_at(Value object, const char **data, int64_t *count) {
  BytesExport shown;
  if (bytes_view(object, data, count)) return true;
  if (!bytes_exported || !bytes_exported(object, &shown)) return false;
  *data = shown.data;
  *count = shown.count;
  return true;
}
/* Whether the object that a view looks at can be written; the view may be fixed though. */
static bool can_change(Value object) {
  BytesExport shown;
  return is_array(object) || (bytes_exported && bytes_exported(object, &shown));
}

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
  if (!is_view(value) || (view_of(value)->step != 1 && view_of(value)->count > 1)) return false;
  int64_t total;
  if (!looked_at(view_of(value)->object, data, &total)) return false;
  *data += view_of(value)->start;
  *count = view_of(value)->count * view_of(value)->itemsize;
  return true;
}

bool bytes_writable(Value value, char **data, int64_t *count) {
  const Value object = is_view(value) ? view_of(value)->object : value;
  if (!can_change(object) || (is_view(value) ? view_of(value)->fixed : !is_array(object))) return false;
  return bytes_view(value, (const char **)data, count);
}

static void let_go(View *view) {
  if (is_array(view->object)) array_of(view->object)->exports--;
  Value held = view->object;
  view->object = PY_NONE;
  py_drop(held);
}
static void view_dealloc(Object *self) { let_go((View *)self); }

/* A view of the same object, to be changed. */
static View *view_like(const View *view) {
  View *made = py_new(&py_memoryview_type);
  if (!made) return NULL;
  Object head = made->head;
  *made = *view;
  made->head = head;
  py_keep(made->object);
  if (is_array(made->object)) array_of(made->object)->exports++;
  return made;
}

static Value view_construct(Type *type, Value *arguments) {
  (void)type;
  const char *data;
  int64_t count;
  Value source = arguments[0];
  if (is_view(source)) {
    if (py_is_none(view_of(source)->object))
      return py_raise(&py_ValueError, "operation forbidden on released memoryview object");
    return py_object(view_like(view_of(source)));
  }
  if (bytes_view(source, &data, &count)) {
    char code = bytes_typecode(source);
    int size = code ? size_of_format(code) : 1;
    const View first = {.object = source, .step = 1, .count = count / size, .format = code ? code : 'B',
                        .itemsize = size, .dimensions = 1};
    return py_object(view_like(&first));
  }
  BytesExport shown;
  const int size = bytes_exported && bytes_exported(source, &shown) ? size_of_format(shown.format) : 0;
  if (size > 0) {
    View first = {.object = source, .step = 1, .count = shown.count / size, .format = shown.format,
                  .itemsize = size, .dimensions = shown.dimensions, .fixed = shown.fixed};
    memcpy(first.shape, shown.shape, (size_t)shown.dimensions * sizeof *first.shape);
    return py_object(view_like(&first));
  }
  return py_raise(&py_TypeError, "memoryview: a bytes-like object is required, not '%s'",
                  py_type_label(py_type_of(source)));
}

/* The bytes of the object; NULL with ValueError after release(). */
static char *view_data(const View *view) {
  const char *data;
  int64_t count;
  const int64_t span = view->count > 0 ? (view->count - 1) * view->step * view->itemsize : 0;
  const int64_t first = view->start + (span < 0 ? span : 0), last = view->start + (span > 0 ? span : 0);
  const int64_t item = view->count > 0 ? view->itemsize : 0;
  /* An array may have been resized meanwhile. */
  if (looked_at(view->object, &data, &count) && first >= 0 && last + item <= count) return (char *)data + view->start;
  py_raise(&py_ValueError, "operation forbidden on released memoryview object");
  return NULL;
}

static Value view_repr(Value self) {
  const char *state = py_is_none(view_of(self)->object) ? "released memory" : "memory";
  return py_textf("<%s at %s>", state, py_address_text(self.as.object));
}
static int64_t view_length(Value self) {
  const View *view = view_of(self);
  if (!view_data(view)) return -1;
  return view->dimensions > 1 ? view->shape[0] : view->count;
}

/* ---- Items ---- */

static Value item_value(const View *view, const char *at) {
  switch (view->format) {
    case 'c': return py_bytes(at, 1);
    case '?': return py_bool(*at != 0);
    case 'f': {
      float real;
      memcpy(&real, at, sizeof real);
      return py_float(real);
    }
    case 'd': {
      double real;
      memcpy(&real, at, sizeof real);
      return py_float(real);
    }
    case 'w': {
      uint32_t code;
      char text[4];
      memcpy(&code, at, sizeof code);
      return py_text_bytes(text, utf8_encode(code, text));
    }
    default: break;
  }
  uint64_t bits = 0;
  memcpy(&bits, at, (size_t)view->itemsize); /* this machine's order: little endian */
  int unused = 64 - 8 * view->itemsize;
  if (is_signed(view->format)) return py_int((int64_t)(bits << unused) >> unused);
  if (bits <= INT64_MAX) return py_int((int64_t)bits);
  Value high = py_int((int64_t)(bits >> 1)), two = py_int(2);
  Value doubled = py_binary(OP_MUL, high, two), made = PY_ERROR;
  if (!py_is_error(doubled)) made = py_binary(OP_ADD, doubled, py_int((int64_t)(bits & 1)));
  py_drop(doubled);
  return made;
}

static bool wrong_type(const View *view) {
  py_clear_pending();
  py_raise(&py_TypeError, "memoryview: invalid type for format '%c'", view->format);
  return false;
}
static bool wrong_value(const View *view) {
  py_clear_pending();
  py_raise(&py_ValueError, "memoryview: invalid value for format '%c'", view->format);
  return false;
}

static bool item_store(const View *view, Value value, char *at) {
  if (view->format == 'c') {
    if (!py_is_bytes(value)) return wrong_type(view);
    if (py_as_bytes(value)->count != 1) return wrong_value(view);
    *at = py_as_bytes(value)->data[0];
    return true;
  }
  if (view->format == '?') {
    int truth = py_truth(value);
    *at = truth > 0;
    return truth >= 0;
  }
  if (view->format == 'f' || view->format == 'd') {
    double real;
    if (!py_as_double(value, &real)) return wrong_type(view);
    float single = (float)real;
    if (view->format == 'f') memcpy(at, &single, sizeof single);
    else memcpy(at, &real, sizeof real);
    return true;
  }
  if (!py_is_integer(value)) {
    int64_t index;
    if (py_type_of(value) == &py_float_type || !py_as_int(value, &index)) return wrong_type(view);
    value = py_int(index);
  }
  int64_t number;
  uint64_t bits;
  int width = 8 * view->itemsize;
  if (py_as_int(value, &number)) {
    bits = (uint64_t)number;
    bool fits = is_signed(view->format)
                    ? width == 64 || (number >= -((int64_t)1 << (width - 1)) && number < (int64_t)1 << (width - 1))
                    : number >= 0 && (width == 64 || number < (int64_t)1 << width);
    if (!fits) return wrong_value(view);
  } else {
    /* Numbers of 64 bits without a sign: the upper half of what is left. */
    py_clear_pending();
    Value half = is_signed(view->format) || width != 64 ? PY_ERROR : py_binary(OP_RSHIFT, value, py_int(1));
    Value low = py_is_error(half) ? PY_ERROR : py_binary(OP_AND, value, py_int(1));
    bool good = !py_is_error(low) && py_as_int(half, &number) && number >= 0;
    bits = good ? (uint64_t)number << 1 | (uint64_t)low.as.integer : 0;
    if (!py_is_error(half)) py_drop(half);
    if (!good) return wrong_value(view);
  }
  memcpy(at, &bits, (size_t)view->itemsize);
  return true;
}

/* The place of an index; false with an exception pending. */
static bool place_of(const View *view, Value key, int64_t *index) {
  if (!py_is_integer(key) && py_type_lookup(py_type_of(key), py_intern("__index__")).tag == TAG_UNDEFINED) {
    py_raise(&py_TypeError, "memoryview: invalid slice key");
    return false;
  }
  static const char *const outside = "index out of bounds on dimension 1";
  if (py_is_integer(key)) return sequence_index(key, view->count, "memoryview", outside, index);
  int64_t number;
  return py_as_int(key, &number) && sequence_index(py_int(number), view->count, "memoryview", outside, index);
}

/* The place of an item of a view with dimensions: a key has an index for each. */
static bool place_in_shape(const View *view, Value key, bool stores, int64_t *at) {
  const Tuple *keys = py_is_tuple(key) ? py_as_tuple(key) : NULL;
  *at = 0;
  if (view->dimensions == 0) {
    if (keys && keys->count == 0) return true;
    py_raise(&py_TypeError, "invalid indexing of 0-dim memory");
    return false;
  }
  if (py_is(key, &py_slice_type)) {
    py_raise(&py_NotImplementedError, stores ? "memoryview slice assignments are currently restricted to ndim = 1"
                                             : "slices of a memoryview with dimensions are not there: use tolist()");
    return false;
  }
  int64_t slices = 0;
  for (int64_t i = 0; keys && i < keys->count; i++) {
    if (!py_is_integer(keys->items[i]) && !py_is(keys->items[i], &py_slice_type)) keys = NULL;
    else slices += !py_is_integer(keys->items[i]);
  }
  if (slices && keys && slices == keys->count) {
    py_raise(&py_NotImplementedError, "multi-dimensional slicing is not implemented");
    return false;
  }
  if (slices || (!keys && !py_is_integer(key))) {
    py_raise(&py_TypeError, "memoryview: invalid slice key");
    return false;
  }
  if (keys && keys->count > view->dimensions) {
    py_raise(&py_TypeError, "cannot index %d-dimension view with %lld-element tuple", view->dimensions,
             (long long)keys->count);
    return false;
  }
  if (!keys || keys->count < view->dimensions) {
    py_raise(&py_NotImplementedError, keys || stores ? "sub-views are not implemented"
                                                     : "multi-dimensional sub-views are not implemented");
    return false;
  }
  for (int i = 0; i < view->dimensions; i++) {
    char text[64];
    int64_t index;
    snprintf(text, sizeof text, "index out of bounds on dimension %d", i + 1);
    if (!sequence_index(keys->items[i], view->shape[i], "memoryview", text, &index)) return false;
    *at = *at * view->shape[i] + index;
  }
  return true;
}

static Value view_getitem(Value self, Value key) {
  const View *view = view_of(self);
  const char *data = view_data(view);
  if (!data) return PY_ERROR;
  if (view->dimensions != 1) {
    int64_t at;
    return place_in_shape(view, key, false, &at) ? item_value(view, data + at * view->itemsize) : PY_ERROR;
  }
  if (py_is_tuple(key)) {
    int64_t given = py_as_tuple(key)->count;
    if (given == 1) return view_getitem(self, py_as_tuple(key)->items[0]);
    if (given == 0) return py_raise(&py_NotImplementedError, "sub-views are not implemented");
    return py_raise(&py_TypeError, "cannot index 1-dimension view with %lld-element tuple", (long long)given);
  }
  int64_t start, stop, step, count;
  if (py_is(key, &py_slice_type)) {
    if (!py_slice_indices((Slice *)key.as.object, view->count, &start, &stop, &step, &count)) return PY_ERROR;
    View *part = view_like(view);
    if (!part) return PY_ERROR;
    part->start = view->start + start * view->step * view->itemsize;
    part->step = view->step * step;
    part->count = count;
    return py_object(part);
  }
  if (!place_of(view, key, &start)) return PY_ERROR;
  return item_value(view, data + start * view->step * view->itemsize);
}

/* The items as bytes side by side. */
static Value view_bytes(Value self) {
  const View *view = view_of(self);
  const char *data = view_data(view);
  if (!data) return PY_ERROR;
  if (view->count == 0) return py_bytes(NULL, 0);
  Bytes *bytes = bytes_new(view->count * view->itemsize);
  for (int64_t i = 0; bytes && i < view->count; i++)
    memcpy(bytes->data + i * view->itemsize, data + i * view->step * view->itemsize, (size_t)view->itemsize);
  return py_object(bytes);
}

static bool store_slice(const View *view, char *data, Value key, Value value) {
  int64_t start, stop, step, count, given;
  if (!py_slice_indices((Slice *)key.as.object, view->count, &start, &stop, &step, &count)) return false;
  const char *from;
  /* A copy, since what is stored may lie in the same bytes. */
  Value bytes = is_view(value) ? view_bytes(value) : bytes_wanted(value, &from, &given) ? py_bytes(from, (size_t)given)
                                                                                        : PY_ERROR;
  if (py_is_error(bytes)) return false;
  char format = is_view(value) ? view_of(value)->format : 'B';
  bool same = format == view->format && py_as_bytes(bytes)->count == count * view->itemsize;
  if (!same) py_raise(&py_ValueError, "memoryview assignment: lvalue and rvalue have different structures");
  for (int64_t i = 0; same && i < count; i++)
    memcpy(data + (start + i * step) * view->step * view->itemsize, py_as_bytes(bytes)->data + i * view->itemsize,
           (size_t)view->itemsize);
  py_drop(bytes);
  return same;
}

static bool view_setitem(Value self, Value key, Value value) {
  const View *view = view_of(self);
  char *data = view_data(view);
  if (!data) return false;
  if (!can_change(view->object) || view->fixed) {
    py_raise(&py_TypeError, "cannot modify read-only memory");
    return false;
  }
  if (value.tag == TAG_UNDEFINED) {
    py_raise(&py_TypeError, "cannot delete memory");
    return false;
  }
  if (view->dimensions != 1) {
    int64_t at;
    return place_in_shape(view, key, true, &at) && item_store(view, value, data + at * view->itemsize);
  }
  if (py_is(key, &py_slice_type)) return store_slice(view, data, key, value);
  int64_t index;
  return place_of(view, key, &index) && item_store(view, value, data + index * view->step * view->itemsize);
}

static Value items_list(const View *view, const char *data, int dimension, int64_t *at) {
  int64_t count = view->dimensions > 1 ? view->shape[dimension] : view->count;
  Value list = py_list(count);
  for (int64_t i = 0; !py_is_error(list) && i < count; i++) {
    bool inner = dimension + 1 < view->dimensions;
    Value item = inner ? items_list(view, data, dimension + 1, at)
                       : item_value(view, data + (*at)++ * view->step * view->itemsize);
    if (py_list_append_steal(py_as_list(list), item)) continue;
    py_drop(list);
    return PY_ERROR;
  }
  return list;
}
static Value view_list(Value self) {
  const char *data = view_data(view_of(self));
  int64_t at = 0;
  if (data && view_of(self)->dimensions == 0) return item_value(view_of(self), data);
  return data ? items_list(view_of(self), data, 0, &at) : PY_ERROR;
}

/* Views of other formats than bytes are equal where their items are. */
static Value view_compare(CompareOp op, Value a, Value b) {
  if (op != OP_EQ && op != OP_NE) return PY_NOT_IMPLEMENTED;
  if ((is_view(a) && py_is_none(view_of(a)->object)) || (is_view(b) && py_is_none(view_of(b)->object)))
    return py_bool((a.as.object == b.as.object) == (op == OP_EQ));
  bool items = (is_view(a) && view_of(a)->format != 'B') || (is_view(b) && view_of(b)->format != 'B');
  Value x = is_view(a) ? items ? view_list(a) : view_bytes(a) : py_keep(a);
  Value y = is_view(b) ? items ? view_list(b) : view_bytes(b) : py_keep(b);
  if (items && !is_view(a)) x = py_to_list(x);
  if (items && !is_view(b)) y = py_to_list(y);
  bool bad = py_is_error(x) || py_is_error(y);
  Value result = bad ? PY_ERROR : items ? py_compare(op, x, y) : bytes_compare(op, x, y);
  py_drop(x);
  py_drop(y);
  return result;
}
static bool view_hash(Value self, uint64_t *hash) {
  if (!view_data(view_of(self))) return false;
  if (can_change(view_of(self)->object) && !view_of(self)->fixed) {
    py_raise(&py_ValueError, "cannot hash writable memoryview object");
    return false;
  }
  if (!strchr("bBc", view_of(self)->format)) {
    py_raise(&py_ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    return false;
  }
  Value bytes = view_bytes(self);
  bool ok = !py_is_error(bytes) && py_hash(bytes, hash);
  py_drop(bytes);
  return ok;
}
static Value view_iter(Value self) { return iterator_over_sequence(self); }

/* ---- Methods ---- */

#define METHOD(noun) static Value call_##noun(const NativeRow *row, Value *arguments)

METHOD(tobytes) { return view_bytes(arguments[0]); }
METHOD(tolist) { return view_list(arguments[0]); }
METHOD(hex) {
  Value bytes = view_bytes(arguments[0]);
  if (py_is_error(bytes)) return bytes;
  Value text = py_call_method(bytes, "hex", arguments + 1, py_is_undefined(arguments[1]) ? 0 : 2);
  py_drop(bytes);
  return text;
}
METHOD(release) {
  let_go(view_of(arguments[0]));
  return PY_NONE;
}
METHOD(enter) { return view_data(view_of(arguments[0])) ? py_keep(arguments[0]) : PY_ERROR; }
METHOD(toreadonly) {
  if (!view_data(view_of(arguments[0]))) return PY_ERROR;
  View *view = view_like(view_of(arguments[0]));
  if (view) view->fixed = true;
  return py_object(view);
}
METHOD(cast) {
  const View *view = view_of(arguments[0]);
  const char *format;
  if (!view_data(view)) return PY_ERROR;
  if (!py_is_str(arguments[1]))
    return py_raise(&py_TypeError, "cast() argument 'format' must be str, not %s",
                    py_type_label(py_type_of(arguments[1])));
  if (!py_as_text(arguments[1], &format)) return PY_ERROR;
  if (*format == '@') format++;
  int size = *format && !format[1] ? size_of_format(*format) : 0;
  if (!size)
    return py_raise(&py_ValueError, "memoryview: destination format must be a native single character format prefixed "
                                    "with an optional '@'");
  if (view->step != 1 && view->count > 1)
    return py_raise(&py_TypeError, "memoryview: casts are restricted to C-contiguous views");
  if (!strchr("bBc", view->format) && !strchr("bBc", *format))
    return py_raise(&py_TypeError, "memoryview: cannot cast between two non-byte formats");
  int64_t bytes = view->count * view->itemsize;
  if (bytes % size) return py_raise(&py_TypeError, "memoryview: length is not a multiple of itemsize");
  View *made = view_like(view);
  if (!made) return PY_ERROR;
  made->format = *format;
  made->itemsize = size;
  made->count = bytes / size;
  made->step = 1;
  made->dimensions = 1;
  if (py_is_undefined(arguments[2])) return py_object(made);
  const Value *items;
  int64_t count, total = 1;
  bool good = py_sequence(arguments[2], &items, &count);
  if (!good) py_raise(&py_TypeError, "shape must be a list or a tuple");
  if (good && count > MOST_DIMENSIONS) {
    good = false;
    py_raise(&py_ValueError, "memoryview: number of dimensions must not exceed %d", MOST_DIMENSIONS);
  } else if (good && view->dimensions != 1 && count != 1) {
    good = false;
    py_raise(&py_TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D");
  }
  for (int64_t i = 0; good && i < count; i++) {
    good = py_is_integer(items[i]);
    if (!good) py_raise(&py_TypeError, "memoryview.cast(): elements of shape must be integers");
    good = good && py_as_int(items[i], &made->shape[i]);
    if (good && made->shape[i] <= 0) {
      good = false;
      py_raise(&py_ValueError, "memoryview.cast(): elements of shape must be integers > 0");
    }
    if (good) total *= made->shape[i];
  }
  if (good && total * size != bytes) {
    good = false;
    py_raise(&py_TypeError, "memoryview: product(shape) * itemsize != buffer size");
  }
  made->dimensions = good ? (int)count : 1;
  if (good) return py_object(made);
  py_drop(py_object(made));
  return PY_ERROR;
}

static const NativeRow view_methods[] = {
    {"tobytes", "self, order='C'", "the bytes", call_tobytes, NULL},
    {"tolist", "self, /", "the items as a list", call_tolist, NULL},
    {"hex", "self, sep=..., bytes_per_sep=1", "in hexadecimal", call_hex, NULL},
    {"cast", "self, format, shape=...", "the same bytes as items of another format", call_cast, NULL},
    {"release", "self, /", "lets the object go", call_release, NULL},
    {"toreadonly", "self, /", "a view that cannot be written through", call_toreadonly, NULL},
    {"__enter__", "self, /", "the view", call_enter, NULL},
    {"__exit__", "self, /, *args", "lets the object go", call_release, NULL},
    {0},
};

/* Properties of a released view cannot be read. */
#define PROPERTY(noun, value)                                   \
  static Value get_##noun(Value self) {                         \
    const View *view = view_of(self);                           \
    return view_data(view) ? (value) : PY_ERROR;                \
  }
static Value sizes(const View *view, bool strides) {
  int64_t out[MOST_DIMENSIONS] = {strides ? view->step * view->itemsize : view->count}, stride = view->itemsize;
  for (int i = view->dimensions - 1; view->dimensions > 1 && i >= 0; i--) {
    out[i] = strides ? stride : view->shape[i];
    stride *= view->shape[i];
  }
  return py_shape(view->dimensions, out);
}
PROPERTY(object, py_keep(view->object))
PROPERTY(bytes_count, py_int(view->count * view->itemsize))
PROPERTY(itemsize, py_int(view->itemsize))
PROPERTY(dimensions, py_int(view->dimensions))
PROPERTY(format, py_text_bytes(&view->format, 1))
PROPERTY(shape, sizes(view, false))
PROPERTY(strides, sizes(view, true))
PROPERTY(suboffsets, py_tuple(0))
PROPERTY(readonly, py_bool(!can_change(view->object) || view->fixed))
PROPERTY(contiguous, py_bool(view->step == 1 || view->count <= 1))
PROPERTY(f_contiguous, py_bool((view->step == 1 || view->count <= 1) && view->dimensions == 1))
static const PropertyRow view_properties[] = {
    {"obj", "the object that is looked at", get_object, NULL},
    {"nbytes", "how many bytes", get_bytes_count, NULL},
    {"itemsize", "bytes of an item", get_itemsize, NULL},
    {"ndim", "how many dimensions", get_dimensions, NULL},
    {"format", "the kind of items, 'B': bytes", get_format, NULL},
    {"shape", "how many items, as a tuple", get_shape, NULL},
    {"strides", "the distance of two items in bytes, as a tuple", get_strides, NULL},
    {"suboffsets", "()", get_suboffsets, NULL},
    {"readonly", "whether it cannot be changed", get_readonly, NULL},
    {"c_contiguous|contiguous", "whether the items lie side by side", get_contiguous, NULL},
    {"f_contiguous", "whether they do in Fortran's order", get_f_contiguous, NULL},
    {0},
};

Type py_memoryview_type = {.name = "memoryview", .size = sizeof(View), .repr = view_repr, .compare = view_compare,
                           .hash = view_hash, .length = view_length, .getitem = view_getitem,
                           .setitem = view_setitem, .iter = view_iter, .dealloc = view_dealloc,
                           .signature = "object", .construct = view_construct, .methods = view_methods,
                           .properties = view_properties, .help = "A view of the bytes of another object."};
