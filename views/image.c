/* Images: from an array to pixels, and from pixels to cells (declared in figure.h). */
#include <math.h>
#include <string.h>

#include "engine/core/memory.h"
#include "views/figure.h"
#include "views/plot_internal.h"

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

bool axes_image(Axes *axes, const NdArray *array, const uint32_t *colour_map, double vmin, double vmax, Error *error) {
  int ndim = array->ndim;
  bool shaped = ndim == 2 || (ndim == 3 && (array->shape[2] == 1 || array->shape[2] == 3 || array->shape[2] == 4));
  if (!shaped) {
    char shape[256];
    nd_shape_text(ndim, array->shape, shape, sizeof shape);
    return core_fail(error, ERROR_TYPE, "Invalid shape %s for image data", shape);
  }
  int64_t rows = array->shape[0], columns = array->shape[1];
  if (rows > 30000 || columns > 30000) return core_fail(error, ERROR_VALUE, "Image data is too large to be shown");
  bool coloured = ndim == 3 && array->shape[2] >= 3;
  size_t count = (size_t)rows * (size_t)columns;
  uint32_t *pixels = core_alloc((count + 1) * sizeof *pixels);
  uint8_t *shades = coloured ? NULL : core_alloc(count + 1);
  Artist *artist = pixels && (coloured || shades) ? axes_add(axes, PLOT_IMAGE, NULL, NULL, 0) : NULL;
  if (!artist) {
    core_free(pixels);
    core_free(shades);
    return core_fail_memory(error, count * sizeof *pixels);
  }
  if (!coloured) find_range(array, rows, columns, &vmin, &vmax);
  double range = vmax * 0.5 - vmin * 0.5;
  for (int64_t r = 0; r < rows; r++)
    for (int64_t c = 0; c < columns; c++) {
      uint32_t *pixel = &pixels[r * columns + c];
      if (coloured) {
        *pixel = colour_pixel(array, r, c);
        continue;
      }
      double value = element(array, r, c, 0), t = range != 0 ? (value * 0.5 - vmin * 0.5) / range : 0;
      int index = t > 0 ? t * 256 < 255 ? (int)(t * 256) : 255 : 0;
      *pixel = isnan(value) ? 0xffffff : colour_map[index]; /* matplotlib leaves NaN to the white paper */
      shades[r * columns + c] = (uint8_t)(isnan(value) ? 0 : index);
    }
  artist->pixels = pixels;
  artist->shades = shades;
  artist->pixel_rows = (int)rows;
  artist->pixel_columns = (int)columns;
  memcpy(artist->extent, (double[]){-0.5, (double)columns - 0.5, (double)rows - 0.5, -0.5}, sizeof artist->extent);
  return true;
}

typedef struct Block {
  int top, bottom, left, right; /* pixels [top, bottom) x [left, right) */
} Block;

/* The mean colour of the pixels of a block. */
static uint32_t mean_colour(const PlotSeries *image, Block block) {
  uint64_t sums[3] = {0, 0, 0}, count = 0;
  for (int r = block.top; r < block.bottom; r++)
    for (int c = block.left; c < block.right; c++) {
      uint32_t rgb = image->pixels[(int64_t)r * image->pixel_columns + c];
      sums[0] += rgb >> 16 & 255, sums[1] += rgb >> 8 & 255, sums[2] += rgb & 255;
      count++;
    }
  if (!count) return 0;
  for (int i = 0; i < 3; i++) sums[i] = (sums[i] + count / 2) / count;
  return (uint32_t)(sums[0] << 16 | sums[1] << 8 | sums[2]);
}

static double brightness(uint32_t rgb) {
  return (0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255)) / 255;
}

/* How light a pixel is: of numbers, where it stands in its colour map, as maps with two bright ends have it. */
static double light_of(const PlotSeries *image, int64_t at) {
  return image->shades ? image->shades[at] / 255.0 : brightness(image->pixels[at]);
}

static double mean_light(const PlotSeries *image, Block block) {
  double sum = 0;
  int count = 0;
  for (int r = block.top; r < block.bottom; r++)
    for (int c = block.left; c < block.right; c++, count++) sum += light_of(image,
                                                                            (int64_t)r * image->pixel_columns + c);
  return count ? sum / count : 0;
}

/* The mean light along the image's edge, which is taken for its background. */
static double edge_light(const PlotSeries *image) {
  double sum = 0;
  int64_t count = 0;
  for (int r = 0; r < image->pixel_rows; r++)
    for (int c = 0; c < image->pixel_columns; c++) {
      bool inside = r > 0 && r < image->pixel_rows - 1;
      if (inside && c == 1 && image->pixel_columns > 2) c = image->pixel_columns - 1;
      sum += light_of(image, (int64_t)r * image->pixel_columns + c);
      count++;
    }
  return count ? sum / (double)count : 0;
}

/* The pixels between two shares of an axis of the plot; false where the image is not there. */
static bool pixels_between(double from, double to, double low, double high, double start, double end, int count,
                           int *first, int *past) {
  double a = (low + from * (high - low) - start) / (end - start) * count;
  double b = (low + to * (high - low) - start) / (end - start) * count;
  if (a > b) {
    double swap = a;
    a = b, b = swap;
  }
  double middle = (a + b) / 2;
  if (!(middle >= 0 && middle < count)) return false;
  *first = (int)floor(plot_bounded(a) + 1e-9), *past = (int)floor(plot_bounded(b) + 1e-9);
  if (*past <= *first) *first = (int)floor(middle + 1e-9), *past = *first + 1;
  if (*first < 0) *first = 0;
  if (*past > count) *past = count;
  if (*first >= count) *first = count - 1;
  return true;
}

static bool block_of(const PlotSeries *image, const PlotLayout *layout, double left, double right, double top,
                     double bottom, Block *block) {
  double x_low = layout->x_inverted ? layout->x_max : layout->x_min,
      x_high = layout->x_inverted ? layout->x_min : layout->x_max;
  double y_top = layout->y_inverted ? layout->y_min : layout->y_max,
      y_bottom = layout->y_inverted ? layout->y_max : layout->y_min;
  return pixels_between(left, right, x_low, x_high, image->extent[0], image->extent[1], image->pixel_columns,
                        &block->left,
                        &block->right) &&
         pixels_between(top, bottom, y_top, y_bottom, image->extent[3], image->extent[2], image->pixel_rows,
                        &block->top,
                        &block->bottom);
}

/* A colour over another one, as much of which is seen as `transparency` says. */
static uint32_t over(uint32_t rgb, uint32_t behind, double transparency) {
  uint32_t mixed = 0;
  for (int shift = 16; shift >= 0; shift -= 8) {
    double front = rgb >> shift & 255, back = behind >> shift & 255;
    mixed |= (uint32_t)lround(front + transparency * (back - front)) << shift;
  }
  return mixed;
}

/* Two pixels a cell as upper half blocks; without colour a ramp of ten characters whose thin end is what the image's
 * edge is: dark or light. Smaller than the image: pixels are averaged; larger: repeated. */
void plot_draw_image(const Canvas *canvas, const PlotLayout *layout, const Plot *plot, const PlotSeries *image) {
  static const char ramp[] = " .:-=+*#%@";
  if (image->pixel_rows < 1 || image->pixel_columns < 1) return;
  /* Half blocks need more than ASCII: there a cell is one pixel. */
  bool plain = plot->colour == COLOUR_NONE || canvas->glyphs == GLYPHS_ASCII;
  int halves = plain ? 1 : 2, lines = halves * canvas->height;
  bool inverted = plot->colour == COLOUR_NONE && edge_light(image) > 0.5;
  for (int r = 0; r < canvas->height; r++)
    for (int c = 0; c < canvas->width; c++) {
      Cell *cell = grid_at(canvas->grid, canvas->top + r, canvas->left + c);
      if (!cell) continue;
      double left = (double)c / canvas->width, right = (c + 1.0) / canvas->width;
      bool there[2] = {false, false};
      uint32_t colours[2] = {0, 0};
      for (int half = 0; half < halves; half++) {
        Block block;
        there[half] = block_of(image, layout, left, right, (double)(r * halves + half) / lines,
                               (r * halves + half + 1.0) / lines, &block);
        if (!there[half]) continue;
        if (plot->colour == COLOUR_NONE) {
          double light = mean_light(image, block);
          cell->text[0] = ramp[(int)((inverted ? 1 - light : light) * 9 + 0.5)];
          cell->text[1] = 0;
        } else {
          uint32_t behind = 0xffffff;
          if (half == 0 && cell->has_foreground && !plain) behind = cell->foreground;
          if ((half == 1 || plain) && cell->has_background) behind = cell->background;
          colours[half] = over(mean_colour(image, block), behind, image->transparency);
        }
      }
      if (plot->colour == COLOUR_NONE || (!there[0] && !there[1])) continue;
      if (plain) {
        cell->has_background = true;
        cell->background = colours[0];
        continue;
      }
      strcpy(cell->text, there[0] ? "▀" : "▄");
      cell->has_foreground = true;
      cell->foreground = colours[there[0] ? 0 : 1];
      if (there[0] && there[1]) cell->has_background = true, cell->background = colours[1];
    }
}
