#include "views/summary_keras2.h"

#include <string.h>

enum { MAX_COLUMNS = 4 };

/* The length at which a field is cut so that a line ends after a tuple or a list's entry, or 0. */
static size_t tidy_cut(const char *field, size_t length) {
  static const char *const ends[] = {"),", "},", "],", "',"};
  size_t best = 0;
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
    for (size_t at = 0; at + 2 <= length; at++)
      if (memcmp(field + at, ends[i], 2) == 0) {
        if (!best || at + 2 < best) best = at + 2;
        break;
      }
  return best;
}

static void add_row(Text *out, const char *const *fields, const int *positions, int columns) {
  const char *left[MAX_COLUMNS];
  for (int i = 0; i < columns; i++) left[i] = fields[i];
  for (;;) {
    bool any = false;
    for (int i = 0; i < columns; i++) any |= *left[i] != 0;
    if (!any) return;
    int width = 0;
    for (int i = 0; i < columns; i++) {
      bool last = i == columns - 1;
      int space = last ? 0 : 2, cutoff = positions[i] - (i ? positions[i - 1] : 0) - space - (last ? 0 : 1);
      size_t length = strlen(left[i]), cut = cutoff > 0 ? (size_t)cutoff : 0;
      if (cutoff <= 0) cut = 1; /* never stands still, however narrow the line */
      if (cut > length) cut = length;
      size_t tidy = tidy_cut(left[i], cut);
      if (tidy) cut = tidy;
      if (i == 0) {
        text_add(out, " ");
        width++;
      }
      text_add_bytes(out, left[i], cut);
      text_add_times(out, " ", space);
      width += (int)cut + space;
      left[i] += cut;
      text_add_times(out, " ", positions[i] - width);
      if (width < positions[i]) width = positions[i];
    }
    text_add(out, "\n");
  }
}

static void add_total(Text *out, const char *title, int64_t count, int64_t bytes) {
  text_addf(out, "%s: %lld (", title, (long long)count);
  summary_size_text(out, bytes, true);
  text_add(out, ")\n");
}

/* Keras 2 shows the shape of an InputLayer as a list of one, and connections as a list of strings. */
static void add_fields(Text *texts, const SummaryRow *row) {
  bool input = strcmp(row->class_name, "InputLayer") == 0;
  for (int i = 0; i < MAX_COLUMNS; i++) text_clear(&texts[i]);
  text_addf(&texts[0], "%s (%s)", row->name, row->class_name);
  text_addf(&texts[1], "%s%s%s", input ? "[" : "", row->shape ? row->shape : "?", input ? "]" : "");
  if (row->built) {
    text_addf(&texts[2], "%lld", (long long)row->parameters);
  } else {
    text_add(&texts[2], "0 (unused)");
  }
  text_add(&texts[3], "[");
  for (int i = 0; i < row->connection_count; i++) text_addf(&texts[3], "%s'%s'", i ? ", " : "", row->connections[i]);
  text_add(&texts[3], "]");
}

bool summary_keras2_write(Text *out, const SummaryTable *table, const SummaryOptions *options, Error *error) {
  static const double plain[] = {0.45, 0.85, 1.0}, connected[] = {0.3, 0.6, 0.70, 1.0};
  static const char *const titles[MAX_COLUMNS] = {"Layer (type)", "Output Shape", "Param #", "Connected to"};
  if (!table->built)
    return core_fail(error, ERROR_VALUE,
                     "This model has not yet been built. Build the model first by calling `build()` or by calling the "
                     "model on a batch of data.");
  int columns = table->branches ? 4 : 3, length = table->branches ? 98 : 65, positions[MAX_COLUMNS];
  if (options->line_length) length = options->line_length;
  for (int i = 0; i < columns; i++) positions[i] = (int)(length * (table->branches ? connected : plain)[i]);

  text_addf(out, "Model: \"%s\"\n", table->model_name);
  text_add_times(out, "_", length);
  text_add(out, "\n");
  add_row(out, titles, positions, columns);
  text_add_times(out, "=", length);
  text_add(out, "\n");
  Text texts[MAX_COLUMNS] = {0};
  for (int row = 0; row < table->count; row++) {
    add_fields(texts, &table->rows[row]);
    const char *fields[MAX_COLUMNS];
    for (int i = 0; i < MAX_COLUMNS; i++) {
      fields[i] = text_string(&texts[i]);
      if (texts[i].failed) out->failed = true;
    }
    add_row(out, fields, positions, columns);
    text_add_times(out, " ", length);
    text_add(out, "\n");
  }
  for (int i = 0; i < MAX_COLUMNS; i++) text_free(&texts[i]);
  text_add_times(out, "=", length);
  text_add(out, "\n");
  add_total(out, "Total params", table->trainable + table->non_trainable,
            table->trainable_bytes + table->non_trainable_bytes);
  add_total(out, "Trainable params", table->trainable, table->trainable_bytes);
  add_total(out, "Non-trainable params", table->non_trainable, table->non_trainable_bytes);
  text_add_times(out, "_", length);
  text_add(out, "\n");
  if (out->failed) return core_fail_memory(error, out->length);
  return true;
}
