/* Add, Subtract, Multiply, Average, Maximum, Minimum and Concatenate of several tensors, and Dot of two.
 * Sources: keras/src/layers/merging/. */
#include <math.h>
#include <string.h>

#include "engine/nn/layer_internal.h"
#include "engine/nn/rows.h"

static void show_shapes(Text *text, const NnShape *shapes, int count) {
  char one[256];
  text_add_char(text, '[');
  for (int i = 0; i < count; i++) {
    nn_shape_text(&shapes[i], one, sizeof one);
    text_addf(text, "%s%s", i ? ", " : "", one);
  }
  text_add_char(text, ']');
}

/* A message with all shapes behind it. */
static bool refuse(const char *message, const NnShape *shapes, int count, Error *error) {
  Text text = {0};
  show_shapes(&text, shapes, count);
  core_fail(error, ERROR_VALUE, "%s%s", message, text_string(&text));
  text_free(&text);
  return false;
}

static NnShape without_batch(const NnShape *shape) {
  NnShape sample = {.rank = shape->rank > 0 ? shape->rank - 1 : 0};
  for (int i = 1; i < shape->rank; i++) sample.dims[i - 1] = shape->dims[i];
  return sample;
}

/* The shape of a sum: of two lengths one must be 1 or None, or both the same. */
static bool merge_shapes(NnShape *so_far, NnShape next, Error *error) {
  NnShape longer = *so_far, shorter = next;
  if (longer.rank < shorter.rank) {
    longer = next;
    shorter = *so_far;
  }
  NnShape result = longer;
  for (int i = 0; i < shorter.rank; i++) {
    int64_t *to = &result.dims[longer.rank - shorter.rank + i];
    const int64_t a = *to, b = shorter.dims[i];
    if (a < 0 || b < 0) *to = -1;
    else if (a == 1) *to = b;
    else if (b != 1 && a != b) {
      char first[256], second[256];
      nn_shape_text(&longer, first, sizeof first);
      nn_shape_text(&shorter, second, sizeof second);
      return core_fail(error, ERROR_VALUE, "Inputs have incompatible shapes. Received shapes %s and %s", first, second);
    }
  }
  *so_far = result;
  return true;
}

bool nn_merge_takes_list(const NnLayer *layer, const NnShape *single, Error *error) {
  const NnRow *const rows[] = {&nn_layer_concatenate, &nn_layer_add, &nn_layer_subtract, &nn_layer_multiply,
                               &nn_layer_average, &nn_layer_maximum, &nn_layer_minimum};
  char text[256];
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    if (layer->object.row != rows[i]) continue;
    nn_shape_text(single, text, sizeof text);
    if (i == 0)
      return core_fail(error, ERROR_VALUE,
                       "A `Concatenate` layer should be called on a list of at least 1 input. Received: input_shape=%s", text);
    return core_fail(
        error, ERROR_VALUE,
        "A merge layer should be called on a list of inputs. Received: input_shape=%s (not a list of shapes)", text);
  }
  return true;
}

static bool build(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  int64_t batch = -1;
  for (int i = 0; i < count; i++) {
    const int64_t own = inputs[i].rank > 0 ? inputs[i].dims[0] : -1;
    if (own >= 0 && batch >= 0 && own != batch)
      return refuse("Cannot merge tensors with different batch sizes. Received tensors with shapes ", inputs, count, error);
    if (own >= 0) batch = own;
  }
  NnShape whole = without_batch(&inputs[0]);
  for (int i = 1; i < count; i++)
    if (!merge_shapes(&whole, without_batch(&inputs[i]), error)) return false;
  return true;
}

/* Tensors of fewer axes get axes of one behind the batch. */
static NnTensor *with_rank(NnTensor *x, int rank, Error *error) {
  const NnShape *shape = nn_tensor_shape(x);
  if (shape->rank >= rank || shape->rank < 1) return nn_tensor_retain(x);
  NnAttributes attributes = {.shape = {.rank = rank - 1}};
  const int more = rank - shape->rank;
  for (int i = 0; i < rank - 1; i++) attributes.shape.dims[i] = i < more ? 1 : shape->dims[1 + i - more];
  return nn_op("reshape", &x, 1, &attributes, error);
}

static NnTensor *fold(const char *op, NnTensor *const *inputs, int count, Error *error) {
  int rank = 0;
  for (int i = 0; i < count; i++)
    if (nn_tensor_shape(inputs[i])->rank > rank) rank = nn_tensor_shape(inputs[i])->rank;
  NnTensor *result = with_rank(inputs[0], rank, error);
  for (int i = 1; result != NULL && i < count; i++) {
    NnTensor *second = with_rank(inputs[i], rank, error);
    NnTensor *next = second != NULL ? nn_op(op, (NnTensor *[]){result, second}, 2, NULL, error) : NULL;
    nn_tensor_release(second);
    nn_tensor_release(result);
    result = next;
  }
  return result;
}

static bool build_subtract(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  if (!build(layer, inputs, count, error)) return false;
  if (count == 2) return true;
  return refuse("A `Subtract` layer should be called on exactly 2 inputs. Received: input_shape=", inputs, count, error);
}

#define EXPAND(id, op)                                                                                            \
  static NnTensor *expand_##id(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {  \
    return fold(op, inputs, count, error);                                                                        \
  }
EXPAND(add, "add")
EXPAND(subtract, "subtract")
EXPAND(multiply, "multiply")
EXPAND(maximum, "maximum")
EXPAND(minimum, "minimum")

static NnTensor *expand_average(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  NnTensor *sum = fold("add", inputs, count, error);
  const NnAttributes attributes = {.real = {1.0 / count}};
  NnTensor *result = sum != NULL ? nn_op("scale", &sum, 1, &attributes, error) : NULL;
  nn_tensor_release(sum);
  return result;
}

/* ---- Concatenate ---- */

static bool build_concatenate(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  int64_t axis = nn_option_int(&layer->object, "axis");
  bool good = true;
  for (int i = 1; good && i < count; i++) good = inputs[i].rank == inputs[0].rank;
  if (axis < 0) axis += inputs[0].rank;
  for (int i = 1; good && i < count; i++)
    for (int d = 0; good && d < inputs[0].rank; d++) {
      const int64_t a = inputs[0].dims[d], b = inputs[i].dims[d];
      good = d == axis || a == b || a < 0 || b < 0;
    }
  if (!good)
    return refuse("A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis. Received: "
                  "input_shape=", inputs, count, error);
  if (axis >= 1 && axis < inputs[0].rank) return true;
  if (axis == 0)
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "layer '%s': the batch (axis=0) cannot be concatenated", layer->name);
  return core_fail(error, ERROR_INDEX, axis < 0 ? "list assignment index out of range" : "list index out of range");
}

static NnTensor *expand_concatenate(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  int64_t axis = nn_option_int(&layer->object, "axis");
  const int rank = nn_tensor_shape(inputs[0])->rank;
  const NnAttributes attributes = {.integer = {axis < 0 ? axis + rank : axis}};
  NnTensor *result = nn_tensor_retain(inputs[0]);
  for (int i = 1; result != NULL && i < count; i++) {
    NnTensor *next = nn_op("concatenate", (NnTensor *[]){result, inputs[i]}, 2, &attributes, error);
    nn_tensor_release(result);
    result = next;
  }
  return result;
}

/* ---- Dot ---- */

static bool check_dot(NnObject *object, Error *error) {
  const NnOption *axes = nn_option(object, "axes");
  if (axes->tag == NN_OPTION_INT) return true;
  Text text = {0};
  nn_option_show(&text, axes);
  const NnOption *items = axes->as.list.items;
  bool good = false;
  if (axes->tag != NN_OPTION_LIST)
    core_fail(error, ERROR_TYPE, "Invalid type for argument `axes`: it should be a list or an int. Received: axes=%s",
              text_string(&text));
  else if (axes->as.list.count != 2)
    core_fail(error, ERROR_VALUE, "Invalid format for argument `axes`: it should contain two elements. Received: axes=%s",
              text_string(&text));
  else if (items[0].tag != NN_OPTION_INT || items[1].tag != NN_OPTION_INT)
    core_fail(error, ERROR_VALUE,
              "Invalid format for argument `axes`: list elements should be integers. Received: axes=%s",
              text_string(&text));
  else
    good = true;
  text_free(&text);
  return good;
}

static void dot_axes(const NnLayer *layer, const int ranks[2], int64_t axes[2]) {
  const NnOption *option = nn_option(&layer->object, "axes");
  for (int i = 0; i < 2; i++) {
    axes[i] = option->tag == NN_OPTION_INT ? option->as.integer : option->as.list.items[i].as.integer;
    if (axes[i] < 0) axes[i] += ranks[i];
  }
}

static bool build_dot(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  if (count != 2) {
    if (count > 2)
      return refuse("A `Dot` layer should be called on a list of 2 inputs. Received: input_shape=", inputs, count, error);
    char text[256];
    nn_shape_text(&inputs[0], text, sizeof text);
    return core_fail(error, ERROR_VALUE, "A `Dot` layer should be called on a list of 2 inputs. Received: input_shape=%s",
                     text);
  }
  int64_t axes[2];
  dot_axes(layer, (int[]){inputs[0].rank, inputs[1].rank}, axes);
  for (int i = 0; i < 2; i++)
    if (axes[i] < 0 || axes[i] >= inputs[i].rank) return core_fail(error, ERROR_INDEX, "tuple index out of range");
  if (axes[0] == 0 || axes[1] == 0)
    return core_fail(error, ERROR_VALUE, "Cannot perform batch_dot over axis 0. If your inputs are not batched, add a "
                     "dummy batch dimension to your inputs using keras.ops.expand_dims(x, 0)");
  const int64_t a = inputs[0].dims[axes[0]], b = inputs[1].dims[axes[1]];
  if (a == b) return true;
  char first[256], second[256];
  nn_shape_text(&inputs[0], first, sizeof first);
  nn_shape_text(&inputs[1], second, sizeof second);
  return core_fail(error, ERROR_VALUE,
                   "Incompatible input shapes: axis values %lld (at axis %lld) != %lld (at axis %lld). Full input shapes: "
                   "%s, %s", (long long)a, (long long)axes[0], (long long)b, (long long)axes[1], first, second);
}

/* x as matrices: its axis last (or first behind the batch), and the others in one. `rest` gets the others. */
static NnTensor *as_matrices(NnTensor *x, int64_t axis, bool last, bool normalize, NnShape *rest, Error *error) {
  const NnShape shape = *nn_tensor_shape(x);
  NnTensor *now = nn_tensor_retain(x);
  if (normalize) {
    const NnAttributes attributes = {.real = {1e-12}, .integer = {axis}};
    NnTensor *next = nn_op("unit_norm", &now, 1, &attributes, error);
    nn_tensor_release(now);
    now = next;
  }
  NnAttributes order = {.shape = {.rank = shape.rank}}, matrix = {.shape = {.rank = 2, .dims = {1, 1}}};
  int at = 1;
  if (!last) order.shape.dims[at++] = axis;
  for (int i = 1; i < shape.rank; i++) {
    if (i == axis) continue;
    order.shape.dims[at++] = i;
    matrix.shape.dims[last ? 0 : 1] *= shape.dims[i];
    rest->dims[rest->rank++] = shape.dims[i];
  }
  if (last) order.shape.dims[at] = axis;
  matrix.shape.dims[last ? 1 : 0] = shape.dims[axis];
  NnTensor *moved = now != NULL ? nn_op("permute", &now, 1, &order, error) : NULL;
  nn_tensor_release(now);
  NnTensor *result = moved != NULL ? nn_op("reshape", &moved, 1, &matrix, error) : NULL;
  nn_tensor_release(moved);
  return result;
}

static NnTensor *expand_dot(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  int64_t axes[2];
  dot_axes(layer, (int[]){nn_tensor_shape(inputs[0])->rank, nn_tensor_shape(inputs[1])->rank}, axes);
  const bool normalize = nn_option_bool(&layer->object, "normalize");
  NnAttributes whole = {0};
  NnTensor *both[2] = {as_matrices(inputs[0], axes[0], true, normalize, &whole.shape, error), NULL}, *result = NULL;
  if (both[0] != NULL) both[1] = as_matrices(inputs[1], axes[1], false, normalize, &whole.shape, error);
  NnTensor *product = both[1] != NULL ? nn_op("batch_dot", both, 2, NULL, error) : NULL;
  if (whole.shape.rank == 0) whole.shape = (NnShape){.rank = 1, .dims = {1}};
  if (product != NULL) result = nn_op("reshape", &product, 1, &whole, error);
  nn_tensor_release(both[0]);
  nn_tensor_release(both[1]);
  nn_tensor_release(product);
  return result;
}

/* A layer that is built already is asked again. */
static bool is_list(const NnLayer *layer, NnTensor *const *inputs, int count, Error *error) {
  const bool two = layer->object.row == &nn_layer_dot || layer->object.row == &nn_layer_subtract;
  if (!two || count == 2) return true;
  if (count > 1)
    return core_fail(error, ERROR_VALUE, "A `%s` layer should be called on exactly 2 inputs. Received: %d inputs",
                     layer->object.row->name, count);
  char text[256];
  nn_shape_text(nn_tensor_shape(inputs[0]), text, sizeof text);
  return core_fail(error, ERROR_VALUE, "A merge layer should be called on a list of inputs. Received: input_shape=%s (not a "
                   "list of shapes)", text);
}

/* A step counts in the result where it counts in one of the inputs; an input without a mask counts everywhere, so then
 * the result has none. Concatenate along the steps puts the masks one behind the other. */
static bool merge_masks(NnLayer *layer, NnTensor *const *inputs, int count, NnTensor *result, Error *error) {
  int masked = 0;
  for (int i = 0; i < count; i++) masked += inputs[i]->mask != NULL;
  if (masked == 0 || layer->object.row == &nn_layer_dot) return true;
  const NnRow *row = layer->object.row;
  /* Keras looks at every masked number of these three, step by step. */
  if (row == &nn_layer_multiply || row == &nn_layer_maximum || row == &nn_layer_minimum)
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "layer '%s' (%s) cannot take masked steps into account yet", layer->name, row->name);
  const bool concatenates = row == &nn_layer_concatenate;
  const int rank = result->shape.rank;
  int64_t axis = concatenates ? nn_option_int(&layer->object, "axis") : -1;
  if (axis < 0) axis += rank;
  const bool along_steps = concatenates && axis == 1 && rank > 2;
  if (concatenates && !along_steps && axis != rank - 1)
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "layer '%s': masked inputs are put together along their steps or their last axis",
                     layer->name);
  if (!along_steps && masked < count) return true;
  const NnAttributes everywhere = {.real = {NAN}}, behind = {.integer = {1}};
  NnTensor *mask = NULL;
  for (int i = 0; i < count; i++) {
    NnTensor *next = inputs[i]->mask != NULL ? nn_tensor_retain(inputs[i]->mask) : nn_op("any_other", &inputs[i], 1, &everywhere, error);
    NnTensor *both = next == NULL || mask == NULL
                         ? nn_tensor_retain(next)
                         : nn_op(along_steps ? "concatenate" : "maximum", (NnTensor *[]){mask, next}, 2, &behind, error);
    nn_tensor_release(mask);
    nn_tensor_release(next);
    mask = both;
    if (mask == NULL) return false;
  }
  nn_tensor_set_mask(result, mask);
  nn_tensor_release(mask);
  return true;
}

#define MERGE(id, shown, line, builds, checks, says)                                                         \
  static NnTensor *called_##id(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) { \
    NnTensor *result = is_list(layer, inputs, count, error) ? expand_##id(layer, inputs, count, training, error) : NULL; \
    if (result == NULL || merge_masks(layer, inputs, count, result, error)) return result;                    \
    nn_tensor_release(result);                                                                                \
    return NULL;                                                                                              \
  }                                                                                                           \
  static const NnLayerHandlers id##_handlers = {                                                              \
      .inputs = -1, .build = builds, .expand = called_##id};                           \
  const NnRow nn_layer_##id = {                                                                              \
      .kind = NN_LAYER, .name = shown, .signature = line, .help = says, .handlers = &id##_handlers, .check = checks};

MERGE(add, "Add", "", build, NULL, "The sum of several tensors.")
MERGE(subtract, "Subtract", "", build_subtract, NULL, "The difference of two tensors.")
MERGE(multiply, "Multiply", "", build, NULL, "The product of several tensors, number by number.")
MERGE(average, "Average", "", build, NULL, "The mean of several tensors, number by number.")
MERGE(maximum, "Maximum", "", build, NULL, "The largest of several tensors, number by number.")
MERGE(minimum, "Minimum", "", build, NULL, "The smallest of several tensors, number by number.")
MERGE(concatenate, "Concatenate", "axis=-1", build_concatenate, NULL, "Several tensors, one behind the other.")
MERGE(dot, "Dot", "axes, normalize=False", build_dot, check_dot, "The products of two tensors' samples along an axis.")
