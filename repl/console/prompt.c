/* The prompt: readline through its callback interface, in one poll loop with the signals' pipe, because a handler that
 * only sets a flag would not make a blocking call return. */
#include <ctype.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <readline/readline.h>

#include "engine/core/interrupt.h"
#include "engine/core/memory.h"
#include "repl/console/cell.h"
#include "repl/console/command.h"
#include "repl/console/complete.h"
#include "repl/console/console.h"
#include "repl/console/history.h"
#include "repl/console/mend.h"
#include "repl/console/signals.h"
#include "repl/modules/session.h"

static Text pending;   /* lines of a block that is not finished */
static bool leave;
static bool line_came; /* the handler ran: the prompt has to be shown again */
static bool copied;    /* the block began with a prompt that was copied along: so do its other lines */

static const char *prompt_text(void) { return pending.length ? "... " : ">>> "; }

static bool is_blank(const char *line) {
  while (isspace((unsigned char)*line)) line++;
  return *line == '\0';
}

/* A compound statement typed line by line ends with an empty line, as in Python. */
static bool begins_compound(const char *text) {
  static const char *const words[] = {"if", "for", "while", "def", "class", "with", "try", "async"};
  while (isspace((unsigned char)*text)) text++;
  if (*text == '@' || cell_is_whole(text, strlen(text))) return true;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t length = strlen(words[i]);
    if (strncmp(text, words[i], length) == 0 && !isalnum((unsigned char)text[length]) && text[length] != '_')
      return true;
  }
  return false;
}

/* `x?` and `%` lines are the prompt's own; they are kept in the history but not in what %save writes. */
static void take_text(bool pasted, bool blank) {
  if (!pasted && begins_compound(text_string(&pending)) && !blank) return; /* wait for the empty line */
  ConsoleOutcome outcome = console_run_line(text_string(&pending), pending.length);
  if (outcome == CONSOLE_INCOMPLETE) return;
  history_add(text_string(&pending));
  if (outcome == CONSOLE_LEAVE) leave = true;
  text_clear(&pending);
}

/* One line, or what was pasted: runs it, or keeps it until the block is finished. */
static void take_line(const char *line) {
  bool pasted = strchr(line, '\n') != NULL;
  size_t prompt = pasted ? 0 : mend_prompt_length(line, strlen(line), copied && pending.length);
  if (pending.length == 0) copied = prompt > 0;
  const char *shown = line + prompt;
  if (pending.length == 0 && is_blank(shown)) return;
  if (pending.length == 0 && !pasted && command_run(shown)) {
    history_add(shown);
    return;
  }
  text_add(&pending, shown);
  text_add_char(&pending, '\n');
  take_text(pasted, is_blank(shown));
}

static void on_line(char *line) {
  line_came = true;
  rl_callback_handler_remove(); /* the terminal is the program's while it runs */
  signals_catch_stop(false);
  if (line == NULL) {           /* Ctrl-D */
    sink_string(&py_stdout, "\n");
    sink_flush(&py_stdout);
    leave = true;
    return;
  }
  take_line(line);
  free(line);
}

/* Ctrl-C at the prompt: the line goes, the program stays. */
static void cancel_line(void) {
  signals_drain();
  core_interrupt_take();
  text_clear(&pending);
  rl_free_line_state();
  rl_callback_sigcleanup();
  rl_replace_line("", 0);
  fputs("\nKeyboardInterrupt\n", rl_outstream);
  fflush(rl_outstream);
  rl_callback_handler_remove();
  rl_callback_handler_install(prompt_text(), on_line);
}

/* ---- Completion ---- */

typedef struct Candidates {
  char **items;
  size_t count, capacity;
} Candidates;

static void add_candidate(void *context, const char *candidate) {
  Candidates *candidates = context;
  for (size_t i = 0; i < candidates->count; i++)
    if (strcmp(candidates->items[i], candidate) == 0) return;
  if (candidates->count == candidates->capacity) {
    size_t capacity = candidates->capacity ? candidates->capacity * 2 : 64;
    char **items = realloc(candidates->items, capacity * sizeof *items);
    if (items == NULL) return;
    candidates->items = items;
    candidates->capacity = capacity;
  }
  /* readline frees these with free(), so they do not come from the program's own allocator. */
  candidates->items[candidates->count++] = strdup(candidate);
}

static Candidates candidates;
static size_t next_candidate;

static char *give_candidate(const char *text, int state) {
  return next_candidate < candidates.count ? candidates.items[next_candidate++] : NULL;
}

/* readline splits words by its own rules; ours start where complete_at says, so the word is widened to there. */
static char **complete(const char *text, int start, int end) {
  rl_attempted_completion_over = 1;
  rl_completion_append_character = '\0';
  candidates.count = next_candidate = 0;
  Candidates found = {0};
  int from = complete_at(rl_line_buffer, end, add_candidate, &found);
  free(candidates.items);
  candidates = (Candidates){0};
  for (size_t i = 0; i < found.count; i++) {
    /* Cut what stands before readline's own word start, or put it in front. */
    char *whole = found.items[i];
    size_t skip = start > from ? (size_t)(start - from) : 0;
    if (strlen(whole) >= skip) add_candidate(&candidates, whole + skip);
    free(whole);
  }
  free(found.items);
  return candidates.count ? rl_completion_matches(text, give_candidate) : NULL;
}

/* Tab indents where nothing stands before the cursor yet, and completes elsewhere. */
static int indent_or_complete(int count, int key) {
  for (int i = 0; i < rl_point; i++)
    if (!isspace((unsigned char)rl_line_buffer[i])) return rl_complete(count, key);
  rl_insert_text("    ");
  return 0;
}

static void set_up_readline(void) {
  rl_readline_name = "nnsh";
  rl_change_environment = 0; /* LINES and COLUMNS stay the user's: curses reads them too */
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_attempted_completion_function = complete;
  rl_basic_word_break_characters = " \t\n\"'`=+-*/%<>()[]{},;:!@&|^~?";
  rl_completer_quote_characters = "";
  rl_variable_bind("enable-bracketed-paste", "on");
  rl_variable_bind("completion-ignore-case", "off");
  rl_variable_bind("show-all-if-ambiguous", "on");
  rl_variable_bind("page-completions", "off");
  rl_bind_key('\t', indent_or_complete);
  history_start();
}

static bool size_changed(void) {
  static struct winsize last;
  struct winsize now;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &now) != 0) return false;
  bool changed = now.ws_col != last.ws_col || now.ws_row != last.ws_row;
  last = now;
  return changed;
}

/* Ctrl-Z: the terminal goes back to the shell as the shell had it; after `fg` the line is there again. */
static void stop_here(void) {
  rl_cleanup_after_signal();
  fputc('\n', rl_outstream);
  fflush(rl_outstream);
  signals_catch_stop(false);
  signals_stop_now();
  signals_catch_stop(true);
  rl_reset_after_signal();
  rl_forced_update_display();
}

/* The same statements from standard input that is no terminal (nnsh -i < FILE): no prompt is shown and no key is
 * special, but each statement echoes, and an error does not end the session. */
int prompt_run_lines(void) {
  session.interactive = true;
  char *line = NULL;
  size_t room = 0;
  while (!leave && console_read_line(&line, &room)) {
    line[strcspn(line, "\n")] = '\0';
    take_line(line);
  }
  /* The last block may end with the file instead of an empty line. */
  if (!leave && pending.length) console_run_line(text_string(&pending), pending.length);
  free(line);
  text_free(&pending);
  return console_exit_status();
}

int prompt_run(void) {
  set_up_readline();
  session.interactive = true;
  while (!leave) {
    line_came = false;
    signals_drain();
    core_interrupt_take();
    signals_catch_stop(true);
    rl_callback_handler_install(prompt_text(), on_line);
    size_changed();
    while (!line_came) {
      struct pollfd ends[2] = {{.fd = STDIN_FILENO, .events = POLLIN}, {.fd = signals_pipe(), .events = POLLIN}};
      int ready = poll(ends, 2, 200);
      if (size_changed()) rl_resize_terminal();
      if (core_interrupt_pending()) {
        cancel_line();
        continue;
      }
      if (signals_take_stop()) {
        signals_drain();
        stop_here();
        continue;
      }
      if (ready <= 0) continue;
      if (ends[0].revents & (POLLIN | POLLHUP)) rl_callback_read_char();
    }
  }
  rl_callback_handler_remove();
  history_save();
  text_free(&pending);
  return console_exit_status();
}
