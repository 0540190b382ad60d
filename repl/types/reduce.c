/* __reduce__, __reduce_ex__ and __getstate__ of object: how any object is taken apart for copies and pickles. What the
 * parts are is written in the language (copyreg); here is how it is reached. */
#include "repl/types/reduce.h"

#include "repl/types/class.h"
#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"

static Value call_copyreg(const char *name, const Value *arguments, int count) {
  Value function = py_import_name("copyreg", name);
  Value result = py_is_error(function) ? PY_ERROR : py_call_values(function, arguments, count);
  py_drop(function);
  return result;
}

static Value apart(Value self, Value protocol) {
  Value native = py_type_value(class_native(py_type_of(self)));
  Value parts = call_copyreg("_reduce_object", (Value[]){self, protocol, native}, 3);
  py_drop(native);
  return parts;
}

Value reduce_call(const NativeRow *row, Value *arguments) {
  (void)row;
  return apart(arguments[0], py_int(0));
}

/* A class's own __reduce__ goes before. */
Value reduce_call_ex(const NativeRow *row, Value *arguments) {
  (void)row;
  if (!py_is_integer(arguments[1]))
    return py_raise(&py_TypeError, "'%s' object cannot be interpreted as an integer",
                    py_type_label(py_type_of(arguments[1])));
  String *name = INTERNED("__reduce__");
  Value own = py_type_lookup(py_type_of(arguments[0]), name), plain = py_type_lookup(&py_object_type, name);
  if (own.tag == TAG_OBJECT && own.as.object != plain.as.object)
    return py_call_method(arguments[0], "__reduce__", NULL, 0);
  return apart(arguments[0], arguments[1]);
}

Value reduce_call_state(const NativeRow *row, Value *arguments) {
  (void)row;
  return call_copyreg("_state_of", arguments, 1);
}
