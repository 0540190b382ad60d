#include "repl/types/object.h"

#include <string.h>

#include "repl/types/block.h"
#include "repl/types/exception.h"

CycleLinks object_tracked = {&object_tracked, &object_tracked, -1};
int64_t object_tracked_count;

void *py_new_sized(Type *type, size_t bytes) {
  if (!type->ready) py_type_ready(type);
  Object *object;
  if (type->traverse) {
    collector_consider();
    CycleLinks *links = block_get(sizeof *links + bytes);
    if (links == NULL) {
      py_raise(&py_MemoryError, "Unable to allocate %zu bytes", bytes);
      return NULL;
    }
    links->count = -1;
    links->next = &object_tracked;
    links->previous = object_tracked.previous;
    links->previous->next = links;
    object_tracked.previous = links;
    object_tracked_count++;
    object = links_object(links);
  } else {
    object = block_get(bytes);
    if (object == NULL) {
      py_raise(&py_MemoryError, "Unable to allocate %zu bytes", bytes);
      return NULL;
    }
  }
  memset(object + 1, 0, bytes - sizeof *object);
  object->type = type;
  object->references = 1;
  if (type->heap) type->head.references++;
  return object;
}

void *py_new(Type *type) {
  if (!type->ready) py_type_ready(type);
  return py_new_sized(type, type->size);
}

void *object_grow(Object *object, size_t bytes) { return block_grow(object, bytes); }

void object_release_memory(Object *object, bool tracked) {
  if (!tracked) {
    block_put(object);
    return;
  }
  CycleLinks *links = object_links(object);
  links->previous->next = links->next;
  links->next->previous = links->previous;
  object_tracked_count--;
  block_put(links);
}

static void destroy_now(Object *object) {
  Type *type = object->type;
  bool tracked = object_is_tracked(object);
  if (type->dealloc) type->dealloc(object);
  object_release_memory(object, tracked);
  if (type->heap) py_drop((Value){.tag = TAG_OBJECT, .as.object = &type->head});
}

/* A long chain (a list in a list in a list ...) must not use up the C stack: below a depth objects wait in a list,
 * threaded through their reference counts, until the outermost call comes to them. */
void py_destroy(Object *object) {
  static int depth;
  static Object *waiting;
  enum { DEEPEST = 100 };
  if (object->type == &py_type_type && !((Type *)object)->heap) {
    object->references = (int64_t)1 << 40; /* a static type lives for ever */
    return;
  }
  if (depth >= DEEPEST) {
    object->references = (int64_t)(intptr_t)waiting;
    waiting = object;
    return;
  }
  depth++;
  destroy_now(object);
  depth--;
  while (depth == 0 && waiting) {
    Object *next = waiting;
    waiting = (Object *)(intptr_t)next->references;
    next->references = 0;
    depth++;
    destroy_now(next);
    depth--;
  }
}
