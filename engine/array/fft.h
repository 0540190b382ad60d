/* Discrete Fourier transforms of rows of complex numbers.
 *
 * Lengths are taken apart into factors 8, 4, 2, 3, 5 and the other primes (Swarztrauber's and Temperton's passes, in
 * the order of Reinecke's pocketfft, which numpy uses, so that roundings agree); lengths with large prime factors go by
 * way of a convolution (Bluestein 1970). */
#ifndef NNSH_ENGINE_ARRAY_FFT_H
#define NNSH_ENGINE_ARRAY_FFT_H

#include "engine/array/array.h"

/* sum over k of x[k] exp(-+2 pi i j k / n), times `factor`, along the last axis of an array of complex128, which must
 * be C-contiguous and have at least one axis of at least one element. The result is new. */
NdArray *nd_fft(const NdArray *array, bool inverse, double factor, Error *error);

#endif
