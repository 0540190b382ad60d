#include "repl/types/object.h"

#include <malloc.h>
#include <string.h>

#include "engine/core/memory.h"
#include "repl/types/exception.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"

#if defined(__SANITIZE_ADDRESS__)
#define KEEP_BLOCKS 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define KEEP_BLOCKS 0
#endif
#endif
#ifndef KEEP_BLOCKS
#define KEEP_BLOCKS 1
#endif

CycleLinks object_tracked = {&object_tracked, &object_tracked, -1};
int64_t object_tracked_count;

/* Blocks given back are kept by size for the next object: a program makes and drops small objects all the time. The
 * classes follow what malloc really hands out (24, 40, 56, ... bytes), so any block may go back by its usable size. */
enum { CLASS_COUNT = 24, CLASS_FIRST = 24, CLASS_STEP = 16, KEPT_BLOCKS = 512 };
typedef struct Block {
  struct Block *next;
} Block;
static Block *kept[CLASS_COUNT];
static int kept_count[CLASS_COUNT];

static void *block_get(size_t bytes) {
  if (KEEP_BLOCKS) {
    size_t class = bytes <= CLASS_FIRST ? 0 : (bytes - CLASS_FIRST + CLASS_STEP - 1) / CLASS_STEP;
    if (class < CLASS_COUNT && kept[class]) {
      Block *block = kept[class];
      kept[class] = block->next;
      kept_count[class]--;
      return block;
    }
  }
  return core_alloc(bytes);
}

static void block_put(void *memory) {
  if (KEEP_BLOCKS) {
    size_t usable = malloc_usable_size(memory);
    size_t class = (usable - CLASS_FIRST) / CLASS_STEP;
    if (class < CLASS_COUNT && kept_count[class] < KEPT_BLOCKS) {
      Block *block = memory;
      block->next = kept[class];
      kept[class] = block;
      kept_count[class]++;
      return;
    }
  }
  core_free(memory);
}

void *py_new_sized(Type *type, size_t bytes) {
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
    memset(block, 0, before);
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
  if (type->finalizes && !object_finalize(object)) return; /* somebody has it again */
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
