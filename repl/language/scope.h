/* Scopes: which variable each name means. One scope a module, function, lambda, class body and comprehension.
 *
 * After scope_build every name of a function has a slot in its frame: a plain local, a cell (a local that an inner
 * function also uses) or a free variable (a cell of an outer function). Names of the module and of class bodies live in
 * dicts. */
#ifndef NNSH_REPL_LANGUAGE_SCOPE_H
#define NNSH_REPL_LANGUAGE_SCOPE_H

#include "repl/language/ast.h"

typedef enum ScopeKind { SCOPE_MODULE, SCOPE_FUNCTION, SCOPE_LAMBDA, SCOPE_COMPREHENSION, SCOPE_CLASS } ScopeKind;

/* What the text does with a name in a scope. */
enum {
  NAME_BOUND = 1, NAME_USED = 2, NAME_PARAMETER = 4, NAME_GLOBAL = 8, NAME_NONLOCAL = 16, NAME_ITERATION = 32,
  NAME_ANNOTATED = 64
};

typedef enum NamePlace {
  PLACE_UNRESOLVED,
  PLACE_LOCAL,  /* slot */
  PLACE_CELL,   /* slot holds a cell that was made here */
  PLACE_FREE,   /* slot holds a cell from outside */
  PLACE_GLOBAL, /* globals, then builtins */
  PLACE_CLASS   /* the class body's dict, then as outside */
} NamePlace;

typedef struct Symbol {
  String *name;
  uint8_t flags, place;
  bool passes; /* a class body's own name that also is a free variable on its way to an inner function */
  int slot;
  Span declared; /* the first global or nonlocal statement that names it; zero without one */
  struct Symbol *next; /* in order of first appearance */
  struct Symbol *collision;
} Symbol;

enum { SCOPE_BUCKETS = 16 };

struct Scope {
  uint8_t kind;
  bool generator;  /* has a yield */
  bool coroutine;  /* an async def, or a comprehension that awaits */
  bool annotated;  /* a module or class body with annotated names */
  bool class_cell; /* a class body: some method uses super or __class__ */
  Scope *outer;
  Symbol *first, *last;
  Symbol *buckets[SCOPE_BUCKETS];
  const Formals *formals; /* functions and lambdas */
  Symbol **free;          /* free variables, in the order of the closure tuple */
  int free_count;
  int slots; /* of the frame */
  Scope *next; /* all scopes, outer ones first */
};

/* Builds and attaches the scopes; returns the module's. */
Scope *scope_build(Syntax *syntax, NodeList body);
/* What a name is in a scope; it must occur there. */
Symbol *scope_find(const Scope *scope, const String *name);

#endif
