/* The language: from source text to a running program. Python 3.11's grammar (docs/language.md lists what is left out).
 *
 * Source is UTF-8. Compiling never runs anything. */
#ifndef NNSH_REPL_LANGUAGE_LANGUAGE_H
#define NNSH_REPL_LANGUAGE_LANGUAGE_H

#include "engine/core/text.h"
#include "repl/types/containers.h"
#include "repl/types/exception.h"

typedef struct Code Code;

typedef enum LangMode {
  LANG_FILE,        /* a script: expressions echo nothing */
  LANG_INTERACTIVE, /* the prompt: a bare expression's value goes to the echo hook */
  LANG_CELL,        /* a notebook's cell: only its last statement, where that is an expression without `;` behind it */
  LANG_EVAL         /* one expression: lang_run returns its value */
} LangMode;

/* Compiles; NULL with SyntaxError (IndentationError, ...) pending. `file` names it in tracebacks ("lesson.py",
 * "<stdin>"). first_line is the number of the first line (1). */
Code *lang_compile(const char *source, size_t length, const char *file, int first_line, LangMode mode);
void lang_code_release(Code *code);
/* As lang_compile, for exec, eval and compile(): the text's names are those of the dict of locals it is run with. */
Code *lang_compile_dynamic(const char *source, size_t length, const char *file, LangMode mode);
/* Runs such code; `locals` may be `globals`. */
Value lang_run_dynamic(Code *code, Dict *globals, Dict *locals);
/* Code as a value (which keeps it), and the code of one (borrowed; NULL where it is none). */
Value lang_code_value(Code *code);
Code *lang_code_of(Value value);
int lang_code_free_count(const Code *code); /* variables of outer functions that it needs */
extern Type lang_code_type;

/* After lang_compile failed: was the text only unfinished (an open bracket, a block without its body, a triple-quoted
 * string)? The prompt then asks for another line. */
bool lang_incomplete(void);
/* After lang_compile succeeded: does the text end in a compound statement (a def, an if, ...)? Another indented line
 * could follow, so the prompt goes on until a blank line. */
bool lang_ends_in_block(void);

/* Runs code with `globals`; returns None (or the value for LANG_EVAL), or PY_ERROR with the exception pending. */
Value lang_run(Code *code, Dict *globals);

/* A fresh globals dict with __name__ and the builtins reachable. */
Value lang_globals(const char *name, const char *file);

/* The whole name (a str) of what `name` means after `level` dots in a module with these globals (NULL: none). KeyError,
 * TypeError or ImportError, as CPython words them. */
Value lang_resolve_import(Dict *globals, const char *name, int level);

/* Hooks, set once by whoever owns the program (may be NULL). */
extern void (*lang_echo)(Value value);                 /* LANG_INTERACTIVE and LANG_CELL: a value, not None */
extern Value (*lang_import)(const char *dotted_name);  /* a module by its full name, or ModuleNotFoundError */
/* The builtins: the module whose dict is searched after globals. Filled by repl/modules. */
extern Dict *lang_builtins;

/* The traceback of an exception as CPython 3.11 prints it, with source lines and carets (from the sources compiled so
 * far), chained causes, and a last line "hint: ..." where the exception has one. */
void lang_traceback(Text *text, Exception *exception);
extern int lang_traceback_limit; /* how many frames it shows, the innermost ones */

/* What a generator returned that has just ended (py_next gave PY_UNDEFINED): the value of the StopIteration that next()
 * raises. None for other iterators. A new reference; taken out of the generator. */
Value lang_generator_result(Value iterator);

/* Frames currently active, for tests and for debugging. */
int lang_depth(void);

/* The globals of the innermost running frame (borrowed; NULL outside): for globals(), exec, locals at top level. */
Dict *lang_current_globals(void);
/* locals() of the innermost frame: a new reference. */
Value lang_current_locals(void);

/* The names of a function's parameters (not *args and **kwargs), as a list of str; the first `skip` are left out.
 * `function` is a value of lang_function_type, the type of what def and lambda make. */
extern Type lang_function_type;
Value lang_parameter_names(Value function, int skip);

/* Told of each function of a module that comes with nnsh (its file is "<nnsh NAME>") when it is first called. Set, if at
 * all, before anything is compiled: what is compiled under an observer does not take the short way of calls, so that
 * programs that nobody observes pay nothing. */
extern void (*lang_call_observer)(const char *file, const char *qualified_name);
/* Told of each `raise` that runs in such a module: its line there. Set as the other, before anything runs. */
extern void (*lang_raise_observer)(const char *file, int line);
/* Where a function was written: its file and its name there ("A.f"). False: no function of the language. */
bool lang_function_origin(Value function, const char **file, const char **qualified_name);

#endif
