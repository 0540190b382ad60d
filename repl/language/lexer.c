#include "repl/language/lexer.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/utf8.h"

typedef struct Lexer {
  Syntax *syntax;
  const char *text;
  uint32_t at, end; /* next byte; end of the range */
  Tokens *tokens;
  bool inside; /* reading the inside of an f-string's field */
  bool failed;
  int level;
  struct {
    char sign;
    uint32_t at;
  } open[LEXER_NESTING_LIMIT];
  int indents[LEXER_INDENT_LIMIT], alternatives[LEXER_INDENT_LIMIT]; /* columns with tabs as 8 and as 1 */
  int indent_count;
} Lexer;

/* What the lexer knows of each operator and keyword. */
typedef struct Spelling {
  const char *text;
  uint8_t length, kind;
} Spelling;
#define SPELLING_ROW(token, spelling) {spelling, sizeof spelling - 1, token},
static const Spelling operators[] = {OPERATOR_ROWS(SPELLING_ROW)};
static const Spelling keywords[] = {KEYWORD_ROWS(SPELLING_ROW)};
#undef SPELLING_ROW

const char *token_spelling(TokenKind kind) {
  for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
    if (operators[i].kind == kind) return operators[i].text;
  for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
    if (keywords[i].kind == kind) return keywords[i].text;
  static const char *const others[] = {"end", "error", "newline", "indent", "dedent", "name", "number", "string"};
  return kind <= TOKEN_STRING ? others[kind] : "";
}

void tokens_free(Tokens *tokens) {
  core_free(tokens->items);
  *tokens = (Tokens){0};
}

static void add(Lexer *lexer, TokenKind kind, uint32_t start, uint32_t end) {
  Tokens *tokens = lexer->tokens;
  if (tokens->count == tokens->capacity) {
    uint32_t capacity = tokens->capacity ? tokens->capacity * 2 : 64;
    Token *items = core_realloc(tokens->items, capacity * sizeof *items);
    if (!items) syntax_fail_memory(lexer->syntax);
    tokens->items = items;
    tokens->capacity = capacity;
  }
  tokens->items[tokens->count++] =
      (Token){.kind = (uint8_t)kind, .level = (uint16_t)lexer->level, .span = {start, end}};
}

/* Ends the reading with an error token. */
static void fail(Lexer *lexer, Type *type, bool incomplete, uint32_t start, uint32_t end, const char *format, ...)
    __attribute__((format(printf, 6, 7)));
static void (fail)(Lexer *lexer, Type *type, bool incomplete, uint32_t start, uint32_t end, const char *format, ...) {
  SyntaxFailure *failure = &lexer->tokens->failure;
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(failure->message, sizeof failure->message, format, arguments);
  va_end(arguments);
  failure->type = type;
  failure->incomplete = incomplete;
  failure->span = (Span){start, end};
  lexer->failed = true;
  add(lexer, TOKEN_ERROR, start, end);
}

#define fail(lexer, type, incomplete, start, end, ...) \
  (CORE_MESSAGE(type, __VA_ARGS__), (fail)(lexer, type, incomplete, start, end, __VA_ARGS__))

static inline int peek(const Lexer *lexer, uint32_t ahead) {
  return lexer->at + ahead < lexer->end ? (unsigned char)lexer->text[lexer->at + ahead] : -1;
}

/* The code point at an offset; `length` its bytes (1 for a broken one, which the source check has ruled out). */
static uint32_t code_at(const Lexer *lexer, uint32_t at, uint32_t *length) {
  uint32_t code = 0;
  int bytes = utf8_decode(lexer->text + at, lexer->end - at, &code);
  *length = bytes > 0 ? (uint32_t)bytes : 1;
  return code;
}

static bool starts_identifier(const Lexer *lexer, uint32_t at) {
  if (at >= lexer->end) return false;
  unsigned char c = (unsigned char)lexer->text[at];
  if (c < 128) return isalpha(c) || c == '_';
  uint32_t length;
  return utf8_is_identifier_start(code_at(lexer, at, &length));
}

/* ---- Numbers ---- */

static bool is_digit_of(int c, int base) {
  if (base == 16) return c >= 0 && isxdigit(c);
  return c >= '0' && c < '0' + base;
}

/* Skips digits with single underscores between them. False with the error recorded for a stray underscore. */
static bool skip_digits(Lexer *lexer, int base, const char *kind) {
  for (;;) {
    while (is_digit_of(peek(lexer, 0), base)) lexer->at++;
    if (peek(lexer, 0) != '_') return true;
    lexer->at++;
    if (!is_digit_of(peek(lexer, 0), base)) {
      int c = peek(lexer, 0);
      if (c >= 0 && isdigit(c))
        fail(lexer, &py_SyntaxError, false, lexer->at, lexer->at, "invalid digit '%c' in %s literal", c, kind);
      else fail(lexer, &py_SyntaxError, false, lexer->at - 1, lexer->at - 1, "invalid %s literal", kind);
      return false;
    }
  }
}

/* After a number: a name that begins at once is an error, except for the keywords that may follow. */
static bool check_number_end(Lexer *lexer, const char *kind) {
  if (!starts_identifier(lexer, lexer->at)) return true;
  static const char *const allowed[] = {"and", "else", "for", "if", "in", "is", "not", "or"};
  for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++) {
    size_t length = strlen(allowed[i]);
    if (lexer->end - lexer->at >= length && memcmp(lexer->text + lexer->at, allowed[i], length) == 0) return true;
  }
  fail(lexer, &py_SyntaxError, false, lexer->at - 1, lexer->at - 1, "invalid %s literal", kind);
  return false;
}

static void read_number(Lexer *lexer) {
  uint32_t start = lexer->at;
  int marker = peek(lexer, 0) == '0' ? peek(lexer, 1) : -1;
  int base = marker == 'x' || marker == 'X'   ? 16
             : marker == 'o' || marker == 'O' ? 8
             : marker == 'b' || marker == 'B' ? 2
                                              : 10;
  if (base != 10) {
    const char *kind = base == 16 ? "hexadecimal" : base == 8 ? "octal" : "binary";
    lexer->at += 2;
    if (peek(lexer, 0) == '_') lexer->at++;
    if (!is_digit_of(peek(lexer, 0), base)) {
      int c = peek(lexer, 0);
      if (c >= 0 && isdigit(c))
        fail(lexer, &py_SyntaxError, false, lexer->at, lexer->at, "invalid digit '%c' in %s literal", c, kind);
      else fail(lexer, &py_SyntaxError, false, lexer->at - 1, lexer->at - 1, "invalid %s literal", kind);
      return;
    }
    if (!skip_digits(lexer, base, kind)) return;
    int c = peek(lexer, 0);
    if (c >= 0 && isdigit(c)) {
      fail(lexer, &py_SyntaxError, false, lexer->at, lexer->at, "invalid digit '%c' in %s literal", c, kind);
      return;
    }
    if (!check_number_end(lexer, kind)) return;
    add(lexer, TOKEN_NUMBER, start, lexer->at);
    return;
  }
  bool real = false;
  if (peek(lexer, 0) != '.' && !skip_digits(lexer, 10, "decimal")) return;
  uint32_t digits_end = lexer->at;
  if (peek(lexer, 0) == '.') {
    real = true;
    lexer->at++;
    if (is_digit_of(peek(lexer, 0), 10) && !skip_digits(lexer, 10, "decimal")) return;
  }
  int c = peek(lexer, 0);
  if (c == 'e' || c == 'E') {
    int sign = peek(lexer, 1);
    bool signed_exponent = sign == '+' || sign == '-';
    if (is_digit_of(peek(lexer, signed_exponent ? 2 : 1), 10)) {
      real = true;
      lexer->at += signed_exponent ? 2 : 1;
      if (!skip_digits(lexer, 10, "decimal")) return;
    } else if (signed_exponent) {
      lexer->at += 2;
      fail(lexer, &py_SyntaxError, false, lexer->at - 1, lexer->at - 1, "invalid decimal literal");
      return;
    }
  }
  c = peek(lexer, 0);
  if (c == 'j' || c == 'J') {
    lexer->at++;
    real = true;
  }
  if (!real && lexer->text[start] == '0') {
    /* "007": zeros alone are a number, anything else would once have been octal. */
    uint32_t nonzero = start;
    while (nonzero < digits_end && (lexer->text[nonzero] == '0' || lexer->text[nonzero] == '_')) nonzero++;
    if (nonzero < digits_end) {
      fail(lexer, &py_SyntaxError, false, start, nonzero,
           "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers");
      return;
    }
  }
  if (!check_number_end(lexer, "decimal")) return;
  add(lexer, TOKEN_NUMBER, start, lexer->at);
}

/* ---- Strings ---- */

StringPrefix lexer_string_prefix(const char *text, Span span) {
  StringPrefix prefix = {.quote = span.start};
  for (;; prefix.quote++) {
    char c = (char)tolower((unsigned char)text[prefix.quote]);
    if (c == 'r') prefix.raw = true;
    else if (c == 'b') prefix.bytes = true;
    else if (c == 'f') prefix.format = true;
    else if (c != 'u') break;
  }
  char quote = text[prefix.quote];
  prefix.quotes =
      span.end - prefix.quote >= 6 && text[prefix.quote + 1] == quote && text[prefix.quote + 2] == quote ? 3 : 1;
  return prefix;
}

/* Length of a prefix such as rb that a quote follows at `at`, or -1. */
static int prefix_length(const Lexer *lexer) {
  bool raw = false, bytes = false, format = false, unicode = false;
  for (int i = 0; i < 4; i++) {
    int c = peek(lexer, (uint32_t)i);
    if (c == '"' || c == '\'') return i;
    c = c >= 0 ? tolower(c) : c;
    if (c == 'r' && !raw && !unicode) raw = true;
    else if (c == 'b' && !bytes && !unicode && !format) bytes = true;
    else if (c == 'f' && !format && !unicode && !bytes) format = true;
    else if (c == 'u' && !unicode && !raw && !bytes && !format) unicode = true;
    else return -1;
  }
  return -1;
}

static void read_string(Lexer *lexer, uint32_t start) {
  char quote = lexer->text[lexer->at];
  uint32_t first = lexer->at;
  int quotes = 1;
  if (peek(lexer, 1) == quote && peek(lexer, 2) == quote) quotes = 3;
  lexer->at += (uint32_t)quotes;
  int closing = 0;
  while (closing < quotes) {
    int c = peek(lexer, 0);
    if (c < 0 || (quotes == 1 && c == '\n')) {
      int line = source_line_of(lexer->syntax->source, lexer->at);
      /* The text may end in a line end, which is not a line of its own. */
      if (c < 0 && lexer->at > 0 && lexer->text[lexer->at - 1] == '\n' && quotes == 3) line--;
      if (quotes == 3) {
        fail(lexer, &py_SyntaxError, true, start, start,
             "unterminated triple-quoted string literal (detected at line %d)", line);
      } else {
        fail(lexer, &py_SyntaxError, false, first, first, "unterminated string literal (detected at line %d)", line);
      }
      return;
    }
    lexer->at++;
    if (c == quote) {
      closing++;
    } else {
      closing = 0;
      if (c == '\\' && lexer->at < lexer->end) lexer->at++;
    }
  }
  add(lexer, TOKEN_STRING, start, lexer->at);
}

/* ---- Names, operators ---- */

static void read_name(Lexer *lexer) {
  uint32_t start = lexer->at;
  while (lexer->at < lexer->end) {
    unsigned char c = (unsigned char)lexer->text[lexer->at];
    if (c < 128) {
      bool part = (c | 32) >= 'a' && (c | 32) <= 'z';
      if (!part && !(c >= '0' && c <= '9') && c != '_') break;
      lexer->at++;
      continue;
    }
    uint32_t length, code = code_at(lexer, lexer->at, &length);
    if (!utf8_is_identifier_part(code)) {
      /* A name with a strange character in it: that character is what is wrong. */
      fail(lexer, &py_SyntaxError, false, lexer->at, lexer->at,
           utf8_is_printable(code) ? "invalid character '%.*s' (U+%04X)" : "invalid non-printable character%.*s U+%04X",
           utf8_is_printable(code) ? (int)length : 0, lexer->text + lexer->at, code);
      return;
    }
    lexer->at += length;
  }
  uint32_t length = lexer->at - start;
  for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
    if (keywords[i].length == length && keywords[i].text[0] == lexer->text[start] &&
        memcmp(keywords[i].text, lexer->text + start, length) == 0) {
      add(lexer, keywords[i].kind, start, lexer->at);
      return;
    }
  }
  add(lexer, TOKEN_NAME, start, lexer->at);
}

static char partner(char sign) { return sign == '(' ? ')' : sign == '[' ? ']' : '}'; }

static void read_operator(Lexer *lexer) {
  uint32_t start = lexer->at;
  for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
    const Spelling *row = &operators[i];
    char sign = row->text[0];
    if (sign != lexer->text[start] || lexer->end - start < row->length ||
        memcmp(row->text, lexer->text + start, row->length) != 0)
      continue;
    if (row->kind == TOKEN_LEFT_PAREN || row->kind == TOKEN_LEFT_BRACKET || row->kind == TOKEN_LEFT_BRACE) {
      if (lexer->level >= LEXER_NESTING_LIMIT) {
        fail(lexer, &py_SyntaxError, false, start, start, "too many nested parentheses");
        return;
      }
      lexer->open[lexer->level].sign = sign;
      lexer->open[lexer->level++].at = start;
    } else if (row->kind == TOKEN_RIGHT_PAREN || row->kind == TOKEN_RIGHT_BRACKET || row->kind == TOKEN_RIGHT_BRACE) {
      if (lexer->level == 0) {
        fail(lexer, &py_SyntaxError, false, start, start, lexer->inside ? "f-string: unmatched '%c'" : "unmatched '%c'",
             sign);
        return;
      }
      char open = lexer->open[lexer->level - 1].sign;
      if (partner(open) != sign) {
        int open_line = source_line_of(lexer->syntax->source, lexer->open[lexer->level - 1].at);
        int line = source_line_of(lexer->syntax->source, start);
        if (open_line != line)
          fail(lexer, &py_SyntaxError, false, start, start,
               "closing parenthesis '%c' does not match opening parenthesis '%c' on line %d", sign, open, open_line);
        else
          fail(lexer, &py_SyntaxError, false, start, start,
               "closing parenthesis '%c' does not match opening parenthesis '%c'", sign, open);
        return;
      }
      lexer->level--;
    }
    lexer->at += row->length;
    add(lexer, row->kind, start, lexer->at);
    return;
  }
  uint32_t length, code = code_at(lexer, start, &length);
  if (code >= 128 || code < 32) {
    if (utf8_is_printable(code))
      fail(lexer, &py_SyntaxError, false, start, start, "invalid character '%.*s' (U+%04X)", (int)length,
           lexer->text + start, code);
    else
      fail(lexer, &py_SyntaxError, false, start, start, "invalid non-printable character U+%04X", code);
    return;
  }
  fail(lexer, &py_SyntaxError, false, start, start + 1, "invalid syntax"); /* $, ?, !, ` */
}

/* ---- Lines ---- */

/* Reads the white space that begins a line and emits INDENT and DEDENT; blank lines are skipped whole. */
static void read_indentation(Lexer *lexer) {
  int column = 0, alternative = 0;
  for (;;) {
    int c = peek(lexer, 0);
    if (c == ' ') column++, alternative++;
    else if (c == '\t') column = (column / 8 + 1) * 8, alternative++;
    else if (c == '\f') column = alternative = 0;
    else break;
    lexer->at++;
  }
  int c = peek(lexer, 0);
  if (c == '#' || c == '\n' || c == -1) return; /* a blank line says nothing about indentation */
  if (c == '\\' && peek(lexer, 1) == '\n') return;
  int top = lexer->indent_count - 1;
  uint32_t start = lexer->at, line_start = start;
  while (line_start > 0 && lexer->text[line_start - 1] != '\n') line_start--;
  const char *tabs = "inconsistent use of tabs and spaces in indentation";
  if (column == lexer->indents[top]) {
    if (alternative != lexer->alternatives[top]) fail(lexer, &py_TabError, false, line_start, line_start, "%s", tabs);
    return;
  }
  if (column > lexer->indents[top]) {
    if (alternative <= lexer->alternatives[top]) {
      fail(lexer, &py_TabError, false, line_start, line_start, "%s", tabs);
    } else if (lexer->indent_count == LEXER_INDENT_LIMIT) {
      fail(lexer, &py_IndentationError, false, start, start, "too many levels of indentation");
    } else {
      lexer->indents[lexer->indent_count] = column;
      lexer->alternatives[lexer->indent_count++] = alternative;
      add(lexer, TOKEN_INDENT, start, start);
    }
    return;
  }
  while (top > 0 && column < lexer->indents[top]) {
    top--;
    lexer->indent_count--;
    add(lexer, TOKEN_DEDENT, start, start);
  }
  if (column != lexer->indents[top]) {
    uint32_t end = start;
    while (end < lexer->end && lexer->text[end] != '\n') end++;
    fail(lexer, &py_IndentationError, false, end, end, "unindent does not match any outer indentation level");
  } else if (alternative != lexer->alternatives[top]) {
    fail(lexer, &py_TabError, false, line_start, line_start, "%s", tabs);
  }
}

/* Reads one token (or blank space, comment, line end). False at the end of the range. */
static bool read_token(Lexer *lexer, bool *line_has_tokens) {
  int c = peek(lexer, 0);
  if (c < 0) return false;
  if (c == ' ' || c == '\t' || c == '\f') {
    do lexer->at++;
    while (peek(lexer, 0) == ' ');
    return true;
  }
  if (c == '#') {
    while (lexer->at < lexer->end && lexer->text[lexer->at] != '\n') lexer->at++;
    return true;
  }
  if (c == '\n') {
    if (lexer->level == 0 && !lexer->inside && *line_has_tokens) {
      add(lexer, TOKEN_NEWLINE, lexer->at, lexer->at + 1);
      *line_has_tokens = false;
    }
    lexer->at++;
    return true;
  }
  if (c == '\\') {
    int next = peek(lexer, 1);
    if (next == '\n') {
      lexer->at += 2;
      if (lexer->at >= lexer->end)
        fail(lexer, &py_SyntaxError, true, lexer->at, lexer->at, "unexpected EOF while parsing");
    } else if (next < 0) {
      fail(lexer, &py_SyntaxError, true, lexer->at + 1, lexer->at + 1, "unexpected EOF while parsing");
    } else {
      fail(lexer, &py_SyntaxError, false, lexer->at + 1, lexer->at + 1,
           "unexpected character after line continuation character");
    }
    return true;
  }
  *line_has_tokens = true;
  int prefix = prefix_length(lexer);
  if (prefix >= 0) {
    uint32_t start = lexer->at;
    lexer->at += (uint32_t)prefix;
    read_string(lexer, start);
  } else if (isdigit(c) || (c == '.' && peek(lexer, 1) >= 0 && isdigit(peek(lexer, 1)))) {
    read_number(lexer);
  } else if (starts_identifier(lexer, lexer->at)) {
    read_name(lexer);
  } else {
    read_operator(lexer);
  }
  return true;
}

static void read_all(Lexer *lexer) {
  bool line_has_tokens = false, line_start = true;
  while (!lexer->failed) {
    if (line_start && lexer->level == 0 && !lexer->inside) {
      read_indentation(lexer);
      if (lexer->failed) return;
    }
    uint32_t before = lexer->at;
    if (!read_token(lexer, &line_has_tokens)) break;
    /* A logical line begins after a line end that is neither inside brackets nor escaped. */
    line_start = lexer->text[before] == '\n' && lexer->at == before + 1 && !line_has_tokens;
  }
  if (lexer->failed) return;
  if (!lexer->inside) {
    if (line_has_tokens) add(lexer, TOKEN_NEWLINE, lexer->at, lexer->at);
    for (; lexer->indent_count > 1; lexer->indent_count--) add(lexer, TOKEN_DEDENT, lexer->at, lexer->at);
  }
  add(lexer, TOKEN_END, lexer->at, lexer->at);
}

void lexer_read(Syntax *syntax, Tokens *tokens) {
  const Source *source = syntax->source;
  Lexer lexer = {.syntax = syntax, .text = source->text, .end = source->length, .tokens = tokens, .indent_count = 1};
  const char *nul = memchr(source->text, 0, source->length);
  if (nul) {
    uint32_t at = (uint32_t)(nul - source->text);
    syntax_fail(syntax, (Span){at, at}, "source code cannot contain null bytes");
  }
  long broken = utf8_find_broken(source->text, source->length);
  if (broken >= 0)
    syntax_fail(syntax, (Span){(uint32_t)broken, (uint32_t)broken},
                "(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %ld: invalid start byte",
                (unsigned char)source->text[broken], broken);
  read_all(&lexer);
}

void lexer_read_range(Syntax *syntax, Span range, Tokens *tokens) {
  Lexer lexer = {.syntax = syntax, .text = syntax->source->text, .at = range.start, .end = range.end, .tokens = tokens,
                 .indent_count = 1, .inside = true};
  read_all(&lexer);
}
