/* Reading HDF5 from memory, without libhdf5: that library follows the addresses of a damaged file out of its memory, and a
 * file of weights is often somebody else's. Read is what h5py writes by default: superblock 0 and 1, groups as symbol
 * tables, contiguous and compact arrays, attributes with texts in the global heap. Source: The HDF5 Group, "HDF5 File Format
 * Specification", versions 1.1 and 2.0. Every address is checked against the file's length before it is followed. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/formats/hdf5.h"

enum { MOST_DEPTH = 64, MOST_NODES = 1 << 18, MOST_TEXTS = 1 << 18 };
#define NOWHERE UINT64_MAX

typedef struct Reader {
  const uint8_t *bytes;
  uint64_t length, base;
  const char *file;
  int nodes;
  uint64_t read; /* bytes of arrays and texts so far: more than the file has cannot be meant */
  Error *error;
} Reader;

static bool damaged(const Reader *reader, const char *what, const char *where) {
  return core_fail(reader->error, ERROR_VALUE, "%s: %s%s%s", reader->file, what, *where ? ": " : "", where);
}

static bool not_there(const Reader *reader, const char *what, const char *where) {
  core_fail(reader->error, ERROR_NOT_IMPLEMENTED, "%s: %s: '%s'", reader->file, what, where);
  return core_hint(reader->error, "nnsh reads what h5py writes unless it is asked for compression or the latest format");
}

/* The bytes at an address, or NULL where the file does not hold `count` of them there. */
static const uint8_t *at(const Reader *reader, uint64_t address, uint64_t count) {
  if (address > reader->length || reader->base > reader->length - address) return NULL;
  address += reader->base;
  return count <= reader->length - address ? reader->bytes + address : NULL;
}

static uint64_t number(const uint8_t *bytes, int size) {
  uint64_t value = 0;
  for (int i = size - 1; i >= 0; i--) value = value << 8 | bytes[i];
  return value;
}

/* ---- Types and shapes ---- */

typedef struct Kind {
  enum { KIND_NONE, KIND_NUMBERS, KIND_TEXT, KIND_LONG_TEXT } what;
  NdType type;
  bool half; /* float16, which becomes float32 */
  uint32_t size;
} Kind;

static bool read_kind(const uint8_t *data, uint64_t length, Kind *kind) {
  *kind = (Kind){.what = KIND_NONE};
  if (length < 8) return false;
  const int class = data[0] & 15, bits = data[1];
  kind->size = (uint32_t)number(data + 4, 4);
  if (class == 8) { /* an enumeration: h5py's bool, told by the type under it */
    if (!read_kind(data + 8, length - 8, kind) || kind->size != 1) return false;
    return true;
  }
  if (class == 0) {
    static const NdType with_sign[] = {ND_INT8, ND_INT16, ND_INT32, ND_INT64};
    static const NdType without[] = {ND_UINT8, ND_UINT16, ND_UINT32, ND_UINT64};
    const int which = kind->size == 1 ? 0 : kind->size == 2 ? 1 : kind->size == 4 ? 2 : kind->size == 8 ? 3 : -1;
    if (which < 0 || (bits & 1 && kind->size > 1)) return false;
    kind->what = KIND_NUMBERS;
    kind->type = bits & 8 ? with_sign[which] : without[which];
    return true;
  }
  if (class == 1) {
    if (length < 20 || bits & 1) return false;
    const int exponent = data[8 + 5];
    kind->half = kind->size == 2 && exponent == 5;
    if (!kind->half && !(kind->size == 4 && exponent == 8) && !(kind->size == 8 && exponent == 11)) return false;
    kind->what = KIND_NUMBERS;
    kind->type = kind->size == 8 ? ND_FLOAT64 : kind->half ? ND_FLOAT16 : ND_FLOAT32;
    return true;
  }
  if (class == 3) kind->what = KIND_TEXT;
  if (class == 9 && (bits & 15) == 1 && kind->size == 16) kind->what = KIND_LONG_TEXT;
  return kind->what != KIND_NONE;
}

typedef struct Extent {
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  uint64_t count;
} Extent;

static bool read_extent(const uint8_t *data, uint64_t length, Extent *extent) {
  *extent = (Extent){.count = 1};
  if (length < 4) return false;
  const int version = data[0], rank = data[1], start = version == 1 ? 8 : 4;
  if ((version != 1 && version != 2) || rank > ND_MAX_DIMS || length < (uint64_t)(start + 8 * rank)) return false;
  if (version == 2 && data[3] == 2) return false; /* a null space */
  extent->ndim = rank;
  for (int i = 0; i < rank; i++) {
    const uint64_t size = number(data + start + 8 * i, 8);
    if (size > UINT64_C(1) << 40 || extent->count > UINT64_C(1) << 40) return false;
    extent->shape[i] = (int64_t)size;
    extent->count *= size;
  }
  return extent->count <= UINT64_C(1) << 40;
}

/* ---- Values ---- */

static NdArray *make_array(Reader *reader, const Kind *kind, const Extent *extent, const uint8_t *data) {
  NdArray *array = nd_zeros(kind->type, extent->ndim, extent->shape, reader->error);
  if (array && data && extent->count) memcpy(array->data, data, extent->count * kind->size);
  if (!array || !kind->half) return array;
  NdArray *wide = nd_astype(array, ND_FLOAT32, reader->error);
  nd_release(array);
  return wide;
}

/* The bytes of object `index` in the global heap at an address. */
static const uint8_t *in_heap(const Reader *reader, uint64_t address, uint32_t index, uint64_t *size) {
  const uint8_t *heap = at(reader, address, 16);
  if (!heap || memcmp(heap, "GCOL", 4) != 0) return NULL;
  const uint64_t whole = number(heap + 8, 8);
  if (whole < 16 || !at(reader, address, whole)) return NULL;
  for (uint64_t place = 16; whole - place >= 16;) {
    const uint64_t length = number(heap + place + 8, 8), room = whole - place - 16;
    const uint32_t found = (uint32_t)number(heap + place, 2);
    if (found == 0 || length > room) return NULL;
    if (found == index) {
      *size = length;
      return heap + place + 16;
    }
    const uint64_t padded = (length + 7) & ~UINT64_C(7);
    if (padded > room) return NULL;
    place += 16 + padded;
  }
  return NULL;
}

static bool read_texts(Reader *reader, const Kind *kind, const Extent *extent, const uint8_t *data, Hdf5Attribute *out) {
  if (extent->count > MOST_TEXTS) return damaged(reader, "an attribute with too many texts", out->name);
  out->texts = core_alloc_zero(extent->count + 1, sizeof *out->texts);
  out->is_list = extent->ndim > 0;
  if (!out->texts) return core_fail_memory(reader->error, extent->count * sizeof *out->texts);
  for (uint64_t i = 0; i < extent->count; i++) {
    const uint8_t *text = data + i * kind->size;
    uint64_t size = kind->size;
    if (kind->what == KIND_LONG_TEXT) {
      const uint64_t length = number(text, 4), address = number(text + 4, 8);
      const uint32_t index = (uint32_t)number(text + 12, 4);
      size = 0;
      if (length && (text = in_heap(reader, address, index, &size)) == NULL)
        return damaged(reader, "a text that is not where it should be", out->name);
      if (size > length) size = length;
    }
    size = strnlen((const char *)text, size);
    reader->read += size;
    if (reader->read > 2 * reader->length + 4096) return damaged(reader, "more texts than the file holds", out->name);
    out->texts[i] = core_strndup((const char *)text, size);
    if (!out->texts[i]) return core_fail_memory(reader->error, size);
    out->text_count++;
  }
  return true;
}

static bool read_attribute(Reader *reader, const uint8_t *data, uint64_t length, Hdf5Node *node) {
  if (length < 8) return damaged(reader, "an attribute that is cut", node->name);
  const int version = data[0];
  const uint64_t sizes[3] = {number(data + 2, 2), number(data + 4, 2), number(data + 6, 2)};
  uint64_t place = version == 3 ? 9 : 8, starts[4];
  if (version < 1 || version > 3 || (version > 1 && data[1] & 3)) return not_there(reader, "an attribute of another kind", node->name);
  for (int i = 0; i < 3; i++) {
    starts[i] = place;
    place += version == 1 ? (sizes[i] + 7) & ~UINT64_C(7) : sizes[i];
  }
  if (place > length) return damaged(reader, "an attribute that is cut", node->name);
  char name[256];
  if (sizes[0] == 0 || sizes[0] > sizeof name || data[starts[0] + sizes[0] - 1] != '\0')
    return damaged(reader, "an attribute with a damaged name", node->name);
  memcpy(name, data + starts[0], sizes[0]);
  Kind kind;
  Extent extent;
  if (!read_extent(data + starts[2], sizes[2], &extent)) return damaged(reader, "an attribute with a damaged shape", name);
  if (!read_kind(data + starts[1], sizes[1], &kind)) return not_there(reader, "an attribute of a type that is not read", name);
  if (kind.size == 0 || extent.count > (length - place) / kind.size) return damaged(reader, "an attribute that is cut", name);
  Hdf5Attribute *attribute = hdf5_attribute(node, name, reader->error);
  if (!attribute) return false;
  if (kind.what != KIND_NUMBERS) return read_texts(reader, &kind, &extent, data + place, attribute);
  attribute->array = make_array(reader, &kind, &extent, data + place);
  return attribute->array != NULL;
}

/* ---- Objects ---- */

/* What the messages of an object's header say. */
typedef struct Header {
  const uint8_t *type, *space, *layout;
  uint64_t type_length, space_length, layout_length;
  bool group, filtered;
  uint64_t tree, heap;
} Header;

static bool take_message(Reader *reader, int type, const uint8_t *data, uint64_t length, int flags, Header *header,
                         Hdf5Node *node) {
  if (flags & 2 && (type == 1 || type == 3 || type == 12)) return not_there(reader, "a shared message", node->name);
  switch (type) {
    case 1:
      header->space = data;
      header->space_length = length;
      return true;
    case 3:
      header->type = data;
      header->type_length = length;
      return true;
    case 7: return damaged(reader, "values that lie in another file", node->name);
    case 8:
      header->layout = data;
      header->layout_length = length;
      return true;
    case 11:
      header->filtered = true;
      return true;
    case 12: return read_attribute(reader, data, length, node);
    case 17:
      if (length < 16) return damaged(reader, "a group that is cut", node->name);
      header->group = true;
      header->tree = number(data, 8);
      header->heap = number(data + 8, 8);
      return true;
    case 2:
    case 6:
    case 21: return not_there(reader, "a group of the latest format", node->name);
    default: return true; /* times, fill values, comments */
  }
}

static bool read_header(Reader *reader, uint64_t address, Header *header, Hdf5Node *node) {
  const uint8_t *start = at(reader, address, 16);
  if (!start) return damaged(reader, "an object outside the file", node->name);
  if (memcmp(start, "OHDR", 4) == 0) return not_there(reader, "an object of the latest format", node->name);
  if (start[0] != 1) return damaged(reader, "an object that is none", node->name);
  int left = (int)number(start + 2, 2);
  struct {
    uint64_t address, length;
  } blocks[64] = {{address + 16, number(start + 8, 4)}};
  int count = 1;
  for (int b = 0; b < count && left > 0; b++) {
    const uint8_t *block = at(reader, blocks[b].address, blocks[b].length);
    if (!block) return damaged(reader, "an object that is cut", node->name);
    for (uint64_t place = 0; left > 0 && blocks[b].length - place >= 8; left--) {
      const int type = (int)number(block + place, 2), flags = block[place + 4];
      const uint64_t length = number(block + place + 2, 2);
      place += 8;
      if (length > blocks[b].length - place) return damaged(reader, "an object that is cut", node->name);
      const uint8_t *data = block + place;
      place += length;
      if (type == 16) {
        if (length < 16 || count == (int)(sizeof blocks / sizeof *blocks))
          return damaged(reader, "an object that is damaged", node->name);
        blocks[count].address = number(data, 8);
        blocks[count++].length = number(data + 8, 8);
      } else if (!take_message(reader, type, data, length, flags, header, node)) {
        return false;
      }
    }
  }
  return true;
}

static bool read_array(Reader *reader, const Header *header, Hdf5Node *node) {
  Kind kind;
  Extent extent;
  if (!header->space || !read_extent(header->space, header->space_length, &extent))
    return damaged(reader, "an array with a damaged shape", node->name);
  if (!header->type || !read_kind(header->type, header->type_length, &kind) || kind.what != KIND_NUMBERS)
    return not_there(reader, "values that are no numbers", node->name);
  const uint8_t *layout = header->layout, *data = NULL;
  if (!layout || header->layout_length < 18) {
    const bool compact = layout && header->layout_length >= 4 && layout[0] == 3 && layout[1] == 0;
    if (!compact) return damaged(reader, "an array without values", node->name);
  }
  const uint64_t bytes = extent.count * kind.size;
  const int class = layout[0] == 3 ? layout[1] : layout[0] < 3 ? layout[2] : -1;
  if (header->filtered || class < 0 || class > 1) return not_there(reader, "values in pieces or compressed", node->name);
  reader->read += bytes;
  if (bytes > reader->length || reader->read > 2 * reader->length + 4096)
    return damaged(reader, "more values than the file holds", node->name);
  if (class == 0) {
    if (layout[0] != 3 || number(layout + 2, 2) < bytes || header->layout_length - 4 < bytes)
      return damaged(reader, "an array that is cut", node->name);
    data = layout + 4;
  } else {
    const uint64_t address = number(layout + (layout[0] == 3 ? 2 : 8), 8);
    if (address == NOWHERE ? bytes > 0 : (data = at(reader, address, bytes)) == NULL)
      return damaged(reader, "an array that is cut", node->name);
  }
  node->array = make_array(reader, &kind, &extent, data);
  return node->array != NULL;
}

static bool read_object(Reader *reader, uint64_t address, Hdf5Node *node, int depth);

/* One node of names: "SNOD", whose entries are of 40 bytes. */
static bool read_names(Reader *reader, uint64_t address, const uint8_t *names, uint64_t names_length, Hdf5Node *node,
                       int depth) {
  const uint8_t *table = at(reader, address, 8);
  if (!table || memcmp(table, "SNOD", 4) != 0) return damaged(reader, "a group that is damaged", node->name);
  const uint64_t count = number(table + 6, 2);
  if (!at(reader, address, 8 + 40 * count)) return damaged(reader, "a group that is cut", node->name);
  for (uint64_t i = 0; i < count; i++) {
    const uint8_t *entry = table + 8 + 40 * i;
    const uint64_t offset = number(entry, 8);
    if (offset >= names_length || !memchr(names + offset, '\0', names_length - offset))
      return damaged(reader, "a name that is damaged", node->name);
    const char *name = (const char *)names + offset;
    if (strlen(name) > 4096) return damaged(reader, "a name that is damaged", node->name);
    if (number(entry + 16, 4) == 2) return damaged(reader, "a link to another place, which is not followed", name);
    Hdf5Node *child = hdf5_node(node, name, NULL, reader->error);
    if (!child || !read_object(reader, number(entry + 8, 8), child, depth + 1)) return false;
  }
  return true;
}

/* The nodes of a group's tree, from left to right. */
static bool read_tree(Reader *reader, uint64_t address, const uint8_t *names, uint64_t names_length, Hdf5Node *node, int depth,
                      int level) {
  const uint8_t *tree = at(reader, address, 24);
  if (!tree || memcmp(tree, "TREE", 4) != 0 || tree[4] != 0 || (level >= 0 && tree[5] != level) || tree[5] > 8 ||
      ++reader->nodes > MOST_NODES)
    return damaged(reader, "a group that is damaged", node->name);
  const uint64_t count = number(tree + 6, 2);
  if (!at(reader, address, 24 + 16 * count + 8)) return damaged(reader, "a group that is cut", node->name);
  for (uint64_t i = 0; i < count; i++) {
    const uint64_t child = number(tree + 24 + 16 * i + 8, 8);
    const bool good = tree[5] ? read_tree(reader, child, names, names_length, node, depth, tree[5] - 1)
                              : read_names(reader, child, names, names_length, node, depth);
    if (!good) return false;
  }
  return true;
}

static bool read_object(Reader *reader, uint64_t address, Hdf5Node *node, int depth) {
  if (depth > MOST_DEPTH || ++reader->nodes > MOST_NODES) return damaged(reader, "groups without end", node->name);
  Header header = {0};
  if (!read_header(reader, address, &header, node)) return false;
  if (!header.group) return read_array(reader, &header, node);
  const uint8_t *heap = at(reader, header.heap, 32);
  if (!heap || memcmp(heap, "HEAP", 4) != 0) return damaged(reader, "a group without names", node->name);
  const uint64_t length = number(heap + 8, 8);
  const uint8_t *names = at(reader, number(heap + 24, 8), length);
  if (!names) return damaged(reader, "a group without names", node->name);
  return read_tree(reader, header.tree, names, length, node, depth, -1);
}

Hdf5Node *hdf5_parse(const char *bytes, size_t length, const char *name_for_errors, Error *error) {
  Reader reader = {.bytes = (const uint8_t *)bytes, .length = length, .file = name_for_errors, .error = error};
  static const char signature[] = "\211HDF\r\n\032\n";
  if (length < 8 || memcmp(bytes, signature, 8) != 0) {
    damaged(&reader, "not an HDF5 file", "");
    return NULL;
  }
  const int version = length > 8 ? reader.bytes[8] : -1, start = version == 1 ? 28 : 24;
  if (version == 2 || version == 3) {
    not_there(&reader, "HDF5's latest format", "/");
    return NULL;
  }
  if (version < 0 || version > 1 || length < (size_t)start + 72 || reader.bytes[13] != 8 || reader.bytes[14] != 8) {
    damaged(&reader, "the HDF5 file is cut or damaged", "");
    return NULL;
  }
  reader.base = number(reader.bytes + start, 8);
  if (number(reader.bytes + start + 16, 8) > length) {
    damaged(&reader, "the HDF5 file is cut", "");
    return NULL;
  }
  Hdf5Node *root = hdf5_node(NULL, "", NULL, error);
  if (root == NULL || read_object(&reader, number(reader.bytes + start + 40, 8), root, 0)) return root;
  hdf5_free(root);
  return NULL;
}
