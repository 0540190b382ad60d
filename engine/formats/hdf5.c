#include "engine/formats/hdf5.h"

#include <string.h>

#include "engine/core/memory.h"
#include "engine/formats/hdf5_library.h"

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
