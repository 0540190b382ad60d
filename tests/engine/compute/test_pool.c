/* The pool under stress: every block exactly once, whatever the number of threads, hot or asleep, started or stopped.
 * Run it in the `tsan` preset too. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "engine/compute/cpu.h"
#include "engine/compute/pool.h"

enum { MOST_BLOCKS = 500 };

/* Plain counters on purpose: the barrier alone must order them, and the thread sanitizer checks that it does. */
typedef struct Job {
  int64_t blocks;
  int runs[MOST_BLOCKS];
  int value;
  int copies[MOST_BLOCKS];
} Job;

static void count_block(void *context, int64_t block, int thread) {
  Job *job = context;
  assert_true(block >= 0 && block < job->blocks);
  assert_true(thread >= 0 && thread < pool_threads());
  job->runs[block]++;
  job->copies[block] = job->value;
}

static void run_jobs(int jobs, unsigned nap_microseconds) {
  static Job job;
  memset(&job, 0, sizeof job);
  int64_t total = 0;
  unsigned state = 1;
  for (int i = 0; i < jobs; i++) {
    state = state * 1103515245u + 12345u;
    job.blocks = (state >> 16) % (i % 7 ? 8 : MOST_BLOCKS);
    job.value = i;
    memset(job.runs, 0, sizeof job.runs);
    pool_run(job.blocks, count_block, &job);
    for (int64_t b = 0; b < job.blocks; b++) {
      assert_int_equal(job.runs[b], 1);
      assert_int_equal(job.copies[b], i);
      total++;
    }
    if (nap_microseconds && i % 3 == 0) usleep(nap_microseconds);
  }
  assert_true(total > 0);
}

static void test_every_block_once(void **state) {
  for (int threads = 1; threads <= 5; threads++) {
    pool_set_threads(threads);
    assert_int_equal(pool_threads(), threads);
    run_jobs(3000, 0);
    run_jobs(60, 200); /* longer than threads spin: they sleep and are woken */
  }
}

static void test_stop_and_start_again(void **state) {
  pool_set_threads(3);
  for (int i = 0; i < 50; i++) {
    run_jobs(10, 0);
    pool_stop();
    pool_stop();
  }
}

static void mark_block(void *context, int64_t block, int thread) {
  ((uint8_t *)context)[block]++;
}

static void test_more_blocks_than_a_ticket_holds(void **state) {
  enum { MANY = 200000 };
  static uint8_t marks[MANY];
  pool_set_threads(3);
  pool_run(MANY, mark_block, marks);
  for (int i = 0; i < MANY; i++) assert_int_equal(marks[i], 1);
}

/* A work function that calls pool_run gets its blocks run on its own thread. */
static void inner(void *context, int64_t block, int thread) {
  int(*cells)[8] = context;
  cells[0][block]++;
}

static void outer(void *context, int64_t block, int thread) {
  int(*cells)[8] = context;
  pool_run(8, inner, cells + block);
}

static void test_nested_run(void **state) {
  pool_set_threads(3);
  static int cells[64][8];
  pool_run(64, outer, cells);
  for (int i = 0; i < 64; i++) {
    for (int j = 0; j < 8; j++) assert_int_equal(cells[i][j], 1);
  }
}

/* Another thread than the pool's owner: its blocks run inline while the pool is busy. */
static void *run_from_elsewhere(void *unused) {
  for (int i = 0; i < 300; i++) {
    int cells[1][8] = {{0}};
    pool_run(8, inner, cells);
    for (int j = 0; j < 8; j++) {
      if (cells[0][j] != 1) return "a block did not run once";
    }
  }
  return NULL;
}

static void test_two_callers(void **state) {
  pool_set_threads(2);
  pthread_t other;
  assert_int_equal(pthread_create(&other, NULL, run_from_elsewhere, NULL), 0);
  run_jobs(300, 0);
  void *complaint;
  pthread_join(other, &complaint);
  assert_null(complaint);
}

static void slow_block(void *context, int64_t block, int thread) {
  if (thread != 0) usleep(3000);
  atomic_fetch_add((_Atomic int *)context, 1);
}

/* The caller is done first and sleeps until the others are. */
static void test_caller_waits_for_slow_blocks(void **state) {
  pool_set_threads(2);
  for (int i = 0; i < 20; i++) {
    _Atomic int done = 0;
    pool_run(4, slow_block, &done);
    assert_int_equal(atomic_load(&done), 4);
  }
}

static void halve_least_normal(void *context, int64_t block, int thread) {
  volatile float least = 0x1p-126f;
  ((float *)context)[block] = least * 0.5f;
  if (thread == 0) usleep(200); /* so that the others get their share */
}

/* Whether a denormal result is kept or zero is the caller's choice, in every thread. */
static void test_blocks_compute_in_the_callers_float_mode(void **state) {
  pool_set_threads(3);
  for (int round = 0; round < 6; round++) {
    float results[12];
    const unsigned before = cpu_float_mode();
    if (round % 2) assert_int_equal(cpu_flush_denormals(), before);
    pool_run(12, halve_least_normal, results);
    cpu_set_float_mode(before);
    for (int i = 0; i < 12; i++) assert_true(results[i] == (round % 2 ? 0 : 0x1p-127f));
  }
}

static void test_threads_variable(void **state) {
  static const struct {
    const char *text;
    int threads; /* 0: as many as processors */
  } rows[] = {{"3", 3}, {"1", 1}, {"100000", 256}, {"0", 0}, {"-2", 0}, {"two", 0}, {"2x", 0}, {"", 0}};
  pool_set_threads(0);
  unsetenv("NNSH_THREADS");
  int processors = pool_threads();
  assert_true(processors >= 1);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    setenv("NNSH_THREADS", rows[i].text, 1);
    pool_set_threads(0);
    assert_int_equal(pool_threads(), rows[i].threads ? rows[i].threads : processors);
  }
  unsetenv("NNSH_THREADS");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_block_once),  cmocka_unit_test(test_stop_and_start_again),
      cmocka_unit_test(test_more_blocks_than_a_ticket_holds),
      cmocka_unit_test(test_nested_run),        cmocka_unit_test(test_two_callers),
      cmocka_unit_test(test_caller_waits_for_slow_blocks),
      cmocka_unit_test(test_blocks_compute_in_the_callers_float_mode),
      cmocka_unit_test(test_threads_variable),
  };
  return cmocka_run_group_tests(tests, NULL, NULL); /* and the threads still there at exit are joined by it */
}
