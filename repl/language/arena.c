#include "repl/language/arena.h"

#include <string.h>

#include "engine/core/memory.h"

struct ArenaBlock {
  ArenaBlock *older;
};

enum { ARENA_BLOCK = 16 * 1024, ARENA_ALIGN = 16 };

void *arena_alloc(Arena *arena, size_t bytes) {
  bytes = (bytes + ARENA_ALIGN - 1) & ~(size_t)(ARENA_ALIGN - 1);
  if ((size_t)(arena->limit - arena->next) < bytes || !arena->next) {
    size_t size = bytes > ARENA_BLOCK ? bytes : ARENA_BLOCK;
    ArenaBlock *block = core_alloc(ARENA_ALIGN + size);
    if (!block) return NULL;
    block->older = arena->blocks;
    arena->blocks = block;
    arena->next = (char *)block + ARENA_ALIGN;
    arena->limit = arena->next + size;
  }
  void *memory = arena->next;
  arena->next += bytes;
  return memset(memory, 0, bytes);
}

void arena_free(Arena *arena) {
  for (ArenaBlock *block = arena->blocks; block;) {
    ArenaBlock *older = block->older;
    core_free(block);
    block = older;
  }
  *arena = (Arena){0};
}
