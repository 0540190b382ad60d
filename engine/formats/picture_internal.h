/* What the readers of pictures share. Private to this room. */
#ifndef NNSH_ENGINE_FORMATS_PICTURE_INTERNAL_H
#define NNSH_ENGINE_FORMATS_PICTURE_INTERNAL_H

#include "engine/formats/picture.h"

/* More than any camera's; a damaged header asks for more. */
#define PICTURE_MOST_PIXELS ((uint64_t)1 << 28)

NdArray *picture_new(int64_t rows, int64_t columns, int channels, bool wide, Error *error);
bool picture_size_allowed(uint64_t rows, uint64_t columns, Error *error);

/* picture_decode for one kind; *out is cleared, what is put into it is released by the caller. */
bool png_decode(const char *bytes, size_t length, PictureForm form, int channels, bool wide, Picture *out,
                Error *error);
bool jpeg_decode(const char *bytes, size_t length, PictureForm form, int channels, Picture *out, Error *error);

#endif
