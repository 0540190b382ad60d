/* Dense: activation(x @ kernel + bias). Source: keras/src/layers/core/dense.py. */
#include <stdio.h>

#include "engine/nn/layer_internal.h"
#include "engine/nn/rows.h"

static bool check(NnObject *object, Error *error) {
  const NnOption *units = nn_option(object, "units");
  if (units->tag == NN_OPTION_INT && units->as.integer > 0) {
    if (nn_option(object, "lora_rank")->tag == NN_OPTION_NONE) return true;
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "Dense: lora_rank is not supported");
  }
  Text text = {0};
  nn_option_show(&text, units);
  core_fail(error, ERROR_VALUE,
            "Received an invalid value for `units`, expected a positive integer. Received: units=%s",
            text_string(&text));
  text_free(&text);
  return false;
}

static NnObject *regularizer(const NnLayer *layer, const char *name) {
  const NnOption *option = nn_option(&layer->object, name);
  return option->tag == NN_OPTION_OBJECT ? option->as.object : NULL;
}

static bool build(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  const NnObject *object = &layer->object;
  int64_t units = nn_option_int(object, "units"), shape[2] = {inputs[0].dims[inputs[0].rank - 1], units};
  if (!nn_layer_add_weight(layer, "kernel", 2, shape, nn_option(object, "kernel_initializer"),
                           regularizer(layer, "kernel_regularizer"), true, error) ||
      !nn_layer_constrain(layer, "kernel_constraint", error)) {
    return false;
  }
  return !nn_option_bool(object, "use_bias") ||
         (nn_layer_add_weight(layer, "bias", 1, &units, nn_option(object, "bias_initializer"),
                              regularizer(layer, "bias_regularizer"), true, error) &&
          nn_layer_constrain(layer, "bias_constraint", error));
}

/* op(x, weight), taking x over. */
static NnTensor *with_weight(const char *op, NnTensor *x, NnVariable *weight, Error *error) {
  NnTensor *inputs[2] = {x, x != NULL ? nn_variable_tensor(weight, error) : NULL};
  NnTensor *result = inputs[1] != NULL ? nn_op(op, inputs, 2, NULL, error) : NULL;
  nn_tensor_release(inputs[0]);
  nn_tensor_release(inputs[1]);
  return result;
}

static NnTensor *expand(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  NnTensor *x = with_weight("matmul", nn_tensor_retain(inputs[0]), layer->variables[0], error);
  if (nn_option_bool(&layer->object, "use_bias")) x = with_weight("add_bias", x, layer->variables[1], error);
  if (x == NULL) return NULL;
  NnTensor *result = nn_activation_expand(nn_option(&layer->object, "activation")->as.object, x, error);
  nn_tensor_release(x);
  return result;
}

static const NnLayerHandlers handlers = {
    .passes_mask = true, .min_ndim = 2, .pins_last_axis = true, .build = build, .expand = expand,
};

const NnRow nn_layer_dense = {
    .kind = NN_LAYER,
    .name = "Dense",
    .signature =
        "units, activation=None, use_bias=True, kernel_initializer='glorot_uniform', bias_initializer='zeros', "
        "kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, "
        "bias_constraint=None, lora_rank=None, lora_alpha=None, quantization_config=None",
    .help = "Every output sees every input: activation(x @ kernel + bias).",
    .handlers = &handlers,
    .config =
        "units|activation|use_bias|kernel_initializer|bias_initializer|kernel_regularizer|bias_regularizer|"
        "kernel_constraint|bias_constraint|quantization_config",
    .check = check,
};
