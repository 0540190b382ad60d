#include "views/terminfo.h"

#include <stdlib.h>
#include <unistd.h>

#include <curses.h>
#include <term.h>

void view_terminfo(int *colours, bool *moves) {
  *colours = 0;
  *moves = false;
  const char *term = getenv("TERM");
  int status;
  if (!term || !*term || setupterm(NULL, STDOUT_FILENO, &status) != OK) return;
  *colours = tigetnum("colors");
  const char *address = tigetstr("cup");
  *moves = address && address != (char *)-1;
  del_curterm(cur_term);
}
