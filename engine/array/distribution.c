#include "engine/array/distribution.h"

#include <math.h>
#include <string.h>

#include "engine/core/interrupt.h"

/* ---- Checks: numpy's conditions and texts ----- */

static bool below_zero(double value) { return !isnan(value) && signbit(value); }
static bool not_positive(double value) { return !(value > 0.0) && !isnan(value); }

/* A check whose text is fixed. */
#define CHECK(name, refused, text)                                      \
  static bool name(const double *p, Error *error) {                     \
    return (refused) ? core_fail(error, ERROR_VALUE, text) : true;      \
  }

CHECK(check_scale, below_zero(p[0]), "scale < 0")
CHECK(check_second_scale, below_zero(p[1]), "scale < 0")
CHECK(check_sigma, below_zero(p[1]), "sigma < 0")
CHECK(check_shape_parameter, below_zero(p[0]), "shape < 0")
CHECK(check_a_not_negative, below_zero(p[0]), "a < 0")
CHECK(check_a_positive, not_positive(p[0]), "a <= 0")
CHECK(check_df, not_positive(p[0]), "df <= 0")
CHECK(check_geometric, !(p[0] > 0.0 && p[0] <= 1.0), "p <= 0, p > 1 or p contains NaNs")

static bool check_uniform(const double *p, Error *error) {
  return isfinite(p[1] - p[0]) ? true : core_fail(error, ERROR_OVERFLOW, "Range exceeds valid bounds");
}

static bool check_gamma(const double *p, Error *error) {
  return check_shape_parameter(p, error) && check_second_scale(p, error);
}

static bool check_beta(const double *p, Error *error) {
  if (not_positive(p[0])) return core_fail(error, ERROR_VALUE, "a <= 0");
  return not_positive(p[1]) ? core_fail(error, ERROR_VALUE, "b <= 0") : true;
}

static bool check_triangular(const double *p, Error *error) {
  if (p[0] > p[1]) return core_fail(error, ERROR_VALUE, "left > mode");
  if (p[1] > p[2]) return core_fail(error, ERROR_VALUE, "mode > right");
  return p[0] == p[2] ? core_fail(error, ERROR_VALUE, "left == right") : true;
}

/* numpy's bound: INT64_MAX - 10 * sqrt(INT64_MAX). */
static bool check_poisson(const double *p, Error *error) {
  if (!(p[0] >= 0.0) || signbit(p[0])) return core_fail(error, ERROR_VALUE, "lam < 0 or lam is NaN");
  if (p[0] > 9.223372006484771e18) return core_fail(error, ERROR_VALUE, "lam value too large");
  return true;
}

static bool check_binomial(const double *p, Error *error) {
  if (below_zero(p[0])) return core_fail(error, ERROR_VALUE, "n < 0");
  if (!(p[1] >= 0.0 && p[1] <= 1.0)) return core_fail(error, ERROR_VALUE, "p < 0, p > 1 or p is NaN");
  return true;
}

static bool not_above_zero(double value) { return !(value > 0.0); }
static bool check_negative_binomial(const double *p, Error *error) {
  if (not_above_zero(p[0])) return core_fail(error, ERROR_VALUE, "n <= 0");
  if (!(p[1] > 0.0 && p[1] <= 1.0)) return core_fail(error, ERROR_VALUE, "p <= 0, p > 1 or p contains NaNs");
  return true;
}
CHECK(check_zipf, !(p[0] > 1.0), "a <= 1 or a is NaN")
CHECK(check_logseries, !(p[0] >= 0.0 && p[0] < 1.0), "p < 0, p >= 1 or p is NaN")
CHECK(check_kappa, below_zero(p[1]), "kappa < 0")
static bool check_f(const double *p, Error *error) {
  if (not_positive(p[0])) return core_fail(error, ERROR_VALUE, "dfnum <= 0");
  return not_positive(p[1]) ? core_fail(error, ERROR_VALUE, "dfden <= 0") : true;
}
static bool check_noncentral_chisquare(const double *p, Error *error) {
  if (not_positive(p[0])) return core_fail(error, ERROR_VALUE, "df <= 0");
  return below_zero(p[1]) ? core_fail(error, ERROR_VALUE, "nonc < 0") : true;
}
static bool check_noncentral_f(const double *p, Error *error) {
  if (!check_f(p, error)) return false;
  return below_zero(p[2]) ? core_fail(error, ERROR_VALUE, "nonc < 0") : true;
}
static bool check_wald(const double *p, Error *error) {
  if (not_positive(p[0])) return core_fail(error, ERROR_VALUE, "mean <= 0");
  return not_positive(p[1]) ? core_fail(error, ERROR_VALUE, "scale <= 0") : true;
}
static bool check_hypergeometric(const double *p, Error *error) {
  if (p[0] < 0.0) return core_fail(error, ERROR_VALUE, "ngood < 0");
  if (p[1] < 0.0) return core_fail(error, ERROR_VALUE, "nbad < 0");
  if (p[2] < 0.0) return core_fail(error, ERROR_VALUE, "nsample < 0");
  return p[0] + p[1] < p[2] ? core_fail(error, ERROR_VALUE, "ngood + nbad < nsample") : true;
}

/* ---- Draws: x is the generator, p the parameters, U a draw from [0, 1) ----- */

/* low + (high - low) U */
static double draw_uniform(NdRandom *x, const double *p) { return p[0] + (p[1] - p[0]) * nd_random_double(x); }

static double draw_normal(NdRandom *x, const double *p) { return p[0] + p[1] * nd_random_normal(x); }

static double draw_lognormal(NdRandom *x, const double *p) { return exp(draw_normal(x, p)); }

static double unit_exponential(NdRandom *x) { return nd_random_exponential(x); }
static double draw_standard_exponential(NdRandom *x, const double *p) { return unit_exponential(x); }
static double draw_exponential(NdRandom *x, const double *p) { return p[0] * unit_exponential(x); }

/* By inversion, in two halves; U = 0 is drawn again. */
static double draw_laplace(NdRandom *x, const double *p) {
  double u;
  do {
    u = nd_random_double(x);
    if (u >= 0.5) return p[0] - p[1] * log(2.0 - u - u);
  } while (u == 0.0);
  return p[0] + p[1] * log(u + u);
}

static double draw_logistic(NdRandom *x, const double *p) {
  double u;
  do u = nd_random_double(x);
  while (u == 0.0);
  return p[0] + p[1] * log(u / (1.0 - u));
}

static double draw_gumbel(NdRandom *x, const double *p) {
  double u;
  do u = 1.0 - nd_random_double(x);
  while (u == 1.0);
  return p[0] - p[1] * log(-log(u));
}

static double draw_rayleigh(NdRandom *x, const double *p) {
  return p[0] * sqrt(x->modern ? 2.0 * unit_exponential(x) : -2.0 * log1p(-nd_random_double(x)));
}

static double draw_weibull(NdRandom *x, const double *p) {
  return p[0] == 0.0 ? 0.0 : pow(unit_exponential(x), 1.0 / p[0]);
}

/* The new generator avoids cancellation with expm1; the legacy streams keep their bits. */
static double draw_power(NdRandom *x, const double *p) {
  double unit = unit_exponential(x);
  return pow(x->modern ? -expm1(-unit) : 1.0 - exp(-unit), 1.0 / p[0]);
}

static double draw_pareto(NdRandom *x, const double *p) {
  double unit = unit_exponential(x) / p[0];
  return x->modern ? expm1(unit) : exp(unit) - 1.0;
}

static double draw_triangular(NdRandom *x, const double *p) {
  double base = p[2] - p[0], rise = p[1] - p[0], u = nd_random_double(x);
  return u <= rise / base ? p[0] + sqrt(u * (rise * base)) : p[2] - sqrt((1.0 - u) * ((p[2] - p[1]) * base));
}

/* Ahrens and Dieter (1974) below shape 1; Marsaglia and Tsang, "A simple method for generating gamma variables" (2000),
 * above it. */
static double unit_gamma(NdRandom *x, double shape) {
  if (shape == 1.0) return unit_exponential(x);
  if (shape == 0.0) return 0.0;
  if (shape < 1.0) {
    for (;;) {
      double u = nd_random_double(x), v = unit_exponential(x);
      if (u <= 1.0 - shape) {
        double result = pow(u, 1.0 / shape);
        if (result <= v) return result;
      } else {
        double y = -log((1.0 - u) / shape), result = pow(1.0 - shape + shape * y, 1.0 / shape);
        if (result <= v + y) return result;
      }
    }
  }
  double b = shape - 1.0 / 3.0, c = 1.0 / sqrt(9.0 * b);
  for (;;) {
    double normal, v;
    do {
      normal = nd_random_normal(x);
      v = 1.0 + c * normal;
    } while (v <= 0.0);
    v = v * v * v;
    double u = nd_random_double(x);
    if (u < 1.0 - 0.0331 * (normal * normal) * (normal * normal)) return b * v;
    if (log(u) < 0.5 * normal * normal + b * (1.0 - v + log(v))) return b * v;
  }
}

static double draw_standard_gamma(NdRandom *x, const double *p) { return unit_gamma(x, p[0]); }
static double draw_gamma(NdRandom *x, const double *p) { return p[1] * unit_gamma(x, p[0]); }
static double draw_chisquare(NdRandom *x, const double *p) { return 2.0 * unit_gamma(x, p[0] / 2.0); }

/* Joehnk (1964) where both parameters are at most 1, else from two gammas. */
static double draw_beta(NdRandom *x, const double *p) {
  if (x->modern && p[0] < 3e-103 && p[1] < 3e-103) return (p[0] + p[1]) * nd_random_double(x) < p[0] ? 1.0 : 0.0;
  if (p[0] <= 1.0 && p[1] <= 1.0) {
    for (;;) {
      double u = nd_random_double(x), v = nd_random_double(x);
      double a = pow(u, 1.0 / p[0]), b = pow(v, 1.0 / p[1]);
      if (a + b > 1.0 || u + v <= 0.0) continue;
      if (x->modern ? a > 0.0 && b > 0.0 : a + b > 0.0) return a / (a + b);
      double log_a = log(u) / p[0], log_b = log(v) / p[1];
      double log_larger = log_a > log_b ? log_a : log_b;
      log_a -= log_larger;
      log_b -= log_larger;
      return exp(log_a - log(exp(log_a) + exp(log_b)));
    }
  }
  double a = unit_gamma(x, p[0]), b = unit_gamma(x, p[1]);
  return a / (a + b);
}

static double draw_standard_t(NdRandom *x, const double *p) {
  double normal = nd_random_normal(x), gamma = unit_gamma(x, p[0] / 2.0);
  return sqrt(p[0] / 2.0) * normal / sqrt(gamma);
}

static double draw_standard_cauchy(NdRandom *x, const double *p) {
  double above = nd_random_normal(x);
  return above / nd_random_normal(x);
}

/* Sums probabilities where few trials are likely, else by inversion. */
static double draw_geometric(NdRandom *x, const double *p) {
  if (p[0] < 0.333333333333333333333333)
    return x->modern ? ceil(-unit_exponential(x) / log1p(-p[0]))
                     : ceil(log(1.0 - nd_random_double(x)) / log(1.0 - p[0]));
  double trials = 1.0, part = p[0], sum = p[0], u = nd_random_double(x);
  while (u > sum) {
    part *= 1.0 - p[0];
    sum += part;
    trials++;
  }
  return trials;
}

/* ln Gamma(value) by Stirling's series with ten terms (Zhang and Jin, "Computation of Special Functions", 1996). */
static double log_gamma(double value) {
  static const double terms[10] = {8.333333333333333e-02,  -2.777777777777778e-03, 7.936507936507937e-04,
                                   -5.952380952380952e-04, 8.417508417508418e-04,  -1.917526917526918e-03,
                                   6.410256410256410e-03,  -2.955065359477124e-02, 1.796443723688307e-01,
                                   -1.39243221690590e+00};
  if (value == 1.0 || value == 2.0) return 0.0;
  int64_t raised = value < 7.0 ? (int64_t)(7.0 - value) : 0;
  double shifted = value + (double)raised, inverse_square = (1.0 / shifted) * (1.0 / shifted);
  double sum = terms[9];
  for (int k = 8; k >= 0; k--) {
    sum *= inverse_square;
    sum += terms[k];
  }
  double result = sum / shifted + 0.5 * 1.8378770664093453e+00 + (shifted - 0.5) * log(shifted) - shifted;
  for (int64_t k = 1; k <= raised; k++) {
    result -= log(shifted - 1.0);
    shifted -= 1.0;
  }
  return result;
}

/* Below 10 by multiplying uniforms; above by the transformed rejection of Hoermann (1993), "PTRS". */
static double draw_poisson(NdRandom *x, const double *p) {
  double lambda = p[0];
  if (lambda == 0.0) return 0.0;
  if (lambda < 10.0) {
    double limit = exp(-lambda), product = 1.0;
    for (double count = 0.0;; count++) {
      product *= nd_random_double(x);
      if (product <= limit) return count;
    }
  }
  double root = sqrt(lambda), log_lambda = log(lambda);
  double b = 0.931 + 2.53 * root, a = -0.059 + 0.02483 * b;
  double inverse_alpha = 1.1239 + 1.1328 / (b - 3.4), squeeze = 0.9277 - 3.6224 / (b - 2.0);
  for (;;) {
    double u = nd_random_double(x) - 0.5, v = nd_random_double(x), us = 0.5 - fabs(u);
    double k = floor((2.0 * a / us + b) * u + lambda + 0.43);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0.0 || (us < 0.013 && v > us)) continue;
    if (log(v) + log(inverse_alpha) - log(a / (us * us) + b) <= -lambda + k * log_lambda - log_gamma(k + 1.0)) return k;
  }
}

/* Counts up the probabilities of 0, 1, ... successes; used while n p is small. */
static double binomial_inversion(NdRandom *x, double n, double p) {
  double q = 1.0 - p, none = exp(n * log(q)), mean = n * p;
  double bound = fmin(n, mean + 10.0 * sqrt(mean * q + 1.0));
  bound = trunc(bound);
  double successes = 0.0, part = none, u = nd_random_double(x);
  while (u > part) {
    successes++;
    if (successes > bound) {
      successes = 0.0;
      part = none;
      u = nd_random_double(x);
    } else {
      u -= part;
      part = ((n - successes + 1.0) * p * part) / (successes * q);
    }
  }
  return successes;
}

/* The correction of Stirling's formula in step 5.3 of BTPE. */
static double btpe_tail(double value) {
  double square = value * value;
  return (13680.0 - (462.0 - (132.0 - (99.0 - 140.0 / square) / square) / square) / square) / value / 166320.0;
}

/* Step 5 of BTPE: whether y successes are accepted at height v. */
static bool btpe_accepts(double n, double r, double m, double xm, double y, double v) {
  double q = 1.0 - r, nrq = n * r * q, k = fabs(y - m);
  if (!(k > 20.0 && k < nrq / 2.0 - 1.0)) {
    double s = r / q, a = s * (n + 1.0), f = 1.0;
    for (double i = m + 1.0; i <= y; i++) f *= a / i - s;
    for (double i = y + 1.0; i <= m; i++) f /= a / i - s;
    return v <= f;
  }
  double rho = (k / nrq) * ((k * (k / 3.0 + 0.625) + 0.16666666666666666) / nrq + 0.5);
  double t = -k * k / (2.0 * nrq), height = log(v);
  if (height < t - rho) return true;
  if (height > t + rho) return false;
  double x1 = y + 1.0, f1 = m + 1.0, z = n + 1.0 - m, w = n - y + 1.0;
  double bound = xm * log(f1 / x1) + (n - m + 0.5) * log(z / w) + (y - m) * log(w * r / (x1 * q)) + btpe_tail(f1) +
                 btpe_tail(z) + btpe_tail(x1) + btpe_tail(w);
  return height <= bound;
}

/* Kachitvichyanukul and Schmeiser, "Binomial random variate generation" (1988), algorithm BTPE; r is at most 0.5. */
static double binomial_btpe(NdRandom *x, double n, double r) {
  double q = 1.0 - r, fm = n * r + r, m = floor(fm);
  double p1 = floor(2.195 * sqrt(n * r * q) - 4.6 * q) + 0.5;
  double xm = m + 0.5, xl = xm - p1, xr = xm + p1, c = 0.134 + 20.5 / (15.3 + m);
  double a = (fm - xl) / (fm - xl * r), left = a * (1.0 + a / 2.0);
  a = (xr - fm) / (xr * q);
  double right = a * (1.0 + a / 2.0);
  double p2 = p1 * (1.0 + 2.0 * c), p3 = p2 + c / left, p4 = p3 + c / right;
  for (;;) {
    double u = nd_random_double(x) * p4, v = nd_random_double(x), y;
    if (u <= p1) return floor(xm - p1 * v + u); /* the triangle is always accepted */
    if (u <= p2) {
      double at = xl + (u - p1) / c;
      v = v * c + 1.0 - fabs(m - at + 0.5) / p1;
      if (v > 1.0) continue;
      y = floor(at);
    } else if (u <= p3) {
      y = floor(xl + log(v) / left);
      if (y < 0.0 || v == 0.0) continue;
      v = v * (u - p2) * left;
    } else {
      y = floor(xr - log(v) / right);
      if (y > n || v == 0.0) continue;
      v = v * (u - p3) * right;
    }
    if (btpe_accepts(n, r, m, xm, y, v)) return y;
  }
}

static double draw_binomial(NdRandom *x, const double *p) {
  double n = trunc(p[0]), chance = p[1];
  if (x->modern && (n == 0.0 || chance == 0.0)) return 0.0;
  if (chance <= 0.5) return chance * n <= 30.0 ? binomial_inversion(x, n, chance) : binomial_btpe(x, n, chance);
  double miss = 1.0 - chance;
  return n - (miss * n <= 30.0 ? binomial_inversion(x, n, miss) : binomial_btpe(x, n, miss));
}

double nd_draw_binomial(NdRandom *random, double n, double chance) {
  return draw_binomial(random, (double[]){n, chance});
}
double nd_draw_gamma(NdRandom *random, double shape) { return unit_gamma(random, shape); }

static double draw_negative_binomial(NdRandom *x, const double *p) {
  double mean = (1.0 - p[1]) / p[1] * unit_gamma(x, p[0]);
  return draw_poisson(x, &mean);
}

/* Devroye, "Non-Uniform Random Variate Generation" (1986), chapter X.6, for zipf. */
static double draw_zipf(NdRandom *x, const double *p) {
  if (x->modern && p[0] >= 1025.0) return 1.0;
  double a = p[0] - 1.0, b = pow(2.0, a), least = x->modern ? pow(9223372036854775807.0, -a) : 0.0;
  for (;;) {
    double u = nd_random_double(x);
    u = x->modern ? u * least + (1.0 - u) : 1.0 - u;
    double v = nd_random_double(x), value = floor(pow(u, -1.0 / a));
    if (value > 9223372036854775807.0 || value < 1.0) continue;
    double t = pow(1.0 + 1.0 / value, a);
    if (v * value * (t - 1.0) / (b - 1.0) <= t / b) return value;
  }
}

/* Kemp (1981), "Efficient generation of logarithmically distributed pseudo-random variables", LK. */
static double draw_logseries(NdRandom *x, const double *p) {
  double r = x->modern ? log1p(-p[0]) : log(1.0 - p[0]);
  for (;;) {
    double v = nd_random_double(x);
    if (v >= p[0]) return 1.0;
    double u = nd_random_double(x), q = x->modern ? -expm1(r * u) : 1.0 - exp(r * u);
    if (v > q * q) return v >= q ? 1.0 : 2.0;
    double value = floor(1.0 + log(v) / log(q));
    if (value >= 1.0 && v != 0.0) return value;
  }
}

static double draw_f(NdRandom *x, const double *p) {
  double above = draw_chisquare(x, p) * p[1];
  return above / (draw_chisquare(x, p + 1) * p[0]);
}

static double draw_noncentral_chisquare(NdRandom *x, const double *p) {
  double df = p[0], nonc = p[1];
  if (x->modern && isnan(nonc)) return NAN;
  if (nonc == 0.0) return draw_chisquare(x, p);
  if (df > 1.0) {
    double rest = df - 1.0, square = draw_chisquare(x, &rest), shifted = nd_random_normal(x) + sqrt(nonc);
    return square + shifted * shifted;
  }
  double half = nonc / 2.0, wider = df + 2.0 * draw_poisson(x, &half), value = draw_chisquare(x, &wider);
  return isnan(nonc) ? NAN : value;
}

static double draw_noncentral_f(NdRandom *x, const double *p) {
  double above = draw_noncentral_chisquare(x, (double[]){p[0], p[2]}) * p[1];
  return above / (draw_chisquare(x, p + 1) * p[0]);
}

/* Michael, Schucany and Haas (1976), the inverse Gaussian distribution. */
static double draw_wald(NdRandom *x, const double *p) {
  double mean = p[0], scale = p[1], y = nd_random_normal(x), value;
  y = mean * y * y;
  if (x->modern) value = mean * (1.0 - 2.0 / (1.0 + sqrt(1.0 + 4.0 * scale / y)));
  else value = mean + mean / (2.0 * scale) * (y - sqrt(4.0 * scale * y + y * y));
  double u = nd_random_double(x);
  return u <= mean / (mean + value) ? value : mean * mean / value;
}

/* Best and Fisher (1979), "Efficient simulation of the von Mises distribution". */
static double draw_vonmises(NdRandom *x, const double *p) {
  double mu = p[0], kappa = p[1], s, w, u;
  if (isnan(kappa)) return NAN;
  if (kappa < 1e-8) return M_PI * (2.0 * nd_random_double(x) - 1.0);
  if (kappa > 1e6) { /* nearly normal */
    double value = mu + sqrt(1.0 / kappa) * nd_random_normal(x);
    return value < -M_PI ? value + 2.0 * M_PI : value > M_PI ? value - 2.0 * M_PI : value;
  }
  if (kappa < 1e-5) {
    s = 1.0 / kappa + kappa;
  } else {
    double r = 1.0 + sqrt(1.0 + 4.0 * kappa * kappa), rho = (r - sqrt(2.0 * r)) / (2.0 * kappa);
    s = (1.0 + rho * rho) / (2.0 * rho);
  }
  for (;;) {
    double z = cos(M_PI * nd_random_double(x));
    w = (1.0 + s * z) / (s + z);
    double y = kappa * (s - w), v = nd_random_double(x);
    if (y * (2.0 - y) - v >= 0.0 || log(y / v) + 1.0 - y >= 0.0) break;
  }
  u = nd_random_double(x);
  double result = (u < 0.5 ? -acos(w) : acos(w)) + mu;
  double turned = fmod(fabs(result) + M_PI, 2.0 * M_PI) - M_PI;
  return result < 0.0 ? -turned : turned;
}

/* Stadlober's ratio of uniforms (HRUA*), for hypergeometric; both kinds of generator draw alike. */
static double hypergeometric_ratio(NdRandom *x, double good, double bad, double sample) {
  double least = fmin(good, bad), most = fmax(good, bad), all = good + bad, m = fmin(sample, all - sample);
  double share = least / all, other = x->modern ? most / all : 1.0 - share, centre = m * share + 0.5, spread;
  if (x->modern) spread = sqrt((all - m) * m * share * other / (all - 1.0) + 0.5);
  else spread = sqrt((all - m) * sample * share * other / (all - 1.0) + 0.5);
  double width = 1.7155277699214135 * spread + 0.8989161620588988, mode = floor((m + 1.0) * (least + 1.0) / (all + 2.0));
  double top = log_gamma(mode + 1.0) + log_gamma(least - mode + 1.0) + log_gamma(m - mode + 1.0) +
               log_gamma(most - m + mode + 1.0);
  double bound = fmin(fmin(m, least) + 1.0, floor(centre + 16.0 * spread)), z;
  for (;;) {
    double u = nd_random_double(x), v = nd_random_double(x), at = centre + width * (v - 0.5) / u;
    if (at < 0.0 || at >= bound) continue;
    z = floor(at);
    double t = top - (log_gamma(z + 1.0) + log_gamma(least - z + 1.0) + log_gamma(m - z + 1.0) +
                      log_gamma(most - m + z + 1.0));
    if (u * (4.0 - u) - 3.0 <= t) break;
    if (u * (u - t) >= 1.0) continue;
    if (2.0 * log(u) <= t) break;
  }
  if (good > bad) z = m - z;
  return m < sample ? good - z : z;
}

static double draw_hypergeometric(NdRandom *x, const double *p) {
  double good = trunc(p[0]), bad = trunc(p[1]), sample = trunc(p[2]);
  if (x->modern) {
    double all = good + bad, taken = sample > floor(all / 2.0) ? all - sample : sample, left = all, good_left = good;
    if (sample >= 10.0 && sample <= all - 10.0) return hypergeometric_ratio(x, good, bad, sample);
    for (; taken > 0.0 && good_left > 0.0 && left > good_left; taken--) {
      left--;
      if ((double)nd_random_interval(x, (uint64_t)left) < good_left) good_left--;
    }
    if (left == good_left) good_left -= taken;
    return sample > floor(all / 2.0) ? good_left : good - good_left;
  }
  if (sample > 10.0) return hypergeometric_ratio(x, good, bad, sample);
  if (sample <= 0.0) return 0.0;
  double least = fmin(good, bad), rest = good + bad - sample, y = least, k = sample;
  while (y > 0.0) {
    y -= floor(nd_random_double(x) + y / (rest + k));
    if (--k == 0.0) break;
  }
  double z = trunc(least - y);
  return good > bad ? sample - z : z;
}

/* ---- The table ----- */

const NdDistribution nd_distributions[] = {
    {"uniform", "low=0.0, high=1.0, size=None", "Numbers from [low, high), all equally likely.", 2, false,
     check_uniform, draw_uniform},
    {"normal", "loc=0.0, scale=1.0, size=None", "The bell curve with mean loc and standard deviation scale.", 2, false,
     check_second_scale, draw_normal},
    {"lognormal", "mean=0.0, sigma=1.0, size=None", "exp of a normal draw.", 2, false, check_sigma, draw_lognormal},
    {"standard_exponential", "size=None", "The exponential distribution with mean 1.", 0, false, NULL,
     draw_standard_exponential},
    {"exponential", "scale=1.0, size=None", "The exponential distribution with mean scale.", 1, false, check_scale,
     draw_exponential},
    {"laplace", "loc=0.0, scale=1.0, size=None", "The double exponential distribution around loc.", 2, false,
     check_second_scale, draw_laplace},
    {"logistic", "loc=0.0, scale=1.0, size=None", "The logistic distribution.", 2, false, check_second_scale,
     draw_logistic},
    {"gumbel", "loc=0.0, scale=1.0, size=None", "The Gumbel (extreme value) distribution.", 2, false,
     check_second_scale, draw_gumbel},
    {"rayleigh", "scale=1.0, size=None", "The Rayleigh distribution.", 1, false, check_scale, draw_rayleigh},
    {"weibull", "a, size=None", "The Weibull distribution with shape a.", 1, false, check_a_not_negative, draw_weibull},
    {"power", "a, size=None", "Numbers from [0, 1] with density a x^(a-1).", 1, false, check_a_positive, draw_power},
    {"pareto", "a, size=None", "The Lomax (Pareto II) distribution with shape a.", 1, false, check_a_positive,
     draw_pareto},
    {"triangular", "left, mode, right, size=None", "The triangular distribution.", 3, false, check_triangular,
     draw_triangular},
    {"standard_gamma", "shape, size=None", "The gamma distribution with scale 1.", 1, false, check_shape_parameter,
     draw_standard_gamma},
    {"gamma", "shape, scale=1.0, size=None", "The gamma distribution.", 2, false, check_gamma, draw_gamma},
    {"beta", "a, b, size=None", "The beta distribution on [0, 1].", 2, false, check_beta, draw_beta},
    {"chisquare", "df, size=None", "The chi-square distribution.", 1, false, check_df, draw_chisquare},
    {"standard_t", "df, size=None", "Student's t distribution.", 1, false, check_df, draw_standard_t},
    {"standard_cauchy", "size=None", "The Cauchy distribution.", 0, false, NULL, draw_standard_cauchy},
    {"geometric", "p, size=None", "Trials until the first success, each with chance p.", 1, true, check_geometric,
     draw_geometric},
    {"poisson", "lam=1.0, size=None", "Counts of rare events with mean lam.", 1, true, check_poisson, draw_poisson},
    {"binomial", "n, p, size=None", "Successes in n trials, each with chance p.", 2, true, check_binomial,
     draw_binomial},
    {"negative_binomial", "n, p, size=None", "Failures before the n-th success.", 2, true, check_negative_binomial,
     draw_negative_binomial},
    {"zipf", "a, size=None", "Zipf's distribution.", 1, true, check_zipf, draw_zipf},
    {"logseries", "p, size=None", "The logarithmic series distribution.", 1, true, check_logseries, draw_logseries},
    {"f", "dfnum, dfden, size=None", "The F distribution.", 2, false, check_f, draw_f},
    {"noncentral_chisquare", "df, nonc, size=None", "The noncentral chi-square distribution.", 2, false,
     check_noncentral_chisquare, draw_noncentral_chisquare},
    {"noncentral_f", "dfnum, dfden, nonc, size=None", "The noncentral F distribution.", 3, false, check_noncentral_f,
     draw_noncentral_f},
    {"wald", "mean, scale, size=None", "The inverse Gaussian distribution.", 2, false, check_wald, draw_wald},
    {"vonmises", "mu, kappa, size=None", "The bell curve on the circle.", 2, false, check_kappa, draw_vonmises},
    {"hypergeometric", "ngood, nbad, nsample, size=None", "Good ones in a sample without replacement.", 3, true,
     check_hypergeometric, draw_hypergeometric},
};
const int nd_distribution_count = (int)(sizeof nd_distributions / sizeof *nd_distributions);

const NdDistribution *nd_distribution_named(const char *name) {
  for (int i = 0; i < nd_distribution_count; i++)
    if (strcmp(nd_distributions[i].name, name) == 0) return &nd_distributions[i];
  return NULL;
}

/* ---- Arrays of draws ----- */

typedef struct Result {
  int ndim;
  int64_t shape[ND_MAX_DIMS];
} Result;

/* The shape of the result: that of all parameters together, which must also be the wanted one where one is given. */
static bool result_shape(const NdDistribution *distribution, NdArray *const *parameters, int ndim, const int64_t *shape,
                         Result *out, Error *error) {
  out->ndim = 0;
  for (int i = 0; i < distribution->parameters; i++) {
    int64_t joined[ND_MAX_DIMS];
    if (!nd_broadcast_shapes(out->ndim, out->shape, parameters[i]->ndim, parameters[i]->shape, &out->ndim, joined,
                             error))
      return false;
    memcpy(out->shape, joined, (size_t)out->ndim * sizeof *joined);
  }
  if (ndim < 0) return true;
  if (ndim > ND_MAX_DIMS)
    return core_fail(error, ERROR_VALUE, "maximum supported dimension for an ndarray is currently %d, found %d",
                     ND_MAX_DIMS, ndim);
  bool fits = out->ndim <= ndim;
  for (int i = 1; fits && i <= out->ndim; i++)
    fits = out->shape[out->ndim - i] == 1 || out->shape[out->ndim - i] == shape[ndim - i];
  if (!fits) {
    char wanted[1024], got[1024];
    nd_shape_text(ndim, shape, wanted, sizeof wanted);
    nd_shape_text(out->ndim, out->shape, got, sizeof got);
    return core_fail(error, ERROR_VALUE, "Output size %s is not compatible with broadcast dimensions of inputs %s.",
                     wanted, got);
  }
  out->ndim = ndim;
  if (ndim > 0) memcpy(out->shape, shape, (size_t)ndim * sizeof *shape);
  return true;
}

/* All parameters as float64, broadcast to the result's shape and laid out in its order; scalars stay 0-d. */
static bool gather_parameters(const NdDistribution *distribution, NdArray *const *parameters, const Result *result,
                              NdArray *gathered[ND_DISTRIBUTION_PARAMETERS], Error *error) {
  for (int i = 0; i < distribution->parameters; i++) {
    NdArray *wide = nd_astype(parameters[i], ND_FLOAT64, error);
    if (wide && wide->size != 1) {
      NdArray *broad = nd_broadcast_to(wide, result->ndim, result->shape, error);
      nd_release(wide);
      wide = broad ? nd_contiguous(broad, error) : NULL;
      nd_release(broad);
    }
    if (!wide) return false;
    gathered[i] = wide;
  }
  return true;
}

static void pick(const NdDistribution *distribution, NdArray *const *gathered, int64_t index, double *values) {
  for (int i = 0; i < distribution->parameters; i++)
    values[i] = ((const double *)gathered[i]->data)[gathered[i]->size == 1 ? 0 : index];
}

NdArray *nd_distribution_draw(const NdDistribution *distribution, NdRandom *random, NdArray *const *parameters,
                              int ndim, const int64_t *shape, Error *error) {
  NdArray *gathered[ND_DISTRIBUTION_PARAMETERS] = {NULL}, *out = NULL;
  double values[ND_DISTRIBUTION_PARAMETERS] = {0};
  Result result;
  bool done = false, varies = false;
  if (!result_shape(distribution, parameters, ndim, shape, &result, error)) return NULL;
  if (!gather_parameters(distribution, parameters, &result, gathered, error)) goto end;
  out = nd_new(distribution->integer ? ND_INT64 : ND_FLOAT64, result.ndim, result.shape, error);
  if (!out) goto end;
  for (int i = 0; i < distribution->parameters; i++) varies = varies || gathered[i]->size != 1;
  for (int64_t i = 0; distribution->check && i < (varies ? out->size : 1); i++) {
    pick(distribution, gathered, i, values);
    if (!distribution->check(values, error)) goto end;
  }
  if (!varies) pick(distribution, gathered, 0, values);
  for (int64_t i = 0; i < out->size; i++) {
    if (varies) pick(distribution, gathered, i, values);
    double value = distribution->draw(random, values);
    if (distribution->integer) ((int64_t *)out->data)[i] = (int64_t)value;
    else ((double *)out->data)[i] = value;
    if (i % 65536 == 65535 && core_interrupt_pending()) {
      core_interrupt_take();
      core_fail(error, ERROR_INTERRUPT, "interrupted");
      goto end;
    }
  }
  done = true;
end:
  for (int i = 0; i < distribution->parameters; i++) nd_release(gathered[i]);
  if (!done) {
    nd_release(out);
    out = NULL;
  }
  return out;
}
