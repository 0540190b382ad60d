/* The inside of a plan, shared by plan.c (building), plan_fold.c (patterns) and plan_run.c (a step). */
#ifndef NNSH_ENGINE_NN_PLAN_INTERNAL_H
#define NNSH_ENGINE_NN_PLAN_INTERNAL_H

#include "engine/nn/plan.h"

/* A node of the graph as the plan sees it: folding changes op and inputs, so they are the plan's own. */
typedef struct PlanNode {
  NnTensor *tensor; /* what it was made from; held by the plan's roots */
  const NnOp *op;   /* NULL: input, variable, constant */
  NnAttributes attributes;
  int inputs[NN_MAX_INPUTS];
  int input_count;
  int same_as;   /* the node whose memory and value this one shares, or -1 */
  int input;     /* index of the plan's input, or -1 */
  int variable;  /* index of the plan's variable, or -1 */
  bool live;     /* somebody needs its value */
  bool wants;    /* needs a gradient: depends on a trainable variable and the loss depends on it */
  bool root;     /* an output or a loss: its value must exist under its own name */
  int users;     /* live nodes that read it */
  void *value, *gradient;
  size_t value_at, gradient_at; /* places in the arena, in elements; NONE: not there */
  size_t scratch_at;
  bool seeded;   /* a loss or penalty: its gradient starts with the mean's weight */
  NnRun run;
} PlanNode;

#define PLAN_NONE ((size_t)-1)

typedef struct PlanVariable {
  NnVariable *variable; /* strong */
  int node;
  bool trainable;      /* and the loss depends on it */
  int contributions;   /* how many gradients flow into it */
  bool fused;          /* its gradient is made block by block and used at once */
  bool looked_up;      /* only rows of it are read, by number, and each step updates it: see square_lookups */
  float *squares;      /* of such a table: the sum of the squared gradients of its lookups; core_free */
  void *value;         /* in a float64 plan: the copy */
  void *slots[NN_MAX_SLOTS]; /* float64 copies */
  int optimizer_index; /* its place in the optimizer, or -1 */
} PlanVariable;

/* A gradient of a weight that waits until the whole backward pass is done: then blocks of it are worked off in one
 * region, each followed by the optimizer's update of the same rows. */
typedef struct PlanTask {
  int node;       /* a dense node */
  int input;      /* 1: the weight, 2: the bias */
  int variable;
  int64_t first, rows; /* of the weight */
} PlanTask;

struct NnPlan {
  NnPrecision precision;
  size_t element; /* bytes */
  int64_t largest, batch;
  bool training, gradients;
  uint64_t seed, step;
  NnTensor **roots; /* strong: everything above lives through these */
  int root_count;
  PlanNode *nodes;
  int node_count;
  int *inputs, input_count;   /* nodes */
  int *outputs, output_count; /* nodes */
  int *losses, loss_count, *penalties, penalty_count;
  PlanVariable *variables;
  int variable_count;
  NnOptimizer *optimizer; /* strong */
  NnUpdate update;
  double clip_value, weight_decay;
  char *arena;
  size_t arena_elements;
  double loss;
  PlanTask *tasks, *pieces; /* tasks: one a gradient; pieces: one a block */
  int task_count, piece_count;
  char *block_memory; /* one block of a gradient a thread */
  size_t block_elements;
  int block_threads;
  char *input_memory[2]; /* inputs are double buffered: a batch is gathered while the last one trains */
  size_t *input_at;      /* in elements */
  int next_input;        /* which of the two is filled next */
  PoolWork side_work;    /* blocks that run beside the first region of a step */
  void *side_context;
  int64_t side_blocks;
  int side_node;         /* the node whose region carries them; -1: they run on their own */
};

bool plan_fold(NnPlan *plan, Error *error);
void plan_mark_live(NnPlan *plan);

#endif
