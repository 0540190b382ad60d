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

/* sponge(rate, suffix, data, size): SHA-3 and SHAKE. */
static Value sponge(const NativeRow *row, Value *arguments) {
  const char *bytes;
  size_t length;
  int64_t rate, suffix, size;
  if (!py_as_int(arguments[0], &rate) || !py_as_int(arguments[1], &suffix) ||
      !bytes_of(arguments[2], &bytes, &length) || !py_as_int(arguments[3], &size))
    return PY_ERROR;
  Bytes *made = bytes_new(size);
  if (made == NULL) return PY_ERROR;
  digest_sponge((size_t)rate, (unsigned char)suffix, (const unsigned char *)bytes, length, (unsigned char *)made->data,
                (size_t)size);
  return py_object(made);
}

/* blake2(parameters, last_node, data): the whole state; 64 bytes of parameters are BLAKE2b's. */
static Value blake2(const NativeRow *row, Value *arguments) {
  const char *parameters, *bytes;
  size_t count, length;
  unsigned char out[DIGEST_MOST];
  if (!bytes_of(arguments[0], &parameters, &count) || !bytes_of(arguments[2], &bytes, &length)) return PY_ERROR;
  digest_blake(count == 64, (const unsigned char *)parameters, py_truth(arguments[1]) == 1,
               (const unsigned char *)bytes, length, out);
  return py_bytes((const char *)out, count);
}

/* The digest of a key's block and what follows it: the half of an HMAC. */
static int keyed(const char *name, const unsigned char *pad, size_t block, const unsigned char *data, size_t length,
                 unsigned char out[DIGEST_MOST]) {
  unsigned char whole[128 + DIGEST_MOST], *from = whole;
  if (block + length > sizeof whole && (from = core_alloc(block + length)) == NULL) return 0;
  memcpy(from, pad, block);
  memcpy(from + block, data, length);
  int size = digest_make(name, from, block + length, out);
  if (from != whole) core_free(from);
  return size;
}

/* pbkdf2(name, password, salt, iterations, size, block): RFC 8018, over an HMAC. */
static Value pbkdf2(const NativeRow *row, Value *arguments) {
  const char *name, *password, *salt;
  size_t password_length, salt_length;
  int64_t iterations, size, block;
  if (!py_as_text(arguments[0], &name) || !bytes_of(arguments[1], &password, &password_length) ||
      !bytes_of(arguments[2], &salt, &salt_length) || !py_as_int(arguments[3], &iterations) ||
      !py_as_int(arguments[4], &size) || !py_as_int(arguments[5], &block))
    return PY_ERROR;
  unsigned char inner[128] = {0}, outer[128], part[DIGEST_MOST], sum[DIGEST_MOST];
  if (password_length > (size_t)block)
    digest_make(name, (const unsigned char *)password, password_length, inner);
  else
    memcpy(inner, password, password_length);
  for (int64_t i = 0; i < block; i++) {
    outer[i] = inner[i] ^ 0x5C;
    inner[i] ^= 0x36;
  }
  unsigned char *first = core_alloc(salt_length + 4);
  Bytes *made = first ? bytes_new(size) : NULL;
  if (made == NULL) {
    core_free(first);
    return first ? PY_ERROR : py_raise(&py_MemoryError, "out of memory");
  }
  memcpy(first, salt, salt_length);
  uint32_t number = 1;
  for (int64_t done = 0; done < size; number++) {
    for (int i = 0; i < 4; i++) first[salt_length + (size_t)i] = (unsigned char)(number >> (24 - 8 * i));
    int length = 0;
    for (int64_t turn = 0; turn < iterations; turn++) {
      length = turn ? keyed(name, inner, (size_t)block, part, (size_t)length, part)
                    : keyed(name, inner, (size_t)block, first, salt_length + 4, part);
      length = keyed(name, outer, (size_t)block, part, (size_t)length, part);
      for (int i = 0; i < length; i++) sum[i] = turn ? sum[i] ^ part[i] : part[i];
    }
    if (length == 0) break;
    for (int i = 0; i < length && done < size; i++) made->data[done++] = (char)sum[i];
  }
  core_free(first);
  return py_object(made);
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
    {"sponge", "rate, suffix, data, size, /", "The SHA-3 or SHAKE of bytes.", sponge, NULL},
    {"blake2", "parameters, last_node, data, /", "The BLAKE2 of bytes.", blake2, NULL},
    {"pbkdf2", "name, password, salt, iterations, size, block, /", "A key made of a password.", pbkdf2, NULL},
    {"hexlify", "data, /", "Bytes as hexadecimal digits.", hexlify, NULL},
    {"base64_encode", "data, /", "Bytes as base64.", base64_encode, NULL},
    {"base64_decode", "data, /", "Base64 as bytes.", base64_decode, NULL},
    {0},
};
const ModuleRow binary_module_rows[] = {
    {.name = "_binary", .help = "Bytes packed, hashed and spelled.", .functions = rows}, {0}};
