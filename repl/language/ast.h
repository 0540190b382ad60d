/* The syntax tree: what the parser makes and the scopes and the compiler read. All of it lives in the compilation's
 * arena; names are interned strings. */
#ifndef NNSH_REPL_LANGUAGE_AST_H
#define NNSH_REPL_LANGUAGE_AST_H

#include "repl/language/syntax.h"

typedef enum NodeKind {
  /* Expressions. */
  NODE_CONSTANT,
  NODE_NAME,
  NODE_BINARY,
  NODE_UNARY,
  NODE_NOT,
  NODE_LOGICAL,
  NODE_COMPARE,
  NODE_CONDITIONAL,
  NODE_LAMBDA,
  NODE_NAMED, /* x := value */
  NODE_CALL,
  NODE_ATTRIBUTE,
  NODE_SUBSCRIPT,
  NODE_SLICE,
  NODE_STARRED,
  NODE_TUPLE,
  NODE_LIST,
  NODE_SET,
  NODE_DICT,
  NODE_LIST_COMPREHENSION,
  NODE_SET_COMPREHENSION,
  NODE_DICT_COMPREHENSION,
  NODE_GENERATOR,
  NODE_JOINED,    /* an f-string: constants and fields */
  NODE_FORMATTED, /* a field of one */
  NODE_YIELD,
  NODE_YIELD_FROM,
  NODE_AWAIT,
  /* Statements. */
  NODE_EXPRESSION,
  NODE_ASSIGN,
  NODE_AUGMENTED,
  NODE_ANNOTATED,
  NODE_RETURN,
  NODE_DELETE,
  NODE_PASS,
  NODE_BREAK,
  NODE_CONTINUE,
  NODE_GLOBAL,
  NODE_NONLOCAL,
  NODE_IMPORT,
  NODE_IMPORT_FROM,
  NODE_RAISE,
  NODE_ASSERT,
  NODE_IF,
  NODE_WHILE,
  NODE_FOR,
  NODE_TRY,
  NODE_WITH,
  NODE_MATCH,
  NODE_DEF,
  NODE_CLASS
} NodeKind;

typedef enum ConstantKind {
  CONSTANT_NONE, CONSTANT_TRUE, CONSTANT_FALSE, CONSTANT_ELLIPSIS, CONSTANT_INT,
  CONSTANT_BIG_INT, /* does not fit 64 bits: decimal or 0x... digits in text */
  CONSTANT_FLOAT, CONSTANT_IMAGINARY, CONSTANT_STRING, CONSTANT_BYTES
} ConstantKind;

typedef struct Node Node;
typedef struct Scope Scope;

typedef struct NodeList {
  Node **items;
  int count, capacity;
} NodeList;

typedef struct Bytestring {
  const char *data;
  uint32_t length;
} Bytestring;

/* A parameter list: positional-only ones first. Defaults belong to the last ones of `positional`. */
typedef struct FormalParameter {
  String *name;
  Span span;
  Node *fallback;   /* the default, or NULL */
  Node *annotation; /* or NULL */
} FormalParameter;
typedef struct Formals {
  FormalParameter *items; /* positional, then keyword-only */
  int positional_only, positional, keyword_only;
  String *rest, *keywords; /* *args, **kwargs, or NULL */
  Span rest_span, keywords_span;
  Node *rest_annotation, *keywords_annotation; /* or NULL */
} Formals;

/* name=value in a call; name NULL: **value. */
typedef struct Keyword {
  String *name;
  Node *value;
  Span span;
} Keyword;

/* `for target in iterable if condition ...` of a comprehension. */
typedef struct Clause {
  Node *target, *iterable;
  NodeList conditions;
  bool async; /* `async for` */
} Clause;

/* `except type as name: body`. */
typedef struct Handler {
  Node *type;   /* or NULL */
  String *name; /* or NULL */
  NodeList body;
  Span span, name_span;
} Handler;

typedef struct WithItem {
  Node *context, *target; /* target may be NULL */
} WithItem;

/* `import a.b as c`, or `from ... import name as c`. */
typedef struct Alias {
  String *name, *as; /* as may be NULL */
  Span span;
} Alias;

/* Patterns of match. */
typedef enum PatternKind {
  PATTERN_VALUE,     /* equal to `value` */
  PATTERN_SINGLETON, /* None, True or False itself */
  PATTERN_CAPTURE,   /* anything; `name` NULL: _ */
  PATTERN_AS,        /* the one part, also bound to `name` */
  PATTERN_OR,        /* one of the parts */
  PATTERN_SEQUENCE,  /* parts, the one at `star` (or -1) a capture of all others */
  PATTERN_MAPPING,   /* parts with keys; `has_rest`: what is left is bound to `name` */
  PATTERN_CLASS      /* of class `value`: `positional` parts, then those of attributes by name */
} PatternKind;
typedef struct Pattern Pattern;
typedef struct PatternPart {
  String *name;
  Node *key;
  Pattern *pattern;
} PatternPart;
struct Pattern {
  uint8_t kind; /* PatternKind */
  bool has_rest;
  int star, positional, count, capacity;
  String *name;
  Node *value;
  PatternPart *parts;
  Span span;
};
/* `case pattern if guard: body` */
typedef struct MatchCase {
  Pattern *pattern;
  Node *guard; /* or NULL */
  bool irrefutable;
  NodeList body;
  Span span;
} MatchCase;

typedef enum CompareKind { /* after CompareOp's six */
  COMPARE_IN = 6, COMPARE_NOT_IN, COMPARE_IS, COMPARE_IS_NOT
} CompareKind;

/* `op` of a NODE_WITH that stands for the body of an `except*`: no jump leaves it. */
enum { WITH_STAR_HANDLER = 1 };

struct Node {
  uint8_t kind;          /* NodeKind */
  uint8_t op;            /* BinaryOp, UnaryOp, ConstantKind, 'r' 's' 'a' of NODE_FORMATTED, is_or of NODE_LOGICAL */
  bool parenthesized;    /* written in parentheses of its own */
  bool trailing_comma;   /* tuples: for messages */
  bool async;            /* NODE_FOR, NODE_WITH, NODE_DEF with `async` before */
  Span span;
  union {
    struct { int64_t integer; double real; Bytestring text; } constant;
    struct { String *id; } name;
    struct { Node *left, *right; } binary;
    struct {
      Node *operand;
    } unary; /* NODE_NOT, NODE_STARRED, NODE_YIELD (may be NULL), NODE_AWAIT, NODE_RETURN, NODE_EXPRESSION too */
    struct { NodeList items; } list; /* NODE_LOGICAL, NODE_TUPLE, NODE_LIST, NODE_SET, NODE_JOINED, NODE_DELETE */
    struct { NodeList operands; uint8_t *ops; } compare; /* ops: one fewer than operands */
    struct { Node *test, *then, *otherwise; } conditional;
    struct { Formals formals; Node *body; Scope *scope; } lambda;
    struct { String *id; Node *value; Span name; } named;
    struct { Node *callee; NodeList positional; Keyword *keywords; int keyword_count; } call;
    struct { Node *object; String *id; Span name; } attribute;
    struct { Node *object, *key; } subscript;
    struct { Node *start, *stop, *step; } slice; /* each may be NULL */
    struct { NodeList keys, values; } dict; /* a NULL key: ** */
    struct { Node *element, *value; Clause *clauses; int count; Scope *scope; } comprehension; /* value: dicts */
    struct { Node *value; Node *spec; } formatted; /* spec: NODE_JOINED or NULL */
    struct { NodeList targets; Node *value; } assign;
    struct { Node *target, *value, *annotation; } augmented; /* NODE_ANNOTATED too: value may be NULL */
    struct { String **ids; int count; } names; /* global, nonlocal */
    struct { Alias *aliases; int count; String *module; int level; bool star; } import;
    struct { Node *value, *cause; } raise; /* assert: test, message */
    struct { Node *test; NodeList body, otherwise; } branch; /* if, while */
    struct { Node *target, *iterable; NodeList body, otherwise; } loop;
    struct { NodeList body, otherwise, finally; Handler *handlers; int count; bool has_finally; } try;
    struct { WithItem *items; int count; NodeList body; } with;
    struct { Node *subject; MatchCase *cases; int count; } match;
    struct {
      String *id;
      Formals formals;
      NodeList decorators, body;
      Scope *scope;
      Span name;
      Node *returns; /* the annotation of what it returns, or NULL */
    } def;
    struct {
      String *id;
      Node *call;
      NodeList decorators, body;
      Scope *scope;
      Span name;
    } class; /* call: bases as a call's arguments */
  } as;
};

/* The name of an expression's kind in messages: "cannot assign to %s". */
const char *ast_describe(const Node *node);

/* An expression as text, as CPython writes annotations that are not evaluated. */
void ast_unparse(Text *text, const Node *node, const Source *source);

void ast_append(Syntax *syntax, NodeList *list, Node *node);

#endif
