#include "repl/console/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include "engine/core/interrupt.h"
#include "views/dashboard.h"

static struct termios saved;
static atomic_int have_saved;
static int pipe_ends[2] = {-1, -1};

void signals_restore_terminal(void) {
  dashboard_emergency_restore();
  /* From the background tcsetattr would stop the program; the terminal belongs to somebody else then, anyway. */
  if (atomic_load(&have_saved) && tcgetpgrp(STDIN_FILENO) == getpgrp()) tcsetattr(STDIN_FILENO, TCSANOW, &saved);
}

static void on_interrupt(int number) {
  int kept = errno;
  atomic_fetch_add(&core_interrupts, 1);
  if (pipe_ends[1] >= 0 && write(pipe_ends[1], "i", 1) < 0) errno = kept;
  errno = kept;
}

/* A deadly signal: the terminal is given back, then the signal does what it does. */
static void on_deadly(int number) {
  signals_restore_terminal();
  signal(number, SIG_DFL);
  raise(number);
}

static atomic_int stop_wanted;

static void on_stop(int number) {
  int kept = errno;
  atomic_store(&stop_wanted, 1);
  if (pipe_ends[1] >= 0 && write(pipe_ends[1], "z", 1) < 0) errno = kept;
  errno = kept;
}

static void install(int number, void (*handler)(int), int flags) {
  struct sigaction action = {0};
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

/* What whoever started the program chose to ignore (nohup, a job in the background) stays ignored. */
static bool is_ignored(int number) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

void signals_start(void) {
  if (tcgetattr(STDIN_FILENO, &saved) == 0) atomic_store(&have_saved, 1);
  if (pipe(pipe_ends) == 0) {
    for (int i = 0; i < 2; i++) {
      fcntl(pipe_ends[i], F_SETFL, O_NONBLOCK);
      fcntl(pipe_ends[i], F_SETFD, FD_CLOEXEC);
    }
  }
  /* Without SA_RESTART: a read from standard input ends with EINTR, so that Ctrl-C reaches who waits for a line. */
  if (!is_ignored(SIGINT)) install(SIGINT, on_interrupt, 0);
  static const int deadly[] = {SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};
  for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++)
    if (!is_ignored(deadly[i])) install(deadly[i], on_deadly, (int)(SA_RESETHAND | SA_ONSTACK));
  /* A stack of its own, so that the handler can run when the other one is what overflowed. */
  static char stack[1 << 16];
  sigaltstack(&(stack_t){.ss_sp = stack, .ss_size = sizeof stack}, NULL);
  /* A closed pipe shows as EPIPE where it is written to, and ends the program quietly there. */
  signal(SIGPIPE, SIG_IGN);
}

int signals_pipe(void) { return pipe_ends[0]; }

void signals_drain(void) {
  char bytes[64];
  while (pipe_ends[0] >= 0 && read(pipe_ends[0], bytes, sizeof bytes) > 0) {
  }
}

void signals_catch_stop(bool catch) {
  static bool ignored, asked;
  if (!asked) ignored = is_ignored(SIGTSTP);
  asked = true;
  if (ignored) return;
  if (catch) install(SIGTSTP, on_stop, SA_RESTART);
  else signal(SIGTSTP, SIG_DFL);
}

bool signals_take_stop(void) { return atomic_exchange(&stop_wanted, 0) != 0; }

void signals_stop_now(void) { kill(getpid(), SIGTSTP); }
