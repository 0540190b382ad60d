#include <inttypes.h>
#include <string.h>

#include "engine/formats/file.h"
#include "engine/formats/formats.h"
#include "engine/formats/swap.h"

/* An IDX file: two zero bytes, a type code, the number of dimensions, their lengths as big-endian 32-bit words, then
 * the elements, big-endian, in C order. */
static const struct {
  unsigned char code;
  NdType type;
} idx_types[] = {
    {0x08, ND_UINT8}, {0x09, ND_INT8}, {0x0B, ND_INT16}, {0x0C, ND_INT32}, {0x0D, ND_FLOAT32}, {0x0E, ND_FLOAT64},
};

typedef struct IdxHeader {
  NdType type;
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  size_t offset; /* of the first element */
} IdxHeader;

static bool parse_header(const unsigned char *bytes, size_t length, const char *name, IdxHeader *header, Error *error) {
  int type = -1;
  if (length < 4) return core_fail(error, ERROR_EOF, "'%s' is no IDX file: it has only %zu bytes", name, length);
  for (size_t i = 0; i < sizeof idx_types / sizeof *idx_types; i++)
    if (bytes[2] == idx_types[i].code) type = (int)idx_types[i].type;
  if (bytes[0] != 0 || bytes[1] != 0 || type < 0)
    return core_fail(error, ERROR_VALUE, "'%s' is no IDX file: it begins with the bytes %02x %02x %02x %02x", name,
                     bytes[0], bytes[1], bytes[2], bytes[3]);
  header->type = (NdType)type;
  header->ndim = bytes[3];
  header->offset = 4 + 4 * (size_t)header->ndim;
  if (header->ndim > ND_MAX_DIMS)
    return core_fail(error, ERROR_VALUE, "'%s' is damaged: an IDX file of %d dimensions", name, header->ndim);
  if (length < header->offset)
    return core_fail(error, ERROR_EOF, "'%s' is cut short: %zu bytes do not hold the header", name, length);
  uint64_t needed = (uint64_t)nd_types[type].itemsize;
  bool too_large = false;
  for (int i = 0; i < header->ndim; i++) {
    const unsigned char *p = bytes + 4 + 4 * i;
    header->shape[i] = (int64_t)((uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3]);
    too_large = __builtin_mul_overflow(needed, (uint64_t)header->shape[i], &needed) || too_large;
  }
  if (too_large || needed > length - header->offset) {
    char shape[ND_MAX_DIMS * 32];
    nd_shape_text(header->ndim, header->shape, shape, sizeof shape);
    return core_fail(error, ERROR_EOF,
                     "'%s' is cut short: an array of shape %s and dtype %s does not fit into its %zu bytes", name,
                     shape, nd_types[type].name, length - header->offset);
  }
  if (needed < length - header->offset)
    return core_fail(error, ERROR_VALUE, "'%s' is damaged: %" PRIu64 " bytes follow the array", name,
                     (uint64_t)(length - header->offset) - needed);
  return true;
}

NdArray *idx_parse(const char *bytes, size_t length, const char *name_for_errors, Error *error) {
  IdxHeader header;
  if (!parse_header((const unsigned char *)bytes, length, name_for_errors, &header, error)) return NULL;
  NdArray *array = nd_new(header.type, header.ndim, header.shape, error);
  if (array) swap_copy(array->data, bytes + header.offset, array->size, nd_types[header.type].itemsize);
  return array;
}

NdArray *idx_read(const char *path, Error *error) {
  size_t length;
  NdBuffer *buffer = file_read_buffer(path, &length, error);
  if (!buffer) return NULL;
  IdxHeader header;
  NdArray *array = NULL;
  if (parse_header((const unsigned char *)buffer->data, length, path, &header, error)) {
    if (nd_types[header.type].itemsize == 1)
      array = nd_on_buffer(buffer, header.offset, header.type, header.ndim, header.shape, NULL, error);
    else /* must be swapped, and the header may leave it unaligned */
      array = idx_parse(buffer->data, length, path, error);
  }
  nd_buffer_release(buffer);
  return array;
}
