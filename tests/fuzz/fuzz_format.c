/* Format strings: `%`, str.format, format(), and the same text between the quotes of an f-string. */
#include "engine/core/utf8.h"
#include "tests/fuzz/fuzz.h"

static Dict *names;

static void set_up(void) {
  fuzz_start();
  if (names) return;
  names = py_as_dict(py_dict());
}

/* Each runs with `s`, the text. A value that cannot be formatted raises; that ends its own line only. */
static const char program[] =
    "import numpy as np\n"
    "values = (0, -17, 2 ** 62, True, 3.25, -1e300, float('nan'), 'text', None, [1], np.float32(0.1), "
    "np.int8(-3), np.arange(3))\n"
    "for v in values:\n"
    "    for f in (lambda: s % v, lambda: s % (v, v), lambda: s % {'a': v}, lambda: s.format(v), "
    "lambda: s.format(v, v, a=v), lambda: format(v, s), lambda: f'{v:{s}}'):\n"
    "        try:\n"
    "            f()\n"
    "        except Exception as e:\n"
    "            str(e)\n";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  set_up();
  if (size > 200 || utf8_find_broken((const char *)data, size) >= 0) return -1;
  py_dict_set_steal(names, "s", py_text_bytes((const char *)data, size));
  fuzz_run(program, sizeof program - 1, LANG_FILE, names);
  Text literal = {0};
  text_add(&literal, "v = -3.75\na = 7\nf'");
  text_add_bytes(&literal, (const char *)data, size);
  text_add(&literal, "'\n");
  fuzz_run(text_string(&literal), literal.length, LANG_FILE, NULL);
  text_free(&literal);
  return 0;
}
