/* Rows and options against real Keras 3.15: get_config() or the error for given arguments, names in snake case, values
 * of activations. Cases and the referee's words are tests/golden/nn_objects.txt (made by nn_objects.py). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer.h"
#include "engine/nn/naming.h"
#include "engine/nn/rows.h"

static Error error;
static char *golden;

static int read_golden(void **state) {
  FILE *file = fopen(NNSH_SOURCE_DIR "/tests/golden/nn_objects.txt", "rb");
  if (file == NULL) return -1;
  golden = calloc(1, 1 << 20);
  size_t length = fread(golden, 1, (1 << 20) - 1, file);
  fclose(file);
  return length > 0 ? 0 : -1;
}

/* The next line that begins with `start`, from *at on; its rest. */
static const char *next_line(const char **at, const char *start, char *out, size_t size) {
  size_t length = strlen(start);
  while (**at) {
    const char *line = *at;
    size_t end = strcspn(line, "\n");
    *at = line + end + (line[end] == '\n');
    if (strncmp(line, start, length) != 0) continue;
    snprintf(out, size, "%.*s", (int)(end - length), line + length);
    return out;
  }
  return NULL;
}

/* Options for a signature line: defaults, overridden by "a=1, b='x'"; counts how many of those it knows. */
static NnOption *options_of(const char *line, const char *settings, int *known) {
  const Signature *signature = signature_of(line), *given = signature_of(settings);
  if (signature == NULL || given == NULL) fail_msg("%s / %s", line, settings);
  NnOption *options = core_alloc_zero((size_t)signature->count + 1, sizeof *options);
  for (int i = 0; i < signature->count; i++) {
    const Parameter *parameter = &signature->parameters[i];
    int at = signature_find(given, parameter->name, (int)strlen(parameter->name));
    if (at >= 0) {
      parameter = &given->parameters[at];
      ++*known;
    }
    if (parameter->has_default) assert_true(nn_option_from_literal(&parameter->default_value, &options[i], &error));
  }
  return options;
}

static void free_options(const char *line, NnOption *options) {
  for (int i = 0; i < signature_of(line)->count; i++) nn_option_clear(&options[i]);
  core_free(options);
}

static NnObject *make(NnKind kind, const char *name, const char *settings) {
  const NnRow *row = nn_find(kind, name);
  if (row == NULL) fail_msg("no row for %s", name);
  int known = 0;
  NnOption *options = options_of(row->signature, settings, &known);
  NnObject *object;
  if (kind == NN_LAYER) {
    NnOption *common = options_of(nn_layer_common, settings, &known);
    object = (NnObject *)nn_layer_new(row, options, common, &error);
    free_options(nn_layer_common, common);
  } else {
    object = nn_object_new(row, options, &error);
  }
  free_options(row->signature, options);
  assert_true(known >= signature_of(settings)->count);
  return object;
}

static NnKind kind_of(const char *module) {
  for (int kind = 0; kind < NN_KIND_COUNT; kind++) {
    if (strcmp(nn_kind_module((NnKind)kind), module) == 0) return (NnKind)kind;
  }
  fail_msg("no kind %s", module);
  return NN_LAYER;
}

/* "layers Dense(units=3)" -> its three parts, in place. */
static void split_call(char *line, char **name, char **arguments) {
  char *space = strchr(line, ' ');
  *space = '\0';
  *name = space + 1;
  char *open = strchr(*name, '(');
  *open = '\0';
  *arguments = open + 1;
  (*arguments)[strlen(*arguments) - 1] = '\0';
}

static void test_configs_and_errors(void **state) {
  const char *at = golden;
  char line[512], wanted[4096];
  int cases = 0;
  while (next_line(&at, "object ", line, sizeof line) != NULL) {
    char shown[512], *name, *arguments;
    snprintf(shown, sizeof shown, "%s", line);
    split_call(line, &name, &arguments);
    /* The signature parser keeps lines for good, by their address. */
    char *kept = strdup(arguments);
    nn_clear_session();
    memset(&error, 0, sizeof error);
    NnObject *object = make(kind_of(line), name, kept);
    bool refused = strncmp(at, "error ", 6) == 0;
    assert_non_null(next_line(&at, refused ? "error " : "config ", wanted, sizeof wanted));
    Text text = {0};
    if (refused) {
      if (object != NULL) fail_msg("%s: wanted %s", shown, wanted);
      text_addf(&text, "%s: %s", core_error_name(error.code), error.text);
    } else {
      if (object == NULL) fail_msg("%s: %s", shown, error.text);
      assert_true(nn_object_config_text(object, &text, &error));
    }
    if (strcmp(text_string(&text), wanted) != 0)
      fail_msg("%s\nwanted %s\ngot    %s", shown, wanted, text_string(&text));
    text_free(&text);
    nn_object_release(object);
    cases++;
  }
  assert_true(cases >= 70);
}

static void test_snake_case(void **state) {
  const char *at = golden;
  char line[256];
  int cases = 0;
  while (next_line(&at, "name ", line, sizeof line) != NULL) {
    char *space = strchr(line, ' '), out[128];
    *space = '\0';
    nn_snake_case(line, out, sizeof out);
    assert_string_equal(out, space + 1);
    cases++;
  }
  assert_true(cases >= 20);
}

static void test_names_count(void **state) {
  nn_clear_session();
  static const char *const wanted[] = {"dense", "dense_1", "dense_2"};
  for (int i = 0; i < 3; i++) {
    char *name = nn_auto_name("Dense", &error);
    assert_string_equal(name, wanted[i]);
    core_free(name);
  }
  nn_clear_session();
  char *name = nn_auto_name("Dense", &error);
  assert_string_equal(name, "dense");
  core_free(name);
}

/* Values in double precision, so that only the formula counts, and again in float32. */
static void test_values_of_activations(void **state) {
  const char *at = golden;
  char line[4096];
  double inputs[64];
  int count = 0, cases = 0;
  assert_non_null(next_line(&at, "inputs ", line, sizeof line));
  for (char *end, *from = line; *from; from = end) {
    inputs[count++] = strtod(from, &end);
    if (end == from) break;
    while (*end == ' ') end++;
  }
  NdArray *wide = nd_zeros(ND_FLOAT64, 2, (int64_t[]){2, count / 2}, &error);
  memcpy(wide->data, inputs, sizeof(double) * (size_t)count);
  NdArray *narrow = nd_astype(wide, ND_FLOAT32, &error);
  while (next_line(&at, "values ", line, sizeof line) != NULL) {
    char *close = strchr(line, ')'), *open = strchr(line, '(');
    *close = *open = '\0';
    NnObject *activation = make(NN_ACTIVATION, line, strdup(open + 1));
    assert_non_null(activation);
    NdArray *y = nn_activation_apply(activation, wide, &error), *z = nn_activation_apply(activation, narrow, &error);
    if (y == NULL || z == NULL) fail_msg("%s: %s", line, error.text);
    assert_int_equal(y->type, ND_FLOAT64);
    assert_int_equal(z->type, ND_FLOAT32);
    const char *from = close + 1;
    for (int i = 0; i < count; i++) {
      char *end;
      double wanted = strtod(from, &end), got = ((double *)y->data)[i], rough = ((float *)z->data)[i];
      from = end;
      /* Keras keeps some constants (sqrt(2) of gelu) as float32. */
      if (!(fabs(got - wanted) <= 3e-7 * fabs(wanted) + 1e-12))
        fail_msg("%s(%g): %.17g, wanted %.17g", line, inputs[i], got, wanted);
      if (!(fabs(rough - wanted) <= 3e-6 * fabs(wanted) + 1e-6))
        fail_msg("%s(%gf): %g, wanted %g", line, inputs[i], rough, wanted);
    }
    nd_release(y);
    nd_release(z);
    nn_object_release(activation);
    cases++;
  }
  assert_true(cases >= 25);
  nd_release(wide);
  nd_release(narrow);
}

static void test_activations_of_integers_and_vectors(void **state) {
  NnObject *relu = make(NN_ACTIVATION, "relu", ""), *softmax = make(NN_ACTIVATION, "softmax", "");
  NdArray *x = nd_arange((NdScalar){ND_INT64, {.i = -2}}, (NdScalar){ND_INT64, {.i = 3}},
                         (NdScalar){ND_INT64, {.i = 1}}, ND_INT64, &error);
  NdArray *y = nn_activation_apply(relu, x, &error), *p = nn_activation_apply(softmax, x, &error);
  assert_int_equal(y->type, ND_FLOAT32);
  for (int i = 0; i < 5; i++) assert_float_equal(((float *)y->data)[i], i < 2 ? 0 : i - 2, 0);
  float sum = 0;
  for (int i = 0; i < 5; i++) sum += ((float *)p->data)[i];
  assert_float_equal(sum, 1, 1e-6);
  NnObject *sideways = make(NN_ACTIVATION, "softmax", "axis=0");
  NdArray *table = nd_zeros(ND_FLOAT32, 2, (int64_t[]){2, 3}, &error);
  NdArray *columns = nn_activation_apply(sideways, table, &error);
  assert_non_null(columns);
  for (int i = 0; i < 6; i++) assert_float_equal(((float *)columns->data)[i], 0.5, 0);
  nd_release(columns);
  nd_release(table);
  nd_release(x);
  nd_release(y);
  nd_release(p);
  nn_object_release(relu);
  nn_object_release(softmax);
  nn_object_release(sideways);
}

/* Every row of every kind: a good signature, a help line, names that find it, and a config whose keys are parameters.
 */
static bool count_pair(void *context, const char *key, const NnOption *value) {
  ++*(int *)context;
  return true;
}

static void test_every_row(void **state) {
  int all = 0;
  for (int kind = 0; kind < NN_KIND_COUNT; kind++) {
    int count;
    const NnRow *const *rows = nn_rows((NnKind)kind, &count);
    all += count;
    for (int i = 0; i < count; i++) {
      const NnRow *row = rows[i];
      assert_int_equal(row->kind, kind);
      if (signature_of(row->signature) == NULL) fail_msg("%s: %s", row->name, row->signature);
      assert_non_null(row->help);
      assert_ptr_equal(nn_find((NnKind)kind, row->name), row);
      for (const char *at = row->aliases; at != NULL && *at;) {
        char alias[64];
        int length = (int)strcspn(at, "|");
        snprintf(alias, sizeof alias, "%.*s", length, at);
        assert_ptr_equal(nn_find((NnKind)kind, alias), row);
        at += length + (at[length] == '|');
      }
      if (kind == NN_LAYER) continue;
      NnObject *object = nn_object_new(row, NULL, &error);
      if (object == NULL) fail_msg("%s: %s", row->name, error.text);
      int pairs = 0;
      if (!nn_object_config(object, count_pair, &pairs, &error)) fail_msg("%s: %s", row->name, error.text);
      nn_object_release(object);
    }
  }
  assert_true(all > 60);
}

static void test_unknown_names_hint(void **state) {
  nn_fail_unknown(NN_ACTIVATION, "rleu", &error);
  assert_string_equal(error.text, "Could not interpret activation function identifier: rleu");
  assert_string_equal(error.hint, "did you mean 'relu'?");
  nn_fail_unknown(NN_INITIALIZER, "he_nromal", &error);
  assert_string_equal(error.hint, "did you mean 'he_normal'?");
  nn_fail_unknown(NN_ACTIVATION, "completely_else", &error);
  assert_string_equal(error.hint, "");
}

/* The string that Keras 2 knew means what it meant there. */
static void test_old_regularizer_string(void **state) {
  NnOption option = {NN_OPTION_STRING, {.string = (char *)"l1_l2"}};
  NnObject *object = nn_object_from_option(NN_REGULARIZER, &option, &error);
  assert_non_null(object);
  assert_float_equal(nn_option_double(object, "l1"), 0.01, 0);
  assert_float_equal(nn_option_double(object, "l2"), 0.01, 0);
  nn_object_release(object);
}

/* Out of memory at any point is an error, and nothing is lost. */
static void test_memory_runs_out(void **state) {
  nn_clear_session();
  const NnRow *row = nn_find(NN_LAYER, "Dense");
  NnOption options[13] = {0};
  options[0] = nn_option_integer(3);
  options[2] = nn_option_boolean(true);
  options[3] = (NnOption){NN_OPTION_STRING, {.string = (char *)"he_normal"}};
  options[4] = (NnOption){NN_OPTION_STRING, {.string = (char *)"zeros"}};
  assert_int_equal(signature_of(row->signature)->count, 13);
  nn_layer_release(nn_layer_new(row, options, NULL, &error));
  size_t before = core_memory_now();
  int failures = 0;
  for (uint64_t nth = 1; nth < 200; nth++) {
    memset(&error, 0, sizeof error);
    core_fail_allocation(nth);
    NnLayer *layer = nn_layer_new(row, options, NULL, &error);
    core_fail_allocation(0);
    if (layer == NULL) {
      failures++;
      assert_int_equal(error.code, ERROR_MEMORY);
    }
    nn_layer_release(layer);
    if (core_memory_now() != before) fail_msg("allocation %d: %s", (int)nth, error.text);
    if (layer != NULL) break;
  }
  assert_true(failures > 5);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_configs_and_errors),
      cmocka_unit_test(test_snake_case),
      cmocka_unit_test(test_names_count),
      cmocka_unit_test(test_values_of_activations),
      cmocka_unit_test(test_activations_of_integers_and_vectors),
      cmocka_unit_test(test_every_row),
      cmocka_unit_test(test_unknown_names_hint),
      cmocka_unit_test(test_old_regularizer_string),
      cmocka_unit_test(test_memory_runs_out),
  };
  return cmocka_run_group_tests(tests, read_golden, NULL);
}
