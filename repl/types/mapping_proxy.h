/* mappingproxy. Private to repl/types. */
#ifndef NNSH_REPL_TYPES_MAPPING_PROXY_H
#define NNSH_REPL_TYPES_MAPPING_PROXY_H

#include "repl/types/type.h"

extern Type py_mapping_proxy_type;

/* A view of a mapping, which it keeps; PY_ERROR with MemoryError pending. */
Value mapping_proxy(Value mapping);

#endif
