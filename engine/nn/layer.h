/* Symbolic tensors, variables and layers. */
#ifndef NNSH_ENGINE_NN_LAYER_H
#define NNSH_ENGINE_NN_LAYER_H

#include "engine/nn/object.h"

#define NN_MAX_DIMS 8

/* A shape of a symbolic tensor; -1 is None (the batch dimension). */
typedef struct NnShape {
  int rank;
  int64_t dims[NN_MAX_DIMS];
} NnShape;

void nn_shape_text(const NnShape *shape, char *out, size_t size); /* "(None, 784)" */

typedef struct NnLayer NnLayer;

/* A weight. `value` is replaced, never resized. */
typedef struct NnVariable {
  _Atomic int64_t references;
  char *name;       /* "kernel" */
  char *path;       /* "sequential/dense/kernel" */
  NdArray *value;   /* float32 (uint32 or int64 for counters), C-contiguous, writeable */
  bool trainable;
  bool state; /* made as what training does not change: layer.trainable = True leaves it so */
  NnObject *regularizer; /* or NULL */
  NnObject *constraint;  /* or NULL: what every update ends with */
  void *owner;           /* the language's value for it, while there is one; not held */
} NnVariable;

/* A node of the graph of primitive ops, made by Input, by a layer's call, or by an op: immutable, reference counted,
 * holding references to its inputs. Fields beyond these are private to engine/nn (tensor.h). */
typedef struct NnTensor NnTensor;
NnTensor *nn_tensor_retain(NnTensor *tensor);
void nn_tensor_release(NnTensor *tensor);
const NnShape *nn_tensor_shape(const NnTensor *tensor);
NdType nn_tensor_type(const NnTensor *tensor);
const char *nn_tensor_name(const NnTensor *tensor); /* "keras_tensor_3", "input_1" ... as Keras counts */

/* keras.Input(shape, batch_size, dtype, name): a symbolic tensor whose layer is an InputLayer. batch -1: None. */
NnTensor *nn_input(const NnShape *shape /* without batch */, int64_t batch, NdType type, const char *name,
                   Error *error);

struct NnLayer {
  NnObject object; /* first: a layer is an object */
  char *name;      /* "dense_3" */
  bool built;
  bool trainable;
  NnVariable **variables; /* owned references, in Keras's order of `weights` */
  int variable_count;
  NnShape input_shape_hint; /* from input_shape= / input_dim= / batch_input_shape=; rank 0: none */
  bool has_input_hint;
  /* Private to engine/nn. */
  void *state;
};

/* A layer from a row: `options` as in nn_object_new, `name` NULL for an automatic one ("dense", "dense_1", ...). The
 * arguments that every layer takes (name, trainable, dtype, input_shape, input_dim, batch_input_shape, activity_
 * regularizer) are parameters of nn_layer_common, bound beside the row's own. */
extern const char nn_layer_common[]; /* a signature line: "name=None, trainable=True, input_shape=None, ..." */
NnLayer *nn_layer_new(const NnRow *row, const NnOption *options, const NnOption *common, Error *error);
static inline NnLayer *nn_layer_retain(NnLayer *layer) { return (NnLayer *)nn_object_retain(&layer->object); }
static inline void nn_layer_release(NnLayer *layer) { if (layer) nn_object_release(&layer->object); }

/* Creates the weights for inputs of these shapes; a second call is a no-op. */
bool nn_layer_build(NnLayer *layer, const NnShape *inputs, int count, Error *error);

/* layer(tensor): builds when needed and appends ops. A layer with several outputs (a model) gives the first one here,
 * all by nn_layer_call_many. `training` -1: by mode of the plan. Shape errors name the layer, what it got, what it
 * wanted and what to change, in Keras's words. */
NnTensor *nn_layer_call(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error);

/* What a call in a functional model says of `training` counts only where the model's own call says nothing (fit and
 * predict say it): Keras 3 hands the model's on to every layer. NN_UNLESS_SAID + 0 or 1 as `training`. */
enum { NN_UNLESS_SAID = 16 };

/* All outputs, each a new reference; `outputs` has room for NN_MAX_OUTPUTS. */
bool nn_layer_call_many(NnLayer *layer, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                        int *output_count, Error *error);
#define NN_MAX_OUTPUTS 32

/* layer(array): runs now on concrete arrays; float32 result. With several outputs the first, or all by _many.
 * `training` 1, 0, or -1 where the caller said nothing: then only layers work whose own default is to (RandomFlip and
 * its like). */
NdArray *nn_layer_apply(NnLayer *layer, NdArray *const *inputs, int count, int training, Error *error);
bool nn_layer_apply_many(NnLayer *layer, NdArray *const *inputs, int count, int training, NdArray **outputs,
                         int *output_count, Error *error);

/* layer.output and layer.input: the tensors that its earliest call whose results are still alive gave, or was given;
 * borrowed. `tensors` has room for NN_MAX_OUTPUTS. 0: the layer was never called on symbolic tensors. */
int nn_layer_outputs(const NnLayer *layer, NnTensor **tensors);
int nn_layer_inputs(const NnLayer *layer, NnTensor **tensors);
/* What a stateful recurrent layer goes on from; how many: 0 where it has none. Borrowed. */
bool nn_layer_is_recurrent(const NnLayer *layer);
int nn_layer_states(const NnLayer *layer, NnVariable *states[2]);
/* The one input shape that build was given, or NULL. */
const NnShape *nn_layer_build_shape(const NnLayer *layer);

/* Activation function by row, on an array: keras.activations.relu(x). Result float32 (float64 in gives float64). */
NdArray *nn_activation_apply(const NnObject *activation, NdArray *input, Error *error);

/* One array as get_weights gives it (a new copy), and assignment with Keras's shape error text. */
bool nn_layer_get_weights(const NnLayer *layer, NdArray ***arrays, int *count, Error *error); /* core_free the list */
bool nn_layer_set_weights(NnLayer *layer, NdArray *const *arrays, int count, Error *error);

/* Numbers in the weights; 0 where the layer is not built (whoever asks by name checks `built` first). */
int64_t nn_layer_count_params(const NnLayer *layer);

/* layer.trainable = value: reaches all weights, and in a model all layers. */
void nn_layer_set_trainable(NnLayer *layer, bool trainable);

/* The layer's weights in Keras's order, a model's over all its layers; borrowed until the model changes. */
NnVariable *const *nn_layer_weights(const NnLayer *layer, int *count);

/* Draws an array from an initializer. */
NdArray *nn_initializer_draw(NnObject *initializer, int ndim, const int64_t *shape, Error *error);

/* An array as a constraint leaves it: a new one, float32. */
NdArray *nn_constraint_apply(const NnObject *constraint, NdArray *weight, Error *error);

/* The seed of everything random in the engine (keras.utils.set_random_seed); draws follow from it and from the order
 * of calls. */
void nn_set_seed(uint64_t seed);

/* Names as Keras counts them; clear_session starts again. */
void nn_clear_session(void);

/* False with a ValueError where the layer is one that merges (Add, ..., Concatenate) and was called on one tensor of
 * this shape that is not in a list. */
bool nn_merge_takes_list(const NnLayer *layer, const NnShape *single, Error *error);

#endif
