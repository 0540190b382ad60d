/* Dropout: while training, each number is 0 with probability `rate`, else scaled by 1 / (1 - rate).
 * Source: keras/src/layers/regularization/dropout.py. */
#include "engine/nn/layer_internal.h"
#include "engine/nn/rows.h"

static bool check(NnObject *object, Error *error) {
  double rate = -1;
  const NnOption *given = nn_option(object, "rate"), *seed = nn_option(object, "seed");
  if (!nn_option_number(given, &rate) || !(rate >= 0 && rate <= 1)) {
    Text text = {0};
    nn_option_show(&text, given);
    core_fail(error, ERROR_VALUE,
              "Invalid value received for argument `rate`. Expected a float value between 0 and 1. Received: rate=%s",
              text_string(&text));
    text_free(&text);
    return false;
  }
  if (nn_option(object, "noise_shape")->tag != NN_OPTION_NONE) {
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "Dropout: noise_shape is not supported yet");
  }
  if (seed->tag == NN_OPTION_NONE || seed->tag == NN_OPTION_INT) return true;
  return core_fail(error, ERROR_VALUE, "Argument `seed` must be an integer. Received a %s", nn_option_type_name(seed));
}

static NnTensor *expand(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  double rate = nn_option_double(&layer->object, "rate");
  if (rate == 0) return nn_tensor_retain(inputs[0]);
  const NnOption *seed = nn_option(&layer->object, "seed");
  NnAttributes attributes = {.real = {rate}, .integer = {training, 0}};
  /* 0 means that the plan's own seed is used, so a given seed must be another number. */
  if (seed->tag == NN_OPTION_INT) attributes.integer[1] = seed->as.integer != 0 ? seed->as.integer : INT64_MAX;
  return nn_op("dropout", inputs, 1, &attributes, error);
}

static const NnLayerHandlers handlers = {.built_at_start = true, .expand = expand};

const NnRow nn_layer_dropout = {
    .kind = NN_LAYER, .name = "Dropout", .signature = "rate, noise_shape=None, seed=None",
    .help = "Sets a part of the inputs to 0 while training.", .handlers = &handlers,
    .config = "rate|seed|noise_shape", .check = check,
};
