/* libhdf5, loaded when the first file of weights is written (or read, in a process of its own: hdf5_read.c): linked at
 * start it would cost every run several milliseconds. Private to this room. */
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
  ROW(Aclose) ROW(Acreate2) ROW(Aget_name) ROW(Aget_num_attrs) ROW(Aget_space) ROW(Aget_type) ROW(Aopen_by_idx)      \
  ROW(Aread) ROW(Awrite) ROW(Dclose) ROW(Dcreate2) ROW(Dget_create_plist) ROW(Dget_space) ROW(Dget_type) ROW(Dread)  \
  ROW(Dvlen_reclaim) ROW(Dwrite) ROW(Eset_auto2) ROW(Ewalk2) ROW(Fclose) ROW(Fcreate) ROW(Fflush)                    \
  ROW(Fget_file_image) ROW(Fopen) ROW(Gclose) ROW(Gcreate2) ROW(Gget_info) ROW(Gopen2) ROW(Iget_type)                \
  ROW(Lget_name_by_idx) ROW(Oclose) ROW(Oopen) ROW(PLset_loading_state) ROW(Pclose) ROW(Pcreate)                     \
  ROW(Pget_external_count) ROW(Pget_layout) ROW(Pset_fapl_core) ROW(Sclose) ROW(Screate) ROW(Screate_simple)         \
  ROW(Sget_simple_extent_dims) ROW(Sget_simple_extent_ndims) ROW(Sget_simple_extent_type) ROW(Tclose) ROW(Tcopy)     \
  ROW(Tget_class) ROW(Tget_sign) ROW(Tget_size) ROW(Tis_variable_str) ROW(Tset_cset) ROW(Tset_size) ROW(open)

/* H5L_info_t and what later releases made of it begin with the kind of link. */
typedef struct Hdf5Link {
  H5L_type_t type;
  char rest[60];
} Hdf5Link;

typedef struct Hdf5Library {
#define HDF5_LIBRARY_MEMBER(name) __typeof__(&H5##name) name;
  HDF5_LIBRARY_ROWS(HDF5_LIBRARY_MEMBER)
#undef HDF5_LIBRARY_MEMBER
  /* H5Lget_info in the form that all releases have, under the name that this one has for it. */
  herr_t (*link_info)(hid_t group, const char *name, Hdf5Link *link, hid_t access);
  /* The library's own types and classes of properties, which it makes when it is opened. */
  hid_t int8, int16, int32, int64, uint8, uint16, uint32, uint64, float32, float64, string, file_access;
} Hdf5Library;

/* Filled by hdf5_library_load. */
extern Hdf5Library libhdf5; /* libhdf5.Fopen is H5Fopen */

/* Loads libhdf5 once and silences it. False with ERROR_OS ("libhdf5 could not be loaded: ...", hint: the package). */
bool hdf5_library_load(Error *error);

#endif
