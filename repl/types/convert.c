/* Values to C numbers and texts, items, lengths, iteration: the rest of the protocol. */
#include <errno.h>
#include <math.h>
#include <unistd.h>

#include "repl/types/mapping_proxy.h"
#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/class.h"
#include "repl/types/generic.h"
#include "repl/types/integer.h"
#include "repl/types/iterator.h"
#include "repl/types/number.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"

static const char scalar_kinds[ND_TYPE_COUNT] = {
#define CONVERT_KIND(tag, name, ctype, kind) [tag] = kind,
    ND_TYPE_ROWS(CONVERT_KIND)
#undef CONVERT_KIND
};

char scalar_kind(Value scalar) { return scalar_kinds[scalar.type]; }

double scalar_double(Value scalar) {
  char kind = scalar_kind(scalar);
  return kind == 'f' ? scalar.as.real : kind == 'i' ? (double)scalar.as.integer : (double)scalar.as.natural;
}

Value scalar_integer(Value scalar) {
  return scalar_kind(scalar) == 'u' ? integer_from_natural(scalar.as.natural) : py_int(scalar.as.integer);
}

bool py_is_number(Value value) {
  value = number_plain(value);
  return integer_is_big(value) || value.tag == TAG_INT || value.tag == TAG_FLOAT || value.tag == TAG_BOOL ||
         value.tag == TAG_SCALAR;
}

bool py_is_integer(Value value) {
  return integer_is(value) || value.tag == TAG_INT || value.tag == TAG_BOOL ||
         (value.tag == TAG_SCALAR && scalar_kind(value) != 'f');
}

bool py_as_int(Value value, int64_t *out) {
  if (value.tag == TAG_INT || value.tag == TAG_BOOL) {
    *out = value.as.integer;
    return true;
  }
  if (value.tag == TAG_SCALAR && (scalar_kind(value) == 'i' || (scalar_kind(value) == 'u' || value.type == ND_BOOL))) {
    if (scalar_kind(value) == 'u' && value.as.natural > INT64_MAX) {
      py_raise(&py_OverflowError, "Python int too large to convert to C long");
      return false;
    }
    *out = value.as.integer;
    return true;
  }
  if (integer_is(value)) {
    Value plain = number_plain(value);
    *out = plain.as.integer;
    if (plain.tag != TAG_OBJECT) return true;
    py_raise(&py_OverflowError, "Python int too large to convert to C long");
    return false;
  }
  if (value.tag == TAG_OBJECT && value.as.object->type != &py_float_type &&
      !py_is_subtype(value.as.object->type, &py_float_type)) {
    Value index = py_type_lookup(py_type_of(value), INTERNED("__index__"));
    if (index.tag != TAG_UNDEFINED) {
      Value made = slots_call(value, INTERNED("__index__"), NULL, 0);
      if (py_is_error(made)) return false;
      if (py_is_integer(made)) {
        bool fits = py_as_int(made, out);
        py_drop(made);
        return fits;
      }
      py_raise(&py_TypeError, "__index__ returned non-int (type %s)", py_type_label(py_type_of(made)));
      py_drop(made);
      return false;
    }
  }
  py_raise(&py_TypeError, "'%s' object cannot be interpreted as an integer", py_type_label(py_type_of(value)));
  return false;
}

bool py_as_double(Value value, double *out) {
  value = number_plain(value);
  if (integer_is_big(value)) return integer_as_double(value, out);
  switch ((Tag)value.tag) {
  case TAG_FLOAT: *out = value.as.real; return true;
  case TAG_INT:
  case TAG_BOOL: *out = (double)value.as.integer; return true;
  case TAG_SCALAR: *out = scalar_double(value); return true;
  case TAG_OBJECT: {
    Value made = slots_call(value, INTERNED("__float__"), NULL, 0);
    bool whole = made.tag == TAG_UNDEFINED;
    if (whole) made = slots_call(value, INTERNED("__index__"), NULL, 0);
    if (py_is_error(made)) return false;
    if (made.tag == TAG_UNDEFINED) break;
    bool number = whole ? py_is_number(made)
                        : made.tag == TAG_FLOAT || made.tag == TAG_SCALAR || py_is(made, &py_float_type);
    if (number) {
      number = py_as_double(made, out);
      py_drop(made);
      return number;
    }
    py_raise(&py_TypeError, "%s.__float__ returned non-float (type %s)", py_type_label(py_type_of(value)),
             py_type_label(py_type_of(made)));
    py_drop(made);
    return false;
  }
  default: break;
  }
  py_raise(&py_TypeError, "must be real number, not %s", py_type_label(py_type_of(value)));
  return false;
}

bool py_as_text(Value value, const char **out) {
  if (py_is_str(value)) {
    *out = py_as_string(value)->data;
    return true;
  }
  py_raise(&py_TypeError, "expected str, got %s", py_type_label(py_type_of(value)));
  return false;
}

bool py_as_bool(Value value, bool *out) {
  int truth = py_truth(value);
  *out = truth > 0;
  return truth >= 0;
}

/* Items */

Value py_getitem(Value self, Value key) {
  Type *type = py_type_of(self);
  if (!type->ready) py_type_ready(type);
  if (type->getitem) return type->getitem(self, key);
  if (type->meta) {
    Value hook = py_find_attr(self, INTERNED("__class_getitem__"));
    if (py_is_error(hook)) return hook;
    if (hook.tag != TAG_UNDEFINED) {
      Value result = py_call_values(hook, &key, 1);
      py_drop(hook);
      return result;
    }
    const Type *class = py_as_type(self), *native = class_native(class);
    if (native == &py_list_type || native == &py_dict_type || native == &py_tuple_type || native == &py_set_type ||
        native == &py_frozenset_type || native == &py_type_type)
      return py_generic(self, key);
    return py_raise(&py_TypeError, "type '%s' is not subscriptable", py_type_label(class));
  }
  return py_raise(&py_TypeError, "'%s' object is not subscriptable", py_type_label(type));
}

bool py_setitem(Value self, Value key, Value value) {
  Type *type = py_type_of(self);
  if (!type->ready) py_type_ready(type);
  if (type->setitem) return type->setitem(self, key, value);
  bool deletes = value.tag == TAG_UNDEFINED;
  bool sequence = type->heap || ((type->getitem || type->contains) && type != &py_mapping_proxy_type);
  py_raise(&py_TypeError, "'%s' object %s support item %s", type->name, deletes && sequence ? "doesn't" : "does not",
           deletes ? "deletion" : "assignment");
  return false;
}

int64_t py_length(Value self) {
  Type *type = py_type_of(self);
  if (!type->ready) py_type_ready(type);
  if (type->length) return type->length(self);
  py_raise(&py_TypeError, "object of type '%s' has no len()", py_type_label(type));
  return -1;
}

/* Iteration */

Value py_iter(Value iterable) {
  Type *type = py_type_of(iterable);
  if (!type->ready) py_type_ready(type);
  if (type->iter) return type->iter(iterable);
  if (type->next && !type->heap) return py_keep(iterable);
  if (type->getitem) return iterator_over_sequence(iterable);
  return py_raise(&py_TypeError, "'%s' object is not iterable", py_type_label(type));
}

Value py_next(Value iterator) {
  Type *type = py_type_of(iterator);
  if (!type->ready) py_type_ready(type);
  if (type->next) return type->next(iterator);
  return py_raise(&py_TypeError, "'%s' object is not an iterator", type->name);
}

Value py_to_list(Value iterable) {
  Value list = py_list(0);
  if (py_is_error(list) || py_list_extend(py_as_list(list), iterable)) return list;
  py_drop(list);
  return PY_ERROR;
}

Value py_to_tuple(Value iterable) {
  if (iterable.tag == TAG_OBJECT && iterable.as.object->type == &py_tuple_type) return py_keep(iterable);
  Value list = py_to_list(iterable);
  if (py_is_error(list)) return list;
  Value tuple = py_tuple_copy(py_as_list(list)->items, py_as_list(list)->count);
  py_drop(list);
  return tuple;
}

/* Output */

static void write_all(void *self, const char *bytes, size_t length) {
  int fd = (int)(intptr_t)self;
  while (length) {
    ssize_t written = write(fd, bytes, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    length -= (size_t)written;
  }
}

Sink py_stdout = {write_all, NULL, (void *)1};
Sink py_stderr = {write_all, NULL, (void *)2};
