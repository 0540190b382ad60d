/* Add, Subtract and Multiply of several tensors. Source: keras/src/layers/merging/base_merge.py. */
#include "engine/nn/layer_internal.h"
#include "engine/nn/rows.h"

static bool incompatible(const NnShape *a, const NnShape *b, Error *error) {
  char first[256], second[256];
  NnShape samples[2] = {{0}, {0}};
  for (int i = 1; i < a->rank; i++) samples[0].dims[samples[0].rank++] = a->dims[i];
  for (int i = 1; i < b->rank; i++) samples[1].dims[samples[1].rank++] = b->dims[i];
  nn_shape_text(&samples[0], first, sizeof first);
  nn_shape_text(&samples[1], second, sizeof second);
  return core_fail(error, ERROR_VALUE, "Inputs have incompatible shapes. Received shapes %s and %s", first, second);
}

static bool build(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  if (count < 2) {
    char text[256];
    nn_shape_text(&inputs[0], text, sizeof text);
    return core_fail(
        error, ERROR_VALUE,
        "A merge layer should be called on a list of inputs. Received: input_shape=%s (not a list of shapes)", text);
  }
  for (int i = 1; i < count; i++) {
    if (inputs[i].rank != inputs[0].rank) {
      return core_fail(error, ERROR_NOT_IMPLEMENTED, "layer '%s': inputs of different ranks are not supported yet",
                       layer->name);
    }
    for (int d = 1; d < inputs[0].rank; d++) {
      int64_t a = inputs[0].dims[d], b = inputs[i].dims[d];
      if (a != b && a > 1 && b > 1) return incompatible(&inputs[0], &inputs[i], error);
    }
  }
  return true;
}

static NnTensor *fold(const char *op, NnTensor *const *inputs, int count, Error *error) {
  NnTensor *result = nn_tensor_retain(inputs[0]);
  for (int i = 1; result != NULL && i < count; i++) {
    NnTensor *next = nn_op(op, (NnTensor *[]){result, inputs[i]}, 2, NULL, error);
    nn_tensor_release(result);
    result = next;
  }
  return result;
}

static NnTensor *expand_subtract(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  if (count == 2) return fold("subtract", inputs, count, error);
  core_fail(error, ERROR_VALUE, "A `Subtract` layer should be called on exactly 2 inputs. Received: %d inputs", count);
  return NULL;
}
static NnTensor *expand_add(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  return fold("add", inputs, count, error);
}
static NnTensor *expand_multiply(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  return fold("multiply", inputs, count, error);
}

#define MERGE(id, shown, says)                                                                               \
  static const NnLayerHandlers id##_handlers = {.inputs = -1, .build = build, .expand = expand_##id};        \
  const NnRow nn_layer_##id = {                                                                              \
      .kind = NN_LAYER, .name = shown, .signature = "", .help = says, .handlers = &id##_handlers};

MERGE(add, "Add", "The sum of several tensors.")
MERGE(subtract, "Subtract", "The difference of two tensors.")
MERGE(multiply, "Multiply", "The product of several tensors, number by number.")
