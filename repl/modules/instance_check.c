/* isinstance and issubclass with what is no class but has an opinion (typing's Union[int, str], List), and which
 * special methods a class has. */
#include <string.h>

#include "repl/language/language.h"
#include "repl/modules/collections.h"

/* The builtins as they were: they do what concerns classes. */
static Value plain_checks[2];

/* 1, 0, -1. */
static int check(bool subclass, Value what, Value classes) {
  if (py_is_tuple(classes)) {
    for (int64_t i = 0; i < py_as_tuple(classes)->count; i++) {
      int answer = check(subclass, what, py_as_tuple(classes)->items[i]);
      if (answer) return answer;
    }
    return 0;
  }
  Value hook = PY_UNDEFINED, result;
  if (!py_is_type(classes))
    hook = py_find_attr(classes, py_intern(subclass ? "__subclasscheck__" : "__instancecheck__"));
  if (py_is_undefined(hook)) {
    result = py_call_values(plain_checks[subclass], (Value[]){what, classes}, 2);
  } else if (subclass && !py_is_type(what)) {
    result = py_raise(&py_TypeError, "issubclass() arg 1 must be a class");
  } else {
    result = py_is_error(hook) ? hook : py_call_values(hook, &what, 1);
  }
  py_drop(hook);
  int truth = py_is_error(result) ? -1 : py_truth(result);
  py_drop(result);
  return truth;
}
static Value native_check(const NativeRow *row, Value *arguments) {
  int answer = check(row->data != NULL, arguments[0], arguments[1]);
  return answer < 0 ? PY_ERROR : py_bool(answer);
}
static const char subclass[] = "subclass";
static const NativeRow check_rows[] = {
    {"isinstance", "obj, class_or_tuple, /", "Whether an object is of a class.", native_check, NULL},
    {"issubclass", "cls, class_or_tuple, /", "Whether a class derives from another.", native_check, subclass},
};

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

/* listen(): from now on isinstance and issubclass ask such objects. Called when typing is imported. */
static Value listen(const NativeRow *row, Value *arguments) {
  for (int i = 0; i < 2; i++) {
    if (!py_is_error(plain_checks[i])) continue; /* the tag's zero: not yet */
    Value plain = py_dict_find_name(lang_builtins, py_intern(check_rows[i].name));
    if (py_is_undefined(plain) || py_is_error(plain)) return py_raise(&py_RuntimeError, "isinstance is gone");
    plain_checks[i] = py_keep(plain);
    if (!py_dict_set_steal(lang_builtins, check_rows[i].name, py_native(&check_rows[i], PY_UNDEFINED, "builtins")))
      return PY_ERROR;
  }
  return PY_NONE;
}

static const NativeRow functions[] = {
    {"has_special", "cls, name, /", "Whether a class has a special method.", has_special, NULL},
    {"listen", "", "Lets objects that are no classes answer isinstance.", listen, NULL},
    {0},
};
const ModuleRow instance_check_module_rows[] = {
    {.name = "_instance_check", .help = "What isinstance asks.", .functions = functions}, {0}};
