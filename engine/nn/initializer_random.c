/* Random initializers. Source: keras/src/initializers/random_initializers.py; the streams are nnsh's own. */
#include <math.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/initializer.h"
#include "engine/nn/rows.h"
#include "engine/nn/seed.h"

/* Streams of one seed: each kind of draw has its own. */
enum { STREAM_UNIFORM = 1, STREAM_NORMAL = 2, STREAM_TRUNCATED = 3 };

void nn_fill_uniform(uint64_t seed, float *out, int64_t count, double low, double high) {
  float start = (float)low, width = (float)(high - low);
  for (int64_t i = 0; i < count; i += 4) {
    uint32_t words[4];
    nn_random_words(seed, STREAM_UNIFORM, (uint64_t)i / 4, words);
    for (int64_t j = 0; j < 4 && i + j < count; j++) out[i + j] = start + width * nn_random_unit(words[j]);
  }
}

/* Box and Muller: two words give two independent standard normals. */
static void normals(const uint32_t words[2], double out[2]) {
  double radius = sqrt(-2 * log((words[0] + 0.5) * 0x1p-32)), angle = 6.283185307179586 * ((words[1] + 0.5) * 0x1p-32);
  out[0] = radius * cos(angle);
  out[1] = radius * sin(angle);
}

void nn_random_normals(uint64_t seed, uint64_t stream, uint64_t block, double out[4]) {
  uint32_t words[4];
  nn_random_words(seed, stream, block, words);
  normals(words, out);
  normals(words + 2, out + 2);
}

void nn_fill_normal(uint64_t seed, float *out, int64_t count, double mean, double deviation) {
  for (int64_t i = 0; i < count; i += 4) {
    uint32_t words[4];
    double drawn[4];
    nn_random_words(seed, STREAM_NORMAL, (uint64_t)i / 4, words);
    normals(words, drawn);
    normals(words + 2, drawn + 2);
    for (int64_t j = 0; j < 4 && i + j < count; j++) out[i + j] = (float)(mean + deviation * drawn[j]);
  }
}

/* A normal outside of two deviations is drawn again, from the element's own blocks, so that no element depends on
 * another's rejections. */
void nn_fill_truncated_normal(uint64_t seed, float *out, int64_t count, double mean, double deviation) {
  for (int64_t i = 0; i < count; i++) {
    double value = 3;
    for (uint64_t attempt = 0; fabs(value) > 2; attempt++) {
      uint32_t words[4];
      double drawn[4];
      nn_random_words(seed, STREAM_TRUNCATED + (attempt << 8), (uint64_t)i, words);
      normals(words, drawn);
      normals(words + 2, drawn + 2);
      for (int j = 0; j < 4 && fabs(value) > 2; j++) value = drawn[j];
    }
    out[i] = (float)(mean + deviation * value);
  }
}

void nn_fans(int ndim, const int64_t *shape, double *fan_in, double *fan_out) {
  *fan_in = *fan_out = 1;
  if (ndim == 1) *fan_in = *fan_out = (double)shape[0];
  if (ndim < 2) return;
  double field = 1; /* a convolution's kernel: (..., input depth, depth) */
  for (int i = 0; i < ndim - 2; i++) field *= (double)shape[i];
  *fan_in = field * (double)shape[ndim - 2];
  *fan_out = field * (double)shape[ndim - 1];
}

/* ---- what the arguments may be ---- */

static bool check_seed(NnObject *object, Error *error) {
  const NnOption *seed = nn_option(object, "seed");
  if (seed->tag == NN_OPTION_INT || seed->tag == NN_OPTION_BOOL) return true;
  if (seed->tag == NN_OPTION_NONE) {
    object->seed = nn_next_seed();
    return true;
  }
  Text text = {0};
  nn_option_show(&text, seed);
  core_fail(error, ERROR_VALUE,
            "`seed` argument should be an instance of `keras.random.SeedGenerator()` or an integer. Received: seed=%s",
            text_string(&text));
  text_free(&text);
  return false;
}

static bool check_scaling(NnObject *object, Error *error) {
  double scale = 0;
  const NnOption *given = nn_option(object, "scale");
  if (!nn_option_number(given, &scale) || !(scale > 0)) {
    Text text = {0};
    nn_option_show(&text, given);
    core_fail(error, ERROR_VALUE, "Argument `scale` must be positive float. Received: scale=%s", text_string(&text));
    text_free(&text);
    return false;
  }
  const char *mode = nn_option_text(object, "mode"), *distribution = nn_option_text(object, "distribution");
  if (mode == NULL || (strcmp(mode, "fan_in") != 0 && strcmp(mode, "fan_out") != 0 && strcmp(mode, "fan_avg") != 0)) {
    return core_fail(error, ERROR_VALUE,
                     "Invalid `mode` argument: %s. Please use one of {'fan_in', 'fan_out', 'fan_avg'}",
                     mode ? mode : "None");
  }
  if (distribution != NULL && strcmp(distribution, "normal") == 0) {
    nn_option_set(object, "distribution", nn_option_string("truncated_normal"));
    distribution = nn_option_text(object, "distribution");
  }
  if (distribution == NULL || (strcmp(distribution, "uniform") != 0 && strcmp(distribution, "truncated_normal") != 0 &&
                               strcmp(distribution, "untruncated_normal") != 0)) {
    return core_fail(error, ERROR_VALUE,
                     "Invalid `distribution` argument: %s.Please use one of {'uniform', 'truncated_normal', "
                     "'untruncated_normal'}",
                     distribution ? distribution : "None");
  }
  return check_seed(object, error);
}

/* ---- draws ---- */

static bool fill_normal(const NnObject *self, uint64_t seed, NdArray *out, Error *error) {
  nn_fill_normal(seed, (float *)out->data, out->size, nn_option_double(self, "mean"), nn_option_double(self, "stddev"));
  return true;
}
static bool fill_truncated(const NnObject *self, uint64_t seed, NdArray *out, Error *error) {
  nn_fill_truncated_normal(seed, (float *)out->data, out->size, nn_option_double(self, "mean"),
                           nn_option_double(self, "stddev"));
  return true;
}
static bool fill_uniform(const NnObject *self, uint64_t seed, NdArray *out, Error *error) {
  nn_fill_uniform(seed, (float *)out->data, out->size, nn_option_double(self, "minval"),
                  nn_option_double(self, "maxval"));
  return true;
}

/* The product of the dimensions that input_axes or output_axes name. */
static bool fan_of_axes(const NnOption *axes, const NdArray *out, double *fan, Error *error) {
  *fan = 1;
  for (int i = 0; i < axes->as.list.count; i++) {
    int64_t axis = axes->as.list.items[i].tag == NN_OPTION_INT ? axes->as.list.items[i].as.integer : out->ndim;
    if (axis < 0) axis += out->ndim;
    if (axis < 0 || axis >= out->ndim) return core_fail(error, ERROR_INDEX, "tuple index out of range");
    *fan *= (double)out->shape[axis];
  }
  return true;
}

/* VarianceScaling and its named kinds: the handlers hold the kinds' fixed arguments, else the options do. */
static bool fill_scaled(const NnObject *self, uint64_t seed, NdArray *out, Error *error) {
  const NnInitializerHandlers *handlers = self->row->handlers;
  double scale = handlers->mode != NULL ? handlers->scale : nn_option_double(self, "scale");
  const char *mode = handlers->mode != NULL ? handlers->mode : nn_option_text(self, "mode");
  const char *distribution = handlers->mode != NULL ? handlers->distribution : nn_option_text(self, "distribution");
  double fan_in, fan_out;
  const NnOption *input_axes = nn_option(self, "input_axes"), *output_axes = nn_option(self, "output_axes");
  if (input_axes->tag == NN_OPTION_LIST && output_axes->tag == NN_OPTION_LIST) {
    if (!fan_of_axes(input_axes, out, &fan_in, error) || !fan_of_axes(output_axes, out, &fan_out, error)) return false;
  } else {
    nn_fans(out->ndim, out->shape, &fan_in, &fan_out);
  }
  double fan = strcmp(mode, "fan_in") == 0 ? fan_in : strcmp(mode, "fan_out") == 0 ? fan_out : (fan_in + fan_out) / 2;
  scale /= fmax(1, fan);
  float *data = (float *)out->data;
  if (strcmp(distribution, "uniform") == 0) {
    double limit = sqrt(3 * scale);
    nn_fill_uniform(seed, data, out->size, -limit, limit);
  } else if (strcmp(distribution, "truncated_normal") == 0) {
    /* 0.8796 is the deviation of a standard normal cut at two. */
    nn_fill_truncated_normal(seed, data, out->size, 0, sqrt(scale) / .87962566103423978);
  } else {
    nn_fill_normal(seed, data, out->size, 0, sqrt(scale));
  }
  return true;
}

/* Makes the `count` columns of `rows` numbers orthonormal: Gram-Schmidt, twice for each column, which is enough to be
 * orthogonal to rounding. The triangle's diagonal comes out positive, which is the sign that Keras chooses. */
static void orthonormalize(double *columns, int64_t rows, int64_t count) {
  for (int64_t c = 0; c < count; c++) {
    double *column = columns + c * rows;
    for (int pass = 0; pass < 2; pass++) {
      for (int64_t before = 0; before < c; before++) {
        const double *other = columns + before * rows;
        double dot = 0;
        for (int64_t i = 0; i < rows; i++) dot += column[i] * other[i];
        for (int64_t i = 0; i < rows; i++) column[i] -= dot * other[i];
      }
    }
    double norm = 0;
    for (int64_t i = 0; i < rows; i++) norm += column[i] * column[i];
    norm = sqrt(norm);
    for (int64_t i = 0; i < rows; i++) column[i] /= norm;
  }
}

static bool fill_orthogonal(const NnObject *self, uint64_t seed, NdArray *out, Error *error) {
  if (out->ndim < 2) {
    char shape[256];
    nd_shape_text(out->ndim, out->shape, shape, sizeof shape);
    return core_fail(error, ERROR_VALUE,
                     "The tensor to initialize must be at least two-dimensional. Received: shape=%s of rank %d.", shape,
                     out->ndim);
  }
  if (out->size == 0) return true;
  int64_t width = out->shape[out->ndim - 1], height = out->size / width;
  int64_t rows = height > width ? height : width, count = height > width ? width : height;
  double *columns = core_alloc_zero((size_t)(rows * count), sizeof *columns);
  float *drawn = core_alloc_zero((size_t)(rows * count), sizeof *drawn);
  bool made = columns != NULL && drawn != NULL;
  if (made) {
    nn_fill_normal(seed, drawn, rows * count, 0, 1);
    for (int64_t i = 0; i < rows * count; i++) columns[i] = drawn[i];
    orthonormalize(columns, rows, count);
    double gain = nn_option_double(self, "gain");
    float *data = (float *)out->data;
    for (int64_t r = 0; r < height; r++) {
      for (int64_t c = 0; c < width; c++) {
        data[r * width + c] = (float)(gain * (height >= width ? columns[c * rows + r] : columns[r * rows + c]));
      }
    }
  }
  core_free(columns);
  core_free(drawn);
  return made || core_fail_memory(error, sizeof *columns * (size_t)(rows * count));
}

/* ---- rows ---- */

#define INITIALIZER(id, shown, other, line, says, order, checks, ...)                                      \
  static const NnInitializerHandlers id##_handlers = {__VA_ARGS__};                                        \
  const NnRow nn_initializer_##id = {.kind = NN_INITIALIZER, .name = shown, .aliases = other, .signature = line, \
                                     .help = says, .handlers = &id##_handlers, .config = order, .check = checks};
#define SCALED(id, shown, other, says, factor, by, from)                                                   \
  INITIALIZER(id, shown, other, "seed=None, input_axes=None, output_axes=None", says, NULL, check_seed,    \
              .fill = fill_scaled, .scale = factor, .mode = by, .distribution = from)

INITIALIZER(random_normal, "RandomNormal", "random_normal|normal", "mean=0.0, stddev=0.05, seed=None",
            "Normal draws.", "seed|mean|stddev", check_seed, .fill = fill_normal)
INITIALIZER(truncated_normal, "TruncatedNormal", "truncated_normal", "mean=0.0, stddev=0.05, seed=None",
            "Normal draws within two standard deviations.", "seed|mean|stddev", check_seed, .fill = fill_truncated)
INITIALIZER(random_uniform, "RandomUniform", "random_uniform|uniform", "minval=-0.05, maxval=0.05, seed=None",
            "Uniform draws.", "seed|minval|maxval", check_seed, .fill = fill_uniform)
INITIALIZER(variance_scaling, "VarianceScaling", "variance_scaling",
            "scale=1.0, mode='fan_in', distribution='truncated_normal', seed=None, input_axes=None, output_axes=None",
            "Draws of variance scale / fan.", "seed|scale|mode|distribution|input_axes|output_axes", check_scaling,
            .fill = fill_scaled)
INITIALIZER(orthogonal, "Orthogonal", "orthogonal|OrthogonalInitializer", "gain=1.0, seed=None",
            "A random orthogonal matrix times gain.", "seed|gain", check_seed, .fill = fill_orthogonal)
SCALED(glorot_uniform, "GlorotUniform", "glorot_uniform", "Uniform within sqrt(6 / (fan_in + fan_out)).", 1, "fan_avg",
       "uniform")
SCALED(glorot_normal, "GlorotNormal", "glorot_normal", "Normal with stddev sqrt(2 / (fan_in + fan_out)).", 1, "fan_avg",
       "truncated_normal")
SCALED(he_uniform, "HeUniform", "he_uniform", "Uniform within sqrt(6 / fan_in).", 2, "fan_in", "uniform")
SCALED(he_normal, "HeNormal", "he_normal", "Normal with stddev sqrt(2 / fan_in).", 2, "fan_in", "truncated_normal")
SCALED(lecun_uniform, "LecunUniform", "lecun_uniform", "Uniform within sqrt(3 / fan_in).", 1, "fan_in", "uniform")
SCALED(lecun_normal, "LecunNormal", "lecun_normal", "Normal with stddev sqrt(1 / fan_in).", 1, "fan_in",
       "truncated_normal")
