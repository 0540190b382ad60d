/* Memory of objects: reference counting, small blocks kept for reuse, and the collector's links. Private to repl/,
 * except py_new_sized, which types with a flexible array member need. Main thread only, as all Values are. */
#ifndef NNSH_REPL_TYPES_OBJECT_H
#define NNSH_REPL_TYPES_OBJECT_H

#include "repl/types/type.h"

/* Stands in front of each object whose type has a traverse slot. */
typedef struct CycleLinks {
  struct CycleLinks *next, *previous;
  int64_t count; /* during a collection: references not explained by other objects; -1 otherwise */
} CycleLinks;

/* `count` of an object whose __del__ the collector has run. */
enum { LINKS_FINALIZED = -2 };

static inline CycleLinks *object_links(Object *object) { return (CycleLinks *)object - 1; }
static inline Object *links_object(CycleLinks *links) { return (Object *)(links + 1); }

/* Whether the collector knows the object. Static types are objects without links. */
static inline bool object_is_tracked(const Object *object) {
  return object->type->traverse && !(object->type == &py_type_type && !((const Type *)object)->heap);
}

/* As py_new, for objects of `bytes` bytes in all. Cleared after the head. */
void *py_new_sized(Type *type, size_t bytes);
/* Likewise, not cleared after the head: for objects whose fields are all set at once, before anything else is made. */
void *object_new_uncleared(Type *type, size_t bytes);

/* Makes room for `bytes` bytes in an object that the collector does not know; whoever holds it must take the new
 * address. NULL: no memory, and the object is as it was (nothing is raised). */
void *object_grow(Object *object, size_t bytes);
/* Calls __del__; false where the object is held again afterwards. */
bool object_finalize(Object *object);

/* Releases the memory of an object whose contents are dropped already. */
void object_release_memory(Object *object, bool tracked);

/* The collector's list of tracked objects (its head) and their number. */
extern CycleLinks object_tracked;
extern int64_t object_tracked_count;

/* Called by py_new_sized before it makes a tracked object: collects when enough of them or of bytes came since. */
void collector_consider(void);

#endif
