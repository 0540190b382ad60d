/* Reading tests/golden/array.txt: arguments become arrays by the generator's own formula, results are compared. */
#ifndef NNSH_TESTS_ENGINE_ARRAY_GOLDEN_H
#define NNSH_TESTS_ENGINE_ARRAY_GOLDEN_H

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/array/array.h"
#include "engine/array/index.h"
#include "engine/array/linalg.h"
#include "engine/array/reduce.h"
#include "engine/array/ufunc.h"

enum { GOLDEN_FIELDS = 16 };

/* "3x5" into shape; "" and "-" are 0-d. Returns the number of dimensions. `between` separates. */
static inline int golden_shape(const char *text, char between, int64_t *shape) {
  if (*text == '\0' || strcmp(text, "-") == 0) return 0;
  int n = 0;
  for (const char *at = text;; at++) {
    char *end;
    shape[n++] = strtoll(at, &end, 10);
    at = end;
    if (*at != between) return n;
  }
}

static inline NdType golden_type(const char *text) {
  int type = nd_type_named(text);
  if (type < 0) {
    fprintf(stderr, "unknown dtype %s\n", text);
    abort();
  }
  return (NdType)type;
}

/* The generator's fill(): a hash of the position, as an integer from -100 to 100. */
static inline NdArray *golden_fill(NdType type, int ndim, const int64_t *shape, int seed) {
  NdArray *array = nd_new(type, ndim, shape, NULL), *flat = nd_reshape(array, 1, (int64_t[]){array->size}, NULL);
  for (int64_t k = 0; k < array->size; k++) {
    uint64_t place = (uint64_t)k + (uint64_t)seed * 7919u;
    uint32_t word = (uint32_t)(place * 2654435761u + 12345u);
    word ^= word >> 15;
    int64_t value = (int64_t)(word % 201) - 100;
    NdScalar element = {.type = ND_INT64, .as.i = value};
    if (type == ND_BOOL) element.as.i = (value % 3 + 3) % 3 == 0;
    if (nd_types[type].kind == 'f') element = (NdScalar){.type = ND_FLOAT64, .as.f = (double)value / 7.0};
    nd_put(flat, &k, element);
  }
  nd_release(flat);
  return array;
}

static inline NdIndex golden_slice(bool has_start, int64_t start, int64_t step) {
  return (NdIndex){.kind = ND_INDEX_SLICE, .has_start = has_start, .start = start, .has_step = true, .step = step};
}

/* The generator's view(). Takes over `array`. */
static inline NdArray *golden_view(NdArray *array, char how) {
  NdArray *result = NULL;
  NdIndex items[ND_MAX_DIMS];
  int axes[ND_MAX_DIMS];
  switch (how) {
    case 'T': result = nd_transpose(array, NULL, NULL); break;
    case 'P':
      for (int i = 0; i < array->ndim; i++) axes[i] = (i + 1) % array->ndim;
      result = nd_transpose(array, axes, NULL);
      break;
    case 'r':
    case 's':
      for (int i = 0; i < array->ndim; i++) items[i] = golden_slice(false, 0, how == 'r' ? -1 : 2);
      result = nd_get_index(array, items, array->ndim, NULL);
      break;
    case 'o':
    case 'c':
      items[0] = (NdIndex){.kind = ND_INDEX_ELLIPSIS};
      items[1] = how == 'o' ? golden_slice(true, 1, 1) : golden_slice(false, 0, -2);
      result = nd_get_index(array, items, 2, NULL);
      break;
    default: return array;
  }
  nd_release(array);
  return result;
}

/* An argument: "-" is NULL. */
static inline NdArray *golden_arg(const char *text) {
  if (strcmp(text, "-") == 0) return NULL;
  if (strncmp(text, "w:", 2) == 0) {
    const char *value = text + 2;
    if (strcmp(value, "True") == 0) return nd_from_scalar((NdScalar){.type = ND_BOOL, .as.u = 1}, ND_WEAK_BOOL, NULL);
    if (strpbrk(value, ".e") != NULL)
      return nd_from_scalar((NdScalar){.type = ND_FLOAT64, .as.f = strtod(value, NULL)}, ND_WEAK_FLOAT, NULL);
    return nd_from_scalar((NdScalar){.type = ND_INT64, .as.i = strtoll(value, NULL, 10)}, ND_WEAK_INT, NULL);
  }
  char type[8] = "", shape_text[64] = "", how = 'n';
  int seed = 0;
  const char *first = strchr(text, ':'), *second = strchr(first + 1, ':');
  snprintf(type, sizeof type, "%.*s", (int)(first - text), text);
  snprintf(shape_text, sizeof shape_text, "%.*s", (int)(second - first - 1), first + 1);
  how = second[1];
  if (second[2] == ':') seed = atoi(second + 3);
  int64_t shape[ND_MAX_DIMS];
  int ndim = golden_shape(shape_text, 'x', shape);
  if (how != 'x' && how != 'y') return golden_view(golden_fill(golden_type(type), ndim, shape, seed), how);
  NdArray *array = golden_fill(golden_type(type), ndim, shape, 3);
  static const struct { int64_t at; double value; } specials[] = {{1, (double)NAN}, {4, (double)INFINITY},
                                                                   {6, -(double)INFINITY}, {8, -0.0}, {9, 0.0}};
  for (size_t i = 0; i < sizeof specials / sizeof *specials; i++) {
    double value = how == 'y' && specials[i].at == 8 ? 0.0 : specials[i].value;
    nd_put(array, &specials[i].at, (NdScalar){.type = ND_FLOAT64, .as.f = value});
  }
  return array;
}

/* "f8 3x4 =hash" of an array, nan made canonical. */
static inline void golden_describe(NdArray *array, char *out, size_t size) {
  NdArray *copy = nd_copy(array, NULL);
  uint32_t hash = 0x811C9DC5u;
  int item = nd_types[array->type].itemsize;
  for (int64_t i = 0; i < copy->size; i++) {
    unsigned char *element = (unsigned char *)copy->data + i * item;
    double value = 0;
    uint16_t half;
    memcpy(&half, element, item >= 2 ? 2 : 1);
    static const uint16_t half_nan = 0x7E00;
    float single;
    if (array->type == ND_FLOAT16 && (half & 0x7FFF) > 0x7C00) memcpy(element, &half_nan, 2);
    if (array->type == ND_FLOAT32) {
      memcpy(&single, element, 4);
      if (isnan(single)) memcpy(element, &(float){fabsf(NAN)}, 4);
    }
    if (array->type == ND_FLOAT64) {
      memcpy(&value, element, 8);
      if (isnan(value)) memcpy(element, &(double){fabs((double)NAN)}, 8);
    }
    for (int k = 0; k < item; k++) hash = (hash ^ element[k]) * 0x01000193u;
  }
  char shape[256] = "-";
  size_t used = 0;
  for (int axis = 0; axis < array->ndim; axis++)
    used += (size_t)snprintf(shape + used, sizeof shape - used, axis ? "x%lld" : "%lld", (long long)array->shape[axis]);
  static const char *const codes[ND_TYPE_COUNT] = {"?",  "i1", "i2", "i4", "i8", "u1",
                                                   "u2", "u4", "u8", "f2", "f4", "f8"};
  snprintf(out, size, "%s %s =%08x", codes[array->type], shape, hash);
  nd_release(copy);
}

/* Whether each element is near: within `ulps` units of the dtype's precision, relative to the expected element, or
 * (for sums of products) to the largest one. */
static inline bool golden_near(NdArray *array, const char *values, double ulps, bool to_largest) {
  static const double epsilon[ND_TYPE_COUNT] = {[ND_FLOAT16] = 9.765625e-4, [ND_FLOAT32] = 1.1920929e-7,
                                                [ND_FLOAT64] = 2.220446049250313e-16};
  NdArray *copy = nd_astype(array, ND_FLOAT64, NULL);
  const double *got = (const double *)copy->data;
  double largest = 0, least = array->type == ND_FLOAT16 ? 6e-8 : array->type == ND_FLOAT32 ? 1.5e-45 : 5e-324;
  const char *at = values;
  for (int64_t i = 0; i < copy->size && to_largest; i++) {
    char *end;
    double want = fabs(strtod(at, &end));
    if (want > largest && isfinite(want)) largest = want;
    at = end + (*end == ',');
  }
  bool near = true;
  at = values;
  for (int64_t i = 0; i < copy->size; i++) {
    char *end;
    double want = strtod(at, &end), scale = to_largest ? largest : fabs(want);
    double room = ulps * epsilon[array->type] * scale + 2 * least;
    bool same = (isnan(want) && isnan(got[i])) || want == got[i] || fabs(want - got[i]) <= room;
    if (!same) {
      if (near) fprintf(stderr, "element %lld: %.17g, numpy has %.17g\n", (long long)i, got[i], want);
      near = false;
    }
    at = end + (*end == ',');
  }
  nd_release(copy);
  return near;
}

#endif
