#include "repl/types/slots.h"

#include <string.h>

#include "repl/types/bytes.h"
#include "repl/types/class.h"
#include "repl/types/exception.h"
#include "repl/types/function.h"
#include "repl/types/protocol.h"
#include "repl/types/wrapper.h"

/* From here to "wrappers": what the slots of a user's class hold. Each looks its special method up. */

static Value call_other(Value function, Value self, const Value *arguments, int count);

/* What is no function of the language may lead to the same slot again, without end: calls of it are counted. */
static Value call_found(Value function, Value self, const Value *arguments, int count) {
  if (function.tag == TAG_OBJECT && function.as.object->type->get == py_method_get &&
      function.as.object->type != &py_wrapper_type)
    return call_other(function, self, arguments, count);
  if (!py_enter_call()) return PY_ERROR;
  Value result = call_other(function, self, arguments, count);
  py_leave_call();
  return result;
}

static Value call_other(Value function, Value self, const Value *arguments, int count) {
  Type *type = function.tag == TAG_OBJECT ? function.as.object->type : NULL;
  if (type && type->get && type->get != py_method_get && type != &py_wrapper_type) {
    Value bound = type->get(function, self, py_type_of(self));
    if (py_is_error(bound)) return bound;
    Value result = py_call_values(bound, arguments, count);
    py_drop(bound);
    return result;
  }
  Value items[count + 1];
  int first = type && type->get ? 1 : 0; /* an object that does not bind is called without self */
  items[0] = self;
  for (int i = 0; i < count; i++) items[first + i] = arguments[i];
  return py_call_values(function, items, first + count);
}

Value slots_call(Value self, String *name, const Value *arguments, int count) {
  Value function = py_type_lookup(py_type_of(self), name);
  if (function.tag == TAG_UNDEFINED) return function;
  py_keep(function); /* the method may replace itself in its class while it runs */
  Value result = call_found(function, self, arguments, count);
  py_drop(function);
  return result;
}

static Value user_text(Value self, String *name) {
  Value text = slots_call(self, name, NULL, 0);
  if (py_is_error(text) || py_is_str(text)) return text;
  py_raise(&py_TypeError, "%s returned non-string (type %s)", name->data, py_type_label(py_type_of(text)));
  py_drop(text);
  return PY_ERROR;
}

static Value user_repr(Value self) { return user_text(self, INTERNED("__repr__")); }
static Value user_str(Value self) { return user_text(self, INTERNED("__str__")); }

static Value user_format(Value self, const char *spec, size_t length) {
  Value text = py_text_bytes(spec, length);
  if (py_is_error(text)) return text;
  Value result = slots_call(self, INTERNED("__format__"), &text, 1);
  py_drop(text);
  if (py_is_error(result) || py_is_str(result)) return result;
  py_raise(&py_TypeError, "__format__ must return a str, not %s", py_type_label(py_type_of(result)));
  py_drop(result);
  return PY_ERROR;
}

static bool user_hash(Value self, uint64_t *hash) {
  Value function = py_type_lookup(py_type_of(self), INTERNED("__hash__"));
  if (py_is_none(function)) {
    py_raise(&py_TypeError, "unhashable type: '%s'", py_type_label(py_type_of(self)));
    return false;
  }
  Value result = slots_call(self, INTERNED("__hash__"), NULL, 0);
  if (py_is_error(result)) return false;
  if (!py_is_integer(result)) {
    py_raise(&py_TypeError, "__hash__ method should return an integer");
    py_drop(result);
    return false;
  }
  /* The number itself, not its hash: it may be the hash of another object. */
  if (result.tag == TAG_INT) {
    *hash = (uint64_t)(result.as.integer == -1 ? -2 : result.as.integer);
    return true;
  }
  bool ok = py_hash(result, hash);
  py_drop(result);
  return ok;
}

static int truth_of_result(Value result) {
  if (py_is_error(result)) return -1;
  int truth = py_truth(result);
  py_drop(result);
  return truth;
}

static int64_t user_length(Value self) {
  Value result = slots_call(self, INTERNED("__len__"), NULL, 0);
  int64_t length;
  if (py_is_error(result)) return -1;
  bool ok = py_as_int(result, &length);
  py_drop(result);
  if (!ok) return -1;
  if (length < 0) py_raise(&py_ValueError, "__len__() should return >= 0");
  return length < 0 ? -1 : length;
}

static int user_truth(Value self) {
  Value result = slots_call(self, INTERNED("__bool__"), NULL, 0);
  if (result.tag == TAG_UNDEFINED) {
    int64_t length = py_length(self);
    return length < 0 ? -1 : length > 0;
  }
  if (result.tag != TAG_BOOL && !py_is_error(result)) {
    py_raise(&py_TypeError, "__bool__ should return bool, returned %s", py_type_label(py_type_of(result)));
    py_drop(result);
    return -1;
  }
  return truth_of_result(result);
}

static Value user_call(Value self, const Arguments *arguments) {
  /* The slot is filled as long as the class or one of its bases has a __call__. */
  Value function = py_type_lookup(py_type_of(self), INTERNED("__call__"));
  Type *type = py_type_of(function);
  if (type->get && type->get != py_method_get && type != &py_wrapper_type) {
    Value bound = type->get(function, self, py_type_of(self));
    Value result = py_is_error(bound) ? bound : py_call(bound, arguments);
    if (!py_is_error(bound)) py_drop(bound);
    return result;
  }
  Value items[arguments->count + 1];
  int first = type->get ? 1 : 0;
  items[0] = self;
  for (int i = 0; i < arguments->count; i++) items[first + i] = arguments->positional[i];
  Arguments all = *arguments;
  all.positional = items;
  all.count = first + arguments->count;
  if (!py_enter_call()) return PY_ERROR;
  py_keep(function);
  Value result = py_call(function, &all);
  py_drop(function);
  py_leave_call();
  return result;
}

static Value name_value(String *name) { return (Value){.tag = TAG_OBJECT, .as.object = &name->head}; }

/* What a native base finds by its own slot goes before __getattr__, as its attributes do. */
static Value user_getattr(Value self, String *name) {
  const Type *native = class_native(py_type_of(self));
  if (native->getattr != NULL && native != &py_type_type) {
    Value found = native->getattr(self, name);
    if (found.tag != TAG_UNDEFINED && (!py_is_error(found) || !py_pending_is(&py_AttributeError))) return found;
    if (py_is_error(found)) py_clear_pending();
  }
  Value key = name_value(name);
  return slots_call(self, INTERNED("__getattr__"), &key, 1);
}

static bool user_setattr(Value self, String *name, Value value) {
  Value result;
  if (value.tag == TAG_UNDEFINED)
    result = slots_call(self, INTERNED("__delattr__"), (Value[]){name_value(name)}, 1);
  else
    result = slots_call(self, INTERNED("__setattr__"), (Value[]){name_value(name), value}, 2);
  if (result.tag == TAG_UNDEFINED) return py_setattr_plain(self, name, value);
  py_drop(result);
  return !py_is_error(result);
}

static Value user_getitem(Value self, Value key) { return slots_call(self, INTERNED("__getitem__"), &key, 1); }

static bool user_setitem(Value self, Value key, Value value) {
  bool deletes = value.tag == TAG_UNDEFINED;
  Value result = deletes ? slots_call(self, INTERNED("__delitem__"), &key, 1)
                         : slots_call(self, INTERNED("__setitem__"), (Value[]){key, value}, 2);
  if (result.tag == TAG_UNDEFINED) /* the class has the other one of the two, else this slot would be empty */
    result = py_raise(&py_AttributeError, "%s", deletes ? "__delitem__" : "__setitem__");
  py_drop(result);
  return !py_is_error(result);
}

/* `__iter__ = None` says that a class has no iteration, whatever its bases have. */
static bool denies(Value self, String *name, const char *what) {
  if (!py_is_none(py_type_lookup(py_type_of(self), name))) return false;
  py_raise(&py_TypeError, "'%s' object is not %s", py_type_label(py_type_of(self)), what);
  return true;
}

static int user_contains(Value self, Value item) {
  if (denies(self, INTERNED("__contains__"), "a container")) return -1;
  return truth_of_result(slots_call(self, INTERNED("__contains__"), &item, 1));
}

static Value user_iter(Value self) {
  if (denies(self, INTERNED("__iter__"), "iterable")) return PY_ERROR;
  Value iterator = slots_call(self, INTERNED("__iter__"), NULL, 0);
  if (py_is_error(iterator) || py_type_of(iterator)->next) return iterator;
  py_raise(&py_TypeError, "iter() returned non-iterator of type '%s'", py_type_label(py_type_of(iterator)));
  py_drop(iterator);
  return PY_ERROR;
}

static Value user_next(Value self) {
  Value item = slots_call(self, INTERNED("__next__"), NULL, 0);
  if (!py_is_error(item) || !py_pending_is(&py_StopIteration)) return item;
  py_clear_pending();
  return PY_UNDEFINED;
}

typedef struct OperatorNames {
  const char *name, *reflected, *in_place;
} OperatorNames;
static const OperatorNames binary_names[] = {
#define SLOTS_NAMES(op, symbol, method, reflected, in_place) [op] = {method, reflected, in_place},
    PY_BINARY_ROWS(SLOTS_NAMES)
#undef SLOTS_NAMES
};
static const char *const unary_names[] = {"__neg__", "__pos__", "__invert__", "__abs__"};
static const char *const compare_names[] = {"__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"};

/* Operators' names as interned strings: [op][0 plain, 1 reflected, 2 in place]. */
static String *binary_name(BinaryOp op, int which) {
  static String *interned[BINARY_OP_COUNT][3];
  if (!interned[op][which]) {
    const OperatorNames *names = &binary_names[op];
    interned[op][which] = py_intern(which == 0 ? names->name : which == 1 ? names->reflected : names->in_place);
  }
  return interned[op][which];
}

static Value or_not_implemented(Value result) {
  return result.tag == TAG_UNDEFINED ? PY_NOT_IMPLEMENTED : result;
}

Value slots_binary(BinaryOp op, Value a, Value b, bool reflected) {
  return or_not_implemented(reflected ? slots_call(b, binary_name(op, 1), &a, 1)
                                      : slots_call(a, binary_name(op, 0), &b, 1));
}

Value slots_inplace(BinaryOp op, Value a, Value b) {
  return or_not_implemented(slots_call(a, binary_name(op, 2), &b, 1));
}

/* py_binary asks slots_binary with the side; this stands in the slot for whoever calls it directly. */
static Value user_binary(BinaryOp op, Value a, Value b) {
  Value result = PY_NOT_IMPLEMENTED;
  if (slots_binary_is_user(py_type_of(a))) result = slots_binary(op, a, b, false);
  if (result.tag == TAG_NOT_IMPLEMENTED && slots_binary_is_user(py_type_of(b))) result = slots_binary(op, a, b, true);
  return result;
}

static Value user_unary(UnaryOp op, Value self) {
  static String *interned[UNARY_OP_COUNT];
  if (!interned[op]) interned[op] = py_intern(unary_names[op]);
  return or_not_implemented(slots_call(self, interned[op], NULL, 0));
}

static Value user_compare(CompareOp op, Value a, Value b) {
  static String *interned[6];
  if (!interned[op]) interned[op] = py_intern(compare_names[op]);
  if (op == OP_NE) {
    Value own = py_type_lookup(py_type_of(a), interned[op]);
    if (own.tag == TAG_UNDEFINED || (own.tag == TAG_OBJECT && own.as.object->type == &py_wrapper_type)) {
      Value equal = user_compare(OP_EQ, a, b);
      if (py_is_error(equal) || equal.tag == TAG_NOT_IMPLEMENTED) return equal;
      int truth = truth_of_result(equal);
      return truth < 0 ? PY_ERROR : py_bool(!truth);
    }
  }
  return or_not_implemented(slots_call(a, interned[op], &b, 1));
}

static Value user_get(Value self, Value instance, Type *owner) {
  Value type = py_type_value(owner);
  Value result = slots_call(
      self, INTERNED("__get__"), (Value[]){instance.tag == TAG_UNDEFINED ? PY_NONE : instance, type}, 2);
  py_drop(type);
  return result.tag == TAG_UNDEFINED ? py_keep(self) : result;
}

static bool user_set(Value self, Value instance, Value value) {
  Value result = value.tag == TAG_UNDEFINED
                     ? slots_call(self, INTERNED("__delete__"), &instance, 1)
                     : slots_call(self, INTERNED("__set__"), (Value[]){instance, value}, 2);
  if (result.tag == TAG_UNDEFINED)
    result = py_raise(&py_AttributeError, "%s", value.tag == TAG_UNDEFINED ? "__delete__" : "__set__");
  py_drop(result);
  return !py_is_error(result);
}

bool slots_binary_is_user(const Type *type) { return type->binary == user_binary; }
bool slots_setattr_is_user(const Type *type) { return type->setattr == user_setattr; }
bool slots_getattr_is_user(const Type *type) { return type->getattr == user_getattr; }

#define SLOT(field) offsetof(Type, field)
#define USER(function) ((void (*)(void))(function))
static SpecialRow special_rows[] = {
    {"__repr__", SLOT(repr), USER(user_repr), 1, 1, wrap_repr, 0, NULL},
    {"__str__", SLOT(str), USER(user_str), 1, 1, wrap_str, 0, NULL},
    {"__hash__", SLOT(hash), USER(user_hash), 1, 1, wrap_hash, 0, NULL},
    {"__bool__", SLOT(truth), USER(user_truth), 1, 1, wrap_truth, 0, NULL},
    {"__len__", SLOT(length), USER(user_length), 1, 1, wrap_length, 0, NULL},
    {"__len__", SLOT(truth), USER(user_truth), 1, 1, wrap_length, 0, NULL},
    {"__call__", SLOT(call), USER(user_call), 1, -1, wrap_call, 0, NULL},
    {"__getattr__", SLOT(getattr), USER(user_getattr), 2, 2, wrap_getattr, 0, NULL},
    {"__setattr__", SLOT(setattr), USER(user_setattr), 3, 3, wrap_setattr, 0, NULL},
    {"__delattr__", SLOT(setattr), USER(user_setattr), 2, 2, wrap_setattr, 0, NULL},
    {"__getitem__", SLOT(getitem), USER(user_getitem), 2, 2, wrap_getitem, 0, NULL},
    {"__setitem__", SLOT(setitem), USER(user_setitem), 3, 3, wrap_setitem, 0, NULL},
    {"__delitem__", SLOT(setitem), USER(user_setitem), 2, 2, wrap_setitem, 0, NULL},
    {"__contains__", SLOT(contains), USER(user_contains), 2, 2, wrap_contains, 0, NULL},
    {"__iter__", SLOT(iter), USER(user_iter), 1, 1, wrap_iter, 0, NULL},
    {"__next__", SLOT(next), USER(user_next), 1, 1, wrap_next, 0, NULL},
    {"__format__", SLOT(format), USER(user_format), 2, 2, wrap_format, 0, NULL},
    {"__get__", SLOT(get), USER(user_get), 2, 3, wrap_get, 0, NULL},
    {"__set__", SLOT(set), USER(user_set), 3, 3, wrap_set, 0, NULL},
    {"__delete__", SLOT(set), USER(user_set), 2, 2, wrap_set, 0, NULL},
    {"__neg__", SLOT(unary), USER(user_unary), 1, 1, wrap_unary, OP_NEGATIVE, NULL},
    {"__pos__", SLOT(unary), USER(user_unary), 1, 1, wrap_unary, OP_POSITIVE, NULL},
    {"__invert__", SLOT(unary), USER(user_unary), 1, 1, wrap_unary, OP_INVERT, NULL},
    {"__abs__", SLOT(unary), USER(user_unary), 1, 1, wrap_unary, OP_ABS, NULL},
    {"__lt__", SLOT(compare), USER(user_compare), 2, 2, wrap_compare, OP_LT, NULL},
    {"__le__", SLOT(compare), USER(user_compare), 2, 2, wrap_compare, OP_LE, NULL},
    {"__eq__", SLOT(compare), USER(user_compare), 2, 2, wrap_compare, OP_EQ, NULL},
    {"__ne__", SLOT(compare), USER(user_compare), 2, 2, wrap_compare, OP_NE, NULL},
    {"__gt__", SLOT(compare), USER(user_compare), 2, 2, wrap_compare, OP_GT, NULL},
    {"__ge__", SLOT(compare), USER(user_compare), 2, 2, wrap_compare, OP_GE, NULL},
#define SLOTS_BINARY(op, symbol, method, reflected, in_place)                                   \
  {method, SLOT(binary), USER(user_binary), 2, 2, wrap_binary, op, NULL},                       \
      {reflected, SLOT(binary), USER(user_binary), 2, 2, wrap_reflected, op, NULL},             \
      {in_place, SLOT(inplace), USER(slots_inplace), 2, 2, wrap_inplace, op, NULL},
    PY_BINARY_ROWS(SLOTS_BINARY)
#undef SLOTS_BINARY
};
enum { ROW_COUNT = sizeof special_rows / sizeof *special_rows };

/* False where there was no memory for the names. */
static bool intern_rows(void) {
  static bool done;
  if (done) return true;
  for (int i = 0; i < ROW_COUNT; i++)
    if (!(special_rows[i].interned = py_intern(special_rows[i].name))) return false;
  return done = true;
}

const SpecialRow *slots_row(String *name) {
  if (!intern_rows() || name->data[0] != '_') return NULL;
  for (int i = 0; i < ROW_COUNT; i++)
    if (special_rows[i].interned == name) return &special_rows[i];
  return NULL;
}

bool slots_fill(Type *type) {
  if (!intern_rows()) {
    py_raise(&py_MemoryError, "Unable to allocate a class");
    return false;
  }
  String *hash_name = INTERNED("__hash__");
  if (py_dict_find_name(type->dict, INTERNED("__eq__")).tag != TAG_UNDEFINED &&
      py_dict_find_name(type->dict, hash_name).tag == TAG_UNDEFINED &&
      !py_dict_set(type->dict, name_value(hash_name), PY_NONE))
    return false;
  type->finds_itself = py_type_lookup(type, INTERNED("__getattribute__")).as.object !=
                       py_type_lookup(&py_object_type, INTERNED("__getattribute__")).as.object;
  type->finalizes = py_type_lookup(type, INTERNED("__del__")).tag == TAG_OBJECT;
  for (int row = 0; row < ROW_COUNT; row++) {
    size_t offset = special_rows[row].offset;
    void *value = NULL;
    for (int64_t i = 0; i < type->mro->count && !value; i++) {
      const Type *at = py_as_type(type->mro->items[i]);
      if (!at->heap) {
        void *own = slots_value(at, offset);
        /* Below list and dict are no hashes: the user's slot says so, as it finds __hash__ to be None. */
        if (offset == SLOT(hash) && !own && at->compare)
          memcpy(&value, &(void (*)(void)){USER(user_hash)}, sizeof value);
        if (own && (!at->base || own != slots_value(at->base, offset))) value = own;
        continue;
      }
      for (int other = 0; other < ROW_COUNT && !value; other++)
        if (special_rows[other].offset == offset &&
            py_dict_find_name(at->dict, special_rows[other].interned).tag != TAG_UNDEFINED)
          memcpy(&value, &special_rows[other].user, sizeof value);
    }
    memcpy((char *)type + offset, &value, sizeof value);
  }
  return true;
}
