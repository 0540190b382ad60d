/* A tree of HDF5 between two processes: nodes in preorder, numbers in the machine's own order.
 *
 *   stream     0 code text hint | 1 node
 *   node       name, array?, count, attributes, count, children
 *   attribute  name, text_count, is_list, texts, array?
 *   array?     0 | 1 type ndim shape values
 *   text       length, bytes; every number is a uint64 */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/formats/hdf5.h"

enum { MOST_DEPTH = 80 };
#define MOST_BYTES (UINT64_C(1) << 48)

/* ---- Sending ---- */

typedef struct Sender {
  Hdf5Put *put;
  void *context;
} Sender;

static bool put_number(const Sender *to, uint64_t number) { return to->put(to->context, &number, sizeof number); }

static bool put_text(const Sender *to, const char *text) {
  const size_t length = strlen(text);
  return put_number(to, length) && (length == 0 || to->put(to->context, text, length));
}

static bool put_array(const Sender *to, const NdArray *array) {
  if (array == NULL) return put_number(to, 0);
  bool good = put_number(to, 1) && put_number(to, (uint64_t)array->type) && put_number(to, (uint64_t)array->ndim);
  for (int i = 0; good && i < array->ndim; i++) good = put_number(to, (uint64_t)array->shape[i]);
  NdArray *whole = good && array->size ? nd_contiguous((NdArray *)array, NULL) : NULL;
  if (whole) good = to->put(to->context, whole->data, (size_t)whole->size * (size_t)nd_types[whole->type].itemsize);
  else good = good && array->size == 0;
  nd_release(whole);
  return good;
}

static bool put_attribute(const Sender *to, const Hdf5Attribute *attribute) {
  bool good = put_text(to, attribute->name) && put_number(to, (uint64_t)attribute->text_count) &&
              put_number(to, attribute->is_list);
  for (int i = 0; good && i < attribute->text_count; i++) good = put_text(to, attribute->texts[i]);
  return good && put_array(to, attribute->array);
}

static bool put_node(const Sender *to, const Hdf5Node *node) {
  bool good = put_text(to, node->name) && put_array(to, node->array) && put_number(to, (uint64_t)node->attribute_count);
  for (int i = 0; good && i < node->attribute_count; i++) good = put_attribute(to, &node->attributes[i]);
  good = good && put_number(to, (uint64_t)node->child_count);
  for (int i = 0; good && i < node->child_count; i++) good = put_node(to, node->children[i]);
  return good;
}

bool hdf5_send(const Hdf5Node *root, const Error *error, Hdf5Put *put, void *context) {
  const Sender to = {put, context};
  if (root) return put_number(&to, 1) && put_node(&to, root);
  return put_number(&to, 0) && put_number(&to, error->code) && put_text(&to, error->text) && put_text(&to, error->hint);
}

/* ---- Receiving ---- */

typedef struct Receiver {
  Hdf5Take *take;
  void *context;
  uint64_t *left; /* bytes that arrays and texts may still take */
  Error *error;
} Receiver;

static bool broken(const Receiver *from) {
  /* What `take` said goes before. */
  return from->error->code != ERROR_NONE ? false : core_fail(from->error, ERROR_EOF, "the stream of a file ends early");
}

static bool take_number(const Receiver *from, uint64_t most, uint64_t *number) {
  return (from->take(from->context, number, sizeof *number) && *number <= most) || broken(from);
}

static bool reserve(const Receiver *from, uint64_t bytes) {
  if (bytes > *from->left) return broken(from);
  *from->left -= bytes;
  return true;
}

static char *take_text(const Receiver *from) {
  uint64_t length;
  if (!take_number(from, UINT64_C(1) << 31, &length) || !reserve(from, length)) return NULL;
  char *text = core_alloc(length + 1);
  if (text == NULL) {
    core_fail_memory(from->error, length + 1);
    return NULL;
  }
  text[length] = '\0';
  if (length == 0 || from->take(from->context, text, length)) return text;
  core_free(text);
  broken(from);
  return NULL;
}

static bool take_array(const Receiver *from, NdArray **array) {
  uint64_t there, type, rank, count = 1, size;
  int64_t shape[ND_MAX_DIMS];
  if (!take_number(from, 1, &there)) return false;
  if (!there) return true;
  if (!take_number(from, ND_FLOAT64, &type) || !take_number(from, ND_MAX_DIMS, &rank)) return false;
  for (uint64_t i = 0; i < rank; i++) {
    if (!take_number(from, MOST_BYTES, &size)) return false;
    if (size && count > MOST_BYTES / size) return broken(from);
    shape[i] = (int64_t)size;
    count *= size;
  }
  const size_t bytes = (size_t)count * (size_t)nd_types[type].itemsize;
  if (!reserve(from, bytes)) return false;
  *array = nd_zeros((NdType)type, (int)rank, shape, from->error);
  if (*array == NULL) return false;
  return bytes == 0 || from->take(from->context, (*array)->data, bytes) || broken(from);
}

static bool take_attribute(const Receiver *from, Hdf5Node *node) {
  char *name = take_text(from);
  Hdf5Attribute *attribute = name ? hdf5_attribute(node, name, from->error) : NULL;
  core_free(name);
  uint64_t count, is_list;
  if (attribute == NULL || !take_number(from, 1 << 20, &count) || !take_number(from, 1, &is_list)) return false;
  if (!reserve(from, count)) return false;
  attribute->is_list = is_list != 0;
  attribute->texts = core_alloc_zero(count + 1, sizeof *attribute->texts);
  if (attribute->texts == NULL) return core_fail_memory(from->error, count * sizeof *attribute->texts);
  for (; (uint64_t)attribute->text_count < count; attribute->text_count++)
    if ((attribute->texts[attribute->text_count] = take_text(from)) == NULL) return false;
  return take_array(from, &attribute->array);
}

static Hdf5Node *take_node(const Receiver *from, Hdf5Node *parent, int depth) {
  char *name = depth > MOST_DEPTH ? NULL : take_text(from);
  Hdf5Node *node = name ? hdf5_node(parent, name, NULL, from->error) : NULL;
  core_free(name);
  if (node == NULL) {
    broken(from);
    return NULL;
  }
  uint64_t count;
  bool good = take_array(from, &node->array) && take_number(from, INT32_MAX, &count);
  for (; good && count > 0; count--) good = take_attribute(from, node);
  good = good && take_number(from, INT32_MAX, &count);
  for (; good && count > 0; count--) good = take_node(from, node, depth + 1) != NULL;
  if (good) return node;
  if (parent == NULL) hdf5_free(node); /* a child is its parent's */
  return NULL;
}

Hdf5Node *hdf5_receive(Hdf5Take *take, void *context, uint64_t most, Error *error) {
  const Receiver from = {take, context, &most, error};
  uint64_t there, code;
  *error = (Error){0};
  if (!take_number(&from, 1, &there)) return NULL;
  if (there) return take_node(&from, NULL, 0);
  char *text = take_number(&from, ERROR_CODE_COUNT - 1, &code) ? take_text(&from) : NULL;
  char *hint = text ? take_text(&from) : NULL;
  if (hint) {
    core_fail(error, code == ERROR_NONE ? ERROR_OS : (ErrorCode)code, "%s", text);
    if (*hint) core_hint(error, "%s", hint);
  }
  core_free(text);
  core_free(hint);
  return NULL;
}
