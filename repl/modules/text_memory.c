/* io.StringIO's text: what is read, written and gone through line by line. What all files in memory share is written in
 * the language (python/_io_memory.py). */
#include <string.h>

#include "engine/core/utf8.h"
#include "repl/modules/modules.h"

typedef enum Ends { ENDS_PLAIN, ENDS_TRANSLATED, ENDS_ANY } Ends;

typedef struct TextMemory {
  Object head;
  Text text;     /* UTF-8 */
  int64_t count; /* of its characters */
  int64_t place; /* in characters; behind the end where it was put there */
  size_t at;     /* the same in bytes; the end where the place is behind it */
  char end[3];   /* of lines, where it is always the same */
  Ends ends;     /* newline=None translates, newline='' knows \n, \r and \r\n */
  bool closed;
} TextMemory;

static TextMemory *memory_of(Value v) { return (TextMemory *)v.as.object; }

static bool is_open(const TextMemory *m) {
  if (!m->closed) return true;
  py_raise(&py_ValueError, "I/O operation on closed file");
  return false;
}
static bool has_room(TextMemory *m) {
  if (!m->text.failed) return true;
  py_drop(py_text_take(&m->text)); /* raises MemoryError */
  m->count = m->place = 0;
  m->at = 0;
  return false;
}

/* The byte behind `count` characters from `at` on; the end where there are not as many. */
static size_t advance(const TextMemory *m, size_t at, int64_t count) {
  if (m->count == (int64_t)m->text.length) {
    size_t left = m->text.length - at;
    return count < (int64_t)left ? at + (size_t)count : m->text.length;
  }
  for (; count > 0 && at < m->text.length; count--)
    do at++;
    while (at < m->text.length && (m->text.data[at] & 0xC0) == 0x80);
  return at;
}
static int64_t characters(const TextMemory *m, size_t from, size_t to) {
  if (m->count == (int64_t)m->text.length) return (int64_t)(to - from);
  int64_t count = 0;
  for (; from < to; from++) count += (m->text.data[from] & 0xC0) != 0x80;
  return count;
}

/* A part of the text as a str; the place goes behind it. */
static Value taken(TextMemory *m, size_t end) {
  size_t start = m->at;
  if (end <= start) return py_text_bytes("", 0);
  m->place += characters(m, start, end);
  m->at = end;
  return py_text_bytes(m->text.data + start, end - start);
}

/* Bytes are put where the place is, over what is there. */
static bool put(TextMemory *m, const char *bytes, size_t length, int64_t count) {
  if (m->place > m->count) {
    while (m->count < m->place) {
      text_add_bytes(&m->text, "", 1); /* a NUL */
      m->count++;
    }
    m->at = m->text.length;
  }
  if (m->at == m->text.length) {
    text_add_bytes(&m->text, bytes, length);
    m->count += count;
  } else {
    size_t end = advance(m, m->at, count), gone = end - m->at, rest = m->text.length - end;
    int64_t lost = characters(m, m->at, end);
    if (length > gone) text_add_times(&m->text, " ", (int64_t)(length - gone));
    if (m->text.failed) return has_room(m);
    memmove(m->text.data + m->at + length, m->text.data + end, rest);
    memcpy(m->text.data + m->at, bytes, length);
    m->text.length = m->at + length + rest;
    m->text.data[m->text.length] = '\0';
    m->count += count - lost;
  }
  m->at += length;
  m->place += count;
  return has_room(m);
}

/* A text with its ends of lines as they are kept. */
static bool put_text(TextMemory *m, const String *text) {
  if (text->length == 0) return true;
  bool turns = m->ends == ENDS_TRANSLATED && memchr(text->data, '\r', (size_t)text->length);
  bool other = m->end[0] == '\r' && memchr(text->data, '\n', (size_t)text->length);
  if (!turns && !other) return put(m, text->data, (size_t)text->length, text->count);
  Text made = {0};
  int64_t count = 0;
  for (int64_t i = 0; i < text->length; i++) {
    char c = text->data[i];
    if (turns && c == '\r') {
      if (text->data[i + 1] == '\n') i++;
      c = '\n';
    }
    if (other && c == '\n') {
      text_add(&made, m->end);
      count += (int64_t)strlen(m->end);
    } else {
      text_add_char(&made, c);
      count += (c & 0xC0) != 0x80;
    }
  }
  m->text.failed = m->text.failed || made.failed;
  bool good = has_room(m) && put(m, text_string(&made), made.length, count);
  text_free(&made);
  return good;
}

static bool init(Value self, Value *arguments) {
  TextMemory *m = memory_of(self);
  Value initial = arguments[0], newline = arguments[1];
  if (!py_is_none(newline) && !py_is_str(newline)) {
    py_raise(&py_TypeError, "newline must be str or None, not %s", py_type_label(py_type_of(newline)));
    return false;
  }
  const char *end = py_is_none(newline) ? "" : py_as_string(newline)->data;
  if (strcmp(end, "") != 0 && strcmp(end, "\n") != 0 && strcmp(end, "\r") != 0 && strcmp(end, "\r\n") != 0) {
    Value shown = py_repr(newline);
    if (!py_is_error(shown)) py_raise(&py_ValueError, "illegal newline value: %s", py_as_string(shown)->data);
    py_drop(shown);
    return false;
  }
  if (!py_is_none(initial) && !py_is_str(initial)) {
    py_raise(&py_TypeError, "initial_value must be str or None, not %s", py_type_label(py_type_of(initial)));
    return false;
  }
  text_free(&m->text);
  m->count = m->place = 0;
  m->at = 0;
  m->closed = false;
  m->ends = py_is_none(newline) ? ENDS_TRANSLATED : *end ? ENDS_PLAIN : ENDS_ANY;
  strcpy(m->end, *end ? end : "\n");
  if (py_is_str(initial) && !put_text(m, py_as_string(initial))) return false;
  m->place = 0;
  m->at = 0;
  return true;
}
static void dealloc(Object *self) { text_free(&((TextMemory *)self)->text); }

/* ---- Methods ---- */

static Value write_text(const NativeRow *row, Value *arguments) {
  TextMemory *m = memory_of(arguments[0]);
  if (!py_is_str(arguments[1]))
    return py_raise(&py_TypeError, "string argument expected, got '%s'", py_type_label(py_type_of(arguments[1])));
  const String *text = py_as_string(arguments[1]);
  return is_open(m) && put_text(m, text) ? py_int(text->count) : PY_ERROR;
}

/* A size as an argument: -1 for None. */
static bool read_size(Value value, int64_t *size) {
  *size = -1;
  return py_is_none(value) || py_as_int(value, size);
}

static Value read_text(const NativeRow *row, Value *arguments) {
  TextMemory *m = memory_of(arguments[0]);
  int64_t size;
  if (!read_size(arguments[1], &size) || !is_open(m)) return PY_ERROR;
  return taken(m, size < 0 ? m->text.length : advance(m, m->at, size));
}

static size_t line_end(const TextMemory *m) {
  const char *start = m->text.data + m->at, *found;
  size_t left = m->text.length - m->at;
  if (m->ends == ENDS_ANY) {
    for (size_t i = 0; i < left; i++) {
      if (start[i] == '\n') return m->at + i + 1;
      if (start[i] == '\r') return m->at + i + 1 + (i + 1 < left && start[i + 1] == '\n');
    }
    return m->text.length;
  }
  size_t length = strlen(m->end);
  found = length == 1 ? memchr(start, m->end[0], left) : memmem(start, left, m->end, length);
  return found ? (size_t)(found - m->text.data) + length : m->text.length;
}

static Value read_line(const NativeRow *row, Value *arguments) {
  TextMemory *m = memory_of(arguments[0]);
  int64_t size;
  if (!read_size(arguments[1], &size) || !is_open(m)) return PY_ERROR;
  if (m->at >= m->text.length) return py_text_bytes("", 0);
  size_t end = line_end(m), most = size < 0 ? end : advance(m, m->at, size);
  return taken(m, most < end ? most : end);
}

static Value iter(Value self) { return is_open(memory_of(self)) ? py_keep(self) : PY_ERROR; }
static Value next(Value self) {
  TextMemory *m = memory_of(self);
  /* A class of the program's may read lines in its own way. */
  Value reader = py_type_lookup(py_type_of(self), py_intern("readline"));
  if (reader.tag == TAG_OBJECT && reader.as.object->type != &py_native_type) {
    Value line = py_call_method(self, "readline", NULL, 0);
    if (!py_is_str(line) || py_as_string(line)->length) return line;
    py_drop(line);
    return PY_UNDEFINED;
  }
  if (!is_open(m)) return PY_ERROR;
  return m->at >= m->text.length ? PY_UNDEFINED : taken(m, line_end(m));
}

static Value get_value(const NativeRow *row, Value *arguments) {
  const TextMemory *m = memory_of(arguments[0]);
  return is_open(m) ? py_text_bytes(text_string(&m->text), m->text.length) : PY_ERROR;
}
static Value tell(const NativeRow *row, Value *arguments) {
  const TextMemory *m = memory_of(arguments[0]);
  return is_open(m) ? py_int(m->place) : PY_ERROR;
}

static Value seek(const NativeRow *row, Value *arguments) {
  TextMemory *m = memory_of(arguments[0]);
  int64_t place, whence;
  if (!py_as_int(arguments[1], &place) || !py_as_int(arguments[2], &whence) || !is_open(m)) return PY_ERROR;
  if (whence < 0 || whence > 2)
    return py_raise(&py_ValueError, "Invalid whence (%lld, should be 0, 1 or 2)", (long long)whence);
  if (whence == 0 && place < 0) return py_raise(&py_ValueError, "Negative seek position %lld", (long long)place);
  if (whence != 0 && place != 0) return py_raise(&py_OSError, "Can't do nonzero cur-relative seeks");
  if (whence == 1) return py_int(m->place);
  m->place = whence == 2 ? m->count : place;
  m->at = m->place >= m->count ? m->text.length : advance(m, 0, m->place);
  return py_int(m->place);
}

static Value truncate_text(const NativeRow *row, Value *arguments) {
  TextMemory *m = memory_of(arguments[0]);
  int64_t size = m->place;
  if (!is_open(m) || (!py_is_none(arguments[1]) && !py_as_int(arguments[1], &size))) return PY_ERROR;
  if (size < 0) return py_raise(&py_ValueError, "Negative size value %lld", (long long)size);
  if (size < m->count) {
    m->text.length = advance(m, 0, size);
    if (m->text.data) m->text.data[m->text.length] = '\0';
    m->count = size;
    if (m->at > m->text.length) m->at = m->text.length;
  }
  return py_int(size);
}

static Value close_text(const NativeRow *row, Value *arguments) {
  TextMemory *m = memory_of(arguments[0]);
  text_free(&m->text);
  m->closed = true;
  m->count = 0;
  m->at = 0;
  return PY_NONE;
}
static Value check(const NativeRow *row, Value *arguments) {
  return is_open(memory_of(arguments[0])) ? PY_NONE : PY_ERROR;
}

static Value get_closed(Value self) { return py_bool(memory_of(self)->closed); }
static const PropertyRow properties[] = {{"closed", "whether it was closed", get_closed, NULL}, {0}};
static const NativeRow methods[] = {
    {"write", "self, s, /", "Writes a text.", write_text, NULL},
    {"read", "self, size=-1, /", "The rest, or so many characters.", read_text, NULL},
    {"readline", "self, size=-1, /", "The next line.", read_line, NULL},
    {"getvalue", "self, /", "All that is in it.", get_value, NULL},
    {"tell", "self, /", "The place.", tell, NULL},
    {"seek", "self, pos, whence=0, /", "Goes to a place.", seek, NULL},
    {"truncate", "self, size=None, /", "Cuts it off.", truncate_text, NULL},
    {"close", "self, /", "Forgets the text.", close_text, NULL},
    {"_check", "self, /", "ValueError where it was closed.", check, NULL},
    {0}};
static Type memory_type = {.name = "TextMemory", .module = "_text_memory", .help = "A text that is read and written.",
                           .size = sizeof(TextMemory), .signature = "initial_value='', newline='\\n'", .init = init,
                           .dealloc = dealloc, .iter = iter, .next = next, .properties = properties,
                           .methods = methods};
static Type *const types[] = {&memory_type, NULL};
const ModuleRow text_memory_module_rows[] = {
    {.name = "_text_memory", .help = "The text of io.StringIO.", .types = types}, {0}};
