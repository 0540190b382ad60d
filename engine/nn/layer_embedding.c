/* Embedding and Masking. Sources: keras/src/layers/core/embedding.py and masking.py. */
#include "engine/nn/layer_window.h"
#include "engine/nn/rows.h"

static bool check_size(const NnObject *object, const char *name, Error *error) {
  const NnOption *size = nn_option(object, name);
  if (size->tag == NN_OPTION_INT && size->as.integer > 0) return true;
  Text text = {0};
  nn_option_show(&text, size);
  core_fail(error, ERROR_VALUE, "`%s` must be a positive integer. Received: %s=%s (of type %s).", name, name,
            text_string(&text), nn_option_type_name(size));
  text_free(&text);
  return false;
}

static bool check_embedding(NnObject *object, Error *error) {
  if (!check_size(object, "input_dim", error) || !check_size(object, "output_dim", error)) return false;
  if (nn_option(object, "lora_rank")->tag != NN_OPTION_NONE)
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "Embedding: lora_rank is not supported");
  if (nn_option(object, "quantization_config")->tag != NN_OPTION_NONE)
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "Embedding: quantization_config is not supported");
  return true;
}

/* `weights`: an array, or a list of one. */
static NdArray *given_weights(const NnLayer *layer) {
  const NnOption *weights = nn_option(&layer->object, "weights");
  if (weights->tag == NN_OPTION_LIST && weights->as.list.count == 1) weights = &weights->as.list.items[0];
  return weights->tag == NN_OPTION_ARRAY ? weights->as.array : NULL;
}

static bool build_embedding(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  const NnObject *object = &layer->object;
  const int64_t shape[2] = {nn_option_int(object, "input_dim"), nn_option_int(object, "output_dim")};
  if (!nn_layer_add_weight(layer, "embeddings", 2, shape, nn_option(object, "embeddings_initializer"),
                           nn_option_object(layer, "embeddings_regularizer"), true, error) ||
      !nn_layer_constrain(layer, "embeddings_constraint", error))
    return false;
  if (nn_option(object, "weights")->tag == NN_OPTION_NONE) return true;
  NdArray *given = given_weights(layer);
  if (given == NULL)
    return core_fail(error, ERROR_ATTRIBUTE, "'%s' object has no attribute 'shape'",
                     nn_option(object, "weights")->tag == NN_OPTION_LIST ? "list" : nn_option_type_name(nn_option(object, "weights"))) ||
           core_hint(error, "weights is an array, or a list of one array");
  return nn_layer_set_weights(layer, &given, 1, error);
}

static bool start_embedding(NnLayer *layer, Error *error) {
  if (nn_option(&layer->object, "weights")->tag == NN_OPTION_NONE) return true;
  const NnShape any = {.rank = 1, .dims = {-1}};
  return nn_layer_build(layer, &any, 1, error);
}

static NnTensor *expand_embedding(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  NnTensor *table = nn_variable_tensor(layer->variables[0], error);
  NnTensor *y = table != NULL ? nn_op("embedding", (NnTensor *[]){inputs[0], table}, 2, NULL, error) : NULL;
  nn_tensor_release(table);
  if (y == NULL || !nn_option_bool(&layer->object, "mask_zero")) return y;
  NnTensor *mask = nn_op1("differs_from", inputs[0], error);
  if (mask == NULL) {
    nn_tensor_release(y);
    return NULL;
  }
  nn_tensor_set_mask(y, mask);
  nn_tensor_release(mask);
  return y;
}

/* Masking: steps whose features all have one value become zeros and are left out by recurrent layers. */
static NnTensor *expand_masking(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  const NnAttributes attributes = {.real = {nn_option_double(&layer->object, "mask_value")}};
  NnTensor *mask = nn_op("any_other", inputs, 1, &attributes, error);
  NnTensor *column = mask != NULL ? nn_op1("expand", mask, error) : NULL;
  NnTensor *y = column != NULL ? nn_op("multiply", (NnTensor *[]){inputs[0], column}, 2, NULL, error) : NULL;
  if (y != NULL) nn_tensor_set_mask(y, mask);
  nn_tensor_release(column);
  nn_tensor_release(mask);
  return y;
}

static const NnLayerHandlers embedding_handlers = {.build = build_embedding, .expand = expand_embedding,
                                                   .start = start_embedding};
static const NnLayerHandlers masking_handlers = {.built_at_start = true, .min_ndim = 2, .expand = expand_masking};

const NnRow nn_layer_embedding = {
    .kind = NN_LAYER, .name = "Embedding",
    .signature = "input_dim, output_dim, embeddings_initializer='uniform', embeddings_regularizer=None, "
                 "embeddings_constraint=None, mask_zero=False, weights=None, lora_rank=None, lora_alpha=None, "
                 "quantization_config=None, input_length=None, activity_regularizer=None",
    .help = "A row of a table of weights for every whole number.", .handlers = &embedding_handlers,
    .config = "input_dim|output_dim|embeddings_initializer|embeddings_regularizer|activity_regularizer|"
              "embeddings_constraint|mask_zero|quantization_config",
    .check = check_embedding,
};
const NnRow nn_layer_masking = {
    .kind = NN_LAYER, .name = "Masking", .signature = "mask_value=0.0",
    .help = "Leaves out steps whose features all have one value.", .handlers = &masking_handlers,
};
