/* Levels, and what a cgroup's limit means. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/compute/cpu.h"

static void test_levels(void **state) {
  assert_string_equal(cpu_level_name(CPU_SSE2), "sse2");
  assert_string_equal(cpu_level_name(CPU_AVX512), "avx512");
  assert_true(cpu_level() <= cpu_best_level());
  const char *forced = getenv("NNSH_SIMD");
  if (forced && strcmp(forced, "sse2") == 0) {
    assert_int_equal(cpu_level(), CPU_SSE2);
  } else if (!forced) {
    assert_int_equal(cpu_level(), cpu_best_level());
  }
  /* The compiler's own opinion, which asks the operating system too. */
  __builtin_cpu_init();
  assert_int_equal(cpu_best_level() >= CPU_AVX2,
                   __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0);
  assert_int_equal(cpu_best_level() >= CPU_AVX512,
                   __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
                       __builtin_cpu_supports("avx512dq") != 0 && __builtin_cpu_supports("avx512vl") != 0);
}

/* The environment is read once, so a forced level needs a process of its own: this program again. */
static void test_simd_variable(void **state) {
  if (getenv("NNSH_SIMD")) return;
  char self[4096];
  ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
  assert_true(length > 0);
  self[length] = 0;
  char command[4200] = "NNSH_SIMD=sse2 '";
  strcat(command, self);
  strcat(command, "' >/dev/null 2>&1");
  assert_int_equal(system(command), 0);
}

static void test_quota(void **state) {
  static const struct {
    const char *text;
    int processors;
  } rows[] = {{"max 100000\n", 0}, {"150000 100000\n", 2}, {"100000 100000", 1}, {"1000 100000", 1}, {"", 0},
              {"-1 100000", 0},    {"100000 0", 0},        {"100000", 0},        {"200000 100000\n", 2},
              {"99999999999 1", 1 << 16}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    assert_int_equal(cpu_quota_processors(rows[i].text), rows[i].processors);
  }
}

static void test_affinity_is_honoured(void **state) {
  cpu_set_t before, one;
  assert_int_equal(sched_getaffinity(0, sizeof before, &before), 0);
  int first = 0;
  while (!CPU_ISSET(first, &before)) first++;
  CPU_ZERO(&one);
  CPU_SET(first, &one);
  assert_true(cpu_count() >= 1 && cpu_count() <= CPU_COUNT(&before));
  assert_int_equal(sched_setaffinity(0, sizeof one, &one), 0);
  assert_int_equal(cpu_count(), 1);
  assert_int_equal(sched_setaffinity(0, sizeof before, &before), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_levels),
      cmocka_unit_test(test_simd_variable),
      cmocka_unit_test(test_quota),
      cmocka_unit_test(test_affinity_is_honoured),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
