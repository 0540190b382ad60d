/* Values with their history, and gradients over it. */
#include "engine/nn/tape.h"

#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/loss.h"
#include "engine/nn/metric.h"
#include "engine/nn/seed.h"
#include "engine/nn/tape_adjoint.h"
#include "engine/nn/tape_walk.h"

/* What a tape has seen of variables. Shared by tapes that are open together. */
typedef struct Seen {
  NnVariable *variable; /* strong */
  NnValue *value;       /* strong */
  bool stale;           /* assigned since */
} Seen;

typedef struct Record {
  int references;
  Seen *seen;
  int count, room;
} Record;

struct NnTape {
  bool watch_variables, open;
  Record *record;
  NnTape *next; /* of the open ones */
};

static NnTape *open_tapes;
static uint64_t next_id = 1;

/* A row only for its address: what changes the float type. */
const NnOp nn_convert_op = {.name = "convert", .formula = "the same number in another float type", .input_count = 1};
const NnOp nn_hook_op = {.name = "custom_gradient", .formula = "what the language says", .input_count = -1};
NnValueHooks nn_value_hooks;

NnPrecision nn_precision_of(const NnValue *value) {
  return value->array->type == ND_FLOAT64 ? NN_FLOAT64 : NN_FLOAT32;
}

/* ---- Values ---- */

NnValue *nn_value_new(NdArray *array, Error *error) {
  if (array == NULL) return NULL;
  NnValue *value = core_alloc_zero(1, sizeof *value);
  if (value == NULL) {
    nd_release(array);
    core_fail_memory(error, sizeof *value);
    return NULL;
  }
  value->references = 1;
  value->id = next_id++;
  value->array = array;
  return value;
}

NnValue *nn_value_retain(NnValue *value) {
  if (value != NULL) value->references++;
  return value;
}

/* A long history must not recurse: dead values wait in a list, linked through their first input's place. */
void nn_value_release(NnValue *value) {
  if (value == NULL || --value->references > 0) return;
  NnValue *waiting = NULL;
  for (NnValue *dead = value; dead != NULL;) {
    for (int i = 0; i < dead->input_count; i++) {
      NnValue *input = dead->inputs[i];
      if (--input->references > 0) continue;
      input->id = (uint64_t)(uintptr_t)waiting;
      waiting = input;
    }
    nd_release(dead->array);
    core_free(dead->scratch);
    if (dead->hook != NULL) nn_value_hooks.release(dead->hook);
    core_free(dead);
    dead = waiting;
    if (dead != NULL) waiting = (NnValue *)(uintptr_t)dead->id;
  }
}

bool nn_values_tracked(NnValue *const *inputs, int count) {
  if (open_tapes == NULL) return false;
  for (int i = 0; i < count; i++)
    if (inputs[i]->tracked) return true;
  return false;
}

void nn_value_remember(NnValue *result, const NnOp *op, NnValue *const *inputs, int count) {
  result->tracked = true;
  result->op = op;
  result->input_count = count;
  for (int i = 0; i < count; i++) result->inputs[i] = nn_value_retain(inputs[i]);
}

void *nn_value_elements(int64_t count, NnPrecision precision) {
  return core_alloc_aligned((size_t)(count > 0 ? count : 1) *
                            (precision == NN_FLOAT64 ? sizeof(double) : sizeof(float)));
}

NnKernel nn_kernel_of(const NnOp *op, NnPrecision precision, bool forward) {
  if (precision == NN_FLOAT32 && (forward ? op->fast_forward : op->fast_backward) != NULL)
    return forward ? op->fast_forward : op->fast_backward;
  return forward ? op->forward[precision] : op->backward[precision];
}

/* A node that exists for its shape only: shape rules and scratch sizes ask for tensors. */
static NnTensor *shape_node(const NnOp *op, NnValue *const *inputs, int count, const NnAttributes *attributes,
                            Error *error) {
  NnTensor *tensors[NN_MAX_INPUTS] = {NULL}, *node = NULL;
  bool good = true;
  for (int i = 0; good && i < count; i++) {
    if (inputs[i]->array->ndim > NN_MAX_DIMS) {
      good = core_fail(error, ERROR_VALUE, "at most %d dimensions are supported, got %d", NN_MAX_DIMS, inputs[i]->array->ndim);
      break;
    }
    const NnShape shape = nn_shape_of_array(inputs[i]->array);
    good = (tensors[i] = nn_tensor_input(&shape, ND_FLOAT32, NULL, error)) != NULL;
  }
  if (good) node = nn_op_of(op, tensors, count, attributes, error);
  for (int i = 0; i < count; i++) nn_tensor_release(tensors[i]);
  return node;
}

static void fill_run(NnRun *run, NnValue *const *inputs, int count) {
  run->count = count;
  for (int i = 0; i < count; i++) {
    run->inputs[i] = inputs[i]->array->data;
    run->input_shapes[i] = nn_shape_of_array(inputs[i]->array);
  }
}

NnValue *nn_value_op(const NnOp *op, NnValue *const *inputs, int count, const NnAttributes *attributes, Error *error) {
  static const NnAttributes none;
  if (attributes == NULL) attributes = &none;
  NnTensor *node = shape_node(op, inputs, count, attributes, error);
  if (node == NULL) return NULL;
  const NnPrecision precision = nn_precision_of(inputs[0]);
  const NdType type = precision == NN_FLOAT64 ? ND_FLOAT64 : ND_FLOAT32;
  NnValue *result = nn_value_new(nd_new(type, node->shape.rank, node->shape.dims, error), error);
  bool good = result != NULL;
  if (good && op->scratch_size != NULL) {
    result->scratch = nn_value_elements(op->scratch_size(node, 1), precision);
    good = result->scratch != NULL || core_fail_memory(error, 1);
  }
  if (good) {
    result->attributes = *attributes;
    result->seed = nn_next_seed();
    NnRun run = {.attributes = &result->attributes, .output = result->array->data, .output_shape = node->shape,
                 .scratch = result->scratch, .seed = result->seed, .error = error};
    run.gradients = nn_values_tracked(inputs, count);
    fill_run(&run, inputs, count);
    good = nn_kernel_of(op, precision, true)(&run);
    if (good && run.gradients && !op->flat && op->backward[0] != NULL) nn_value_remember(result, op, inputs, count);
  }
  nn_tensor_release(node);
  if (good) return result;
  nn_value_release(result);
  return NULL;
}

NnValue *nn_value_convert(NnValue *value, NdType type, Error *error) {
  if (value->array->type == type) return nn_value_retain(value);
  NnValue *result = nn_value_new(nd_astype(value->array, type, error), error);
  if (result != NULL && nn_values_tracked(&value, 1)) nn_value_remember(result, &nn_convert_op, &value, 1);
  return result;
}

NnValue *nn_value_hooked(NdArray *result, NnValue *const *inputs, int count, void *handle, Error *error) {
  NnValue *value = nn_value_new(result, error);
  if (value == NULL || !nn_values_tracked(inputs, count)) {
    nn_value_hooks.release(handle);
    return value;
  }
  nn_value_remember(value, &nn_hook_op, inputs, count);
  value->hook = handle;
  return value;
}

/* ---- Variables ---- */

static void record_release(Record *record) {
  if (record == NULL || --record->references > 0) return;
  for (int i = 0; i < record->count; i++) {
    nn_variable_release(record->seen[i].variable);
    nn_value_release(record->seen[i].value);
  }
  core_free(record->seen);
  core_free(record);
}

static Record *record_new(Error *error) {
  Record *record = core_alloc_zero(1, sizeof *record);
  if (record == NULL) core_fail_memory(error, sizeof *record);
  else record->references = 1;
  return record;
}

/* The float array of a variable; other dtypes become float64. */
static NdArray *floats(const NdArray *array, Error *error) {
  return nd_astype(array, array->type == ND_FLOAT32 ? ND_FLOAT32 : ND_FLOAT64, error);
}

static NnValue *watch_in(Record *record, NnVariable *variable, Error *error) {
  for (int i = record->count - 1; i >= 0; i--)
    if (record->seen[i].variable == variable && !record->seen[i].stale) return nn_value_retain(record->seen[i].value);
  if (record->count == record->room) {
    const int room = record->room * 2 + 16;
    Seen *grown = core_realloc(record->seen, sizeof *grown * (size_t)room);
    if (grown == NULL) {
      core_fail_memory(error, sizeof *grown * (size_t)room);
      return NULL;
    }
    record->seen = grown;
    record->room = room;
  }
  NnValue *value = nn_value_new(floats(variable->value, error), error);
  if (value == NULL) return NULL;
  value->tracked = true;
  record->seen[record->count++] = (Seen){nn_variable_retain(variable), nn_value_retain(value), false};
  return value;
}

static bool watched_by_hand(const NnVariable *variable) {
  for (int i = 0; open_tapes != NULL && i < open_tapes->record->count; i++)
    if (open_tapes->record->seen[i].variable == variable) return true;
  return false;
}

NnValue *nn_value_of_variable(NnVariable *variable, Error *error) {
  bool watch = false;
  for (NnTape *tape = open_tapes; tape != NULL; tape = tape->next) watch = watch || tape->watch_variables;
  const bool floating = nd_types[variable->value->type].kind == 'f';
  if (open_tapes != NULL && floating && ((watch && variable->trainable) || watched_by_hand(variable)))
    return watch_in(open_tapes->record, variable, error);
  /* The array itself would be written by a later assignment. */
  return nn_value_new(floats(variable->value, error), error);
}

void nn_tape_assigned(const NnVariable *variable) {
  for (NnTape *tape = open_tapes; tape != NULL; tape = tape->next)
    for (int i = 0; i < tape->record->count; i++)
      if (tape->record->seen[i].variable == variable) tape->record->seen[i].stale = true;
}

/* ---- Tapes ---- */

NnTape *nn_tape_new(bool watch_variables, Error *error) {
  NnTape *tape = core_alloc_zero(1, sizeof *tape);
  if (tape != NULL && (tape->record = record_new(error)) != NULL) {
    tape->watch_variables = watch_variables;
    return tape;
  }
  core_free(tape);
  core_fail_memory(error, sizeof *tape);
  return NULL;
}

void nn_tape_free(NnTape *tape) {
  if (tape == NULL) return;
  nn_tape_close(tape);
  record_release(tape->record);
  core_free(tape);
}

void nn_tape_open(NnTape *tape) {
  if (tape->open) return;
  if (open_tapes != NULL && tape->record->count == 0) {
    record_release(tape->record);
    tape->record = open_tapes->record;
    tape->record->references++;
  }
  tape->open = true;
  tape->next = open_tapes;
  open_tapes = tape;
}

void nn_tape_close(NnTape *tape) {
  for (NnTape **at = &open_tapes; *at != NULL; at = &(*at)->next) {
    if (*at != tape) continue;
    *at = tape->next;
    tape->open = false;
    return;
  }
}

bool nn_tape_is_open(const NnTape *tape) { return tape->open; }

int nn_tapes_open(void) {
  int count = 0;
  for (const NnTape *tape = open_tapes; tape != NULL; tape = tape->next) count++;
  return count;
}

void nn_tape_reset(NnTape *tape) {
  Record *fresh = record_new(NULL);
  if (fresh == NULL) return;
  record_release(tape->record);
  tape->record = fresh;
}

void nn_tape_watch(NnTape *tape, NnValue *value) { value->tracked = true; }

bool nn_tape_watch_variable(NnTape *tape, NnVariable *variable, Error *error) {
  NnValue *value = watch_in(tape->record, variable, error);
  nn_value_release(value);
  return value != NULL;
}

NnValue *nn_tape_seen(const NnTape *tape, int index, const NnVariable **variable) {
  if (index >= tape->record->count) return NULL;
  *variable = tape->record->seen[index].variable;
  return tape->record->seen[index].value;
}

/* ---- Gradients ---- */

/* Adds to a node's gradient; `gradient` is taken over. */
static bool add_gradient(NnWalkNode *node, NdArray *gradient) {
  if (node->gradient == NULL) {
    node->gradient = gradient;
    return true;
  }
  for (int64_t i = 0; i < gradient->size; i++) {
    if (gradient->type == ND_FLOAT64)
      ((double *)(void *)node->gradient->data)[i] += ((double *)(void *)gradient->data)[i];
    else ((float *)(void *)node->gradient->data)[i] += ((float *)(void *)gradient->data)[i];
  }
  nd_release(gradient);
  return true;
}

static bool back(NnWalk *walk, NnValue *value, NdArray *gradient, Error *error) {
  if (value->op == &nn_convert_op) {
    NdArray *same = nd_astype(gradient, value->inputs[0]->array->type, error);
    return same != NULL && add_gradient(nn_walk_find(walk, value->inputs[0]), same);
  }
  if (value->op == &nn_hook_op) {
    NnValue *given = nn_value_new(nd_retain(gradient), error), *parts[NN_MAX_INPUTS] = {NULL};
    const bool done = given != NULL && nn_value_hooks.back(value->hook, given, parts, value->input_count, error);
    for (int i = 0; i < value->input_count; i++) {
      NnWalkNode *node = done && value->inputs[i]->tracked ? nn_walk_find(walk, value->inputs[i]) : NULL;
      NdArray *part = node != NULL && parts[i] != NULL ? nd_astype(parts[i]->array, value->inputs[i]->array->type, error) : NULL;
      if (part != NULL) add_gradient(node, part);
      nn_value_release(parts[i]);
    }
    nn_value_release(given);
    return done;
  }
  if (nn_is_adjoint(value->op)) {
    NdArray *parts[NN_MAX_INPUTS] = {NULL};
    const bool done = nn_adjoint_back(value, gradient, parts, error);
    for (int i = 0; i < value->input_count; i++) {
      if (parts[i] == NULL) continue;
      if (done) add_gradient(nn_walk_find(walk, value->inputs[i]), parts[i]);
      else nd_release(parts[i]);
    }
    return done;
  }
  NnRun run = {.attributes = &value->attributes, .output = value->array->data,
               .output_shape = nn_shape_of_array(value->array), .scratch = value->scratch, .seed = value->seed,
               .gradients = true, .gradient = gradient->data, .error = error};
  fill_run(&run, value->inputs, value->input_count);
  NdArray *made[NN_MAX_INPUTS] = {NULL};
  bool good = true;
  for (int i = 0; good && i < value->input_count; i++) {
    const NnValue *input = value->inputs[i];
    if (!input->tracked || (value->op->no_gradient >> i & 1)) continue;
    good = (made[i] = nd_zeros(input->array->type, input->array->ndim, input->array->shape, error)) != NULL;
    if (good) run.input_gradients[i] = made[i]->data;
  }
  good = good && nn_kernel_of(value->op, nn_precision_of(value), false)(&run);
  for (int i = 0; i < value->input_count; i++) {
    if (made[i] == NULL) continue;
    if (good) add_gradient(nn_walk_find(walk, value->inputs[i]), made[i]);
    else nd_release(made[i]);
  }
  return good;
}

static NdArray *ones_like(const NnValue *value, Error *error) {
  return nd_full((NdScalar){.type = value->array->type, .as.f = 1}, value->array->ndim, value->array->shape, error);
}

static NdArray *gradient_of(const NnWalk *walk, const NnValue *value, NdArray *sum, Error *error) {
  const NnWalkNode *node = nn_walk_find(walk, value);
  if (node == NULL || node->gradient == NULL) return sum;
  if (sum == NULL) return nd_copy(node->gradient, error);
  NnWalkNode total = {.gradient = sum};
  NdArray *copy = nd_copy(node->gradient, error);
  if (copy != NULL) add_gradient(&total, copy);
  return sum;
}

bool nn_tape_gradients(NnTape *tape, NnValue *const *targets, NdArray *const *weights, int target_count,
                       const NnSource *sources, int source_count, NdArray **gradients, Error *error) {
  NnWalk walk = {0};
  for (int i = 0; i < source_count; i++) gradients[i] = NULL;
  bool good = nn_walk_from(&walk, targets, target_count, error);
  for (int i = 0; good && i < target_count; i++) {
    if (!targets[i]->tracked) continue;
    NdArray *first = weights != NULL && weights[i] != NULL ? nd_astype(weights[i], targets[i]->array->type, error)
                                                          : ones_like(targets[i], error);
    if (first != NULL && first->size != targets[i]->array->size) {
      nd_release(first);
      good = core_fail(error, ERROR_VALUE, "an output gradient has as many numbers as its target");
      break;
    }
    good = first != NULL && add_gradient(nn_walk_find(&walk, targets[i]), first);
  }
  NnValue **order = good ? nn_walk_order(&walk, error) : NULL;
  good = order != NULL;
  for (int i = 0; good && i < walk.count; i++) {
    const NnWalkNode *node = nn_walk_find(&walk, order[i]);
    if (node->gradient != NULL && order[i]->op != NULL) good = back(&walk, order[i], node->gradient, error);
  }
  for (int i = 0; good && i < source_count; i++) {
    if (sources[i].value != NULL) gradients[i] = gradient_of(&walk, sources[i].value, NULL, error);
    for (int s = 0; sources[i].variable != NULL && s < tape->record->count; s++)
      if (tape->record->seen[s].variable == sources[i].variable)
        gradients[i] = gradient_of(&walk, tape->record->seen[s].value, gradients[i], error);
  }
  for (int i = 0; i < walk.count; i++) nd_release(walk.nodes[i].gradient);
  core_free(order);
  nn_walk_clear(&walk);
  for (int i = 0; !good && i < source_count; i++) {
    nd_release(gradients[i]);
    gradients[i] = NULL;
  }
  return good;
}
