/* Identity, PReLU, UnitNormalization, RMSNormalization and GroupNormalization. Sources:
 * keras/src/layers/core/identity.py, activations/prelu.py, normalization/. */
#include <math.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_window.h"
#include "engine/nn/rows.h"

/* op(a, b), taking both over. */
static NnTensor *both(const char *op, NnTensor *a, NnTensor *b, Error *error) {
  NnTensor *y = a != NULL && b != NULL ? nn_op(op, (NnTensor *[]){a, b}, 2, NULL, error) : NULL;
  nn_tensor_release(a);
  nn_tensor_release(b);
  return y;
}

/* op(x), taking x over. */
static NnTensor *one(const char *op, NnTensor *x, const NnAttributes *attributes, Error *error) {
  NnTensor *y = x != NULL ? nn_op(op, &x, 1, attributes, error) : NULL;
  nn_tensor_release(x);
  return y;
}

static NnTensor *expand_identity(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  return nn_tensor_retain(inputs[0]);
}

/* ---- PReLU ---- */

static bool check_prelu(NnObject *object, Error *error) {
  const NnOption *axes = nn_option(object, "shared_axes");
  if (axes->tag != NN_OPTION_INT) return true;
  NnOption *items = core_alloc_zero(1, sizeof *items);
  if (items == NULL) return core_fail_memory(error, sizeof *items);
  items[0] = *axes;
  return nn_option_set(object, "shared_axes", (NnOption){NN_OPTION_LIST, {.list = {items, 1}}});
}

static bool build_prelu(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  NnShape shape = {.rank = inputs[0].rank - 1};
  const NnOption *axes = nn_option(&layer->object, "shared_axes");
  for (int i = 0; i < shape.rank; i++) shape.dims[i] = inputs[0].dims[i + 1];
  for (int i = 0; axes->tag == NN_OPTION_LIST && i < axes->as.list.count; i++) {
    const NnOption *item = &axes->as.list.items[i];
    if (item->tag != NN_OPTION_INT || item->as.integer < 1 || item->as.integer > shape.rank)
      return core_fail(error, ERROR_INDEX, "list assignment index out of range");
    shape.dims[item->as.integer - 1] = 1;
  }
  return nn_layer_add_weight(layer, "alpha", shape.rank, shape.dims, nn_option(&layer->object, "alpha_initializer"),
                             nn_option_object(layer, "alpha_regularizer"), true, error) &&
         nn_layer_constrain(layer, "alpha_constraint", error);
}

/* relu(x) - alpha relu(-x). */
static NnTensor *expand_prelu(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  const NnAttributes minus = {.real = {-1}}, none = {.real = {0}};
  NnTensor *negative = one("relu", one("scale", nn_tensor_retain(inputs[0]), &minus, error), &none, error);
  NnTensor *bent = both("multiply", negative, nn_variable_tensor(layer->variables[0], error), error);
  return both("subtract", nn_op("relu", inputs, 1, &none, error), bent, error);
}

/* ---- UnitNormalization ---- */

static bool check_unit(NnObject *object, Error *error) {
  const NnOption *axis = nn_option(object, "axis");
  if (axis->tag == NN_OPTION_INT || axis->tag == NN_OPTION_LIST) return true;
  Text shown = {0};
  nn_option_show(&shown, axis);
  core_fail(error, ERROR_TYPE, "Invalid value for `axis` argument: expected an int or a list/tuple of ints. Received: axis=%s",
            text_string(&shown));
  text_free(&shown);
  return false;
}

static bool single_axis(const NnLayer *layer, int rank, int64_t *axis, Error *error) {
  const NnOption *option = nn_option(&layer->object, "axis");
  if (option->tag == NN_OPTION_LIST && option->as.list.count == 1) option = &option->as.list.items[0];
  *axis = option->tag == NN_OPTION_INT ? option->as.integer : 0;
  if (*axis < 0) *axis += rank;
  return (*axis > 0 && *axis < rank) ||
         core_fail(error, ERROR_NOT_IMPLEMENTED, "layer '%s': %s is there for one axis behind the batch", layer->name,
                   layer->object.row->name);
}

static NnTensor *expand_unit(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  NnAttributes attributes = {.real = {1e-12}};
  if (!single_axis(layer, nn_tensor_shape(inputs[0])->rank, &attributes.integer[0], error)) return NULL;
  return nn_op("unit_norm", inputs, 1, &attributes, error);
}

/* ---- RMSNormalization ---- */

/* How many of the last axes are normalized together; 0, with an error, where others are asked for. */
static int last_axes(const NnLayer *layer, int rank, Error *error) {
  const NnOption *axis = nn_option(&layer->object, "axis");
  const int count = axis->tag == NN_OPTION_LIST ? axis->as.list.count : 1;
  unsigned seen = 0;
  for (int i = 0; i < count; i++) {
    const NnOption *item = axis->tag == NN_OPTION_LIST ? &axis->as.list.items[i] : axis;
    const int64_t at = item->tag == NN_OPTION_INT ? item->as.integer + (item->as.integer < 0 ? rank : 0) : 0;
    if (at < 0 || at >= rank) {
      core_fail(error, ERROR_INDEX, "tuple index out of range");
      return 0;
    }
    seen |= 1u << at;
  }
  if (count > 0 && count < rank && seen == (1u << rank) - (1u << (rank - count))) return count;
  core_fail(error, ERROR_NOT_IMPLEMENTED, "layer '%s': RMSNormalization is there for the last axes", layer->name);
  return 0;
}

static bool build_rms(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  const int axes = last_axes(layer, inputs[0].rank, error);
  if (axes == 0) return false;
  NnOption ones = {NN_OPTION_OBJECT, {.object = nn_object_new(nn_find(NN_INITIALIZER, "ones"), NULL, error)}};
  const bool good = ones.as.object != NULL &&
                    nn_layer_add_weight(layer, "scale", axes, inputs[0].dims + inputs[0].rank - axes, &ones, NULL, true, error);
  nn_object_release(ones.as.object);
  return good;
}

/* The op has one axis: several become one for it. */
static NnTensor *expand_rms(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  const NnShape *shape = nn_tensor_shape(inputs[0]);
  const int axes = last_axes(layer, shape->rank, error);
  if (axes == 0) return NULL;
  NnAttributes joined = {.shape = {.rank = shape->rank - axes}}, apart = {.shape = {.rank = shape->rank - 1}};
  for (int i = 1; i < shape->rank; i++) {
    const int at = i < shape->rank - axes ? i : shape->rank - axes;
    joined.shape.dims[at - 1] = (joined.shape.dims[at - 1] != 0 ? joined.shape.dims[at - 1] : 1) * shape->dims[i];
    apart.shape.dims[i - 1] = shape->dims[i];
  }
  const NnAttributes attributes = {.real = {nn_option_double(&layer->object, "epsilon")}};
  NnTensor *x = nn_tensor_retain(inputs[0]);
  if (axes > 1) x = one("reshape", x, &joined, error);
  x = one("rms_norm", x, &attributes, error);
  if (axes > 1) x = one("reshape", x, &apart, error);
  return both("multiply", x, nn_variable_tensor(layer->variables[0], error), error);
}

/* ---- GroupNormalization ---- */

static int64_t groups_of(const NnLayer *layer, int64_t channels) {
  const int64_t groups = nn_option_int(&layer->object, "groups");
  return groups == -1 ? channels : groups;
}

static bool add(NnLayer *layer, const char *name, const char *initializer, const char *regularizer,
                const char *constraint, int64_t size, Error *error) {
  return nn_layer_add_weight(layer, name, 1, &size, nn_option(&layer->object, initializer),
                             nn_option_object(layer, regularizer), true, error) &&
         nn_layer_constrain(layer, constraint, error);
}

static bool build_group(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  int64_t axis;
  if (!single_axis(layer, inputs[0].rank, &axis, error)) return false;
  const int64_t channels = inputs[0].dims[axis], groups = groups_of(layer, channels);
  if (groups < 1 || channels < groups)
    return core_fail(error, ERROR_VALUE, "Number of groups (%lld) cannot be more than the number of channels (%lld).",
                     (long long)groups, (long long)channels);
  if (channels % groups != 0)
    return core_fail(error, ERROR_VALUE, "Number of groups (%lld) must be a multiple of the number of channels (%lld).",
                     (long long)groups, (long long)channels);
  return (!nn_option_bool(&layer->object, "scale") ||
          add(layer, "gamma", "gamma_initializer", "gamma_regularizer", "gamma_constraint", channels, error)) &&
         (!nn_option_bool(&layer->object, "center") ||
          add(layer, "beta", "beta_initializer", "beta_regularizer", "beta_constraint", channels, error));
}

static NnTensor *filled(double value, int64_t size, Error *error) {
  NdArray *array = nd_full((NdScalar){.type = ND_FLOAT32, .as.f = value}, 1, &size, error);
  NnTensor *constant = array != NULL ? nn_constant(array, error) : NULL;
  nd_release(array);
  return constant;
}

/* [B, places, G, C/G] -> [B, G, places C/G], normalized there, and back. */
static NnTensor *expand_last_group(NnLayer *layer, NnTensor *const *inputs, Error *error) {
  const NnShape *shape = nn_tensor_shape(inputs[0]);
  const int64_t channels = shape->dims[shape->rank - 1], groups = groups_of(layer, channels), each = channels / groups;
  int64_t places = 1;
  for (int i = 1; i + 1 < shape->rank; i++) places *= shape->dims[i];
  const NnAttributes split = {.shape = {.rank = 3, .dims = {places, groups, each}}};
  const NnAttributes swap = {.shape = {.rank = 4, .dims = {0, 2, 1, 3}}};
  const NnAttributes rows = {.shape = {.rank = 2, .dims = {groups, places * each}}};
  const NnAttributes apart = {.shape = {.rank = 3, .dims = {groups, places, each}}};
  const NnAttributes norm = {.real = {nn_option_double(&layer->object, "epsilon")}, .integer = {2}};
  NnAttributes whole = {.shape = {.rank = shape->rank - 1}};
  for (int i = 1; i < shape->rank; i++) whole.shape.dims[i - 1] = shape->dims[i];
  NnTensor *x = one("reshape", nn_tensor_retain(inputs[0]), &split, error);
  x = one("reshape", one("permute", x, &swap, error), &rows, error);
  NnTensor *all[3] = {x, filled(1, places * each, error), filled(0, places * each, error)}, *y = NULL;
  if (x != NULL && all[1] != NULL && all[2] != NULL) y = nn_op("layer_norm", all, 3, &norm, error);
  for (int i = 0; i < 3; i++) nn_tensor_release(all[i]);
  y = one("reshape", one("permute", one("reshape", y, &apart, error), &swap, error), &whole, error);
  int at = 0;
  if (nn_option_bool(&layer->object, "scale")) y = both("multiply", y, nn_variable_tensor(layer->variables[at++], error), error);
  if (nn_option_bool(&layer->object, "center")) y = both("add", y, nn_variable_tensor(layer->variables[at], error), error);
  return y;
}

/* Another axis changes places with the last one. */
static NnTensor *expand_group(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  const int rank = nn_tensor_shape(inputs[0])->rank;
  int64_t axis;
  if (!single_axis(layer, rank, &axis, error)) return NULL;
  if (axis == rank - 1) return expand_last_group(layer, inputs, error);
  NnAttributes swap = {.shape = {.rank = rank}};
  for (int i = 0; i < rank; i++) swap.shape.dims[i] = i == axis ? rank - 1 : i == rank - 1 ? axis : i;
  NnTensor *there = nn_op("permute", inputs, 1, &swap, error);
  NnTensor *done = there != NULL ? expand_last_group(layer, &there, error) : NULL;
  nn_tensor_release(there);
  return one("permute", done, &swap, error);
}

static const NnLayerHandlers identity_handlers = {
    .passes_mask = true, .built_at_start = true, .expand = expand_identity};
static const NnLayerHandlers prelu_handlers = {
    .passes_mask = true, .min_ndim = 2, .build = build_prelu, .expand = expand_prelu};
static const NnLayerHandlers unit_handlers = {.passes_mask = true, .built_at_start = true, .expand = expand_unit};
static const NnLayerHandlers rms_handlers = {
    .passes_mask = true, .min_ndim = 2, .build = build_rms, .expand = expand_rms};
static const NnLayerHandlers group_handlers = {
    .passes_mask = true, .min_ndim = 2, .build = build_group, .expand = expand_group};

const NnRow nn_layer_identity = {
    .kind = NN_LAYER, .name = "Identity", .signature = "", .help = "What comes in.", .handlers = &identity_handlers,
};
const NnRow nn_layer_prelu = {
    .kind = NN_LAYER, .name = "PReLU",
    .signature = "alpha_initializer='Zeros', alpha_regularizer=None, alpha_constraint=None, shared_axes=None",
    .help = "x where x > 0, alpha * x elsewhere, with alpha learned.", .handlers = &prelu_handlers, .check = check_prelu,
};
const NnRow nn_layer_unit_normalization = {
    .kind = NN_LAYER, .name = "UnitNormalization", .signature = "axis=-1",
    .help = "Each sample divided by its length.", .handlers = &unit_handlers, .check = check_unit,
};
const NnRow nn_layer_rms_normalization = {
    .kind = NN_LAYER, .name = "RMSNormalization", .signature = "axis=-1, epsilon=1e-06",
    .help = "Each sample divided by its root mean square.", .handlers = &rms_handlers,
};
const NnRow nn_layer_group_normalization = {
    .kind = NN_LAYER, .name = "GroupNormalization",
    .signature = "groups=32, axis=-1, epsilon=0.001, center=True, scale=True, beta_initializer='zeros', "
                 "gamma_initializer='ones', beta_regularizer=None, gamma_regularizer=None, beta_constraint=None, "
                 "gamma_constraint=None",
    .help = "Keeps the numbers of groups of channels near mean 0 and deviation 1.", .handlers = &group_handlers,
};
