/* Objects of classes with __array_ufunc__ (pandas' tables among them) say themselves what numpy's functions make of
 * them. The protocol is NEP 13's; functions that are no ufuncs call the object's method of the same name, as numpy's
 * do. */
#include "repl/modules/numpy_internal.h"

/* The object's __array_ufunc__, borrowed; PY_UNDEFINED where the class has none or None. */
static Value handler_of(Value value) {
  if (value.tag != TAG_OBJECT || !py_type_of(value)->heap) return PY_UNDEFINED;
  Value found = py_type_lookup(py_type_of(value), py_intern("__array_ufunc__"));
  return py_is_none(found) || py_is(found, &py_native_type) ? PY_UNDEFINED : found;
}

bool np_owned(Value value) { return !py_is_undefined(handler_of(value)); }

/* The TypeError that names the ufunc, its operands and their types. */
static Value refuse(Value ufunc, const char *method, const Arguments *arguments, int inputs) {
  Value shown = py_repr(ufunc);
  Value kinds = py_text(""), way = py_textf(", '%s', ", method);
  for (int i = 0; i < arguments->count && i < inputs && !py_is_error(shown) && !py_is_error(kinds) && !py_is_error(way);
       i++) {
    Value self = arguments->positional[i], part = py_repr(self);
    Value more = py_is_error(part) ? PY_ERROR
                                   : py_textf("%s%s%s", py_as_string(shown)->data, i ? ", " : py_as_string(way)->data,
                                              py_as_string(part)->data);
    Value named = py_textf("%s%s'%s'", py_as_string(kinds)->data, i ? ", " : "", py_type_of(self)->name);
    py_drop(part);
    py_drop(shown);
    py_drop(kinds);
    shown = more;
    kinds = named;
  }
  if (!py_is_error(shown) && !py_is_error(kinds))
    py_raise(&py_TypeError, "operand type(s) all returned NotImplemented from __array_ufunc__(%s): %s",
             py_as_string(shown)->data, py_as_string(kinds)->data);
  py_drop(shown);
  py_drop(kinds);
  py_drop(way);
  return PY_ERROR;
}

bool np_ufunc_override(Value ufunc, const char *method, const Arguments *arguments, int inputs, Value *result) {
  bool asked = false;
  for (int i = 0; i < arguments->count && i < inputs; i++) {
    Value self = arguments->positional[i];
    Value handler = handler_of(self);
    if (py_is_undefined(handler)) continue;
    Value passed[8] = {self, ufunc, py_text(method)};
    if (py_is_error(passed[2])) {
      *result = PY_ERROR;
      return true;
    }
    int count = arguments->count < 5 ? arguments->count : 5;
    for (int k = 0; k < count; k++) passed[3 + k] = arguments->positional[k];
    Arguments all = *arguments;
    all.positional = passed;
    all.count = 3 + count;
    Value made = py_call(handler, &all);
    py_drop(passed[2]);
    if (made.tag != TAG_NOT_IMPLEMENTED) {
      *result = made;
      return true;
    }
    py_drop(made);
    asked = true;
  }
  if (!asked) return false;
  *result = refuse(ufunc, method, arguments, inputs);
  return true;
}

Value np_owner_call(Value owner, const char *name, const char *const *names, const Value *values, int count) {
  Value method = py_getattr_c(owner, name);
  if (py_is_error(method)) return method;
  String *keywords[4];
  for (int i = 0; i < count; i++) keywords[i] = py_intern(names[i]);
  Arguments arguments = {.keyword_values = values, .keyword_names = keywords, .keyword_count = count};
  Value made = py_call(method, &arguments);
  py_drop(method);
  return made;
}
