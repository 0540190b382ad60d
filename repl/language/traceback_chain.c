/* Tracebacks of exceptions that have causes, and of groups, whose members stand in it as a tree (PEP 654). */
#include <string.h>

#include "repl/language/traceback.h"
#include "repl/types/protocol.h"

enum { CHAIN_SHOWN = 50, MEMBERS_SHOWN = 15, GROUPS_SHOWN = 10 };

typedef struct Tree {
  Text *text;
  int depth;        /* how many groups are around what is written; what is in one has a margin */
  bool needs_close; /* the last member has not closed the frame of its group */
} Tree;

/* Adds lines, each behind the margin; a source line may hold NUL bytes. */
static void emit(const Tree *tree, Text *lines, char margin) {
  const char *line = text_string(lines), *end = line + lines->length;
  while (line < end) {
    const char *stop = memchr(line, '\n', (size_t)(end - line));
    size_t length = (size_t)((stop ? stop : end) - line);
    text_add_times(tree->text, "  ", tree->depth);
    if (tree->depth) {
      text_add_char(tree->text, margin);
      text_add_char(tree->text, ' ');
    }
    text_add_bytes(tree->text, line, length);
    text_add_char(tree->text, '\n');
    line += length + (stop != NULL);
  }
  text_clear(lines);
}

/* The members of a group, a new reference to a tuple; undefined for other exceptions. */
static Value members_of(Exception *exception) {
  bool group = false;
  for (const Type *type = exception->head.type; type && !group; type = type->base)
    group = strcmp(type->name, "BaseExceptionGroup") == 0;
  if (!group) return PY_UNDEFINED;
  Value found = py_find_attr(py_object(exception), py_intern("exceptions"));
  if (py_is_error(found)) py_clear_pending();
  if (py_is_tuple(found)) return found;
  py_drop(found);
  return PY_UNDEFINED;
}

static void add_exception(Tree *tree, Exception *exception, int chained);

static void add_members(Tree *tree, const Tuple *members) {
  Text line = {0};
  int shown = members->count <= MEMBERS_SHOWN ? (int)members->count : MEMBERS_SHOWN + 1;
  tree->needs_close = false;
  for (int i = 0; i < shown; i++) {
    tree->needs_close = i == shown - 1;
    text_add_times(tree->text, "  ", tree->depth);
    text_add(tree->text, i == 0 ? "+-" : "  ");
    if (i < MEMBERS_SHOWN) text_addf(tree->text, "+---------------- %d ----------------\n", i + 1);
    else text_add(tree->text, "+---------------- ... ----------------\n");
    tree->depth++;
    if (i < MEMBERS_SHOWN) {
      add_exception(tree, (Exception *)members->items[i].as.object, 0);
    } else {
      int more = (int)members->count - MEMBERS_SHOWN;
      text_addf(&line, "and %d more exception%s\n", more, more > 1 ? "s" : "");
      emit(tree, &line, '|');
    }
    if (i == shown - 1 && tree->needs_close) {
      text_add_times(tree->text, "  ", tree->depth);
      text_add(tree->text, "+------------------------------------\n");
      tree->needs_close = false;
    }
    tree->depth--;
  }
  text_free(&line);
}

/* Without what it came from. */
static void add_alone(Tree *tree, Exception *exception) {
  Value members = members_of(exception);
  Text lines = {0}, calls = {0};
  const bool group = !py_is_undefined(members), top = group && tree->depth == 0;
  const bool called = traceback_add_calls(&calls, exception);
  if (group && tree->depth > GROUPS_SHOWN) {
    text_addf(&lines, "... (max_group_depth is %d)\n", GROUPS_SHOWN);
    emit(tree, &lines, '|');
    goto end;
  }
  if (top) tree->depth++;
  if (called) {
    text_addf(&lines, "%sTraceback (most recent call last):\n", group ? "Exception Group " : "");
    emit(tree, &lines, top ? '+' : '|');
  }
  emit(tree, &calls, '|');
  traceback_add_itself(&lines, exception);
  emit(tree, &lines, '|');
  if (group) add_members(tree, py_as_tuple(members));
  if (top) tree->depth--;
end:
  text_free(&lines);
  text_free(&calls);
  py_drop(members);
}

static void add_exception(Tree *tree, Exception *exception, int chained) {
  Exception *before = NULL;
  const char *how = NULL;
  if (exception->cause.tag == TAG_OBJECT) {
    before = (Exception *)exception->cause.as.object;
    how = "\nThe above exception was the direct cause of the following exception:\n\n";
  } else if (exception->context.tag == TAG_OBJECT && !exception->suppress_context) {
    before = (Exception *)exception->context.as.object;
    how = "\nDuring handling of the above exception, another exception occurred:\n\n";
  }
  if (before && chained < CHAIN_SHOWN) {
    Text lines = {0};
    add_exception(tree, before, chained + 1);
    text_add(&lines, how);
    emit(tree, &lines, '|');
    text_free(&lines);
  }
  add_alone(tree, exception);
}

void lang_traceback(Text *text, Exception *exception) { add_exception(&(Tree){.text = text}, exception, 0); }
