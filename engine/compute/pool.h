/* The thread pool: nnsh's own, so that work is divided by shape and never by the number of threads. Pool threads see
 * plain memory, never language values. */
#ifndef NNSH_ENGINE_COMPUTE_POOL_H
#define NNSH_ENGINE_COMPUTE_POOL_H

#include <stdint.h>

/* One block of a job: block in [0, blocks). Blocks of one job touch disjoint outputs. */
typedef void (*PoolWork)(void *context, int64_t block, int thread);

/* Runs work(context, 0..blocks-1) on the pool and the calling thread, and returns when all are done: a barrier. Which
 * thread takes which block is not defined; all compute in the caller's float mode (cpu.h). One block, or one thread,
 * runs at once on the caller. Not re-entrant: a work function must not call pool_run (it would run its blocks inline).
 * Main thread only. */
void pool_run(int64_t blocks, PoolWork work, void *context);

/* Threads in use, the caller included: NNSH_THREADS, else cpu_count(). Threads start with the first pool_run that can
 * use them. pool_set_threads is for tests and --threads; it may be called between jobs. */
int pool_threads(void);
void pool_set_threads(int threads);

/* Joins the threads (at exit, and before posix_spawn-less re-exec); the next pool_run starts them again. */
void pool_stop(void);

#endif
