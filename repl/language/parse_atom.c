/* Atoms, displays, comprehensions, and what follows a primary: calls, attributes, subscripts. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "repl/language/parser.h"
#include "repl/types/integer.h"

/* Digits of a number token without underscores, in the arena. */
static char *clean_digits(Parser *p, Span span, size_t *length) {
  char *digits = syntax_alloc(p->syntax, span.end - span.start + 1);
  *length = 0;
  for (uint32_t i = span.start; i < span.end; i++)
    if (p->syntax->source->text[i] != '_') digits[(*length)++] = p->syntax->source->text[i];
  return digits;
}

static Node *parse_number(Parser *p) {
  Span span = parser_token(p)->span;
  p->at++;
  Node *node = parser_node(p, NODE_CONSTANT, span.start);
  node->span = span;
  size_t length;
  char *digits = clean_digits(p, span, &length);
  int base = 10, skip = 0;
  if (digits[0] == '0' && length > 1) {
    int marker = digits[1] | 0x20;
    base = marker == 'x' ? 16 : marker == 'o' ? 8 : marker == 'b' ? 2 : 10;
    skip = base == 10 ? 0 : 2;
  }
  if (base == 10 && (digits[length - 1] | 0x20) == 'j') {
    digits[length - 1] = '\0';
    node->op = CONSTANT_IMAGINARY;
    node->as.constant.real = strtod(digits, NULL);
    return node;
  }
  if (base == 10 && strpbrk(digits, ".eE")) {
    node->op = CONSTANT_FLOAT;
    node->as.constant.real = strtod(digits, NULL);
    return node;
  }
  errno = 0;
  unsigned long long integer = strtoull(digits + skip, NULL, base);
  if (errno == ERANGE || integer > INT64_MAX) {
    if (base == 10 && integer_digit_limit && (int64_t)length > integer_digit_limit)
      syntax_fail(p->syntax, span,
                  "Exceeds the limit (%lld digits) for integer string conversion: value has %zu digits; "
                  "use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer "
                  "literals to avoid decimal conversion limits.",
                  (long long)integer_digit_limit, length);
    node->op = CONSTANT_BIG_INT;
    node->as.constant.text = (Bytestring){digits, (uint32_t)length};
    return node;
  }
  node->op = CONSTANT_INT;
  node->as.constant.integer = (int64_t)integer;
  return node;
}

/* ---- Comprehensions ---- */

/* for_if_clauses: ('for' targets 'in' disjunction ('if' disjunction)*)+ */
static void parse_clauses(Parser *p, Node *node) {
  int capacity = 0;
  while (parser_at(p, TOKEN_FOR) || parser_at(p, TOKEN_ASYNC)) {
    bool async = parser_accept(p, TOKEN_ASYNC);
    parser_expect(p, TOKEN_FOR);
    if (node->as.comprehension.count == capacity) {
      capacity = capacity ? capacity * 2 : 2;
      Clause *clauses = syntax_alloc(p->syntax, (size_t)capacity * sizeof *clauses);
      if (node->as.comprehension.count)
        memcpy(clauses, node->as.comprehension.clauses, (size_t)node->as.comprehension.count * sizeof *clauses);
      node->as.comprehension.clauses = clauses;
    }
    Clause *clause = &node->as.comprehension.clauses[node->as.comprehension.count++];
    clause->async = async;
    clause->target = parse_targets(p);
    parser_expect(p, TOKEN_IN);
    clause->iterable = parse_binary(p, PRECEDENCE_OR);
    while (parser_accept(p, TOKEN_IF)) ast_append(p->syntax, &clause->conditions, parse_binary(p, PRECEDENCE_OR));
  }
}

static Node *parse_comprehension(Parser *p, NodeKind kind, uint32_t start, Node *element, Node *value) {
  if (element->kind == NODE_STARRED)
    syntax_fail(p->syntax, element->span, "iterable unpacking cannot be used in comprehension");
  Node *node = parser_node(p, kind, start);
  node->as.comprehension.element = element;
  node->as.comprehension.value = value;
  parse_clauses(p, node);
  return node;
}

static bool at_comprehension(Parser *p) { return parser_at(p, TOKEN_FOR) || parser_at(p, TOKEN_ASYNC); }

/* star_named_expression: '*' bitwise_or | named_expression */
static Node *parse_element(Parser *p) {
  if (!parser_at(p, TOKEN_TIMES)) return parse_named(p);
  Node *node = parser_node(p, NODE_STARRED, parser_token(p)->span.start);
  p->at++;
  node->as.unary.operand = parse_binary(p, PRECEDENCE_BIT_OR);
  return parser_finish(p, node);
}

/* The rest of a display after its first element, through the closing bracket. */
static void parse_elements(Parser *p, NodeList *items, Node *first, TokenKind closing, uint32_t start) {
  ast_append(p->syntax, items, first);
  Node *last = first;
  while (!parser_accept(p, closing)) {
    if (at_comprehension(p) && items->count > 1) {
      syntax_fail(p->syntax, (Span){items->items[0]->span.start, last->span.end},
                  "did you forget parentheses around the comprehension target?");
    }
    if (!parser_accept(p, TOKEN_COMMA)) parse_fail_after(p, last);
    if (parser_accept(p, closing)) break;
    if (!parse_starts_expression(parser_token(p)->kind) && !parser_at(p, TOKEN_TIMES)) parser_fail(p);
    ast_append(p->syntax, items, last = parse_element(p));
  }
}

/* '(' [yield_expr | elements | generator] ')' */
static Node *parse_parenthesized(Parser *p) {
  uint32_t start = parser_token(p)->span.start;
  p->at++;
  Node *node;
  if (parser_accept(p, TOKEN_RIGHT_PAREN)) {
    node = parser_node(p, NODE_TUPLE, start);
    node->parenthesized = true;
    return parser_finish(p, node);
  }
  if (parser_at(p, TOKEN_YIELD)) {
    node = parse_yield_or_expressions(p);
    if (!parser_accept(p, TOKEN_RIGHT_PAREN)) parse_fail_after(p, node);
    node->parenthesized = true;
    return node;
  }
  Node *first = parse_element(p);
  if (at_comprehension(p)) {
    node = parse_comprehension(p, NODE_GENERATOR, start, first, NULL);
    if (!parser_accept(p, TOKEN_RIGHT_PAREN)) {
      if (parser_at(p, TOKEN_COMMA)) parser_fail(p);
      parse_fail_after(p, node->as.comprehension.clauses[node->as.comprehension.count - 1].iterable);
    }
    return parser_finish(p, node);
  }
  if (parser_accept(p, TOKEN_RIGHT_PAREN)) {
    if (first->kind == NODE_STARRED) syntax_fail(p->syntax, first->span, "cannot use starred expression here");
    if (first->kind == NODE_TUPLE || first->kind == NODE_GENERATOR) return first;
    first->parenthesized = true;
    return first;
  }
  node = parser_node(p, NODE_TUPLE, start);
  parse_elements(p, &node->as.list.items, first, TOKEN_RIGHT_PAREN, start);
  node->parenthesized = true;
  return parser_finish(p, node);
}

/* '[' [elements | comprehension] ']' */
static Node *parse_list(Parser *p) {
  uint32_t start = parser_token(p)->span.start;
  p->at++;
  Node *node;
  if (parser_accept(p, TOKEN_RIGHT_BRACKET)) return parser_finish(p, parser_node(p, NODE_LIST, start));
  Node *first = parse_element(p);
  if (at_comprehension(p)) {
    node = parse_comprehension(p, NODE_LIST_COMPREHENSION, start, first, NULL);
    if (!parser_accept(p, TOKEN_RIGHT_BRACKET))
      parse_fail_after(p, node->as.comprehension.clauses[node->as.comprehension.count - 1].iterable);
    return parser_finish(p, node);
  }
  node = parser_node(p, NODE_LIST, start);
  parse_elements(p, &node->as.list.items, first, TOKEN_RIGHT_BRACKET, start);
  return parser_finish(p, node);
}

/* One `key: value` or `**mapping` of a dict; key NULL for the latter. */
static void parse_pair(Parser *p, Node **key, Node **value) {
  if (parser_accept(p, TOKEN_POWER)) {
    *key = NULL;
    *value = parse_binary(p, PRECEDENCE_BIT_OR);
    return;
  }
  *key = parse_expression(p);
  if (!parser_at(p, TOKEN_COLON)) {
    if (parser_at(p, TOKEN_ERROR)) parser_fail(p);
    uint32_t at = (*key)->span.end - 1;
    syntax_fail(p->syntax, (Span){at, at}, "':' expected after dictionary key");
  }
  Span colon = parser_token(p)->span;
  p->at++;
  if (parser_at(p, TOKEN_RIGHT_BRACE) || parser_at(p, TOKEN_COMMA))
    syntax_fail(p->syntax, colon, "expression expected after dictionary key and ':'");
  if (parser_at(p, TOKEN_TIMES))
    syntax_fail(p->syntax, parser_token(p)->span, "cannot use a starred expression in a dictionary value");
  *value = parse_expression(p);
}

/* '{' [pairs | elements | comprehension] '}' */
static Node *parse_braces(Parser *p) {
  uint32_t start = parser_token(p)->span.start;
  p->at++;
  if (parser_accept(p, TOKEN_RIGHT_BRACE)) return parser_finish(p, parser_node(p, NODE_DICT, start));
  Node *key, *value = NULL;
  if (!parser_at(p, TOKEN_POWER)) {
    key = parse_element(p);
    if (!parser_at(p, TOKEN_COLON) || key->kind == NODE_STARRED) {
      Node *set;
      if (at_comprehension(p)) {
        set = parse_comprehension(p, NODE_SET_COMPREHENSION, start, key, NULL);
        if (!parser_accept(p, TOKEN_RIGHT_BRACE))
          parse_fail_after(p, set->as.comprehension.clauses[set->as.comprehension.count - 1].iterable);
        return parser_finish(p, set);
      }
      set = parser_node(p, NODE_SET, start);
      parse_elements(p, &set->as.list.items, key, TOKEN_RIGHT_BRACE, start);
      return parser_finish(p, set);
    }
    Span colon = parser_token(p)->span;
    p->at++;
    if (parser_at(p, TOKEN_RIGHT_BRACE) || parser_at(p, TOKEN_COMMA))
      syntax_fail(p->syntax, colon, "expression expected after dictionary key and ':'");
    if (parser_at(p, TOKEN_TIMES))
      syntax_fail(p->syntax, parser_token(p)->span, "cannot use a starred expression in a dictionary value");
    value = parse_expression(p);
    if (at_comprehension(p)) {
      Node *dict = parse_comprehension(p, NODE_DICT_COMPREHENSION, start, key, value);
      if (!parser_accept(p, TOKEN_RIGHT_BRACE))
        parse_fail_after(p, dict->as.comprehension.clauses[dict->as.comprehension.count - 1].iterable);
      return parser_finish(p, dict);
    }
  } else {
    uint32_t stars = parser_token(p)->span.start;
    parse_pair(p, &key, &value);
    if (at_comprehension(p))
      syntax_fail(p->syntax, (Span){stars, stars + 2}, "dict unpacking cannot be used in dict comprehension");
  }
  Node *node = parser_node(p, NODE_DICT, start);
  for (;;) {
    ast_append(p->syntax, &node->as.dict.keys, key);
    ast_append(p->syntax, &node->as.dict.values, value);
    if (parser_accept(p, TOKEN_RIGHT_BRACE)) break;
    if (!parser_accept(p, TOKEN_COMMA)) parse_fail_after(p, value);
    if (parser_accept(p, TOKEN_RIGHT_BRACE)) break;
    if (!parse_starts_expression(parser_token(p)->kind) && !parser_at(p, TOKEN_POWER)) parser_fail(p);
    parse_pair(p, &key, &value);
  }
  return parser_finish(p, node);
}

static Node *parse_atom(Parser *p) {
  const Token *token = parser_token(p);
  ConstantKind constant;
  switch (token->kind) {
  case TOKEN_NAME: {
    Node *node = parser_node(p, NODE_NAME, token->span.start);
    node->as.name.id = parser_name(p);
    return parser_finish(p, node);
  }
  case TOKEN_NUMBER: return parse_number(p);
  case TOKEN_STRING: return parse_strings(p);
  case TOKEN_LEFT_PAREN: return parse_parenthesized(p);
  case TOKEN_LEFT_BRACKET: return parse_list(p);
  case TOKEN_LEFT_BRACE: return parse_braces(p);
  case TOKEN_NONE: constant = CONSTANT_NONE; break;
  case TOKEN_TRUE: constant = CONSTANT_TRUE; break;
  case TOKEN_FALSE: constant = CONSTANT_FALSE; break;
  case TOKEN_ELLIPSIS: constant = CONSTANT_ELLIPSIS; break;
  default: parser_fail(p);
  }
  Node *node = parser_node(p, NODE_CONSTANT, token->span.start);
  node->op = (uint8_t)constant;
  p->at++;
  return parser_finish(p, node);
}

/* ---- Calls ---- */

static void add_keyword(Parser *p, Node *call, int *capacity, Keyword keyword) {
  if (call->as.call.keyword_count == *capacity) {
    *capacity = *capacity ? *capacity * 2 : 4;
    Keyword *keywords = syntax_alloc(p->syntax, (size_t)*capacity * sizeof *keywords);
    if (call->as.call.keyword_count)
      memcpy(keywords, call->as.call.keywords, (size_t)call->as.call.keyword_count * sizeof *keywords);
    call->as.call.keywords = keywords;
  }
  call->as.call.keywords[call->as.call.keyword_count++] = keyword;
}

/* arguments: positional and starred ones, then name=value and **value, in any order Python allows. */
void parse_arguments(Parser *p, Node *call) {
  int capacity = 0;
  bool unpacked = false;   /* ** was seen */
  bool misplaced = false;  /* a positional argument after a keyword */
  while (!parser_accept(p, TOKEN_RIGHT_PAREN)) {
    Token token = *parser_token(p);
    Node *last;
    if (token.kind == TOKEN_TIMES) {
      if (unpacked)
        syntax_fail(p->syntax, token.span, "iterable argument unpacking follows keyword argument unpacking");
      Node *starred = parser_node(p, NODE_STARRED, token.span.start);
      p->at++;
      starred->as.unary.operand = parse_expression(p);
      ast_append(p->syntax, &call->as.call.positional, last = parser_finish(p, starred));
      if (at_comprehension(p))
        syntax_fail(p->syntax, starred->span, "iterable unpacking cannot be used in comprehension");
    } else if (token.kind == TOKEN_POWER) {
      p->at++;
      unpacked = true;
      last = parse_expression(p);
      add_keyword(p, call, &capacity, (Keyword){.value = last, .span = {token.span.start, parser_end(p)}});
    } else if (token.kind == TOKEN_NAME && parser_ahead(p, 1)->kind == TOKEN_ASSIGN) {
      Keyword keyword = {.name = parser_name(p)};
      p->at++;
      keyword.value = last = parse_expression(p);
      keyword.span = (Span){token.span.start, parser_end(p)};
      if (at_comprehension(p))
        syntax_fail(p->syntax, (Span){token.span.start, p->tokens->items[p->at - 1].span.end},
                    "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
      add_keyword(p, call, &capacity, keyword);
    } else {
      if ((token.kind == TOKEN_TRUE || token.kind == TOKEN_FALSE || token.kind == TOKEN_NONE) &&
          parser_ahead(p, 1)->kind == TOKEN_ASSIGN)
        syntax_fail(p->syntax, (Span){token.span.start, parser_ahead(p, 1)->span.end}, "cannot assign to %s",
                    token_spelling(token.kind));
      if (token.kind == TOKEN_NAME && parser_ahead(p, 1)->kind == TOKEN_WALRUS) last = parse_named(p);
      else last = parse_expression(p);
      if (parser_at(p, TOKEN_ASSIGN))
        syntax_fail(p->syntax, (Span){last->span.start, parser_token(p)->span.end},
                    "expression cannot contain assignment, perhaps you meant \"==\"?");
      if (at_comprehension(p)) {
        Node *generator = parse_comprehension(p, NODE_GENERATOR, token.span.start, last, NULL);
        parser_finish(p, generator);
        bool alone = !call->as.call.positional.count && !call->as.call.keyword_count;
        bool comma = parser_at(p, TOKEN_COMMA);
        if (!alone || comma)
          syntax_fail(p->syntax, generator->span, "Generator expression must be parenthesized");
        if (!comma && !parser_at(p, TOKEN_RIGHT_PAREN))
          parse_fail_after(p, generator->as.comprehension.clauses[generator->as.comprehension.count - 1].iterable);
        generator->span.start--; /* the call's own parentheses are the generator's, too */
        generator->span.end++;
        last = generator;
      }
      if (call->as.call.keyword_count) misplaced = true;
      ast_append(p->syntax, &call->as.call.positional, last);
    }
    if (parser_at(p, TOKEN_RIGHT_PAREN)) {
      if (misplaced)
        syntax_fail(p->syntax, parser_token(p)->span, "positional argument follows keyword argument%s",
                    unpacked ? " unpacking" : "");
      continue;
    }
    if (!parser_accept(p, TOKEN_COMMA)) parse_fail_after(p, last);
  }
}

/* ---- Subscripts ---- */

/* slice: [expression] ':' [expression] [':' [expression]] | named_expression | starred */
static Node *parse_slice(Parser *p) {
  uint32_t start = parser_token(p)->span.start;
  Node *first = NULL;
  if (!parser_at(p, TOKEN_COLON)) {
    first = parse_element(p);
    if (!parser_at(p, TOKEN_COLON) || first->kind == NODE_STARRED || first->kind == NODE_NAMED) return first;
  }
  parser_expect(p, TOKEN_COLON);
  Node *node = parser_node(p, NODE_SLICE, start);
  node->as.slice.start = first;
  if (parse_starts_expression(parser_token(p)->kind)) node->as.slice.stop = parse_expression(p);
  if (parser_accept(p, TOKEN_COLON) && parse_starts_expression(parser_token(p)->kind))
    node->as.slice.step = parse_expression(p);
  return parser_finish(p, node);
}

static Node *parse_subscript_key(Parser *p) {
  Node *first = parse_slice(p);
  if (!parser_at(p, TOKEN_COMMA) && first->kind != NODE_STARRED) {
    if (!parser_at(p, TOKEN_RIGHT_BRACKET)) parse_fail_after(p, first);
    return first;
  }
  Node *tuple = parser_node(p, NODE_TUPLE, first->span.start);
  ast_append(p->syntax, &tuple->as.list.items, first);
  while (parser_accept(p, TOKEN_COMMA)) {
    if (parser_at(p, TOKEN_RIGHT_BRACKET)) break;
    ast_append(p->syntax, &tuple->as.list.items, first = parse_slice(p));
  }
  if (!parser_at(p, TOKEN_RIGHT_BRACKET)) parse_fail_after(p, first);
  return parser_finish(p, tuple);
}

/* primary: atom ('.' NAME | '(' arguments ')' | '[' slices ']')* */
Node *parse_primary(Parser *p) {
  uint32_t start = parser_token(p)->span.start;
  Node *node = parse_atom(p);
  int chain = 0;
  for (;;) {
    Node *outer;
    if (parser_accept(p, TOKEN_DOT)) {
      outer = parser_node(p, NODE_ATTRIBUTE, start);
      outer->as.attribute.object = node;
      outer->as.attribute.name = parser_token(p)->span;
      outer->as.attribute.id = parser_name(p);
    } else if (parser_accept(p, TOKEN_LEFT_PAREN)) {
      outer = parser_node(p, NODE_CALL, start);
      outer->as.call.callee = node;
      parse_arguments(p, outer);
    } else if (parser_accept(p, TOKEN_LEFT_BRACKET)) {
      outer = parser_node(p, NODE_SUBSCRIPT, start);
      outer->as.subscript.object = node;
      outer->as.subscript.key = parse_subscript_key(p);
      p->at++;
    } else {
      return node;
    }
    node = parser_finish(p, outer);
    if (++chain + p->syntax->depth > SYNTAX_DEPTH_LIMIT - 10) {
      p->syntax->depth = SYNTAX_DEPTH_LIMIT;
      syntax_enter(p->syntax, node->span);
    }
  }
}
