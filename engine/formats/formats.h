/* Reading and writing array files. Files are read whole or mapped; a damaged file is an Error (ERROR_VALUE, or
 * ERROR_EOF where it is too short) that names the file and what is wrong with it, and never a crash: headers are
 * checked against the file's real size before anything is allocated.
 *
 * Paths are UTF-8 file names; "" is an error. Writing goes to a temporary file in the same folder, which is then
 * renamed over the target. */
#ifndef NNSH_ENGINE_FORMATS_FORMATS_H
#define NNSH_ENGINE_FORMATS_FORMATS_H

#include "engine/array/array.h"

/* IDX (the MNIST family's format), gzip-compressed or not: told apart by content. Result: the file's dtype and shape. */
NdArray *idx_read(const char *path, Error *error);

/* numpy's .npy, from a file or from memory. */
NdArray *npy_read(const char *path, Error *error);
NdArray *npy_parse(const char *bytes, size_t length, const char *name_for_errors, Error *error);
bool npy_write(const char *path, const NdArray *array, Error *error);

/* numpy's .npz (a zip of .npy members). Members are read when asked for. */
typedef struct Npz Npz;
Npz *npz_open(const char *path, Error *error);
void npz_close(Npz *npz);
int npz_count(const Npz *npz);
const char *npz_name(const Npz *npz, int index); /* "x_train", without ".npy" */
NdArray *npz_read(Npz *npz, const char *name, Error *error);
bool npz_write(const char *path, const char *const *names, NdArray *const *arrays, int count, bool compressed,
               Error *error);

/* A whole file, decompressed where it is gzip. *length bytes and a NUL; caller: core_free. Used by idx and others. */
char *file_read(const char *path, size_t *length, Error *error);
char *file_read_gzip(const char *path, size_t *length, Error *error);
/* Writes bytes by temporary file and rename. mode: e.g. 0644, 0600. */
bool file_write(const char *path, const char *bytes, size_t length, int mode, Error *error);

#endif
