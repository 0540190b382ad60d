/* The native half of pandas.read_csv: fields of a text in columns, each an array of numbers or booleans, or a list of
 * texts. The rest of pandas is repl/modules/python/pandas.py and what it imports. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/interrupt.h"
#include "engine/core/memory.h"
#include "repl/modules/numpy_internal.h"

/* A walk over the fields of a text (RFC 4180: a quoted field may hold separators and line ends; "" is a quote). */
typedef struct Scan {
  const char *at, *end;
  char separator, quote; /* separator ' ' with `blanks`: any run of spaces and tabs */
  char comment;          /* '\0': none */
  bool blanks;
} Scan;

typedef struct Field {
  const char *text;
  size_t length;
  bool quoted, escaped; /* escaped: holds doubled quotes */
  bool last;            /* of its line */
} Field;

static bool is_end(const Scan *scan, const char *at) {
  return at >= scan->end || *at == '\n' || *at == '\r' || (scan->comment && *at == scan->comment);
}

static void skip_blanks(Scan *scan) {
  while (scan->at < scan->end && (*scan->at == ' ' || *scan->at == '\t') && *scan->at != scan->comment) scan->at++;
}

/* Past the end of the line (and a comment before it). */
static void skip_line(Scan *scan) {
  while (scan->at < scan->end && *scan->at != '\n' && *scan->at != '\r') scan->at++;
  if (scan->at < scan->end && *scan->at == '\r') scan->at++;
  if (scan->at < scan->end && *scan->at == '\n') scan->at++;
}

/* To the first field of the next line that is not blank; false at the end of the text. */
static bool next_line(Scan *scan) {
  while (scan->at < scan->end) {
    const char *start = scan->at;
    while (start < scan->end && (*start == ' ' || *start == '\t') && scan->separator != *start &&
           *start != scan->comment)
      start++;
    if (!is_end(scan, start)) return true;
    scan->at = start;
    skip_line(scan);
  }
  return false;
}

static Field next_field(Scan *scan) {
  Field field = {0};
  if (scan->blanks) skip_blanks(scan);
  if (scan->at < scan->end && *scan->at == scan->quote && scan->quote) {
    field.quoted = true;
    field.text = ++scan->at;
    while (scan->at < scan->end) {
      if (*scan->at == scan->quote) {
        if (scan->at + 1 >= scan->end || scan->at[1] != scan->quote) break;
        field.escaped = true;
        scan->at++;
      }
      scan->at++;
    }
    field.length = (size_t)(scan->at - field.text);
    if (scan->at < scan->end) scan->at++;
    while (!is_end(scan, scan->at) && *scan->at != scan->separator && !(scan->blanks && *scan->at == '\t')) scan->at++;
  } else {
    field.text = scan->at;
    while (!is_end(scan, scan->at) && *scan->at != scan->separator && !(scan->blanks && *scan->at == '\t')) scan->at++;
    field.length = (size_t)(scan->at - field.text);
  }
  if (scan->blanks) skip_blanks(scan);
  if (is_end(scan, scan->at)) {
    field.last = true;
    skip_line(scan);
  } else if (!scan->blanks) {
    scan->at++;
  }
  return field;
}

static Value field_text(const Field *field, char quote) {
  if (!field->escaped) return py_text_bytes(field->text, field->length);
  Text text = {0};
  for (size_t i = 0; i < field->length; i++) {
    text_add_bytes(&text, field->text + i, 1);
    if (field->text[i] == quote && i + 1 < field->length && field->text[i + 1] == quote) i++;
  }
  return py_text_take(&text);
}

static bool scan_of(Value *arguments, Scan *scan) {
  const char *separator, *quote, *comment;
  int64_t start;
  if (!py_is_str(arguments[0]) || !py_as_int(arguments[1], &start) || !py_as_text(arguments[2], &separator) ||
      !py_as_text(arguments[3], &quote) || !py_as_text(arguments[4], &comment))
    return false;
  const String *text = py_as_string(arguments[0]);
  *scan = (Scan){.at = text->data + (start < text->length ? start : text->length), .end = text->data + text->length,
                 .separator = *separator ? *separator : ' ', .quote = *quote, .comment = *comment,
                 .blanks = *separator == '\0'};
  return true;
}

/* The fields of the first line from a byte on: (list of texts, where the next line begins), or None at the end. */
static Value read_fields(const NativeRow *row, Value *arguments) {
  Scan scan;
  if (!scan_of(arguments, &scan)) return PY_ERROR;
  if (!next_line(&scan)) return PY_NONE;
  Value list = py_list(8);
  for (bool last = false; !py_is_error(list) && !last;) {
    Field field = next_field(&scan);
    last = field.last;
    if (!py_list_append_steal(py_as_list(list), field_text(&field, scan.quote))) {
      py_drop(list);
      list = PY_ERROR;
    }
  }
  if (py_is_error(list)) return list;
  Value pair = py_tuple_of(2, list, py_int(scan.at - py_as_string(arguments[0])->data));
  py_drop(list);
  return pair;
}

/* ---- What a column holds ---- */

enum { EMPTY = 0, WHOLE = 1, REAL = 2, TRUTH = 4, WORDS = 8 };

static bool is_word(const char *text, size_t length, const char *word) {
  return strlen(word) == length && memcmp(text, word, length) == 0;
}
/* What pandas takes for a missing value by itself. */
static bool is_missing(const Field *field, Set *also, bool standard) {
  static const char *const words[] = {"",        "#N/A",    "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN",
                                      "-nan",    "1.#IND",  "1.#QNAN",  "<NA>", "N/A",    "NA",       "NULL",
                                      "NaN",     "None",    "n/a",      "nan", "null"};
  if (standard)
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
      if (is_word(field->text, field->length, words[i])) return true;
  if (also == NULL || also->count == 0) return false;
  Value text = py_text_bytes(field->text, field->length);
  int found = py_is_error(text) ? 0 : py_set_has(also, text);
  py_drop(text);
  return found == 1;
}

static bool whole_of(const char *text, size_t length, int64_t *value) {
  size_t i = 0;
  bool minus = length > 1 && text[0] == '-';
  if (minus || (length > 1 && text[0] == '+')) i++;
  if (length - i == 0 || length - i > 18) return false;
  int64_t total = 0;
  for (; i < length; i++) {
    if (text[i] < '0' || text[i] > '9') return false;
    total = total * 10 + (text[i] - '0');
  }
  *value = minus ? -total : total;
  return true;
}
static bool real_of(const char *text, size_t length, double *value) {
  char copy[64], *end;
  if (length == 0 || length >= sizeof copy) return false;
  for (size_t i = 0; i < length; i++)
    if (text[i] == 'x' || text[i] == 'X' || text[i] == '(' || text[i] == ' ') return false;
  memcpy(copy, text, length);
  copy[length] = '\0';
  *value = strtod(copy, &end);
  return *end == '\0';
}
static Field trimmed(Field field) {
  while (field.length && (*field.text == ' ' || *field.text == '\t')) field.text++, field.length--;
  while (field.length && (field.text[field.length - 1] == ' ' || field.text[field.length - 1] == '\t')) field.length--;
  return field;
}
static int kind_of(const Field *given) {
  int64_t whole;
  double real;
  Field field = trimmed(*given);
  if (whole_of(field.text, field.length, &whole)) return WHOLE;
  if (real_of(field.text, field.length, &real)) return REAL;
  if (is_word(given->text, given->length, "True") || is_word(given->text, given->length, "TRUE") ||
      is_word(given->text, given->length, "true") || is_word(given->text, given->length, "False") ||
      is_word(given->text, given->length, "FALSE") || is_word(given->text, given->length, "false"))
    return TRUTH;
  return WORDS;
}

typedef struct Column {
  int kinds;
  bool missing, texts; /* texts: asked for as such */
  NdArray *array;
  Value list;
} Column;

static void free_columns(Column *columns, int64_t count) {
  for (int64_t i = 0; i < count; i++) {
    nd_release(columns[i].array);
    py_drop(columns[i].list);
  }
  core_free(columns);
}

static bool store(Column *column, int64_t at, const Field *field, bool missing, char quote) {
  if (column->array == NULL) {
    Value value = missing                  ? PY_NONE
                  : column->kinds == TRUTH ? py_bool((*field->text | 32) == 't')
                                           : field_text(field, quote);
    return py_list_append_steal(py_as_list(column->list), value);
  }
  int64_t whole = 0;
  double real = NAN;
  Field number = trimmed(*field);
  switch (column->array->type) {
    case ND_BOOL: ((bool *)column->array->data)[at] = (*field->text | 32) == 't'; break;
    case ND_INT64:
      whole_of(number.text, number.length, &whole);
      ((int64_t *)column->array->data)[at] = whole;
      break;
    default:
      if (!missing) real_of(number.text, number.length, &real);
      ((double *)column->array->data)[at] = real;
  }
  return true;
}

/* An array or a list for the column, once it is known what it holds. */
static bool prepare(Column *column, int64_t rows) {
  Error error = {0};
  NdType type;
  bool mixed = column->kinds & TRUTH && (column->kinds != TRUTH || column->missing);
  if (column->texts || column->kinds >= WORDS || mixed) {
    if (column->kinds != TRUTH || column->texts) column->kinds = WORDS;
    column->list = py_list(rows);
    return !py_is_error(column->list);
  }
  if (column->kinds == TRUTH) type = ND_BOOL;
  else type = column->kinds == WHOLE && !column->missing ? ND_INT64 : ND_FLOAT64;
  column->array = nd_new(type, 1, &rows, &error);
  if (column->array == NULL) py_raise_error(&error);
  return column->array != NULL;
}

/* Two walks: the first finds what each column holds, the second fills. Lines that are too short end in missing values;
 * longer ones are an error, as in pandas. */
static bool walk(Scan scan, Column *columns, int64_t count, int64_t most, Set *also, bool standard, bool fill,
                 int64_t first_line, int64_t *rows) {
  Field nothing = {.text = ""};
  int64_t row = 0;
  for (; (most < 0 || row < most) && next_line(&scan); row++) {
    if (row % 4096 == 0 && core_interrupt_pending()) break;
    int64_t at = 0;
    for (bool last = false; !last; at++) {
      Field field = next_field(&scan);
      last = field.last;
      if (at >= count) continue;
      bool missing = is_missing(&field, also, standard);
      if (!fill) {
        if (missing) columns[at].missing = true;
        else if (columns[at].kinds < WORDS) columns[at].kinds |= kind_of(&field);
      } else if (!store(&columns[at], row, &field, missing, scan.quote)) {
        return false;
      }
    }
    if (at > count && !fill) {
      py_raise(&py_ValueError, "Error tokenizing data. C error: Expected %lld fields in line %lld, saw %lld\n",
               (long long)count, (long long)(first_line + row), (long long)at);
      return false;
    }
    for (; at < count; at++) {
      columns[at].missing = true;
      if (fill && !store(&columns[at], row, &nothing, true, scan.quote)) return false;
    }
  }
  *rows = row;
  return true;
}

static Value read_columns(const NativeRow *row, Value *arguments) {
  Scan scan;
  int64_t count, most, first_line, rows = 0;
  bool standard;
  const Value *texts;
  int64_t text_count;
  if (!scan_of(arguments, &scan) || !py_as_int(arguments[5], &count) || !py_as_int(arguments[6], &most) ||
      !py_as_bool(arguments[8], &standard) || !py_sequence(arguments[9], &texts, &text_count) ||
      !py_as_int(arguments[10], &first_line))
    return PY_ERROR;
  Set *also = py_is_set(arguments[7]) ? py_as_set(arguments[7]) : NULL;
  Column *columns = core_alloc_zero((size_t)(count ? count : 1), sizeof *columns);
  if (columns == NULL) return py_raise(&py_MemoryError, "out of memory");
  for (int64_t i = 0; i < count; i++) columns[i].list = PY_NONE;
  for (int64_t i = 0; i < text_count; i++) {
    int64_t at;
    if (py_as_int(texts[i], &at) && at >= 0 && at < count) columns[at].texts = true;
  }
  bool good = walk(scan, columns, count, most, also, standard, false, first_line, &rows);
  for (int64_t i = 0; good && i < count; i++) good = prepare(&columns[i], rows);
  good = good && walk(scan, columns, count, rows, also, standard, true, first_line, &rows);
  Value list = good ? py_list(count) : PY_ERROR;
  for (int64_t i = 0; !py_is_error(list) && i < count; i++) {
    Error error = {0};
    Value value;
    if (columns[i].array) {
      value = np_value(columns[i].array, &error);
      columns[i].array = NULL;
    } else {
      value = columns[i].list;
      columns[i].list = PY_NONE;
    }
    if (!py_list_append_steal(py_as_list(list), value)) {
      py_drop(list);
      list = PY_ERROR;
    }
  }
  free_columns(columns, count);
  return list;
}

#define WHERE "text, start, sep, quote, comment"
/* moments(x, y): (rows, covariance sum, sum of squares of x, of y) of the rows where neither is nan, each value's
 * distance to the running means added up (Welford's method), as pandas does for corr(): its last digits
 * depend on it. */
static Value moments(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  NdArray *x = np_hold(&work, arguments[0]), *y = x ? np_hold(&work, arguments[1]) : NULL;
  if (y == NULL) return np_end(&work, PY_ERROR);
  if (x->type != ND_FLOAT64 || y->type != ND_FLOAT64 || x->ndim != 1 || y->ndim != 1 || x->shape[0] != y->shape[0])
    return np_end(&work, np_step(&work, py_raise(&py_ValueError, "two columns of float64 of one length are wanted")));
  double mean_x = 0, mean_y = 0, square_x = 0, square_y = 0, product = 0;
  int64_t count = 0;
  for (int64_t i = 0; i < x->shape[0]; i++) {
    double a = *(const double *)(x->data + i * x->strides[0]), b = *(const double *)(y->data + i * y->strides[0]);
    if (isnan(a) || isnan(b)) continue;
    count++;
    double gap_x = a - mean_x, gap_y = b - mean_y;
    mean_x += 1.0 / (double)count * gap_x;
    mean_y += 1.0 / (double)count * gap_y;
    square_x += (a - mean_x) * gap_x;
    square_y += (b - mean_y) * gap_y;
    product += (a - mean_x) * gap_y;
  }
  return np_end(&work, np_step(&work, py_tuple_of(4, py_int(count), py_float(product), py_float(square_x),
                                                  py_float(square_y))));
}

static const NativeRow functions[] = {
    {"moments", "x, y, /", "Sums of products about the means of two columns.", moments, NULL},
    {"read_fields", WHERE, "The fields of one line, and where the next begins.", read_fields, NULL},
    {"read_columns", WHERE ", count, nrows, na_values, keep_default_na, texts, line",
     "All further lines, by columns.", read_columns, NULL},
    {0},
};

const ModuleRow pandas_module_rows[] = {
    {.name = "_pandas", .help = "What pandas calls in loops.", .functions = functions},
    {0},
};
