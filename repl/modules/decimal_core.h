/* Decimal numbers: (-1)**sign * number * 10**exponent. */
#ifndef NNSH_REPL_MODULES_DECIMAL_CORE_H
#define NNSH_REPL_MODULES_DECIMAL_CORE_H

#include "repl/modules/modules.h"
#include "repl/types/integer.h"

typedef struct Decimal {
  Object head;
  Value number; /* a plain integer that is not negative */
  int64_t exponent;
  bool sign;
  char special; /* 0; 'F' infinity, 'n' NaN: number and exponent say nothing then */
  bool signals; /* a NaN that may not be used */
} Decimal;

extern Type decimal_type;

bool decimal_is(Value v);
Decimal *decimal_of(Value v);
/* A finite number of just these parts; takes `number` over, an error is handed up. */
Value decimal_make(Type *type, bool sign, Value number, int64_t exponent);

/* decimal_text.c: as str() has it. And back: a plain number (sign, digits, point, exponent) is read; false where the text
 * is something else, which the language's half reads. */
Value decimal_text(Value self);
bool decimal_read(Type *type, const String *text, Value *made);

#endif
