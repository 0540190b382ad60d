/* Pickles of plain values - None, numbers, texts, bytes, and tuples, lists, dicts, sets of them - as bytes and back,
 * for pickle.py, which does all others itself. Both functions give None where they meet anything else, or anything odd:
 * the caller begins again in its own way, which also finds the words for what is wrong. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/utf8.h"
#include "repl/modules/modules.h"
#include "repl/types/bytes.h"
#include "repl/types/integer.h"

/* Nested deeper, a value is left to the caller, whose calls are counted. */
enum { DEEPEST = 200, BATCH = 1000 };

/* Whether bytes are UTF-8 without half a pair. */
static bool is_text(const char *bytes, size_t length) {
  for (size_t at = 0; at < length;) {
    uint32_t code = 0;
    int taken = (unsigned char)bytes[at] < 0x80 ? 1 : utf8_decode(bytes + at, length - at, &code);
    if (taken <= 0 || (code >= 0xD800 && code <= 0xDFFF)) return false;
    at += (size_t)taken;
  }
  return true;
}

/* ---- Writing ---- */

/* Values that were written, by address: where each is in the reader's memo. */
typedef struct Seen {
  const Object *object;
  uint32_t number;
} Seen;

typedef struct Writer {
  Text out;
  int protocol, depth;
  Seen *seen;
  size_t capacity; /* a power of two, or 0 */
  uint32_t count;
} Writer;

static size_t seen_place(const Writer *w, const Object *object) {
  size_t at = ((uintptr_t)object >> 4) * 0x9E3779B97F4A7C15u >> 20 & (w->capacity - 1);
  while (w->seen[at].object && w->seen[at].object != object) at = (at + 1) & (w->capacity - 1);
  return at;
}

static bool remember(Writer *w, const Object *object) {
  if (w->count * 2 >= w->capacity) {
    size_t before = w->capacity;
    Seen *old = w->seen, *grown = core_alloc_zero(before ? before * 2 : 64, sizeof *grown);
    if (!grown) return false;
    w->seen = grown;
    w->capacity = before ? before * 2 : 64;
    for (size_t i = 0; i < before; i++)
      if (old[i].object) w->seen[seen_place(w, old[i].object)] = old[i];
    core_free(old);
  }
  uint32_t number = w->count++;
  w->seen[seen_place(w, object)] = (Seen){object, number};
  char code[5] = {number < 256 ? 'q' : 'r'};
  if (w->protocol >= 4) {
    text_add_char(&w->out, '\x94');
  } else {
    memcpy(code + 1, &number, 4);
    text_add_bytes(&w->out, code, number < 256 ? 2 : 5);
  }
  return true;
}

static void add_code(Writer *w, char code, const void *bytes, size_t length) {
  text_add_char(&w->out, code);
  text_add_bytes(&w->out, bytes, length);
}

static bool save(Writer *w, Value value);

/* Batches of items: between '(' and `many`, or a single one before `one`. `width` values an item. */
static bool save_batches(Writer *w, const Value *items, int64_t count, char one, char many, int width) {
  for (int64_t start = 0; start < count; start += BATCH) {
    int64_t end = count - start < BATCH ? count : start + BATCH;
    if (end - start > 1) text_add_char(&w->out, '(');
    for (int64_t i = start * width; i < end * width; i++)
      if (!save(w, items[i])) return false;
    text_add_char(&w->out, end - start > 1 ? many : one);
  }
  return true;
}

static bool save_dict(Writer *w, Dict *dict) {
  text_add_char(&w->out, '}');
  if (!remember(w, &dict->head)) return false;
  int64_t count = dict->count, at = 0;
  Value *pairs = core_alloc((size_t)count * 2 * sizeof *pairs), key, value;
  if (!pairs) return false;
  for (int64_t i = 0; py_dict_next(dict, &i, &key, &value);) pairs[at++] = key, pairs[at++] = value;
  bool saved = save_batches(w, pairs, count, 's', 'u', 2);
  core_free(pairs);
  return saved;
}

static bool save_tuple(Writer *w, Tuple *tuple) {
  int64_t count = tuple->count;
  if (count == 0) {
    text_add_char(&w->out, ')');
    return true;
  }
  if (count > 3) text_add_char(&w->out, '(');
  for (int64_t i = 0; i < count; i++)
    if (!save(w, tuple->items[i])) return false;
  if (w->capacity && w->seen[seen_place(w, &tuple->head)].object) return false; /* it holds itself */
  text_add_char(&w->out, count > 3 ? 't' : (char)('\x85' + count - 1));
  return remember(w, &tuple->head);
}

static bool save_set(Writer *w, Value value, bool frozen) {
  if (w->protocol < 4) return false;
  if (!frozen) {
    text_add_char(&w->out, '\x8f');
    if (!remember(w, value.as.object)) return false;
  }
  Value member;
  bool any = frozen || py_as_set(value)->count > 0;
  if (any) text_add_char(&w->out, '(');
  for (int64_t i = 0; py_set_next(py_as_set(value), &i, &member);)
    if (!save(w, member)) return false;
  if (any) text_add_char(&w->out, frozen ? '\x91' : '\x90');
  return !frozen || remember(w, value.as.object);
}

static bool save_object(Writer *w, Value value) {
  const Type *type = value.as.object->type;
  if (w->capacity) {
    const Seen *seen = &w->seen[seen_place(w, value.as.object)];
    if (seen->object) {
      add_code(w, seen->number < 256 ? 'h' : 'j', &seen->number, seen->number < 256 ? 1 : 4);
      return true;
    }
  }
  if (type == &py_str_type) {
    const String *text = py_as_string(value);
    if (text->length > UINT32_MAX || !is_text(text->data, (size_t)text->length)) return false;
    bool brief = text->length < 256 && w->protocol >= 4;
    uint32_t length = (uint32_t)text->length;
    add_code(w, brief ? '\x8c' : 'X', &length, brief ? 1 : 4);
    text_add_bytes(&w->out, text->data, (size_t)text->length);
    return remember(w, value.as.object);
  }
  if (type == &py_bytes_type) {
    const Bytes *bytes = py_as_bytes(value);
    if (bytes->count > UINT32_MAX) return false;
    uint32_t length = (uint32_t)bytes->count;
    add_code(w, length < 256 ? 'C' : 'B', &length, length < 256 ? 1 : 4);
    text_add_bytes(&w->out, bytes->data, (size_t)bytes->count);
    return remember(w, value.as.object);
  }
  if (w->depth >= DEEPEST) return false;
  w->depth++;
  bool saved = false;
  if (type == &py_list_type) {
    text_add_char(&w->out, ']');
    const List *list = py_as_list(value);
    saved = remember(w, value.as.object) && save_batches(w, list->items, list->count, 'a', 'e', 1);
  } else if (type == &py_dict_type) {
    saved = save_dict(w, py_as_dict(value));
  } else if (type == &py_tuple_type) {
    saved = save_tuple(w, py_as_tuple(value));
  } else if (type == &py_set_type || type == &py_frozenset_type) {
    saved = save_set(w, value, type == &py_frozenset_type);
  }
  w->depth--;
  return saved;
}

static void save_int(Writer *w, int64_t value) {
  if (value >= 0 && value < 256) {
    add_code(w, 'K', &value, 1);
  } else if (value >= 0 && value < 65536) {
    add_code(w, 'M', &value, 2);
  } else if (value >= INT32_MIN && value <= INT32_MAX) {
    add_code(w, 'J', &value, 4);
  } else {
    char size = 8;
    while (size > 1 && value >> (size * 8 - 9) == (value < 0 ? -1 : 0)) size--;
    add_code(w, '\x8a', &size, 1);
    text_add_bytes(&w->out, (const char *)&value, (size_t)size);
  }
}

static bool save(Writer *w, Value value) {
  switch (value.tag) {
  case TAG_NONE: text_add_char(&w->out, 'N'); return true;
  case TAG_BOOL: text_add_char(&w->out, value.as.integer ? '\x88' : '\x89'); return true;
  case TAG_INT: save_int(w, value.as.integer); return true;
  case TAG_FLOAT: {
    uint64_t bits = __builtin_bswap64(value.as.natural);
    add_code(w, 'G', &bits, 8);
    return true;
  }
  case TAG_OBJECT: return save_object(w, value);
  default: return false;
  }
}

static Value dump_plain(const NativeRow *row, Value *arguments) {
  int64_t protocol;
  if (!py_as_int(arguments[1], &protocol)) return PY_ERROR;
  Writer w = {.protocol = (int)protocol};
  bool saved = save(&w, arguments[0]);
  core_free(w.seen);
  text_add_char(&w.out, '.');
  Value made = PY_NONE;
  if (saved && !w.out.failed) {
    size_t length = w.out.length, head = protocol >= 4 && length >= 4 && length < 65536 ? 11 : 2;
    Bytes *bytes = bytes_new((int64_t)(head + length));
    if (bytes) {
      bytes->data[0] = '\x80';
      bytes->data[1] = (char)protocol;
      uint64_t wide = length;
      if (head > 2) {
        bytes->data[2] = '\x95';
        memcpy(bytes->data + 3, &wide, 8);
      }
      memcpy(bytes->data + head, text_string(&w.out), length);
    }
    made = py_object(bytes);
  }
  text_free(&w.out);
  return made;
}

/* ---- Reading ---- */

typedef struct Values {
  Value *items;
  int64_t count, capacity;
} Values;

static bool push(Values *to, Value value) { /* takes it over */
  if (py_is_error(value)) return false;
  if (to->count == to->capacity) {
    int64_t capacity = to->capacity ? to->capacity * 2 : 64;
    Value *grown = core_realloc(to->items, (size_t)capacity * sizeof *grown);
    if (!grown) {
      py_drop(value);
      return false;
    }
    to->items = grown;
    to->capacity = capacity;
  }
  to->items[to->count++] = value;
  return true;
}

static void cut(Values *values, int64_t count) {
  while (values->count > count) py_drop(values->items[--values->count]);
}

typedef struct Reader {
  const unsigned char *at, *end;
  Values stack, memo, marks; /* marks: ints, the stack's height at each '(' */
} Reader;

static bool take(Reader *r, size_t bytes, uint64_t *number) {
  if ((size_t)(r->end - r->at) < bytes) return false;
  *number = 0;
  memcpy(number, r->at, bytes);
  r->at += bytes;
  return true;
}

static bool load_text(Reader *r, uint64_t length) {
  if (length > (uint64_t)(r->end - r->at) || !is_text((const char *)r->at, length)) return false;
  Value made = py_text_bytes((const char *)r->at, length);
  r->at += length;
  return push(&r->stack, made);
}

static bool load_bytes(Reader *r, uint64_t length) {
  if (length > (uint64_t)(r->end - r->at)) return false;
  Value made = py_bytes((const char *)r->at, length);
  r->at += length;
  return push(&r->stack, made);
}

/* The topmost mark's place, which it gives up. */
static bool to_mark(Reader *r, int64_t *height) {
  if (r->marks.count == 0) return false;
  *height = r->marks.items[--r->marks.count].as.integer;
  return *height <= r->stack.count;
}

static bool load_tuple(Reader *r, int64_t height) {
  if (height < 0) return false;
  Value tuple = py_tuple_copy(r->stack.items + height, r->stack.count - height);
  cut(&r->stack, height);
  return push(&r->stack, tuple);
}

/* What lies from `height` on goes into the container below. */
static bool fill(Reader *r, int64_t height, int code) {
  if (height < 1) return false;
  Value to = r->stack.items[height - 1];
  int64_t count = r->stack.count - height;
  const Value *items = r->stack.items + height;
  bool good = to.tag == TAG_OBJECT;
  if (good && (code == 'a' || code == 'e')) {
    good = to.as.object->type == &py_list_type;
    for (int64_t i = 0; good && i < count; i++) good = py_list_append(py_as_list(to), items[i]);
  } else if (good && (code == 's' || code == 'u')) {
    good = to.as.object->type == &py_dict_type && count % 2 == 0;
    for (int64_t i = 0; good && i < count; i += 2) good = py_dict_set(py_as_dict(to), items[i], items[i + 1]);
  } else if (good) {
    good = to.as.object->type == &py_set_type;
    for (int64_t i = 0; good && i < count; i++) good = py_set_add(py_as_set(to), items[i]);
  }
  if (good) cut(&r->stack, height);
  return good;
}

static bool memo_put(Reader *r, uint64_t number) {
  if (number != (uint64_t)r->memo.count || r->stack.count == 0) return false;
  return push(&r->memo, py_keep(r->stack.items[r->stack.count - 1]));
}
static bool memo_get(Reader *r, uint64_t number) {
  return number < (uint64_t)r->memo.count && push(&r->stack, py_keep(r->memo.items[number]));
}

/* One instruction; false where it is not one of the plain ones, or does not fit. */
static bool step(Reader *r, int code) {
  uint64_t n;
  int64_t height;
  Values *stack = &r->stack;
  switch (code) {
  case 0x80: return take(r, 1, &n) && n >= 2 && n <= 5;
  case 0x95: return take(r, 8, &n) && n <= (uint64_t)(r->end - r->at);
  case 'N': return push(stack, PY_NONE);
  case 0x88: return push(stack, PY_TRUE);
  case 0x89: return push(stack, PY_FALSE);
  case 'K': return take(r, 1, &n) && push(stack, py_int((int64_t)n));
  case 'M': return take(r, 2, &n) && push(stack, py_int((int64_t)n));
  case 'J': return take(r, 4, &n) && push(stack, py_int((int32_t)n));
  case 0x8a: {
    uint64_t size;
    if (!take(r, 1, &size) || size == 0 || size > 8 || !take(r, size, &n)) return false;
    int unused = 64 - (int)size * 8;
    return push(stack, py_int((int64_t)(n << unused) >> unused));
  }
  case 'G':
    if (!take(r, 8, &n)) return false;
    return push(stack, (Value){.tag = TAG_FLOAT, .as.natural = __builtin_bswap64(n)});
  case 'X': return take(r, 4, &n) && load_text(r, n);
  case 0x8c: return take(r, 1, &n) && load_text(r, n);
  case 'B': return take(r, 4, &n) && load_bytes(r, n);
  case 'C': return take(r, 1, &n) && load_bytes(r, n);
  case ']': return push(stack, py_list(0));
  case '}': return push(stack, py_dict());
  case 0x8f: return push(stack, py_set());
  case ')': return push(stack, py_tuple(0));
  case '(': return push(&r->marks, py_int(stack->count));
  case 't': return to_mark(r, &height) && load_tuple(r, height);
  case 0x85: case 0x86: case 0x87: return load_tuple(r, stack->count - (code - 0x84));
  case 'a': return fill(r, stack->count - 1, code);
  case 's': return fill(r, stack->count - 2, code);
  case 'e': case 'u': case 0x90: return to_mark(r, &height) && fill(r, height, code);
  case 0x91: {
    if (!to_mark(r, &height) || !load_tuple(r, height)) return false;
    Value tuple = stack->items[--stack->count], made = py_frozenset(tuple);
    py_drop(tuple);
    return push(stack, made);
  }
  case 0x94: return memo_put(r, (uint64_t)r->memo.count);
  case 'q': return take(r, 1, &n) && memo_put(r, n);
  case 'r': return take(r, 4, &n) && memo_put(r, n);
  case 'h': return take(r, 1, &n) && memo_get(r, n);
  case 'j': return take(r, 4, &n) && memo_get(r, n);
  default: return false;
  }
}

/* (value, number of bytes read), or None. */
static Value load_plain(const NativeRow *row, Value *arguments) {
  const char *data;
  int64_t count;
  if (!bytes_view(arguments[0], &data, &count)) return PY_NONE;
  Reader r = {.at = (const unsigned char *)data, .end = (const unsigned char *)data + count};
  bool good = true, done = false;
  while (good && !done && r.at < r.end) {
    int code = *r.at++;
    if (code == '.') done = true;
    else good = step(&r, code);
  }
  Value made = PY_NONE;
  if (good && done && r.stack.count == 1 && r.marks.count == 0)
    made = py_tuple_of(2, r.stack.items[0], py_int((const char *)r.at - data));
  else if (py_pending())
    py_clear_pending();
  cut(&r.stack, 0);
  cut(&r.memo, 0);
  core_free(r.stack.items);
  core_free(r.memo.items);
  core_free(r.marks.items);
  return made;
}

static const NativeRow functions[] = {
    {"dump_plain", "value, protocol, /", "A plain value as a pickle, or None.", dump_plain, NULL},
    {"load_plain", "data, /", "The value of a plain pickle and the bytes read, or None.", load_plain, NULL},
    {0},
};
const ModuleRow pickle_module_rows[] = {{"_pickle_core", "Plain values as bytes and back.", functions, NULL, NULL, NULL,
                                         NULL}, {0}};
