#include "repl/language/frame.h"

#include <string.h>

#include "engine/core/memory.h"
#include "repl/language/function.h"
#include "repl/types/protocol.h"

Frame *frame_current;
int frame_depth;
char *frame_floor, *frame_top, *frame_limit;

/* A piece of the stack of frames. One empty chunk is kept, so that a call at the edge does not allocate each time. */
typedef struct Chunk {
  struct Chunk *below;
  char *limit;
} Chunk;
enum { CHUNK_BYTES = 128 * 1024 };
static Chunk *chunk, *spare;

static char *chunk_start(Chunk *c) { return (char *)(c + 1); }

static bool chunk_add(size_t bytes) {
  Chunk *added = NULL;
  if (spare && (size_t)(spare->limit - chunk_start(spare)) >= bytes) {
    added = spare;
    spare = NULL;
  } else {
    size_t size = bytes > CHUNK_BYTES ? bytes : CHUNK_BYTES;
    added = core_alloc(sizeof *added + size);
    if (!added) return false;
    added->limit = chunk_start(added) + size;
  }
  added->below = chunk;
  chunk = added;
  frame_top = chunk_start(chunk);
  frame_limit = chunk->limit;
  return true;
}

Frame *frame_push(Code *code) {
  size_t bytes = code->frame_bytes;
  if ((size_t)(frame_limit - frame_top) < bytes) {
    /* The chunk begins with how full the one below was. */
    char *top = frame_top;
    if (!chunk_add(bytes + sizeof(Value))) {
      py_raise(&py_MemoryError, "Unable to allocate a frame of %zu bytes", bytes);
      return NULL;
    }
    memcpy(frame_top, &top, sizeof top);
    frame_floor = frame_top += sizeof(Value); /* keeps the alignment of Values */
  }
  Frame *frame = (Frame *)(void *)frame_top;
  frame_top += bytes;
  frame->code = code;
  frame->generator = NULL;
  frame->names = NULL;
  return frame;
}

/* The chunk's first frame went: back to the chunk below. */
void frame_leave_chunk(void) {
  Chunk *empty = chunk;
  memcpy(&frame_top, chunk_start(empty), sizeof frame_top);
  chunk = empty->below;
  frame_limit = chunk ? chunk->limit : NULL;
  frame_floor = chunk ? chunk_start(chunk) + sizeof(Value) : NULL;
  if (spare) core_free(spare);
  spare = empty;
}

void frame_exchange(FrameStack *other) {
  FrameStack before = {frame_current, frame_depth, frame_floor, frame_top, frame_limit, chunk, spare};
  frame_current = other->current;
  frame_depth = other->depth;
  frame_floor = other->floor;
  frame_top = other->top;
  frame_limit = other->limit;
  chunk = other->chunk;
  spare = other->spare;
  *other = before;
}

void frame_stack_release(void) {
  core_free(spare);
  spare = NULL;
}

void frame_clear(Frame *frame, Value *sp) {
  Value *end = frame->slots + frame->code->slots;
  while (sp > end) py_drop(*--sp);
  for (Value *slot = frame->slots; slot < end; slot++) py_drop(*slot);
}

Value frame_locals(Frame *frame) {
  if (frame->names) return py_keep(py_object(frame->names));
  if (frame->code->kind == CODE_MODULE) return py_keep(py_object(frame->globals));
  Value dict = py_dict();
  if (py_is_error(dict)) return dict;
  for (int i = 0; i < frame->code->slots; i++) {
    Value value = frame->slots[i];
    if (frame->code->slot_is_cell[i] && value.tag == TAG_OBJECT && value.as.object->type == &lang_cell_type)
      value = ((Cell *)value.as.object)->value;
    if (value.tag <= TAG_UNDEFINED || frame->code->slot_names[i]->data[0] == '.') continue;
    if (!py_dict_set(py_as_dict(dict), py_object(frame->code->slot_names[i]), value)) {
      py_drop(dict);
      return PY_ERROR;
    }
  }
  return dict;
}
