/* Jupyter notebooks (.ipynb): the code cells of a file, in order. */
#ifndef NNSH_REPL_CONSOLE_NOTEBOOK_H
#define NNSH_REPL_CONSOLE_NOTEBOOK_H

#include "engine/core/error.h"
#include "engine/core/text.h"

typedef struct Notebook {
  Text *cells; /* the sources of the code cells */
  int count, capacity;
} Notebook;

/* Reads a notebook of format 3 or 4 (nbformat's documentation, "The notebook file format"): sources as a text or as a
 * list of lines; other cells are left out. False: no JSON, no notebook, or one of another language. Release with
 * notebook_free, also then. */
bool notebook_parse(Notebook *book, const char *bytes, size_t length, Error *error);
void notebook_free(Notebook *book);

/* Whether a file's name says that it is one. */
bool notebook_is(const char *path);

#endif
