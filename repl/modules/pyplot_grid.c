/* The grid of axes that subplots() gives. */
#include "engine/core/memory.h"
#include "repl/modules/pyplot_internal.h"

typedef struct AxesGrid {
  Object head;
  Value items; /* a tuple of axes, row by row */
  int64_t rows, columns;
  bool flat;   /* one dimension, of rows * columns */
} AxesGrid;

extern Type plot_grid_type;
static AxesGrid *grid_of(Value v) { return (AxesGrid *)v.as.object; }
static void grid_dealloc(Object *self) { py_drop(((AxesGrid *)self)->items); }

static Value grid_over(Value items, int64_t rows, int64_t columns, bool flat) {
  AxesGrid *grid = py_new(&plot_grid_type);
  if (grid == NULL) return PY_ERROR;
  grid->items = py_keep(items);
  grid->rows = rows;
  grid->columns = columns;
  grid->flat = flat;
  return py_object(grid);
}

Value plot_axes_grid(int rows, int columns) {
  Value items = py_tuple(rows * columns);
  if (py_is_error(items)) return items;
  Value grid = grid_over(items, rows, columns, false);
  py_drop(items);
  return grid;
}
void plot_axes_grid_set(Value grid, int index, Value axes) { py_as_tuple(grid_of(grid)->items)->items[index] = axes; }

Value plot_axes_grid_squeezed(Value grid, bool squeeze) {
  AxesGrid *g = grid_of(grid);
  if (!squeeze || (g->rows > 1 && g->columns > 1)) return py_keep(grid);
  if (g->rows == 1 && g->columns == 1) return py_keep(py_as_tuple(g->items)->items[0]);
  return grid_over(g->items, 1, g->rows * g->columns, true);
}

static int64_t grid_length(Value self) { return grid_of(self)->flat ? grid_of(self)->columns : grid_of(self)->rows; }

/* The cells [start, start + count * step, ...) of a one-dimensional view. */
static Value strip(AxesGrid *grid, int64_t start, int64_t step, int64_t count) {
  Value items = py_tuple(count);
  if (py_is_error(items)) return items;
  for (int64_t i = 0; i < count; i++)
    py_as_tuple(items)->items[i] = py_keep(py_as_tuple(grid->items)->items[start + i * step]);
  Value made = grid_over(items, 1, count, true);
  py_drop(items);
  return made;
}

static bool in_range(int64_t *index, int64_t size, int axis) {
  int64_t given = *index;
  if (given < 0) *index += size;
  if (*index >= 0 && *index < size) return true;
  py_raise(&py_IndexError, "index %lld is out of bounds for axis %d with size %lld", (long long)given, axis,
           (long long)size);
  return false;
}

static Value grid_getitem(Value self, Value key) {
  AxesGrid *grid = grid_of(self);
  Value keys[2] = {key, PY_UNDEFINED};
  if (py_is_tuple(key) && py_as_tuple(key)->count == 2 && !grid->flat) {
    keys[0] = py_as_tuple(key)->items[0];
    keys[1] = py_as_tuple(key)->items[1];
  } else if (py_is_tuple(key)) {
    return py_raise(&py_IndexError, "too many indices for array: array is %d-dimensional, but %lld were indexed",
                    grid->flat ? 1 : 2, (long long)py_as_tuple(key)->count);
  }
  int64_t length = grid_length(self), start, stop, step, count, row, column;
  if (grid->flat) {
    if (py_is(key, &py_slice_type))
      return py_slice_indices((Slice *)key.as.object, length, &start, &stop, &step, &count)
                 ? strip(grid, start, step, count)
                 : PY_ERROR;
    if (!py_as_int(key, &column) || !in_range(&column, length, 0)) return PY_ERROR;
    return py_keep(py_as_tuple(grid->items)->items[column]);
  }
  if (py_is(keys[0], &py_slice_type)) {
    if (!py_slice_indices((Slice *)keys[0].as.object, grid->rows, &start, &stop, &step, &count)) return PY_ERROR;
    if (py_is_undefined(keys[1])) return py_raise(&py_NotImplementedError, "slices of rows of axes are not there yet");
    if (!py_as_int(keys[1], &column) || !in_range(&column, grid->columns, 1)) return PY_ERROR;
    return strip(grid, start * grid->columns + column, step * grid->columns, count);
  }
  if (!py_as_int(keys[0], &row) || !in_range(&row, grid->rows, 0)) return PY_ERROR;
  if (py_is_undefined(keys[1])) return strip(grid, row * grid->columns, 1, grid->columns);
  if (py_is(keys[1], &py_slice_type))
    return py_slice_indices((Slice *)keys[1].as.object, grid->columns, &start, &stop, &step, &count)
               ? strip(grid, row * grid->columns + start, step, count) : PY_ERROR;
  if (!py_as_int(keys[1], &column) || !in_range(&column, grid->columns, 1)) return PY_ERROR;
  return py_keep(py_as_tuple(grid->items)->items[row * grid->columns + column]);
}

static Value grid_iter(Value self) {
  AxesGrid *grid = grid_of(self);
  if (grid->flat) return py_iter(grid->items);
  Value rows = py_tuple(grid->rows);
  for (int64_t i = 0; !py_is_error(rows) && i < grid->rows; i++)
    py_as_tuple(rows)->items[i] = strip(grid, i * grid->columns, 1, grid->columns);
  Value iterator = py_is_error(rows) ? PY_ERROR : py_iter(rows);
  py_drop(rows);
  return iterator;
}
static Value get_flat(Value self) {
  return grid_over(grid_of(self)->items, 1, grid_of(self)->rows * grid_of(self)->columns, true);
}
static Value method_flat(const NativeRow *row, Value *arguments) { return get_flat(arguments[0]); }
static Value get_shape(Value self) {
  AxesGrid *grid = grid_of(self);
  return grid->flat ? py_shape(1, &grid->columns) : py_shape(2, (int64_t[]){grid->rows, grid->columns});
}
static Value get_size(Value self) { return py_int(grid_of(self)->rows * grid_of(self)->columns); }
static Value grid_repr(Value self) { return py_text("array([<Axes: >, ...], dtype=object)"); }

static const NativeRow methods[] = {{"ravel|flatten", "self", "The axes in one dimension.", method_flat, NULL}, {0}};
static const PropertyRow properties[] = {{"flat", "The axes in one dimension.", get_flat, NULL},
                                         {"shape", "Rows and columns.", get_shape, NULL},
                                         {"size", "How many axes.", get_size, NULL}, {0}};
Type plot_grid_type = {.head = {&py_type_type, 1}, .name = "ndarray", .module = "numpy", .base = &py_object_type,
                       .help = "Axes in rows and columns.", .size = sizeof(AxesGrid), .dealloc = grid_dealloc,
                       .repr = grid_repr, .length = grid_length, .getitem = grid_getitem, .iter = grid_iter,
                       .methods = methods, .properties = properties};
