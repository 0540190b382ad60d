/* Losses: a row expands into ops that give one value a sample. Reduction is the plan's: the mean over all of them
 * ("sum_over_batch_size"), or their sum. Also what a regularizer's row must provide. */
#ifndef NNSH_ENGINE_NN_LOSS_H
#define NNSH_ENGINE_NN_LOSS_H

#include "engine/nn/op.h"

/* handlers of an NN_LOSS row. */
typedef struct NnLossHandlers {
  /* y_true and y_pred symbolic -> per-sample loss ([batch] or [batch, ...]). A shape that does not fit is ERROR_VALUE
   * in Keras's words. */
  NnTensor *(*expand)(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error);
  bool sparse; /* y_true holds class numbers */
} NnLossHandlers;

extern const NnRow *const nn_loss_rows[]; /* NULL at the end: what nn_rows(NN_LOSS) gives */

/* handlers of an NN_REGULARIZER row: the scalar that is added to the loss. */
typedef struct NnRegularizerHandlers {
  NnTensor *(*expand)(const NnObject *self, NnTensor *weight, Error *error);
} NnRegularizerHandlers;

/* A regularizer of an output, whose first dimension is the batch: its penalty divided by the number of samples, either as one
 * number a sample ([batch]) whose mean it is, or as a number. */
NnTensor *nn_regularizer_samples(const NnObject *regularizer, NnTensor *output, Error *error);

/* A loss or a metric along its `axis`: the ops work along the last one, so another is moved there. */
typedef NnTensor *(*NnMeasureExpand)(const NnObject *self, NnTensor *y_true, NnTensor *y_pred, Error *error);
NnTensor *nn_expand_along(const NnObject *object, NnMeasureExpand expand, NnTensor *y_true, NnTensor *y_pred,
                          Error *error);
NnTensor *nn_loss_expand(const NnObject *loss, NnTensor *y_true, NnTensor *y_pred, Error *error);

/* Keras's squeeze_or_expand_to_same_rank: where the ranks differ by one and the last dimension is 1, one of the two is
 * reshaped. Both come back as new references. */
/* |x|, as relu(x) + relu(-x). */
NnTensor *nn_absolute(NnTensor *x, Error *error);

bool nn_align_ranks(NnTensor *y_true, NnTensor *y_pred, NnTensor **true_out, NnTensor **pred_out, Error *error);
/* The op on the aligned two. */
NnTensor *nn_align_and_apply(const char *op, NnTensor *y_true, NnTensor *y_pred, const NnAttributes *attributes,
                             Error *error);

#endif
