/* The modules of Keras that classes come from, as their reprs show them. */
#include <string.h>

#include "engine/core/memory.h"
#include "repl/modules/keras_user.h"

/* Where Keras 3.15 has the class: what its repr and those of its objects show. The first row of a kind that fits. */
static const struct {
  NnKind kind;
  const char *names; /* '|' between and around; NULL: all others */
  const char *module;
} homes[] = {
    {NN_LAYER, "|InputLayer|", "keras.src.layers.core.input_layer"},
    {NN_LAYER, "|Dense|", "keras.src.layers.core.dense"},
    {NN_LAYER, "|Activation|", "keras.src.layers.activations.activation"},
    {NN_LAYER, "|Flatten|", "keras.src.layers.reshaping.flatten"},
    {NN_LAYER, "|Reshape|", "keras.src.layers.reshaping.reshape"},
    {NN_LAYER, "|Dropout|", "keras.src.layers.regularization.dropout"},
    {NN_LAYER, "|ReLU|", "keras.src.layers.activations.relu"},
    {NN_LAYER, "|LeakyReLU|", "keras.src.layers.activations.leaky_relu"},
    {NN_LAYER, "|ELU|", "keras.src.layers.activations.elu"},
    {NN_LAYER, "|Softmax|", "keras.src.layers.activations.softmax"},
    {NN_LAYER, "|Add|", "keras.src.layers.merging.add"},
    {NN_LAYER, "|Subtract|", "keras.src.layers.merging.subtract"},
    {NN_LAYER, "|Multiply|", "keras.src.layers.merging.multiply"},
    {NN_LAYER, "|Average|", "keras.src.layers.merging.average"},
    {NN_LAYER, "|Maximum|", "keras.src.layers.merging.maximum"},
    {NN_LAYER, "|Minimum|", "keras.src.layers.merging.minimum"},
    {NN_LAYER, "|Concatenate|", "keras.src.layers.merging.concatenate"},
    {NN_LAYER, "|Dot|", "keras.src.layers.merging.dot"},
    {NN_LAYER, "|Permute|", "keras.src.layers.reshaping.permute"},
    {NN_LAYER, "|Embedding|", "keras.src.layers.core.embedding"},
    {NN_LAYER, "|LSTM|", "keras.src.layers.rnn.lstm"},
    {NN_LAYER, "|GRU|", "keras.src.layers.rnn.gru"},
    {NN_LAYER, "|SimpleRNN|", "keras.src.layers.rnn.simple_rnn"},
    {NN_LAYER, "|Bidirectional|", "keras.src.layers.rnn.bidirectional"},
    {NN_LAYER, "|TimeDistributed|", "keras.src.layers.rnn.time_distributed"},
    {NN_CONSTRAINT, NULL, "keras.src.constraints.constraints"},
    {NN_INITIALIZER, "|Constant|Zeros|Ones|Identity|", "keras.src.initializers.constant_initializers"},
    {NN_INITIALIZER, NULL, "keras.src.initializers.random_initializers"},
    {NN_REGULARIZER, NULL, "keras.src.regularizers.regularizers"},
    {NN_LOSS, NULL, "keras.src.losses.losses"},
    {NN_METRIC, "|MeanAbsoluteError|MeanSquaredError|MeanAbsolutePercentageError|MeanSquaredLogarithmicError|"
     "RootMeanSquaredError|CosineSimilarity|LogCoshError|R2Score|", "keras.src.metrics.regression_metrics"},
    {NN_METRIC, "|Mean|Sum|", "keras.src.metrics.reduction_metrics"},
    {NN_METRIC, "|Hinge|SquaredHinge|CategoricalHinge|", "keras.src.metrics.hinge_metrics"},
    {NN_METRIC, "|F1Score|FBetaScore|", "keras.src.metrics.f_score_metrics"},
    {NN_METRIC, "|IoU|MeanIoU|BinaryIoU|OneHotIoU|OneHotMeanIoU|", "keras.src.metrics.iou_metrics"},
    {NN_METRIC, "|AUC|Precision|Recall|TruePositives|FalsePositives|TrueNegatives|FalseNegatives|PrecisionAtRecall|"
     "RecallAtPrecision|SensitivityAtSpecificity|SpecificityAtSensitivity|", "keras.src.metrics.confusion_metrics"},
    {NN_METRIC, "|BinaryCrossentropy|CategoricalCrossentropy|SparseCategoricalCrossentropy|KLDivergence|Poisson|",
     "keras.src.metrics.probabilistic_metrics"},
    {NN_METRIC, NULL, "keras.src.metrics.accuracy_metrics"},
    {NN_OPTIMIZER, "|Adam|", "keras.src.optimizers.adam"},
    {NN_OPTIMIZER, "|RMSprop|", "keras.src.optimizers.rmsprop"},
    {NN_OPTIMIZER, "|SGD|", "keras.src.optimizers.sgd"},
    {NN_OPTIMIZER, "|AdamW|", "keras.src.optimizers.adamw"},
    {NN_OPTIMIZER, "|Adamax|", "keras.src.optimizers.adamax"},
    {NN_OPTIMIZER, "|Nadam|", "keras.src.optimizers.nadam"},
    {NN_OPTIMIZER, "|Adagrad|", "keras.src.optimizers.adagrad"},
    {NN_OPTIMIZER, "|Adadelta|", "keras.src.optimizers.adadelta"},
    {NN_OPTIMIZER, "|Ftrl|", "keras.src.optimizers.ftrl"},
    {NN_OPTIMIZER, "|Lion|", "keras.src.optimizers.lion"},
};

char *keras_home_of(const NnRow *row) {
  Text name = {0};
  text_addf(&name, "|%s|", row->name);
  const char *module = NULL;
  for (size_t i = 0; module == NULL && i < sizeof homes / sizeof *homes; i++)
    if (homes[i].kind == row->kind && (homes[i].names == NULL || strstr(homes[i].names, text_string(&name))))
      module = homes[i].module;
  text_clear(&name);
  if (module) text_add(&name, module);
  else text_addf(&name, "keras.%s", nn_kind_module(row->kind));
  return text_take(&name);
}
