#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "datasets/datasets.h"
#include "engine/core/number.h"

/* Rows made in order, before they are shuffled. */
typedef struct Points {
  NdArray *x, *y;
  double *at;     /* (samples, features) */
  int64_t *label; /* (samples,) */
} Points;

static bool make_points(int64_t samples, int64_t features, Points *points, Error *error) {
  *points = (Points){0};
  int64_t shape[2] = {samples, features};
  points->x = nd_new(ND_FLOAT64, 2, shape, error);
  points->y = points->x ? nd_new(ND_INT64, 1, shape, error) : NULL;
  if (!points->y) {
    nd_release(points->x);
    return false;
  }
  points->at = (double *)points->x->data;
  points->label = (int64_t *)points->y->data;
  return true;
}

/* array[order], as a new array in place of the old one. */
static bool reorder(NdArray **array, const int64_t *order, Error *error) {
  NdArray *from = *array, *to = nd_new(from->type, from->ndim, from->shape, error);
  if (!to) return false;
  size_t row = (size_t)(from->size / from->shape[0]) * sizeof(double); /* float64 and int64 are equally wide */
  for (int64_t i = 0; i < from->shape[0]; i++)
    memcpy(to->data + (size_t)i * row, from->data + (size_t)order[i] * row, row);
  nd_release(from);
  *array = to;
  return true;
}

/* sklearn.utils.shuffle, then noise on every coordinate; hands the arrays over. */
static bool finish_points(Points *points, bool shuffle, double noise, NdRandom *random, NdArray **x, NdArray **y,
                          Error *error) {
  bool good = true;
  if (shuffle) {
    NdArray *order = nd_random_permutation(random, points->x->shape[0], error);
    good = order && reorder(&points->x, (const int64_t *)order->data, error) &&
           reorder(&points->y, (const int64_t *)order->data, error);
    nd_release(order);
  }
  if (good && !isnan(noise)) {
    double *at = (double *)points->x->data;
    for (int64_t i = 0; i < points->x->size; i++) at[i] += 0.0 + noise * nd_random_normal(random);
  }
  if (!good) {
    nd_release(points->x);
    nd_release(points->y);
    return false;
  }
  *x = points->x;
  *y = points->y;
  return true;
}

/* numpy.linspace(0, stop, count, endpoint)[i]. */
static double linspace_at(double stop, int64_t count, bool endpoint, int64_t i) {
  int64_t steps = endpoint ? count - 1 : count;
  if (endpoint && i == count - 1 && count > 1) return stop;
  return steps > 0 ? (double)i * (stop / (double)steps) : 0.0;
}

/* scikit-learn's wording where a parameter is out of its range. */
static bool fail_parameter(Error *error, const char *function, const char *name, const char *wanted, const char *got) {
  return core_fail(error, ERROR_VALUE, "The '%s' parameter of %s must be %s. Got %s instead.", name, function, wanted,
                   got);
}

static bool check_count(const char *function, const char *name, const char *wanted, int64_t count, Error *error) {
  char got[32];
  snprintf(got, sizeof got, "%" PRId64, count);
  return count >= 1 ? true : fail_parameter(error, function, name, wanted, got);
}

/* low <= value < high; NAN is refused. */
static bool check_real(const char *function, const char *name, const char *wanted, double value, double low,
                       double high, Error *error) {
  char got[32];
  number_repr(value, got);
  return value >= low && value < high ? true : fail_parameter(error, function, name, wanted, got);
}

static bool check_circle_set(const char *function, int64_t samples, double noise, Error *error) {
  return check_count(function, "n_samples", "an int in the range [1, inf) or an instance of 'tuple'", samples, error) &&
         (isnan(noise) ||
          check_real(function, "noise", "a float in the range [0.0, inf) or None", noise, 0, INFINITY, error));
}

bool dataset_moons(int64_t samples, bool shuffle, double noise, NdRandom *random, NdArray **x, NdArray **y,
                   Error *error) {
  Points points;
  if (!check_circle_set("make_moons", samples, noise, error) || !make_points(samples, 2, &points, error)) return false;
  int64_t outer = samples / 2, inner = samples - outer;
  for (int64_t i = 0; i < outer; i++) {
    double angle = linspace_at(M_PI, outer, true, i);
    points.at[2 * i] = cos(angle);
    points.at[2 * i + 1] = sin(angle);
    points.label[i] = 0;
  }
  for (int64_t i = 0; i < inner; i++) {
    double angle = linspace_at(M_PI, inner, true, i), *at = points.at + 2 * (outer + i);
    at[0] = 1.0 - cos(angle);
    at[1] = 1.0 - sin(angle) - 0.5;
    points.label[outer + i] = 1;
  }
  return finish_points(&points, shuffle, noise, random, x, y, error);
}

bool dataset_circles(int64_t samples, bool shuffle, double noise, double factor, NdRandom *random, NdArray **x,
                     NdArray **y, Error *error) {
  Points points;
  if (!check_circle_set("make_circles", samples, noise, error) ||
      !check_real("make_circles", "factor", "a float in the range [0.0, 1.0)", factor, 0, 1, error))
    return false;
  if (!make_points(samples, 2, &points, error)) return false;
  int64_t outer = samples / 2;
  for (int64_t i = 0; i < samples; i++) {
    bool inside = i >= outer;
    double angle = linspace_at(2 * M_PI, inside ? samples - outer : outer, false, inside ? i - outer : i);
    points.at[2 * i] = inside ? cos(angle) * factor : cos(angle);
    points.at[2 * i + 1] = inside ? sin(angle) * factor : sin(angle);
    points.label[i] = inside;
  }
  return finish_points(&points, shuffle, noise, random, x, y, error);
}

bool dataset_blobs(int64_t samples, int64_t features, int64_t centers, double cluster_std, double low, double high,
                   bool shuffle, NdRandom *random, NdArray **x, NdArray **y, Error *error) {
  Points points;
  static const char name[] = "make_blobs";
  if (!check_count(name, "n_samples", "an int in the range [1, inf) or an array-like", samples, error) ||
      !check_count(name, "n_features", "an int in the range [1, inf)", features, error) ||
      !check_count(name, "centers", "an int in the range [1, inf), an array-like or None", centers, error) ||
      !check_real(name, "cluster_std", "a float in the range [0.0, inf) or an array-like", cluster_std, 0, INFINITY,
                  error))
    return false;
  int64_t shape[2] = {centers, features};
  NdArray *middle = nd_random_uniform(random, low, high, 2, shape, error);
  if (!middle) return false;
  if (!make_points(samples, features, &points, error)) {
    nd_release(middle);
    return false;
  }
  int64_t row = 0;
  for (int64_t center = 0; center < centers; center++) {
    const double *mean = (const double *)middle->data + center * features;
    int64_t count = samples / centers + (center < samples % centers);
    for (int64_t i = 0; i < count; i++, row++) {
      for (int64_t k = 0; k < features; k++)
        points.at[row * features + k] = mean[k] + cluster_std * nd_random_normal(random);
      points.label[row] = center;
    }
  }
  nd_release(middle);
  return finish_points(&points, shuffle, NAN, random, x, y, error);
}
