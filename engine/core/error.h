/* Errors are values. Below repl/ a function that can fail takes an Error as its last argument, fills it and returns
 * false (or NULL, or -1); nobody prints and nobody leaves the process. repl/ maps the code to a Python exception. */
#ifndef NNSH_ENGINE_CORE_ERROR_H
#define NNSH_ENGINE_CORE_ERROR_H

#include <stdbool.h>

#include "engine/core/message.h"

/* One row: enumerator, the Python exception that repl/ raises for it. */
#define CORE_ERROR_ROWS(ROW)               \
  ROW(ERROR_NONE, "")                      \
  ROW(ERROR_VALUE, "ValueError")           \
  ROW(ERROR_TYPE, "TypeError")             \
  ROW(ERROR_INDEX, "IndexError")           \
  ROW(ERROR_KEY, "KeyError")               \
  ROW(ERROR_NAME, "NameError")             \
  ROW(ERROR_ATTRIBUTE, "AttributeError")   \
  ROW(ERROR_OVERFLOW, "OverflowError")     \
  ROW(ERROR_ZERO_DIVISION, "ZeroDivisionError") \
  ROW(ERROR_RUNTIME, "RuntimeError")       \
  ROW(ERROR_NOT_IMPLEMENTED, "NotImplementedError") \
  ROW(ERROR_MEMORY, "MemoryError")         \
  ROW(ERROR_OS, "OSError")                 \
  ROW(ERROR_FILE_NOT_FOUND, "FileNotFoundError") \
  ROW(ERROR_EOF, "EOFError")               \
  ROW(ERROR_UNICODE, "UnicodeDecodeError") \
  ROW(ERROR_LINALG, "numpy.linalg.LinAlgError") \
  ROW(ERROR_AXIS, "numpy.exceptions.AxisError") \
  ROW(ERROR_INTERRUPT, "KeyboardInterrupt")

typedef enum ErrorCode {
#define CORE_ERROR_ENUM(code, exception) code,
  CORE_ERROR_ROWS(CORE_ERROR_ENUM)
#undef CORE_ERROR_ENUM
  ERROR_CODE_COUNT
} ErrorCode;

/* An error: what happened (`text`, one sentence or several lines, as Python would word it), what to do about it
 * (`hint`, may be empty) and in which layer (`layer`, may be empty). Texts that do not fit are cut at a character. */
typedef struct Error {
  ErrorCode code;
  char text[2048];
  char hint[512];
  char layer[256];
} Error;

/* Fills `error` (which may be NULL: then only the return value tells) and returns false, so that a caller can write
 * `return core_fail(error, ERROR_VALUE, "...")`. An earlier hint and layer are cleared. */
bool core_fail(Error *error, ErrorCode code, const char *format, ...) __attribute__((format(printf, 3, 4)));

#define core_fail(error, code, ...) (CORE_MESSAGE(code, __VA_ARGS__), (core_fail)(error, code, __VA_ARGS__))

/* Adds the hint to an error that was just filled; returns false likewise. */
bool core_hint(Error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* "Unable to allocate N bytes" with ERROR_MEMORY; returns false. */
bool core_fail_memory(Error *error, unsigned long long bytes);

/* The Python exception's name for a code, e.g. "ValueError". */
const char *core_error_name(ErrorCode code);

#endif
