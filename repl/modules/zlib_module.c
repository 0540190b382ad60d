/* The native half of zlib: streams of the library of that name, which is loaded when the first is made. (What is whole
 * already is inflated by libdeflate, binary_module.c.) */
#include <dlfcn.h>
#include <string.h>
#include <zlib.h>

#include "engine/core/memory.h"
#include "repl/modules/modules.h"
#include "repl/types/bytes.h"

#define ZLIB_FUNCTIONS(ROW)                                                                                       \
  ROW(deflateInit2_) ROW(deflate) ROW(deflateEnd) ROW(deflateCopy) ROW(deflateSetDictionary) ROW(inflateInit2_)   \
  ROW(inflate) ROW(inflateEnd) ROW(inflateCopy) ROW(inflateSetDictionary) ROW(zlibVersion)
static struct {
#define ZLIB_MEMBER(name) __typeof__(&name) name;
  ZLIB_FUNCTIONS(ZLIB_MEMBER)
#undef ZLIB_MEMBER
} library;

static bool load(void) {
  static void *handle;
  if (handle) return true;
  void *opened = dlopen("libz.so.1", RTLD_NOW | RTLD_LOCAL);
  bool found = opened != NULL;
#define ZLIB_FIND(name) \
  if (found) *(void **)&library.name = dlsym(opened, #name), found = library.name != NULL;
  ZLIB_FUNCTIONS(ZLIB_FIND)
#undef ZLIB_FIND
  if (found) {
    handle = opened;
    return true;
  }
  if (opened) dlclose(opened);
  py_raise(&py_OSError, "libz could not be loaded");
  py_hint("install Debian's package zlib1g");
  return false;
}

typedef struct Stream {
  Object head;
  z_stream z;
  bool inflates, open;
} Stream;
static Stream *stream_of(Value value) { return (Stream *)value.as.object; }

static void stream_dealloc(Object *self) {
  Stream *stream = (Stream *)self;
  if (stream->open) (stream->inflates ? library.inflateEnd : library.deflateEnd)(&stream->z);
  stream->open = false;
}

static Type stream_type;

/* Stream(inflates, level, wbits, memory, strategy): ValueError for what the library refuses. */
static Value stream_construct(Type *type, Value *arguments) {
  int64_t given[4];
  int inflates = py_truth(arguments[0]);
  if (inflates < 0 || !load()) return PY_ERROR;
  for (int i = 0; i < 4; i++) {
    if (!py_as_int(arguments[i + 1], &given[i])) return PY_ERROR;
    if (given[i] < -1000 || given[i] > 1000) return py_raise(&py_ValueError, "Invalid initialization option");
  }
  Stream *stream = py_new(type);
  if (!stream) return PY_ERROR;
  Value made = py_object(stream);
  memset(&stream->z, 0, sizeof stream->z);
  stream->inflates = inflates;
  int status = inflates ? library.inflateInit2_(&stream->z, (int)given[1], ZLIB_VERSION, (int)sizeof(z_stream))
                        : library.deflateInit2_(&stream->z, (int)given[0], Z_DEFLATED, (int)given[1], (int)given[2],
                                                (int)given[3], ZLIB_VERSION, (int)sizeof(z_stream));
  stream->open = status == Z_OK;
  if (stream->open) return made;
  py_drop(made);
  return status == Z_MEM_ERROR ? py_raise(&py_MemoryError, "out of memory")
                               : py_raise(&py_ValueError, "Invalid initialization option");
}

static bool room_for(Text *text, char **place, size_t *room, int64_t most) {
  enum { PIECE = 16384 };
  static char piece[PIECE];
  *place = piece;
  *room = most >= 0 && most - (int64_t)text->length < PIECE ? (size_t)(most - (int64_t)text->length) : PIECE;
  return *room > 0;
}

/* run(data, flush, most): (what it made, how many bytes of the data it took, the library's answer). */
static Value stream_run(const NativeRow *row, Value *arguments) {
  Stream *stream = stream_of(arguments[0]);
  const char *data;
  int64_t count, flush, most;
  if (!bytes_wanted(arguments[1], &data, &count) || !py_as_int(arguments[2], &flush) || !py_as_int(arguments[3], &most))
    return PY_ERROR;
  Text text = {0};
  int64_t taken = 0;
  int status = Z_OK;
  bool more = true;
  while (more) {
    char *place;
    size_t room;
    if (!room_for(&text, &place, &room, most)) break;
    uInt given = count - taken > (1 << 30) ? 1u << 30 : (uInt)(count - taken);
    stream->z.next_in = (Bytef *)(uintptr_t)(data + taken); /* the library does not write to it */
    stream->z.avail_in = given;
    stream->z.next_out = (Bytef *)place;
    stream->z.avail_out = (uInt)room;
    status = (stream->inflates ? library.inflate : library.deflate)(&stream->z, (int)flush);
    taken += given - stream->z.avail_in;
    text_add_bytes(&text, place, room - stream->z.avail_out);
    more = (status == Z_OK || status == Z_BUF_ERROR) && (stream->z.avail_out == 0 || (taken < count && status == Z_OK));
    if (text.failed) break;
  }
  stream->z.next_in = NULL;
  stream->z.avail_in = 0;
  Value made = text.failed ? py_raise(&py_MemoryError, "out of memory") : py_bytes(text_string(&text), text.length);
  text_free(&text);
  Value answer = py_is_error(made) ? made : py_tuple_of(3, made, py_int(taken), py_int(status));
  py_drop(made);
  return answer;
}

/* dictionary(data): the library's answer. */
static Value stream_dictionary(const NativeRow *row, Value *arguments) {
  Stream *stream = stream_of(arguments[0]);
  const char *data;
  int64_t count;
  if (!bytes_wanted(arguments[1], &data, &count)) return PY_ERROR;
  return py_int((stream->inflates ? library.inflateSetDictionary : library.deflateSetDictionary)(
      &stream->z, (const Bytef *)data, (uInt)count));
}

static Value stream_copy(const NativeRow *row, Value *arguments) {
  Stream *from = stream_of(arguments[0]);
  Stream *stream = py_new(&stream_type);
  if (!stream) return PY_ERROR;
  Value made = py_object(stream);
  memset(&stream->z, 0, sizeof stream->z);
  stream->inflates = from->inflates;
  stream->open = (from->inflates ? library.inflateCopy : library.deflateCopy)(&stream->z, &from->z) == Z_OK;
  if (stream->open) return made;
  py_drop(made);
  return py_raise(&py_MemoryError, "out of memory");
}

static Value stream_message(Value self) {
  const char *message = stream_of(self)->z.msg;
  return message ? py_text(message) : PY_NONE;
}

static Value version(const NativeRow *row, Value *arguments) {
  return load() ? py_text(library.zlibVersion()) : PY_ERROR;
}

static const NativeRow stream_methods[] = {
    {"run", "self, data, flush, most, /", "Takes bytes and makes others, at most so many.", stream_run, NULL},
    {"dictionary", "self, data, /", "Bytes that are likely to come.", stream_dictionary, NULL},
    {"copy", "self, /", "A stream that goes on from here.", stream_copy, NULL},
    {0}};
static const PropertyRow stream_properties[] = {
    {"message", "What the library says of the last error, or None.", stream_message, NULL}, {0}};
static Type stream_type = {.head = {&py_type_type, 1}, .name = "Stream", .module = "_zlib",
                           .help = "Bytes that are compressed or decompressed piece by piece.", .base = &py_object_type,
                           .size = sizeof(Stream), .dealloc = stream_dealloc,
                           .signature = "inflates, level, wbits, memory, strategy, /", .construct = stream_construct,
                           .methods = stream_methods, .properties = stream_properties};
static Type *const types[] = {&stream_type, NULL};
static const NativeRow functions[] = {{"version", "", "The version of the library.", version, NULL}, {0}};
const ModuleRow zlib_module_rows[] = {
    {.name = "_zlib", .help = "Deflate, piece by piece.", .functions = functions, .types = types}, {0}};
