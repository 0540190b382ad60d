#include "engine/compute/pool.h"

#include <linux/futex.h>
#include <pthread.h>
#include <signal.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "engine/compute/cpu.h"

/* A job is published in one 64-bit ticket: its number in the upper half, and in the lower half the blocks not yet
 * taken, [front, back), 16 bits each. A thread takes a block with compare-and-swap. The job's fields may only be
 * written while no blocks are left, so whoever succeeds in the swap has read the fields of that very job; a thread that
 * comes late finds nothing left and touches nothing. Nobody waits for threads that sleep.
 *
 * The caller takes from the front and the others from the back: with two threads, each meets the same half of the
 * weights in every step and finds it in its own cache. */
enum { MOST_THREADS = 256, MOST_BLOCKS = 0xffff };
enum { SPIN_NANOSECONDS = 150000, SPIN_ALONE_NANOSECONDS = 20000, PAUSES_PER_LOOK_AT_CLOCK = 16 };

static inline uint32_t ticket_front(uint64_t ticket) { return (uint32_t)ticket >> 16; }
static inline uint32_t ticket_back(uint64_t ticket) { return (uint32_t)ticket & MOST_BLOCKS; }
static inline bool ticket_is_empty(uint64_t ticket) { return ticket_front(ticket) == ticket_back(ticket); }

typedef struct Pool {
  _Alignas(64) _Atomic uint64_t ticket;
  _Atomic(PoolWork) work;
  _Atomic(void *) context;
  _Atomic int64_t first; /* the job's block 0: jobs of more than MOST_BLOCKS come in several */
  _Atomic uint32_t blocks;
  _Atomic unsigned float_mode; /* the caller's: a block computes the same in every thread */
  _Atomic int processor;       /* the one the caller runs on */
  _Alignas(64) _Atomic uint32_t done; /* blocks finished: the caller sleeps on it */
  _Atomic uint32_t caller_sleeps;
  _Alignas(64) _Atomic uint32_t bell; /* raised with every job: workers sleep on it */
  _Atomic uint32_t sleepers;
  _Atomic bool stopping;
  _Alignas(64) _Atomic bool busy;
  _Atomic int wanted; /* threads to use, the caller included; 0: not asked yet */
  int started;        /* workers running */
  bool spins;         /* false where threads outnumber processors: a spinning thread would take the other's time */
  pthread_t threads[MOST_THREADS];
} Pool;

static Pool pool;

/* The thread's own number, 0 outside the pool; and whether it is inside a work function. */
static _Thread_local int thread_number = 0;
static _Thread_local bool inside_work = false;

static void futex_wait(_Atomic uint32_t *word, uint32_t seen) {
  syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, seen, NULL, NULL, 0);
}

static void futex_wake(_Atomic uint32_t *word, int count) {
  syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, count, NULL, NULL, 0);
}

static int64_t now_nanoseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

/* Takes and runs blocks until none is left. */
static void work_on_ticket(void) {
  uint64_t ticket = atomic_load_explicit(&pool.ticket, memory_order_acquire);
  for (;;) {
    if (ticket_is_empty(ticket)) return;
    bool from_front = thread_number == 0;
    uint64_t taken = from_front ? ticket + 0x10000 : ticket - 1;
    uint32_t block = from_front ? ticket_front(ticket) : ticket_back(ticket) - 1;
    PoolWork work = atomic_load_explicit(&pool.work, memory_order_relaxed);
    void *context = atomic_load_explicit(&pool.context, memory_order_relaxed);
    int64_t first = atomic_load_explicit(&pool.first, memory_order_relaxed);
    uint32_t blocks = atomic_load_explicit(&pool.blocks, memory_order_relaxed);
    if (!atomic_compare_exchange_weak_explicit(&pool.ticket, &ticket, taken, memory_order_acq_rel,
                                               memory_order_acquire)) {
      continue;
    }
    if (!from_front) cpu_set_float_mode(atomic_load_explicit(&pool.float_mode, memory_order_relaxed));
    inside_work = true;
    work(context, first + block, thread_number);
    inside_work = false;
    uint32_t done = atomic_fetch_add(&pool.done, 1) + 1;
    if (done == blocks && atomic_load(&pool.caller_sleeps)) futex_wake(&pool.done, 1);
    ticket = atomic_load_explicit(&pool.ticket, memory_order_acquire);
  }
}

/* Spins until `ready` says so; false when the time is up. Steps of a training follow each other within some 100 us, and
 * waking a thread takes about half as long, so waiting for the next job is worth it; but after a first while other programs
 * go first, and a worker on the caller's own processor, where it would only be in the way, sleeps: who is woken is
 * placed on a processor that is free. */
static bool spin(bool (*ready)(uint32_t), uint32_t argument, bool is_worker) {
  if (ready(argument)) return true;
  if (!pool.spins) return false;
  const int64_t start = now_nanoseconds();
  for (unsigned pauses = 1;; pauses++) {
    __builtin_ia32_pause();
    if (ready(argument)) return true;
    if (pauses % PAUSES_PER_LOOK_AT_CLOCK != 0) continue;
    const int64_t waited = now_nanoseconds() - start;
    if (waited > SPIN_NANOSECONDS) return false;
    if (waited <= SPIN_ALONE_NANOSECONDS) continue;
    if (is_worker && sched_getcpu() == atomic_load_explicit(&pool.processor, memory_order_relaxed)) return false;
    sched_yield();
  }
}

static bool job_is_there(uint32_t unused) {
  return !ticket_is_empty(atomic_load_explicit(&pool.ticket, memory_order_acquire)) ||
         atomic_load_explicit(&pool.stopping, memory_order_relaxed);
}

static bool all_are_done(uint32_t blocks) {
  return atomic_load_explicit(&pool.done, memory_order_acquire) == blocks;
}

static void *worker(void *number) {
  thread_number = (int)(intptr_t)number;
  for (;;) {
    work_on_ticket();
    if (atomic_load(&pool.stopping)) return NULL;
    if (spin(job_is_there, 0, true)) continue;
    /* Sleep: announced first, looked again second, so that a job published in between is either seen here or its
     * publisher sees the announcement and rings the bell. */
    uint32_t bell = atomic_load(&pool.bell);
    atomic_fetch_add(&pool.sleepers, 1);
    if (ticket_is_empty(atomic_load(&pool.ticket)) && !atomic_load(&pool.stopping)) futex_wait(&pool.bell, bell);
    atomic_fetch_sub(&pool.sleepers, 1);
  }
}

int pool_threads(void) {
  int wanted = atomic_load_explicit(&pool.wanted, memory_order_relaxed);
  if (wanted > 0) return wanted;
  const char *text = getenv("NNSH_THREADS");
  char *end;
  long threads = text ? strtol(text, &end, 10) : 0;
  if (!text || end == text || *end || threads < 1) threads = cpu_count();
  wanted = threads > MOST_THREADS ? MOST_THREADS : (int)threads;
  atomic_store_explicit(&pool.wanted, wanted, memory_order_relaxed);
  return wanted;
}

void pool_set_threads(int threads) {
  pool_stop();
  if (threads < 0) threads = 1;
  atomic_store_explicit(&pool.wanted, threads > MOST_THREADS ? MOST_THREADS : threads, memory_order_relaxed);
}

static void start_workers(int threads) {
  static bool registered = false;
  if (!registered) registered = atexit(pool_stop) == 0;
  atomic_store(&pool.stopping, false);
  pool.spins = threads <= cpu_count();
  /* Signals are the main thread's: its handlers touch the terminal. */
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  while (pool.started < threads - 1) {
    int number = pool.started + 1;
    /* A thread that cannot be had is no error: the others take its blocks. */
    if (pthread_create(&pool.threads[number], NULL, worker, (void *)(intptr_t)number) != 0) break;
    pool.started = number;
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void pool_stop(void) {
  if (inside_work || atomic_exchange(&pool.busy, true)) return;
  if (pool.started > 0) {
    atomic_store(&pool.stopping, true);
    atomic_fetch_add(&pool.bell, 1);
    futex_wake(&pool.bell, MOST_THREADS);
    for (int i = 1; i <= pool.started; i++) pthread_join(pool.threads[i], NULL);
    pool.started = 0;
  }
  atomic_store(&pool.busy, false);
}

static void run_inline(int64_t blocks, PoolWork work, void *context) {
  for (int64_t block = 0; block < blocks; block++) work(context, block, thread_number);
}

/* Publishes blocks first .. first + count - 1, works along, and waits until all are done. */
static void run_job(int64_t first, uint32_t count, PoolWork work, void *context) {
  atomic_store_explicit(&pool.done, 0, memory_order_relaxed);
  atomic_store_explicit(&pool.work, work, memory_order_relaxed);
  atomic_store_explicit(&pool.context, context, memory_order_relaxed);
  atomic_store_explicit(&pool.first, first, memory_order_relaxed);
  atomic_store_explicit(&pool.blocks, count, memory_order_relaxed);
  atomic_store_explicit(&pool.float_mode, cpu_float_mode(), memory_order_relaxed);
  atomic_store_explicit(&pool.processor, sched_getcpu(), memory_order_relaxed);
  uint64_t job = (atomic_load_explicit(&pool.ticket, memory_order_relaxed) >> 32) + 1;
  atomic_store(&pool.ticket, job << 32 | count);
  uint32_t sleepers = atomic_load(&pool.sleepers);
  if (sleepers > 0) {
    atomic_fetch_add(&pool.bell, 1);
    futex_wake(&pool.bell, sleepers < count - 1 ? (int)sleepers : (int)(count - 1));
  }
  work_on_ticket();
  if (!spin(all_are_done, count, false)) {
    atomic_store(&pool.caller_sleeps, 1);
    for (;;) {
      uint32_t done = atomic_load(&pool.done);
      if (done == count) break;
      futex_wait(&pool.done, done);
    }
    atomic_store(&pool.caller_sleeps, 0);
  }
}

void pool_run(int64_t blocks, PoolWork work, void *context) {
  int threads = pool_threads();
  if (blocks <= 1 || threads == 1 || inside_work || atomic_exchange(&pool.busy, true)) {
    run_inline(blocks, work, context);
    return;
  }
  if (pool.started == 0) start_workers(threads);
  if (pool.started == 0) {
    run_inline(blocks, work, context);
  } else {
    for (int64_t first = 0; first < blocks; first += MOST_BLOCKS) {
      int64_t count = blocks - first < MOST_BLOCKS ? blocks - first : MOST_BLOCKS;
      run_job(first, (uint32_t)count, work, context);
    }
  }
  atomic_store_explicit(&pool.busy, false, memory_order_release);
}
