/* Drawings: a figure of the language's objects, handed over piece by piece as what the renderer understands. Methods
 * after axes() describe the axes that it began. */
#include <math.h>
#include <string.h>

#include "engine/core/memory.h"
#include "repl/modules/pyplot_internal.h"
#include "repl/modules/session.h"

typedef struct Drawing {
  Object head;
  Figure *figure;
  Axes *axes; /* the one being described, or NULL */
} Drawing;

static Drawing *drawing_of(Value v) { return (Drawing *)v.as.object; }
static void drawing_dealloc(Object *self) { figure_free(((Drawing *)self)->figure); }
static Value no_memory(void) { return py_raise(&py_MemoryError, "out of memory"); }

static Axes *axes_now(Value self) {
  if (drawing_of(self)->axes == NULL) py_raise(&py_RuntimeError, "axes() comes first");
  return drawing_of(self)->axes;
}

/* ---- Arguments ---- */

/* A text to be kept; None and undefined give NULL. */
static bool copy_text(Value value, char **out) {
  const char *text;
  *out = NULL;
  if (py_is_none(value) || py_is_undefined(value)) return true;
  if (!py_as_text(value, &text)) return false;
  *out = core_strdup(text);
  if (*out == NULL) no_memory();
  return *out != NULL;
}
static bool replace_text(Value value, char **place) {
  char *text;
  if (!copy_text(value, &text)) return false;
  core_free(*place);
  *place = text;
  return true;
}

/* Numbers of an argument, flat, as a new block; NULL with an exception pending. */
static void *numbers_of(Value value, NdType type, int64_t *count) {
  NdArray *array = np_as_array(value);
  if (array == NULL) return NULL;
  Error error = {0};
  NdArray *copy = nd_astype(array, type, &error);
  nd_release(array);
  if (copy == NULL) {
    py_raise_error(&error);
    return NULL;
  }
  size_t bytes = (size_t)copy->size * (size_t)nd_types[type].itemsize;
  void *block = core_alloc(bytes + 1);
  if (block == NULL) no_memory();
  else memcpy(block, copy->data, bytes);
  *count = copy->size;
  nd_release(copy);
  return block;
}

/* The same where it may be None, and must have as many entries as there are points. */
static bool optional_numbers(Value value, NdType type, int64_t wanted, void **out) {
  *out = NULL;
  if (py_is_none(value)) return true;
  int64_t count;
  *out = numbers_of(value, type, &count);
  if (*out == NULL) return false;
  if (count == wanted) return true;
  core_free(*out);
  *out = NULL;
  py_raise(&py_ValueError, "%lld entries for %lld points", (long long)count, (long long)wanted);
  return false;
}

static Artist *add(Axes *axes, PlotKind kind, Value x_value, Value y_value) {
  int64_t x_count = 0, y_count = 0;
  double *x = numbers_of(x_value, ND_FLOAT64, &x_count), *y = x ? numbers_of(y_value, ND_FLOAT64, &y_count) : NULL;
  Artist *artist = NULL;
  if (y && x_count != y_count) {
    py_raise(&py_ValueError, "%lld x for %lld y", (long long)x_count, (long long)y_count);
  } else if (y) {
    artist = axes_add(axes, kind, x, y, x_count);
    if (artist == NULL) no_memory();
  }
  core_free(x);
  core_free(y);
  return artist;
}

static bool set_colour(Artist *artist, Value value) {
  int64_t rgb;
  if (!py_as_int(value, &rgb)) return false;
  artist->has_rgb = rgb >= 0;
  artist->rgb = (uint32_t)rgb & 0xffffff;
  return true;
}
static bool set_letter(Value value, char *out) {
  const char *text;
  if (!py_as_text(value, &text)) return false;
  *out = text[0];
  return true;
}

/* ---- Methods ---- */

static Value drawing_construct(Type *type, Value *arguments) {
  double width, height;
  if (!py_as_double(arguments[0], &width) || !py_as_double(arguments[1], &height)) return PY_ERROR;
  Drawing *drawing = py_new(type);
  if (drawing == NULL) return PY_ERROR;
  Value value = py_object(drawing);
  drawing->figure = figure_new(width, height);
  if (drawing->figure == NULL) no_memory();
  if (drawing->figure && copy_text(arguments[2], &drawing->figure->title) &&
      copy_text(arguments[3], &drawing->figure->x_label) && copy_text(arguments[4], &drawing->figure->y_label))
    return value;
  py_drop(value);
  return PY_ERROR;
}

static Value method_axes(const NativeRow *row, Value *arguments) {
  double place[4];
  for (int i = 0; i < 4; i++)
    if (!py_as_double(arguments[1 + i], &place[i])) return PY_ERROR;
  Drawing *drawing = drawing_of(arguments[0]);
  drawing->axes = figure_axes(drawing->figure, place[0], place[1], place[2], place[3]);
  return drawing->axes ? PY_NONE : no_memory();
}

static Value method_look(const NativeRow *row, Value *arguments) {
  Axes *axes = axes_now(arguments[0]);
  bool good = axes && replace_text(arguments[1], &axes->title) && py_as_bool(arguments[2], &axes->legend) &&
              replace_text(arguments[3], &axes->legend_title) && py_as_bool(arguments[4], &axes->grid_x) &&
              py_as_bool(arguments[5], &axes->grid_y) && py_as_bool(arguments[6], &axes->axis_off) &&
              py_as_double(arguments[7], &axes->aspect);
  return good ? PY_NONE : PY_ERROR;
}

static bool set_ticks(AxisTicks *ticks, Value at_value, Value labels_value) {
  if (py_is_none(at_value)) return true;
  int64_t count, label_count = 0;
  double *at = numbers_of(at_value, ND_FLOAT64, &count);
  if (at == NULL) return false;
  const Value *items = NULL;
  const char **labels = NULL;
  bool good = py_is_none(labels_value) || (py_sequence(labels_value, &items, &label_count) && label_count == count);
  if (!good) py_raise(&py_ValueError, "a label for each tick is wanted");
  if (good && items) {
    labels = core_alloc(((size_t)count + 1) * sizeof *labels);
    if (labels == NULL) no_memory();
    good = labels != NULL;
    for (int64_t i = 0; good && i < count; i++) good = py_as_text(items[i], &labels[i]);
  }
  if (good && !axes_ticks(ticks, at, labels, (int)count)) {
    no_memory();
    good = false;
  }
  core_free(labels);
  core_free(at);
  return good;
}

static Value method_side(const NativeRow *row, Value *arguments) {
  Axes *axes = axes_now(arguments[0]);
  char which;
  if (axes == NULL || !set_letter(arguments[1], &which)) return PY_ERROR;
  Side *side = which == 'x' ? &axes->x : which == 'y' ? &axes->y : &axes->y_right;
  if (which == 'r') axes->has_right = true;
  if (!replace_text(arguments[2], &side->label) || !py_as_bool(arguments[3], &side->log) ||
      !py_as_bool(arguments[4], &side->inverted))
    return PY_ERROR;
  side->has_limits = !py_is_none(arguments[5]);
  for (int i = 0; side->has_limits && i < 2; i++)
    if (!py_as_double(arguments[5 + i], &side->limits[i])) return PY_ERROR;
  return set_ticks(&side->ticks, arguments[7], arguments[8]) ? PY_NONE : PY_ERROR;
}

static Value method_line(const NativeRow *row, Value *arguments) {
  Axes *axes = axes_now(arguments[0]);
  Artist *artist = axes ? add(axes, PLOT_LINE, arguments[1], arguments[2]) : NULL;
  bool good = artist && set_letter(arguments[3], &artist->line_style) && set_letter(arguments[4], &artist->marker) &&
              set_colour(artist, arguments[5]) && copy_text(arguments[6], &artist->label) &&
              py_as_bool(arguments[7], &artist->small) && py_as_bool(arguments[8], &artist->default_marker) &&
              optional_numbers(arguments[9], ND_UINT32, artist->count, (void **)&artist->colours) &&
              optional_numbers(arguments[10], ND_UINT8, artist->count, (void **)&artist->classes) &&
              py_as_bool(arguments[11], &artist->on_right) && py_as_bool(arguments[12], &artist->of_axes);
  return good ? PY_NONE : PY_ERROR;
}

static Value method_rectangles(const NativeRow *row, Value *arguments) {
  Axes *axes = axes_now(arguments[0]);
  Artist *artist = axes ? add(axes, PLOT_RECTANGLES, arguments[1], arguments[2]) : NULL;
  bool hollow, good = artist && optional_numbers(arguments[3], ND_FLOAT64, artist->count, (void **)&artist->x2) &&
                      optional_numbers(arguments[4], ND_FLOAT64, artist->count, (void **)&artist->y2) &&
                      set_colour(artist, arguments[5]) && copy_text(arguments[6], &artist->label) &&
                      py_as_bool(arguments[7], &artist->sparse) && py_as_bool(arguments[8], &hollow) &&
                      optional_numbers(arguments[9], ND_UINT32, artist->count, (void **)&artist->colours) &&
                      py_as_bool(arguments[10], &artist->on_right);
  if (good && (artist->x2 == NULL || artist->y2 == NULL)) {
    py_raise(&py_TypeError, "rectangles have two corners");
    good = false;
  }
  if (!good && artist) axes->artist_count--; /* half of a rectangle is not drawn */
  if (good && hollow) artist->line_style = 'h';
  return good ? PY_NONE : PY_ERROR;
}

static Value method_area(const NativeRow *row, Value *arguments) {
  Axes *axes = axes_now(arguments[0]);
  Artist *artist = axes ? add(axes, PLOT_AREA, arguments[1], arguments[2]) : NULL;
  bool good = artist && set_colour(artist, arguments[3]) && copy_text(arguments[4], &artist->label) &&
              py_as_bool(arguments[5], &artist->sparse) && py_as_bool(arguments[6], &artist->on_right);
  return good ? PY_NONE : PY_ERROR;
}

static Value method_across(const NativeRow *row, Value *arguments) {
  Axes *axes = axes_now(arguments[0]);
  char which;
  double at, ends[2];
  if (axes == NULL || !set_letter(arguments[1], &which) || !py_as_double(arguments[2], &at) ||
      !py_as_double(arguments[3], &ends[0]) || !py_as_double(arguments[4], &ends[1]))
    return PY_ERROR;
  double places[2] = {at, at};
  bool level = which == 'y';
  Artist *artist = axes_add(axes, level ? PLOT_HLINE : PLOT_VLINE, level ? ends : places, level ? places : ends, 2);
  if (artist == NULL) return no_memory();
  bool good = set_letter(arguments[5], &artist->line_style) && set_colour(artist, arguments[6]) &&
              copy_text(arguments[7], &artist->label) && py_as_bool(arguments[8], &artist->on_right);
  return good ? PY_NONE : PY_ERROR;
}

static Value method_text(const NativeRow *row, Value *arguments) {
  Axes *axes = axes_now(arguments[0]);
  double x, y;
  if (axes == NULL || !py_as_double(arguments[1], &x) || !py_as_double(arguments[2], &y)) return PY_ERROR;
  Artist *artist = axes_add(axes, PLOT_TEXT, &x, &y, 1);
  if (artist == NULL) return no_memory();
  bool good = copy_text(arguments[3], &artist->text) && set_colour(artist, arguments[4]) &&
              set_letter(arguments[5], &artist->align) && set_letter(arguments[6], &artist->valign) &&
              py_as_bool(arguments[7], &artist->of_axes) && py_as_bool(arguments[8], &artist->on_right);
  return good ? PY_NONE : PY_ERROR;
}

static Value method_image(const NativeRow *row, Value *arguments) {
  Axes *axes = axes_now(arguments[0]);
  double low, high, alpha;
  if (axes == NULL || !py_as_double(arguments[3], &low) || !py_as_double(arguments[4], &high) ||
      !py_as_double(arguments[6], &alpha))
    return PY_ERROR;
  int64_t colours, ends;
  uint32_t *table = numbers_of(arguments[2], ND_UINT32, &colours);
  double *extent = table ? numbers_of(arguments[5], ND_FLOAT64, &ends) : NULL;
  NdArray *array = extent ? np_as_array(arguments[1]) : NULL;
  Error error = {0};
  bool good = array != NULL && colours == 256 && ends == 4;
  if (array && !good) py_raise(&py_ValueError, "256 colours and four ends are wanted");
  if (good && !axes_image(axes, array, table, low, high, &error)) {
    py_raise_error(&error);
    good = false;
  }
  if (good) memcpy(axes->artists[axes->artist_count - 1].extent, extent, 4 * sizeof *extent);
  if (good) axes->artists[axes->artist_count - 1].transparency = fmin(fmax(1 - alpha, 0), 1);
  nd_release(array);
  core_free(table);
  core_free(extent);
  return good ? PY_NONE : PY_ERROR;
}

static Value method_bar(const NativeRow *row, Value *arguments) {
  Axes *axes = axes_now(arguments[0]);
  int64_t count = 0;
  if (axes == NULL || !py_as_double(arguments[2], &axes->bar.low) || !py_as_double(arguments[3], &axes->bar.high) ||
      !py_as_bool(arguments[4], &axes->bar.log) || !set_ticks(&axes->bar.ticks, arguments[5], arguments[6]) ||
      !replace_text(arguments[7], &axes->bar.label))
    return PY_ERROR;
  core_free(axes->bar.colours);
  axes->bar.count = 0;
  axes->bar.colours = numbers_of(arguments[1], ND_UINT32, &count);
  if (axes->bar.colours == NULL) return PY_ERROR;
  axes->bar.count = (int)count;
  return PY_NONE;
}

static Value method_show(const NativeRow *row, Value *arguments) {
  session_detect_terminal();
  Text text = {0};
  bool good = figure_show(&text, drawing_of(arguments[0])->figure, &session.terminal);
  if (good) sink_write(&py_stdout, text_string(&text), text.length);
  if (good) sink_flush(&py_stdout);
  text_free(&text);
  return good ? PY_NONE : no_memory();
}

/* For files and tests: as text, at a width, whatever the terminal is. */
static Value method_render(const NativeRow *row, Value *arguments) {
  int64_t columns, rows;
  bool coloured, ascii;
  if (!py_as_int(arguments[1], &columns) || !py_as_int(arguments[2], &rows) || !py_as_bool(arguments[3], &coloured) ||
      !py_as_bool(arguments[4], &ascii))
    return PY_ERROR;
  if (columns < 1 || columns > 1000 || rows < 1 || rows > 1000)
    return py_raise(&py_ValueError, "columns and rows must be from 1 to 1000");
  ViewTerminal terminal = {.columns = (int)columns, .rows = (int)rows, .is_terminal = true,
                           .glyphs = ascii ? GLYPHS_ASCII : GLYPHS_BRAILLE,
                           .colour = coloured ? COLOUR_TRUE : COLOUR_NONE};
  Text text = {0};
  if (!figure_show(&text, drawing_of(arguments[0])->figure, &terminal)) {
    text_free(&text);
    return no_memory();
  }
  Value result = py_text_bytes(text_string(&text), text.length);
  text_free(&text);
  return result;
}

static const NativeRow methods[] = {
    {"axes", "self, left, top, right, bottom", "Begins axes at a place given as shares of the figure.", method_axes,
     NULL},
    {"look", "self, title, legend, legend_title, grid_x, grid_y, off, aspect", "What stands around the data.",
     method_look, NULL},
    {"side", "self, which, label, log, inverted, low, high, ticks, labels", "The axis 'x', 'y' or 'right'.",
     method_side,
     NULL},
    {"line",
     "self, x, y, style='-', marker='', rgb=-1, label=None, small=False, default_marker=False, colours=None, "
     "classes=None, on_right=False, of_axes=False",
     "A line, or points.", method_line, NULL},
    {"rectangles", "self, x, y, x2, y2, rgb=-1, label=None, sparse=False, hollow=False, colours=None, on_right=False",
     "Rectangles between corners.", method_rectangles, NULL},
    {"area", "self, x, y, rgb=-1, label=None, sparse=False, on_right=False", "A filled polygon.", method_area, NULL},
    {"across", "self, which, at, first=0, last=1, style='-', rgb=-1, label=None, on_right=False",
     "A line across the plot, at a value of 'x' or 'y'.", method_across, NULL},
    {"text", "self, x, y, s, rgb=-1, align='l', valign='x', of_axes=False, on_right=False", "A text.", method_text,
     NULL},
    {"image", "self, array, table, low, high, extent, alpha=1.0", "A picture over left, right, bottom, top.", method_image, NULL},
    {"bar", "self, colours, low, high, log, ticks, labels, label", "The colour bar of the axes.", method_bar, NULL},
    {"show", "self", "Writes the figure to standard output.", method_show, NULL},
    {"render", "self, columns, rows, coloured=False, ascii=False", "The figure as text.", method_render, NULL},
    {0},
};
Type plot_drawing_type = {.head = {&py_type_type, 1}, .name = "Drawing", .module = "_pyplot", .base = &py_object_type,
                          .help = "A figure on its way to the renderer.", .size = sizeof(Drawing),
                          .dealloc = drawing_dealloc, .signature = "width, height, title=None, x_label=None, y_label=None",
                          .construct = drawing_construct, .methods = methods};
