/* Values of the language: 16 bytes, tag and payload. None, bool, 64-bit integers, floats and numpy scalars are inline;
 * everything else is a reference-counted Object.
 *
 * OWNERSHIP, once for all of repl/: a function that returns a Value returns a new reference, which the caller drops
 * with py_drop. Arguments are borrowed, except where a name says "steal" (py_list_append_steal, ...). A function that
 * fails returns PY_ERROR (or false, or -1) with an exception pending (exception.h). PY_ERROR and PY_UNDEFINED never
 * reach the user's program. */
#ifndef NNSH_REPL_TYPES_VALUE_H
#define NNSH_REPL_TYPES_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/array/array.h"

typedef enum Tag {
  TAG_ERROR,     /* an exception is pending */
  TAG_UNDEFINED, /* no value: an argument not given, an iterator at its end, a deleted slot */
  TAG_NONE,
  TAG_BOOL,   /* as.integer 0 or 1 */
  TAG_INT,    /* as.integer */
  TAG_FLOAT,  /* as.real */
  TAG_SCALAR, /* a numpy scalar: dtype in .type, payload as NdScalar's */
  TAG_NOT_IMPLEMENTED,
  TAG_ELLIPSIS,
  TAG_OBJECT
} Tag;

struct Object;
struct Type;

typedef struct Value {
  uint8_t tag;
  uint8_t type; /* NdType when tag is TAG_SCALAR */
  union {
    int64_t integer;
    uint64_t natural;
    double real;
    struct Object *object;
  } as;
} Value;

/* Every heap object starts with this. Objects of types with a traverse slot carry the collector's links in front of
 * it (object.h makes them). */
typedef struct Object {
  struct Type *type;
  int64_t references;
} Object;

#define PY_ERROR ((Value){.tag = TAG_ERROR})
#define PY_UNDEFINED ((Value){.tag = TAG_UNDEFINED})
#define PY_NONE ((Value){.tag = TAG_NONE})
#define PY_TRUE ((Value){.tag = TAG_BOOL, .as.integer = 1})
#define PY_FALSE ((Value){.tag = TAG_BOOL})
#define PY_NOT_IMPLEMENTED ((Value){.tag = TAG_NOT_IMPLEMENTED})

static inline Value py_bool(bool truth) { return (Value){.tag = TAG_BOOL, .as.integer = truth}; }
static inline Value py_int(int64_t integer) { return (Value){.tag = TAG_INT, .as.integer = integer}; }
static inline Value py_float(double real) { return (Value){.tag = TAG_FLOAT, .as.real = real}; }
/* Takes over a reference to an object (NULL becomes PY_ERROR). */
static inline Value py_object(void *object) {
  return object ? (Value){.tag = TAG_OBJECT, .as.object = (Object *)object} : PY_ERROR;
}
static inline Value py_scalar(NdScalar scalar) {
  return (Value){.tag = TAG_SCALAR, .type = (uint8_t)scalar.type, .as.natural = scalar.as.u};
}
static inline NdScalar py_as_scalar(Value value) {
  return (NdScalar){.type = (NdType)value.type, .as.u = value.as.natural};
}

static inline bool py_is_error(Value v) { return v.tag == TAG_ERROR; }
static inline bool py_is_undefined(Value v) { return v.tag == TAG_UNDEFINED; }
static inline bool py_is_none(Value v) { return v.tag == TAG_NONE; }

void py_destroy(Object *object); /* called when the last reference goes */

static inline Value py_keep(Value value) {
  if (value.tag == TAG_OBJECT) value.as.object->references++;
  return value;
}
static inline void py_drop(Value value) {
  if (value.tag == TAG_OBJECT && --value.as.object->references == 0) py_destroy(value.as.object);
}

/* The type of any value (borrowed). */
struct Type *py_type_of_inline(Value value); /* of one that is no object */
static inline struct Type *py_type_of(Value value) {
  return value.tag == TAG_OBJECT ? value.as.object->type : py_type_of_inline(value);
}
/* isinstance; true for subclasses. */
bool py_is(Value value, const struct Type *type);

#endif
