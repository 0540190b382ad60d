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
  if (atomic_load(&have_saved)) tcsetattr(STDIN_FILENO, TCSANOW, &saved);
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

static void install(int number, void (*handler)(int), int flags) {
  struct sigaction action = {0};
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

void signals_start(void) {
  if (tcgetattr(STDIN_FILENO, &saved) == 0) atomic_store(&have_saved, 1);
  if (pipe(pipe_ends) == 0) {
    for (int i = 0; i < 2; i++) {
      fcntl(pipe_ends[i], F_SETFL, O_NONBLOCK);
      fcntl(pipe_ends[i], F_SETFD, FD_CLOEXEC);
    }
  }
  install(SIGINT, on_interrupt, SA_RESTART);
  static const int deadly[] = {SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};
  for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++) install(deadly[i], on_deadly, (int)SA_RESETHAND);
  /* A closed pipe shows as EPIPE where it is written to, and ends the program quietly there. */
  signal(SIGPIPE, SIG_IGN);
}

int signals_pipe(void) { return pipe_ends[0]; }

void signals_drain(void) {
  char bytes[64];
  while (pipe_ends[0] >= 0 && read(pipe_ends[0], bytes, sizeof bytes) > 0) {
  }
}
