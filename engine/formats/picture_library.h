/* libpng and libjpeg, each loaded when the first picture of its kind is read or written: linked at start they would
 * cost every run a millisecond. Private to this room. */
#ifndef NNSH_ENGINE_FORMATS_PICTURE_LIBRARY_H
#define NNSH_ENGINE_FORMATS_PICTURE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <jpeglib.h>
#include <png.h>

#include "engine/core/error.h"

#define PNG_LIBRARY_ROWS(ROW)                                                                                     \
  ROW(create_info_struct) ROW(create_read_struct) ROW(create_write_struct) ROW(destroy_read_struct)               \
  ROW(destroy_write_struct) ROW(error) ROW(get_IHDR) ROW(get_PLTE) ROW(get_error_ptr) ROW(get_io_ptr)             \
  ROW(get_rowbytes) ROW(get_tRNS) ROW(get_valid) ROW(read_end) ROW(read_image) ROW(read_info)                     \
  ROW(read_update_info) ROW(set_IHDR) ROW(set_PLTE) ROW(set_add_alpha) ROW(set_compression_level)                 \
  ROW(set_expand_gray_1_2_4_to_8) ROW(set_gray_to_rgb) ROW(set_interlace_handling) ROW(set_packing)               \
  ROW(set_palette_to_rgb) ROW(set_read_fn) ROW(set_rgb_to_gray) ROW(set_strip_16) ROW(set_strip_alpha)            \
  ROW(set_swap) ROW(set_tRNS) ROW(set_tRNS_to_alpha) ROW(set_write_fn) ROW(write_end) ROW(write_image)            \
  ROW(write_info)

typedef struct PngLibrary {
#define PNG_LIBRARY_MEMBER(name) __typeof__(&png_##name) name;
  PNG_LIBRARY_ROWS(PNG_LIBRARY_MEMBER)
#undef PNG_LIBRARY_MEMBER
} PngLibrary;

#define JPEG_LIBRARY_ROWS(ROW)                                                                                    \
  ROW(CreateCompress) ROW(CreateDecompress) ROW(destroy_compress) ROW(destroy_decompress) ROW(finish_compress)    \
  ROW(finish_decompress) ROW(read_header) ROW(read_scanlines) ROW(resync_to_restart) ROW(set_defaults)            \
  ROW(set_quality) ROW(start_compress) ROW(start_decompress) ROW(std_error) ROW(write_scanlines)

typedef struct JpegLibrary {
#define JPEG_LIBRARY_MEMBER(name) __typeof__(&jpeg_##name) name;
  JPEG_LIBRARY_ROWS(JPEG_LIBRARY_MEMBER)
#undef JPEG_LIBRARY_MEMBER
} JpegLibrary;

/* Filled by the two functions below. */
extern PngLibrary libpng; /* libpng.read_info is png_read_info */
extern JpegLibrary libjpeg;

/* Load a library once. False with ERROR_OS ("libpng could not be loaded: ...", hint: the package's name). */
bool png_library_load(Error *error);
bool jpeg_library_load(Error *error);

#endif
