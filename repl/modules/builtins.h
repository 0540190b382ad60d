/* Python's builtins: private to the builtins_*.c files. */
#ifndef NNSH_REPL_MODULES_BUILTINS_H
#define NNSH_REPL_MODULES_BUILTINS_H

#include "repl/modules/modules.h"

extern Type builtins_enumerate_type, builtins_zip_type, builtins_map_type, builtins_filter_type, builtins_reversed_type;

/* open() and the file object are in builtins_file.c. */
extern const NativeRow builtins_file_rows[];
extern const NativeRow builtins_execute_rows[];
extern Type builtins_file_type, builtins_unsupported_type;
/* Raises the OSError for errno and a path: "[Errno 2] No such file or directory: 'x.txt'". */
Value builtins_os_error(const char *path);

#endif
