/* What the pyplot_*.c files share. */
#ifndef NNSH_REPL_MODULES_PYPLOT_INTERNAL_H
#define NNSH_REPL_MODULES_PYPLOT_INTERNAL_H

#include "repl/modules/numpy.h"
#include "views/figure.h"

typedef struct FigureObject {
  Object head;
  Figure *figure;
  int number;
} FigureObject;

typedef struct AxesObject {
  Object head;
  Value owner; /* the figure, which owns the axes */
  Axes *axes;
} AxesObject;

extern Type figure_type, axes_type;
extern const NativeRow axes_methods[];

static inline Figure *figure_of(Value v) { return ((FigureObject *)v.as.object)->figure; }
static inline Axes *axes_of(Value v) { return ((AxesObject *)v.as.object)->axes; }

Value plot_new_figure(double width, double height);
Value plot_current_figure(void); /* borrowed */
Value plot_current_axes(void);   /* borrowed */
void plot_set_current_axes(Value axes);
Value plot_axes_value(Value figure, Axes *axes);
Value plot_subplot(Value figure, int rows, int columns, int index, int span);

/* What subplots() gives: an array of axes in one or two dimensions, as numpy's object array behaves (indexing by
 * number, pair or slice, iteration, flat, ravel(), flatten(), shape). */
Value plot_axes_grid(int rows, int columns);
void plot_axes_grid_set(Value grid, int index, Value axes); /* takes axes over */
/* The axes itself for 1x1, one dimension for one row or column (where squeeze), else the grid. New reference. */
Value plot_axes_grid_squeezed(Value grid, bool squeeze);

/* Axes.set(**keywords): false with an exception pending. */
bool plot_set_each(Value axes, Value keywords);

/* plt.NAME for every method of Axes that is also a function of pyplot. */
Value plot_find_function(String *name);
void plot_function_names(void (*each)(void *context, const char *name), void *context);

#endif
