/* The grid of axes that subplots() gives. */
#include <string.h>

#include "repl/modules/pyplot_internal.h"

typedef struct AxesGrid {
  Object head;
  Value items; /* a tuple of axes, row by row */
  int64_t rows, columns;
  bool flat;   /* one dimension, of rows * columns */
} AxesGrid;

static AxesGrid *grid_of(Value v) { return (AxesGrid *)v.as.object; }
static void grid_dealloc(Object *self) { py_drop(((AxesGrid *)self)->items); }
static bool grid_traverse(Object *self, PyVisit visit, void *context) {
  Value items = ((AxesGrid *)self)->items;
  return items.tag != TAG_OBJECT || visit(items.as.object, context);
}
static void grid_clear_items(Object *self) {
  Value items = ((AxesGrid *)self)->items;
  ((AxesGrid *)self)->items = PY_NONE;
  py_drop(items);
}

static Value grid_over(Value items, int64_t rows, int64_t columns, bool flat) {
  AxesGrid *grid = py_new(&plot_grid_type);
  if (grid == NULL) return PY_ERROR;
  grid->items = py_keep(items);
  grid->rows = rows;
  grid->columns = columns;
  grid->flat = flat;
  return py_object(grid);
}

Value plot_axes_grid(const NativeRow *row, Value *arguments) {
  int64_t rows, columns;
  bool flat;
  if (!py_as_int(arguments[1], &rows) || !py_as_int(arguments[2], &columns) || !py_as_bool(arguments[3], &flat))
    return PY_ERROR;
  Value items = py_to_tuple(arguments[0]);
  if (py_is_error(items)) return items;
  Value grid = py_as_tuple(items)->count == rows * columns
                   ? grid_over(items, flat ? 1 : rows, flat ? rows * columns : columns, flat)
                   : py_raise(&py_ValueError, "%lld axes for a grid of %lld rows and %lld columns",
                              (long long)py_as_tuple(items)->count, (long long)rows, (long long)columns);
  py_drop(items);
  return grid;
}

static int64_t grid_length(Value self) { return grid_of(self)->flat ? grid_of(self)->columns : grid_of(self)->rows; }

/* Which rows or columns a key takes. */
typedef struct Take {
  int64_t start, step, count;
  bool one; /* a number: the dimension goes */
} Take;

static bool take_of(Value key, int64_t size, int axis, Take *take) {
  *take = (Take){0, 1, size, false};
  int64_t stop, index;
  if (py_is_undefined(key)) return true;
  if (py_is(key, &py_slice_type))
    return py_slice_indices((Slice *)key.as.object, size, &take->start, &stop, &take->step, &take->count);
  if (!py_is_integer(key)) {
    py_raise(&py_IndexError, "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or "
                             "boolean arrays are valid indices");
    return false;
  }
  if (!py_as_int(key, &index)) return false;
  *take = (Take){index < 0 ? index + size : index, 1, 1, true};
  if (take->start >= 0 && take->start < size) return true;
  py_raise(&py_IndexError, "index %lld is out of bounds for axis %d with size %lld", (long long)index, axis,
           (long long)size);
  return false;
}

static Value taken(AxesGrid *grid, Take rows, Take columns, bool flat) {
  Value items = py_tuple(rows.count * columns.count);
  if (py_is_error(items)) return items;
  int64_t at = 0;
  for (int64_t r = 0; r < rows.count; r++)
    for (int64_t c = 0; c < columns.count; c++) {
      int64_t index = (rows.start + r * rows.step) * grid->columns + columns.start + c * columns.step;
      py_as_tuple(items)->items[at++] = py_keep(py_as_tuple(grid->items)->items[index]);
    }
  Value made = flat ? grid_over(items, 1, at, true) : grid_over(items, rows.count, columns.count, false);
  py_drop(items);
  return made;
}

static Value grid_getitem(Value self, Value key) {
  AxesGrid *grid = grid_of(self);
  Value keys[2] = {key, PY_UNDEFINED};
  int ndim = grid->flat ? 1 : 2;
  if (py_is_tuple(key)) {
    int64_t count = py_as_tuple(key)->count;
    if (count > ndim || count == 0)
      return py_raise(&py_IndexError, "too many indices for array: array is %d-dimensional, but %lld were indexed",
                      ndim,
                      (long long)count);
    for (int64_t i = 0; i < count; i++) keys[i] = py_as_tuple(key)->items[i];
  }
  Take rows = {0, 1, 1, true}, columns;
  if (!grid->flat && !take_of(keys[0], grid->rows, 0, &rows)) return PY_ERROR;
  if (!take_of(grid->flat ? keys[0] : keys[1], grid->columns, grid->flat ? 0 : 1, &columns)) return PY_ERROR;
  if (rows.one && columns.one)
    return py_keep(py_as_tuple(grid->items)->items[rows.start * grid->columns + columns.start]);
  return taken(grid, rows, columns, rows.one || columns.one);
}

static Value grid_iter(Value self) {
  AxesGrid *grid = grid_of(self);
  if (grid->flat) return py_iter(grid->items);
  Value rows = py_tuple(grid->rows);
  for (int64_t i = 0; !py_is_error(rows) && i < grid->rows; i++) {
    Value row = taken(grid, (Take){i, 1, 1, true}, (Take){0, 1, grid->columns, false}, true);
    if (py_is_error(row)) {
      py_drop(rows);
      return PY_ERROR;
    }
    py_as_tuple(rows)->items[i] = row;
  }
  Value iterator = py_is_error(rows) ? PY_ERROR : py_iter(rows);
  py_drop(rows);
  return iterator;
}

static Value get_flat(Value self) {
  return grid_over(grid_of(self)->items, 1, grid_of(self)->rows * grid_of(self)->columns, true);
}
static Value method_flat(const NativeRow *row, Value *arguments) { return get_flat(arguments[0]); }
static Value get_transposed(Value self) {
  AxesGrid *grid = grid_of(self);
  if (grid->flat) return py_keep(self);
  Value items = py_tuple(grid->rows * grid->columns);
  if (py_is_error(items)) return items;
  for (int64_t i = 0; i < grid->rows * grid->columns; i++)
    py_as_tuple(items)->items[i % grid->columns * grid->rows + i / grid->columns] =
        py_keep(py_as_tuple(grid->items)->items[i]);
  Value made = grid_over(items, grid->columns, grid->rows, false);
  py_drop(items);
  return made;
}
static Value method_reshape(const NativeRow *row, Value *arguments) {
  AxesGrid *grid = grid_of(arguments[0]);
  Tuple *given = py_as_tuple(arguments[1]);
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  if (!np_as_shape(given->count == 1 ? given->items[0] : arguments[1], &ndim, shape)) return PY_ERROR;
  Error error = {0};
  NdArray *places = nd_new(ND_BOOL, 2, (const int64_t[]){grid->rows, grid->columns}, &error);
  NdArray *made = places ? nd_reshape(places, ndim, shape, &error) : NULL;
  if (places) nd_release(places);
  if (made == NULL) return np_value(NULL, &error);
  memcpy(shape, made->shape, sizeof *shape * (size_t)ndim);
  nd_release(made);
  if (ndim == 1) return get_flat(arguments[0]);
  if (ndim == 2) return grid_over(grid->items, shape[0], shape[1], false);
  return py_raise(&py_NotImplementedError, "arrays of axes have one or two dimensions here, not %d", ndim);
}
static Value method_tolist(const NativeRow *row, Value *arguments) {
  AxesGrid *grid = grid_of(arguments[0]);
  if (grid->flat) return py_to_list(grid->items);
  Value list = py_list(grid->rows);
  for (int64_t i = 0; !py_is_error(list) && i < grid->rows; i++) {
    Value strip = py_tuple_copy(py_as_tuple(grid->items)->items + i * grid->columns, grid->columns);
    Value row_list = py_is_error(strip) ? PY_ERROR : py_to_list(strip);
    py_drop(strip);
    if (!py_list_append_steal(py_as_list(list), row_list)) {
      py_drop(list);
      list = PY_ERROR;
    }
  }
  return list;
}
static Value get_shape(Value self) {
  AxesGrid *grid = grid_of(self);
  return grid->flat ? py_shape(1, &grid->columns) : py_shape(2, (int64_t[]){grid->rows, grid->columns});
}
static Value get_size(Value self) { return py_int(grid_of(self)->rows * grid_of(self)->columns); }
static Value get_ndim(Value self) { return py_int(grid_of(self)->flat ? 1 : 2); }

/* As numpy writes arrays of objects: lines of at most 75 columns. */
static Value grid_text(Value self, const char *prefix, const char *separator, const char *suffix) {
  enum { LINE = 75 };
  AxesGrid *grid = grid_of(self);
  Text text = {0};
  int ndim = grid->flat ? 1 : 2, indent = (int)strlen(prefix) + ndim;
  size_t start = 0;
  text_addf(&text, "%s%s", prefix, grid->flat ? "[" : "[[");
  for (int64_t i = 0; i < grid->rows * grid->columns; i++) {
    bool first = i % grid->columns == 0;
    if (i && first) text_addf(&text, "]%s\n", separator[0] == ',' ? "," : "");
    if (i && first) start = text.length, text_addf(&text, "%*s[", indent - 1, "");
    Value shown = py_repr(py_as_tuple(grid->items)->items[i]);
    if (py_is_error(shown)) {
      text_free(&text);
      return PY_ERROR;
    }
    if (!first) text_add(&text, separator);
    if (!first && text.length - start + (size_t)py_as_string(shown)->count > LINE - strlen(suffix ? "," : "]")) {
      while (text.length && text.data[text.length - 1] == ' ') text.length--;
      text_add(&text, "\n");
      start = text.length;
      text_addf(&text, "%*s", indent, "");
    }
    text_add(&text, py_as_string(shown)->data);
    py_drop(shown);
  }
  text_add(&text, grid->flat ? "]" : "]]");
  if (suffix) {
    text_add(&text, ",");
    if (text.length - start + strlen(suffix) + 1 > LINE) text_addf(&text, "\n%*s%s", (int)strlen(prefix), "", suffix);
    else text_addf(&text, " %s", suffix);
  }
  return py_text_take(&text);
}
static Value grid_repr(Value self) { return grid_text(self, "array(", ", ", "dtype=object)"); }
static Value grid_str(Value self) { return grid_text(self, "", " ", NULL); }

static const NativeRow methods[] = {
    {"ravel|flatten", "self, order='C'", "The axes in one dimension.", method_flat, NULL},
    {"reshape", "self, *shape", "The axes in other rows and columns.", method_reshape, NULL},
    {"tolist", "self", "The axes as lists.", method_tolist, NULL},
    {0}};
static const PropertyRow properties[] = {{"flat", "The axes in one dimension.", get_flat, NULL},
                                         {"T", "Rows and columns exchanged.", get_transposed, NULL},
                                         {"shape", "Rows and columns.", get_shape, NULL},
                                         {"ndim", "One or two.", get_ndim, NULL},
                                         {"size", "How many axes.", get_size, NULL}, {0}};
Type plot_grid_type = {.head = {&py_type_type, 1}, .name = "ndarray", .module = "numpy", .base = &py_object_type,
                       .help = "Axes in rows and columns.", .size = sizeof(AxesGrid), .dealloc = grid_dealloc,
                       .traverse = grid_traverse, .clear = grid_clear_items, .repr = grid_repr, .str = grid_str,
                           .length = grid_length,
                       .getitem = grid_getitem, .iter = grid_iter, .methods = methods, .properties = properties};
