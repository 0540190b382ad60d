/* Models against real Keras 3.15: summary rows, weight paths, parameter counts, and how names are counted. The
 * referee's words are tests/golden/nn_models.txt (made by nn_models.py, whose functions build the same models in the
 * same order). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/model.h"
#include "engine/nn/naming.h"
#include "engine/nn/rows.h"
#include "engine/nn/train.h"

static Error error;

/* ---- building, as short as Python's ---- */

/* A layer by class name; the settings are signature lines ("units=4, use_bias=False"), the row's own and the common. */
static NnOption *options_of(const char *line, const char *settings) {
  const Signature *signature = signature_of(line), *given = signature_of(settings);
  assert_non_null(signature);
  assert_non_null(given);
  NnOption *options = core_alloc_zero((size_t)signature->count + 1, sizeof *options);
  for (int i = 0; i < signature->count; i++) {
    const Parameter *parameter = &signature->parameters[i];
    int at = signature_find(given, parameter->name, (int)strlen(parameter->name));
    if (at >= 0) parameter = &given->parameters[at];
    if (parameter->has_default) assert_true(nn_option_from_literal(&parameter->default_value, &options[i], &error));
  }
  return options;
}

static void free_options(const char *line, NnOption *options) {
  for (int i = 0; i < signature_of(line)->count; i++) nn_option_clear(&options[i]);
  core_free(options);
}

static NnLayer *layer(const char *class_name, const char *own, const char *common) {
  const NnRow *row = nn_find(NN_LAYER, class_name);
  assert_non_null(row);
  NnOption *options = options_of(row->signature, own), *shared = options_of(nn_layer_common, common);
  NnLayer *made = nn_layer_new(row, options, shared, &error);
  free_options(row->signature, options);
  free_options(nn_layer_common, shared);
  if (made == NULL) fail_msg("%s", error.text);
  return made;
}

static NnLayer *dense(const char *own) { return layer("Dense", own, ""); }

static NnTensor *input(const char *name, int64_t batch, int rank, ...) {
  NnShape shape = {.rank = rank};
  va_list dims;
  va_start(dims, rank);
  for (int i = 0; i < rank; i++) shape.dims[i] = va_arg(dims, int);
  va_end(dims);
  NnTensor *tensor = nn_input(&shape, batch, ND_FLOAT32, name, &error);
  if (tensor == NULL) fail_msg("%s", error.text);
  return tensor;
}

/* layer(tensor), which takes both over and so reads as in Python; `keep` holds on to the layer. */
static NnTensor *call(NnLayer *made, NnTensor *tensor) {
  NnTensor *result = nn_layer_call(made, &tensor, 1, -1, &error);
  if (result == NULL) fail_msg("%s", error.text);
  nn_tensor_release(tensor);
  nn_layer_release(made);
  return result;
}

static NnTensor *again(NnTensor *tensor) { return nn_tensor_retain(tensor); }

static NnTensor *call2(NnLayer *made, NnTensor *a, NnTensor *b) {
  NnTensor *result = nn_layer_call(made, (NnTensor *[]){a, b}, 2, -1, &error);
  if (result == NULL) fail_msg("%s", error.text);
  nn_tensor_release(a);
  nn_tensor_release(b);
  nn_layer_release(made);
  return result;
}

static void add(NnModel *model, NnLayer *made) {
  if (!nn_sequential_add(model, made, &error)) fail_msg("%s", error.text);
  nn_layer_release(made);
}

static void add_input(NnModel *model, NnTensor *tensor) {
  if (!nn_sequential_add_input(model, tensor, &error)) fail_msg("%s", error.text);
  nn_tensor_release(tensor);
}

/* Sequential([...]): layers until NULL, which were made before the model, as in Python. */
static NnModel *stack_of(const char *name, NnTensor *first, NnLayer *const *layers) {
  NnModel *model = nn_sequential_new(name, &error);
  assert_non_null(model);
  nn_sequential_hold(model);
  if (first != NULL) add_input(model, first);
  for (; *layers != NULL; layers++) add(model, *layers);
  if (!nn_sequential_release(model, &error)) fail_msg("%s", error.text);
  return model;
}
#define STACK(name, first, ...) stack_of(name, first, (NnLayer *[]){__VA_ARGS__, NULL})

static NnModel *build(NnModel *model, int rank, int64_t a, int64_t b, int64_t c) {
  NnShape shape = {.rank = rank, .dims = {a, b, c}};
  if (!nn_model_build(model, &shape, &error)) fail_msg("%s", error.text);
  return model;
}

static NnModel *functional(const char *name, int inputs, NnTensor **from, int outputs, NnTensor **to) {
  NnModel *model = nn_model_new(name, from, inputs, to, outputs, &error);
  if (model == NULL) fail_msg("%s", error.text);
  for (int i = 0; i < inputs; i++) nn_tensor_release(from[i]);
  for (int i = 0; i < outputs; i++) nn_tensor_release(to[i]);
  return model;
}
#define MODEL(name, from, to) functional(name, 1, (NnTensor *[]){from}, 1, (NnTensor *[]){to})

static void run(NnModel *model, int64_t rows, int64_t columns) {
  NdArray *x = nd_zeros(ND_FLOAT32, 2, (int64_t[]){rows, columns}, &error);
  NdArray *y = nn_layer_apply(nn_model_as_layer(model), &x, 1, false, &error);
  if (y == NULL) fail_msg("%s", error.text);
  assert_int_equal(y->shape[0], rows);
  nd_release(x);
  nd_release(y);
}

/* ---- the cases ---- */

static NnModel *unbuilt(void) {
  NnLayer *a = dense("units=4"), *b = dense("units=2");
  return STACK(NULL, NULL, a, b);
}
static NnModel *empty(void) { return nn_sequential_new("nothing", &error); }
static NnModel *list_with_hint(void) {
  NnLayer *a = layer("Dense", "units=512", "input_shape=(784,)"), *b = dense("units=64, activation='relu'");
  NnLayer *c = dense("units=10, activation='softmax'");
  return STACK("model1", NULL, a, b, c);
}
static NnModel *added_with_hint(void) {
  NnModel *model = nn_sequential_new(NULL, &error);
  add(model, layer("Dense", "units=50, activation='sigmoid'", "input_shape=(784,)"));
  add(model, dense("units=10, activation='softmax'"));
  add(model, dense("units=3"));
  return model;
}
static NnModel *one_layer(void) {
  NnModel *model = nn_sequential_new(NULL, &error);
  add(model, layer("Dense", "units=10, activation='softmax'", "input_shape=(784,)"));
  return model;
}
static NnModel *built_later(void) {
  NnLayer *a = layer("Flatten", "", ""), *b = dense("units=5"), *c = layer("Dropout", "rate=0.5", "");
  NnLayer *d = dense("units=2, use_bias=False");
  return build(STACK(NULL, NULL, a, b, c, d), 3, -1, 6, 4);
}
static NnModel *built_twice(void) {
  NnLayer *a = dense("units=5"), *b = dense("units=2");
  return build(build(STACK(NULL, NULL, a, b), 2, -1, 6, 0), 2, -1, 6, 0);
}
static NnModel *called(void) {
  NnLayer *a = dense("units=5"), *b = dense("units=2");
  NnModel *model = STACK(NULL, NULL, a, b);
  run(model, 3, 6);
  run(model, 4, 6);
  return model;
}
static NnModel *with_input(void) {
  NnTensor *x = input("pixels", -1, 2, 28, 28);
  NnLayer *a = layer("Flatten", "", ""), *b = dense("units=8"), *c = layer("Activation", "activation='relu'", "");
  NnLayer *d = dense("units=3"), *e = layer("Softmax", "", "");
  return STACK(NULL, x, a, b, c, d, e);
}
static NnModel *fixed_batch(void) {
  NnTensor *x = input(NULL, 7, 1, 4);
  NnLayer *a = dense("units=3"), *b = layer("ReLU", "", "");
  NnModel *model = STACK(NULL, x, a, b);
  run(model, 3, 4); /* a fixed batch is shown, and any batch runs */
  return model;
}
static NnModel *popped(void) {
  NnTensor *x = input(NULL, -1, 1, 4);
  NnLayer *a = dense("units=3"), *b = dense("units=2");
  NnModel *model = STACK(NULL, x, a, b);
  assert_true(nn_sequential_pop(model, &error));
  return model;
}
static NnModel *popped_to_input(void) {
  NnTensor *x = input(NULL, -1, 1, 4);
  NnModel *model = STACK(NULL, x, dense("units=3"));
  assert_true(nn_sequential_pop(model, &error));
  return model;
}
static NnModel *partly_built(void) {
  NnLayer *first = dense("units=3");
  NnShape shape = {.rank = 2, .dims = {-1, 5}};
  assert_true(nn_layer_build(first, &shape, 1, &error));
  NnLayer *b = layer("Dropout", "rate=0.1", ""), *c = dense("units=2");
  return STACK(NULL, NULL, first, b, c);
}
static NnModel *nested_stacks(void) {
  NnTensor *x = input(NULL, -1, 1, 4);
  NnLayer *a = dense("units=3"), *b = dense("units=3");
  NnModel *inner = STACK(NULL, x, a, b);
  NnLayer *c = dense("units=2");
  return STACK(NULL, NULL, nn_model_as_layer(inner), c);
}
static NnModel *nested_unbuilt(void) {
  NnLayer *a = dense("units=2"), *b = dense("units=2");
  NnModel *inner = STACK(NULL, NULL, a, b);
  NnLayer *c = dense("units=1");
  return build(STACK(NULL, NULL, nn_model_as_layer(inner), c), 2, -1, 3, 0);
}
static NnModel *same_layer_twice(void) {
  NnLayer *a = dense("units=4");
  NnTensor *x = input(NULL, -1, 1, 4);
  return STACK(NULL, x, a, nn_layer_retain(a));
}
static NnModel *chain(void) {
  NnTensor *x = input(NULL, -1, 1, 4);
  NnLayer *last = dense("units=2"), *first = dense("units=3, activation='tanh'");
  return MODEL(NULL, x, call(last, call(first, again(x))));
}
static NnModel *diamond(void) {
  NnTensor *x = input(NULL, -1, 1, 4), *left = call(dense("units=3"), again(x)),
           *right = call(dense("units=3"), again(x));
  NnLayer *last = dense("units=2");
  return MODEL(NULL, x, call(last, call2(layer("Add", "", ""), left, right)));
}
static NnModel *skip_over(void) {
  NnTensor *x = input("x", -1, 1, 5);
  NnTensor *h = call(layer("Dense", "units=5, activation='relu'", "name='hidden'"), again(x));
  h = call2(layer("Add", "", "name='sum'"), again(x), h);
  return MODEL("skipper", x, call(layer("Dense", "units=1", "name='out'"), h));
}
static NnModel *two_inputs_two_outputs(void) {
  NnTensor *a = input(NULL, -1, 1, 3), *b = input(NULL, -1, 1, 3);
  NnLayer *multiply = layer("Multiply", "", "");
  NnTensor *left = call(dense("units=4"), again(a)), *right = call(dense("units=4"), again(b));
  NnTensor *both = call2(multiply, left, right);
  NnTensor *one = call(dense("units=1"), again(both)), *two = call(dense("units=2, activation='softmax'"), both);
  return functional(NULL, 2, (NnTensor *[]){a, b}, 2, (NnTensor *[]){one, two});
}
static NnModel *shared(void) {
  NnLayer *both = dense("units=4");
  NnTensor *a = input(NULL, -1, 1, 3), *b = input(NULL, -1, 1, 3);
  NnTensor *left = call(nn_layer_retain(both), again(a)), *right = call(both, again(b));
  NnTensor *out = call2(layer("Subtract", "", ""), left, right);
  return functional(NULL, 2, (NnTensor *[]){a, b}, 1, (NnTensor *[]){out});
}
static NnModel *deep_and_shallow(void) {
  NnTensor *a = input(NULL, -1, 1, 3), *b = input(NULL, -1, 1, 3);
  NnLayer *third = dense("units=3"), *second = dense("units=3"), *first = dense("units=3");
  NnTensor *deep = call(third, call(second, call(first, again(b))));
  NnTensor *out = call2(layer("Add", "", ""), again(a), deep);
  return functional(NULL, 2, (NnTensor *[]){a, b}, 1, (NnTensor *[]){out});
}
static NnModel *shared_in_depth(void) {
  NnLayer *both = dense("units=3");
  NnTensor *x = input(NULL, -1, 1, 3);
  NnLayer *leaky = layer("LeakyReLU", "", "");
  NnTensor *h = call(leaky, call(nn_layer_retain(both), again(x)));
  return MODEL(NULL, x, call(both, h));
}
static NnModel *unused_input(void) {
  NnTensor *a = input(NULL, -1, 1, 3), *b = input(NULL, -1, 1, 4);
  NnTensor *out = call(dense("units=2"), again(a));
  return functional(NULL, 2, (NnTensor *[]){a, b}, 1, (NnTensor *[]){out});
}
static NnModel *identity(void) {
  NnTensor *x = input(NULL, -1, 1, 3);
  NnModel *model = MODEL(NULL, x, again(x));
  run(model, 2, 3);
  return model;
}
static NnModel *from_the_middle(void) {
  NnTensor *x = input(NULL, -1, 1, 4), *h = call(dense("units=3"), x);
  NnLayer *last = dense("units=2"), *elu = layer("ELU", "", "");
  NnModel *model = MODEL(NULL, h, call(last, call(elu, again(h))));
  run(model, 2, 3);
  return model;
}
static NnModel *half(void) {
  NnTensor *x = input(NULL, -1, 1, 4), *h = call(dense("units=3"), again(x));
  nn_tensor_release(call(dense("units=2"), again(h)));
  return MODEL(NULL, x, h);
}
static NnModel *functional_inside(void) {
  NnTensor *x = input(NULL, -1, 1, 4);
  NnModel *inner = MODEL(NULL, x, call(dense("units=3"), again(x)));
  NnTensor *z = input(NULL, -1, 1, 4);
  NnLayer *last = dense("units=2");
  return MODEL(NULL, z, call(last, call(nn_model_as_layer(inner), again(z))));
}
static NnModel *several_outputs_inside(void) {
  NnTensor *x = input(NULL, -1, 1, 4);
  NnTensor *a = call(dense("units=3"), again(x)), *b = call(dense("units=3"), again(x));
  NnModel *inner = functional(NULL, 1, (NnTensor *[]){x}, 2, (NnTensor *[]){a, b});
  NnTensor *z = input(NULL, -1, 1, 4), *outputs[NN_MAX_OUTPUTS];
  int count;
  assert_true(nn_layer_call_many(nn_model_as_layer(inner), &z, 1, -1, outputs, &count, &error));
  assert_int_equal(count, 2);
  nn_model_release(inner);
  return MODEL(NULL, z, call2(layer("Add", "", ""), outputs[0], outputs[1]));
}
static NnModel *stack_as_layer(void) {
  NnLayer *a = dense("units=6"), *b = layer("Reshape", "target_shape=(2, 3)", "");
  NnModel *stack = STACK(NULL, NULL, a, b);
  NnTensor *x = input(NULL, -1, 1, 4);
  NnLayer *flatten = layer("Flatten", "", "");
  return MODEL(NULL, x, call(flatten, call(nn_model_as_layer(stack), again(x))));
}
static NnModel *frozen(void) {
  NnLayer *first = layer("Dense", "units=3", "trainable=False");
  NnTensor *x = input(NULL, -1, 1, 4);
  return STACK(NULL, x, first, dense("units=2"));
}

static const struct {
  const char *name;
  NnModel *(*make)(void);
} cases[] = {
#define CASE(function) {#function, function}
    CASE(unbuilt), CASE(empty), CASE(list_with_hint), CASE(added_with_hint), CASE(one_layer), CASE(built_later),
    CASE(built_twice), CASE(called), CASE(with_input), CASE(fixed_batch), CASE(popped), CASE(popped_to_input),
    CASE(partly_built), CASE(nested_stacks), CASE(nested_unbuilt), CASE(same_layer_twice), CASE(chain), CASE(diamond),
    {"skip", skip_over}, CASE(two_inputs_two_outputs), CASE(shared), CASE(deep_and_shallow), CASE(shared_in_depth),
    CASE(unused_input), CASE(identity), CASE(from_the_middle), CASE(half), CASE(functional_inside),
    CASE(several_outputs_inside), CASE(stack_as_layer), CASE(frozen),
};

/* ---- what a model says of itself, in the generator's form ---- */

static void add_number(Text *text, int64_t number) {
  char digits[32];
  int length = snprintf(digits, sizeof digits, "%lld", (long long)number);
  for (int i = 0; i < length; i++) {
    if (i > 0 && (length - i) % 3 == 0) text_add_char(text, ',');
    text_add_char(text, digits[i]);
  }
}

static void add_shapes(Text *text, const NnModelLayer *row) {
  if (!row->has_output) text_add(text, "?");
  for (int i = 0; i < row->output_count; i++) {
    char shape[256];
    nn_shape_text(&row->outputs[i], shape, sizeof shape);
    text_addf(text, "%s%s", i ? ", " : row->output_count > 1 ? "[" : "", shape);
  }
  if (row->output_count > 1) text_add(text, "]");
}

/* The next automatic name tells how many there were: "dense_3" after three, "dense" after none. */
static int64_t count_names(const char *class_name, const char *prefix) {
  char *name = nn_auto_name(class_name, &error);
  int64_t count = strcmp(name, prefix) == 0 ? 0 : atoll(name + strlen(prefix) + 1);
  core_free(name);
  return count;
}

static void write_model(Text *text, NnModel *model) {
  int count;
  NnModelLayer *rows = nn_model_describe(model, &count, &error);
  assert_non_null(rows);
  text_addf(text, "model %s built=%s\n", nn_model_name(model), nn_model_built(model) ? "True" : "False");
  for (int i = 0; i < count; i++) {
    text_addf(text, "row %s (%s) | ", rows[i].name, rows[i].class_name);
    add_shapes(text, &rows[i]);
    text_add(text, " | ");
    add_number(text, rows[i].parameters);
    if (!rows[i].built) text_add(text, " (unbuilt)");
    if (nn_model_branches(model)) {
      text_add(text, " | ");
      if (rows[i].connection_count == 0) text_add(text, "-");
      for (int c = 0; c < rows[i].connection_count; c++) {
        text_addf(text, "%s%s", c ? ", " : "", rows[i].connections[c]);
      }
    }
    text_add_char(text, '\n');
  }
  core_free(rows);
  for (int i = 0; i < nn_model_variable_count(model); i++) {
    const NnVariable *variable = nn_model_variable(model, i);
    char shape[256];
    nd_shape_text(variable->value->ndim, variable->value->shape, shape, sizeof shape);
    text_addf(text, "weight %s %s\n", variable->path, shape);
  }
  NnParameterCounts counts;
  nn_model_count(model, &counts);
  text_addf(text, "counts %lld %lld\n", (long long)counts.trainable, (long long)counts.non_trainable);
  static const char *const counted[][2] = {
      {"Dense", "dense"}, {"Functional", "functional"}, {"InputLayer", "input_layer"}, {"KerasTensor", "keras_tensor"},
      {"Sequential", "sequential"},
  };
  text_add(text, "names");
  for (size_t i = 0; i < sizeof counted / sizeof *counted; i++) {
    text_addf(text, " %s=%lld", counted[i][1], (long long)count_names(counted[i][0], counted[i][1]));
  }
  text_add_char(text, '\n');
}

static char *golden;

static int read_golden(void **state) {
  FILE *file = fopen(NNSH_SOURCE_DIR "/tests/golden/nn_models.txt", "rb");
  if (file == NULL) return -1;
  golden = calloc(1, 1 << 20);
  size_t length = fread(golden, 1, (1 << 20) - 1, file);
  fclose(file);
  return length > 0 ? 0 : -1;
}

static void test_models_describe_as_keras(void **state) {
  int found = 0, in_file = 0;
  for (const char *at = golden; (at = strstr(at, "case ")) != NULL; at++) in_file++;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char start[128];
    snprintf(start, sizeof start, "case %s\n", cases[i].name);
    const char *block = strstr(golden, start);
    if (block == NULL) fail_msg("no golden text for %s", cases[i].name);
    block += strlen(start);
    size_t length = (size_t)(strstr(block, "\n\n") + 1 - block);
    nn_clear_session();
    Text text = {0};
    NnModel *model = cases[i].make();
    assert_non_null(model);
    write_model(&text, model);
    nn_model_release(model);
    char *wanted = strndup(block, length);
    if (strcmp(text_string(&text), wanted) != 0) {
      print_error("case %s\nwanted:\n%s\ngot:\n%s\n", cases[i].name, wanted, text_string(&text));
      fail();
    }
    free(wanted);
    text_free(&text);
    found++;
  }
  assert_int_equal(found, in_file);
}

/* Nothing is left when models are gone: graphs, calls and layers hold each other in one direction only. */
static void test_models_leave_nothing_behind(void **state) {
  nn_clear_session();
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) nn_model_release(cases[i].make());
  nn_clear_session();
  size_t before = core_memory_now();
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) nn_model_release(cases[i].make());
  nn_clear_session();
  assert_int_equal(core_memory_now(), before);
}

/* ---- errors, in Keras's words ---- */

static void expect(bool failed, ErrorCode code, const char *text) {
  assert_true(failed);
  assert_int_equal(error.code, code);
  assert_string_equal(error.text, text);
  memset(&error, 0, sizeof error);
}

static void test_errors_of_stacks(void **state) {
  nn_clear_session();
  NnModel *model = nn_sequential_new(NULL, &error);
  NnShape shape = {.rank = 2, .dims = {-1, 3}};
  expect(!nn_model_build(model, &shape, &error), ERROR_VALUE,
         "Sequential model sequential cannot be built because it has no layers. Call `model.add(layer)`.");
  expect(!nn_sequential_pop(model, &error), ERROR_INDEX, "list index out of range");
  NnTensor *x = input(NULL, -1, 1, 2);
  assert_true(nn_sequential_add_input(model, x, &error));
  expect(!nn_sequential_add_input(model, x, &error), ERROR_VALUE,
         "Sequential model 'sequential' has already been configured to use input shape (None, 2). You cannot add a "
         "different Input layer to it.");
  NnLayer *a = layer("Dense", "units=2", "name='a'"), *b = layer("Dense", "units=2", "name='a'");
  assert_true(nn_sequential_add(model, a, &error));
  expect(!nn_sequential_add(model, b, &error), ERROR_VALUE,
         "All layers added to a Sequential model should have unique names. Name 'a' is already the name of a layer in "
         "this model. Update the `name` argument to pass a unique name.");
  expect(!nn_model_build(model, &shape, &error), ERROR_VALUE,
         "Sequential model 'sequential' has already been configured to use input shape (None, 2). You cannot build it "
         "with input_shape (None, 3)");
  assert_true(nn_model_built(model));
  nn_layer_release(a);
  nn_layer_release(b);
  nn_tensor_release(x);
  nn_model_release(model);
}

static void test_errors_of_graphs(void **state) {
  nn_clear_session();
  NnTensor *a = input(NULL, -1, 1, 4), *b = input(NULL, -1, 1, 4);
  NnTensor *x = call(layer("Dense", "units=2", "name='z'"), again(a));
  NnTensor *y = call(layer("Dense", "units=3", "name='z'"), again(x));
  expect(nn_model_new(NULL, &b, 1, &x, 1, &error) == NULL, ERROR_VALUE,
         "Output with path `` is not connected to `inputs`");
  expect(nn_model_new(NULL, &a, 1, &y, 1, &error) == NULL, ERROR_VALUE,
         "The name \"z\" is used 2 times in the model. All operation names should be unique.");
  NnTensor *two[2] = {x, again(b)};
  expect(nn_model_new(NULL, &a, 1, two, 2, &error) == NULL, ERROR_VALUE,
         "Output with path `1` is not connected to `inputs`");
  nn_tensor_release(two[1]);
  NnModel *model = nn_model_new("m", &a, 1, &x, 1, &error);
  assert_non_null(model);
  NnTensor *wrong = input(NULL, -1, 1, 5);
  expect(nn_layer_call(nn_model_as_layer(model), &wrong, 1, -1, &error) == NULL, ERROR_VALUE,
         "Input 0 with name 'input_layer' of layer 'm' is incompatible with the layer: expected shape=(None, 4), found "
         "shape=(None, 5)");
  NnTensor *pair[2] = {a, b};
  assert_null(nn_layer_call(nn_model_as_layer(model), pair, 2, -1, &error));
  memset(&error, 0, sizeof error);
  nn_tensor_release(wrong);
  nn_model_release(model);
  nn_tensor_release(a);
  nn_tensor_release(b);
  nn_tensor_release(x);
  nn_tensor_release(y);
}

/* An array of a wrong width is refused by the layer that it reaches, not by the model. */
static void test_error_inside_a_stack(void **state) {
  nn_clear_session();
  NnTensor *x = input(NULL, -1, 2, 2, 3);
  NnLayer *flatten = layer("Flatten", "", ""), *last = dense("units=3");
  NnModel *model = STACK(NULL, x, flatten, last);
  NdArray *array = nd_zeros(ND_FLOAT32, 3, (int64_t[]){5, 2, 4}, &error);
  expect(nn_layer_apply(nn_model_as_layer(model), &array, 1, false, &error) == NULL, ERROR_VALUE,
         "Input 0 with name 'None' of layer 'dense' is incompatible with the layer: expected axis -1 of input shape to "
         "have value 6, but received input with shape (5, 8)");
  nd_release(array);
  nn_model_release(model);
}

/* Keras squeezes and expands a last dimension of 1. */
static void test_rank_is_adjusted(void **state) {
  NnTensor *x = input(NULL, -1, 1, 1);
  NnModel *model = STACK(NULL, x, dense("units=2"));
  NdArray *flat = nd_zeros(ND_FLOAT32, 1, (int64_t[]){4}, &error);
  NdArray *y = nn_layer_apply(nn_model_as_layer(model), &flat, 1, false, &error);
  if (y == NULL) fail_msg("%s", error.text);
  assert_int_equal(y->shape[0], 4);
  assert_int_equal(y->shape[1], 2);
  nd_release(flat);
  nd_release(y);
  nn_model_release(model);
}

/* A model inside a model computes what its layers compute one after the other. */
static void test_nested_model_computes(void **state) {
  nn_set_seed(1);
  NnTensor *x = input(NULL, -1, 1, 4);
  NnLayer *first = dense("units=3, activation='tanh'"), *second = dense("units=2");
  NnLayer *keep_first = nn_layer_retain(first), *keep_second = nn_layer_retain(second);
  NnModel *inner = STACK(NULL, x, first);
  NnModel *model = STACK(NULL, NULL, nn_model_as_layer(inner), second);
  NdArray *data = nd_linspace(-1, 1, 20, true, ND_FLOAT32, &error);
  NdArray *rows = nd_reshape(data, 2, (int64_t[]){5, 4}, &error);
  NdArray *whole = nn_layer_apply(nn_model_as_layer(model), &rows, 1, false, &error);
  if (whole == NULL) fail_msg("%s", error.text);
  NdArray *middle = nn_layer_apply(keep_first, &rows, 1, false, &error);
  NdArray *end = nn_layer_apply(keep_second, &middle, 1, false, &error);
  assert_memory_equal(whole->data, end->data, sizeof(float) * 10);
  assert_true(((float *)end->data)[0] != ((float *)end->data)[9]);
  nd_release(end);
  nd_release(middle);
  nd_release(whole);
  nd_release(rows);
  nd_release(data);
  nn_layer_release(keep_first);
  nn_layer_release(keep_second);
  nn_model_release(model);
}

static void test_freezing_reaches_inside(void **state) {
  NnTensor *x = input(NULL, -1, 1, 4);
  NnModel *inner = STACK(NULL, x, dense("units=3"));
  NnModel *model = STACK(NULL, NULL, nn_model_as_layer(inner), dense("units=2"));
  NnParameterCounts counts;
  nn_model_count(model, &counts);
  assert_int_equal(counts.trainable, 23);
  nn_layer_set_trainable(nn_model_layer(model, 0), false);
  nn_model_count(model, &counts);
  assert_int_equal(counts.trainable, 8);
  assert_int_equal(counts.non_trainable, 15);
  nn_model_release(model);
}

/* The summary's fourth line: iteration, learning rate and slots, once a fit has made them. Figures from Keras 3.15. */
static void test_optimizer_parameters(void **state) {
  static const struct {
    const char *name, *settings;
    int64_t parameters;
  } rows[] = {
      {"Adam", "", 18},          {"SGD", "", 2}, {"RMSprop", "", 10}, {"SGD", "momentum=0.9", 10},
      {"RMSprop", "momentum=0.5", 18},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const NnRow *row = nn_find(NN_OPTIMIZER, rows[i].name);
    assert_non_null(row);
    NnOption *options = options_of(row->signature, rows[i].settings);
    NnCompileOptions compile = {.optimizer = {NN_OPTION_OBJECT, {.object = nn_object_new(row, options, &error)}},
                                .loss = {NN_OPTION_STRING, {.string = (char *)"mse"}}};
    free_options(row->signature, options);
    NnTensor *first = input(NULL, -1, 1, 3);
    NnModel *model = STACK(NULL, first, dense("units=2"));
    NnParameterCounts counts;
    if (!nn_model_compile(model, &compile, &error)) fail_msg("%s", error.text);
    nn_object_release(compile.optimizer.as.object);
    nn_model_count(model, &counts);
    assert_int_equal(counts.optimizer, 0);
    NdArray *x = nd_zeros(ND_FLOAT32, 2, (int64_t[]){5, 3}, &error),
            *y = nd_zeros(ND_FLOAT32, 2, (int64_t[]){5, 2}, &error);
    NnData data = {&x, 1, &y, 1, NULL};
    double results[NN_MAX_RESULTS];
    int result_count;
    if (!nn_train_on_batch(model, &data, results, &result_count, &error)) fail_msg("%s", error.text);
    nn_model_count(model, &counts);
    if (counts.optimizer != rows[i].parameters) {
      fail_msg("%s(%s): %d, wanted %d", rows[i].name, rows[i].settings, (int)counts.optimizer, (int)rows[i].parameters);
    }
    assert_int_equal(counts.trainable, 8);
    nd_release(x);
    nd_release(y);
    nn_model_release(model);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_models_describe_as_keras), cmocka_unit_test(test_models_leave_nothing_behind),
      cmocka_unit_test(test_errors_of_stacks),         cmocka_unit_test(test_errors_of_graphs),
      cmocka_unit_test(test_error_inside_a_stack),     cmocka_unit_test(test_rank_is_adjusted),
      cmocka_unit_test(test_nested_model_computes),    cmocka_unit_test(test_freezing_reaches_inside),
      cmocka_unit_test(test_optimizer_parameters),
  };
  return cmocka_run_group_tests(tests, read_golden, NULL);
}
