/* Signatures: one line of Python that declares a callable's parameters, e.g.
 *
 *     "units, activation=None, use_bias=True, kernel_initializer='glorot_uniform', *, seed=None, **kwargs"
 *
 * Every table row (layer, loss, numpy function, builtin, prompt command, ...) carries such a line; argument binding,
 * defaults, get_config(), help and completion all read it through this one parser. Lines are parsed when first used
 * and kept for the life of the process, so a start costs nothing.
 *
 * Defaults are literals: None, True, False, integers, floats (inf, nan, -1e-3 too), 'strings', tuples and lists of
 * these, and `...` for "no value was given" where None itself is a value. */
#ifndef NNSH_ENGINE_CORE_SIGNATURE_H
#define NNSH_ENGINE_CORE_SIGNATURE_H

#include <stdbool.h>
#include <stdint.h>

#include "engine/core/error.h"

typedef enum LiteralTag {
  LITERAL_NONE, LITERAL_BOOL, LITERAL_INT, LITERAL_FLOAT, LITERAL_STRING, LITERAL_TUPLE, LITERAL_LIST, LITERAL_ABSENT
} LiteralTag;

typedef struct Literal Literal;
struct Literal {
  LiteralTag tag;
  union {
    bool boolean;
    int64_t integer;
    double real;
    char *string; /* owned, NUL-terminated UTF-8 */
    struct {
      Literal *items; /* owned */
      int count;
    } list;
  } as;
  void *made; /* for the language: the str that it made of a text, since a default is made into a value at every call */
};

typedef enum ParameterKind {
  PARAMETER_POSITIONAL_ONLY, /* before a '/' */
  PARAMETER_NORMAL,
  PARAMETER_REST,         /* *args: the slot holds a tuple */
  PARAMETER_KEYWORD_ONLY, /* after '*' or *args */
  PARAMETER_KEYWORDS      /* **kwargs: the slot holds a dict */
} ParameterKind;

typedef struct Parameter {
  char *name;
  ParameterKind kind;
  bool has_default;
  Literal default_value;
} Parameter;

typedef struct Signature {
  const char *line; /* as declared */
  Parameter *parameters;
  int count;
  int positional; /* how many may be given by position (kinds POSITIONAL_ONLY and NORMAL) */
  int rest;       /* index of *args, or -1 */
  int keywords;   /* index of **kwargs, or -1 */
} Signature;

/* Parses a line. Returns a signature that the caller frees with signature_free, or NULL with `error` (ERROR_VALUE for
 * a malformed line, which is a mistake in a table and is caught by the test that walks every row). */
Signature *signature_parse(const char *line, Error *error);
void signature_free(Signature *signature);

/* The parsed form of a line that lives as long as the process (a string literal in a table). Parsed once, kept in a
 * process-wide table; not freed by the caller. Main thread only. NULL only when memory is short or the line is bad. */
const Signature *signature_of(const char *line);

/* Index of the parameter called `name` (length bytes), or -1. */
int signature_find(const Signature *signature, const char *name, int length);

/* Parses one literal from a text, e.g. "'relu'" or "(3, 3)"; trailing text is an error. Caller: literal_clear. */
bool literal_parse(const char *text, Literal *out, Error *error);
void literal_clear(Literal *literal);

/* How close two names are: Damerau-Levenshtein distance, case ignored. For "did you mean". */
int name_distance(const char *a, const char *b);

#endif
