/* Functions of the language, and the cells that closures share. Private to this room. */
#ifndef NNSH_REPL_LANGUAGE_FUNCTION_H
#define NNSH_REPL_LANGUAGE_FUNCTION_H

#include "repl/language/frame.h"

typedef struct Function {
  Object head;
  Code *code;
  Dict *globals;
  Value defaults;         /* tuple, for the last positional parameters, or None */
  Value keyword_defaults; /* dict, or None */
  Value closure;          /* tuple of cells, or None */
  Value name, qualified_name, doc, module;
  Value annotations;      /* dict, or None where there are none yet */
  Dict *dict;             /* attributes set by the program */
} Function;

typedef struct Cell {
  Object head;
  Value value; /* PY_UNDEFINED: empty */
} Cell;

extern Type lang_function_type, lang_cell_type;

static inline bool is_function(Value v) { return v.tag == TAG_OBJECT && v.as.object->type == &lang_function_type; }

/* Takes over defaults, keyword defaults and closure (PY_NONE for none), also on failure. */
Value function_new(Code *code, Dict *globals, Value defaults, Value keyword_defaults, Value closure);
Value cell_new(Value value); /* keeps value */

/* A frame for a call, all parameters and free variables in their slots; NULL with TypeError (or MemoryError) pending.
 * The arguments are kept. */
Frame *function_frame(Function *function, const Arguments *arguments);

#endif
