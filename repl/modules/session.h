/* What the command line decided and what one run of the program shares: read by native modules and by the console. */
#ifndef NNSH_REPL_MODULES_SESSION_H
#define NNSH_REPL_MODULES_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "views/cells.h"

typedef enum SessionShow {
  SHOW_AUTO,   /* figures and the sentence after a fit: only where standard output is a terminal, so that a pipe gets
                  exactly what Python would print */
  SHOW_ALWAYS, /* in a pipe too, as plain text */
  SHOW_NEVER
} SessionShow;

typedef struct Session {
  ViewTerminal terminal;   /* detected once at start; asked again before each view (sizes change) */
  const char *colour;      /* "auto", "always", "never" */
  bool plain;              /* --plain: no dashboard, no cursor movement */
  bool stable;             /* --stable: no durations, addresses masked */
  bool keras2_summary;     /* --summary=keras2 */
  bool cells;              /* --cells: a script's cells run as a notebook's */
  bool allow_shell;        /* --allow-shell: `!command` lines are run */
  bool interactive;        /* at the prompt, or will be (-i) */
  int64_t rehearse;        /* --rehearse[=N]: at most N batches an epoch; 0 off */
  SessionShow show;
  const char *program; /* what starts nnsh once more (hdf5_process.h); NULL where the program is another, a test's */
  const char *script;      /* the script's path, for __file__ and imports beside it; NULL at the prompt */
  int argument_count;      /* sys.argv */
  char *const *arguments;
} Session;

extern Session session;

/* Asks the terminal again for its size and abilities. */
void session_detect_terminal(void);

/* True where figures and verdicts go to standard output. */
bool session_shows(void);

#endif
