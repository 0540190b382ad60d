/* Classes made at run time. Private. */
#ifndef NNSH_REPL_TYPES_CLASS_H
#define NNSH_REPL_TYPES_CLASS_H

#include "repl/types/type.h"

/* Whether nothing can be derived from a type. */
bool class_is_closed(const Type *type);
/* Head of the list of all classes of the user (its own fields mean nothing). */
extern Type class_heap_types;
/* The native types that have been used so far, likewise linked by next_heap, first come first. */
extern Type *class_first_native;

/* A type's name with those of the classes and functions around it, as reprs and tracebacks show it. */
static inline const char *class_qualified_name(const Type *type) {
  return type->qualified_name ? type->qualified_name : type->name;
}

/* The attributes of a class as such: its own and its bases', bound to it. PY_UNDEFINED where there is none. */
Value class_getattr(Value self, struct String *name);
/* Sets, or with PY_UNDEFINED deletes, one of its own. */
bool class_setattr(Value self, struct String *name, Value value);
/* What every object has: __dict__ first. */
extern const PropertyRow object_properties[];
/* Adds what Python puts into the dict of a class beside its body: __dict__ and __weakref__, where no base has them, and
 * __doc__. False: MemoryError is pending. */
bool class_add_entries(Type *type);
/* What every class has. */
extern const PropertyRow class_properties[];
extern const NativeRow class_methods[], class_statics[];
/* type(name, bases, dict, **keywords) of a metaclass. */
Value class_from_call(Type *metaclass, const Arguments *arguments);
/* Raises "Can't instantiate abstract class A with abstract method f". */
Value class_refuse_abstract(Type *type);
/* An attribute of the class was set (or deleted: PY_UNDEFINED): what the type remembers about it. */
void class_note(Type *type, const struct String *name, Value value);

/* The dict that holds the values of __slots__ of an instance: its own dict, hidden, or one beside it. As
 * py_instance_dict. */
struct Dict *class_slot_values(Object *object, bool create);
/* The type of native code that a class of the user stands on (object where it has no other). */
Type *class_native(const Type *type);

#endif
