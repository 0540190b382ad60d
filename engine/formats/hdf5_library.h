/* libhdf5, loaded when the first file of weights is written (reading needs no library, see hdf5_read.c): linked at start it would cost every run several
 * milliseconds. Private to this room. */
#ifndef NNSH_ENGINE_FORMATS_HDF5_LIBRARY_H
#define NNSH_ENGINE_FORMATS_HDF5_LIBRARY_H

#include <hdf5.h>
#include <stdbool.h>

#include "engine/core/error.h"

/* The header's flags call the library to open it; hdf5_library_load has done so. */
#undef H5CHECK
#define H5CHECK
#undef H5OPEN
#define H5OPEN

#define HDF5_LIBRARY_ROWS(ROW)                                                                                       \
  ROW(Aclose) ROW(Acreate2) ROW(Awrite) ROW(Dclose) ROW(Dcreate2) ROW(Dwrite) ROW(Eset_auto2) ROW(Fclose)            \
  ROW(Fcreate) ROW(Fflush) ROW(Fget_file_image) ROW(Gclose) ROW(Gcreate2) ROW(Gopen2) ROW(Pclose) ROW(Pcreate)       \
  ROW(Pset_fapl_core) ROW(Sclose) ROW(Screate) ROW(Screate_simple) ROW(Tclose) ROW(Tcopy) ROW(Tset_cset)             \
  ROW(Tset_size) ROW(open)

typedef struct Hdf5Library {
#define HDF5_LIBRARY_MEMBER(name) __typeof__(&H5##name) name;
  HDF5_LIBRARY_ROWS(HDF5_LIBRARY_MEMBER)
#undef HDF5_LIBRARY_MEMBER
  /* The library's own types and classes of properties, which it makes when it is opened. */
  hid_t int8, int16, int32, int64, uint8, uint16, uint32, uint64, float32, float64, string, file_access;
} Hdf5Library;

/* Filled by hdf5_library_load. */
extern Hdf5Library libhdf5; /* libhdf5.Fopen is H5Fopen */

/* Loads libhdf5 once and silences it. False with ERROR_OS ("libhdf5 could not be loaded: ...", hint: the package). */
bool hdf5_library_load(Error *error);

#endif
