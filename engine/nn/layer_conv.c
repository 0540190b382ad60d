/* Conv1D, Conv2D and their depthwise, separable and transposed forms. Sources: keras/src/layers/convolutional/. */
#include <string.h>

#include "engine/nn/layer_window.h"
#include "engine/nn/rows.h"

static int rank_of(const NnObject *object) { return strstr(object->row->name, "1D") != NULL ? 1 : 2; }
static bool has(const NnObject *object, const char *name) { return nn_option(object, name) != NULL; }

static bool check_filters(NnObject *object, Error *error) {
  if (!has(object, "filters")) return true;
  const NnOption *filters = nn_option(object, "filters");
  if (filters->tag != NN_OPTION_INT || filters->as.integer <= 0) {
    Text text = {0};
    nn_option_show(&text, filters);
    core_fail(error, ERROR_VALUE,
              "Invalid value for argument `filters`. Expected a strictly positive value. Received filters=%s.",
              text_string(&text));
    text_free(&text);
    return false;
  }
  if (!has(object, "groups")) return true;
  const int64_t groups = nn_option_int(object, "groups");
  if (groups <= 0)
    return core_fail(error, ERROR_VALUE, "The number of groups must be a positive integer. Received: groups=%lld.",
                     (long long)groups);
  return filters->as.integer % groups == 0 ||
         core_fail(error, ERROR_VALUE, "The number of filters must be evenly divisible by the number of groups. Received: "
                   "groups=%lld, filters=%lld.", (long long)groups, (long long)filters->as.integer);
}

static bool check_output_padding(NnObject *object, int rank, Error *error) {
  if (!has(object, "output_padding") || nn_option(object, "output_padding")->tag == NN_OPTION_NONE) return true;
  if (!nn_check_tuple(object, "output_padding", rank, true, error)) return false;
  int64_t padding[2], strides[2];
  nn_tuple_of(object, "output_padding", rank, padding);
  nn_tuple_of(object, "strides", rank, strides);
  for (int i = 0; i < rank; i++) {
    if (padding[i] < strides[i]) continue;
    Text text = {0};
    text_addf(&text, "`output_padding` must be strictly less than `strides` for all dimensions. At dimension %d, "
              "`output_padding` is %lld but `strides` is %lld. Received: output_padding=", i, (long long)padding[i],
              (long long)strides[i]);
    nn_option_show(&text, nn_option(object, "output_padding"));
    text_add(&text, ", strides=");
    nn_option_show(&text, nn_option(object, "strides"));
    core_fail(error, ERROR_VALUE, "%s", text_string(&text));
    text_free(&text);
    return false;
  }
  return true;
}

static bool check(NnObject *object, Error *error) {
  const int rank = rank_of(object);
  if (!nn_check_tuple(object, "kernel_size", rank, false, error) || !nn_check_tuple(object, "strides", rank, false, error) ||
      !nn_check_tuple(object, "dilation_rate", rank, false, error) || !nn_check_padding(object, rank == 1, error) ||
      !nn_check_data_format(object, error) || !check_filters(object, error))
    return false;
  if (!check_output_padding(object, rank, error)) return false;
  if (has(object, "depth_multiplier") && nn_option_int(object, "depth_multiplier") <= 0)
    return core_fail(error, ERROR_VALUE,
                     "Invalid value for argument `depth_multiplier`. Expected a strictly positive value. Received "
                     "depth_multiplier=%lld.", (long long)nn_option_int(object, "depth_multiplier"));
  int64_t strides[2] = {1, 1}, dilation[2] = {1, 1};
  nn_tuple_of(object, "strides", rank, strides);
  nn_tuple_of(object, "dilation_rate", rank, dilation);
  if ((strides[0] > 1 || strides[1] > 1) && (dilation[0] > 1 || dilation[1] > 1)) {
    Text text = {0};
    text_add(&text, "`strides > 1` not supported in conjunction with `dilation_rate > 1`. Received: strides=");
    nn_option_show(&text, nn_option(object, "strides"));
    text_add(&text, " and dilation_rate=");
    nn_option_show(&text, nn_option(object, "dilation_rate"));
    core_fail(error, ERROR_VALUE, "%s", text_string(&text));
    text_free(&text);
    return false;
  }
  return true;
}

static int64_t channels_of(const NnLayer *layer, const NnShape *input) {
  return input->dims[nn_is_channels_first(&layer->object) ? 1 : input->rank - 1];
}

static bool add_bias(NnLayer *layer, int64_t size, Error *error) {
  return !nn_option_bool(&layer->object, "use_bias") ||
         (nn_layer_add_weight(layer, "bias", 1, &size, nn_option(&layer->object, "bias_initializer"),
                              nn_option_object(layer, "bias_regularizer"), true, error) &&
          nn_layer_constrain(layer, "bias_constraint", error));
}

/* The window's sizes and two more. */
static int kernel_shape(const NnLayer *layer, int64_t third, int64_t fourth, int64_t shape[4]) {
  const int rank = rank_of(&layer->object);
  nn_tuple_of(&layer->object, "kernel_size", rank, shape);
  shape[rank] = third;
  shape[rank + 1] = fourth;
  return rank + 2;
}

static bool build(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  const NnObject *object = &layer->object;
  const int64_t channels = channels_of(layer, inputs), filters = nn_option_int(object, "filters");
  const int64_t groups = has(object, "groups") ? nn_option_int(object, "groups") : 1;
  if (channels >= 0 && channels % groups != 0) {
    char text[256];
    nn_shape_text(inputs, text, sizeof text);
    return core_fail(error, ERROR_VALUE, "The number of input channels must be evenly divisible by the number of groups. "
                     "Received groups=%lld, but the input has %lld channels (full input shape is %s).",
                     (long long)groups, (long long)channels, text);
  }
  const bool transposed = strstr(object->row->name, "Transpose") != NULL;
  const int64_t in = channels < 0 ? -1 : channels / groups;
  int64_t shape[4];
  const int rank = transposed ? kernel_shape(layer, filters, in, shape) : kernel_shape(layer, in, filters, shape);
  return nn_layer_add_weight(layer, "kernel", rank, shape, nn_option(object, "kernel_initializer"),
                             nn_option_object(layer, "kernel_regularizer"), true, error) &&
         nn_layer_constrain(layer, "kernel_constraint", error) &&
         add_bias(layer, filters, error);
}

static bool build_depthwise(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  const NnObject *object = &layer->object;
  const int64_t channels = channels_of(layer, inputs), multiplier = nn_option_int(object, "depth_multiplier");
  int64_t shape[4];
  const int rank = kernel_shape(layer, channels, multiplier, shape);
  return nn_layer_add_weight(layer, "kernel", rank, shape, nn_option(object, "depthwise_initializer"),
                             nn_option_object(layer, "depthwise_regularizer"), true, error) &&
         nn_layer_constrain(layer, "depthwise_constraint", error) &&
         add_bias(layer, channels * multiplier, error);
}

static bool build_separable(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  const NnObject *object = &layer->object;
  const int64_t channels = channels_of(layer, inputs), multiplier = nn_option_int(object, "depth_multiplier");
  const int64_t filters = nn_option_int(object, "filters");
  int64_t shape[4], point[4] = {1, 1, channels * multiplier, filters};
  const int rank = kernel_shape(layer, channels, multiplier, shape);
  point[rank - 2] = channels * multiplier;
  point[rank - 1] = filters;
  return nn_layer_add_weight(layer, "depthwise_kernel", rank, shape, nn_option(object, "depthwise_initializer"),
                             nn_option_object(layer, "depthwise_regularizer"), true, error) &&
         nn_layer_constrain(layer, "depthwise_constraint", error) &&
         nn_layer_add_weight(layer, "pointwise_kernel", rank, point, nn_option(object, "pointwise_initializer"),
                             nn_option_object(layer, "pointwise_regularizer"), true, error) &&
         nn_layer_constrain(layer, "pointwise_constraint", error) &&
         add_bias(layer, filters, error);
}

/* Between the convolution and the result: the bias, the activation, and the channels' place. Takes x over. */
static NnTensor *finish(NnLayer *layer, NnTensor *x, Error *error) {
  if (x != NULL && nn_option_bool(&layer->object, "use_bias"))
    x = nn_op_with_weight("add_bias", x, layer->variables[layer->variable_count - 1], NULL, error);
  if (x == NULL) return NULL;
  NnTensor *result = nn_activation_expand(nn_option(&layer->object, "activation")->as.object, x, error);
  nn_tensor_release(x);
  return result != NULL && nn_is_channels_first(&layer->object) ? nn_channels_first(result, error) : result;
}

static NnTensor *start(NnLayer *layer, NnTensor *input, NnAttributes *attributes, Error *error) {
  const NnObject *object = &layer->object;
  const int rank = rank_of(object);
  int64_t kernel[2], strides[2], dilation[2];
  nn_tuple_of(object, "kernel_size", rank, kernel);
  nn_tuple_of(object, "strides", rank, strides);
  nn_tuple_of(object, "dilation_rate", rank, dilation);
  nn_window_attributes(attributes, rank, kernel, strides, dilation, nn_padding_of(object));
  if (has(object, "output_padding") && nn_option(object, "output_padding")->tag == NN_OPTION_LIST) {
    int64_t padding[2];
    nn_tuple_of(object, "output_padding", rank, padding);
    for (int i = 0; i < rank; i++) attributes->shape.dims[6 + i] = 1 + padding[i];
  }
  attributes->integer[1] = has(object, "groups") ? nn_option_int(object, "groups") : 1;
  return nn_is_channels_first(object) ? nn_channels_last(nn_tensor_retain(input), error) : nn_tensor_retain(input);
}

static NnTensor *expand(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  NnAttributes attributes = {0};
  const char *name = layer->object.row->name;
  NnTensor *x = start(layer, inputs[0], &attributes, error);
  const char *op = strstr(name, "Depthwise") != NULL   ? "depthwise_conv"
                   : strstr(name, "Transpose") != NULL ? "conv_transpose"
                                                       : "conv";
  return finish(layer, nn_op_with_weight(op, x, layer->variables[0], &attributes, error), error);
}

static NnTensor *expand_separable(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  NnAttributes attributes = {0}, point = {.integer = {NN_VALID, 1}};
  nn_window_attributes(&point, 0, NULL, NULL, NULL, NN_VALID);
  NnTensor *x = start(layer, inputs[0], &attributes, error);
  x = nn_op_with_weight("depthwise_conv", x, layer->variables[0], &attributes, error);
  return finish(layer, nn_op_with_weight("conv", x, layer->variables[1], &point, error), error);
}

static const NnLayerHandlers conv1d_handlers = {
    .min_ndim = 3, .pins_last_axis = true, .build = build, .expand = expand};
static const NnLayerHandlers conv2d_handlers = {
    .min_ndim = 4, .pins_last_axis = true, .build = build, .expand = expand};
static const NnLayerHandlers depthwise_handlers = {
    .min_ndim = 4, .pins_last_axis = true, .build = build_depthwise, .expand = expand};
static const NnLayerHandlers separable_handlers = {
    .min_ndim = 4, .pins_last_axis = true, .build = build_separable, .expand = expand_separable};

static const NnLayerHandlers depthwise1d_handlers = {
    .min_ndim = 3, .pins_last_axis = true, .build = build_depthwise, .expand = expand};
static const NnLayerHandlers separable1d_handlers = {
    .min_ndim = 3, .pins_last_axis = true, .build = build_separable, .expand = expand_separable};

#define CONV_BEHIND                                                                                                     \
  "activation=None, use_bias=True, kernel_initializer='glorot_uniform', bias_initializer='zeros', "                     \
  "kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None"
#define CONV_CONFIG                                                                                                      \
  "activation|use_bias|kernel_initializer|bias_initializer|kernel_regularizer|bias_regularizer|activity_regularizer|"    \
  "kernel_constraint|bias_constraint"

const NnRow nn_layer_conv1d = {
    .kind = NN_LAYER, .name = "Conv1D", .aliases = "Convolution1D",
    .signature = "filters, kernel_size, strides=1, padding='valid', data_format=None, dilation_rate=1, groups=1, " CONV_BEHIND,
    .help = "Slides windows along a sequence.", .handlers = &conv1d_handlers,
    .config = "filters|kernel_size|strides|padding|data_format|dilation_rate|groups|" CONV_CONFIG, .check = check,
};
const NnRow nn_layer_conv2d = {
    .kind = NN_LAYER, .name = "Conv2D", .aliases = "Convolution2D",
    .signature = "filters, kernel_size, strides=(1, 1), padding='valid', data_format=None, dilation_rate=(1, 1), groups=1, "
                 CONV_BEHIND,
    .help = "Slides windows over images: each filter looks for one pattern everywhere.", .handlers = &conv2d_handlers,
    .config = "filters|kernel_size|strides|padding|data_format|dilation_rate|groups|" CONV_CONFIG, .check = check,
};
const NnRow nn_layer_conv2d_transpose = {
    .kind = NN_LAYER, .name = "Conv2DTranspose", .aliases = "Convolution2DTranspose",
    .signature = "filters, kernel_size, strides=(1, 1), padding='valid', output_padding=None, data_format=None, "
                 "dilation_rate=(1, 1), " CONV_BEHIND,
    .help = "A convolution backwards: makes larger images of smaller ones.", .handlers = &conv2d_handlers,
    .config = "filters|kernel_size|strides|padding|output_padding|data_format|dilation_rate|" CONV_CONFIG, .check = check,
};
const NnRow nn_layer_depthwise_conv2d = {
    .kind = NN_LAYER, .name = "DepthwiseConv2D",
    .signature = "kernel_size, strides=(1, 1), padding='valid', depth_multiplier=1, data_format=None, dilation_rate=(1, 1), "
                 "activation=None, use_bias=True, depthwise_initializer='glorot_uniform', bias_initializer='zeros', "
                 "depthwise_regularizer=None, bias_regularizer=None, activity_regularizer=None, depthwise_constraint=None, "
                 "bias_constraint=None",
    .help = "Convolves each channel by itself.", .handlers = &depthwise_handlers,
    .config = "depth_multiplier|kernel_size|strides|padding|data_format|dilation_rate|activation|use_bias|"
              "depthwise_initializer|bias_initializer|depthwise_regularizer|bias_regularizer|activity_regularizer|"
              "depthwise_constraint|bias_constraint",
    .check = check,
};
const NnRow nn_layer_separable_conv2d = {
    .kind = NN_LAYER, .name = "SeparableConv2D", .aliases = "SeparableConvolution2D",
    .signature = "filters, kernel_size, strides=(1, 1), padding='valid', data_format=None, dilation_rate=(1, 1), "
                 "depth_multiplier=1, activation=None, use_bias=True, depthwise_initializer='glorot_uniform', "
                 "pointwise_initializer='glorot_uniform', bias_initializer='zeros', depthwise_regularizer=None, "
                 "pointwise_regularizer=None, bias_regularizer=None, activity_regularizer=None, depthwise_constraint=None, "
                 "pointwise_constraint=None, bias_constraint=None",
    .help = "Convolves each channel by itself, then mixes the channels.", .handlers = &separable_handlers,
    .config = "depth_multiplier|filters|kernel_size|strides|padding|data_format|dilation_rate|activation|use_bias|"
              "depthwise_initializer|pointwise_initializer|bias_initializer|depthwise_regularizer|pointwise_regularizer|"
              "bias_regularizer|activity_regularizer|depthwise_constraint|pointwise_constraint|bias_constraint",
    .check = check,
};
const NnRow nn_layer_conv1d_transpose = {
    .kind = NN_LAYER, .name = "Conv1DTranspose", .aliases = "Convolution1DTranspose",
    .signature = "filters, kernel_size, strides=1, padding='valid', output_padding=None, data_format=None, dilation_rate=1, "
                 CONV_BEHIND,
    .help = "A convolution backwards: makes longer sequences of shorter ones.", .handlers = &conv1d_handlers,
    .config = "filters|kernel_size|strides|padding|output_padding|data_format|dilation_rate|" CONV_CONFIG, .check = check,
};
const NnRow nn_layer_depthwise_conv1d = {
    .kind = NN_LAYER, .name = "DepthwiseConv1D",
    .signature = "kernel_size, strides=1, padding='valid', depth_multiplier=1, data_format=None, dilation_rate=1, "
                 "activation=None, use_bias=True, depthwise_initializer='glorot_uniform', bias_initializer='zeros', "
                 "depthwise_regularizer=None, bias_regularizer=None, activity_regularizer=None, depthwise_constraint=None, "
                 "bias_constraint=None",
    .help = "Convolves each channel of a sequence by itself.", .handlers = &depthwise1d_handlers,
    .config = "depth_multiplier|kernel_size|strides|padding|data_format|dilation_rate|activation|use_bias|"
              "depthwise_initializer|bias_initializer|depthwise_regularizer|bias_regularizer|activity_regularizer|"
              "depthwise_constraint|bias_constraint",
    .check = check,
};
const NnRow nn_layer_separable_conv1d = {
    .kind = NN_LAYER, .name = "SeparableConv1D", .aliases = "SeparableConvolution1D",
    .signature = "filters, kernel_size, strides=1, padding='valid', data_format=None, dilation_rate=1, depth_multiplier=1, "
                 "activation=None, use_bias=True, depthwise_initializer='glorot_uniform', "
                 "pointwise_initializer='glorot_uniform', bias_initializer='zeros', depthwise_regularizer=None, "
                 "pointwise_regularizer=None, bias_regularizer=None, activity_regularizer=None, depthwise_constraint=None, "
                 "pointwise_constraint=None, bias_constraint=None",
    .help = "Convolves each channel of a sequence by itself, then mixes the channels.", .handlers = &separable1d_handlers,
    .config = "depth_multiplier|filters|kernel_size|strides|padding|data_format|dilation_rate|activation|use_bias|"
              "depthwise_initializer|pointwise_initializer|bias_initializer|depthwise_regularizer|pointwise_regularizer|"
              "bias_regularizer|activity_regularizer|depthwise_constraint|pointwise_constraint|bias_constraint",
    .check = check,
};
