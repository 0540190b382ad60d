/* A model called as a layer: what fits it, what the call adds to the loss, its ops inside another graph. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/model_internal.h"
#include "engine/nn/user.h"

/* Keras lets a last dimension of 1 come and go: (None, 4, 1) for (None, 4). */
static bool fits(const NnShape *wanted, const NnShape *given) {
  int a = wanted->rank, b = given->rank;
  if (a > 0 && b == a + 1 && given->dims[b - 1] == 1) b--;
  else if (b > 0 && a == b + 1 && wanted->dims[a - 1] == 1) a--;
  if (a != b) return false;
  for (int i = 1; i < a; i++) {
    if (wanted->dims[i] >= 0 && given->dims[i] >= 0 && wanted->dims[i] != given->dims[i]) return false;
  }
  return true;
}

/* A Sequential called on arrays complains from inside, at the layer that the array does not fit. */
static bool check_inside(NnModel *model, const NnShape *given, Error *error) {
  NnTensor *tensor = nn_tensor_input(given, ND_FLOAT32, NULL, error);
  for (int i = 1; i < model->stack_count && tensor != NULL; i++) {
    NnLayer *layer = model->stack[i];
    NnTensor *next = NULL, *all[NN_MAX_OUTPUTS];
    int count = 0;
    if (nn_layer_check_input(layer, nn_tensor_shape(tensor), 1, false, error)) {
      if (nn_layer_handlers(layer)->expand != NULL)
        next = nn_layer_handlers(layer)->expand(layer, &tensor, 1, 0, error);
      else if (nn_layer_handlers(layer)->expand_all(layer, &tensor, 1, 0, all, &count, NULL, error)) next = all[0];
    }
    for (int j = 1; j < count; j++) nn_tensor_release(all[j]);
    nn_tensor_release(tensor);
    tensor = next;
  }
  nn_tensor_release(tensor);
  return tensor != NULL;
}

bool nn_model_check_input(NnLayer *layer, const NnShape *inputs, int count, bool symbolic, Error *error) {
  NnModel *model = (NnModel *)layer;
  const char *name = model->sequential && model->inner_name != NULL ? model->inner_name : layer->name;
  if (!layer->built) return true; /* the call builds it for what it gets */
  if (count != model->input_count) {
    return core_fail(error, ERROR_VALUE, "Layer \"%s\" expects %d input(s), but it received %d input tensors.", name,
                     model->input_count, count);
  }
  for (int i = 0; i < count; i++) {
    NnShape wanted = (symbolic ? model->shown_inputs : model->begins)[i]->shape;
    if (wanted.rank > 0) wanted.dims[0] = -1;
    if (fits(&wanted, &inputs[i])) continue;
    char expected[256], found[256];
    nn_shape_text(&wanted, expected, sizeof expected);
    nn_shape_text(&inputs[i], found, sizeof found);
    if (wanted.rank == inputs[i].rank && model->sequential && !symbolic) {
      if (!check_inside(model, &inputs[i], error)) return false;
      continue;
    }
    const NnCall *call = model->inputs[i]->call;
    if (wanted.rank == inputs[i].rank) {
      core_fail(
          error, ERROR_VALUE,
          "Input %d with name '%s' of layer '%s' is incompatible with the layer: expected shape=%s, found shape=%s", i,
          call != NULL ? call->layer->name : "None", name, expected, found);
    } else {
      core_fail(error, ERROR_VALUE,
                "Invalid input shape for input with name '%s'. Expected shape %s, but input has incompatible shape %s",
                nn_tensor_name(model->inputs[i]), expected, found);
    }
    bool sample = inputs[i].rank == wanted.rank - 1;
    for (int axis = 0; axis < inputs[i].rank && sample; axis++)
      sample = axis == 0 || wanted.dims[axis + 1] < 0 || wanted.dims[axis + 1] == inputs[i].dims[axis];
    return sample ? core_hint(error, "one sample needs a batch around it: x[0:1], or x[0][np.newaxis]")
                  : core_hint(error, "the model was built for samples of another shape; reshape the data, or build a "
                                     "new model");
  }
  return true;
}

/* In a graph the layer that comes before this model comes before the outer one. (Numbers were made before the call.) */
static NnTensor *made_before(NnLayer *before, NnTensor *input, Error *error) {
  NnTensor *outputs[NN_MAX_OUTPUTS];
  int made = 0;
  if (!nn_user_hooks.layer_call(before, &input, 1, -1, outputs, &made, NULL, error)) return NULL;
  if (nn_tensor_set_call(outputs[0], input->call, input->call_output, input->name, error))
    return outputs[0];
  nn_tensor_release(outputs[0]);
  return NULL;
}

/* Squeezes or expands an input to the rank that the model was made for. */
static NnTensor *adjust_rank(NnTensor *input, int rank, Error *error) {
  if (input->shape.rank == rank) return nn_tensor_retain(input);
  return nn_op1(input->shape.rank > rank ? "squeeze" : "expand", input, error);
}

bool nn_model_losses(const NnModel *model, NnTensor ***losses, int *count, Error *error) {
  int nodes = 0, capacity = model->parts.loss_count;
  *losses = NULL;
  *count = 0;
  NnTensor **list = nn_graph_nodes(model->outputs, model->output_count, &nodes, error);
  if (list == NULL) return false;
  for (int i = 0; i < nodes; i++)
    if (list[i]->call != NULL && list[i]->call_output == 0) capacity += list[i]->call->loss_count;
  *losses = core_alloc_zero((size_t)capacity + 1, sizeof **losses);
  bool good = *losses != NULL || core_fail_memory(error, sizeof **losses);
  for (int i = 0; good && i < model->parts.loss_count; i++) (*losses)[(*count)++] = model->parts.losses[i];
  for (int i = 0; good && i < nodes; i++) {
    const NnCall *call = list[i]->call;
    for (int k = 0; call != NULL && list[i]->call_output == 0 && k < call->loss_count; k++)
      (*losses)[(*count)++] = call->losses[k];
  }
  core_free(list);
  return good;
}

/* ---- masked inputs ---- */

/* Whose call the model's own is: calls inside take its mode, and add to its losses. */
typedef struct Outer {
  int training;
  NnCall *call;
} Outer;

static bool call_inside(void *context, const NnCall *inner, NnTensor *const *inputs, NnTensor **outputs, int *made,
                        Error *error) {
  const Outer *outer = context;
  if (!nn_layer_expand_for(inner->layer, inputs, inner->input_count,
                           inner->training >= 0 ? inner->training : outer->training, outputs, made, outer->call, error))
    return false;
  for (int i = 0; i < *made; i++)
    if (nn_layer_handlers(inner->layer)->passes_mask && outputs[i]->mask == NULL && outputs[i] != inputs[0])
      nn_tensor_set_mask(outputs[i], inputs[0]->mask);
  return true;
}

/* The model was built without masks, so its ops know of none: with a masked input its layers are called again, and each
 * decides anew what a mask means to it. */
static bool expand_masked(NnModel *model, NnTensor *const *inputs, int count, int training, NnTensor **outputs, NnCall *call,
                          Error *error) {
  NnAgain again;
  Outer outer = {training, call};
  bool good = nn_model_again(model, inputs, call_inside, &outer, &again, error);
  /* What the model itself adds to the loss knows of no masks. */
  const int losses = call != NULL ? model->parts.loss_count : 0;
  NnTensor *made[NN_MAX_OUTPUTS] = {NULL};
  good = good && (losses == 0 || nn_graph_clone(model->inputs, inputs, count, model->parts.losses, losses,
                                                NN_CLONE_WITHOUT_CALLS, training, made, error));
  for (int i = 0; i < losses && made[i] != NULL; i++) {
    good = good && nn_call_add_loss(call, made[i], error);
    nn_tensor_release(made[i]);
  }
  for (int i = 0; good && i < model->output_count; i++)
    outputs[i] = nn_tensor_retain(nn_again_stand(&again, model->outputs[i]));
  nn_again_clear(&again);
  return good;
}

bool nn_model_expand(NnLayer *layer, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                     int *output_count, NnCall *call, Error *error) {
  NnModel *model = (NnModel *)layer;
  NnTensor *adjusted[NN_MAX_INPUTS] = {NULL};
  *output_count = 0;
  if (model->inputs == NULL) return core_fail(error, ERROR_VALUE, "model '%s' is not built", layer->name);
  if (!nn_model_follow(model, error)) return false;
  NnShape shapes[NN_MAX_INPUTS];
  bool early = false; /* then the sizes of what is given are not yet those of what the ops begin with */
  for (int i = 0; i < count; i++) {
    shapes[i] = inputs[i]->shape;
    early = early || nn_model_before(model, i) != NULL;
  }
  if (!early && !nn_model_fit_sizes(model, shapes, count, error)) return false;
  bool good = true, masked = false;
  for (int i = 0; i < count && good; i++) {
    masked = masked || inputs[i]->mask != NULL;
    NnLayer *before = inputs[i]->call != NULL ? nn_model_before(model, i) : NULL;
    adjusted[i] = before != NULL ? made_before(before, inputs[i], error)
                                 : adjust_rank(inputs[i], model->inputs[i]->shape.rank, error);
    good = adjusted[i] != NULL;
  }
  if (good && masked) {
    for (int i = 0; i < count; i++)
      if (adjusted[i] != inputs[i]) nn_tensor_set_mask(adjusted[i], inputs[i]->mask);
    good = expand_masked(model, adjusted, count, training, outputs, call, error);
    for (int i = 0; i < count; i++) nn_tensor_release(adjusted[i]);
    if (good) *output_count = model->output_count;
    return good;
  }
  /* What the layers inside add to the loss is what this call adds to it. */
  NnTensor **losses = NULL, **all = NULL;
  int loss_count = 0;
  const int own = model->output_count;
  good = good && (call == NULL || nn_model_losses(model, &losses, &loss_count, error));
  all = good ? core_alloc_zero(2 * (size_t)(own + loss_count) + 1, sizeof *all) : NULL;
  if (good && all == NULL) good = core_fail_memory(error, sizeof *all);
  for (int i = 0; good && i < own + loss_count; i++) all[i] = i < own ? model->outputs[i] : losses[i - own];
  NnTensor **made = all != NULL ? all + own + loss_count : NULL;
  good = good && nn_graph_clone(model->inputs, adjusted, count, all, own + loss_count, NN_CLONE_WITHOUT_CALLS, training,
                                made, error);
  for (int i = 0; i < count; i++) nn_tensor_release(adjusted[i]);
  for (int i = 0; good && i < own; i++) outputs[i] = made[i];
  if (good) *output_count = own;
  bool added = true;
  for (int i = own; good && i < own + loss_count; i++) {
    added = added && nn_call_add_loss(call, made[i], error);
    nn_tensor_release(made[i]);
  }
  for (int i = 0; good && !added && i < own; i++) nn_tensor_release(outputs[i]);
  core_free(all);
  core_free(losses);
  return good && added;
}
