/* Whether the arguments of a class are of the kind that it takes: what is not of its default's kind is held against
 * the rows of
 * python/_keras_arguments.py, which know what Keras raises then. Arguments that fit cost nothing: the rows are not
 * read. */
#include <string.h>

#include "repl/modules/keras_op.h"
#include "repl/modules/numpy.h"

/* Objects by their name, which have words of their own for what they cannot be. */
static bool is_object(const char *name) {
  static const char *const endings[] = {"initializer", "regularizer", "constraint", "activation"};
  const size_t length = strlen(name);
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    const size_t ending = strlen(endings[i]);
    if (length >= ending && strcmp(name + length - ending, endings[i]) == 0) return true;
  }
  return false;
}

static bool is_odd(const Parameter *parameter, Value value) {
  const Literal *usual = &parameter->default_value;
  double number;
  if (py_is_undefined(value) || is_object(parameter->name)) return false;
  if (strcmp(parameter->name, "dtype") == 0) return !py_is_none(value) && (!py_is_str(value) ||
      strcmp(py_as_string(value)->data, "float32") != 0);
  if (!parameter->has_default) {
    if (value.tag == TAG_INT) return value.as.integer <= 0;
    return py_is_none(value) || py_is_str(value) || value.tag == TAG_FLOAT;
  }
  switch (usual->tag) {
    case LITERAL_BOOL: return !py_is_number(value);
    case LITERAL_INT: return value.tag != TAG_INT || value.as.integer <= 0;
    case LITERAL_FLOAT: return !py_is_number(value) || !py_as_double(value, &number) || number < 0 || (number == 0 &&
        value.tag == TAG_INT);
    case LITERAL_STRING: return !py_is_str(value) || strcmp(py_as_string(value)->data, usual->as.string) != 0;
    case LITERAL_NONE:
      return !py_is_none(value) && (py_is_str(value) ? strcmp(parameter->name, "name") != 0 : py_is_number(value) ||
          py_is_tuple(value));
    default: return py_is_none(value) || py_is_str(value) || py_is_number(value) || py_is_tuple(value);
  }
}

bool keras_arguments_fit(const NnRow *row, const Signature *signature, const Value *arguments) {
  bool odd = false;
  for (int i = 0; !odd && i < signature->count; i++)
    odd = signature->parameters[i].kind != PARAMETER_KEYWORDS && is_odd(&signature->parameters[i], arguments[i]);
  if (!odd) return !py_pending();
  Value given = py_dict();
  if (py_is_error(given)) return false;
  bool good = true;
  for (int i = 0; good && i < signature->count; i++) {
    const Parameter *parameter = &signature->parameters[i];
    if (parameter->kind != PARAMETER_KEYWORDS && !py_is_undefined(arguments[i]) && is_odd(parameter, arguments[i]))
      good = py_dict_set_name(py_as_dict(given), parameter->name, arguments[i]);
  }
  Value words[3] = {py_text(nn_kind_module(row->kind)), py_text(row->name), given};
  Value done = good && !py_is_error(words[0]) && !py_is_error(words[1]) ? keras_embedded_call("_keras_arguments",
      "check", words, 3)
                                                                        : PY_ERROR;
  good = !py_is_error(done);
  py_drop(done);
  for (int i = 0; i < 3; i++) py_drop(words[i]);
  String *name = good ? NULL : py_intern("hint");
  Value hint = name != NULL ? keras_embedded_find("_keras_arguments", name) : PY_NONE;
  if (py_is_list(hint) && py_as_list(hint)->count == 1) py_hint("%s", py_as_string(py_as_list(hint)->items[0])->data);
  if (name != NULL) py_drop(hint);
  return good;
}

static bool is_odd_in_call(const Parameter *parameter, Value value) {
  const char *const data[] = {"x", "y"};
  if (np_is_array(value)) return np_borrow(value)->ndim == 0 || strchr("OUS",
      nd_types[np_borrow(value)->type].kind) != NULL;
  for (size_t i = 0; i < sizeof data / sizeof *data; i++)
    if (strcmp(parameter->name, data[i]) == 0) return !keras_is_eager(value) && (i == 0 || !py_is_none(value));
  if (py_is_list(value) || py_is_dict(value) || py_is_type(value)) return true;
  if (strcmp(parameter->name, "verbose") == 0 || strcmp(parameter->name, "jit_compile") == 0) return false;
  return is_odd(parameter, value);
}

bool keras_call_fits(const char *what, const char *line, const Value *arguments) {
  const Signature *signature = signature_of(line);
  if (signature == NULL) return !py_is_error(py_raise(&py_MemoryError, "out of memory"));
  bool odd = false;
  for (int i = 1; !odd && i < signature->count; i++)
    odd = !py_is_undefined(arguments[i]) && is_odd_in_call(&signature->parameters[i], arguments[i]);
  if (!odd) return !py_pending();
  Value words[3] = {py_text(what), py_dict(), py_dict()};
  bool good = !py_is_error(words[0]) && !py_is_error(words[1]) && !py_is_error(words[2]);
  for (int i = 1; good && i < signature->count; i++) {
    const Parameter *parameter = &signature->parameters[i];
    if (py_is_undefined(arguments[i])) continue;
    good = py_dict_set_name(py_as_dict(words[2]), parameter->name, arguments[i]) &&
           (!is_odd_in_call(parameter, arguments[i]) || py_dict_set_name(py_as_dict(words[1]), parameter->name,
               arguments[i]));
  }
  Value done = good ? keras_embedded_call("_keras_calls", "check", words, 3) : PY_ERROR;
  good = !py_is_error(done);
  py_drop(done);
  for (int i = 0; i < 3; i++) py_drop(words[i]);
  return good;
}

bool keras_input_fits(Value self, Value input) {
  const Value *items;
  int64_t count;
  bool odd = py_is_none(input) || py_is_str(input) || py_is_number(input);
  if (!odd && py_sequence(input, &items, &count))
    for (int64_t i = 0; !odd && i < count; i++)
      odd = (i == 1 && !py_is_subtype(py_type_of(self), &keras_model_type)) || py_is_str(items[i]) ||
          py_is_number(items[i]) ||
            (py_is_list(items[i]) && !keras_is_tensor(items[i]));
  if (!odd || input.tag == TAG_SCALAR) return true;
  Value words[3] = {py_text(py_type_of(self)->name), py_text(keras_layer_of(self)->name), input};
  Value done = py_is_error(words[0]) || py_is_error(words[1]) ? PY_ERROR : keras_embedded_call("_keras_arguments",
      "check_input", words, 3);
  const bool good = !py_is_error(done);
  py_drop(done);
  py_drop(words[0]);
  py_drop(words[1]);
  return good;
}

bool keras_value_fits(const NnObject *object, Value value) {
  const Value *items;
  int64_t count;
  bool odd = py_is_none(value) || py_is_str(value) || (object->row->kind != NN_ACTIVATION && py_is_number(value));
  if (object->row->kind == NN_INITIALIZER) {
    if (py_is_number(value)) odd = !py_is_integer(value) || (value.tag == TAG_INT && value.as.integer < 0);
    if (py_sequence(value, &items, &count))
      for (int64_t i = 0; !odd && i < count; i++) odd = py_is_str(items[i]) || (items[i].tag == TAG_INT &&
          items[i].as.integer < 0);
  }
  if (!odd || value.tag == TAG_SCALAR) return true;
  Value words[3] = {py_text(nn_kind_module(object->row->kind)), py_text(object->row->name), value};
  Value done = py_is_error(words[0]) || py_is_error(words[1]) ? PY_ERROR : keras_embedded_call("_keras_arguments",
      "check_value", words, 3);
  const bool good = !py_is_error(done);
  py_drop(done);
  py_drop(words[0]);
  py_drop(words[1]);
  return good;
}
