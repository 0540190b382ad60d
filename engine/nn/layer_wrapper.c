/* Bidirectional and TimeDistributed: layers around layers. Sources: keras/src/layers/rnn/bidirectional.py and
 * time_distributed.py. */
#include <stdio.h>
#include <string.h>

#include "engine/nn/layer_recurrent.h"
#include "engine/nn/model.h"
#include "engine/nn/rows.h"

typedef struct Wrapper {
  NnLayer layer; /* first */
  NnLayer *inner[2]; /* strong: the layer, or the one forward and the one backward */
} Wrapper;

static void destroy(NnLayer *layer) {
  Wrapper *wrapper = (Wrapper *)layer;
  for (int i = 0; i < 2; i++) nn_layer_release(wrapper->inner[i]);
}

/* The layer in an option; NULL where it holds something else. */
static NnLayer *layer_in(const NnObject *object, const char *name) {
  const NnOption *option = nn_option(object, name);
  const bool is = option->tag == NN_OPTION_OBJECT && option->as.object->row->kind == NN_LAYER;
  return is ? (NnLayer *)option->as.object : NULL;
}

static bool needs_layer(const NnObject *object, const char *text, Error *error) {
  Text shown = {0};
  nn_option_show(&shown, nn_option(object, "layer"));
  core_fail(error, ERROR_VALUE, text, object->row->name, text_string(&shown));
  text_free(&shown);
  return false;
}

/* ---- Bidirectional ---- */

static const char *merge_mode(const NnObject *object) { return nn_option_text(object, "merge_mode"); }

static bool check_bidirectional(NnObject *object, Error *error) {
  if (layer_in(object, "layer") == NULL)
    return needs_layer(object, "Please initialize `%s` layer with a `keras.layers.Layer` instance. Received: %s", error);
  const char *mode = merge_mode(object);
  const bool known = mode == NULL ? nn_option(object, "merge_mode")->tag == NN_OPTION_NONE
                                  : strcmp(mode, "sum") == 0 || strcmp(mode, "mul") == 0 || strcmp(mode, "ave") == 0 ||
                                        strcmp(mode, "concat") == 0;
  if (!known) {
    Text text = {0};
    nn_option_show(&text, nn_option(object, "merge_mode"));
    core_fail(error, ERROR_VALUE, "Invalid merge mode. Received: %s. Merge mode should be one of {\"sum\", \"mul\", \"ave\", "
              "\"concat\", None}", text_string(&text));
    text_free(&text);
    return false;
  }
  const NnOption *back = nn_option(object, "backward_layer");
  if (back->tag != NN_OPTION_NONE && layer_in(object, "backward_layer") == NULL) {
    Text text = {0};
    nn_option_show(&text, back);
    core_fail(error, ERROR_VALUE, "`backward_layer` need to be a `keras.layers.Layer` instance. Received: %s", text_string(&text));
    text_free(&text);
    return false;
  }
  if (!nn_is_recurrent(layer_in(object, "layer")))
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "Bidirectional is there for SimpleRNN, LSTM and GRU only");
  return true; /* `weights` Keras 3 takes and forgets */
}

static bool same_option(const NnLayer *a, const NnLayer *b, const char *name, Error *error) {
  const bool first = nn_option_bool(&a->object, name), second = nn_option_bool(&b->object, name);
  return first == second ||
         core_fail(error, ERROR_VALUE, "Forward layer and backward layer are expected to have the same value for attribute "
                   "\"%s\", got \"%s\" for forward layer and \"%s\" for backward layer", name, first ? "True" : "False",
                   second ? "True" : "False");
}

static const char *without(const char *name, const char *prefix) {
  const size_t length = strlen(prefix);
  return strncmp(name, prefix, length) == 0 ? name + length : name;
}

static bool start_bidirectional(NnLayer *layer, Error *error) {
  Wrapper *wrapper = (Wrapper *)layer;
  NnLayer *given = layer_in(&layer->object, "layer"), *back = layer_in(&layer->object, "backward_layer");
  char name[256];
  snprintf(name, sizeof name, "forward_%s", without(given->name, "forward_"));
  wrapper->inner[0] = nn_layer_like(given, name, NULL, nn_option_boolean(false), error);
  snprintf(name, sizeof name, "backward_%s", without(given->name, "backward_"));
  if (wrapper->inner[0] != NULL && back == NULL)
    wrapper->inner[1] = nn_layer_like(given, name, "go_backwards", nn_option_boolean(true), error);
  else if (wrapper->inner[0] != NULL) wrapper->inner[1] = nn_layer_retain(back);
  if (wrapper->inner[1] == NULL) return false;
  if (!nn_is_recurrent(wrapper->inner[1]))
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "Bidirectional is there for SimpleRNN, LSTM and GRU only");
  const bool forward = nn_option_bool(&wrapper->inner[0]->object, "go_backwards");
  const bool backward = nn_option_bool(&wrapper->inner[1]->object, "go_backwards");
  if (forward == backward)
    return core_fail(error, ERROR_VALUE, "Forward layer and backward layer should have different `go_backwards` value. "
                     "Received: forward_layer.go_backwards %s, backward_layer.go_backwards=%s", forward ? "True" : "False",
                     backward ? "True" : "False");
  for (int i = 0; i < 2; i++)
    ((Recurrent *)wrapper->inner[i])->zero_masked = nn_option_bool(&wrapper->inner[i]->object, "return_sequences");
  return same_option(wrapper->inner[0], wrapper->inner[1], "return_sequences", error) &&
         same_option(wrapper->inner[0], wrapper->inner[1], "return_state", error);
}

static bool build_bidirectional(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  Wrapper *wrapper = (Wrapper *)layer;
  return nn_layer_build_inner(layer, wrapper->inner[0], inputs, 1, error) &&
         nn_layer_build_inner(layer, wrapper->inner[1], inputs, 1, error);
}

static bool check_states(NnLayer *layer, const NnShape *inputs, int count, bool symbolic, Error *error) {
  const int states = 2 * nn_recurrent_states(((Wrapper *)layer)->inner[0]);
  if (inputs[0].rank != 3) {
    char text[256];
    nn_shape_text(&inputs[0], text, sizeof text);
    return core_fail(error, ERROR_VALUE,
                     "Input 0 with name 'None' of layer '%s' is incompatible with the layer: expected ndim=3, found "
                     "ndim=%d. Full shape received: %s", layer->name, inputs[0].rank, text);
  }
  return count == 1 || count == 1 + states ||
         core_fail(error, ERROR_VALUE, "layer '%s' has %d states, got %d", layer->name, states, count - 1);
}

/* What both directions give as one tensor; NULL mode is not asked here. */
static NnTensor *merged(const char *mode, NnTensor *a, NnTensor *b, Error *error) {
  const NnAttributes last = {.integer = {nn_tensor_shape(a)->rank - 1}}, half = {.real = {0.5}};
  if (strcmp(mode, "concat") == 0) return nn_op("concatenate", (NnTensor *[]){a, b}, 2, &last, error);
  NnTensor *both = nn_op(strcmp(mode, "mul") == 0 ? "multiply" : "add", (NnTensor *[]){a, b}, 2, NULL, error);
  if (both == NULL || strcmp(mode, "ave") != 0) return both;
  NnTensor *mean = nn_op("scale", &both, 1, &half, error);
  nn_tensor_release(both);
  return mean;
}

static bool expand_bidirectional(NnLayer *layer, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                                 int *output_count, NnCall *call, Error *error) {
  Wrapper *wrapper = (Wrapper *)layer;
  const bool sequences = nn_option_bool(&wrapper->inner[0]->object, "return_sequences");
  const int states = (count - 1) / 2;
  NnTensor *parts[2][NN_MAX_OUTPUTS];
  int made[2] = {0};
  *output_count = 0;
  for (int i = 0; i < 2; i++) {
    NnTensor *own[NN_MAX_INPUTS] = {inputs[0]};
    for (int s = 0; s < states; s++) own[1 + s] = inputs[1 + i * states + s];
    if (!nn_recurrent_expand(wrapper->inner[i], own, 1 + states, training, parts[i], &made[i], error)) break;
  }
  const char *mode = merge_mode(&layer->object);
  bool good = made[0] > 0 && made[1] > 0;
  if (good && sequences) {
    parts[1][0] = nn_reversed_steps(parts[1][0], error);
    good = parts[1][0] != NULL;
    if (!good) made[1] = 0;
  }
  if (good) {
    int at = 0;
    if (mode == NULL) {
      for (int i = 0; i < 2; i++) outputs[at++] = nn_tensor_retain(parts[i][0]);
    } else {
      outputs[at] = merged(mode, parts[0][0], parts[1][0], error);
      good = outputs[at] != NULL;
      at += good;
    }
    for (int i = 0; good && i < 2; i++)
      for (int s = 1; s < made[i]; s++) outputs[at++] = nn_tensor_retain(parts[i][s]);
    if (good && sequences && mode != NULL && inputs[0]->mask != NULL) nn_tensor_set_mask(outputs[0], inputs[0]->mask);
    *output_count = at;
  }
  for (int i = 0; i < 2; i++)
    for (int s = 0; s < made[i]; s++) nn_tensor_release(parts[i][s]);
  return good;
}

/* ---- TimeDistributed ---- */

/* Keras works step by step: a normalization over the batch would see one step at a time. */
static bool has_batch_norm(const NnLayer *layer) {
  if (layer->object.row == &nn_layer_batch_normalization) return true;
  if (!nn_layer_is_model(&layer->object)) return false;
  const NnModel *model = (const NnModel *)layer;
  for (int i = 0; i < nn_model_layer_count(model); i++)
    if (has_batch_norm(nn_model_layer(model, i))) return true;
  return false;
}

static bool check_distributed(NnObject *object, Error *error) {
  if (layer_in(object, "layer") != NULL && has_batch_norm(layer_in(object, "layer")))
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "TimeDistributed: BatchNormalization inside is not supported");
  return layer_in(object, "layer") != NULL ||
         needs_layer(object, "Please initialize `%s` layer with a `keras.layers.Layer` instance. Received: %s", error);
}

static bool start_distributed(NnLayer *layer, Error *error) {
  ((Wrapper *)layer)->inner[0] = nn_layer_retain(layer_in(&layer->object, "layer"));
  return true;
}

/* One step of the input: its shape without the steps. */
static bool step_shape(const NnLayer *layer, const NnShape *input, NnShape *step, Error *error) {
  char text[256];
  nn_shape_text(input, text, sizeof text);
  if (input->rank < 3)
    return core_fail(error, ERROR_VALUE, "`TimeDistributed` Layer should be passed an `input_shape` with at least 3 dimensions, "
                     "received: %s", text);
  *step = (NnShape){.rank = input->rank - 1, .dims = {input->dims[0]}};
  for (int i = 1; i < step->rank; i++) step->dims[i] = input->dims[i + 1];
  return true;
}

static bool build_distributed(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  NnShape step;
  return step_shape(layer, &inputs[0], &step, error) &&
         nn_layer_build_inner(layer, ((Wrapper *)layer)->inner[0], &step, 1, error);
}

static NnTensor *expand_distributed(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  NnShape step;
  if (!step_shape(layer, nn_tensor_shape(inputs[0]), &step, error)) return NULL;
  NnTensor *folded = nn_op1("fold_time", inputs[0], error), *outputs[NN_MAX_OUTPUTS], *result = NULL;
  int made = 0;
  if (folded != NULL &&
      nn_layer_expand_inner(((Wrapper *)layer)->inner[0], &folded, 1, training, outputs, &made, error)) {
    const NnAttributes steps = {.integer = {nn_tensor_shape(inputs[0])->dims[1]}};
    if (made == 1)
      result = steps.integer[0] > 0 ? nn_op("unfold_time", outputs, 1, &steps, error)
                                    : nn_op("unfold_like", (NnTensor *[]){outputs[0], inputs[0]}, 2, NULL, error);
    else core_fail(error, ERROR_NOT_IMPLEMENTED, "layer '%s': a layer with several outputs cannot be distributed", layer->name);
    for (int i = 0; i < made; i++) nn_tensor_release(outputs[i]);
  }
  nn_tensor_release(folded);
  return result;
}

/* merge_mode before layer, as the wrappers' get_config() has them. */
static bool config(const NnLayer *layer, bool (*each)(void *, const char *, const NnOption *), void *context,
                   Error *error) {
  const NnOption *mode = nn_option(&layer->object, "merge_mode");
  const NnOption inner = {NN_OPTION_OBJECT, {.object = &((const Wrapper *)layer)->inner[0]->object}};
  if (!nn_layer_common_config(layer, true, each, context, error)) return false;
  if (mode == NULL) return each(context, "layer", &inner);
  const NnOption back = {NN_OPTION_OBJECT, {.object = &((const Wrapper *)layer)->inner[1]->object}};
  return each(context, "merge_mode", mode) && each(context, "layer", &inner) && each(context, "backward_layer", &back);
}

static const NnLayerHandlers bidirectional_handlers = {
    .size = sizeof(Wrapper), .start = start_bidirectional, .destroy = destroy, .build = build_bidirectional,
    .expand_all = expand_bidirectional, .check_input = check_states, .config = config};
static const NnLayerHandlers distributed_handlers = {
    .size = sizeof(Wrapper), .start = start_distributed, .destroy = destroy, .passes_mask = true,
    .build = build_distributed, .expand = expand_distributed, .config = config};

const NnRow nn_layer_bidirectional = {
    .kind = NN_LAYER, .name = "Bidirectional", .signature = "layer, merge_mode='concat', weights=None, backward_layer=None",
    .help = "A recurrent layer in both directions.", .handlers = &bidirectional_handlers, .check = check_bidirectional,
};
const NnRow nn_layer_time_distributed = {
    .kind = NN_LAYER, .name = "TimeDistributed", .signature = "layer", .help = "A layer on every step of a sequence.",
    .handlers = &distributed_handlers, .check = check_distributed,
};
