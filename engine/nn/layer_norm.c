/* BatchNormalization and LayerNormalization. Sources: keras/src/layers/normalization/. */
#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_window.h"
#include "engine/nn/rows.h"

/* A weight, or where the layer goes without it a constant of its value. */
static NnTensor *parameter(const NnLayer *layer, const char *name, double otherwise, int rank, const int64_t *shape,
                           Error *error) {
  for (int i = 0; i < layer->variable_count; i++)
    if (strcmp(layer->variables[i]->name, name) == 0) return nn_variable_tensor(layer->variables[i], error);
  NdArray *value = nd_full((NdScalar){.type = ND_FLOAT32, .as.f = otherwise}, rank, shape, error);
  NnTensor *constant = value != NULL ? nn_constant(value, error) : NULL;
  nd_release(value);
  return constant;
}

/* op(x, parameters...), releasing the parameters. */
static NnTensor *normalize(const char *op, NnTensor *x, NnTensor **parameters, int count,
                           const NnAttributes *attributes, Error *error) {
  NnTensor *inputs[NN_MAX_INPUTS] = {x};
  bool good = true;
  for (int i = 0; i < count; i++) good = good && (inputs[i + 1] = parameters[i]) != NULL;
  NnTensor *result = good ? nn_op(op, inputs, count + 1, attributes, error) : NULL;
  for (int i = 0; i < count; i++) nn_tensor_release(parameters[i]);
  return result;
}

/* A weight with the initializer, the regularizer and the constraint of the layer's options, where it has such. */
static bool add(NnLayer *layer, const char *name, int rank, const int64_t *shape, const char *initializer,
                const char *regularizer, bool trainable, Error *error) {
  char constraint[64];
  snprintf(constraint, sizeof constraint, "%s_constraint", name);
  return nn_layer_add_weight(layer, name, rank, shape, nn_option(&layer->object, initializer),
                             regularizer != NULL ? nn_option_object(layer, regularizer) : NULL, trainable, error) &&
         nn_layer_constrain(layer, constraint, error);
}

/* ---- BatchNormalization ---- */

static bool check_batch(NnObject *object, Error *error) {
  const NnOption *axis = nn_option(object, "axis");
  static const char *const numbers[] = {"momentum", "epsilon"};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    if (nn_option(object, numbers[i])->tag == NN_OPTION_STRING)
      return core_fail(error, ERROR_VALUE, "could not convert string to float: '%s'", nn_option_text(object, numbers[i]));
  if (axis->tag == NN_OPTION_STRING)
    return core_fail(error, ERROR_VALUE, "invalid literal for int() with base 10: '%s'", axis->as.string);
  if (nn_option_bool(object, "renorm"))
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "BatchNormalization: renorm is not supported");
  if (axis->tag == NN_OPTION_INT) return true;
  if (axis->tag == NN_OPTION_LIST && axis->as.list.count == 1 && axis->as.list.items[0].tag == NN_OPTION_INT)
    return nn_option_set(object, "axis", nn_option_integer(axis->as.list.items[0].as.integer));
  return core_fail(error, ERROR_TYPE, "`axis` must be an int");
}

/* The axis counted from the front; -1 with an error where there is none. */
static int axis_of(const NnLayer *layer, const NnShape *input, Error *error) {
  int64_t axis = nn_option_int(&layer->object, "axis");
  if (axis < 0) axis += input->rank;
  if (axis > 0 && axis < input->rank) return (int)axis;
  core_fail(error, axis >= input->rank ? ERROR_INDEX : ERROR_VALUE,
      "layer '%s': axis %lld is not an axis of features of a tensor of rank %d", layer->name,
            (long long)nn_option_int(&layer->object, "axis"), input->rank);
  return -1;
}

static bool build_batch(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  const NnObject *object = &layer->object;
  const int axis = axis_of(layer, &inputs[0], error);
  if (axis < 0) return false;
  const int64_t size = inputs[0].dims[axis];
  return (!nn_option_bool(object, "scale") ||
          add(layer, "gamma", 1, &size, "gamma_initializer", "gamma_regularizer", true, error)) &&
         (!nn_option_bool(object, "center") ||
          add(layer, "beta", 1, &size, "beta_initializer", "beta_regularizer", true, error)) &&
         add(layer, "moving_mean", 1, &size, "moving_mean_initializer", NULL, false, error) &&
         add(layer, "moving_variance", 1, &size, "moving_variance_initializer", NULL, false, error);
}

static NnTensor *expand_batch(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  const NnShape *shape = nn_tensor_shape(inputs[0]);
  const int axis = axis_of(layer, shape, error);
  if (axis < 0) return NULL;
  const int64_t size = shape->dims[axis];
  NnAttributes attributes = {.real = {nn_option_double(&layer->object, "momentum"), nn_option_double(&layer->object, "epsilon")},
                             .integer = {axis, training}};
  NnTensor *parameters[] = {parameter(layer, "gamma", 1, 1, &size, error), parameter(layer, "beta", 0, 1, &size, error),
                            parameter(layer, "moving_mean", 0, 1, &size, error),
                            parameter(layer, "moving_variance", 1, 1, &size, error)};
  return normalize("batch_norm", inputs[0], parameters, 4, &attributes, error);
}

static const NnLayerHandlers batch_handlers = {
    .refuses_mask = true, .min_ndim = 2, .pins_last_axis = true, .build = build_batch, .expand = expand_batch};

const NnRow nn_layer_batch_normalization = {
    .kind = NN_LAYER, .name = "BatchNormalization",
    .signature = "axis=-1, momentum=0.99, epsilon=0.001, center=True, scale=True, beta_initializer='zeros', "
                 "gamma_initializer='ones', moving_mean_initializer='zeros', moving_variance_initializer='ones', "
                 "beta_regularizer=None, gamma_regularizer=None, beta_constraint=None, gamma_constraint=None, "
                 "synchronized=False, renorm=False, renorm_clipping=None, renorm_momentum=0.99",
    .help = "Keeps the numbers of each channel near mean 0 and deviation 1.", .handlers = &batch_handlers,
    .config = "axis|momentum|epsilon|center|scale|beta_initializer|gamma_initializer|moving_mean_initializer|"
              "moving_variance_initializer|beta_regularizer|gamma_regularizer|beta_constraint|gamma_constraint|"
              "synchronized|renorm|renorm_clipping|renorm_momentum",
    .check = check_batch,
};

/* ---- LayerNormalization ---- */

static bool check_layer(NnObject *object, Error *error) {
  const NnOption *axis = nn_option(object, "axis");
  bool good = axis->tag == NN_OPTION_INT || axis->tag == NN_OPTION_LIST;
  for (int i = 0; axis->tag == NN_OPTION_LIST && i < axis->as.list.count; i++)
    good = good && axis->as.list.items[i].tag == NN_OPTION_INT;
  if (good) return true;
  Text text = {0};
  nn_option_show(&text, axis);
  core_fail(error, ERROR_TYPE, "Expected an int or a list/tuple of ints for the argument 'axis', but received instead: %s",
            text_string(&text));
  text_free(&text);
  return false;
}

/* Which axes are normalized, as bits, and how many; 0, with an error, where one is not behind the batch. */
static unsigned normalized_axes(const NnLayer *layer, int rank, int *count, Error *error) {
  const NnOption *axis = nn_option(&layer->object, "axis");
  const bool one = axis->tag == NN_OPTION_INT;
  *count = one ? 1 : axis->as.list.count;
  unsigned bits = 0;
  bool good = *count > 0 && *count < rank, outside = false;
  for (int i = 0; i < *count; i++) {
    int64_t at = one ? axis->as.integer : axis->as.list.items[i].as.integer;
    if (at < 0) at += rank;
    outside = outside || at >= rank;
    good =
        good && at > 0 && at < rank && !(bits >> at & 1) && bits < 1u << at; /* in rising order, as the weights lie */
    if (good) bits |= 1u << at;
  }
  if (good) return bits;
  if (outside) core_fail(error, ERROR_INDEX, "layer '%s': the input of rank %d has no such axis", layer->name, rank);
  else core_fail(error, ERROR_NOT_IMPLEMENTED,
      "layer '%s': LayerNormalization is there for rising axes behind the batch", layer->name);
  return 0;
}

static bool build_layer(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  const NnObject *object = &layer->object;
  int rank = 0, axes;
  const unsigned bits = normalized_axes(layer, inputs[0].rank, &axes, error);
  if (bits == 0) return false;
  int64_t shape[NN_MAX_DIMS];
  for (int i = 0; i < inputs[0].rank; i++)
    if (bits >> i & 1) shape[rank++] = inputs[0].dims[i];
  return (!nn_option_bool(object, "scale") ||
          add(layer, "gamma", rank, shape, "gamma_initializer", "gamma_regularizer", true, error)) &&
         (!nn_option_bool(object, "center") ||
          add(layer, "beta", rank, shape, "beta_initializer", "beta_regularizer", true, error));
}

static NnTensor *moved(NnTensor *x /* taken over */, const NnAttributes *order, Error *error) {
  NnTensor *y = x != NULL ? nn_op("permute", &x, 1, order, error) : NULL;
  nn_tensor_release(x);
  return y;
}

/* The op normalizes the last axes: others go there and come back. */
static NnTensor *expand_layer(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  const NnShape *shape = nn_tensor_shape(inputs[0]);
  int axes, at = 0;
  const unsigned bits = normalized_axes(layer, shape->rank, &axes, error);
  if (bits == 0) return NULL;
  NnAttributes there = {.shape = {.rank = shape->rank}}, back = there;
  for (unsigned last = 0; last < 2; last++)
    for (int i = 0; i < shape->rank; i++)
      if ((bits >> i & 1) == last) {
        back.shape.dims[i] = at;
        there.shape.dims[at++] = i;
      }
  const int first = shape->rank - axes;
  const bool elsewhere = bits != (1u << shape->rank) - (1u << first);
  NnTensor *x = elsewhere ? moved(nn_tensor_retain(inputs[0]), &there, error) : nn_tensor_retain(inputs[0]);
  if (x == NULL) return NULL;
  NnAttributes attributes = {.real = {nn_option_double(&layer->object, "epsilon")}, .integer = {first}};
  const int64_t *dims = nn_tensor_shape(x)->dims + first;
  NnTensor *parameters[] = {parameter(layer, "gamma", 1, axes, dims, error), parameter(layer, "beta", 0, axes, dims, error)};
  NnTensor *y = normalize("layer_norm", x, parameters, 2, &attributes, error);
  nn_tensor_release(x);
  return elsewhere ? moved(y, &back, error) : y;
}

static const NnLayerHandlers layer_handlers = {.passes_mask = true, .min_ndim = 2, .build = build_layer,
                                               .expand = expand_layer};

const NnRow nn_layer_layer_normalization = {
    .kind = NN_LAYER, .name = "LayerNormalization",
    .signature = "axis=-1, epsilon=0.001, center=True, scale=True, beta_initializer='zeros', gamma_initializer='ones', "
                 "beta_regularizer=None, gamma_regularizer=None, beta_constraint=None, gamma_constraint=None",
    .help = "Keeps the numbers of each sample near mean 0 and deviation 1.", .handlers = &layer_handlers,
    .config = "axis|epsilon|center|scale|beta_initializer|gamma_initializer|beta_regularizer|gamma_regularizer|"
              "beta_constraint|gamma_constraint",
    .check = check_layer,
};
