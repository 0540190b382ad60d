/* keras.layers.add and its like: a layer made and called in one step. */
#include <string.h>

#include "engine/nn/rows.h"
#include "repl/modules/keras.h"

/* arguments[0]: the inputs; then what the layer's own parameters are (named in the row's signature); **kwargs last. */
static Value merge(const NativeRow *native, Value *arguments) {
  const NnRow *row = native->data;
  Type *type = keras_row_type(row);
  if (type == NULL) return PY_ERROR;
  const Signature *own = signature_of(row->signature), *line = signature_of(native->signature);
  if (own == NULL || line == NULL) return py_raise(&py_MemoryError, "out of memory");
  Dict *more = py_as_dict(arguments[line->count - 1]);
  String *names[64];
  Value values[64], key, value;
  int count = 0;
  bool good = true;
  for (int i = 1; i + 1 < line->count; i++) {
    Value name = py_text(line->parameters[i].name);
    good = !py_is_error(name);
    if (!good) break;
    names[count] = py_as_string(name);
    values[count++] = arguments[i];
  }
  for (int64_t at = 0; good && py_dict_next(more, &at, &key, &value);) {
    if (count == 64) break; /* more than a layer has: there is one among them that is refused below */
    names[count] = py_as_string(py_keep(key));
    values[count++] = value;
  }
  Value result = PY_ERROR;
  if (good) {
    Value class = py_type_value(type);
    const Arguments all = {.keyword_values = values, .keyword_names = names, .keyword_count = count};
    Value layer = py_call(class, &all);
    if (!py_is_error(layer)) result = py_call_values(layer, &arguments[0], 1);
    py_drop(layer);
    py_drop(class);
  }
  for (int i = 0; i < count; i++) py_drop(py_object((Object *)names[i]));
  return result;
}

#define ROW(function, layer, line, says) {function, line, says, merge, &layer}
static const NativeRow rows[] = {
    ROW("add", nn_layer_add, "inputs, **kwargs", "The sum of several tensors."),
    ROW("subtract", nn_layer_subtract, "inputs, **kwargs", "The difference of two tensors."),
    ROW("multiply", nn_layer_multiply, "inputs, **kwargs", "The product of several tensors, number by number."),
    ROW("average", nn_layer_average, "inputs, **kwargs", "The mean of several tensors, number by number."),
    ROW("maximum", nn_layer_maximum, "inputs, **kwargs", "The largest of several tensors, number by number."),
    ROW("minimum", nn_layer_minimum, "inputs, **kwargs", "The smallest of several tensors, number by number."),
    ROW("concatenate", nn_layer_concatenate, "inputs, axis=-1, **kwargs", "Several tensors, one behind the other."),
    ROW("dot", nn_layer_dot, "inputs, axes=-1, **kwargs", "The products of two tensors' samples along an axis."),
};

const NativeRow *keras_merge_named(const char *name) {
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (strcmp(rows[i].name, name) == 0) return &rows[i];
  return NULL;
}
void keras_merge_names(void (*each)(void *context, const char *name), void *context) {
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) each(context, rows[i].name);
}
