#include "engine/array/distribution.h"

#include <math.h>
#include <string.h>

#include "engine/array/counts.h"
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
  if (p[2] < 0.0) return core_fail(error, ERROR_VALUE, "nsample < 0");
  if (p[0] + p[1] < p[2]) return core_fail(error, ERROR_VALUE, "ngood + nbad < nsample");
  if (p[0] < 0.0) return core_fail(error, ERROR_VALUE, "ngood < 0");
  if (p[1] < 0.0) return core_fail(error, ERROR_VALUE, "nbad < 0");
  if (p[0] >= 1e9 || p[1] >= 1e9)
    return core_fail(error, ERROR_VALUE, "both ngood and nbad must be less than 1000000000");
  return true;
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

double nd_draw_gamma(NdRandom *random, double shape) { return unit_gamma(random, shape); }

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
  double half = nonc / 2.0, wider = df + 2.0 * nd_count_poisson(x, &half), value = draw_chisquare(x, &wider);
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
  if (x->modern && kappa > 1e6) { /* nearly normal */
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
     nd_count_geometric},
    {"poisson", "lam=1.0, size=None", "Counts of rare events with mean lam.", 1, true, check_poisson, nd_count_poisson},
    {"binomial", "n, p, size=None", "Successes in n trials, each with chance p.", 2, true, check_binomial,
     nd_count_binomial},
    {"negative_binomial", "n, p, size=None", "Failures before the n-th success.", 2, true, check_negative_binomial,
     nd_count_negative_binomial},
    {"zipf", "a, size=None", "Zipf's distribution.", 1, true, check_zipf, nd_count_zipf},
    {"logseries", "p, size=None", "The logarithmic series distribution.", 1, true, check_logseries, nd_count_logseries},
    {"f", "dfnum, dfden, size=None", "The F distribution.", 2, false, check_f, draw_f},
    {"noncentral_chisquare", "df, nonc, size=None", "The noncentral chi-square distribution.", 2, false,
     check_noncentral_chisquare, draw_noncentral_chisquare},
    {"noncentral_f", "dfnum, dfden, nonc, size=None", "The noncentral F distribution.", 3, false, check_noncentral_f,
     draw_noncentral_f},
    {"wald", "mean, scale, size=None", "The inverse Gaussian distribution.", 2, false, check_wald, draw_wald},
    {"vonmises", "mu, kappa, size=None", "The bell curve on the circle.", 2, false, check_kappa, draw_vonmises},
    {"hypergeometric", "ngood, nbad, nsample, size=None", "Good ones in a sample without replacement.", 3, true,
     check_hypergeometric, nd_count_hypergeometric},
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
