/* The store of array.array: numbers of one C type side by side, which memoryviews may look at. What is seldom called
 * is written in the language (python/array.py). */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/utf8.h"
#include "repl/modules/modules.h"
#include "repl/types/bytes.h"
#include "repl/types/integer.h"
#include "repl/types/iterator.h"
#include "repl/types/sequence.h"

/* Begins as a bytearray does, so that whatever takes bytes takes it. */
typedef struct Numbers {
  ByteArray bytes;
  char code;
  int size; /* bytes of an item */
} Numbers;

typedef struct Kind {
  char code;
  int size;
  bool has_sign;
  const char *below, *above; /* errors of integers that do not fit */
} Kind;
#define BOUNDS(noun) noun " is less than minimum", noun " is greater than maximum"
static const Kind kinds[] = {
    {'b', 1, true, BOUNDS("signed char")},
    {'B', 1, false, BOUNDS("unsigned byte integer")},
    {'h', 2, true, BOUNDS("signed short integer")},
    {'H', 2, false, BOUNDS("unsigned short")},
    {'i', 4, true, BOUNDS("signed integer")},
    {'I', 4, false, "can't convert negative value to unsigned int", "unsigned int is greater than maximum"},
    {'l', 8, true, "Python int too large to convert to C long", "Python int too large to convert to C long"},
    {'L', 8, false, "can't convert negative value to unsigned int",
     "Python int too large to convert to C unsigned long"},
    {'q', 8, true, "int too big to convert", "int too big to convert"},
    {'Q', 8, false, "can't convert negative int to unsigned", "int too big to convert"},
    {'f', 4, true, NULL, NULL},
    {'d', 8, true, NULL, NULL},
    {'u', 4, false, NULL, NULL},
};

static Numbers *numbers_of(Value v) { return (Numbers *)v.as.object; }
static int64_t count_of(const Numbers *numbers) { return numbers->bytes.count / numbers->size; }
static const Kind *kind_of(char code) {
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (kinds[i].code == code) return &kinds[i];
  return NULL;
}

/* Puts bytes in the place of those from start to stop. */
static bool splice(Numbers *numbers, int64_t start, int64_t stop, const char *data, int64_t count) {
  ByteArray *bytes = &numbers->bytes;
  int64_t total = bytes->count - (stop - start) + count;
  if (bytes->exports && total != bytes->count) {
    py_raise(&py_BufferError, "cannot resize an array that is exporting buffers");
    return false;
  }
  if (total > bytes->capacity || !bytes->data) {
    int64_t capacity = total + total / 8 + 16;
    char *grown = core_realloc(bytes->data, (size_t)capacity + 1);
    if (!grown) {
      py_raise(&py_MemoryError, "Unable to allocate %lld bytes", (long long)total);
      return false;
    }
    bytes->data = grown;
    bytes->capacity = capacity;
  }
  memmove(bytes->data + start + count, bytes->data + stop, (size_t)(bytes->count - stop));
  if (count) memcpy(bytes->data + start, data, (size_t)count);
  bytes->count = total;
  return true;
}

static Value item_at(const Numbers *numbers, const char *at) {
  if (numbers->code == 'f') {
    float real;
    memcpy(&real, at, sizeof real);
    return py_float(real);
  }
  if (numbers->code == 'd') {
    double real;
    memcpy(&real, at, sizeof real);
    return py_float(real);
  }
  uint64_t bits = 0;
  memcpy(&bits, at, (size_t)numbers->size); /* this machine's order: little endian */
  if (numbers->code == 'u') {
    char text[4];
    return py_text_bytes(text, utf8_encode((uint32_t)bits, text));
  }
  int unused = 64 - 8 * numbers->size;
  if (kind_of(numbers->code)->has_sign) return py_int((int64_t)(bits << unused) >> unused);
  return bits <= INT64_MAX ? py_int((int64_t)bits) : integer_from_natural(bits);
}

static bool pack_integer(const Kind *kind, Value value, char *out) {
  int64_t number = 0;
  uint64_t bits = 0;
  int width = 8 * kind->size;
  bool below = false, above = false;
  if (py_type_of(value) == &py_float_type || py_is_str(value)) {
    py_raise(&py_TypeError, "'%s' object cannot be interpreted as an integer", py_type_label(py_type_of(value)));
    return false;
  }
  if (py_as_int(value, &number)) {
    bits = (uint64_t)number;
    if (kind->has_sign && width < 64) {
      below = number < -((int64_t)1 << (width - 1));
      above = number >= (int64_t)1 << (width - 1);
    } else if (!kind->has_sign) {
      below = number < 0;
      above = width < 64 && number >= (int64_t)1 << width;
    }
  } else if (py_pending_is(&py_OverflowError)) { /* an integer beyond 64 bits with a sign */
    py_clear_pending();
    Value less = py_compare(OP_LT, value, py_int(0));
    if (py_is_error(less)) return false;
    bool negative = less.as.integer;
    below = negative;
    above = !negative;
    if (above && !kind->has_sign && width == 64) {
      Value high = py_binary(OP_RSHIFT, value, py_int(1)), low = py_binary(OP_AND, value, py_int(1));
      bool fits = !py_is_error(high) && !py_is_error(low) && py_as_int(high, &number);
      if (fits) {
        bits = (uint64_t)number << 1 | (uint64_t)low.as.integer;
        above = false;
      }
      py_drop(high);
      py_drop(low);
      py_clear_pending();
    }
  } else {
    return false;
  }
  if (below || above) {
    py_raise(&py_OverflowError, "%s", below ? kind->below : kind->above);
    return false;
  }
  memcpy(out, &bits, (size_t)kind->size);
  return true;
}

static bool pack(const Numbers *numbers, Value value, char *out) {
  if (numbers->code == 'u') {
    uint32_t code = 0;
    if (!py_is_str(value) || py_as_string(value)->count != 1) {
      py_raise(&py_TypeError, "array item must be unicode character");
      return false;
    }
    utf8_decode(py_as_string(value)->data, (size_t)py_as_string(value)->length, &code);
    memcpy(out, &code, sizeof code);
    return true;
  }
  if (numbers->code != 'f' && numbers->code != 'd') return pack_integer(kind_of(numbers->code), value, out);
  double real;
  if (!py_as_double(value, &real)) return false;
  float single = (float)real;
  if (numbers->code == 'f') memcpy(out, &single, sizeof single);
  else memcpy(out, &real, sizeof real);
  return true;
}

static Value construct(Type *type, Value *arguments) {
  const Value letter = arguments[0];
  if (!py_is_str(letter) || py_as_string(letter)->count != 1)
    return py_raise(&py_TypeError, "array() argument 1 must be a unicode character, not %s",
                    py_type_label(py_type_of(letter)));
  const Kind *kind = kind_of(py_as_string(letter)->data[0]);
  if (!kind) return py_raise(&py_ValueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
  Numbers *numbers = py_new(type);
  if (!numbers) return PY_ERROR;
  numbers->code = kind->code;
  numbers->size = kind->size;
  if (splice(numbers, 0, 0, "", 0)) return py_object(numbers);
  py_drop(py_object(numbers));
  return PY_ERROR;
}
static void dealloc(Object *self) { core_free(((Numbers *)self)->bytes.data); }

static int64_t length(Value self) { return count_of(numbers_of(self)); }
static int truth(Value self) { return numbers_of(self)->bytes.count > 0; }
static Value iter(Value self) { return iterator_over_sequence(self); }

static bool can_index(Value key) {
  if (py_is_integer(key) || py_type_lookup(py_type_of(key), py_intern("__index__")).tag != TAG_UNDEFINED) return true;
  py_raise(&py_TypeError, "array indices must be integers");
  return false;
}

static Value getitem(Value self, Value key) {
  const Numbers *numbers = numbers_of(self);
  int64_t index;
  if (py_is(key, &py_slice_type)) return py_call_method(self, "_part", &key, 1);
  if (!can_index(key)) return PY_ERROR;
  if (!sequence_index(key, count_of(numbers), "array", "array index out of range", &index)) return PY_ERROR;
  return item_at(numbers, numbers->bytes.data + index * numbers->size);
}
static bool setitem(Value self, Value key, Value value) {
  Numbers *numbers = numbers_of(self);
  int64_t index;
  if (py_is(key, &py_slice_type)) {
    Value pair[2] = {key, value};
    Value done = py_is_undefined(value) ? py_call_method(self, "_cut", pair, 1) : py_call_method(self, "_put", pair, 2);
    py_drop(done);
    return !py_is_error(done);
  }
  if (!can_index(key)) return false;
  if (!sequence_index(key, count_of(numbers), "array", "array assignment index out of range", &index)) return false;
  int64_t at = index * numbers->size;
  if (py_is_undefined(value)) return splice(numbers, at, at + numbers->size, "", 0);
  char item[8];
  if (!pack(numbers, value, item)) return false;
  if (at >= numbers->bytes.count) return true; /* the value's own code took the place away */
  memcpy(numbers->bytes.data + at, item, (size_t)numbers->size);
  return true;
}

static Value append(const NativeRow *row, Value *arguments) {
  Numbers *numbers = numbers_of(arguments[0]);
  char item[8];
  if (!pack(numbers, arguments[1], item)) return PY_ERROR;
  return splice(numbers, numbers->bytes.count, numbers->bytes.count, item, numbers->size) ? PY_NONE : PY_ERROR;
}
static Value insert(const NativeRow *row, Value *arguments) {
  Numbers *numbers = numbers_of(arguments[0]);
  int64_t at;
  char item[8];
  if (!py_as_int(arguments[1], &at) || !pack(numbers, arguments[2], item)) return PY_ERROR;
  int64_t count = count_of(numbers);
  if (at < 0) at = at + count < 0 ? 0 : at + count;
  at = (at > count ? count : at) * numbers->size;
  return splice(numbers, at, at, item, numbers->size) ? PY_NONE : PY_ERROR;
}
static Value add_all(const NativeRow *row, Value *arguments) {
  Numbers *numbers = numbers_of(arguments[0]);
  Value iterator = py_iter(arguments[1]);
  while (!py_is_error(iterator)) {
    Value value = py_next(iterator);
    if (value.tag <= TAG_UNDEFINED) {
      py_drop(iterator);
      return py_is_error(value) ? PY_ERROR : PY_NONE;
    }
    char item[8];
    bool good = pack(numbers, value, item) &&
                splice(numbers, numbers->bytes.count, numbers->bytes.count, item, numbers->size);
    py_drop(value);
    if (good) continue;
    py_drop(iterator);
    return PY_ERROR;
  }
  return PY_ERROR;
}
static Value replace(const NativeRow *row, Value *arguments) {
  Numbers *numbers = numbers_of(arguments[0]);
  int64_t start, stop, given, count = count_of(numbers);
  const char *data;
  if (!py_as_int(arguments[1], &start) || !py_as_int(arguments[2], &stop) || !bytes_wanted(arguments[3], &data, &given))
    return PY_ERROR;
  if (stop > count) stop = count;
  if (start > stop || start < 0) start = stop;
  Value copy = py_bytes(data, (size_t)given); /* they may be the array's own */
  bool good = !py_is_error(copy) &&
              splice(numbers, start * numbers->size, stop * numbers->size, py_as_bytes(copy)->data, given);
  py_drop(copy);
  return good ? PY_NONE : PY_ERROR;
}
static Value to_list(const NativeRow *row, Value *arguments) {
  const Numbers *numbers = numbers_of(arguments[0]);
  Value list = py_list(count_of(numbers));
  for (int64_t i = 0; !py_is_error(list) && i < count_of(numbers); i++)
    if (!py_list_append_steal(py_as_list(list), item_at(numbers, numbers->bytes.data + i * numbers->size))) {
      py_drop(list);
      list = PY_ERROR;
    }
  return list;
}
static Value to_bytes(const NativeRow *row, Value *arguments) {
  const Numbers *numbers = numbers_of(arguments[0]);
  return py_bytes(numbers->bytes.data, (size_t)numbers->bytes.count);
}

static Value get_typecode(Value self) { return py_text_bytes(&numbers_of(self)->code, 1); }
static Value get_itemsize(Value self) { return py_int(numbers_of(self)->size); }
static Value get_exports(Value self) { return py_int(numbers_of(self)->bytes.exports); }

static const PropertyRow properties[] = {{"typecode", "the letter of the items' type", get_typecode, NULL},
                                         {"itemsize", "bytes of an item", get_itemsize, NULL},
                                         {"_exports", "how many views look at it", get_exports, NULL},
                                         {0}};
static const NativeRow methods[] = {
    {"append", "self, v, /", "Adds an item.", append, NULL},
    {"insert", "self, i, v, /", "Puts an item before a place.", insert, NULL},
    {"tolist", "self, /", "The items as a list.", to_list, NULL},
    {"tobytes", "self, /", "The items as bytes.", to_bytes, NULL},
    {"_add_all", "self, items, /", "Adds every item.", add_all, NULL},
    {"_replace", "self, start, stop, data, /", "Puts bytes in the place of items.", replace, NULL},
    {0},
};
static Type numbers_type = {.head = {&py_type_type, 1}, .name = "numbers", .module = "_array",
                            .help = "Numbers of one C type.", .base = &py_object_type, .size = sizeof(Numbers),
                            .dealloc = dealloc, .length = length, .truth = truth, .getitem = getitem,
                            .setitem = setitem, .iter = iter, .signature = "typecode, *rest", .construct = construct,
                            .methods = methods, .properties = properties};
static Type *const types[] = {&numbers_type, NULL};
static bool fill(Dict *dict) {
  bytes_numbers_type = &numbers_type;
  return true;
}
const ModuleRow array_module_rows[] = {
    {.name = "_array", .help = "The store of array.", .types = types, .fill = fill}, {0}};
