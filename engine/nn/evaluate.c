/* evaluate and predict. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/pass.h"
#include "engine/nn/train.h"

static int64_t batch_of(const NnEvaluateOptions *options) {
  return options->batch_size != 0 ? options->batch_size : 32;
}

static bool check_batch(const NnEvaluateOptions *options, Error *error) {
  if (options->batch_size >= 0) return true;
  return core_fail(error, ERROR_VALUE, "`batch_size` must be a positive integer. Received: batch_size=%lld",
                   (long long)options->batch_size);
}

static NnPlan *make_plan(void *context, const NnData *first, int64_t batch, Error *error) {
  NnModel *model = context;
  if (!nn_training_check_inputs(model, first->x, first->x_count, -1, error)) return NULL;
  const NnTargets targets = nn_targets_of(first);
  NnTraining *training = nn_training_ready(model, &targets, error);
  return training != NULL ? nn_training_plan(model, training, &targets, false, batch, error) : NULL;
}

static bool give_results(const NnPass *pass, double *results, int *result_count) {
  const NnTraining *training = pass->model->training;
  for (int i = 0; i < training->returned_count; i++) results[i] = nn_training_value(training, training->returned[i]);
  *result_count = training->returned_count;
  return true;
}

/* The first batch shows what the results are called, then all are run from the start. */
static bool evaluate_stream(NnModel *model, const NnEvaluateOptions *options, double *results, int *result_count,
                            Error *error) {
  const NnStream *stream = options->stream;
  NnPlanMaker maker = {.make = make_plan, .context = model};
  NnPass pass;
  NnData first = {0};
  if (!stream->restart(stream->context, error)) return false;
  const int got = stream->next(stream->context, &first, error);
  if (got <= 0) return got < 0 ? false : core_fail(error, ERROR_VALUE, "there is no data to evaluate on");
  if (first.y == NULL || first.y_count < 1)
    return core_fail(error, ERROR_VALUE, "evaluate needs targets: batches of (x, y)");
  maker.plan = make_plan(model, &first, first.x[0]->ndim > 0 ? first.x[0]->shape[0] : 1, error);
  maker.targets = nn_targets_of(&first);
  if (maker.plan == NULL) return false;
  const int64_t steps = options->limit_batches > 0 ? options->limit_batches : stream->steps;
  nn_pass_open(&pass, model, options->observers, options->observer_count);
  nn_pass_start(&pass, NULL, 1, steps);
  nn_pass_emit(&pass, NN_EVALUATE_BEGIN);
  const NnPassEnd end = nn_pass_stream(&pass, stream, steps, &maker, NN_EVALUATE_BATCH_END, error);
  const bool fine = nn_pass_finish(&pass, end, NN_EVALUATE_END, error) && give_results(&pass, results, result_count);
  nn_plan_free(maker.plan);
  return fine;
}

bool nn_evaluate(NnModel *model, const NnData *data, const NnEvaluateOptions *options, double *results,
                 int *result_count, Error *error) {
  NnFeed feed = {0};
  NnPass pass;
  if (!check_batch(options, error)) return false;
  if (model->training == NULL)
    return core_fail(error, ERROR_VALUE, "You must call `compile()` before using the model.");
  if (options->stream != NULL) return evaluate_stream(model, options, results, result_count, error);
  if (data->y == NULL || data->y_count < 1) return core_fail(error, ERROR_VALUE, "evaluate needs targets: evaluate(x, y)");
  if (!nn_feed_open(&feed, data, error)) return false;
  bool fine = feed.rows > 0 || core_fail(error, ERROR_VALUE, "there is no data to evaluate on: x has 0 samples");
  if (fine) {
    feed.plan = make_plan(model, data, batch_of(options), error);
    fine = feed.plan != NULL;
  }
  if (fine) {
    nn_pass_open(&pass, model, options->observers, options->observer_count);
    nn_pass_start(&pass, &feed, batch_of(options), options->limit_batches);
    nn_pass_emit(&pass, NN_EVALUATE_BEGIN);
    const NnPassEnd end = nn_pass_run(&pass, &feed, NN_EVALUATE_BATCH_END, error);
    fine = nn_pass_finish(&pass, end, NN_EVALUATE_END, error) && give_results(&pass, results, result_count);
  }
  nn_plan_free(feed.plan);
  nn_feed_close(&feed);
  return fine;
}

/* Where predictions go. */
typedef struct Collector {
  NdArray **outputs;
  int count;
} Collector;

static void collect(void *context, const NnPlan *plan, int64_t start, int64_t rows) {
  const Collector *collector = context;
  for (int i = 0; i < collector->count; i++) {
    NdArray *output = collector->outputs[i];
    const size_t each = output->shape[0] > 0 ? (size_t)(output->size / output->shape[0]) * sizeof(float) : 0;
    memcpy(output->data + (size_t)start * each, nn_plan_output(plan, i), (size_t)rows * each);
  }
}

/* The plan that gives outputs only. */
static NnPlan *make_output_plan(void *context, const NnData *first, int64_t batch, Error *error) {
  NnModel *model = context;
  if (!nn_training_check_inputs(model, first->x, first->x_count, batch, error)) return NULL;
  const NnPlanSpec spec = {.inputs = model->inputs, .input_count = model->input_count, .outputs = model->outputs,
                           .output_count = model->output_count, .precision = NN_FLOAT32, .largest_batch = batch};
  return nn_plan_new(&spec, error);
}

/* Outputs of a stream, whose number of rows is known at its end: they grow by doubling. */
typedef struct Grower {
  float **values; /* one an output */
  int64_t *sizes, *rooms;
  int count;
  int64_t rows;
  bool failed;
} Grower;

static void grow(void *context, const NnPlan *plan, int64_t start, int64_t rows) {
  Grower *grower = context;
  grower->rows = start + rows;
  for (int i = 0; i < grower->count && !grower->failed; i++) {
    const int64_t more = nn_plan_output_size(plan, i), size = grower->sizes[i] + more;
    if (size > grower->rooms[i]) {
      const int64_t room = size * 2;
      float *grown = core_realloc(grower->values[i], (size_t)room * sizeof *grown);
      grower->failed = grown == NULL;
      if (grower->failed) return;
      grower->values[i] = grown;
      grower->rooms[i] = room;
    }
    memcpy(grower->values[i] + grower->sizes[i], nn_plan_output(plan, i), (size_t)more * sizeof(float));
    grower->sizes[i] = size;
  }
}

static bool grown_output(const NnModel *model, const Grower *grower, int index, NdArray **output, Error *error) {
  const NnShape *shape = &model->outputs[index]->shape;
  int64_t dims[NN_MAX_DIMS];
  for (int axis = 0; axis < shape->rank; axis++) dims[axis] = axis == 0 ? grower->rows : shape->dims[axis];
  *output = nd_new(ND_FLOAT32, shape->rank, dims, error);
  if (*output == NULL) return false;
  if (grower->sizes[index] > 0)
    memcpy((*output)->data, grower->values[index], (size_t)grower->sizes[index] * sizeof(float));
  return true;
}

#define MOST_OUTPUTS 16

bool nn_predict_stream(NnModel *model, const NnEvaluateOptions *options, NdArray **outputs, Error *error) {
  float *values[MOST_OUTPUTS] = {NULL};
  int64_t sizes[MOST_OUTPUTS] = {0}, rooms[MOST_OUTPUTS] = {0};
  NnPlanMaker maker = {.make = make_output_plan, .context = model};
  NnPass pass;
  if (model->output_count > MOST_OUTPUTS)
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "predict over batches gives at most %d outputs", MOST_OUTPUTS);
  Grower grower = {values, sizes, rooms, model->output_count, 0, false};
  const int64_t steps = options->limit_batches > 0 ? options->limit_batches : options->stream->steps;
  nn_pass_open(&pass, model, options->observers, options->observer_count);
  pass.each = 0;
  pass.collect = grow;
  pass.context = &grower;
  nn_pass_start(&pass, NULL, 1, steps);
  nn_pass_emit(&pass, NN_PREDICT_BEGIN);
  const NnPassEnd end = nn_pass_stream(&pass, options->stream, steps, &maker, NN_PREDICT_BATCH_END, error);
  bool fine = nn_pass_finish(&pass, end, NN_PREDICT_END, error);
  if (fine && grower.failed) fine = core_fail_memory(error, (size_t)grower.rows * sizeof(float));
  int made = 0;
  for (; fine && made < model->output_count; made += fine)
    fine = grown_output(model, &grower, made, &outputs[made], error);
  for (int i = 0; !fine && i < made; i++) {
    nd_release(outputs[i]);
    outputs[i] = NULL;
  }
  for (int i = 0; i < MOST_OUTPUTS; i++) core_free(values[i]);
  nn_plan_free(maker.plan);
  return fine;
}

bool nn_predict(NnModel *model, NdArray *const *x, int x_count, const NnEvaluateOptions *options, NdArray **outputs,
                Error *error) {
  NnFeed feed = {0};
  NnPass pass;
  if (!check_batch(options, error)) return false;
  const int64_t batch = batch_of(options);
  const NnData data = {.x = x, .x_count = x_count};
  if (!nn_feed_open(&feed, &data, error)) return false;
  bool fine = feed.rows > 0 || core_fail(error, ERROR_VALUE, "there is nothing to predict: x has 0 samples");
  fine = fine && nn_training_check_inputs(model, x, x_count, feed.rows < batch ? feed.rows : batch, error);
  if (fine) {
    const NnPlanSpec spec = {.inputs = model->inputs, .input_count = model->input_count, .outputs = model->outputs,
                             .output_count = model->output_count, .precision = NN_FLOAT32, .largest_batch = batch};
    feed.plan = nn_plan_new(&spec, error);
    fine = feed.plan != NULL;
  }
  const int count = fine ? model->output_count : 0;
  int made = 0;
  const int64_t rows = options->limit_batches > 0 && options->limit_batches * batch < feed.rows
                           ? options->limit_batches * batch : feed.rows;
  for (; fine && made < count; made += fine) {
    const NnShape *shape = &model->outputs[made]->shape;
    int64_t dims[NN_MAX_DIMS];
    for (int axis = 0; axis < shape->rank; axis++) dims[axis] = axis == 0 ? rows : shape->dims[axis];
    outputs[made] = nd_new(ND_FLOAT32, shape->rank, dims, error);
    fine = outputs[made] != NULL;
  }
  if (fine) {
    Collector collector = {outputs, count};
    nn_pass_open(&pass, model, options->observers, options->observer_count);
    pass.each = 0;
    pass.collect = collect;
    pass.context = &collector;
    nn_pass_start(&pass, &feed, batch, options->limit_batches);
    nn_pass_emit(&pass, NN_PREDICT_BEGIN);
    const NnPassEnd end = nn_pass_run(&pass, &feed, NN_PREDICT_BATCH_END, error);
    fine = nn_pass_finish(&pass, end, NN_PREDICT_END, error);
  }
  for (int i = 0; !fine && i < made; i++) {
    nd_release(outputs[i]);
    outputs[i] = NULL;
  }
  nn_plan_free(feed.plan);
  nn_feed_close(&feed);
  return fine;
}
