#include "repl/language/syntax.h"

#include <stdarg.h>
#include <stdio.h>

#include "engine/core/utf8.h"

void syntax_leave(Syntax *syntax) { longjmp(*syntax->escape, 1); }

static void record(Syntax *syntax, Type *type, bool incomplete, Span span, const char *format, va_list arguments) {
  SyntaxFailure *failure = &syntax->failure;
  failure->type = type;
  failure->span = span;
  failure->incomplete = incomplete;
  vsnprintf(failure->message, sizeof failure->message, format, arguments);
}

void (syntax_fail)(Syntax *syntax, Span span, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  record(syntax, &py_SyntaxError, false, span, format, arguments);
  va_end(arguments);
  syntax_leave(syntax);
}

void (syntax_fail_as)(Syntax *syntax, Type *type, bool incomplete, Span span, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  record(syntax, type, incomplete, span, format, arguments);
  va_end(arguments);
  syntax_leave(syntax);
}

void syntax_fail_memory(Syntax *syntax) {
  syntax_fail_as(syntax, &py_MemoryError, false, (Span){0}, "not enough memory to compile");
}

void *syntax_alloc(Syntax *syntax, size_t bytes) {
  void *memory = arena_alloc(&syntax->arena, bytes);
  if (!memory) syntax_fail_memory(syntax);
  return memory;
}

void syntax_enter(Syntax *syntax, Span span) {
  if (++syntax->depth > SYNTAX_DEPTH_LIMIT)
    syntax_fail_as(syntax, &py_RecursionError, false, span, "maximum recursion depth exceeded during compilation");
}

void syntax_raise(Syntax *syntax) {
  const SyntaxFailure *failure = &syntax->failure;
  py_raise(failure->type, "%s", failure->message);
  Exception *exception = py_pending_exception();
  if (!exception || !py_is_subtype(failure->type, &py_SyntaxError)) return;
  const Source *source = syntax->source;
  Place place = source_place(source, failure->span);
  const char *line;
  size_t length;
  if (!source_line(source, place.line, &line, &length)) return;
  Value text = py_text_bytes(line, length);
  if (py_is_error(text)) return;
  exception->source_line = py_as_string(text);
  exception->file = source->file;
  exception->file->head.references++;
  exception->line = place.line;
  exception->column = place.column + 1;
  exception->end_line = place.end_line;
  exception->end_column = place.end_line == place.line ? place.end_column + 1 : (int)utf8_count(line, length) + 1;
}
