/* Threads of the program. The interpreter belongs to one at a time; what blocks gives it away meanwhile. */
#ifndef NNSH_REPL_LANGUAGE_THREAD_H
#define NNSH_REPL_LANGUAGE_THREAD_H

#include "repl/types/value.h"

/* A thread that calls function(); its number, from 1 (the main thread's is 0), or -1 with an
 * exception pending. What the function raises is dropped. */
int64_t lang_thread_start(Value function);
int64_t lang_thread_number(void); /* of the running thread */
int lang_thread_count(void);      /* how many run, but for the main one */

/* Around what blocks and touches no values: other threads run meanwhile. */
void lang_release(void);
void lang_acquire(void);
/* Lets other threads run until one calls lang_notify, at most some seconds. */
void lang_wait(double seconds);
void lang_notify(void);

#endif
