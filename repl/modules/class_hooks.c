/* What a class can do as an object beyond being called: iteration, len() and the like of enumerations, isinstance of
 * abstract classes. Classes ask for it by class methods with names of this module's own, _class_iter_ and so on, which
 * their bases define; importing the module (enum, abc, typing do) teaches the type of classes to look for them. */
#include <string.h>

#include "repl/language/language.h"
#include "repl/modules/collections.h"

/* Calls a class's own hook: PY_UNDEFINED where it has none. */
static Value call_hook(Value class, const char *name, const Value *arguments, int count) {
  if (!py_is_type(class)) return PY_UNDEFINED;
  if (py_is_undefined(py_type_lookup(py_as_type(class), py_intern(name)))) return PY_UNDEFINED;
  Value hook = py_getattr_c(class, name);
  if (py_is_error(hook)) return hook;
  Value result = py_call_values(hook, arguments, count);
  py_drop(hook);
  return result;
}

static Value class_iter(Value self) {
  Value result = call_hook(self, "_class_iter_", NULL, 0);
  if (!py_is_undefined(result)) return result;
  return py_raise(&py_TypeError, "'%s' object is not iterable", py_type_of(self)->name);
}
static int64_t class_length(Value self) {
  int64_t length;
  Value result = call_hook(self, "_class_len_", NULL, 0);
  if (py_is_error(result)) return -1;
  if (py_is_undefined(result)) {
    py_raise(&py_TypeError, "object of type '%s' has no len()", py_type_of(self)->name);
    return -1;
  }
  return py_as_int(result, &length) ? length : -1;
}
static int class_contains(Value self, Value item) {
  Value result = call_hook(self, "_class_contains_", &item, 1);
  if (py_is_undefined(result)) {
    py_raise(&py_TypeError, "argument of type '%s' is not iterable", py_type_of(self)->name);
    return -1;
  }
  int truth = py_is_error(result) ? -1 : py_truth(result);
  py_drop(result);
  return truth;
}
static int class_truth(Value self) { return 1; }

static Value (*plain_repr)(Value self);
static Value class_repr(Value self) {
  Value result = call_hook(self, "_class_repr_", NULL, 0);
  return py_is_undefined(result) ? plain_repr(self) : result;
}

static bool (*plain_setattr)(Value self, String *name, Value value);
static bool class_setattr(Value self, String *name, Value value) {
  Value arguments[2] = {{.tag = TAG_OBJECT, .as.object = &name->head}, value};
  bool deletes = py_is_undefined(value);
  Value result = call_hook(self, deletes ? "_class_delattr_" : "_class_setattr_", arguments, deletes ? 1 : 2);
  if (py_is_undefined(result)) return plain_setattr(self, name, value);
  py_drop(result);
  return !py_is_error(result);
}
/* Names with two underscores are not asked for: the language itself looks for them. */
static Value (*plain_getattr)(Value self, String *name);
static Value class_getattr(Value self, String *name) {
  Value found = plain_getattr(self, name);
  if (!py_is_undefined(found) || strncmp(name->data, "_", 1) == 0) return found;
  Value key = {.tag = TAG_OBJECT, .as.object = &name->head};
  return call_hook(self, "_class_getattr_", &key, 1);
}

/* type.__setattr__(cls, name, value), past the hook. */
static Value set_plainly(const NativeRow *row, Value *arguments) {
  if (!py_is_type(arguments[0]) || !py_is_str(arguments[1])) return py_raise(&py_TypeError, "a class and a str are wanted");
  String *name = py_intern(py_as_string(arguments[1])->data);
  return (plain_setattr ? plain_setattr : py_type_type.setattr)(arguments[0], name, arguments[2]) ? PY_NONE : PY_ERROR;
}
static Value del_plainly(const NativeRow *row, Value *arguments) {
  return set_plainly(row, (Value[]){arguments[0], arguments[1], PY_UNDEFINED});
}

/* ---- isinstance, issubclass ---- */

static Value plain_checks[2];

/* 1, 0, -1. `classes` is a class, an object with a hook, or a tuple of them. */
static int check(bool subclass, Value what, Value classes) {
  if (py_is_tuple(classes)) {
    for (int64_t i = 0; i < py_as_tuple(classes)->count; i++) {
      int answer = check(subclass, what, py_as_tuple(classes)->items[i]);
      if (answer) return answer;
    }
    return 0;
  }
  /* An object that is no class (Union[int, str]) answers by the methods of its own class. */
  String *name = py_is_type(classes) ? py_intern(subclass ? "_class_subclasscheck_" : "_class_instancecheck_")
                                     : py_intern(subclass ? "__subclasscheck__" : "__instancecheck__");
  Value hook = py_find_attr(classes, name), result;
  if (py_is_error(hook)) return -1;
  if (py_is_undefined(hook)) {
    result = py_call_values(plain_checks[subclass], (Value[]){what, classes}, 2);
  } else if (subclass && !py_is_type(what)) {
    result = py_raise(&py_TypeError, "issubclass() arg 1 must be a class");
  } else {
    result = py_call_values(hook, &what, 1);
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

/* Whether a special method is found in a class: __len__, or the slot of a native type that does the same. */
static Value has_special(const NativeRow *row, Value *arguments) {
  if (!py_is_type(arguments[0]) || !py_is_str(arguments[1])) return py_raise(&py_TypeError, "a class and a str are wanted");
  Type *type = py_as_type(arguments[0]);
  const char *name = py_as_string(arguments[1])->data;
  py_type_ready(type);
  Value found = py_type_lookup(type, py_intern(name));
  /* object's own __hash__ is found in every class; whether it counts is in the slot. */
  if (strcmp(name, "__hash__") == 0) {
    static const Type *const mutable[] = {&py_list_type, &py_dict_type, &py_set_type, &deque_type};
    for (size_t i = 0; i < sizeof mutable / sizeof *mutable; i++)
      if (py_is_subtype(type, mutable[i]) && (!type->heap || type->hash == NULL)) return PY_FALSE;
    return py_bool(type->hash != NULL && !py_is_none(found));
  }
  if (!py_is_undefined(found)) return py_bool(!py_is_none(found));
  if (type->heap) return PY_FALSE;
  if (strcmp(name, "__iter__") == 0) return py_bool(type->iter && type != &py_type_type);
  if (strcmp(name, "__next__") == 0) return py_bool(type->next != NULL);
  if (strcmp(name, "__len__") == 0) return py_bool(type->length && type != &py_type_type);
  if (strcmp(name, "__contains__") == 0) return py_bool(type->contains && type != &py_type_type);
  if (strcmp(name, "__getitem__") == 0) return py_bool(type->getitem != NULL);
  if (strcmp(name, "__call__") == 0) return py_bool(type->call != NULL);
  return PY_FALSE;
}

static bool install(Dict *dict) {
  if (plain_repr) return true;
  py_type_ready(&py_type_type);
  for (int i = 0; i < 2; i++) {
    Value plain = py_dict_find_name(lang_builtins, py_intern(check_rows[i].name));
    if (py_is_undefined(plain) || py_is_error(plain)) return false;
    plain_checks[i] = py_keep(plain);
    if (!py_dict_set_steal(lang_builtins, check_rows[i].name, py_native(&check_rows[i], PY_UNDEFINED, "builtins")))
      return false;
  }
  plain_repr = py_type_type.repr;
  plain_setattr = py_type_type.setattr;
  plain_getattr = py_type_type.getattr;
  py_type_type.repr = class_repr;
  py_type_type.getattr = class_getattr;
  py_type_type.setattr = class_setattr;
  py_type_type.iter = class_iter;
  py_type_type.length = class_length;
  py_type_type.contains = class_contains;
  py_type_type.truth = class_truth;
  return true;
}

static const NativeRow functions[] = {
    {"set_plainly", "cls, name, value, /", "Sets an attribute of a class past its own hook.", set_plainly, NULL},
    {"del_plainly", "cls, name, /", "Deletes an attribute of a class past its own hook.", del_plainly, NULL},
    {"has_special", "cls, name, /", "Whether a class has a special method.", has_special, NULL},
    {0},
};
const ModuleRow class_hooks_module_rows[] = {
    {.name = "_class_hooks", .help = "What classes can do as objects.", .functions = functions, .fill = install}, {0}};
