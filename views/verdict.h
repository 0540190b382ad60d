/* What the curves say, in words: one honest sentence by a written rule (docs/verdict.md). A pure function of the
 * recorded epochs. */
#ifndef NNSH_VIEWS_VERDICT_H
#define NNSH_VIEWS_VERDICT_H

#include "engine/core/text.h"

typedef enum VerdictKind {
  VERDICT_NONE,      /* no validation data, or too few epochs to tell */
  VERDICT_HEALTHY, VERDICT_OVERFIT, VERDICT_UNDERFIT, VERDICT_NOISY, VERDICT_DIVERGED, VERDICT_DROPOUT_GAP
} VerdictKind;

typedef struct Verdict {
  VerdictKind kind;
  int best_epoch;   /* 0-based: lowest val_loss; -1 none */
  int since_epoch;  /* 0-based: overfitting since; -1 none */
  double best, last;
} Verdict;

/* loss and val_loss: `epochs` entries each; val_loss may be NULL. */
Verdict verdict_of(const double *loss, const double *val_loss, int epochs);
const char *verdict_kind_name(VerdictKind kind);
/* "Overfitting since epoch 11: val_loss was lowest at epoch 10 (0.1030) and is 0.3370 now, while ..." one line. */
void verdict_sentence(Text *out, const Verdict *verdict, const double *loss, const double *val_loss, int epochs);

#endif
