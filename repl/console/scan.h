/* A coarse look at source text that may not compile: which bytes are code, which lie in strings, comments or a cell's
 * own lines (`%magic`, `!command`), and on which lines a statement can begin. Never fails for what the text is like. */
#ifndef NNSH_REPL_CONSOLE_SCAN_H
#define NNSH_REPL_CONSOLE_SCAN_H

#include <stdbool.h>
#include <stddef.h>

typedef enum ScanKind { SCAN_CODE, SCAN_STRING, SCAN_COMMENT, SCAN_MAGIC } ScanKind;

typedef struct Scan {
  const char *text; /* borrowed */
  size_t length;
  unsigned char *kind; /* ScanKind, one a byte */
  size_t *line;        /* where each line starts; line[count] is the length */
  bool *fresh;         /* no string, bracket or `\` of a line before is open */
  bool *open;          /* a string with single quotes ends with the line instead of with its quote */
  size_t count;
} Scan;

/* False: memory. Release with scan_free, also then. */
bool scan_text(Scan *scan, const char *text, size_t length);
void scan_free(Scan *scan);

/* The bytes of a line without its end (`\n`, `\r\n`). */
static inline size_t scan_line_end(const Scan *scan, size_t line) {
  size_t end = scan->line[line + 1];
  while (end > scan->line[line] && (scan->text[end - 1] == '\n' || scan->text[end - 1] == '\r')) end--;
  return end;
}
/* Where a line's first byte is that is no blank. */
size_t scan_indent(const Scan *scan, size_t line);

#endif
