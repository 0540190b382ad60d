/* Layers that only work while training: Dropout, SpatialDropout, GaussianNoise, GaussianDropout, AlphaDropout; and
 * ActivityRegularization. Sources: keras/src/layers/regularization/. */
#include <string.h>

#include "engine/nn/layer_internal.h"
#include "engine/nn/rows.h"

static bool check_share(NnObject *object, const char *name, Error *error) {
  double rate = -1;
  const NnOption *given = nn_option(object, name), *seed = nn_option(object, "seed");
  if (given->tag == NN_OPTION_STRING)
    return core_fail(error, ERROR_TYPE, "'<=' not supported between instances of 'int' and 'str'");
  if (!nn_option_number(given, &rate) || !(rate >= 0 && rate <= 1)) {
    Text text = {0};
    nn_option_show(&text, given);
    core_fail(error, ERROR_VALUE,
              "Invalid value received for argument `%s`. Expected a float value between 0 and 1. Received: %s=%s", name, name,
              text_string(&text));
    text_free(&text);
    return false;
  }
  if (seed->tag == NN_OPTION_NONE || seed->tag == NN_OPTION_INT) return true;
  return core_fail(error, ERROR_VALUE, "Argument `seed` must be an integer. Received a %s", nn_option_type_name(seed));
}
static bool check_rate(NnObject *object, Error *error) { return check_share(object, "rate", error); }
static bool check_noise(NnObject *object, Error *error) { return check_share(object, "stddev", error); }

static bool check_shaped(NnObject *object, Error *error) {
  if (!check_rate(object, error)) return false;
  const NnOption *shape = nn_option(object, "noise_shape");
  if (shape->tag == NN_OPTION_NONE) return true;
  Text text = {0};
  nn_option_show(&text, shape);
  bool good = false;
  if (shape->tag == NN_OPTION_STRING)
    core_fail(error, ERROR_VALUE, "Invalid value received for argument `noise_shape`. Expected a tuple or list of integers. "
              "Received: noise_shape=%s", text_string(&text));
  else if (shape->tag != NN_OPTION_LIST)
    core_fail(error, ERROR_VALUE, "Invalid value received for argument `noise_shape`. Expected an iterable of integers "
              "(e.g., a tuple or list). Received: noise_shape=%s", text_string(&text));
  else
    good = true;
  text_free(&text);
  for (int i = 0; good && i < shape->as.list.count; i++) {
    const NnOption *item = &shape->as.list.items[i];
    if (item->tag == NN_OPTION_NONE) continue;
    if (item->tag != NN_OPTION_INT) {
      Text one = {0};
      nn_option_show(&one, item);
      core_fail(error, ERROR_VALUE, "Invalid value received for argument `noise_shape`. Expected all elements to be integers "
                "or None. Received element at index %d: %s (type: %s)", i, text_string(&one), nn_option_type_name(item));
      text_free(&one);
      good = false;
    } else if (item->as.integer <= 0) {
      good = core_fail(error, ERROR_VALUE, "Invalid value received for argument `noise_shape`. Expected all dimensions to be "
                       "positive integers or None. Received negative or zero value at index %d: %lld", i,
                       (long long)item->as.integer);
    }
  }
  return good;
}

/* 0 means that the plan's own seed is used, so a given seed must be another number. */
static int64_t seed_of(const NnLayer *layer) {
  const NnOption *seed = nn_option(&layer->object, "seed");
  if (seed->tag != NN_OPTION_INT) return 0;
  return seed->as.integer != 0 ? seed->as.integer : INT64_MAX;
}

static NnTensor *noise(NnLayer *layer, NnTensor *x, const char *amount, NnNoise kind, const NnShape *shape,
                       int training, Error *error) {
  const double rate = nn_option_double(&layer->object, amount);
  if (rate == 0) return nn_tensor_retain(x);
  NnAttributes attributes = {.real = {rate}, .integer = {training, seed_of(layer), kind}};
  if (shape != NULL) attributes.shape = *shape;
  return nn_op("noise", &x, 1, &attributes, error);
}

/* The noise's shape, with None for the input's own length. */
static bool noise_shape(const NnLayer *layer, const NnTensor *x, NnShape *shape, Error *error) {
  const NnOption *given = nn_option(&layer->object, "noise_shape");
  const NnShape *own = nn_tensor_shape(x);
  *shape = (NnShape){0};
  if (given->tag != NN_OPTION_LIST) return true;
  if (given->as.list.count != own->rank)
    return core_fail(error, ERROR_VALUE, "layer '%s': noise_shape has %d dimensions, the input %d", layer->name,
                     given->as.list.count, own->rank);
  shape->rank = own->rank;
  for (int i = 0; i < own->rank; i++)
    shape->dims[i] = given->as.list.items[i].tag == NN_OPTION_INT ? given->as.list.items[i].as.integer : own->dims[i];
  return true;
}

static NnTensor *expand_dropout(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  const double rate = nn_option_double(&layer->object, "rate");
  NnShape shape;
  if (!noise_shape(layer, inputs[0], &shape, error)) return NULL;
  if (shape.rank > 0) return noise(layer, inputs[0], "rate", NN_NOISE_DROP, &shape, training, error);
  if (rate == 0) return nn_tensor_retain(inputs[0]);
  const NnAttributes attributes = {.real = {rate}, .integer = {training, seed_of(layer)}};
  return nn_op("dropout", inputs, 1, &attributes, error);
}

static bool channels_first(const NnLayer *layer) {
  const char *format = nn_option_text(&layer->object, "data_format");
  return format != NULL && strcmp(format, "channels_first") == 0;
}

static NnTensor *expand_spatial(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  NnShape shape = *nn_tensor_shape(inputs[0]);
  const int channels = channels_first(layer) ? 1 : shape.rank - 1;
  for (int i = 1; i < shape.rank; i++)
    if (i != channels) shape.dims[i] = 1;
  return noise(layer, inputs[0], "rate", NN_NOISE_DROP, &shape, training, error);
}

static NnTensor *expand_noise(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  return noise(layer, inputs[0], "stddev", NN_NOISE_PLUS, NULL, training, error);
}

static NnTensor *expand_gaussian(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  return noise(layer, inputs[0], "rate", NN_NOISE_TIMES, NULL, training, error);
}

static NnTensor *expand_alpha(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  NnShape shape;
  if (!noise_shape(layer, inputs[0], &shape, error)) return NULL;
  return noise(layer, inputs[0], "rate", NN_NOISE_ALPHA, &shape, training, error);
}

/* SpatialDropout's get_config() is not the usual one. */
static bool spatial_config(const NnLayer *layer, bool (*each)(void *, const char *, const NnOption *), void *context,
                           Error *error) {
  const NnOption name = {NN_OPTION_STRING, {.string = layer->name}};
  const NnOption dtype = {NN_OPTION_STRING, {.string = nn_layer_state(layer)->dtype}};
  const NnOption *format = nn_option(&layer->object, "data_format");
  return each(context, "rate", nn_option(&layer->object, "rate")) && each(context, "seed", nn_option(&layer->object, "seed")) &&
         each(context, "name", &name) && each(context, "dtype", &dtype) &&
         (format == NULL || each(context, "data_format", format));
}

static bool check_spatial2d(NnObject *object, Error *error) {
  const char *format = nn_option_text(object, "data_format");
  if (nn_option(object, "data_format")->tag == NN_OPTION_NONE)
    return check_rate(object, error) && nn_option_set(object, "data_format", nn_option_string("channels_last"));
  if (format != NULL && (strcmp(format, "channels_last") == 0 || strcmp(format, "channels_first") == 0))
    return check_rate(object, error);
  return core_fail(error, ERROR_VALUE, "`data_format` must be \"channels_last\" or \"channels_first\". Received: data_format=%s.",
                   format != NULL ? format : "?");
}

/* ---- ActivityRegularization ---- */

static bool start_activity(NnLayer *layer, Error *error) {
  const NnOption options[2] = {*nn_option(&layer->object, "l1"), *nn_option(&layer->object, "l2")};
  nn_layer_state(layer)->activity_regularizer = nn_object_new(nn_find(NN_REGULARIZER, "L1L2"), options, error);
  return nn_layer_state(layer)->activity_regularizer != NULL;
}

static NnTensor *expand_activity(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  return nn_tensor_retain(inputs[0]);
}

static bool activity_config(const NnLayer *layer, bool (*each)(void *, const char *, const NnOption *), void *context,
                            Error *error) {
  return nn_layer_common_config(layer, false, each, context, error) &&
         each(context, "l1", nn_option(&layer->object, "l1")) && each(context, "l2", nn_option(&layer->object, "l2"));
}

static const NnLayerHandlers dropout_handlers = {.passes_mask = true, .built_at_start = true, .expand = expand_dropout};
static const NnLayerHandlers spatial1d_handlers = {.passes_mask = true, .built_at_start = true, .exact_ndim = 3,
                                                   .expand = expand_spatial, .config = spatial_config};
static const NnLayerHandlers spatial2d_handlers = {.passes_mask = true, .built_at_start = true, .exact_ndim = 4,
                                                   .expand = expand_spatial, .config = spatial_config};
static const NnLayerHandlers noise_handlers = {.passes_mask = true, .built_at_start = true, .expand = expand_noise};
static const NnLayerHandlers gaussian_handlers = {
    .passes_mask = true, .built_at_start = true, .expand = expand_gaussian};
static const NnLayerHandlers alpha_handlers = {.passes_mask = true, .built_at_start = true, .expand = expand_alpha};
static const NnLayerHandlers activity_handlers = {.passes_mask = true, .built_at_start = true, .start = start_activity,
                                                  .expand = expand_activity, .config = activity_config};

const NnRow nn_layer_dropout = {
    .kind = NN_LAYER, .name = "Dropout", .signature = "rate, noise_shape=None, seed=None",
    .help = "Sets a part of the inputs to 0 while training.", .handlers = &dropout_handlers,
    .config = "rate|seed|noise_shape", .check = check_shaped,
};
const NnRow nn_layer_spatial_dropout1d = {
    .kind = NN_LAYER, .name = "SpatialDropout1D", .signature = "rate, seed=None",
    .help = "Sets whole channels to 0 while training.", .handlers = &spatial1d_handlers, .check = check_rate,
};
const NnRow nn_layer_spatial_dropout2d = {
    .kind = NN_LAYER, .name = "SpatialDropout2D", .signature = "rate, data_format=None, seed=None",
    .help = "Sets whole channels of images to 0 while training.", .handlers = &spatial2d_handlers, .check = check_spatial2d,
};
const NnRow nn_layer_gaussian_noise = {
    .kind = NN_LAYER, .name = "GaussianNoise", .signature = "stddev, seed=None",
    .help = "Adds normal noise while training.", .handlers = &noise_handlers, .check = check_noise,
};
const NnRow nn_layer_gaussian_dropout = {
    .kind = NN_LAYER, .name = "GaussianDropout", .signature = "rate, seed=None",
    .help = "Multiplies by normal noise around 1 while training.", .handlers = &gaussian_handlers, .check = check_rate,
};
const NnRow nn_layer_alpha_dropout = {
    .kind = NN_LAYER, .name = "AlphaDropout", .signature = "rate, noise_shape=None, seed=None",
    .help = "Dropout that keeps mean and variance, for selu.", .handlers = &alpha_handlers,
    .config = "rate|seed|noise_shape", .check = check_shaped,
};
const NnRow nn_layer_activity_regularization = {
    .kind = NN_LAYER, .name = "ActivityRegularization", .signature = "l1=0.0, l2=0.0",
    .help = "Adds a penalty on what passes through.", .handlers = &activity_handlers,
};
