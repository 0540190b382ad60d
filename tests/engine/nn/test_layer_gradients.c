/* Every layer's gradients against finite differences, in float64 on the plain twins: the cases of
 * tests/equality/cases/layers.txt, which hold every row of the table (one that has none fails here), and those that draw.
 * Each check proves itself: with one gradient made a hundredth larger, or one sign turned round, it must fail. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_internal.h"
#include "engine/nn/plan.h"
#include "engine/nn/rows.h"

enum { MOST_INPUTS = 4, MOST_PARAMETERS = 32, MOST_ELEMENTS = 1024 };

static Error error;

/* What layers.txt cannot hold, since its numbers are Keras's: layers that draw. Here one seed draws the same each time. */
static const char *const drawing[] = {
    "Dropout(rate=0.3) | (5, 7) | training=True",
    "SpatialDropout1D(rate=0.3) | (3, 5, 7) | training=True",
    "SpatialDropout2D(rate=0.3) | (3, 5, 2, 7) | training=True",
    "GaussianNoise(stddev=0.3) | (5, 7) | training=True",
    "GaussianDropout(rate=0.3) | (5, 7) | training=True",
    "AlphaDropout(rate=0.3) | (5, 7) | training=True",
    "RandomFlip() | (5, 3, 2, 2) | training=True",
    "RandomContrast(factor=0.4, value_range=(-0.8, 0.8)) | (3, 5, 4, 2) | training=True",
    "RandomBrightness(factor=0.4, value_range=(-0.8, 0.8)) | (3, 5, 4, 2) | training=True",
    "RandomCrop(height=3, width=2) | (3, 5, 4, 2) | training=True",
    "LSTM(units=4, dropout=0.3) | (2, 5, 3) | training=True",
    "Masking(mask_value=2.0) | (2, 5, 3) |", /* of whole numbers there */
};

/* These compute nothing of their own, or nothing that has a slope. */
static const char without_gradients[] =
    " InputLayer Sequential Functional Lambda "         /* what is in them is checked by itself */
    " CategoryEncoding ";                               /* of whole numbers */

/* ---- Reading "CLASS(name=value, ...)" ---- */

/* The length of what stands before the next `end` that is in no brackets and no quotes. */
static size_t part(const char *text, const char *end) {
  int depth = 0;
  bool quoted = false;
  size_t i = 0;
  for (; text[i]; i++) {
    if (!quoted && depth == 0 && strchr(end, text[i])) break;
    if (text[i] == '\'') quoted = !quoted;
    if (!quoted && strchr("([{", text[i])) depth++;
    if (!quoted && strchr(")]}", text[i])) depth--;
  }
  return i;
}

static char *copy_part(const char *text, size_t length) {
  while (length > 0 && isspace((unsigned char)*text)) text++, length--;
  while (length > 0 && isspace((unsigned char)text[length - 1])) length--;
  char *copy = calloc(length + 1, 1);
  memcpy(copy, text, length);
  return copy;
}

static NnObject *made_of(const char *call);

/* A literal, or an object; false where it is neither (a lambda). */
static bool value_of(const char *text, NnOption *out) {
  Error ignored = {0};
  Literal literal;
  if (literal_parse(text, &literal, &ignored)) {
    const bool good = nn_option_from_literal(&literal, out, &ignored);
    literal_clear(&literal);
    return good;
  }
  NnObject *object = made_of(text);
  if (object != NULL) *out = (NnOption){.tag = NN_OPTION_OBJECT, .as.object = object};
  return object != NULL;
}

static NnObject *made_of(const char *call) {
  static const NnKind where[] = {NN_LAYER, NN_REGULARIZER, NN_CONSTRAINT, NN_INITIALIZER};
  const size_t length = strcspn(call, "(");
  if (call[length] == '\0') return NULL;
  char *name = copy_part(call, length);
  const NnRow *row = NULL;
  for (size_t k = 0; k < sizeof where / sizeof *where && row == NULL; k++) row = nn_find(where[k], name);
  free(name);
  if (row == NULL) return NULL;
  const Signature *signature = signature_of(row->signature);
  NnOption options[MOST_PARAMETERS] = {0};
  assert_true(signature->count <= MOST_PARAMETERS);
  for (int p = 0; p < signature->count; p++)
    if (signature->parameters[p].has_default)
      assert_true(nn_option_from_literal(&signature->parameters[p].default_value, &options[p], &error));
  bool good = true;
  int position = 0;
  for (const char *at = call + length + 1; good && *at && *at != ')';) {
    const size_t size = part(at, ",)");
    char *argument = copy_part(at, size), *equals = strchr(argument, '=');
    const bool named = equals != NULL && strspn(argument, "abcdefghijklmnopqrstuvwxyz_0123456789") == (size_t)(equals - argument);
    const int index = named ? signature_find(signature, argument, (int)(equals - argument)) : position++;
    if (*argument) {
      good = index >= 0 && index < signature->count;
      if (good) nn_option_clear(&options[index]);
      good = good && value_of(named ? equals + 1 : argument, &options[index]);
    }
    free(argument);
    at += size + (at[size] == ',');
  }
  NnObject *object = NULL;
  if (good && row->kind == NN_LAYER) object = (NnObject *)nn_layer_new(row, options, NULL, &error);
  else if (good) object = nn_object_new(row, options, &error);
  for (int p = 0; p < signature->count; p++) nn_option_clear(&options[p]);
  return object;
}

/* ---- Checking ---- */

static double draw(uint64_t *state) {
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return (double)(int64_t)(*state >> 11) / 4503599627370496.0 - 1;
}

static NdArray *numbers(int ndim, const int64_t *shape, double low, double high, uint64_t *state) {
  NdArray *array = nd_new(ND_FLOAT32, ndim, shape, NULL);
  for (int64_t i = 0; i < array->size; i++)
    ((float *)(void *)array->data)[i] = (float)(low + (high - low) * (draw(state) + 1) / 2);
  return array;
}

/* "(2, 7, 5)", or "whole(9, (3, 5))": whole numbers below 9, which have no gradient. */
static NnVariable *input_of(const char *text, uint64_t *state) {
  int below = 0;
  const char *shape_text = text;
  char *inner = NULL;
  if (sscanf(text, "whole(%d,", &below) == 1) {
    inner = copy_part(strchr(text, ',') + 1, strlen(strchr(text, ',')) - 2);
    shape_text = inner;
  }
  Literal literal;
  assert_true(literal_parse(shape_text, &literal, &error));
  int64_t shape[NN_MAX_DIMS];
  for (int i = 0; i < literal.as.list.count; i++) shape[i] = literal.as.list.items[i].as.integer;
  NdArray *array = numbers(literal.as.list.count, shape, -1, 1, state);
  for (int64_t i = 0; below > 0 && i < array->size; i++)
    ((float *)(void *)array->data)[i] = floorf((((float *)(void *)array->data)[i] + 1) / 2 * (float)below);
  literal_clear(&literal);
  free(inner);
  return nn_variable_new("x", "x", array, below == 0, NULL, &error);
}

static bool agrees(double found, double expected) { return fabs(expected - found) <= 1e-6 * fmax(1, fabs(expected)); }

static int checked_gradients, spoiled, turned;

/* The sum of all outputs, each number times another factor. */
static NnTensor *loss_of(NnTensor **outputs, int made, uint64_t *state) {
  NnTensor *loss = NULL;
  for (int i = 0; i < made; i++) {
    const NnShape *shape = nn_tensor_shape(outputs[i]);
    NdArray *factors = numbers(shape->rank, shape->dims, 0.5, 1.5, state);
    NnTensor *constant = nn_constant(factors, &error);
    NnTensor *product = nn_op("multiply", (NnTensor *[]){outputs[i], constant}, 2, NULL, &error);
    NnTensor *sum = product ? nn_op1("sum_all", product, &error) : NULL;
    NnTensor *both = loss && sum ? nn_op("add", (NnTensor *[]){loss, sum}, 2, NULL, &error) : nn_tensor_retain(sum);
    nn_tensor_release(loss);
    nn_tensor_release(sum);
    nn_tensor_release(product);
    nn_tensor_release(constant);
    nd_release(factors);
    loss = both;
  }
  return loss;
}

/* All gradients of a line; false where it cannot be read here. */
static bool check_line(const char *line, char name[64]) {
  memset(&error, 0, sizeof error);
  uint64_t state = 23;
  const size_t call_length = part(line, "|");
  const char *inputs_text = line + call_length + 1, *how = strchr(inputs_text, '|') + 1;
  char *call = copy_part(line, call_length);
  snprintf(name, 64, "%.*s", (int)strcspn(call, "("), call);
  NnLayer *layer = (NnLayer *)made_of(call);
  free(call);
  if (layer == NULL) return false;
  NnVariable *variables[MOST_INPUTS];
  NnTensor *tensors[MOST_INPUTS], *outputs[NN_MAX_OUTPUTS];
  NnShape shapes[MOST_INPUTS];
  int count = 0, made = 0;
  for (const char *at = inputs_text; *at && *at != '|' && count < MOST_INPUTS;) {
    const size_t size = part(at, ",|");
    char *text = copy_part(at, size);
    variables[count] = input_of(text, &state);
    free(text);
    tensors[count] = nn_variable_tensor(variables[count], &error);
    shapes[count] = *nn_tensor_shape(tensors[count]);
    count++;
    at += size + (at[size] == ',');
  }
  if (!nn_layer_build(layer, shapes, count, &error)) fail_msg("%s: %s", line, error.text);
  int weight_count;
  NnVariable *const *weights = nn_layer_weights(layer, &weight_count);
  for (int w = 0; w < weight_count; w++) {
    if (weights[w]->value->type != ND_FLOAT32) continue; /* a counter */
    const bool positive = weights[w]->value->ndim < 2 || strstr(weights[w]->name, "variance") != NULL;
    float *values = (float *)(void *)weights[w]->value->data;
    for (int64_t i = 0; i < weights[w]->value->size; i++)
      values[i] = (float)(positive ? 0.4 + 0.3 * draw(&state) : 0.1 + 0.5 * draw(&state));
  }
  const int training = strstr(how, "training=True") ? 1 : 0;
  if (!nn_layer_call_many(layer, tensors, count, training, outputs, &made, &error)) fail_msg("%s: %s", line, error.text);
  NnTensor *loss = loss_of(outputs, made, &state);
  if (loss == NULL) fail_msg("%s: %s", line, error.text);
  const NnPlanSpec spec = {.penalties = &loss, .penalty_count = 1, .training = true, .gradients = true,
                           .precision = NN_FLOAT64, .largest_batch = 1, .seed = 5};
  NnPlan *plan = nn_plan_new(&spec, &error), *still = nn_plan_new(&spec, &error);
  if (plan == NULL || still == NULL || !nn_plan_run(plan, 1, &error)) fail_msg("%s: %s", line, error.text);
  int here = 0;
  double largest = 0;
  for (int v = 0; v < nn_plan_variable_count(plan); v++) {
    void *value;
    const void *gradient;
    nn_plan_variable(still, v, &value, NULL);
    const NnVariable *of = nn_plan_variable(plan, v, NULL, &gradient);
    if (!of->trainable) continue;
    if (gradient == NULL) fail_msg("%s: no gradient of %s", line, of->name);
    double *w = value, largest_found = 0, expected_there = 0;
    for (int64_t i = 0; i < of->value->size; i++) {
      const double found = ((const double *)gradient)[i], h = 1e-5, kept = w[i];
      w[i] = kept + h;
      assert_true(nn_plan_forward(still, 1, &error));
      const double above = nn_plan_loss(still);
      w[i] = kept - h;
      assert_true(nn_plan_forward(still, 1, &error));
      const double below = nn_plan_loss(still);
      w[i] = kept;
      const double expected = (above - below) / (2 * h);
      if (!agrees(found, expected))
        fail_msg("%s: %s, element %lld: backward %.9g, differences %.9g", line, of->name, (long long)i, found, expected);
      if (fabs(found) > fabs(largest_found)) largest_found = found, expected_there = expected;
      here++;
    }
    largest = fmax(largest, fabs(largest_found));
    if (largest_found == 0) continue; /* an input that does not reach the output */
    if (agrees(largest_found * 1.01, expected_there)) fail_msg("%s: a gradient of %s that is 1%% off passes", line, of->name);
    if (agrees(-largest_found, expected_there)) fail_msg("%s: a gradient of %s of the wrong sign passes", line, of->name);
    spoiled++;
    turned++;
  }
  checked_gradients += here;
  if (here > 0 && largest == 0) fail_msg("%s: all gradients are zero", line);
  nn_plan_free(plan);
  nn_plan_free(still);
  nn_tensor_release(loss);
  for (int i = 0; i < made; i++) nn_tensor_release(outputs[i]);
  for (int i = 0; i < count; i++) {
    nn_tensor_release(tensors[i]);
    nn_variable_release(variables[i]);
  }
  nn_layer_release(layer);
  return here > 0;
}

static void test_every_layer(void **unused) {
  FILE *file = fopen(NNSH_SOURCE_DIR "/tests/equality/cases/layers.txt", "r");
  assert_non_null(file);
  char line[2048], name[64];
  static char done[8192] = " ";
  int lines = 0;
  const int extra = (int)(sizeof drawing / sizeof *drawing);
  for (int i = 0; i < extra || fgets(line, sizeof line, file) != NULL; i++) {
    if (i < extra) snprintf(line, sizeof line, "%s", drawing[i]);
    line[strcspn(line, "\n")] = '\0';
    if (strncmp(line, "# Larger", 8) == 0) break; /* the fast forms' business */
    if (line[0] == '#' || line[0] == '\0') continue;
    char word[70];
    snprintf(word, sizeof word, " %.*s ", (int)strcspn(line, "("), line);
    if (strstr(without_gradients, word) != NULL) continue;
    if (!check_line(line, name)) continue;
    lines++;
    if (strstr(done, word) == NULL) strncat(done, word + 1, sizeof done - strlen(done) - 1);
  }
  fclose(file);
  int count, missing = 0;
  const NnRow *const *rows = nn_rows(NN_LAYER, &count);
  for (int i = 0; i < count; i++) {
    char word[70];
    snprintf(word, sizeof word, " %s ", rows[i]->name);
    if (strstr(done, word) != NULL || strstr(without_gradients, word) != NULL) continue;
    print_error("layer %s has no gradient check\n", rows[i]->name);
    missing++;
  }
  print_message("%d cases, %d gradients; %d made 1%% larger and %d of the other sign, all refused\n", lines, checked_gradients,
                spoiled, turned);
  assert_int_equal(missing, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_layer)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
