/* Images: from an array to pixels, and from pixels to cells (declared in figure.h). */
#include <math.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/signature.h"
#include "views/figure.h"

static uint32_t byte_of(double share) {
  return share > 0 ? share < 1 ? (uint32_t)lround(share * 255) : 255 : 0; /* NaN is 0 */
}

static double element(const NdArray *array, int64_t row, int64_t column, int64_t channel) {
  int64_t index[3] = {row, column, channel};
  return nd_scalar_as_double(nd_get(array, index));
}

/* matplotlib wants colours as 0..255 integers or 0..1 floats, and clips what lies outside. */
static uint32_t colour_pixel(const NdArray *array, int64_t row, int64_t column) {
  double scale = nd_types[array->type].kind == 'f' ? 1 : 1.0 / 255;
  uint32_t rgb = 0;
  for (int channel = 0; channel < 3; channel++) rgb = rgb << 8 | byte_of(element(array, row, column, channel) * scale);
  return rgb;
}

static void find_range(const NdArray *array, int64_t rows, int64_t columns, double *low, double *high) {
  double least = INFINITY, most = -INFINITY;
  for (int64_t r = 0; r < rows; r++)
    for (int64_t c = 0; c < columns; c++) {
      double value = element(array, r, c, 0);
      if (!isfinite(value)) continue;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  if (isnan(*low)) *low = least <= most ? least : 0;
  if (isnan(*high)) *high = least <= most ? most : 1;
}

bool axes_image(Axes *axes, const NdArray *array, const char *colour_map, double vmin, double vmax, Error *error) {
  int ndim = array->ndim;
  bool shaped = ndim == 2 || (ndim == 3 && (array->shape[2] == 1 || array->shape[2] == 3 || array->shape[2] == 4));
  if (!shaped) {
    char shape[256];
    nd_shape_text(ndim, array->shape, shape, sizeof shape);
    return core_fail(error, ERROR_TYPE, "Invalid shape %s for image data", shape);
  }
  if (!colour_map) colour_map = "viridis";
  if (!colour_map_named(colour_map)) {
    core_fail(error, ERROR_VALUE, "'%s' is not a known colormap name", colour_map);
    const char *nearest = colour_map_names[0];
    for (int i = 1; colour_map_names[i]; i++)
      if (name_distance(colour_map_names[i], colour_map) < name_distance(nearest, colour_map)) nearest = colour_map_names[i];
    return core_hint(error, "Did you mean '%s'?", nearest);
  }
  int64_t rows = array->shape[0], columns = array->shape[1];
  if (rows > 30000 || columns > 30000) return core_fail(error, ERROR_VALUE, "Image data is too large to be shown");
  bool coloured = ndim == 3 && array->shape[2] >= 3;
  size_t count = (size_t)rows * (size_t)columns;
  uint32_t *pixels = core_alloc((count + 1) * sizeof *pixels);
  Artist *artist = pixels ? axes_line(axes, NULL, NULL, 0) : NULL;
  if (!artist) {
    core_free(pixels);
    return core_fail_memory(error, count * sizeof *pixels);
  }
  if (!coloured) find_range(array, rows, columns, &vmin, &vmax);
  double range = vmax * 0.5 - vmin * 0.5;
  /* A map is looked up 256 times, not once a pixel. */
  uint32_t table[256];
  for (int i = 0; i < 256; i++) table[i] = colour_map_at(colour_map, i / 255.0);
  for (int64_t r = 0; r < rows; r++)
    for (int64_t c = 0; c < columns; c++) {
      uint32_t *pixel = &pixels[r * columns + c];
      if (coloured) {
        *pixel = colour_pixel(array, r, c);
        continue;
      }
      double value = element(array, r, c, 0), t = range != 0 ? (value * 0.5 - vmin * 0.5) / range : 0;
      int index = t > 0 ? t * 256 < 255 ? (int)(t * 256) : 255 : 0;
      *pixel = isnan(value) ? 0xffffff : table[index]; /* matplotlib leaves NaN to the white paper */
    }
  artist->kind = ARTIST_IMAGE;
  artist->pixels = pixels;
  artist->pixel_rows = (int)rows;
  artist->pixel_columns = (int)columns;
  axes->is_image = true;
  return true;
}

/* The mean colour of the pixels in [top, bottom) x [left, right), at least one. */
static uint32_t mean_colour(const Artist *image, int top, int bottom, int left, int right) {
  if (bottom <= top) bottom = top + 1;
  if (right <= left) right = left + 1;
  uint64_t sums[3] = {0, 0, 0}, count = 0;
  for (int r = top; r < bottom && r < image->pixel_rows; r++)
    for (int c = left; c < right && c < image->pixel_columns; c++) {
      uint32_t rgb = image->pixels[(int64_t)r * image->pixel_columns + c];
      sums[0] += rgb >> 16 & 255, sums[1] += rgb >> 8 & 255, sums[2] += rgb & 255;
      count++;
    }
  if (!count) return 0;
  return (uint32_t)((sums[0] + count / 2) / count << 16 | (sums[1] + count / 2) / count << 8 | (sums[2] + count / 2) / count);
}

static double brightness(uint32_t rgb) {
  return (0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255)) / 255;
}

/* The mean brightness along the image's edge, which is taken for its background. */
static double edge_brightness(const Artist *image) {
  double sum = 0;
  int64_t count = 0;
  for (int r = 0; r < image->pixel_rows; r++)
    for (int c = 0; c < image->pixel_columns; c++) {
      bool inside = r > 0 && r < image->pixel_rows - 1;
      if (inside && c == 1 && image->pixel_columns > 2) c = image->pixel_columns - 1;
      sum += brightness(image->pixels[(int64_t)r * image->pixel_columns + c]);
      count++;
    }
  return count ? sum / (double)count : 0;
}

static int part(int index, int of, int length) { return (int)((int64_t)index * length / of); }

void image_draw(Grid *grid, int top, int left, int *height, int *width, const Artist *image, ViewColour colour) {
  static const char ramp[] = " .:-=+*#%@";
  int rows = image->pixel_rows, columns = image->pixel_columns;
  if (rows < 1 || columns < 1 || *height < 1 || *width < 1) {
    *height = *width = 0;
    return;
  }
  double scale = fmin((double)*width / columns, 2.0 * *height / rows);
  int across = (int)fmax(1, floor(columns * scale + 1e-9)), down = (int)fmax(1, floor(rows * scale / 2 + 1e-9));
  /* Two pixels a cell; an odd last row keeps its lower half blank only when the image is not scaled. */
  int lines = colour == COLOUR_NONE ? down : 2 * down;
  bool inverted = edge_brightness(image) > 0.5;
  for (int r = 0; r < down; r++)
    for (int c = 0; c < across; c++) {
      Cell *cell = grid_at(grid, top + r, left + c);
      if (!cell) continue;
      int from = part(c, across, columns), to = part(c + 1, across, columns);
      if (colour == COLOUR_NONE) {
        double light = brightness(mean_colour(image, part(r, lines, rows), part(r + 1, lines, rows), from, to));
        int level = (int)((inverted ? 1 - light : light) * 9 + 0.5);
        cell->text[0] = ramp[level];
        cell->text[1] = 0;
        continue;
      }
      strcpy(cell->text, "▀");
      cell->has_foreground = cell->has_background = true;
      cell->foreground = mean_colour(image, part(2 * r, lines, rows), part(2 * r + 1, lines, rows), from, to);
      cell->background = mean_colour(image, part(2 * r + 1, lines, rows), part(2 * r + 2, lines, rows), from, to);
    }
  *height = down;
  *width = across;
}
