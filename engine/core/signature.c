#include "engine/core/signature.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/memory.h"

typedef struct Reader {
  const char *line;
  const char *at;
  Error *error;
} Reader;

static void skip_space(Reader *reader) {
  while (*reader->at == ' ' || *reader->at == '\n') reader->at++;
}

static bool accept(Reader *reader, char character) {
  skip_space(reader);
  if (*reader->at != character) return false;
  reader->at++;
  return true;
}

static bool malformed(Reader *reader, const char *wanted) {
  return core_fail(reader->error, ERROR_VALUE, "%s expected in signature '%s' at '%s'", wanted, reader->line,
                   reader->at);
}

/* Every byte of a letter that is not ASCII counts as a letter: what are names is decided before. */
static bool is_name_start(char c) { return c == '_' || isalpha((unsigned char)c) || (unsigned char)c >= 0x80; }
static bool is_name_part(char c) { return is_name_start(c) || isdigit((unsigned char)c); }

static char *read_name(Reader *reader) {
  skip_space(reader);
  const char *start = reader->at;
  if (!is_name_start(*start)) return NULL;
  while (is_name_part(*reader->at)) reader->at++;
  return core_strndup(start, (size_t)(reader->at - start));
}

static bool accept_word(Reader *reader, const char *word) {
  size_t length = strlen(word);
  if (strncmp(reader->at, word, length) != 0) return false;
  if (is_name_part(reader->at[length])) return false;
  reader->at += length;
  return true;
}

static bool read_literal(Reader *reader, Literal *out);

static bool read_items(Reader *reader, Literal *out, LiteralTag tag, char closing) {
  out->tag = tag;
  out->as.list.items = NULL;
  out->as.list.count = 0;
  while (!accept(reader, closing)) {
    Literal *items = core_realloc(out->as.list.items, sizeof(Literal) * (size_t)(out->as.list.count + 1));
    if (items == NULL) return core_fail_memory(reader->error, sizeof(Literal));
    out->as.list.items = items;
    if (!read_literal(reader, &items[out->as.list.count])) {
      literal_clear(&items[out->as.list.count]); /* not counted yet: nobody else would */
      return false;
    }
    out->as.list.count++;
    if (!accept(reader, ',')) {
      if (accept(reader, closing)) return true;
      return malformed(reader, "',' or a closing bracket");
    }
  }
  return true;
}

static bool read_number(Reader *reader, Literal *out) {
  const char *start = reader->at;
  double sign = 1;
  if (*reader->at == '-') {
    sign = -1;
    reader->at++;
  }
  if (accept_word(reader, "inf")) {
    out->tag = LITERAL_FLOAT;
    out->as.real = sign * INFINITY;
    return true;
  }
  if (accept_word(reader, "nan")) {
    out->tag = LITERAL_FLOAT;
    out->as.real = NAN;
    return true;
  }
  if (!isdigit((unsigned char)*reader->at) && *reader->at != '.') return malformed(reader, "a literal");
  char *end;
  double real = strtod(start, &end);
  bool is_float = false;
  for (const char *p = start; p < end; p++)
    if (*p == '.' || *p == 'e' || *p == 'E') is_float = true;
  reader->at = end;
  if (is_float) {
    out->tag = LITERAL_FLOAT;
    out->as.real = real;
  } else {
    out->tag = LITERAL_INT;
    out->as.integer = strtoll(start, NULL, 10);
  }
  return true;
}

/* \n and \t as in Python; any other escaped character stands for itself. */
static void unescape(char *string) {
  char *to = string;
  for (const char *from = string; *from; from++) {
    if (*from == '\\' && from[1]) {
      from++;
      *to++ = *from == 'n' ? '\n' : *from == 't' ? '\t' : *from;
    } else {
      *to++ = *from;
    }
  }
  *to = '\0';
}

/* literal := None | True | False | ... | number | 'text' | "text" | (items) | [items] */
static bool read_literal(Reader *reader, Literal *out) {
  memset(out, 0, sizeof *out);
  skip_space(reader);
  char c = *reader->at;
  if (c == '\'' || c == '"') {
    const char *start = ++reader->at;
    while (*reader->at && *reader->at != c) reader->at += *reader->at == '\\' && reader->at[1] ? 2 : 1;
    if (*reader->at != c) return malformed(reader, "a closing quote");
    char *string = core_strndup(start, (size_t)(reader->at - start));
    if (string == NULL) return core_fail_memory(reader->error, (unsigned long long)(reader->at - start));
    unescape(string);
    out->tag = LITERAL_STRING;
    out->as.string = string;
    reader->at++;
    return true;
  }
  if (c == '(') {
    reader->at++;
    return read_items(reader, out, LITERAL_TUPLE, ')');
  }
  if (c == '[') {
    reader->at++;
    return read_items(reader, out, LITERAL_LIST, ']');
  }
  if (strncmp(reader->at, "...", 3) == 0) {
    reader->at += 3;
    out->tag = LITERAL_ABSENT;
    return true;
  }
  if (accept_word(reader, "None")) return true;
  bool truth = accept_word(reader, "True");
  if (truth || accept_word(reader, "False")) {
    out->tag = LITERAL_BOOL;
    out->as.boolean = truth;
    return true;
  }
  return read_number(reader, out);
}

void literal_clear(Literal *literal) {
  if (literal->tag == LITERAL_STRING) core_free(literal->as.string);
  if (literal->tag == LITERAL_TUPLE || literal->tag == LITERAL_LIST) {
    for (int i = 0; i < literal->as.list.count; i++) literal_clear(&literal->as.list.items[i]);
    core_free(literal->as.list.items);
  }
  memset(literal, 0, sizeof *literal);
}

bool literal_parse(const char *text, Literal *out, Error *error) {
  Reader reader = {text, text, error};
  if (!read_literal(&reader, out)) {
    literal_clear(out);
    return false;
  }
  skip_space(&reader);
  if (*reader.at == '\0') return true;
  literal_clear(out);
  return malformed(&reader, "the end");
}

void signature_free(Signature *signature) {
  if (signature == NULL) return;
  for (int i = 0; i < signature->count; i++) {
    core_free(signature->parameters[i].name);
    literal_clear(&signature->parameters[i].default_value);
  }
  core_free(signature->parameters);
  core_free(signature);
}

static bool add_parameter(Reader *reader, Signature *signature, ParameterKind kind) {
  Parameter *grown = core_realloc(signature->parameters, sizeof(Parameter) * (size_t)(signature->count + 1));
  if (grown == NULL) return core_fail_memory(reader->error, sizeof(Parameter));
  signature->parameters = grown;
  Parameter *parameter = &grown[signature->count];
  memset(parameter, 0, sizeof *parameter);
  parameter->kind = kind;
  parameter->name = read_name(reader);
  if (parameter->name == NULL) return malformed(reader, "a name");
  signature->count++;
  if (kind == PARAMETER_REST) signature->rest = signature->count - 1;
  if (kind == PARAMETER_KEYWORDS) signature->keywords = signature->count - 1;
  if (kind == PARAMETER_NORMAL) signature->positional = signature->count;
  if (accept(reader, '=')) {
    parameter->has_default = true;
    return read_literal(reader, &parameter->default_value);
  }
  return true;
}

/* signature := [item {',' item}]; item := '/' | '*' | '*' name | '**' name | name ['=' literal] */
static bool read_signature(Reader *reader, Signature *signature) {
  ParameterKind kind = PARAMETER_NORMAL;
  skip_space(reader);
  while (*reader->at) {
    if (accept(reader, '/')) {
      for (int i = 0; i < signature->count; i++) signature->parameters[i].kind = PARAMETER_POSITIONAL_ONLY;
    } else if (accept(reader, '*')) {
      if (accept(reader, '*')) {
        if (!add_parameter(reader, signature, PARAMETER_KEYWORDS)) return false;
      } else {
        skip_space(reader);
        if (is_name_start(*reader->at) && !add_parameter(reader, signature, PARAMETER_REST)) return false;
        kind = PARAMETER_KEYWORD_ONLY;
      }
    } else if (!add_parameter(reader, signature, kind)) {
      return false;
    }
    skip_space(reader);
    if (*reader->at == '\0') break;
    if (!accept(reader, ',')) return malformed(reader, "','");
    skip_space(reader);
  }
  return true;
}

Signature *signature_parse(const char *line, Error *error) {
  Signature *signature = core_alloc_zero(1, sizeof *signature);
  if (signature == NULL) {
    core_fail_memory(error, sizeof *signature);
    return NULL;
  }
  signature->line = line;
  signature->rest = signature->keywords = -1;
  Reader reader = {line, line, error};
  if (read_signature(&reader, signature)) return signature;
  signature_free(signature);
  return NULL;
}

/* Open addressing by the line's address: tables hold string literals, so one address means one line. */
static struct {
  const Signature **slots;
  size_t capacity, count;
} parsed;

static size_t slot_of(const char *line, const Signature *const *slots, size_t capacity) {
  size_t at = ((uintptr_t)line >> 3) * 0x9E3779B97F4A7C15u & (capacity - 1);
  while (slots[at] && slots[at]->line != line) at = (at + 1) & (capacity - 1);
  return at;
}

static bool grow_parsed(void) {
  size_t capacity = parsed.capacity ? parsed.capacity * 2 : 256;
  const Signature **slots = core_alloc_zero(capacity, sizeof *slots);
  if (slots == NULL) return false;
  for (size_t i = 0; i < parsed.capacity; i++)
    if (parsed.slots[i]) slots[slot_of(parsed.slots[i]->line, slots, capacity)] = parsed.slots[i];
  core_free(parsed.slots);
  parsed.slots = slots;
  parsed.capacity = capacity;
  return true;
}

const Signature *signature_of(const char *line) {
  if (parsed.count * 2 >= parsed.capacity && !grow_parsed()) return NULL;
  size_t at = slot_of(line, parsed.slots, parsed.capacity);
  if (parsed.slots[at] == NULL) {
    parsed.slots[at] = signature_parse(line, NULL);
    if (parsed.slots[at]) parsed.count++;
  }
  return parsed.slots[at];
}

int signature_find(const Signature *signature, const char *name, int length) {
  for (int i = 0; i < signature->count; i++)
    if (strncmp(signature->parameters[i].name, name, (size_t)length) == 0 &&
        signature->parameters[i].name[length] == '\0')
      return i;
  return -1;
}

int name_distance(const char *a, const char *b) {
  enum { LONGEST = 64 };
  int rows[3][LONGEST + 1];
  int a_length = (int)strnlen(a, LONGEST), b_length = (int)strnlen(b, LONGEST);
  int *before = rows[0], *last = rows[1], *now = rows[2];
  for (int j = 0; j <= b_length; j++) last[j] = j;
  for (int i = 1; i <= a_length; i++) {
    now[0] = i;
    for (int j = 1; j <= b_length; j++) {
      int x = tolower((unsigned char)a[i - 1]), y = tolower((unsigned char)b[j - 1]);
      int best = last[j - 1] + (x != y);
      if (last[j] + 1 < best) best = last[j] + 1;
      if (now[j - 1] + 1 < best) best = now[j - 1] + 1;
      if (i > 1 && j > 1 && x == tolower((unsigned char)b[j - 2]) && y == tolower((unsigned char)a[i - 2]) &&
          before[j - 2] + 1 < best)
        best = before[j - 2] + 1;
      now[j] = best;
    }
    int *free_row = before;
    before = last;
    last = now;
    now = free_row;
  }
  return last[b_length];
}
