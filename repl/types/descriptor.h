/* Objects that classes hold and that become something else when read: computed attributes of native types, property,
 * classmethod, staticmethod, super. Private. */
#ifndef NNSH_REPL_TYPES_DESCRIPTOR_H
#define NNSH_REPL_TYPES_DESCRIPTOR_H

#include "repl/types/type.h"

/* A PropertyRow of a native type as an object. */
typedef struct RowDescriptor {
  Object head;
  const PropertyRow *row;
  Type *owner;
} RowDescriptor;
extern Type descriptor_row_type;
Value descriptor_row(const PropertyRow *row, Type *owner);

/* property(getter, setter, deleter): functions or PY_NONE. */
typedef struct Property {
  Object head;
  Value getter, setter, deleter, doc;
} Property;

/* classmethod and staticmethod. */
typedef struct Wrapped {
  Object head;
  Value function;
} Wrapped;

#endif
