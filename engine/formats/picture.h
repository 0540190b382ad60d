/* Pictures in files: PNG by libpng, JPEG by libjpeg(-turbo), BMP by this room; and resizing.
 *
 * A picture is an array (rows, columns, channels), channels 1 (grey), 2 (grey, alpha), 3 (RGB) or 4 (RGBA); uint8, or
 * uint16 where 16 bits a sample are asked for. Damaged bytes are ERROR_VALUE that says what the library found wrong;
 * what is no picture, or of a kind that is not read (GIF, WebP, TIFF), is ERROR_NOT_IMPLEMENTED. Nothing turns pictures
 * by their EXIF orientation, as neither Pillow nor TensorFlow does. */
#ifndef NNSH_ENGINE_FORMATS_PICTURE_H
#define NNSH_ENGINE_FORMATS_PICTURE_H

#include "engine/array/array.h"
#include "engine/core/text.h"

typedef enum PictureKind { PICTURE_UNKNOWN, PICTURE_PNG, PICTURE_JPEG, PICTURE_BMP, PICTURE_GIF } PictureKind;
/* By the first bytes. */
PictureKind picture_kind(const char *bytes, size_t length);

typedef enum PictureForm {
  PICTURE_PLAIN,  /* samples as TensorFlow's decode_* ops give them: palettes as colours, `channels` as asked for */
  PICTURE_STORED, /* as Pillow opens them: palette and number of channels as in the file */
} PictureForm;

typedef struct Picture {
  NdArray *pixels;
  NdArray *palette; /* PICTURE_STORED: (n, 3), or (n, 4) with transparency, uint8; NULL where there is none */
  const char *mode; /* PICTURE_STORED: Pillow's name: "1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK" */
  PictureKind kind;
} Picture;

/* channels: 0 as in the file, 1, 3 or 4 (PICTURE_PLAIN only). wide: uint16 (PNG only). */
bool picture_decode(const char *bytes, size_t length, PictureForm form, int channels, bool wide, Picture *out,
                    Error *error);
void picture_clear(Picture *picture);

/* Bytes of a file, added to `out`. pixels: uint8 (PNG also uint16), 2 or 3 dimensions; palette: as above, or NULL;
 * level: of compression, 0 to 9, or -1; two_levels: one bit a pixel, 0 is black. JPEG takes 1 or 3 channels, quality 1
 * to 100; smooth: colours at half the resolution. */
bool picture_encode_png(const NdArray *pixels, const NdArray *palette, int level, bool two_levels, Text *out,
                        Error *error);
bool picture_encode_jpeg(const NdArray *pixels, int quality, bool smooth, Text *out, Error *error);

/* Filters of Pillow's Image.resize and of tf.image.resize. */
#define PICTURE_FILTER_ROWS(ROW)                                                                               \
  ROW(NEAREST, "nearest") ROW(BOX, "box") ROW(BILINEAR, "bilinear") ROW(HAMMING, "hamming") ROW(BICUBIC, "bicubic") \
  ROW(LANCZOS, "lanczos") ROW(AREA, "area") ROW(LANCZOS5, "lanczos5") ROW(GAUSSIAN, "gaussian")                  \
  ROW(MITCHELL, "mitchellcubic")
typedef enum PictureFilter {
#define PICTURE_FILTER_ENUM(tag, name) PICTURE_FILTER_##tag,
  PICTURE_FILTER_ROWS(PICTURE_FILTER_ENUM)
#undef PICTURE_FILTER_ENUM
  PICTURE_FILTER_COUNT
} PictureFilter;
/* The filter of a name, or -1; "lanczos3" is "lanczos". */
int picture_filter_named(const char *name);

typedef enum PictureRule {
  PICTURE_PILLOW, /* reducing averages; uint8 in and out by whole numbers, other dtypes float32 (Pillow's Resample.c) */
  PICTURE_TENSORFLOW, /* points between pixels, reducing averages where `antialias` is set; float32 out (tensorflow's
                       * resize_*_op.cc and scale_and_translate_op.cc, half_pixel_centers) */
} PictureRule;

/* (..., rows, columns, channels) to another size. box: left, top, right, bottom of the part that is taken, or NULL.
 * NEAREST keeps the dtype. Sizes below one are ERROR_VALUE. */
NdArray *picture_resize(const NdArray *pictures, int64_t rows, int64_t columns, PictureFilter filter, PictureRule rule,
                        bool antialias, const double *box, Error *error);

#endif
