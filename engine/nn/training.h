/* What compile and fit keep with a model, private to engine/nn. model.c owns a pointer to it and knows nothing else;
 * training.c implements nn_model_compile, nn_model_compiled and nn_model_optimizer, train.c the loops. */
#ifndef NNSH_ENGINE_NN_TRAINING_H
#define NNSH_ENGINE_NN_TRAINING_H

#include "engine/nn/model.h"
#include "engine/nn/optimizer.h"

typedef struct NnTraining NnTraining;

/* Provided by model.c: the model's slot, NULL inside at first. */
NnTraining **nn_model_training(const NnModel *model);
/* Called by model.c when the model goes; NULL is allowed. */
void nn_training_free(NnTraining *training);

#endif
