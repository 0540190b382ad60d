/* The box form follows keras/src/utils/summary_utils.py of Keras 3.15.1 and the table of rich 15 that it draws with;
 * the ruled form is in summary_keras2.c. */
#include "views/summary.h"

#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/utf8.h"
#include "views/styled.h"
#include "views/summary_keras2.h"

enum { MAX_COLUMNS = 5, MAX_CELL_LINES = 64 };

typedef enum Side { LEFT, RIGHT, CENTRE } Side;

/* What the columns of one table are: their number, titles, sides and shares of the width. */
typedef struct Columns {
  int count;
  bool branches, trainable;
  const char *titles[MAX_COLUMNS];
  Side sides[MAX_COLUMNS];
  double shares[MAX_COLUMNS]; /* where each ends */
} Columns;

static Columns columns_of(const SummaryTable *table, const double *positions) {
  static const double plain[] = {0.45, 0.80, 1.0}, connected[] = {0.3, 0.56, 0.74, 1.0};
  Columns columns = {.branches = table->branches, .trainable = table->trainable_marks != NULL,
                     .titles = {"Layer (type)", "Output Shape", "Param #", "Connected to"},
                     .sides = {LEFT, LEFT, RIGHT, LEFT}};
  columns.count = table->branches ? 4 : 3;
  for (int i = 0; i < columns.count; i++)
    columns.shares[i] = (positions ? positions : table->branches ? connected : plain)[i];
  if (!columns.trainable) return columns;
  for (int i = 0; i < columns.count; i++) columns.shares[i] *= 0.90;
  columns.shares[columns.count] = 1.0;
  columns.titles[columns.count] = "Trainable";
  columns.sides[columns.count++] = CENTRE;
  return columns;
}

void summary_size_text(Text *out, int64_t bytes, bool keras2) {
  static const char *const units[] = {"B", "KB", "MB", "GB", "TB", "PB"};
  double size = (double)bytes;
  int unit = 0;
  while (unit < 5 && size / 1024 >= 1) {
    size /= 1024;
    unit++;
  }
  text_addf(out, "%.2f %s", size, unit == 0 && keras2 ? "Byte" : units[unit]);
}

/* 401920 as "401,920". */
static void count_text(char out[32], int64_t count) {
  char digits[24];
  int length = 0, at = 0;
  uint64_t rest = (uint64_t)(count < 0 ? 0 : count);
  do digits[length++] = (char)('0' + rest % 10);
  while (rest /= 10);
  for (int i = length - 1; i >= 0; i--) {
    out[at++] = digits[i];
    if (i && i % 3 == 0) out[at++] = ',';
  }
  out[at] = 0;
}

/* "(None, 784)" with numbers and Nones in their colours. */
static void add_shape(Styled *cell, const char *shape) {
  const char *at = shape;
  while (*at) {
    size_t digits = strspn(at, "0123456789-"), other = strcspn(at, "0123456789-N");
    char piece[32];
    Style style = STYLE_PLAIN;
    size_t length = other;
    if (digits) {
      length = digits;
      style = STYLE_NUMBER;
    } else if (strncmp(at, "None", 4) == 0) {
      length = 4;
      style = STYLE_NONE_DIM;
    } else if (!other) {
      length = 1;
    }
    if (length >= sizeof piece) length = sizeof piece - 1;
    memcpy(piece, at, length);
    piece[length] = 0;
    styled_add(cell, piece, style);
    at += length;
  }
}

static void add_connections(Styled *cell, const SummaryRow *row) {
  if (row->connection_count == 0) styled_add(cell, "-", STYLE_PLAIN);
  for (int i = 0; i < row->connection_count; i++) {
    if (i) styled_add(cell, ", ", STYLE_PLAIN);
    /* The name is plain, the numbers in its two brackets are coloured. */
    const char *text = row->connections[i], *bracket = text + strlen(text);
    for (int brackets = 0; bracket > text && brackets < 2;)
      if (*--bracket == '[') brackets++;
    char *name = core_strndup(text, (size_t)(bracket - text));
    if (name) styled_add(cell, name, STYLE_PLAIN);
    core_free(name);
    add_shape(cell, bracket);
  }
}

static void fill_cells(Styled *cells, const SummaryTable *table, int at) {
  const SummaryRow *row = &table->rows[at];
  char count[32];
  count_text(count, row->built ? row->parameters : 0);
  for (int i = 0; i < MAX_COLUMNS; i++) styled_clear(&cells[i]);
  styled_add(&cells[0], row->name, STYLE_PLAIN);
  styled_add(&cells[0], " (", STYLE_PLAIN);
  styled_add(&cells[0], row->class_name, STYLE_SYMBOL);
  styled_add(&cells[0], ")", STYLE_PLAIN);
  if (row->shape) {
    add_shape(&cells[1], row->shape);
  } else {
    styled_add(&cells[1], "?", STYLE_PLAIN);
  }
  styled_add(&cells[2], count, STYLE_NUMBER);
  if (!row->built) styled_add(&cells[2], " (unbuilt)", STYLE_PLAIN);
  if (table->branches) add_connections(&cells[3], row);
  if (table->trainable_marks) {
    const char mark[2] = {table->trainable_marks[at], 0};
    styled_add(&cells[table->branches ? 4 : 3], mark, STYLE_BOLD);
  }
}

/* Glyphs of one horizontal rule: left, fill, between columns, right. */
static void add_rule(Text *out, const int *widths, int columns, const char *const glyphs[4]) {
  text_add(out, glyphs[0]);
  for (int i = 0; i < columns; i++) {
    text_add_times(out, glyphs[1], widths[i]);
    text_add(out, glyphs[i + 1 < columns ? 2 : 3]);
  }
  text_add(out, "\n");
}

/* One row of the table: its cells wrapped, one blank at each side, each set to its column's side. The
 * header's cells stand at the bottom of their row, the others at the top. */
static void add_row(Text *out, const Styled *cells, const int *widths, const Columns *layout, bool header,
                    int coloured) {
  const int columns = layout->count;
  static const StyledLine nothing = {0, 0, false};
  StyledLine lines[MAX_COLUMNS][MAX_CELL_LINES];
  int counts[MAX_COLUMNS], height = 1;
  for (int i = 0; i < columns; i++) {
    counts[i] = styled_wrap(&cells[i], widths[i] - 2, false, lines[i], MAX_CELL_LINES);
    if (counts[i] > height) height = counts[i];
  }
  const char *edge = header ? "┃" : "│";
  for (int line = 0; line < height; line++) {
    text_add(out, edge);
    for (int i = 0; i < columns; i++) {
      int own = header ? line - (height - counts[i]) : line;
      StyledLine piece = own >= 0 && own < counts[i] ? lines[i][own] : nothing;
      const char *text = text_string(&cells[i].text);
      Side side = layout->sides[i];
      if (side != LEFT)
        while (piece.end > piece.start && text[piece.end - 1] == ' ') piece.end--;
      Text content = {0};
      int width = styled_write(&content, &cells[i], &piece, coloured);
      int blanks = widths[i] - 2 - width;
      text_add(out, widths[i] > 0 ? " " : "");
      int before = side == RIGHT ? blanks : side == CENTRE ? blanks / 2 : 0;
      text_add_times(out, " ", before);
      text_add(out, text_string(&content));
      text_add_times(out, " ", blanks - before);
      text_add(out, widths[i] > 1 ? " " : "");
      text_add(out, edge);
      if (content.failed) out->failed = true;
      text_free(&content);
    }
    text_add(out, "\n");
  }
}

/* Rounds a quotient of whole numbers to the nearest, halves to even, as Python's round. */
static int round_quotient(int number, int by) {
  int floor = number / by, twice = 2 * (number % by);
  return twice > by || (twice == by && floor % 2) ? floor + 1 : floor;
}

/* rich takes what is too much from all columns alike. */
static void fit_widths(int *widths, int columns, int room) {
  int total = 0;
  if (room < 0) room = 0;
  for (int i = 0; i < columns; i++) {
    if (widths[i] > room) widths[i] = room;
    total += widths[i];
  }
  int excess = total - room;
  if (excess <= 0) return;
  for (int i = 0; i < columns; i++) {
    int part = round_quotient(excess, columns - i);
    if (part > widths[i]) part = widths[i];
    widths[i] -= part;
    excess -= part;
  }
}

static bool find_widths(int *widths, const Columns *columns, int line_length, Error *error) {
  int used = 0;
  for (int i = 0; i < columns->count; i++) {
    int width = (int)(columns->shares[i] * line_length) - used;
    if (width < 4) return core_fail(error, ERROR_VALUE, "Insufficient console width to print summary.");
    widths[i] = width + 2;
    used += width;
  }
  fit_widths(widths, columns->count, line_length - (columns->count + 1));
  return true;
}

/* rich cuts the lines of a table that is wider than the console. */
static void add_cut(Text *out, const char *lines, int console) {
  while (*lines) {
    size_t length = strcspn(lines, "\n"), end = 0;
    int column = 0;
    while (end < length) {
      size_t piece = 1;
      if (lines[end] == '\033') piece = strcspn(lines + end, "m") + 1; /* a colour takes no column */
      else {
        int wide;
        uint32_t code;
        int bytes = utf8_decode(lines + end, length - end, &code);
        piece = bytes > 0 ? (size_t)bytes : 1;
        wide = utf8_width(lines + end, piece);
        if (column + wide > console) break;
        column += wide;
      }
      end += piece;
    }
    text_add_bytes(out, lines, end);
    text_add(out, "\n");
    lines += length + (lines[length] != 0);
  }
}

/* A line of the console, wrapped at its width. */
static void add_console_line(Text *out, const Styled *styled, int width, int coloured) {
  StyledLine lines[MAX_CELL_LINES];
  int count = styled_wrap(styled, width, true, lines, MAX_CELL_LINES);
  for (int i = 0; i < count; i++) {
    styled_write(out, styled, &lines[i], coloured);
    text_add(out, "\n");
  }
}

static void add_total(Text *out, const char *title, int64_t count, int64_t bytes, int width, int coloured) {
  Styled line = {0};
  char number[32];
  count_text(number, count);
  styled_add(&line, title, STYLE_BOLD);
  styled_add(&line, number, STYLE_NUMBER);
  Text size = {0};
  text_add(&size, " (");
  summary_size_text(&size, bytes, false);
  text_add(&size, ")");
  styled_add(&line, text_string(&size), STYLE_PLAIN);
  if (size.failed || line.text.failed || line.styles.failed) out->failed = true;
  add_console_line(out, &line, width, coloured);
  text_free(&size);
  styled_free(&line);
}

static bool write_box(Text *out, const SummaryTable *table, const SummaryOptions *options, Error *error) {
  static const char *const top[4] = {"┏", "━", "┳", "┓"}, *const head[4] = {"┡", "━", "╇", "┩"};
  static const char *const middle[4] = {"├", "─", "┼", "┤"}, *const bottom[4] = {"└", "─", "┴", "┘"};
  if (options->positions && options->position_count < (table->branches ? 4 : 3))
    return core_fail(error, ERROR_INDEX, "list index out of range");
  const Columns layout = columns_of(table, options->positions);
  int console = options->columns > 0 ? options->columns : 80, columns = layout.count;
  int length = (table->branches ? 108 : 88) + (layout.trainable ? 12 : 0);
  if (length > console - 4) length = console - 4;
  if (options->line_length) length = options->line_length;
  int widths[MAX_COLUMNS];
  if (!find_widths(widths, &layout, length, error)) return false;
  int coloured = !options->bold || options->colour == COLOUR_NONE ? 0 : options->colour >= COLOUR_256 ? 2 : 1;

  Styled cells[MAX_COLUMNS] = {0};
  styled_add(&cells[0], "Model: \"", STYLE_BOLD);
  styled_add(&cells[0], table->model_name, STYLE_BOLD);
  styled_add(&cells[0], "\"", STYLE_BOLD);
  add_console_line(out, &cells[0], console, coloured);
  Text box = {0};
  add_rule(&box, widths, columns, top);
  for (int i = 0; i < columns; i++) {
    styled_clear(&cells[i]);
    styled_add(&cells[i], layout.titles[i], STYLE_BOLD);
  }
  add_row(&box, cells, widths, &layout, true, coloured);
  add_rule(&box, widths, columns, head);
  for (int row = 0; row < table->count; row++) {
    if (row) add_rule(&box, widths, columns, middle);
    fill_cells(cells, table, row);
    add_row(&box, cells, widths, &layout, false, coloured);
  }
  add_rule(&box, widths, columns, bottom);
  if (length > console && coloured == 0) add_cut(out, text_string(&box), console);
  else text_add(out, text_string(&box));
  if (box.failed) out->failed = true;
  text_free(&box);
  add_total(out, " Total params: ", table->trainable + table->non_trainable + table->optimizer,
            table->trainable_bytes + table->non_trainable_bytes + table->optimizer_bytes, console, coloured);
  add_total(out, " Trainable params: ", table->trainable, table->trainable_bytes, console, coloured);
  add_total(out, " Non-trainable params: ", table->non_trainable, table->non_trainable_bytes, console, coloured);
  if (table->optimizer)
    add_total(out, " Optimizer params: ", table->optimizer, table->optimizer_bytes, console, coloured);
  bool failed = false;
  for (int i = 0; i < MAX_COLUMNS; i++) {
    failed |= cells[i].text.failed || cells[i].styles.failed;
    styled_free(&cells[i]);
  }
  if (failed || out->failed) return core_fail_memory(error, out->length);
  return true;
}

bool summary_table_write(Text *out, const SummaryTable *table, const SummaryOptions *options, Error *error) {
  return options->keras2 ? summary_keras2_write(out, table, options, error) : write_box(out, table, options, error);
}
