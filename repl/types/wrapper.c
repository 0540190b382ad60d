#include "repl/types/wrapper.h"

#include "repl/types/bytes.h"
#include "repl/types/class.h"
#include "repl/types/construct.h"
#include "repl/types/exception.h"
#include "repl/types/protocol.h"

/* The slots of native types called as methods. */

#define WRAP(noun) \
  Value wrap_##noun(const Type *owner, const SpecialRow *row, const Value *arguments, int count)

WRAP(repr) { return owner->repr(arguments[0]); }
WRAP(str) { return owner->str(arguments[0]); }
WRAP(hash) {
  uint64_t hash;
  return owner->hash(arguments[0], &hash) ? py_int((int64_t)hash) : PY_ERROR;
}
WRAP(truth) {
  int truth = owner->truth(arguments[0]);
  return truth < 0 ? PY_ERROR : py_bool(truth);
}
WRAP(length) {
  int64_t length = owner->length(arguments[0]);
  return length < 0 ? PY_ERROR : py_int(length);
}
static Value no_name(Value value) {
  return py_raise(&py_TypeError, "attribute name must be string, not '%s'", py_type_label(py_type_of(value)));
}
WRAP(getattr) {
  if (!py_is_str(arguments[1])) return no_name(arguments[1]);
  Value found = owner->getattr(arguments[0], py_as_string(arguments[1]));
  if (found.tag != TAG_UNDEFINED) return found;
  return py_raise(&py_AttributeError, "'%s' object has no attribute '%s'", owner->name,
                  py_as_string(arguments[1])->data);
}
WRAP(setattr) {
  if (!py_is_str(arguments[1])) return no_name(arguments[1]);
  String *name = py_as_string(arguments[1]);
  Value value = count > 2 ? arguments[2] : PY_UNDEFINED;
  bool ok = owner->setattr ? owner->setattr(arguments[0], name, value) : py_setattr_plain(arguments[0], name, value);
  return ok ? PY_NONE : PY_ERROR;
}
WRAP(getitem) { return owner->getitem(arguments[0], arguments[1]); }
WRAP(setitem) {
  Value value = count > 2 ? arguments[2] : PY_UNDEFINED;
  return owner->setitem(arguments[0], arguments[1], value) ? PY_NONE : PY_ERROR;
}
WRAP(contains) {
  int found = owner->contains(arguments[0], arguments[1]);
  return found < 0 ? PY_ERROR : py_bool(found);
}
WRAP(iter) { return owner->iter(arguments[0]); }
WRAP(next) {
  Value item = owner->next(arguments[0]);
  return item.tag == TAG_UNDEFINED ? py_raise_value((Value){.tag = TAG_OBJECT, .as.object = &py_StopIteration.head})
                                   : item;
}
WRAP(call) {
  Arguments rest = {.positional = arguments + 1, .count = count - 1};
  return owner->call(arguments[0], &rest);
}
/* int.__add__(1, 1.5) leaves it to float, as float.__add__ does to complex, though the slots could do it. */
static bool is_above(const Type *owner, Value other) {
  if (owner == &py_int_type || owner == &py_bool_type) return !py_is_integer(other);
  return owner == &py_float_type && !py_is_integer(other) && !py_is(other, &py_float_type);
}
static bool is_sequence(const Type *owner) {
  return owner == &py_str_type || owner == &py_list_type || owner == &py_tuple_type || owner == &py_bytes_type ||
         owner == &py_bytearray_type;
}
/* Where a sequence's own method does not know the other operand, it says so itself. */
static Value sequence_operator(const Type *owner, BinaryOp op, Value self, Value other,
                               Value (*slot)(BinaryOp op, Value a, Value b)) {
  if (op == OP_MUL && !py_is_integer(other)) {
    int64_t times;
    return py_as_int(other, &times) ? slot(op, self, py_int(times)) : PY_ERROR;
  }
  Value result = slot(op, self, other);
  if (op != OP_ADD || result.tag != TAG_NOT_IMPLEMENTED) return result;
  if (owner == &py_bytes_type || owner == &py_bytearray_type)
    return py_raise(&py_TypeError, "can't concat %s to %s", py_type_label(py_type_of(other)),
                    py_type_label(py_type_of(self)));
  return py_raise(&py_TypeError, "can only concatenate %s (not \"%s\") to %s", owner->name,
                  py_type_label(py_type_of(other)),
                  owner->name);
}
WRAP(binary) {
  BinaryOp op = (BinaryOp)row->operator_index;
  if (is_above(owner, arguments[1])) return PY_NOT_IMPLEMENTED;
  if (is_sequence(owner)) return sequence_operator(owner, op, arguments[0], arguments[1], owner->binary);
  return owner->binary(op, arguments[0], arguments[1]);
}
WRAP(reflected) {
  BinaryOp op = (BinaryOp)row->operator_index;
  if (is_above(owner, arguments[1])) return PY_NOT_IMPLEMENTED;
  if (is_sequence(owner) && op == OP_MUL)
    return sequence_operator(owner, op, arguments[0], arguments[1], owner->binary);
  return owner->binary(op, arguments[1], arguments[0]);
}
WRAP(inplace) {
  BinaryOp op = (BinaryOp)row->operator_index;
  if (is_sequence(owner)) return sequence_operator(owner, op, arguments[0], arguments[1], owner->inplace);
  return owner->inplace(op, arguments[0], arguments[1]);
}
WRAP(unary) { return owner->unary((UnaryOp)row->operator_index, arguments[0]); }
WRAP(compare) {
  if (row->operator_index == OP_NE && owner == &py_object_type) {
    Value equal = owner->compare(OP_EQ, arguments[0], arguments[1]);
    return equal.tag == TAG_BOOL ? py_bool(!equal.as.integer) : equal;
  }
  return owner->compare((CompareOp)row->operator_index, arguments[0], arguments[1]);
}
WRAP(format) {
  if (!py_is_str(arguments[1]))
    return py_raise(&py_TypeError, "__format__() argument must be str, not %s",
                    py_type_label(py_type_of(arguments[1])));
  String *spec = py_as_string(arguments[1]);
  return owner->format(arguments[0], spec->data, (size_t)spec->length);
}
WRAP(get) {
  Type *of = count > 2 && py_is_type(arguments[2]) ? py_as_type(arguments[2]) : py_type_of(arguments[1]);
  return owner->get(arguments[0], py_is_none(arguments[1]) ? PY_UNDEFINED : arguments[1], of);
}
WRAP(set) {
  return owner->set(arguments[0], arguments[1], count > 2 ? arguments[2] : PY_UNDEFINED) ? PY_NONE : PY_ERROR;
}
#undef WRAP

/* Wrappers as objects. */

/* __init__ of native types has no one slot: it is `init`. */
static const SpecialRow init_row = {"__init__", 0, NULL, 1, -1, NULL, 0, NULL};

typedef struct Wrapper {
  Object head;
  Type *owner;
  const SpecialRow *row;
} Wrapper;

Value wrapper_of(Type *owner, String *name) {
  const SpecialRow *row = slots_row(name);
  if (name == INTERNED("__init__")) {
    bool own = owner->init ? !owner->base || owner->init != owner->base->init : owner == &py_object_type;
    if (!own) return PY_UNDEFINED;
    row = &init_row;
  } else if (row) {
    bool always = owner == &py_object_type && row->wrap == wrap_setattr;
    void *own = slots_value(owner, row->offset);
    if (!always && (!own || (owner->base && own == slots_value(owner->base, row->offset)))) return PY_UNDEFINED;
  } else {
    return PY_UNDEFINED;
  }
  Wrapper *wrapper = py_new(&py_wrapper_type);
  if (!wrapper) return PY_ERROR;
  wrapper->owner = owner;
  wrapper->row = row;
  return py_object(wrapper);
}

static Value wrapper_call(Value self, const Arguments *arguments) {
  Wrapper *wrapper = (Wrapper *)self.as.object;
  const SpecialRow *row = wrapper->row;
  int count = arguments->count;
  if (count < 1)
    return py_raise(&py_TypeError, "descriptor '%s' of '%s' object needs an argument", row->name, wrapper->owner->name);
  Value object = arguments->positional[0];
  if (!py_is(object, wrapper->owner))
    return py_raise(&py_TypeError, "descriptor '%s' requires a '%s' object but received a '%s'", row->name,
                    wrapper->owner->name, py_type_label(py_type_of(object)));
  if (row == &init_row) {
    Arguments rest = *arguments;
    rest.positional++;
    rest.count--;
    if (wrapper->owner->init) return construct_native_init(wrapper->owner, object, &rest) ? PY_NONE : PY_ERROR;
    /* object.__init__: as in CPython, arguments are an error unless the class has its own __new__. */
    const Type *native = class_native(py_type_of(object));
    if (rest.count + rest.keyword_count == 0 || (native != &py_object_type && native->construct) ||
        py_is_type(object))
      return PY_NONE;
    Value init = py_type_lookup(py_type_of(object), INTERNED("__init__"));
    if (init.tag != TAG_OBJECT || init.as.object->type != &py_wrapper_type)
      return py_raise(&py_TypeError, "object.__init__() takes exactly one argument (the instance to initialize)");
    Value new = py_type_lookup(py_type_of(object), INTERNED("__new__"));
    if (new.tag == TAG_OBJECT && new.as.object != slots_object_new().as.object) return PY_NONE;
    return py_raise(&py_TypeError, "%s.__init__() takes exactly one argument (the instance to initialize)",
                    py_type_label(py_type_of(object)));
  }
  if (row->wrap == wrap_call) {
    Arguments rest = *arguments;
    rest.positional++;
    rest.count--;
    return wrapper->owner->call(object, &rest);
  }
  if (arguments->keyword_count)
    return py_raise(&py_TypeError, "wrapper %s() takes no keyword arguments", row->name);
  if (count < row->least || (row->most >= 0 && count > row->most))
    return py_raise(&py_TypeError, "expected %d argument%s, got %d", row->least - 1, row->least == 2 ? "" : "s",
                    count - 1);
  return row->wrap(wrapper->owner, row, arguments->positional, count);
}

static Value wrapper_repr(Value self) {
  Wrapper *wrapper = (Wrapper *)self.as.object;
  return py_textf("<slot wrapper '%s' of '%s' objects>", wrapper->row->name, wrapper->owner->name);
}
static Value wrapper_name(Value self) { return py_text(((Wrapper *)self.as.object)->row->name); }
static const PropertyRow wrapper_properties[] = {
    {"__name__|__qualname__", "the method's name", wrapper_name, NULL}, {0}};

Type py_wrapper_type = {
    .name = "wrapper_descriptor", .size = sizeof(Wrapper), .call = wrapper_call, .repr = wrapper_repr,
    .get = py_method_get, .properties = wrapper_properties};
