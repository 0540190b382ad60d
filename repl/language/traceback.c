/* One exception of a traceback, as CPython 3.11 prints it. */
#include "repl/language/traceback.h"

#include <limits.h>
#include <string.h>

#include "engine/core/utf8.h"
#include "repl/language/parser.h"
#include "repl/types/protocol.h"

/* Where the sign of a binary operation, or the brackets of a subscript, stand in a piece of one line: those columns
 * get "^", the rest "~". False for other expressions. */
typedef struct Anchors {
  uint32_t start, end;
} Anchors;

static bool is_skipped(char c) { return c == ' ' || c == '\t' || c == ')' || c == '(' || c == '\\' || c == '\f'; }

static bool anchors_of(Parser *p, Anchors *anchors) {
  NodeList body = parser_read(p, true);
  const Node *node = body.items[0]->as.unary.operand;
  const char *text = p->syntax->source->text;
  uint32_t length = p->syntax->source->length;
  if (node->kind == NODE_BINARY) {
    uint32_t at = node->as.binary.left->span.end;
    while (at < length && is_skipped(text[at])) at++;
    anchors->start = at;
    anchors->end = at + 1;
    if (at + 1 < length && !is_skipped(text[at + 1]) && strchr("*/<>", text[at + 1]) && text[at] == text[at + 1])
      anchors->end++;
    return true;
  }
  if (node->kind == NODE_SUBSCRIPT) {
    uint32_t at = node->as.subscript.object->span.end;
    while (at < length && text[at] != '[') at++;
    anchors->start = at;
    anchors->end = node->span.end;
    return at < length;
  }
  return false;
}

static bool find_anchors(const char *line, size_t length, Anchors *anchors) {
  Value pending = py_take_pending();
  Syntax syntax = {.source = source_new(line, length, "<segment>", 1)};
  bool found = false;
  if (syntax.source) {
    jmp_buf escape;
    syntax.escape = &escape;
    static Tokens tokens;
    tokens = (Tokens){0};
    volatile bool done = false;
    if (setjmp(escape) == 0) {
      lexer_read(&syntax, &tokens);
      Parser parser = {.syntax = &syntax, .tokens = &tokens};
      done = anchors_of(&parser, anchors);
    }
    found = done;
    tokens_free(&tokens);
    arena_free(&syntax.arena);
    source_release(syntax.source);
  }
  if (py_pending()) py_clear_pending();
  if (pending.tag == TAG_OBJECT) py_raise_value(pending);
  py_drop(pending);
  return found;
}

/* The byte offset of a column in code points. */
static size_t byte_of(const char *line, size_t length, int column) {
  size_t at = 0;
  for (; column > 0 && at < length; column--) {
    uint32_t code;
    int bytes = utf8_decode(line + at, length - at, &code);
    at += bytes > 0 ? (size_t)bytes : 1;
  }
  return at;
}

static void add_source_line(Text *text, const char *line, size_t length, size_t *indent) {
  size_t first = 0;
  while (first < length && (line[first] == ' ' || line[first] == '\t' || line[first] == '\f')) first++;
  while (length > first && (line[length - 1] == ' ' || line[length - 1] == '\t')) length--;
  text_add(text, "    ");
  text_add_bytes(text, line + first, length - first);
  text_add_char(text, '\n');
  *indent = first;
}

/* Carets under the columns of the instruction, when it is only a part of what the line says. */
static void add_carets(Text *text, const TraceEntry *entry, const char *line, size_t length, size_t indent) {
  while (length > indent && (line[length - 1] == ' ' || line[length - 1] == '\t')) length--;
  size_t start = byte_of(line, length, entry->column);
  size_t end = entry->end_line == entry->line ? byte_of(line, length, entry->end_column) : length;
  if (start < indent) start = indent;
  if (end <= start) return;
  Anchors anchors = {0};
  bool anchored = entry->end_line == entry->line && find_anchors(line + start, end - start, &anchors);
  if (!anchored && start == indent && end == length) return;
  text_add(text, "    ");
  text_add_times(text, " ", utf8_width(line + indent, start - indent));
  if (anchored) {
    text_add_times(text, "~", utf8_width(line + start, anchors.start));
    text_add_times(text, "^", utf8_width(line + start + anchors.start, anchors.end - anchors.start));
    text_add_times(text, "~", utf8_width(line + start + anchors.end, end - start - anchors.end));
  } else {
    text_add_times(text, "^", utf8_width(line + start, end - start));
  }
  text_add_char(text, '\n');
}

/* Frames of modules that come with nnsh are no help to whoever called them: the user's own line is what is shown. */
static bool is_embedded(const TraceEntry *entry) { return strncmp(entry->file->data, "<nnsh ", 6) == 0; }

static void add_entry(Text *text, const TraceEntry *entry) {
  if (is_embedded(entry)) return;
  text_addf(text, "  File \"%s\", line %d, in %s\n", entry->file->data, entry->line, entry->function->data);
  if (strcmp(entry->file->data, "<string>") == 0) return; /* what exec ran lies in no file */
  const Source *source = source_find(entry->file, entry->line);
  const char *line;
  size_t length, indent;
  if (!source || !source_line(source, entry->line, &line, &length)) return;
  size_t blank = 0;
  while (blank < length && (line[blank] == ' ' || line[blank] == '\t')) blank++;
  if (blank == length) return;
  add_source_line(text, line, length, &indent);
  if (entry->column >= 0) add_carets(text, entry, line, length, indent);
}

static bool same_entry(const TraceEntry *a, const TraceEntry *b) {
  return a->line == b->line && strcmp(a->file->data, b->file->data) == 0 &&
         strcmp(a->function->data, b->function->data) == 0;
}

enum { REPEATS_SHOWN = 3 };

int lang_traceback_limit = INT_MAX;

bool traceback_add_calls(Text *text, const Exception *exception) {
  int first = exception->trace_count < lang_traceback_limit ? exception->trace_count : lang_traceback_limit;
  if (first <= 0) return false;
  int repeated = 0;
  for (int i = first - 1; i >= -1; i--) {
    bool same = i >= 0 && i < first - 1 && same_entry(&exception->trace[i], &exception->trace[i + 1]);
    if (!same) {
      int more = repeated - REPEATS_SHOWN;
      if (more > 0) text_addf(text, "  [Previous line repeated %d more time%s]\n", more, more == 1 ? "" : "s");
      repeated = 0;
    }
    if (i < 0) break;
    if (++repeated <= REPEATS_SHOWN) add_entry(text, &exception->trace[i]);
  }
  return true;
}

/* A syntax error's own place: file, line, caret. */
static void add_syntax_place(Text *text, const Exception *exception) {
  if (!exception->file) return;
  text_addf(text, "  File \"%s\", line %d\n", exception->file->data, exception->line);
  if (!exception->source_line) return;
  const char *line = exception->source_line->data;
  size_t length = (size_t)exception->source_line->length, indent;
  add_source_line(text, line, length, &indent);
  if (exception->column < 1) return;
  size_t start = byte_of(line, length, exception->column - 1), end = byte_of(line, length, exception->end_column - 1);
  int columns = start > indent ? utf8_width(line + indent, start - indent) : 0;
  int beyond = exception->column - 1 - (int)utf8_count(line, length); /* an error behind the line's end */
  int width = end > start ? utf8_width(line + start, end - start) : 1;
  text_add(text, "    ");
  text_add_times(text, " ", columns + (beyond > 0 ? beyond : 0));
  text_add_times(text, "^", width > 0 ? width : 1);
  text_add_char(text, '\n');
}

/* "Did you mean" follows the message where CPython has it so; other hints are a last line of their own. */
static void add_last_line(Text *text, Exception *exception) {
  const Type *type = exception->head.type;
  const char *hint = exception->hint;
  if (py_is_subtype(type, &py_SyntaxError) && exception->file) {
    Value message = PY_NONE;
    if (py_is_tuple(exception->arguments) && py_as_tuple(exception->arguments)->count)
      message = py_as_tuple(exception->arguments)->items[0];
    text_addf(text, "%s: ", type->name);
    if (!py_str_to(text, message)) py_clear_pending();
  } else {
    py_exception_line(text, exception);
  }
  bool joined = hint && strncmp(hint, "Did you mean: ", 14) == 0 &&
                (py_is_subtype(type, &py_NameError) || py_is_subtype(type, &py_AttributeError));
  if (joined) text_addf(text, ". %s", hint);
  text_add_char(text, '\n');
  if (hint && !joined) text_addf(text, "hint: %s\n", hint);
}

void traceback_add_itself(Text *text, Exception *exception) {
  if (py_is_subtype(exception->head.type, &py_SyntaxError)) add_syntax_place(text, exception);
  add_last_line(text, exception);
}
