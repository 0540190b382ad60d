#include "repl/console/history.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <readline/history.h>

#include "engine/core/memory.h"
#include "engine/core/text.h"

/* Caller: core_free; NULL where no history is kept. */
static char *history_path(void) {
  const char *named = getenv("NNSH_HISTORY");
  if (named) return *named ? core_strdup(named) : NULL;
  const char *home = getenv("HOME");
  if (home == NULL || *home == '\0') return NULL;
  Text path = {0};
  text_addf(&path, "%s/.nnsh_history", home);
  return text_take(&path);
}

void history_start(void) {
  using_history();
  stifle_history(HISTORY_LINES);
  /* Entries of several lines stay whole: a time stamp line separates them in the file. */
  history_comment_char = '#';
  history_write_timestamps = 1;
  history_multiline_entries = 1;
  char *path = history_path();
  if (path) read_history(path);
  core_free(path);
}

void history_add(const char *text) {
  size_t length = strlen(text);
  while (length && (text[length - 1] == '\n' || text[length - 1] == ' ')) length--;
  if (length == 0) return;
  char *entry = core_strndup(text, length);
  if (entry == NULL) return;
  HIST_ENTRY *last = history_length ? history_get(history_base + history_length - 1) : NULL;
  if (last == NULL || strcmp(last->line, entry) != 0) add_history(entry);
  core_free(entry);
}

void history_save(void) {
  char *path = history_path();
  if (path == NULL) return;
  Text fresh = {0};
  text_addf(&fresh, "%s.%ld", path, (long)getpid());
  mode_t before = umask(0077);
  if (write_history(text_string(&fresh)) == 0 && chmod(text_string(&fresh), 0600) == 0) {
    if (rename(text_string(&fresh), path) != 0) unlink(text_string(&fresh));
  } else {
    unlink(text_string(&fresh));
  }
  umask(before);
  text_free(&fresh);
  core_free(path);
}
