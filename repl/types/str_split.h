/* Handlers of the rows of str that take texts apart and put them together. Private to repl/types. */
#ifndef NNSH_REPL_TYPES_STR_SPLIT_H
#define NNSH_REPL_TYPES_STR_SPLIT_H

#include "repl/types/type.h"

Value str_call_split(const NativeRow *row, Value *arguments);      /* split and rsplit, by the row's name */
Value str_call_splitlines(const NativeRow *row, Value *arguments);
Value str_call_partition(const NativeRow *row, Value *arguments);  /* partition and rpartition */
Value str_call_join(const NativeRow *row, Value *arguments);

#endif
