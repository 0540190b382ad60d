/* Memory of small objects: blocks of a few sizes, cut from slabs and kept for reuse when they come back. A program
 * makes and drops small objects all the time, and malloc with its accounts takes longer than most of them live. Private
 * to the types room; main thread only, as all Values are. */
#ifndef NNSH_REPL_TYPES_BLOCK_H
#define NNSH_REPL_TYPES_BLOCK_H

#include <stdbool.h>

#include "engine/core/memory.h"

/* Under the address sanitizer every object is an allocation of its own, so that its mistakes are seen. */
#if defined(__SANITIZE_ADDRESS__)
#define USE_SLABS 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define USE_SLABS 0
#endif
#endif
#ifndef USE_SLABS
#define USE_SLABS 1
#endif

enum { BLOCK_STEP = 16, BLOCK_LARGEST = 512, BLOCK_CLASSES = BLOCK_LARGEST / BLOCK_STEP + 1, BLOCK_SLAB_BITS = 16 };
enum { BLOCK_SLABS = 1 << 20 }; /* 64 GiB */

typedef struct FreeBlock {
  struct FreeBlock *next;
} FreeBlock;

/* Where the slabs lie (both NULL: not reserved yet), the class of each, and the blocks that came back. */
extern char *block_range, *block_range_end;
extern uint8_t block_class[BLOCK_SLABS];
extern FreeBlock *block_kept[BLOCK_CLASSES];
void *block_get_fresh(size_t bytes);
void block_put_large(void *block);

/* `bytes` bytes, not cleared, aligned to 16; NULL where there is no memory. Larger ones come from core_alloc. */
static inline void *block_get(size_t bytes) {
  size_t class = (bytes + BLOCK_STEP - 1) / BLOCK_STEP;
  if (USE_SLABS && class < BLOCK_CLASSES) {
    FreeBlock *block = block_kept[class];
    if (block) {
      block_kept[class] = block->next;
      core_account_main((int64_t)(class * BLOCK_STEP));
      return block;
    }
  }
  return block_get_fresh(bytes);
}
/* Whether it is one of a slab. */
static inline bool block_is_small(const void *block) {
  return USE_SLABS && (const char *)block >= block_range && (const char *)block < block_range_end;
}
static inline void block_put(void *block) {
  if (!block_is_small(block)) {
    block_put_large(block);
    return;
  }
  size_t class = block_class[(size_t)((const char *)block - block_range) >> BLOCK_SLAB_BITS];
  ((FreeBlock *)block)->next = block_kept[class];
  block_kept[class] = block;
  core_account_main(-(int64_t)(class * BLOCK_STEP));
}
/* For what grows bit by bit: the contents may move, and there may be room for more than was asked, so that the next
 * bits find their place. NULL leaves the block as it was. */
void *block_grow(void *block, size_t bytes);

#endif
