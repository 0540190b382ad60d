/* What a model is made of; private to engine/nn. */
#ifndef NNSH_ENGINE_NN_MODEL_INTERNAL_H
#define NNSH_ENGINE_NN_MODEL_INTERNAL_H

#include "engine/nn/layer_internal.h"
#include "engine/nn/model.h"
#include "engine/nn/training.h"

/* The calls between a model's inputs and outputs, put in order as Keras's map_graph does. */
typedef struct NnGraphMap {
  NnCall **calls; /* borrowed: the tensors hold them; by depth, then as found */
  int *depths;
  int call_count;
  NnLayer **layers; /* borrowed; model.layers' order */
  int layer_count;
} NnGraphMap;

/* What a layer or model of the user's class holds; see user.h. */
typedef struct NnUserParts {
  NnLayer **inner; /* strong */
  int inner_count;
  NnVariable **own; /* strong */
  int own_count;
  NnTensor **losses; /* strong: what the model's own call adds to the loss */
  int loss_count;
  void *parked;
  bool derived; /* the first inner layer is the one whose class this one's derives from */
} NnUserParts;

struct NnModel {
  NnLayer layer; /* first */
  bool sequential;
  /* The graph as it was called, with the batch size that it was built with; strong; NULL before. */
  NnTensor **shown_inputs, **shown_outputs;
  /* Where the ops begin: the shown inputs, or what a layer makes of them before a plan runs; strong. */
  NnTensor **begins;
  /* Begins and outputs with batch -1, which plans run; strong. */
  NnTensor **inputs, **outputs;
  int input_count, output_count;
  NnGraphMap map;
  /* Sequential: its layers, strong, an InputLayer in front where there is one; that one's tensor. */
  NnLayer **stack;
  int stack_count;
  NnTensor *first;
  char *inner_name; /* of the Functional inside a built Sequential, for messages */
  bool held;
  NnTraining *training;
  NnUserParts parts; /* of a model of the user's class */
  uint64_t followed; /* the changes of options that its graph knows */
  bool ran;          /* fit, evaluate or predict used it since compile() */
  /* Texts and shapes that the last describe gave out. */
  char **texts;
  int text_count;
};

/* Makes the graph between inputs and outputs the model's: checks, maps and keeps it. Names in messages: `name`. */
bool nn_model_set_graph(NnModel *model, NnTensor *const *inputs, int input_count, NnTensor *const *outputs,
                        int output_count, Error *error);
void nn_model_drop_graph(NnModel *model);

/* graph.c: the order of calls and layers; false with Keras's errors (a name used twice, an output not connected). */
bool nn_graph_map(NnTensor *const *inputs, int input_count, NnTensor *const *outputs, int output_count, NnGraphMap *map,
                  Error *error);
void nn_graph_map_clear(NnGraphMap *map);

typedef enum NnCloneCalls {
  NN_CLONE_WITHOUT_CALLS, /* the copies are ops inside somebody else's call */
  NN_CLONE_SAME_CALLS,    /* the copies are marked with the calls of what they copy */
  NN_CLONE_NEW_CALLS      /* each call becomes a new call of its layer, as if it had been called again */
} NnCloneCalls;

/* Copies the ops between `from` and `outputs` with `to` in place of `from`. training 0 or 1 fixes the mode of ops that
 * depend on it. results: new references. */
bool nn_graph_clone(NnTensor *const *from, NnTensor *const *to, int count, NnTensor *const *outputs, int output_count,
                    NnCloneCalls calls, int training, NnTensor **results, Error *error);

bool nn_is_user_model(const NnObject *object);

/* Collects the weights of the model's layers into layer.variables. */
bool nn_model_refresh(NnModel *model);

/* What the model and the calls in it add to the loss: scalars, and tensors of one number a sample. The list is the
 * caller's (core_free), the tensors are the graph's. */
bool nn_model_losses(const NnModel *model, NnTensor ***losses, int *count, Error *error);

/* A model with sizes that are None beside the batch: plans run a copy of its graph for the sizes that the data has. */
bool nn_model_fit_sizes(NnModel *model, const NnShape *shapes, int count, Error *error);

/* A call made once more on other tensors, with what the layer's options say now: its ops, marked as that call. `names`
 * are those of its outputs, NULL for unknown ones. */
bool nn_layer_call_again(const NnCall *old, NnTensor *const *inputs, const char *const *names, NnTensor **outputs,
                         int *output_count, Error *error);
/* The calls of a model made once more (model_again.c). `make` makes one, on what stands for its inputs; its outputs are new
 * references. With inputs NULL the model's own stay, else these stand for them. What was made is in `again` afterwards,
 * which nn_again_clear ends, where it failed too. */
typedef struct NnAgain {
  struct NnStand *stands;
  int count;
} NnAgain;
typedef bool (*NnAgainCall)(void *context, const NnCall *call, NnTensor *const *inputs, NnTensor **outputs, int *made,
                            Error *error);
bool nn_model_again(const NnModel *model, NnTensor *const *inputs, NnAgainCall make, void *context, NnAgain *again,
                    Error *error);
/* Borrowed; the tensor itself where nothing stands for it: a constant, a variable. */
NnTensor *nn_again_stand(const NnAgain *again, NnTensor *tensor);
void nn_again_each(const NnAgain *again, void (*each)(NnTensor *made));
void nn_again_clear(NnAgain *again);

/* The model's graph as it was shown, on inputs of other sizes: outputs are new references. */
bool nn_model_graph_on(const NnModel *model, NnTensor *const *inputs, NnTensor **outputs, Error *error);

/* Makes the calls in a model's graph anew where options of layers changed since. */
bool nn_model_follow(NnModel *model, Error *error);

/* Handlers that both kinds share. */
bool nn_model_check_input(NnLayer *layer, const NnShape *inputs, int count, bool symbolic, Error *error);
bool nn_model_expand(NnLayer *layer, NnTensor *const *inputs, int count, int training, NnTensor **outputs,
                     int *output_count, NnCall *call, Error *error);
void nn_model_destroy(NnLayer *layer);

#endif
