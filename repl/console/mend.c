#include "repl/console/mend.h"

#include <ctype.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/utf8.h"
#include "repl/console/cell.h"

void mend_touch(Mending *m, size_t line) {
  if (m->count && m->seen == line) return;
  if (m->count++ == 0) m->first = line;
  m->seen = line;
}

void mend_keep_line(Mending *m, size_t i) {
  text_add_bytes(&m->out, m->scan->text + m->scan->line[i], m->scan->line[i + 1] - m->scan->line[i]);
}

void mend_blank_line(Mending *m, size_t i) {
  size_t end = scan_line_end(m->scan, i);
  text_add_bytes(&m->out, m->scan->text + end, m->scan->line[i + 1] - end);
}

static bool is_word(char c) { return c == '_' || isalnum((unsigned char)c) || ((unsigned char)c & 0x80); }
static bool is_blank(char c) { return c == ' ' || c == '\t'; }

/* ---- Signs ---- */

typedef struct Sign {
  uint32_t from, to; /* code points */
  const char *as;    /* NULL: the same sign of ASCII (full width) */
} Sign;

static const Sign blanks[] = {{0xA0, 0xA0, " "}, {0xAD, 0xAD, ""}, {0x1680, 0x1680, " "}, {0x2000, 0x200A, " "},
                              {0x200B, 0x200F, ""}, {0x2028, 0x2029, " "}, {0x202A, 0x202E, ""}, {0x202F, 0x202F, " "},
                              {0x205F, 0x205F, " "}, {0x2060, 0x2064, ""}, {0x3000, 0x3000, " "},
                              {0xFEFF, 0xFEFF, ""}, {0, 0, NULL}};
static const Sign quotes[] = {{0x2018, 0x201B, "'"}, {0x2032, 0x2032, "'"}, {0xB4, 0xB4, "'"}, {0x201C, 0x201F, "\""},
                              {0x2033, 0x2033, "\""}, {0xFF02, 0xFF02, "\""}, {0xFF07, 0xFF07, "'"}, {0, 0, NULL}};
static const Sign signs[] = {{0x2010, 0x2015, "-"}, {0x2212, 0x2212, "-"}, {0x2026, 0x2026, "..."}, {0xD7, 0xD7, "*"},
                             {0xF7, 0xF7, "/"}, {0x2260, 0x2260, "!="}, {0x2264, 0x2264, "<="}, {0x2265, 0x2265, ">="},
                             {0x2192, 0x2192, "->"}, {0x3001, 0x3001, ","}, {0x3010, 0x3010, "["},
                             {0x3011, 0x3011, "]"}, {0xFF01, 0xFF5E, NULL}, {0, 0, NULL}};

static const Sign *find_sign(const Sign *table, uint32_t code) {
  for (; table->from; table++)
    if (code >= table->from && code <= table->to) return table;
  return NULL;
}

/* In code such signs are always wrong. In a string they are text, but for quotes in one that its line leaves open. */
static void replace_signs(Mending *m, const Sign *table, bool in_open) {
  const Scan *scan = m->scan;
  for (size_t i = 0; i < scan->count; i++) {
    for (size_t at = scan->line[i]; at < scan->line[i + 1];) {
      uint32_t code;
      int bytes = utf8_decode(scan->text + at, scan->line[i + 1] - at, &code);
      if (bytes < 1) bytes = 1, code = 0;
      bool here = scan->kind[at] == SCAN_CODE || (in_open && scan->open[i] && scan->kind[at] == SCAN_STRING);
      const Sign *sign = here && bytes > 1 ? find_sign(table, code) : NULL;
      if (sign == NULL) {
        text_add_bytes(&m->out, scan->text + at, (size_t)bytes);
      } else {
        mend_touch(m, i);
        if (sign->as) text_add(&m->out, sign->as);
        else text_add_char(&m->out, (char)(code - 0xFEE0));
      }
      at += (size_t)bytes;
    }
  }
}
static void mend_blanks(Mending *m) { replace_signs(m, blanks, false); }
static void mend_quotes(Mending *m) { replace_signs(m, quotes, true); }
static void mend_signs(Mending *m) { replace_signs(m, signs, false); }

/* What a web page's source writes for five signs. */
static void mend_entities(Mending *m) {
  static const char *const entities[][2] = {{"&lt;", "<"},  {"&gt;", ">"},   {"&amp;", "&"}, {"&quot;", "\""},
                                            {"&#39;", "'"}, {"&apos;", "'"}, {"&nbsp;", " "}};
  const Scan *scan = m->scan;
  for (size_t i = 0; i < scan->count; i++) {
    for (size_t at = scan->line[i]; at < scan->line[i + 1];) {
      size_t k = 0, count = sizeof entities / sizeof *entities;
      while (k < count && (scan->kind[at] == SCAN_STRING || scan->kind[at] == SCAN_MAGIC ||
                           strncmp(scan->text + at, entities[k][0], strlen(entities[k][0])) != 0))
        k++;
      if (k == count) {
        text_add_char(&m->out, scan->text[at++]);
        continue;
      }
      mend_touch(m, i);
      text_add(&m->out, entities[k][1]);
      at += strlen(entities[k][0]);
    }
  }
}

/* ---- Python 2 ---- */

/* Walks a text as statements: where one starts, a rule may write it anew. */
typedef struct Walk {
  Mending *m;
  size_t at, line, depth;
  bool start; /* a statement starts at `at` */
} Walk;

static bool at_word(const Scan *scan, size_t at, const char *word) {
  size_t length = strlen(word);
  return at + length <= scan->length && scan->kind[at] == SCAN_CODE && memcmp(scan->text + at, word, length) == 0 &&
         (at + length == scan->length || !is_word(scan->text[at + length]));
}

/* The end of the statement that starts at `at`: `;`, a comment or the line's end outside of brackets. `comma` is the
 * first comma, `colon` the first colon outside of brackets, or 0; `last` the statement's last sign that is no blank. */
typedef struct Extent {
  size_t end, last, comma, colon;
} Extent;
static Extent extent_of(const Scan *scan, size_t at) {
  Extent extent = {.last = at};
  int depth = 0;
  for (; at < scan->length; at++) {
    char c = scan->text[at];
    if (scan->kind[at] == SCAN_STRING) {
      extent.last = at;
      continue;
    }
    if (depth <= 0 && (scan->kind[at] == SCAN_COMMENT || c == ';')) break;
    if (c == '\n' && depth <= 0 && scan->text[at - 1] != '\\') break;
    if (scan->kind[at] != SCAN_CODE) continue;
    if (strchr("([{", c)) depth++;
    else if (strchr(")]}", c)) depth--;
    else if (depth == 0 && c == ',' && !extent.comma) extent.comma = at;
    else if (depth == 0 && c == ':' && !extent.colon) extent.colon = at;
    if (!isspace((unsigned char)c)) extent.last = at;
  }
  extent.end = at;
  return extent;
}

static void copy_to(Walk *walk, size_t to) {
  const Scan *scan = walk->m->scan;
  for (; walk->at < to; walk->at++) {
    text_add_char(&walk->m->out, scan->text[walk->at]);
    if (scan->text[walk->at] == '\n' && walk->line + 1 < scan->count) walk->line++;
  }
}

/* Calls `rewrite` at every start of a statement; it may copy and write up to some later place. */
static void walk_statements(Mending *m, void (*rewrite)(Walk *walk)) {
  const Scan *scan = m->scan;
  Walk walk = {.m = m, .start = true};
  while (walk.at < scan->length) {
    size_t at = walk.at;
    if (at == scan->line[walk.line]) {
      walk.start = scan->fresh[walk.line];
      if (walk.start) walk.depth = 0;
    }
    char c = scan->text[at];
    if (walk.start && !isspace((unsigned char)c) && scan->kind[at] == SCAN_CODE) {
      walk.start = false;
      rewrite(&walk);
      if (walk.at != at) continue;
    }
    if (scan->kind[at] == SCAN_CODE) {
      if (strchr("([{", c)) walk.depth++;
      else if (strchr(")]}", c) && walk.depth) walk.depth--;
      else if ((c == ';' || c == ':') && walk.depth == 0) walk.start = true;
    }
    copy_to(&walk, at + 1);
  }
}

/* `print x, y` and `exec code`: what follows could not follow a name in Python 3. */
static void rewrite_print(Walk *walk) {
  const Scan *scan = walk->m->scan;
  bool print = at_word(scan, walk->at, "print");
  if (!print && !at_word(scan, walk->at, "exec")) return;
  size_t first = walk->at + (print ? 5 : 4);
  while (first < scan->length && is_blank(scan->text[first])) first++;
  if (first >= scan->length || scan->kind[first] == SCAN_COMMENT) return;
  char c = scan->text[first];
  if (scan->kind[first] == SCAN_CODE && !is_word(c) && !strchr("-~{", c)) return;
  Extent extent = extent_of(scan, first);
  if (!is_word(c) && c == '-' && scan->text[first - 1] != ' ') return;
  bool more = print && scan->text[extent.last] == ',';
  mend_touch(walk->m, walk->line);
  text_add(&walk->m->out, print ? "print(" : "exec(");
  walk->at = first;
  copy_to(walk, extent.last + !more);
  if (more) {
    text_add(&walk->m->out, ", end=\" \"");
    walk->at++;
  }
  text_add_char(&walk->m->out, ')');
}
static void mend_print(Mending *m) { walk_statements(m, rewrite_print); }

/* In a text that is known to be Python 2, what would mean something else in Python 3: `print` alone, `print (a), b`,
 * `print [a]`, `print >>f, x`. */
static void rewrite_other_print(Walk *walk) {
  const Scan *scan = walk->m->scan;
  if (!at_word(scan, walk->at, "print")) return;
  size_t first = walk->at + 5;
  while (first < scan->length && is_blank(scan->text[first])) first++;
  bool nothing = first >= scan->length || scan->kind[first] == SCAN_COMMENT || strchr(";\n", scan->text[first]);
  char c = nothing ? '\0' : scan->text[first];
  if (!nothing && c != '(' && c != '[' && c != '>') return;
  Extent extent = extent_of(scan, nothing ? walk->at : first);
  bool to_file = c == '>' && scan->text[first + 1] == '>';
  if ((c == '>' && !to_file) || (c == '[' && first == walk->at + 5)) return;
  if (c == '(' && !extent.comma && scan->text[extent.last] == ')') return;
  mend_touch(walk->m, walk->line);
  text_add(&walk->m->out, "print(");
  walk->at = nothing ? walk->at + 5 : to_file ? first + 2 : first;
  size_t file = walk->at;
  if (to_file && extent.comma) {
    walk->at = extent.comma + 1;
    while (walk->at < extent.last && is_blank(scan->text[walk->at])) walk->at++;
  } else if (to_file) {
    walk->at = extent.last + 1;
  }
  bool more = !nothing && scan->text[extent.last] == ',';
  if (!nothing) copy_to(walk, extent.last + !more);
  if (more) text_add(&walk->m->out, ", end=\" \"");
  walk->at += more;
  if (to_file) {
    text_add(&walk->m->out, extent.comma ? ", file=" : "file=");
    while (is_blank(scan->text[file])) file++;
    text_add_bytes(&walk->m->out, scan->text + file, (extent.comma ? extent.comma : extent.last + 1) - file);
  }
  text_add_char(&walk->m->out, ')');
}
static void mend_other_print(Mending *m) {
  /* `from __future__ import print_function`: there print is a function already. */
  if (!memmem(m->scan->text, m->scan->length, "print_function", 14)) walk_statements(m, rewrite_other_print);
}

/* `except ValueError, e:` */
static void rewrite_except(Walk *walk) {
  const Scan *scan = walk->m->scan;
  if (!at_word(scan, walk->at, "except")) return;
  Extent extent = extent_of(scan, walk->at);
  if (!extent.comma || !extent.colon || extent.comma > extent.colon) return;
  mend_touch(walk->m, walk->line);
  copy_to(walk, extent.comma);
  text_add(&walk->m->out, " as");
  walk->at++;
  if (!is_blank(scan->text[walk->at])) text_add_char(&walk->m->out, ' ');
}
static void mend_except(Mending *m) { walk_statements(m, rewrite_except); }

/* `raise ValueError, "text"` */
static void rewrite_raise(Walk *walk) {
  const Scan *scan = walk->m->scan;
  if (!at_word(scan, walk->at, "raise")) return;
  Extent extent = extent_of(scan, walk->at);
  if (!extent.comma) return;
  mend_touch(walk->m, walk->line);
  copy_to(walk, extent.comma);
  text_add_char(&walk->m->out, '(');
  walk->at++;
  while (walk->at < extent.last && is_blank(scan->text[walk->at])) walk->at++;
  copy_to(walk, extent.last + 1);
  text_add_char(&walk->m->out, ')');
}
static void mend_raise(Mending *m) { walk_statements(m, rewrite_raise); }

/* `10L`, `0777` and `<>`. */
static void mend_literals(Mending *m) {
  const Scan *scan = m->scan;
  for (size_t i = 0; i < scan->count; i++) {
    for (size_t at = scan->line[i]; at < scan->line[i + 1];) {
      const char *text = scan->text + at;
      bool code = scan->kind[at] == SCAN_CODE;
      if (code && text[0] == '<' && at + 1 < scan->line[i + 1] && text[1] == '>') {
        mend_touch(m, i);
        text_add(&m->out, "!=");
        at += 2;
        continue;
      }
      bool begins = code && isdigit((unsigned char)*text) && (at == 0 || (!is_word(text[-1]) && text[-1] != '.'));
      size_t digits = 0;
      while (begins && at + digits < scan->line[i + 1] && isdigit((unsigned char)text[digits])) digits++;
      char after = at + digits < scan->length ? text[digits] : '\0';
      bool ends = at + digits + 1 >= scan->length || !is_word(text[digits + 1]);
      bool is_long = digits && (after == 'L' || after == 'l') && ends;
      bool octal = digits > 1 && text[0] == '0' && !is_word(after) && after != '.' &&
                   strspn(text, "01234567") >= digits && strspn(text, "0") < digits;
      if (is_long || octal) {
        mend_touch(m, i);
        if (octal) text_add(&m->out, "0o");
        text_add_bytes(&m->out, text + octal, digits - octal);
        at += digits + is_long;
        continue;
      }
      text_add_char(&m->out, *text);
      at++;
    }
  }
}

/* Names that Python 3 renamed; only in a text that showed itself to be Python 2. */
static void mend_names(Mending *m) {
  static const char *const names[][2] = {{"xrange", "range"},       {"raw_input", "input"},    {"unicode", "str"},
                                         {"unichr", "chr"},         {"long", "int"},           {".iteritems", ".items"},
                                         {".itervalues", ".values"}, {".iterkeys", ".keys"}};
  const Scan *scan = m->scan;
  for (size_t i = 0; i < scan->count; i++) {
    for (size_t at = scan->line[i]; at < scan->line[i + 1];) {
      size_t k = 0, count = sizeof names / sizeof *names;
      for (; k < count; k++) {
        bool begins = names[k][0][0] == '.' || at == 0 || (!is_word(scan->text[at - 1]) && scan->text[at - 1] != '.');
        if (begins && at_word(scan, at, names[k][0])) break;
      }
      if (k == count) {
        text_add_char(&m->out, scan->text[at++]);
        continue;
      }
      mend_touch(m, i);
      text_add(&m->out, names[k][1]);
      at += strlen(names[k][0]);
    }
  }
}

/* ---- The table ---- */

typedef enum MendCare {
  ALWAYS_WRONG, /* what the rule looks for stands in no program */
  CAUTIOUS,     /* kept only where the error moves on or goes */
  PYTHON_2,     /* as ALWAYS_WRONG; shows that the text is Python 2 */
  AFTERWARDS    /* in a Python 2 text that compiles by now */
} MendCare;

typedef struct MendRow {
  void (*apply)(Mending *mending);
  MendCare care;
  const char *note; /* NULL: nothing to tell */
} MendRow;

static const MendRow rows[] = {
    {mend_blanks, ALWAYS_WRONG, "no-break or invisible blanks read as plain ones"},
    {mend_fences, ALWAYS_WRONG, "only the Python between the ``` fences is read"},
    {mend_prompts, ALWAYS_WRONG, NULL},
    {mend_numbers, ALWAYS_WRONG, "line numbers in front of the lines are left out"},
    {mend_indentation, CAUTIOUS, NULL},
    {mend_first_indentation, CAUTIOUS, "the lines below are moved to the left, where the first one stands"},
    {mend_quotes, ALWAYS_WRONG, "typographic quotes read as plain ones"},
    {mend_signs, ALWAYS_WRONG, "typographic or full-width signs read as plain ones"},
    {mend_tabs, ALWAYS_WRONG, "tabs and blanks are mixed; tabs read as the columns that make blocks of them"},
    {mend_cells, ALWAYS_WRONG, "a notebook's % and ! lines, taken as in a notebook"},
    {mend_entities, CAUTIOUS, "a web page's &lt; &gt; &amp; &quot; read as the signs"},
    {mend_print, PYTHON_2, "Python 2's print, read as print(...); numbers are divided as in Python 3"},
    {mend_except, PYTHON_2, "Python 2's except X, e read as except X as e"},
    {mend_raise, PYTHON_2, "Python 2's raise X, text read as raise X(text)"},
    {mend_literals, PYTHON_2, "Python 2's 10L, 0777 and <> read as 10, 0o777 and !="},
    {mend_prose, CAUTIOUS, "sentences between the code are passed over"},
    {mend_other_print, AFTERWARDS, NULL},
    {mend_names, AFTERWARDS, "Python 2's names (xrange, raw_input, ...) read as Python 3's"},
};
enum { ROW_COUNT = sizeof rows / sizeof *rows, PASSES = 2, LONGEST_TEXT = 1 << 22 };

/* ---- Trying ---- */

/* Where compilation stops; `line` INT_MAX where it does not. */
typedef struct Stop {
  bool compiles, unfinished, indentation, syntax;
  int line, column;
} Stop;

/* A byte order mark in front is the language's business. */
static size_t mark_length(const char *text, size_t length) {
  return length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

static Stop try_text(const char *text, size_t length, const char *name, LangMode mode) {
  Text python = {0};
  bool translated = mode != LANG_FILE && cell_translate(text, length, &python);
  Code *code = lang_compile(translated ? text_string(&python) : text, translated ? python.length : length, name, 1,
                            mode);
  text_free(&python);
  Stop stop = {.compiles = code != NULL, .unfinished = code == NULL && lang_incomplete()};
  lang_code_release(code);
  if (stop.compiles) return stop;
  const Exception *exception = py_pending_exception();
  stop.indentation = py_pending_is(&py_IndentationError); /* TabError is one */
  stop.syntax = py_pending_is(&py_SyntaxError);
  if (exception && stop.syntax) stop.line = exception->line, stop.column = exception->column;
  py_clear_pending();
  return stop;
}

bool mend_compiles(const Mending *m, const char *text, size_t length) {
  return try_text(text, length, m->name, m->mode).compiles;
}

static bool moved_on(const Stop *before, const Stop *now) {
  return now->line > before->line || (now->line == before->line && now->column > before->column);
}

typedef struct Attempt {
  Mended *mended;
  const char *name;
  int first_line;
  LangMode mode;
  Stop stop;
  bool python2;
  bool noted[ROW_COUNT];
} Attempt;

static void add_note(Attempt *attempt, const MendRow *row, const Mending *m) {
  if (row->note == NULL || attempt->noted[row - rows]) return;
  attempt->noted[row - rows] = true;
  Text *notes = &attempt->mended->notes;
  text_add(notes, "note: ");
  if (attempt->name[0] != '<') text_addf(notes, "%s ", attempt->name);
  text_addf(notes, "line %d", attempt->first_line + (int)m->first);
  if (m->count > 1) text_addf(notes, " and %zu other%s", m->count - 1, m->count == 2 ? "" : "s");
  text_addf(notes, ": %s\n", row->note);
}

/* Applies one rule to what the text is by now. True where the text compiles then. */
static bool apply_row(Attempt *attempt, const MendRow *row) {
  Text *text = &attempt->mended->text;
  Scan scan;
  if (!scan_text(&scan, text_string(text), text->length)) {
    scan_free(&scan);
    return false;
  }
  Mending m = {.scan = &scan, .name = attempt->name, .mode = attempt->mode, .bad_tabs = attempt->stop.indentation};
  row->apply(&m);
  bool changed = m.count && !m.out.failed &&
                 (m.out.length != text->length || memcmp(text_string(&m.out), text_string(text), text->length) != 0);
  if (changed) {
    Stop stop = try_text(text_string(&m.out), m.out.length, attempt->name, attempt->mode);
    bool good = stop.compiles || (attempt->mode == LANG_INTERACTIVE && stop.unfinished);
    if (row->care == CAUTIOUS) changed = good || moved_on(&attempt->stop, &stop);
    if (row->care == AFTERWARDS) changed = good;
    if (changed) {
      attempt->stop = stop;
      attempt->stop.compiles = good;
      attempt->python2 |= row->care == PYTHON_2;
      add_note(attempt, row, &m);
      text_free(text);
      *text = m.out;
      m.out = (Text){0};
    }
  }
  text_free(&m.out);
  scan_free(&scan);
  return attempt->stop.compiles;
}

static bool apply_rows(Attempt *attempt) {
  bool good = false;
  for (int pass = 0; pass < PASSES && !good; pass++)
    for (int i = 0; i < ROW_COUNT && !good; i++)
      if (rows[i].care != AFTERWARDS) good = apply_row(attempt, &rows[i]);
  for (int i = 0; i < ROW_COUNT && good && attempt->python2; i++)
    if (rows[i].care == AFTERWARDS) apply_row(attempt, &rows[i]);
  return good;
}

bool mend_source(Mended *mended, const char *text, size_t length, const char *name, int first_line, LangMode mode) {
  *mended = (Mended){0};
  if (length > LONGEST_TEXT || utf8_find_broken(text, length) >= 0 || memchr(text, '\0', length)) return false;
  Attempt attempt = {.mended = mended, .name = name, .first_line = first_line, .mode = mode};
  attempt.stop = try_text(text, length, name, mode);
  if (attempt.stop.compiles || !attempt.stop.syntax) return false;
  if (mode == LANG_INTERACTIVE && attempt.stop.unfinished) return false;
  /* The rules see lines that end in "\n" only, as the language does. */
  for (size_t i = mark_length(text, length); i < length; i++) {
    if (text[i] == '\r' && i + 1 < length && text[i + 1] == '\n') continue;
    text_add_char(&mended->text, text[i] == '\r' ? '\n' : text[i]);
  }
  if (!mended->text.failed && apply_rows(&attempt) && !mended->notes.failed) return true;
  mended_free(mended);
  return false;
}

const char *mend_finds(const char *text, size_t length) {
  Scan scan;
  const char *found = NULL;
  size_t mark = mark_length(text, length);
  bool good = scan_text(&scan, text + mark, length - mark);
  for (int i = 0; good && i < ROW_COUNT && found == NULL; i++) {
    if ((rows[i].care != ALWAYS_WRONG && rows[i].care != PYTHON_2) || rows[i].note == NULL) continue;
    Mending m = {.scan = &scan, .name = "<test>", .mode = LANG_FILE, .bad_tabs = false};
    rows[i].apply(&m);
    if (m.count) found = rows[i].note;
    text_free(&m.out);
  }
  scan_free(&scan);
  return found;
}

void mended_free(Mended *mended) {
  text_free(&mended->text);
  text_free(&mended->notes);
  *mended = (Mended){0};
}
