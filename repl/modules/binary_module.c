/* The native half of zlib, gzip, hashlib, base64 and binascii: checksums, digests, libdeflate, digits of bytes. */
#include <libdeflate.h>
#include <string.h>

#include "engine/core/memory.h"
#include "repl/modules/digest.h"
#include "repl/modules/modules.h"
#include "repl/types/bytes.h"

static bool bytes_of(Value value, const char **bytes, size_t *length) {
  int64_t count = 0;
  bool good = bytes_wanted(value, bytes, &count);
  *length = (size_t)count;
  return good;
}

/* crc32 and adler32: row->data is the first letter. */
static Value checksum(const NativeRow *row, Value *arguments) {
  const char *bytes;
  size_t length;
  int64_t start;
  if (!bytes_of(arguments[0], &bytes, &length) || !py_as_int(arguments[1], &start)) return PY_ERROR;
  uint32_t from = (uint32_t)start;
  return py_int(*(const char *)row->data == 'c' ? libdeflate_crc32(from, bytes, length)
                                                : libdeflate_adler32(from, bytes, length));
}

/* decompress(data, start, how): (the bytes, how many were read), or the reason as a text: 'short' or 'bad'. */
static Value decompress(const NativeRow *row, Value *arguments) {
  const char *bytes, *how;
  size_t length;
  int64_t start;
  if (!bytes_of(arguments[0], &bytes, &length) || !py_as_int(arguments[1], &start) || !py_as_text(arguments[2], &how))
    return PY_ERROR;
  bytes += start;
  length -= (size_t)start;
  struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
  if (decompressor == NULL) return py_raise(&py_MemoryError, "out of memory");
  size_t room = length * 4 + 4096, read = 0, made = 0;
  enum libdeflate_result status;
  char *out = NULL;
  for (;;) {
    core_free(out);
    out = core_alloc(room);
    if (out == NULL) {
      libdeflate_free_decompressor(decompressor);
      return py_raise(&py_MemoryError, "out of memory");
    }
    status = (*how == 'z' ? libdeflate_zlib_decompress_ex : libdeflate_deflate_decompress_ex)(
        decompressor, bytes, length, out, room, &read, &made);
    /* Deflate makes at most 1032 bytes of one: what asks for more is damaged. */
    if (status != LIBDEFLATE_INSUFFICIENT_SPACE || room > length * 1032 + 4096) break;
    room *= 4;
  }
  libdeflate_free_decompressor(decompressor);
  Value result = PY_ERROR;
  if (status == LIBDEFLATE_SUCCESS) {
    Value data = py_bytes(out, made);
    result = py_is_error(data) ? data : py_tuple_of(2, data, py_int((int64_t)read));
    py_drop(data);
  } else {
    result = py_text("bad");
  }
  core_free(out);
  return result;
}

static Value digest(const NativeRow *row, Value *arguments) {
  const char *name, *bytes;
  size_t length;
  unsigned char out[DIGEST_MOST];
  if (!py_as_text(arguments[0], &name) || !bytes_of(arguments[1], &bytes, &length)) return PY_ERROR;
  int size = digest_make(name, (const unsigned char *)bytes, length, out);
  return size ? py_bytes((const char *)out, (size_t)size) : py_raise(&py_ValueError, "unsupported hash type %s", name);
}

static Value hexlify(const NativeRow *row, Value *arguments) {
  static const char digits[] = "0123456789abcdef";
  const char *bytes;
  size_t length;
  if (!bytes_of(arguments[0], &bytes, &length)) return PY_ERROR;
  Text text = {0};
  for (size_t i = 0; i < length; i++) {
    text_add_char(&text, digits[(unsigned char)bytes[i] >> 4]);
    text_add_char(&text, digits[bytes[i] & 15]);
  }
  Value made = text.failed ? py_raise(&py_MemoryError, "out of memory") : py_bytes(text_string(&text), text.length);
  text_free(&text);
  return made;
}

/* encode(data, letters): base64 with two letters of one's own for 62 and 63. */
static const char base64_letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
static Value base64_encode(const NativeRow *row, Value *arguments) {
  const char *bytes;
  size_t length;
  if (!bytes_of(arguments[0], &bytes, &length)) return PY_ERROR;
  Text text = {0};
  for (size_t i = 0; i < length; i += 3) {
    uint32_t bits = 0;
    size_t left = length - i < 3 ? length - i : 3;
    for (size_t k = 0; k < 3; k++) bits = bits << 8 | (k < left ? (unsigned char)bytes[i + k] : 0);
    for (size_t k = 0; k < 4; k++) {
      int digit = (int)(bits >> (18 - 6 * k) & 63);
      text_add_char(&text, k > left ? '=' : digit < 62 ? base64_letters[digit] : digit == 62 ? '+' : '/');
    }
  }
  Value made = text.failed ? py_raise(&py_MemoryError, "out of memory") : py_bytes(text_string(&text), text.length);
  text_free(&text);
  return made;
}
/* decode(data): what is no digit is skipped; None where padding is missing, an int where digits are too few: how many
 * data characters there were. */
static Value base64_decode(const NativeRow *row, Value *arguments) {
  const char *bytes;
  size_t length;
  if (!bytes_of(arguments[0], &bytes, &length)) return PY_ERROR;
  Text text = {0};
  uint32_t bits = 0;
  int digits = 0, padding = 0;
  int64_t seen = 0;
  for (size_t i = 0; i < length; i++) {
    char c = bytes[i];
    if (c == '=') {
      padding++;
      if (digits >= 2 && digits + padding >= 4) break;
      continue;
    }
    const char *found = c ? strchr(base64_letters, c) : NULL;
    int digit = found ? (int)(found - base64_letters) : c == '+' ? 62 : c == '/' ? 63 : -1;
    if (digit < 0) continue;
    padding = 0;
    seen++;
    bits = bits << 6 | (uint32_t)digit;
    if (++digits == 4) {
      text_add_char(&text, (char)(bits >> 16));
      text_add_char(&text, (char)(bits >> 8));
      text_add_char(&text, (char)bits);
      digits = 0;
      bits = 0;
    }
  }
  Value made;
  if (digits == 1) {
    made = py_int(seen);
  } else if (digits && digits + padding < 4) {
    made = PY_NONE;
  } else {
    if (digits) text_add_char(&text, (char)(bits >> (digits == 3 ? 10 : 4)));
    if (digits == 3) text_add_char(&text, (char)(bits >> 2));
    made = text.failed ? py_raise(&py_MemoryError, "out of memory") : py_bytes(text_string(&text), text.length);
  }
  text_free(&text);
  return made;
}

static const NativeRow rows[] = {
    {"crc32", "data, value=0, /", "The CRC-32 of bytes.", checksum, "c"},
    {"adler32", "data, value=1, /", "The Adler-32 of bytes.", checksum, "a"},
    {"decompress", "data, start, how, /", "Inflates bytes.", decompress, NULL},
    {"digest", "name, data, /", "The digest of bytes.", digest, NULL},
    {"hexlify", "data, /", "Bytes as hexadecimal digits.", hexlify, NULL},
    {"base64_encode", "data, /", "Bytes as base64.", base64_encode, NULL},
    {"base64_decode", "data, /", "Base64 as bytes.", base64_decode, NULL},
    {0},
};
const ModuleRow binary_module_rows[] = {
    {.name = "_binary", .help = "Bytes packed, hashed and spelled.", .functions = rows}, {0}};
