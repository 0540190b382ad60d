#include "engine/compute/cpu.h"

#include <cpuid.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/core/memory.h"

static const char *const level_names[CPU_LEVEL_COUNT] = {"sse2", "avx2", "avx512"};

static CpuLevel best_level = CPU_SSE2;
static CpuLevel level_in_use = CPU_SSE2;
static bool has_bf16 = false;
static char vendor[13] = "";

/* XCR0: which register states the operating system saves. The instruction is written out, since the intrinsic would
 * need a compiler flag for this whole file. */
static uint64_t read_xcr0(void) {
  uint32_t low, high;
  __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return (uint64_t)high << 32 | low;
}

static CpuLevel ask_processor(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(0, &a, &b, &c, &d)) return CPU_SSE2;
  memcpy(vendor, &b, 4);
  memcpy(vendor + 4, &d, 4);
  memcpy(vendor + 8, &c, 4);
  if (!__get_cpuid(1, &a, &b, &c, &d)) return CPU_SSE2;
  bool osxsave = c & bit_OSXSAVE, avx = c & bit_AVX, fma = c & bit_FMA;
  if (!osxsave || !avx || !fma) return CPU_SSE2;
  uint64_t saved = read_xcr0();
  if ((saved & 0x6) != 0x6) return CPU_SSE2; /* XMM and YMM */
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d) || !(b & bit_AVX2)) return CPU_SSE2;
  unsigned leaves = a;
  unsigned avx512 = bit_AVX512F | bit_AVX512BW | bit_AVX512DQ | bit_AVX512VL;
  if ((saved & 0xe6) != 0xe6 || (b & avx512) != avx512) return CPU_AVX2; /* and opmask, ZMM */
  if (leaves >= 1 && __get_cpuid_count(7, 1, &a, &b, &c, &d)) has_bf16 = a & (1u << 5);
  return CPU_AVX512;
}

static void ask_once(void) {
  best_level = ask_processor();
  level_in_use = best_level;
  const char *wanted = getenv("NNSH_SIMD");
  if (!wanted) return;
  for (int level = 0; level < CPU_LEVEL_COUNT; level++) {
    if (strcmp(wanted, level_names[level]) == 0 && level <= (int)best_level) level_in_use = (CpuLevel)level;
  }
}

static void ask(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, ask_once);
}

const char *cpu_level_name(CpuLevel level) {
  return (unsigned)level < CPU_LEVEL_COUNT ? level_names[level] : "unknown";
}

CpuLevel cpu_best_level(void) {
  ask();
  return best_level;
}

CpuLevel cpu_level(void) {
  ask();
  return level_in_use;
}

const char *cpu_vendor(void) {
  ask();
  return vendor;
}

bool cpu_has_bf16(void) {
  ask();
  return has_bf16;
}

/* MXCSR: bits 0 to 5 are the sticky flags, 6 and 15 take denormal operands and results for zero. */
unsigned cpu_float_mode(void) { return __builtin_ia32_stmxcsr() & ~0x3fu; }

void cpu_set_float_mode(unsigned mode) {
  if (cpu_float_mode() != mode) __builtin_ia32_ldmxcsr(mode);
}

unsigned cpu_flush_denormals(void) {
  const unsigned before = cpu_float_mode();
  cpu_set_float_mode(before | 0x8040u);
  return before;
}

/* Reads a small file whole; false where it cannot be read. */
static bool read_small_file(const char *path, char *text, size_t capacity) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  size_t length = 0;
  while (length < capacity - 1) {
    ssize_t got = read(file, text + length, capacity - 1 - length);
    if (got <= 0) break;
    length += (size_t)got;
  }
  close(file);
  text[length] = 0;
  return length > 0;
}

int cpu_quota_processors(const char *cpu_max) {
  char *end;
  long long quota = strtoll(cpu_max, &end, 10); /* "max 100000" has no number: no limit */
  if (end == cpu_max || quota <= 0) return 0;
  char *after;
  long long period = strtoll(end, &after, 10);
  if (after == end || period <= 0) return 0;
  long long processors = (quota + period - 1) / period;
  return processors > 1 << 16 ? 1 << 16 : (int)processors;
}

/* The tightest cpu.max from our cgroup (version 2) up to the root; 0 where there is no limit. */
static int cgroup_limit(void) {
  char text[4096];
  if (!read_small_file("/proc/self/cgroup", text, sizeof text)) return 0;
  char *line = text;
  while (line && strncmp(line, "0::/", 4) != 0) {
    line = strchr(line, '\n');
    if (line) line++;
  }
  char group[3072] = "/";
  if (line) {
    size_t length = strcspn(line + 3, "\n");
    if (length < sizeof group) {
      memcpy(group, line + 3, length);
      group[length] = 0;
    }
  }
  int limit = 0;
  for (;;) {
    static const char root[] = "/sys/fs/cgroup", leaf[] = "/cpu.max";
    char path[sizeof root + sizeof group + sizeof leaf], content[128];
    size_t length = strlen(group);
    if (length == 1) length = 0; /* the root itself: no second slash */
    memcpy(path, root, sizeof root - 1);
    memcpy(path + sizeof root - 1, group, length);
    memcpy(path + sizeof root - 1 + length, leaf, sizeof leaf);
    if (read_small_file(path, content, sizeof content)) {
      int processors = cpu_quota_processors(content);
      if (processors > 0 && (limit == 0 || processors < limit)) limit = processors;
    }
    char *slash = strrchr(group, '/');
    if (!slash || length == 0) break;
    if (slash == group) {
      group[1] = 0;
    } else {
      *slash = 0;
    }
  }
  return limit;
}

int cpu_count(void) {
  int count = 0;
  /* A mask of 1024 processors is too small for the largest machines: the call says so, and a larger one is tried. */
  for (int processors = 1024; processors <= 1 << 16 && count == 0; processors *= 4) {
    size_t bytes = CPU_ALLOC_SIZE(processors);
    cpu_set_t *set = core_alloc_zero(1, bytes);
    if (!set) break;
    if (sched_getaffinity(0, bytes, set) == 0) count = CPU_COUNT_S(bytes, set);
    core_free(set);
  }
  int limit = cgroup_limit();
  if (limit > 0 && limit < count) count = limit;
  return count > 0 ? count : 1;
}
