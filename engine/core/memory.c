#include "engine/core/memory.h"

#include <malloc.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static _Atomic size_t bytes_now;
static _Atomic size_t bytes_peak;
static _Atomic uint64_t allocations;
static _Atomic uint64_t fail_at;

/* Counts an allocation and says whether a test asked for this one to fail. */
static bool must_fail(void) {
  uint64_t count = atomic_fetch_add_explicit(&allocations, 1, memory_order_relaxed) + 1;
  uint64_t nth = atomic_load_explicit(&fail_at, memory_order_relaxed);
  if (nth == 0 || count != nth) return false;
  atomic_store_explicit(&fail_at, 0, memory_order_relaxed);
  return true;
}

/* Adds a block to the account. malloc_usable_size is what the block really takes, which is what a limit is about. */
static void *count_in(void *memory) {
  if (memory == NULL) return NULL;
  size_t size = malloc_usable_size(memory);
  size_t now = atomic_fetch_add_explicit(&bytes_now, size, memory_order_relaxed) + size;
  size_t peak = atomic_load_explicit(&bytes_peak, memory_order_relaxed);
  while (now > peak &&
         !atomic_compare_exchange_weak_explicit(&bytes_peak, &peak, now, memory_order_relaxed, memory_order_relaxed)) {
  }
  return memory;
}

static void count_out(void *memory) {
  if (memory != NULL) atomic_fetch_sub_explicit(&bytes_now, malloc_usable_size(memory), memory_order_relaxed);
}

void *core_alloc(size_t bytes) {
  if (must_fail()) return NULL;
  return count_in(malloc(bytes ? bytes : 1));
}

void *core_alloc_zero(size_t count, size_t size) {
  if (must_fail()) return NULL;
  return count_in(calloc(count ? count : 1, size ? size : 1));
}

void *core_alloc_aligned(size_t bytes) {
  if (must_fail()) return NULL;
  if (bytes > SIZE_MAX - 128) return NULL;
  size_t rounded = (bytes + 63) / 64 * 64;
  return count_in(aligned_alloc(64, rounded ? rounded : 64));
}

void *core_realloc(void *memory, size_t bytes) {
  if (must_fail()) return NULL;
  size_t before = memory ? malloc_usable_size(memory) : 0;
  void *moved = realloc(memory, bytes ? bytes : 1);
  if (moved == NULL) return NULL;
  atomic_fetch_sub_explicit(&bytes_now, before, memory_order_relaxed);
  return count_in(moved);
}

void core_free(void *memory) {
  count_out(memory);
  free(memory);
}

char *core_strdup(const char *string) { return core_strndup(string, strlen(string)); }

char *core_strndup(const char *string, size_t length) {
  char *copy = core_alloc(length + 1);
  if (copy == NULL) return NULL;
  memcpy(copy, string, length);
  copy[length] = '\0';
  return copy;
}

size_t core_memory_now(void) { return atomic_load_explicit(&bytes_now, memory_order_relaxed); }
size_t core_memory_peak(void) { return atomic_load_explicit(&bytes_peak, memory_order_relaxed); }
uint64_t core_allocation_count(void) { return atomic_load_explicit(&allocations, memory_order_relaxed); }

void core_fail_allocation(uint64_t nth) {
  uint64_t now = atomic_load_explicit(&allocations, memory_order_relaxed);
  atomic_store_explicit(&fail_at, nth ? now + nth : 0, memory_order_relaxed);
}
