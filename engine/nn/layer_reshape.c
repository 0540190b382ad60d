/* Permute, RepeatVector, ZeroPadding, Cropping and UpSampling. Sources: keras/src/layers/reshaping/. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_window.h"
#include "engine/nn/rows.h"

/* core_fail with the option shown behind `text`. */
static bool refuse(ErrorCode code, const char *text, const NnOption *option, const char *end, Error *error) {
  Text shown = {0};
  nn_option_show(&shown, option);
  core_fail(error, code, "%s%s%s", text, text_string(&shown), end);
  text_free(&shown);
  return false;
}

/* ---- Permute ---- */

static bool check_permute(NnObject *object, Error *error) {
  const NnOption *dims = nn_option(object, "dims");
  if (dims->tag != NN_OPTION_LIST)
    return core_fail(error, ERROR_TYPE, "'%s' object is not iterable", nn_option_type_name(dims));
  const int count = dims->as.list.count;
  bool seen[NN_MAX_DIMS] = {false}, good = count < NN_MAX_DIMS;
  for (int i = 0; good && i < count; i++) {
    const NnOption *item = &dims->as.list.items[i];
    good = item->tag == NN_OPTION_INT && item->as.integer >= 1 && item->as.integer <= count && !seen[item->as.integer];
    if (good) seen[item->as.integer] = true;
  }
  return good || refuse(ERROR_VALUE,
                        "Invalid permutation argument `dims` for Permute Layer. The set of indices in `dims` must be "
                        "consecutive and start from 1. Received dims=", dims, "", error);
}

static bool wrong_rank(const NnLayer *layer, const NnShape *input, int rank, Error *error) {
  char text[256];
  nn_shape_text(input, text, sizeof text);
  return core_fail(error, ERROR_VALUE,
                   "Input 0 with name 'None' of layer '%s' is incompatible with the layer: expected ndim=%d, found ndim=%d. "
                   "Full shape received: %s", layer->name, rank, input->rank, text);
}

static NnTensor *expand_permute(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  const NnOption *dims = nn_option(&layer->object, "dims");
  const NnShape *shape = nn_tensor_shape(inputs[0]);
  NnAttributes attributes = {.shape = {.rank = dims->as.list.count + 1}};
  if (shape->rank != attributes.shape.rank) {
    wrong_rank(layer, shape, attributes.shape.rank, error);
    return NULL;
  }
  for (int i = 1; i < shape->rank; i++) attributes.shape.dims[i] = dims->as.list.items[i - 1].as.integer;
  return nn_op("permute", inputs, 1, &attributes, error);
}

/* ---- RepeatVector and UpSampling1D: a number above 0 ---- */

static bool check_count(NnObject *object, const char *name, Error *error) {
  const NnOption *n = nn_option(object, name);
  if (n->tag != NN_OPTION_INT)
    return core_fail(error, ERROR_TYPE, "Expected an integer value for `%s`, got <class '%s'>.", name,
                     nn_option_type_name(n));
  return n->as.integer > 0 || core_fail(error, ERROR_VALUE, "Argument `%s` should be a positive integer. Received: %s=%lld",
                                        name, name, (long long)n->as.integer);
}
static bool check_repeat(NnObject *object, Error *error) { return check_count(object, "n", error); }
static bool check_up1d(NnObject *object, Error *error) { return check_count(object, "size", error); }

static NnTensor *repeat(NnTensor *x /* taken over */, int64_t axis, int64_t times, Error *error) {
  if (x == NULL || times == 1) return x;
  const NnAttributes attributes = {.integer = {axis, times}};
  NnTensor *result = nn_op("repeat", &x, 1, &attributes, error);
  nn_tensor_release(x);
  return result;
}

static NnTensor *expand_repeat(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  const NnAttributes row = {.shape = {.rank = 2, .dims = {1, nn_tensor_shape(inputs[0])->dims[1]}}};
  return repeat(nn_op("reshape", inputs, 1, &row, error), 1, nn_option_int(&layer->object, "n"), error);
}

static NnTensor *expand_up1d(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  return repeat(nn_tensor_retain(inputs[0]), 1, nn_option_int(&layer->object, "size"), error);
}

/* ---- UpSampling2D ---- */

static bool check_up2d(NnObject *object, Error *error) {
  if (!nn_check_data_format(object, error) || !nn_check_tuple(object, "size", 2, false, error)) return false;
  const NnOption *given = nn_option(object, "interpolation");
  if (given->tag != NN_OPTION_STRING)
    return core_fail(error, ERROR_ATTRIBUTE, "'%s' object has no attribute 'lower'", nn_option_type_name(given));
  char lower[16] = "";
  for (size_t i = 0; given->as.string[i] && i + 1 < sizeof lower; i++)
    lower[i] = (char)tolower((unsigned char)given->as.string[i]);
  if (strcmp(lower, "nearest") != 0 && strcmp(lower, "bilinear") != 0)
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "UpSampling2D: interpolation='%s' is not supported", lower) ||
           core_hint(error, "use 'nearest' or 'bilinear'");
  return nn_option_set(object, "interpolation", nn_option_string(lower));
}

static NnTensor *expand_up2d(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  const bool first = nn_is_channels_first(&layer->object);
  int64_t size[2];
  nn_tuple_of(&layer->object, "size", 2, size);
  NnTensor *x = nn_tensor_retain(inputs[0]);
  if (first) x = nn_channels_last(x, error);
  if (x == NULL) return NULL;
  if (strcmp(nn_option_text(&layer->object, "interpolation"), "nearest") == 0) {
    x = repeat(repeat(x, 1, size[0], error), 2, size[1], error);
  } else {
    const NnShape *shape = nn_tensor_shape(x);
    const NnAttributes attributes = {
        .shape = {.rank = 2, .dims = {shape->dims[1] * size[0], shape->dims[2] * size[1]}}};
    NnTensor *next = nn_op("resize", &x, 1, &attributes, error);
    nn_tensor_release(x);
    x = next;
  }
  return x != NULL && first ? nn_channels_first(x, error) : x;
}

/* ---- ZeroPadding and Cropping ---- */

static bool is_padding(const NnObject *object) { return strncmp(object->row->name, "Zero", 4) == 0; }

static bool check_pad1d(NnObject *object, Error *error) {
  const bool padding = is_padding(object);
  return nn_check_tuple(object, padding ? "padding" : "cropping", 2, true, error) &&
         (!padding || nn_check_data_format(object, error));
}

/* ((top, bottom), (left, right)) from a number, two numbers, or that. */
static bool check_pad2d(NnObject *object, Error *error) {
  const char *name = is_padding(object) ? "padding" : "cropping";
  const NnOption *given = nn_option(object, name);
  char text[256];
  if (!nn_check_data_format(object, error)) return false;
  if (given->tag == NN_OPTION_INT && given->as.integer < 0 && !is_padding(object))
    return refuse(ERROR_VALUE, "`cropping` cannot be negative. Received: cropping=", given, ".", error);
  if (given->tag == NN_OPTION_LIST && given->as.list.count != 2) {
    snprintf(text, sizeof text, "`%s` should have two elements. Received: %s=", name, name);
    return refuse(ERROR_VALUE, text, given, ".", error);
  }
  if (given->tag != NN_OPTION_LIST && given->tag != NN_OPTION_INT) {
    snprintf(text, sizeof text,
             "`%s` should be either an int, a tuple of 2 ints (symmetric_height_crop, symmetric_width_crop), or a tuple of "
             "2 tuples of 2 ints ((top_crop, bottom_crop), (left_crop, right_crop)). Received: %s=", name, name);
    return refuse(ERROR_VALUE, text, given, ".", error);
  }
  NnOption *pairs = core_alloc_zero(2, sizeof *pairs);
  if (pairs == NULL) return core_fail_memory(error, sizeof *pairs);
  NnOption made = {NN_OPTION_LIST, {.list = {pairs, 2}}};
  bool good = true;
  for (int i = 0; good && i < 2; i++) {
    const NnOption *side = given->tag == NN_OPTION_INT ? given : &given->as.list.items[i];
    const bool pair = side->tag == NN_OPTION_LIST && side->as.list.count == 2;
    int64_t numbers[2];
    for (int k = 0; good && k < 2; k++) {
      const NnOption *number = pair ? &side->as.list.items[k] : side;
      good = number->tag == NN_OPTION_INT && number->as.integer >= 0;
      if (good) numbers[k] = number->as.integer;
    }
    if (!good) {
      Text shown = {0};
      nn_option_show(&shown, side);
      const bool negative = side->tag == NN_OPTION_INT;
      const char *nth = i ? "2nd" : "1st";
      core_fail(error, ERROR_VALUE, "The `%s entry of %s` argument must be a tuple of 2 integers. Received %s entry of %s=%s",
                nth, name, nth, name, text_string(&shown));
      if (negative)
        core_fail(error, ERROR_VALUE,
                  "The `%s entry of %s` argument must be a tuple of 2 integers. Received %s entry of %s=%s, including "
                  "values {%s} that do not satisfy `value >= 0`",
                  nth, name, nth, name, text_string(&shown), text_string(&shown));
      text_free(&shown);
      break;
    }
    NnOption *items = core_alloc_zero(2, sizeof *items);
    if (items == NULL) {
      good = core_fail_memory(error, sizeof *items);
      break;
    }
    for (int k = 0; k < 2; k++) items[k] = nn_option_integer(numbers[k]);
    pairs[i] = (NnOption){NN_OPTION_LIST, {.list = {items, 2}}};
  }
  if (good) return nn_option_set(object, name, made);
  nn_option_clear(&made);
  return false;
}

/* Before and after each axis into the attributes of op `pad`. */
static NnTensor *expand_pad(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  const NnObject *object = &layer->object;
  const bool padding = is_padding(object);
  const NnOption *option = nn_option(object, padding ? "padding" : "cropping");
  const NnShape *shape = nn_tensor_shape(inputs[0]);
  const int spatial = shape->rank - 2;
  const int first = nn_option(object, "data_format") != NULL && nn_is_channels_first(object) ? 2 : 1;
  NnAttributes attributes = {.shape = {.rank = NN_MAX_DIMS}};
  for (int i = 0; i < spatial; i++) {
    const NnOption *pair = spatial == 1 ? option : &option->as.list.items[i];
    int64_t *to = &attributes.shape.dims[2 * (first + i) - 2];
    for (int k = 0; k < 2; k++) to[k] = pair->as.list.items[k].as.integer * (padding ? 1 : -1);
    if (padding || shape->dims[first + i] < 0 || shape->dims[first + i] + to[0] + to[1] > 0) continue;
    char text[256];
    Text shown = {0};
    nn_shape_text(shape, text, sizeof text);
    nn_option_show(&shown, option);
    core_fail(error, ERROR_VALUE, spatial == 1
              ? "`cropping` parameter of `Cropping1D` layer must be smaller than the input length. Received: "
                "input_shape=%s, cropping=%s"
              : "Values in `cropping` argument should be smaller than the corresponding spatial dimension of the input. "
                "Received: input_shape=%s, cropping=%s", text, text_string(&shown));
    text_free(&shown);
    return NULL;
  }
  return nn_op("pad", inputs, 1, &attributes, error);
}

#define RESHAPE(id, shown, line, ndim, expands, checks, says)                                                         \
  static const NnLayerHandlers id##_handlers = {.built_at_start = true, .exact_ndim = ndim, .expand = expands};       \
  const NnRow nn_layer_##id = {.kind = NN_LAYER, .name = shown, .signature = line, .help = says,                      \
                               .handlers = &id##_handlers, .check = checks};

RESHAPE(permute, "Permute", "dims", 0, expand_permute, check_permute, "The axes of each sample in another order.")
RESHAPE(repeat_vector, "RepeatVector", "n", 2, expand_repeat, check_repeat, "Each sample n times in a row.")
RESHAPE(up_sampling1d, "UpSampling1D", "size=2", 3, expand_up1d, check_up1d, "Each step several times in a row.")
RESHAPE(up_sampling2d, "UpSampling2D", "size=(2, 2), data_format=None, interpolation='nearest'", 4, expand_up2d, check_up2d,
        "Images several times as large.")
RESHAPE(zero_padding1d, "ZeroPadding1D", "padding=1, data_format=None", 3, expand_pad, check_pad1d,
        "Zeros before and behind the steps.")
RESHAPE(zero_padding2d, "ZeroPadding2D", "padding=(1, 1), data_format=None", 4, expand_pad, check_pad2d, "Zeros around images.")
RESHAPE(cropping1d, "Cropping1D", "cropping=(1, 1)", 3, expand_pad, check_pad1d, "The steps without the first and the last ones.")
RESHAPE(cropping2d, "Cropping2D", "cropping=((0, 0), (0, 0)), data_format=None", 4, expand_pad,
        check_pad2d, "Images without their edges.")
