#include "repl/console/notebook.h"

#include <string.h>
#include <strings.h>

#include <jansson.h>

#include "engine/core/memory.h"

bool notebook_is(const char *path) {
  const char *dot = strrchr(path, '.');
  return dot && strcasecmp(dot, ".ipynb") == 0;
}

void notebook_free(Notebook *book) {
  for (int i = 0; i < book->count; i++) text_free(&book->cells[i]);
  core_free(book->cells);
  *book = (Notebook){0};
}

static bool is_text(const json_t *value, const char *text) {
  return json_is_string(value) && strcasecmp(json_string_value(value), text) == 0;
}

/* A text, or a list of texts that are put together. */
static bool add_source(Text *text, const json_t *source) {
  if (json_is_string(source)) {
    text_add_bytes(text, json_string_value(source), json_string_length(source));
    return true;
  }
  if (!json_is_array(source)) return false;
  for (size_t i = 0; i < json_array_size(source); i++) {
    const json_t *line = json_array_get(source, i);
    if (!json_is_string(line)) return false;
    text_add_bytes(text, json_string_value(line), json_string_length(line));
  }
  return true;
}

static bool add_cell(Notebook *book, const json_t *cell, const char *source_name, Error *error) {
  if (!json_is_object(cell) || !json_is_string(json_object_get(cell, "cell_type")))
    return core_fail(error, ERROR_VALUE, "a cell has no cell_type");
  if (!is_text(json_object_get(cell, "cell_type"), "code")) return true;
  if (book->count == book->capacity) {
    int capacity = book->capacity ? 2 * book->capacity : 32;
    Text *cells = core_realloc(book->cells, (size_t)capacity * sizeof *cells);
    if (cells == NULL) return core_fail_memory(error, (size_t)capacity * sizeof *cells);
    book->cells = cells;
    book->capacity = capacity;
  }
  Text *text = &book->cells[book->count++];
  *text = (Text){0};
  /* Both names occur in both formats, where a tool converted the file by half. */
  const json_t *source = json_object_get(cell, source_name);
  if (source == NULL) source = json_object_get(cell, *source_name == 's' ? "input" : "source");
  if (!add_source(text, source))
    return core_fail(error, ERROR_VALUE, "the source of code cell %d is neither a text nor a list of texts",
                     book->count);
  return !text->failed || core_fail_memory(error, text->length);
}

static bool add_cells(Notebook *book, const json_t *cells, const char *source_name, Error *error) {
  if (!json_is_array(cells)) return core_fail(error, ERROR_VALUE, "its \"cells\" are not a list");
  for (size_t i = 0; i < json_array_size(cells); i++)
    if (!add_cell(book, json_array_get(cells, i), source_name, error)) return false;
  return true;
}

/* The language that the notebook says it is written in, or NULL. */
static const char *language_of(const json_t *root) {
  const json_t *metadata = json_object_get(root, "metadata");
  const json_t *name = json_object_get(json_object_get(metadata, "language_info"), "name");
  if (!json_is_string(name)) name = json_object_get(json_object_get(metadata, "kernelspec"), "language");
  return json_is_string(name) ? json_string_value(name) : NULL;
}

static bool add_all(Notebook *book, const json_t *root, Error *error) {
  if (!json_is_object(root)) return core_fail(error, ERROR_VALUE, "it is JSON, but no notebook");
  const char *language = language_of(root);
  if (language && strncasecmp(language, "python", 6) != 0 && strncasecmp(language, "ipython", 7) != 0)
    return core_fail(error, ERROR_VALUE, "its language is %.40s, not Python", language);
  if (json_object_get(root, "cells")) return add_cells(book, json_object_get(root, "cells"), "source", error);
  const json_t *sheets = json_object_get(root, "worksheets"); /* format 3 */
  if (!json_is_array(sheets)) return core_fail(error, ERROR_VALUE, "it is JSON, but has no cells");
  for (size_t i = 0; i < json_array_size(sheets); i++)
    if (!add_cells(book, json_object_get(json_array_get(sheets, i), "cells"), "input", error)) return false;
  return true;
}

bool notebook_parse(Notebook *book, const char *bytes, size_t length, Error *error) {
  *book = (Notebook){0};
  if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) bytes += 3, length -= 3;
  json_error_t problem;
  json_t *root = json_loadb(bytes, length, JSON_ALLOW_NUL, &problem);
  if (root == NULL)
    return core_fail(error, ERROR_VALUE, "line %d column %d: %s", problem.line, problem.column, problem.text);
  bool good = add_all(book, root, error);
  json_decref(root);
  return good;
}
