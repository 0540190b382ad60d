/* How objects are taken apart: the handlers of object's rows. Private. */
#ifndef NNSH_REPL_TYPES_REDUCE_H
#define NNSH_REPL_TYPES_REDUCE_H

#include "repl/types/type.h"

Value reduce_call(const NativeRow *row, Value *arguments);       /* __reduce__(self) */
Value reduce_call_ex(const NativeRow *row, Value *arguments);    /* __reduce_ex__(self, protocol) */
Value reduce_call_state(const NativeRow *row, Value *arguments); /* __getstate__(self) */

#endif
