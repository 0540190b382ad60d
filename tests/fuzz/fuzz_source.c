/* Source text: compiled as a script, and run. */
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz_run((const char *)data, size, LANG_FILE, NULL);
  return 0;
}
