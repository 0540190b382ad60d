/* libzip, loaded when the first archive is opened: linked at start it would cost every run two milliseconds (it brings
 * a cryptographic library along). Private to this room. */
#ifndef NNSH_ENGINE_FORMATS_ZIP_LIBRARY_H
#define NNSH_ENGINE_FORMATS_ZIP_LIBRARY_H

#include <stdbool.h>
#include <zip.h>

#include "engine/core/error.h"

#define ZIP_LIBRARY_ROWS(ROW)                                                                                       \
  ROW(close) ROW(discard) ROW(error_code_system) ROW(error_code_zip) ROW(error_fini)            \
  ROW(error_init_with_code) ROW(error_strerror) ROW(error_system_type) ROW(fclose) ROW(file_add) \
  ROW(file_set_dostime) ROW(file_strerror) ROW(fopen_index) ROW(fread) ROW(get_error)           \
  ROW(get_name) ROW(get_num_entries) ROW(open) ROW(set_file_compression)                            \
  ROW(source_buffer_fragment) ROW(source_free) ROW(stat_index)

typedef struct ZipLibrary {
#define ZIP_LIBRARY_MEMBER(name) __typeof__(&zip_##name) name;
  ZIP_LIBRARY_ROWS(ZIP_LIBRARY_MEMBER)
#undef ZIP_LIBRARY_MEMBER
} ZipLibrary;

/* Filled by zip_library_load. */
extern ZipLibrary libzip; /* libzip.open is zip_open */

/* Loads libzip once. False with ERROR_OS ("libzip could not be loaded: ...", hint: the package's name). */
bool zip_library_load(Error *error);

#endif
