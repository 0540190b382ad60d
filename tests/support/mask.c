#include "tests/support/mask.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Letters, digits and '_'; bytes of characters beyond ASCII (they are the table's lines and bars here) are no words. */
static bool is_word(char c) { return c == '_' || isalnum((unsigned char)c); }

static const char *digits(const char *at) {
  while (isdigit((unsigned char)*at)) at++;
  return at;
}

/* The exponent that stands here, or `at` itself. */
static const char *exponent(const char *at) {
  if (*at != 'e') return at;
  const char *from = at + 1;
  if (*from == '+' || *from == '-') from++;
  const char *end = digits(from);
  return end > from ? end : at;
}

static bool is_size(const char *at) {
  if (*at++ != ' ') return false;
  if (*at && strchr("KMG", *at)) at++;
  return *at == 'B' && !is_word(at[1]);
}

/* The end of a number to be masked that begins here, or NULL. */
static const char *number_end(const char *at) {
  if (*at == '-' || *at == '+') at++;
  if (strncmp(at, "nan", 3) == 0 || strncmp(at, "inf", 3) == 0) return is_word(at[3]) ? NULL : at + 3;
  const char *whole = digits(at), *end;
  if (whole == at) return NULL;
  if (*whole == '.' && isdigit((unsigned char)whole[1])) {
    end = exponent(digits(whole + 1));
  } else {
    const char *mantissa = *whole == '.' ? whole + 1 : whole;
    end = exponent(mantissa);
    if (end == mantissa) return NULL;
  }
  if (is_word(*end) || (*end == '.' && isdigit((unsigned char)end[1])) || is_size(end)) return NULL;
  return end;
}

/* The end of the number in a duration that begins here, the unit included, or NULL. */
static const char *duration_end(const char *at) {
  const char *end = digits(at);
  if (end == at) return NULL;
  if (*end == 's' && !is_word(end[1])) return end + 1;
  if ((*end == 'u' || *end == 'm') && strncmp(end + 1, "s/step", 6) == 0) return end + 2;
  return NULL;
}

static size_t mask_numbers(const char *text, char *out) {
  size_t length = 0;
  char before = '\0';
  for (const char *at = text; *at;) {
    const char *end = is_word(before) || before == '.' ? NULL : number_end(at);
    if (end) {
      out[length++] = '#';
    } else if ((end = is_word(before) || before == '.' ? NULL : duration_end(at)) != NULL) {
      out[length++] = '#';
      out[length++] = 's';
    } else {
      out[length++] = *at;
      end = at + 1;
    }
    before = end[-1];
    at = end;
  }
  out[length] = '\0';
  return length;
}

char *mask_text(const char *text) {
  char *numbers = malloc(2 * strlen(text) + 1), *out = malloc(2 * strlen(text) + 1);
  size_t length = mask_numbers(text, numbers), at = 0;
  int depth = 0;
  for (size_t i = 0; i < length; i++) {
    char c = numbers[i];
    if (depth && (c == ' ' || c == '\n')) {
      if (out[at - 1] != ' ' && out[at - 1] != '[') out[at++] = ' ';
      continue;
    }
    if (c == ']' && depth && out[at - 1] == ' ') at--;
    depth += (c == '[') - (c == ']' && depth > 0);
    out[at++] = c;
  }
  out[at] = '\0';
  free(numbers);
  return out;
}
