/* Notebooks: the bytes of a file, and each cell's text on its way to the language. */
#include "repl/console/cell.h"
#include "repl/console/notebook.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz_start();
  Notebook book;
  Error error = {0};
  notebook_parse(&book, (const char *)data, size, &error);
  for (int i = 0; i < book.count; i++) {
    Text python = {0};
    if (cell_translate(text_string(&book.cells[i]), book.cells[i].length, &python)) {
      lang_code_release(lang_compile(text_string(&python), python.length, "<fuzz>", 1, LANG_CELL));
      if (py_pending()) py_clear_pending();
    }
    text_free(&python);
  }
  notebook_free(&book);
  return 0;
}
