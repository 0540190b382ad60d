#include "repl/types/str_case.h"

#include "repl/types/str.h"
#include "repl/types/str_reader.h"

enum { SIGMA = 0x3A3, SMALL_SIGMA = 0x3C3, FINAL_SIGMA = 0x3C2, DOTTED_I = 0x130, DOT_ABOVE = 0x307 };

bool str_is_cased(uint32_t code) { return utf8_is_upper(code) || utf8_is_lower(code) || utf8_is_title(code); }

static void add_capital(Text *text, uint32_t code, bool title) {
  uint32_t made[3];
  int count = utf8_special_case(code, title, made);
  if (!count) text_add_code(text, title ? utf8_to_title(code) : utf8_to_upper(code));
  for (int i = 0; i < count; i++) text_add_code(text, made[i]);
}

/* A sigma that ends a word has a form of its own: letters stand before it, none behind it; marks do not count. */
static bool ends_word(const char *start, const char *at, const char *end) {
  Reader ahead = {at, end};
  uint32_t code;
  read_code(&ahead, &code);
  bool cased_before = false;
  for (Reader r = {start, at}; read_code(&r, &code);)
    if (!utf8_is_case_ignorable(code)) cased_before = str_is_cased(code);
  if (!cased_before) return false;
  while (read_code(&ahead, &code))
    if (!utf8_is_case_ignorable(code)) return !str_is_cased(code);
  return true;
}

static void add_small(Text *text, uint32_t code, const String *string, const char *at) {
  if (code == DOTTED_I) {
    text_add_code(text, 'i');
    text_add_code(text, DOT_ABOVE);
  } else if (code == SIGMA) {
    text_add_code(text, ends_word(string->data, at, string->data + string->length) ? FINAL_SIGMA : SMALL_SIGMA);
  } else {
    text_add_code(text, utf8_to_lower(code));
  }
}

/* A text of ASCII. */
static Value ascii_to_case(const String *string, StrCase wanted) {
  String *made = str_new((size_t)string->length);
  if (!made) return PY_ERROR;
  bool after_letter = false;
  for (int64_t i = 0; i < string->length; i++) {
    char c = string->data[i];
    bool small = c >= 'a' && c <= 'z', letter = small || (c >= 'A' && c <= 'Z');
    bool first = wanted == CASE_TITLE ? !after_letter : i == 0;
    bool wants_small = wanted == CASE_LOWER || (wanted == CASE_SWAPPED && !small) ||
                       ((wanted == CASE_TITLE || wanted == CASE_CAPITALIZED) && !first);
    made->data[i] = !letter ? c : (char)(wants_small ? c | 0x20 : c & ~0x20);
    after_letter = letter;
  }
  return py_object(made);
}

Value str_to_case(const String *string, StrCase wanted) {
  if (string->count == string->length) return ascii_to_case(string, wanted);
  Text text = {0};
  uint32_t code, before = 0;
  Reader r = reader(string);
  for (const char *at = r.at; read_code(&r, &code); before = code, at = r.at) {
    bool first = wanted == CASE_TITLE ? !str_is_cased(before) : at == string->data;
    bool small = wanted == CASE_LOWER || (wanted == CASE_SWAPPED && utf8_is_upper(code)) ||
                 ((wanted == CASE_TITLE || wanted == CASE_CAPITALIZED) && !first);
    if (small) add_small(&text, code, string, at);
    else if (wanted == CASE_SWAPPED && !utf8_is_lower(code)) text_add_code(&text, code);
    else add_capital(&text, code, wanted == CASE_TITLE || wanted == CASE_CAPITALIZED);
  }
  return py_text_take(&text);
}
