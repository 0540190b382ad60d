/* Ranges whose bounds do not all fit 64 bits. Private. */
#ifndef NNSH_REPL_TYPES_RANGE_BIG_H
#define NNSH_REPL_TYPES_RANGE_BIG_H

#include "repl/types/containers.h"

/* range(start, stop, step) of plain integers. */
Value range_big(Value start, Value stop, Value step);

#endif
