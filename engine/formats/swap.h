/* Byte order. The machine is little-endian; IDX files and some .npy files are not. Private to this room. */
#ifndef NNSH_ENGINE_FORMATS_SWAP_H
#define NNSH_ENGINE_FORMATS_SWAP_H

#include <stdint.h>
#include <string.h>

/* Copies `count` elements of `size` bytes (1, 2, 4, 8) with their bytes in reverse order. The memory may be the same,
 * and need not be aligned. */
static inline void swap_copy(char *to, const char *from, int64_t count, int size) {
  for (int64_t i = 0; i < count; i++, to += size, from += size) {
    char element[8];
    for (int k = 0; k < size; k++) element[k] = from[size - 1 - k];
    memcpy(to, element, (size_t)size);
  }
}

#endif
