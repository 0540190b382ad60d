/* Optimizers: slots and the update of one variable, in Keras 3.15's formulas. */
#ifndef NNSH_ENGINE_NN_OPTIMIZER_H
#define NNSH_ENGINE_NN_OPTIMIZER_H

#include "engine/nn/op.h"

#define NN_MAX_SLOTS 3

typedef struct NnOptimizer NnOptimizer;

/* The scalars of one step, worked out once and then read by every block. Float32 arithmetic where Keras has it. */
typedef struct NnUpdate {
  double rate;      /* learning rate of this step */
  double alpha;     /* the rate with Adam's bias corrections */
  double beta_1, beta_2, epsilon, rho, momentum;
  bool nesterov, centered, amsgrad;
} NnUpdate;

/* handlers of an NN_OPTIMIZER row. */
typedef struct NnOptimizerHandlers {
  /* How many slots a variable has under these options, and their names in Keras's order ("momentum", "velocity"). */
  int (*slots)(const NnObject *self, const char *names[NN_MAX_SLOTS]);
  /* iteration: 0 for the first step. */
  void (*prepare)(const NnObject *self, double rate, int64_t iteration, NnUpdate *update);
  /* w, slots and g of n elements, in place on w and slots; slots NULL where not used. */
  void (*update_float)(const NnUpdate *update, float *w, const float *g, float *const slots[], int64_t n);
  void (*update_double)(const NnUpdate *update, double *w, const double *g, double *const slots[], int64_t n);
} NnOptimizerHandlers;

extern const NnRow *const nn_optimizer_rows[]; /* NULL at the end: what nn_rows(NN_OPTIMIZER) gives */

/* An optimizer is an object with a rate, a counter and slots. */
struct NnOptimizer {
  NnObject object; /* first */
  double rate;
  int64_t iterations;
  bool built;
  NnVariable **variables; /* the trainable ones it was built for, strong */
  int variable_count;
  NnVariable **slots; /* variable v's slot s at v * slots_each + s; strong; float32 zeros at first */
  int slots_each;
  char *name; /* "adam" */
};

/* The constructor nn_object_new's callers use for this kind (nn_object_from_option does). */
NnOptimizer *nn_optimizer_new(const NnRow *row, const NnOption *options, Error *error);

/* Makes the slots; a second call with the same variables is a no-op, with others ERROR_VALUE in Keras's words. */
bool nn_optimizer_build(NnOptimizer *optimizer, NnVariable *const *variables, int count, Error *error);

/* Parameters in the summary's fourth line: iteration and learning_rate count one each; 0 before it is built. */
int64_t nn_optimizer_parameter_count(const NnObject *optimizer);

#endif
