/* Weights: counted, named by path. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_internal.h"

NnVariable *nn_variable_new(const char *name, const char *path, NdArray *value, bool trainable, NnObject *regularizer,
                            Error *error) {
  NnVariable *variable = core_alloc_zero(1, sizeof *variable);
  if (variable != NULL) {
    atomic_init(&variable->references, 1);
    variable->name = core_strdup(name);
    variable->path = core_strdup(path);
    variable->value = value;
    variable->trainable = trainable;
    variable->state = !trainable;
    variable->regularizer = nn_object_retain(regularizer);
    if (variable->name != NULL && variable->path != NULL) return variable;
    nn_variable_release(variable);
  } else {
    nd_release(value);
  }
  core_fail_memory(error, sizeof *variable);
  return NULL;
}

NnVariable *nn_variable_retain(NnVariable *variable) {
  if (variable != NULL) atomic_fetch_add_explicit(&variable->references, 1, memory_order_relaxed);
  return variable;
}

void nn_variable_release(NnVariable *variable) {
  if (variable == NULL) return;
  if (atomic_fetch_sub_explicit(&variable->references, 1, memory_order_acq_rel) != 1) return;
  nd_release(variable->value);
  nn_object_release(variable->regularizer);
  nn_object_release(variable->constraint);
  core_free(variable->name);
  core_free(variable->path);
  core_free(variable);
}

bool nn_layer_get_weights(const NnLayer *layer, NdArray ***arrays, int *count, Error *error) {
  int weights;
  NnVariable *const *variables = nn_layer_weights(layer, &weights);
  NdArray **copies = core_alloc_zero((size_t)weights + 1, sizeof *copies);
  if (copies == NULL) return core_fail_memory(error, sizeof *copies);
  for (int i = 0; i < weights; i++) {
    copies[i] = nd_copy(variables[i]->value, error);
    if (copies[i] != NULL) continue;
    while (i-- > 0) nd_release(copies[i]);
    core_free(copies);
    return false;
  }
  *arrays = copies;
  *count = weights;
  return true;
}

bool nn_layer_set_weights(NnLayer *layer, NdArray *const *arrays, int count, Error *error) {
  int weights;
  NnVariable *const *variables = nn_layer_weights(layer, &weights);
  if (weights != count) {
    return core_fail(
        error, ERROR_VALUE,
        "You called `set_weights(weights)` on layer '%s' with a weight list of length %d, but the layer was "
        "expecting %d weights.",
        layer->name, count, weights);
  }
  /* All shapes are looked at first, so that a failure changes nothing. */
  for (int i = 0; i < count; i++) {
    const NdArray *value = variables[i]->value;
    if (value->ndim == arrays[i]->ndim &&
        (value->ndim == 0 || memcmp(value->shape, arrays[i]->shape, sizeof(int64_t) * (size_t)value->ndim) == 0)) {
      continue;
    }
    char wanted[256], given[256];
    nd_shape_text(value->ndim, value->shape, wanted, sizeof wanted);
    nd_shape_text(arrays[i]->ndim, arrays[i]->shape, given, sizeof given);
    return core_fail(error, ERROR_VALUE, "Layer %s weight shape %s is not compatible with provided weight shape %s.",
                     layer->name, wanted, given);
  }
  for (int i = 0; i < count; i++) {
    if (!nd_assign(variables[i]->value, arrays[i], error)) return false;
  }
  return true;
}

int64_t nn_layer_count_params(const NnLayer *layer) {
  int count;
  NnVariable *const *variables = nn_layer_weights(layer, &count);
  int64_t sum = 0;
  for (int i = 0; i < count; i++) sum += variables[i]->value->size;
  return sum;
}
