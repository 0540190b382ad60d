/* The gamma function and its logarithm as CPython's math has them: nan and inf where there is none. */
#ifndef NNSH_REPL_MODULES_MATH_GAMMA_H
#define NNSH_REPL_MODULES_MATH_GAMMA_H

double math_gamma(double x);
double math_lgamma(double x);

#endif
