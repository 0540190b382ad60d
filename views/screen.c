#include "views/screen.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "views/terminfo.h"

/* What a signal handler needs is plain memory that was filled before `taken` was set. */
static volatile sig_atomic_t taken;
static bool has_modes;
static struct termios modes_before;
static char leave_bytes[256];
static size_t leave_length;

bool screen_possible(void) {
  ScreenSequences sequences;
  return isatty(STDOUT_FILENO) && view_screen_sequences(&sequences);
}

void screen_write(const char *bytes, size_t length) {
  while (length) {
    ssize_t written = write(STDOUT_FILENO, bytes, length);
    if (written < 0 && errno == EAGAIN) {
      struct pollfd ready = {STDOUT_FILENO, POLLOUT, 0};
      if (poll(&ready, 1, 1000) > 0) continue;
    }
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return; /* the terminal is gone: nothing to be done here */
    bytes += written;
    length -= (size_t)written;
  }
}

bool screen_enter(void) {
  if (taken) return true;
  ScreenSequences sequences;
  if (!view_screen_sequences(&sequences)) return false;
  has_modes = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &modes_before) == 0;
  leave_length = 0;
  const char *const leave[] = {"\033[0m", sequences.keys_off, sequences.leave, sequences.show_cursor};
  for (size_t i = 0; i < sizeof leave / sizeof *leave; i++) {
    size_t length = strlen(leave[i]);
    memcpy(leave_bytes + leave_length, leave[i], length);
    leave_length += length;
  }
  taken = 1;
  if (has_modes) {
    struct termios modes = modes_before;
    modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    modes.c_iflag &= ~(tcflag_t)IXON;
    modes.c_cc[VMIN] = 1;
    modes.c_cc[VTIME] = 0;
    modes.c_cc[VSUSP] = _POSIX_VDISABLE;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
  }
  screen_write(sequences.enter, strlen(sequences.enter));
  screen_write(sequences.hide_cursor, strlen(sequences.hide_cursor));
  screen_write(sequences.keys_on, strlen(sequences.keys_on));
  screen_write("\033[0m\033[2J", 8);
  return true;
}

void screen_leave(void) {
  if (!taken) return;
  screen_write(leave_bytes, leave_length);
  if (has_modes) tcsetattr(STDIN_FILENO, TCSADRAIN, &modes_before);
  taken = 0;
}

void screen_emergency(void) {
  if (!taken) return;
  taken = 0;
  int error = errno;
  ssize_t written = write(STDOUT_FILENO, leave_bytes, leave_length);
  (void)written;
  if (has_modes) tcsetattr(STDIN_FILENO, TCSANOW, &modes_before);
  errno = error;
}

void screen_size(int *rows, int *columns) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || !size.ws_row || !size.ws_col) return;
  *rows = size.ws_row;
  *columns = size.ws_col;
}
