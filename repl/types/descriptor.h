/* Objects that classes hold and that become something else when read: computed attributes of native types, property,
 * classmethod, staticmethod, super. Private. */
#ifndef NNSH_REPL_TYPES_DESCRIPTOR_H
#define NNSH_REPL_TYPES_DESCRIPTOR_H

#include "repl/types/containers.h"

/* A PropertyRow of a native type as an object. */
typedef struct RowDescriptor {
  Object head;
  const PropertyRow *row;
  Type *owner;
} RowDescriptor;
extern Type descriptor_row_type;
Value descriptor_row(const PropertyRow *row, Type *owner);

/* property(getter, setter, deleter): functions or PY_NONE. The name is that under which a class body held it first. */
typedef struct Property {
  Object head;
  Value getter, setter, deleter, doc;
  String *name; /* interned, or NULL */
} Property;

/* A method found by a super object, as a function and the object it is called with (new references). False: by
 * py_getattr. */
bool descriptor_super_method(Value super, String *name, Value *function, Value *self);

/* classmethod and staticmethod. */
typedef struct Wrapped {
  Object head;
  Value function;
} Wrapped;

/* What __slots__ puts into a class for each name: the attribute lies in the instance's dict, which is not seen. */
Value descriptor_member(struct String *name, Type *owner);
extern Type descriptor_member_type;

#endif
