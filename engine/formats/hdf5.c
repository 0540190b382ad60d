#include "engine/formats/hdf5.h"

#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/text.h"
#include "engine/formats/file.h"
#include "engine/formats/hdf5_library.h"

enum { MOST_DEPTH = 64, MOST_NODES = 1 << 20, MOST_TEXTS = 1 << 20 };

/* ---- The tree ---- */

Hdf5Node *hdf5_node(Hdf5Node *parent, const char *name, NdArray *array, Error *error) {
  Hdf5Node *node = core_alloc_zero(1, sizeof *node);
  if (node) node->name = core_strdup(name);
  Hdf5Node **grown = NULL;
  if (node && node->name && parent)
    grown = core_realloc(parent->children, sizeof *grown * ((size_t)parent->child_count + 1));
  if (!node || !node->name || (parent && !grown)) {
    if (node) core_free(node->name);
    core_free(node);
    core_fail_memory(error, sizeof *node);
    return NULL;
  }
  if (parent) {
    parent->children = grown;
    parent->children[parent->child_count++] = node;
  }
  node->array = array ? nd_retain(array) : NULL;
  return node;
}

Hdf5Attribute *hdf5_attribute(Hdf5Node *node, const char *name, Error *error) {
  Hdf5Attribute *grown = core_realloc(node->attributes, sizeof *grown * ((size_t)node->attribute_count + 1));
  char *copy = grown ? core_strdup(name) : NULL;
  if (grown) node->attributes = grown;
  if (!copy) {
    core_fail_memory(error, sizeof *grown);
    return NULL;
  }
  Hdf5Attribute *attribute = &node->attributes[node->attribute_count++];
  *attribute = (Hdf5Attribute){.name = copy};
  return attribute;
}

void hdf5_free(Hdf5Node *node) {
  if (!node) return;
  for (int i = 0; i < node->child_count; i++) hdf5_free(node->children[i]);
  for (int i = 0; i < node->attribute_count; i++) {
    Hdf5Attribute *attribute = &node->attributes[i];
    for (int t = 0; t < attribute->text_count; t++) core_free(attribute->texts[t]);
    core_free(attribute->texts);
    core_free(attribute->name);
    nd_release(attribute->array);
  }
  core_free(node->attributes);
  core_free(node->children);
  core_free(node->name);
  nd_release(node->array);
  core_free(node);
}

/* The library's type in memory for a dtype. */
static hid_t type_of(NdType type) {
  switch (type) {
    case ND_BOOL:
    case ND_UINT8: return libhdf5.uint8;
    case ND_INT8: return libhdf5.int8;
    case ND_INT16: return libhdf5.int16;
    case ND_INT32: return libhdf5.int32;
    case ND_INT64: return libhdf5.int64;
    case ND_UINT16: return libhdf5.uint16;
    case ND_UINT32: return libhdf5.uint32;
    case ND_UINT64: return libhdf5.uint64;
    case ND_FLOAT32: return libhdf5.float32;
    default: return libhdf5.float64;
  }
}

/* ---- Reading ---- */

typedef struct Reader {
  const char *file;
  size_t length;
  int nodes;
  Error *error;
} Reader;

static bool damaged(Reader *reader, const char *what, const char *where) {
  return core_fail(reader->error, ERROR_VALUE, "%s: %s%s%s", reader->file, what, *where ? ": " : "", where);
}

/* The dtype that a type in the file is read as: float16 becomes float32. False: no numbers. */
static bool dtype_of(hid_t type, NdType *out) {
  const size_t size = libhdf5.Tget_size(type);
  switch (libhdf5.Tget_class(type)) {
    case H5T_FLOAT:
      *out = size > 4 ? ND_FLOAT64 : ND_FLOAT32;
      return size <= 8;
    case H5T_ENUM: /* h5py's bool */
      *out = ND_INT8;
      return size == 1;
    case H5T_INTEGER: {
      static const NdType with_sign[] = {ND_INT8, ND_INT16, ND_INT32, ND_INT64};
      static const NdType without[] = {ND_UINT8, ND_UINT16, ND_UINT32, ND_UINT64};
      const int at = size == 1 ? 0 : size == 2 ? 1 : size == 4 ? 2 : size == 8 ? 3 : -1;
      if (at < 0) return false;
      *out = libhdf5.Tget_sign(type) == H5T_SGN_NONE ? without[at] : with_sign[at];
      return true;
    }
    default: return false;
  }
}

static bool shape_of(hid_t space, int *ndim, int64_t *shape, uint64_t *count) {
  hsize_t dims[H5S_MAX_RANK];
  *ndim = libhdf5.Sget_simple_extent_ndims(space);
  if (*ndim < 0 || *ndim > ND_MAX_DIMS || libhdf5.Sget_simple_extent_dims(space, dims, NULL) < 0) return false;
  *count = 1;
  for (int i = 0; i < *ndim; i++) {
    if (dims[i] && *count > UINT64_C(1) << 40) return false;
    if (dims[i] > UINT64_C(1) << 40) return false;
    *count *= dims[i];
    shape[i] = (int64_t)dims[i];
  }
  return *count <= UINT64_C(1) << 40;
}

/* An array of a dataset's shape, filled by the library; a claim that the file cannot hold is refused before. */
static NdArray *read_numbers(Reader *reader, hid_t object, bool attribute, const char *where) {
  hid_t type = attribute ? libhdf5.Aget_type(object) : libhdf5.Dget_type(object);
  hid_t space = attribute ? libhdf5.Aget_space(object) : libhdf5.Dget_space(object);
  NdType dtype = ND_FLOAT32;
  int ndim = 0;
  int64_t shape[ND_MAX_DIMS];
  uint64_t count = 0;
  NdArray *array = NULL;
  bool good = dtype_of(type, &dtype) || damaged(reader, "values that are no numbers", where);
  good = good && (shape_of(space, &ndim, shape, &count) || damaged(reader, "a shape that is none", where));
  if (good && !attribute) {
    hid_t properties = libhdf5.Dget_create_plist(object);
    const H5D_layout_t layout = libhdf5.Pget_layout(properties);
    const uint64_t bytes = count * libhdf5.Tget_size(type);
    const bool outside = libhdf5.Pget_external_count(properties) != 0 || layout == H5D_VIRTUAL || layout == H5D_LAYOUT_ERROR;
    libhdf5.Pclose(properties);
    if (outside) good = damaged(reader, "values that lie in another file", where);
    else if (layout == H5D_CHUNKED ? !file_could_inflate(reader->length, bytes) : bytes > reader->length)
      good = damaged(reader, "more values than the file holds", where);
  } else if (good && count > reader->length) {
    good = damaged(reader, "more values than the file holds", where);
  }
  if (good) array = nd_zeros(dtype, ndim, shape, reader->error);
  if (array && count) {
    /* h5py's bool is an enumeration over int8: its own type reads it as it lies. */
    const hid_t memory = libhdf5.Tget_class(type) == H5T_ENUM ? type : type_of(dtype);
    const herr_t done = attribute ? libhdf5.Aread(object, memory, array->data)
                                  : libhdf5.Dread(object, memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, array->data);
    if (done < 0) {
      damaged(reader, "values that cannot be read", where);
      nd_release(array);
      array = NULL;
    }
  }
  libhdf5.Sclose(space);
  libhdf5.Tclose(type);
  return array;
}

/* Texts of an attribute, of fixed or variable length. */
static bool read_texts(Reader *reader, hid_t object, hid_t type, Hdf5Attribute *out) {
  hid_t space = libhdf5.Aget_space(object);
  int ndim = 0;
  int64_t shape[ND_MAX_DIMS];
  uint64_t count = 0;
  bool good = shape_of(space, &ndim, shape, &count) && count <= MOST_TEXTS && count <= reader->length;
  const bool variable = libhdf5.Tis_variable_str(type) > 0;
  const size_t size = variable ? sizeof(char *) : libhdf5.Tget_size(type);
  good = good && (variable || size * count <= reader->length);
  if (!good) {
    libhdf5.Sclose(space);
    return damaged(reader, "an attribute that is damaged", out->name);
  }
  char *block = core_alloc_zero(count + 1, size + 1);
  out->texts = core_alloc_zero(count + 1, sizeof *out->texts);
  out->is_list = ndim > 0;
  if (!block || !out->texts) good = core_fail_memory(reader->error, count * size);
  else if (count && libhdf5.Aread(object, type, block) < 0) good = damaged(reader, "an attribute that is damaged", out->name);
  for (uint64_t i = 0; good && i < count; i++) {
    const char *text = variable ? ((char **)(void *)block)[i] : block + i * size;
    out->texts[i] = text ? core_strndup(text, variable ? strlen(text) : strnlen(text, size)) : core_strdup("");
    if (!out->texts[i]) good = core_fail_memory(reader->error, size);
    else out->text_count++;
  }
  if (good && variable && count) libhdf5.Dvlen_reclaim(type, space, H5P_DEFAULT, block);
  core_free(block);
  libhdf5.Sclose(space);
  return good;
}

static bool read_attributes(Reader *reader, hid_t object, Hdf5Node *node) {
  const int count = libhdf5.Aget_num_attrs(object);
  for (int i = 0; i < count; i++) {
    hid_t opened = libhdf5.Aopen_by_idx(object, ".", H5_INDEX_NAME, H5_ITER_INC, (hsize_t)i, H5P_DEFAULT, H5P_DEFAULT);
    if (opened < 0) return damaged(reader, "an attribute that is damaged", node->name);
    char name[256] = "";
    libhdf5.Aget_name(opened, sizeof name, name);
    Hdf5Attribute *attribute = hdf5_attribute(node, name, reader->error);
    hid_t type = libhdf5.Aget_type(opened);
    bool good = attribute != NULL;
    if (good && libhdf5.Tget_class(type) == H5T_STRING) good = read_texts(reader, opened, type, attribute);
    else if (good) good = (attribute->array = read_numbers(reader, opened, true, name)) != NULL;
    libhdf5.Tclose(type);
    libhdf5.Aclose(opened);
    if (!good) return false;
  }
  return true;
}

static bool read_object(Reader *reader, hid_t object, Hdf5Node *node, int depth);

static bool read_child(Reader *reader, hid_t group, hsize_t index, Hdf5Node *node, int depth) {
  char name[512];
  const ssize_t length =
      libhdf5.Lget_name_by_idx(group, ".", H5_INDEX_NAME, H5_ITER_INC, index, name, sizeof name, H5P_DEFAULT);
  if (length < 0 || (size_t)length >= sizeof name) return damaged(reader, "a name that is damaged", node->name);
  H5L_info_t info;
  if (libhdf5.Lget_info(group, name, &info, H5P_DEFAULT) < 0) return damaged(reader, "a link that is damaged", name);
  if (info.type != H5L_TYPE_HARD) return damaged(reader, "a link to another place, which is not followed", name);
  hid_t object = libhdf5.Oopen(group, name, H5P_DEFAULT);
  if (object < 0) return damaged(reader, "an object that is damaged", name);
  Hdf5Node *child = hdf5_node(node, name, NULL, reader->error);
  bool good = child && read_object(reader, object, child, depth + 1);
  libhdf5.Oclose(object);
  return good;
}

static bool read_object(Reader *reader, hid_t object, Hdf5Node *node, int depth) {
  if (depth > MOST_DEPTH || ++reader->nodes > MOST_NODES) return damaged(reader, "groups without end", node->name);
  if (!read_attributes(reader, object, node)) return false;
  const H5I_type_t kind = libhdf5.Iget_type(object);
  if (kind == H5I_DATASET) return (node->array = read_numbers(reader, object, false, node->name)) != NULL;
  H5G_info_t info;
  if (kind != H5I_GROUP || libhdf5.Gget_info(object, &info) < 0) return damaged(reader, "an object that is none", node->name);
  for (hsize_t i = 0; i < info.nlinks; i++)
    if (!read_child(reader, object, i, node, depth)) return false;
  return true;
}

Hdf5Node *hdf5_parse(const char *bytes, size_t length, const char *name_for_errors, Error *error) {
  if (!hdf5_library_load(error)) return NULL;
  Reader reader = {name_for_errors, length, 0, error};
  static const char signature[] = "\211HDF\r\n\032\n";
  if (length < 8 || memcmp(bytes, signature, 8) != 0) {
    damaged(&reader, "not an HDF5 file", "");
    return NULL;
  }
  hid_t access = libhdf5.Pcreate(libhdf5.file_access);
  hid_t file = -1, root = -1;
  if (access >= 0 && libhdf5.Pset_fapl_core(access, 1 << 16, 0) >= 0 &&
      libhdf5.Pset_file_image(access, (void *)(uintptr_t)bytes, length) >= 0)
    file = libhdf5.Fopen("image", H5F_ACC_RDONLY, access);
  if (access >= 0) libhdf5.Pclose(access);
  if (file >= 0) root = libhdf5.Gopen2(file, "/", H5P_DEFAULT);
  Hdf5Node *node = NULL;
  if (root < 0) {
    damaged(&reader, "the HDF5 file is cut or damaged", "");
  } else if ((node = hdf5_node(NULL, "", NULL, error)) != NULL && !read_object(&reader, root, node, 0)) {
    hdf5_free(node);
    node = NULL;
  }
  if (root >= 0) libhdf5.Gclose(root);
  if (file >= 0) libhdf5.Fclose(file);
  return node;
}

/* ---- Writing ---- */

static bool write_failed(Error *error, const char *name) {
  return core_fail(error, ERROR_OS, "libhdf5 could not write '%s'", name);
}

static bool write_attribute(hid_t object, const Hdf5Attribute *attribute, Error *error) {
  hid_t type = -1, space = -1, made = -1;
  const void *data = attribute->texts;
  if (attribute->array) {
    const NdArray *array = attribute->array;
    hsize_t dims[ND_MAX_DIMS];
    for (int i = 0; i < array->ndim; i++) dims[i] = (hsize_t)array->shape[i];
    type = libhdf5.Tcopy(type_of(array->type));
    space = array->ndim ? libhdf5.Screate_simple(array->ndim, dims, NULL) : libhdf5.Screate(H5S_SCALAR);
    data = array->size ? array->data : NULL;
  } else {
    const hsize_t count = (hsize_t)attribute->text_count;
    type = libhdf5.Tcopy(libhdf5.string);
    libhdf5.Tset_size(type, H5T_VARIABLE);
    libhdf5.Tset_cset(type, H5T_CSET_UTF8);
    space = attribute->is_list ? libhdf5.Screate_simple(1, &count, NULL) : libhdf5.Screate(H5S_SCALAR);
    if (count == 0) data = NULL;
  }
  made = libhdf5.Acreate2(object, attribute->name, type, space, H5P_DEFAULT, H5P_DEFAULT);
  bool good = made >= 0 && (data == NULL || libhdf5.Awrite(made, type, data) >= 0);
  if (made >= 0) libhdf5.Aclose(made);
  libhdf5.Sclose(space);
  libhdf5.Tclose(type);
  return good || write_failed(error, attribute->name);
}

static bool write_array(hid_t group, const Hdf5Node *node, Error *error) {
  NdArray *array = node->array->type == ND_FLOAT16 ? nd_astype(node->array, ND_FLOAT32, error)
                                                   : nd_contiguous(node->array, error);
  if (!array) return false;
  hsize_t dims[ND_MAX_DIMS];
  for (int i = 0; i < array->ndim; i++) dims[i] = (hsize_t)array->shape[i];
  hid_t space = array->ndim ? libhdf5.Screate_simple(array->ndim, dims, NULL) : libhdf5.Screate(H5S_SCALAR);
  hid_t type = type_of(array->type);
  hid_t made = libhdf5.Dcreate2(group, node->name, type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
  bool good = made >= 0 &&
              (array->size == 0 || libhdf5.Dwrite(made, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, array->data) >= 0);
  for (int i = 0; good && i < node->attribute_count; i++) good = write_attribute(made, &node->attributes[i], error);
  if (made >= 0) libhdf5.Dclose(made);
  libhdf5.Sclose(space);
  nd_release(array);
  return good || write_failed(error, node->name);
}

static bool write_group(hid_t group, const Hdf5Node *node, Error *error) {
  for (int i = 0; i < node->attribute_count; i++)
    if (!write_attribute(group, &node->attributes[i], error)) return false;
  for (int i = 0; i < node->child_count; i++) {
    const Hdf5Node *child = node->children[i];
    if (child->array) {
      if (!write_array(group, child, error)) return false;
      continue;
    }
    hid_t made = libhdf5.Gcreate2(group, child->name, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    if (made < 0) return write_failed(error, child->name);
    bool good = write_group(made, child, error);
    libhdf5.Gclose(made);
    if (!good) return false;
  }
  return true;
}

char *hdf5_bytes(const Hdf5Node *root, size_t *length, Error *error) {
  if (!hdf5_library_load(error)) return NULL;
  hid_t access = libhdf5.Pcreate(libhdf5.file_access), file = -1, group = -1;
  if (access >= 0 && libhdf5.Pset_fapl_core(access, 1 << 16, 0) >= 0)
    file = libhdf5.Fcreate("image", H5F_ACC_TRUNC, H5P_DEFAULT, access);
  if (access >= 0) libhdf5.Pclose(access);
  if (file >= 0) group = libhdf5.Gopen2(file, "/", H5P_DEFAULT);
  char *bytes = NULL;
  if (group < 0) {
    write_failed(error, "/");
  } else if (write_group(group, root, error)) {
    libhdf5.Gclose(group);
    group = -1;
    libhdf5.Fflush(file, H5F_SCOPE_GLOBAL);
    const ssize_t size = libhdf5.Fget_file_image(file, NULL, 0);
    bytes = size > 0 ? core_alloc_zero((size_t)size, 1) : NULL;
    if (size <= 0) write_failed(error, "/");
    else if (!bytes) core_fail_memory(error, (size_t)size);
    else libhdf5.Fget_file_image(file, bytes, (size_t)size);
    *length = size > 0 ? (size_t)size : 0;
  }
  if (group >= 0) libhdf5.Gclose(group);
  if (file >= 0) libhdf5.Fclose(file);
  return bytes;
}
