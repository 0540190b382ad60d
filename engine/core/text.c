#include "engine/core/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/utf8.h"

/* Makes room for `more` bytes and a NUL; doubles, so that n additions cost O(n). */
static bool reserve(Text *text, size_t more) {
  if (text->failed) return false;
  size_t wanted = text->length + more + 1;
  if (wanted <= text->capacity) return true;
  size_t capacity = text->capacity ? text->capacity : 64;
  while (capacity < wanted) capacity *= 2;
  char *data = core_realloc(text->data, capacity);
  if (data == NULL) {
    text->failed = true;
    return false;
  }
  text->data = data;
  text->capacity = capacity;
  return true;
}

void text_add_bytes(Text *text, const char *bytes, size_t length) {
  if (!reserve(text, length)) return;
  if (length) memcpy(text->data + text->length, bytes, length);
  text->length += length;
  text->data[text->length] = '\0';
}

void text_add(Text *text, const char *string) { text_add_bytes(text, string, strlen(string)); }
void text_add_char(Text *text, char character) { text_add_bytes(text, &character, 1); }

void text_add_code(Text *text, uint32_t code_point) {
  char bytes[4];
  text_add_bytes(text, bytes, utf8_encode(code_point, bytes));
}

void text_add_times(Text *text, const char *string, int64_t count) {
  const size_t length = strlen(string);
  if (count <= 0 || length == 0) return;
  /* All room at once: what is too large fails before a byte is written. */
  if ((uint64_t)count > (SIZE_MAX / 4 - text->length) / length) text->failed = true;
  if (!reserve(text, length * (size_t)count)) return;
  char *at = text->data + text->length;
  if (length == 1) memset(at, *string, (size_t)count);
  for (int64_t i = 0; length > 1 && i < count; i++) memcpy(at + (size_t)i * length, string, length);
  text->length += length * (size_t)count;
  text->data[text->length] = '\0';
}

void text_addf(Text *text, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char small[256];
  int length = vsnprintf(small, sizeof small, format, arguments);
  va_end(arguments);
  if (length < 0) return;
  if ((size_t)length < sizeof small) {
    text_add_bytes(text, small, (size_t)length);
    return;
  }
  if (!reserve(text, (size_t)length)) return;
  va_start(arguments, format);
  vsnprintf(text->data + text->length, (size_t)length + 1, format, arguments);
  va_end(arguments);
  text->length += (size_t)length;
}

const char *text_string(const Text *text) { return text->data ? text->data : ""; }

char *text_take(Text *text) {
  if (!reserve(text, 0)) {
    text_free(text);
    return NULL;
  }
  text->data[text->length] = '\0';
  char *data = text->data;
  *text = (Text){0};
  return data;
}

void text_clear(Text *text) {
  text->length = 0;
  text->failed = false;
  if (text->data) text->data[0] = '\0';
}

void text_free(Text *text) {
  core_free(text->data);
  *text = (Text){0};
}
