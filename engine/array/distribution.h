/* The distributions of numpy.random's generators, one row each: numpy's name and signature, the check of its
 * parameters, and one draw. Streams equal RandomState's, and
 * Generator's where the NdRandom is one (generator.h). */
#ifndef NNSH_ENGINE_ARRAY_DISTRIBUTION_H
#define NNSH_ENGINE_ARRAY_DISTRIBUTION_H

#include "engine/array/random.h"

enum { ND_DISTRIBUTION_PARAMETERS = 3 };

typedef struct NdDistribution {
  const char *name;      /* numpy's: "normal" */
  const char *signature; /* numpy's: "loc=0.0, scale=1.0, size=None"; the parameters come first */
  const char *help;
  int parameters;        /* how many before `size` */
  bool integer;          /* results are int64; otherwise float64 */
  bool (*check)(const double *parameters, Error *error); /* NULL: all values are allowed */
  double (*draw)(NdRandom *random, const double *parameters);
} NdDistribution;

extern const NdDistribution nd_distributions[];
extern const int nd_distribution_count;
const NdDistribution *nd_distribution_named(const char *name); /* NULL where there is none */

/* Draws an array. `parameters` holds one array for each parameter of the row (0-d for scalars); they broadcast with
 * each other and with `shape`. A negative `ndim` means size=None: the shape is that of the broadcast parameters (0-d
 * for scalars). Every element of the parameters is checked before the first draw: ERROR_VALUE with numpy's text, e.g.
 * "scale < 0". */
NdArray *nd_distribution_draw(const NdDistribution *distribution, NdRandom *random, NdArray *const *parameters,
                              int ndim, const int64_t *shape, Error *error);

/* Single draws that other distributions are made of: multinomial, dirichlet. */
double nd_draw_binomial(NdRandom *random, double n, double chance);
double nd_draw_gamma(NdRandom *random, double shape);

#endif
