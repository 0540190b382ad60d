/* What list.c and list_methods.c share. Private, but for what the interpreter knows of lists. */
#ifndef NNSH_REPL_TYPES_LIST_H
#define NNSH_REPL_TYPES_LIST_H

#include "repl/types/containers.h"

bool list_reserve(List *list, int64_t capacity);
void list_clear(List *list);
/* Replaces `removed` items from `start` on by `added` others (kept). */
bool list_splice(List *list, int64_t start, int64_t removed, const Value *items, int64_t added);
int list_find(List *list, int64_t start, int64_t stop, Value item, int64_t *at);
/* list.append, which the interpreter knows: it is what loops call most. */
Value list_call_append(const NativeRow *row, Value *arguments);
extern const NativeRow list_methods[];

#endif
