/* Graph nodes: counting, calls, walks. */
#include "engine/nn/tensor.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/user.h"

/* Nodes are made on the main thread only. */
static uint64_t next_id = 1;

static NnTensor *tensor_new(NnTensorKind kind, const NnShape *shape, NdType type, Error *error) {
  NnTensor *tensor = core_alloc_zero(1, sizeof *tensor);
  if (tensor == NULL) {
    core_fail_memory(error, sizeof *tensor);
    return NULL;
  }
  atomic_init(&tensor->references, 1);
  tensor->id = next_id++;
  tensor->kind = kind;
  tensor->shape = *shape;
  tensor->type = type;
  return tensor;
}

NnTensor *nn_tensor_input(const NnShape *shape, NdType type, const char *name, Error *error) {
  NnTensor *tensor = tensor_new(NN_TENSOR_INPUT, shape, type, error);
  if (tensor == NULL || name == NULL) return tensor;
  tensor->name = core_strdup(name);
  if (tensor->name == NULL) {
    nn_tensor_release(tensor);
    core_fail_memory(error, strlen(name) + 1);
    return NULL;
  }
  return tensor;
}

NnTensor *nn_tensor_made_before(NnLayer *before, NnTensor *source, const NnShape *shape, NdType type, Error *error) {
  NnTensor *tensor = tensor_new(NN_TENSOR_INPUT, shape, type, error);
  if (tensor == NULL) return NULL;
  tensor->before = nn_layer_retain(before);
  tensor->source = nn_tensor_retain(source);
  return tensor;
}

static bool shape_of_array(const NdArray *array, NnShape *shape, Error *error) {
  if (array->ndim > NN_MAX_DIMS)
    return core_fail(error, ERROR_VALUE, "a tensor has at most %d dimensions; got %d", NN_MAX_DIMS, array->ndim);
  shape->rank = array->ndim;
  for (int i = 0; i < array->ndim; i++) shape->dims[i] = array->shape[i];
  return true;
}

NnTensor *nn_variable_tensor(NnVariable *variable, Error *error) {
  NnShape shape = {0};
  if (!shape_of_array(variable->value, &shape, error)) return NULL;
  NnTensor *tensor = tensor_new(NN_TENSOR_VARIABLE, &shape, variable->value->type, error);
  if (tensor != NULL) tensor->variable = nn_variable_retain(variable);
  return tensor;
}

NnTensor *nn_constant(NdArray *value, Error *error) {
  NnShape shape = {0};
  if (!shape_of_array(value, &shape, error)) return NULL;
  NnTensor *tensor = tensor_new(NN_TENSOR_CONSTANT, &shape, value->type, error);
  if (tensor != NULL) tensor->constant = nd_retain(value);
  return tensor;
}

NnTensor *nn_tensor_retain(NnTensor *tensor) {
  if (tensor != NULL) atomic_fetch_add_explicit(&tensor->references, 1, memory_order_relaxed);
  return tensor;
}

/* A chain of a thousand ops must not recurse a thousand deep: nodes that are to go wait in a list, linked through their
 * ids, which nobody reads any more. */
void nn_tensor_release(NnTensor *tensor) {
  NnTensor *waiting = NULL;
  if (tensor == NULL || atomic_fetch_sub(&tensor->references, 1) != 1) return;
  for (NnTensor *dead = tensor, *next; dead != NULL; dead = next) {
    for (int i = 0; i < dead->input_count + 2; i++) {
      NnTensor *input = i < dead->input_count ? dead->inputs[i] : i == dead->input_count ? dead->mask : dead->source;
      if (input == NULL || atomic_fetch_sub(&input->references, 1) != 1) continue;
      input->id = (uint64_t)(uintptr_t)waiting;
      waiting = input;
    }
    next = waiting;
    if (waiting != NULL) waiting = (NnTensor *)(uintptr_t)waiting->id;
    if (dead->variable != NULL) nn_variable_release(dead->variable);
    if (dead->before != NULL) nn_layer_release(dead->before);
    if (dead->later != NULL) nn_user_hooks.release(dead->later);
    nd_release(dead->constant);
    if (dead->call != NULL) {
      if (dead->call->layer != NULL) nn_layer_forget_output(dead->call->layer, dead);
      nn_call_release(dead->call);
    }
    core_free(dead->name);
    core_free(dead->inputs);
    core_free(dead);
  }
}

void nn_tensor_set_mask(NnTensor *tensor, NnTensor *mask) {
  NnTensor *old = tensor->mask;
  tensor->mask = mask != NULL ? nn_tensor_retain(mask) : NULL;
  nn_tensor_release(old);
}

const NnShape *nn_tensor_shape(const NnTensor *tensor) {
  return &tensor->shape;
}

NdType nn_tensor_type(const NnTensor *tensor) {
  return tensor->type;
}

const char *nn_tensor_name(const NnTensor *tensor) {
  return tensor->name != NULL ? tensor->name : "";
}

bool nn_tensor_set_call(NnTensor *tensor, NnCall *call, int index, const char *name, Error *error) {
  char *copy = NULL;
  if (name != NULL && (copy = core_strdup(name)) == NULL) return core_fail_memory(error, strlen(name) + 1);
  core_free(tensor->name);
  tensor->name = copy;
  nn_call_retain(call);
  if (tensor->call != NULL) nn_call_release(tensor->call);
  tensor->call = call;
  tensor->call_output = index;
  return true;
}

NnCall *nn_call_new(NnLayer *layer, NnTensor *const *inputs, int input_count, int node_index, Error *error) {
  NnCall *call = core_alloc_zero(1, sizeof *call);
  NnTensor **list = core_alloc_zero((size_t)input_count + 1, sizeof *list);
  if (call == NULL || list == NULL) {
    core_free(call);
    core_free(list);
    core_fail_memory(error, sizeof *call);
    return NULL;
  }
  atomic_init(&call->references, 1);
  call->layer = layer != NULL ? nn_layer_retain(layer) : NULL;
  call->inputs = list;
  call->input_count = input_count;
  call->node_index = node_index;
  call->training = -1;
  for (int i = 0; i < input_count; i++) list[i] = nn_tensor_retain(inputs[i]);
  return call;
}

bool nn_call_add_loss(NnCall *call, NnTensor *scalar, Error *error) {
  NnTensor **grown = core_realloc(call->losses, ((size_t)call->loss_count + 1) * sizeof *grown);
  if (grown == NULL) return core_fail_memory(error, ((size_t)call->loss_count + 1) * sizeof *grown);
  call->losses = grown;
  call->losses[call->loss_count++] = nn_tensor_retain(scalar);
  return true;
}

NnCall *nn_call_retain(NnCall *call) {
  if (call != NULL) atomic_fetch_add_explicit(&call->references, 1, memory_order_relaxed);
  return call;
}

void nn_call_release(NnCall *call) {
  if (call == NULL || atomic_fetch_sub(&call->references, 1) != 1) return;
  for (int i = 0; i < call->input_count; i++) nn_tensor_release(call->inputs[i]);
  for (int i = 0; i < call->loss_count; i++) nn_tensor_release(call->losses[i]);
  core_free(call->inputs);
  core_free(call->losses);
  if (call->layer != NULL) nn_layer_release(call->layer);
  core_free(call);
}

static int compare_ids(const void *a, const void *b) {
  uint64_t x = (*(NnTensor *const *)a)->id, y = (*(NnTensor *const *)b)->id;
  return x < y ? -1 : x > y;
}

/* Seen nodes: an open table of pointers. */
typedef struct Seen {
  NnTensor **slots;
  size_t capacity, count;
} Seen;

/* 1: new, 0: was there, -1: no memory. */
static int seen_add(Seen *seen, NnTensor *tensor) {
  if ((seen->count + 1) * 2 > seen->capacity) {
    Seen grown = {.capacity = seen->capacity ? seen->capacity * 2 : 64};
    grown.slots = core_alloc_zero(grown.capacity, sizeof *grown.slots);
    if (grown.slots == NULL) return -1;
    for (size_t i = 0; i < seen->capacity; i++)
      if (seen->slots[i] != NULL) seen_add(&grown, seen->slots[i]);
    core_free(seen->slots);
    *seen = grown;
  }
  size_t at = (tensor->id * 0x9E3779B97F4A7C15u) & (seen->capacity - 1);
  while (seen->slots[at] != NULL) {
    if (seen->slots[at] == tensor) return 0;
    at = (at + 1) & (seen->capacity - 1);
  }
  seen->slots[at] = tensor;
  seen->count++;
  return 1;
}

NnTensor **nn_graph_nodes(NnTensor *const *outputs, int count, int *node_count, Error *error) {
  Seen seen = {0};
  NnTensor **list = NULL;
  size_t length = 0, capacity = 0;
  bool failed = false;
  *node_count = 0;
  /* The list is its own queue: nodes from `next` on have inputs that were not looked at. */
  for (size_t next = 0, root = 0; !failed && (root < (size_t)count || next < length);) {
    NnTensor *const *from = root < (size_t)count ? &outputs[root++] : NULL;
    int from_count = 1;
    if (from == NULL) {
      from = list[next]->inputs;
      from_count = list[next]->input_count;
      next++;
    }
    for (int i = 0; i < from_count && !failed; i++) {
      NnTensor *tensor = from[i];
      int added = tensor == NULL ? 0 : seen_add(&seen, tensor);
      if (added < 0) failed = true;
      if (added != 1) continue;
      if (length == capacity) {
        capacity = capacity ? capacity * 2 : 64;
        NnTensor **grown = core_realloc(list, capacity * sizeof *list);
        if (grown == NULL) {
          failed = true;
          break;
        }
        /* `from` may point at the inputs of a node, never into the list, so growing is safe. */
        list = grown;
      }
      list[length++] = tensor;
    }
  }
  core_free(seen.slots);
  if (failed || (list == NULL && (list = core_alloc(sizeof *list)) == NULL)) {
    core_free(list);
    core_fail_memory(error, (length + 1) * sizeof *list);
    return NULL;
  }
  qsort(list, length, sizeof *list, compare_ids);
  *node_count = (int)length;
  return list;
}

int64_t nn_shape_size(const NnShape *shape, int64_t batch) {
  int64_t size = 1;
  for (int i = 0; i < shape->rank; i++) size *= nn_dim_at(shape->dims[i], batch);
  return size;
}

bool nn_shape_equal(const NnShape *a, const NnShape *b) {
  if (a->rank != b->rank) return false;
  for (int i = 0; i < a->rank; i++)
    if (a->dims[i] != b->dims[i]) return false;
  return true;
}
