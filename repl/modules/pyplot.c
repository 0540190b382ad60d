/* _pyplot: what matplotlib's modules, which are written in the language, need of the views: colours, colour maps,
 * contours, and drawings. */
#include <math.h>
#include <string.h>

#include "engine/core/memory.h"
#include "repl/modules/pyplot_internal.h"
#include "repl/modules/session.h"
#include "views/contour.h"

static Value native_colour_map(const NativeRow *row, Value *arguments) {
  const char *name;
  if (!py_as_text(arguments[0], &name)) return PY_ERROR;
  int count = colour_map_count(name);
  if (count == 0) return PY_NONE;
  Error error = {0};
  NdArray *array = nd_new(ND_FLOAT64, 2, (const int64_t[]){count, 3}, &error);
  for (int i = 0; array && i < count; i++) colour_map_entry(name, i, (double *)array->data + 3 * i);
  return np_value(array, &error);
}

static Value native_colour_map_names(const NativeRow *row, Value *arguments) {
  Value list = py_list(200);
  for (int i = 0; !py_is_error(list) && colour_map_names[i]; i++)
    if (!py_list_append_steal(py_as_list(list), py_text(colour_map_names[i]))) {
      py_drop(list);
      return PY_ERROR;
    }
  return list;
}

static Value native_colour(const NativeRow *row, Value *arguments) {
  const char *text;
  uint32_t rgb;
  if (!py_as_text(arguments[0], &text)) return PY_ERROR;
  return py_int(colour_parse(text, &rgb) ? (int64_t)rgb : -1);
}

static Value native_shows(const NativeRow *row, Value *arguments) {
  session_detect_terminal();
  return py_bool(session_shows());
}

/* An argument as an array of doubles; NULL with an exception pending. */
static NdArray *doubles(Value value) {
  NdArray *array = np_as_array(value);
  if (array == NULL) return NULL;
  Error error = {0};
  NdArray *copy = nd_astype(array, ND_FLOAT64, &error);
  nd_release(array);
  if (copy == NULL) py_raise_error(&error);
  return copy;
}

static Value native_contour(const NativeRow *row, Value *arguments) {
  double level;
  if (!py_as_double(arguments[3], &level)) return PY_ERROR;
  NdArray *x = doubles(arguments[0]), *y = x ? doubles(arguments[1]) : NULL, *z = y ? doubles(arguments[2]) : NULL;
  Value result = PY_ERROR;
  if (z && z->ndim == 2 && x->size == z->shape[1] && y->size == z->shape[0]) {
    const double *xs = (const double *)x->data, *ys = (const double *)y->data, *zs = (const double *)z->data;
    int64_t count = contour_line(xs, ys, zs, z->shape[0], z->shape[1], level, NULL, NULL);
    Error error = {0};
    NdArray *points = nd_new(ND_FLOAT64, 2, (const int64_t[]){2, count}, &error);
    if (points)
      contour_line(xs, ys, zs, z->shape[0], z->shape[1], level, (double *)points->data, (double *)points->data + count);
    result = np_value(points, &error);
  } else if (z) {
    py_raise(&py_TypeError, "Length of x must match number of columns in z");
  }
  nd_release(x), nd_release(y), nd_release(z);
  return result;
}

static const NativeRow functions[] = {
    {"colour_map", "name", "A colour map's colours as shares of red, green and blue; None: there is none of the name.",
     native_colour_map, NULL},
    {"colour_map_names", "", "Names of colour maps.", native_colour_map_names, NULL},
    {"colour", "text", "A colour's name as the number 0xRRGGBB; -1: there is none of the name.", native_colour, NULL},
    {"contour", "x, y, z, level", "The line at a level, as two rows of x and y with NaN between its pieces.",
     native_contour, NULL},
    {"axes_grid", "items, rows, columns, flat", "An array of axes.", plot_axes_grid, NULL},
    {"shows", "", "Whether figures go to standard output.", native_shows, NULL},
    {0},
};
static Type *const types[] = {&plot_drawing_type, NULL};

const ModuleRow pyplot_module_rows[] = {
    {.name = "_pyplot", .help = "Figures in cells.", .functions = functions, .types = types},
    {0},
};
