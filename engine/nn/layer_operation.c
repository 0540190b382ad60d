/* Operation: a layer that is a piece of graph. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/model_internal.h"
#include "engine/nn/operation.h"

typedef struct Operation {
  NnLayer layer;   /* first */
  NnTensor **from; /* strong: stand for the inputs */
  int count;
  NnTensor *output; /* strong */
} Operation;

static NnTensor *expand(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  const Operation *operation = (const Operation *)layer;
  if (count != operation->count) {
    core_fail(error, ERROR_VALUE, "operation '%s' takes %d inputs, got %d", layer->name, operation->count, count);
    return NULL;
  }
  NnTensor *result = NULL;
  if (!nn_graph_clone(operation->from, inputs, count, &operation->output, 1, NN_CLONE_WITHOUT_CALLS, training, &result,
                      error))
    return NULL;
  result->type = operation->output->type;
  return result;
}

static void destroy(NnLayer *layer) {
  Operation *operation = (Operation *)layer;
  for (int i = 0; i < operation->count; i++) nn_tensor_release(operation->from[i]);
  core_free(operation->from);
  nn_tensor_release(operation->output);
}

static bool config(const NnLayer *layer, bool (*each)(void *, const char *, const NnOption *), void *context,
                   Error *error) {
  const NnOption name = {NN_OPTION_STRING, {.string = layer->name}};
  return each(context, "name", &name);
}

static const NnLayerHandlers handlers = {.size = sizeof(Operation), .built_at_start = true, .inputs = -1,
                                         .expand = expand, .destroy = destroy, .config = config};

/* One row a class name; there are some dozens of names at most. */
static const NnRow *row_named(const char *name, Error *error) {
  static NnRow *rows[256];
  static int count;
  for (int i = 0; i < count; i++)
    if (strcmp(rows[i]->name, name) == 0) return rows[i];
  NnRow *row = count < 256 ? core_alloc_zero(1, sizeof *row) : NULL;
  char *copy = row != NULL ? core_strdup(name) : NULL;
  if (copy == NULL) {
    core_free(row);
    core_fail_memory(error, sizeof *row);
    return NULL;
  }
  *row = (NnRow){.kind = NN_LAYER, .name = copy, .signature = "", .help = "An operation on tensors.", .handlers = &handlers};
  return rows[count++] = row;
}

NnLayer *nn_operation_new(const char *class_name, NnTensor *const *from, int count, NnTensor *output, Error *error) {
  const NnRow *row = row_named(class_name, error);
  NnLayer *layer = row != NULL ? nn_layer_new(row, NULL, NULL, error) : NULL;
  if (layer == NULL) return NULL;
  Operation *operation = (Operation *)layer;
  operation->from = core_alloc_zero((size_t)count + 1, sizeof *operation->from);
  if (operation->from == NULL) {
    core_fail_memory(error, sizeof *operation->from);
    nn_layer_release(layer);
    return NULL;
  }
  for (int i = 0; i < count; i++) operation->from[i] = nn_tensor_retain(from[i]);
  operation->count = count;
  operation->output = nn_tensor_retain(output);
  return layer;
}

bool nn_is_operation(const NnLayer *layer) { return layer->object.row->handlers == &handlers; }
