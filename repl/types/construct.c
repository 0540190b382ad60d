#include "repl/types/construct.h"

#include <stdio.h>
#include <string.h>

#include "repl/types/bytes.h"
#include "repl/types/class.h"
#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/exception_types.h"
#include "repl/types/function.h"
#include "repl/types/object.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"
#include "repl/types/wrapper.h"

/* T.__new__(cls, ...) of a native type that constructs in one step: bound to T. */
static Value new_of_native(const NativeRow *row, Value *arguments) {
  (void)row;
  const Type *owner = py_as_type(arguments[0]);
  const Tuple *rest = py_as_tuple(arguments[1]);
  Dict *keywords = py_as_dict(arguments[2]);
  if (rest->count == 0) return py_raise(&py_TypeError, "%s.__new__(): not enough arguments", owner->name);
  if (!py_is_type(rest->items[0]))
    return py_raise(&py_TypeError, "%s.__new__(X): X is not a type object (%s)", owner->name,
                    py_type_label(py_type_of(rest->items[0])));
  Type *type = py_as_type(rest->items[0]);
  if (!py_is_subtype(type, owner))
    return py_raise(&py_TypeError, "%s.__new__(%s): %s is not a subtype of %s", owner->name, type->name, type->name,
                    owner->name);
  if (class_native(type) != owner) {
    if (owner == &py_tuple_type && rest->count == 2 && py_type_lookup(type, py_intern("_make")).tag == TAG_OBJECT)
      return py_call_method(rest->items[0], "_make", &rest->items[1], 1);
    return py_raise(&py_TypeError, "%s.__new__(%s) is not safe, use %s.__new__()", owner->name, py_type_label(type),
                    py_type_label(class_native(type)));
  }
  String *names[keywords->count + 1];
  Value values[keywords->count + 1], key, value;
  Arguments given = {.positional = rest->items + 1, .count = (int)rest->count - 1, .keyword_names = names,
                     .keyword_values = values};
  for (int64_t i = 0; py_dict_next(keywords, &i, &key, &value);) {
    names[given.keyword_count] = py_as_string(key);
    values[given.keyword_count++] = value;
  }
  return construct_allocate(type, &given);
}
static const NativeRow new_row = {"__new__", "self, /, *args, **kwargs", "makes an instance", new_of_native, NULL};

Value construct_native_new(Value type) { return py_native(&new_row, type, py_as_type(type)->module); }

/* Types whose wrong arguments get the texts of CPython's own C functions. */
static bool is_of_c(const Type *type) {
  return strcmp(type->module, "builtins") == 0 || strcmp(type->module, "collections") == 0;
}

bool construct_native_init(Type *owner, Value self, const Arguments *arguments) {
  const Signature *signature = signature_of(owner->signature ? owner->signature : "");
  if (!signature) {
    py_raise(&py_SystemError, "the signature of %s is malformed", owner->name);
    return false;
  }
  char name[160];
  py_type_ready(owner);
  Type *type = py_type_of(self);
  Arguments given = *arguments;
  const bool builtin = is_of_c(owner);
  /* list.__init__ leaves to a __new__ of the program what that has made of names. */
  if (owner == &py_list_type && type->heap &&
      py_type_lookup(type, INTERNED("__new__")).as.object != slots_object_new().as.object)
    given.keyword_count = 0;
  function_observe(owner->module, owner->name, "__init__");
  Value slots[signature->count + 1];
  size_t length = strnlen(owner->name, sizeof name - sizeof ".__init__");
  memcpy(name, owner->name, length);
  memcpy(name + length, ".__init__", sizeof ".__init__");
  BindNames names = {name, NULL, 1, false, true};
  if (builtin) names = (BindNames){py_is_exception(self) ? type->name : owner->name, NULL, 0, true, true};
  if (!function_bind(signature, &names, &given, slots)) return false;
  bool ok = owner->init(self, slots);
  function_drop(slots, signature->count);
  return ok;
}

/* A construction failed: what another way to make it gives, or the failure. */
static Value rescued(Type *type, const Arguments *arguments) {
  Value result = function_rescue ? function_rescue(type, NULL, arguments) : PY_UNDEFINED;
  return py_is_undefined(result) ? PY_ERROR : result;
}

bool py_has_own_init(const Type *type) {
  Value init = type->heap ? py_type_lookup(type, INTERNED("__init__")) : PY_UNDEFINED;
  return init.tag == TAG_OBJECT && init.as.object->type != &py_wrapper_type;
}

/* Whether __new__ of a native type leaves keyword arguments to the class's own __init__: where it takes none itself, as
 * tuple(), and where all is left to __init__, as with bytearray(). */
static bool ignores_keywords(Type *type, const Signature *signature) {
  for (int i = 0; i < signature->count; i++) {
    ParameterKind kind = signature->parameters[i].kind;
    bool by_name = kind == PARAMETER_NORMAL || kind == PARAMETER_KEYWORD_ONLY || kind == PARAMETER_KEYWORDS;
    if (by_name && !py_is_subtype(type, &py_bytearray_type)) return false;
  }
  return py_has_own_init(type);
}

/* Type(...): `type(x)` tells a type; other classes make instances. */
static Value construct_native(Type *type, Type *native, const Arguments *arguments) {
  if (!native->construct && !native->init)
    return py_raise(&py_TypeError, "cannot create '%s' instances", type->name);
  function_observe(native->module, native->name, "__init__");
  const Signature *signature = native->parsed;
  if (!signature) {
    signature = native->parsed = signature_of(native->signature ? native->signature : "");
    native->builtin = is_of_c(native);
  }
  if (!signature) return py_raise(&py_SystemError, "the signature of %s is malformed", native->name);
  Value slots[signature->count + 1];
  char name[160];
  const bool builtin = native->builtin;
  if (!builtin) snprintf(name, sizeof name, "%s.__init__", type->name);
  if (signature->count == 0 && arguments->count + arguments->keyword_count &&
      (type == &py_none_type || type == &py_ellipsis_type || type == &py_not_implemented_type))
    return py_raise(&py_TypeError, "%s takes no arguments", type->name);
  BindNames names = {builtin ? native->name : name, NULL, builtin ? 0 : 1, builtin, true};
  Arguments given = *arguments;
  if (native == &py_property_type && py_has_own_init(type)) given = (Arguments){0}; /* property.__init__ does it all */
  if (given.keyword_count && ignores_keywords(type, signature)) given.keyword_count = 0;
  if (!function_bind(signature, &names, &given, slots)) return rescued(type, arguments);
  Value result;
  if (native->construct) {
    result = native->construct(type, slots);
  } else {
    result = py_object(py_new(type));
    if (!py_is_error(result) && !native->init(result, slots)) {
      py_drop(result);
      result = PY_ERROR;
    }
  }
  function_drop(slots, signature->count);
  if (py_is_error(result)) return rescued(type, arguments);
  if (arguments->count >= 3 && function_notice) function_notice(type, arguments);
  return result;
}

Value construct_allocate(Type *type, const Arguments *arguments) {
  Type *native = type;
  while (native->heap) native = native->base;
  if (py_is_subtype(native, &py_BaseException)) return exception_allocate(type, arguments);
  if (type->abstract) return class_refuse_abstract(type);
  if (native == &py_type_type) return class_from_call(type, arguments);
  if (native == &py_object_type || (native->init && !native->construct)) return py_object(py_new(type));
  return construct_native(type, native, arguments);
}

static Value construct_user(Type *type, const Arguments *arguments) {
  Value new = py_type_lookup(type, INTERNED("__new__"));
  Value init = py_type_lookup(type, INTERNED("__init__"));
  Value plain_new = slots_object_new();
  bool user_init = init.tag == TAG_OBJECT && init.as.object->type != &py_wrapper_type;
  Value self;
  if (new.tag == TAG_OBJECT && new.as.object != plain_new.as.object) {
    Value function = new.as.object->type->get ? new.as.object->type->get(new, PY_UNDEFINED, type) : py_keep(new);
    if (py_is_error(function)) return function;
    Value items[arguments->count + 1];
    items[0] = (Value){.tag = TAG_OBJECT, .as.object = &type->head};
    if (arguments->count) memcpy(items + 1, arguments->positional, sizeof(Value) * (size_t)arguments->count);
    Arguments with_class = *arguments;
    with_class.positional = items;
    with_class.count++;
    self = py_call(function, &with_class);
    py_drop(function);
    if (py_is_error(self) || !py_is(self, type)) return self;
    if (py_type_of(self) != type) { /* __new__ made an instance of a derived class: its own __init__ */
      init = py_type_lookup(py_type_of(self), INTERNED("__init__"));
      user_init = init.tag == TAG_OBJECT && init.as.object->type != &py_wrapper_type;
    }
  } else {
    Type *native = type;
    while (native->heap) native = native->base;
    if (native == &py_object_type && !user_init && arguments->count + arguments->keyword_count > 0)
      return py_raise(&py_TypeError, "%s() takes no arguments", type->name);
    self = construct_allocate(type, arguments);
    if (py_is_error(self)) return self;
  }
  bool ok = true;
  if (user_init) {
    Value items[arguments->count + 1];
    items[0] = self;
    if (arguments->count) memcpy(items + 1, arguments->positional, sizeof(Value) * (size_t)arguments->count);
    Arguments with_self = *arguments;
    with_self.positional = items;
    with_self.count++;
    Value result = py_call(init, &with_self);
    if (!py_is_error(result) && !py_is_none(result))
      py_raise(&py_TypeError, "__init__() should return None, not '%s'", py_type_label(py_type_of(result)));
    ok = py_is_none(result);
    py_drop(result);
  } else if (init.tag == TAG_OBJECT) {
    Type *native = type;
    while (native->heap) native = native->base;
    if (native->init && !native->construct) ok = construct_native_init(native, self, arguments);
  }
  if (ok) return self;
  py_drop(self);
  return PY_ERROR;
}

Value construct_call(Value self, const Arguments *arguments) {
  Type *type = py_as_type(self);
  if (type->heap) return type->meta && arguments->count == 1 && arguments->keyword_count == 0 &&
                                  py_type_lookup(type, INTERNED("__new__")).as.object == slots_object_new().as.object
                             ? py_raise(&py_TypeError, "type.__new__() takes exactly 3 arguments (1 given)")
                             : construct_user(type, arguments);
  if (type == &py_object_type && arguments->count + arguments->keyword_count > 0)
    return py_raise(&py_TypeError, "object() takes no arguments");
  if (type->from_one && arguments->count == 1 && arguments->keyword_count == 0) {
    function_observe(type->module, type->name, "__init__");
    Value made = type->from_one(arguments->positional[0]);
    return py_is_error(made) ? rescued(type, arguments) : made;
  }
  if (type == &py_dict_type && arguments->count == 0) { /* dict(a=1, b=2): the keywords are the items */
    function_observe(type->module, type->name, "__init__");
    Value made = py_dict();
    for (int i = 0; !py_is_error(made) && i < arguments->keyword_count; i++) {
      Value key = {.tag = TAG_OBJECT, .as.object = &arguments->keyword_names[i]->head};
      if (py_dict_set(py_as_dict(made), key, arguments->keyword_values[i])) continue;
      py_drop(made);
      return PY_ERROR;
    }
    return made;
  }
  if (type != &py_type_type) return construct_native(type, type, arguments);
  if (arguments->count == 1 && arguments->keyword_count == 0)
    return py_type_value(py_type_of(arguments->positional[0]));
  if (arguments->count != 3) return py_raise(&py_TypeError, "type() takes 1 or 3 arguments");
  return class_from_call(type, arguments);
}
