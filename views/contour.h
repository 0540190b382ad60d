/* Lines of equal height through a grid of numbers. */
#ifndef NNSH_VIEWS_CONTOUR_H
#define NNSH_VIEWS_CONTOUR_H

#include <stdint.h>

/* The pieces of the line at `level` through z (rows x columns, row by row, over y and x), by marching squares: each
 * piece is two points and a NaN in out_x and out_y. Returns how many entries were written; with out_x NULL it only
 * counts. A cell with a value that is not finite has no line. */
int64_t contour_line(const double *x, const double *y, const double *z, int64_t rows, int64_t columns, double level,
                     double *out_x, double *out_y);

#endif
