/* Compiled code: one object a module, function, lambda, class body and comprehension. */
#ifndef NNSH_REPL_LANGUAGE_CODE_H
#define NNSH_REPL_LANGUAGE_CODE_H

#include "repl/language/language.h"
#include "repl/language/opcode.h"
#include "repl/language/source.h"
#include "repl/types/lookup.h"

/* Instructions [start, end) are protected: an exception cuts the stack to `depth`, is pushed, and `handler` goes on.
 * The first entry that covers an instruction counts. */
typedef struct Protection {
  int32_t start, end, handler, depth;
} Protection;

/* Where a name was found last: an entry of a dict. Checked on every use by the entry's key itself. */
typedef struct NameCache {
  Dict *globals; /* for builtins: the globals that were searched in vain, and their version then */
  uint64_t version;
  int64_t entry; /* in globals or, where `builtin`, in lang_builtins */
  bool builtin;
} NameCache;

/* What a CODE_GENERATOR makes when it is called. */
typedef enum GeneratorKind { PLAIN_GENERATOR, COROUTINE, ASYNC_GENERATOR } GeneratorKind;

typedef enum CodeKind { CODE_MODULE, CODE_FUNCTION, CODE_GENERATOR, CODE_CLASS } CodeKind;

struct Code {
  int references;
  uint8_t kind; /* CodeKind */
  uint8_t makes; /* CODE_GENERATOR: GeneratorKind */
  bool simple;  /* positional parameters only, no cells among them: calls may take the short way */
  bool observed; /* lang_call_observer was told of its first call */
  bool class_cell; /* CODE_CLASS: slot 0.. holds the cell of __class__ in `class_slot` */
  int class_slot;
  String *name, *qualified_name; /* "f", "A.f.<locals>.g" */
  Source *source;
  int first_line;

  Instruction *instructions;
  Span *spans; /* one an instruction */
  int count;
  Value *constants;
  int constant_count;
  String **names; /* of globals and attributes; interned */
  NameCache *caches; /* one a name */
  int name_count;
  LookupCache *lookups; /* one an instruction that reads or sets an attribute */
  Code **children;
  int child_count;
  Protection *protections;
  int protection_count;

  /* The frame: slots are parameters (positional, keyword-only, *args, **kwargs), other locals and cells, free
   * variables; then the stack. */
  String **slot_names;
  uint8_t *slot_is_cell; /* cells and free variables */
  int slots, stack;
  size_t frame_bytes;
  int positional_only, positional, keyword_only;
  int rest, keywords; /* slots of *args and **kwargs, or -1 */
  int free_count, first_free;
  Value doc; /* the docstring or None */
};

Code *code_new(Source *source);
static inline Code *code_keep(Code *code) {
  code->references++;
  return code;
}
/* Where an instruction's text is. */
Place code_place(const Code *code, const Instruction *instruction);
/* A listing, for tests and debugging. */
void code_dump(Text *text, const Code *code);

#endif
