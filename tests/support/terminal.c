#include "tests/support/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

struct Terminal {
  int master, slave; /* the slave stays open, so that its modes can be read after the program left */
  pid_t child;
  int rows, columns;
  VTerm *vterm;
  VTermScreen *screen;
  bool alternate, ended;
  int status;
  char *scrolled; /* lines that left the top */
  size_t scrolled_length;
  char *text; /* what terminal_screen and terminal_all return */
  char row[2048];
  char home[32];
  struct termios modes_before;
};

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static int put_utf8(uint32_t code, char *out) {
  if (code < 0x80) {
    out[0] = (char)code;
    return 1;
  }
  if (code < 0x800) {
    out[0] = (char)(0xC0 | code >> 6);
    out[1] = (char)(0x80 | (code & 63));
    return 2;
  }
  if (code < 0x10000) {
    out[0] = (char)(0xE0 | code >> 12);
    out[1] = (char)(0x80 | (code >> 6 & 63));
    out[2] = (char)(0x80 | (code & 63));
    return 3;
  }
  out[0] = (char)(0xF0 | code >> 18);
  out[1] = (char)(0x80 | (code >> 12 & 63));
  out[2] = (char)(0x80 | (code >> 6 & 63));
  out[3] = (char)(0x80 | (code & 63));
  return 4;
}

static int row_text(const VTermScreenCell *cells, int columns, char *out, size_t size) {
  size_t at = 0, last;
  for (int column = 0; column < columns && at + 32 < size; column++) {
    const VTermScreenCell *cell = &cells[column];
    if (cell->chars[0] == (uint32_t)-1) continue; /* the second half of a wide character */
    if (cell->chars[0] == 0) {
      out[at++] = ' ';
      continue;
    }
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
      at += (size_t)put_utf8(cell->chars[i], out + at);
  }
  for (last = at; last > 0 && out[last - 1] == ' '; last--) {
  }
  out[last] = '\0';
  return (int)last;
}

static int on_scroll(int columns, const VTermScreenCell *cells, void *user) {
  Terminal *terminal = user;
  char row[4096];
  int length = row_text(cells, columns, row, sizeof row);
  terminal->scrolled = realloc(terminal->scrolled, terminal->scrolled_length + (size_t)length + 2);
  memcpy(terminal->scrolled + terminal->scrolled_length, row, (size_t)length);
  terminal->scrolled_length += (size_t)length;
  terminal->scrolled[terminal->scrolled_length++] = '\n';
  terminal->scrolled[terminal->scrolled_length] = '\0';
  return 1;
}

static int on_property(VTermProp property, VTermValue *value, void *user) {
  if (property == VTERM_PROP_ALTSCREEN) ((Terminal *)user)->alternate = value->boolean;
  return 1;
}

/* Answers of the terminal (cursor reports and the like) go back to the program. */
static void on_output(const char *bytes, size_t length, void *user) {
  if (write(((Terminal *)user)->master, bytes, length) < 0) return;
}

static VTermScreenCallbacks callbacks = {.sb_pushline = on_scroll, .settermprop = on_property};

Terminal *terminal_start(const char *const *arguments, int rows, int columns, const char *const *environment) {
  Terminal *terminal = calloc(1, sizeof *terminal);
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  strcpy(terminal->home, "/tmp/nnsh-home-XXXXXX");
  if (openpty(&terminal->master, &terminal->slave, NULL, NULL, &size) != 0 || mkdtemp(terminal->home) == NULL) {
    free(terminal);
    return NULL;
  }
  tcgetattr(terminal->slave, &terminal->modes_before);
  terminal->rows = rows;
  terminal->columns = columns;
  terminal->vterm = vterm_new(rows, columns);
  vterm_set_utf8(terminal->vterm, 1);
  vterm_output_set_callback(terminal->vterm, on_output, terminal);
  terminal->screen = vterm_obtain_screen(terminal->vterm);
  vterm_screen_set_callbacks(terminal->screen, &callbacks, terminal);
  vterm_screen_enable_altscreen(terminal->screen, 1);
  vterm_screen_reset(terminal->screen, 1);
  terminal->child = fork();
  if (terminal->child == 0) {
    setsid();
    ioctl(terminal->slave, TIOCSCTTY, 0);
    for (int fd = 0; fd < 3; fd++) dup2(terminal->slave, fd);
    for (int fd = 3; fd < 64; fd++) close(fd);
    setenv("TERM", "xterm-256color", 1);
    setenv("COLORTERM", "truecolor", 1);
    setenv("LANG", "C.UTF-8", 1);
    unsetenv("LC_ALL");
    unsetenv("NO_COLOR");
    unsetenv("COLUMNS");
    unsetenv("LINES");
    setenv("HOME", terminal->home, 1);
    for (int i = 0; environment && environment[i]; i++) {
      if (strchr(environment[i], '=')) putenv((char *)environment[i]);
      else unsetenv(environment[i]);
    }
    signal(SIGINT, SIG_DFL);
    signal(SIGTSTP, SIG_DFL);
    execv(arguments[0], (char *const *)arguments);
    _exit(127);
  }
  fcntl(terminal->master, F_SETFL, O_NONBLOCK);
  return terminal;
}

/* Takes what has come within `seconds`; false when there is nothing more to come. */
static bool pump(Terminal *terminal, double seconds) {
  struct pollfd end = {.fd = terminal->master, .events = POLLIN};
  int ready = poll(&end, 1, (int)(seconds * 1000));
  if (ready > 0) {
    char bytes[1 << 14];
    ssize_t got = read(terminal->master, bytes, sizeof bytes);
    if (got > 0) {
      vterm_input_write(terminal->vterm, bytes, (size_t)got);
      return true;
    }
  }
  if (!terminal->ended) {
    int status;
    pid_t done = waitpid(terminal->child, &status, WNOHANG);
    if (done == terminal->child) {
      terminal->ended = true;
      terminal->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
  }
  return !terminal->ended;
}

void terminal_type(Terminal *terminal, const char *keys) {
  enum { PATIENCE = 20 }; /* seconds in which nothing of it is taken: nobody reads */
  size_t length = strlen(keys);
  double last = now();
  while (length) {
    ssize_t done = write(terminal->master, keys, length);
    if (done < 0 && errno != EAGAIN && errno != EINTR) return;
    if (done > 0) {
      keys += done;
      length -= (size_t)done;
      last = now();
    }
    if (length && now() - last > PATIENCE) {
      fprintf(stderr, "nobody reads what is typed; %zu bytes are left. There is:\n%s\n", length, terminal_all(terminal));
      return;
    }
    if (length) pump(terminal, 0.01);
  }
}

static bool wait_in(Terminal *terminal, const char *text, double seconds, const char *(*where)(Terminal *)) {
  double end = now() + seconds;
  for (;;) {
    if (strstr(where(terminal), text)) return true;
    double left = end - now();
    if (left <= 0) return false;
    if (!pump(terminal, left < 0.05 ? left : 0.05)) {
      while (pump(terminal, 0) && !terminal->ended) {
      }
      pump(terminal, 0.01);
      return strstr(where(terminal), text) != NULL;
    }
  }
}
bool terminal_wait_for(Terminal *terminal, const char *text, double seconds) {
  return wait_in(terminal, text, seconds, terminal_all);
}
bool terminal_wait_on_screen(Terminal *terminal, const char *text, double seconds) {
  return wait_in(terminal, text, seconds, terminal_screen);
}
void terminal_read_for(Terminal *terminal, double seconds) {
  double end = now() + seconds;
  while (now() < end) pump(terminal, end - now() < 0.05 ? end - now() : 0.05);
}

static VTermScreenCell cell_at(Terminal *terminal, int row, int column) {
  VTermScreenCell cell = {0};
  vterm_screen_get_cell(terminal->screen, (VTermPos){.row = row, .col = column}, &cell);
  return cell;
}

const char *terminal_row(Terminal *terminal, int row) {
  VTermScreenCell cells[512];
  for (int column = 0; column < terminal->columns; column++) cells[column] = cell_at(terminal, row, column);
  row_text(cells, terminal->columns, terminal->row, sizeof terminal->row);
  return terminal->row;
}

static const char *with_screen(Terminal *terminal, const char *before, size_t length) {
  size_t size = length + (size_t)terminal->rows * (sizeof terminal->row + 1) + 1;
  terminal->text = realloc(terminal->text, size);
  size_t at = length;
  if (length) memcpy(terminal->text, before, length);
  for (int row = 0; row < terminal->rows; row++) {
    const char *line = terminal_row(terminal, row);
    size_t width = strlen(line);
    memcpy(terminal->text + at, line, width);
    at += width;
    terminal->text[at++] = '\n';
  }
  terminal->text[at] = '\0';
  return terminal->text;
}
const char *terminal_screen(Terminal *terminal) { return with_screen(terminal, NULL, 0); }
const char *terminal_all(Terminal *terminal) {
  return with_screen(terminal, terminal->scrolled, terminal->scrolled_length);
}

/* The SGR sequence of one colour, or of the default. */
static int put_colour(Terminal *terminal, VTermColor colour, bool foreground, char *out) {
  if (foreground ? VTERM_COLOR_IS_DEFAULT_FG(&colour) : VTERM_COLOR_IS_DEFAULT_BG(&colour))
    return sprintf(out, ";%d", foreground ? 39 : 49);
  if (VTERM_COLOR_IS_INDEXED(&colour)) return sprintf(out, ";%d;5;%d", foreground ? 38 : 48, colour.indexed.idx);
  return sprintf(out, ";%d;2;%d;%d;%d", foreground ? 38 : 48, colour.rgb.red, colour.rgb.green, colour.rgb.blue);
}

static int put_style(Terminal *terminal, const VTermScreenCell *cell, char *out) {
  int at = sprintf(out, "\033[0%s%s%s", cell->attrs.bold ? ";1" : "", cell->attrs.underline ? ";4" : "",
                   cell->attrs.reverse ? ";7" : "");
  if (!VTERM_COLOR_IS_DEFAULT_FG(&cell->fg)) at += put_colour(terminal, cell->fg, true, out + at);
  if (!VTERM_COLOR_IS_DEFAULT_BG(&cell->bg)) at += put_colour(terminal, cell->bg, false, out + at);
  return at + sprintf(out + at, "m");
}

char *terminal_screen_with_colours(Terminal *terminal) {
  char *out = malloc((size_t)terminal->rows * ((size_t)terminal->columns * 96 + 16) + 1);
  size_t at = 0, kept = 0;
  for (int row = 0; row < terminal->rows; row++) {
    char style[96] = "\033[0m";
    size_t line = at, visible = at;
    for (int column = 0; column < terminal->columns; column++) {
      VTermScreenCell cell = cell_at(terminal, row, column);
      if (cell.chars[0] == (uint32_t)-1) continue;
      char wanted[96];
      put_style(terminal, &cell, wanted);
      if (strcmp(wanted, style) != 0) {
        strcpy(style, wanted);
        at += (size_t)sprintf(out + at, "%s", style);
      }
      if (cell.chars[0] == 0) out[at++] = ' ';
      for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
        at += (size_t)put_utf8(cell.chars[i], out + at);
      bool blank =
          (cell.chars[0] == 0 || cell.chars[0] == ' ') && VTERM_COLOR_IS_DEFAULT_BG(&cell.bg) && !cell.attrs.reverse;
      if (!blank) visible = at;
    }
    at = visible; /* blanks at the end say nothing */
    if (visible > line && memchr(out + line, '\033', visible - line)) at += (size_t)sprintf(out + at, "\033[0m");
    out[at++] = '\n';
    if (visible > line) kept = at;
  }
  out[kept] = '\0';
  return out;
}

bool terminal_on_alternate_screen(const Terminal *terminal) { return terminal->alternate; }

static bool colour_of(Terminal *terminal, VTermColor colour, bool foreground, uint32_t *rgb) {
  if (foreground ? VTERM_COLOR_IS_DEFAULT_FG(&colour) : VTERM_COLOR_IS_DEFAULT_BG(&colour)) return false;
  vterm_screen_convert_color_to_rgb(terminal->screen, &colour);
  *rgb = (uint32_t)colour.rgb.red << 16 | (uint32_t)colour.rgb.green << 8 | colour.rgb.blue;
  return true;
}
bool terminal_foreground(Terminal *terminal, int row, int column, uint32_t *rgb) {
  return colour_of(terminal, cell_at(terminal, row, column).fg, true, rgb);
}
bool terminal_background(Terminal *terminal, int row, int column, uint32_t *rgb) {
  return colour_of(terminal, cell_at(terminal, row, column).bg, false, rgb);
}
void terminal_size(const Terminal *terminal, int *rows, int *columns) {
  *rows = terminal->rows;
  *columns = terminal->columns;
}

void terminal_resize(Terminal *terminal, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  terminal->rows = rows;
  terminal->columns = columns;
  vterm_set_size(terminal->vterm, rows, columns);
  ioctl(terminal->master, TIOCSWINSZ, &size);
}
void terminal_modes(const Terminal *terminal, struct termios *modes) { tcgetattr(terminal->slave, modes); }
bool terminal_modes_restored(const Terminal *terminal) {
  struct termios now_modes;
  const struct termios *before = &terminal->modes_before;
  if (tcgetattr(terminal->slave, &now_modes) != 0) return false;
  return now_modes.c_iflag == before->c_iflag && now_modes.c_oflag == before->c_oflag &&
         now_modes.c_cflag == before->c_cflag && now_modes.c_lflag == before->c_lflag &&
         memcmp(now_modes.c_cc, before->c_cc, sizeof before->c_cc) == 0;
}
int terminal_pid(const Terminal *terminal) { return terminal->child; }

int terminal_wait_end(Terminal *terminal, double seconds) {
  double end = now() + seconds;
  while (!terminal->ended && now() < end) pump(terminal, 0.05);
  while (poll(&(struct pollfd){.fd = terminal->master, .events = POLLIN}, 1, 0) > 0) {
    char bytes[1 << 14];
    ssize_t got = read(terminal->master, bytes, sizeof bytes);
    if (got <= 0) break;
    vterm_input_write(terminal->vterm, bytes, (size_t)got);
  }
  if (terminal->ended) return terminal->status;
  kill(terminal->child, SIGKILL);
  waitpid(terminal->child, NULL, 0);
  terminal->ended = true;
  return -1;
}

void terminal_free(Terminal *terminal) {
  if (terminal == NULL) return;
  if (!terminal->ended) {
    kill(terminal->child, SIGKILL);
    waitpid(terminal->child, NULL, 0);
  }
  close(terminal->master);
  close(terminal->slave);
  vterm_free(terminal->vterm);
  char command[64];
  snprintf(command, sizeof command, "rm -rf %s", terminal->home);
  if (system(command) != 0) fprintf(stderr, "could not remove %s\n", terminal->home);
  free(terminal->scrolled);
  free(terminal->text);
  free(terminal);
}
