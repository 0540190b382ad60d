/* Data as fit, evaluate and predict take it: arrays, lists and dicts of arrays, sample and class weights; or batch by
 * batch from generators, keras.utils.PyDataset and tf.data.Dataset objects. */
#ifndef NNSH_REPL_MODULES_KERAS_DATA_H
#define NNSH_REPL_MODULES_KERAS_DATA_H

#include "repl/modules/keras.h"

typedef struct KerasArrays {
  NdArray **items; /* NULL inside: weights of a target that has none */
  int count;
} KerasArrays;

/* x, y and weights for a model, or a stream. The engine's view of it is `data`, or `stream` where `streams` is set. */
typedef struct KerasData {
  KerasArrays x, y, w;
  NnData data;
  bool streams;
  NnStream stream;
  Value feeder; /* the language's Stream object */
  NnModel *model;
} KerasData;

/* Reads the arguments (PY_NONE: not given). False: an exception is pending; keras_data_clear is due either way.
 * `self`: the model's value; `shuffle` is for PyDataset objects. */
bool keras_data_open(KerasData *data, Value self, Value x, Value y, Value weights, Value class_weight, bool shuffle);
/* A pass over a stream goes on where the one before stopped: steps_per_epoch was given. */
bool keras_data_continues(KerasData *data);
void keras_data_clear(KerasData *data);

/* A value with one entry an output, where it is a dict by the outputs' names: loss={'a': 'mse', 'b': 'mae'}. A new
 * reference, the value itself where it is no dict. `lists`: a model of one output takes all of the dict's values. */
Value keras_by_output(Value self, Value given, bool lists);

/* Outputs as the dict that a model made of dicts gives; the value itself for any other model. Takes the value over. */
Value keras_by_keys(const NnModel *model, Value outputs);
/* A dict of inputs as a list in the model's order. */
Value keras_inputs_by_name(const NnModel *model, Value value);

/* keras.utils' names that are written in the language: PyDataset and its old name Sequence. */
Value keras_sequence_find(String *name);
void keras_sequence_names(void (*each)(void *context, const char *name), void *context);

#endif
