/* match: the statement and its patterns. */
#include <string.h>

#include "repl/language/parser.h"

static Pattern *parse_as_pattern(Parser *p);

static Pattern *pattern_new(Parser *p, PatternKind kind) {
  Pattern *pattern = syntax_alloc(p->syntax, sizeof *pattern);
  pattern->kind = (uint8_t)kind;
  pattern->span = parser_token(p)->span;
  return pattern;
}

static Pattern *pattern_end(Parser *p, Pattern *pattern) {
  pattern->span.end = parser_end(p);
  return pattern;
}

static void add_pattern(Parser *p, Pattern *to, String *name, Node *key, Pattern *part) {
  if (to->count == to->capacity) {
    int capacity = to->capacity ? to->capacity * 2 : 4;
    PatternPart *parts = syntax_alloc(p->syntax, (size_t)capacity * sizeof *parts);
    if (to->count) memcpy(parts, to->parts, (size_t)to->count * sizeof *parts);
    to->parts = parts;
    to->capacity = capacity;
  }
  to->parts[to->count++] = (PatternPart){name, key, part};
}

static bool at_word(Parser *p, const char *word) {
  const Token *token = parser_token(p);
  size_t length = strlen(word);
  return token->kind == TOKEN_NAME && token->span.end - token->span.start == length &&
         memcmp(p->syntax->source->text + token->span.start, word, length) == 0;
}

/* name or a.b.c as an expression. */
static Node *parse_dotted_name(Parser *p) {
  uint32_t start = parser_token(p)->span.start;
  Node *node = parser_node(p, NODE_NAME, start);
  node->as.name.id = parser_name(p);
  parser_finish(p, node);
  while (parser_accept(p, TOKEN_DOT)) {
    Node *outer = parser_node(p, NODE_ATTRIBUTE, start);
    outer->as.attribute.object = node;
    outer->as.attribute.name = parser_token(p)->span;
    outer->as.attribute.id = parser_name(p);
    node = parser_finish(p, outer);
  }
  return node;
}

/* Numbers with signs, strs, None, True, False: NULL where the token begins none. */
static Node *parse_literal(Parser *p) {
  Node *node;
  switch (parser_token(p)->kind) {
  case TOKEN_NUMBER: case TOKEN_MINUS: node = parse_binary(p, PRECEDENCE_SUM); break;
  case TOKEN_STRING: case TOKEN_NONE: case TOKEN_TRUE: case TOKEN_FALSE: node = parse_primary(p); break;
  default: return NULL;
  }
  const Node *number = node;
  if (number->kind == NODE_BINARY) {
    const Node *imaginary = number->as.binary.right;
    if (imaginary->kind != NODE_CONSTANT || imaginary->op != CONSTANT_IMAGINARY)
      syntax_fail(p->syntax, imaginary->span, "imaginary number required in complex literal");
    number = number->as.binary.left;
  }
  if (number->kind == NODE_UNARY) number = number->as.unary.operand;
  if (number->kind != NODE_CONSTANT)
    syntax_fail(p->syntax, number->span,
                number == node ? "patterns may only match literals and attribute lookups" : "invalid syntax");
  return node;
}

static bool is_wildcard(const String *name) { return strcmp(name->data, "_") == 0; }

/* The items of [...] or (...), through the closing bracket; `*name` may be one of them. */
static void parse_items(Parser *p, Pattern *sequence, TokenKind closing, bool *comma) {
  *comma = false;
  while (!parser_at(p, closing)) {
    if (parser_at(p, TOKEN_TIMES)) {
      Pattern *star = pattern_new(p, PATTERN_CAPTURE);
      p->at++;
      String *name = parser_name(p);
      star->name = is_wildcard(name) ? NULL : name;
      if (sequence->star >= 0)
        syntax_fail(p->syntax, (Span){sequence->span.start, pattern_end(p, star)->span.end},
                    "multiple starred names in sequence pattern");
      sequence->star = sequence->count;
      add_pattern(p, sequence, NULL, NULL, pattern_end(p, star));
    } else {
      add_pattern(p, sequence, NULL, NULL, parse_as_pattern(p));
    }
    if (!parser_accept(p, TOKEN_COMMA)) break;
    *comma = true;
  }
}

static Pattern *parse_mapping(Parser *p) {
  Pattern *mapping = pattern_new(p, PATTERN_MAPPING);
  p->at++;
  while (!parser_at(p, TOKEN_RIGHT_BRACE)) {
    if (parser_accept(p, TOKEN_POWER)) {
      if (at_word(p, "_")) parser_fail(p);
      mapping->has_rest = true;
      mapping->name = parser_name(p);
      parser_accept(p, TOKEN_COMMA);
      break;
    }
    Node *key = parse_literal(p);
    if (!key) key = parse_dotted_name(p);
    if (key->kind == NODE_NAME) parser_fail(p);
    parser_expect(p, TOKEN_COLON);
    add_pattern(p, mapping, NULL, key, parse_as_pattern(p));
    if (!parser_accept(p, TOKEN_COMMA)) break;
  }
  parser_expect(p, TOKEN_RIGHT_BRACE);
  return pattern_end(p, mapping);
}

static Pattern *parse_class_pattern(Parser *p, Pattern *pattern, Node *class) {
  pattern->kind = PATTERN_CLASS;
  pattern->value = class;
  p->at++;
  while (!parser_at(p, TOKEN_RIGHT_PAREN)) {
    String *name = NULL;
    if (parser_at(p, TOKEN_NAME) && parser_ahead(p, 1)->kind == TOKEN_ASSIGN) {
      name = parser_name(p);
      p->at++;
      for (int i = pattern->positional; i < pattern->count; i++)
        if (pattern->parts[i].name == name)
          syntax_fail(p->syntax, parser_token(p)->span, "attribute name repeated in class pattern: %s", name->data);
    } else if (pattern->count > pattern->positional) {
      syntax_fail(p->syntax, parser_token(p)->span, "positional patterns follow keyword patterns");
    } else {
      pattern->positional++;
    }
    add_pattern(p, pattern, name, NULL, parse_as_pattern(p));
    if (!parser_accept(p, TOKEN_COMMA)) break;
  }
  parser_expect(p, TOKEN_RIGHT_PAREN);
  return pattern_end(p, pattern);
}

static Pattern *parse_closed(Parser *p) {
  bool comma;
  Pattern *pattern = pattern_new(p, PATTERN_SEQUENCE);
  pattern->star = -1;
  if (parser_accept(p, TOKEN_LEFT_BRACKET)) {
    parse_items(p, pattern, TOKEN_RIGHT_BRACKET, &comma);
    parser_expect(p, TOKEN_RIGHT_BRACKET);
    return pattern_end(p, pattern);
  }
  if (parser_accept(p, TOKEN_LEFT_PAREN)) {
    parse_items(p, pattern, TOKEN_RIGHT_PAREN, &comma);
    parser_expect(p, TOKEN_RIGHT_PAREN);
    bool group = pattern->count == 1 && !comma && pattern->star < 0;
    return group ? pattern->parts[0].pattern : pattern_end(p, pattern);
  }
  if (parser_at(p, TOKEN_LEFT_BRACE)) return parse_mapping(p);
  if (parser_at(p, TOKEN_NAME)) {
    Node *name = parse_dotted_name(p);
    if (parser_at(p, TOKEN_LEFT_PAREN)) return parse_class_pattern(p, pattern, name);
    if (name->kind == NODE_NAME) {
      pattern->kind = PATTERN_CAPTURE;
      pattern->name = is_wildcard(name->as.name.id) ? NULL : name->as.name.id;
    } else {
      pattern->kind = PATTERN_VALUE;
      pattern->value = name;
    }
    return pattern_end(p, pattern);
  }
  pattern->value = parse_literal(p);
  if (!pattern->value) parser_fail(p);
  bool single = pattern->value->kind == NODE_CONSTANT && pattern->value->op <= CONSTANT_FALSE;
  pattern->kind = single ? PATTERN_SINGLETON : PATTERN_VALUE;
  return pattern_end(p, pattern);
}

static bool always_matches(const Pattern *pattern) {
  switch ((PatternKind)pattern->kind) {
  case PATTERN_CAPTURE: return true;
  case PATTERN_AS: return always_matches(pattern->parts[0].pattern);
  case PATTERN_OR: return always_matches(pattern->parts[pattern->count - 1].pattern);
  default: return false;
  }
}

static _Noreturn void fail_unreachable(Parser *p, const Pattern *pattern) {
  while (pattern->kind == PATTERN_AS || pattern->kind == PATTERN_OR) {
    if (pattern->kind == PATTERN_AS && always_matches(pattern->parts[0].pattern)) break;
    pattern = pattern->parts[pattern->count - 1].pattern;
  }
  if (pattern->name)
    syntax_fail(p->syntax, pattern->span, "name capture '%s' makes remaining patterns unreachable",
                pattern->name->data);
  syntax_fail(p->syntax, pattern->span, "wildcard makes remaining patterns unreachable");
}

/* or_pattern: closed ('|' closed)* */
static Pattern *parse_or_pattern(Parser *p) {
  syntax_enter(p->syntax, parser_token(p)->span);
  Pattern *first = parse_closed(p), *pattern = first;
  if (parser_at(p, TOKEN_BAR)) {
    pattern = syntax_alloc(p->syntax, sizeof *pattern);
    pattern->kind = PATTERN_OR;
    pattern->span = first->span;
    add_pattern(p, pattern, NULL, NULL, first);
    while (parser_accept(p, TOKEN_BAR)) {
      if (always_matches(pattern->parts[pattern->count - 1].pattern))
        fail_unreachable(p, pattern->parts[pattern->count - 1].pattern);
      add_pattern(p, pattern, NULL, NULL, parse_closed(p));
    }
    pattern_end(p, pattern);
  }
  syntax_exit(p->syntax);
  return pattern;
}

static Pattern *parse_as_pattern(Parser *p) {
  Pattern *inner = parse_or_pattern(p);
  if (!parser_accept(p, TOKEN_AS)) return inner;
  Pattern *pattern = syntax_alloc(p->syntax, sizeof *pattern);
  pattern->kind = PATTERN_AS;
  pattern->span = inner->span;
  Span name = parser_token(p)->span;
  if (!parser_at(p, TOKEN_NAME) && parser_try(p, parse_expression))
    syntax_fail(p->syntax, name, "invalid pattern target");
  pattern->name = parser_name(p);
  if (is_wildcard(pattern->name)) syntax_fail(p->syntax, name, "cannot use '_' as a target");
  add_pattern(p, pattern, NULL, NULL, inner);
  return pattern_end(p, pattern);
}

/* patterns of a case: one, or a sequence without brackets. */
static Pattern *parse_case_pattern(Parser *p) {
  bool comma;
  Pattern *sequence = pattern_new(p, PATTERN_SEQUENCE);
  sequence->star = -1;
  parse_items(p, sequence, TOKEN_COLON, &comma);
  if (sequence->count == 0) parser_fail(p);
  return sequence->count == 1 && !comma && sequence->star < 0 ? sequence->parts[0].pattern
                                                               : pattern_end(p, sequence);
}

/* subject_expr: named expressions and starred ones; a comma makes a tuple of them. */
static Node *parse_subject_item(Parser *p) {
  return parser_at(p, TOKEN_TIMES) ? parse_star_expression(p) : parse_named(p);
}
static Node *parse_subject(Parser *p) {
  Node *first = parse_subject_item(p);
  if (!parser_at(p, TOKEN_COMMA)) return first;
  Node *node = parser_node(p, NODE_TUPLE, first->span.start);
  ast_append(p->syntax, &node->as.list.items, first);
  while (parser_accept(p, TOKEN_COMMA)) {
    node->trailing_comma = true;
    if (!parse_starts_expression(parser_token(p)->kind) && !parser_at(p, TOKEN_TIMES)) break;
    ast_append(p->syntax, &node->as.list.items, parse_subject_item(p));
    node->trailing_comma = false;
  }
  return parser_finish(p, node);
}

Node *parse_match(Parser *p) {
  if (!at_word(p, "match")) return NULL;
  uint32_t at = p->at, start = parser_token(p)->span.start;
  p->at++;
  bool begins = parse_starts_expression(parser_token(p)->kind) || parser_at(p, TOKEN_TIMES);
  Node *subject = begins ? parser_try(p, parse_subject) : NULL;
  TokenKind after = (TokenKind)p->tokens->items[at + 1].kind;
  bool words = after == TOKEN_NAME || after == TOKEN_NUMBER || after == TOKEN_STRING; /* no expression goes on so */
  if (subject && words && parser_at(p, TOKEN_NEWLINE)) syntax_fail(p->syntax, parser_here(p), "expected ':'");
  if (!subject || !parser_at(p, TOKEN_COLON) || parser_ahead(p, 1)->kind != TOKEN_NEWLINE) {
    p->at = at;
    return NULL;
  }
  p->at += 2;
  if (!parser_accept(p, TOKEN_INDENT)) {
    bool end_of_text = parser_token(p)->span.start >= p->syntax->source->length;
    if (parser_at(p, TOKEN_ERROR)) parser_fail(p);
    syntax_fail_as(p->syntax, &py_IndentationError, end_of_text, parser_here(p),
                   "expected an indented block after 'match' statement on line %d",
                   source_line_of(p->syntax->source, start));
  }
  Node *node = parser_node(p, NODE_MATCH, start);
  node->as.match.subject = subject;
  int capacity = 0;
  while (!parser_accept(p, TOKEN_DEDENT)) {
    if (parser_at(p, TOKEN_END)) break;
    if (!at_word(p, "case")) parser_fail(p);
    MatchCase one = {.span = parser_token(p)->span};
    p->at++;
    one.pattern = parse_case_pattern(p);
    if (parser_accept(p, TOKEN_IF)) one.guard = parse_named(p);
    one.irrefutable = !one.guard && always_matches(one.pattern);
    one.body = parse_case_block(p, one.span.start);
    const MatchCase *before = node->as.match.count ? &node->as.match.cases[node->as.match.count - 1] : NULL;
    if (before && before->irrefutable) fail_unreachable(p, before->pattern);
    if (node->as.match.count == capacity) {
      capacity = capacity ? capacity * 2 : 4;
      MatchCase *cases = syntax_alloc(p->syntax, (size_t)capacity * sizeof *cases);
      if (node->as.match.count) memcpy(cases, node->as.match.cases, (size_t)node->as.match.count * sizeof *cases);
      node->as.match.cases = cases;
    }
    node->as.match.cases[node->as.match.count++] = one;
  }
  return parser_finish(p, node);
}
