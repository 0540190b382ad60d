#include "repl/console/complete.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/names.h"
#include "engine/core/signature.h"
#include "engine/nn/object.h"
#include "repl/console/command.h"
#include "repl/console/console.h"
#include "repl/console/help.h"
#include "repl/console/rows.h"
#include "repl/modules/modules.h"

/* Which table a string argument names a row of: by the parameter's name, or by the class for a first argument. */
static const struct {
  const char *parameter;
  NnKind kind;
} string_kinds[] = {
    {"activation", NN_ACTIVATION},
    {"Activation", NN_ACTIVATION},
    {"optimizer", NN_OPTIMIZER},
    {"loss", NN_LOSS},
    {"metrics", NN_METRIC},
    {"kernel_initializer", NN_INITIALIZER},
    {"bias_initializer", NN_INITIALIZER},
    {"kernel_regularizer", NN_REGULARIZER},
    {"bias_regularizer", NN_REGULARIZER},
    {"activity_regularizer", NN_REGULARIZER},
    {"kernel_constraint", NN_CONSTRAINT},
    {"bias_constraint", NN_CONSTRAINT},
};

static const char *const keywords[] = {"False", "None", "True", "and", "as", "assert", "break", "class", "continue",
                                       "def", "del", "elif", "else", "except", "finally", "for", "from", "global",
                                       "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
                                       "return", "try", "while", "with", "yield"};

typedef struct Search {
  const char *prefix; /* what stands at the cursor already */
  size_t length;
  const char *before; /* put in front of each candidate: "np." */
  void (*each)(void *context, const char *candidate);
  void *context;
  int offered;
} Search;

static void offer(Search *search, const char *name, const char *after) {
  if (strncmp(name, search->prefix, search->length) != 0) return;
  Text text = {0};
  text_add(&text, search->before);
  text_add(&text, name);
  text_add(&text, after);
  if (!text.failed) search->each(search->context, text_string(&text)), search->offered++;
  text_free(&text);
}

static bool is_word(char c) { return c == '_' || isalnum((unsigned char)c) || ((unsigned char)c & 0x80); }

/* The kind that a string at `quote` names, or -1: looks left for `name=` or for `Name(` and skips list brackets. */
static int kind_of_string(const char *line, int quote) {
  int at = quote;
  while (at > 0 && strchr(" [,'\"", line[at - 1])) at--; /* metrics=["acc", "m */
  while (at > 0 && (is_word(line[at - 1]) && line[quote - 1] != '=' && line[quote - 1] != '(')) {
    /* inside a list after other strings: go on to its bracket */
    while (at > 0 && line[at - 1] != '[' && line[at - 1] != '(' && line[at - 1] != '=') at--;
    while (at > 0 && line[at - 1] == '[') at--;
    break;
  }
  if (at > 0 && (line[at - 1] == '=' || line[at - 1] == '(')) at--;
  while (at > 0 && line[at - 1] == ' ') at--;
  int end = at;
  while (at > 0 && is_word(line[at - 1])) at--;
  for (size_t i = 0; i < sizeof string_kinds / sizeof *string_kinds; i++)
    if (strlen(string_kinds[i].parameter) == (size_t)(end - at) &&
        strncmp(string_kinds[i].parameter, line + at, (size_t)(end - at)) == 0)
      return (int)string_kinds[i].kind;
  return -1;
}

/* Offset of the quote that is open at `point`, or -1. */
static int open_quote(const char *line, int point) {
  int open = -1;
  for (int i = 0; i < point; i++) {
    if (open >= 0 && line[i] == '\\') i++;
    else if (open >= 0 && line[i] == line[open]) open = -1;
    else if (open < 0 && (line[i] == '"' || line[i] == '\'')) open = i;
    else if (open < 0 && line[i] == '#') return -1;
  }
  return open;
}

static void offer_rows(Search *search, NnKind kind, char quote) {
  int count;
  const NnRow *const *rows = nn_rows(kind, &count);
  char closing[2] = {quote, '\0'};
  for (int i = 0; i < count; i++) {
    /* People write the snake_case strings: those first, the class name where there is no other. */
    if (rows[i]->aliases == NULL) {
      offer(search, rows[i]->name, closing);
      continue;
    }
    const char *aliases = rows[i]->aliases;
    size_t length;
    for (const char *alias; (alias = names_next(&aliases, &length));) {
      char name[96];
      if (length >= sizeof name) continue;
      memcpy(name, alias, length);
      name[length] = '\0';
      offer(search, name, closing);
    }
    if (islower((unsigned char)rows[i]->name[0])) offer(search, rows[i]->name, closing);
  }
  if (kind == NN_METRIC) offer(search, "accuracy", closing);
}

static void offer_list(Search *search, Value names) {
  if (py_is_error(names)) {
    py_clear_pending();
    return;
  }
  for (int64_t i = 0; i < py_as_list(names)->count; i++) {
    const char *name = py_as_string(py_as_list(names)->items[i])->data;
    if (name[0] == '_' && search->prefix[0] != '_') continue;
    offer(search, name, "");
  }
  py_drop(names);
}

static void offer_dict(Search *search, Dict *dict) {
  int64_t at = 0;
  Value key, value;
  while (py_dict_next(dict, &at, &key, &value)) {
    if (!py_is_str(key)) continue;
    const char *name = py_as_string(key)->data;
    if (name[0] == '_' && search->prefix[0] != '_') continue;
    offer(search, name, "");
  }
}

/* The parameters of what is written in the language, from "a, b=(1, 2), *rest, c='x, y'". */
static void offer_written(Search *search, Value callable) {
  Text parameters = {0};
  (void)rows_signature(&parameters, callable);
  int depth = 0;
  char quote = 0;
  bool starts = true;
  for (const char *at = text_string(&parameters); *at; at++) {
    if (starts && *at == ' ') continue;
    if (starts && is_word(*at)) {
      size_t length = 0;
      while (is_word(at[length])) length++;
      char name[96];
      if (length < sizeof name) {
        memcpy(name, at, length);
        name[length] = '\0';
        if (strcmp(name, "self") != 0) offer(search, name, "=");
      }
    }
    starts = false;
    if (quote) quote = *at == quote ? 0 : quote;
    else if (*at == '\'' || *at == '"') quote = *at;
    else if (strchr("([{", *at)) depth++;
    else if (strchr(")]}", *at)) depth--;
    else if (*at == ',' && depth == 0) starts = true;
  }
  text_free(&parameters);
}

/* Inside the brackets of a call: its parameters as `name=`. */
static void offer_parameters(Search *search, const char *line, int start) {
  int depth = 0, at = start;
  while (at > 0) {
    char c = line[--at];
    if (c == ')' || c == ']' || c == '}') depth++;
    else if (c == '(' && depth-- == 0) break;
    else if ((c == '[' || c == '{') && depth-- == 0) return;
  }
  if (line[at] != '(') return;
  int end = at, begin = end;
  while (begin > 0 && (is_word(line[begin - 1]) || line[begin - 1] == '.')) begin--;
  Value callable = help_find(line + begin, (size_t)(end - begin));
  const char *declared = py_is_undefined(callable) ? NULL : help_signature(callable);
  const Signature *signature = declared ? signature_of(declared) : NULL;
  bool written = py_is(callable, &lang_function_type) || py_is(callable, &py_method_type) ||
                 (py_is(callable, &py_type_type) && ((Type *)callable.as.object)->heap);
  if (written) offer_written(search, callable);
  for (int i = 0; signature && i < signature->count; i++) {
    const Parameter *parameter = &signature->parameters[i];
    if (parameter->kind == PARAMETER_NORMAL || parameter->kind == PARAMETER_KEYWORD_ONLY)
      if (strcmp(parameter->name, "self") != 0) offer(search, parameter->name, "=");
  }
  py_drop(callable);
}

static void offer_module(void *context, const char *name) { offer(context, name, ""); }

/* After `import` or `from` at the start of the line a module is named. */
static bool wants_module(const char *line, int start) {
  const char *at = line;
  while (*at == ' ') at++;
  bool from = strncmp(at, "from ", 5) == 0, import = strncmp(at, "import ", 7) == 0;
  if (!from && !import) return false;
  at += from ? 5 : 7;
  for (const char *p = at; p < line + start; p++)
    if (*p == ' ' && from) return false;
  return true;
}

static void offer_names_of_module(Search *search, const char *line, int start) {
  char name[128];
  const char *at = line;
  while (*at == ' ') at++;
  if (strncmp(at, "from ", 5) != 0) return;
  at += 5;
  size_t length = strcspn(at, " ");
  if (length >= sizeof name || strncmp(at + length, " import ", 8) != 0 || at + length + 8 > line + start) return;
  memcpy(name, at, length);
  name[length] = '\0';
  Value module = modules_import(name);
  if (py_is_error(module)) {
    py_clear_pending();
    return;
  }
  offer_list(search, py_dir(module));
  py_drop(module);
}

int complete_at(const char *line, int point, void (*each)(void *context, const char *candidate), void *context) {
  Search search = {.before = "", .each = each, .context = context};
  int quote = open_quote(line, point);
  if (quote >= 0) {
    search.prefix = line + quote + 1;
    search.length = (size_t)(point - quote - 1);
    int kind = kind_of_string(line, quote);
    if (kind >= 0) offer_rows(&search, (NnKind)kind, line[quote]);
    return quote + 1;
  }
  int start = point;
  while (start > 0 && (is_word(line[start - 1]) || line[start - 1] == '.')) start--;
  /* `%name`, and `%%name` for a whole cell */
  if ((start == 1 || (start == 2 && line[1] == '%')) && line[0] == '%') {
    search.prefix = line;
    search.length = (size_t)point;
    for (const CommandRow *row = command_rows; row->name; row++) offer(&search, row->name, "");
    return 0;
  }
  search.prefix = line + start;
  search.length = (size_t)(point - start);
  if (wants_module(line, start)) {
    modules_each(offer_module, &search);
    return start;
  }
  int dot = point;
  while (dot > start && line[dot - 1] != '.') dot--;
  if (dot > start) {
    Value owner = help_find(line + start, (size_t)(dot - 1 - start));
    if (py_is_undefined(owner)) return start;
    char *before = core_strndup(line + start, (size_t)(dot - start));
    if (before) {
      search.before = before;
      search.prefix = line + dot;
      search.length = (size_t)(point - dot);
      offer_list(&search, py_dir(owner));
      core_free(before);
    }
    py_drop(owner);
    return start;
  }
  const char *at = line;
  while (*at == ' ') at++;
  if (strncmp(at, "from ", 5) == 0) {
    offer_names_of_module(&search, line, start);
    return start;
  }
  offer_parameters(&search, line, start);
  /* Nothing typed yet: the parameters alone, not everything that a value may begin with. */
  if (search.length == 0 && search.offered) return start;
  offer_dict(&search, console_globals());
  offer_dict(&search, lang_builtins);
  for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) offer(&search, keywords[i], "");
  return start;
}
