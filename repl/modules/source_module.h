/* Modules written in the language itself: those that come with nnsh (repl/modules/python/NAME.py, embedded in the
 * program at build time) and the user's own files beside the script.
 *
 * A name's first part decides where it is looked for: the folders of sys.path first (the script's own, as in Python),
 * then what is embedded. A folder is a package where it holds __init__.py. Natives (ModuleRow) of the same name come
 * after the user's files and before embedded ones; sys, builtins and time are never looked for in files. */
#ifndef NNSH_REPL_MODULES_SOURCE_MODULE_H
#define NNSH_REPL_MODULES_SOURCE_MODULE_H

#include "repl/types/containers.h"

/* One embedded module. The text is NUL-terminated. */
typedef struct EmbeddedModule {
  const char *name; /* "pandas", "scipy.special" */
  const char *text;
  size_t length;
} EmbeddedModule;
extern const EmbeddedModule embedded_modules[]; /* ends with name NULL; made by cmake/embed.cmake */

/* The file of a module among the folders of sys.path, or in the package's own folder for a dotted name: its path (to be
 * freed with core_free), or NULL. `package` tells whether it is a folder with __init__.py. */
char *source_module_find(const char *name, Dict *imported, bool *package);
/* Runs a file's text as module `name`, which is put into `imported` before it runs (imports may be circular) and taken
 * out where it fails. A new reference or PY_ERROR. */
Value source_module_run_file(const char *name, const char *path, bool package, Dict *imported);
/* The same for an embedded module; PY_UNDEFINED where there is none of the name. */
Value source_module_run_embedded(const char *name, Dict *imported);

#endif
