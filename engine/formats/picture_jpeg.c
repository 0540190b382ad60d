/* JPEG by libjpeg or libjpeg-turbo. The library's errors jump back here: what must outlive a jump lies in a struct. */
#include <setjmp.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/formats/picture_internal.h"
#include "engine/formats/picture_library.h"

typedef struct Jpeg {
  struct jpeg_error_mgr errors;
  struct jpeg_decompress_struct reader;
  struct jpeg_compress_struct writer;
  struct jpeg_source_mgr source;
  struct jpeg_destination_mgr target;
  unsigned char *line; /* for CMYK, and the piece of a file that is written */
  Text *out;
  Error *error;
  jmp_buf back;
} Jpeg;

enum { PIECE = 16384 };

static void on_error(j_common_ptr common) {
  Jpeg *self = common->client_data;
  char text[JMSG_LENGTH_MAX];
  common->err->format_message(common, text);
  core_fail(self->error, ERROR_VALUE, "damaged JPEG: %s", text);
  longjmp(self->back, 1);
}
static void on_message(j_common_ptr common, int level) {}
static void no_output(j_common_ptr common) {}

/* ---- Reading from memory ---- */

static void start_source(j_decompress_ptr reader) {}
static boolean no_more(j_decompress_ptr reader) {
  Jpeg *self = reader->client_data;
  core_fail(self->error, ERROR_VALUE, "damaged JPEG: the file is too short");
  longjmp(self->back, 1);
}
static void skip(j_decompress_ptr reader, long count) {
  if (count <= 0) return;
  if ((size_t)count > reader->src->bytes_in_buffer) no_more(reader);
  reader->src->next_input_byte += count;
  reader->src->bytes_in_buffer -= (size_t)count;
}
static void end_source(j_decompress_ptr reader) {}

/* Four inks as three colours; Adobe's programs write them inverted. */
static void print_colours(const unsigned char *from, unsigned char *to, int64_t columns, bool inverted) {
  for (int64_t i = 0; i < columns; i++, from += 4, to += 3)
    for (int c = 0; c < 3; c++)
      to[c] = (unsigned char)(inverted ? from[3] * from[c] / 255 : (255 - from[3]) * (255 - from[c]) / 255);
}

static bool decode(Jpeg *self, PictureForm form, int channels, Picture *out) {
  struct jpeg_decompress_struct *reader = &self->reader;
  libjpeg.read_header(reader, TRUE);
  if (!picture_size_allowed(reader->image_height, reader->image_width, self->error)) return false;
  const bool inks = reader->jpeg_color_space == JCS_CMYK || reader->jpeg_color_space == JCS_YCCK;
  const bool stored = form == PICTURE_STORED;
  if (channels == 4) return core_fail(self->error, ERROR_VALUE, "JPEG does not support 4 channels");
  int made = channels ? channels : reader->num_components == 1 ? 1 : 3;
  if (inks && stored) made = 4;
  reader->out_color_space = inks ? JCS_CMYK : made == 1 ? JCS_GRAYSCALE : JCS_RGB;
  if (inks && made == 1) return core_fail(self->error, ERROR_NOT_IMPLEMENTED, "a JPEG of four inks is not read as grey");
  /* TensorFlow's decode_jpeg asks for the fast transform, Pillow for the exact one. */
  reader->dct_method = stored ? JDCT_ISLOW : JDCT_IFAST;
  out->mode = made == 1 ? "L" : made == 4 ? "CMYK" : "RGB";
  libjpeg.start_decompress(reader);
  const int64_t rows = reader->output_height, columns = reader->output_width;
  out->pixels = picture_new(rows, columns, made, false, self->error);
  self->line = core_alloc((size_t)columns * 4);
  if (out->pixels == NULL || self->line == NULL)
    return out->pixels != NULL && core_fail_memory(self->error, 4 * (size_t)columns);
  while (reader->output_scanline < reader->output_height) {
    unsigned char *to = (unsigned char *)out->pixels->data + reader->output_scanline * columns * made;
    JSAMPROW line = inks ? self->line : to;
    libjpeg.read_scanlines(reader, &line, 1);
    if (!inks) continue;
    if (!stored) print_colours(self->line, to, columns, reader->saw_Adobe_marker);
    else
      for (int64_t i = 0; i < columns * 4; i++)
        to[i] = reader->saw_Adobe_marker ? (unsigned char)(255 - self->line[i]) : self->line[i];
  }
  libjpeg.finish_decompress(reader);
  return true;
}

static bool guarded_decode(Jpeg *self, PictureForm form, int channels, Picture *out) {
  if (setjmp(self->back)) return false;
  libjpeg.CreateDecompress(&self->reader, JPEG_LIB_VERSION, sizeof self->reader);
  self->reader.src = &self->source;
  return decode(self, form, channels, out);
}

static Jpeg *new_jpeg(Error *error) {
  if (!jpeg_library_load(error)) return NULL;
  Jpeg *self = core_alloc_zero(1, sizeof *self);
  if (self == NULL) {
    core_fail_memory(error, sizeof *self);
    return NULL;
  }
  self->error = error;
  struct jpeg_error_mgr *errors = libjpeg.std_error(&self->errors);
  errors->error_exit = on_error;
  errors->emit_message = on_message;
  errors->output_message = no_output;
  self->reader.err = self->writer.err = errors;
  self->reader.client_data = self->writer.client_data = self;
  return self;
}

bool jpeg_decode(const char *bytes, size_t length, PictureForm form, int channels, Picture *out, Error *error) {
  Jpeg *self = new_jpeg(error);
  if (self == NULL) return false;
  self->source = (struct jpeg_source_mgr){.next_input_byte = (const JOCTET *)bytes, .bytes_in_buffer = length,
                                          .init_source = start_source, .fill_input_buffer = no_more,
                                          .skip_input_data = skip, .resync_to_restart = libjpeg.resync_to_restart,
                                          .term_source = end_source};
  const bool good = guarded_decode(self, form, channels, out);
  libjpeg.destroy_decompress(&self->reader);
  core_free(self->line);
  core_free(self);
  return good;
}

/* ---- Writing to memory ---- */

static void start_target(j_compress_ptr writer) {
  Jpeg *self = writer->client_data;
  self->target.next_output_byte = self->line;
  self->target.free_in_buffer = PIECE;
}
static boolean empty_piece(j_compress_ptr writer) {
  Jpeg *self = writer->client_data;
  text_add_bytes(self->out, (const char *)self->line, PIECE);
  start_target(writer);
  return TRUE;
}
static void end_target(j_compress_ptr writer) {
  Jpeg *self = writer->client_data;
  text_add_bytes(self->out, (const char *)self->line, PIECE - self->target.free_in_buffer);
}

static bool guarded_encode(Jpeg *self, const NdArray *pixels, int quality, bool smooth) {
  if (setjmp(self->back)) return false;
  struct jpeg_compress_struct *writer = &self->writer;
  libjpeg.CreateCompress(writer, JPEG_LIB_VERSION, sizeof *writer);
  writer->dest = &self->target;
  writer->image_height = (JDIMENSION)pixels->shape[0];
  writer->image_width = (JDIMENSION)pixels->shape[1];
  writer->input_components = pixels->ndim == 2 ? 1 : (int)pixels->shape[2];
  writer->in_color_space = writer->input_components == 1 ? JCS_GRAYSCALE : JCS_RGB;
  libjpeg.set_defaults(writer);
  libjpeg.set_quality(writer, quality, TRUE);
  if (!smooth && writer->num_components == 3)
    writer->comp_info[0].h_samp_factor = writer->comp_info[0].v_samp_factor = 1;
  libjpeg.start_compress(writer, TRUE);
  const int64_t bytes = pixels->shape[1] * writer->input_components;
  while (writer->next_scanline < writer->image_height) {
    JSAMPROW line = (JSAMPROW)pixels->data + writer->next_scanline * bytes;
    libjpeg.write_scanlines(writer, &line, 1);
  }
  libjpeg.finish_compress(writer);
  return !self->out->failed || core_fail_memory(self->error, self->out->capacity);
}

bool picture_encode_jpeg(const NdArray *pixels, int quality, bool smooth, Text *out, Error *error) {
  const int64_t channels = pixels->ndim == 3 ? pixels->shape[2] : 1;
  if (pixels->ndim < 2 || pixels->ndim > 3 || (channels != 1 && channels != 3) || pixels->type != ND_UINT8)
    return core_fail(error, ERROR_VALUE, "a JPEG is made of (rows, columns[, 1 or 3]) numbers of uint8");
  if (pixels->shape[0] < 1 || pixels->shape[1] < 1 || pixels->shape[0] > 65500 || pixels->shape[1] > 65500)
    return core_fail(error, ERROR_VALUE, "a JPEG has 1 to 65500 rows and columns");
  NdArray *whole = nd_copy(pixels, error);
  Jpeg *self = whole != NULL ? new_jpeg(error) : NULL;
  bool good = self != NULL;
  if (good) {
    self->out = out;
    self->target = (struct jpeg_destination_mgr){.init_destination = start_target, .empty_output_buffer = empty_piece,
                                                 .term_destination = end_target};
    self->line = core_alloc(PIECE);
    good = self->line != NULL ? guarded_encode(self, whole, quality, smooth) : core_fail_memory(error, PIECE);
    libjpeg.destroy_compress(&self->writer);
    core_free(self->line);
    core_free(self);
  }
  nd_release(whole);
  return good;
}
