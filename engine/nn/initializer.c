/* Constant initializers, and the door to all. Source: keras/src/initializers/constant_initializers.py. */
#include "engine/nn/initializer.h"

#include <string.h>

#include "engine/nn/rows.h"
#include "engine/nn/seed.h"

static bool wrong_rank(const char *text, const NdArray *out, Error *error) {
  char shape[256];
  nd_shape_text(out->ndim, out->shape, shape, sizeof shape);
  return core_fail(error, ERROR_VALUE, "%s Received: shape=%s of rank %d.", text, shape, out->ndim);
}

static bool fill_with(NdArray *out, double value) {
  float *data = (float *)out->data;
  for (int64_t i = 0; i < out->size; i++) data[i] = (float)value;
  return true;
}

static bool fill_zeros(const NnObject *self, uint64_t seed, NdArray *out, Error *error) { return fill_with(out, 0); }
static bool fill_ones(const NnObject *self, uint64_t seed, NdArray *out, Error *error) { return fill_with(out, 1); }
static bool fill_constant(const NnObject *self, uint64_t seed, NdArray *out, Error *error) {
  return fill_with(out, nn_option_double(self, "value"));
}

static bool fill_identity(const NnObject *self, uint64_t seed, NdArray *out, Error *error) {
  if (out->ndim != 2) return wrong_rank("Identity matrix initializer can only be used for 2D matrices.", out, error);
  fill_with(out, 0);
  float gain = (float)nn_option_double(self, "gain");
  for (int64_t i = 0; i < out->shape[0] && i < out->shape[1]; i++) ((float *)out->data)[i * out->shape[1] + i] = gain;
  return true;
}

NdArray *nn_initializer_draw(NnObject *initializer, int ndim, const int64_t *shape, Error *error) {
  if (initializer->row->kind != NN_INITIALIZER) {
    core_fail(error, ERROR_VALUE, "Could not interpret initializer identifier: %s", initializer->row->name);
    return NULL;
  }
  const NnInitializerHandlers *handlers = initializer->row->handlers;
  NdArray *out = nd_new(ND_FLOAT32, ndim, shape, error);
  if (out == NULL) return NULL;
  const NnOption *seed = nn_option(initializer, "seed");
  uint64_t key = 0;
  if (seed != NULL) key = seed->tag == NN_OPTION_INT ? (uint64_t)seed->as.integer : initializer->seed;
  if (handlers->fill(initializer, key, out, error)) return out;
  nd_release(out);
  return NULL;
}

static const NnInitializerHandlers zeros_handlers = {.fill = fill_zeros};
static const NnInitializerHandlers ones_handlers = {.fill = fill_ones};
static const NnInitializerHandlers constant_handlers = {.fill = fill_constant};
static const NnInitializerHandlers identity_handlers = {.fill = fill_identity};

const NnRow nn_initializer_zeros = {
    .kind = NN_INITIALIZER, .name = "Zeros", .aliases = "zeros|zero", .signature = "",
    .help = "All 0.", .handlers = &zeros_handlers,
};
const NnRow nn_initializer_ones = {
    .kind = NN_INITIALIZER, .name = "Ones", .aliases = "ones|one", .signature = "",
    .help = "All 1.", .handlers = &ones_handlers,
};
const NnRow nn_initializer_constant = {
    .kind = NN_INITIALIZER, .name = "Constant", .aliases = "constant", .signature = "value=0.0",
    .help = "All the same value.", .handlers = &constant_handlers,
};
const NnRow nn_initializer_identity = {
    .kind = NN_INITIALIZER, .name = "Identity", .aliases = "identity|IdentityInitializer", .signature = "gain=1.0",
    .help = "The identity matrix times gain.", .handlers = &identity_handlers, .config = "",
};
