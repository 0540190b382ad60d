/* Native modules: the table of all that `import` can find, and what they share. */
#ifndef NNSH_REPL_MODULES_MODULES_H
#define NNSH_REPL_MODULES_MODULES_H

#include "engine/array/array.h"
#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/function.h"
#include "repl/types/protocol.h"

/* Installs builtins, numpy's scalar types and the import hook; called once by main. False: memory. */
bool modules_start(void);

/* The module of a full dotted name (a new reference; its parents are imported too and hold it as an attribute), or
 * PY_ERROR with ModuleNotFoundError ("No module named 'x'", hint: the nearest known name). */
Value modules_import(const char *dotted_name);

/* Every known module name, for completion: calls back once a name, aliases included. */
void modules_each(void (*each)(void *context, const char *name), void *context);

/* Names as rows write them, "divide|true_divide": whether one of them is `name`; a call back for each. */
bool modules_is_named(const char *names, const char *name);
void modules_each_name(const char *names, void (*each)(void *context, const char *name), void *context);

/* The row behind a native function or method, or NULL. */
static inline const NativeRow *py_native_row(Value value) {
  if (value.tag != TAG_OBJECT || value.as.object->type != &py_native_type) return NULL;
  return ((const Native *)value.as.object)->row;
}

/* Rows of each file, gathered in modules.c's one table. Each array ends with a row whose name is NULL. */
extern const ModuleRow builtins_module_rows[], math_module_rows[], random_module_rows[], os_module_rows[],
    standard_module_rows[], numpy_module_rows[], sklearn_module_rows[], pyplot_module_rows[], keras_module_rows[];
extern const ModuleRow collections_module_rows[], dataclasses_module_rows[], itertools_module_rows[],
    functools_module_rows[], operator_module_rows[], heapq_module_rows[], instance_check_module_rows[],
    weakref_module_rows[], array_module_rows[];

extern const ModuleRow re_module_rows[], struct_module_rows[], binary_module_rows[], zlib_module_rows[], clock_module_rows[],
    path_module_rows[], json_module_rows[], frames_module_rows[], io_module_rows[];

extern const ModuleRow keras_files_module_rows[];
extern const ModuleRow picture_module_rows[];

/* The modules imported so far, by name: sys.modules. Borrowed. */
Dict *modules_imported(void);
/* Makes the globals of the script, or of the prompt, the module __main__. False: memory. */
bool modules_set_main(Dict *globals);
/* What sys.stdout was set to by the program, borrowed; PY_UNDEFINED where it is what it was at the start. */
Value modules_stdout(void);

extern const ModuleRow pandas_module_rows[];
extern const ModuleRow pickle_module_rows[], csv_module_rows[], duration_module_rows[],
    text_memory_module_rows[], decimal_module_rows[];

extern const ModuleRow thread_module_rows[];
extern const ModuleRow sklearn_tree_module_rows[], sklearn_machine_module_rows[];
extern const ModuleRow unicode_module_rows[];

/* Prepares types and hooks of a group; called once, by modules_start. */
bool numpy_start(void);
/* Lets the codecs find the handlers that are written in the language. */
void unicode_start(void);

/* Handler of sys.exit, exit and quit: raises SystemExit with the row's only argument. */
Value modules_exit(const NativeRow *row, Value *arguments);

#endif
