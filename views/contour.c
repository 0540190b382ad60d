#include "views/contour.h"

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct Point {
  double x, y;
} Point;

/* Where the level lies between two corners. */
static Point between(Point a, double value_a, Point b, double value_b, double level) {
  double share = value_b != value_a ? (level - value_a) / (value_b - value_a) : 0.5;
  return (Point){a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

int64_t contour_line(const double *x, const double *y, const double *z, int64_t rows, int64_t columns, double level,
                     double *out_x, double *out_y) {
  /* For the corners above the level (bit 0 upper left, then clockwise): pairs of sides that a piece joins; side 0 is
   * above, 1 right, 2 below, 3 left. */
  static const signed char pieces[16][4] = {
      {-1, -1, -1, -1}, {3, 0, -1, -1}, {0, 1, -1, -1}, {3, 1, -1, -1}, {1, 2, -1, -1}, {3, 0, 1, 2},
      {0, 2, -1, -1},   {3, 2, -1, -1}, {2, 3, -1, -1}, {2, 0, -1, -1}, {0, 1, 2, 3},   {2, 1, -1, -1},
      {1, 3, -1, -1},   {1, 0, -1, -1}, {0, 3, -1, -1}, {-1, -1, -1, -1}};
  int64_t count = 0;
  for (int64_t r = 0; r + 1 < rows; r++)
    for (int64_t c = 0; c + 1 < columns; c++) {
      const double values[4] = {z[r * columns + c], z[r * columns + c + 1], z[(r + 1) * columns + c + 1],
                                z[(r + 1) * columns + c]};
      const Point corners[4] = {{x[c], y[r]}, {x[c + 1], y[r]}, {x[c + 1], y[r + 1]}, {x[c], y[r + 1]}};
      int which = 0;
      bool finite = true;
      for (int i = 0; i < 4; i++) {
        finite = finite && isfinite(values[i]);
        which |= (values[i] > level) << i;
      }
      for (int i = 0; finite && i < 4 && pieces[which][i] >= 0; i += 2) {
        for (int end = 0; end < 2 && out_x != NULL; end++) {
          int side = pieces[which][i + end], next = (side + 1) % 4;
          Point point = between(corners[side], values[side], corners[next], values[next], level);
          out_x[count + end] = point.x, out_y[count + end] = point.y;
        }
        if (out_x != NULL) out_x[count + 2] = out_y[count + 2] = NAN;
        count += 3;
      }
    }
  return count;
}
