#include "repl/console/record.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "engine/core/memory.h"
#include "engine/core/text.h"

static Text recorded;

void record_add(const char *text) {
  size_t length = strlen(text);
  while (length && (text[length - 1] == '\n' || text[length - 1] == ' ')) length--;
  if (length == 0) return;
  text_add_bytes(&recorded, text, length);
  text_add_char(&recorded, '\n');
}

bool record_save(const char *path, int *lines, Error *error) {
  Text fresh = {0};
  text_addf(&fresh, "%s.%ld~", path, (long)getpid());
  FILE *file = fopen(text_string(&fresh), "w");
  bool good = file != NULL;
  if (good) {
    good = fwrite(text_string(&recorded), 1, recorded.length, file) == recorded.length;
    good = fclose(file) == 0 && good && rename(text_string(&fresh), path) == 0;
  }
  if (!good) {
    int reason = errno;
    unlink(text_string(&fresh));
    core_fail(error, ERROR_OS, "[Errno %d] %s: '%s'", reason, strerror(reason), path);
  }
  text_free(&fresh);
  if (lines) {
    *lines = 0;
    for (size_t i = 0; i < recorded.length; i++) *lines += recorded.data[i] == '\n';
  }
  return good;
}
