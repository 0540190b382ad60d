/* What a layer's row provides and what layers, models and variables share; private to engine/nn. */
#ifndef NNSH_ENGINE_NN_LAYER_INTERNAL_H
#define NNSH_ENGINE_NN_LAYER_INTERNAL_H

#include "engine/nn/layer.h"
#include "engine/nn/op.h"

/* handlers of an NN_LAYER row. */
typedef struct NnLayerHandlers {
  /* Bytes of the struct that begins with NnLayer; 0: NnLayer itself. */
  size_t size;
  /* A layer without weights of its own is built when it is made. */
  bool built_at_start;
  /* Keras's input_spec: the least rank, 0 for any; how many inputs (0: one; -1: a list of two or more, or one). */
  int min_ndim;
  int exact_ndim; /* the only rank, 0 for any */
  int inputs;
  /* After build the last dimension of the input (with data_format='channels_first' the second) is pinned (input_spec
   * axes={-1: n}). */
  bool pins_last_axis;
  /* What becomes of the mask of the first input: it goes on to the outputs (true), or the layer sets the mask of its
   * results itself, or it ends here. */
  bool passes_mask;
  bool takes_images; /* batches of images (rank 4), or an image alone, whose first axis is no batch */
  bool refuses_mask; /* Keras would use the mask here in a way that is not there yet */
  bool (*build)(NnLayer *layer, const NnShape *inputs, int count, Error *error); /* NULL: nothing to make */
  /* Appends ops. Never NULL. The result is a new reference and may be inputs[0] itself (retained). */
  NnTensor *(*expand)(NnLayer *layer, NnTensor *const *inputs, int count, int training, Error *error);
  /* Looks at options beside common ones, after nn_object_init; NULL: nothing. */
  bool (*start)(NnLayer *layer, Error *error);
  void (*destroy)(NnLayer *layer);
  /* Layers with several outputs, and models: a call as a whole. NULL: by expand. */
  bool (*expand_all)(NnLayer *layer, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                     int *output_count, NnCall *call, Error *error);
  /* Checks the input's shape in place of the rules above (models); NULL: by the rules. */
  bool (*check_input)(NnLayer *layer, const NnShape *inputs, int count, bool symbolic, Error *error);
  /* get_config() pairs in place of name, trainable, dtype and the row's own; *more is then false. */
  bool (*config)(const NnLayer *layer, bool (*each)(void *, const char *, const NnOption *), void *context,
                 Error *error);
} NnLayerHandlers;

/* layer->state. */
typedef struct NnLayerState {
  NnObject *activity_regularizer;
  char *dtype;          /* the policy's name: "float32" */
  int call_count;       /* calls so far: the next call's node_index */
  NnShape *build_shapes; /* what build was given; NULL before */
  int build_count;
  int64_t last_axis;    /* pinned size of the last axis, or -1 */
  NnShape outputs[NN_MAX_OUTPUTS]; /* of the last symbolic call */
  int output_count;     /* 0: never called symbolically */
  char *path;           /* "sequential/dense", NULL before build */
  /* What the earliest call whose results are still alive gave; not owned: a tensor that goes takes itself out. */
  NnTensor *results[NN_MAX_OUTPUTS];
} NnLayerState;

static inline NnLayerState *nn_layer_state(const NnLayer *layer) { return layer->state; }
static inline const NnLayerHandlers *nn_layer_handlers(const NnLayer *layer) { return layer->object.row->handlers; }

/* Builds where needed and appends a call's ops without marking them as a call: for running the layer on numbers. What
 * it adds to the loss is gathered in `call`, where that is not NULL. */
bool nn_layer_expand_for(NnLayer *layer, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                         int *output_count, NnCall *call, Error *error);
/* Whether a call of the layer adds something to the loss. */
bool nn_layer_adds_losses(const NnLayer *layer);

/* name, trainable, dtype and activity_regularizer for get_config(); *more tells whether the row's own pairs follow. */
bool nn_layer_base_config(const NnLayer *layer, bool (*each)(void *, const char *, const NnOption *), void *context,
                          bool *more, Error *error);
/* name, trainable and dtype, with `activity` activity_regularizer too. */
bool nn_layer_common_config(const NnLayer *layer, bool activity, bool (*each)(void *, const char *, const NnOption *),
                            void *context, Error *error);
bool nn_layer_is_model(const NnObject *object);

/* A result of a symbolic call of this layer, and its end (tensor.c calls that): for nn_layer_outputs. */
void nn_layer_remember_output(NnLayer *layer, NnTensor *tensor);
void nn_layer_forget_output(NnLayer *layer, const NnTensor *tensor);
/* Whether the layer, or one inside it, adds a penalty on its outputs to the loss. */
bool nn_layer_has_activity_loss(const NnLayer *layer);

/* Creates a weight and appends it to the layer's, its path below the open scopes. `initializer` may be an initializer
 * option (object or array). regularizer may be NULL. */
bool nn_layer_add_weight(NnLayer *layer, const char *name, int ndim, const int64_t *shape, const NnOption *initializer,
                         NnObject *regularizer, bool trainable, Error *error);

/* The constraint of the weight that was added last, from an option of the layer (kernel_constraint, ...) or None. */
bool nn_layer_constrain(NnLayer *layer, const char *option, Error *error);

/* Builds a layer inside another one for inputs of these shapes, and takes its weights over into the outer layer's list.
 */
bool nn_layer_build_inner(NnLayer *outer, NnLayer *inner, const NnShape *inputs, int count, Error *error);
/* The ops of a layer inside another one: nobody's call. */
bool nn_layer_expand_inner(NnLayer *inner, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                           int *output_count, Error *error);
/* A new layer with the options of another one, but of this name; `change` NULL or an option that gets `value`. */
NnLayer *nn_layer_like(const NnLayer *layer, const char *name, const char *change, NnOption value, Error *error);

/* Name scopes, for paths: "sequential/dense". nn_scope_push is refused (false) only where memory is short. A layer that
 * is pushed twice in a row counts once. */
bool nn_scope_push(const NnLayer *layer, Error *error);
void nn_scope_pop(void);
char *nn_scope_path(const char *name, Error *error); /* scopes and name, '/' between; core_free */

/* variables.c */
NnVariable *nn_variable_new(const char *name, const char *path, NdArray *value /* taken over */, bool trainable,
                            NnObject *regularizer, Error *error);

/* layer_input.c: the InputLayer's batch shape and dtype; a new symbolic tensor that stands for it (its first call). */
bool nn_layer_is_input(const NnLayer *layer);
const NnShape *nn_input_layer_shape(const NnLayer *layer);
NnLayer *nn_input_layer_new(const NnShape *batch_shape, NdType type, const char *name, Error *error);
NnTensor *nn_input_layer_tensor(NnLayer *layer, Error *error);

/* The shape of the output for the shapes that build was given, for summary() of a layer that was never called. */
bool nn_layer_built_output(NnLayer *layer, NnShape *output);

/* The layer's input_spec: whether inputs of these shapes fit; else Keras's error. */
bool nn_layer_check_input(NnLayer *layer, const NnShape *inputs, int count, bool symbolic, Error *error);

/* Modes beside 0, 1 and -1 (the plan's): nobody said anything; training, where nobody says otherwise. Plans take both
 * as theirs. */
enum { NN_TRAINING_UNSAID = -2, NN_TRAINING_UNLESS_SAID = -3 };

/* An error that names no layer yet names this one; false. */
bool nn_layer_name_error(const NnLayer *layer, Error *error);

/* An activation's ops on a tensor; the object is of kind NN_ACTIVATION. */
NnTensor *nn_activation_expand(const NnObject *activation, NnTensor *input, Error *error);

/* A shape from an option: a list of ints and Nones, or an int (1 dimension). */
bool nn_shape_from_option(const NnOption *option, NnShape *shape, const char *what, Error *error);
NnOption nn_shape_option(const NnShape *shape); /* a tuple; NONE where memory is short */
NnShape nn_shape_of_array(const NdArray *array);

#endif
