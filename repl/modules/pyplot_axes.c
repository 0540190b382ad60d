/* What an Axes can draw; each method is also a function of pyplot, on the current axes. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/names.h"
#include "repl/modules/pyplot_internal.h"

/* ---- Arguments ---- */

/* Numbers as doubles: a flat copy, caller core_free. Two-dimensional data keeps its columns in *columns. */
static double *doubles_of(Value value, int64_t *count, int64_t *columns) {
  NdArray *array = np_as_numbers(value);
  if (array == NULL) return NULL;
  Error error = {0};
  *columns = array->ndim == 2 ? array->shape[1] : 1;
  NdArray *real = nd_astype(array, ND_FLOAT64, &error);
  nd_release(array);
  if (real == NULL) {
    py_raise_error(&error);
    return NULL;
  }
  *count = real->size / (*columns ? *columns : 1);
  double *out = core_alloc(sizeof(double) * (size_t)(real->size + 1));
  if (out) memcpy(out, real->data, sizeof(double) * (size_t)real->size);
  else py_raise(&py_MemoryError, "out of memory");
  nd_release(real);
  return out;
}

static bool set_text(char **place, Value value) {
  Value text = py_str(value);
  if (py_is_error(text)) return false;
  char *copy = core_strdup(py_as_string(text)->data);
  py_drop(text);
  if (copy == NULL) return !py_is_error(py_raise(&py_MemoryError, "out of memory"));
  core_free(*place);
  *place = copy;
  return true;
}

/* Looks a keyword up under any of its names ("linestyle|ls"). Borrowed; PY_NONE when it was not given. */
static Value keyword(Value kwargs, const char *names) {
  size_t length;
  for (const char *name; (name = names_next(&names, &length));) {
    Value found = py_dict_find_name(py_as_dict(kwargs), py_intern_bytes(name, length));
    if (!py_is_undefined(found)) return found;
  }
  return PY_NONE;
}

/* Keywords that are drawn, and those that have no meaning in cells; any other is matplotlib's AttributeError. */
static const char *const drawn_keywords[] = {"label", "color", "c", "linestyle", "ls", "marker", "width", "data", NULL};
static const char *const ignored_keywords[] = {"linewidth",
                                               "lw",
                                               "markersize",
                                               "ms",
                                               "alpha",
                                               "markevery",
                                               "zorder",
                                               "s",
                                               "edgecolor",
                                               "edgecolors",
                                               "markerfacecolor",
                                               "markeredgecolor",
                                               "cmap",
                                               "fontsize",
                                               "size",
                                               "fontweight",
                                               "align",
                                               "clip_on",
                                               "edgewidth",
                                               "bottom",
                                               "bins",
                                               "rwidth",
                                               "histtype",
                                               "mec",
                                               "mfc",
                                               "mew",
                                               "markeredgewidth",
                                               "drawstyle",
                                               "antialiased",
                                               NULL};

static bool known_keyword(const char *name) {
  for (int i = 0; drawn_keywords[i]; i++)
    if (strcmp(drawn_keywords[i], name) == 0) return true;
  for (int i = 0; ignored_keywords[i]; i++)
    if (strcmp(ignored_keywords[i], name) == 0) return true;
  return false;
}
static bool check_keywords(Value kwargs, const char *artist) {
  int64_t at = 0;
  Value key, value;
  while (py_dict_next(py_as_dict(kwargs), &at, &key, &value)) {
    const char *name = py_as_string(key)->data;
    if (known_keyword(name)) continue;
    py_raise(&py_AttributeError, "%s.set() got an unexpected keyword argument '%s'", artist, name);
    return false;
  }
  return true;
}

static bool style_of(const char *style, Artist *artist) {
  static const struct {
    const char *name;
    char style;
  } names[] = {{"-", '-'}, {"--", 'd'}, {":", ':'}, {"-.", '.'}, {"solid", '-'}, {"dashed", 'd'}, {"dotted", ':'},
               {"dashdot", '.'}, {"", ' '}, {" ", ' '}, {"None", ' '}, {"none", ' '}};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(names[i].name, style) == 0) {
      artist->line_style = names[i].style;
      return true;
    }
  py_raise(&py_ValueError,
           "'%s' is not a valid value for ls; supported values are '-', '--', '-.', ':', 'None', ' ', '', 'solid', "
           "'dashed', 'dashdot', 'dotted'",
           style);
  return false;
}

static bool colour_of(Value value, Artist *artist) {
  if (py_is_none(value)) return true;
  const char *name;
  if (!py_is_str(value)) return true; /* rgb tuples and value arrays keep the series colour */
  if (!py_as_text(value, &name)) return false;
  if (colour_parse(name, &artist->rgb)) {
    artist->has_rgb = true;
    return true;
  }
  py_raise(&py_ValueError, "'%s' is not a valid value for color", name);
  return false;
}

/* "r--o": a colour letter, a marker and a line style in any order. */
static bool format_string(const char *format, Artist *artist) {
  static const char markers[] = ".,ov^<>1234sp*hH+xDd|_";
  bool line = false, marker = false;
  for (const char *at = format; *at;) {
    char pair[3] = {at[0], at[1], '\0'};
    if (strcmp(pair, "--") == 0 || strcmp(pair, "-.") == 0) {
      artist->line_style = at[1] == '-' ? 'd' : '.';
      line = true;
      at += 2;
      continue;
    }
    char one[2] = {*at, '\0'};
    if (*at == '-' || *at == ':') {
      artist->line_style = *at;
      line = true;
    } else if (strchr("bgrcmykw", *at)) {
      artist->has_rgb = colour_parse(one, &artist->rgb);
    } else if (*at == 'C' && at[1] >= '0' && at[1] <= '9') {
      char series[3] = {at[0], at[1], '\0'};
      artist->has_rgb = colour_parse(series, &artist->rgb);
      at++;
    } else if (strchr(markers, *at)) {
      artist->marker = strchr("os^x+.*", *at) ? *at : 'o';
      marker = true;
    } else if (colour_parse(format, &artist->rgb)) {
      artist->has_rgb = true;
      break;
    } else {
      py_raise(&py_ValueError, "'%s' is not a valid format string (unrecognized character '%c')", format, *at);
      return false;
    }
    at++;
  }
  if (marker && !line) artist->line_style = ' ';
  return true;
}

static bool style_artist(Artist *artist, Value kwargs) {
  Value label = keyword(kwargs, "label"), style = keyword(kwargs, "linestyle|ls"), marker = keyword(kwargs, "marker");
  const char *text;
  if (!py_is_none(label) && !set_text(&artist->label, label)) return false;
  if (!py_is_none(style) && (!py_as_text(style, &text) || !style_of(text, artist))) return false;
  if (!py_is_none(marker)) {
    if (!py_as_text(marker, &text)) return false;
    artist->marker = text[0] == '\0' || strcmp(text, "None") == 0 ? 0 : strchr("os^x+.*", text[0]) ? text[0] : 'o';
  }
  return colour_of(keyword(kwargs, "color|c"), artist);
}

/* ---- Drawing ---- */

/* One series of y over x (NULL: 0, 1, 2, ...), or one a column. */
static bool add_lines(Axes *axes, Value x_value, Value y_value, const char *format, Value kwargs, Value lines) {
  int64_t count, columns, x_count = 0, x_columns = 1;
  double *y = doubles_of(y_value, &count, &columns), *x = NULL;
  bool good = y != NULL;
  if (good && !py_is_undefined(x_value)) good = (x = doubles_of(x_value, &x_count, &x_columns)) != NULL;
  if (good && x && x_count != count) {
    py_raise(&py_ValueError, "x and y must have same first dimension, but have shapes (%lld,) and (%lld,)",
             (long long)x_count, (long long)count);
    good = false;
  }
  double *index = good ? core_alloc(sizeof(double) * (size_t)(2 * count + 1)) : NULL;
  if (good && index == NULL) good = !py_is_error(py_raise(&py_MemoryError, "out of memory"));
  for (int64_t c = 0; good && c < columns; c++) {
    for (int64_t i = 0; i < count; i++) {
      index[i] = x ? x[i * x_columns + (x_columns > 1 && c < x_columns ? c : 0)] : (double)i;
      index[count + i] = y[i * columns + c];
    }
    Artist *artist = axes_line(axes, index, index + count, count);
    if (artist == NULL) good = !py_is_error(py_raise(&py_MemoryError, "out of memory"));
    else good = (format == NULL || format_string(format, artist)) && style_artist(artist, kwargs);
    if (good) good = py_list_append(py_as_list(lines), PY_NONE);
  }
  core_free(index);
  core_free(x);
  core_free(y);
  return good;
}

/* plot(y), plot(x, y), plot(x, y, 'r--'), plot(x1, y1, 'r', x2, y2, 'b') */
static Value axes_plot(const NativeRow *row, Value *arguments) {
  Tuple *given = py_as_tuple(arguments[1]);
  if (!check_keywords(arguments[2], "Line2D")) return PY_ERROR;
  Value lines = py_list(2);
  if (py_is_error(lines)) return lines;
  for (int64_t at = 0; at < given->count;) {
    Value first = given->items[at++], second = PY_UNDEFINED;
    const char *format = NULL;
    if (at < given->count && !py_is_str(given->items[at])) second = given->items[at++];
    if (at < given->count && py_is_str(given->items[at])) format = py_as_string(given->items[at++])->data;
    bool pair = !py_is_undefined(second);
    if (!add_lines(axes_of(arguments[0]), pair ? first : PY_UNDEFINED, pair ? second : first, format, arguments[2],
                   lines)) {
      py_drop(lines);
      return PY_ERROR;
    }
  }
  return lines;
}

static Value axes_scatter(const NativeRow *row, Value *arguments) {
  if (!check_keywords(arguments[3], "PathCollection")) return PY_ERROR;
  int64_t count, columns, y_count;
  double *x = doubles_of(arguments[1], &count, &columns), *y = x ? doubles_of(arguments[2], &y_count, &columns) : NULL;
  bool good = y != NULL;
  if (good && count != y_count) good = !py_is_error(py_raise(&py_ValueError, "x and y must be the same size"));
  if (good) {
    Artist *artist = axes_line(axes_of(arguments[0]), x, y, count);
    if (artist == NULL) {
      good = !py_is_error(py_raise(&py_MemoryError, "out of memory"));
    } else {
      artist->kind = ARTIST_SCATTER;
      artist->line_style = ' ';
      artist->marker = 'o';
      good = style_artist(artist, arguments[3]);
    }
  }
  core_free(x);
  core_free(y);
  return good ? PY_NONE : PY_ERROR;
}

static Value axes_bar(const NativeRow *row, Value *arguments) {
  if (!check_keywords(arguments[4], "Rectangle")) return PY_ERROR;
  int64_t count, columns, x_count = 0;
  double width;
  if (!py_as_double(arguments[3], &width)) return PY_ERROR;
  double *heights = doubles_of(arguments[2], &count, &columns), *x = NULL;
  if (heights == NULL) return PY_ERROR;
  Value labels = PY_NONE;
  const Value *items;
  int64_t item_count;
  if (py_sequence(arguments[1], &items, &item_count) && item_count && py_is_str(items[0])) labels = arguments[1];
  bool good = true;
  if (!py_is_none(labels)) {
    x = core_alloc(sizeof(double) * (size_t)(item_count + 1));
    good = x != NULL;
    for (int64_t i = 0; good && i < item_count; i++) x[i] = (double)i;
    x_count = item_count;
  } else {
    x = doubles_of(arguments[1], &x_count, &columns);
    good = x != NULL;
  }
  if (good && x_count != count)
    good = !py_is_error(py_raise(&py_ValueError,
                                 "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between "
                                 "arg 0 with shape (%lld,) and arg 1 with shape (%lld,).",
                                 (long long)x_count, (long long)count));
  if (good) {
    Artist *artist = axes_bars(axes_of(arguments[0]), x, heights, count, width);
    good = artist ? style_artist(artist, arguments[4]) : !py_is_error(py_raise(&py_MemoryError, "out of memory"));
  }
  core_free(x);
  core_free(heights);
  return good ? PY_NONE : PY_ERROR;
}

/* hist(x, bins, range, density): bars over numpy.histogram's bins; gives counts and edges. */
static Value axes_hist(const NativeRow *row, Value *arguments) {
  if (!check_keywords(arguments[5], "Rectangle")) return PY_ERROR;
  Value numpy = modules_import("numpy");
  Value found = py_is_error(numpy) ? PY_ERROR : py_call_method(numpy, "histogram", &arguments[1], 4);
  py_drop(numpy);
  if (py_is_error(found)) return found;
  int64_t count, edge_count, columns;
  double *heights = doubles_of(py_as_tuple(found)->items[0], &count, &columns);
  double *edges = heights ? doubles_of(py_as_tuple(found)->items[1], &edge_count, &columns) : NULL;
  bool good = edges != NULL;
  double width = good && count ? edges[1] - edges[0] : 1;
  for (int64_t i = 0; good && i < count; i++) edges[i] = (edges[i] + edges[i + 1]) / 2;
  if (good) {
    Artist *artist = axes_bars(axes_of(arguments[0]), edges, heights, count, width);
    good = artist ? style_artist(artist, arguments[5]) : !py_is_error(py_raise(&py_MemoryError, "out of memory"));
  }
  core_free(heights);
  core_free(edges);
  Value triple = good ? py_tuple_of(3, py_as_tuple(found)->items[0], py_as_tuple(found)->items[1], PY_NONE) : PY_ERROR;
  py_drop(found);
  return triple;
}

/* hlines(y, xmin, xmax), vlines(x, ymin, ymax) (row->data): one line for each place. */
static Value axes_lines_at(const NativeRow *row, Value *arguments) {
  double ends[2];
  if (!py_as_double(arguments[2], &ends[0]) || !py_as_double(arguments[3], &ends[1]) ||
      !check_keywords(arguments[4], "Line2D"))
    return PY_ERROR;
  int64_t count, columns;
  double *places = doubles_of(arguments[1], &count, &columns);
  bool good = places != NULL;
  for (int64_t i = 0; good && i < count; i++) {
    double level[2] = {places[i], places[i]};
    Artist *artist = axes_line(axes_of(arguments[0]), row->data ? level : ends, row->data ? ends : level, 2);
    good = artist ? style_artist(artist, arguments[4]) : !py_is_error(py_raise(&py_MemoryError, "out of memory"));
  }
  core_free(places);
  return good ? PY_NONE : PY_ERROR;
}

/* semilogx, semilogy, loglog: row->data says which axes. */
static Value axes_log_plot(const NativeRow *row, Value *arguments) {
  Value lines = axes_plot(row, arguments);
  if (strchr(row->data, 'x')) axes_of(arguments[0])->x_log = true;
  if (strchr(row->data, 'y')) axes_of(arguments[0])->y_log = true;
  return lines;
}

/* axhline, axvline: row->data non-NULL is upright. */
static Value axes_across(const NativeRow *row, Value *arguments) {
  double at;
  if (!py_as_double(arguments[1], &at) || !check_keywords(arguments[2], "Line2D")) return PY_ERROR;
  double pair[2] = {at, at};
  Artist *artist = axes_line(axes_of(arguments[0]), pair, pair, 1);
  if (artist == NULL) return py_raise(&py_MemoryError, "out of memory");
  artist->kind = row->data ? ARTIST_VLINE : ARTIST_HLINE;
  return style_artist(artist, arguments[2]) ? PY_NONE : PY_ERROR;
}

static Value axes_imshow(const NativeRow *row, Value *arguments) {
  const char *map = "viridis";
  double low = NAN, high = NAN;
  if (!py_is_none(arguments[2]) && !py_as_text(arguments[2], &map)) return PY_ERROR;
  if (!py_is_none(arguments[3]) && !py_as_double(arguments[3], &low)) return PY_ERROR;
  if (!py_is_none(arguments[4]) && !py_as_double(arguments[4], &high)) return PY_ERROR;
  if (!colour_map_named(map)) return py_raise(&py_ValueError, "'%s' is not a valid value for cmap", map);
  NdArray *array = np_as_numbers(arguments[1]);
  if (array == NULL) return PY_ERROR;
  Error error = {0};
  bool good = axes_image(axes_of(arguments[0]), array, map, low, high, &error);
  nd_release(array);
  return good ? PY_NONE : py_raise_error(&error);
}

static Value axes_text_at(const NativeRow *row, Value *arguments) {
  double x, y;
  /* transform=ax.transAxes counts from the corner of the axes: cells have no room for a text there. */
  if (!py_is_none(keyword(arguments[4], "transform"))) return PY_NONE;
  if (!py_as_double(arguments[1], &x) || !py_as_double(arguments[2], &y)) return PY_ERROR;
  Value text = py_str(arguments[3]);
  if (py_is_error(text)) return text;
  Artist *artist = axes_text(axes_of(arguments[0]), x, y, py_as_string(text)->data);
  py_drop(text);
  return artist ? PY_NONE : py_raise(&py_MemoryError, "out of memory");
}

/* ---- Titles, labels, limits ---- */

static Value axes_title(const NativeRow *row, Value *arguments) {
  return set_text(&axes_of(arguments[0])->title, arguments[1]) ? PY_NONE : PY_ERROR;
}
static Value axes_x_label(const NativeRow *row, Value *arguments) {
  return set_text(&axes_of(arguments[0])->x_label, arguments[1]) ? PY_NONE : PY_ERROR;
}
static Value axes_y_label(const NativeRow *row, Value *arguments) {
  return set_text(&axes_of(arguments[0])->y_label, arguments[1]) ? PY_NONE : PY_ERROR;
}

/* legend(), legend(['a', 'b']), loc= */
static Value axes_legend(const NativeRow *row, Value *arguments) {
  Axes *axes = axes_of(arguments[0]);
  axes->legend = true;
  Tuple *given = py_as_tuple(arguments[1]);
  Value labels = keyword(arguments[2], "labels"), place = keyword(arguments[2], "loc");
  if (py_is_none(labels) && given->count) labels = given->items[given->count - 1];
  const Value *items;
  int64_t count;
  if (py_sequence(labels, &items, &count)) {
    int64_t next = 0;
    for (int i = 0; i < axes->artist_count && next < count; i++) {
      ArtistKind kind = axes->artists[i].kind;
      if (kind != ARTIST_LINE && kind != ARTIST_SCATTER && kind != ARTIST_BAR) continue;
      if (!set_text(&axes->artists[i].label, items[next++])) return PY_ERROR;
    }
  }
  if (py_is_str(place)) {
    const char *where = py_as_string(place)->data;
    axes->legend_place = strcmp(where, "upper left") == 0 ? 'l' : strcmp(where, "lower right") == 0 ? 'd'
                         : strcmp(where, "lower left") == 0 ? 'w' : strcmp(where, "upper right") == 0 ? 'r' : '0';
  }
  return PY_NONE;
}

/* xlim(low, high), xlim((low, high)), xlim(): row->data non-NULL is y. */
static Value axes_limits(const NativeRow *row, Value *arguments) {
  Axes *axes = axes_of(arguments[0]);
  bool y = row->data != NULL;
  double *limits = y ? axes->y_limits : axes->x_limits;
  bool *has = y ? &axes->has_y_limits : &axes->has_x_limits;
  Value ends[2] = {arguments[1], arguments[2]};
  const Value *items;
  int64_t count;
  if (py_sequence(ends[0], &items, &count) && count == 2) {
    ends[0] = items[0];
    ends[1] = items[1];
  }
  Value keywords = arguments[3];
  if (py_is_none(ends[0])) ends[0] = keyword(keywords, y ? "bottom|ymin" : "left|xmin");
  if (py_is_none(ends[1])) ends[1] = keyword(keywords, y ? "top|ymax" : "right|xmax");
  if (py_is_none(ends[0]) && py_is_none(ends[1])) return py_tuple_of(2, py_float(limits[0]), py_float(limits[1]));
  if (!*has) limits[0] = limits[1] = NAN; /* the end that was not given follows the data */
  for (int i = 0; i < 2; i++)
    if (!py_is_none(ends[i]) && !py_as_double(ends[i], &limits[i])) return PY_ERROR;
  *has = true;
  return py_tuple_of(2, py_float(limits[0]), py_float(limits[1]));
}

/* axis('off'), axis([x0, x1, y0, y1]) */
static Value axes_axis(const NativeRow *row, Value *arguments) {
  Axes *axes = axes_of(arguments[0]);
  Value what = arguments[1];
  const Value *items;
  int64_t count;
  if (py_is_none(what)) return PY_NONE;
  if (what.tag == TAG_BOOL || py_is_str(what)) {
    const char *text = py_is_str(what) ? py_as_string(what)->data : what.as.integer ? "on" : "off";
    static const char *const known[] = {"on", "off", "equal", "scaled", "tight", "auto", "image", "square", NULL};
    int i = 0;
    while (known[i] && strcmp(known[i], text) != 0) i++;
    if (known[i] == NULL) return py_raise(&py_ValueError, "Unrecognized string '%s' to axis; try 'on' or 'off'", text);
    if (i < 2) axes->axis_off = i == 1;
    return PY_NONE;
  }
  if (!py_sequence(what, &items, &count) || count != 4)
    return py_raise(&py_TypeError,
                    "the first argument to axis() must be an iterable of the form [xmin, xmax, ymin, ymax]");
  for (int i = 0; i < 2; i++)
    if (!py_as_double(items[i], &axes->x_limits[i]) || !py_as_double(items[2 + i], &axes->y_limits[i])) return PY_ERROR;
  axes->has_x_limits = axes->has_y_limits = true;
  return PY_NONE;
}
static Value axes_grid(const NativeRow *row, Value *arguments) {
  Axes *axes = axes_of(arguments[0]);
  if (py_is_none(arguments[1])) axes->grid = true;
  else return py_as_bool(arguments[1], &axes->grid) ? PY_NONE : PY_ERROR;
  return PY_NONE;
}
/* xscale('log'): row->data non-NULL is y. */
static Value axes_scale(const NativeRow *row, Value *arguments) {
  const char *scale;
  if (!py_as_text(arguments[1], &scale)) return PY_ERROR;
  bool log = strcmp(scale, "log") == 0 || strcmp(scale, "symlog") == 0;
  if (!log && strcmp(scale, "linear") != 0)
    return py_raise(&py_ValueError,
                    "'%s' is not a valid value for scale; supported values are 'linear', 'log', 'symlog'", scale);
  if (row->data) axes_of(arguments[0])->y_log = log;
  else axes_of(arguments[0])->x_log = log;
  return PY_NONE;
}
/* xticks([]): no ticks. Chosen tick values are not drawn: the renderer picks round ones that fit. */
static Value axes_ticks(const NativeRow *row, Value *arguments) {
  const Value *items;
  int64_t count;
  Tuple *given = py_as_tuple(arguments[1]);
  if (given->count && py_sequence(given->items[0], &items, &count) && count == 0) {
    if (row->data) axes_of(arguments[0])->ticks_off_y = true;
    else axes_of(arguments[0])->ticks_off_x = true;
  }
  return PY_NONE;
}
static Value ignored(const NativeRow *row, Value *arguments) { return PY_NONE; }

/* set(title='...', xlabel='...', ...): each keyword is a set_ method. */
static Value axes_set(const NativeRow *row, Value *arguments) {
  return plot_set_each(arguments[0], arguments[1]) ? PY_NONE : PY_ERROR;
}
bool plot_set_each(Value axes, Value keywords) {
  int64_t at = 0;
  Value key, value;
  while (py_dict_next(py_as_dict(keywords), &at, &key, &value)) {
    Text name = {0};
    text_addf(&name, "set_%s", py_as_string(key)->data);
    Value done =
        name.failed ? py_raise(&py_MemoryError, "out of memory") : py_call_method(axes, text_string(&name), &value, 1);
    text_free(&name);
    if (py_is_error(done)) {
      if (!py_pending_is(&py_AttributeError)) return false;
      py_clear_pending();
      py_raise(&py_AttributeError, "Axes.set() got an unexpected keyword argument '%s'", py_as_string(key)->data);
      return false;
    }
    py_drop(done);
  }
  return true;
}

#define AXES_METHODS(ROW)                                                                                              \
  ROW("plot", "plot", "*args, **kwargs", "Curves: y, or x and y, with a format such as 'r--'.", axes_plot, NULL)       \
  ROW("scatter", "scatter", "x, y, **kwargs", "Points.", axes_scatter, NULL)                                           \
  ROW("bar", "bar", "x, height, width=0.8, **kwargs", "Upright bars.", axes_bar, NULL)                                 \
  ROW("hist", "hist", "x, bins=10, range=None, density=False, **kwargs", "Bars of how often values occur.", axes_hist, \
      NULL)                                                                                                            \
  ROW("hlines", "hlines", "y, xmin, xmax, **kwargs", "Level lines between two ends.", axes_lines_at, NULL)             \
  ROW("vlines", "vlines", "x, ymin, ymax, **kwargs", "Upright lines between two ends.", axes_lines_at, "")             \
  ROW("semilogx", "semilogx", "*args, **kwargs", "Curves over a logarithmic x.", axes_log_plot, "x")                   \
  ROW("semilogy", "semilogy", "*args, **kwargs", "Curves with a logarithmic y.", axes_log_plot, "y")                   \
  ROW("loglog", "loglog", "*args, **kwargs", "Curves on two logarithmic axes.", axes_log_plot, "xy")                   \
  ROW("set", "", "**kwargs", "Several set_ methods at once.", axes_set, NULL)                                          \
  ROW("axhline", "axhline", "y=0, **kwargs", "A level line.", axes_across, NULL)                                       \
  ROW("axvline", "axvline", "x=0, **kwargs", "An upright line.", axes_across, "")                                      \
  ROW("imshow|matshow", "imshow|matshow", "X, cmap=None, vmin=None, vmax=None, **kwargs", "A picture.", axes_imshow,   \
      NULL)                                                                                                            \
  ROW("text", "text", "x, y, s, **kwargs", "A text at a point.", axes_text_at, NULL)                                   \
  ROW("set_title", "title", "label, **kwargs", "The title.", axes_title, NULL)                                         \
  ROW("set_xlabel", "xlabel", "xlabel, **kwargs", "What x is.", axes_x_label, NULL)                                    \
  ROW("set_ylabel", "ylabel", "ylabel, **kwargs", "What y is.", axes_y_label, NULL)                                    \
  ROW("legend", "legend", "*args, **kwargs", "Says which curve is which.", axes_legend, NULL)                          \
  ROW("set_xlim", "xlim", "left=None, right=None, **kwargs", "The ends of the x axis.", axes_limits, NULL)             \
  ROW("set_ylim", "ylim", "bottom=None, top=None, **kwargs", "The ends of the y axis.", axes_limits, "")               \
  ROW("axis", "axis", "arg=None, **kwargs", "'off' hides the axes.", axes_axis, NULL)                                  \
  ROW("grid", "grid", "visible=None, **kwargs", "Lines at the ticks.", axes_grid, NULL)                                \
  ROW("set_xscale", "xscale", "value, **kwargs", "'linear' or 'log'.", axes_scale, NULL)                               \
  ROW("set_yscale", "yscale", "value, **kwargs", "'linear' or 'log'.", axes_scale, "")                                 \
  ROW("set_xticks|set_xticklabels", "xticks", "*args, **kwargs", "[] hides the ticks of x.", axes_ticks, NULL)         \
  ROW("set_yticks|set_yticklabels", "yticks", "*args, **kwargs", "[] hides the ticks of y.", axes_ticks, "")           \
  ROW("tick_params|fill_between|set_aspect|margins|invert_yaxis|minorticks_on|minorticks_off",                         \
      "tick_params|fill_between|colorbar|margins|minorticks_on|minorticks_off", "*args, **kwargs",                     \
      "Ignored: cells have one size and one scale.", ignored, NULL)

#define METHOD_ROW(method, function, line, help, handler, data) {method, "self, " line, help, handler, data},
const NativeRow axes_methods[] = {AXES_METHODS(METHOD_ROW){0}};

/* The functions share the methods' handlers: the current axes are put in front of the arguments. */
static Value on_current_axes(const NativeRow *row, Value *arguments) {
  Value axes = plot_current_axes();
  if (py_is_error(axes)) return axes;
  const NativeRow *method = row->data;
  const Signature *signature = signature_of(row->signature);
  Value with_axes[16] = {py_keep(axes)}; /* the call may make another figure the current one */
  for (int i = 0; i < signature->count && i < 15; i++) with_axes[i + 1] = arguments[i];
  Value result = method->call(method, with_axes);
  py_drop(axes);
  return result;
}
static NativeRow functions[sizeof axes_methods / sizeof *axes_methods];
static const char *const function_lines[] = {
#define LINE_ROW(method, function, line, help, handler, data) line,
    AXES_METHODS(LINE_ROW)
#undef LINE_ROW
};
static const char *const function_names[] = {
#define NAME_ROW(method, function, line, help, handler, data) function,
    AXES_METHODS(NAME_ROW)
#undef NAME_ROW
};
enum { FUNCTION_COUNT = sizeof function_names / sizeof *function_names };

Value plot_find_function(String *name) {
  for (int i = 0; i < FUNCTION_COUNT; i++) {
    if (!modules_is_named(function_names[i], name->data)) continue;
    functions[i] =
        (NativeRow){function_names[i], function_lines[i], axes_methods[i].help, on_current_axes, &axes_methods[i]};
    return py_native(&functions[i], PY_UNDEFINED, "matplotlib.pyplot");
  }
  return PY_UNDEFINED;
}
void plot_function_names(void (*each)(void *context, const char *name), void *context) {
  for (int i = 0; i < FUNCTION_COUNT; i++) modules_each_name(function_names[i], each, context);
}
