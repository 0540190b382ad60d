/* Models: Sequential and functional. A model is a layer, so models nest. */
#ifndef NNSH_ENGINE_NN_MODEL_H
#define NNSH_ENGINE_NN_MODEL_H

#include "engine/nn/layer.h"

typedef struct NnModel NnModel;

/* One line of summary(): a layer in a model. */
typedef struct NnModelLayer {
  NnLayer *layer;          /* borrowed */
  const char *name;
  const char *class_name;  /* "Dense" */
  bool built;
  NnShape output_shape;    /* valid where has_output */
  bool has_output;
  int64_t parameters;
  /* The layers it takes its inputs from, for "Connected to": "dense[0][0]" texts; borrowed, may be none. */
  const char *const *connections;
  int connection_count;
  const NnShape *outputs;  /* all outputs' shapes, where a nested model has several; the first is output_shape */
  int output_count;
} NnModelLayer;

/* Sequential. Layers are retained. An empty one may be built later by add, build or the first call. */
NnModel *nn_sequential_new(const char *name /* NULL: automatic */, Error *error);
bool nn_sequential_add(NnModel *model, NnLayer *layer, Error *error); /* Keras's errors: duplicate name, ... */
bool nn_sequential_add_input(NnModel *model, NnTensor *input, Error *error);
bool nn_sequential_pop(NnModel *model, Error *error);
/* Sequential([...]) looks at its layers once, at the end, where add() builds anew each time (names count by that).
 * Between hold and release additions do not build; release then builds where it is due. */
void nn_sequential_hold(NnModel *model);
bool nn_sequential_release(NnModel *model, Error *error);
/* Functional: Model(inputs, outputs). */
NnModel *nn_model_new(const char *name, NnTensor *const *inputs, int input_count, NnTensor *const *outputs,
                      int output_count, Error *error);
static inline NnModel *nn_model_retain(NnModel *model) { return (NnModel *)nn_object_retain((NnObject *)model); }
static inline void nn_model_release(NnModel *model) { nn_object_release((NnObject *)model); }

bool nn_model_is_sequential(const NnModel *model);
NnLayer *nn_model_as_layer(NnModel *model); /* the same object */
NnModel *nn_layer_as_model(NnLayer *layer); /* the same object, or NULL where the layer is no model */
const char *nn_model_name(const NnModel *model);
bool nn_model_built(const NnModel *model);
bool nn_model_build(NnModel *model, const NnShape *input /* with batch */, Error *error);

/* Layers in Keras's order: `layers` of Sequential leaves the InputLayer out, functional models show it. */
int nn_model_layer_count(const NnModel *model);
NnLayer *nn_model_layer(const NnModel *model, int index); /* borrowed */
/* Rows of the summary; the array is the caller's (core_free), its pointers are the model's. */
NnModelLayer *nn_model_describe(const NnModel *model, int *count, Error *error);
/* True where "Connected to" belongs in the summary: the graph is not a plain chain. */
bool nn_model_branches(const NnModel *model);
/* Number of inputs and outputs, their symbolic tensors (borrowed; NULL before the model is built). The batch is -1 in
 * these, whatever the model was built with; model.input_shape shows what nn_model_input_shape says. */
int nn_model_input_count(const NnModel *model);
int nn_model_output_count(const NnModel *model);
NnTensor *nn_model_input(const NnModel *model, int index);
NnTensor *nn_model_output(const NnModel *model, int index);

bool nn_model_input_shape(const NnModel *model, int index, NnShape *shape);
/* The layer that works on an input before a plan runs (texts to numbers), or NULL: who has data for the model hands on
 * what that layer makes of it. */
NnLayer *nn_model_before(const NnModel *model, int index);
bool nn_model_output_shape(const NnModel *model, int index, NnShape *shape);

/* The calls that a functional model is made of, in the order of its depths; what they hold is borrowed. A call without
 * inputs is an InputLayer's. */
typedef struct NnModelCall {
  NnLayer *layer;
  int node_index; /* the how-manyth call of the layer */
  NnTensor *const *inputs;
  int input_count;
  int training; /* what the call was given: 1, 0, or -1 for nothing */
} NnModelCall;
int nn_model_call_count(const NnModel *model);
NnModelCall nn_model_call(const NnModel *model, int index);
/* Inputs and outputs as they were given to Model(): nn_model_input's are copies where the batch size was fixed. */
NnTensor *nn_model_shown(const NnModel *model, bool output, int index);
/* Which output of which call a symbolic tensor is; false where it is none. */
bool nn_tensor_origin(const NnTensor *tensor, NnLayer **layer, int *node_index, int *output);

/* Weights over all layers, in Keras's order; borrowed. */
int nn_model_variable_count(const NnModel *model);
NnVariable *nn_model_variable(const NnModel *model, int index);
/* Sums for the summary's last lines, in parameters; bytes are 4 a float32 weight. */
typedef struct NnParameterCounts {
  int64_t trainable, non_trainable, optimizer;
} NnParameterCounts;
void nn_model_count(const NnModel *model, NnParameterCounts *counts);

/* compile(): the objects are retained. `loss` may be NULL. Metrics by option: a string ('accuracy', 'acc', names), an
 * object, or a list of these; 'accuracy' becomes what the loss and the output's shape call for, at the first fit. */
typedef struct NnCompileOptions {
  NnOption optimizer; /* string or object; NONE: "rmsprop" */
  NnOption loss;
  NnOption metrics;
  NnOption loss_weights;     /* a number, or a list of one an output */
  NnOption weighted_metrics; /* as metrics, with sample weights */
} NnCompileOptions;
bool nn_model_compile(NnModel *model, const NnCompileOptions *options, Error *error);
bool nn_model_compiled(const NnModel *model);
bool nn_model_has_metrics(const NnModel *model); /* compile was given metrics, an empty list too */
NnObject *nn_model_optimizer(const NnModel *model); /* borrowed, or NULL */
/* The name of an output's layer, as in "out_loss"; borrowed, NULL before the model is built. */
const char *nn_model_output_name(const NnModel *model, int index);
const char *nn_model_input_name(const NnModel *model, int index);
/* How many losses of outputs stand behind "loss" in the results: 0 where there is one loss. */
int nn_model_shown_losses(const NnModel *model);

/* The optimizer's learning rate, read and assigned while a fit runs too. */
double nn_optimizer_rate(const NnObject *optimizer);
void nn_optimizer_set_rate(NnObject *optimizer, double rate);

#endif
