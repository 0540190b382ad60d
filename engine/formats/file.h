/* What the readers and writers of this room share. Private to it; formats.h is for callers. */
#ifndef NNSH_ENGINE_FORMATS_FILE_H
#define NNSH_ENGINE_FORMATS_FILE_H

#include <stddef.h>

#include "engine/array/array.h"

/* Deflate makes at most 1032 bytes of one, so a file that claims more is damaged: nothing is allocated for it. */
bool file_could_inflate(uint64_t packed, uint64_t unpacked);

/* A whole file in a Buffer, decompressed where it is gzip, so that an array can lie on these bytes without a copy.
 * *length is the number of bytes that count; the Buffer may be larger. */
NdBuffer *file_read_buffer(const char *path, size_t *length, Error *error);

/* Fills the error from errno as Python words it: "[Errno 2] No such file or directory: 'x.npy'"; returns false. */
bool file_fail_errno(const char *path, int number, Error *error);

/* Puts bytes into a file by way of a temporary file: begin, write to the descriptor, then end with `keep` true
 * (renames) or false (removes). */
typedef struct FileReplacement {
  int descriptor;
  bool direct;     /* the target is no regular file (a pipe, /dev/null): written in place */
  char *target;    /* with symbolic links followed */
  char *temporary;
  const char *path; /* as the caller named it, for errors */
} FileReplacement;

bool file_replace_begin(FileReplacement *file, const char *path, int mode, Error *error);
bool file_replace_write(FileReplacement *file, const void *bytes, size_t length, Error *error);
bool file_replace_end(FileReplacement *file, bool keep, Error *error);

#endif
