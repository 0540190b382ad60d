#include "engine/nn/accumulator.h"

#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/metric.h"

static bool reserve(NnAccumulator *accumulator, int64_t size, int64_t columns, Error *error) {
  if (accumulator->state != NULL && accumulator->size == size) return true;
  if (accumulator->state != NULL)
    return core_fail(error, ERROR_VALUE, "the metric was built for %lld columns; got %lld", (long long)accumulator->columns,
                     (long long)columns);
  accumulator->state = core_alloc_zero((size_t)size, sizeof *accumulator->state);
  if (accumulator->state == NULL) return core_fail_memory(error, (size_t)size * sizeof *accumulator->state);
  accumulator->size = size;
  accumulator->columns = columns;
  return true;
}

void nn_accumulator_reset(NnAccumulator *accumulator) {
  if (accumulator->state != NULL) memset(accumulator->state, 0, (size_t)accumulator->size * sizeof *accumulator->state);
}

void nn_accumulator_clear(NnAccumulator *accumulator) {
  core_free(accumulator->state);
  *accumulator = (NnAccumulator){0};
}

bool nn_accumulator_add(NnAccumulator *accumulator, const float *values, int64_t n, const float *weights,
                        int64_t weight_count, Error *error) {
  if (!reserve(accumulator, 2, 1, error)) return false;
  double sum = 0, count = 0;
  if (weight_count == 0) {
    for (int64_t i = 0; i < n; i++) sum += (double)values[i];
    count = (double)n;
  } else if (n == 1 && weight_count > 1) {
    for (int64_t i = 0; i < weight_count; i++) count += (double)weights[i];
    sum = count * (double)values[0];
  } else {
    if (n % weight_count != 0)
      return core_fail(error, ERROR_VALUE, "%lld weights do not fit %lld values", (long long)weight_count, (long long)n);
    const int64_t each = n / weight_count;
    for (int64_t w = 0; w < weight_count; w++) {
      for (int64_t i = w * each; i < (w + 1) * each; i++) sum += (double)(values[i] * weights[w]);
      count += (double)weights[w] * (double)each;
    }
  }
  accumulator->state[0] += sum;
  accumulator->state[1] += count;
  return true;
}

bool nn_accumulator_update(NnAccumulator *accumulator, const NnObject *metric, const NnSeen *seen, Error *error) {
  const NnMetricHandlers *handlers = metric->row->handlers;
  if (seen->weight_count > 0 && (seen->rows * seen->columns) % seen->weight_count != 0)
    return core_fail(error, ERROR_VALUE, "%lld weights do not fit %lld rows", (long long)seen->weight_count,
                     (long long)seen->rows);
  const int64_t size = handlers->state_size(metric, seen->columns);
  return reserve(accumulator, size, seen->columns, error) && handlers->update(metric, accumulator->state, seen, error);
}

int64_t nn_accumulator_results(const NnAccumulator *accumulator, const NnObject *metric, double *results) {
  const NnMetricHandlers *handlers = metric->row->kind == NN_METRIC ? metric->row->handlers : NULL;
  if (handlers != NULL && handlers->results != NULL)
    return handlers->results(metric, accumulator->state, accumulator->columns, results);
  const double *state = accumulator->state;
  const double count = state == NULL ? 0 : strcmp(metric->row->name, "Sum") == 0 ? 1 : state[1];
  if (results != NULL) results[0] = count != 0 ? state[0] / count : 0;
  return 1;
}
