/* What training tells the world. fit, evaluate and predict emit events; the progress line, the dashboard, the history,
 * callbacks and recorders observe the same stream and may answer. Nothing in engine/ knows a terminal. */
#ifndef NNSH_ENGINE_NN_EVENT_H
#define NNSH_ENGINE_NN_EVENT_H

#include <stdint.h>

#define NN_EVENT_VERSION 1

typedef enum NnEventKind {
  NN_FIT_BEGIN, NN_EPOCH_BEGIN, NN_BATCH_END, NN_VALIDATION_BEGIN, NN_VALIDATION_BATCH_END, NN_VALIDATION_END,
  NN_EPOCH_END, NN_FIT_END,
  NN_EVALUATE_BEGIN, NN_EVALUATE_BATCH_END, NN_EVALUATE_END,
  NN_PREDICT_BEGIN, NN_PREDICT_BATCH_END, NN_PREDICT_END,
  /* Before each batch; the values are those after the one before. */
  NN_BATCH_BEGIN, NN_VALIDATION_BATCH_BEGIN, NN_EVALUATE_BATCH_BEGIN, NN_PREDICT_BATCH_BEGIN
} NnEventKind;

typedef struct NnEvent {
  uint32_t version;
  NnEventKind kind;
  uint64_t fit_id;       /* one number a fit / evaluate / predict of this process */
  int epoch, epochs;     /* 0-based epoch; epochs is the last one's number + 1 */
  int64_t step, steps;   /* steps done in this epoch (or pass), of how many (-1: not known) */
  int64_t samples;       /* training samples seen in this epoch so far */
  double seconds;        /* since this epoch (or pass) began */
  double total_seconds;  /* since *_BEGIN */
  double learning_rate;
  /* Running means so far: names as in history ("accuracy", "loss", then "val_accuracy", "val_loss" at EPOCH_END). The
   * pointers are valid during the call; the names do not change within a fit. Sorted as Keras prints: by name, val_
   * last. */
  int count;
  const char *const *names;
  const double *values;
  const char *model_name;
  int interrupted;       /* at *_END: 1 ended by Ctrl-C, 2 ended by an observer's answer */
} NnEvent;

/* Answers, or-ed together. */
typedef enum NnAnswer {
  NN_GO_ON = 0,
  NN_STOP = 1,      /* end this fit after this batch, normally; History is complete so far */
  NN_FAIL = 2       /* an observer raised: end at once; nn_fit returns false with ERROR_RUNTIME "observer" */
} NnAnswer;

typedef struct NnObserver {
  NnAnswer (*observe)(void *self, const NnEvent *event);
  void *self;
} NnObserver;

#endif
