/* Running a plan: forward, backward, update. Nothing here allocates, but for the threads' block memory when there are
 * more threads than before. */
#include <math.h>
#include <string.h>

#include "engine/compute/cpu.h"
#include "engine/compute/kernels.h"
#include "engine/core/memory.h"
#include "engine/nn/constraint.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/op_dense.h"
#include "engine/nn/op_table.h"
#include "engine/nn/plan_internal.h"

static void resolve(NnShape *shape, int64_t batch) {
  for (int i = 0; i < shape->rank; i++) shape->dims[i] = nn_dim_at(shape->dims[i], batch);
}

/* Values and shapes of this run: inputs alternate between two buffers, variables may have been assigned, and the batch
 * may be smaller than last time. */
static void bind(NnPlan *plan, int64_t batch) {
  const bool resized = batch != plan->batch;
  plan->batch = batch;
  for (int i = 0; i < plan->node_count; i++) {
    PlanNode *node = &plan->nodes[i];
    if (!node->live) continue;
    if (node->input >= 0)
      node->value = plan->input_memory[1 - plan->next_input] + plan->input_at[node->input] * plan->element;
    else if (node->variable >= 0 && plan->precision == NN_FLOAT32)
      node->value = plan->variables[node->variable].variable->value->data;
    else if (node->same_as >= 0)
      node->value = plan->nodes[node->same_as].value;
    if (node->op == NULL) continue;
    node->run.output = node->value;
    node->run.step = plan->step;
    for (int k = 0; k < node->input_count; k++) node->run.inputs[k] = plan->nodes[node->inputs[k]].value;
    if (!resized) continue;
    node->run.output_shape = node->tensor->shape;
    resolve(&node->run.output_shape, batch);
    for (int k = 0; k < node->input_count; k++) {
      NnShape *shape = &node->run.input_shapes[k];
      *shape = plan->nodes[node->inputs[k]].tensor->shape;
      resolve(shape, batch);
    }
  }
}

static bool is_dense(const NnPlan *plan, const PlanNode *node) {
  return plan->precision == NN_FLOAT32 && node->op->scratch_size != NULL && strcmp(node->op->name, "dense") == 0;
}

/* One region: blocks of a product, and in their middle the work beside it. The caller takes blocks from the front and
 * the others from the back, so each starts with a large block and the small ones even out the end. */
typedef struct Region {
  const NnRun *run;
  void (*work)(const NnRun *run, int64_t block);
  int64_t blocks, beside;
  NnPlan *plan;
} Region;

static void region_work(void *context, int64_t block, int thread) {
  const Region *region = context;
  const int64_t half = (region->blocks + 1) / 2;
  if (block < half) region->work(region->run, block);
  else if (block < half + region->beside) region->plan->side_work(region->plan->side_context, block - half, thread);
  else region->work(region->run, block - region->beside);
}

static void run_region(NnPlan *plan, const NnRun *run, int64_t blocks, void (*work)(const NnRun *, int64_t),
                       bool beside) {
  const int64_t more = beside ? plan->side_blocks : 0;
  Region region = {run, work, blocks, more, plan};
  if (blocks + more == 1) region_work(&region, 0, 0);
  else pool_run(blocks + more, region_work, &region);
  if (beside) plan->side_blocks = 0;
}

static bool forward(NnPlan *plan, Error *error) {
  for (int i = 0; i < plan->node_count; i++) {
    PlanNode *node = &plan->nodes[i];
    if (!node->live || node->op == NULL || node->same_as >= 0) continue;
    node->run.error = error;
    if (is_dense(plan, node)) {
      run_region(plan, &node->run, nn_dense_forward_blocks(&node->run), nn_dense_forward_block, i == plan->side_node);
      continue;
    }
    NnKernel kernel = node->op->forward[plan->precision];
    if (plan->precision == NN_FLOAT32 && node->op->fast_forward != NULL) kernel = node->op->fast_forward;
    if (!kernel(&node->run)) return false;
  }
  return true;
}

static double element(const NnPlan *plan, const void *values, int64_t i) {
  return plan->precision == NN_FLOAT64 ? ((const double *)values)[i] : (double)((const float *)values)[i];
}

static void set_all(const NnPlan *plan, void *values, int64_t n, double value) {
  for (int64_t i = 0; i < n; i++) {
    if (plan->precision == NN_FLOAT64) ((double *)values)[i] = value;
    else ((float *)values)[i] = (float)value;
  }
}

static int64_t elements_now(const NnPlan *plan, const PlanNode *node) {
  return nn_shape_size(&node->tensor->shape, plan->batch);
}

int64_t nn_plan_output_size(const NnPlan *plan, int index) {
  return elements_now(plan, &plan->nodes[plan->outputs[index]]);
}

const NnShape *nn_plan_output_shape(const NnPlan *plan, int index) {
  return &plan->nodes[plan->outputs[index]].tensor->shape;
}

double nn_plan_output_mean(const NnPlan *plan, int index) {
  const PlanNode *node = &plan->nodes[plan->outputs[index]];
  const int64_t n = elements_now(plan, node);
  double sum = 0;
  for (int64_t i = 0; i < n; i++) sum += element(plan, node->value, i);
  return n > 0 ? sum / (double)n : 0;
}

/* The mean over all values of each loss, and the penalties as they are. */
static void add_losses(NnPlan *plan) {
  plan->loss = 0;
  for (int i = 0; i < plan->loss_count; i++) {
    const PlanNode *node = &plan->nodes[plan->losses[i]];
    const int64_t n = elements_now(plan, node);
    double sum = 0;
    for (int64_t k = 0; k < n; k++) sum += element(plan, node->value, k);
    plan->loss += n > 0 ? sum / (double)n : 0;
  }
  for (int i = 0; i < plan->penalty_count; i++) plan->loss += element(plan, plan->nodes[plan->penalties[i]].value, 0);
}

/* TensorFlow hands the gradient of a table that is looked up to the optimizer as rows, one a lookup, and what Keras
 * squares are these rows (keras/src/backend/tensorflow/sparse.py, elementwise_unary): a row that was looked up twice
 * counts with two squares, not with the square of the sum. */
static void square_lookups(const NnPlan *plan, const PlanNode *node) {
  const int variable = plan->nodes[node->inputs[1]].variable;
  float *squares = variable >= 0 ? plan->variables[variable].squares : NULL;
  if (squares == NULL) return;
  const int64_t n = nn_shape_size(&node->run.input_shapes[0], 1), width = node->run.input_shapes[1].dims[1];
  const int64_t rows = node->run.input_shapes[1].dims[0];
  const float *x = node->run.inputs[0], *dy = node->run.gradient;
  for (int64_t i = 0; i < n; i++, dy += width) {
    float *row = squares + ((int64_t)x[i] + (x[i] <= -1 ? rows : 0)) * width;
    for (int64_t k = 0; k < width; k++) row[k] += dy[k] * dy[k];
  }
}

/* Before the update of n elements from `first`, which adds the squares of sums: the slot of squares gets what the lookups'
 * squares are more. Then the sums of squares begin anew. */
static void correct_squares(const NnPlan *plan, const PlanVariable *variable, int64_t first, int64_t n) {
  if (variable->squares == NULL) return;
  const NnOptimizer *optimizer = plan->optimizer;
  const NnOptimizerHandlers *handlers = optimizer->object.row->handlers;
  float *squares = variable->squares + first;
  if (handlers->squares != NULL) {
    int index;
    const float share = (float)handlers->squares(&optimizer->object, &index);
    const float *sum = (const float *)plan->nodes[variable->node].gradient + first;
    const NnVariable *kept = optimizer->slots[variable->optimizer_index * optimizer->slots_each + index];
    float *slot = (float *)(void *)kept->value->data + first;
    for (int64_t i = 0; i < n; i++) slot[i] += share * (squares[i] - sum[i] * sum[i]);
  }
  memset(squares, 0, (size_t)n * sizeof *squares);
}

static bool backward(NnPlan *plan) {
  for (int i = 0; i < plan->loss_count + plan->penalty_count; i++) {
    const bool penalty = i >= plan->loss_count;
    PlanNode *node = &plan->nodes[penalty ? plan->penalties[i - plan->loss_count] : plan->losses[i]];
    const int64_t n = elements_now(plan, node);
    if (node->wants) set_all(plan, node->gradient, n, penalty ? 1 : 1 / (double)n);
  }
  for (int i = plan->node_count - 1; i >= 0; i--) {
    PlanNode *node = &plan->nodes[i];
    if (!node->live || !node->wants || node->op == NULL) continue;
    if (is_dense(plan, node)) {
      nn_dense_backward_start(&node->run);
      if (node->run.input_gradients[0] != NULL)
        run_region(plan, &node->run, nn_dense_input_blocks(&node->run), nn_dense_input_block, false);
      continue; /* weights wait: see finish */
    }
    NnKernel kernel = node->op->backward[plan->precision];
    if (plan->precision == NN_FLOAT32 && node->op->fast_backward != NULL) kernel = node->op->fast_backward;
    if (!kernel(&node->run)) return false;
    if (node->op == nn_lookup_ops) square_lookups(plan, node);
  }
  return true;
}

/* Applies the optimizer to n elements from `first` of a variable. */
static void update_range(const NnPlan *plan, const PlanVariable *variable, void *gradient, int64_t first, int64_t n) {
  const NnOptimizer *optimizer = plan->optimizer;
  const NnOptimizerHandlers *handlers = optimizer->object.row->handlers;
  if (plan->precision == NN_FLOAT64) {
    double *w = (double *)variable->value + first, *g = gradient, *slots[NN_MAX_SLOTS] = {0};
    for (int s = 0; s < optimizer->slots_each; s++) slots[s] = (double *)variable->slots[s] + first;
    for (int64_t i = 0; i < n && plan->clip_value > 0; i++)
      g[i] = fmin(fmax(g[i], -plan->clip_value), plan->clip_value);
    for (int64_t i = 0; i < n && plan->weight_decay != 0; i++) w[i] -= w[i] * plan->weight_decay * plan->update.rate;
    handlers->update_double(&plan->update, w, g, slots, n);
    return;
  }
  const float clip = (float)plan->clip_value, decay = (float)plan->weight_decay, rate = (float)plan->update.rate;
  float *w = (float *)(void *)variable->variable->value->data + first, *g = gradient, *slots[NN_MAX_SLOTS] = {0};
  for (int s = 0; s < optimizer->slots_each; s++) {
    const NnVariable *slot = optimizer->slots[variable->optimizer_index * optimizer->slots_each + s];
    slots[s] = (float *)(void *)slot->value->data + first;
  }
  /* Written so that a NaN stays one. */
  for (int64_t i = 0; i < n && clip > 0; i++) g[i] = g[i] > clip ? clip : g[i] < -clip ? -clip : g[i];
  for (int64_t i = 0; i < n && decay != 0; i++) w[i] -= w[i] * decay * rate;
  handlers->update_float(&plan->update, w, g, slots, n);
}

/* One block of a weight's gradient, and its update while both are in cache. */
static void fused_piece(void *context, int64_t block, int thread) {
  NnPlan *plan = context;
  const PlanTask *piece = &plan->pieces[block];
  const NnRun *run = &plan->nodes[piece->node].run;
  const PlanVariable *variable = &plan->variables[piece->variable];
  float *gradient = (float *)(void *)plan->block_memory + (size_t)thread * plan->block_elements;
  const int64_t columns = run->output_shape.dims[run->output_shape.rank - 1];
  if (piece->input == 1) {
    nn_dense_weight_block(run, piece->first, piece->rows, 0, gradient);
    update_range(plan, variable, gradient, piece->first * columns, piece->rows * columns);
    return;
  }
  kernels()->column_sums(run->scratch, nn_shape_size(&run->output_shape, 1) / columns, columns, columns, gradient, 0);
  update_range(plan, variable, gradient, 0, columns);
}

/* A block of a weight's gradient that is kept. */
typedef struct KeptWeight {
  const NnRun *run;
  int64_t each, rows;
} KeptWeight;

static void kept_piece(void *context, int64_t block, int thread) {
  const KeptWeight *kept = context;
  const int64_t first = block * kept->each, left = kept->rows - first;
  const int64_t columns = kept->run->output_shape.dims[kept->run->output_shape.rank - 1];
  nn_dense_weight_block(kept->run, first, left < kept->each ? left : kept->each, kept->run->accumulate[1] ? 1 : 0,
                        (float *)kept->run->input_gradients[1] + first * columns);
}

static void keep_gradient(NnPlan *plan, const PlanTask *task) {
  const NnRun *run = &plan->nodes[task->node].run;
  const int64_t columns = run->output_shape.dims[run->output_shape.rank - 1];
  if (task->input == 2) {
    kernels()->column_sums(run->scratch, nn_shape_size(&run->output_shape, 1) / columns, columns, columns,
                           run->input_gradients[2], run->accumulate[2]);
    return;
  }
  KeptWeight kept = {run, task->rows, run->input_shapes[1].dims[0]};
  pool_run((kept.rows + kept.each - 1) / kept.each, kept_piece, &kept);
}

static double norm(const NnPlan *plan, const void *values, int64_t n) {
  double sum = 0;
  for (int64_t i = 0; i < n; i++) sum += element(plan, values, i) * element(plan, values, i);
  return sum;
}

/* Of a variable's gradient, squared; of a table that is looked up: of all its lookups. */
static double variable_norm(const NnPlan *plan, const PlanVariable *variable) {
  const int64_t n = variable->variable->value->size;
  if (variable->squares == NULL) return norm(plan, plan->nodes[variable->node].gradient, n);
  double sum = 0;
  for (int64_t i = 0; i < n; i++) sum += (double)variable->squares[i];
  return sum;
}

static void scale_all(const NnPlan *plan, void *values, int64_t n, double by) {
  for (int64_t i = 0; i < n; i++) {
    if (plan->precision == NN_FLOAT64) ((double *)values)[i] *= by;
    else ((float *)values)[i] *= (float)by;
  }
}

static void scale_gradient(const NnPlan *plan, const PlanVariable *variable, double by) {
  const int64_t n = variable->variable->value->size;
  scale_all(plan, plan->nodes[variable->node].gradient, n, by);
  if (variable->squares != NULL) scale_all(plan, variable->squares, n, by * by);
}

/* clipnorm and global_clipnorm: keras/src/optimizers/base_optimizer.py, _clip_gradients. */
static void clip_norms(NnPlan *plan) {
  double each = 0, all = 0, total = 0;
  const NnOption *option = nn_option(&plan->optimizer->object, "clipnorm");
  if (option != NULL) nn_option_number(option, &each);
  option = nn_option(&plan->optimizer->object, "global_clipnorm");
  if (option != NULL) nn_option_number(option, &all);
  if (!(each > 0) && !(all > 0)) return;
  for (int v = 0; v < plan->variable_count; v++) {
    const PlanVariable *variable = &plan->variables[v];
    if (!variable->trainable) continue;
    const double square = variable_norm(plan, variable);
    total += square;
    if (each > 0 && sqrt(square) > each) scale_gradient(plan, variable, each / sqrt(square));
  }
  if (each > 0) return;
  for (int v = 0; v < plan->variable_count; v++) {
    const PlanVariable *variable = &plan->variables[v];
    if (!variable->trainable) continue;
    if (sqrt(total) > all) scale_gradient(plan, variable, all / sqrt(total));
    /* Keras multiplies by the scale, which makes one tensor of the rows: what is squared then are the sums. */
    const float *sum = plan->nodes[variable->node].gradient;
    for (int64_t i = 0; variable->squares != NULL && i < variable->variable->value->size; i++)
      variable->squares[i] = sum[i] * sum[i];
  }
}

/* Blocks of an update whose gradient was kept. */
typedef struct KeptUpdate {
  const NnPlan *plan;
  const PlanVariable *variable;
  int64_t n;
} KeptUpdate;
#define UPDATE_BLOCK 8192

static void kept_update(void *context, int64_t block, int thread) {
  const KeptUpdate *kept = context;
  const int64_t first = block * UPDATE_BLOCK, left = kept->n - first, n = left < UPDATE_BLOCK ? left : UPDATE_BLOCK;
  char *gradient = kept->plan->nodes[kept->variable->node].gradient;
  correct_squares(kept->plan, kept->variable, first, n);
  update_range(kept->plan, kept->variable, gradient + (size_t)first * kept->plan->element, first, n);
}

/* After the update a weight is brought back to where its constraint wants it. Such weights are never fused. */
static void constrain(const NnPlan *plan, const PlanVariable *variable) {
  const NnObject *constraint = variable->variable->constraint;
  if (constraint == NULL) return;
  const NnConstraintHandlers *handlers = constraint->row->handlers;
  const NnShape shape = nn_shape_of_array(variable->variable->value);
  if (plan->precision == NN_FLOAT64) handlers->apply_double(constraint, variable->value, &shape);
  else handlers->apply_float(constraint, (float *)(void *)variable->variable->value->data, &shape);
}

/* gradient_accumulation_steps: adds this step's gradients to the sums. At the last step of each group the gradients
 * become the means and the sums start anew: then true. */
static bool accumulate(NnPlan *plan) {
  NnOptimizer *optimizer = plan->optimizer;
  const bool last = (optimizer->iterations + 1) % optimizer->accumulate == 0;
  const float steps = (float)optimizer->accumulate;
  for (int v = 0; v < plan->variable_count; v++) {
    const PlanVariable *variable = &plan->variables[v];
    if (!variable->trainable) continue;
    float *gradient = plan->nodes[variable->node].gradient;
    float *sum = (float *)(void *)optimizer->accumulated[variable->optimizer_index]->value->data;
    const int64_t n = variable->variable->value->size;
    for (int64_t i = 0; i < n; i++) sum[i] += gradient[i];
    if (!last) continue;
    for (int64_t i = 0; i < n; i++) gradient[i] = sum[i] / steps;
    memset(sum, 0, (size_t)n * sizeof *sum);
  }
  return last;
}

static void end_step(NnPlan *plan) {
  nn_optimizer_average(plan->optimizer, nn_optimizer_iterations(plan->optimizer));
  plan->optimizer->iterations++;
}

/* Gradients of weights, then updates: every value that backward reads is still the old one until here. */
static bool finish(NnPlan *plan, Error *error) {
  for (int t = 0; t < plan->task_count; t++)
    if (!plan->variables[plan->tasks[t].variable].fused) keep_gradient(plan, &plan->tasks[t]);
  if (plan->optimizer == NULL) return true;
  if (plan->optimizer->accumulate > 0 && !accumulate(plan)) {
    end_step(plan);
    return true;
  }
  double rate;
  if (!nn_optimizer_next_rate(plan->optimizer, &rate, error)) return false;
  const NnOptimizerHandlers *handlers = plan->optimizer->object.row->handlers;
  memset(&plan->update, 0, sizeof plan->update);
  handlers->prepare(&plan->optimizer->object, rate, nn_optimizer_iterations(plan->optimizer), &plan->update);
  clip_norms(plan);
  if (plan->piece_count > 0) pool_run(plan->piece_count, fused_piece, plan);
  for (int v = 0; v < plan->variable_count; v++) {
    const PlanVariable *variable = &plan->variables[v];
    if (!variable->trainable || variable->fused) continue;
    KeptUpdate kept = {plan, variable, variable->variable->value->size};
    pool_run((kept.n + UPDATE_BLOCK - 1) / UPDATE_BLOCK, kept_update, &kept);
    constrain(plan, variable);
  }
  end_step(plan);
  return true;
}

static bool reserve_blocks(NnPlan *plan, Error *error) {
  const int threads = pool_threads();
  if (plan->piece_count == 0 || threads <= plan->block_threads) return true;
  const size_t bytes = (size_t)threads * plan->block_elements * plan->element + 64;
  core_free(plan->block_memory);
  plan->block_threads = 0;
  plan->block_memory = core_alloc_aligned(bytes);
  if (plan->block_memory == NULL) return core_fail_memory(error, bytes);
  plan->block_threads = threads;
  return true;
}

static bool start(NnPlan *plan, int64_t batch, Error *error) {
  if (batch < 1 || batch > plan->largest)
    return core_fail(error, ERROR_VALUE, "a batch of %lld rows does not fit a plan for 1 to %lld", (long long)batch,
                     (long long)plan->largest);
  plan->next_input = 1 - plan->next_input;
  bind(plan, batch);
  const bool fine = forward(plan, error);
  if (plan->side_blocks > 0) { /* no region took it along */
    pool_run(plan->side_blocks, plan->side_work, plan->side_context);
    plan->side_blocks = 0;
  }
  if (fine) add_losses(plan);
  return fine;
}

/* In float32, numbers below FLT_MIN are zero while a plan runs, as they are in TensorFlow and JAX: the momenta of a
 * unit that died would otherwise stay there for good and slow down every update. */
static unsigned set_mode(const NnPlan *plan) {
  return plan->precision == NN_FLOAT32 ? cpu_flush_denormals() : cpu_float_mode();
}

bool nn_plan_forward(NnPlan *plan, int64_t batch, Error *error) {
  const unsigned mode = set_mode(plan);
  const bool fine = start(plan, batch, error);
  cpu_set_float_mode(mode);
  return fine;
}

static bool run(NnPlan *plan, int64_t batch, Error *error) {
  if (!reserve_blocks(plan, error) || !start(plan, batch, error)) return false;
  if (plan->gradients) {
    if (!backward(plan) || !finish(plan, error)) return false;
  }
  plan->step++;
  return true;
}

bool nn_plan_run(NnPlan *plan, int64_t batch, Error *error) {
  const unsigned mode = set_mode(plan);
  const bool fine = run(plan, batch, error);
  cpu_set_float_mode(mode);
  return fine;
}
