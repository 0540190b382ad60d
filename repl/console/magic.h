/* Handlers of the commands that notebooks know from IPython (rows of command.c). Texts follow IPython 8. */
#ifndef NNSH_REPL_CONSOLE_MAGIC_H
#define NNSH_REPL_CONSOLE_MAGIC_H

#include "repl/console/command.h"

Value magic_time(const CommandRow *row, const char *argument, const char *body);
Value magic_timeit(const CommandRow *row, const char *argument, const char *body);
Value magic_cd(const CommandRow *row, const char *argument, const char *body);
Value magic_pwd(const CommandRow *row, const char *argument, const char *body);
Value magic_ls(const CommandRow *row, const char *argument, const char *body);
Value magic_who(const CommandRow *row, const char *argument, const char *body);
Value magic_reset(const CommandRow *row, const char *argument, const char *body);
Value magic_pylab(const CommandRow *row, const char *argument, const char *body);
Value magic_pip(const CommandRow *row, const char *argument, const char *body);
Value magic_capture(const CommandRow *row, const char *argument, const char *body);
Value magic_writefile(const CommandRow *row, const char *argument, const char *body);
Value magic_shell(const CommandRow *row, const char *argument, const char *body);

#endif
