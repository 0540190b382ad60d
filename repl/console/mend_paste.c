/* What copying adds to a program: prompts, fences, line numbers, indentation, the prose around it. */
#include <ctype.h>
#include <string.h>

#include "engine/core/memory.h"
#include "repl/console/cell.h"
#include "repl/console/mend.h"

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

static bool starts(const char *text, size_t length, const char *with) {
  size_t part = strlen(with);
  return length >= part && memcmp(text, with, part) == 0;
}

static bool line_is_blank(const Scan *scan, size_t i) { return scan_indent(scan, i) == scan_line_end(scan, i); }

/* ---- Prompts ---- */

/* "In [3]:" or "Out[3]:" at the start: its length, or 0. */
static size_t numbered(const char *line, size_t length, const char *word) {
  size_t at = strlen(word);
  if (!starts(line, length, word)) return 0;
  while (at < length && (isdigit((unsigned char)line[at]) || line[at] == ' ' || line[at] == '*')) at++;
  return at + 1 < length && line[at] == ']' && line[at + 1] == ':' ? at + 2 : 0;
}

typedef enum PromptKind { NO_PROMPT, PYTHON_PROMPT, IPYTHON_PROMPT, PYTHON_MORE, IPYTHON_MORE, OUTPUT } PromptKind;

/* Which prompt a line begins with, and how long that is with the blank behind it. */
static PromptKind prompt_of(const char *line, size_t length, size_t *width) {
  size_t at = 0;
  while (at < length && is_blank(line[at])) at++;
  const char *rest = line + at;
  size_t left = length - at, part;
  PromptKind kind = NO_PROMPT;
  if (starts(rest, left, ">>>") && (left == 3 || is_blank(rest[3]))) kind = PYTHON_PROMPT, part = 3;
  else if ((part = numbered(rest, left, "In [")) != 0) kind = IPYTHON_PROMPT;
  else if ((part = numbered(rest, left, "Out[")) != 0 || (part = numbered(rest, left, "Out [")) != 0) kind = OUTPUT;
  else if (starts(rest, left, "...:")) kind = IPYTHON_MORE, part = 4;
  else if (starts(rest, left, "...") && (left == 3 || is_blank(rest[3]))) kind = PYTHON_MORE, part = 3;
  else return NO_PROMPT;
  *width = at + part + (left > part && rest[part] == ' ');
  return kind;
}

size_t mend_prompt_length(const char *line, size_t length, bool goes_on) {
  size_t width = 0;
  switch (prompt_of(line, length, &width)) {
  case PYTHON_PROMPT: case IPYTHON_PROMPT: return width;
  case PYTHON_MORE: case IPYTHON_MORE: return goes_on ? width : 0;
  default: return 0;
  }
}

static bool add_piece(MendSession *session, size_t line) {
  if ((session->count & (session->count - 1)) == 0) {
    size_t capacity = session->count ? 2 * (size_t)session->count : 1;
    MendPiece *pieces = core_realloc(session->pieces, capacity * sizeof *pieces);
    if (pieces == NULL) return false;
    session->pieces = pieces;
  }
  if (session->count) session->pieces[session->count - 1].end = session->text.length;
  session->pieces[session->count++] = (MendPiece){session->text.length, session->text.length, (int)line};
  return true;
}

void mend_session_free(MendSession *session) {
  text_free(&session->text);
  core_free(session->pieces);
  *session = (MendSession){0};
}

bool mend_session(MendSession *session, const char *text, size_t length) {
  *session = (MendSession){0};
  PromptKind state = NO_PROMPT;
  bool bare = false, good = true; /* bare: code below an `In [3]:` of its own line */
  size_t at = 0;
  for (size_t line = 0; at < length && good; line++) {
    const char *newline = memchr(text + at, '\n', length - at);
    size_t end = newline ? (size_t)(newline - text) : length, width = 0;
    PromptKind kind = prompt_of(text + at, end - at, &width);
    bool kept = kind == PYTHON_PROMPT || kind == IPYTHON_PROMPT;
    if (kept) {
      good = add_piece(session, line);
      state = kind;
      size_t rest = at + width;
      while (rest < end && isspace((unsigned char)text[rest])) rest++;
      bare = kind == IPYTHON_PROMPT && rest == end;
    } else if ((kind == PYTHON_MORE && state == PYTHON_PROMPT) || (kind == IPYTHON_MORE && state == IPYTHON_PROMPT)) {
      kept = true;
    } else if (kind == OUTPUT && state != NO_PROMPT) {
      state = OUTPUT;
    } else if (bare && state == IPYTHON_PROMPT) {
      kept = true;
      width = 0;
    }
    if (kept) text_add_bytes(&session->text, text + at + width, end - at - width);
    if (newline) text_add_char(&session->text, '\n');
    at = end + 1;
  }
  good = good && session->count > 0 && !session->text.failed;
  if (!good) mend_session_free(session);
  else session->pieces[session->count - 1].end = session->text.length;
  return good;
}

void mend_prompts(Mending *m) {
  MendSession session;
  if (!mend_session(&session, m->scan->text, m->scan->length)) return;
  text_add_bytes(&m->out, text_string(&session.text), session.text.length);
  for (int i = 0; i < session.count; i++) mend_touch(m, (size_t)session.pieces[i].line);
  mend_session_free(&session);
}

/* ---- Markdown ---- */

/* The word behind a fence names the language; other languages' fences are passed over like the prose. */
static bool is_python_fence(const char *word, size_t length) {
  static const char *const names[] = {"", "python", "python3", "python2", "py", "py3", "ipython", "ipython3", "pycon",
                                      "{.python}", "{python}", "keras", "tensorflow", NULL};
  while (length && isspace((unsigned char)word[length - 1])) length--;
  while (length && isspace((unsigned char)*word)) word++, length--;
  size_t first = 0;
  while (first < length && !isspace((unsigned char)word[first])) first++;
  for (int i = 0; names[i]; i++)
    if (strlen(names[i]) == first && strncasecmp(names[i], word, first) == 0) return true;
  return false;
}

void mend_fences(Mending *m) {
  const Scan *scan = m->scan;
  bool inside = false, python = false, any = false;
  for (size_t i = 0; i < scan->count; i++) {
    size_t at = scan_indent(scan, i), end = scan_line_end(scan, i);
    const char *line = scan->text + at;
    if (starts(line, end - at, "```") || starts(line, end - at, "~~~")) {
      python = !inside && is_python_fence(line + 3, end - at - 3);
      inside = !inside;
      mend_touch(m, i);
      mend_blank_line(m, i);
    } else if (inside && python) {
      any |= !line_is_blank(scan, i);
      mend_keep_line(m, i);
    } else {
      if (!line_is_blank(scan, i)) mend_touch(m, i);
      mend_blank_line(m, i);
    }
  }
  if (!any) m->count = 0;
}

/* ---- Line numbers ---- */

/* "12  x = 1", "12: x", "12 | x", "12." : the number and where the rest starts; false for other lines. */
static bool split_number(const Scan *scan, size_t i, long *number, size_t *rest) {
  size_t at = scan_indent(scan, i), end = scan_line_end(scan, i), start = at;
  *number = 0;
  while (at < end && isdigit((unsigned char)scan->text[at]) && at - start < 6)
    *number = 10 * *number + scan->text[at++] - '0';
  if (at == start) return false;
  *rest = at;
  while (at < end && is_blank(scan->text[at])) at++;
  if (at < end && strchr(".:|)", scan->text[at])) *rest = at + 1;
  else if (at == *rest && at < end) return false;
  return true;
}

void mend_numbers(Mending *m) {
  const Scan *scan = m->scan;
  long before = -1, number;
  size_t rest, margin = (size_t)-1;
  bool any = false;
  for (size_t i = 0; i < scan->count; i++) {
    if (line_is_blank(scan, i)) continue;
    if (!split_number(scan, i, &number, &rest) || (before >= 0 && number != before + 1)) return;
    before = number;
    size_t at = rest, end = scan_line_end(scan, i);
    while (at < end && is_blank(scan->text[at])) at++;
    if (at == end) continue;
    any = true;
    if (at - rest < margin) margin = at - rest;
  }
  if (!any) return;
  for (size_t i = 0; i < scan->count; i++) {
    if (line_is_blank(scan, i) || !split_number(scan, i, &number, &rest)) {
      mend_keep_line(m, i);
      continue;
    }
    mend_touch(m, i);
    size_t end = scan_line_end(scan, i), from = rest + margin < end ? rest + margin : end;
    text_add_bytes(&m->out, scan->text + from, scan->line[i + 1] - from);
  }
}

/* ---- Indentation ---- */

/* The least indentation of the lines from `first` on that begin a statement. */
static size_t least_indentation(const Scan *scan, size_t first) {
  size_t least = (size_t)-1;
  for (size_t i = first; i < scan->count; i++) {
    size_t at = scan_indent(scan, i);
    if (!scan->fresh[i] || line_is_blank(scan, i) || scan->text[at] == '#') continue;
    if (at - scan->line[i] < least) least = at - scan->line[i];
  }
  return least == (size_t)-1 ? 0 : least;
}

static void remove_indentation(Mending *m, size_t first, size_t by) {
  const Scan *scan = m->scan;
  for (size_t i = 0; i < scan->count; i++) {
    size_t blanks = scan_indent(scan, i) - scan->line[i];
    if (i < first) {
      mend_keep_line(m, i);
      continue;
    }
    if (blanks) mend_touch(m, i);
    size_t from = scan->line[i] + (blanks < by ? blanks : by);
    text_add_bytes(&m->out, scan->text + from, scan->line[i + 1] - from);
  }
}

void mend_indentation(Mending *m) {
  size_t by = least_indentation(m->scan, 0);
  if (by) remove_indentation(m, 0, by);
}

/* A selection that began behind the indentation of its first line. */
void mend_first_indentation(Mending *m) {
  const Scan *scan = m->scan;
  size_t first = 0;
  while (first < scan->count && line_is_blank(scan, first)) first++;
  if (first >= scan->count || scan_indent(scan, first) != scan->line[first]) return;
  size_t end = scan_line_end(scan, first);
  while (end > scan->line[first] && is_blank(scan->text[end - 1])) end--;
  size_t by = least_indentation(scan, first + 1);
  if (by && scan->text[end - 1] != ':') remove_indentation(m, first + 1, by);
}

static void expand_tabs(const Scan *scan, size_t width, Text *out, Mending *m) {
  for (size_t i = 0; i < scan->count; i++) {
    size_t at = scan->line[i], indent = scan_indent(scan, i), column = 0;
    bool tabs = false;
    for (; at < indent && scan->kind[at] != SCAN_STRING; at++) {
      tabs |= scan->text[at] == '\t';
      column = scan->text[at] == '\t' ? (column / width + 1) * width : column + 1;
    }
    if (tabs && m) mend_touch(m, i);
    text_add_times(out, " ", (int)column);
    text_add_bytes(out, scan->text + at, scan->line[i + 1] - at);
  }
}

/* Whether each line is as deep in blocks in one text as in the other. */
static bool same_blocks(const Text *a, const Text *b) {
  Scan scans[2];
  const Text *texts[2] = {a, b};
  size_t indents[2][128] = {{0}}, depths[2] = {0, 0};
  bool same = true;
  for (int k = 0; k < 2; k++) same &= scan_text(&scans[k], text_string(texts[k]), texts[k]->length);
  for (size_t i = 0; same && i < scans[0].count && i < scans[1].count; i++) {
    for (int k = 0; k < 2; k++) {
      if (!scans[k].fresh[i] || line_is_blank(&scans[k], i)) continue;
      size_t columns = scan_indent(&scans[k], i) - scans[k].line[i];
      while (depths[k] && indents[k][depths[k]] > columns) depths[k]--;
      if (columns > indents[k][depths[k]] && depths[k] < 127) indents[k][++depths[k]] = columns;
    }
    same = depths[0] == depths[1];
  }
  for (int k = 0; k < 2; k++) scan_free(&scans[k]);
  return same;
}

/* Tabs and blanks mixed: as 8 columns (Python 2's rule) or as 4 (most editors'), where only one of them makes a program
 * or both make the same one. */
void mend_tabs(Mending *m) {
  if (!m->bad_tabs || !memchr(m->scan->text, '\t', m->scan->length)) return;
  Text eight = {0}, four = {0};
  expand_tabs(m->scan, 8, &eight, m);
  expand_tabs(m->scan, 4, &four, NULL);
  bool good_eight = mend_compiles(m, text_string(&eight), eight.length);
  bool good_four = mend_compiles(m, text_string(&four), four.length);
  if (good_eight && good_four && !same_blocks(&eight, &four)) good_eight = good_four = false;
  if (!good_eight && !good_four) m->count = 0;
  const Text *chosen = good_eight ? &eight : &four;
  text_add_bytes(&m->out, text_string(chosen), chosen->length);
  text_free(&eight);
  text_free(&four);
}

/* ---- What is no Python ---- */

void mend_cells(Mending *m) {
  if (m->mode != LANG_FILE || !cell_translate(m->scan->text, m->scan->length, &m->out)) return;
  for (size_t i = 0; i < m->scan->count; i++) {
    size_t at = scan_indent(m->scan, i);
    if (at < m->scan->length && m->scan->kind[at] == SCAN_MAGIC) mend_touch(m, i);
  }
  if (m->count == 0) mend_touch(m, 0);
}

/* A sentence: it begins like one, is words almost to the last sign, and ends like one or stands alone. */
static bool is_sentence(const Scan *scan, size_t i) {
  size_t start = scan->line[i], end = scan_line_end(scan, i), words = 0, letters = 0;
  while (end > start && is_blank(scan->text[end - 1])) end--;
  if (!scan->fresh[i] || end == start || is_blank(scan->text[start])) return false;
  unsigned char first = (unsigned char)scan->text[start];
  bool listed = (first == '*' || first == '-' || first == '>' || first == '#') && is_blank(scan->text[start + 1]);
  if (!isupper(first) && !(first & 0x80) && !listed) return false;
  for (size_t at = start; at < end; at++) {
    unsigned char c = (unsigned char)scan->text[at];
    if (c == '=' || c == '[' || c == '{' || c == '@' || c == '\\') return false;
    if (isalpha(c) || (c & 0x80) || c == ' ') letters++;
    if (c == ' ' && at + 1 < end && isalpha((unsigned char)scan->text[at + 1])) words++;
  }
  bool ends = strchr(".:!?,", scan->text[end - 1]) != NULL;
  bool alone = (i == 0 || line_is_blank(scan, i - 1)) && (i + 1 >= scan->count || line_is_blank(scan, i + 1));
  return words >= 2 && letters * 100 >= (end - start) * 85 && (ends || alone);
}

void mend_prose(Mending *m) {
  size_t code = 0;
  for (size_t i = 0; i < m->scan->count; i++) {
    if (is_sentence(m->scan, i)) {
      mend_touch(m, i);
      mend_blank_line(m, i);
    } else {
      code += !line_is_blank(m->scan, i);
      mend_keep_line(m, i);
    }
  }
  if (code == 0) m->count = 0; /* nothing but prose is no program */
}
