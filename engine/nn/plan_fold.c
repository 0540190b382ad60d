/* Patterns over the graph, folded before anything is laid out. Each is written once, as "these ops in a row become that
 * op"; layers know nothing of it.
 *
 *   identity x, dropout x outside training                     -> x
 *   by_mode a b                                                -> a while training, else b
 *   cross entropy (softmax z), cross entropy (sigmoid z)       -> cross entropy of z as logits
 *     (TensorFlow's backend of Keras does the same: keras/src/backend/tensorflow/nn.py, _get_logits)
 *   matmul x w, w a variable                                   -> dense x w
 *   add_bias (dense x w) b; relu, sigmoid, tanh (dense x w b)  -> dense with bias, with activation; and conv likewise,
 *     where nobody else reads the value in between */
#include <string.h>

#include "engine/compute/kernels.h"
#include "engine/nn/plan_internal.h"

static bool is_op(const PlanNode *node, const char *name) {
  return node->op != NULL && strcmp(node->op->name, name) == 0;
}

/* Everybody who reads `from` reads `to` from now on. */
static void replace(NnPlan *plan, int from, int to) {
  for (int i = 0; i < plan->node_count; i++)
    for (int k = 0; k < plan->nodes[i].input_count; k++)
      if (plan->nodes[i].inputs[k] == from) plan->nodes[i].inputs[k] = to;
  int *const lists[] = {plan->outputs, plan->losses, plan->penalties};
  const int counts[] = {plan->output_count, plan->loss_count, plan->penalty_count};
  for (int l = 0; l < 3; l++)
    for (int i = 0; i < counts[l]; i++)
      if (lists[l][i] == from) lists[l][i] = to;
}

static void fold_identities(NnPlan *plan) {
  for (int i = 0; i < plan->node_count; i++) {
    PlanNode *node = &plan->nodes[i];
    bool gone = is_op(node, "identity");
    if (is_op(node, "dropout") || is_op(node, "noise")) {
      const int64_t mode = node->attributes.integer[0];
      gone = mode == 0 || (mode < 0 && !plan->training) || node->attributes.real[0] == 0;
    }
    if (is_op(node, "augment")) gone = node->attributes.integer[0] == 0 || (node->attributes.integer[0] < 0 && !plan->training);
    if (gone) replace(plan, i, node->inputs[0]);
    if (is_op(node, "by_mode")) replace(plan, i, node->inputs[plan->training ? 0 : 1]);
  }
}

/* A normalization's mode, from now on 1 or 0: a layer that is not trainable uses its moving statistics. */
static void resolve_modes(NnPlan *plan) {
  for (int i = 0; i < plan->node_count; i++) {
    PlanNode *node = &plan->nodes[i];
    if (node->op != NULL && strncmp(node->op->name, "recurrent", 9) == 0 && node->attributes.real[1] < 0)
      node->attributes.real[1] = plan->training;
    if (!is_op(node, "batch_norm")) continue;
    int64_t *mode = &node->attributes.integer[1];
    if (*mode < 0) *mode = plan->training;
    if (node->tensor->call != NULL && !node->tensor->call->layer->trainable) *mode = 0;
  }
}

static void fold_logits(NnPlan *plan) {
  static const struct {
    const char *loss, *activation;
  } pairs[] = {{"categorical_crossentropy", "softmax"},
               {"sparse_categorical_crossentropy", "softmax"},
               {"binary_crossentropy", "sigmoid"}};
  for (int i = 0; i < plan->node_count; i++)
    for (size_t p = 0; p < sizeof pairs / sizeof *pairs; p++) {
      PlanNode *node = &plan->nodes[i];
      if (!is_op(node, pairs[p].loss) || node->attributes.integer[0]) continue;
      const PlanNode *prediction = &plan->nodes[node->inputs[1]];
      if (!is_op(prediction, pairs[p].activation)) continue;
      node->inputs[1] = prediction->inputs[0];
      node->attributes.integer[0] = 1;
    }
}

/* One more for each reader; a root keeps its value for whoever asks. */
void plan_mark_live(NnPlan *plan) {
  for (int i = 0; i < plan->node_count; i++) {
    plan->nodes[i].live = plan->nodes[i].root = false;
    plan->nodes[i].users = 0;
  }
  int *const lists[] = {plan->outputs, plan->losses, plan->penalties};
  const int counts[] = {plan->output_count, plan->loss_count, plan->penalty_count};
  for (int l = 0; l < 3; l++)
    for (int i = 0; i < counts[l]; i++) plan->nodes[lists[l][i]].live = plan->nodes[lists[l][i]].root = true;
  for (int i = plan->node_count - 1; i >= 0; i--) {
    if (!plan->nodes[i].live) continue;
    for (int k = 0; k < plan->nodes[i].input_count; k++) {
      plan->nodes[plan->nodes[i].inputs[k]].live = true;
      plan->nodes[plan->nodes[i].inputs[k]].users++;
    }
  }
}

static KernelActivation kernel_of(const PlanNode *node) {
  const NnAttributes *a = &node->attributes;
  if (is_op(node, "sigmoid")) return KERNEL_SIGMOID;
  if (is_op(node, "tanh")) return KERNEL_TANH;
  if (is_op(node, "relu") && a->real[0] == 0 && a->real[2] == 0 && a->integer[0] == 0) return KERNEL_RELU;
  return KERNEL_LINEAR;
}

/* The slot of `op` that says which activation it ends with; -1: it ends with none. */
static int activation_slot(const NnOp *op) {
  if (op == NULL) return -1;
  return strcmp(op->name, "dense") == 0 ? 0 : strcmp(op->name, "conv") == 0 ? 2 : -1;
}

static void fold_products(NnPlan *plan) {
  const NnOp *dense = nn_find_op("dense");
  for (int i = 0; i < plan->node_count; i++) {
    PlanNode *node = &plan->nodes[i];
    if (is_op(node, "matmul") && plan->nodes[node->inputs[1]].variable >= 0) {
      node->op = dense;
      continue;
    }
    /* The product below takes this node's place: it moves up here, and stays behind as something nobody reads. */
    if (node->op == NULL || node->input_count == 0) continue;
    PlanNode *below = &plan->nodes[node->inputs[0]];
    const int slot = activation_slot(below->op);
    if (slot < 0 || below->users != 1 || below->root || below->attributes.integer[slot] != KERNEL_LINEAR) continue;
    const KernelActivation activation = kernel_of(node);
    if (is_op(node, "add_bias") && below->input_count == 2 && plan->nodes[node->inputs[1]].variable >= 0) {
      node->inputs[2] = node->inputs[1];
      node->inputs[1] = below->inputs[1];
      node->inputs[0] = below->inputs[0];
      node->input_count = 3;
    } else if (activation != KERNEL_LINEAR) {
      memcpy(node->inputs, below->inputs, sizeof node->inputs);
      node->input_count = below->input_count;
    } else {
      continue;
    }
    node->op = below->op;
    node->attributes = below->attributes;
    node->attributes.integer[slot] = activation;
    below->live = false;
  }
}

bool plan_fold(NnPlan *plan, Error *error) {
  fold_identities(plan);
  resolve_modes(plan);
  fold_logits(plan);
  plan_mark_live(plan);
  fold_products(plan);
  plan_mark_live(plan);
  return true;
}
