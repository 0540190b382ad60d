/* Resizing: each place of the result is a weighted sum of a run of places, first along the columns, then along the
 * rows. Sources: Pillow's src/libImaging/Resample.c and Geometry.c; TensorFlow's kernels resize_bilinear_op.cc,
 * resize_bicubic_op.cc, resize_area_op.cc, resize_nearest_neighbor_op.cc and scale_and_translate_op.cc. */
#include <math.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/formats/picture.h"

static const char *const filter_names[PICTURE_FILTER_COUNT] = {
#define PICTURE_FILTER_NAME(tag, name) [PICTURE_FILTER_##tag] = name,
    PICTURE_FILTER_ROWS(PICTURE_FILTER_NAME)
#undef PICTURE_FILTER_NAME
};

int picture_filter_named(const char *name) {
  if (strcmp(name, "lanczos3") == 0) return PICTURE_FILTER_LANCZOS;
  for (int i = 0; i < PICTURE_FILTER_COUNT; i++)
    if (strcmp(filter_names[i], name) == 0) return i;
  return -1;
}

/* ---- Filters: the weight at a distance ---- */

static double sinc(double x) { return x == 0 ? 1 : sin(M_PI * x) / (M_PI * x); }
static double cubic(double x, double b, double c) {
  x = fabs(x);
  if (x < 1) return ((12 - 9 * b - 6 * c) * x * x * x + (-18 + 12 * b + 6 * c) * x * x + (6 - 2 * b)) / 6;
  if (x < 2)
    return ((-b - 6 * c) * x * x * x + (6 * b + 30 * c) * x * x + (-12 * b - 48 * c) * x + (8 * b + 24 * c)) / 6;
  return 0;
}

static double weight_at(PictureFilter filter, double x) {
  const double far = fabs(x);
  switch (filter) {
    case PICTURE_FILTER_BOX: return x > -0.5 && x <= 0.5;
    case PICTURE_FILTER_BILINEAR: return far < 1 ? 1 - far : 0;
    case PICTURE_FILTER_HAMMING: return far < 1 ? sinc(x) * (0.54 + 0.46 * cos(M_PI * x)) : 0;
    case PICTURE_FILTER_BICUBIC: return cubic(x, 0, 0.5);
    case PICTURE_FILTER_LANCZOS: return far < 3 ? sinc(x) * sinc(x / 3) : 0;
    case PICTURE_FILTER_LANCZOS5: return far < 5 ? sinc(x) * sinc(x / 5) : 0;
    case PICTURE_FILTER_GAUSSIAN: return far < 1.5 ? exp(-x * x / (2 * 0.5 * 0.5)) : 0;
    case PICTURE_FILTER_MITCHELL: return cubic(x, 1.0 / 3, 1.0 / 3);
    default: return 0;
  }
}

static double reach_of(PictureFilter filter) {
  static const double reaches[PICTURE_FILTER_COUNT] = {
      [PICTURE_FILTER_BOX] = 0.5, [PICTURE_FILTER_BILINEAR] = 1, [PICTURE_FILTER_HAMMING] = 1,
      [PICTURE_FILTER_BICUBIC] = 2, [PICTURE_FILTER_LANCZOS] = 3, [PICTURE_FILTER_LANCZOS5] = 5,
      [PICTURE_FILTER_GAUSSIAN] = 1.5, [PICTURE_FILTER_MITCHELL] = 2};
  return reaches[filter];
}

/* ---- Runs ---- */

typedef struct Run {
  int64_t first, count;
} Run;

typedef struct Runs {
  Run *runs;       /* one a place of the result */
  double *weights; /* `widest` a place */
  int64_t widest;
  bool same; /* nothing changes along this axis */
} Runs;

static void runs_free(Runs *runs) {
  core_free(runs->runs);
  core_free(runs->weights);
}

static int64_t inside(int64_t place, int64_t most) { return place < 0 ? 0 : place > most ? most : place; }

static void normalize(double *weights, int64_t count) {
  double total = 0;
  for (int64_t k = 0; k < count; k++) total += weights[k];
  for (int64_t k = 0; total != 0 && k < count; k++) weights[k] /= total;
}

/* The run of one place of the result, `from` to `to` being what the whole result shows of `size` places. */
static Run pillow_run(PictureFilter filter, int64_t place, double from, double scale, int64_t size, double *weights) {
  const double spread = scale < 1 ? 1 : scale, reach = reach_of(filter) * spread;
  const double center = from + ((double)place + 0.5) * scale;
  const int64_t low = inside((int64_t)(center - reach + 0.5), size),
                high = inside((int64_t)(center + reach + 0.5), size);
  for (int64_t k = low; k < high; k++) weights[k - low] = weight_at(filter, ((double)k - center + 0.5) / spread);
  normalize(weights, high - low);
  return (Run){low, high - low};
}

static Run area_run(int64_t place, double scale, int64_t size, double *weights) {
  const double low = (double)place * scale, high = low + scale;
  const int64_t first = inside((int64_t)floor(low), size - 1), end = inside((int64_t)ceil(high), size);
  for (int64_t k = first; k < end; k++) weights[k - first] = fmin((double)k + 1, high) - fmax((double)k, low);
  normalize(weights, end - first);
  return (Run){first, end - first};
}

static Run tensorflow_run(PictureFilter filter, bool antialias, int64_t place, double scale, int64_t size,
                          double *weights) {
  if (filter == PICTURE_FILTER_AREA) return area_run(place, scale, size, weights);
  const double spread = antialias && scale > 1 ? scale : 1, reach = reach_of(filter) * spread;
  const float center = (float)(((float)place + 0.5f) * (float)scale);
  if (!antialias && filter == PICTURE_FILTER_BILINEAR) {
    const float at = center - 0.5f, whole = floorf(at);
    const int64_t first = inside((int64_t)whole, size - 1), last = inside((int64_t)ceilf(at), size - 1);
    weights[0] = last > first ? 1 - (double)(at - whole) : 1;
    weights[1] = (double)(at - whole);
    return (Run){first, last - first + 1};
  }
  const int64_t first = inside((int64_t)ceil((double)center - reach - 0.5), size - 1);
  const int64_t end = inside((int64_t)floor((double)center + reach - 0.5), size - 1) + 1;
  for (int64_t k = first; k < end; k++)
    weights[k - first] = weight_at(filter, ((double)k + 0.5 - (double)center) / spread);
  normalize(weights, end - first);
  return (Run){first, end - first};
}

static bool runs_make(Runs *out, PictureFilter filter, PictureRule rule, bool antialias, double from, double to,
                      int64_t size, int64_t wanted, Error *error) {
  const double scale = (to - from) / (double)wanted;
  const double reach = (filter == PICTURE_FILTER_AREA ? 1 : reach_of(filter)) * (scale < 1 ? 1 : scale);
  out->widest = (int64_t)ceil(reach) * 2 + 2;
  /* These two blur even at the same size. */
  const bool blurs = filter == PICTURE_FILTER_GAUSSIAN || filter == PICTURE_FILTER_MITCHELL;
  out->same = !blurs && wanted == size && from == 0 && to == (double)size;
  out->runs = core_alloc((size_t)wanted * sizeof *out->runs);
  out->weights = core_alloc_zero((size_t)wanted * (size_t)out->widest, sizeof *out->weights);
  if (out->runs == NULL || out->weights == NULL)
    return core_fail_memory(error, (unsigned long long)wanted * (unsigned long long)out->widest * sizeof(double));
  for (int64_t i = 0; i < wanted; i++) {
    double *weights = out->weights + i * out->widest;
    out->runs[i] = rule == PICTURE_PILLOW ? pillow_run(filter, i, from, scale, size, weights)
                                          : tensorflow_run(filter, antialias, i, scale, size, weights);
  }
  return true;
}

/* ---- Sums along one axis: from (outer, size, inner) to (outer, wanted, inner) ---- */

static void sum_floats(const float *from, float *to, int64_t outer, int64_t size, int64_t wanted, int64_t inner,
                       const Runs *runs) {
  for (int64_t o = 0; o < outer; o++)
    for (int64_t i = 0; i < wanted; i++) {
      const Run run = runs->runs[i];
      const double *weights = runs->weights + i * runs->widest;
      const float *source = from + (o * size + run.first) * inner;
      float *place = to + (o * wanted + i) * inner;
      memset(place, 0, (size_t)inner * sizeof *place);
      for (int64_t k = 0; k < run.count; k++, source += inner)
        for (int64_t c = 0; c < inner; c++) place[c] += (float)weights[k] * source[c];
    }
}

/* Pillow's whole numbers: weights of 22 bits, rounded, the sum cut to a byte. */
static void sum_bytes(const unsigned char *from, unsigned char *to, int64_t outer, int64_t size, int64_t wanted,
                      int64_t inner, const Runs *runs) {
  enum { BITS = 32 - 8 - 2 };
  for (int64_t o = 0; o < outer; o++)
    for (int64_t i = 0; i < wanted; i++) {
      const Run run = runs->runs[i];
      const double *weights = runs->weights + i * runs->widest;
      const unsigned char *source = from + (o * size + run.first) * inner;
      unsigned char *place = to + (o * wanted + i) * inner;
      for (int64_t c = 0; c < inner; c++) {
        int32_t sum = 1 << (BITS - 1);
        for (int64_t k = 0; k < run.count; k++) {
          const double scaled = weights[k] * (1 << BITS);
          sum += (int32_t)(scaled < 0 ? scaled - 0.5 : scaled + 0.5) * source[k * inner + c];
        }
        sum >>= BITS;
        place[c] = (unsigned char)(sum < 0 ? 0 : sum > 255 ? 255 : sum);
      }
    }
}

static NdArray *along(const NdArray *from, int axis, int64_t wanted, const Runs *runs, Error *error) {
  int64_t shape[ND_MAX_DIMS], outer = 1, inner = 1;
  for (int i = 0; i < from->ndim; i++) {
    shape[i] = i == axis ? wanted : from->shape[i];
    if (i < axis) outer *= shape[i];
    if (i > axis) inner *= shape[i];
  }
  NdArray *made = nd_new(from->type, from->ndim, shape, error);
  if (made == NULL) return NULL;
  if (from->type == ND_UINT8)
    sum_bytes((const unsigned char *)from->data, (unsigned char *)made->data, outer, from->shape[axis], wanted, inner,
              runs);
  else
    sum_floats((const float *)(const void *)from->data, (float *)(void *)made->data, outer, from->shape[axis], wanted,
               inner, runs);
  return made;
}

/* The nearest place, of any dtype. Pillow steps from the middle of the first place; TensorFlow multiplies each. */
static NdArray *nearest(const NdArray *from, int64_t rows, int64_t columns, PictureRule rule, const double *box,
                        Error *error) {
  const int last = from->ndim - 1;
  int64_t shape[ND_MAX_DIMS], outer = 1;
  for (int i = 0; i <= last; i++) shape[i] = from->shape[i];
  for (int i = 0; i < last - 2; i++) outer *= shape[i];
  shape[last - 2] = rows;
  shape[last - 1] = columns;
  NdArray *made = nd_new_of(from, from->ndim, shape, error);
  int64_t *places = core_alloc((size_t)(rows + columns) * sizeof *places);
  if (made == NULL || places == NULL) {
    if (made != NULL) core_fail_memory(error, (unsigned long long)(rows + columns) * sizeof *places);
    core_free(places);
    nd_release(made);
    return NULL;
  }
  for (int axis = 0; axis < 2; axis++) {
    const int64_t size = from->shape[last - 2 + axis], wanted = axis ? columns : rows;
    const double scale = (box[3 - axis] - box[1 - axis]) / (double)wanted;
    double at = box[1 - axis] + scale * 0.5;
    for (int64_t i = 0; i < wanted; i++, at += scale) {
      const double place = rule == PICTURE_PILLOW ? at : (double)(((float)i + 0.5f) * ((float)size / (float)wanted));
      places[axis * rows + i] = inside((int64_t)floor(place), size - 1);
    }
  }
  const size_t pixel = (size_t)(shape[last] * from->itemsize);
  char *to = made->data;
  for (int64_t o = 0; o < outer; o++)
    for (int64_t r = 0; r < rows; r++) {
      const char *line = from->data + (o * from->shape[last - 2] + places[r]) * from->shape[last - 1] * (int64_t)pixel;
      for (int64_t c = 0; c < columns; c++, to += pixel) memcpy(to, line + places[rows + c] * (int64_t)pixel, pixel);
    }
  core_free(places);
  return made;
}

static NdArray *resampled(NdArray *from, int64_t rows, int64_t columns, PictureFilter filter, PictureRule rule,
                          bool antialias, const double *box, Error *error) {
  const int last = from->ndim - 1;
  Runs across = {0}, down = {0};
  NdArray *half = NULL, *made = NULL;
  if (runs_make(&across, filter, rule, antialias, box[0], box[2], from->shape[last - 1], columns, error) &&
      runs_make(&down, filter, rule, antialias, box[1], box[3], from->shape[last - 2], rows, error))
    half = across.same ? nd_retain(from) : along(from, last - 1, columns, &across, error);
  if (half != NULL) made = down.same ? nd_retain(half) : along(half, last - 2, rows, &down, error);
  nd_release(half);
  runs_free(&across);
  runs_free(&down);
  return made;
}

NdArray *picture_resize(const NdArray *pictures, int64_t rows, int64_t columns, PictureFilter filter, PictureRule rule,
                        bool antialias, const double *box, Error *error) {
  if (pictures->ndim < 3 || rows < 1 || columns < 1 || pictures->size == 0) {
    core_fail(error, ERROR_VALUE, "height and width must be > 0");
    return NULL;
  }
  const int last = pictures->ndim - 1;
  const double whole[] = {0, 0, (double)pictures->shape[last - 1], (double)pictures->shape[last - 2]};
  if (box == NULL) box = whole;
  const bool keeps = filter == PICTURE_FILTER_NEAREST || (rule == PICTURE_PILLOW && pictures->type == ND_UINT8);
  NdArray *from = keeps ? nd_copy(pictures, error) : nd_astype(pictures, ND_FLOAT32, error);
  if (from == NULL) return NULL;
  NdArray *made = filter == PICTURE_FILTER_NEAREST
                      ? nearest(from, rows, columns, rule, box, error)
                      : resampled(from, rows, columns, filter, rule, antialias, box, error);
  nd_release(from);
  return made;
}
