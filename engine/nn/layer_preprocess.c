/* Rescaling, Normalization and CategoryEncoding. Sources: keras/src/layers/preprocessing/. */
#include "engine/nn/layer_preprocess.h"

#include <math.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/op_image.h"
#include "engine/nn/rows.h"

/* ---- Rescaling ---- */

static bool check_rescaling(NnObject *object, Error *error) {
  static const char *const names[] = {"scale", "offset"};
  double number;
  for (int i = 0; i < 2; i++)
    if (!nn_option_number(nn_option(object, names[i]), &number))
      return core_fail(error, ERROR_NOT_IMPLEMENTED, "Rescaling: %s must be a number", names[i]);
  return true;
}

static NnTensor *expand_rescaling(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  const NnObject *object = &layer->object;
  const NnAttributes attributes = {.real = {nn_option_double(object, "scale"), nn_option_double(object, "offset")}};
  return nn_op("scale", inputs, 1, &attributes, error);
}

/* ---- Normalization ---- */

static bool is_given(const NnLayer *layer) { return nn_option(&layer->object, "mean")->tag != NN_OPTION_NONE; }

static bool check_normalization(NnObject *object, Error *error) {
  const NnOption *axis = nn_option(object, "axis"), *mean = nn_option(object, "mean"), *variance = nn_option(object, "variance");
  const NnOption *bad = axis->tag == NN_OPTION_STRING ? axis : NULL;
  for (int i = 0; axis->tag == NN_OPTION_LIST && i < axis->as.list.count; i++)
    if (axis->as.list.items[i].tag != NN_OPTION_INT) bad = &axis->as.list.items[i];
  if (bad != NULL)
    return core_fail(error, ERROR_TYPE, "'<' not supported between instances of '%s' and 'int'", nn_option_type_name(bad));
  if (axis->tag != NN_OPTION_NONE && axis->tag != NN_OPTION_INT && axis->tag != NN_OPTION_LIST)
    return core_fail(error, ERROR_TYPE, "'%s' object is not iterable", nn_option_type_name(axis));
  if ((mean->tag == NN_OPTION_NONE) != (variance->tag == NN_OPTION_NONE)) {
    Text text = {0};
    text_add(&text, "mean=");
    nn_option_show(&text, mean);
    text_add(&text, " and variance=");
    nn_option_show(&text, variance);
    core_fail(error, ERROR_VALUE, "When setting values directly, both `mean` and `variance` must be set. Received: %s",
              text_string(&text));
    text_free(&text);
    return false;
  }
  /* get_config() shows a tuple. */
  if (axis->tag == NN_OPTION_LIST) return true;
  const int count = axis->tag == NN_OPTION_INT;
  NnOption *items = core_alloc_zero((size_t)count + 1, sizeof *items);
  if (items == NULL) return core_fail_memory(error, sizeof *items);
  if (count) items[0] = *axis;
  return nn_option_set(object, "axis", (NnOption){NN_OPTION_LIST, {.list = {items, count}}});
}

/* Bits of the axes that are kept; -1 with Keras's error. */
static int64_t kept_axes(const NnLayer *layer, const NnShape *input, Error *error) {
  const NnOption *axis = nn_option(&layer->object, "axis");
  int64_t bits = 0;
  for (int i = 0; i < axis->as.list.count; i++) {
    int64_t at = axis->as.list.items[i].as.integer;
    if (at < -input->rank || at >= input->rank) {
      Text text = {0};
      nn_option_show(&text, axis);
      core_fail(error, ERROR_VALUE, "All `axis` values must be in the range [-ndim, ndim). Received inputs with ndim=%d, "
                "while axis=%s", input->rank, text_string(&text));
      text_free(&text);
      return -1;
    }
    if (at < 0) at += input->rank;
    if (input->dims[at] < 0) {
      Text text = {0};
      char shape[256];
      nn_option_show(&text, axis);
      nn_shape_text(input, shape, sizeof shape);
      core_fail(error, ERROR_VALUE, "All `axis` values to be kept must have a known shape. Received axis=%s, inputs.shape=%s, "
                "with unknown axis at index %lld", text_string(&text), shape, (long long)at);
      text_free(&text);
      return -1;
    }
    bits |= INT64_C(1) << at;
  }
  return bits;
}

static NnShape kept_shape(const NnShape *input, int64_t bits) {
  NnShape kept = {0};
  for (int i = 0; i < input->rank; i++)
    if (bits >> i & 1) kept.dims[kept.rank++] = input->dims[i];
  return kept;
}

static bool build_normalization(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  const int64_t bits = kept_axes(layer, &inputs[0], error);
  if (bits < 0) return false;
  if (is_given(layer)) return true;
  const NnShape kept = kept_shape(&inputs[0], bits);
  static const char *const names[] = {"mean", "variance", "count"}, *const first[] = {"zeros", "ones", "zeros"};
  for (int i = 0; i < 3; i++) {
    NnOption initializer = {NN_OPTION_OBJECT,
                            {.object = nn_object_new(nn_find(NN_INITIALIZER, first[i]), NULL, error)}};
    bool good = initializer.as.object != NULL && nn_layer_add_weight(layer, names[i], i < 2 ? kept.rank : 0, kept.dims,
                                                                     &initializer, NULL, false, error);
    nn_object_release(initializer.as.object);
    if (!good) return false;
  }
  NnVariable *counter = layer->variables[layer->variable_count - 1];
  NdArray *whole = nd_astype(counter->value, ND_INT32, error);
  if (whole == NULL) return false;
  nd_release(counter->value);
  counter->value = whole;
  return true;
}

/* mean= or variance= as an array of the kept shape: a number for all, or numbers from the right. */
static NnTensor *given(const NnLayer *layer, const char *name, const NnShape *kept, Error *error) {
  const NnOption *option = nn_option(&layer->object, name);
  NdArray *array = nd_new(ND_FLOAT32, kept->rank, kept->dims, error);
  if (array == NULL) return NULL;
  float *to = (float *)(void *)array->data;
  NdArray *from = option->tag == NN_OPTION_ARRAY ? nd_astype(option->as.array, ND_FLOAT32, error) : NULL;
  const int64_t n = from != NULL ? from->size : option->tag == NN_OPTION_LIST ? option->as.list.count : 1;
  bool good = n > 0 && array->size % n == 0 && (option->tag != NN_OPTION_ARRAY || from != NULL);
  for (int64_t i = 0; good && i < array->size; i++) {
    double number = 0;
    if (from != NULL) number = (double)((const float *)(const void *)from->data)[i % n];
    else if (option->tag == NN_OPTION_LIST) good = nn_option_number(&option->as.list.items[i % n], &number);
    else good = nn_option_number(option, &number);
    to[i] = (float)number;
  }
  NnTensor *constant = good ? nn_constant(array, error) : NULL;
  if (!good) core_fail(error, ERROR_VALUE, "layer '%s': `%s` does not fit the input", layer->name, name);
  nd_release(from);
  nd_release(array);
  return constant;
}

static NnTensor *expand_normalization(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  const NnShape *shape = nn_tensor_shape(inputs[0]);
  const int64_t bits = kept_axes(layer, shape, error);
  if (bits < 0) return NULL;
  const NnShape kept = kept_shape(shape, bits);
  const NnAttributes attributes = {.integer = {bits, nn_option_bool(&layer->object, "invert")}};
  NnTensor *all[3] = {inputs[0]}, *result = NULL;
  for (int i = 0; i < 2; i++)
    all[1 + i] = is_given(layer) ? given(layer, i ? "variance" : "mean", &kept, error)
                                 : nn_variable_tensor(layer->variables[i], error);
  if (all[1] != NULL && all[2] != NULL) result = nn_op("standardize", all, 3, &attributes, error);
  nn_tensor_release(all[1]);
  nn_tensor_release(all[2]);
  return result;
}

bool nn_is_normalization(const NnLayer *layer) { return layer->object.row == &nn_layer_normalization; }

/* Sums in double; the mean first, then the squares around it. */
bool nn_normalization_adapt(NnLayer *layer, NdArray *data, Error *error) {
  const NnShape shape = nn_shape_of_array(data);
  if (is_given(layer))
    return core_fail(error, ERROR_ATTRIBUTE, "'Normalization' object has no attribute 'adapt_mean'") ||
           core_hint(error, "the layer was given its mean and its variance: there is nothing to adapt");
  if (!nn_layer_build(layer, &shape, 1, error)) return false;
  const int64_t bits = kept_axes(layer, &shape, error);
  if (bits < 0) return false;
  const NnShape kept = kept_shape(&shape, bits), own = nn_shape_of_array(layer->variables[0]->value);
  if (!nn_shape_equal(&kept, &own)) {
    char built[256], text[256];
    nn_shape_text(nn_layer_build_shape(layer), built, sizeof built);
    nn_shape_text(&shape, text, sizeof text);
    return core_fail(error, ERROR_VALUE, "The layer was built with input_shape=%s, but adapt() is being called with data with an "
                     "incompatible shape, data.shape=%s", built, text);
  }
  NdArray *numbers = nd_astype(data, ND_FLOAT64, error);
  const int64_t groups = layer->variables[0]->value->size;
  double *sums = core_alloc_zero((size_t)(2 * groups) + 1, sizeof *sums);
  if (numbers == NULL || sums == NULL) {
    nd_release(numbers);
    core_free(sums);
    return numbers == NULL ? false : core_fail_memory(error, sizeof *sums);
  }
  const double *x = (const double *)(void *)numbers->data;
  const double each = groups > 0 ? (double)(numbers->size / groups) : 0;
  int64_t stride[NN_MAX_DIMS], size = 1;
  for (int i = shape.rank - 1; i >= 0; i--) {
    stride[i] = bits >> i & 1 ? size : 0;
    if (stride[i]) size *= shape.dims[i];
  }
  for (int pass = 0; pass < 2; pass++) {
    int64_t index[NN_MAX_DIMS] = {0}, place = 0;
    for (int64_t i = 0; i < numbers->size; i++) {
      const double d = pass ? x[i] - sums[place] : x[i];
      sums[pass * groups + place] += pass ? d * d : d;
      for (int d_axis = shape.rank - 1; d_axis >= 0; d_axis--) {
        place += stride[d_axis];
        if (++index[d_axis] < shape.dims[d_axis]) break;
        place -= stride[d_axis] * shape.dims[d_axis];
        index[d_axis] = 0;
      }
    }
    for (int64_t g = 0; g < groups; g++) sums[pass * groups + g] /= each;
  }
  for (int pass = 0; pass < 2; pass++)
    for (int64_t g = 0; g < groups; g++)
      ((float *)(void *)layer->variables[pass]->value->data)[g] = (float)sums[pass * groups + g];
  nd_release(numbers);
  core_free(sums);
  return true;
}

NdArray *nn_normalization_statistic(const NnLayer *layer, bool variance, Error *error) {
  if (is_given(layer) || layer->variable_count < 2) return NULL;
  const NnShape *input = nn_layer_build_shape(layer);
  const int64_t bits = input != NULL ? kept_axes(layer, input, error) : -1;
  if (bits < 0) return NULL;
  int64_t dims[NN_MAX_DIMS];
  for (int i = 0; i < input->rank; i++) dims[i] = bits >> i & 1 ? input->dims[i] : 1;
  NdArray *array = nd_new(ND_FLOAT32, input->rank, dims, error);
  const NdArray *value = layer->variables[variance]->value;
  if (array != NULL) memcpy(array->data, value->data, (size_t)value->size * sizeof(float));
  return array;
}

/* ---- CategoryEncoding ---- */

static const char *const modes[] = {"one_hot", "multi_hot", "count"};

static int mode_of(const NnObject *object) {
  const char *name = nn_option_text(object, "output_mode");
  for (int i = 0; name != NULL && i < 3; i++)
    if (strcmp(name, modes[i]) == 0) return i;
  return -1;
}

static bool check_encoding(NnObject *object, Error *error) {
  const char *name = nn_option_text(object, "output_mode");
  if (name != NULL && strcmp(name, "binary") == 0) nn_option_set(object, "output_mode", nn_option_string("multi_hot"));
  if (mode_of(object) < 0) {
    Text text = {0};
    nn_option_show(&text, nn_option(object, "output_mode"));
    core_fail(error, ERROR_VALUE, "Unknown arg for output_mode: %s", text_string(&text));
    text_free(&text);
    return false;
  }
  if (nn_option(object, "num_tokens")->tag == NN_OPTION_NONE)
    return core_fail(error, ERROR_VALUE, "num_tokens must be set to use this layer. If the number of tokens is not known "
                     "beforehand, use the IntegerLookup layer instead.");
  if (nn_option_int(object, "num_tokens") < 1)
    return core_fail(error, ERROR_VALUE, "`num_tokens` must be >= 1. Received: num_tokens=%lld.",
                     (long long)nn_option_int(object, "num_tokens"));
  return !nn_option_bool(object, "sparse") ||
         core_fail(error, ERROR_NOT_IMPLEMENTED, "CategoryEncoding: sparse=True is not supported");
}

static NnTensor *expand_encoding(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  const NnShape *shape = nn_tensor_shape(inputs[0]);
  const int mode = mode_of(&layer->object);
  const bool append = mode == 0 && (shape->rank < 2 || shape->dims[shape->rank - 1] != 1);
  const NnAttributes attributes = {.integer = {mode, nn_option_int(&layer->object, "num_tokens"), append}};
  return nn_op("encode", inputs, 1, &attributes, error);
}

static const NnLayerHandlers rescaling_handlers = {
    .passes_mask = true, .built_at_start = true, .expand = expand_rescaling};
static const NnLayerHandlers normalization_handlers = {.passes_mask = true, .build = build_normalization,
                                                       .expand = expand_normalization};
static const NnLayerHandlers encoding_handlers = {.built_at_start = true, .expand = expand_encoding};

const NnRow nn_layer_rescaling = {
    .kind = NN_LAYER, .name = "Rescaling", .signature = "scale, offset=0.0",
    .help = "x * scale + offset.", .handlers = &rescaling_handlers, .check = check_rescaling,
};
const NnRow nn_layer_normalization = {
    .kind = NN_LAYER, .name = "Normalization", .signature = "axis=-1, mean=None, variance=None, invert=False",
    .help = "(x - mean) / deviation, with the statistics of the data that adapt() saw.", .handlers = &normalization_handlers,
    .config = "axis|invert|mean|variance", .check = check_normalization,
};
const NnRow nn_layer_category_encoding = {
    .kind = NN_LAYER, .name = "CategoryEncoding", .signature = "num_tokens=None, output_mode='multi_hot', sparse=False",
    .help = "Whole numbers as rows of 0 and 1, or of counts.", .handlers = &encoding_handlers,
    .config = "num_tokens|output_mode", .check = check_encoding,
};
