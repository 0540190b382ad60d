#include "repl/console/scan.h"

#include <ctype.h>
#include <string.h>

#include "engine/core/memory.h"

size_t scan_indent(const Scan *scan, size_t line) {
  size_t at = scan->line[line], end = scan_line_end(scan, line);
  while (at < end && (scan->text[at] == ' ' || scan->text[at] == '\t')) at++;
  return at;
}

void scan_free(Scan *scan) {
  core_free(scan->kind);
  core_free(scan->line);
  core_free(scan->fresh);
  core_free(scan->open);
  *scan = (Scan){0};
}

static bool allocate(Scan *scan) {
  size_t lines = 1;
  for (size_t i = 0; i < scan->length; i++) lines += scan->text[i] == '\n';
  scan->kind = core_alloc_zero(scan->length + 1, 1);
  scan->line = core_alloc_zero(lines + 1, sizeof *scan->line);
  scan->fresh = core_alloc_zero(lines + 1, sizeof *scan->fresh);
  scan->open = core_alloc_zero(lines + 1, sizeof *scan->open);
  return scan->kind && scan->line && scan->fresh && scan->open;
}

/* `%name`, `%%name` and `!command` where a statement could begin: quotes and brackets behind them are not Python's. */
static bool begins_magic(const char *text, size_t at, size_t end) {
  if (at >= end) return false;
  if (text[at] == '!') return at + 1 < end && text[at + 1] != '=';
  if (text[at] != '%') return false;
  while (at < end && text[at] == '%') at++;
  return at < end && isalpha((unsigned char)text[at]);
}

bool scan_text(Scan *scan, const char *text, size_t length) {
  *scan = (Scan){.text = text, .length = length};
  if (!allocate(scan)) return false;
  size_t line = 0, depth = 0, at = 0;
  char quote = 0;
  bool triple = false, continued = false;
  scan->fresh[0] = true;
  while (at < length) {
    if (at == scan->line[line] && scan->fresh[line]) {
      const char *newline = memchr(text + at, '\n', length - at);
      size_t end = newline ? (size_t)(newline - text) : length, first = at;
      while (first < end && (text[first] == ' ' || text[first] == '\t')) first++;
      if (begins_magic(text, first, end)) {
        memset(scan->kind + at, SCAN_MAGIC, end - at);
        at = end;
        if (at == length) break;
      }
    }
    char c = text[at];
    if (c == '\n') {
      if (quote && !triple) {
        scan->open[line] = text[at - 1] != '\\';
        if (scan->open[line]) quote = 0;
      }
      line++;
      scan->line[line] = at + 1;
      scan->fresh[line] = !quote && depth == 0 && !continued;
      continued = false;
      scan->kind[at++] = quote ? SCAN_STRING : SCAN_CODE;
      continue;
    }
    if (quote) {
      scan->kind[at] = SCAN_STRING;
      if (c == '\\' && at + 1 < length && text[at + 1] != '\n') {
        scan->kind[at + 1] = SCAN_STRING;
        at += 2;
        continue;
      }
      bool closes = c == quote && (!triple || (at + 2 < length && text[at + 1] == quote && text[at + 2] == quote));
      if (closes && triple) scan->kind[at + 1] = scan->kind[at + 2] = SCAN_STRING;
      at += closes && triple ? 3 : 1;
      if (closes) quote = 0;
      continue;
    }
    if (c == '#') {
      while (at < length && text[at] != '\n') scan->kind[at++] = SCAN_COMMENT;
      continue;
    }
    if (c == '"' || c == '\'') {
      quote = c;
      triple = at + 2 < length && text[at + 1] == c && text[at + 2] == c;
      for (int i = 0; i < (triple ? 3 : 1); i++) scan->kind[at++] = SCAN_STRING;
      continue;
    }
    if (c == '(' || c == '[' || c == '{') depth++;
    else if ((c == ')' || c == ']' || c == '}') && depth) depth--;
    if (c != '\r') continued = c == '\\';
    at++;
  }
  if (quote && !triple) scan->open[line] = true;
  scan->count = line + 1;
  scan->line[scan->count] = length;
  return true;
}
