/* Ctrl-C. The signal handler only counts; whoever works in chunks (the interpreter's loop, the training loop, long
 * array functions, file readers) polls and ends with ERROR_INTERRUPT or KeyboardInterrupt. */
#ifndef NNSH_ENGINE_CORE_INTERRUPT_H
#define NNSH_ENGINE_CORE_INTERRUPT_H

#include <stdatomic.h>
#include <stdbool.h>

/* How many interrupts have not been taken yet, and whether another thread asks for the interpreter. Lock-free, so a
 * signal handler may add to it. */
extern atomic_int core_interrupts;
enum { CORE_SWITCH = 1 << 24 };

/* Either of both: what the interpreter's loop looks at. */
static inline bool core_attention(void) {
  return atomic_load_explicit(&core_interrupts, memory_order_relaxed) != 0;
}

static inline bool core_interrupt_pending(void) {
  return (atomic_load_explicit(&core_interrupts, memory_order_relaxed) & (CORE_SWITCH - 1)) != 0;
}

/* Takes all pending interrupts: true when there was one. The caller then raises. */
bool core_interrupt_take(void);

#endif
