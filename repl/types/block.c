#include "repl/types/block.h"

#include <malloc.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

#include "engine/core/memory.h"

/* Slabs lie in one range of addresses that is reserved at first use and takes memory only where it is touched; so the
 * address alone tells whether a block is of a slab, and of which. */
enum { BLOCK_SMALL_PAGES = 4 << 20 };
static const size_t slab_bytes = (size_t)1 << BLOCK_SLAB_BITS;

char *block_range, *block_range_end;
uint8_t block_class[BLOCK_SLABS];
FreeBlock *block_kept[BLOCK_CLASSES];
static bool refused; /* no range could be had: everything comes from core_alloc */
static char *fresh[BLOCK_CLASSES], *fresh_end[BLOCK_CLASSES]; /* what is left of the class's newest slab */

static bool in_range(const void *block) {
  return (const char *)block >= block_range && (const char *)block < block_range_end;
}
static size_t class_of(const void *block) {
  return block_class[(size_t)((const char *)block - block_range) >> BLOCK_SLAB_BITS];
}

static bool add_slab(size_t class) {
  if (refused) return false;
  if (!block_range) {
    void *got = mmap(NULL, (size_t)BLOCK_SLABS << BLOCK_SLAB_BITS, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    refused = got == MAP_FAILED;
    if (refused) return false;
    block_range = block_range_end = got;
    /* Programs that need more than the first few MB take them by large pages: a fault each 2 MB, not each 4 KB. */
    uintptr_t large = ((uintptr_t)got + BLOCK_SMALL_PAGES + 0x1FFFFF) & ~(uintptr_t)0x1FFFFF;
    madvise((void *)large, (uintptr_t)got + ((size_t)BLOCK_SLABS << BLOCK_SLAB_BITS) - large, MADV_HUGEPAGE);
  }
  size_t index = (size_t)(block_range_end - block_range) >> BLOCK_SLAB_BITS;
  if (index >= BLOCK_SLABS) return false;
  block_class[index] = (uint8_t)class;
  fresh[class] = block_range_end;
  block_range_end += slab_bytes;
  fresh_end[class] = block_range_end;
  return true;
}

void *block_get_fresh(size_t bytes) {
  size_t class = (bytes + BLOCK_STEP - 1) / BLOCK_STEP;
  if (!USE_SLABS || class >= BLOCK_CLASSES || bytes == 0) return core_alloc(bytes);
  int64_t size = (int64_t)(class * BLOCK_STEP);
  if (fresh_end[class] - fresh[class] < size && !add_slab(class)) return core_alloc(bytes);
  if (core_must_fail()) return NULL;
  char *cut = fresh[class];
  fresh[class] += size;
  core_account_main(size);
  return cut;
}

void block_put_large(void *block) { core_free(block); }

void *block_grow(void *block, size_t bytes) {
  size_t size = in_range(block) ? class_of(block) * BLOCK_STEP : malloc_usable_size(block);
  if (bytes <= size && USE_SLABS) return block;
  size_t wanted = USE_SLABS ? bytes + bytes / 8 : bytes;
  if (!in_range(block)) return core_realloc(block, wanted);
  void *moved = block_get(wanted);
  if (!moved) return NULL;
  memcpy(moved, block, size);
  block_put(block);
  return moved;
}
