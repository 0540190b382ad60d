/* Big integers from inside: what the files of integer.h share. Private. */
#ifndef NNSH_REPL_TYPES_INTEGER_INTERNAL_H
#define NNSH_REPL_TYPES_INTEGER_INTERNAL_H

#include <tommath.h>

#include "repl/types/value.h"

typedef struct BigInt {
  Object head;
  mp_int number;
} BigInt;

/* Room for an inline integer as libtommath reads it, so that operands need no memory. */
typedef struct Operand {
  mp_int number;
  mp_digit digits[2];
} Operand;
const mp_int *integer_operand(Value value, Operand *operand);

Value integer_finish(mp_int *number, mp_err error);
Value integer_no_memory(void); /* raises MemoryError */
/* MP_OKAY, or MP_ERR with KeyboardInterrupt pending. */
mp_err integer_interrupted(void);
mp_err integer_multiply(const mp_int *a, const mp_int *b, mp_int *out);
Value integer_true_divide(const mp_int *a, const mp_int *b); /* a float, rounded once */
void integer_dealloc(Object *self);

#endif
