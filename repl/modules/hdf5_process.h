/* Files of HDF5 are read in a process of their own: nnsh itself, started with HDF5_PROCESS_OPTION, reads the file that
 * is its standard input through libhdf5 and writes the tree to its standard output. A file that makes the library
 * crash, hang or ask for all memory ends that process, and is an OSError here. */
#ifndef NNSH_REPL_MODULES_HDF5_PROCESS_H
#define NNSH_REPL_MODULES_HDF5_PROCESS_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/core/error.h"

#define HDF5_PROCESS_OPTION "--read-hdf5"

/* The tree of the file at `path`, or of `bytes` in memory (path NULL); the caller frees it. NULL: hdf5_read's errors,
 * with the hint that `name` is the file; ERROR_OS where the process failed; ERROR_FILE_NOT_FOUND and ERROR_OS in the
 * system's words where there is no such file; ERROR_INTERRUPT after Ctrl-C. */
struct Hdf5Node *hdf5_process_read(const char *path, const char *bytes, size_t length, const char *name, Error *error);

/* The other side: main() of that process. Takes limits of memory, of time and of the size of arrays from the file's
 * size: what it holds is at most what deflate can pack into it. `read_all` is called when the file has been read, before
 * the answer, after which the process may be ended at any time. Returns the status to leave with. */
int hdf5_process_main(bool (*read_all)(void));

#endif
