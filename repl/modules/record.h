/* Records: tuples whose items have names too, as time.struct_time and os.stat_result are. */
#ifndef NNSH_REPL_MODULES_RECORD_H
#define NNSH_REPL_MODULES_RECORD_H

#include "repl/types/containers.h"

/* What a record's type has in its `data`: the names of the items ('|' between them), how many items the tuple shows,
 * and how many there are: those behind are reached by name alone. */
typedef struct RecordRow {
  const char *names;
  int shown, count;
} RecordRow;

/* A static type of records: base, size, repr, getattr and dealloc are the same for all. */
#define RECORD_TYPE(name_, module_, help_, row_)                                                                  \
  {.head = {&py_type_type, 1}, .name = name_, .module = module_, .help = help_, .base = &py_tuple_type,          \
   .size = sizeof(Tuple), .repr = record_repr, .getattr = record_getattr, .dealloc = record_dealloc, .data = row_, \
   .signature = "iterable, /", .construct = record_construct}

/* A record from `count` items, which are taken over; an error among them is handed up. */
Value record_new(Type *type, Value *items);

Value record_repr(Value self);
Value record_getattr(Value self, String *name);
void record_dealloc(Object *self);
/* struct_time((2024, 1, 2, ...)): from as many items as are shown; those behind are None. */
Value record_construct(Type *type, Value *arguments);

#endif
