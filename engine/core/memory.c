#include "engine/core/memory.h"

#include <malloc.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Accounts are kept twice: by the main thread, which makes nearly all allocations and alone writes its own (a load and
 * a store, where an atomic addition would cost more than malloc itself), and by all other threads together. */
_Atomic int64_t core_main_bytes;
static _Atomic int64_t other_bytes;
static _Atomic uint64_t main_allocations, other_allocations;
static _Atomic int64_t bytes_peak;
static _Atomic uint64_t fail_at;

static bool is_main_thread(void) {
  static _Thread_local enum { NOT_ASKED, MAIN, OTHER } which __attribute__((tls_model("initial-exec")));
  if (which == NOT_ASKED) which = gettid() == getpid() ? MAIN : OTHER;
  return which == MAIN;
}

static int64_t bytes_held(void) {
  return atomic_load_explicit(&core_main_bytes, memory_order_relaxed) +
         atomic_load_explicit(&other_bytes, memory_order_relaxed);
}

static void add_bytes(int64_t bytes) {
  if (is_main_thread()) {
    int64_t before = atomic_load_explicit(&core_main_bytes, memory_order_relaxed);
    atomic_store_explicit(&core_main_bytes, before + bytes, memory_order_relaxed);
  } else {
    atomic_fetch_add_explicit(&other_bytes, bytes, memory_order_relaxed);
  }
}

/* Counts an allocation and says whether a test asked for this one to fail. */
bool core_must_fail(void) {
  if (is_main_thread()) {
    uint64_t before = atomic_load_explicit(&main_allocations, memory_order_relaxed);
    atomic_store_explicit(&main_allocations, before + 1, memory_order_relaxed);
  } else {
    atomic_fetch_add_explicit(&other_allocations, 1, memory_order_relaxed);
  }
  uint64_t nth = atomic_load_explicit(&fail_at, memory_order_relaxed);
  if (__builtin_expect(nth == 0, 1) || core_allocation_count() != nth) return false;
  atomic_store_explicit(&fail_at, 0, memory_order_relaxed);
  return true;
}

void core_account(int64_t bytes) {
  add_bytes(bytes);
  int64_t now = bytes_held(), peak = atomic_load_explicit(&bytes_peak, memory_order_relaxed);
  while (now > peak &&
         !atomic_compare_exchange_weak_explicit(&bytes_peak, &peak, now, memory_order_relaxed, memory_order_relaxed)) {
  }
}

/* Adds a block to the account. malloc_usable_size is what the block really takes, which is what a limit is about. */
static void *count_in(void *memory) {
  if (memory == NULL) return NULL;
  core_account((int64_t)malloc_usable_size(memory));
  return memory;
}

static void count_out(void *memory) {
  if (memory != NULL) add_bytes(-(int64_t)malloc_usable_size(memory));
}

/* Blocks of some hundred KB, an array of a loop's step, go back to the allocator and not to the system, which would
 * have to clear their pages for the next step; larger ones come from the system by large pages. */
__attribute__((constructor)) static void keep_blocks(void) {
  mallopt(M_MMAP_THRESHOLD, 8 << 20);
  mallopt(M_TRIM_THRESHOLD, 32 << 20);
}

/* A large block is taken by large pages: a fault each 2 MB, not each 4 KB, which for a block that is filled once is a
 * quarter of its cost. */
static void *by_large_pages(void *memory, size_t bytes) {
  enum { LARGE = 4 << 20, PAGE = 4096 };
  if (memory && bytes >= LARGE) {
    uintptr_t start = ((uintptr_t)memory + PAGE - 1) & ~(uintptr_t)(PAGE - 1);
    uintptr_t end = ((uintptr_t)memory + bytes) & ~(uintptr_t)(PAGE - 1);
    madvise((void *)start, end - start, MADV_HUGEPAGE);
  }
  return memory;
}

/* A number of a file of the system's: what stands behind `label`, or the whole file; -1 where there is none. */
static int64_t system_number(const char *path, const char *label) {
  char text[2048];
  FILE *file = fopen(path, "re");
  if (!file) return -1;
  size_t length = fread(text, 1, sizeof text - 1, file);
  fclose(file);
  text[length] = '\0';
  const char *at = strstr(text, label);
  if (!at) return -1;
  char *end;
  long long number = strtoll(at + strlen(label), &end, 10);
  return end == at + strlen(label) ? -1 : number; /* "max" is no number */
}

/* Whether a block is larger than all memory that is left, of the machine or of the container. The system would promise
 * it all the same, and end the program when it is written: so a list or a text that grows for ever ends in
 * MemoryError. */
static bool is_beyond_memory(size_t bytes) {
  enum { LARGE = 256 << 20, KIB = 1024 };
  if (bytes < LARGE) return false;
  int64_t left = system_number("/proc/meminfo", "MemAvailable:");
  int64_t swap = system_number("/proc/meminfo", "SwapFree:");
  if (left >= 0 && bytes / KIB > (uint64_t)(left + (swap > 0 ? swap : 0))) return true;
  int64_t most = system_number("/sys/fs/cgroup/memory.max", "");
  int64_t used = system_number("/sys/fs/cgroup/memory.current", "");
  return most >= 0 && used >= 0 && (most < used || bytes > (uint64_t)(most - used));
}

void *core_alloc(size_t bytes) {
  if (core_must_fail() || is_beyond_memory(bytes)) return NULL;
  return count_in(by_large_pages(malloc(bytes ? bytes : 1), bytes));
}

void *core_alloc_zero(size_t count, size_t size) {
  if (core_must_fail()) return NULL;
  void *memory = calloc(count ? count : 1, size ? size : 1);
  return count_in(by_large_pages(memory, memory ? count * size : 0));
}

void *core_alloc_aligned(size_t bytes) {
  if (core_must_fail() || is_beyond_memory(bytes)) return NULL;
  if (bytes > SIZE_MAX - 128) return NULL;
  size_t rounded = (bytes + 63) / 64 * 64;
  return count_in(by_large_pages(aligned_alloc(64, rounded ? rounded : 64), rounded));
}

void *core_realloc(void *memory, size_t bytes) {
  if (core_must_fail()) return NULL;
  size_t before = memory ? malloc_usable_size(memory) : 0;
  if (bytes > before && is_beyond_memory(bytes - before)) return NULL;
  void *moved = realloc(memory, bytes ? bytes : 1);
  if (moved == NULL) return NULL;
  add_bytes(-(int64_t)before);
  return count_in(by_large_pages(moved, bytes));
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

size_t core_memory_now(void) { return (size_t)bytes_held(); }
size_t core_memory_peak(void) {
  core_account(0);
  return (size_t)atomic_load_explicit(&bytes_peak, memory_order_relaxed);
}
uint64_t core_allocation_count(void) {
  return atomic_load_explicit(&main_allocations, memory_order_relaxed) +
         atomic_load_explicit(&other_allocations, memory_order_relaxed);
}

void core_fail_allocation(uint64_t nth) {
  uint64_t now = core_allocation_count();
  atomic_store_explicit(&fail_at, nth ? now + nth : 0, memory_order_relaxed);
}
