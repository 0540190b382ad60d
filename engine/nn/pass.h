/* One pass over data in batches, with its events: what fit, evaluate and predict have in common. Private to engine/nn.
 */
#ifndef NNSH_ENGINE_NN_PASS_H
#define NNSH_ENGINE_NN_PASS_H

#include "engine/nn/event.h"
#include "engine/nn/training_internal.h"

typedef enum NnPassEnd { NN_PASS_DONE, NN_PASS_STOPPED, NN_PASS_INTERRUPTED, NN_PASS_FAILED } NnPassEnd;

typedef struct NnPass {
  NnModel *model;
  const NnObserver *observers;
  int observer_count;
  NnEvent event;
  unsigned answers; /* or-ed over observers and events */
  double begun, pass_begun;
  int each; /* results of one pass: loss and metrics; 0 for predict */
  /* Sorted as logs are: `each` names of training, then `each` with val_. */
  const char *names[2 * NN_MAX_RESULTS];
  double values[2 * NN_MAX_RESULTS];
  char validation_names[NN_MAX_RESULTS][64];
  const char *merged_names[2 * NN_MAX_RESULTS]; /* both halves in one order, for the end of an epoch */
  double merged_values[2 * NN_MAX_RESULTS];
  bool use_validation; /* this pass's values go to the second half */
  int64_t batch, limit;
  /* predict: called after each run. */
  void (*collect)(void *context, const NnPlan *plan, int64_t start, int64_t rows);
  void *context;
} NnPass;

void nn_pass_open(NnPass *pass, NnModel *model, const NnObserver *observers, int observer_count);
/* Sets counters for a pass over a feed's rows. */
void nn_pass_start(NnPass *pass, const NnFeed *feed, int64_t batch, int64_t limit);
/* Lets the event show the results of training and validation together, by name. */
void nn_pass_merge(NnPass *pass);
void nn_pass_emit(NnPass *pass, NnEventKind kind);
/* All batches, each with its event; the next one is gathered beside the current one's work. */
NnPassEnd nn_pass_run(NnPass *pass, NnFeed *feed, NnEventKind batch_end, Error *error);
/* The same over a stream of at most `steps` batches (0: all): each is fed as a whole, and `plan` makes the plan for
 * what it looks like. It fails where the stream ends before its first batch. */
typedef struct NnPlanMaker {
  NnPlan *(*make)(void *context, const NnData *first, int64_t batch, Error *error);
  void *context;
  NnPlan *plan; /* made when it is needed; the caller's to free */
  NnTargets targets;
  NnShape x[NN_MAX_INPUTS]; /* of the batch that the plan was made for */
} NnPlanMaker;
NnPassEnd nn_pass_stream(NnPass *pass, const NnStream *stream, int64_t steps, NnPlanMaker *maker, NnEventKind batch_end,
                         Error *error);
/* The last event, and the error that the end calls for; true where there is none. */
bool nn_pass_finish(NnPass *pass, NnPassEnd end, NnEventKind kind, Error *error);

#endif
