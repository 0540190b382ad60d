/* Constraints: what a weight is brought back to after each update. Private to engine/nn. */
#ifndef NNSH_ENGINE_NN_CONSTRAINT_H
#define NNSH_ENGINE_NN_CONSTRAINT_H

#include "engine/nn/layer.h"

/* handlers of an NN_CONSTRAINT row: changes n-dimensional numbers in place. */
typedef struct NnConstraintHandlers {
  void (*apply_float)(const NnObject *self, float *w, const NnShape *shape);
  void (*apply_double)(const NnObject *self, double *w, const NnShape *shape);
} NnConstraintHandlers;

/* Whether the constraint's axes are there in a weight of this shape; else ERROR_VALUE. */
bool nn_constraint_fits(const NnObject *constraint, const NnShape *shape, Error *error);

#endif
