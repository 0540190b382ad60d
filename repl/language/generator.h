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
  Code *code;
  uint8_t state;
  uint8_t kind;  /* GeneratorKind: the type says it, too */
  bool stepping; /* an ASYNC_GENERATOR: an awaitable of it has begun and not ended */
  int handlers;  /* how many `except` and `finally` blocks it is inside of */
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

/* throw() as a method: to the innermost of a chain of awaiting generators. As generator_send. */
Value generator_throw_in(Generator *generator, Value exception);
/* The exception that throw(type, value) means; `value` may be PY_UNDEFINED. */
Value generator_exception(Value type, Value value);

/* What the types of generators, coroutines and asynchronous generators share. */
extern const NativeRow generator_shared_methods[]; /* send, throw, close */
bool generator_traverse(Object *self, PyVisit visit, void *context);
void generator_clear(Object *self);
void generator_dealloc(Object *self);
/* The collector's hook (repl/types/collector.h): closes what is a generator, a coroutine or an asynchronous generator. */
void generator_finish_garbage(Object *object);
Value generator_get_name(Value self);
bool generator_set_name(Value self, Value value);
Value generator_get_qualified_name(Value self);
bool generator_set_qualified_name(Value self, Value value);
Value generator_get_running(Value self);
Value generator_get_inner(Value self); /* what it awaits or takes items from, or None */
Value generator_get_code(Value self);
Value generator_get_frame(Value self); /* a picture of where it stands, or None */

#endif
