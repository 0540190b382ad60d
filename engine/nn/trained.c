/* Which weights a compiled model trains: those that were trainable when its first step was made. Source: keras/src/backend/
 * tensorflow/trainer.py, make_train_function, which traces the step once. */
#include "engine/core/memory.h"
#include "engine/nn/training_internal.h"

void nn_trained_forget(NnTraining *training) {
  for (int i = 0; i < training->trained_count; i++) nn_variable_release(training->trained[i]);
  core_free(training->trained);
  training->trained = NULL;
  training->trained_count = 0;
}

/* A model that has grown is looked at anew. */
static bool choose(NnModel *model, NnTraining *training, Error *error) {
  const int count = nn_model_variable_count(model);
  if (training->trained != NULL && training->variables == count) return true;
  nn_trained_forget(training);
  training->trained = core_alloc_zero((size_t)count + 1, sizeof *training->trained);
  training->variables = count;
  if (training->trained == NULL) return core_fail_memory(error, sizeof *training->trained);
  for (int i = 0; i < count; i++)
    if (nn_model_variable(model, i)->trainable)
      training->trained[training->trained_count++] = nn_variable_retain(nn_model_variable(model, i));
  return true;
}

bool *nn_trained_begin(NnModel *model, NnTraining *training, Error *error) {
  const int count = nn_model_variable_count(model);
  if (!choose(model, training, error)) return NULL;
  bool *flags = core_alloc_zero((size_t)count + 1, sizeof *flags);
  if (flags == NULL) {
    core_fail_memory(error, sizeof *flags);
    return NULL;
  }
  for (int i = 0; i < count; i++) {
    flags[i] = nn_model_variable(model, i)->trainable;
    nn_model_variable(model, i)->trainable = false;
  }
  for (int i = 0; i < training->trained_count; i++) training->trained[i]->trainable = true;
  return flags;
}

void nn_trained_end(NnModel *model, bool *flags) {
  for (int i = 0; i < nn_model_variable_count(model); i++) nn_model_variable(model, i)->trainable = flags[i];
  core_free(flags);
}
