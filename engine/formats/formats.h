/* Reading and writing array files. Files are read whole; a damaged file is an Error (ERROR_VALUE, or ERROR_EOF where it
 * is too short) that names the file and what is wrong with it, and never a crash: headers are checked against the
 * file's real size before anything is allocated. A missing file is ERROR_FILE_NOT_FOUND, what the system refuses is
 * ERROR_OS, both worded as Python's OSError ("[Errno 2] No such file or directory: 'x.npy'"). Ctrl-C ends long reads
 * and writes with ERROR_INTERRUPT.
 *
 * Paths are UTF-8 file names; "" is an error. Writing goes to a temporary file in the same folder, which is then
 * renamed over the target (symbolic links are followed; what is no regular file is written in place). */
#ifndef NNSH_ENGINE_FORMATS_FORMATS_H
#define NNSH_ENGINE_FORMATS_FORMATS_H

#include "engine/array/array.h"

/* IDX (the MNIST family's format; Y. LeCun, "The MNIST database"), gzip-compressed or not: told apart by content.
 * Result: the file's shape and dtype (uint8, int8, int16, int32, float32, float64; stored big-endian). Bytes are not
 * copied: the array lies on the Buffer that the file was read or decompressed into. */
NdArray *idx_read(const char *path, Error *error);
/* The same from bytes in memory (not gzip), copied. */
NdArray *idx_parse(const char *bytes, size_t length, const char *name_for_errors, Error *error);

/* numpy's .npy (format versions 1 to 3), from a file or from memory. Numbers and bool of either byte order; a file in
 * Fortran order becomes an array with Fortran strides, as in numpy. Strings, objects and structures are ERROR_VALUE. */
NdArray *npy_read(const char *path, Error *error);
NdArray *npy_parse(const char *bytes, size_t length, const char *name_for_errors, Error *error);
/* Writes the bytes that numpy.save writes (version 1.0). The name is taken as it is: numpy.save's ".npy" is the
 * caller's to add. */
bool npy_write(const char *path, const NdArray *array, Error *error);

/* numpy's .npz (a zip of .npy members). Members are read when asked for, each straight into the array's Buffer. */
typedef struct Npz Npz;
Npz *npz_open(const char *path, Error *error);
void npz_close(Npz *npz); /* NULL is allowed */
int npz_count(const Npz *npz);
const char *npz_name(const Npz *npz, int index); /* "x_train", without ".npy"; NULL beyond the last */
/* A name that is not there is ERROR_KEY, worded as numpy's: "x is not a file in the archive". */
NdArray *npz_read(Npz *npz, const char *name, Error *error);
/* The bytes of a member as they are (a .npy file of its own): caller core_free. */
char *npz_bytes(Npz *npz, const char *name, size_t *length, Error *error);
/* Where the pickle of an array of objects begins in the bytes of a .npy file; 0: they hold something else. */
size_t npy_pickle_start(const char *bytes, size_t length);
bool npz_write(const char *path, const char *const *names, NdArray *const *arrays, int count, bool compressed,
               Error *error);

/* A whole file: *length bytes and a NUL behind them; caller: core_free. file_read gives the bytes as they are,
 * file_read_gzip decompresses what begins as gzip does (all members) and gives other files as they are. */
char *file_read(const char *path, size_t *length, Error *error);
char *file_read_gzip(const char *path, size_t *length, Error *error);
/* Writes bytes by temporary file and rename. mode: e.g. 0666 (the umask applies), 0600; a file that exists never gets
 * more permissions than it had. */
bool file_write(const char *path, const char *bytes, size_t length, int mode, Error *error);

#endif
