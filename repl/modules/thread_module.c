/* The native half of threading: starting threads, and the lock that all else is made of. */
#include <time.h>

#include "engine/core/interrupt.h"
#include "repl/language/thread.h"
#include "repl/modules/modules.h"

typedef struct Lock {
  Object head;
  bool locked;
} Lock;

static Lock *lock_of(const Value *arguments) { return (Lock *)arguments[0].as.object; }

static double now(void) {
  struct timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  return (double)at.tv_sec + (double)at.tv_nsec * 1e-9;
}

/* Waits in pieces, so that Ctrl-C is noticed. */
static Value acquire(Lock *lock, bool blocking, double timeout) {
  enum { PIECE_MS = 50 };
  double until = timeout < 0 ? -1 : now() + timeout;
  while (lock->locked) {
    double piece = PIECE_MS / 1e3;
    if (until >= 0 && until - now() < piece) piece = until - now();
    if (!blocking || piece <= 0) return PY_FALSE;
    lang_wait(piece);
    if (lang_thread_number() == 0 && core_interrupt_take()) return py_raise(&py_KeyboardInterrupt, "%s", "");
  }
  lock->locked = true;
  return PY_TRUE;
}

static Value lock_acquire(const NativeRow *row, Value *arguments) {
  int blocking = py_truth(arguments[1]);
  double timeout;
  if (blocking < 0 || !py_as_double(arguments[2], &timeout)) return PY_ERROR;
  if (!blocking && timeout != -1)
    return py_raise(&py_ValueError, "can't specify a timeout for a non-blocking call");
  if (timeout < 0 && timeout != -1) return py_raise(&py_ValueError, "timeout value must be positive");
  return acquire(lock_of(arguments), blocking, timeout);
}
static Value lock_enter(const NativeRow *row, Value *arguments) { return acquire(lock_of(arguments), true, -1); }
static Value lock_release(const NativeRow *row, Value *arguments) {
  if (!lock_of(arguments)->locked) return py_raise(&py_RuntimeError, "release unlocked lock");
  lock_of(arguments)->locked = false;
  lang_notify();
  return PY_NONE;
}
static Value lock_locked(const NativeRow *row, Value *arguments) { return py_bool(lock_of(arguments)->locked); }

static Value lock_repr(Value self) {
  return py_textf("<%s _thread.lock object at %s>", ((Lock *)self.as.object)->locked ? "locked" : "unlocked",
                  py_address_text(self.as.object));
}

static const NativeRow lock_methods[] = {
    {"acquire|acquire_lock", "self, blocking=True, timeout=-1", "Takes the lock, waiting for it.", lock_acquire, NULL},
    {"release|release_lock", "self, /", "Gives the lock back.", lock_release, NULL},
    {"locked|locked_lock", "self, /", "Whether somebody has it.", lock_locked, NULL},
    {"__enter__", "self, /", "Takes the lock.", lock_enter, NULL},
    {"__exit__", "self, *args", "Gives the lock back.", lock_release, NULL},
    {0}};

static Value lock_construct(Type *type, Value *arguments) {
  Lock *lock = py_new(type);
  return lock ? py_object(lock) : PY_ERROR;
}

static Type lock_type = {.name = "lock", .module = "_thread", .help = "A lock that one thread has at a time.",
                         .size = sizeof(Lock), .repr = lock_repr, .methods = lock_methods, .signature = "",
                         .construct = lock_construct};

static Value thread_start(const NativeRow *row, Value *arguments) {
  int64_t number = lang_thread_start(arguments[0]);
  return number < 0 ? PY_ERROR : py_int(number);
}
static Value thread_number(const NativeRow *row, Value *arguments) { return py_int(lang_thread_number()); }
static Value thread_count(const NativeRow *row, Value *arguments) { return py_int(lang_thread_count()); }

static const NativeRow rows[] = {
    {"start", "function, /", "Calls a function in a thread of its own.", thread_start, NULL},
    {"number", "", "The number of the running thread; 0 is the main one.", thread_number, NULL},
    {"count", "", "How many threads run, but for the main one.", thread_count, NULL},
    {0}};
static Type *const types[] = {&lock_type, NULL};
const ModuleRow thread_module_rows[] = {
    {.name = "_threads", .help = "Threads and locks.", .functions = rows, .types = types}, {0}};
