/* Which special methods a class has. */
#include <string.h>

#include "repl/language/language.h"
#include "repl/modules/collections.h"
#include "repl/types/generic.h"

/* Whether instances can be hashed: object's own __hash__ is found in every class, so the slot is what counts. */
static bool is_hashable(Type *type, Value found) {
  static const Type *const mutable[] = {&py_list_type, &py_dict_type, &py_set_type, &deque_type};
  for (size_t i = 0; i < sizeof mutable / sizeof *mutable; i++)
    if (py_is_subtype(type, mutable[i]) && (!type->heap || type->hash == NULL)) return false;
  return type->hash != NULL && !py_is_none(found);
}

/* A special method of a class: one in the class's dict, or the slot of a native type that does the same. */
static Value has_special(const NativeRow *row, Value *arguments) {
  if (!py_is_type(arguments[0]) || !py_is_str(arguments[1]))
    return py_raise(&py_TypeError, "a class and a str are wanted");
  Type *type = py_as_type(arguments[0]);
  const char *name = py_as_string(arguments[1])->data;
  py_type_ready(type);
  Value found = py_type_lookup(type, py_intern(name));
  if (strcmp(name, "__hash__") == 0) return py_bool(is_hashable(type, found));
  if (!py_is_undefined(found)) return py_bool(!py_is_none(found));
  if (type->heap) return PY_FALSE;
  const struct {
    const char *name;
    bool has;
  } slots[] = {{"__iter__", type->iter != NULL},         {"__next__", type->next != NULL},
               {"__len__", type->length != NULL},        {"__contains__", type->contains != NULL},
               {"__getitem__", type->getitem != NULL},   {"__call__", type->call != NULL}};
  for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
    if (strcmp(name, slots[i].name) == 0) return py_bool(slots[i].has);
  return PY_FALSE;
}

/* What `match` takes instances for: as the second class, or as it says. Classes of C are known to the interpreter. */
static Value set_pattern(const NativeRow *row, Value *arguments) {
  if (!py_is_type(arguments[0])) return PY_NONE;
  Type *type = py_as_type(arguments[0]);
  int64_t pattern = 0;
  if (py_is_type(arguments[1])) pattern = py_as_type(arguments[1])->pattern;
  else if (!py_as_int(arguments[1], &pattern)) return PY_ERROR;
  if (type->heap && pattern) type->pattern = (uint8_t)pattern;
  return PY_NONE;
}

/* set_substitution(function): typing says what list[T][int] is. */
static Value set_substitution(const NativeRow *row, Value *arguments) {
  generic_set_substitution(arguments[0]);
  return PY_NONE;
}

static const NativeRow functions[] = {
    {"set_substitution", "function, /", "Says what replaces type variables.", set_substitution, NULL},
    {"set_pattern", "cls, like, /", "Says what match takes instances for: 1 sequences, 2 mappings, or like a class.",
     set_pattern, NULL},
    {"has_special", "cls, name, /", "Whether a class has a special method.", has_special, NULL},
    {0},
};
const ModuleRow instance_check_module_rows[] = {
    {.name = "_instance_check", .help = "What collections.abc asks of a class.", .functions = functions}, {0}};
