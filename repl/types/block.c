#include "repl/types/block.h"

#include <malloc.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

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

/* Slabs lie in one range of addresses that is reserved at first use and takes memory only where it is touched; so the
 * address alone tells whether a block is of a slab, and of which. */
enum { STEP = 16, LARGEST = 512, CLASSES = LARGEST / STEP + 1, SLAB_BITS = 16 };
static const size_t slab_bytes = (size_t)1 << SLAB_BITS;
enum { SLABS = 1 << 20 }; /* 64 GiB */

typedef struct Free {
  struct Free *next;
} Free;

static char *range, *range_next; /* NULL: not reserved yet */
static bool refused;             /* no range could be had: everything comes from core_alloc */
static uint8_t slab_class[SLABS];
static Free *kept[CLASSES];
static char *fresh[CLASSES], *fresh_end[CLASSES]; /* what is left of the class's newest slab */

static bool in_range(const void *block) {
  return range && (const char *)block >= range && (const char *)block < range_next;
}
static size_t class_of(const void *block) { return slab_class[(size_t)((const char *)block - range) >> SLAB_BITS]; }

static bool add_slab(size_t class) {
  if (refused) return false;
  if (!range) {
    void *got = mmap(NULL, (size_t)SLABS << SLAB_BITS, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    refused = got == MAP_FAILED;
    if (refused) return false;
    range = range_next = got;
  }
  size_t index = (size_t)(range_next - range) >> SLAB_BITS;
  if (index >= SLABS) return false;
  slab_class[index] = (uint8_t)class;
  fresh[class] = range_next;
  range_next += slab_bytes;
  fresh_end[class] = range_next;
  return true;
}

void *block_get(size_t bytes) {
  size_t class = (bytes + STEP - 1) / STEP;
  if (!USE_SLABS || class >= CLASSES || bytes == 0) return core_alloc(bytes);
  int64_t size = (int64_t)(class * STEP);
  Free *block = kept[class];
  if (block) {
    kept[class] = block->next;
    core_account(size);
    return block;
  }
  if (fresh_end[class] - fresh[class] < size && !add_slab(class)) return core_alloc(bytes);
  if (core_must_fail()) return NULL;
  char *cut = fresh[class];
  fresh[class] += size;
  core_account(size);
  return cut;
}

void block_put(void *block) {
  if (!in_range(block)) {
    core_free(block);
    return;
  }
  size_t class = class_of(block);
  ((Free *)block)->next = kept[class];
  kept[class] = block;
  core_account(-(int64_t)(class * STEP));
}

void *block_grow(void *block, size_t bytes) {
  size_t size = in_range(block) ? class_of(block) * STEP : malloc_usable_size(block);
  if (bytes <= size && USE_SLABS) return block;
  size_t wanted = USE_SLABS ? bytes + bytes / 8 : bytes;
  if (!in_range(block)) return core_realloc(block, wanted);
  void *moved = block_get(wanted);
  if (!moved) return NULL;
  memcpy(moved, block, size);
  block_put(block);
  return moved;
}
