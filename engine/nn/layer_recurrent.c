/* SimpleRNN, LSTM and GRU. Sources: keras/src/layers/rnn/rnn.py, simple_rnn.py, lstm.py, gru.py. */
#include "engine/nn/layer_recurrent.h"

#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/layer_window.h"
#include "engine/nn/op_recurrent.h"
#include "engine/nn/rows.h"
#include "engine/nn/user.h"

static bool is_lstm(const NnLayer *layer) { return layer->object.row == &nn_layer_lstm; }
static bool is_gru(const NnLayer *layer) { return layer->object.row == &nn_layer_gru; }

bool nn_is_recurrent(const NnLayer *layer) {
  return is_lstm(layer) || is_gru(layer) || layer->object.row == &nn_layer_simple_rnn;
}
int nn_recurrent_states(const NnLayer *layer) { return is_lstm(layer) ? 2 : 1; }

static NnRecurrent kind_of(const NnLayer *layer) {
  if (is_lstm(layer)) return NN_LSTM;
  if (!is_gru(layer)) return NN_SIMPLE_RNN;
  return nn_option_bool(&layer->object, "reset_after") ? NN_GRU : NN_GRU_RESET_BEFORE;
}

/* ---- options ---- */

static bool check_gate(const NnObject *object, const char *name, Error *error) {
  const NnOption *option = nn_option(object, name);
  if (option == NULL) return true;
  if (nn_is_user_activation(option->as.object))
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "%s: a function of your own as %s is not supported", object->row->name, name);
  if (nn_gate_named(option->as.object->row->name) >= 0) return true;
  core_fail(error, ERROR_NOT_IMPLEMENTED, "%s: %s='%s' is not supported", object->row->name, name,
            option->as.object->row->name);
  return core_hint(error, "tanh, sigmoid, relu, linear, hard_sigmoid, elu, selu, softplus, softsign, exponential and "
                   "leaky_relu are");
}

/* Rates are clipped to 0 .. 1, as Keras does. */
static bool clip(NnObject *object, const char *name, Error *error) {
  double rate = 0;
  const NnOption *option = nn_option(object, name);
  if (!nn_option_number(option, &rate))
    return core_fail(error, ERROR_TYPE, "'>' not supported between instances of '%s' and 'float'", nn_option_type_name(option));
  if (rate < 0) return nn_option_set(object, name, nn_option_real(0));
  if (rate > 1) return nn_option_set(object, name, nn_option_real(1));
  return true;
}

static bool check(NnObject *object, Error *error) {
  const NnOption *units = nn_option(object, "units");
  if (units->tag == NN_OPTION_STRING)
    return core_fail(error, ERROR_TYPE, "'<=' not supported between instances of 'str' and 'int'");
  if (units->tag != NN_OPTION_INT || units->as.integer <= 0) {
    Text text = {0};
    nn_option_show(&text, units);
    core_fail(error, ERROR_VALUE, "Received an invalid value for argument `units`, expected a positive integer, got %s.",
              text_string(&text));
    text_free(&text);
    return false;
  }
  /* Keras 3's SimpleRNN takes the penalty and leaves it there (simple_rnn.py hands it to nobody). */
  if (object->row == &nn_layer_simple_rnn) nn_option_set(object, "activity_regularizer", (NnOption){0});
  return check_gate(object, "activation", error) && check_gate(object, "recurrent_activation", error) &&
         clip(object, "dropout", error) && clip(object, "recurrent_dropout", error);
}

/* ---- weights ---- */

static bool add(NnLayer *layer, const char *name, const char *option, int rank, const int64_t *shape, Error *error) {
  char initializer[64], regularizer[64], constraint[64];
  snprintf(initializer, sizeof initializer, "%s_initializer", option);
  snprintf(regularizer, sizeof regularizer, "%s_regularizer", option);
  snprintf(constraint, sizeof constraint, "%s_constraint", option);
  return nn_layer_add_weight(layer, name, rank, shape, nn_option(&layer->object, initializer),
                             nn_option_object(layer, regularizer), true, error) &&
         nn_layer_constrain(layer, constraint, error);
}

/* LSTM's forget gate starts open: ones in the second part of the bias, the initializer's draws in the others. */
static bool open_forget_gates(NnLayer *layer, int64_t units, Error *error) {
  const NnOption *initializer = nn_option(&layer->object, "bias_initializer");
  float *bias = (float *)(void *)layer->variables[layer->variable_count - 1]->value->data;
  if (initializer->tag == NN_OPTION_OBJECT) {
    const int64_t sizes[2] = {units, 2 * units};
    for (int i = 0; i < 2; i++) {
      NdArray *part = nn_initializer_draw(initializer->as.object, 1, &sizes[i], error);
      if (part == NULL) return false;
      memcpy(bias + (i ? 2 * units : 0), part->data, (size_t)sizes[i] * sizeof *bias);
      nd_release(part);
    }
  }
  for (int64_t i = units; i < 2 * units; i++) bias[i] = 1;
  return true;
}

int nn_recurrent_kept(const NnLayer *layer, NnVariable **states) {
  const Recurrent *recurrent = (const Recurrent *)layer;
  int count = 0;
  while (count < 2 && recurrent->kept[count] != NULL) {
    states[count] = recurrent->kept[count];
    count++;
  }
  return count;
}

bool nn_layer_is_recurrent(const NnLayer *layer) { return nn_is_recurrent(layer); }
int nn_layer_states(const NnLayer *layer, NnVariable *states[2]) {
  return nn_is_recurrent(layer) ? nn_recurrent_kept(layer, states) : 0;
}

static void destroy(NnLayer *layer) {
  for (int i = 0; i < 2; i++) nn_variable_release(((Recurrent *)layer)->kept[i]);
}

/* States that go on from batch to batch have a row a sample: the batch must be known. */
static bool make_states(NnLayer *layer, const NnShape *input, int64_t units, Error *error) {
  char text[256];
  nn_shape_text(input, text, sizeof text);
  if (input->dims[0] < 0)
    return core_fail(error, ERROR_VALUE, "When using `stateful=True` in a RNN, the batch size must be static. Found dynamic "
                     "batch size: sequence.shape=%s", text);
  for (int i = 0; i < nn_recurrent_states(layer); i++) {
    NdArray *zeros = nd_zeros(ND_FLOAT32, 2, (int64_t[]){input->dims[0], units}, error);
    char *path = zeros != NULL ? nn_scope_path("rnn_state", error) : NULL;
    ((Recurrent *)layer)->kept[i] = path != NULL ? nn_variable_new("rnn_state", path, zeros, false, NULL, error) : NULL;
    if (path == NULL) nd_release(zeros);
    core_free(path);
    if (((Recurrent *)layer)->kept[i] == NULL) return false;
  }
  return true;
}

static bool build(NnLayer *layer, const NnShape *inputs, int count, Error *error) {
  const NnRecurrent kind = kind_of(layer);
  const int64_t units = nn_option_int(&layer->object, "units");
  const int64_t all = units * (kind == NN_SIMPLE_RNN ? 1 : kind == NN_LSTM ? 4 : 3);
  char name[64];
  snprintf(name, sizeof name, "%s", kind == NN_SIMPLE_RNN ? "simple_rnn_cell" : kind == NN_LSTM ? "lstm_cell" : "gru_cell");
  const NnLayer cell = {.name = name}; /* only its name is read */
  if (!nn_scope_push(&cell, error)) return false;
  bool good = add(layer, "kernel", "kernel", 2, (int64_t[]){inputs[0].dims[2], all}, error) &&
              add(layer, "recurrent_kernel", "recurrent", 2, (int64_t[]){units, all}, error);
  if (good && nn_option_bool(&layer->object, "use_bias")) {
    const bool two = kind == NN_GRU;
    good = add(layer, "bias", "bias", two ? 2 : 1, two ? (int64_t[]){2, all} : (int64_t[]){all, 0}, error);
    if (good && kind == NN_LSTM && nn_option_bool(&layer->object, "unit_forget_bias"))
      good = open_forget_gates(layer, units, error);
  }
  nn_scope_pop();
  return good && (!nn_option_bool(&layer->object, "stateful") || make_states(layer, &inputs[0], units, error));
}

static bool check_input(NnLayer *layer, const NnShape *inputs, int count, bool symbolic, Error *error) {
  char text[256];
  nn_shape_text(&inputs[0], text, sizeof text);
  if (inputs[0].rank != 3)
    return core_fail(error, ERROR_VALUE,
                     "Input 0 with name 'None' of layer '%s' is incompatible with the layer: expected ndim=3, found "
                     "ndim=%d. Full shape received: %s", layer->name, inputs[0].rank, text) ||
           core_hint(error, "a recurrent layer takes (samples, steps, features); x[..., None] adds a feature axis");
  if (count != 1 && count != 1 + nn_recurrent_states(layer))
    return core_fail(error, ERROR_VALUE, "layer '%s' has %d state(s), got %d", layer->name, nn_recurrent_states(layer),
                     count - 1);
  const int64_t units = nn_option_int(&layer->object, "units");
  for (int i = 1; i < count; i++)
    if (inputs[i].rank != 2 || inputs[i].dims[1] != units) {
      nn_shape_text(&inputs[i], text, sizeof text);
      return core_fail(error, ERROR_VALUE, "layer '%s': a state needs the shape (batch, %lld), got %s", layer->name,
                       (long long)units, text);
    }
  if (!layer->built || layer->variable_count == 0) return true;
  const int64_t features = layer->variables[0]->value->shape[0];
  return inputs[0].dims[2] < 0 || inputs[0].dims[2] == features ||
         core_fail(error, ERROR_VALUE, "layer '%s': the weights were made for %lld features, got inputs of shape %s",
                   layer->name, (long long)features, text);
}

/* ---- calls ---- */

NnTensor *nn_part_of_steps(NnTensor *x, int64_t first, int64_t length, int64_t from, int64_t width, Error *error) {
  const NnShape *shape = nn_tensor_shape(x);
  const NnAttributes attributes = {
      .shape = {.rank = NN_MAX_DIMS,
                .dims = {-first, first + length - shape->dims[1], -from, from + width - shape->dims[2]}}};
  bool whole = true;
  for (int i = 0; i < 4; i++) whole = whole && attributes.shape.dims[i] == 0;
  return whole ? nn_tensor_retain(x) : nn_op("pad", &x, 1, &attributes, error);
}

NnTensor *nn_reversed_steps(NnTensor *x, Error *error) {
  if (x == NULL) return NULL;
  const NnAttributes attributes = {.integer = {1}};
  NnTensor *y = nn_op("reverse", &x, 1, &attributes, error);
  nn_tensor_release(x);
  return y;
}

/* One step of x[B,1,F] as [B,F]; x is taken over. */
static NnTensor *as_row(NnTensor *x, Error *error) {
  if (x == NULL) return NULL;
  const NnAttributes attributes = {.shape = {.rank = 1, .dims = {nn_tensor_shape(x)->dims[2]}}};
  NnTensor *y = nn_op("reshape", &x, 1, &attributes, error);
  nn_tensor_release(x);
  return y;
}

/* The last of steps whose number is not known yet, as [B,width] from a column on. */
static NnTensor *last_of(NnTensor *y, int64_t from, int64_t width, Error *error) {
  NnTensor *last = nn_op1("last_step", y, error);
  if (last == NULL || (from == 0 && nn_tensor_shape(last)->dims[1] == width)) return last;
  const NnAttributes part = {.integer = {1, from, 1}, .shape = {.rank = 1, .dims = {width}}};
  NnTensor *columns = nn_op("slice", &last, 1, &part, error);
  nn_tensor_release(last);
  return columns;
}

/* Dropout of the inputs: the same features in every step. */
static NnTensor *drop_inputs(const NnLayer *layer, NnTensor *x, int training, Error *error) {
  const double rate = nn_option_double(&layer->object, "dropout");
  if (rate <= 0 || rate >= 1) return nn_tensor_retain(x);
  const NnOption *seed = nn_option(&layer->object, "seed");
  NnAttributes attributes = {.real = {rate}, .integer = {training, 0, NN_NOISE_DROP}, .shape = *nn_tensor_shape(x)};
  attributes.shape.dims[1] = 1;
  if (seed->tag == NN_OPTION_INT) attributes.integer[1] = seed->as.integer != 0 ? seed->as.integer : INT64_MAX;
  return nn_op("noise", &x, 1, &attributes, error);
}

static NnTensor *bias_of(const NnLayer *layer, NnRecurrent kind, int64_t all, Error *error) {
  if (nn_option_bool(&layer->object, "use_bias")) return nn_variable_tensor(layer->variables[2], error);
  const int64_t shape[2] = {2, all};
  NdArray *zeros = nd_zeros(ND_FLOAT32, kind == NN_GRU ? 2 : 1, kind == NN_GRU ? shape : shape + 1, error);
  NnTensor *constant = zeros != NULL ? nn_constant(zeros, error) : NULL;
  nd_release(zeros);
  return constant;
}

static int gate_of(const NnLayer *layer, const char *name) {
  const NnOption *option = nn_option(&layer->object, name);
  return option != NULL ? nn_gate_named(option->as.object->row->name) : 0;
}

/* The op over all steps; `cells` asks for LSTM's cells behind h. */
static NnTensor *run_steps(NnLayer *layer, NnTensor *x, NnTensor *mask, NnTensor *state, int training, bool cells,
                           Error *error) {
  const NnRecurrent kind = kind_of(layer);
  const int64_t all = layer->variables[0]->value->shape[1];
  const NnOption *seed = nn_option(&layer->object, "seed");
  NnAttributes attributes = {.real = {nn_option_double(&layer->object, "recurrent_dropout"), training},
                             .integer = {kind, 0, gate_of(layer, "activation") + 256 * gate_of(layer, "recurrent_activation"),
                                         cells},
                             .shape = {.rank = mask != NULL}};
  if (attributes.real[0] >= 1) attributes.real[0] = 0;
  if (seed->tag == NN_OPTION_INT) attributes.integer[1] = seed->as.integer != 0 ? seed->as.integer : INT64_MAX;
  NnTensor *inputs[6] = {x, nn_variable_tensor(layer->variables[0], error),
                         nn_variable_tensor(layer->variables[1], error), bias_of(layer, kind, all, error)};
  int count = 4;
  if (mask != NULL) inputs[count++] = mask;
  if (state != NULL) inputs[count++] = state;
  const char *op = mask != NULL ? state != NULL ? "recurrent_masked_from" : "recurrent_masked"
                                : state != NULL ? "recurrent_from" : "recurrent";
  NnTensor *y =
      inputs[1] != NULL && inputs[2] != NULL && inputs[3] != NULL ? nn_op(op, inputs, count, &attributes, error) : NULL;
  for (int i = 1; i < 4; i++) nn_tensor_release(inputs[i]);
  return y;
}

/* The kept states as they are before this batch; the copy stays what it was when the variables move on. */
static NnTensor *kept_state(const NnLayer *layer, Error *error) {
  NnVariable *kept[2];
  const int count = nn_recurrent_kept(layer, kept);
  const NnAttributes same = {.real = {1}}, features = {.integer = {1}};
  NnTensor *copies[2] = {NULL}, *state = NULL;
  bool good = count > 0;
  for (int i = 0; good && i < count; i++) {
    NnTensor *variable = nn_variable_tensor(kept[i], error);
    copies[i] = variable != NULL ? nn_op("scale", &variable, 1, &same, error) : NULL;
    nn_tensor_release(variable);
    good = copies[i] != NULL;
  }
  if (good) state = count == 2 ? nn_op("concatenate", copies, 2, &features, error) : nn_tensor_retain(copies[0]);
  for (int i = 0; i < 2; i++) nn_tensor_release(copies[i]);
  return state;
}

/* The last step goes into the kept states; y is taken over. */
static NnTensor *keep_last(const NnLayer *layer, NnTensor *y, Error *error) {
  NnVariable *kept[2];
  const int count = nn_recurrent_kept(layer, kept);
  NnTensor *inputs[3] = {y, NULL, NULL}, *result = NULL;
  bool good = true;
  for (int i = 0; good && i < count; i++) good = (inputs[1 + i] = nn_variable_tensor(kept[i], error)) != NULL;
  if (good) result = nn_op("keep_states", inputs, 1 + count, NULL, error);
  for (int i = 0; i < 3; i++) nn_tensor_release(inputs[i]);
  return result;
}

/* h where the mask is 1, else 0; h is taken over. */
static NnTensor *zero_where_masked(NnTensor *h, NnTensor *mask, Error *error) {
  if (h == NULL) return NULL;
  NnTensor *column = nn_op1("expand", mask, error);
  NnTensor *y = column != NULL ? nn_op("multiply", (NnTensor *[]){h, column}, 2, NULL, error) : NULL;
  nn_tensor_release(column);
  nn_tensor_release(h);
  return y;
}

bool nn_recurrent_expand(NnLayer *layer, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                         int *output_count, Error *error) {
  const int64_t units = nn_option_int(&layer->object, "units"), steps = nn_tensor_shape(inputs[0])->dims[1];
  const bool sequences = nn_option_bool(&layer->object, "return_sequences");
  const bool states = nn_option_bool(&layer->object, "return_state"), stateful = nn_option_bool(&layer->object, "stateful");
  const bool cells = (states || stateful) && is_lstm(layer);
  const bool backwards = nn_option_bool(&layer->object, "go_backwards");
  *output_count = 0;
  if (steps == 0) return core_fail(error, ERROR_VALUE, "layer '%s': there are no steps", layer->name);
  NnTensor *x = drop_inputs(layer, inputs[0], training, error), *state = NULL;
  NnTensor *mask = inputs[0]->mask != NULL ? nn_tensor_retain(inputs[0]->mask) : NULL;
  const bool masked = mask != NULL;
  if (backwards) {
    x = nn_reversed_steps(x, error);
    if (mask != NULL) mask = nn_reversed_steps(mask, error);
  }
  if (count == 2) state = nn_tensor_retain(inputs[1]);
  const NnAttributes features = {.integer = {1}};
  if (count == 3) state = nn_op("concatenate", &inputs[1], 2, &features, error);
  if (stateful && count == 1 && (state = kept_state(layer, error)) == NULL) {
    nn_tensor_release(x);
    nn_tensor_release(mask);
    return false;
  }
  NnTensor *y = x != NULL && (count == 1 || state != NULL) && (mask != NULL || !masked)
                    ? run_steps(layer, x, mask, state, training, cells, error) : NULL;
  if (stateful && y != NULL) y = keep_last(layer, y, error);
  if (y != NULL) {
    const int shown = states ? 1 + nn_recurrent_states(layer) : 1;
    for (int i = 0; i < shown; i++) {
      const bool whole = i == 0 && sequences;
      const bool known = steps > 0 || whole;
      NnTensor *part =
          known ? nn_part_of_steps(y, whole ? 0 : steps - 1, whole ? steps : 1, i == 2 ? units : 0, units, error)
                : last_of(y, i == 2 ? units : 0, units, error);
      if (whole && masked && ((const Recurrent *)layer)->zero_masked && part != NULL)
        part = zero_where_masked(part, mask, error);
      outputs[i] = whole || !known ? part : as_row(part, error);
      if (outputs[i] == NULL) break;
      (*output_count)++;
    }
    if (*output_count < shown) {
      while (*output_count > 0) nn_tensor_release(outputs[--*output_count]);
    } else if (sequences && masked) {
      nn_tensor_set_mask(outputs[0], inputs[0]->mask);
    }
  }
  nn_tensor_release(y);
  nn_tensor_release(x);
  nn_tensor_release(mask);
  nn_tensor_release(state);
  return *output_count > 0;
}

static bool expand_all(NnLayer *layer, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                       int *output_count, NnCall *call, Error *error) {
  return nn_recurrent_expand(layer, inputs, count, training, outputs, output_count, error);
}

static NnTensor *expand(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error) {
  NnTensor *outputs[NN_MAX_OUTPUTS];
  int made;
  if (!nn_recurrent_expand(layer, inputs, count, training, outputs, &made, error)) return NULL;
  for (int i = 1; i < made; i++) nn_tensor_release(outputs[i]);
  return outputs[0];
}

/* return_sequences to unroll first, as RNN's get_config() has it, then the cell's. */
static bool config(const NnLayer *layer, bool (*each)(void *, const char *, const NnOption *), void *context,
                   Error *error) {
  static const char *const first[] = {"return_sequences", "return_state", "go_backwards", "stateful", "unroll"};
  static const char *const then[] = {"units", "activation", "recurrent_activation", "use_bias", "kernel_initializer",
                                     "recurrent_initializer", "bias_initializer", "unit_forget_bias", "kernel_regularizer",
                                     "recurrent_regularizer", "bias_regularizer", "activity_regularizer", "kernel_constraint",
                                     "recurrent_constraint", "bias_constraint", "dropout", "recurrent_dropout",
                                     "reset_after", "seed"};
  if (!nn_layer_common_config(layer, false, each, context, error)) return false;
  for (size_t i = 0; i < sizeof first / sizeof *first; i++)
    if (!each(context, first[i], nn_option(&layer->object, first[i]))) return false;
  const NnOption zero = nn_option_boolean(((const Recurrent *)layer)->zero_masked);
  if (!each(context, "zero_output_for_mask", &zero)) return false;
  for (size_t i = 0; i < sizeof then / sizeof *then; i++) {
    const NnOption *option = nn_option(&layer->object, then[i]);
    if (option == NULL || (kind_of(layer) == NN_SIMPLE_RNN && strcmp(then[i], "seed") == 0)) continue;
    const bool function = option->tag == NN_OPTION_OBJECT && option->as.object->row->kind == NN_ACTIVATION;
    const NnOption name = {NN_OPTION_STRING, {.string = function ? (char *)option->as.object->row->name : NULL}};
    if (!each(context, then[i], function ? &name : option)) return false;
  }
  return true;
}

static const NnLayerHandlers handlers = {.size = sizeof(Recurrent),
                                         .destroy = destroy,
                                         .build = build,
                                         .expand = expand,
                                         .expand_all = expand_all,
                                         .check_input = check_input,
                                         .config = config};

#define INITIALIZERS                                                                                                  \
  "use_bias=True, kernel_initializer='glorot_uniform', recurrent_initializer='orthogonal', bias_initializer='zeros', "
#define PENALTIES                                                                                                     \
  "kernel_regularizer=None, recurrent_regularizer=None, bias_regularizer=None, activity_regularizer=None, "           \
  "kernel_constraint=None, recurrent_constraint=None, bias_constraint=None, dropout=0.0, recurrent_dropout=0.0, "
#define RUNS "return_sequences=False, return_state=False, go_backwards=False, stateful=False, unroll=False"

const NnRow nn_layer_simple_rnn = {
    .kind = NN_LAYER, .name = "SimpleRNN", .handlers = &handlers, .check = check,
    .signature = "units, activation='tanh', " INITIALIZERS PENALTIES RUNS ", seed=None",
    .help = "A layer whose outputs of one step are inputs of the next one.",
};
const NnRow nn_layer_lstm = {
    .kind = NN_LAYER, .name = "LSTM", .handlers = &handlers, .check = check,
    .signature = "units, activation='tanh', recurrent_activation='sigmoid', " INITIALIZERS "unit_forget_bias=True, " PENALTIES
                 "seed=None, " RUNS ", use_cudnn='auto'",
    .help = "Long short-term memory: cells that keep what their gates let in.",
};
const NnRow nn_layer_gru = {
    .kind = NN_LAYER, .name = "GRU", .handlers = &handlers, .check = check,
    .signature = "units, activation='tanh', recurrent_activation='sigmoid', " INITIALIZERS PENALTIES "seed=None, " RUNS
                 ", reset_after=True, use_cudnn='auto'",
    .help = "Gated recurrent units: states that two gates renew.",
};
