/* Building a plan: nodes, gradients, memory. */
#include "engine/nn/plan.h"

#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/op_dense.h"
#include "engine/nn/op_table.h"
#include "engine/nn/plan_internal.h"

static int index_of(NnTensor *const *nodes, int count, const NnTensor *tensor) {
  int low = 0, high = count - 1; /* sorted by id */
  while (low <= high) {
    const int middle = (low + high) / 2;
    if (nodes[middle] == tensor) return middle;
    if (nodes[middle]->id < tensor->id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

static bool keep_roots(NnPlan *plan, const NnPlanSpec *spec, Error *error) {
  NnTensor *const *const lists[] = {spec->outputs, spec->losses, spec->penalties, spec->inputs};
  const int counts[] = {spec->output_count, spec->loss_count, spec->penalty_count, spec->input_count};
  plan->root_count = counts[0] + counts[1] + counts[2] + counts[3];
  plan->roots = core_alloc_zero((size_t)plan->root_count + 1, sizeof *plan->roots);
  int **const into[] = {&plan->outputs, &plan->losses, &plan->penalties, &plan->inputs};
  int *const sizes[] = {&plan->output_count, &plan->loss_count, &plan->penalty_count, &plan->input_count};
  bool fine = plan->roots != NULL;
  int at = 0;
  for (int l = 0; l < 4 && fine; l++) {
    for (int i = 0; i < counts[l]; i++) plan->roots[at++] = nn_tensor_retain(lists[l][i]);
    *into[l] = core_alloc_zero((size_t)counts[l] + 1, sizeof **into[l]);
    *sizes[l] = counts[l];
    fine = *into[l] != NULL;
  }
  return fine || core_fail_memory(error, (size_t)plan->root_count * sizeof *plan->roots);
}

/* Two tensors may stand for one variable: they become one node. */
static int plan_variable(NnPlan *plan, NnVariable *variable, int node) {
  for (int v = 0; v < plan->variable_count; v++)
    if (plan->variables[v].variable == variable) return v;
  plan->variables[plan->variable_count] = (PlanVariable){
      .variable = nn_variable_retain(variable), .node = node, .trainable = variable->trainable, .optimizer_index = -1};
  return plan->variable_count++;
}

static bool make_nodes(NnPlan *plan, const NnPlanSpec *spec, Error *error) {
  int count = 0;
  NnTensor **tensors = nn_graph_nodes(plan->roots, plan->root_count, &count, error);
  if (tensors == NULL) return false;
  plan->nodes = core_alloc_zero((size_t)count + 1, sizeof *plan->nodes);
  plan->variables = core_alloc_zero((size_t)count + 1, sizeof *plan->variables);
  bool fine = plan->nodes != NULL && plan->variables != NULL;
  if (!fine) core_fail_memory(error, (size_t)count * sizeof *plan->nodes);
  plan->node_count = fine ? count : 0;
  for (int i = 0; i < plan->node_count; i++) {
    PlanNode *node = &plan->nodes[i];
    NnTensor *tensor = tensors[i];
    *node = (PlanNode){.tensor = tensor, .op = tensor->op, .attributes = tensor->attributes, .same_as = -1, .input = -1,
                       .variable = -1, .input_count = tensor->input_count, .value_at = PLAN_NONE,
                       .gradient_at = PLAN_NONE, .scratch_at = PLAN_NONE};
    for (int k = 0; k < tensor->input_count; k++) {
      node->inputs[k] = index_of(tensors, count, tensor->inputs[k]);
      const int variable = plan->nodes[node->inputs[k]].variable;
      if (variable >= 0) node->inputs[k] = plan->variables[variable].node;
    }
    if (tensor->kind == NN_TENSOR_VARIABLE) node->variable = plan_variable(plan, tensor->variable, i);
    for (int d = 1; d < tensor->shape.rank && fine; d++)
      if (tensor->shape.dims[d] < 0 && tensor->kind == NN_TENSOR_INPUT) {
        char text[128];
        nn_shape_text(&tensor->shape, text, sizeof text);
        fine = core_fail(error, ERROR_NOT_IMPLEMENTED,
                         "only the batch may be None when a model runs; a tensor here has the shape %s", text);
      }
  }
  if (fine) {
    for (int i = 0; i < plan->input_count; i++) {
      plan->inputs[i] = index_of(tensors, count, spec->inputs[i]);
      plan->nodes[plan->inputs[i]].input = i;
    }
    for (int i = 0; i < plan->output_count; i++) {
      plan->outputs[i] = index_of(tensors, count, spec->outputs[i]);
      const int variable = plan->nodes[plan->outputs[i]].variable;
      if (variable >= 0) plan->outputs[i] = plan->variables[variable].node;
    }
    for (int i = 0; i < plan->loss_count; i++) plan->losses[i] = index_of(tensors, count, spec->losses[i]);
    for (int i = 0; i < plan->penalty_count; i++) plan->penalties[i] = index_of(tensors, count, spec->penalties[i]);
  }
  core_free(tensors);
  return fine;
}

/* An input fed by the plan stands for itself even where it has a history. Anything else that is an input has no value.
 */
static bool check_inputs(NnPlan *plan, Error *error) {
  for (int i = 0; i < plan->node_count; i++) {
    PlanNode *node = &plan->nodes[i];
    if (node->input >= 0) {
      node->op = NULL;
      node->input_count = 0;
      node->variable = -1;
    }
  }
  plan_mark_live(plan);
  for (int i = 0; i < plan->node_count; i++) {
    const PlanNode *node = &plan->nodes[i];
    if (node->live && node->tensor->kind == NN_TENSOR_INPUT && node->input < 0)
      return core_fail(error, ERROR_VALUE, "the output depends on the input %s, which is not among the inputs given",
                       nn_tensor_name(node->tensor));
  }
  return true;
}

static bool is_slopeless(const PlanNode *node) {
  return node->op != NULL && (node->op->flat || node->op->backward[0] == NULL);
}

static bool mark_gradients(NnPlan *plan, Error *error) {
  /* What comes from weights only through ops without a slope (a mask) needs no gradient further on. */
  bool *reached = core_alloc_zero((size_t)plan->node_count + 1, sizeof *reached);
  if (reached == NULL) return core_fail_memory(error, (size_t)plan->node_count);
  for (int i = 0; i < plan->loss_count; i++) reached[plan->losses[i]] = true;
  for (int i = 0; i < plan->penalty_count; i++) reached[plan->penalties[i]] = true;
  for (int i = plan->node_count - 1; i >= 0; i--)
    for (int k = 0; reached[i] && !is_slopeless(&plan->nodes[i]) && k < plan->nodes[i].input_count; k++)
      reached[plan->nodes[i].inputs[k]] = true;
  bool fine = true;
  for (int i = 0; i < plan->node_count; i++) {
    PlanNode *node = &plan->nodes[i];
    bool from_weights = node->variable >= 0 && plan->variables[node->variable].variable->trainable;
    for (int k = 0; k < node->input_count && !is_slopeless(node); k++) {
      if (!plan->nodes[node->inputs[k]].wants) continue;
      from_weights = true;
      if (reached[i] && (node->op->no_gradient >> k & 1))
        fine = core_fail(error, ERROR_NOT_IMPLEMENTED, "no gradient flows through input %d of %s", k, node->op->name);
    }
    node->wants = reached[i] && from_weights;
  }
  for (int v = 0; v < plan->variable_count; v++) {
    PlanVariable *variable = &plan->variables[v];
    variable->trainable = plan->nodes[variable->node].wants;
  }
  for (int i = 0; i < plan->node_count; i++)
    for (int k = 0; plan->nodes[i].wants && k < plan->nodes[i].input_count; k++) {
      const int variable = plan->nodes[plan->nodes[i].inputs[k]].variable;
      if (variable >= 0) plan->variables[variable].contributions++;
    }
  for (int i = 0; i < plan->loss_count + plan->penalty_count; i++) {
    PlanNode *node = &plan->nodes[i < plan->loss_count ? plan->losses[i] : plan->penalties[i - plan->loss_count]];
    if (node->seeded) fine = core_fail(error, ERROR_NOT_IMPLEMENTED, "one tensor is a loss twice");
    node->seeded = true;
  }
  core_free(reached);
  return fine;
}

/* The fast path of float32: products with a weight in three parts, on the pool. */
static bool is_dense(const NnPlan *plan, const PlanNode *node) {
  return plan->precision == NN_FLOAT32 && node->op != NULL && node->op->forward[0] == nn_find_op("dense")->forward[0];
}

/* Which writes add: gradients are made in falling order of nodes, those of a dense op's weights after all others; the
 * first one into a buffer sets it. */
static void mark_accumulation(NnPlan *plan) {
  for (int i = 0; i < plan->node_count; i++) plan->nodes[i].users = plan->nodes[i].seeded;
  for (int late = 0; late < 2; late++)
    for (int i = plan->node_count - 1; i >= 0; i--) {
      PlanNode *node = &plan->nodes[i];
      if (!node->wants) continue;
      for (int k = 0; k < node->input_count; k++)
        if (late == (k > 0 && is_dense(plan, node)))
          node->run.accumulate[k] = plan->nodes[node->inputs[k]].users++ > 0;
    }
}

static size_t place(NnPlan *plan, int64_t elements) {
  const size_t at = plan->arena_elements;
  plan->arena_elements += ((size_t)elements + 15) / 16 * 16; /* cache lines */
  return at;
}

static void lay_out(NnPlan *plan) {
  for (int i = 0; i < plan->node_count; i++) {
    PlanNode *node = &plan->nodes[i];
    if (!node->live) continue;
    const int64_t size = nn_shape_size(&node->tensor->shape, plan->largest);
    if (node->op != NULL && node->op->same_memory) {
      const int from = node->inputs[0];
      node->same_as = plan->nodes[from].same_as >= 0 ? plan->nodes[from].same_as : from;
    }
    const bool variable_in_place = node->variable >= 0 && plan->precision == NN_FLOAT32;
    if (node->same_as < 0 && node->input < 0 && !variable_in_place) node->value_at = place(plan, size);
    if (plan->gradients && node->wants) {
      const bool fused = node->variable >= 0 && plan->variables[node->variable].fused;
      if (!fused) node->gradient_at = place(plan, size);
    }
    if (node->op != NULL && node->op->scratch_size != NULL) {
      const NnTensor *like = node->tensor;
      /* A folded node's scratch rule sees the tensor it was made from: loss ops read the shape of their prediction,
       * which folding does not change. */
      node->scratch_at = place(plan, node->op->scratch_size(like, plan->largest));
    }
  }
}

static bool make_tasks(NnPlan *plan, Error *error) {
  int tasks = 0, pieces = 0;
  for (int pass = 0; pass < 2; pass++) {
    tasks = pieces = 0;
    for (int i = plan->node_count - 1; i >= 0; i--) {
      PlanNode *node = &plan->nodes[i];
      if (!plan->gradients || !node->live || !node->wants || !is_dense(plan, node)) continue;
      for (int k = 1; k < node->input_count; k++) {
        const int variable = plan->nodes[node->inputs[k]].variable;
        if (!plan->nodes[node->inputs[k]].wants) continue;
        const NnShape *shape = &plan->nodes[node->inputs[k]].tensor->shape;
        int64_t rows = 1, each = 1;
        if (k == 1) {
          rows = shape->dims[0];
          NnRun like = {.count = 2, .input_shapes = {{.rank = 1, .dims = {rows}}},
                        .output_shape = {.rank = 1, .dims = {shape->dims[1]}}};
          each = nn_dense_weight_rows(&like);
        }
        if (pass) plan->tasks[tasks] = (PlanTask){i, k, variable, 0, each};
        tasks++;
        if (!plan->variables[variable].fused) continue;
        for (int64_t first = 0; first < rows; first += each) {
          const int64_t length = rows - first < each ? rows - first : each;
          if (pass) plan->pieces[pieces] = (PlanTask){i, k, variable, first, length};
          pieces++;
          const size_t elements = (size_t)(k == 1 ? length * shape->dims[1] : shape->dims[0]);
          if (elements > plan->block_elements) plan->block_elements = elements;
        }
      }
    }
    if (pass == 0) {
      plan->tasks = core_alloc_zero((size_t)tasks + 1, sizeof *plan->tasks);
      plan->pieces = core_alloc_zero((size_t)pieces + 1, sizeof *plan->pieces);
      if (plan->tasks == NULL || plan->pieces == NULL) return core_fail_memory(error, sizeof *plan->pieces);
    }
  }
  plan->task_count = tasks;
  plan->piece_count = pieces;
  plan->block_elements = (plan->block_elements + 15) / 16 * 16;
  return true;
}

static double option_or_zero(const NnObject *object, const char *name) {
  const NnOption *option = nn_option(object, name);
  double value = 0;
  return option != NULL && nn_option_number(option, &value) ? value : 0;
}

/* A weight whose gradient comes from one product is updated block by block, unless the whole gradient must be seen
 * first. */
/* The tables that nothing but lookups read. */
static bool mark_lookups(NnPlan *plan, Error *error) {
  for (int v = 0; v < plan->variable_count; v++) plan->variables[v].looked_up = plan->variables[v].trainable;
  for (int i = 0; i < plan->node_count; i++) {
    const PlanNode *node = &plan->nodes[i];
    for (int k = 0; node->live && k < node->input_count; k++) {
      const int variable = plan->nodes[node->inputs[k]].variable;
      if (variable >= 0 && !(node->op == nn_lookup_ops && k == 1)) plan->variables[variable].looked_up = false;
    }
  }
  for (int v = 0; v < plan->variable_count; v++) {
    PlanVariable *variable = &plan->variables[v];
    if (!variable->looked_up) continue;
    variable->squares = core_alloc_zero((size_t)variable->variable->value->size + 1, sizeof *variable->squares);
    if (variable->squares == NULL) return core_fail_memory(error, (size_t)variable->variable->value->size);
  }
  return true;
}

static bool choose_fused(NnPlan *plan, Error *error) {
  if (plan->optimizer == NULL) return true;
  const NnObject *options = &plan->optimizer->object;
  plan->clip_value = option_or_zero(options, "clipvalue");
  plan->weight_decay = option_or_zero(options, "weight_decay");
  if (plan->precision == NN_FLOAT64 && (plan->optimizer->accumulate > 0 || plan->optimizer->averages))
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "use_ema and gradient_accumulation_steps work in float32 only");
  const bool whole = option_or_zero(options, "clipnorm") > 0 || option_or_zero(options, "global_clipnorm") > 0 ||
                     plan->optimizer->accumulate > 0;
  for (int i = 0; i < plan->node_count; i++) {
    PlanNode *node = &plan->nodes[i];
    if (whole || !node->wants || !is_dense(plan, node)) continue;
    for (int k = 1; k < node->input_count; k++) {
      PlanVariable *variable = &plan->variables[plan->nodes[node->inputs[k]].variable];
      variable->fused = variable->trainable && variable->contributions == 1 && variable->variable->constraint == NULL;
    }
  }
  /* Who reads the squares of lookups: the optimizer's own slot of squares, and norms. */
  const bool squares = ((const NnOptimizerHandlers *)options->row->handlers)->squares != NULL || whole;
  if (squares && plan->optimizer->accumulate == 0 && !(plan->clip_value > 0) && plan->precision == NN_FLOAT32 &&
      !mark_lookups(plan, error))
    return false;
  for (int v = 0; v < plan->variable_count; v++) {
    if (!plan->variables[v].trainable) continue;
    for (int k = 0; k < plan->optimizer->variable_count; k++)
      if (plan->optimizer->variables[k] == plan->variables[v].variable) plan->variables[v].optimizer_index = k;
    if (plan->variables[v].optimizer_index < 0)
      return nn_optimizer_knows(plan->optimizer, &plan->variables[v].variable, 1, error);
  }
  return true;
}

static void copy_doubles(double *to, const NdArray *from) {
  for (int64_t i = 0; i < from->size; i++) to[i] = (double)((const float *)(const void *)from->data)[i];
}

static bool allocate(NnPlan *plan, Error *error) {
  size_t slot_at = plan->arena_elements;
  if (plan->precision == NN_FLOAT64 && plan->optimizer != NULL)
    for (int v = 0; v < plan->variable_count; v++)
      for (int s = 0; s < plan->optimizer->slots_each; s++)
        place(plan, plan->variables[v].variable->value->size);
  plan->input_at = core_alloc_zero((size_t)plan->input_count + 1, sizeof *plan->input_at);
  if (plan->input_at == NULL) return core_fail_memory(error, sizeof *plan->input_at);
  size_t input_elements = 0;
  for (int i = 0; i < plan->input_count; i++) {
    plan->input_at[i] = input_elements;
    const int64_t size = nn_shape_size(&plan->nodes[plan->inputs[i]].tensor->shape, plan->largest);
    input_elements += ((size_t)size + 15) / 16 * 16;
  }
  const size_t bytes = plan->arena_elements * plan->element + 64;
  plan->arena = core_alloc_aligned(bytes);
  if (plan->arena == NULL) return core_fail_memory(error, bytes);
  memset(plan->arena, 0, bytes);
  for (int i = 0; i < 2; i++) {
    plan->input_memory[i] = core_alloc_aligned(input_elements * plan->element + 64);
    if (plan->input_memory[i] == NULL) return core_fail_memory(error, input_elements * plan->element);
    memset(plan->input_memory[i], 0, input_elements * plan->element + 64);
  }
  for (int i = 0; i < plan->node_count; i++) {
    PlanNode *node = &plan->nodes[i];
    if (node->value_at != PLAN_NONE) node->value = plan->arena + node->value_at * plan->element;
    if (node->gradient_at != PLAN_NONE) node->gradient = plan->arena + node->gradient_at * plan->element;
    if (node->scratch_at != PLAN_NONE) node->run.scratch = plan->arena + node->scratch_at * plan->element;
    if (!node->live || node->tensor->kind != NN_TENSOR_CONSTANT) continue;
    NdArray *value = nd_astype(node->tensor->constant, plan->precision == NN_FLOAT64 ? ND_FLOAT64 : ND_FLOAT32, error);
    if (value == NULL) return false;
    memcpy(node->value, value->data, (size_t)value->size * plan->element);
    nd_release(value);
  }
  for (int v = 0; v < plan->variable_count; v++) {
    PlanVariable *variable = &plan->variables[v];
    if (plan->precision != NN_FLOAT64) continue;
    variable->value = plan->nodes[variable->node].value;
    if (variable->value != NULL) copy_doubles(variable->value, variable->variable->value);
    for (int s = 0; plan->optimizer != NULL && s < plan->optimizer->slots_each; s++) {
      variable->slots[s] = plan->arena + slot_at * plan->element;
      slot_at += ((size_t)variable->variable->value->size + 15) / 16 * 16;
    }
  }
  return true;
}

/* What does not change from run to run. */
static void prepare_runs(NnPlan *plan) {
  uint32_t number = 0;
  plan->side_node = -1;
  for (int i = 0; i < plan->node_count; i++) {
    PlanNode *node = &plan->nodes[i];
    if (node->op == NULL) continue;
    node->run.attributes = &node->attributes;
    node->run.count = node->input_count;
    node->run.gradients = plan->gradients && node->wants;
    node->run.node = number++;
    node->run.seed = node->attributes.integer[1] != 0 ? (uint64_t)node->attributes.integer[1] : plan->seed;
    node->run.gradient = node->gradient;
    for (int k = 0; k < node->input_count; k++) {
      const PlanNode *input = &plan->nodes[node->inputs[k]];
      node->run.input_gradients[k] = plan->gradients && input->wants ? input->gradient : NULL;
    }
    if (node->live && plan->side_node < 0 && is_dense(plan, node)) plan->side_node = i;
  }
}

static bool build(NnPlan *plan, const NnPlanSpec *spec, Error *error) {
  if (!keep_roots(plan, spec, error) || !make_nodes(plan, spec, error) || !check_inputs(plan, error) ||
      !plan_fold(plan, error))
    return false;
  if (plan->gradients && (!mark_gradients(plan, error) || !choose_fused(plan, error))) return false;
  if (plan->gradients) mark_accumulation(plan);
  if (!make_tasks(plan, error)) return false;
  lay_out(plan);
  if (!allocate(plan, error)) return false;
  prepare_runs(plan);
  return true;
}

NnPlan *nn_plan_new(const NnPlanSpec *spec, Error *error) {
  NnPlan *plan = core_alloc_zero(1, sizeof *plan);
  if (plan == NULL) {
    core_fail_memory(error, sizeof *plan);
    return NULL;
  }
  plan->precision = spec->precision;
  plan->element = spec->precision == NN_FLOAT64 ? sizeof(double) : sizeof(float);
  plan->largest = spec->largest_batch > 0 ? spec->largest_batch : 1;
  plan->batch = -1;
  plan->training = spec->training;
  plan->gradients = spec->gradients;
  plan->seed = spec->seed;
  plan->optimizer = spec->optimizer;
  if (plan->optimizer != NULL) nn_object_retain(&plan->optimizer->object);
  if (build(plan, spec, error)) return plan;
  nn_plan_free(plan);
  return NULL;
}

void nn_plan_free(NnPlan *plan) {
  if (plan == NULL) return;
  for (int v = 0; v < plan->variable_count; v++) {
    core_free(plan->variables[v].squares);
    nn_variable_release(plan->variables[v].variable);
  }
  for (int i = 0; plan->roots != NULL && i < plan->root_count; i++) nn_tensor_release(plan->roots[i]);
  if (plan->optimizer != NULL) nn_object_release(&plan->optimizer->object);
  void *const memory[] = {plan->roots,   plan->nodes,    plan->inputs,       plan->outputs,
                          plan->losses,  plan->penalties, plan->variables,   plan->arena,
                          plan->tasks,   plan->pieces,   plan->block_memory, plan->input_memory[0],
                          plan->input_memory[1], plan->input_at, plan};
  for (size_t i = 0; i < sizeof memory / sizeof *memory; i++) core_free(memory[i]);
}

int64_t nn_plan_largest_batch(const NnPlan *plan) { return plan->largest; }

void *nn_plan_input(NnPlan *plan, int index) {
  return plan->input_memory[plan->next_input] + plan->input_at[index] * plan->element;
}

void nn_plan_beside(NnPlan *plan, int64_t blocks, PoolWork work, void *context) {
  plan->side_blocks = blocks;
  plan->side_work = work;
  plan->side_context = context;
}

const void *nn_plan_output(const NnPlan *plan, int index) { return plan->nodes[plan->outputs[index]].value; }

double nn_plan_loss(const NnPlan *plan) { return plan->loss; }

int nn_plan_variable_count(const NnPlan *plan) { return plan->variable_count; }

bool nn_plan_trains(const NnPlan *plan) {
  bool any = false;
  for (int v = 0; v < plan->variable_count; v++) any = any || plan->variables[v].trainable;
  return any;
}

NnVariable *nn_plan_variable(NnPlan *plan, int index, void **value, const void **gradient) {
  PlanVariable *variable = &plan->variables[index];
  if (value != NULL) *value = plan->nodes[variable->node].value;
  if (gradient != NULL) *gradient = plan->nodes[variable->node].gradient;
  return variable->variable;
}
