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
  double more[4];   /* what a row's own update reads: see its prepare */
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
  double (*first)(const NnObject *self, int slot); /* what a slot is filled with at first; NULL: zeros */
  /* The slot that keeps squares of gradients, kept * slot + taken * g * g a step, and taken / kept; NULL: none does. */
  double (*squares)(const NnObject *self, int *slot);
} NnOptimizerHandlers;

/* A learning rate that depends on the step: what stands in the place of the number. The language makes it (its classes
 * derive from LearningRateSchedule), the engine asks it before each step. */
typedef struct NnSchedule {
  NnObject object; /* first; its row is nn_schedule_row */
  bool (*rate)(struct NnSchedule *self, int64_t iteration, double *rate, Error *error);
  void *context;
} NnSchedule;
extern const NnRow nn_schedule_row;

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
  NnSchedule *schedule; /* strong, or NULL: `rate` is then what it gave last */
  float product;        /* Nadam's product of momentum shares after product_steps steps */
  int64_t product_steps;
  int64_t accumulate;       /* gradients of so many steps make one update; 0: each does */
  NnVariable **accumulated; /* a variable's sum so far; strong; NULL without accumulation */
  bool averages;            /* use_ema */
  NnVariable **average;     /* a variable's moving average; strong; NULL without use_ema */
};

/* The constructor nn_object_new's callers use for this kind (nn_object_from_option does). */
NnOptimizer *nn_optimizer_new(const NnRow *row, const NnOption *options, Error *error);

/* ERROR_VALUE, in Keras's words, where one of the variables is not among those that it was built for. */
bool nn_optimizer_knows(const NnOptimizer *optimizer, NnVariable *const *variables, int count, Error *error);

/* Makes the slots; a second call with variables among them is a no-op, with others an error as nn_optimizer_knows gives. */
bool nn_optimizer_build(NnOptimizer *optimizer, NnVariable *const *variables, int count, Error *error);

/* How many steps count: where gradients are accumulated, the updates. */
static inline int64_t nn_optimizer_iterations(const NnOptimizer *optimizer) {
  return optimizer->accumulate > 0 ? optimizer->iterations / optimizer->accumulate : optimizer->iterations;
}

/* The rate of the coming step: asks the schedule where there is one. */
bool nn_optimizer_next_rate(NnOptimizer *optimizer, double *rate, Error *error);

/* After an update: the moving averages of use_ema, and every ema_overwrite_frequency steps the weights from them.
 * `iteration`: of the step that was done. nn_optimizer_finish is what ends a fit: the weights become their averages. */
void nn_optimizer_average(NnOptimizer *optimizer, int64_t iteration);
void nn_optimizer_finish(NnOptimizer *optimizer);

/* Its variables in Keras's order without the first two, iteration and learning_rate: averages, sums, slots; borrowed.
 */
int nn_optimizer_variable_count(const NnOptimizer *optimizer);
NnVariable *nn_optimizer_variable(const NnOptimizer *optimizer, int index);

/* Parameters in the summary's fourth line: iteration and learning_rate count one each; 0 before it is built. */
int64_t nn_optimizer_parameter_count(const NnObject *optimizer);

#endif
