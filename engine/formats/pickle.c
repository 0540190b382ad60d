#include "engine/formats/pickle.h"

#include <stdlib.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/utf8.h"
#include "engine/formats/formats.h"

typedef struct Items {
  PickleItem **items;
  int count, capacity;
} Items;

struct Pickle {
  char *file; /* owned, or NULL */
  const char *bytes;
  size_t length, at;
  const char *name;
  Items all, stack, memo; /* all owns the items */
  char **texts;           /* what protocol 0 escapes are turned into; owned */
  int text_count;
  PickleItem *root;
  PickleItem **small; /* of SMALL whole numbers, one each: lists of words' numbers are made of few */
  Error *error;
};

/* A pickle of a few bytes can ask for any amount; data sets stay far below. */
enum { MOST_ITEMS = 1 << 26, SMALL = 1 << 17 };

static bool (fail)(Pickle *p, const char *what) {
  if (p->error && p->error->code == ERROR_NONE)
    core_fail(p->error, ERROR_VALUE, "'%s' is not a pickle of plain data: %s at byte %zu", p->name, what, p->at);
  return false;
}

#define fail(p, what) (CORE_MESSAGE(ERROR_VALUE, what), (fail)(p, what))

static bool push_to(Pickle *p, Items *items, PickleItem *item) {
  if (items->count == items->capacity) {
    int capacity = items->capacity ? items->capacity * 2 : 64;
    if (capacity > MOST_ITEMS) return fail(p, "too many items");
    PickleItem **grown = core_realloc(items->items, sizeof *grown * (size_t)capacity);
    if (grown == NULL) return core_fail_memory(p->error, sizeof *grown * (size_t)capacity);
    items->items = grown;
    items->capacity = capacity;
  }
  items->items[items->count++] = item;
  return true;
}

static PickleItem *make(Pickle *p, PickleKind kind) {
  PickleItem *item = core_alloc_zero(1, sizeof *item);
  if (item == NULL) {
    core_fail_memory(p->error, sizeof *item);
    return NULL;
  }
  item->kind = kind;
  if (push_to(p, &p->all, item)) return item;
  core_free(item);
  return NULL;
}

static bool push(Pickle *p, PickleItem *item) { return item != NULL && push_to(p, &p->stack, item); }

static PickleItem *pop(Pickle *p) {
  if (p->stack.count == 0 || p->stack.items[p->stack.count - 1]->kind == PICKLE_MARK) {
    fail(p, "a value is missing");
    return NULL;
  }
  return p->stack.items[--p->stack.count];
}

static bool append(Pickle *p, PickleItem *to, PickleItem *item) {
  Items items = {to->items, to->count, to->capacity};
  bool good = push_to(p, &items, item);
  to->items = items.items;
  to->count = items.count;
  to->capacity = items.capacity;
  return good;
}

/* The place of the topmost mark, or -1. */
static int mark_of(Pickle *p) {
  for (int i = p->stack.count - 1; i >= 0; i--)
    if (p->stack.items[i]->kind == PICKLE_MARK) return i;
  fail(p, "a mark is missing");
  return -1;
}

/* Moves what lies above `from` into a container, and cuts the stack to `cut`. */
static bool take_into(Pickle *p, PickleItem *to, int from, int cut) {
  for (int i = from; to != NULL && i < p->stack.count; i++)
    if (!append(p, to, p->stack.items[i])) return false;
  p->stack.count = cut;
  return to != NULL;
}

/* ---- Bytes ---- */

static bool have(Pickle *p, uint64_t count) { return count <= p->length - p->at || fail(p, "the file ends too early"); }

static bool number(Pickle *p, int bytes, uint64_t *out) {
  if (!have(p, (uint64_t)bytes)) return false;
  *out = 0;
  for (int i = 0; i < bytes; i++) *out |= (uint64_t)(unsigned char)p->bytes[p->at + (size_t)i] << (8 * i);
  p->at += (size_t)bytes;
  return true;
}

/* A length in so many bytes, then that many bytes. */
static bool push_counted(Pickle *p, int bytes, PickleKind kind) {
  uint64_t length;
  PickleItem *item;
  if (!number(p, bytes, &length) || !have(p, length) || (item = make(p, kind)) == NULL) return false;
  item->bytes = p->bytes + p->at;
  item->length = (size_t)length;
  p->at += (size_t)length;
  return push(p, item);
}

/* Up to the line's end. */
static bool line(Pickle *p, const char **text, size_t *length) {
  const char *end = memchr(p->bytes + p->at, '\n', p->length - p->at);
  if (end == NULL) return fail(p, "a line does not end");
  *text = p->bytes + p->at;
  *length = (size_t)(end - *text);
  p->at += *length + 1;
  return true;
}

static bool push_int(Pickle *p, int64_t value) {
  if (value >= 0 && value < SMALL) {
    if (p->small == NULL) p->small = core_alloc_zero(SMALL, sizeof *p->small);
    if (p->small == NULL) return core_fail_memory(p->error, SMALL * sizeof *p->small);
    if (p->small[value] != NULL) return push(p, p->small[value]);
  }
  PickleItem *item = make(p, PICKLE_INT);
  if (item != NULL) item->integer = value;
  if (item != NULL && value >= 0 && value < SMALL) p->small[value] = item;
  return push(p, item);
}

static bool push_line_number(Pickle *p, bool real) {
  const char *text;
  size_t length;
  char copy[64];
  if (!line(p, &text, &length)) return false;
  if (length >= sizeof copy) return fail(p, "a number is too long");
  memcpy(copy, text, length);
  copy[length] = '\0';
  if (!real && (strcmp(copy, "00") == 0 || strcmp(copy, "01") == 0)) {
    PickleItem *item = make(p, PICKLE_BOOL);
    if (item != NULL) item->integer = copy[1] == '1';
    return push(p, item);
  }
  char *end;
  if (!real) {
    const int64_t value = strtoll(copy, &end, 10);
    return end != copy && (*end == '\0' || *end == 'L') ? push_int(p, value) : fail(p, "a number is malformed");
  }
  PickleItem *item = make(p, PICKLE_FLOAT);
  if (item == NULL) return false;
  item->real = strtod(copy, &end);
  return end != copy ? push(p, item) : fail(p, "a number is malformed");
}

/* The code point of `digits` hexadecimal digits; UINT32_MAX where they are none. */
static uint32_t hexadecimal(const char *text, size_t digits, size_t left) {
  uint32_t value = 0;
  for (size_t i = 0; i < digits; i++) {
    const char c = i < left ? text[i] : ' ';
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return UINT32_MAX;
    value = value << 4 | (uint32_t)digit;
  }
  return value;
}

/* Protocol 0's texts, a line each: UNICODE is Latin-1 with \u and \U; STRING is Python 2's repr, in quotes. */
static bool push_line_text(Pickle *p, bool quoted) {
  const char *text;
  size_t length;
  if (!line(p, &text, &length)) return false;
  if (quoted) {
    if (length < 2 || (text[0] != '\'' && text[0] != '"') || text[length - 1] != text[0]) return fail(p, "a text has no quotes");
    text++;
    length -= 2;
  }
  char *bytes = core_alloc(2 * length + 1);
  char **texts = core_realloc(p->texts, sizeof *texts * ((size_t)p->text_count + 1));
  if (texts != NULL) p->texts = texts;
  if (bytes == NULL || texts == NULL) {
    core_free(bytes);
    return core_fail_memory(p->error, length);
  }
  p->texts[p->text_count++] = bytes;
  size_t count = 0;
  for (size_t i = 0; i < length; i++) {
    uint32_t point = (unsigned char)text[i];
    const char next = point == '\\' && i + 1 < length ? text[i + 1] : '\0';
    const size_t digits = next == 'x' && quoted ? 2 : next == 'u' && !quoted ? 4 : next == 'U' && !quoted ? 8 : 0;
    if (digits) {
      point = hexadecimal(text + i + 2, digits, length - i - 2);
      if (point > 0x10FFFF) return fail(p, "an escape is malformed");
      i += 1 + digits;
    } else if (quoted && next) {
      point = next == 'n' ? '\n' : next == 't' ? '\t' : next == 'r' ? '\r' : (unsigned char)next;
      i++;
    }
    count += utf8_encode(point, bytes + count);
  }
  PickleItem *item = make(p, PICKLE_TEXT);
  if (item == NULL) return false;
  item->bytes = bytes;
  item->length = count;
  return push(p, item);
}

/* LONG1, LONG4: little endian, two's complement; what does not fit in 64 bits is refused. */
static bool push_long(Pickle *p, uint64_t bytes) {
  uint64_t value;
  if (bytes > 8) return fail(p, "an integer is too large");
  if (!number(p, (int)bytes, &value)) return false;
  if (bytes > 0 && bytes < 8 && value >> (8 * bytes - 1)) value |= ~(uint64_t)0 << (8 * bytes);
  return push_int(p, (int64_t)value);
}

static bool push_double(Pickle *p) {
  if (!have(p, 8)) return false;
  uint64_t bits = 0;
  for (int i = 0; i < 8; i++) bits = bits << 8 | (unsigned char)p->bytes[p->at++];
  PickleItem *item = make(p, PICKLE_FLOAT);
  if (item != NULL) memcpy(&item->real, &bits, sizeof bits);
  return push(p, item);
}

/* ---- What numpy writes ---- */

static bool is_name(const PickleItem *item, const char *end) {
  const size_t length = strlen(end);
  return item->kind == PICKLE_NAME && item->length >= length &&
         memcmp(item->bytes + item->length - length, end, length) == 0;
}

static bool push_name(Pickle *p, const char *module, size_t module_length, const char *name, size_t name_length) {
  static const struct {
    const char *module, *name, *is; /* module: how it begins */
  } known[] = {{"numpy", "_reconstruct", "reconstruct"}, {"numpy", "ndarray", "ndarray"}, {"numpy", "dtype", "dtype"},
               {"numpy", "_frombuffer", "frombuffer"},   {"numpy", "scalar", "scalar"},   {"_codecs", "encode", "encode"},
               {"collections", "OrderedDict", "ordered"}};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    const size_t begins = strlen(known[i].module);
    if (name_length != strlen(known[i].name) || memcmp(name, known[i].name, name_length) != 0 ||
        module_length < begins || memcmp(module, known[i].module, begins) != 0 ||
        (module_length > begins && module[begins] != '.'))
      continue;
    PickleItem *item = make(p, PICKLE_NAME);
    if (item == NULL) return false;
    item->bytes = known[i].is;
    item->length = strlen(known[i].is);
    return push(p, item);
  }
  if (p->error && p->error->code == ERROR_NONE) {
    core_fail(p->error, ERROR_VALUE, "'%s' names %.*s.%.*s, which reading it would call: refused", p->name,
              (int)(module_length < 60 ? module_length : 60), module, (int)(name_length < 60 ? name_length : 60), name);
    core_hint(p->error, "only plain data is read: numbers, texts, lists, dicts, numpy arrays");
  }
  return false;
}

static int type_of_text(const PickleItem *item) {
  char name[16];
  if ((item->kind != PICKLE_TEXT && item->kind != PICKLE_BYTES) || item->length >= sizeof name) return -1;
  memcpy(name, item->bytes, item->length);
  name[item->length] = '\0';
  return strcmp(name, "O8") == 0 || strcmp(name, "O4") == 0 ? ND_OBJECT : nd_type_named(name);
}

/* An array of a shape (a tuple) and a dtype out of the bytes of its numbers. */
static bool fill_array(Pickle *p, PickleItem *of, PickleItem *shape, const PickleItem *type, bool fortran,
                       PickleItem *data) {
  int64_t dims[ND_MAX_DIMS], size = 1;
  if (shape->kind != PICKLE_TUPLE || shape->count > ND_MAX_DIMS || type->kind != PICKLE_DTYPE ||
      (fortran && shape->count > 1))
    return fail(p, "an array's state is malformed");
  for (int i = 0; i < shape->count; i++) {
    dims[i] = shape->items[i]->integer;
    if (shape->items[i]->kind != PICKLE_INT || dims[i] < 0 || __builtin_mul_overflow(size, dims[i], &size))
      return fail(p, "an array's shape is malformed");
  }
  if (type->integer == ND_OBJECT) {
    if (data->kind != PICKLE_LIST || data->count != size || fortran) return fail(p, "an array's objects do not fit its shape");
    of->kind = PICKLE_OBJECTS;
    return append(p, of, shape) && append(p, of, data);
  }
  if (data->kind != PICKLE_TEXT && data->kind != PICKLE_BYTES) return fail(p, "an array's state is malformed");
  int64_t bytes;
  if (__builtin_mul_overflow(size, (int64_t)nd_types[type->integer].itemsize, &bytes) || (size_t)bytes != data->length)
    return fail(p, "an array's numbers do not fit its shape");
  of->array = nd_new((NdType)type->integer, shape->count, dims, p->error);
  if (of->array == NULL) return false;
  if (data->length) memcpy(of->array->data, data->bytes, data->length);
  return true;
}

/* function(*arguments) for the few functions that are known. */
static bool reduce(Pickle *p) {
  PickleItem *arguments = pop(p), *function = arguments ? pop(p) : NULL, *made = NULL;
  if (function == NULL) return false;
  if (arguments->kind != PICKLE_TUPLE) return fail(p, "a call's arguments are no tuple");
  if (is_name(function, "dtype") && arguments->count >= 1) {
    const int type = type_of_text(arguments->items[0]);
    if (type < 0) return fail(p, "an array's dtype is not one of numbers");
    made = make(p, PICKLE_DTYPE);
    if (made) made->integer = type;
  } else if (is_name(function, "reconstruct")) {
    made = make(p, PICKLE_ARRAY); /* its shape and numbers come with BUILD */
  } else if (is_name(function, "encode") && arguments->count >= 1 && arguments->items[0]->kind == PICKLE_TEXT) {
    /* bytes in protocol 2: a text of code points below 256, written as UTF-8. */
    const PickleItem *text = arguments->items[0];
    char *bytes = core_alloc(text->length + 1);
    char **texts = core_realloc(p->texts, sizeof *texts * ((size_t)p->text_count + 1));
    if (texts != NULL) p->texts = texts;
    if (bytes == NULL || texts == NULL) {
      core_free(bytes);
      return core_fail_memory(p->error, text->length);
    }
    p->texts[p->text_count++] = bytes;
    size_t count = 0;
    for (size_t i = 0; i < text->length; i++) {
      unsigned char c = (unsigned char)text->bytes[i];
      if (c >= 0xC2 && c <= 0xC3 && i + 1 < text->length) c = (unsigned char)((c << 6) | (text->bytes[++i] & 63));
      bytes[count++] = (char)c;
    }
    made = make(p, PICKLE_BYTES);
    if (made) {
      made->bytes = bytes;
      made->length = count;
    }
  } else if (is_name(function, "frombuffer") && arguments->count == 4) {
    /* protocol 5: bytes, dtype, shape, order */
    const PickleItem *order = arguments->items[3];
    made = make(p, PICKLE_ARRAY);
    if (made &&
        !fill_array(p, made, arguments->items[2], arguments->items[1],
                    order->kind == PICKLE_TEXT && order->length == 1 && order->bytes[0] == 'F', arguments->items[0]))
      return false;
  } else if (is_name(function, "ordered")) {
    made = make(p, PICKLE_DICT);
  } else if (is_name(function, "scalar") && arguments->count == 2 && arguments->items[0]->kind == PICKLE_DTYPE) {
    NdArray *array = NULL;
    const NdType type = (NdType)arguments->items[0]->integer;
    if (arguments->items[1]->length != (size_t)nd_types[type].itemsize) return fail(p, "a number has the wrong length");
    array = nd_new(type, 0, NULL, p->error);
    if (array == NULL) return false;
    memcpy(array->data, arguments->items[1]->bytes, arguments->items[1]->length);
    made = make(p, PICKLE_ARRAY);
    if (made) made->array = array;
    else nd_release(array);
  } else {
    return fail(p, "a call that is not known");
  }
  return push(p, made);
}

/* The state of an array: (version, shape, dtype, is_fortran, bytes); of a dtype: its byte order. */
static bool build(Pickle *p) {
  PickleItem *state = pop(p);
  PickleItem *of = state && p->stack.count ? p->stack.items[p->stack.count - 1] : NULL;
  if (of == NULL) return fail(p, "a value is missing");
  if (of->kind == PICKLE_DTYPE) {
    const PickleItem *order = state->kind == PICKLE_TUPLE && state->count > 1 ? state->items[1] : NULL;
    if (order != NULL && order->length == 1 && order->bytes[0] == '>' && nd_types[of->integer].itemsize > 1)
      return fail(p, "an array is stored big-endian");
    return true;
  }
  if (of->kind != PICKLE_ARRAY || of->array != NULL || state->kind != PICKLE_TUPLE || state->count < 5)
    return fail(p, "a state that is not known");
  const PickleItem *fortran = state->items[3];
  return fill_array(p, of, state->items[1], state->items[2], fortran->integer != 0, state->items[4]);
}

/* ---- The machine ---- */

static bool container(Pickle *p, PickleKind kind) {
  const int mark = mark_of(p);
  return mark >= 0 && take_into(p, make(p, kind), mark + 1, mark) && push(p, p->all.items[p->all.count - 1]);
}

static bool small_tuple(Pickle *p, int count) {
  if (p->stack.count < count) return fail(p, "a value is missing");
  PickleItem *tuple = make(p, PICKLE_TUPLE);
  return take_into(p, tuple, p->stack.count - count, p->stack.count - count) && push(p, tuple);
}

static bool add_items(Pickle *p, PickleKind kind) {
  const int mark = mark_of(p);
  if (mark < 1 || p->stack.items[mark - 1]->kind != kind) return mark < 0 ? false : fail(p, "items of nothing");
  if (kind == PICKLE_DICT && (p->stack.count - mark - 1) % 2) return fail(p, "a key has no value");
  return take_into(p, p->stack.items[mark - 1], mark + 1, mark);
}

static bool add_last(Pickle *p, PickleKind kind, int count) {
  const int from = p->stack.count - count;
  if (from < 1 || p->stack.items[from - 1]->kind != kind) return fail(p, "an item of nothing");
  return take_into(p, p->stack.items[from - 1], from, from);
}

static bool memoize(Pickle *p, uint64_t index) {
  /* Places are counted up, an operation each: a number beyond the file's length asks for memory in vain. */
  if (p->stack.count == 0 || index >= MOST_ITEMS || index > p->length) return fail(p, "nothing to remember");
  PickleItem *item = p->stack.items[p->stack.count - 1];
  while ((uint64_t)p->memo.count <= index)
    if (!push_to(p, &p->memo, NULL)) return false;
  p->memo.items[index] = item;
  return true;
}

static bool recall(Pickle *p, uint64_t index) {
  if (index >= (uint64_t)p->memo.count || p->memo.items[index] == NULL) return fail(p, "nothing is remembered there");
  return push(p, p->memo.items[index]);
}

static bool constant(Pickle *p, PickleKind kind, int64_t value) {
  PickleItem *item = make(p, kind);
  if (item != NULL) item->integer = value;
  return push(p, item);
}

/* A name in protocol 0: a module's line and a name's. */
static bool global(Pickle *p) {
  const char *module, *name;
  size_t module_length, name_length;
  return line(p, &module, &module_length) && line(p, &name, &name_length) &&
         push_name(p, module, module_length, name, name_length);
}

static bool stack_global(Pickle *p) {
  PickleItem *name = pop(p), *module = name ? pop(p) : NULL;
  if (module == NULL || name->kind != PICKLE_TEXT || module->kind != PICKLE_TEXT) return fail(p, "a name is no text");
  return push_name(p, module->bytes, module->length, name->bytes, name->length);
}

static bool line_index(Pickle *p, bool get) {
  const char *text;
  size_t length;
  if (!line(p, &text, &length)) return false;
  const uint64_t index = strtoull(text, NULL, 10);
  return get ? recall(p, index) : memoize(p, index);
}

/* One instruction; *done at the end. */
static bool step(Pickle *p, bool *done) {
  uint64_t n;
  if (!have(p, 1)) return false;
  const unsigned char op = (unsigned char)p->bytes[p->at++];
  switch (op) {
    case 0x80: return number(p, 1, &n) && (n <= 5 || fail(p, "an unknown protocol"));
    case 0x95: return number(p, 8, &n); /* frames only help those who read piece by piece */
    case '(': return push(p, make(p, PICKLE_MARK));
    case '.': p->root = pop(p); *done = true; return p->root != NULL;
    case '0': return pop(p) != NULL;
    case 'N': return constant(p, PICKLE_NONE, 0);
    case 0x88: return constant(p, PICKLE_BOOL, 1);
    case 0x89: return constant(p, PICKLE_BOOL, 0);
    case 'I': case 'L': return push_line_number(p, false);
    case 'F': return push_line_number(p, true);
    case 'V': return push_line_text(p, false);
    case 'S': return push_line_text(p, true);
    case 'J': return number(p, 4, &n) && push_int(p, (int32_t)n);
    case 'K': return number(p, 1, &n) && push_int(p, (int64_t)n);
    case 'M': return number(p, 2, &n) && push_int(p, (int64_t)n);
    case 0x8a: return number(p, 1, &n) && push_long(p, n);
    case 0x8b: return number(p, 4, &n) && push_long(p, n);
    case 'G': return push_double(p);
    case 'U': return push_counted(p, 1, PICKLE_TEXT);
    case 'T': case 'X': return push_counted(p, 4, PICKLE_TEXT);
    case 0x8c: return push_counted(p, 1, PICKLE_TEXT);
    case 0x8d: return push_counted(p, 8, PICKLE_TEXT);
    case 'C': return push_counted(p, 1, PICKLE_BYTES);
    case 'B': return push_counted(p, 4, PICKLE_BYTES);
    case 0x8e: case 0x96: return push_counted(p, 8, PICKLE_BYTES); /* 0x96: a bytearray, as protocol 5 has arrays */
    case ']': return constant(p, PICKLE_LIST, 0);
    case '}': return constant(p, PICKLE_DICT, 0);
    case ')': return constant(p, PICKLE_TUPLE, 0);
    case 'l': return container(p, PICKLE_LIST);
    case 't': return container(p, PICKLE_TUPLE);
    case 'd': return container(p, PICKLE_DICT);
    case 0x85: return small_tuple(p, 1);
    case 0x86: return small_tuple(p, 2);
    case 0x87: return small_tuple(p, 3);
    case 'a': return add_last(p, PICKLE_LIST, 1);
    case 'e': return add_items(p, PICKLE_LIST);
    case 's': return add_last(p, PICKLE_DICT, 2);
    case 'u': return add_items(p, PICKLE_DICT);
    case 'q': return number(p, 1, &n) && memoize(p, n);
    case 'r': return number(p, 4, &n) && memoize(p, n);
    case 'p': return line_index(p, false);
    case 0x94: return memoize(p, (uint64_t)p->memo.count);
    case 'h': return number(p, 1, &n) && recall(p, n);
    case 'j': return number(p, 4, &n) && recall(p, n);
    case 'g': return line_index(p, true);
    case 'c': return global(p);
    case 0x93: return stack_global(p);
    case 'R': return reduce(p);
    case 'b': return build(p);
    default: p->at--; return fail(p, "an instruction that is not known");
  }
}

Pickle *pickle_parse(const char *bytes, size_t length, const char *name_for_errors, Error *error) {
  Error own = {0};
  Pickle *p = core_alloc_zero(1, sizeof *p);
  if (p == NULL) {
    core_fail_memory(error, sizeof *p);
    return NULL;
  }
  *p = (Pickle){.bytes = bytes, .length = length, .name = name_for_errors, .error = error ? error : &own};
  bool done = false, good = true;
  while (good && !done) good = step(p, &done);
  p->error = NULL;
  if (good) return p;
  pickle_free(p);
  return NULL;
}

Pickle *pickle_read(const char *path, Error *error) {
  size_t length;
  char *file = file_read_gzip(path, &length, error);
  if (file == NULL) return NULL;
  Pickle *pickle = pickle_parse(file, length, path, error);
  if (pickle) pickle->file = file;
  else core_free(file);
  return pickle;
}

void pickle_free(Pickle *pickle) {
  if (pickle == NULL) return;
  for (int i = 0; i < pickle->all.count; i++) {
    PickleItem *item = pickle->all.items[i];
    nd_release(item->array);
    core_free(item->items);
    core_free(item);
  }
  for (int i = 0; i < pickle->text_count; i++) core_free(pickle->texts[i]);
  core_free(pickle->texts);
  core_free(pickle->all.items);
  core_free(pickle->small);
  core_free(pickle->stack.items);
  core_free(pickle->memo.items);
  core_free(pickle->file);
  core_free(pickle);
}

const PickleItem *pickle_root(const Pickle *pickle) { return pickle->root; }

const PickleItem *pickle_get(const PickleItem *dict, const char *key) {
  const size_t length = strlen(key);
  if (dict->kind != PICKLE_DICT) return NULL;
  for (int i = 0; i + 1 < dict->count; i += 2) {
    const PickleItem *each = dict->items[i];
    if ((each->kind == PICKLE_TEXT || each->kind == PICKLE_BYTES) && each->length == length &&
        memcmp(each->bytes, key, length) == 0)
      return dict->items[i + 1];
  }
  return NULL;
}
