/* What dict.c and dict_methods.c share. Private. */
#ifndef NNSH_REPL_TYPES_DICT_H
#define NNSH_REPL_TYPES_DICT_H

#include "repl/types/containers.h"

/* The place of a key in entries: -1 absent, -2 where hashing or comparing raised. */
int64_t dict_find_entry(Dict *dict, Value key, uint64_t *hash);
/* Sets an interned name: the entry, or -1 where there was no memory. */
int64_t dict_set_name(Dict *dict, String *name, Value value);
bool dict_set_hashed(Dict *dict, Value key, uint64_t hash, Value value);
/* Takes an entry out; its key and value are the caller's. */
void dict_delete_entry(Dict *dict, int64_t at, Value *key, Value *value);
extern const NativeRow dict_methods[], dict_statics[];

#endif
