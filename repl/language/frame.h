/* Frames: the state of one running code. They lie on a stack of their own (in chunks from the heap), and those of
 * generators in blocks of their own; the C stack holds none of it. Private to this room. */
#ifndef NNSH_REPL_LANGUAGE_FRAME_H
#define NNSH_REPL_LANGUAGE_FRAME_H

#include "repl/language/code.h"

typedef enum FrameKind {
  FRAME_CALLED,    /* by another frame: its result goes onto that one's stack */
  FRAME_CONSTRUCTING, /* an __init__, by another frame: its result is None, the instance is on that one's stack */
  FRAME_ENTRY,     /* by native code: its result leaves vm_run */
  FRAME_ITERATED,  /* a generator's, run by the FOR_NEXT of the frame before it */
  FRAME_RESUMED    /* a generator's, run by native code */
} FrameKind;

struct Generator;

typedef struct Frame {
  struct Frame *back;
  Code *code;
  const Instruction *pc; /* the instruction being executed, when another frame runs */
  Value *sp;             /* first free place of its stack, when another frame runs */
  Dict *globals;
  Dict *names;           /* of a class body */
  Object *callable;      /* the Function, kept: it holds code and globals */
  struct Generator *generator;
  Value outer_handled;   /* generators: what was being handled where they were resumed (borrowed) */
  uint8_t kind;
  Value slots[];         /* code->slots, then the stack */
} Frame;

/* The innermost running frame, and how many there are. */
extern Frame *frame_current;
extern int frame_depth;

/* A frame on the stack of frames, its slots not set; NULL with MemoryError pending. Released in reverse order. */
Frame *frame_push(Code *code);

/* The current chunk: its first frame, the first free byte, the end. */
extern char *frame_floor, *frame_top, *frame_limit;
void frame_leave_chunk(void);
static inline void frame_pop(Frame *frame) { /* its values are dropped already */
  frame_top = (char *)frame;
  if (frame_top == frame_floor) frame_leave_chunk();
}

/* Drops slots and stack up to sp. */
void frame_clear(Frame *frame, Value *sp);
/* locals() of a frame: a new dict. */
Value frame_locals(Frame *frame);

/* The stack of frames of a thread that does not run. */
typedef struct FrameStack {
  Frame *current;
  int depth;
  char *floor, *top, *limit;
  struct Chunk *chunk, *spare;
} FrameStack;
void frame_exchange(FrameStack *other);
void frame_stack_release(void); /* the memory of a thread's that ends: no frame is left */

#endif
