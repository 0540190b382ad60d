/* What the files of the itertools module share: private to them. */
#ifndef NNSH_REPL_MODULES_ITERTOOLS_H
#define NNSH_REPL_MODULES_ITERTOOLS_H

#include "repl/modules/modules.h"

/* One struct for all iterators of the module: what they hold and a few numbers; each file says what they mean. */
enum { ITERTOOLS_HELD = 5 };
typedef struct Iteration {
  Object head;
  Value held[ITERTOOLS_HELD];
  int64_t at, stop, step;
  int64_t *indices; /* of the combinatoric ones; core_free */
  bool started;
} Iteration;

static inline Iteration *iteration_of(Value v) { return (Iteration *)v.as.object; }
/* A new one that holds two Values, which it takes over; PY_ERROR where one of them is. */
Value iteration_new(Type *type, Value first, Value second);
/* Puts a Value in a place, taking it over, and drops what was there. */
void iteration_hold(Iteration *iteration, int place, Value value);
bool iteration_traverse(Object *self, PyVisit visit, void *context);
void iteration_clear(Object *self);
void iteration_dealloc(Object *self);
Value iteration_itself(Value self);

/* How a type is made: its constructor's line binds as that of one of CPython's own functions, so that wrong arguments
 * get the texts of these. */
typedef struct IterationMake {
  const char *line;
  Value (*construct)(Type *type, Value *arguments);
} IterationMake;
Value iteration_construct(Type *type, Value *arguments);

#define ITERATION_TYPE(type_name, text, ...)                                                                \
  {.head = {&py_type_type, 1}, .name = #type_name, .module = "itertools", .help = text, .base = &py_object_type, \
   .size = sizeof(Iteration), .dealloc = iteration_dealloc, .traverse = iteration_traverse,                       \
   .clear = iteration_clear, .iter = iteration_itself, .signature = "*args, **kwargs", __VA_ARGS__}
#define ITERATION_MAKE(line, function) .construct = iteration_construct, .data = &(const IterationMake){line, function}

extern Type itertools_product_type, itertools_permutations_type, itertools_combinations_type,
    itertools_replacement_type, itertools_groupby_type, itertools_tee_type;
Value itertools_reduce_repeat(const NativeRow *row, Value *arguments);
/* Whether a type is permutations or derives from it. */
bool itertools_permutes(const Type *type);
/* __reduce__ and __setstate__ of each: itertools_state.c. `plain` is for filterfalse and starmap, `while` for dropwhile
 * and takewhile, `choice` for permutations and both combinations. */
extern const NativeRow itertools_count_methods[], itertools_cycle_methods[],
    itertools_accumulate_methods[], itertools_chain_methods[], itertools_compress_methods[], itertools_plain_methods[],
    itertools_while_methods[], itertools_islice_methods[], itertools_zip_longest_methods[], itertools_product_methods[],
    itertools_choice_methods[], itertools_groupby_methods[];
Value itertools_tee(const NativeRow *row, Value *arguments);

#endif
