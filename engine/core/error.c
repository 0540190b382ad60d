#include "engine/core/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Cuts a text that filled its buffer before the UTF-8 character that did not fit whole. */
static void cut_at_character(char *text, size_t size, int wanted) {
  if (wanted < 0 || (size_t)wanted < size) return;
  size_t end = size - 1;
  while (end > 0 && ((unsigned char)text[end - 1] & 0xC0) == 0x80) end--;
  if (end > 0 && ((unsigned char)text[end - 1] & 0x80)) end--;
  text[end] = '\0';
}

bool (core_fail)(Error *error, ErrorCode code, const char *format, ...) {
  if (error == NULL) return false;
  error->code = code;
  error->hint[0] = '\0';
  error->layer[0] = '\0';
  va_list arguments;
  va_start(arguments, format);
  int wanted = vsnprintf(error->text, sizeof error->text, format, arguments);
  va_end(arguments);
  cut_at_character(error->text, sizeof error->text, wanted);
  return false;
}

bool core_hint(Error *error, const char *format, ...) {
  if (error == NULL) return false;
  va_list arguments;
  va_start(arguments, format);
  int wanted = vsnprintf(error->hint, sizeof error->hint, format, arguments);
  va_end(arguments);
  cut_at_character(error->hint, sizeof error->hint, wanted);
  return false;
}

bool core_fail_memory(Error *error, unsigned long long bytes) {
  return core_fail(error, ERROR_MEMORY, "Unable to allocate %llu bytes", bytes);
}

const char *core_error_name(ErrorCode code) {
  static const char *const names[] = {
#define CORE_ERROR_NAME(code_, exception) exception,
      CORE_ERROR_ROWS(CORE_ERROR_NAME)
#undef CORE_ERROR_NAME
  };
  return (unsigned)code < ERROR_CODE_COUNT ? names[code] : "";
}
