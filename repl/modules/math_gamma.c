/* The gamma function as CPython computes it, to the last digit: by Lanczos's approximation with the coefficients of
 * Boost's lanczos13m53 (J. Maddock, P. Godfrey), whose sum is a quotient of two polynomials. */
#include "repl/modules/math_gamma.h"

#include <math.h>

static const double g = 6.024680040776729583740234375, g_minus_half = 5.524680040776729583740234375;

static double lanczos_sum(double x) {
  enum { TERMS = 13 };
  static const double above[TERMS] = {
      23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
      35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
      6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
      248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
      2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
      8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
      2.5066282746310002701649081771338373386264310793408};
  static const double below[TERMS] = {0.0,        39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
                                      2637558.0, 357423.0,   32670.0,     1925.0,      66.0,        1.0};
  double top = 0, bottom = 0;
  if (x < 5) {
    for (int i = TERMS; i-- > 0;) {
      top = top * x + above[i];
      bottom = bottom * x + below[i];
    }
  } else {
    for (int i = 0; i < TERMS; i++) {
      top = top / x + above[i];
      bottom = bottom / x + below[i];
    }
  }
  return top / bottom;
}

/* sin(pi * x), without the error of a large argument. */
static double sin_of_turns(double x) {
  double y = fmod(fabs(x), 2.0), value = 0;
  switch ((int)round(2.0 * y)) {
  case 0: value = sin(M_PI * y); break;
  case 1: value = cos(M_PI * (y - 0.5)); break;
  case 2: value = sin(M_PI * (1.0 - y)); break;
  case 3: value = -cos(M_PI * (y - 1.5)); break;
  default: value = sin(M_PI * (y - 2.0)); break;
  }
  return copysign(1.0, x) * value;
}

double math_gamma(double x) {
  enum { TABLED = 23 };
  if (isnan(x) || x == INFINITY) return x;
  if (x == -INFINITY) return NAN;
  if (x == 0) return copysign(INFINITY, x);
  if (x == floor(x)) {
    if (x < 0) return NAN;
    if (x <= TABLED) {
      double product = 1;
      for (int i = 2; i < (int)x; i++) product *= i;
      return product;
    }
  }
  double size = fabs(x);
  if (size < 1e-20) return 1.0 / x;
  if (size > 200.0) return x < 0 ? 0.0 / sin_of_turns(x) : INFINITY;
  double y = size + g_minus_half, lost;
  /* What was lost when y was rounded comes back as a factor. */
  if (size > g_minus_half) lost = y - size - g_minus_half;
  else lost = y - g_minus_half - size;
  lost = lost * g / y;
  double value = x < 0 ? -M_PI / sin_of_turns(size) / size * exp(y) / lanczos_sum(size) : lanczos_sum(size) / exp(y);
  value = x < 0 ? value - lost * value : value + lost * value;
  double power = size < 140.0 ? pow(y, size - 0.5) : pow(y, size / 2.0 - 0.25);
  for (int i = 0; i < (size < 140.0 ? 1 : 2); i++) value = x < 0 ? value / power : value * power;
  return value;
}

double math_lgamma(double x) {
  if (isnan(x)) return x;
  if (isinf(x)) return INFINITY;
  if (x == floor(x) && x <= 2.0) return x <= 0 ? INFINITY : 0.0;
  double size = fabs(x);
  if (size < 1e-20) return -log(size);
  double value = log(lanczos_sum(size)) - g;
  value += (size - 0.5) * (log(size + g - 0.5) - 1);
  if (x < 0) value = log(M_PI) - log(fabs(sin_of_turns(size))) - log(size) - value;
  return value;
}
