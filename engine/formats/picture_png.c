/* PNG by libpng. The library's errors jump back here: what must outlive a jump lies in a struct. */
#include <setjmp.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/formats/picture_internal.h"
#include "engine/formats/picture_library.h"

typedef struct Png {
  png_structp png;
  png_infop info;
  png_bytep *lines;
  const char *bytes;
  size_t length;
  Text *out;
  Error *error;
  jmp_buf back;
} Png;

static void on_error(png_structp png, png_const_charp text) {
  Png *self = libpng.get_error_ptr(png);
  core_fail(self->error, ERROR_VALUE, "damaged PNG: %s", text);
  longjmp(self->back, 1);
}
static void on_warning(png_structp png, png_const_charp text) {}

static void take_bytes(png_structp png, png_bytep to, size_t count) {
  Png *self = libpng.get_io_ptr(png);
  if (count > self->length) libpng.error(png, "the file is too short");
  memcpy(to, self->bytes, count);
  self->bytes += count;
  self->length -= count;
}
static void put_bytes(png_structp png, png_bytep from, size_t count) {
  text_add_bytes(((Png *)libpng.get_io_ptr(png))->out, (const char *)from, count);
}
static void flush_nothing(png_structp png) {}

/* A pointer to each row, for the library. */
static bool make_lines(Png *self, const NdArray *pixels) {
  const int64_t rows = pixels->shape[0];
  self->lines = core_alloc((size_t)rows * sizeof *self->lines);
  if (self->lines == NULL) return core_fail_memory(self->error, (unsigned long long)rows * sizeof *self->lines);
  const int64_t bytes = rows > 0 ? pixels->size / rows * pixels->itemsize : 0;
  for (int64_t i = 0; i < rows; i++) self->lines[i] = (png_bytep)pixels->data + i * bytes;
  return true;
}

/* As TensorFlow's png_io.cc sets the library up. */
static int plain_form(Png *self, int colour, int depth, int channels, bool wide) {
  const bool transparent = libpng.get_valid(self->png, self->info, PNG_INFO_tRNS) != 0;
  if (channels == 0)
    channels = colour == PNG_COLOR_TYPE_PALETTE ? 3 + transparent
               : (colour & PNG_COLOR_MASK_COLOR ? 3 : 1) + (colour & PNG_COLOR_MASK_ALPHA ? 1 : 0);
  if (channels % 2 == 0) {
    if (!(colour & PNG_COLOR_MASK_ALPHA) && transparent) libpng.set_tRNS_to_alpha(self->png);
    else if (!(colour & PNG_COLOR_MASK_ALPHA)) libpng.set_add_alpha(self->png, (1u << depth) - 1, PNG_FILLER_AFTER);
  } else if ((colour & PNG_COLOR_MASK_ALPHA) || transparent) {
    libpng.set_strip_alpha(self->png);
  }
  if (depth > 8 && !wide) libpng.set_strip_16(self->png);
  libpng.set_packing(self->png);
  if (wide && depth > 8) libpng.set_swap(self->png);
  if (colour == PNG_COLOR_TYPE_PALETTE) libpng.set_palette_to_rgb(self->png);
  const bool grey = !(colour & PNG_COLOR_MASK_COLOR);
  if (grey && depth < 8) libpng.set_expand_gray_1_2_4_to_8(self->png);
  if (channels < 3 && !grey) libpng.set_rgb_to_gray(self->png, 1, 0.299, 0.587);
  if (channels >= 3 && grey) libpng.set_gray_to_rgb(self->png);
  return channels;
}

static bool keep_palette(Png *self, Picture *out) {
  png_colorp colours;
  png_bytep alphas = NULL;
  int count = 0, alpha_count = 0;
  libpng.get_PLTE(self->png, self->info, &colours, &count);
  libpng.get_tRNS(self->png, self->info, &alphas, &alpha_count, NULL);
  const int wide = alpha_count > 0 ? 4 : 3;
  out->palette = nd_new(ND_UINT8, 2, (int64_t[]){count, wide}, self->error);
  if (out->palette == NULL) return false;
  unsigned char *to = (unsigned char *)out->palette->data;
  for (int i = 0; i < count; i++, to += wide) {
    to[0] = colours[i].red;
    to[1] = colours[i].green;
    to[2] = colours[i].blue;
    if (wide == 4) to[3] = i < alpha_count ? alphas[i] : 255;
  }
  return true;
}

/* As Pillow opens it: 16 bits stay for grey alone. */
static int stored_form(Png *self, int colour, int depth, Picture *out) {
  libpng.set_packing(self->png);
  if (colour == PNG_COLOR_TYPE_PALETTE) {
    out->mode = "P";
    return keep_palette(self, out) ? 1 : 0;
  }
  if (colour == PNG_COLOR_TYPE_GRAY) {
    if (depth < 8) libpng.set_expand_gray_1_2_4_to_8(self->png);
    if (depth == 16) libpng.set_swap(self->png);
    out->mode = depth == 1 ? "1" : depth == 16 ? "I;16" : "L";
    return 1;
  }
  if (depth == 16) libpng.set_strip_16(self->png);
  out->mode = colour == PNG_COLOR_TYPE_GRAY_ALPHA ? "LA" : colour == PNG_COLOR_TYPE_RGB ? "RGB" : "RGBA";
  return (int)strlen(out->mode);
}

static bool decode(Png *self, PictureForm form, int channels, bool wide, Picture *out) {
  png_uint_32 columns, rows;
  int depth, colour;
  libpng.set_read_fn(self->png, self, take_bytes);
  libpng.read_info(self->png, self->info);
  libpng.get_IHDR(self->png, self->info, &columns, &rows, &depth, &colour, NULL, NULL, NULL);
  if (!picture_size_allowed(rows, columns, self->error)) return false;
  const int made = form == PICTURE_PLAIN ? plain_form(self, colour, depth, channels, wide)
                                         : stored_form(self, colour, depth, out);
  if (made == 0) return false;
  libpng.set_interlace_handling(self->png);
  libpng.read_update_info(self->png, self->info);
  const bool stays_wide = form == PICTURE_PLAIN ? wide && depth == 16 : strcmp(out->mode, "I;16") == 0;
  out->pixels = picture_new(rows, columns, made, stays_wide, self->error);
  if (out->pixels == NULL) return false;
  if (libpng.get_rowbytes(self->png, self->info) != (size_t)columns * (size_t)made * (stays_wide ? 2 : 1))
    return core_fail(self->error, ERROR_NOT_IMPLEMENTED, "a PNG of this kind is not read");
  if (!make_lines(self, out->pixels)) return false;
  libpng.read_image(self->png, self->lines);
  return true;
}

/* Eight bits as sixteen: 255 becomes 65535. */
static bool widen(Picture *out, Error *error) {
  NdArray *made = nd_new(ND_UINT16, 3, out->pixels->shape, error);
  if (made == NULL) return false;
  for (int64_t i = 0; i < made->size; i++)
    ((uint16_t *)(void *)made->data)[i] = (uint16_t)(((unsigned char *)out->pixels->data)[i] * 257);
  nd_release(out->pixels);
  out->pixels = made;
  return true;
}

static bool guarded_decode(Png *self, PictureForm form, int channels, bool wide, Picture *out) {
  if (setjmp(self->back)) return false;
  self->info = libpng.create_info_struct(self->png);
  if (self->info == NULL) return core_fail_memory(self->error, sizeof(png_infop));
  return decode(self, form, channels, wide, out);
}

bool png_decode(const char *bytes, size_t length, PictureForm form, int channels, bool wide, Picture *out,
                Error *error) {
  if (!png_library_load(error)) return false;
  Png self = {.bytes = bytes, .length = length, .error = error};
  self.png = libpng.create_read_struct(PNG_LIBPNG_VER_STRING, &self, on_error, on_warning);
  if (self.png == NULL) return core_fail(error, ERROR_OS, "libpng is of another version than the program's");
  const bool good = guarded_decode(&self, form, channels, wide, out);
  libpng.destroy_read_struct(&self.png, &self.info, NULL);
  core_free(self.lines);
  return good && (!wide || form != PICTURE_PLAIN || out->pixels->type == ND_UINT16 || widen(out, error));
}

/* ---- Writing ---- */

static void put_palette(Png *self, const NdArray *palette) {
  png_color colours[256];
  png_byte alphas[256];
  const int count = palette->shape[0] < 256 ? (int)palette->shape[0] : 256, wide = (int)palette->shape[1];
  for (int i = 0; i < count; i++) {
    const unsigned char *from = (const unsigned char *)palette->data + i * wide;
    colours[i] = (png_color){from[0], from[1], from[2]};
    alphas[i] = wide == 4 ? from[3] : 255;
  }
  libpng.set_PLTE(self->png, self->info, colours, count);
  if (wide == 4) libpng.set_tRNS(self->png, self->info, alphas, count, NULL);
}

static bool guarded_encode(Png *self, const NdArray *pixels, const NdArray *palette, int level, bool two_levels) {
  static const int colours[] = {PNG_COLOR_TYPE_GRAY, PNG_COLOR_TYPE_GRAY_ALPHA, PNG_COLOR_TYPE_RGB,
                                PNG_COLOR_TYPE_RGB_ALPHA};
  if (setjmp(self->back)) return false;
  self->info = libpng.create_info_struct(self->png);
  if (self->info == NULL) return core_fail_memory(self->error, sizeof(png_infop));
  if (!make_lines(self, pixels)) return false;
  const int channels = pixels->ndim == 2 ? 1 : (int)pixels->shape[2];
  libpng.set_write_fn(self->png, self, put_bytes, flush_nothing);
  if (level >= 0) libpng.set_compression_level(self->png, level);
  libpng.set_IHDR(self->png, self->info, (png_uint_32)pixels->shape[1], (png_uint_32)pixels->shape[0],
                  pixels->type == ND_UINT16 ? 16
                  : two_levels              ? 1
                                            : 8,
                  palette != NULL ? PNG_COLOR_TYPE_PALETTE : colours[channels - 1], PNG_INTERLACE_NONE,
                  PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (palette != NULL) put_palette(self, palette);
  libpng.write_info(self->png, self->info);
  if (pixels->type == ND_UINT16) libpng.set_swap(self->png);
  if (two_levels) libpng.set_packing(self->png);
  libpng.write_image(self->png, self->lines);
  libpng.write_end(self->png, self->info);
  return !self->out->failed || core_fail_memory(self->error, self->out->capacity);
}

bool picture_encode_png(const NdArray *pixels, const NdArray *palette, int level, bool two_levels, Text *out,
                        Error *error) {
  const int64_t channels = pixels->ndim == 3 ? pixels->shape[2] : 1;
  if (pixels->ndim < 2 || pixels->ndim > 3 || channels < 1 || channels > 4 ||
      (pixels->type != ND_UINT8 && pixels->type != ND_UINT16))
    return core_fail(error, ERROR_VALUE, "a PNG is made of (rows, columns[, 1 to 4]) numbers of uint8 or uint16");
  if (!picture_size_allowed((uint64_t)pixels->shape[0], (uint64_t)pixels->shape[1], error) || !png_library_load(error))
    return false;
  NdArray *whole = nd_copy(pixels, error);
  if (whole == NULL) return false;
  Png self = {.out = out, .error = error};
  self.png = libpng.create_write_struct(PNG_LIBPNG_VER_STRING, &self, on_error, on_warning);
  bool good = self.png != NULL || core_fail(error, ERROR_OS, "libpng is of another version than the program's");
  good = good && guarded_encode(&self, whole, palette, level, two_levels && channels == 1);
  if (self.png != NULL) libpng.destroy_write_struct(&self.png, &self.info);
  core_free(self.lines);
  nd_release(whole);
  return good;
}
