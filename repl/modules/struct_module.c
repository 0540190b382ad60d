/* Python's struct: numbers as bytes, by a format such as "<ih4s". */
#include <math.h>
#include <string.h>

#include "repl/modules/modules.h"
#include "repl/types/bytes.h"
#include "repl/types/object.h"

static Type error_type = {.name = "error", .module = "struct", .base = &py_Exception};

/* One item of a format: `count` times a letter, or one text of `count` bytes ('s', 'p'), or padding ('x'). */
typedef struct Item {
  char letter;
  int64_t count;
  int size;
  int64_t before; /* bytes of alignment in front */
} Item;

/* A format being read: its letter of byte order decides sizes and alignment. */
typedef struct Format {
  const char *text;
  size_t length, at;
  bool native, big;
  int64_t offset; /* of the next item */
} Format;

static int size_of(char letter, bool native) {
  switch (letter) {
  case 'x': case 'c': case 'b': case 'B': case '?': case 's': case 'p': return 1;
  case 'h': case 'H': case 'e': return 2;
  case 'i': case 'I': case 'f': return 4;
  case 'l': case 'L': return native ? 8 : 4;
  case 'q': case 'Q': case 'd': return 8;
  case 'n': case 'N': case 'P': return native ? 8 : 0;
  default: return 0;
  }
}

static bool format_begin(Format *format, Value value) {
  *format = (Format){.native = true};
  if (py_is_str(value)) {
    format->text = py_as_string(value)->data;
    format->length = (size_t)py_as_string(value)->length;
  } else if (py_is_bytes(value)) {
    format->text = py_as_bytes(value)->data;
    format->length = (size_t)py_as_bytes(value)->count;
  } else {
    py_raise(&py_TypeError, "Struct() argument 1 must be a str or bytes object, not %s",
             py_type_label(py_type_of(value)));
    return false;
  }
  if (memchr(format->text, '\0', format->length)) {
    py_raise(&error_type, "embedded null character");
    return false;
  }
  if (format->length && strchr("@=<>!", format->text[0])) {
    char order = format->text[format->at++];
    format->native = order == '@';
    format->big = order == '>' || order == '!';
  }
  return true;
}
/* 1: an item; 0: the end; -1: an exception is pending. */
static int format_next(Format *format, Item *item) {
  while (format->at < format->length && strchr(" \t\n\r\v\f", format->text[format->at])) format->at++;
  if (format->at == format->length) return 0;
  item->count = 1;
  char c = format->text[format->at++];
  if (c >= '0' && c <= '9') {
    item->count = 0;
    for (; c >= '0' && c <= '9'; c = format->at < format->length ? format->text[format->at++] : '\0') {
      item->count = item->count * 10 + (c - '0');
      if (item->count > (int64_t)1 << 40) {
        py_raise(&error_type, "total struct size too long");
        return -1;
      }
    }
    if (c == '\0') {
      py_raise(&error_type, "repeat count given without format specifier");
      return -1;
    }
  }
  item->letter = c;
  item->size = size_of(c, format->native);
  if (item->size == 0) {
    py_raise(&error_type, "bad char in struct format");
    return -1;
  }
  item->before = format->native ? (item->size - format->offset % item->size) % item->size : 0;
  format->offset += item->before + item->count * item->size;
  return 1;
}
static int64_t values_of(const Item *item) {
  return item->letter == 'x' ? 0 : item->letter == 's' || item->letter == 'p' ? 1 : item->count;
}
/* The bytes of a format, and how many values it takes; -1 with an exception pending. */
static int64_t measure(Value value, int64_t *values) {
  Format format;
  Item item;
  int status;
  if (!format_begin(&format, value)) return -1;
  *values = 0;
  while ((status = format_next(&format, &item)) > 0) *values += values_of(&item);
  return status < 0 ? -1 : format.offset;
}

static void put(char *to, uint64_t bits, int size, bool big) {
  for (int i = 0; i < size; i++) to[big ? size - 1 - i : i] = (char)(bits >> (8 * i));
}
static uint64_t get(const char *from, int size, bool big) {
  uint64_t bits = 0;
  for (int i = 0; i < size; i++) bits |= (uint64_t)(unsigned char)from[big ? size - 1 - i : i] << (8 * i);
  return bits;
}

/* An integer of up to 64 bits, signed or not: by halves, since it may be one that only the language's own arithmetic
 * can take apart. False: an exception is pending. */
static bool take_natural(Value value, uint64_t *bits) {
  Value high = py_binary(OP_RSHIFT, value, py_int(32)), low = py_binary(OP_AND, value, py_int(0xFFFFFFFF));
  int64_t upper = 0, lower = 0;
  bool good = !py_is_error(high) && !py_is_error(low) && py_as_int(high, &upper) && py_as_int(low, &lower) &&
              upper >= 0 && upper <= 0xFFFFFFFF;
  py_drop(high);
  py_drop(low);
  *bits = (uint64_t)upper << 32 | (uint64_t)lower;
  return good;
}
static bool pack_integer(char *to, const Item *item, Value value, bool big) {
  static const char *const names[] = {"b\1byte", "B\1ubyte", "h\2short", "H\2ushort"};
  bool is_signed = strchr("bhilqn", item->letter) != NULL;
  Value index = PY_UNDEFINED;
  if (!py_is_integer(value)) {
    index = value.tag == TAG_OBJECT ? py_call_method(value, "__index__", NULL, 0) : PY_ERROR;
    if (py_is_error(index)) {
      py_clear_pending();
      py_raise(&error_type, "required argument is not an integer");
      return false;
    }
    value = index;
  }
  int64_t number = 0;
  uint64_t bits;
  bool good = true;
  if (is_signed || item->size < 8) {
    good = py_as_int(value, &number);
    bits = (uint64_t)number;
  } else {
    good = take_natural(value, &bits);
  }
  py_drop(index);
  int64_t low = is_signed ? INT64_MIN >> (64 - 8 * item->size) : 0;
  int64_t high = is_signed ? -(low + 1) : item->size < 8 ? ((int64_t)1 << (8 * item->size)) - 1 : INT64_MAX;
  if (good && (item->size == 8 || (number >= low && number <= high))) {
    put(to, bits, item->size, big);
    return true;
  }
  if (!good && py_pending()) py_clear_pending();
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (names[i][0] != item->letter) continue;
    py_raise(&error_type, "%s format requires %lld <= number <= %lld", names[i] + 2, (long long)low, (long long)high);
    return false;
  }
  if (!good || item->size == 8 || (!is_signed && number < 0))
    py_raise(&error_type, "argument out of range");
  else
    py_raise(&error_type, "'%c' format requires %lld <= number <= %lld", item->letter, (long long)low, (long long)high);
  return false;
}

/* Half precision, rounded to even; false where the number is too large. */
static bool half_bits(double real, uint64_t *bits) {
  uint64_t sign = signbit(real) ? 0x8000 : 0;
  double size = fabs(real);
  if (isnan(real)) *bits = sign | 0x7E00;
  else if (isinf(real)) *bits = sign | 0x7C00;
  else if (size < 0x1p-14) *bits = sign | (uint64_t)nearbyint(size * 0x1p24);
  else {
    int exponent;
    double fraction = nearbyint(frexp(size, &exponent) * 2048); /* 1024 to 2048 */
    uint64_t made = ((uint64_t)(exponent + 14) << 10) + (uint64_t)fraction - 1024;
    if (made >= 0x7C00) return false;
    *bits = sign | made;
  }
  return true;
}
static double half_value(uint64_t bits) {
  int exponent = (int)(bits >> 10 & 31);
  double fraction = (double)(bits & 1023);
  double size = exponent == 31  ? (fraction != 0 ? (double)NAN : (double)INFINITY)
                : exponent == 0 ? ldexp(fraction, -24)
                                : ldexp(1024 + fraction, exponent - 25);
  return bits & 0x8000 ? -size : size;
}
static bool pack_real(char *to, const Item *item, Value value, const Format *format) {
  double real;
  if (!py_as_double(value, &real)) {
    py_clear_pending();
    py_raise(&error_type, "required argument is not a float");
    return false;
  }
  uint64_t bits = 0;
  bool fits = true;
  if (item->size == 8) {
    memcpy(&bits, &real, 8);
  } else if (item->size == 4) {
    float single = (float)real;
    fits = !isinf(single) || isinf(real) || format->native;
    uint32_t narrow;
    memcpy(&narrow, &single, 4);
    bits = narrow;
  } else {
    fits = half_bits(real, &bits);
  }
  if (!fits && py_is_integer(value)) {
    py_raise(&error_type, "int too large to convert");
    return false;
  }
  if (!fits) {
    py_raise(&py_OverflowError, "float too large to pack with %c format", item->letter);
    return false;
  }
  put(to, bits, item->size, format->big);
  return true;
}
/* 's': cut or filled with zeros; 'p': its length in the first byte. */
static bool pack_text(char *to, const Item *item, Value value) {
  if (!py_is_bytes(value)) {
    py_raise(&error_type, "argument for '%c' must be a bytes object", item->letter);
    return false;
  }
  int64_t length = py_as_bytes(value)->count, room = item->count;
  if (item->letter == 'p') {
    if (room == 0) return true;
    room--;
    if (length > room) length = room;
    *to++ = (char)(length > 255 ? 255 : length);
  }
  memcpy(to, py_as_bytes(value)->data, (size_t)(length < room ? length : room));
  return true;
}
static bool pack_one(char *to, const Item *item, Value value, const Format *format) {
  switch (item->letter) {
  case 'c':
    if (!py_is_bytes(value) || py_as_bytes(value)->count != 1) {
      py_raise(&error_type, "char format requires a bytes object of length 1");
      return false;
    }
    *to = py_as_bytes(value)->data[0];
    return true;
  case '?': {
    int truth = py_truth(value);
    *to = (char)(truth > 0);
    return truth >= 0;
  }
  case 's':
  case 'p': return pack_text(to, item, value);
  case 'e':
  case 'f':
  case 'd': return pack_real(to, item, value, format);
  default: return pack_integer(to, item, value, format->big);
  }
}

static Value pack(Value text, const Value *values, int64_t given) {
  int64_t wanted, size = measure(text, &wanted);
  if (size < 0) return PY_ERROR;
  if (wanted != given)
    return py_raise(&error_type, "pack expected %lld items for packing (got %lld)", (long long)wanted,
                    (long long)given);
  Text made = {0};
  for (int64_t left = size; left > 0 && !made.failed; left -= 4096) {
    static const char zeros[4096];
    text_add_bytes(&made, zeros, (size_t)(left < 4096 ? left : 4096));
  }
  if (made.failed) {
    text_free(&made);
    return py_raise(&py_MemoryError, "out of memory");
  }
  Format format;
  Item item;
  bool good = format_begin(&format, text);
  char *to = made.data;
  while (good && format_next(&format, &item) > 0) {
    if (to) to += item.before;
    int64_t count = values_of(&item);
    bool single = item.letter == 's' || item.letter == 'p';
    for (int64_t i = 0; good && i < count; i++, values++)
      good = pack_one(to ? to + i * item.size : to, &item, *values, &format);
    if (to) to += single ? item.count : item.count * item.size;
  }
  Value result = good ? py_bytes(text_string(&made), made.length) : PY_ERROR;
  text_free(&made);
  return result;
}

static Value unpack_one(const char *from, const Item *item, bool big) {
  if (item->letter == 's') return py_bytes(from, (size_t)item->count);
  if (item->letter == 'p') {
    int64_t length = item->count ? (unsigned char)*from : 0;
    if (length > item->count - 1) length = item->count - 1;
    return py_bytes(from + 1, length > 0 ? (size_t)length : 0);
  }
  if (item->letter == 'c') return py_bytes(from, 1);
  uint64_t bits = get(from, item->size, big);
  switch (item->letter) {
  case '?': return py_bool(bits != 0);
  case 'e': return py_float(half_value(bits));
  case 'f': {
    uint32_t narrow = (uint32_t)bits;
    float single;
    memcpy(&single, &narrow, 4);
    return py_float(single);
  }
  case 'd': {
    double real;
    memcpy(&real, &bits, 8);
    return py_float(real);
  }
  case 'b': return py_int((int8_t)bits);
  case 'h': return py_int((int16_t)bits);
  case 'i': return py_int((int32_t)bits);
  case 'l':
  case 'q':
  case 'n': return py_int(item->size == 4 ? (int32_t)bits : (int64_t)bits);
  default: break;
  }
  if (bits <= INT64_MAX) return py_int((int64_t)bits);
  Value high = py_binary(OP_LSHIFT, py_int((int64_t)(bits >> 32)), py_int(32));
  Value all = py_is_error(high) ? high : py_binary(OP_OR, high, py_int((int64_t)(bits & 0xFFFFFFFF)));
  py_drop(high);
  return all;
}
static Value unpack_at(Value text, const char *from, int64_t values) {
  Format format;
  Item item;
  Value tuple = py_tuple(values);
  if (py_is_error(tuple) || !format_begin(&format, text)) return tuple;
  int64_t at = 0;
  while (format_next(&format, &item) > 0) {
    from += item.before;
    int64_t count = values_of(&item);
    bool single = item.letter == 's' || item.letter == 'p';
    for (int64_t i = 0; i < count; i++) {
      Value value = unpack_one(from + i * item.size, &item, format.big);
      if (py_is_error(value)) {
        py_drop(tuple);
        return value;
      }
      py_as_tuple(tuple)->items[at++] = value;
    }
    from += single ? item.count : item.count * item.size;
  }
  return tuple;
}
static Value unpack(Value text, Value buffer) {
  int64_t values, size = measure(text, &values);
  const char *data;
  int64_t length;
  if (size < 0 || !bytes_wanted(buffer, &data, &length)) return PY_ERROR;
  if (length != size) return py_raise(&error_type, "unpack requires a buffer of %lld bytes", (long long)size);
  return unpack_at(text, data, values);
}
/* Where a format begins in a buffer; -1 with an exception pending. `verb` is what is done. */
static int64_t place_in(int64_t offset, int64_t size, int64_t length, bool packs) {
  if (offset < 0) {
    if (offset + size > 0) {
      py_raise(&error_type, packs ? "no space to pack %lld bytes at offset %lld"
                                  : "not enough data to unpack %lld bytes at offset %lld",
               (long long)size, (long long)offset);
      return -1;
    }
    if (offset + length < 0) {
      py_raise(&error_type, "offset %lld out of range for %lld-byte buffer", (long long)offset, (long long)length);
      return -1;
    }
    offset += length;
  }
  if (length - offset >= size) return offset;
  py_raise(&error_type,
           "%s requires a buffer of at least %lld bytes for %s %lld bytes at offset %lld (actual buffer size is %lld)",
           packs ? "pack_into" : "unpack_from", (long long)(size + offset), packs ? "packing" : "unpacking",
           (long long)size, (long long)offset, (long long)length);
  return -1;
}
static Value unpack_from(Value text, Value buffer, Value place) {
  int64_t values, size = measure(text, &values), offset, length;
  const char *data;
  if (size < 0 || !bytes_wanted(buffer, &data, &length) || !py_as_int(place, &offset)) return PY_ERROR;
  offset = place_in(offset, size, length, false);
  return offset < 0 ? PY_ERROR : unpack_at(text, data + offset, values);
}
static Value pack_into(Value text, Value buffer, Value place, const Value *values, int64_t count) {
  int64_t offset, length, ignored, size = measure(text, &ignored);
  char *data;
  if (size < 0) return PY_ERROR;
  if (!bytes_writable(buffer, &data, &length))
    return py_raise(&py_TypeError, "argument must be read-write bytes-like object, not %s",
                    py_type_label(py_type_of(buffer)));
  if (!py_as_int(place, &offset)) return PY_ERROR;
  Value bytes = pack(text, values, count);
  if (py_is_error(bytes)) return bytes;
  offset = place_in(offset, size, length, true);
  if (offset >= 0) memcpy(data + offset, py_as_bytes(bytes)->data, (size_t)size);
  py_drop(bytes);
  return offset < 0 ? PY_ERROR : PY_NONE;
}
static Value iter_unpack(Value text, Value buffer) {
  int64_t values, size = measure(text, &values);
  const char *data;
  int64_t length;
  if (size < 0 || !bytes_wanted(buffer, &data, &length)) return PY_ERROR;
  if (size == 0) return py_raise(&error_type, "cannot iteratively unpack with a struct of length 0");
  if (length % size)
    return py_raise(&error_type, "iterative unpacking requires a buffer of a multiple of %lld bytes", (long long)size);
  Value list = py_list(length / size);
  for (int64_t at = 0; !py_is_error(list) && at < length; at += size) {
    if (py_list_append_steal(py_as_list(list), unpack_at(text, data + at, values))) continue;
    py_drop(list);
    list = PY_ERROR;
  }
  Value iterator = py_is_error(list) ? list : py_iter(list);
  py_drop(list);
  return iterator;
}

/* ---- Struct ---- */

typedef struct Struct {
  Object head;
  Value format;
} Struct;
static Value format_of(Value self) { return ((Struct *)self.as.object)->format; }
static void struct_dealloc(Object *self) { py_drop(((Struct *)self)->format); }
static Value struct_construct(Type *type, Value *arguments) {
  int64_t values;
  if (measure(arguments[0], &values) < 0) return PY_ERROR;
  Struct *made = py_new(type);
  if (made == NULL) return PY_ERROR;
  made->format = py_keep(arguments[0]);
  return py_object(made);
}
static Value struct_size(Value self) {
  int64_t values;
  return py_int(measure(format_of(self), &values));
}
static Value struct_format(Value self) {
  Value format = format_of(self);
  if (py_is_str(format)) return py_keep(format);
  return py_text_bytes(py_as_bytes(format)->data, (size_t)py_as_bytes(format)->count);
}
static Value struct_pack(const NativeRow *row, Value *arguments) {
  return pack(format_of(arguments[0]), py_as_tuple(arguments[1])->items, py_as_tuple(arguments[1])->count);
}
static Value struct_unpack(const NativeRow *row, Value *arguments) {
  return unpack(format_of(arguments[0]), arguments[1]);
}
static Value struct_unpack_from(const NativeRow *row, Value *arguments) {
  return unpack_from(format_of(arguments[0]), arguments[1], arguments[2]);
}
static Value struct_iter_unpack(const NativeRow *row, Value *arguments) {
  return iter_unpack(format_of(arguments[0]), arguments[1]);
}
static Value struct_pack_into(const NativeRow *row, Value *arguments) {
  const Tuple *values = py_as_tuple(arguments[3]);
  return pack_into(format_of(arguments[0]), arguments[1], arguments[2], values->items, values->count);
}
static const NativeRow struct_rows[] = {
    {"pack_into", "self, buffer, offset, /, *values", "Values as bytes in a buffer.", struct_pack_into, NULL},
    {"pack", "self, *values", "Values as bytes.", struct_pack, NULL},
    {"unpack", "self, buffer, /", "Bytes as a tuple of values.", struct_unpack, NULL},
    {"unpack_from", "self, buffer, offset=0", "The same from a place on.", struct_unpack_from, NULL},
    {"iter_unpack", "self, buffer, /", "One tuple after the other.", struct_iter_unpack, NULL},
    {0},
};
static const PropertyRow struct_properties[] = {{"size", "The bytes it takes.", struct_size, NULL},
                                                {"format", "The format.", struct_format, NULL},
                                                {0}};
static Type struct_type = {.head = {&py_type_type, 1}, .name = "Struct", .module = "_struct",
                           .help = "A format that is used many times.", .base = &py_object_type,
                           .size = sizeof(Struct), .dealloc = struct_dealloc, .methods = struct_rows,
                           .properties = struct_properties, .signature = "format", .construct = struct_construct};

/* ---- Functions ---- */

static Value native_pack(const NativeRow *row, Value *arguments) {
  Tuple *given = py_as_tuple(arguments[0]);
  if (given->count == 0) return py_raise(&py_TypeError, "missing format argument");
  return pack(given->items[0], given->items + 1, given->count - 1);
}
static Value native_unpack(const NativeRow *row, Value *arguments) { return unpack(arguments[0], arguments[1]); }
static Value native_unpack_from(const NativeRow *row, Value *arguments) {
  return unpack_from(arguments[0], arguments[1], arguments[2]);
}
static Value native_iter_unpack(const NativeRow *row, Value *arguments) {
  return iter_unpack(arguments[0], arguments[1]);
}
static Value native_calcsize(const NativeRow *row, Value *arguments) {
  int64_t values, size = measure(arguments[0], &values);
  return size < 0 ? PY_ERROR : py_int(size);
}
static Value native_pack_into(const NativeRow *row, Value *arguments) {
  const Tuple *values = py_as_tuple(arguments[3]);
  return pack_into(arguments[0], arguments[1], arguments[2], values->items, values->count);
}
static const NativeRow module_rows[] = {
    {"pack_into", "format, buffer, offset, /, *values", "Values as bytes in a buffer.", native_pack_into, NULL},
    {"pack", "*values", "Values as bytes: pack(format, value, ...).", native_pack, NULL},
    {"unpack", "format, buffer, /", "Bytes as a tuple of values.", native_unpack, NULL},
    {"unpack_from", "format, /, buffer, offset=0", "The same from a place on.", native_unpack_from, NULL},
    {"iter_unpack", "format, buffer, /", "One tuple after the other.", native_iter_unpack, NULL},
    {"calcsize", "format, /", "The bytes that a format takes.", native_calcsize, NULL},
    {0},
};
static Type *const types[] = {&struct_type, &error_type, NULL};

const ModuleRow struct_module_rows[] = {
    {.name = "struct", .help = "Numbers as bytes.", .functions = module_rows, .types = types}, {0}};
