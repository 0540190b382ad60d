#include "repl/language/source.h"

#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/utf8.h"
#include "repl/types/exception.h"

enum { SOURCES_REMEMBERED = 200 }; /* texts kept although no code of theirs is left */

static Source *sources; /* newest first */
static int sources_released;
static uint64_t release_clock;

static void source_destroy(Source *source) {
  for (Source **link = &sources; *link; link = &(*link)->older) {
    if (*link != source) continue;
    *link = source->older;
    break;
  }
  if (source->file) py_drop((Value){.tag = TAG_OBJECT, .as.object = &source->file->head});
  core_free(source->text);
  core_free(source->lines);
  core_free(source);
}

/* Copies text without a BOM and with "\n" for "\r\n" and "\r"; finds the lines. */
static bool source_normalize(Source *source, const char *text, size_t length) {
  if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) text += 3, length -= 3;
  if (length >= UINT32_MAX - 2) return false;
  source->text = core_alloc(length + 1);
  if (!source->text) return false;
  size_t out = 0;
  int lines = 1;
  for (size_t i = 0; i < length; i++) {
    char c = text[i];
    if (c == '\r') {
      c = '\n';
      if (i + 1 < length && text[i + 1] == '\n') i++;
    }
    if (c == '\n') lines++;
    source->text[out++] = c;
  }
  source->text[out] = 0;
  source->length = (uint32_t)out;
  source->lines = core_alloc((size_t)lines * sizeof *source->lines);
  if (!source->lines) return false;
  source->lines[source->line_count++] = 0;
  for (uint32_t i = 0; i < source->length; i++)
    if (source->text[i] == '\n') source->lines[source->line_count++] = i + 1;
  return true;
}

Source *source_new(const char *text, size_t length, const char *file, int first_line) {
  Source *source = core_alloc_zero(1, sizeof *source);
  if (!source) return NULL;
  source->references = 1;
  source->first_line = first_line;
  Value name = py_text(file);
  if (py_is_error(name)) py_clear_pending();
  else source->file = py_as_string(name);
  if (!source->file || !source_normalize(source, text, length)) {
    source_destroy(source);
    return NULL;
  }
  source->older = sources;
  sources = source;
  return source;
}

Source *source_keep(Source *source) {
  source->references++;
  return source;
}

void source_release(Source *source) {
  if (!source || --source->references > 0) return;
  source->released = ++release_clock;
  if (++sources_released <= SOURCES_REMEMBERED) return;
  Source *oldest = NULL;
  for (Source *s = sources; s; s = s->older)
    if (s->references == 0 && (!oldest || s->released < oldest->released)) oldest = s;
  sources_released--;
  if (oldest) source_destroy(oldest);
}

static int line_index(const Source *source, uint32_t offset) {
  int low = 0, high = source->line_count;
  while (high - low > 1) {
    int middle = low + (high - low) / 2;
    if (source->lines[middle] <= offset) low = middle;
    else high = middle;
  }
  return low;
}

int source_line_of(const Source *source, uint32_t offset) { return source->first_line + line_index(source, offset); }

Place source_place(const Source *source, Span span) {
  int line = line_index(source, span.start), end_line = line_index(source, span.end);
  const char *first = source->text + source->lines[line], *last = source->text + source->lines[end_line];
  return (Place){
      .line = source->first_line + line,
      .column = (int)utf8_count(first, span.start - source->lines[line]),
      .end_line = source->first_line + end_line,
      .end_column = (int)utf8_count(last, span.end - source->lines[end_line]),
  };
}

bool source_line(const Source *source, int number, const char **line, size_t *length) {
  int index = number - source->first_line;
  if (index < 0 || index >= source->line_count) return false;
  *line = source->text + source->lines[index];
  uint32_t end = index + 1 < source->line_count ? source->lines[index + 1] - 1 : source->length;
  *length = end - source->lines[index];
  return true;
}

const Source *source_find(const String *file, int line) {
  for (const Source *s = sources; s; s = s->older)
    if (s->file == file) return s;
  for (const Source *s = sources; s; s = s->older) {
    if (strcmp(s->file->data, file->data) == 0 && line >= s->first_line && line < s->first_line + s->line_count)
      return s;
  }
  return NULL;
}
