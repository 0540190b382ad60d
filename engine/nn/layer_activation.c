/* Activation, ReLU, LeakyReLU, ELU and Softmax: activations as layers of their own. Sources:
 * keras/src/layers/activations. */
#include <string.h>

#include "engine/nn/layer_internal.h"
#include "engine/nn/rows.h"

/* "max_value of a ReLU layer cannot be ..." with what was given behind it. */
static bool refuse(const NnOption *option, const char *text, const char *name, Error *error) {
  Text shown = {0};
  nn_option_show(&shown, option);
  core_fail(error, ERROR_VALUE, "%s Received: %s=%s", text, name, text_string(&shown));
  text_free(&shown);
  return false;
}

static bool is_negative(const NnOption *option) {
  double value = 0;
  return !nn_option_number(option, &value) || !(value >= 0);
}

static bool check_relu(NnObject *object, Error *error) {
  const NnOption *max = nn_option(object, "max_value"), *slope = nn_option(object, "negative_slope");
  const NnOption *threshold = nn_option(object, "threshold");
  if (max->tag != NN_OPTION_NONE && is_negative(max)) {
    return refuse(max, "max_value of a ReLU layer cannot be a negative value.", "max_value", error);
  }
  if (is_negative(slope)) {
    return refuse(slope, "negative_slope of a ReLU layer cannot be None or a negative value.", "negative_slope", error);
  }
  if (is_negative(threshold)) {
    return refuse(threshold, "threshold of a ReLU layer cannot be None or a negative value.", "threshold", error);
  }
  return true;
}

static bool check_leaky_relu(NnObject *object, Error *error) {
  const NnOption *slope = nn_option(object, "negative_slope");
  return !is_negative(slope) ||
         refuse(slope,
                "The negative_slope value of a Leaky ReLU layer cannot be None or negative value. Expected a float.",
                "negative_slope", error);
}

static NnTensor *expand_activation(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  return nn_activation_expand(nn_option(&layer->object, "activation")->as.object, inputs[0], error);
}

/* The function of the layer's name, with the layer's arguments under the function's parameter names. */
static NnTensor *expand_function(NnLayer *layer, const char *function, NnTensor *x, Error *error) {
  NnObject *activation = nn_object_new(nn_find(NN_ACTIVATION, function), NULL, error);
  if (activation == NULL) return NULL;
  const Signature *signature = signature_of(layer->object.row->signature);
  for (int i = 0; i < signature->count; i++) {
    NnOption copy;
    if (!nn_option_copy(&layer->object.options[i], &copy, error)) {
      nn_object_release(activation);
      return NULL;
    }
    nn_option_set(activation, signature->parameters[i].name, copy);
  }
  NnTensor *result = nn_activation_expand(activation, x, error);
  nn_object_release(activation);
  return result;
}

/* ELU's own get_config() puts its argument behind the name. */
typedef struct Behind {
  const NnLayer *layer;
  bool (*each)(void *, const char *, const NnOption *);
  void *context;
} Behind;

static bool each_behind(void *context, const char *key, const NnOption *value) {
  const Behind *behind = context;
  if (!behind->each(behind->context, key, value)) return false;
  return strcmp(key, "name") != 0 || behind->each(behind->context, "alpha", nn_option(&behind->layer->object, "alpha"));
}

static bool config_elu(const NnLayer *layer, bool (*each)(void *, const char *, const NnOption *), void *context,
    Error *error) {
  Behind behind = {layer, each, context};
  return nn_layer_common_config(layer, true, each_behind, &behind, error);
}

#define EXPAND(id, function, own_config)                                                                            \
  static NnTensor *expand_##id(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {    \
    return expand_function(layer, function, inputs[0], error);                                                      \
  }                                                                                                                 \
  static const NnLayerHandlers id##_handlers = {                                                                    \
      .passes_mask = true, .built_at_start = true, .expand = expand_##id, .config = own_config};

EXPAND(relu, "relu", NULL)
EXPAND(leaky_relu, "leaky_relu", NULL)
EXPAND(elu, "elu", config_elu)
EXPAND(softmax, "softmax", NULL)

static const NnLayerHandlers activation_handlers = {.passes_mask = true, .built_at_start = true,
                                                    .expand = expand_activation};

const NnRow nn_layer_activation = {
    .kind = NN_LAYER, .name = "Activation", .signature = "activation",
    .help = "Applies an activation function.", .handlers = &activation_handlers,
};
const NnRow nn_layer_relu = {
    .kind = NN_LAYER, .name = "ReLU", .signature = "max_value=None, negative_slope=0.0, threshold=0.0",
    .help = "x where x > 0, 0 elsewhere.", .handlers = &relu_handlers, .check = check_relu,
};
const NnRow nn_layer_leaky_relu = {
    .kind = NN_LAYER, .name = "LeakyReLU", .signature = "negative_slope=0.3",
    .help = "x where x > 0, negative_slope * x elsewhere.", .handlers = &leaky_relu_handlers, .check = check_leaky_relu,
};
const NnRow nn_layer_elu = {
    .kind = NN_LAYER, .name = "ELU", .signature = "alpha=1.0",
    .help = "x where x > 0, alpha * (exp(x) - 1) elsewhere.", .handlers = &elu_handlers,
};
const NnRow nn_layer_softmax = {
    .kind = NN_LAYER, .name = "Softmax", .signature = "axis=-1",
    .help = "Positive numbers with sum 1.", .handlers = &softmax_handlers,
};
