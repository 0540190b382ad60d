/* model.summary(): the table of layers, to the letter of Keras 3.15 (or of Keras 2 with the ruled form). */
#ifndef NNSH_VIEWS_SUMMARY_H
#define NNSH_VIEWS_SUMMARY_H

#include "engine/core/text.h"
#include "engine/nn/model.h"

typedef struct SummaryOptions {
  int line_length;    /* 0: min(88, columns - 4), 108 with "Connected to"; Keras 2: 65, 98 */
  int columns;        /* of the terminal; COLUMNS counts in a pipe; 80 where unknown */
  bool keras2;        /* --summary=keras2 */
  bool bold;          /* Keras prints "Model: ..." and the totals in bold on a terminal */
} SummaryOptions;

bool summary_write(Text *out, const NnModel *model, const SummaryOptions *options, Error *error);

/* "3.58 MB", "2.54 KB", "0.00 B": sizes as Keras 3 prints them; bytes as "0.00 Byte" for Keras 2. */
void summary_size_text(Text *out, int64_t bytes, bool keras2);

#endif
