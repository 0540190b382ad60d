#include "repl/console/manual.h"

#include <string.h>

#include "engine/core/memory.h"
#include "repl/console/rows.h"
#include "repl/types/exception.h"
#include "repl/types/protocol.h"

typedef struct Manual {
  Text *text;
  Text module, type; /* under which heading the last row stood */
} Manual;

static bool same(const Text *text, const char *name) { return strcmp(text_string(text), name ? name : "") == 0; }
static void set(Text *text, const char *name) {
  text_clear(text);
  text_add(text, name ? name : "");
}

/* Without the self that the call does not write. */
static const char *shown_signature(const RowSeen *row) {
  const char *signature = row->signature ? row->signature : "";
  if (row->kind != ROW_METHOD || strncmp(signature, "self", 4) != 0) return signature;
  signature += 4;
  while (*signature == ',' || *signature == ' ') signature++;
  return *signature == '/' ? signature + strspn(signature, "/, ") : signature;
}

/* `a|b` in a table of rows: the first name, and the others behind it. */
static void add_names(Text *text, const RowSeen *row) {
  const char *name = row->kind == ROW_CONSTRUCTION ? row->type : row->name;
  size_t length = strcspn(name, "|");
  text_add_bytes(text, name, length);
  if (row->kind != ROW_ATTRIBUTE) text_addf(text, "(%s)", shown_signature(row));
  text_add(text, "`");
  while (name[length] == '|') {
    name += length + 1;
    length = strcspn(name, "|");
    text_addf(text, ", `%.*s`", (int)length, name);
  }
}

static void add_row(void *context, const RowSeen *row) {
  Manual *manual = context;
  Text *text = manual->text;
  if (!same(&manual->module, row->module)) {
    text_addf(text, "\n## %s\n", row->module);
    set(&manual->module, row->module);
    set(&manual->type, "?");
  }
  if (!same(&manual->type, row->type)) {
    if (row->type) text_addf(text, "\n**%s.%s**\n\n", row->module, row->type);
    else text_add(text, "\n");
    set(&manual->type, row->type);
  }
  text_add(text, row->kind == ROW_METHOD || row->kind == ROW_ATTRIBUTE ? "- `." : "- `");
  add_names(text, row);
  if (row->help && *row->help) text_addf(text, ": %s", row->help);
  text_add(text, "\n");
}

bool manual_write(Text *text) {
  py_addresses_hidden = true; /* defaults that are functions: the same text each time */
  text_add(text, "# Manual\n\n"
                 "Written by `nnsh --manual` from the tables that the program itself reads: every module, function, "
                 "type, method and attribute, with its arguments and one line. At the prompt `x?` says the same of one "
                 "name. Types come with what they add to the types they derive from; pylab, which has all names of "
                 "numpy and matplotlib.pyplot, is not listed again.\n\n"
                 "What is left out, and what happens instead: of [Python](language.md#the-language), "
                 "[numpy](language.md#numpy), [matplotlib](language.md#matplotlib), "
                 "[scikit-learn](language.md#scikit-learn), [pandas](language.md#pandas), and of the "
                 "[names that tutorials use](language.md#names-of-tutorials).\n");
  Manual manual = {.text = text};
  bool good = rows_each(add_row, &manual);
  text_free(&manual.module);
  text_free(&manual.type);
  return good;
}

/* ---- The names of rows, for the tests ---- */

/* A row and the names under which it may run, '|' between: types may share it. */
typedef struct NamedRow {
  const void *row;
  Text names;
} NamedRow;
typedef struct NamedRows {
  NamedRow *items;
  size_t count, capacity;
  bool failed;
} NamedRows;

static NamedRow *named(NamedRows *rows, const void *row) {
  for (size_t i = 0; i < rows->count; i++)
    if (rows->items[i].row == row) return &rows->items[i];
  if (rows->count == rows->capacity) {
    size_t capacity = rows->capacity ? rows->capacity * 2 : 1024;
    NamedRow *items = core_realloc(rows->items, capacity * sizeof *items);
    if (items == NULL) return NULL;
    rows->items = items;
    rows->capacity = capacity;
  }
  rows->items[rows->count] = (NamedRow){.row = row};
  return &rows->items[rows->count++];
}

static void add_name(void *context, const RowSeen *row) {
  NamedRows *rows = context;
  if (!row->native && row->written == NULL) return;
  NamedRow *of = named(rows, row->row);
  if (of == NULL) {
    rows->failed = true;
    return;
  }
  if (row->written) {
    if (of->names.length == 0) text_add(&of->names, row->written);
    return;
  }
  if (of->names.length) text_add_char(&of->names, '|');
  rows_name(&of->names, row->home, row->type ? row->type : row->owner, row->name);
}

bool manual_write_rows(Text *text) {
  NamedRows rows = {0};
  bool good = rows_each(add_name, &rows);
  if (good && rows.failed) {
    py_raise(&py_MemoryError, "no room for the names of rows");
    good = false;
  }
  for (size_t i = 0; i < rows.count; i++) {
    if (good) text_addf(text, "%s\n", text_string(&rows.items[i].names));
    text_free(&rows.items[i].names);
  }
  core_free(rows.items);
  return good;
}
