/* The .npy header, as npy.c and npz.c share it. Private to this room. */
#ifndef NNSH_ENGINE_FORMATS_NPY_H
#define NNSH_ENGINE_FORMATS_NPY_H

#include "engine/array/array.h"
#include "engine/core/text.h"

/* An array over the .npy bytes in a Buffer (length bytes from its start): no copy where byte order and alignment allow
 * it. The Buffer is borrowed (retained by the array). */
NdArray *npy_on_buffer(NdBuffer *buffer, size_t length, const char *name, Error *error);

/* The header that numpy writes for an array, padded so that the data is aligned to 64 bytes; false when memory is
 * short. *fortran tells that the data follows in Fortran order. */
bool npy_header(const NdArray *array, Text *header, bool *fortran, Error *error);

/* The array whose C-order bytes are the data of the file: the array itself, its transpose, or a copy. New reference. */
NdArray *npy_data_order(const NdArray *array, bool fortran, Error *error);

#endif
