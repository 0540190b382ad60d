#include "repl/types/object.h"

#include <string.h>

#include "repl/types/block.h"
#include "repl/types/exception.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"

CycleLinks object_tracked = {&object_tracked, &object_tracked, -1};
int64_t object_tracked_count;

void *object_new_uncleared(Type *type, size_t bytes) {
  if (!type->ready) py_type_ready(type);
  Object *object;
  if (type->traverse) {
    collector_consider();
    /* The dict of an instance whose type ends in an array lies in front of it all. */
    size_t before = type->dict_offset < 0 ? sizeof(void *) : 0;
    char *block = block_get(before + sizeof(CycleLinks) + bytes);
    if (block == NULL) {
      py_raise(&py_MemoryError, "Unable to allocate %zu bytes", bytes);
      return NULL;
    }
    if (before) memset(block, 0, before);
    CycleLinks *links = (CycleLinks *)(void *)(block + before);
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
  object->type = type;
  object->references = 1;
  if (type->heap) type->head.references++;
  return object;
}

void *py_new_sized(Type *type, size_t bytes) {
  Object *object = object_new_uncleared(type, bytes);
  if (object) memset(object + 1, 0, bytes - sizeof *object);
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
  block_put((char *)links - (object->type->dict_offset < 0 ? sizeof(void *) : 0));
}

bool object_finalize(Object *object) {
  Value pending = py_take_pending(), self = {.tag = TAG_OBJECT, .as.object = object};
  object->references = 1;
  Value result = slots_call(self, INTERNED("__del__"), NULL, 0);
  if (py_is_error(result)) {
    Value error = py_take_pending();
    Text text = {0};
    if (py_is_exception(error)) py_exception_line(&text, (Exception *)error.as.object);
    text_add_char(&text, '\n');
    sink_write(&py_stderr, "Exception ignored in __del__: ", strlen("Exception ignored in __del__: "));
    sink_write(&py_stderr, text_string(&text), text.length);
    text_free(&text);
    py_drop(error);
  } else {
    py_drop(result);
  }
  if (!py_is_none(pending)) py_raise_value(pending);
  py_drop(pending);
  return --object->references == 0;
}

static void destroy_now(Object *object) {
  Type *type = object->type;
  bool tracked = object_is_tracked(object);
  bool finalized = tracked && object_links(object)->count == LINKS_FINALIZED; /* by the collector */
  if (type->finalizes && !finalized && !object_finalize(object)) return; /* somebody has it again */
  /* What it lets go may run the user's code, and that the collector, which must not end this object again. */
  if (tracked) object->references = (int64_t)1 << 40;
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
  static const int64_t WAITING = (int64_t)1 << 60;
  if (object->type == &py_type_type && !((Type *)object)->heap) {
    object->references = (int64_t)1 << 40; /* a static type lives for ever */
    return;
  }
  if (depth >= DEEPEST) {
    object->references = (int64_t)(intptr_t)waiting + WAITING; /* many: the collector leaves it alone */
    waiting = object;
    return;
  }
  depth++;
  destroy_now(object);
  depth--;
  while (depth == 0 && waiting) {
    Object *next = waiting;
    waiting = (Object *)(intptr_t)(next->references - WAITING);
    next->references = 0;
    depth++;
    destroy_now(next);
    depth--;
  }
}
