/* The native half of PIL, tf.io, tf.image and keras.utils.load_img: pictures decoded, encoded and resized. */
#include "engine/formats/picture.h"

#include "engine/core/memory.h"
#include "repl/modules/keras.h"
#include "repl/modules/numpy.h"

static bool bytes_of(Value value, const char **bytes, size_t *length) {
  if (!py_is_bytes(value)) {
    py_raise(&py_TypeError, "a bytes-like object is required, not '%s'", py_type_of(value)->name);
    return false;
  }
  *bytes = py_as_bytes(value)->data;
  *length = (size_t)py_as_bytes(value)->count;
  return true;
}

static Value kind(const NativeRow *row, Value *arguments) {
  static const char *const names[] = {[PICTURE_UNKNOWN] = "", [PICTURE_PNG] = "PNG", [PICTURE_JPEG] = "JPEG",
                                      [PICTURE_BMP] = "BMP", [PICTURE_GIF] = "GIF"};
  const char *bytes;
  size_t length;
  if (!bytes_of(arguments[0], &bytes, &length)) return PY_ERROR;
  return py_text(names[picture_kind(bytes, length)]);
}

static Value decode(const NativeRow *row, Value *arguments) {
  const char *bytes;
  size_t length;
  int64_t channels;
  bool wide;
  if (!bytes_of(arguments[0], &bytes, &length) || !py_as_int(arguments[1], &channels) ||
      !py_as_bool(arguments[2], &wide))
    return PY_ERROR;
  if (channels != 0 && channels != 1 && channels != 3 && channels != 4)
    return py_raise(&py_ValueError, "channels must be 0, 1, 3 or 4, got %lld", (long long)channels);
  Picture picture;
  Error error = {0};
  if (!picture_decode(bytes, length, PICTURE_PLAIN, (int)channels, wide, &picture, &error)) return keras_raise(&error);
  nd_release(picture.palette);
  return np_value(picture.pixels, &error);
}

/* (pixels, mode, palette or None) */
static Value open_stored(const NativeRow *row, Value *arguments) {
  const char *bytes;
  size_t length;
  if (!bytes_of(arguments[0], &bytes, &length)) return PY_ERROR;
  Picture picture;
  Error error = {0};
  if (!picture_decode(bytes, length, PICTURE_STORED, 0, false, &picture, &error)) return keras_raise(&error);
  Value mode = py_text(picture.mode);
  Value pixels = np_value(picture.pixels, &error);
  Value palette = picture.palette != NULL ? np_value(picture.palette, &error) : PY_NONE;
  Value made = py_is_error(mode) || py_is_error(pixels) || py_is_error(palette) ? PY_ERROR
                                                                                : py_tuple_of(3, pixels, mode, palette);
  py_drop(mode);
  py_drop(pixels);
  py_drop(palette);
  return made;
}

static Value taken(bool good, Text *text, const Error *error) {
  Value made = !good          ? keras_raise(error)
               : text->failed ? py_raise(&py_MemoryError, "out of memory")
                              : py_bytes(text_string(text), text->length);
  text_free(text);
  return made;
}

static Value encode_png(const NativeRow *row, Value *arguments) {
  int64_t level;
  bool two_levels;
  if (!py_as_int(arguments[2], &level) || !py_as_bool(arguments[3], &two_levels)) return PY_ERROR;
  NdArray *pixels = np_as_numbers(arguments[0]);
  NdArray *palette = pixels == NULL || py_is_none(arguments[1]) ? NULL : np_as_numbers(arguments[1]);
  Value made = PY_ERROR;
  if (pixels != NULL && (palette != NULL || py_is_none(arguments[1]))) {
    Text text = {0};
    Error error = {0};
    made = taken(picture_encode_png(pixels, palette, (int)level, two_levels, &text, &error), &text, &error);
  }
  nd_release(pixels);
  nd_release(palette);
  return made;
}

static Value encode_jpeg(const NativeRow *row, Value *arguments) {
  int64_t quality;
  bool smooth;
  if (!py_as_int(arguments[1], &quality) || !py_as_bool(arguments[2], &smooth)) return PY_ERROR;
  NdArray *pixels = np_as_numbers(arguments[0]);
  if (pixels == NULL) return PY_ERROR;
  Text text = {0};
  Error error = {0};
  Value made = taken(picture_encode_jpeg(pixels, (int)quality, smooth, &text, &error), &text, &error);
  nd_release(pixels);
  return made;
}

static Value resize(const NativeRow *row, Value *arguments) {
  const char *name, *rule;
  int64_t rows, columns, corners = 0;
  bool antialias;
  double box[4];
  const Value *items;
  if (!py_as_int(arguments[1], &rows) || !py_as_int(arguments[2], &columns) || !py_as_text(arguments[3], &name) ||
      !py_as_text(arguments[4], &rule) || !py_as_bool(arguments[5], &antialias))
    return PY_ERROR;
  if (py_sequence(arguments[6], &items, &corners) && corners == 4)
    for (int i = 0; i < 4; i++)
      if (!py_as_double(items[i], &box[i])) return PY_ERROR;
  const int filter = picture_filter_named(name);
  if (filter < 0) return py_raise(&py_ValueError, "there is no filter called '%s'", name);
  NdArray *pictures = np_as_numbers(arguments[0]);
  if (pictures == NULL) return PY_ERROR;
  Error error = {0};
  NdArray *made = picture_resize(pictures, rows, columns, (PictureFilter)filter,
                                 *rule == 'p' ? PICTURE_PILLOW : PICTURE_TENSORFLOW, antialias,
                                 corners == 4 ? box : NULL, &error);
  nd_release(pictures);
  return np_value(made, &error);
}

static const NativeRow rows[] = {
    {"kind", "data", "'PNG', 'JPEG', 'BMP', 'GIF', or ''.", kind, NULL},
    {"decode", "data, channels=0, wide=False", "The pixels of a picture's file, as TensorFlow decodes them.", decode, NULL},
    {"open_stored", "data", "(pixels, mode, palette) of a picture's file, as Pillow opens it.", open_stored, NULL},
    {"encode_png", "pixels, palette=None, level=-1, two_levels=False", "Pixels as a PNG file.", encode_png, NULL},
    {"encode_jpeg", "pixels, quality=75, smooth=True", "Pixels as a JPEG file.", encode_jpeg, NULL},
    {"resize", "pictures, rows, columns, filter, rule, antialias=False, box=None", "Pictures in another size.", resize,
     NULL},
    {0},
};
const ModuleRow picture_module_rows[] = {
    {.name = "_pictures", .help = "Pictures decoded, encoded and resized.", .functions = rows}, {0}};
