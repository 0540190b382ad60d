/* What the user writes in the language: functions as losses, metrics, activations, regularizers and initializers, and
 * layers and models of derived classes. The engine holds an opaque handle and asks the language through hooks; a hook
 * that fails leaves its exception pending over there and fills *error with anything.
 *
 * A function is traced: it is called once with symbolic tensors, and the ops that it appends become part of the plan,
 * so that training runs at the engine's own speed. */
#ifndef NNSH_ENGINE_NN_USER_H
#define NNSH_ENGINE_NN_USER_H

#include "engine/nn/model.h"
#include "engine/nn/tensor.h"

/* Options of a layer changed after its calls: models make theirs anew before they are used again. */
void nn_model_options_changed(void);

typedef struct NnUserHooks {
  NnTensor *(*call)(void *handle, NnTensor *const *inputs, int count, Error *error);
  bool (*fill)(void *handle, NdArray *out, Error *error);
  void (*release)(void *handle);
  bool (*layer_build)(NnLayer *layer, const NnShape *inputs, int count, Error *error);
  /* `call` NULL: nobody's, and what the layer adds to the loss is not kept. */
  bool (*layer_call)(NnLayer *layer, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                     int *output_count, NnCall *call, Error *error);
  bool (*model_build)(NnModel *model, const NnShape *input, Error *error);
  void (*layer_gone)(void *parked);
  /* What a node `later` stands for, now that its inputs have lengths. keep: one more reference to a handle. */
  bool (*later)(void *later, NnTensor *const *inputs, int count, int training, NnTensor **outputs, int *output_count,
                Error *error);
  void *(*keep)(void *handle);
} NnUserHooks;
extern NnUserHooks nn_user_hooks;
/* While a call is traced with a length that stands in for an open one: that length; else 0. */
extern int64_t nn_standing_length;

/* A function as an option's object: `handle` is taken over. reduction NULL: a plain function, whose arguments a loss
 * brings to one rank first; else a Loss object's. */
NnObject *nn_user_function(void *handle, const char *name, const char *reduction, Error *error);
bool nn_is_user_function(const NnObject *object);
const char *nn_user_function_name(const NnObject *object);
void *nn_user_function_handle(const NnObject *object);
/* The function as an object of a kind: what nn_object_from_option gives for it. */
NnObject *nn_user_object(NnKind kind, NnObject *function, Error *error);
/* The ops of a user's activation. NULL with *mine false: it is none. */
NnTensor *nn_user_activation(const NnObject *activation, NnTensor *input, bool *mine, Error *error);
bool nn_is_user_activation(const NnObject *activation);

/* Layers of the user's classes. They hold the layers that were set as their attributes (tracked), in that order, and
 * the weights of add_weight; layer.variables is all of these. */
NnLayer *nn_user_layer_new(const char *class_name, const NnOption *common, Error *error);
NnModel *nn_user_model_new(const char *class_name, const char *name, Error *error);
bool nn_is_user_layer(const NnObject *object); /* a model too */
bool nn_user_track(NnLayer *layer, NnLayer *inner, Error *error);
/* The layer whose class the user's derives from: tracked first, its weights stand before the layer's own. */
bool nn_user_derive(NnLayer *layer, NnLayer *inner, Error *error);
bool nn_user_track_variable(NnLayer *layer, NnVariable *variable, Error *error);
/* The weights of add_weight alone, without the inner layers'. */
NnVariable *const *nn_user_own(const NnLayer *layer, int *count);
bool nn_user_refresh(NnLayer *layer); /* collects the variables anew */
/* Shapes seen by a call on numbers: the layer's place in a summary. */
void nn_user_set_output(NnLayer *layer, const NnShape *shape);
/* What the language keeps in a layer while no value stands for it; NULL: nothing. Setting returns what was there. */
void *nn_user_park(NnLayer *layer, void *parked);
bool nn_user_model_set_graph(NnModel *model, NnTensor *const *inputs, int input_count, NnTensor *const *outputs,
                             int output_count, Error *error);
/* What the model's own call adds to the loss: scalars, retained. */
bool nn_user_model_set_losses(NnModel *model, NnTensor *const *losses, int count, Error *error);
/* Whether two traces do the same but for what looks at the mode itself. */
bool nn_user_same_graph(NnTensor *const *a, NnTensor *const *b, int count);

#endif
