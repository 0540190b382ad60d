/* Complex numbers. Public for repl/modules and the compiler. */
#ifndef NNSH_REPL_TYPES_COMPLEX_H
#define NNSH_REPL_TYPES_COMPLEX_H

#include "repl/types/type.h"

typedef struct Complex {
  Object head;
  double real, imag;
} Complex;

Value py_complex(double real, double imag);
/* A complex, or any real number as one: false (nothing raised, but OverflowError) for other values. */
bool complex_of(Value value, double *real, double *imag);
/* base ** exponent, also of reals whose power is complex. */
Value complex_power(double base, double base_imag, double exponent, double exponent_imag);

extern Type py_complex_type;

#endif
