/* What the terminal can show (declared in cells.h). */
#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "views/cells.h"
#include "views/terminfo.h"

static const char *environment(const char *name) {
  const char *value = getenv(name);
  return value ? value : "";
}

static int positive(const char *text) {
  char *end;
  long value = strtol(text, &end, 10);
  return *text && !*end && value > 0 && value < 100000 ? (int)value : 0;
}

/* As Python's shutil.get_terminal_size: the environment, then the terminal behind standard output, then 80x24. */
static void find_size(ViewTerminal *terminal) {
  terminal->columns = positive(environment("COLUMNS"));
  terminal->rows = positive(environment("LINES"));
  struct winsize size;
  if ((!terminal->columns || !terminal->rows) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
    if (!terminal->columns) terminal->columns = size.ws_col;
    if (!terminal->rows) terminal->rows = size.ws_row;
  }
  if (!terminal->columns) terminal->columns = 80;
  if (!terminal->rows) terminal->rows = 24;
}

static ViewColour colours_of(int terminfo_colours) {
  const char *term = environment("TERM"), *kind = environment("COLORTERM");
  if (strcmp(kind, "truecolor") == 0 || strcmp(kind, "24bit") == 0 || strstr(term, "-direct")) return COLOUR_TRUE;
  if (terminfo_colours >= 256 || strstr(term, "256color")) return COLOUR_256;
  return terminfo_colours >= 8 ? COLOUR_16 : COLOUR_NONE;
}

static ViewGlyphs glyphs_of(bool plain) {
  const char *wanted = environment("NNSH_GLYPHS");
  if (strcmp(wanted, "ascii") == 0) return GLYPHS_ASCII;
  if (strcmp(wanted, "block") == 0) return GLYPHS_BLOCK;
  if (strcmp(wanted, "braille") == 0) return GLYPHS_BRAILLE;
  if (plain || strcmp(nl_langinfo(CODESET), "UTF-8") != 0) return GLYPHS_ASCII;
  /* The Linux console's font has blocks, but no braille. */
  return strcmp(environment("TERM"), "linux") == 0 ? GLYPHS_BLOCK : GLYPHS_BRAILLE;
}

void view_terminal_detect(ViewTerminal *terminal, const char *colour_option, bool plain) {
  *terminal = (ViewTerminal){0};
  find_size(terminal);
  int colours;
  bool moves;
  view_terminfo(&colours, &moves);
  terminal->is_terminal = !plain && isatty(STDOUT_FILENO) && moves && strcmp(environment("TERM"), "dumb") != 0;
  terminal->glyphs = glyphs_of(plain);
  if (colour_option && strcmp(colour_option, "always") == 0) {
    terminal->colour = colours_of(colours);
    if (terminal->colour == COLOUR_NONE) terminal->colour = COLOUR_16;
  } else if (colour_option && strcmp(colour_option, "never") == 0) {
    terminal->colour = COLOUR_NONE;
  } else if (terminal->is_terminal && !*environment("NO_COLOR")) {
    terminal->colour = colours_of(colours);
  }
}
