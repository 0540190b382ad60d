#include "repl/modules/session.h"

Session session = {.colour = "auto"};

void session_detect_terminal(void) { view_terminal_detect(&session.terminal, session.colour, session.plain); }

bool session_shows(void) {
  if (session.show != SHOW_AUTO) return session.show == SHOW_ALWAYS;
  return session.terminal.is_terminal;
}
