/* The one allocator of nnsh. Everything that lives on the heap comes from here, so that bytes are counted in one
 * place and a test can make the Nth allocation fail.
 *
 * All functions are thread-safe. A failed allocation returns NULL and changes nothing; callers turn it into an Error
 * with ERROR_MEMORY. Memory from any of these functions is released by core_free. */
#ifndef NNSH_ENGINE_CORE_MEMORY_H
#define NNSH_ENGINE_CORE_MEMORY_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Returns `bytes` bytes, not cleared; a request for 0 bytes returns a unique pointer. */
void *core_alloc(size_t bytes);

/* Returns count * size bytes set to zero; NULL where the product overflows. */
void *core_alloc_zero(size_t count, size_t size);

/* Returns bytes aligned to a cache line (64), not cleared: for arrays that vector kernels read. */
void *core_alloc_aligned(size_t bytes);

/* As realloc: NULL leaves `memory` as it was. Do not use it on core_alloc_aligned's memory: alignment is lost. */
void *core_realloc(void *memory, size_t bytes);

/* Releases memory; NULL is allowed. */
void core_free(void *memory);

/* Returns a copy of a NUL-terminated string, or NULL. */
char *core_strdup(const char *string);

/* Returns a NUL-terminated copy of the first `length` bytes, or NULL. */
char *core_strndup(const char *string, size_t length);

/* Bytes now held, the most ever held, and how many allocations were made since the start (reallocations count). */
size_t core_memory_now(void);
size_t core_memory_peak(void);
uint64_t core_allocation_count(void);

/* For an allocator that hands out pieces of what it took from here, or from the system: adds to the bytes now held (a
 * negative number when a piece comes back); counts one allocation and says whether a test wants it to fail. */
void core_account(int64_t bytes);
bool core_must_fail(void);

/* The same for the main thread alone, which makes and drops small objects all the time: without a call. It may leave
 * the peak behind by what came back since; whoever asks for the peak is told at least what is held now. */
extern _Atomic int64_t core_main_bytes;
static inline void core_account_main(int64_t bytes) {
  int64_t before = atomic_load_explicit(&core_main_bytes, memory_order_relaxed);
  atomic_store_explicit(&core_main_bytes, before + bytes, memory_order_relaxed);
}

/* For tests: the nth allocation from now (1 = the next) returns NULL, once; 0 switches this off. */
void core_fail_allocation(uint64_t nth);

#endif
