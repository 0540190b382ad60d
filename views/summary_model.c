/* From a model to the summary's table (declared in summary.h). */
#include "engine/core/memory.h"
#include "views/summary.h"

enum { SHAPE_TEXT = 160 };

bool summary_write(Text *out, const NnModel *model, const SummaryOptions *options, Error *error) {
  int count = 0;
  NnModelLayer *layers = nn_model_describe(model, &count, error);
  if (!layers) return false;
  SummaryRow *rows = core_alloc_zero((size_t)count + 1, sizeof *rows);
  char *shapes = core_alloc_zero((size_t)count + 1, SHAPE_TEXT);
  bool good = rows && shapes;
  if (!good) core_fail_memory(error, ((unsigned long long)count + 1) * (sizeof *rows + SHAPE_TEXT));
  for (int i = 0; good && i < count; i++) {
    const NnModelLayer *layer = &layers[i];
    char *shape = shapes + (size_t)i * SHAPE_TEXT;
    if (layer->has_output) nn_shape_text(&layer->output_shape, shape, SHAPE_TEXT);
    rows[i] = (SummaryRow){layer->name, layer->class_name, layer->has_output ? shape : NULL, layer->built,
                           layer->parameters, layer->connections, layer->connection_count};
  }
  if (good) {
    NnParameterCounts counts;
    nn_model_count(model, &counts);
    /* Weights are float32, and so is all that an optimizer keeps but its step counter, an int64 on TensorFlow. */
    SummaryTable table = {
        .model_name = nn_model_name(model), .built = nn_model_built(model), .branches = nn_model_branches(model),
        .rows = rows, .count = count, .trainable = counts.trainable, .trainable_bytes = 4 * counts.trainable,
        .non_trainable = counts.non_trainable, .non_trainable_bytes = 4 * counts.non_trainable,
        .optimizer = counts.optimizer, .optimizer_bytes = counts.optimizer ? 4 * counts.optimizer + 4 : 0};
    good = summary_table_write(out, &table, options, error);
  }
  core_free(shapes);
  core_free(rows);
  core_free(layers);
  return good;
}
