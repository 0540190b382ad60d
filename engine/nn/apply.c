/* A graph run once on arrays: layer(array), activations on arrays, a model called on data. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/plan.h"
#include "engine/nn/seed.h"

/* Rows worked off at a time. */
#define APPLY_ROWS 256

/* The rows [first, first + rows) of an array in the plan's type, dense, at `to`; a whole array where there are none. */
static bool copy_rows(NdArray *array, bool by_rows, int64_t first, int64_t rows, NnPrecision precision, void *to,
                      Error *error) {
  const NdType type = precision == NN_FLOAT64 ? ND_FLOAT64 : ND_FLOAT32;
  NdArray *part = by_rows ? nd_view_rows(array, first, rows, error) : nd_retain(array);
  NdArray *same = part != NULL ? nd_astype(part, type, error) : NULL;
  if (same != NULL) memcpy(to, same->data, (size_t)same->size * (size_t)nd_types[type].itemsize);
  nd_release(part);
  nd_release(same);
  return same != NULL;
}

/* While training a normalization has the statistics of all rows. */
static bool mixes_rows(const NnTensor *node, bool training) {
  if (node->op == NULL || node->op->mixes_rows) return node->op != NULL;
  const int64_t mode = node->attributes.integer[1];
  return strcmp(node->op->name, "batch_norm") == 0 && (mode > 0 || (mode < 0 && training));
}

bool nn_graph_apply(NnTensor *const *inputs, NdArray *const *arrays, int input_count, NnTensor *const *outputs,
                    int output_count, bool training, NnPrecision precision, NdArray **results, Error *error) {
  const NdType type = precision == NN_FLOAT64 ? ND_FLOAT64 : ND_FLOAT32;
  bool by_rows = false;
  int64_t rows = 1;
  for (int i = 0; i < output_count; i++) results[i] = NULL;
  for (int i = 0; i < input_count; i++) {
    const NnShape *shape = &inputs[i]->shape;
    bool fits = arrays[i]->ndim == shape->rank;
    for (int axis = 0; fits && axis < shape->rank; axis++)
      fits = shape->dims[axis] < 0 || shape->dims[axis] == arrays[i]->shape[axis];
    if (fits && shape->rank > 0 && shape->dims[0] < 0) {
      if (by_rows && rows != arrays[i]->shape[0]) fits = false;
      by_rows = true;
      rows = arrays[i]->shape[0];
    }
    if (!fits) {
      char wanted[128], got[256];
      nn_shape_text(shape, wanted, sizeof wanted);
      nd_shape_text(arrays[i]->ndim, arrays[i]->shape, got, sizeof got);
      return core_fail(error, ERROR_VALUE, "input %d has the shape %s, and %s is needed", i, got, wanted);
    }
  }
  bool mixes = false;
  if (by_rows && rows > APPLY_ROWS) {
    int node_count;
    NnTensor **nodes = nn_graph_nodes(outputs, output_count, &node_count, error);
    if (nodes == NULL) return false;
    for (int i = 0; i < node_count; i++) mixes = mixes || mixes_rows(nodes[i], training);
    core_free(nodes);
  }
  const int64_t block = by_rows && !mixes && rows > APPLY_ROWS ? APPLY_ROWS : rows;
  const NnPlanSpec spec = {.inputs = inputs,
                           .input_count = input_count,
                           .outputs = outputs,
                           .output_count = output_count,
                           .training = training,
                           .precision = precision,
                           .largest_batch = block,
                           .seed = training ? nn_next_seed() : 0};
  NnPlan *plan = nn_plan_new(&spec, error);
  bool fine = plan != NULL;
  for (int i = 0; fine && i < output_count; i++) {
    const NnShape *shape = &outputs[i]->shape;
    int64_t dims[NN_MAX_DIMS];
    for (int axis = 0; axis < shape->rank; axis++) dims[axis] = nn_dim_at(shape->dims[axis], rows);
    results[i] = nd_new(type, shape->rank, dims, error);
    fine = results[i] != NULL;
  }
  for (int64_t first = 0; fine && first < rows; first += block) {
    const int64_t now = rows - first < block ? rows - first : block;
    for (int i = 0; fine && i < input_count; i++) {
      const bool cut = inputs[i]->shape.rank > 0 && inputs[i]->shape.dims[0] < 0;
      fine = copy_rows(arrays[i], cut, first, now, precision, nn_plan_input(plan, i), error);
    }
    fine = fine && nn_plan_run(plan, now, error);
    for (int i = 0; fine && i < output_count; i++) {
      const NnShape *shape = &outputs[i]->shape;
      const bool cut = shape->rank > 0 && shape->dims[0] < 0 && !mixes;
      const size_t each = (size_t)nn_shape_size(shape, cut ? 1 : now) * (size_t)nd_types[type].itemsize;
      memcpy(results[i]->data + (cut ? (size_t)first * each : 0), nn_plan_output(plan, i),
             cut ? (size_t)now * each : each);
    }
  }
  nn_plan_free(plan);
  for (int i = 0; !fine && i < output_count; i++) {
    nd_release(results[i]);
    results[i] = NULL;
  }
  return fine;
}
