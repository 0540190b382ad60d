/* What the files of str's methods share. Private to them. */
#ifndef NNSH_REPL_TYPES_STR_READER_H
#define NNSH_REPL_TYPES_STR_READER_H

#include "engine/core/utf8.h"
#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/protocol.h"

/* Characters one by one. */
typedef struct Reader {
  const char *at, *end;
} Reader;
static inline Reader reader(const String *string) { return (Reader){string->data, string->data + string->length}; }
static inline bool read_code(Reader *r, uint32_t *code) {
  if (r->at >= r->end) return false;
  int taken = utf8_decode(r->at, (size_t)(r->end - r->at), code);
  if (taken <= 0) {
    *code = 0xFFFD;
    taken = 1;
  }
  r->at += taken;
  return true;
}

/* Whether the character in these bytes is white space. */
static inline bool is_space_at(const char *at, int length) {
  uint32_t code;
  return utf8_decode(at, (size_t)length, &code) > 0 && utf8_is_space(code);
}

static inline bool want_str(Value value, const char *format) {
  if (py_is_str(value)) return true;
  py_raise(&py_TypeError, "%s, not %s", format, py_type_of(value)->name);
  return false;
}

#endif
