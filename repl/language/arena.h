/* Memory that is released all at once: the syntax tree and the scopes of one compilation. */
#ifndef NNSH_REPL_LANGUAGE_ARENA_H
#define NNSH_REPL_LANGUAGE_ARENA_H

#include <stddef.h>

typedef struct ArenaBlock ArenaBlock;
typedef struct Arena {
  ArenaBlock *blocks; /* newest first */
  char *next, *limit; /* free bytes of the newest */
} Arena;

/* Returns `bytes` zeroed bytes aligned for any object, or NULL. */
void *arena_alloc(Arena *arena, size_t bytes);
void arena_free(Arena *arena);

#endif
