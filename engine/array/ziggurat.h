/* The ziggurat method's tables and draws. Private to this room.
 *
 * Marsaglia and Tsang, "The ziggurat method for generating random variables" (2000), with 256 strips: a draw picks a
 * strip and a place in its width; places below the strip's limit lie under the curve for sure. */
#ifndef NNSH_ENGINE_ARRAY_ZIGGURAT_H
#define NNSH_ENGINE_ARRAY_ZIGGURAT_H

#include "engine/array/random.h"

/* Limits and widths are in units of 2^-52 (normal) and 2^-53 (exponential); heights are the curve at a strip's edge. */
extern const uint64_t nd_normal_limits[256], nd_exponential_limits[256];
extern const double nd_normal_widths[256], nd_normal_heights[256], nd_exponential_widths[256],
    nd_exponential_heights[256];

uint32_t nd_pcg_uint32(NdRandom *random);
uint64_t nd_pcg_uint64(NdRandom *random);
double nd_ziggurat_normal(NdRandom *random);
double nd_ziggurat_exponential(NdRandom *random);
float nd_ziggurat_normal_float(NdRandom *random);
float nd_ziggurat_exponential_float(NdRandom *random);

#endif
