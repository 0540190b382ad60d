/* What stands between the brackets of an array: read, and assigned to. */
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (size > 300) return -1;
  static const char before[] = "import numpy as np\n"
                               "from numpy import newaxis, nan\n"
                               "i = np.array([0, 2, 1])\nb = np.array([True, False, True])\nn = None\n"
                               "arrays = (np.arange(3), np.arange(6.0).reshape(2, 3), np.zeros((0, 4)), np.array(5),\n"
                               "          np.arange(24, dtype='int8').reshape(2, 3, 4)[::-1, ::2], [1, 2, 3], 'text')\n"
                               "for a in arrays:\n"
                               "    def get(): return a[",
                    between[] = "]\n    def put(): a[", after[] = "] = 1\n"
                                                                   "    for f in (get, put):\n"
                                                                   "        try:\n"
                                                                   "            repr(f())\n"
                                                                   "        except Exception as e:\n"
                                                                   "            str(e)\n";
  Text text = {0};
  text_add(&text, before);
  text_add_bytes(&text, (const char *)data, size);
  text_add(&text, between);
  text_add_bytes(&text, (const char *)data, size);
  text_add(&text, after);
  fuzz_run(text_string(&text), text.length, LANG_FILE, NULL);
  text_free(&text);
  return 0;
}
