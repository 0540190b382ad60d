#include "repl/console/cell.h"

#include <ctype.h>
#include <string.h>

#include "repl/console/scan.h"
#include "repl/types/containers.h"

static bool is_blank(char c) { return c == ' ' || c == '\t'; }
static bool is_word(char c) { return c == '_' || isalnum((unsigned char)c) || ((unsigned char)c & 0x80); }

bool cell_is_marker(const char *line, size_t length) {
  size_t at = 0;
  if (length == 0 || line[0] != '#') return false;
  at++;
  while (at < length && is_blank(line[at])) at++;
  const char *rest = line + at;
  size_t left = length - at;
  if (left >= 2 && strncmp(rest, "%%", 2) == 0) return true;
  if (left >= 10 && strncmp(rest, "<codecell>", 10) == 0) return true;
  if (left < 4 || strncmp(rest, "In[", 3) != 0) return false;
  for (at = 3; at < left && (isdigit((unsigned char)rest[at]) || rest[at] == ' '); at++) continue;
  return at < left && rest[at] == ']';
}

/* Where the text's first line that is not blank starts. */
static size_t first_line(const char *text, size_t length) {
  size_t at = 0, start = 0;
  while (at < length && isspace((unsigned char)text[at]))
    if (text[at++] == '\n') start = at;
  return start;
}

bool cell_is_whole(const char *text, size_t length) {
  size_t at = first_line(text, length);
  while (at < length && is_blank(text[at])) at++;
  return at + 2 < length && text[at] == '%' && text[at + 1] == '%' && isalpha((unsigned char)text[at + 2]);
}

static void add_call(Text *python, const char *method, const char *a, size_t a_length, const char *b, size_t b_length) {
  text_addf(python, "get_ipython().%s(", method);
  py_repr_text(python, a, a_length);
  if (b) {
    text_add(python, ", ");
    py_repr_text(python, b, b_length);
  }
}

static size_t trim(const char *text, size_t from, size_t end) {
  while (end > from && isspace((unsigned char)text[end - 1])) end--;
  return end;
}

/* text[at..end) is "%name rest" or "!command". */
static void add_magic(Text *python, const char *text, size_t at, size_t end, bool assigned) {
  if (text[at] == '!') {
    at++;
    if (at < end && text[at] == '!') at++, assigned = true; /* `!!command` gives its lines */
    add_call(python, assigned ? "getoutput" : "system", text + at, end - at, NULL, 0);
  } else {
    size_t name = ++at;
    while (at < end && !isspace((unsigned char)text[at])) at++;
    size_t rest = at;
    while (rest < end && is_blank(text[rest])) rest++;
    add_call(python, "run_line_magic", text + name, at - name, text + rest, end - rest);
  }
  text_add_char(python, ')');
}

/* `name?`, `?name`, `a.b??`: dotted names only, so that a question mark elsewhere is the language's to refuse. */
static bool add_help(Text *python, const char *text, size_t at, size_t end) {
  if (at == end || (text[at] != '?' && text[end - 1] != '?')) return false;
  while (at < end && text[at] == '?') at++;
  while (end > at && text[end - 1] == '?') end--;
  end = trim(text, at, end);
  while (at < end && is_blank(text[at])) at++;
  for (size_t i = at; i < end; i++)
    if (!is_word(text[i]) && text[i] != '.') return false;
  add_call(python, "run_line_magic", "pinfo", 5, text + at, end - at);
  text_add_char(python, ')');
  return true;
}

/* `x = !command`, `x = %name rest`: the offset behind the `=`, or 0. */
static size_t assigned_magic(const char *text, size_t at, size_t end) {
  size_t start = at;
  while (at < end && (is_word(text[at]) || strchr(".,[] ", text[at]))) at++;
  if (at == start || at >= end || text[at] != '=') return 0;
  size_t value = at + 1;
  while (value < end && is_blank(text[value])) value++;
  if (value + 1 >= end) return 0;
  bool shell = text[value] == '!' && text[value + 1] != '=';
  bool magic = text[value] == '%' && isalpha((unsigned char)text[value + 1]);
  return shell || magic ? at + 1 : 0;
}

static void add_line_ends(Text *python, const char *text, size_t from, size_t to) {
  for (size_t i = from; i < to; i++)
    if (text[i] == '\n') text_add_char(python, '\n');
}

static bool translate_whole(const char *text, size_t length, Text *python) {
  size_t start = first_line(text, length);
  const char *newline = memchr(text + start, '\n', length - start);
  size_t end = newline ? (size_t)(newline - text) : length, at = start;
  text_add_bytes(python, text, start);
  while (is_blank(text[at])) at++;
  size_t name = at += 2;
  while (at < end && !isspace((unsigned char)text[at])) at++;
  size_t rest = at, body = newline ? end + 1 : length;
  while (rest < end && is_blank(text[rest])) rest++;
  add_call(python, "run_cell_magic", text + name, at - name, text + rest, trim(text, rest, end) - rest);
  text_add(python, ", ");
  py_repr_text(python, text + body, length - body);
  text_add(python, ")\n");
  return !python->failed;
}

bool cell_translate(const char *text, size_t length, Text *python) {
  if (cell_is_whole(text, length)) return translate_whole(text, length, python);
  if (!memchr(text, '%', length) && !memchr(text, '!', length) && !memchr(text, '?', length)) return false;
  Scan scan;
  bool changed = false, good = scan_text(&scan, text, length);
  for (size_t i = 0; good && i < scan.count; i++) {
    size_t start = scan.line[i], at = scan_indent(&scan, i), end = trim(text, at, scan_line_end(&scan, i)), value = 0;
    bool magic = at < end && scan.kind[at] == SCAN_MAGIC;
    size_t next = i;
    /* A command may go on behind a `\`. */
    while (magic && text[end - 1] == '\\' && next + 1 < scan.count)
      end = trim(text, scan.line[next + 1], scan_line_end(&scan, next + 1)), next++;
    text_add_bytes(python, text + start, at - start);
    if (magic) {
      add_magic(python, text, at, end, false);
    } else if (scan.fresh[i] && (value = assigned_magic(text, at, end)) != 0) {
      text_add_bytes(python, text + at, value - at);
      text_add_char(python, ' ');
      while (is_blank(text[value])) value++;
      add_magic(python, text, value, end, true);
    } else if (!scan.fresh[i] || (at < end && scan.kind[end - 1] != SCAN_CODE) || !add_help(python, text, at, end)) {
      text_add_bytes(python, text + at, scan.line[i + 1] - at);
      continue;
    }
    changed = true;
    add_line_ends(python, text, at, scan.line[next + 1]);
    i = next;
  }
  scan_free(&scan);
  good = good && changed && !python->failed;
  if (!good) text_clear(python);
  return good;
}
