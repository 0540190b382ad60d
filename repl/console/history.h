/* The history file of the prompt: ~/.nnsh_history (NNSH_HISTORY names another; empty: none), mode 0600, at most
 * HISTORY_LINES entries, written by temporary file and rename. An unreadable or unwritable file is passed over. */
#ifndef NNSH_REPL_CONSOLE_HISTORY_H
#define NNSH_REPL_CONSOLE_HISTORY_H

enum { HISTORY_LINES = 2000 };

void history_start(void);

/* Adds an entry (several lines are one), unless it is the last one again or only white space. */
void history_add(const char *text);

void history_save(void);

#endif
