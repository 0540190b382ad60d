/* What a picture's first bytes say, and BMP. */
#include "engine/formats/picture_internal.h"

#include <string.h>

#include "engine/core/memory.h"

PictureKind picture_kind(const char *bytes, size_t length) {
  static const struct {
    const char *start;
    size_t length;
    PictureKind kind;
  } starts[] = {{"\x89PNG\r\n\x1a\n", 8, PICTURE_PNG}, {"\xff\xd8\xff", 3, PICTURE_JPEG}, {"BM", 2, PICTURE_BMP},
                {"GIF8", 4, PICTURE_GIF}};
  for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
    if (length >= starts[i].length && memcmp(bytes, starts[i].start, starts[i].length) == 0) return starts[i].kind;
  return PICTURE_UNKNOWN;
}

NdArray *picture_new(int64_t rows, int64_t columns, int channels, bool wide, Error *error) {
  return nd_new(wide ? ND_UINT16 : ND_UINT8, 3, (int64_t[]){rows, columns, channels}, error);
}

bool picture_size_allowed(uint64_t rows, uint64_t columns, Error *error) {
  if (rows > 0 && columns > 0 && rows <= 1 << 20 && columns <= 1 << 20 && rows * columns <= PICTURE_MOST_PIXELS)
    return true;
  return core_fail(error, ERROR_VALUE, "a picture of %llu x %llu pixels is too large", (unsigned long long)columns,
                   (unsigned long long)rows);
}

/* ---- BMP: uncompressed, 8 bits with a palette, 24 or 32 bits ---- */

static uint32_t little(const unsigned char *bytes, int count) {
  uint32_t value = 0;
  for (int i = count - 1; i >= 0; i--) value = value << 8 | bytes[i];
  return value;
}

static bool bmp_decode(const unsigned char *bytes, size_t length, PictureForm form, int channels, Picture *out,
                       Error *error) {
  if (length < 54) return core_fail(error, ERROR_VALUE, "the BMP file is too short");
  const uint32_t start = little(bytes + 10, 4), header = little(bytes + 14, 4);
  const int32_t width = (int32_t)little(bytes + 18, 4), tall = (int32_t)little(bytes + 22, 4);
  const int bits = (int)little(bytes + 28, 2);
  const uint32_t compression = little(bytes + 30, 4);
  if (header < 40 || (bits != 8 && bits != 24 && bits != 32) || (compression != 0 && !(compression == 3 && bits == 32)))
    return core_fail(error, ERROR_NOT_IMPLEMENTED, "only BMP files of 8, 24 or 32 bits without compression are read");
  const int64_t rows = tall < 0 ? -(int64_t)tall : tall, columns = width;
  if (width <= 0) return core_fail(error, ERROR_VALUE, "the BMP file's header is damaged");
  if (!picture_size_allowed((uint64_t)rows, (uint64_t)columns, error)) return false;
  const int64_t stride = (columns * bits / 8 + 3) / 4 * 4;
  if (start > length || (uint64_t)(rows * stride) > length - start)
    return core_fail(error, ERROR_VALUE, "the BMP file is too short");
  const unsigned char *colours = bytes + 14 + header;
  const uint32_t used = little(bytes + 46, 4), count = used ? used : 256;
  if (bits == 8 && (count > 256 || 14 + (uint64_t)header + 4 * (uint64_t)count > length))
    return core_fail(error, ERROR_VALUE, "the BMP file's palette is damaged");
  const int stored = bits == 32 && form == PICTURE_PLAIN ? 4 : 3;
  const int wanted = channels ? channels : stored;
  out->pixels = picture_new(rows, columns, wanted, false, error);
  if (out->pixels == NULL) return false;
  out->mode = "RGB";
  unsigned char *to = (unsigned char *)out->pixels->data;
  for (int64_t row = 0; row < rows; row++) {
    const unsigned char *from = bytes + start + (tall < 0 ? row : rows - 1 - row) * stride;
    for (int64_t column = 0; column < columns; column++, from += bits / 8, to += wanted) {
      if (bits == 8 && *from >= count) return core_fail(error, ERROR_VALUE, "the BMP file's palette is damaged");
      const unsigned char *blue = bits == 8 ? colours + 4 * *from : from;
      to[0] = blue[2];
      if (wanted == 1) to[0] = (unsigned char)((blue[2] * 19595 + blue[1] * 38470 + blue[0] * 7471 + 0x8000) >> 16);
      if (wanted < 3) continue;
      to[1] = blue[1];
      to[2] = blue[0];
      if (wanted == 4) to[3] = bits == 32 ? blue[3] : 255;
    }
  }
  return true;
}

bool picture_decode(const char *bytes, size_t length, PictureForm form, int channels, bool wide, Picture *out,
                    Error *error) {
  memset(out, 0, sizeof *out);
  out->kind = picture_kind(bytes, length);
  bool good;
  switch (out->kind) {
    case PICTURE_PNG: good = png_decode(bytes, length, form, channels, wide, out, error); break;
    case PICTURE_JPEG: good = jpeg_decode(bytes, length, form, channels, out, error); break;
    case PICTURE_BMP: good = bmp_decode((const unsigned char *)bytes, length, form, channels, out, error); break;
    case PICTURE_GIF: return core_fail(error, ERROR_NOT_IMPLEMENTED, "GIF pictures are not read: use PNG, JPEG or BMP");
    default: return core_fail(error, ERROR_NOT_IMPLEMENTED, "this is no PNG, JPEG or BMP picture");
  }
  if (!good) picture_clear(out);
  return good;
}

void picture_clear(Picture *picture) {
  nd_release(picture->pixels);
  nd_release(picture->palette);
  picture->pixels = picture->palette = NULL;
}
