/* Sources that were compiled, kept so that tracebacks can show their lines.
 *
 * Positions everywhere in this room are byte offsets into the normalized text (no BOM, line ends as "\n"); lines and
 * columns are worked out when somebody asks. */
#ifndef NNSH_REPL_LANGUAGE_SOURCE_H
#define NNSH_REPL_LANGUAGE_SOURCE_H

#include <stdbool.h>
#include <stdint.h>

#include "repl/types/containers.h"

typedef struct Source Source;
struct Source {
  char *text; /* NUL-terminated; length bytes */
  uint32_t length;
  uint32_t *lines; /* offset of each line's first byte */
  int line_count;
  int first_line; /* number of the first line */
  String *file;   /* a str of its own: its address tells two "<stdin>" apart */
  int references; /* codes that came from it */
  uint64_t released; /* when the last of them went: the oldest are forgotten first */
  Source *older;
};

/* A range of the text. */
typedef struct Span {
  uint32_t start, end;
} Span;

/* Where a range is: 1-based line numbers, 0-based columns in code points. */
typedef struct Place {
  int line, column, end_line, end_column;
} Place;

/* Makes and registers a source with one reference; NULL where memory is short. */
Source *source_new(const char *text, size_t length, const char *file, int first_line);
Source *source_keep(Source *source);
/* The text stays known for tracebacks for a while after the last reference went. */
void source_release(Source *source);

int source_line_of(const Source *source, uint32_t offset);
Place source_place(const Source *source, Span span);
/* The text of line `number` (without its end), or false. */
bool source_line(const Source *source, int number, const char **line, size_t *length);

/* The source whose file is this very str, else the newest one with an equal name that has the line; NULL if none. */
const Source *source_find(const String *file, int line);

#endif
