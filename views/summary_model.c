/* From a model to the summary's table (declared in summary.h). */
#include "engine/core/memory.h"
#include "views/summary.h"

/* The table under construction: what its rows point to is kept here. */
typedef struct Draft {
  SummaryRow *rows;
  char **texts;
  Text marks;
  int count, text_count;
  NnModelLayer **described; /* one block a model, that rows point into */
  int described_count;
  bool nested;
  int first, last; /* of the outer model's layers; last 0: all */
} Draft;

static char *keep_text(Draft *draft, char *text) {
  char **grown = text ? core_realloc(draft->texts, sizeof *grown * ((size_t)draft->text_count + 1)) : NULL;
  if (grown == NULL) {
    core_free(text);
    return NULL;
  }
  draft->texts = grown;
  return draft->texts[draft->text_count++] = text;
}

/* "(None, 4)", or all of several in a list. */
static char *outputs_text(const NnModelLayer *layer) {
  Text text = {0};
  const bool several = layer->output_count > 1;
  if (several) text_add_char(&text, '[');
  for (int i = 0; i < layer->output_count; i++) {
    char shape[160];
    nn_shape_text(&layer->outputs[i], shape, sizeof shape);
    text_addf(&text, "%s%s", i ? ", " : "", shape);
  }
  if (several) text_add_char(&text, ']');
  return text_take(&text);
}

static bool add_layers(Draft *draft, const NnModel *model, int level, Error *error);

static bool add_layer(Draft *draft, const NnModelLayer *layer, int level, Error *error) {
  SummaryRow *grown = core_realloc(draft->rows, sizeof *grown * ((size_t)draft->count + 1));
  if (grown == NULL) return core_fail_memory(error, sizeof *grown);
  draft->rows = grown;
  const char *shown = layer->has_output ? keep_text(draft, outputs_text(layer)) : NULL, *name = layer->name;
  if (level > 0) {
    Text indented = {0};
    text_add_times(&indented, "   ", level);
    text_addf(&indented, "└ %s", layer->name);
    name = keep_text(draft, text_take(&indented));
  }
  if (name == NULL || (layer->has_output && shown == NULL)) return core_fail_memory(error, sizeof *grown);
  /* The connections of a layer inside belong to the inner graph, which the table does not show. */
  draft->rows[draft->count++] = (SummaryRow){name, layer->class_name, shown, layer->built, layer->parameters,
                                             level ? NULL : layer->connections, level ? 0 : layer->connection_count};
  int weights;
  nn_layer_weights(layer->layer, &weights);
  text_add_char(&draft->marks, weights == 0 ? '-' : layer->layer->trainable ? 'Y' : 'N');
  const NnModel *inner = draft->nested ? nn_layer_as_model(layer->layer) : NULL;
  return inner == NULL || add_layers(draft, inner, level + 1, error);
}

static bool add_layers(Draft *draft, const NnModel *model, int level, Error *error) {
  int count = 0;
  NnModelLayer *layers = nn_model_describe(model, &count, error);
  NnModelLayer **grown =
      layers ? core_realloc(draft->described, sizeof *grown * ((size_t)draft->described_count + 1)) : NULL;
  if (grown == NULL) {
    core_free(layers);
    return layers == NULL ? false : core_fail_memory(error, sizeof *grown);
  }
  draft->described = grown;
  draft->described[draft->described_count++] = layers;
  const bool some = level == 0 && draft->last > 0;
  for (int i = some ? draft->first : 0; i < (some ? draft->last : count); i++)
    if (!add_layer(draft, &layers[i], level, error)) return false;
  return true;
}

bool summary_write(Text *out, const NnModel *model, const SummaryOptions *options, Error *error) {
  Draft draft = {.nested = options->expand_nested, .first = options->first, .last = options->last};
  bool good = add_layers(&draft, model, 0, error);
  if (good && draft.marks.failed) good = core_fail_memory(error, (unsigned long long)draft.count);
  if (good) {
    NnParameterCounts counts;
    nn_model_count(model, &counts);
    /* Weights are float32, and so is all that an optimizer keeps but its step counter, an int64 on TensorFlow. */
    SummaryTable table = {.model_name = nn_model_name(model),
                          .built = nn_model_built(model),
                          .branches = nn_model_branches(model),
                          .rows = draft.rows,
                          .count = draft.count,
                          .trainable = counts.trainable,
                          .trainable_bytes = 4 * counts.trainable,
                          .non_trainable = counts.non_trainable,
                          .non_trainable_bytes = 4 * counts.non_trainable,
                          .optimizer = counts.optimizer,
                          .optimizer_bytes = counts.optimizer ? 4 * counts.optimizer + 4 : 0,
                          .trainable_marks = options->show_trainable ? text_string(&draft.marks) : NULL};
    good = summary_table_write(out, &table, options, error);
  }
  for (int i = 0; i < draft.text_count; i++) core_free(draft.texts[i]);
  for (int i = 0; i < draft.described_count; i++) core_free(draft.described[i]);
  core_free(draft.texts);
  core_free(draft.described);
  core_free(draft.rows);
  text_free(&draft.marks);
  return good;
}
