/* Mending: whatever comes out compiles, what compiled before is left alone, and lines keep their numbers. */
#include <stdlib.h>

#include "repl/console/mend.h"
#include "tests/fuzz/fuzz.h"

static size_t lines_of(const char *text, size_t length) {
  size_t lines = 0;
  for (size_t i = 0; i < length; i++)
    lines += text[i] == '\n' || (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n'));
  return lines;
}

static bool compiles(const char *text, size_t length, LangMode mode) {
  Code *code = lang_compile(text, length, "<fuzz>", 1, mode);
  lang_code_release(code);
  if (code == NULL) py_clear_pending();
  return code != NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz_start();
  const char *text = (const char *)data;
  Mended mended;
  bool good = compiles(text, size, LANG_FILE);
  if (mend_source(&mended, text, size, "<fuzz>", 1, LANG_FILE)) {
    if (good || !compiles(text_string(&mended.text), mended.text.length, LANG_FILE)) abort();
    if (lines_of(text, size) != lines_of(text_string(&mended.text), mended.text.length)) abort();
    mended_free(&mended);
  }
  if (py_pending()) abort();
  MendSession session;
  if (mend_session(&session, text, size)) mend_session_free(&session);
  return 0;
}
