/* evaluate and predict. */
#include <string.h>

#include "engine/nn/pass.h"
#include "engine/nn/train.h"

static int64_t batch_of(const NnEvaluateOptions *options) { return options->batch_size != 0 ? options->batch_size : 32; }

static bool check_batch(const NnEvaluateOptions *options, Error *error) {
  if (options->batch_size >= 0) return true;
  return core_fail(error, ERROR_VALUE, "`batch_size` must be a positive integer. Received: batch_size=%lld",
                   (long long)options->batch_size);
}

bool nn_evaluate(NnModel *model, const NnData *data, const NnEvaluateOptions *options, double *results,
                 int *result_count, Error *error) {
  NnFeed feed = {0};
  NnPass pass;
  if (!check_batch(options, error)) return false;
  if (model->training == NULL)
    return core_fail(error, ERROR_VALUE, "You must call `compile()` before using the model.");
  if (data->y == NULL || data->y_count < 1) return core_fail(error, ERROR_VALUE, "evaluate needs targets: evaluate(x, y)");
  if (data->y_count > 1)
    return core_fail(error, ERROR_VALUE, "the model has one output; got %d arrays of targets", data->y_count);
  if (!nn_feed_open(&feed, data->x, data->x_count, data->y, data->y_count, error)) return false;
  bool fine = feed.rows > 0 || core_fail(error, ERROR_VALUE, "there is no data to evaluate on: x has 0 samples");
  fine = fine && nn_training_check_inputs(model, data->x, data->x_count, -1, error);
  NnTraining *training = NULL;
  if (fine) {
    const NnShape y_true = nn_target_shape(data->y[0]);
    training = nn_training_ready(model, &y_true, error);
    if (training != NULL) feed.plan = nn_training_plan(model, training, &y_true, false, batch_of(options), error);
    fine = feed.plan != NULL;
  }
  if (fine) {
    nn_pass_open(&pass, model, options->observers, options->observer_count);
    nn_pass_start(&pass, &feed, batch_of(options), options->limit_batches);
    nn_pass_emit(&pass, NN_EVALUATE_BEGIN);
    const NnPassEnd end = nn_pass_run(&pass, &feed, NN_EVALUATE_BATCH_END, error);
    fine = nn_pass_finish(&pass, end, NN_EVALUATE_END, error);
    for (int i = 0; fine && i < pass.each; i++) results[i] = nn_means_value(&pass.means, i);
    if (fine) *result_count = pass.each;
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

bool nn_predict(NnModel *model, NdArray *const *x, int x_count, const NnEvaluateOptions *options, NdArray **outputs,
                Error *error) {
  NnFeed feed = {0};
  NnPass pass;
  if (!check_batch(options, error)) return false;
  const int64_t batch = batch_of(options);
  if (!nn_feed_open(&feed, x, x_count, NULL, 0, error)) return false;
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
