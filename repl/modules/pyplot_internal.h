/* What the pyplot*.c files share. */
#ifndef NNSH_REPL_MODULES_PYPLOT_INTERNAL_H
#define NNSH_REPL_MODULES_PYPLOT_INTERNAL_H

#include "repl/modules/numpy.h"
#include "views/figure.h"

/* What subplots() gives: an array of axes in one or two dimensions, as numpy's object array behaves. */
extern Type plot_grid_type;
/* axes_grid(items, rows, columns, flat) of the native module. */
Value plot_axes_grid(const NativeRow *row, Value *arguments);

/* A figure that is being handed over to the renderer; see pyplot_drawing.c. */
extern Type plot_drawing_type;

#endif
