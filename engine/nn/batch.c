#include "engine/nn/batch.h"

#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/text.h"

/* Rows in one block of a gather: a batch of 32 is four. */
#define GATHER_BLOCK 8

static const int gather_types[ND_TYPE_COUNT] = {
    [ND_BOOL] = GATHER_UINT8,    [ND_INT8] = GATHER_INT8,       [ND_INT16] = GATHER_INT16,
    [ND_INT32] = GATHER_INT32,   [ND_INT64] = GATHER_INT64,     [ND_UINT8] = GATHER_UINT8,
    [ND_UINT16] = GATHER_UINT16, [ND_UINT32] = GATHER_UINT32,   [ND_UINT64] = GATHER_UINT64,
    [ND_FLOAT16] = -1,           [ND_FLOAT32] = GATHER_FLOAT32, [ND_FLOAT64] = GATHER_FLOAT64,
};

static bool source_open(NnSource *source, NdArray *array, Error *error) {
  const int type = nd_is_number(array->type) ? gather_types[array->type] : -1;
  source->array = type >= 0 ? nd_retain(array) : nd_astype(array, ND_FLOAT32, error);
  if (source->array == NULL) return false;
  array = source->array;
  source->type = type >= 0 ? (GatherType)type : GATHER_FLOAT32;
  source->row_bytes = array->strides[0];
  source->columns = 1;
  source->dense = true;
  int64_t expected = nd_types[array->type].itemsize;
  for (int axis = array->ndim - 1; axis > 0; axis--) {
    if (array->shape[axis] != 1 && array->strides[axis] != expected) source->dense = false;
    expected *= array->shape[axis];
    source->columns *= array->shape[axis];
  }
  source->inner = array->ndim > 1 ? array->shape[array->ndim - 1] : 1;
  source->inner_bytes = array->ndim > 1 ? array->strides[array->ndim - 1] : 0;
  return true;
}

/* Array i of inputs, targets, weights, in this order; those that are not there left out. */
static NdArray *array_at(const NnData *data, int index, int *part) {
  *part = 0;
  if (index < data->x_count) return data->x[index];
  index -= data->x_count;
  *part = 1;
  if (data->y != NULL && index < data->y_count) return data->y[index];
  if (data->y != NULL) index -= data->y_count;
  *part = 2;
  for (int i = 0; data->w != NULL && i < data->y_count; i++)
    if (data->w[i] != NULL && index-- == 0) return data->w[i];
  return NULL;
}

static bool fail_cardinality(const NnData *data, Error *error) {
  Text text = {0};
  text_add(&text, "Data cardinality is ambiguous. Make sure all arrays contain the same number of samples.");
  static const char *const names[] = {"'x' sizes: ", "'y' sizes: ", "'sample_weight' sizes: "};
  int last = -1, part;
  for (int i = 0; array_at(data, i, &part) != NULL; i++) {
    if (part != last && last >= 0) text_add_char(&text, '\n');
    text_add(&text, part != last ? names[part] : ", ");
    text_addf(&text, "%lld", (long long)array_at(data, i, &part)->shape[0]);
    last = part;
  }
  text_add_char(&text, '\n');
  core_fail(error, ERROR_VALUE, "%s", text_string(&text));
  text_free(&text);
  return false;
}

static NnShape rows_shape(const NdArray *array) {
  NnShape shape = {.rank = array->ndim < NN_MAX_DIMS ? array->ndim : NN_MAX_DIMS};
  for (int i = 0; i < shape.rank; i++) shape.dims[i] = i == 0 ? -1 : array->shape[i];
  return shape;
}

NnTargets nn_targets_of(const NnData *data) {
  NnTargets targets = {.count = data->y != NULL ? data->y_count : 0};
  if (targets.count > NN_MAX_SOURCES) targets.count = NN_MAX_SOURCES;
  for (int i = 0; i < targets.count; i++) {
    targets.y[i] = rows_shape(data->y[i]);
    targets.weighted[i] = data->w != NULL && data->w[i] != NULL;
    if (targets.weighted[i]) targets.w[i] = rows_shape(data->w[i]);
  }
  return targets;
}

bool nn_feed_open(NnFeed *feed, const NnData *data, Error *error) {
  memset(feed, 0, sizeof *feed);
  int part, count = 0;
  for (NdArray *array; (array = array_at(data, count, &part)) != NULL; count++) {
    if (array->ndim < 1) return core_fail(error, ERROR_VALUE, "data must have a dimension of samples; got a single number");
    if (array->ndim > NN_MAX_DIMS)
      return core_fail(error, ERROR_VALUE, "data has at most %d dimensions; got %d", NN_MAX_DIMS, array->ndim);
    if (array->shape[0] != data->x[0]->shape[0]) return fail_cardinality(data, error);
  }
  if (count > NN_MAX_SOURCES)
    return core_fail(error, ERROR_VALUE, "at most %d input and target arrays are supported", NN_MAX_SOURCES);
  for (int i = 0; i < count; i++) {
    if (!source_open(&feed->sources[i], array_at(data, i, &part), error)) {
      nn_feed_close(feed);
      return false;
    }
    feed->count = i + 1;
  }
  feed->rows = data->x_count > 0 ? data->x[0]->shape[0] : 0;
  feed->targets = nn_targets_of(data);
  return true;
}

void nn_feed_close(NnFeed *feed) {
  for (int i = 0; i < feed->count; i++) nd_release(feed->sources[i].array);
  core_free(feed->order);
  memset(feed, 0, sizeof *feed);
}

/* One row whose elements do not lie side by side: its last axis in one go, the axes before it counted through. */
static void gather_scattered(const NnSource *source, int64_t row, float *to) {
  const NdArray *array = source->array;
  int64_t index[ND_MAX_DIMS] = {0};
  const char *from = array->data + row * source->row_bytes;
  if (source->columns == 0) return;
  for (int64_t done = 0; done < source->columns; done += source->inner) {
    gather_float32(source->type, from, source->inner_bytes, NULL, source->inner, 1, to + done);
    for (int axis = array->ndim - 2; axis > 0; axis--) {
      from += array->strides[axis];
      if (++index[axis] < array->shape[axis]) break;
      from -= array->strides[axis] * array->shape[axis];
      index[axis] = 0;
    }
  }
}

/* A block of rows of every source. */
static void feed_block(void *context, int64_t block, int thread) {
  const NnFeed *feed = context;
  const int64_t begin = block * GATHER_BLOCK, left = feed->length - begin;
  const int64_t rows = left < GATHER_BLOCK ? left : GATHER_BLOCK, place = feed->start + begin;
  for (int s = 0; s < feed->count; s++) {
    const NnSource *source = &feed->sources[s];
    float *to = (float *)nn_plan_input(feed->plan, s) + begin * source->columns;
    const char *base = source->array->data + feed->first * source->row_bytes;
    if (source->dense && feed->order != NULL)
      gather_float32(source->type, base, source->row_bytes, feed->order + place, rows, source->columns, to);
    else if (source->dense)
      gather_float32(source->type, base + place * source->row_bytes, source->row_bytes, NULL, rows, source->columns,
                     to);
    else
      for (int64_t r = 0; r < rows; r++)
        gather_scattered(source, feed->first + (feed->order != NULL ? feed->order[place + r] : place + r),
                         to + r * source->columns);
  }
}

void nn_feed_now(NnFeed *feed, int64_t start, int64_t length) {
  feed->start = start;
  feed->length = length;
  pool_run((length + GATHER_BLOCK - 1) / GATHER_BLOCK, feed_block, feed);
}

void nn_feed_beside(NnFeed *feed, int64_t start, int64_t length) {
  feed->start = start;
  feed->length = length;
  nn_plan_beside(feed->plan, (length + GATHER_BLOCK - 1) / GATHER_BLOCK, feed_block, feed);
}
