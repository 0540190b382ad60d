/* A file of HDF5 as a tree, by libhdf5. */
#include <ctype.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/formats/hdf5.h"
#include "engine/formats/hdf5_library.h"

enum { MOST_DEPTH = 64, MOST_NODES = 1 << 18, MOST_TEXTS = 1 << 18, MOST_NAME = 4096 };

typedef struct Reader {
  uint64_t left; /* bytes that arrays and texts may still take */
  int nodes;
  Error *error;
} Reader;

/* ---- Errors ---- */

typedef struct Stack {
  char first[200], last[200]; /* what the library was asked for, and what went wrong far below */
} Stack;

static herr_t take_error(unsigned place, const H5E_error2_t *entry, void *context) {
  Stack *stack = context;
  char *text = place == 0 ? stack->first : stack->last;
  strncpy(text, entry->desc ? entry->desc : "", sizeof stack->first - 1);
  return 0;
}

/* As h5py words it: "Unable to synchronously open file (file signature not found)". `what` NULL: the library's words. */
static bool failed(const Reader *reader, const char *what) {
  Stack stack = {{0}, {0}};
  libhdf5.Ewalk2(H5E_DEFAULT, H5E_WALK_DOWNWARD, take_error, &stack);
  const char *reason = stack.last[0] ? stack.last : stack.first;
  if (what == NULL) {
    stack.first[0] = (char)toupper((unsigned char)stack.first[0]);
    what = stack.first;
  }
  return core_fail(reader->error, ERROR_OS, "%s (%s)", what, reason);
}

static bool fail_many(const Reader *reader, const char *what) {
  return core_fail(reader->error, ERROR_OS, "Unable to synchronously open object (%s)", what);
}

static bool take_bytes(Reader *reader, uint64_t count, uint64_t size) {
  if (size && count > reader->left / size)
    return core_fail(reader->error, ERROR_OS,
                     "Can't synchronously read data (the file claims more values than a file of its size may hold)");
  reader->left -= count * size;
  return true;
}

/* ---- Types and shapes ---- */

typedef struct Kind {
  enum { KIND_OTHER, KIND_NUMBERS, KIND_BOOL, KIND_TEXT, KIND_LONG_TEXT } what;
  NdType type; /* of the array */
  hid_t memory; /* the library's name for that type */
  size_t size;
} Kind;

static Kind kind_of(hid_t type) {
  const struct {
    NdType type;
    hid_t memory;
  } with_sign[] = {{ND_INT8, libhdf5.int8},
                   {ND_INT16, libhdf5.int16},
                   {ND_INT32, libhdf5.int32},
                   {ND_INT64, libhdf5.int64}},
    without[] = {{ND_UINT8, libhdf5.uint8},
                 {ND_UINT16, libhdf5.uint16},
                 {ND_UINT32, libhdf5.uint32},
                 {ND_UINT64, libhdf5.uint64}};
  Kind kind = {.what = KIND_OTHER, .size = libhdf5.Tget_size(type)};
  const size_t size = kind.size;
  const int which = size == 1 ? 0 : size == 2 ? 1 : size == 4 ? 2 : size == 8 ? 3 : -1;
  switch (libhdf5.Tget_class(type)) {
    case H5T_INTEGER: {
      if (which < 0) return kind;
      const bool has_sign = libhdf5.Tget_sign(type) != H5T_SGN_NONE;
      kind.what = KIND_NUMBERS;
      kind.type = has_sign ? with_sign[which].type : without[which].type;
      kind.memory = has_sign ? with_sign[which].memory : without[which].memory;
      return kind;
    }
    case H5T_FLOAT:
      if (size > 8) return kind;
      kind.what = KIND_NUMBERS;
      kind.type = size > 4 ? ND_FLOAT64 : ND_FLOAT32;
      kind.memory = size > 4 ? libhdf5.float64 : libhdf5.float32;
      return kind;
    case H5T_ENUM: /* h5py's bool: an enumeration of bytes, read as they are */
      if (size != 1) return kind;
      kind.what = KIND_BOOL;
      kind.type = ND_BOOL;
      kind.memory = type;
      return kind;
    case H5T_STRING:
      kind.what = libhdf5.Tis_variable_str(type) > 0 ? KIND_LONG_TEXT : KIND_TEXT;
      kind.memory = type;
      return kind;
    default: return kind;
  }
}

typedef struct Extent {
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  uint64_t count;
  bool none; /* a space without elements: h5py.Empty */
} Extent;

static bool extent_of(Reader *reader, hid_t space, Extent *extent) {
  *extent = (Extent){.count = 1, .none = libhdf5.Sget_simple_extent_type(space) == H5S_NULL};
  if (extent->none) return true;
  hsize_t dims[H5S_MAX_RANK];
  const int rank = libhdf5.Sget_simple_extent_ndims(space);
  if (rank < 0 || rank > ND_MAX_DIMS) return fail_many(reader, "too many dimensions");
  if (libhdf5.Sget_simple_extent_dims(space, dims, NULL) < 0) return failed(reader, NULL);
  extent->ndim = rank;
  for (int i = 0; i < rank; i++) {
    if (dims[i] > INT64_MAX || (dims[i] && extent->count > (UINT64_C(1) << 48) / dims[i]))
      return take_bytes(reader, UINT64_MAX, 1);
    extent->shape[i] = (int64_t)dims[i];
    extent->count *= dims[i];
  }
  return true;
}

static NdArray *make_array(Reader *reader, const Kind *kind, const Extent *extent) {
  if (!take_bytes(reader, extent->count, (uint64_t)nd_types[kind->type].itemsize)) return NULL;
  return nd_zeros(kind->type, extent->ndim, extent->shape, reader->error);
}

/* The bytes of an enumeration are any; a bool is 0 or 1. */
static void make_bools(NdArray *array, const Kind *kind) {
  if (kind->what != KIND_BOOL) return;
  unsigned char *bytes = (unsigned char *)array->data;
  for (int64_t i = 0; i < array->size; i++) bytes[i] = bytes[i] != 0;
}

/* ---- Attributes ---- */

static bool add_text(Reader *reader, Hdf5Attribute *attribute, const char *text, size_t size) {
  if (!take_bytes(reader, 1, size)) return false;
  if ((attribute->texts[attribute->text_count] = core_strndup(text, size)) == NULL)
    return core_fail_memory(reader->error, size);
  attribute->text_count++;
  return true;
}

static bool read_texts(Reader *reader, hid_t from, hid_t space, const Kind *kind, const Extent *extent,
                       Hdf5Attribute *made) {
  if (extent->count > MOST_TEXTS) return fail_many(reader, "an attribute with too many texts");
  if (!take_bytes(reader, extent->count, kind->size)) return false;
  char *data = core_alloc_zero(extent->count + 1, kind->size);
  made->texts = core_alloc_zero(extent->count + 1, sizeof *made->texts);
  made->is_list = extent->ndim > 0;
  bool good = data && made->texts;
  if (!good) core_fail_memory(reader->error, extent->count * kind->size);
  if (good && extent->count && libhdf5.Aread(from, kind->memory, data) < 0) good = failed(reader, NULL);
  for (uint64_t i = 0; good && i < extent->count; i++) {
    const char *text = data + i * kind->size;
    size_t size = kind->size;
    if (kind->what == KIND_LONG_TEXT) {
      char *pointed;
      memcpy(&pointed, data + i * kind->size, sizeof pointed);
      text = pointed ? pointed : "";
      size = strlen(text);
    }
    good = add_text(reader, made, text, strnlen(text, size));
  }
  if (data && kind->what == KIND_LONG_TEXT && extent->count)
    libhdf5.Dvlen_reclaim(kind->memory, space, H5P_DEFAULT, data);
  core_free(data);
  return good;
}

static bool read_attribute(Reader *reader, hid_t from, Hdf5Node *node) {
  char name[MOST_NAME];
  if (libhdf5.Aget_name(from, sizeof name, name) < 0) return failed(reader, NULL);
  const hid_t type = libhdf5.Aget_type(from), space = libhdf5.Aget_space(from);
  bool good = type >= 0 && space >= 0;
  if (!good) failed(reader, NULL);
  Extent extent;
  good = good && extent_of(reader, space, &extent);
  const Kind kind = good ? kind_of(type) : (Kind){.what = KIND_OTHER};
  if (good && kind.what != KIND_OTHER && !extent.none) {
    Hdf5Attribute *made = hdf5_attribute(node, name, reader->error);
    good = made != NULL;
    if (good && kind.what >= KIND_TEXT) {
      good = read_texts(reader, from, space, &kind, &extent, made);
    } else if (good) {
      made->array = make_array(reader, &kind, &extent);
      good = made->array != NULL;
      if (good && extent.count && libhdf5.Aread(from, kind.memory, made->array->data) < 0) good = failed(reader, NULL);
      if (good) make_bools(made->array, &kind);
    }
  }
  if (type >= 0) libhdf5.Tclose(type);
  if (space >= 0) libhdf5.Sclose(space);
  return good;
}

static bool read_attributes(Reader *reader, hid_t object, Hdf5Node *node) {
  const int count = libhdf5.Aget_num_attrs(object);
  if (count < 0) return failed(reader, NULL);
  for (int i = 0; i < count; i++) {
    const hid_t from =
        libhdf5.Aopen_by_idx(object, ".", H5_INDEX_NAME, H5_ITER_INC, (hsize_t)i, H5P_DEFAULT, H5P_DEFAULT);
    if (from < 0) return failed(reader, NULL);
    const bool good = read_attribute(reader, from, node);
    libhdf5.Aclose(from);
    if (!good) return false;
  }
  return true;
}

/* ---- Objects ---- */

/* Values outside the file are Keras's errors. */
static bool lies_inside(const Reader *reader, hid_t dataset) {
  const hid_t how = libhdf5.Dget_create_plist(dataset);
  if (how < 0) return failed(reader, NULL);
  const bool outside = libhdf5.Pget_external_count(how) != 0, made_up = libhdf5.Pget_layout(how) == H5D_VIRTUAL;
  libhdf5.Pclose(how);
  if (outside) return core_fail(reader->error, ERROR_VALUE, "Not allowed: H5 file with external Dataset");
  return !made_up || core_fail(reader->error, ERROR_VALUE, "Not allowed: H5 file with virtual Dataset");
}

/* *wanted false: a dataset of another type than nnsh has. */
static bool read_values(Reader *reader, hid_t dataset, Hdf5Node *node, bool *wanted) {
  if (!lies_inside(reader, dataset)) return false;
  const hid_t type = libhdf5.Dget_type(dataset), space = libhdf5.Dget_space(dataset);
  bool good = type >= 0 && space >= 0;
  if (!good) failed(reader, NULL);
  Extent extent;
  good = good && extent_of(reader, space, &extent);
  const Kind kind = good ? kind_of(type) : (Kind){.what = KIND_OTHER};
  *wanted = (kind.what == KIND_NUMBERS || kind.what == KIND_BOOL) && !extent.none;
  if (good && *wanted) {
    node->array = make_array(reader, &kind, &extent);
    good = node->array != NULL;
    if (good && extent.count &&
        libhdf5.Dread(dataset, kind.memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, node->array->data) < 0)
      good = failed(reader, "Can't synchronously read data");
    if (good) make_bools(node->array, &kind);
  }
  if (type >= 0) libhdf5.Tclose(type);
  if (space >= 0) libhdf5.Sclose(space);
  return good;
}

static bool read_group(Reader *reader, hid_t group, Hdf5Node *node, int depth);

static bool read_child(Reader *reader, hid_t group, const char *name, Hdf5Node *node, int depth) {
  Hdf5Link link;
  if (libhdf5.link_info(group, name, &link, H5P_DEFAULT) < 0) return failed(reader, NULL);
  if (link.type != H5L_TYPE_HARD)
    return core_fail(reader->error, ERROR_VALUE, "Not allowed: H5 file with %s",
                     link.type == H5L_TYPE_SOFT ? "SoftLink" : "ExternalLink");
  const hid_t object = libhdf5.Oopen(group, name, H5P_DEFAULT);
  if (object < 0) return failed(reader, "Unable to synchronously open object");
  const H5I_type_t what = libhdf5.Iget_type(object);
  bool wanted = what == H5I_GROUP || what == H5I_DATASET, good = true;
  Hdf5Node *child = wanted ? hdf5_node(node, name, NULL, reader->error) : NULL;
  if (wanted) {
    good = child != NULL;
    if (good && what == H5I_DATASET) good = read_values(reader, object, child, &wanted);
    if (good && wanted) good = read_attributes(reader, object, child);
    if (good && what == H5I_GROUP) good = read_group(reader, object, child, depth + 1);
    if (good && !wanted) hdf5_free(node->children[--node->child_count]);
  }
  libhdf5.Oclose(object);
  return good;
}

static bool read_group(Reader *reader, hid_t group, Hdf5Node *node, int depth) {
  H5G_info_t info;
  if (libhdf5.Gget_info(group, &info) < 0) return failed(reader, NULL);
  if (depth > MOST_DEPTH) return fail_many(reader, "groups without end");
  for (hsize_t i = 0; i < info.nlinks; i++) {
    char name[MOST_NAME];
    const ssize_t length =
        libhdf5.Lget_name_by_idx(group, ".", H5_INDEX_NAME, H5_ITER_INC, i, name, sizeof name, H5P_DEFAULT);
    if (length < 0) return failed(reader, NULL);
    if (length >= MOST_NAME || ++reader->nodes > MOST_NODES) return fail_many(reader, "groups without end");
    if (!read_child(reader, group, name, node, depth)) return false;
  }
  return true;
}

Hdf5Node *hdf5_read(const char *path, uint64_t most, Error *error) {
  if (!hdf5_library_load(error)) return NULL;
  Reader reader = {.left = most, .error = error};
  /* A file may name filters; none is looked for in the folders of plugins. */
  libhdf5.PLset_loading_state(0);
  /* The library's driver for memory reads the file at once, and takes names of files that have none (memfd_create). */
  const hid_t access = libhdf5.Pcreate(libhdf5.file_access);
  if (access >= 0) libhdf5.Pset_fapl_core(access, 1 << 16, 0);
  const hid_t file = access < 0 ? -1 : libhdf5.Fopen(path, H5F_ACC_RDONLY, access);
  if (file < 0) failed(&reader, "Unable to synchronously open file"); /* the next call forgets what it was */
  if (access >= 0) libhdf5.Pclose(access);
  if (file < 0) return NULL;
  const hid_t group = libhdf5.Gopen2(file, "/", H5P_DEFAULT);
  Hdf5Node *root = group < 0 ? NULL : hdf5_node(NULL, "", NULL, error);
  if (group < 0) failed(&reader, NULL);
  if (root && !(read_attributes(&reader, group, root) && read_group(&reader, group, root, 0))) {
    hdf5_free(root);
    root = NULL;
  }
  if (group >= 0) libhdf5.Gclose(group);
  libhdf5.Fclose(file);
  return root;
}
