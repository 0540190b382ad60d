/* Calls of the user's classes on sequences whose length is open (None), where a trace needs to know it: the call is traced
 * with lengths that stand in for it, which says what comes out, and again when a graph is made for lengths that are known.
 * Keras's backend for JAX finds shapes in the same way: keras/src/backend/jax/core.py, compute_output_spec. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_internal.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/keras_user_call.h"

bool keras_has_open_lengths(NnTensor *const *inputs, int count) {
  for (int i = 0; i < count; i++)
    for (int d = 1; d < inputs[i]->shape.rank; d++)
      if (inputs[i]->shape.dims[d] < 0) return true;
  return false;
}

/* An input of the same kind in which open lengths are `length`. */
static NnTensor *with_length(const NnTensor *input, int64_t length, Error *error) {
  NnShape shape = input->shape;
  for (int d = 1; d < shape.rank; d++)
    if (shape.dims[d] < 0) shape.dims[d] = length;
  NnTensor *made = nn_tensor_input(&shape, input->type, NULL, error);
  NnTensor *mask = made != NULL && input->mask != NULL ? with_length(input->mask, length, error) : NULL;
  if (mask != NULL) nn_tensor_set_mask(made, mask);
  nn_tensor_release(mask);
  return made;
}

static void release_all(NnTensor **tensors, int count) {
  for (int i = 0; i < count; i++) nn_tensor_release(tensors[i]);
}

/* The shapes and dtypes of what the call gives for one length; -1: it gives nothing. */
static int traced_shapes(Value self, NnTensor *const *inputs, int count, int training, int64_t length, NnShape *shapes,
                         NdType *types) {
  NnTensor *standing[NN_MAX_INPUTS] = {NULL}, *outputs[NN_MAX_OUTPUTS];
  Error error = {0};
  int made = 0, there = 0;
  while (there < count && (standing[there] = with_length(inputs[there], length, &error)) != NULL) there++;
  const int64_t before = nn_standing_length;
  nn_standing_length = length;
  const bool good = there == count && keras_user_trace(self, standing, count, training, outputs, &made, &error);
  nn_standing_length = before;
  for (int i = 0; good && i < made; i++) {
    shapes[i] = outputs[i]->shape;
    types[i] = outputs[i]->type;
  }
  if (good) release_all(outputs, made);
  release_all(standing, there);
  py_clear_pending();
  return good ? made : -1;
}

/* The call itself, as one value: self, its arguments, and those with names. */
static Value call_value(Value self) {
  Value call = py_tuple(3);
  if (py_is_error(call)) return call;
  Value *items = py_as_tuple(call)->items;
  items[0] = py_keep(self);
  items[1] = items[2] = PY_NONE;
  if (keras_call_rest == NULL) return call;
  items[1] = py_tuple_copy(keras_call_rest->positional, keras_call_rest->count);
  items[2] = py_dict();
  bool good = !py_is_error(items[1]) && !py_is_error(items[2]);
  for (int i = 0; good && i < keras_call_rest->keyword_count; i++)
    good = py_dict_set_name(py_as_dict(items[2]), keras_call_rest->keyword_names[i]->data, keras_call_rest->keyword_values[i]);
  if (good) return call;
  for (int i = 1; i < 3; i++)
    if (py_is_error(items[i])) items[i] = PY_NONE;
  py_drop(call);
  return PY_ERROR;
}

bool keras_user_call_later(Value self, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                           int *output_count) {
  /* Lengths that do not divide each other; short ones for tables that are short, long ones for windows that are long. */
  static const int64_t lengths[][2] = {{17, 19}, {83, 89}, {3, 5}, {7, 8}};
  NnShape shapes[2][NN_MAX_OUTPUTS];
  NdType types[2][NN_MAX_OUTPUTS];
  Value failure = py_take_pending();
  int made = -1;
  for (size_t k = 0; made < 0 && k < sizeof lengths / sizeof *lengths; k++) {
    made = traced_shapes(self, inputs, count, training, lengths[k][0], shapes[0], types[0]);
    if (made >= 0 && traced_shapes(self, inputs, count, training, lengths[k][1], shapes[1], types[1]) != made) made = -1;
  }
  Value call = made > 0 ? call_value(self) : PY_NONE;
  *output_count = 0;
  Error error = {0};
  for (int i = 0; i < made && !py_is_error(call); i++) {
    NnAttributes attributes = {.integer = {count, training, i}, .shape = shapes[0][i]};
    for (int d = 0; d < attributes.shape.rank; d++)
      if (shapes[0][i].dims[d] != shapes[1][i].dims[d]) attributes.shape.dims[d] = -1;
    outputs[i] = nn_op("later", inputs, count, &attributes, &error);
    if (outputs[i] == NULL) break;
    outputs[i]->type = types[0][i];
    outputs[i]->later = py_keep(call).as.object;
    (*output_count)++;
  }
  py_drop(call);
  const bool good = made > 0 && *output_count == made;
  if (!good) {
    release_all(outputs, *output_count);
    *output_count = 0;
    py_clear_pending();
    if (!py_is_none(failure)) py_raise_value(failure);
  }
  py_drop(failure);
  return good;
}

bool keras_user_later_now(void *later, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                          int *output_count, Error *error) {
  enum { MOST = 16 };
  const Value *items = py_as_tuple(keras_handle_value(later))->items;
  Arguments now = {0};
  Value values[MOST];
  String *names[MOST];
  if (!py_is_none(items[1])) {
    now = (Arguments){.positional = py_as_tuple(items[1])->items, .count = (int)py_as_tuple(items[1])->count,
                      .keyword_values = values, .keyword_names = names};
    int64_t at = 0;
    Value key, value;
    while (now.keyword_count < MOST && py_dict_next(py_as_dict(items[2]), &at, &key, &value)) {
      names[now.keyword_count] = py_as_string(key);
      values[now.keyword_count++] = value;
    }
  }
  const Arguments *before = keras_call_rest;
  keras_call_rest = py_is_none(items[1]) ? NULL : &now;
  const bool good = keras_user_trace(items[0], inputs, count, training, outputs, output_count, error);
  keras_call_rest = before;
  return good;
}
