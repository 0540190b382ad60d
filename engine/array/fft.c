#include "engine/array/fft.h"

#include <math.h>
#include <string.h>

#include "engine/array/iterator.h"
#include "engine/core/memory.h"

typedef NdComplex128 Complex;

/* ---- Roots of unity ---- */

/* exp(2 pi i x / n), the angle folded into its first eighth so that it is exact at the corners. */
static Complex root(int64_t x, int64_t n) {
  double step = (double)(0.25L * 3.141592653589793238462643383279502884L / (long double)n);
  int64_t at = x * 8;
  bool mirrored = at >= 4 * n;
  if (mirrored) at = 8 * n - at;
  Complex made;
  if (at < 2 * n) {
    bool low = at < n;
    double angle = (double)(low ? at : 2 * n - at) * step;
    made = low ? (Complex){cos(angle), sin(angle)} : (Complex){sin(angle), cos(angle)};
  } else {
    at -= 2 * n;
    bool low = at < n;
    double angle = (double)(low ? at : 2 * n - at) * step;
    made = low ? (Complex){-sin(angle), cos(angle)} : (Complex){-cos(angle), sin(angle)};
  }
  if (mirrored) made.imag = -made.imag;
  return made;
}

/* Two short tables whose products are the roots of a long one. */
typedef struct Roots {
  int64_t n, mask;
  int shift;
  Complex *fine, *coarse;
} Roots;

static bool roots_make(Roots *roots, int64_t n) {
  int64_t half = (n + 2) / 2;
  roots->n = n;
  roots->shift = 1;
  while (((int64_t)1 << roots->shift) * ((int64_t)1 << roots->shift) < half) roots->shift++;
  roots->mask = ((int64_t)1 << roots->shift) - 1;
  int64_t coarse = (half + roots->mask) / (roots->mask + 1);
  roots->fine = core_alloc((size_t)(roots->mask + 1) * sizeof(Complex));
  roots->coarse = core_alloc((size_t)coarse * sizeof(Complex));
  if (roots->fine == NULL || roots->coarse == NULL) return false;
  for (int64_t i = 0; i <= roots->mask; i++) roots->fine[i] = i ? root(i % n, n) : (Complex){1, 0};
  for (int64_t i = 0; i < coarse; i++) roots->coarse[i] = i ? root(i * (roots->mask + 1) % n, n) : (Complex){1, 0};
  return true;
}

static void roots_free(Roots *roots) {
  core_free(roots->fine);
  core_free(roots->coarse);
}

static Complex times(Complex a, Complex b) {
  return (Complex){a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real};
}

static Complex roots_at(const Roots *roots, int64_t x) {
  bool mirrored = 2 * x > roots->n;
  if (mirrored) x = roots->n - x;
  Complex made = times(roots->fine[x & roots->mask], roots->coarse[x >> roots->shift]);
  if (mirrored) made.imag = -made.imag;
  return made;
}

/* ---- Passes ---- */

enum { MOST_FACTORS = 64 };

/* One factor: its twiddles (factor - 1 rows of ido - 1), and for large primes the roots of that prime. */
typedef struct Factor {
  int64_t ip;
  Complex *twiddles, *own;
} Factor;

typedef struct Plan {
  int64_t n;
  int count;
  Factor factors[MOST_FACTORS];
} Plan;

static inline Complex sum(Complex a, Complex b) { return (Complex){a.real + b.real, a.imag + b.imag}; }
static inline Complex difference(Complex a, Complex b) { return (Complex){a.real - b.real, a.imag - b.imag}; }
/* Times the twiddle, or its conjugate on the way forward. */
static inline Complex turned(Complex a, Complex w, bool forward) {
  return forward ? (Complex){a.real * w.real + a.imag * w.imag, a.imag * w.real - a.real * w.imag}
                 : (Complex){a.real * w.real - a.imag * w.imag, a.real * w.imag + a.imag * w.real};
}
static inline Complex quarter(Complex a, bool forward) {
  return forward ? (Complex){a.imag, -a.real} : (Complex){-a.imag, a.real};
}
#define HALF_ROOT 0.707106781186547524400844362104849
static inline Complex eighth(Complex a, bool forward) {
  return forward ? (Complex){HALF_ROOT * (a.real + a.imag), HALF_ROOT * (a.imag - a.real)}
                 : (Complex){HALF_ROOT * (a.real - a.imag), HALF_ROOT * (a.imag + a.real)};
}
static inline Complex three_eighths(Complex a, bool forward) {
  return forward ? (Complex){HALF_ROOT * (a.imag - a.real), HALF_ROOT * (-a.real - a.imag)}
                 : (Complex){HALF_ROOT * (-a.real - a.imag), HALF_ROOT * (a.real - a.imag)};
}

/* The butterfly of 2, 3, 4, 5 or 8 numbers, in place. */
static void butterfly(Complex *x, int64_t ip, bool forward) {
  double sign = forward ? -1 : 1;
  switch (ip) {
    case 2: {
      Complex a = x[0];
      x[0] = sum(a, x[1]);
      x[1] = difference(a, x[1]);
      break;
    }
    case 3: {
      double wr = -0.5, wi = sign * 0.86602540378443864676;
      Complex t0 = x[0], t1 = sum(x[1], x[2]), t2 = difference(x[1], x[2]);
      Complex ca = {t0.real + t1.real * wr, t0.imag + t1.imag * wr}, cb = {-t2.imag * wi, t2.real * wi};
      x[0] = sum(t0, t1);
      x[1] = sum(ca, cb);
      x[2] = difference(ca, cb);
      break;
    }
    case 4: {
      Complex t2 = sum(x[0], x[2]), t1 = difference(x[0], x[2]), t3 = sum(x[1], x[3]);
      Complex t4 = quarter(difference(x[1], x[3]), forward);
      x[0] = sum(t2, t3);
      x[2] = difference(t2, t3);
      x[1] = sum(t1, t4);
      x[3] = difference(t1, t4);
      break;
    }
    case 5: {
      double r1 = 0.3090169943749474241, i1 = sign * 0.95105651629515357212, r2 = -0.8090169943749474241,
             i2 = sign * 0.58778525229247312917;
      Complex t0 = x[0], t1 = sum(x[1], x[4]), t4 = difference(x[1], x[4]), t2 = sum(x[2], x[3]),
              t3 = difference(x[2], x[3]);
      x[0] = (Complex){t0.real + t1.real + t2.real, t0.imag + t1.imag + t2.imag};
      Complex ca = {t0.real + r1 * t1.real + r2 * t2.real, t0.imag + r1 * t1.imag + r2 * t2.imag};
      Complex cb = {-(i1 * t4.imag + i2 * t3.imag), i1 * t4.real + i2 * t3.real};
      x[1] = sum(ca, cb);
      x[4] = difference(ca, cb);
      ca = (Complex){t0.real + r2 * t1.real + r1 * t2.real, t0.imag + r2 * t1.imag + r1 * t2.imag};
      cb = (Complex){-(i2 * t4.imag - i1 * t3.imag), i2 * t4.real - i1 * t3.real};
      x[2] = sum(ca, cb);
      x[3] = difference(ca, cb);
      break;
    }
    default: { /* 8 */
      Complex a1 = sum(x[1], x[5]), a5 = difference(x[1], x[5]), a3 = sum(x[3], x[7]), a7 = difference(x[3], x[7]);
      Complex b1 = sum(a1, a3), b3 = quarter(difference(a1, a3), forward), q7 = quarter(a7, forward);
      Complex b5 = eighth(sum(a5, q7), forward), b7 = three_eighths(difference(a5, q7), forward);
      Complex a0 = sum(x[0], x[4]), a4 = difference(x[0], x[4]), a2 = sum(x[2], x[6]);
      Complex a6 = quarter(difference(x[2], x[6]), forward);
      Complex even = sum(a0, a2), odd = difference(a0, a2), up = sum(a4, a6), down = difference(a4, a6);
      x[0] = sum(even, b1);
      x[4] = difference(even, b1);
      x[2] = sum(odd, b3);
      x[6] = difference(odd, b3);
      x[1] = sum(up, b5);
      x[5] = difference(up, b5);
      x[3] = sum(down, b7);
      x[7] = difference(down, b7);
    }
  }
}

/* The same for any odd number: pairs of opposite terms share their products. `room` holds as many. */
static void butterfly_odd(Complex *x, Complex *room, const Factor *factor, bool forward) {
  int64_t ip = factor->ip, half = (ip + 1) / 2;
  double sign = forward ? -1 : 1;
  Complex whole = x[0];
  for (int64_t j = 1; j < half; j++) {
    room[j] = sum(x[j], x[ip - j]);
    room[ip - j] = difference(x[j], x[ip - j]);
    whole = sum(whole, room[j]);
  }
  Complex first = x[0];
  for (int64_t u = 1; u < half; u++) {
    Complex ca = first, cb = {0, 0};
    for (int64_t j = 1; j < half; j++) {
      Complex w = factor->own[u * j % ip];
      double wi = sign * w.imag;
      ca.real += w.real * room[j].real;
      ca.imag += w.real * room[j].imag;
      if (j == 1) {
        cb = (Complex){wi * room[ip - j].imag, wi * room[ip - j].real};
      } else {
        cb.real += wi * room[ip - j].imag;
        cb.imag += wi * room[ip - j].real;
      }
    }
    cb.real = -cb.real;
    x[u] = sum(ca, cb);
    x[ip - u] = difference(ca, cb);
  }
  x[0] = whole;
}

static void pass(const Factor *factor, int64_t ido, int64_t l1, const Complex *from, Complex *to, Complex *room,
                 bool forward) {
  int64_t ip = factor->ip;
  Complex few[8], *x = ip <= 8 && ip != 7 ? few : room;
  for (int64_t k = 0; k < l1; k++)
    for (int64_t i = 0; i < ido; i++) {
      for (int64_t j = 0; j < ip; j++) x[j] = from[i + ido * (j + ip * k)];
      if (x == few) butterfly(x, ip, forward);
      else butterfly_odd(x, room + ip, factor, forward);
      to[i + ido * k] = x[0];
      for (int64_t j = 1; j < ip; j++)
        to[i + ido * (k + l1 * j)] =
            i == 0 ? x[j] : turned(x[j], factor->twiddles[(j - 1) * (ido - 1) + i - 1], forward);
    }
}

static void plan_free(Plan *plan) {
  for (int i = 0; i < plan->count; i++) {
    core_free(plan->factors[i].twiddles);
    core_free(plan->factors[i].own);
  }
}

static void add_factor(Plan *plan, int64_t ip) { plan->factors[plan->count++] = (Factor){.ip = ip}; }

static bool plan_make(Plan *plan, int64_t n) {
  *plan = (Plan){.n = n};
  int64_t left = n;
  for (; left % 8 == 0; left /= 8) add_factor(plan, 8);
  for (; left % 4 == 0; left /= 4) add_factor(plan, 4);
  if (left % 2 == 0) {
    left /= 2;
    add_factor(plan, 2);
    int64_t first = plan->factors[0].ip;
    plan->factors[0].ip = 2;
    plan->factors[plan->count - 1].ip = first;
  }
  for (int64_t divisor = 3; divisor * divisor <= left; divisor += 2)
    for (; left % divisor == 0; left /= divisor) add_factor(plan, divisor);
  if (left > 1) add_factor(plan, left);
  Roots roots = {0};
  bool good = roots_make(&roots, n);
  int64_t l1 = 1;
  for (int f = 0; f < plan->count && good; f++) {
    Factor *factor = &plan->factors[f];
    int64_t ip = factor->ip, ido = n / (l1 * ip);
    factor->twiddles = core_alloc((size_t)((ip - 1) * (ido - 1) + 1) * sizeof(Complex));
    good = factor->twiddles != NULL;
    for (int64_t j = 1; j < ip && good; j++)
      for (int64_t i = 1; i < ido; i++)
        factor->twiddles[(j - 1) * (ido - 1) + i - 1] = roots_at(&roots, j * l1 * i);
    if (good && ip > 5 && ip != 8) {
      factor->own = core_alloc((size_t)ip * sizeof(Complex));
      good = factor->own != NULL;
      for (int64_t j = 0; j < ip && good; j++) factor->own[j] = root(j, ip);
    }
    l1 *= ip;
  }
  roots_free(&roots);
  if (!good) plan_free(plan);
  return good;
}

static int64_t largest_factor(const Plan *plan) {
  int64_t most = 1;
  for (int f = 0; f < plan->count; f++)
    if (plan->factors[f].ip > most) most = plan->factors[f].ip;
  return most;
}

/* Transforms `x` in place; `room` holds n + 2 times the largest factor. */
static void plan_run(const Plan *plan, Complex *x, Complex *room, bool forward) {
  Complex *from = x, *to = room;
  int64_t l1 = 1;
  for (int f = 0; f < plan->count; f++) {
    int64_t ip = plan->factors[f].ip, ido = plan->n / (l1 * ip);
    pass(&plan->factors[f], ido, l1, from, to, room + plan->n, forward);
    Complex *swap = from;
    from = to;
    to = swap;
    l1 *= ip;
  }
  if (from != x) memcpy(x, from, (size_t)plan->n * sizeof *x);
}

/* ---- Lengths with large prime factors ---- */

/* The transform as a convolution with a chirp, of a length that has small factors. */
typedef struct Chirp {
  Plan plan;
  Complex *chirp, *kernel, *work, *room;
} Chirp;

static double cost(int64_t n) {
  double result = 0;
  int64_t left = n;
  for (; left % 2 == 0; left /= 2) result += 2;
  for (int64_t x = 3; x * x <= left; x += 2)
    for (; left % x == 0; left /= x) result += x <= 5 ? (double)x : 1.1 * (double)x;
  if (left > 1) result += left <= 5 ? (double)left : 1.1 * (double)left;
  return result * (double)n;
}

/* The least length from n on with no factor above 11. */
static int64_t good_length(int64_t n) {
  for (;; n++) {
    int64_t left = n;
    for (int64_t prime = 2; prime <= 11; prime++)
      while (left % prime == 0) left /= prime;
    if (left == 1) return n;
  }
}

static void chirp_free(Chirp *self) {
  plan_free(&self->plan);
  core_free(self->chirp);
  core_free(self->kernel);
  core_free(self->work);
  core_free(self->room);
}

static bool chirp_make(Chirp *self, int64_t n) {
  memset(self, 0, sizeof *self);
  int64_t length = good_length(2 * n - 1);
  if (!plan_make(&self->plan, length)) return false;
  self->chirp = core_alloc((size_t)n * sizeof(Complex));
  self->kernel = core_alloc_zero((size_t)length, sizeof(Complex));
  self->work = core_alloc((size_t)length * sizeof(Complex));
  self->room = core_alloc((size_t)(length + 2 * largest_factor(&self->plan)) * sizeof(Complex));
  if (!self->chirp || !self->kernel || !self->work || !self->room) {
    chirp_free(self);
    return false;
  }
  for (int64_t k = 0, square = 0; k < n; square = (square + 2 * k + 1) % (2 * n), k++)
    self->chirp[k] = root(square, 2 * n);
  double scale = 1.0 / (double)length;
  for (int64_t k = 0; k < n; k++) {
    Complex scaled = {self->chirp[k].real * scale, self->chirp[k].imag * scale};
    self->kernel[k] = scaled;
    if (k > 0) self->kernel[length - k] = scaled;
  }
  plan_run(&self->plan, self->kernel, self->room, true);
  return true;
}

static void chirp_run(Chirp *self, Complex *x, int64_t n, bool forward) {
  int64_t length = self->plan.n;
  for (int64_t k = 0; k < n; k++) self->work[k] = turned(x[k], self->chirp[k], forward);
  memset(self->work + n, 0, (size_t)(length - n) * sizeof(Complex));
  plan_run(&self->plan, self->work, self->room, true);
  /* The kernel is even, so its transform serves both ways, conjugated on the way back. */
  for (int64_t k = 0; k < length; k++) self->work[k] = turned(self->work[k], self->kernel[k], !forward);
  plan_run(&self->plan, self->work, self->room, false);
  for (int64_t k = 0; k < n; k++) x[k] = turned(self->work[k], self->chirp[k], forward);
}

NdArray *nd_fft(const NdArray *array, bool inverse, double factor, Error *error) {
  NdArray *result = nd_copy(array, error);
  if (result == NULL || result->size == 0) return result;
  int64_t n = array->shape[array->ndim - 1], worked = 0;
  Plan plan = {0};
  Chirp chirp = {0};
  Complex *room = NULL;
  bool good = plan_make(&plan, n), by_chirp = false, done = true;
  if (good) {
    int64_t most = largest_factor(&plan);
    by_chirp = n >= 50 && most * most > n && 1.5 * 2 * cost(good_length(2 * n - 1)) < cost(n);
    room = core_alloc((size_t)(n + 2 * most) * sizeof(Complex));
    good = room != NULL && (!by_chirp || chirp_make(&chirp, n));
  }
  if (!good) done = core_fail_memory(error, (unsigned long long)n * sizeof(Complex));
  for (int64_t row = 0; row < result->size / n && done; row++) {
    Complex *x = (Complex *)result->data + row * n;
    if (by_chirp) chirp_run(&chirp, x, n, !inverse);
    else plan_run(&plan, x, room, !inverse);
    for (int64_t i = 0; i < n && factor != 1; i++) x[i] = (Complex){x[i].real * factor, x[i].imag * factor};
    done = nd_iterator_poll(&worked, n * 8, error);
  }
  plan_free(&plan);
  if (by_chirp && good) chirp_free(&chirp);
  core_free(room);
  if (done) return result;
  nd_release(result);
  return NULL;
}
