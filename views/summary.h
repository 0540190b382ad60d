/* model.summary(): the table of layers, to the letter of Keras 3.15 (or of Keras 2 with the ruled form). */
#ifndef NNSH_VIEWS_SUMMARY_H
#define NNSH_VIEWS_SUMMARY_H

#include "engine/core/text.h"
#include "engine/nn/model.h"
#include "views/cells.h"

typedef struct SummaryOptions {
  int line_length;    /* 0: min(88, columns - 4), 108 with "Connected to"; Keras 2: 65, 98 */
  int columns;        /* of the terminal; COLUMNS counts in a pipe; 80 where unknown */
  const double *positions; /* where each column ends, as a share of the line; NULL: Keras's own. "Trainable" has its own */
  int position_count;
  int first, last;    /* the layers shown: from, and before which; last 0: all */
  bool keras2;        /* --summary=keras2 */
  bool expand_nested;  /* the layers of models inside, below each */
  bool show_trainable; /* a last column, Y or N */
  bool bold;          /* as on a terminal: titles in bold, numbers and class names in rich's colours */
  ViewColour colour;  /* with bold: COLOUR_256 or better gives rich's colours 33, 34 and 45; else bold alone */
} SummaryOptions;

/* The table as plain data: what summary_write takes from the model, and what tests give. All is borrowed. */
typedef struct SummaryRow {
  const char *name, *class_name;
  const char *shape;  /* "(None, 784)"; NULL: not known, "?" */
  bool built;
  int64_t parameters;
  const char *const *connections; /* "dense[0][0]" texts */
  int connection_count;
} SummaryRow;

typedef struct SummaryTable {
  const char *model_name;
  bool built;
  bool branches;      /* a fourth column, "Connected to" */
  const SummaryRow *rows;
  int count;
  int64_t trainable, trainable_bytes;
  int64_t non_trainable, non_trainable_bytes;
  int64_t optimizer, optimizer_bytes; /* optimizer 0: not built, no line */
  const char *trainable_marks; /* 'Y', 'N' or '-' a row, for the column that tells; NULL: no such column */
} SummaryTable;

/* ERROR_INDEX where there are fewer positions than columns; ERROR_VALUE "Insufficient console width to print summary." where a column would be narrower than 4; for Keras 2's
 * form of an unbuilt model Keras 2's ValueError. */
bool summary_table_write(Text *out, const SummaryTable *table, const SummaryOptions *options, Error *error);

bool summary_write(Text *out, const NnModel *model, const SummaryOptions *options, Error *error);

/* "3.58 MB", "2.54 KB", "0.00 B": sizes as Keras 3 prints them; bytes as "0.00 Byte" for Keras 2. */
void summary_size_text(Text *out, int64_t bytes, bool keras2);

#endif
