/* fit, evaluate, predict. Data is gathered batch by batch from the user's own arrays (any dtype, any strides): no
 * float32 copy of a whole set is ever made, and no memory is allocated in a step. */
#ifndef NNSH_ENGINE_NN_TRAIN_H
#define NNSH_ENGINE_NN_TRAIN_H

#include "engine/nn/event.h"
#include "engine/nn/model.h"

/* Inputs and targets of a model: one array an input (output); borrowed. */
typedef struct NnData {
  NdArray *const *x;
  int x_count;
  NdArray *const *y; /* may be NULL for predict */
  int y_count;
  NdArray *const *w; /* sample weights: NULL for none, else one a target, each NULL where it has none */
} NnData;

/* Data that comes batch by batch (a generator of the language): who makes it knows how many there are, or not. */
typedef struct NnStream {
  void *context;
  bool (*restart)(void *context, Error *error); /* before each pass */
  /* 1: `data` is the next batch, borrowed until the call after; 0: there is none; -1: an error. */
  int (*next)(void *context, NnData *data, Error *error);
  int64_t steps; /* batches of a pass; 0: not known */
} NnStream;

typedef struct NnFitOptions {
  int64_t batch_size;       /* 32 where 0 */
  int epochs;               /* 1 where 0; none where negative */
  int initial_epoch;
  bool shuffle;
  bool shuffle_inside; /* with shuffle: batches keep their order, their rows do not */
  double validation_split;  /* 0: none; the last rows are taken, before shuffling */
  const NnData *validation; /* or NULL; beats validation_split */
  int64_t validation_batch_size; /* 0: batch_size */
  const NnStream *stream;            /* instead of data, or NULL */
  const NnStream *validation_stream; /* instead of validation, or NULL */
  int64_t validation_steps;          /* at most so many batches of validation; 0: all */
  int validation_frequency;          /* validates every so many epochs; 0: each */
  const bool *validation_epochs;     /* or NULL; for epochs [0, epochs): whether it validates after them */
  int64_t limit_batches;    /* at most so many batches of training (steps_per_epoch); 0: all */
  const NnObserver *observers;
  int observer_count;
} NnFitOptions;

/* What fit recorded: one double an epoch and name. Owned by the caller of nn_fit. */
typedef struct NnHistory {
  int names_count;
  char **names;     /* "accuracy", "loss", "val_accuracy", "val_loss": Keras's order */
  int epochs;       /* recorded epochs */
  int results;      /* names of training; those behind are val_ names */
  int validations;  /* recorded epochs with validation: values of val_ names are so many */
  double **values;  /* values[name][epoch] */
  bool interrupted; /* ended by Ctrl-C: the weights are those after the last whole batch */
} NnHistory;

/* Trains. On false with ERROR_INTERRUPT the history holds the epochs so far and the model keeps its weights; on every
 * other false the model is as it was before the failing batch. `history` may be NULL. Shapes are checked before the
 * first batch, with Keras's texts. */
bool nn_fit(NnModel *model, const NnData *data, const NnFitOptions *options, NnHistory **history, Error *error);
void nn_history_free(NnHistory *history);

/* Means over the data: names and values as in NnEvent order is sorted for printing, while `results` come in Keras's
 * return order: loss first, then the metrics. results: room for 1 + metrics; result_count is set. */
typedef struct NnEvaluateOptions {
  const NnStream *stream; /* instead of data, or NULL */
  int64_t batch_size;
  int64_t limit_batches;
  const NnObserver *observers;
  int observer_count;
} NnEvaluateOptions;
bool nn_evaluate(NnModel *model, const NnData *data, const NnEvaluateOptions *options, double *results,
                 int *result_count, Error *error);
/* Most results nn_evaluate may give. */
#define NN_MAX_RESULTS 64
/* Names in return order: "loss", "accuracy", ...: for return_dict. Borrowed until the next compile. */
int nn_metric_names(const NnModel *model, const char *const **names);

/* Outputs, one new float32 array an output: `outputs` has room for nn_model_output_count. */
bool nn_predict(NnModel *model, NdArray *const *x, int x_count, const NnEvaluateOptions *options, NdArray **outputs,
                Error *error);
/* The same where options->stream gives the data: batches are put behind each other. */
bool nn_predict_stream(NnModel *model, const NnEvaluateOptions *options, NdArray **outputs, Error *error);

/* One step on one batch, for tests and train_on_batch: results as nn_evaluate. */
bool nn_train_on_batch(NnModel *model, const NnData *data, double *results, int *result_count, Error *error);

#endif
