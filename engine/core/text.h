/* A growing text: the way everything that is printed is put together before somebody writes it.
 *
 * A Text is a plain struct, set to zero to begin with (`Text text = {0};`). A failed allocation sets `failed` and
 * later additions do nothing, so that a caller checks once, at the end. `data` is NUL-terminated whenever it is not
 * NULL; text_string never returns NULL. */
#ifndef NNSH_ENGINE_CORE_TEXT_H
#define NNSH_ENGINE_CORE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Text {
  char *data;
  size_t length;
  size_t capacity;
  bool failed;
} Text;

void text_add(Text *text, const char *string);
void text_add_bytes(Text *text, const char *bytes, size_t length);
void text_add_char(Text *text, char character);
/* Adds a code point as UTF-8. */
void text_add_code(Text *text, uint32_t code_point);
/* Adds `count` copies of a string (count may be 0 or less: nothing). Asks for the room once. */
void text_add_times(Text *text, const char *string, int64_t count);
void text_addf(Text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The text so far, "" when empty; valid until the next addition. */
const char *text_string(const Text *text);

/* Hands the text over to the caller (core_free); the Text is empty again. NULL if an allocation had failed. */
char *text_take(Text *text);

/* Forgets what was added but keeps the memory. */
void text_clear(Text *text);

/* Releases the memory; the Text is empty again. */
void text_free(Text *text);

#endif
