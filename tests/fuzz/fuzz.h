/* What the fuzz targets share: the language started once, a budget of time for each run, and no file access.
 *
 * A target defines LLVMFuzzerTestOneInput. Under the preset "fuzz" it links clang's libFuzzer; everywhere else
 * replay.c gives it a main that runs the inputs kept in tests/fuzz/crashes. */
#ifndef NNSH_TESTS_FUZZ_FUZZ_H
#define NNSH_TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

#include "repl/language/language.h"
#include "repl/types/protocol.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Starts modules and builtins once; what is printed goes nowhere. */
void fuzz_start(void);

/* Compiles and runs with fresh globals, into which `names` (may be NULL) are copied, and drops all of it again. An
 * exception is a good answer; its traceback is made, as the console would. */
void fuzz_run(const char *text, size_t length, LangMode mode, Dict *names);

/* Between the two every fopen, open, rename, ... fails with EACCES, and a Ctrl-C comes after FUZZ_BUDGET milliseconds,
 * again and again until the end. */
enum { FUZZ_BUDGET = 200 };
void fuzz_enter(void);
void fuzz_leave(void);

#endif
