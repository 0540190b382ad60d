/* Flatten and Reshape. Sources: keras/src/layers/reshaping/flatten.py and reshape.py. */
#include <string.h>

#include "engine/nn/layer_window.h"
#include "engine/nn/rows.h"

/* ---- Flatten ---- */

static bool check_flatten(NnObject *object, Error *error) {
  const NnOption *format = nn_option(object, "data_format");
  if (format->tag == NN_OPTION_NONE) nn_option_set(object, "data_format", nn_option_string("channels_last"));
  const char *name = nn_option_text(object, "data_format");
  if (name != NULL && (strcmp(name, "channels_last") == 0 || strcmp(name, "channels_first") == 0)) return true;
  Text text = {0};
  nn_option_show(&text, nn_option(object, "data_format"));
  core_fail(error, ERROR_VALUE,
            "The `data_format` argument must be one of {'channels_first', 'channels_last'}. Received: data_format=%s",
            text_string(&text));
  text_free(&text);
  return false;
}

static NnTensor *expand_flatten(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  if (!nn_is_channels_first(&layer->object) || nn_tensor_shape(inputs[0])->rank < 3) return nn_op1("flatten", inputs[0], error);
  NnTensor *x = nn_channels_last(nn_tensor_retain(inputs[0]), error);
  NnTensor *result = x != NULL ? nn_op1("flatten", x, error) : NULL;
  nn_tensor_release(x);
  return result;
}

static const NnLayerHandlers flatten_handlers = {.min_ndim = 1, .expand = expand_flatten};

const NnRow nn_layer_flatten = {
    .kind = NN_LAYER, .name = "Flatten", .signature = "data_format=None",
    .help = "Makes one row of numbers of each sample.", .handlers = &flatten_handlers, .check = check_flatten,
};

/* ---- Reshape ---- */

static bool check_reshape(NnObject *object, Error *error) {
  const NnOption *target = nn_option(object, "target_shape");
  if (target->tag != NN_OPTION_LIST) {
    return core_fail(error, ERROR_TYPE, "'%s' object is not iterable", nn_option_type_name(target));
  }
  int unknown = 0;
  for (int i = 0; i < target->as.list.count; i++) {
    const NnOption *item = &target->as.list.items[i];
    if (item->tag != NN_OPTION_INT || item->as.integer < -1) {
      Text text = {0};
      nn_option_show(&text, target);
      core_fail(error, ERROR_VALUE,
                "Each dimension in `target_shape` must be a non-negative integer, or `-1` for a single unknown dimension. "
                "Received: target_shape=%s.", text_string(&text));
      text_free(&text);
      return false;
    }
    unknown += item->as.integer == -1;
  }
  if (unknown <= 1 && target->as.list.count < NN_MAX_DIMS) return true;
  Text text = {0};
  nn_option_show(&text, target);
  core_fail(error, ERROR_VALUE, "There must be at most one unknown dimension (-1) in target_shape. Received: "
            "target_shape=%s.", text_string(&text));
  text_free(&text);
  return false;
}

static NnTensor *expand_reshape(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  const NnOption *target = nn_option(&layer->object, "target_shape");
  const NnShape *from = nn_tensor_shape(inputs[0]);
  NnShape sample = {0};
  NnAttributes attributes = {0};
  NnShape *to = &attributes.shape;
  int64_t size = 1, known = 1;
  int unknown = -1;
  for (int i = 1; i < from->rank; i++) {
    sample.dims[sample.rank++] = from->dims[i];
    size = from->dims[i] < 0 || size < 0 ? -1 : size * from->dims[i];
  }
  for (int i = 0; i < target->as.list.count; i++) {
    int64_t dim = target->as.list.items[i].as.integer;
    to->dims[to->rank++] = dim;
    if (dim < 0) unknown = i;
    else known *= dim;
  }
  char given[256];
  nn_shape_text(&sample, given, sizeof given);
  if (size < 0) {
    core_fail(error, ERROR_NOT_IMPLEMENTED, "layer '%s': the input's dimensions must be known, got %s", layer->name,
              given);
    return NULL;
  }
  Text shown = {0};
  nn_option_show(&shown, target);
  if (unknown < 0 && known != size) {
    core_fail(error, ERROR_VALUE,
              "The total size of the tensor must be unchanged. Received: input_shape=%s, target_shape=%s", given,
              text_string(&shown));
  } else if (unknown >= 0 && (known == 0 || size % known != 0)) {
    core_fail(
        error, ERROR_VALUE,
        "The total size of the tensor must be unchanged, however, the input size cannot by divided by the specified "
        "dimensions in target_shape. Received: input_shape=%s, target_shape=%s",
        given, text_string(&shown));
  } else {
    text_free(&shown);
    if (unknown >= 0) to->dims[unknown] = size / known;
    return nn_op("reshape", inputs, 1, &attributes, error);
  }
  text_free(&shown);
  return NULL;
}

static const NnLayerHandlers reshape_handlers = {.built_at_start = true, .min_ndim = 1, .expand = expand_reshape};

const NnRow nn_layer_reshape = {
    .kind = NN_LAYER, .name = "Reshape", .signature = "target_shape",
    .help = "Gives each sample another shape.", .handlers = &reshape_handlers, .check = check_reshape,
};
