/* Exceptions. One may be pending; a function that meets one returns at once and hands it up. */
#ifndef NNSH_REPL_TYPES_EXCEPTION_H
#define NNSH_REPL_TYPES_EXCEPTION_H

#include "engine/core/error.h"
#include "engine/core/text.h"
#include "repl/types/type.h"

/* One row a class: C name, Python name, base. */
#define PY_EXCEPTION_ROWS(ROW)                                    \
  ROW(BaseException, object)                                      \
  ROW(SystemExit, BaseException)                                  \
  ROW(KeyboardInterrupt, BaseException)                           \
  ROW(GeneratorExit, BaseException)                               \
  ROW(Exception, BaseException)                                   \
  ROW(StopIteration, Exception)                                   \
  ROW(StopAsyncIteration, Exception)                              \
  ROW(ArithmeticError, Exception)                                 \
  ROW(OverflowError, ArithmeticError)                             \
  ROW(ZeroDivisionError, ArithmeticError)                         \
  ROW(FloatingPointError, ArithmeticError)                        \
  ROW(AssertionError, Exception)                                  \
  ROW(AttributeError, Exception)                                  \
  ROW(BufferError, Exception)                                     \
  ROW(EOFError, Exception)                                        \
  ROW(ImportError, Exception)                                     \
  ROW(ModuleNotFoundError, ImportError)                           \
  ROW(LookupError, Exception)                                     \
  ROW(IndexError, LookupError)                                    \
  ROW(KeyError, LookupError)                                      \
  ROW(MemoryError, Exception)                                     \
  ROW(NameError, Exception)                                       \
  ROW(UnboundLocalError, NameError)                               \
  ROW(OSError, Exception)                                         \
  ROW(FileNotFoundError, OSError)                                 \
  ROW(FileExistsError, OSError)                                   \
  ROW(IsADirectoryError, OSError)                                 \
  ROW(NotADirectoryError, OSError)                                \
  ROW(PermissionError, OSError)                                   \
  ROW(ConnectionError, OSError)                                   \
  ROW(BrokenPipeError, ConnectionError)                           \
  ROW(ConnectionAbortedError, ConnectionError)                    \
  ROW(ConnectionRefusedError, ConnectionError)                    \
  ROW(ConnectionResetError, ConnectionError)                      \
  ROW(BlockingIOError, OSError)                                   \
  ROW(ChildProcessError, OSError)                                 \
  ROW(InterruptedError, OSError)                                  \
  ROW(ProcessLookupError, OSError)                                \
  ROW(TimeoutError, OSError)                                      \
  ROW(ReferenceError, Exception)                                  \
  ROW(RuntimeError, Exception)                                    \
  ROW(NotImplementedError, RuntimeError)                          \
  ROW(RecursionError, RuntimeError)                               \
  ROW(SyntaxError, Exception)                                     \
  ROW(IndentationError, SyntaxError)                              \
  ROW(TabError, IndentationError)                                 \
  ROW(SystemError, Exception)                                     \
  ROW(TypeError, Exception)                                       \
  ROW(ValueError, Exception)                                      \
  ROW(UnicodeError, ValueError)                                   \
  ROW(UnicodeDecodeError, UnicodeError)                           \
  ROW(UnicodeEncodeError, UnicodeError)                           \
  ROW(UnicodeTranslateError, UnicodeError)                        \
  ROW(Warning, Exception)                                         \
  ROW(UserWarning, Warning)                                       \
  ROW(DeprecationWarning, Warning)                                \
  ROW(FutureWarning, Warning)                                     \
  ROW(RuntimeWarning, Warning)                                    \
  ROW(ImportWarning, Warning)                                     \
  ROW(PendingDeprecationWarning, Warning)                         \
  ROW(SyntaxWarning, Warning)                                     \
  ROW(UnicodeWarning, Warning)                                    \
  ROW(BytesWarning, Warning)                                      \
  ROW(ResourceWarning, Warning)                                   \
  ROW(EncodingWarning, Warning)

#define PY_EXCEPTION_DECLARE(name, base) extern Type py_##name;
PY_EXCEPTION_ROWS(PY_EXCEPTION_DECLARE)
#undef PY_EXCEPTION_DECLARE

/* One line of a traceback: where a frame was. */
typedef struct TraceEntry {
  struct String *file;     /* kept */
  struct String *function; /* kept: "<module>" at top level */
  int line, column, end_line, end_column; /* 1-based lines, 0-based code point columns; column -1: unknown */
} TraceEntry;

typedef struct Exception {
  Object head;
  Value arguments;       /* tuple */
  Value cause, context;  /* PY_NONE or an Exception */
  bool suppress_context;
  char *hint;            /* what to do about it, or NULL; core_free */
  TraceEntry *trace;     /* innermost first */
  int trace_count, trace_capacity;
  struct Dict *dict;     /* attributes of user classes, or NULL */
  /* SyntaxError: where. */
  struct String *file, *source_line;
  int line, column, end_line, end_column; /* 0: unknown */
} Exception;

/* Raise; each returns PY_ERROR, so that a native can write `return py_raise(&py_ValueError,
 * "...")`. Where an exception is being handled it becomes the new one's context. */
Value py_raise(Type *type, const char *format, ...) __attribute__((format(printf, 2, 3)));
#define py_raise(type, ...) (CORE_MESSAGE(type, __VA_ARGS__), (py_raise)(type, __VA_ARGS__))
Value py_raise_value(Value exception_or_class); /* as `raise x` */
/* An exception that was pending before is so again: its context stays what it is. */
void py_reraise(Value exception);
/* An exception is about to be raised by a statement: what is being handled will be its context, whatever was before. */
void py_renew_context(Value exception);
Value py_raise_error(const Error *error);       /* an engine's error: class by code, text, hint, "(layer ...)" */
Value py_hint(const char *format, ...) __attribute__((format(printf, 1, 2))); /* adds a hint to the pending one */
/* KeyError's text is the key's repr. */
Value py_raise_key(Value key);

/* The exception that an `except` or `finally` block is handling now: context of what is raised meanwhile. The
 * interpreter sets it on entering such a block (borrowed: it must stay alive until reset) and restores what was before;
 * PY_NONE for none. */
Value py_set_handled(Value exception); /* returns the one before */
/* Another thread goes on: what is pending and handled in it changes places with what is here. */
void py_exchange_exceptions(Value *other_pending, Value *other_handled);
Value py_handled(void);
/* Adds a traceback line to an exception, outside the ones it has (keeps file and function). */
bool py_add_trace(Exception *exception, struct String *file, struct String *function, int line, int column,
                  int end_line, int end_column);
/* A new exception object of a class: arguments (1) is the text. */
Value py_exception_new(Type *type, const char *text);
bool py_is_exception(Value value);       /* an instance of BaseException */
bool py_is_exception_class(Value value); /* a class derived from BaseException */
/* Whether an exception matches what stands after `except`: a class or a tuple of classes; -1 with TypeError pending. */
int py_exception_matches(Value exception, Value pattern);
extern Type py_LinAlgError, py_AxisError; /* numpy.linalg.LinAlgError, numpy.exceptions.AxisError */

bool py_pending(void);
Exception *py_pending_exception(void);       /* borrowed, or NULL */
bool py_pending_is(const Type *type);
Value py_take_pending(void);                 /* clears and returns it; PY_NONE where there was none */
void py_clear_pending(void);

/* "ValueError: text" as the last line of a traceback, or "KeyboardInterrupt". */
void py_exception_line(Text *text, Exception *exception);

#endif
