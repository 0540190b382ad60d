/* String literals: prefixes, escapes, implicit concatenation, and f-strings, whose fields are parsed here and now. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/utf8.h"
#include "repl/language/language.h"
#include "repl/language/parser.h"
#include "repl/types/protocol.h"

/* Bytes of a literal being put together, in the arena. */
typedef struct Piece {
  char *data;
  size_t length, capacity;
} Piece;

typedef struct Strings {
  Parser *p;
  Node *joined;    /* set once a field was met */
  Piece piece;     /* text since the last field */
  Span span;
  Span behind;     /* the token after the literals: where CPython points for their errors */
} Strings;

static void piece_add(Strings *s, const char *bytes, size_t length) {
  Piece *piece = &s->piece;
  if (length == 0) return;
  if (piece->length + length > piece->capacity) {
    size_t capacity = (piece->capacity + length) * 2 + 32;
    char *data = syntax_alloc(s->p->syntax, capacity);
    if (piece->length) memcpy(data, piece->data, piece->length);
    piece->data = data;
    piece->capacity = capacity;
  }
  memcpy(piece->data + piece->length, bytes, length);
  piece->length += length;
}

static void piece_add_code(Strings *s, uint32_t code) {
  char bytes[4];
  piece_add(s, bytes, utf8_encode(code, bytes));
}

static Node *piece_take(Strings *s, ConstantKind kind) {
  Node *node = parser_node(s->p, NODE_CONSTANT, s->span.start);
  node->span = s->span;
  node->op = (uint8_t)kind;
  node->as.constant.text = (Bytestring){s->piece.data ? s->piece.data : "", (uint32_t)s->piece.length};
  s->piece = (Piece){0};
  return node;
}

/* ---- Escapes ---- */

static int hex_value(int c) { return isdigit(c) ? c - '0' : isxdigit(c) ? (c | 0x20) - 'a' + 10 : -1; }

/* The name of a character in braces, behind `\N`; the module unicodedata knows the names. */
static void read_named(Strings *s, const char *text, uint32_t *at, uint32_t end, uint32_t first, uint32_t base) {
  static const char *const what = "(unicode error) 'unicodeescape' codec can't decode bytes in position %u-%u: %s";
  Syntax *syntax = s->p->syntax;
  uint32_t start = *at + 1, stop = start;
  while (stop < end && text[stop] != '}') stop++;
  bool braced = *at < end && text[*at] == '{';
  if (!braced || stop >= end || stop == start) {
    uint32_t last = !braced ? *at - 1 : stop == start ? *at : end - 1;
    syntax_fail(syntax, s->behind, what, first, last - base, "malformed \\N character escape");
  }
  Value name = py_text_bytes(text + start, stop - start);
  Value module = lang_import ? lang_import("unicodedata") : PY_ERROR;
  Value found = py_is_error(name) || py_is_error(module) ? PY_ERROR : py_call_method(module, "lookup", &name, 1);
  py_drop(name);
  py_drop(module);
  if (py_is_error(found)) {
    if (py_pending()) py_clear_pending();
    syntax_fail(syntax, s->behind, what, first, stop - base, "unknown Unicode character name");
  }
  piece_add(s, py_as_string(found)->data, (size_t)py_as_string(found)->length);
  py_drop(found);
  *at = stop + 1;
}

/* Reads one escape; *at stands behind the backslash. `base`: where the literal's text starts, for messages. */
static void read_escape(Strings *s, const char *text, uint32_t *at, uint32_t end, bool bytes, uint32_t base) {
  Syntax *syntax = s->p->syntax;
  static const struct {
    char letter, value;
  } simple[] = {{'\\', '\\'}, {'\'', '\''}, {'"', '"'}, {'a', '\a'}, {'b', '\b'}, {'f', '\f'},
                {'n', '\n'}, {'r', '\r'}, {'t', '\t'}, {'v', '\v'}};
  uint32_t first = *at - 1;
  char c = text[(*at)++];
  if (c == '\n') return;
  for (size_t i = 0; i < sizeof simple / sizeof *simple; i++) {
    if (simple[i].letter != c) continue;
    piece_add(s, &simple[i].value, 1);
    return;
  }
  if (c >= '0' && c <= '7') {
    uint32_t code = (uint32_t)(c - '0');
    for (int i = 0; i < 2 && *at < end && text[*at] >= '0' && text[*at] <= '7'; i++)
      code = code * 8 + (uint32_t)(text[(*at)++] - '0');
    char byte = (char)code;
    if (bytes) piece_add(s, &byte, 1);
    else piece_add_code(s, code);
    return;
  }
  int digits = c == 'x' ? 2 : bytes ? 0 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
  if (digits) {
    uint32_t code = 0;
    int read = 0;
    while (read < digits && *at < end && isxdigit((unsigned char)text[*at])) {
      code = code * 16 + (uint32_t)hex_value((unsigned char)text[(*at)++]);
      read++;
    }
    if (read < digits) {
      if (bytes)
        syntax_fail(syntax, s->behind, "(value error) invalid \\x escape at position %u", first - base);
      syntax_fail(syntax, s->behind,
                  "(unicode error) 'unicodeescape' codec can't decode bytes in position %u-%u: truncated \\%s escape",
                  first - base, *at - 1 - base, c == 'x' ? "xXX" : c == 'u' ? "uXXXX" : "UXXXXXXXX");
    }
    char byte = (char)code;
    if (bytes) {
      piece_add(s, &byte, 1);
    } else if (code > 0x10FFFF) {
      syntax_fail(
          syntax, s->behind,
          "(unicode error) 'unicodeescape' codec can't decode bytes in position %u-%u: illegal Unicode character",
          first - base, *at - 1 - base);
    } else {
      piece_add_code(s, code);
    }
    return;
  }
  if (c == 'N' && !bytes) {
    read_named(s, text, at, end, first - base, base);
    return;
  }
  /* Any other escape stands for itself. */
  piece_add(s, &text[first], *at - first);
}

/* Adds a run of plain text, decoding escapes unless raw. */
static void add_text(Strings *s, uint32_t start, uint32_t end, StringPrefix prefix, uint32_t base) {
  const char *text = s->p->syntax->source->text;
  for (uint32_t at = start; at < end;) {
    uint32_t run = at;
    while (at < end && (prefix.raw || text[at] != '\\')) at++;
    piece_add(s, text + run, at - run);
    if (at < end) {
      at++;
      read_escape(s, text, &at, end, prefix.bytes, base);
    }
  }
}

/* ---- f-strings ---- */

static void add_part(Strings *s, Node *part) {
  if (!s->joined) {
    s->joined = parser_node(s->p, NODE_JOINED, s->span.start);
    s->joined->span = s->span;
  }
  if (s->piece.length) ast_append(s->p->syntax, &s->joined->as.list.items, piece_take(s, CONSTANT_STRING));
  if (part) ast_append(s->p->syntax, &s->joined->as.list.items, part);
}

/* Where the expression of a field ends: at "!", ":", "=" or "}" outside brackets and quotes. */
static uint32_t scan_field(Strings *s, uint32_t at, uint32_t end) {
  const char *text = s->p->syntax->source->text;
  Syntax *syntax = s->p->syntax;
  char open[LEXER_NESTING_LIMIT];
  int level = 0, quotes = 0;
  char quote = 0;
  for (; at < end; at++) {
    char c = text[at];
    if (c == '\\') syntax_fail(syntax, s->behind, "f-string expression part cannot include a backslash");
    if (quote) {
      if (c != quote) continue;
      if (quotes == 3) {
        if (at + 2 < end && text[at + 1] == c && text[at + 2] == c) at += 2, quote = 0;
      } else {
        quote = 0;
      }
      continue;
    }
    if (c == '\'' || c == '"') {
      quotes = at + 2 < end && text[at + 1] == c && text[at + 2] == c ? 3 : 1;
      quote = c;
      at += (uint32_t)quotes - 1;
      continue;
    }
    if (c == '[' || c == '{' || c == '(') {
      if (level == LEXER_NESTING_LIMIT) syntax_fail(syntax, s->behind, "f-string: too many nested parenthesis");
      open[level++] = c;
      continue;
    }
    if (c == '#') syntax_fail(syntax, s->behind, "f-string expression part cannot include '#'");
    if (level == 0 && (c == '!' || c == ':' || c == '}' || c == '=' || c == '<' || c == '>')) {
      char next = at + 1 < end ? text[at + 1] : 0;
      if (next == '=' && (c == '!' || c == '=' || c == '<' || c == '>')) {
        at++; /* a comparison */
        continue;
      }
      if (c == '<' || c == '>') continue;
      return at;
    }
    if (c == ']' || c == '}' || c == ')') {
      if (level == 0) syntax_fail(syntax, s->behind, "f-string: unmatched '%c'", c);
      char wanted = open[--level] == '[' ? ']' : open[level] == '(' ? ')' : '}';
      if (c != wanted)
        syntax_fail(syntax, s->behind, "f-string: closing parenthesis '%c' does not match opening parenthesis '%c'", c,
                    open[level]);
    }
  }
  if (quote) syntax_fail(syntax, s->behind, "f-string: unterminated string");
  if (level) syntax_fail(syntax, s->behind, "f-string: unmatched '%c'", open[level - 1]);
  return at;
}

/* Parses source[start, end) as the expression of a field. */
static Node *parse_field_expression(Strings *s, uint32_t start, uint32_t end) {
  Parser *p = s->p;
  const char *text = p->syntax->source->text;
  uint32_t at = start;
  while (at < end && isspace((unsigned char)text[at])) at++;
  if (at == end) syntax_fail(p->syntax, s->behind, "f-string: empty expression not allowed");
  /* The tokens stay in the parser's list until it is released: a failure then loses nothing. */
  Tokens tokens = {0};
  Tokens *volatile held = &tokens;
  jmp_buf *outer = p->syntax->escape;
  jmp_buf escape;
  p->syntax->escape = &escape;
  if (setjmp(escape)) {
    tokens_free(held);
    p->syntax->escape = outer;
    syntax_leave(p->syntax);
  }
  lexer_read_range(p->syntax, (Span){start, end}, held);
  Parser inner = {.syntax = p->syntax, .tokens = held, .field = true, .class_name = p->class_name};
  Node *node = parse_yield_or_expressions(&inner);
  if (!parser_at(&inner, TOKEN_END)) {
    if (parser_at(&inner, TOKEN_WALRUS)) parser_fail(&inner);
    parse_fail_after(&inner, node);
  }
  p->syntax->escape = outer;
  tokens_free(held);
  return node;
}

static uint32_t add_format_text(Strings *s, uint32_t at, uint32_t end, StringPrefix prefix, int depth, uint32_t base);

/* field: '{' expression ['='] ['!' conversion] [':' spec] '}'; `at` stands behind the brace. Returns behind the end. */
static uint32_t add_field(Strings *s, uint32_t at, uint32_t end, StringPrefix prefix, int depth, uint32_t base) {
  Parser *p = s->p;
  const char *text = p->syntax->source->text;
  if (depth >= 2) syntax_fail(p->syntax, s->behind, "f-string: expressions nested too deeply");
  uint32_t start = at;
  at = scan_field(s, at, end);
  uint32_t stop = at;
  if (at >= end && stop > start) {
    bool blank = true;
    for (uint32_t i = start; i < stop; i++) blank = blank && isspace((unsigned char)text[i]);
    if (!blank) parse_field_expression(s, start, stop);
  }
  if (at >= end) syntax_fail(p->syntax, s->behind, "f-string: expecting '}'");
  Node *node = parser_node(p, NODE_FORMATTED, s->span.start);
  node->span = s->span;
  node->as.formatted.value = parse_field_expression(s, start, stop);
  bool debug = text[at] == '=';
  if (debug) {
    at++;
    while (at < end && isspace((unsigned char)text[at])) at++;
    piece_add(s, text + start, at - start);
  }
  if (at < end && text[at] == '!') {
    at++;
    if (at >= end) syntax_fail(p->syntax, s->behind, "f-string: expecting '}'");
    node->op = (uint8_t)text[at++];
    if (node->op != 's' && node->op != 'r' && node->op != 'a')
      syntax_fail(p->syntax, s->behind, "f-string: invalid conversion character: expected 's', 'r', or 'a'");
  }
  if (at < end && text[at] == ':') {
    Strings spec = {.p = p, .span = s->span, .behind = s->behind};
    at = add_format_text(&spec, at + 1, end, prefix, depth + 1, base);
    add_part(&spec, NULL);
    node->as.formatted.spec = spec.joined;
  } else if (debug && !node->op) {
    node->op = 'r';
  }
  if (at >= end || text[at] != '}') syntax_fail(p->syntax, s->behind, "f-string: expecting '}'");
  add_part(s, node);
  return at + 1;
}

/* Text with fields, up to `end`, or in a spec (depth > 0) up to its "}". */
static uint32_t add_format_text(Strings *s, uint32_t at, uint32_t end, StringPrefix prefix, int depth, uint32_t base) {
  const char *text = s->p->syntax->source->text;
  uint32_t run = at;
  while (at < end) {
    char c = text[at];
    if (c == '\\' && !prefix.raw && at + 1 < end) {
      /* \N{...} has braces of its own; the escape itself is read by add_text. */
      bool named = text[at + 1] == 'N' && at + 2 < end && text[at + 2] == '{';
      at += 2;
      while (named && at < end && text[at - 1] != '}') at++;
      continue;
    }
    if (c != '{' && c != '}') {
      at++;
      continue;
    }
    bool doubled = at + 1 < end && text[at + 1] == c && depth == 0;
    if (doubled) {
      add_text(s, run, at + 1, prefix, base);
      at += 2;
      run = at;
      continue;
    }
    if (c == '}') {
      if (depth > 0) break;
      syntax_fail(s->p->syntax, s->behind, "f-string: single '}' is not allowed");
    }
    add_text(s, run, at, prefix, base);
    at = add_field(s, at + 1, end, prefix, depth, base);
    run = at;
  }
  add_text(s, run, at, prefix, base);
  return at;
}

/* strings: STRING+ */
Node *parse_strings(Parser *p) {
  Strings s = {.p = p, .span = {.start = parser_token(p)->span.start}};
  uint32_t first = p->at;
  while (parser_at(p, TOKEN_STRING)) p->at++;
  s.behind = parser_at(p, TOKEN_ERROR) ? p->tokens->items[p->at - 1].span : parser_here(p);
  s.span.end = parser_end(p);
  const char *text = p->syntax->source->text;
  bool bytes = false;
  for (uint32_t i = first; i < p->at; i++) {
    Span span = p->tokens->items[i].span;
    StringPrefix prefix = lexer_string_prefix(text, span);
    if (i > first && prefix.bytes != bytes) syntax_fail(p->syntax, s.behind, "cannot mix bytes and nonbytes literals");
    bytes = prefix.bytes;
    uint32_t start = prefix.quote + (uint32_t)prefix.quotes, end = span.end - (uint32_t)prefix.quotes;
    if (bytes) {
      for (uint32_t at = start; at < end; at++)
        if ((unsigned char)text[at] >= 128)
          syntax_fail(p->syntax, span, "bytes can only contain ASCII literal characters");
    }
    if (prefix.format) {
      if (!s.joined) add_part(&s, NULL);
      add_format_text(&s, start, end, prefix, 0, start);
    } else {
      add_text(&s, start, end, prefix, start);
    }
  }
  if (!s.joined) return piece_take(&s, bytes ? CONSTANT_BYTES : CONSTANT_STRING);
  add_part(&s, NULL);
  return s.joined;
}
