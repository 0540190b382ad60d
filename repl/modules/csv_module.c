/* The hot half of csv: lines to fields and fields to lines. Dialects and the rest are written in the language
 * (python/csv.py), which checks a dialect before it comes here. */
#include <string.h>

#include "engine/core/utf8.h"
#include "repl/modules/modules.h"

static Type error_type = {.name = "Error", .module = "_csv", .base = &py_Exception,
                          .help = "A table that cannot be read or written."};

enum { QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE };
static int64_t field_limit = 131072;

/* A dialect as the loops want it. Characters are code points, NONE where there is none. */
enum { NONE = -1, END = -2 /* of a line */ };
typedef struct Rules {
  int32_t delimiter, quote, escape;
  bool double_quote, skip_space, strict;
  int quoting;
  Value terminator;
} Rules;

static bool rule(Value dialect, const char *name, Value *value) {
  *value = py_getattr_c(dialect, name);
  return !py_is_error(*value);
}
static bool character_rule(Value dialect, const char *name, int32_t *to) {
  Value value;
  if (!rule(dialect, name, &value)) return false;
  uint32_t code = 0;
  *to = NONE;
  if (py_is_str(value) &&
      utf8_decode(py_as_string(value)->data, (size_t)py_as_string(value)->length, &code) > 0)
    *to = (int32_t)code;
  py_drop(value);
  return true;
}
static bool truth_rule(Value dialect, const char *name, bool *to) {
  Value value;
  if (!rule(dialect, name, &value)) return false;
  int truth = py_truth(value);
  py_drop(value);
  *to = truth > 0;
  return truth >= 0;
}
static bool read_rules(Value dialect, Rules *rules) {
  Value quoting;
  int64_t number;
  if (!character_rule(dialect, "delimiter", &rules->delimiter) ||
      !character_rule(dialect, "quotechar", &rules->quote) || !character_rule(dialect, "escapechar", &rules->escape) ||
      !truth_rule(dialect, "doublequote", &rules->double_quote) ||
      !truth_rule(dialect, "skipinitialspace", &rules->skip_space) ||
      !truth_rule(dialect, "strict", &rules->strict) || !rule(dialect, "quoting", &quoting))
    return false;
  bool good = py_as_int(quoting, &number);
  py_drop(quoting);
  rules->quoting = (int)number;
  return good && rule(dialect, "lineterminator", &rules->terminator);
}

/* ---- Reading ---- */

typedef enum State {
  START_RECORD, START_FIELD, ESCAPED, AFTER_ESCAPED_LINE, IN_FIELD, IN_QUOTES, ESCAPED_IN_QUOTES, QUOTE_IN_QUOTES,
  EAT_LINE
} State;

typedef struct ReaderObject {
  Object head;
  Value lines, dialect;
  Rules rules;
  int64_t line;
  Value row; /* what is being read */
  Text field;
  int64_t field_count; /* characters */
  State state;
  bool number;
} ReaderObject;

static Value reader_construct(Type *type, Value *arguments) {
  ReaderObject *r = py_new(type);
  if (!r) return PY_ERROR;
  r->lines = py_keep(arguments[0]);
  r->dialect = py_keep(arguments[1]);
  r->row = r->rules.terminator = PY_NONE;
  if (read_rules(arguments[1], &r->rules)) return py_object(r);
  py_drop(py_object(r));
  return PY_ERROR;
}

static bool save_field(ReaderObject *r) {
  Value value = py_text_bytes(text_string(&r->field), r->field.length);
  text_clear(&r->field);
  r->field_count = 0;
  if (r->number && !py_is_error(value)) {
    Value text = value;
    value = py_call_values((Value){.tag = TAG_OBJECT, .as.object = &py_float_type.head}, &text, 1);
    py_drop(text);
  }
  r->number = false;
  return py_list_append_steal(py_as_list(r->row), value);
}

static bool add(ReaderObject *r, int32_t c) {
  if (r->field_count >= field_limit) {
    py_raise(&error_type, "field larger than field limit (%lld)", (long long)field_limit);
    return false;
  }
  r->field_count++;
  if (c < 0x80) text_add_char(&r->field, (char)c);
  else text_add_code(&r->field, (uint32_t)c);
  return true;
}

/* The field ends with the line. */
static bool save_last(ReaderObject *r, int32_t c) {
  r->state = c == END ? START_RECORD : EAT_LINE;
  return save_field(r);
}

static bool is_line_end(int32_t c) { return c == '\n' || c == '\r' || c == END; }

static bool take(ReaderObject *r, int32_t c) {
  const Rules *rules = &r->rules;
  switch (r->state) {
  case START_RECORD:
    if (c == END) return true; /* an empty line */
    if (c == '\n' || c == '\r') {
      r->state = EAT_LINE;
      return true;
    }
    r->state = START_FIELD;
    /* fall through */
  case START_FIELD:
    if (is_line_end(c)) return save_last(r, c);
    if (c == rules->quote && rules->quoting != QUOTE_NONE) {
      r->state = IN_QUOTES;
    } else if (c == rules->escape) {
      r->state = ESCAPED;
    } else if (c == ' ' && rules->skip_space) {
      return true;
    } else if (c == rules->delimiter) {
      return save_field(r);
    } else {
      r->number = rules->quoting == QUOTE_NONNUMERIC;
      r->state = IN_FIELD;
      return add(r, c);
    }
    return true;
  case ESCAPED:
    r->state = c == '\n' || c == '\r' ? AFTER_ESCAPED_LINE : IN_FIELD;
    return add(r, c == END ? '\n' : c);
  case AFTER_ESCAPED_LINE:
    if (c == END) return true;
    /* fall through */
  case IN_FIELD:
    if (is_line_end(c)) return save_last(r, c);
    if (c == rules->escape) {
      r->state = ESCAPED;
    } else if (c == rules->delimiter) {
      r->state = START_FIELD;
      return save_field(r);
    } else {
      r->state = IN_FIELD;
      return add(r, c);
    }
    return true;
  case IN_QUOTES:
    if (c == END) return true;
    if (c == rules->escape) {
      r->state = ESCAPED_IN_QUOTES;
    } else if (c == rules->quote && rules->quoting != QUOTE_NONE) {
      r->state = rules->double_quote ? QUOTE_IN_QUOTES : IN_FIELD;
    } else {
      return add(r, c);
    }
    return true;
  case ESCAPED_IN_QUOTES:
    r->state = IN_QUOTES;
    return add(r, c == END ? '\n' : c);
  case QUOTE_IN_QUOTES:
    if (rules->quoting != QUOTE_NONE && c == rules->quote) {
      r->state = IN_QUOTES;
      return add(r, c);
    }
    if (c == rules->delimiter) {
      r->state = START_FIELD;
      return save_field(r);
    }
    if (is_line_end(c)) return save_last(r, c);
    if (!rules->strict) {
      r->state = IN_FIELD;
      return add(r, c);
    }
    char delimiter[5] = {0}, quote[5] = {0};
    utf8_encode((uint32_t)rules->delimiter, delimiter);
    utf8_encode((uint32_t)rules->quote, quote);
    py_raise(&error_type, "'%s' expected after '%s'", delimiter, quote);
    return false;
  case EAT_LINE:
    if (c == END) r->state = START_RECORD;
    if (is_line_end(c)) return true;
    py_raise(&error_type, "new-line character seen in unquoted field - "
                          "do you need to open the file in universal-newline mode?");
    return false;
  }
  return true;
}

/* Characters that stand for themselves from here on, in a field that has none but ASCII: how many. */
static int64_t plain_run(const ReaderObject *r, const char *at, const char *end) {
  const Rules *rules = &r->rules;
  const char *start = at;
  for (; at < end; at++) {
    int32_t c = (unsigned char)*at;
    if (c >= 0x80 || c == rules->quote || c == rules->escape) break;
    if (r->state == IN_FIELD && (c == rules->delimiter || c == '\n' || c == '\r')) break;
  }
  return at - start;
}

static bool take_line(ReaderObject *r, const String *line) {
  const char *at = line->data, *end = at + line->length;
  while (at < end) {
    if (r->state == IN_FIELD || r->state == IN_QUOTES) {
      int64_t room = field_limit - r->field_count; /* what is too long is found character by character */
      int64_t run = plain_run(r, at, room < end - at ? at + (room > 0 ? room : 0) : end);
      if (run > 0) {
        text_add_bytes(&r->field, at, (size_t)run);
        r->field_count += run;
        at += run;
        if (at == end) break;
      }
    }
    uint32_t code = (unsigned char)*at;
    int taken = code < 0x80 ? 1 : utf8_decode(at, (size_t)(end - at), &code);
    at += taken > 0 ? taken : 1;
    if (!take(r, (int32_t)code)) return false;
  }
  return take(r, END);
}

static Value reader_next(Value self) {
  ReaderObject *r = (ReaderObject *)self.as.object;
  py_drop(r->row);
  r->row = PY_NONE;
  Value row = py_list(0);
  if (py_is_error(row)) return row;
  r->row = row;
  text_clear(&r->field);
  r->field_count = 0;
  r->state = START_RECORD;
  r->number = false;
  bool good = true;
  do {
    Value line = py_next(r->lines);
    if (py_is_error(line)) return line;
    if (line.tag == TAG_UNDEFINED) {
      if (r->field_count == 0 && r->state != IN_QUOTES) return line;
      if (r->rules.strict) return py_raise(&error_type, "unexpected end of data");
      if (!save_field(r)) return PY_ERROR;
      break;
    }
    if (py_is_str(line)) {
      r->line++;
      good = take_line(r, py_as_string(line));
    } else {
      py_raise(&error_type, "iterator should return strings, not %s (the file should be opened in text mode)",
               py_type_of(line)->name);
      good = false;
    }
    py_drop(line);
  } while (good && r->state != START_RECORD);
  row = r->row;
  r->row = PY_NONE;
  if (good) return row;
  py_drop(row);
  return PY_ERROR;
}

static Value reader_iter(Value self) { return py_keep(self); }

static bool reader_traverse(Object *self, PyVisit visit, void *context) {
  ReaderObject *r = (ReaderObject *)self;
  const Value held[] = {r->lines, r->dialect, r->row};
  for (size_t i = 0; i < sizeof held / sizeof *held; i++)
    if (held[i].tag == TAG_OBJECT) visit(held[i].as.object, context);
  return true;
}
static void reader_clear(Object *self) {
  ReaderObject *r = (ReaderObject *)self;
  const Value held[] = {r->lines, r->dialect, r->row, r->rules.terminator};
  r->lines = r->dialect = r->row = r->rules.terminator = PY_NONE;
  for (size_t i = 0; i < sizeof held / sizeof *held; i++) py_drop(held[i]);
}
static void reader_dealloc(Object *self) {
  reader_clear(self);
  text_free(&((ReaderObject *)self)->field);
}
static Value reader_line(Value self) { return py_int(((ReaderObject *)self.as.object)->line); }
static Value reader_dialect(Value self) { return py_keep(((ReaderObject *)self.as.object)->dialect); }
static const PropertyRow reader_properties[] = {{"line_num", "lines read so far", reader_line, NULL},
                                                {"dialect", "how fields are separated", reader_dialect, NULL},
                                                {0}};
static Type reader_type = {.name = "reader", .module = "_csv", .help = "The rows of a table, one after the other.",
                           .size = sizeof(ReaderObject), .signature = "lines, dialect, /",
                           .construct = reader_construct, .iter = reader_iter, .next = reader_next,
                           .traverse = reader_traverse, .clear = reader_clear, .dealloc = reader_dealloc,
                           .properties = reader_properties};

/* ---- Writing ---- */

typedef struct Format {
  Object head;
  Rules rules;
} Format;

static Value format_construct(Type *type, Value *arguments) {
  Format *format = py_new(type);
  if (!format) return PY_ERROR;
  format->rules.terminator = PY_NONE;
  if (read_rules(arguments[0], &format->rules)) return py_object(format);
  py_drop(py_object(format));
  return PY_ERROR;
}
static void format_dealloc(Object *self) { py_drop(((Format *)self)->rules.terminator); }

/* A text of ASCII in which nothing has to be quoted or escaped. */
static bool is_plain(const Rules *rules, const char *bytes, size_t length) {
  const String *terminator = py_as_string(rules->terminator);
  const char *ends = terminator->data;
  if (terminator->length > 2) return false;
  for (size_t i = 0; i < length; i++) {
    int32_t c = (unsigned char)bytes[i];
    if (c >= 0x80 || c == rules->delimiter || c == rules->quote || c == rules->escape || c == '\n' || c == '\r' ||
        c == ends[0] || (ends[0] && c == ends[1]))
      return false;
  }
  return true;
}

static bool is_special(const Rules *rules, int32_t c) {
  if (c == rules->delimiter || c == rules->quote || c == rules->escape || c == '\n' || c == '\r') return true;
  const String *terminator = py_as_string(rules->terminator);
  char bytes[4];
  size_t length = utf8_encode((uint32_t)c, bytes);
  return memmem(terminator->data, (size_t)terminator->length, bytes, length) != NULL;
}

/* Adds one field; `scratch` is for its text with what had to be put in. */
static bool add_field(Text *out, Text *scratch, const Rules *rules, const char *bytes, size_t length, bool quoted,
                      bool alone) {
  if (length > 0 && !quoted && is_plain(rules, bytes, length)) {
    text_add_bytes(out, bytes, length);
    return true;
  }
  text_clear(scratch);
  for (size_t at = 0; at < length;) {
    uint32_t code = (unsigned char)bytes[at];
    int taken = code < 0x80 ? 1 : utf8_decode(bytes + at, length - at, &code);
    if (taken <= 0) taken = 1;
    int32_t c = (int32_t)code;
    if (is_special(rules, c)) {
      bool escaped = rules->quoting == QUOTE_NONE;
      if (!escaped && c == rules->quote) {
        if (rules->double_quote) {
          text_add_bytes(scratch, bytes + at, (size_t)taken);
          quoted = true;
        } else {
          escaped = true;
        }
      } else if (!escaped && c == rules->escape) {
        escaped = true;
      } else if (!escaped) {
        quoted = true;
      }
      if (escaped && rules->escape == NONE) {
        py_raise(&error_type, "need to escape, but no escapechar set");
        return false;
      }
      if (escaped) text_add_code(scratch, (uint32_t)rules->escape);
    }
    text_add_bytes(scratch, bytes + at, (size_t)taken);
    at += (size_t)taken;
  }
  if (alone && length == 0 && !quoted) {
    if (rules->quoting == QUOTE_NONE) {
      py_raise(&error_type, "single empty field record must be quoted");
      return false;
    }
    quoted = true;
  }
  if (quoted) text_add_code(out, (uint32_t)rules->quote);
  text_add_bytes(out, text_string(scratch), scratch->length);
  if (quoted) text_add_code(out, (uint32_t)rules->quote);
  return true;
}

/* The line of a row: its fields, the delimiter between them, the end of the line. */
static Value line_of(const Rules *rules, Value fields) {
  Value list = py_to_list(fields); /* a list of its own: texts of fields may be made by the program */
  if (py_is_error(list)) {
    if (!py_pending_is(&py_TypeError)) return list;
    py_clear_pending();
    return py_raise(&error_type, "iterable expected, not %s", py_type_of(fields)->name);
  }
  Text out = {0}, scratch = {0};
  bool good = true;
  int64_t count = py_as_list(list)->count;
  for (int64_t i = 0; good && i < py_as_list(list)->count; i++) {
    Value field = py_as_list(list)->items[i], text;
    bool quoted = rules->quoting == QUOTE_ALL ||
                  (rules->quoting == QUOTE_NONNUMERIC && !py_is(field, &py_float_type) && !py_is(field, &py_int_type));
    if (py_is_none(field)) text = py_text_bytes("", 0);
    else if (py_is(field, &py_float_type)) text = py_repr(field);
    else text = py_str(field);
    good = !py_is_error(text);
    if (!good) break;
    if (i) text_add_code(&out, (uint32_t)rules->delimiter);
    good = add_field(&out, &scratch, rules, py_as_string(text)->data, (size_t)py_as_string(text)->length, quoted,
                     count == 1);
    py_drop(text);
  }
  py_drop(list);
  text_free(&scratch);
  if (!good) {
    text_free(&out);
    return PY_ERROR;
  }
  text_add_bytes(&out, py_as_string(rules->terminator)->data, (size_t)py_as_string(rules->terminator)->length);
  return py_text_take(&out);
}
static Value format_row(const NativeRow *row, Value *arguments) {
  Value line = line_of(&((Format *)arguments[0].as.object)->rules, arguments[1]);
  Value written = py_is_error(line) ? line : py_call_values(arguments[2], &line, 1);
  if (!py_is_error(line)) py_drop(line);
  return written;
}
static Value format_rows(const NativeRow *row, Value *arguments) {
  Value iterator = py_iter(arguments[1]), fields;
  if (py_is_error(iterator)) return iterator;
  while ((fields = py_next(iterator)).tag > TAG_UNDEFINED) {
    Value written = format_row(row, (Value[]){arguments[0], fields, arguments[2]});
    py_drop(fields);
    if (py_is_error(written)) {
      py_drop(iterator);
      return written;
    }
    py_drop(written);
  }
  py_drop(iterator);
  return py_is_error(fields) ? fields : PY_NONE;
}
static const NativeRow format_methods[] = {
    {"row", "self, fields, write, /", "Writes the line of a row; what `write` returned.", format_row, NULL},
    {"rows", "self, rows, write, /", "Writes the lines of rows.", format_rows, NULL},
    {0}};
static Type format_type = {.name = "Format", .module = "_csv", .help = "Rows as lines.", .size = sizeof(Format),
                           .signature = "dialect, /", .construct = format_construct, .dealloc = format_dealloc,
                           .methods = format_methods};

/* A row as a dict: what is too much is a list under `rest_key`, what is missing is `rest`. */
static Value named_row(const NativeRow *row, Value *arguments) {
  const Value *names, *fields;
  int64_t name_count, field_count;
  for (int i = 0; i < 2; i++) {
    if (py_is_list(arguments[i]) || py_is_tuple(arguments[i])) continue;
    Value list = py_to_list(arguments[i]);
    if (py_is_error(list)) return list;
    Value again[4] = {arguments[0], arguments[1], arguments[2], arguments[3]};
    again[i] = list;
    Value made = named_row(row, again);
    py_drop(list);
    return made;
  }
  py_sequence(arguments[0], &names, &name_count);
  py_sequence(arguments[1], &fields, &field_count);
  Value made = py_dict(), more = PY_UNDEFINED;
  if (py_is_error(made)) return made;
  bool good = true;
  for (int64_t i = 0; good && i < name_count; i++)
    good = py_dict_set(py_as_dict(made), names[i], i < field_count ? fields[i] : arguments[3]);
  if (good && field_count > name_count) {
    more = py_list(field_count - name_count);
    good = !py_is_error(more);
    for (int64_t i = name_count; good && i < field_count; i++) good = py_list_append(py_as_list(more), fields[i]);
    good = good && py_dict_set(py_as_dict(made), arguments[2], more);
    py_drop(more);
  }
  if (good) return made;
  py_drop(made);
  return PY_ERROR;
}

/* The fields of a dict in the order of names; None where it has other keys, or is no dict. */
static Value fields_of(const NativeRow *row, Value *arguments) {
  const Value *names;
  int64_t count;
  if (!py_sequence(arguments[1], &names, &count) || py_type_of(arguments[0]) != &py_dict_type) return PY_NONE;
  Dict *dict = py_as_dict(arguments[0]);
  Value key, value;
  int64_t nth = 0;
  for (int64_t at = 0; py_dict_next(dict, &at, &key, &value); nth++) {
    /* Most rows have their keys in the order of the names. */
    if (nth < count && names[nth].tag == TAG_OBJECT && key.tag == TAG_OBJECT &&
        names[nth].as.object == key.as.object)
      continue;
    int there = py_contains(arguments[1], key);
    if (there <= 0) return there < 0 ? PY_ERROR : PY_NONE;
  }
  Value made = py_list(count);
  bool good = !py_is_error(made);
  for (int64_t i = 0; good && i < count; i++) {
    Value field = py_dict_find(dict, names[i]);
    good = !py_is_error(field) && py_list_append(py_as_list(made), field.tag == TAG_UNDEFINED ? arguments[2] : field);
  }
  if (good) return made;
  if (!py_is_error(made)) py_drop(made);
  return PY_ERROR;
}

static Value set_limit(const NativeRow *row, Value *arguments) {
  int64_t old = field_limit;
  if (arguments[0].tag != TAG_UNDEFINED && !py_as_int(arguments[0], &field_limit)) return PY_ERROR;
  return py_int(old);
}

static const NativeRow functions[] = {
    {"limit", "new=..., /", "The longest field that is read; sets another.", set_limit, NULL},
    {"fields_of", "row, names, rest, /", "The fields of a dict, or None.", fields_of, NULL},
    {"named_row", "names, fields, rest_key, rest, /", "A row as a dict.", named_row, NULL},
    {0}};
static Type *const types[] = {&error_type, &reader_type, &format_type, NULL};
const ModuleRow csv_module_rows[] = {
    {.name = "_csv", .help = "Lines to fields and fields to lines.", .functions = functions, .types = types}, {0}};
