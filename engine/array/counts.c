/* Distributions of whole numbers: one draw each. */
#include "engine/array/counts.h"

#include <math.h>

#include "engine/array/distribution.h"

/* Sums probabilities where few trials are likely, else by inversion. */
double nd_count_geometric(NdRandom *x, const double *p) {
  if (p[0] < 0.333333333333333333333333)
    return x->modern ? ceil(-nd_random_exponential(x) / log1p(-p[0]))
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
double nd_count_poisson(NdRandom *x, const double *p) {
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

double nd_count_binomial(NdRandom *x, const double *p) {
  double n = trunc(p[0]), chance = p[1];
  if (x->modern && (n == 0.0 || chance == 0.0)) return 0.0;
  if (chance <= 0.5) return chance * n <= 30.0 ? binomial_inversion(x, n, chance) : binomial_btpe(x, n, chance);
  double miss = 1.0 - chance;
  return n - (miss * n <= 30.0 ? binomial_inversion(x, n, miss) : binomial_btpe(x, n, miss));
}

double nd_draw_binomial(NdRandom *random, double n, double chance) {
  return nd_count_binomial(random, (double[]){n, chance});
}
double nd_count_negative_binomial(NdRandom *x, const double *p) {
  double mean = (1.0 - p[1]) / p[1] * nd_draw_gamma(x, p[0]);
  return nd_count_poisson(x, &mean);
}

/* Devroye, "Non-Uniform Random Variate Generation" (1986), chapter X.6, for zipf. */
double nd_count_zipf(NdRandom *x, const double *p) {
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
double nd_count_logseries(NdRandom *x, const double *p) {
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

/* Stadlober's ratio of uniforms (HRUA*), for hypergeometric; both kinds of generator draw alike. */
static double hypergeometric_ratio(NdRandom *x, double good, double bad, double sample) {
  double least = fmin(good, bad), most = fmax(good, bad), all = good + bad, m = fmin(sample, all - sample);
  double share = least / all, other = x->modern ? most / all : 1.0 - share, centre = m * share + 0.5, spread;
  if (x->modern) spread = sqrt((all - m) * m * share * other / (all - 1.0) + 0.5);
  else spread = sqrt((all - m) * sample * share * other / (all - 1.0) + 0.5);
  double width = 1.7155277699214135 * spread + 0.8989161620588988;
  double mode = floor((m + 1.0) * (least + 1.0) / (all + 2.0));
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

double nd_count_hypergeometric(NdRandom *x, const double *p) {
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
