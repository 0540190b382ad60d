/* HDF5 as Keras uses it (.weights.h5, .h5): groups, arrays of numbers, and attributes that are texts, lists of texts or
 * arrays, as a tree in memory. Both ways go through libhdf5. It writes into memory, so that a member of an archive
 * needs no file of its own. It reads in a process of its own, since a damaged file may make it crash, hang or take all
 * memory: that process calls hdf5_read and hdf5_send, its parent hdf5_receive (repl/modules/hdf5_process.h starts it).
 */
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

/* The tree of a file, which the caller frees: all that is a group, an array of numbers, or an attribute of numbers or
 * texts; compressed and chunked arrays and every format that this libhdf5 knows. Values of other types are left out,
 * half precision becomes float32. NULL: ERROR_OS in h5py's words ("Unable to synchronously open file (file signature
 * not found)"), ERROR_VALUE in Keras's for links and for values that lie in another file ("Not allowed: H5 file with
 * ExternalLink"); ERROR_OS too where the arrays would take more than `most` bytes. To be called where a crash of the
 * library costs nothing. */
Hdf5Node *hdf5_read(const char *path, uint64_t most, Error *error);

/* A tree, or the error that stands in its place (`root` NULL), as a stream of bytes for a process on the same machine.
 * hdf5_send calls `put` with pieces of it; false where `put` gave false. */
typedef bool Hdf5Put(void *context, const void *bytes, size_t length);
bool hdf5_send(const Hdf5Node *root, const Error *error, Hdf5Put *put, void *context);
/* Takes a stream apart, checking all of it: `take` fills `length` bytes or gives false; arrays and texts may take
 * `most` bytes together. NULL: the error that was sent, or ERROR_EOF where the stream ends early or is none. */
typedef bool Hdf5Take(void *context, void *bytes, size_t length);
Hdf5Node *hdf5_receive(Hdf5Take *take, void *context, uint64_t most, Error *error);

/* The bytes of a file with this tree; core_free. */
char *hdf5_bytes(const Hdf5Node *root, size_t *length, Error *error);

/* Building a tree. NULL (false): ERROR_MEMORY. The child is owned by `parent` (NULL: a root). */
Hdf5Node *hdf5_node(Hdf5Node *parent, const char *name, NdArray *array /* retained, or NULL */, Error *error);
/* An attribute to be filled in by the caller, who owns what it puts there until the node is freed. */
Hdf5Attribute *hdf5_attribute(Hdf5Node *node, const char *name, Error *error);
void hdf5_free(Hdf5Node *root); /* NULL is allowed */

#endif
