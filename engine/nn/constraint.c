/* keras.constraints. Source: keras/src/constraints/constraints.py. */
#include "engine/nn/constraint.h"

#include <math.h>

#include "engine/nn/layer_internal.h"
#include "engine/nn/rows.h"

typedef struct Bounds {
  double low, high, rate;
  bool unit;
} Bounds;

/* Which axes are joined; false where one is not there. */
static bool axes_of(const NnObject *self, const NnShape *shape, bool joined[NN_MAX_DIMS]) {
  const NnOption *axis = nn_option(self, "axis");
  for (int i = 0; i < NN_MAX_DIMS; i++) joined[i] = axis == NULL || axis->tag == NN_OPTION_NONE;
  if (axis == NULL || axis->tag == NN_OPTION_NONE) return true;
  const bool list = axis->tag == NN_OPTION_LIST;
  for (int i = 0; i < (list ? axis->as.list.count : 1); i++) {
    const NnOption *item = list ? &axis->as.list.items[i] : axis;
    int64_t at = item->tag == NN_OPTION_INT ? item->as.integer : NN_MAX_DIMS;
    if (at < 0) at += shape->rank;
    if (at < 0 || at >= shape->rank) return false;
    joined[at] = true;
  }
  return true;
}

bool nn_constraint_fits(const NnObject *constraint, const NnShape *shape, Error *error) {
  bool joined[NN_MAX_DIMS];
  if (axes_of(constraint, shape, joined)) return true;
  char text[256];
  nn_shape_text(shape, text, sizeof text);
  return core_fail(error, ERROR_VALUE, "%s: the axis is not there in a weight of shape %s", constraint->row->name, text);
}

#include "engine/nn/real_float.h"
#include "engine/nn/constraint.inc"
#include "engine/nn/real_double.h"
#include "engine/nn/constraint.inc"

NdArray *nn_constraint_apply(const NnObject *constraint, NdArray *weight, Error *error) {
  const NnConstraintHandlers *handlers = constraint->row->handlers;
  if (weight->ndim > NN_MAX_DIMS) {
    core_fail(error, ERROR_VALUE, "at most %d dimensions are supported, got %d", NN_MAX_DIMS, weight->ndim);
    return NULL;
  }
  const NnShape shape = nn_shape_of_array(weight);
  if (!nn_constraint_fits(constraint, &shape, error)) return NULL;
  NdArray *as_float = nd_astype(weight, ND_FLOAT32, error),
          *result = as_float != NULL ? nd_copy(as_float, error) : NULL;
  nd_release(as_float);
  if (result != NULL) handlers->apply_float(constraint, (float *)(void *)result->data, &shape);
  return result;
}

#define CONSTRAINT(id, shown, other, line, says)                                                              \
  static const NnConstraintHandlers id##_handlers = {id##_float, id##_double};                                \
  const NnRow nn_constraint_##id = {.kind = NN_CONSTRAINT, .name = shown, .aliases = other, .signature = line, \
                                    .help = says, .handlers = &id##_handlers};

CONSTRAINT(max_norm, "MaxNorm", "max_norm", "max_value=2, axis=0", "No column is longer than max_value.")
CONSTRAINT(min_max_norm, "MinMaxNorm", "min_max_norm", "min_value=0.0, max_value=1.0, rate=1.0, axis=0",
           "The length of every column lies between two bounds.")
CONSTRAINT(non_neg, "NonNeg", "non_neg", "", "No weight is negative.")
CONSTRAINT(unit_norm, "UnitNorm", "unit_norm", "axis=0", "Every column has length 1.")
