#include "engine/nn/naming.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/text.h"

/* How often each prefix was given out. A session has a few dozen prefixes at most, so a plain list will do. */
typedef struct Prefix {
  char *name;
  int64_t count;
} Prefix;

static Prefix *prefixes;
static int prefix_count;

static bool is_word(char c) { return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80; }

/* A text in memory of the caller's; what does not fit is cut. Names must not depend on whether memory could be had. */
typedef struct Buffer {
  char text[512];
  size_t length;
} Buffer;

static void put(Buffer *out, char c) {
  if (out->length + 1 < sizeof out->text) out->text[out->length++] = c;
  out->text[out->length] = '\0';
}

/* Keras's second pattern: "(.)([A-Z][a-z]+)" puts _ before a capital that small letters follow, wherever a character
 * stands before it. Matches do not overlap, so after a match the next character before a capital is looked for behind
 * it. */
static void split_before_words(const char *from, Buffer *out) {
  size_t length = strlen(from);
  for (size_t i = 0; i < length;) {
    if (i + 2 < length && isupper((unsigned char)from[i + 1]) && islower((unsigned char)from[i + 2])) {
      put(out, from[i]);
      put(out, '_');
      put(out, from[i + 1]);
      i += 2;
      while (i < length && islower((unsigned char)from[i])) put(out, from[i++]);
    } else {
      put(out, from[i++]);
    }
  }
}

/* The third: "([a-z])([A-Z])". */
static void split_between_cases(const char *from, Buffer *out) {
  size_t length = strlen(from);
  for (size_t i = 0; i < length;) {
    put(out, from[i]);
    if (i + 1 < length && islower((unsigned char)from[i]) && isupper((unsigned char)from[i + 1])) {
      put(out, '_');
      put(out, from[i + 1]);
      i += 2;
    } else {
      i++;
    }
  }
}

void nn_snake_case(const char *name, char *out, size_t size) {
  Buffer words = {0}, first = {0}, second = {0};
  for (const char *c = name; *c; c++) {
    if (is_word(*c)) put(&words, *c);
  }
  split_before_words(words.text, &first);
  split_between_cases(first.text, &second);
  size_t length = 0;
  for (const char *c = second.text; *c && length + 1 < size; c++) out[length++] = (char)tolower((unsigned char)*c);
  if (size) out[length] = '\0';
}

char *nn_auto_name(const char *class_name, Error *error) {
  char name[256];
  nn_snake_case(class_name, name, sizeof name);
  int at = 0;
  while (at < prefix_count && strcmp(prefixes[at].name, name) != 0) at++;
  if (at == prefix_count) {
    Prefix *grown = core_realloc(prefixes, sizeof *prefixes * (size_t)(prefix_count + 1));
    if (grown != NULL) prefixes = grown;
    char *copy = grown != NULL ? core_strdup(name) : NULL;
    if (copy == NULL) {
      core_fail_memory(error, sizeof *prefixes);
      return NULL;
    }
    prefixes[prefix_count++] = (Prefix){copy, 0};
  }
  Text text = {0};
  text_add(&text, name);
  if (prefixes[at].count > 0) text_addf(&text, "_%lld", (long long)prefixes[at].count);
  char *result = text_take(&text);
  if (result == NULL) {
    core_fail_memory(error, sizeof name);
    return NULL;
  }
  prefixes[at].count++;
  return result;
}

void nn_naming_reset(void) {
  for (int i = 0; i < prefix_count; i++) core_free(prefixes[i].name);
  core_free(prefixes);
  prefixes = NULL;
  prefix_count = 0;
}
