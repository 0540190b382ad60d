/* RandomFlip, RandomRotation, RandomTranslation, RandomZoom, RandomContrast, RandomBrightness, RandomCrop, CenterCrop and
 * Resizing.
 * Sources: keras/src/layers/preprocessing/image_preprocessing/. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_window.h"
#include "engine/nn/op_image.h"
#include "engine/nn/rows.h"
#include "engine/nn/seed.h"

typedef struct Bounds {
  double least, most; /* `least` itself is outside where `open` */
  bool open;
} Bounds;

static bool refuse(const char *text, const char *name, const NnOption *option, Error *error) {
  Text shown = {0};
  nn_option_show(&shown, option);
  core_fail(error, ERROR_VALUE, "%sReceived: %s=%s", text, name, text_string(&shown));
  text_free(&shown);
  return false;
}

/* A number f: [-f, f]; or a pair, sorted. */
static bool range_of(const NnObject *object, const char *name, double range[2]) {
  const NnOption *option = nn_option(object, name);
  double f;
  if (option->tag == NN_OPTION_LIST && option->as.list.count == 2) {
    if (!nn_option_number(&option->as.list.items[0], &range[0]) ||
        !nn_option_number(&option->as.list.items[1], &range[1]))
      return false;
    if (range[0] > range[1]) {
      f = range[0];
      range[0] = range[1];
      range[1] = f;
    }
    return true;
  }
  if (!nn_option_number(option, &f)) return false;
  range[0] = -fabs(f);
  range[1] = fabs(f);
  return true;
}

static bool check_range(NnObject *object, const char *name, Bounds bounds, const char *text, Error *error) {
  double range[2];
  const bool good = range_of(object, name, range) && range[1] <= bounds.most &&
                    (bounds.open ? range[0] > bounds.least || range[0] == -range[1] : range[0] >= bounds.least);
  return good || refuse(text, name, nn_option(object, name), error);
}

/* get_config() shows the pair. */
static bool store_range(NnObject *object, const char *name, Error *error) {
  double range[2];
  NnOption *items = core_alloc_zero(2, sizeof *items);
  if (items == NULL) return core_fail_memory(error, sizeof *items);
  range_of(object, name, range);
  const NnOption *option = nn_option(object, name);
  const bool whole = option->tag == NN_OPTION_INT;
  for (int i = 0; i < 2; i++) items[i] = whole ? nn_option_integer((int64_t)range[i]) : nn_option_real(range[i]);
  return nn_option_set(object, name, (NnOption){NN_OPTION_LIST, {.list = {items, 2}}});
}

static int named(const char *name, const char *const *names, int count) {
  for (int i = 0; name != NULL && i < count; i++)
    if (strcmp(name, names[i]) == 0) return i;
  return -1;
}
static const char *const fills[] = {"reflect", "wrap", "constant", "nearest"};
static const char *const samplings[] = {"bilinear", "nearest"};

static bool check_seed(NnObject *object, Error *error) {
  const NnOption *seed = nn_option(object, "seed");
  if (seed == NULL || seed->tag == NN_OPTION_NONE || seed->tag == NN_OPTION_INT || seed->tag == NN_OPTION_OBJECT)
    return true;
  return refuse("Argument `seed` must be an integer. ", "seed", seed, error);
}

static bool check_affine(NnObject *object, Error *error) {
  if (!check_seed(object, error)) return false;
  const char *fill = nn_option_text(object, "fill_mode"), *sampling = nn_option_text(object, "interpolation");
  if (named(fill, fills, 4) < 0)
    return core_fail(error, ERROR_NOT_IMPLEMENTED,
                     "Unknown `fill_mode` %s. Expected of one ('reflect', 'wrap', 'constant', 'nearest').", fill ? fill : "None");
  if (named(sampling, samplings, 2) < 0)
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "Unknown `interpolation` %s. Expected of one ('nearest', 'bilinear').",
                     sampling ? sampling : "None");
  return nn_check_data_format(object, error);
}

static bool check_rotation(NnObject *object, Error *error) {
  return check_range(object, "factor", (Bounds){-1, 1, false},
                     "The `factor` argument should be a number (or a list of two numbers) in the range [-1.0, 1.0]. ", error) &&
         store_range(object, "factor", error) && check_affine(object, error);
}
static bool check_translation(NnObject *object, Error *error) {
  static const char text[] = "The `factor` argument should be a number (or a list of two numbers) in the range [-1.0, 1.0]. ";
  return check_range(object, "height_factor", (Bounds){-1, 1, false}, text, error) &&
         check_range(object, "width_factor", (Bounds){-1, 1, false}, text, error) && check_affine(object, error);
}
static bool check_zoom(NnObject *object, Error *error) {
  static const char text[] = "The `height_factor` and `width_factor` arguments should be a number (or a list of two numbers) in "
                             "the range [-1.0, 1.0]. ";
  return check_range(object, "height_factor", (Bounds){-1, 1, true}, text, error) &&
         (nn_option(object, "width_factor")->tag == NN_OPTION_NONE ||
          check_range(object, "width_factor", (Bounds){-1, 1, true}, text, error)) &&
         check_affine(object, error);
}
static bool check_values(NnObject *object, Error *error) {
  if (!check_seed(object, error)) return false;
  double range[2];
  const NnOption *option = nn_option(object, "value_range");
  if (option->tag == NN_OPTION_LIST && range_of(object, "value_range", range)) return nn_check_data_format(object, error);
  return refuse("The `value_range` argument should be a list of two numbers. ", "value_range", option, error);
}
static bool check_brightness(NnObject *object, Error *error) {
  return check_range(object, "factor", (Bounds){-1, 1, false},
                     "The `factor` argument should be a number (or a list of two numbers) in the range [-1.0, 1.0]. ", error) &&
         store_range(object, "factor", error) && check_values(object, error);
}
static bool check_contrast(NnObject *object, Error *error) {
  static const char text[] = "The `factor` argument should be a number (or a list of two numbers) in the range [0, 1]. ";
  double f;
  const NnOption *given = nn_option(object, "factor");
  const bool one = nn_option_number(given, &f);
  if (one ? f < 0 || f > 1 : !check_range(object, "factor", (Bounds){0, 1, false}, text, NULL))
    return refuse(text, "factor", given, error);
  if (one) { /* from 0 on */
    NnOption *items = core_alloc_zero(2, sizeof *items);
    if (items == NULL) return core_fail_memory(error, sizeof *items);
    items[0] = nn_option_integer(0);
    items[1] = *given;
    nn_option_set(object, "factor", (NnOption){NN_OPTION_LIST, {.list = {items, 2}}});
  }
  return check_values(object, error);
}
static bool check_flip(NnObject *object, Error *error) {
  static const char *const flips[] = {"horizontal", "vertical", "horizontal_and_vertical"};
  const NnOption *mode = nn_option(object, "mode");
  if (!check_seed(object, error)) return false;
  if (named(nn_option_text(object, "mode"), flips, 3) < 0) return refuse("Unknown flip mode. ", "mode", mode, error);
  return nn_check_data_format(object, error);
}

/* An image without a batch is no batch of one for long. Keras's default for these layers is to work: NN_TRAINING_UNSAID
 * means that nobody said anything, neither a caller nor a plan. */
static NnTensor *augment(NnLayer *layer, NnTensor *x, NnAttributes *attributes, int training, Error *error) {
  const NnOption *seed = nn_option(&layer->object, "seed"), *format = nn_option(&layer->object, "data_format");
  const bool first = format != NULL && nn_is_channels_first(&layer->object);
  attributes->integer[0] = training == NN_TRAINING_UNSAID ? 1 : training;
  const bool alone = training >= 0 || training == NN_TRAINING_UNSAID;
  if (seed->tag == NN_OPTION_INT) {
    attributes->integer[1] = seed->as.integer != 0 ? seed->as.integer : INT64_MAX;
    /* Calls beside a plan draw on: the object's own seed, which it has no other use for, counts them. */
    if (alone && layer->object.seed > 0) attributes->integer[1] ^= (int64_t)(layer->object.seed * 0x9E3779B97F4A7C15u >> 1);
    if (alone) layer->object.seed++;
  } else if (alone) {
    attributes->integer[1] = (int64_t)nn_next_seed() + 1;
  }
  NnTensor *now = nn_tensor_retain(x);
  if (first) now = nn_channels_last(now, error);
  NnTensor *result = now != NULL ? nn_op("augment", &now, 1, attributes, error) : NULL;
  nn_tensor_release(now);
  return result != NULL && first ? nn_channels_first(result, error) : result;
}

static NnTensor *expand_flip(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  const char *mode = nn_option_text(&layer->object, "mode");
  const int64_t flips = (strstr(mode, "horizontal") != NULL) + 2 * (strstr(mode, "vertical") != NULL);
  NnAttributes attributes = {.integer = {0, 0, NN_AUGMENT_FLIP, flips}};
  return augment(layer, inputs[0], &attributes, training, error);
}

static NnTensor *expand_affine(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  const NnObject *object = &layer->object;
  NnAttributes attributes = {.shape = {.rank = 1}};
  double range[2], value = nn_option_double(object, "fill_value");
  const bool rotation = nn_option(object, "factor") != NULL;
  const bool zoom = strstr(object->row->name, "Zoom") != NULL;
  NnAugment kind = rotation ? NN_AUGMENT_ROTATION : zoom ? NN_AUGMENT_ZOOM : NN_AUGMENT_TRANSLATION;
  const double shift = kind == NN_AUGMENT_ZOOM ? 1 : 0, unit = rotation ? 6.283185307179586476925 : 1;
  range_of(object, rotation ? "factor" : "height_factor", range);
  for (int i = 0; i < 2; i++) attributes.real[i] = (range[i] + shift) * unit;
  if (!rotation && nn_option(object, "width_factor")->tag != NN_OPTION_NONE) {
    range_of(object, "width_factor", range);
    for (int i = 0; i < 2; i++) attributes.real[2 + i] = range[i] + shift;
  } else if (!rotation) {
    kind = NN_AUGMENT_ZOOM_BOTH;
  }
  attributes.integer[2] = kind;
  attributes.integer[3] = named(nn_option_text(object, "fill_mode"), fills, 4) +
                          8 * named(nn_option_text(object, "interpolation"), samplings, 2);
  memcpy(&attributes.shape.dims[0], &value, sizeof value);
  return augment(layer, inputs[0], &attributes, training, error);
}

static NnTensor *expand_color(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  const NnObject *object = &layer->object;
  const bool contrast = strcmp(object->row->name, "RandomContrast") == 0;
  const NnOption *factor = nn_option(object, "factor");
  double pair[2], values[2];
  range_of(object, "value_range", values);
  for (int i = 0; i < 2; i++) nn_option_number(&factor->as.list.items[i], &pair[i]);
  const double span = values[1] - values[0];
  NnAttributes attributes = {.real = {contrast ? 1 - pair[0] : pair[0] * span, contrast ? 1 + pair[1] : pair[1] * span,
                                      values[0], values[1]},
                             .integer = {0, 0, contrast ? NN_AUGMENT_CONTRAST : NN_AUGMENT_BRIGHTNESS}};
  return augment(layer, inputs[0], &attributes, training, error);
}

/* ---- CenterCrop and Resizing ---- */

static bool check_size(NnObject *object, Error *error) {
  static const char *const names[] = {"height", "width"};
  for (int i = 0; i < 2; i++)
    if (nn_option(object, names[i])->tag != NN_OPTION_INT || nn_option_int(object, names[i]) < 1)
      return refuse("Expected a positive integer. ", names[i], nn_option(object, names[i]), error);
  if (nn_option(object, "interpolation") != NULL) {
    const char *sampling = nn_option_text(object, "interpolation");
    if (named(sampling, samplings, 2) < 0)
      return core_fail(error, ERROR_NOT_IMPLEMENTED, "Resizing: interpolation='%s' is not supported",
                       sampling ? sampling : "None") ||
             core_hint(error, "use 'bilinear' or 'nearest'");
    if (nn_option_bool(object, "antialias"))
      return core_fail(error, ERROR_NOT_IMPLEMENTED, "Resizing: antialias=True is not supported");
  }
  return nn_check_data_format(object, error);
}

static bool check_crop(NnObject *object, Error *error) { return check_seed(object, error) && check_size(object, error); }

/* The middle of images, `height` x `width` pixels; x is taken over. */
static NnTensor *middle(NnTensor *x, int64_t height, int64_t width, Error *error) {
  const NnShape *shape = nn_tensor_shape(x);
  const int64_t top = (shape->dims[1] - height) / 2, left = (shape->dims[2] - width) / 2;
  const NnAttributes attributes = {.shape = {.rank = NN_MAX_DIMS, .dims = {-top, height - shape->dims[1] + top, -left,
                                                                          width - shape->dims[2] + left}}};
  NnTensor *y = nn_op("pad", &x, 1, &attributes, error);
  nn_tensor_release(x);
  return y;
}

/* The largest middle part that has the wanted form; x is taken over. */
static NnTensor *in_form(NnTensor *x, int64_t height, int64_t width, Error *error) {
  const NnShape *shape = nn_tensor_shape(x);
  int64_t high = (int64_t)((double)(shape->dims[2] * height) / (double)width);
  int64_t wide = (int64_t)((double)(shape->dims[1] * width) / (double)height);
  high = high > shape->dims[1] ? shape->dims[1] : high < 1 ? 1 : high;
  wide = wide > shape->dims[2] ? shape->dims[2] : wide < 1 ? 1 : wide;
  return middle(x, high, wide, error);
}

/* Between bars of one value, as many on both sides, so that the whole has the wanted form; x is taken over. */
static NnTensor *between_bars(NnTensor *x, int64_t height, int64_t width, double value, Error *error) {
  const NnShape *shape = nn_tensor_shape(x);
  const int64_t high = (int64_t)((float)(shape->dims[2] * height) / (float)width);
  const int64_t wide = (int64_t)((float)(shape->dims[1] * width) / (float)height);
  const int64_t top = high > shape->dims[1] ? (high - shape->dims[1]) / 2 : 0;
  const int64_t left = wide > shape->dims[2] ? (wide - shape->dims[2]) / 2 : 0;
  const NnAttributes bars = {.shape = {.rank = NN_MAX_DIMS, .dims = {top, top, left, left}}};
  const NnAttributes to_zero = {.real = {1, -value}}, back = {.real = {1, value}};
  const struct {
    const char *op;
    const NnAttributes *attributes;
  } steps[] = {{"scale", &to_zero}, {"pad", &bars}, {"scale", &back}}; /* pad puts zeros there */
  for (int i = 0; x != NULL && i < 3; i++) {
    NnTensor *y = nn_op(steps[i].op, &x, 1, steps[i].attributes, error);
    nn_tensor_release(x);
    x = y;
  }
  return x;
}

static NnTensor *resized(NnTensor *x, int64_t height, int64_t width, bool nearest, Error *error) {
  if (x == NULL) return NULL;
  const NnAttributes attributes = {.integer = {nearest}, .shape = {.rank = 2, .dims = {height, width}}};
  NnTensor *y = nn_op("resize", &x, 1, &attributes, error);
  nn_tensor_release(x);
  return y;
}

static NnTensor *expand_size(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  const NnObject *object = &layer->object;
  const int64_t height = nn_option_int(object, "height"), width = nn_option_int(object, "width");
  const bool first = nn_is_channels_first(object), resizing = nn_option(object, "interpolation") != NULL;
  NnTensor *x = nn_tensor_retain(inputs[0]);
  if (first) x = nn_channels_last(x, error);
  if (x == NULL) return NULL;
  const NnShape *shape = nn_tensor_shape(x);
  if (resizing) {
    const bool crop = nn_option_bool(object, "crop_to_aspect_ratio"), pad = nn_option_bool(object, "pad_to_aspect_ratio");
    if (crop && pad) {
      nn_tensor_release(x);
      core_fail(error, ERROR_VALUE, "Only one of `pad_to_aspect_ratio` & `crop_to_aspect_ratio` can be `True`.");
      return NULL;
    }
    if (crop) x = in_form(x, height, width, error);
    if (pad) x = between_bars(x, height, width, nn_option_double(object, "fill_value"), error);
    x = resized(x, height, width, strcmp(nn_option_text(object, "interpolation"), "nearest") == 0, error);
  } else if (shape->dims[1] >= height && shape->dims[2] >= width) {
    x = middle(x, height, width, error);
  } else {
    x = resized(in_form(x, height, width, error), height, width, false, error);
  }
  return x != NULL && first ? nn_channels_first(x, error) : x;
}

/* While training a window of images at random, the same for all of a batch: they move so that it lies in their middle.
 * Where the window is not inside of them, its place is fixed, and what it has of them gets its size. A call that is told
 * not to train gives images back; in a model, whose shapes are the same in both modes, it gives the middle window. */
static NnTensor *expand_crop(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  const NnObject *object = &layer->object;
  const int64_t height = nn_option_int(object, "height"), width = nn_option_int(object, "width");
  const bool first = nn_is_channels_first(object);
  if (training == 0) return nn_op1("identity", inputs[0], error);
  NnTensor *x = first ? nn_channels_last(nn_tensor_retain(inputs[0]), error) : nn_tensor_retain(inputs[0]);
  if (x == NULL) return NULL;
  const int64_t rows = x->shape.dims[1], columns = x->shape.dims[2];
  if (rows < 0 || columns < 0) {
    char text[256];
    nn_shape_text(nn_tensor_shape(inputs[0]), text, sizeof text);
    nn_tensor_release(x);
    core_fail(error, ERROR_VALUE, "RandomCrop requires the input to have a fully defined height and width. Received: "
              "images.shape=%s", text);
    return NULL;
  }
  if (rows > height && columns > width) {
    const double top = (double)((rows - height) / 2), left = (double)((columns - width) / 2);
    NnAttributes attributes = {.real = {-top, (double)(rows - height + 1) - top, -left, (double)(columns - width + 1) - left},
                               .integer = {0, 0, NN_AUGMENT_SHIFT, NN_FILL_CONSTANT + 8}, .shape = {.rank = 1}};
    NnTensor *moved = augment(layer, inputs[0], &attributes, training, error);
    nn_tensor_release(x);
    x = moved != NULL && first ? nn_channels_last(moved, error) : moved;
    if (x != NULL) x = middle(x, height, width, error);
  } else {
    int64_t high = (int64_t)((double)(columns * height) / (double)width);
    int64_t wide = (int64_t)((double)(rows * width) / (double)height);
    high = high > rows ? rows : high < 1 ? 1 : high;
    wide = wide > columns ? columns : wide < 1 ? 1 : wide;
    const int64_t top = (rows - high) / 2, left = (columns - wide) / 2;
    const int64_t bottom = top + height < rows ? top + height : rows, right = left + width < columns ? left + width : columns;
    const NnAttributes window = {.shape = {.rank = NN_MAX_DIMS, .dims = {-top, bottom - rows, -left, right - columns}}};
    NnTensor *part = nn_op("pad", &x, 1, &window, error);
    nn_tensor_release(x);
    x = part;
    if (x != NULL && (bottom - top != height || right - left != width)) x = resized(x, height, width, false, error);
  }
  return x != NULL && first ? nn_channels_first(x, error) : x;
}

/* A batch of images, or one image alone, which becomes a batch of one and is an image again behind the layer. */
static NnTensor *expand_images(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error,
                               NnTensor *(*rule)(NnLayer *, NnTensor *const *, int, int, Error *)) {
  const NnShape *shape = nn_tensor_shape(inputs[0]);
  if (shape->rank == 4) return rule(layer, inputs, count, training, error);
  char text[256];
  nn_shape_text(shape, text, sizeof text);
  if (shape->rank != 3) {
    core_fail(error, ERROR_VALUE, "Expected image tensor to have rank 3 (single image) or 4 (batch of images). Received: "
              "data.shape=%s", text);
    return NULL;
  }
  if (shape->dims[0] < 0) {
    core_fail(error, ERROR_NOT_IMPLEMENTED, "layer '%s': the size of a single image must be known, got %s", layer->name, text);
    core_hint(error, "a batch of images has four dimensions: (batch, height, width, channels)");
    return NULL;
  }
  NnAttributes batch = {.integer = {-1}, .shape = {.rank = 4, .dims = {1, shape->dims[0], shape->dims[1], shape->dims[2]}}};
  NnTensor *one = nn_op("reshape_to", inputs, 1, &batch, error);
  NnTensor *result = one != NULL ? rule(layer, &one, 1, training, error) : NULL;
  nn_tensor_release(one);
  if (result == NULL) return NULL;
  const int64_t *dims = nn_tensor_shape(result)->dims;
  const NnAttributes image = {.integer = {-1}, .shape = {.rank = 3, .dims = {dims[1], dims[2], dims[3]}}};
  NnTensor *alone = nn_op("reshape_to", &result, 1, &image, error);
  nn_tensor_release(result);
  return alone;
}

#define IMAGE(id, shown, line, order, rule, checks, says)                                                             \
  static NnTensor *expand_##id(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {      \
    return expand_images(layer, inputs, count, training, error, rule);                                                \
  }                                                                                                                   \
  static const NnLayerHandlers id##_handlers = {.built_at_start = true, .takes_images = true, .expand = expand_##id}; \
  const NnRow nn_layer_##id = {.kind = NN_LAYER, .name = shown, .signature = line, .help = says,                      \
                               .handlers = &id##_handlers, .config = order, .check = checks};
#define OUTSIDE "fill_mode='reflect', interpolation='bilinear', seed=None, fill_value=0.0, data_format=None"

IMAGE(random_flip, "RandomFlip", "mode='horizontal_and_vertical', seed=None, data_format=None", "data_format|seed|mode",
      expand_flip, check_flip, "Mirrors images at random while training.")
IMAGE(random_rotation, "RandomRotation", "factor, " OUTSIDE, "data_format|factor|fill_mode|fill_value|interpolation|seed",
      expand_affine, check_rotation, "Turns images at random while training.")
IMAGE(random_translation, "RandomTranslation", "height_factor, width_factor, " OUTSIDE,
      "data_format|height_factor|width_factor|fill_mode|interpolation|seed|fill_value", expand_affine,
      check_translation, "Shifts images at random while training.")
IMAGE(random_zoom, "RandomZoom", "height_factor, width_factor=None, " OUTSIDE,
      "data_format|height_factor|width_factor|fill_mode|interpolation|seed|fill_value", expand_affine, check_zoom,
      "Zooms images at random while training.")
IMAGE(random_contrast, "RandomContrast", "factor, value_range=(0, 255), seed=None, data_format=None",
      "data_format|factor|value_range|seed", expand_color, check_contrast,
      "Changes the contrast of images at random while training.")
IMAGE(random_brightness, "RandomBrightness", "factor, value_range=(0, 255), seed=None, data_format=None",
      "data_format|factor|value_range|seed", expand_color,
      check_brightness, "Changes the brightness of images at random while training.")
IMAGE(random_crop, "RandomCrop", "height, width, seed=None, data_format=None", "data_format|height|width|seed", expand_crop,
      check_crop, "A window of images at random while training.")
IMAGE(center_crop, "CenterCrop", "height, width, data_format=None", "data_format|height|width", expand_size, check_size,
      "The middle of images.")
IMAGE(resizing, "Resizing",
      "height, width, interpolation='bilinear', crop_to_aspect_ratio=False, pad_to_aspect_ratio=False, "
      "fill_mode='constant', fill_value=0.0, antialias=False, data_format=None",
      "data_format|height|width|interpolation|crop_to_aspect_ratio|pad_to_aspect_ratio|fill_mode|fill_value|antialias",
      expand_size, check_size, "Images in another size.")
