#include "engine/nn/tape_adjoint.h"

#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/tape_walk.h"

/* A row for (base, at): found by its address. Made when first asked for; lives for ever. */
typedef struct Adjoint {
  NnOp op; /* first */
  const NnOp *base;
  int at, partners;
  struct Adjoint *next;
} Adjoint;
static Adjoint *adjoints;

/* What a value keeps beside its inputs (its scratch): the shapes of base's inputs. */
typedef struct Shapes {
  int count;
  NnShape shapes[NN_MAX_INPUTS];
} Shapes;

static Adjoint *adjoint_of(const NnOp *base, int at, int partners, Error *error) {
  for (Adjoint *row = adjoints; row != NULL; row = row->next)
    if (row->base == base && row->at == at) return row;
  Adjoint *row = core_alloc_zero(1, sizeof *row);
  if (row == NULL) {
    core_fail_memory(error, sizeof *row);
    return NULL;
  }
  const Adjoint made = {{.name = "adjoint", .formula = "the backward of a linear op", .input_count = -1}, base, at, partners,
                        adjoints};
  memcpy(row, &made, sizeof made);
  return adjoints = row;
}

bool nn_is_adjoint(const NnOp *op) {
  for (const Adjoint *row = adjoints; row != NULL; row = row->next)
    if (&row->op == op) return true;
  return false;
}

/* One run of base with x in input `at`: its output, or (of >= 0) its gradient with respect to input `of`. The inputs that
 * are no partners are zeros. */
typedef struct Base {
  const Adjoint *row;
  const NnAttributes *attributes;
  const Shapes *shapes;
  const NdArray *others[NN_MAX_INPUTS]; /* by base's index; NULL: zeros */
  NdType type;
} Base;

static NdArray *zeros_of(const NnShape *shape, NdType type, Error *error) {
  return nd_zeros(type, shape->rank, shape->dims, error);
}

static NdArray *run_base(const Base *base, const NdArray *x, const NnShape *output_shape, const NdArray *gradient, int of,
                         Error *error) {
  const NnOp *op = base->row->base;
  const NnPrecision precision = base->type == ND_FLOAT64 ? NN_FLOAT64 : NN_FLOAT32;
  NnRun run = {.attributes = base->attributes, .count = base->shapes->count, .output_shape = *output_shape, .gradients = true,
               .error = error};
  NdArray *zeros[NN_MAX_INPUTS] = {NULL}, *output = zeros_of(output_shape, base->type, error), *result = NULL;
  bool good = output != NULL;
  for (int i = 0; good && i < run.count; i++) {
    const NdArray *given = i == base->row->at && x != NULL ? x : base->others[i];
    if (given == NULL) given = zeros[i] = zeros_of(&base->shapes->shapes[i], base->type, error);
    good = given != NULL;
    run.inputs[i] = good ? given->data : NULL;
    run.input_shapes[i] = base->shapes->shapes[i];
  }
  if (good) run.output = output->data;
  if (good && op->scratch_size != NULL) {
    NnTensor *tensors[NN_MAX_INPUTS] = {NULL};
    for (int i = 0; good && i < run.count; i++)
      good = (tensors[i] = nn_tensor_input(&base->shapes->shapes[i], ND_FLOAT32, NULL, error)) != NULL;
    NnTensor *node = good ? nn_op_of(op, tensors, run.count, base->attributes, error) : NULL;
    good = node != NULL;
    if (good) run.scratch = nn_value_elements(op->scratch_size(node, 1), precision);
    if (good && run.scratch == NULL) good = core_fail_memory(error, 1);
    nn_tensor_release(node);
    for (int i = 0; i < run.count; i++) nn_tensor_release(tensors[i]);
  }
  /* A backward reads what its forward left in the scratch. */
  if (good && (of < 0 || op->scratch_size != NULL)) good = nn_kernel_of(op, precision, true)(&run);
  if (good && of >= 0) {
    result = zeros_of(&base->shapes->shapes[of], base->type, error);
    run.gradient = gradient->data;
    if (result != NULL) run.input_gradients[of] = result->data;
    good = result != NULL && nn_kernel_of(op, precision, false)(&run);
  } else if (good) {
    result = output;
    output = NULL;
  }
  if (!good) nd_release(result);
  nd_release(output);
  for (int i = 0; i < run.count; i++) nd_release(zeros[i]);
  core_free(run.scratch);
  return good ? result : NULL;
}

/* The run that a value stands for: its inputs are the gradient and then the partners in base's order. */
static Base base_of(const NnValue *value) {
  const Adjoint *row = (const Adjoint *)(const void *)value->op;
  Base base = {.row = row, .attributes = &value->attributes, .shapes = value->scratch, .type = value->array->type};
  for (int i = 0, at = 1; i < base.shapes->count; i++)
    if (i != row->at && (row->partners >> i & 1)) base.others[i] = value->inputs[at++]->array;
  return base;
}

NnValue *nn_adjoint(const NnOp *op, const NnAttributes *attributes, int at, int partners, NnValue *const *inputs, int count,
                    NnValue *gradient, Error *error) {
  Adjoint *row = adjoint_of(op, at, partners, error);
  Shapes *shapes = row != NULL ? core_alloc_zero(1, sizeof *shapes) : NULL;
  if (shapes == NULL) {
    if (row != NULL) core_fail_memory(error, sizeof *shapes);
    return NULL;
  }
  NnValue *kept[NN_MAX_INPUTS + 1] = {gradient};
  int kept_count = 1;
  shapes->count = count;
  Base base = {.row = row, .attributes = attributes, .shapes = shapes, .type = gradient->array->type};
  for (int i = 0; i < count; i++) {
    shapes->shapes[i] = nn_shape_of_array(inputs[i]->array);
    if (i == at || !(partners >> i & 1)) continue;
    base.others[i] = inputs[i]->array;
    kept[kept_count++] = inputs[i];
  }
  const NnShape shape = nn_shape_of_array(gradient->array);
  NnValue *result = nn_value_new(run_base(&base, NULL, &shape, gradient->array, at, error), error);
  if (result == NULL) {
    core_free(shapes);
    return NULL;
  }
  result->attributes = *attributes;
  result->scratch = shapes;
  if (nn_values_tracked(kept, kept_count)) nn_value_remember(result, &row->op, kept, kept_count);
  return result;
}

bool nn_adjoint_back(const NnValue *value, const NdArray *h, NdArray **parts, Error *error) {
  const Base base = base_of(value);
  const NnShape shape = nn_shape_of_array(value->inputs[0]->array);
  if (value->inputs[0]->tracked && (parts[0] = run_base(&base, h, &shape, NULL, -1, error)) == NULL) return false;
  for (int i = 0, at = 1; i < base.shapes->count; i++) {
    if (i == base.row->at || !(base.row->partners >> i & 1)) continue;
    const int place = at++;
    if (!value->inputs[place]->tracked || (base.row->base->no_gradient >> i & 1)) continue;
    if ((parts[place] = run_base(&base, h, &shape, value->inputs[0]->array, i, error)) == NULL) return false;
  }
  return true;
}

bool nn_adjoint_back_recorded(const NnValue *value, NnValue *h, NnValue **parts, Error *error) {
  const Base base = base_of(value);
  NnValue *inputs[NN_MAX_INPUTS] = {NULL};
  bool good = true;
  for (int i = 0, at = 1; good && i < base.shapes->count; i++) {
    if (i == base.row->at) inputs[i] = nn_value_retain(h);
    else if (base.row->partners >> i & 1) inputs[i] = nn_value_retain(value->inputs[at++]);
    else inputs[i] = nn_value_new(zeros_of(&base.shapes->shapes[i], base.type, error), error);
    good = inputs[i] != NULL;
  }
  if (good && value->inputs[0]->tracked)
    good = (parts[0] = nn_value_op(base.row->base, inputs, base.shapes->count, base.attributes, error)) != NULL;
  for (int i = 0, at = 1; good && i < base.shapes->count; i++) {
    if (i == base.row->at || !(base.row->partners >> i & 1)) continue;
    const int place = at++;
    if (!value->inputs[place]->tracked || (base.row->base->no_gradient >> i & 1)) continue;
    parts[place] = nn_adjoint(base.row->base, base.attributes, i, base.row->partners, inputs, base.shapes->count,
                              value->inputs[0], error);
    good = parts[place] != NULL;
  }
  for (int i = 0; i < base.shapes->count; i++) nn_value_release(inputs[i]);
  return good;
}
