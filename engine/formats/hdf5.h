/* HDF5 as Keras uses it (.weights.h5, .h5): groups, arrays of numbers, and attributes that are texts, lists of texts or
 * arrays, as a tree in memory. What Keras does not write is refused or left out: links out of the file, storage outside
 * it, compound types, compression. Both ways go by bytes in memory, so that a member of an archive needs no file of its
 * own: hdf5_read.c reads them itself, hdf5.c writes them with libhdf5. */
#ifndef NNSH_ENGINE_FORMATS_HDF5_H
#define NNSH_ENGINE_FORMATS_HDF5_H

#include "engine/array/array.h"

typedef struct Hdf5Attribute {
  char *name;
  char **texts; /* a text (is_list false: one), or a list of them */
  int text_count;
  bool is_list;
  NdArray *array; /* instead of texts */
} Hdf5Attribute;

/* A group (array NULL) or a dataset. */
typedef struct Hdf5Node {
  char *name; /* "" for the root */
  NdArray *array;
  struct Hdf5Node **children;
  int child_count;
  Hdf5Attribute *attributes;
  int attribute_count;
} Hdf5Node;

/* NULL: ERROR_VALUE that names the file and what is wrong with it. The caller frees the tree. */
Hdf5Node *hdf5_parse(const char *bytes, size_t length, const char *name_for_errors, Error *error);
/* The bytes of a file with this tree; core_free. */
char *hdf5_bytes(const Hdf5Node *root, size_t *length, Error *error);

/* Building a tree. NULL (false): ERROR_MEMORY. The child is owned by `parent` (NULL: a root). */
Hdf5Node *hdf5_node(Hdf5Node *parent, const char *name, NdArray *array /* retained, or NULL */, Error *error);
/* An attribute to be filled in by the caller, who owns what it puts there until the node is freed. */
Hdf5Attribute *hdf5_attribute(Hdf5Node *node, const char *name, Error *error);
void hdf5_free(Hdf5Node *root); /* NULL is allowed */

#endif
