/* matplotlib.pyplot: the figures that are open, and the functions that act on the current one. */
#include "repl/modules/pyplot.h"

#include <math.h>
#include <string.h>

#include "engine/core/memory.h"
#include "repl/modules/pyplot_internal.h"
#include "repl/modules/session.h"

/* ---- Values for figures and axes ---- */

static void figure_dealloc(Object *self) { figure_free(((FigureObject *)self)->figure); }
static void axes_dealloc(Object *self) { py_drop(((AxesObject *)self)->owner); }

static Value current; /* the current figure: PY_ERROR (the zero value) when there is none */
static Value current_axes;
static Value open_figures; /* a list */
static int next_number = 1;

static Value figure_repr(Value self) {
  Figure *figure = figure_of(self);
  return py_textf("<Figure size %.0fx%.0f with %d Axes>", figure->width * 100, figure->height * 100,
                  figure->axes_count);
}

static void set_current(Value *place, Value value) {
  Value before = *place;
  *place = py_keep(value);
  py_drop(before);
}

Value plot_new_figure(double width, double height) {
  Figure *figure = figure_new(width, height);
  if (figure == NULL) return py_raise(&py_MemoryError, "out of memory");
  FigureObject *object = py_new(&figure_type);
  if (object == NULL) {
    figure_free(figure);
    return PY_ERROR;
  }
  object->figure = figure;
  object->number = next_number++;
  Value value = py_object(object);
  if (open_figures.tag != TAG_OBJECT) open_figures = py_list(4);
  if (py_is_error(open_figures) || !py_list_append(py_as_list(open_figures), value)) {
    py_drop(value);
    return PY_ERROR;
  }
  set_current(&current, value);
  set_current(&current_axes, PY_NONE);
  return value;
}

/* The current figure (borrowed), made when there is none. */
Value plot_current_figure(void) {
  if (current.tag != TAG_OBJECT) {
    Value made = plot_new_figure(6.4, 4.8);
    if (py_is_error(made)) return made;
    py_drop(made);
  }
  return current;
}

Value plot_axes_value(Value figure, Axes *axes) {
  AxesObject *object = py_new(&axes_type);
  if (object == NULL) return PY_ERROR;
  object->owner = py_keep(figure);
  object->axes = axes;
  return py_object(object);
}

Value plot_subplot(Value figure, int rows, int columns, int index, int span) {
  Axes *axes = figure_subplot(figure_of(figure), rows, columns, index, span);
  if (axes == NULL) return py_raise(&py_MemoryError, "out of memory");
  Value value = plot_axes_value(figure, axes);
  if (!py_is_error(value) && current.tag == TAG_OBJECT && current.as.object == figure.as.object)
    set_current(&current_axes, value);
  return value;
}

Value plot_current_axes(void) {
  Value figure = plot_current_figure();
  if (py_is_error(figure)) return figure;
  if (current_axes.tag == TAG_OBJECT) return current_axes;
  Value made = plot_subplot(figure, 1, 1, 0, 1);
  py_drop(made);
  return py_is_error(made) ? PY_ERROR : current_axes;
}

void plot_set_current_axes(Value axes) {
  set_current(&current, ((AxesObject *)axes.as.object)->owner);
  set_current(&current_axes, axes);
}

/* ---- Showing ---- */

static void forget_all(void) {
  py_drop(open_figures);
  open_figures = PY_NONE;
  set_current(&current, PY_NONE);
  set_current(&current_axes, PY_NONE);
}

bool pyplot_show_all(void) {
  session_detect_terminal();
  if (session_shows() && open_figures.tag == TAG_OBJECT) {
    for (int64_t i = 0; i < py_as_list(open_figures)->count; i++) {
      Figure *figure = figure_of(py_as_list(open_figures)->items[i]);
      if (figure->axes_count == 0) continue;
      Text text = {0};
      bool good = figure_show(&text, figure, &session.terminal);
      if (good) sink_write(&py_stdout, text_string(&text), text.length);
      text_free(&text);
      if (!good) return !py_is_error(py_raise(&py_MemoryError, "out of memory"));
    }
    sink_flush(&py_stdout);
  }
  forget_all();
  return true;
}

static Value native_show(const NativeRow *row, Value *arguments) { return pyplot_show_all() ? PY_NONE : PY_ERROR; }

/* Takes one figure off the list of open ones. */
static bool forget(Value figure) {
  if (open_figures.tag != TAG_OBJECT || figure.tag != TAG_OBJECT) return true;
  List *list = py_as_list(open_figures);
  Value left = py_list(list->count);
  for (int64_t i = 0; !py_is_error(left) && i < list->count; i++)
    if (list->items[i].as.object != figure.as.object && !py_list_append(py_as_list(left), list->items[i])) {
      py_drop(left);
      return false;
    }
  if (py_is_error(left)) return false;
  bool is_current = current.tag == TAG_OBJECT && current.as.object == figure.as.object;
  py_drop(open_figures);
  open_figures = left;
  int64_t count = py_as_list(left)->count;
  if (is_current) set_current(&current, count ? py_as_list(left)->items[count - 1] : PY_NONE);
  if (is_current) set_current(&current_axes, PY_NONE);
  return true;
}
/* close() and clf(): the current figure; close(figure); close('all') */
static Value native_close(const NativeRow *row, Value *arguments) {
  Tuple *given = py_as_tuple(arguments[0]);
  if (given->count && py_is_str(given->items[0])) forget_all();
  else if (!forget(given->count && py_is(given->items[0], &figure_type) ? given->items[0] : current)) return PY_ERROR;
  return PY_NONE;
}
static Value native_get_cmap(const NativeRow *row, Value *arguments) {
  const char *name = "viridis";
  if (!py_is_none(arguments[0]) && !py_as_text(arguments[0], &name)) return PY_ERROR;
  if (colour_map_named(name)) return py_text(name);
  return py_raise(&py_ValueError, "'%s' is not a valid value for name", name);
}

/* figsize=(width, height) in inches */
static bool size_of(Value value, double *width, double *height) {
  *width = 6.4;
  *height = 4.8;
  if (py_is_none(value)) return true;
  const Value *items;
  int64_t count;
  if (!py_sequence(value, &items, &count) || count != 2) {
    py_raise(&py_ValueError, "figsize must be a pair (width, height)");
    return false;
  }
  return py_as_double(items[0], width) && py_as_double(items[1], height);
}

static Value native_figure(const NativeRow *row, Value *arguments) {
  double width, height;
  if (!size_of(arguments[1], &width, &height)) return PY_ERROR;
  return plot_new_figure(width, height);
}

static Value native_subplots(const NativeRow *row, Value *arguments) {
  int64_t rows, columns;
  double width, height;
  bool squeeze;
  if (!py_as_int(arguments[0], &rows) || !py_as_int(arguments[1], &columns) ||
      !size_of(arguments[2], &width, &height) || !py_as_bool(arguments[5], &squeeze))
    return PY_ERROR;
  if (rows < 1 || columns < 1 || rows * columns > 1000)
    return py_raise(&py_ValueError, "Number of rows must be a positive integer, not %lld", (long long)rows);
  Value figure = plot_new_figure(width, height);
  if (py_is_error(figure)) return figure;
  Value grid = plot_axes_grid((int)rows, (int)columns);
  for (int i = 0; !py_is_error(grid) && i < rows * columns; i++) {
    Value axes = plot_subplot(figure, (int)rows, (int)columns, i, 1);
    if (py_is_error(axes)) {
      py_drop(grid);
      grid = PY_ERROR;
    } else {
      plot_axes_grid_set(grid, i, axes);
    }
  }
  Value shaped = py_is_error(grid) ? PY_ERROR : plot_axes_grid_squeezed(grid, squeeze);
  py_drop(grid);
  Value pair = py_is_error(shaped) ? PY_ERROR : py_tuple_of(2, figure, shaped);
  py_drop(figure);
  py_drop(shaped);
  return pair;
}

/* subplot(2, 3, 1), subplot(231), subplot(2, 3, (1, 2)) */
static Value subplot_of(Value figure, Tuple *given) {
  int64_t numbers[3] = {1, 1, 1};
  int span = 1;
  if (given->count == 1) {
    int64_t code;
    if (!py_as_int(given->items[0], &code)) return PY_ERROR;
    numbers[0] = code / 100;
    numbers[1] = code / 10 % 10;
    numbers[2] = code % 10;
  } else if (given->count == 3) {
    for (int i = 0; i < 2; i++)
      if (!py_as_int(given->items[i], &numbers[i])) return PY_ERROR;
    const Value *ends;
    int64_t count, last;
    if (py_sequence(given->items[2], &ends, &count) && count == 2) {
      if (!py_as_int(ends[0], &numbers[2]) || !py_as_int(ends[1], &last)) return PY_ERROR;
      span = (int)(last - numbers[2] + 1);
    } else if (!py_as_int(given->items[2], &numbers[2])) {
      return PY_ERROR;
    }
  } else if (given->count != 0) {
    return py_raise(&py_TypeError, "subplot() takes 1 or 3 positional arguments but %lld were given",
                    (long long)given->count);
  }
  if (numbers[0] < 1 || numbers[1] < 1 || numbers[0] * numbers[1] > 1000)
    return py_raise(&py_ValueError, "Number of rows and columns must be positive integers");
  if (numbers[2] < 1 || numbers[2] > numbers[0] * numbers[1] || span < 1)
    return py_raise(&py_ValueError, "num must be an integer with 1 <= num <= %lld, not %lld",
                    (long long)(numbers[0] * numbers[1]), (long long)numbers[2]);
  return plot_subplot(figure, (int)numbers[0], (int)numbers[1], (int)numbers[2] - 1, span);
}
static Value native_subplot(const NativeRow *row, Value *arguments) {
  Value figure = plot_current_figure();
  return py_is_error(figure) ? figure : subplot_of(figure, py_as_tuple(arguments[0]));
}
static Value method_add_subplot(const NativeRow *row, Value *arguments) {
  set_current(&current, arguments[0]);
  Value axes = subplot_of(arguments[0], py_as_tuple(arguments[1]));
  if (py_is_error(axes) || plot_set_each(axes, arguments[2])) return axes;
  py_drop(axes);
  return PY_ERROR;
}
static Value get_current_axes(Value self) {
  set_current(&current, self);
  return py_keep(plot_current_axes());
}
static Value method_gca(const NativeRow *row, Value *arguments) { return get_current_axes(arguments[0]); }
/* Where a text's x and y count from; see axes_text_at. */
static Value get_corner(Value self) { return py_text("transAxes"); }
static Value native_gca(const NativeRow *row, Value *arguments) { return py_keep(plot_current_axes()); }
static Value native_gcf(const NativeRow *row, Value *arguments) { return py_keep(plot_current_figure()); }
static Value native_sca(const NativeRow *row, Value *arguments) {
  if (!py_is(arguments[0], &axes_type)) return py_raise(&py_TypeError, "sca() takes an Axes");
  plot_set_current_axes(arguments[0]);
  return PY_NONE;
}

static Value set_figure_title(Value figure, Value title) {
  Value text = py_str(title);
  if (py_is_error(text)) return text;
  char *copy = core_strdup(py_as_string(text)->data);
  py_drop(text);
  if (copy == NULL) return py_raise(&py_MemoryError, "out of memory");
  core_free(figure_of(figure)->title);
  figure_of(figure)->title = copy;
  return PY_NONE;
}
static Value native_suptitle(const NativeRow *row, Value *arguments) {
  Value figure = plot_current_figure();
  return py_is_error(figure) ? figure : set_figure_title(figure, arguments[0]);
}
static Value method_suptitle(const NativeRow *row, Value *arguments) {
  return set_figure_title(arguments[0], arguments[1]);
}

/* What has no meaning in cells is accepted: each row says why. */
static Value ignored(const NativeRow *row, Value *arguments) { return PY_NONE; }
static Value native_savefig(const NativeRow *row, Value *arguments) {
  py_raise(&py_NotImplementedError, "savefig is not there yet");
  return py_hint("plt.show() prints the figure");
}

static Value get_figure_axes(Value self) {
  Figure *figure = figure_of(self);
  Value list = py_list(figure->axes_count);
  for (int i = 0; !py_is_error(list) && i < figure->axes_count; i++)
    if (!py_list_append_steal(py_as_list(list), plot_axes_value(self, figure->axes[i]))) {
      py_drop(list);
      list = PY_ERROR;
    }
  return list;
}

static const NativeRow figure_methods[] = {
    {"add_subplot", "self, *args, **kwargs", "Axes at a place of the figure's grid.", method_add_subplot, NULL},
    {"suptitle", "self, t, **kwargs", "A title above all axes.", method_suptitle, NULL},
    {"gca", "self", "The current axes.", method_gca, NULL},
    {"show", "self, *args, **kwargs", "Shows the open figures.", native_show, NULL},
    {"tight_layout|subplots_adjust|set_size_inches|autofmt_xdate|colorbar|legend", "self, *args, **kwargs",
     "Ignored: cells are laid out by the size of the terminal.", ignored, NULL},
    {"savefig", "self, fname, **kwargs", "Writes the figure to a file.", native_savefig, NULL},
    {0},
};
static const PropertyRow figure_properties[] = {{"axes", "The axes.", get_figure_axes, NULL}, {0}};
static const PropertyRow axes_properties[] = {{"transAxes", "Counts from the corner of the axes.", get_corner, NULL},
                                              {0}};
Type figure_type = {.head = {&py_type_type, 1},
                    .name = "Figure",
                    .module = "matplotlib.figure",
                    .base = &py_object_type,
                    .help = "A figure.",
                    .size = sizeof(FigureObject),
                    .dealloc = figure_dealloc,
                    .repr = figure_repr,
                    .methods = figure_methods,
                    .properties = figure_properties};
Type axes_type = {.head = {&py_type_type, 1}, .name = "Axes", .module = "matplotlib.axes", .base = &py_object_type,
                  .help = "One plot of a figure.", .size = sizeof(AxesObject), .dealloc = axes_dealloc,
                  .methods = axes_methods, .properties = axes_properties};

/* ---- The module: functions on the current axes are the methods of Axes ---- */

static const NativeRow functions[] = {
    {"figure", "num=None, figsize=None, **kwargs", "A new figure.", native_figure, NULL},
    {"subplots", "nrows=1, ncols=1, figsize=None, sharex=False, sharey=False, squeeze=True, **kwargs",
     "A figure with a grid of axes.", native_subplots, NULL},
    {"subplot", "*args, **kwargs", "Makes axes of a grid the current ones.", native_subplot, NULL},
    {"show", "*args, **kwargs", "Shows the open figures.", native_show, NULL},
    {"close|clf|cla", "*args", "Forgets the current figure, a given one, or 'all'.", native_close, NULL},
    {"get_cmap", "name=None, lut=None", "A colour map by name.", native_get_cmap, NULL},
    {"gca", "", "The current axes.", native_gca, NULL},
    {"gcf", "", "The current figure.", native_gcf, NULL},
    {"sca", "ax", "Makes axes the current ones.", native_sca, NULL},
    {"suptitle", "t, **kwargs", "A title above all axes.", native_suptitle, NULL},
    {"tight_layout|subplots_adjust|ion|ioff|rc|draw|pause", "*args, **kwargs",
     "Ignored: cells are laid out by the size of the terminal.", ignored, NULL},
    {"savefig", "fname, **kwargs", "Writes the figure to a file.", native_savefig, NULL},
    {0},
};

/* plt.cm.gray and plt.cm.binary are names of colour maps. */
static Value find_colour_map(String *name) { return colour_map_named(name->data) ? py_text(name->data) : PY_UNDEFINED; }
static void names_colour_map(void (*each)(void *context, const char *name), void *context) {
  for (int i = 0; colour_map_names[i]; i++) each(context, colour_map_names[i]);
}

static bool fill_pyplot(Dict *dict) {
  return py_dict_set_steal(dict, "cm", modules_import("matplotlib.cm")) &&
         py_dict_set_steal(dict, "style", modules_import("matplotlib.style")) &&
         py_dict_set_steal(dict, "rcParams", py_dict());
}
static bool fill_matplotlib(Dict *dict) {
  return py_dict_set_steal(dict, "rcParams", py_dict()) && py_dict_set_steal(dict, "__version__", py_text("3.11.2"));
}
static const NativeRow style_rows[] = {{"use", "style", "Ignored: colours are the terminal's.", ignored, NULL}, {0}};
static const NativeRow matplotlib_rows[] = {
    {"use", "backend, **kwargs", "Ignored: the terminal is where figures go.", ignored, NULL}, {0}};
static Type *const types[] = {&figure_type, &axes_type, NULL};

const ModuleRow pyplot_module_rows[] = {
    {.name = "matplotlib", .help = "Figures.", .functions = matplotlib_rows, .fill = fill_matplotlib},
    {.name = "matplotlib.cm", .help = "Colour maps.", .find = find_colour_map, .names = names_colour_map},
    {.name = "matplotlib.style", .help = "Styles.", .functions = style_rows},
    {.name = "matplotlib.pyplot|matplotlib.pylab",
     .help = "Figures, as commands.",
     .functions = functions,
     .types = types,
     .fill = fill_pyplot,
     .find = plot_find_function,
     .names = plot_function_names},
    {0},
};
