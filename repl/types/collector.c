/* The collector of cycles, by trial deletion: an object whose references all come from other tracked objects, and that
 * no reachable one leads to, is garbage. Objects that stay alive are not moved or changed. */
#include "engine/core/memory.h"
#include "repl/types/collector.h"
#include "repl/types/object.h"

void (*collector_finish)(struct Object *object);

/* A collection costs time in proportion to the tracked objects, so it waits until their number grew by half and by at
 * least LEAST; and it also runs when the bytes held by the whole program grew likewise, because a small cycle may hold
 * a large array. */
enum { LEAST = 20000, LEAST_BYTES = 128 << 20 };
static int64_t next_count = LEAST;
static size_t next_bytes = LEAST_BYTES;
static bool collecting;

void collector_consider(void) {
  if (object_tracked_count < next_count && core_memory_now() < next_bytes) return;
  if (!collecting) py_collect();
}

static bool subtract(Object *object, void *context) {
  (void)context;
  if (object && object_is_tracked(object) && object_links(object)->count > 0) object_links(object)->count--;
  return true;
}

static void unlink_from(CycleLinks *links) {
  links->previous->next = links->next;
  links->next->previous = links->previous;
}

static void append_to(CycleLinks *list, CycleLinks *links) {
  links->next = list;
  links->previous = list->previous;
  list->previous->next = links;
  list->previous = links;
}

enum { REACHED = INT64_MAX >> 1 };

/* Moves an object that a reachable one holds to the end of the reachable list, whose walk will come to it. */
static bool reach(Object *object, void *context) {
  if (!object || !object_is_tracked(object)) return true;
  CycleLinks *links = object_links(object);
  if (links->count == (int64_t)REACHED) return true;
  links->count = (int64_t)REACHED;
  unlink_from(links);
  append_to(context, links);
  return true;
}

int64_t py_collect(void) {
  if (collecting) return 0;
  collecting = true;
  for (CycleLinks *at = object_tracked.next; at != &object_tracked; at = at->next)
    at->count = links_object(at)->references;
  for (CycleLinks *at = object_tracked.next; at != &object_tracked; at = at->next) {
    Object *object = links_object(at);
    object->type->traverse(object, subtract, NULL);
    /* An instance holds its class, if the class is one of the user's. */
    if (object->type->heap) subtract(&object->type->head, NULL);
  }
  CycleLinks reachable = {&reachable, &reachable, 0};
  for (CycleLinks *at = object_tracked.next, *next; at != &object_tracked; at = next) {
    next = at->next;
    if (at->count <= 0) continue;
    if (at->count == (int64_t)REACHED) continue;
    at->count = (int64_t)REACHED;
    unlink_from(at);
    append_to(&reachable, at);
  }
  for (CycleLinks *at = reachable.next; at != &reachable; at = at->next) {
    Object *object = links_object(at);
    object->type->traverse(object, reach, &reachable);
    if (object->type->heap) reach(&object->type->head, &reachable);
  }
  /* What is left in object_tracked is garbage: hold all of it while the contents are cleared one by one. */
  CycleLinks garbage = {&garbage, &garbage, 0};
  while (object_tracked.next != &object_tracked) {
    CycleLinks *links = object_tracked.next;
    unlink_from(links);
    append_to(&garbage, links);
  }
  if (reachable.next != &reachable) {
    object_tracked.next = reachable.next;
    object_tracked.previous = reachable.previous;
    object_tracked.next->previous = &object_tracked;
    object_tracked.previous->next = &object_tracked;
  }
  int64_t count = 0;
  for (CycleLinks *at = garbage.next; at != &garbage; at = at->next) {
    links_object(at)->references++;
    count++;
  }
  for (CycleLinks *at = garbage.next; at != &garbage; at = at->next) {
    Object *object = links_object(at);
    if (!object->type->finalizes) {
      if (collector_finish) collector_finish(object);
      continue;
    }
    int64_t references = object->references;
    object_finalize(object);
    object->references = references;
    at->count = LINKS_FINALIZED;
  }
  for (CycleLinks *at = garbage.next; at != &garbage; at = at->next) {
    Object *object = links_object(at);
    if (object->type->clear) object->type->clear(object);
  }
  while (garbage.next != &garbage) {
    CycleLinks *links = garbage.next;
    unlink_from(links);
    append_to(&object_tracked, links);
    if (links->count != LINKS_FINALIZED) links->count = -1;
    py_drop((Value){.tag = TAG_OBJECT, .as.object = links_object(links)});
  }
  next_count = object_tracked_count + object_tracked_count / 2 + LEAST;
  next_bytes = core_memory_now() + core_memory_now() / 2 + LEAST_BYTES;
  collecting = false;
  return count;
}
