/* Every row that a program can reach: functions of modules, methods, computed attributes and constructions of types.
 * The manual is written from this walk, and the tests ask by it which rows no program ever ran. */
#ifndef NNSH_REPL_CONSOLE_ROWS_H
#define NNSH_REPL_CONSOLE_ROWS_H

#include <stdbool.h>

#include "engine/core/text.h"
#include "repl/types/type.h"

typedef enum RowKind { ROW_FUNCTION, ROW_CONSTRUCTION, ROW_METHOD, ROW_ATTRIBUTE } RowKind;

typedef struct RowSeen {
  RowKind kind;
  const char *module; /* the module in which it was found first: "numpy.random" */
  const char *home;   /* the module that the row itself names ("keras.src.layers.core.dense"), as rows_name takes it */
  const char *type;   /* NULL for functions */
  const char *owner;  /* of a function that is a bound method (random.choice): its type; else NULL */
  const char *name;   /* with its aliases: "divide|true_divide"; "__init__" for a construction */
  const char *signature;
  const char *help;
  const void *row; /* its address: types may share rows (numpy's scalars do) */
  bool native; /* a row of C; else a function or class of a module written in the language */
  const char *written; /* where that one stands, as rows_write_used names it ("_pandas_frame.DataFrame.head"), or NULL */
} RowSeen;

/* Imports every module that comes with nnsh and calls back once a row, in the order of names; what several modules
 * share comes with the first of them. False: an exception is pending. */
bool rows_each(void (*each)(void *context, const RowSeen *row), void *context);

/* What a function or class that is written in the language takes, as inspect.signature prints it, without brackets and
 * addresses. False, and no text, where there is nothing to say. Never leaves an exception pending. */
bool rows_signature(Text *text, Value callable);

/* From now on rows that run are noted; rows_write_used appends their names, one a line, to a file. */
void rows_observe(void);
bool rows_write_used(const char *path);

/* "module.type.name", the first of its names, as rows_write_used writes it, for a row of C. */
void rows_name(Text *text, const char *module, const char *type, const char *name);

#endif
