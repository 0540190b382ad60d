/* Threads: one of them runs the interpreter at a time, as in CPython. Whoever waits or sleeps lets the others run; a
 * thread that is kept waiting asks for the interpreter, and the one that runs hands it over at its next turn of a loop
 * or call, unless native code is in the middle of something. */
#include "repl/language/thread.h"

#include <errno.h>
#include <pthread.h>
#include <time.h>

#include "engine/core/interrupt.h"
#include "engine/core/memory.h"
#include "repl/language/vm.h"
#include "repl/types/protocol.h"

/* What of the interpreter belongs to a thread. */
typedef struct ThreadState {
  FrameStack frames;
  Value pending, handled;
  CallDepth depth;
  int64_t number;
} ThreadState;

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t freed = PTHREAD_COND_INITIALIZER;   /* the interpreter is free */
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER; /* something that threads wait for may have happened */
static bool held = true;
static int waiting;       /* threads that want the interpreter */
static uint64_t switches; /* how often it was taken */
static int64_t last_number;
static int running; /* threads but for the main one */
static _Thread_local ThreadState own = {.pending = {.tag = TAG_NONE}, .handled = {.tag = TAG_NONE}};

static struct timespec in_seconds(double seconds) {
  struct timespec at;
  clock_gettime(CLOCK_REALTIME, &at);
  int64_t nanoseconds = at.tv_nsec + (int64_t)(seconds * 1e9);
  at.tv_sec += nanoseconds / 1000000000;
  at.tv_nsec = nanoseconds % 1000000000;
  return at;
}

/* The interpreter's state goes into the thread's own, or comes from there. */
static void exchange_state(void) {
  frame_exchange(&own.frames);
  py_exchange_exceptions(&own.pending, &own.handled);
  py_exchange_depth(&own.depth);
}

/* With `gate` held. */
static void give(void) {
  exchange_state();
  held = false;
  pthread_cond_signal(&freed);
}

static void take(void) {
  enum { PATIENCE_MS = 5 };
  waiting++;
  while (held) {
    uint64_t before = switches;
    struct timespec until = in_seconds(PATIENCE_MS / 1e3);
    if (pthread_cond_timedwait(&freed, &gate, &until) == ETIMEDOUT && held && switches == before)
      atomic_fetch_or(&core_interrupts, CORE_SWITCH);
  }
  waiting--;
  held = true;
  switches++;
  atomic_fetch_and(&core_interrupts, ~CORE_SWITCH);
  if (waiting) pthread_cond_signal(&freed);
  exchange_state();
}

void lang_release(void) {
  if (!running) return;
  pthread_mutex_lock(&gate);
  give();
  pthread_mutex_unlock(&gate);
}

void lang_acquire(void) {
  if (held && !running && !waiting) return;
  pthread_mutex_lock(&gate);
  take();
  pthread_mutex_unlock(&gate);
}

void lang_wait(double seconds) {
  pthread_mutex_lock(&gate);
  give();
  struct timespec until = in_seconds(seconds);
  pthread_cond_timedwait(&changed, &gate, &until);
  take();
  pthread_mutex_unlock(&gate);
}

void lang_notify(void) {
  if (!running) return;
  pthread_mutex_lock(&gate);
  pthread_cond_broadcast(&changed);
  pthread_mutex_unlock(&gate);
}

bool vm_attend(void) {
  if (atomic_load(&core_interrupts) & CORE_SWITCH) {
    pthread_mutex_lock(&gate);
    /* Deeper than that, native code called back, and what it is doing must not be mixed with another thread's. */
    if (waiting && py_call_depth() <= 1) {
      uint64_t before = switches;
      give();
      struct timespec until = in_seconds(0.005);
      while (waiting && switches == before && pthread_cond_timedwait(&changed, &gate, &until) != ETIMEDOUT) continue;
      take();
    } else {
      atomic_fetch_and(&core_interrupts, ~CORE_SWITCH);
    }
    pthread_mutex_unlock(&gate);
  }
  if (!core_interrupt_pending()) return false;
  if (own.number == 0) return true;
  lang_wait(0.001); /* Ctrl-C is the main thread's: it gets the interpreter */
  return false;
}

/* ---- Starting ---- */

typedef struct Start {
  Value function;
  int64_t number;
} Start;

static void *run(void *context) {
  Start start = *(Start *)context;
  core_free(context);
  own.number = start.number;
  pthread_mutex_lock(&gate);
  take();
  pthread_mutex_unlock(&gate);
  Value result = py_call_values(start.function, NULL, 0);
  if (py_is_error(result)) py_clear_pending(); /* threading reports what goes wrong; _thread alone does not */
  py_drop(result);
  py_drop(start.function);
  frame_stack_release();
  pthread_mutex_lock(&gate);
  running--;
  pthread_cond_broadcast(&changed);
  give();
  pthread_mutex_unlock(&gate);
  return NULL;
}

int64_t lang_thread_start(Value function) {
  enum { STACK_BYTES = 8 << 20 };
  Start *start = core_alloc(sizeof *start);
  if (!start) {
    py_raise(&py_MemoryError, "Unable to allocate a thread");
    return -1;
  }
  *start = (Start){py_keep(function), ++last_number};
  int64_t number = start->number; /* the thread releases what it was given */
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, STACK_BYTES);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_t thread;
  running++;
  int problem = pthread_create(&thread, &attributes, run, start);
  pthread_attr_destroy(&attributes);
  if (!problem) return number;
  running--;
  py_drop(start->function);
  core_free(start);
  py_raise(&py_RuntimeError, "can't start new thread");
  return -1;
}

int64_t lang_thread_number(void) { return own.number; }
int lang_thread_count(void) { return running; }
