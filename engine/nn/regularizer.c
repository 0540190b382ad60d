/* keras.regularizers: scalars that are added to the loss. Source: keras/src/regularizers/regularizers.py. */
#include <math.h>
#include <string.h>

#include "engine/nn/loss.h"
#include "engine/nn/rows.h"

/* One factor: None is the default, a bad one is refused in Keras's words, and it becomes a float. L1 keeps a float32
 * tensor, so its get_config() shows the float32's value. */
static bool check_factor(NnObject *object, const char *name, double none, bool as_float32, Error *error) {
  const NnOption *option = nn_option(object, name);
  double value = none;
  if (option->tag != NN_OPTION_NONE && (!nn_option_number(option, &value) || !isfinite(value) || value < 0)) {
    Text text = {0};
    nn_option_show(&text, option);
    core_fail(error, ERROR_VALUE, "Invalid value for argument %s: expected a non-negative float.Received: %s=%s", name,
              name, text_string(&text));
    text_free(&text);
    return false;
  }
  nn_option_set(object, name, nn_option_real(as_float32 ? (double)(float)value : value));
  return true;
}

static bool check_l1(NnObject *object, Error *error) { return check_factor(object, "l1", 0.01, true, error); }
static bool check_l2(NnObject *object, Error *error) { return check_factor(object, "l2", 0.01, false, error); }
static bool check_l1_l2(NnObject *object, Error *error) {
  return check_factor(object, "l1", 0, false, error) && check_factor(object, "l2", 0, false, error);
}

static NnTensor *penalty(const NnObject *self, const char *op, NnTensor *weight, Error *error) {
  NnAttributes attributes = {.real = {nn_option_double(self, op)}};
  return nn_op(op, &weight, 1, &attributes, error);
}

static NnTensor *expand_l1(const NnObject *self, NnTensor *weight, Error *error) {
  return penalty(self, "l1", weight, error);
}
static NnTensor *expand_l2(const NnObject *self, NnTensor *weight, Error *error) {
  return penalty(self, "l2", weight, error);
}
static NnTensor *expand_l1_l2(const NnObject *self, NnTensor *weight, Error *error) {
  if (nn_option_double(self, "l1") == 0) return expand_l2(self, weight, error);
  if (nn_option_double(self, "l2") == 0) return expand_l1(self, weight, error);
  NnTensor *both[2] = {expand_l1(self, weight, error), NULL};
  if (both[0] != NULL) both[1] = expand_l2(self, weight, error);
  NnTensor *sum = both[1] != NULL ? nn_op("add", both, 2, NULL, error) : NULL;
  nn_tensor_release(both[0]);
  nn_tensor_release(both[1]);
  return sum;
}

/* factor * the sum of `size` over each sample's elements; `size` is taken over. */
static NnTensor *samples(NnTensor *size, double factor, Error *error) {
  if (size == NULL) return NULL;
  const NnAttributes attributes = {.real = {factor}};
  NnTensor *sum = nn_tensor_shape(size)->rank > 1 ? nn_op1("sum", size, error) : nn_tensor_retain(size);
  NnTensor *result = sum != NULL ? nn_op("scale", &sum, 1, &attributes, error) : NULL;
  nn_tensor_release(size);
  nn_tensor_release(sum);
  return result;
}

/* Any other penalty is one number for the whole batch, which Keras divides by the number of samples. */
static NnTensor *whole_batch(const NnObject *regularizer, NnTensor *output, Error *error) {
  const NnRegularizerHandlers *handlers = regularizer->row->handlers;
  const NnAttributes anything = {.real = {NAN}}, all = {.integer = {1}};
  NnTensor *penalty = handlers->expand(regularizer, output, error);
  if (penalty == NULL || nn_tensor_shape(output)->rank == 0) return penalty;
  NnTensor *sample = nn_tensor_shape(output)->rank > 1 ? nn_op1("sum", output, error) : nn_tensor_retain(output);
  NnTensor *one = sample != NULL ? nn_op("differs_from", &sample, 1, &anything, error) : NULL;
  NnTensor *count = one != NULL ? nn_op("reduce_sum", &one, 1, &all, error) : NULL;
  NnTensor *share = count != NULL ? nn_op("divide_no_nan", (NnTensor *[]){penalty, count}, 2, NULL, error) : NULL;
  nn_tensor_release(penalty);
  nn_tensor_release(sample);
  nn_tensor_release(one);
  nn_tensor_release(count);
  return share;
}

NnTensor *nn_regularizer_samples(const NnObject *regularizer, NnTensor *output, Error *error) {
  const bool has_l1 = nn_option(regularizer, "l1") != NULL, has_l2 = nn_option(regularizer, "l2") != NULL;
  NnTensor *parts[2] = {NULL};
  if ((!has_l1 && !has_l2) || nn_tensor_shape(output)->rank == 0) return whole_batch(regularizer, output, error);
  if (has_l1) {
    parts[0] = samples(nn_absolute(output, error), nn_option_double(regularizer, "l1"), error);
    if (parts[0] == NULL || !has_l2) return parts[0];
  }
  parts[1] = samples(nn_op("multiply", (NnTensor *[]){output, output}, 2, NULL, error),
                     nn_option_double(regularizer, "l2"), error);
  if (parts[1] == NULL || !has_l1) {
    nn_tensor_release(parts[0]);
    return parts[1];
  }
  NnTensor *sum = nn_op("add", parts, 2, NULL, error);
  nn_tensor_release(parts[0]);
  nn_tensor_release(parts[1]);
  return sum;
}

static bool check_orthogonal(NnObject *object, Error *error) {
  if (!check_factor(object, "factor", 0.01, true, error)) return false;
  const char *mode = nn_option_text(object, "mode");
  if (mode != NULL && (strcmp(mode, "rows") == 0 || strcmp(mode, "columns") == 0)) return true;
  Text text = {0};
  nn_option_show(&text, nn_option(object, "mode"));
  core_fail(error, ERROR_VALUE, "Invalid value for argument `mode`. Expected one of {\"rows\", \"columns\"}. Received: "
            "mode=%s", text_string(&text));
  text_free(&text);
  return false;
}

static NnTensor *expand_orthogonal(const NnObject *self, NnTensor *weight, Error *error) {
  const NnAttributes attributes = {.real = {nn_option_double(self, "factor")},
                                   .integer = {strcmp(nn_option_text(self, "mode"), "columns") == 0}};
  return nn_op("orthogonal", &weight, 1, &attributes, error);
}

static const NnRegularizerHandlers orthogonal_handlers = {expand_orthogonal};
static const NnRegularizerHandlers l1_handlers = {expand_l1};
static const NnRegularizerHandlers l2_handlers = {expand_l2};
static const NnRegularizerHandlers l1_l2_handlers = {expand_l1_l2};

const NnRow nn_regularizer_l1 = {
    .kind = NN_REGULARIZER, .name = "L1", .aliases = "l1", .signature = "l1=0.01",
    .help = "Adds l1 * sum(|weight|) to the loss.", .handlers = &l1_handlers, .check = check_l1,
};
const NnRow nn_regularizer_l2 = {
    .kind = NN_REGULARIZER, .name = "L2", .aliases = "l2", .signature = "l2=0.01",
    .help = "Adds l2 * sum(weight ** 2) to the loss.", .handlers = &l2_handlers, .check = check_l2,
};
const NnRow nn_regularizer_l1_l2 = {
    .kind = NN_REGULARIZER, .name = "L1L2", .aliases = "l1l2|l1_l2", .signature = "l1=0.0, l2=0.0",
    .help = "Adds l1 * sum(|weight|) + l2 * sum(weight ** 2) to the loss.", .handlers = &l1_l2_handlers,
    .check = check_l1_l2,
};
const NnRow nn_regularizer_orthogonal = {
    .kind = NN_REGULARIZER, .name = "OrthogonalRegularizer", .aliases = "orthogonal_regularizer",
    .signature = "factor=0.01, mode='rows'", .help = "Keeps the rows of a weight orthogonal to each other.",
    .handlers = &orthogonal_handlers, .check = check_orthogonal,
};
