/* Draws of whole numbers for the table of distributions. Private to this room; x is the generator, p the parameters. */
#ifndef NNSH_ENGINE_ARRAY_COUNTS_H
#define NNSH_ENGINE_ARRAY_COUNTS_H

#include "engine/array/random.h"

double nd_count_geometric(NdRandom *x, const double *p);
double nd_count_poisson(NdRandom *x, const double *p);
double nd_count_binomial(NdRandom *x, const double *p);
double nd_count_negative_binomial(NdRandom *x, const double *p);
double nd_count_zipf(NdRandom *x, const double *p);
double nd_count_logseries(NdRandom *x, const double *p);
double nd_count_hypergeometric(NdRandom *x, const double *p);

#endif
