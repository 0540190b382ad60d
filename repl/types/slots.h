/* Special methods and slots: the table that joins them, for classes of the user and for native types. Private. */
#ifndef NNSH_REPL_TYPES_SLOTS_H
#define NNSH_REPL_TYPES_SLOTS_H

#include <string.h>

#include "repl/types/containers.h"
#include "repl/types/type.h"

/* A name as an interned string, looked up once at each place. */
#define INTERNED(text)                         \
  ({                                           \
    static String *interned_;                  \
    if (!interned_) interned_ = py_intern(text); \
    interned_;                                 \
  })

/* One row: a special method, the slot that it fills, the function that the slot of a user's class holds (it looks the
 * method up and calls it), and how the slot of a native type is called as that method. */
typedef struct SpecialRow {
  const char *name;
  size_t offset;      /* of the slot in Type */
  void (*user)(void); /* the slot's function in a user's class */
  int least, most;    /* arguments, self included; most -1: any */
  Value (*wrap)(const Type *owner, const struct SpecialRow *row, const Value *arguments, int count);
  int operator_index; /* BinaryOp, UnaryOp or CompareOp */
  String *interned;
} SpecialRow;

/* The row of a name, or NULL. The name must be interned. */
const SpecialRow *slots_row(String *name);
/* The attribute of this class alone, bases not asked: borrowed or PY_UNDEFINED. */
Value slots_own(Type *type, String *name);
/* Fills the slots of a user's class from its methods and its bases. False: MemoryError is pending. */
bool slots_fill(Type *type);
/* Drops cached lookups of this name (a class attribute changed) or, with NULL, of all. */
void slots_forget(String *name);
/* Likewise, only in `type` and the classes that derive from it. */
void slots_forget_below(const Type *type, const String *name);
/* What a slot at this offset holds. */
static inline void *slots_value(const Type *type, size_t offset) {
  void *value;
  memcpy(&value, (const char *)type + offset, sizeof value);
  return value;
}
/* Looks a special method up and calls it with self and `count` more arguments; PY_UNDEFINED where there is none. */
Value slots_call(Value self, String *name, const Value *arguments, int count);
/* Whether a type's binary operator is done by a user's class. */
bool slots_binary_is_user(const Type *type);
bool slots_setattr_is_user(const Type *type);
bool slots_getattr_is_user(const Type *type);
Value slots_binary(BinaryOp op, Value a, Value b, bool reflected);
Value slots_inplace(BinaryOp op, Value a, Value b);

/* What object.__getattribute__ does: __getattr__ is not asked. */
Value attribute_get_plain(Value self, String *name);

/* dir() where the class has no __dir__ of its own. */
Value attribute_names(Value self);

/* object.__new__, to tell whether a class has its own. */
Value slots_object_new(void);

#endif
