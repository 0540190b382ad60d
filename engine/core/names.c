#include "engine/core/names.h"

#include <string.h>

const char *names_next(const char **names, size_t *length) {
  const char *name = *names;
  if (name == NULL || *name == '\0') return NULL;
  *length = strcspn(name, "|");
  *names = name + *length + (name[*length] == '|');
  return name;
}

bool names_hold(const char *names, const char *name, size_t length) {
  size_t span;
  for (const char *each; (each = names_next(&names, &span));)
    if (span == length && memcmp(each, name, length) == 0) return true;
  return false;
}
