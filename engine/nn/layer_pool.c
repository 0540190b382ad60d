/* Poolings. Sources: keras/src/layers/pooling/. */
#include <string.h>

#include "engine/nn/layer_window.h"
#include "engine/nn/rows.h"

static int rank_of(const NnObject *object) { return strstr(object->row->name, "1D") != NULL ? 1 : 2; }

static bool check(NnObject *object, Error *error) {
  const int rank = rank_of(object);
  if (!nn_check_tuple(object, "pool_size", rank, false, error)) return false;
  if (nn_option(object, "strides")->tag == NN_OPTION_NONE) {
    NnOption copy = {0};
    if (!nn_option_copy(nn_option(object, "pool_size"), &copy, error) || !nn_option_set(object, "strides", copy)) return false;
  }
  return nn_check_tuple(object, "strides", rank, false, error) && nn_check_padding(object, false, error) &&
         nn_check_data_format(object, error);
}

static NnTensor *expand(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  const NnObject *object = &layer->object;
  const int rank = rank_of(object);
  const int64_t ones[2] = {1, 1};
  int64_t size[2], strides[2];
  nn_tuple_of(object, "pool_size", rank, size);
  nn_tuple_of(object, "strides", rank, strides);
  NnAttributes attributes = {0};
  nn_window_attributes(&attributes, rank, size, strides, ones, nn_padding_of(object));
  const bool first = nn_is_channels_first(object);
  NnTensor *x = first ? nn_channels_last(nn_tensor_retain(inputs[0]), error) : nn_tensor_retain(inputs[0]);
  if (x == NULL) return NULL;
  NnTensor *y = nn_op(strncmp(object->row->name, "Max", 3) == 0 ? "max_pool" : "average_pool", &x, 1, &attributes, error);
  nn_tensor_release(x);
  return y != NULL && first ? nn_channels_first(y, error) : y;
}

static bool check_global(NnObject *object, Error *error) { return nn_check_data_format(object, error); }

/* The mean over the steps that count. */
static NnTensor *mean_of_steps(NnTensor *x, NnTensor *mask, Error *error) {
  const NnAttributes over_steps = {.integer = {1 << 1}};
  NnTensor *column = nn_op1("expand", mask, error), *number = nn_op1("sum", mask, error);
  NnTensor *counted = column != NULL ? nn_op("multiply", (NnTensor *[]){x, column}, 2, NULL, error) : NULL;
  NnTensor *total = counted != NULL ? nn_op("reduce_sum", &counted, 1, &over_steps, error) : NULL;
  NnTensor *steps = number != NULL ? nn_op1("expand", number, error) : NULL;
  NnTensor *mean = total != NULL && steps != NULL ? nn_op("divide", (NnTensor *[]){total, steps}, 2, NULL, error) : NULL;
  NnTensor *parts[] = {column, number, counted, total, steps};
  for (int i = 0; i < 5; i++) nn_tensor_release(parts[i]);
  return mean;
}

/* keepdims leaves axes of one. */
static NnTensor *expand_global(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  const NnObject *object = &layer->object;
  const bool first = nn_is_channels_first(object);
  NnTensor *x = first ? nn_channels_last(nn_tensor_retain(inputs[0]), error) : nn_tensor_retain(inputs[0]);
  if (x == NULL) return NULL;
  NnTensor *mask = object->row == &nn_layer_global_average_pooling1d ? inputs[0]->mask : NULL;
  NnTensor *y = mask != NULL ? mean_of_steps(x, mask, error)
                             : nn_op1(strstr(object->row->name, "Max") != NULL ? "max_axes" : "mean_axes", x, error);
  nn_tensor_release(x);
  if (y == NULL || !nn_option_bool(object, "keepdims")) return y;
  NnAttributes attributes = {.shape = {.rank = rank_of(object) + 1}};
  for (int i = 0; i < attributes.shape.rank; i++) attributes.shape.dims[i] = 1;
  attributes.shape.dims[first ? 0 : attributes.shape.rank - 1] = nn_tensor_shape(y)->dims[1];
  NnTensor *kept = nn_op("reshape", &y, 1, &attributes, error);
  nn_tensor_release(y);
  return kept;
}

#define HANDLERS(rank, rule) {.built_at_start = true, .exact_ndim = (rank) + 2, .expand = rule}
static const NnLayerHandlers pool_1d = HANDLERS(1, expand), pool_2d = HANDLERS(2, expand);
static const NnLayerHandlers global_1d = HANDLERS(1, expand_global), global_2d = HANDLERS(2, expand_global);

#define POOL(symbol, text, other, size, what, which)                                                        \
  const NnRow symbol = {.kind = NN_LAYER, .name = text, .aliases = other,                                   \
                        .signature = "pool_size" size ", strides=None, padding='valid', data_format=None",  \
                        .help = what, .handlers = &which,                                                   \
                        .config = "pool_size|padding|strides|data_format", .check = check}
#define GLOBAL(symbol, text, other, what, which)                                                            \
  const NnRow symbol = {.kind = NN_LAYER, .name = text, .aliases = other,                                   \
                        .signature = "data_format=None, keepdims=False", .help = what, .handlers = &which,  \
                        .config = "data_format|keepdims", .check = check_global}

POOL(nn_layer_max_pooling1d, "MaxPooling1D", "MaxPool1D", "=2", "Keeps the largest number of each window.", pool_1d);
POOL(nn_layer_max_pooling2d, "MaxPooling2D", "MaxPool2D", "=(2, 2)", "Keeps the largest number of each window.", pool_2d);
POOL(nn_layer_average_pooling1d, "AveragePooling1D", "AvgPool1D", "", "Keeps the mean of each window.", pool_1d);
POOL(nn_layer_average_pooling2d, "AveragePooling2D", "AvgPool2D", "", "Keeps the mean of each window.", pool_2d);
GLOBAL(nn_layer_global_max_pooling1d, "GlobalMaxPooling1D", "GlobalMaxPool1D", "The largest number of each channel.", global_1d);
GLOBAL(nn_layer_global_max_pooling2d, "GlobalMaxPooling2D", "GlobalMaxPool2D", "The largest number of each channel.", global_2d);
GLOBAL(nn_layer_global_average_pooling1d, "GlobalAveragePooling1D", "GlobalAvgPool1D", "The mean of each channel.", global_1d);
GLOBAL(nn_layer_global_average_pooling2d, "GlobalAveragePooling2D", "GlobalAvgPool2D", "The mean of each channel.", global_2d);
