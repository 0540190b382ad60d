/* Generators: a frame in a block of its own that runs a piece at a time. Private to this room. */
#ifndef NNSH_REPL_LANGUAGE_GENERATOR_H
#define NNSH_REPL_LANGUAGE_GENERATOR_H

#include "repl/language/frame.h"

typedef enum GeneratorState {
  GENERATOR_CREATED,
  GENERATOR_SUSPENDED,
  GENERATOR_RUNNING,
  GENERATOR_FINISHED
} GeneratorState;

typedef struct Generator {
  Object head;
  Frame *frame; /* NULL once finished */
  uint8_t state;
  Value handled; /* the exception that it was handling when it yielded (borrowed from its stack), or None */
  Value result;  /* what it returned: until somebody takes it */
  Value name, qualified_name;
} Generator;

extern Type lang_generator_type;

static inline bool is_generator(Value v) { return v.tag == TAG_OBJECT && v.as.object->type == &lang_generator_type; }

/* A generator for a frame that was pushed for its call (and is popped here). */
Value generator_new(Frame *frame);
/* Resumes with a value: what it yields, PY_UNDEFINED where it ended (its result is in generator->result), PY_ERROR. */
Value generator_send(Generator *generator, Value value);
/* Before and after a piece of its run, by whoever runs it. */
void generator_resumed(Generator *generator);
void generator_yielded(Generator *generator);
/* The frame has ended: its values go. `result` is taken over (PY_ERROR: by an exception, which is pending). */
void generator_finished(Generator *generator, Value *sp, Value result);
/* send() to any iterator, for yield from: as generator_send, the result in *result (new reference). */
Value generator_send_any(Value iterator, Value value, Value *result);
/* An exception is raised inside the generator, as throw() does. */
Value generator_throw(Generator *generator); /* the pending one */

#endif
