/* Memory of small objects: blocks of a few sizes, cut from slabs and kept for reuse when they come back. A program makes
 * and drops small objects all the time, and malloc with its accounts takes longer than most of them live. Private to the
 * types room; main thread only, as all Values are. */
#ifndef NNSH_REPL_TYPES_BLOCK_H
#define NNSH_REPL_TYPES_BLOCK_H

#include <stddef.h>

/* `bytes` bytes, not cleared, aligned to 16; NULL where there is no memory. Larger ones come from core_alloc. */
void *block_get(size_t bytes);
void block_put(void *block);
/* For what grows bit by bit: the contents may move, and there may be room for more than was asked, so that the next bits
 * find their place. NULL leaves the block as it was. */
void *block_grow(void *block, size_t bytes);

#endif
