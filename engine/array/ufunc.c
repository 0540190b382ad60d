/* The table of element-wise functions, the choice of their types (NEP 50) and their application in blocks. */
#include "engine/array/ufunc.h"

#if defined(__x86_64__)
#include <xmmintrin.h>
#else
#include <fenv.h>
#endif
#include <stdio.h>
#include <string.h>

#include "engine/array/cast.h"
#include "engine/array/complex.h"
#include "engine/array/element.h"
#include "engine/array/iterator.h"
#include "engine/array/shape.h"
#include "engine/array/times.h"
#include "engine/array/types.h"
#include "engine/array/swapped.h"
#include "engine/array/ufunc_elements.h"
#include "engine/array/ufunc_half.h"
#include "engine/array/ufunc_loops.h"
#include "engine/array/ufunc_wide.h"
#include "engine/compute/cpu.h"
#include "engine/core/names.h"
#include "engine/core/text.h"

/* How a function's types follow from its inputs'. */
enum {
  UNIFORM,     /* one common dtype for inputs and output */
  EXACT,       /* the same; a dtype without a loop of its own is not converted to one that has one */
  TEST,        /* a common dtype in, bool out */
  COMPARE,     /* the same, with whole numbers compared exactly whatever their dtypes */
  DIVISION,    /* as UNIFORM for floats; everything else is float64 */
  REAL,        /* the least float that holds each input: int8 float16, int16 float32, int32 float64 */
  REAL_TEST,   /* REAL in, bool out */
  DOUBLE_ONLY, /* always float64 */
  EXPONENT,    /* REAL in, int32 out */
  COUNT,       /* a whole number in, uint8 out */
};

/* What a rule makes of a Python integer that does not fit, and whether its result is bool. */
static const struct {
  NdMisfit misfit;
  bool tests;
} rules[] = {
    [UNIFORM] = {ND_MISFIT_FAILS, false},  [EXACT] = {ND_MISFIT_FAILS, false},   [TEST] = {ND_MISFIT_KEEPS, true},
    [COMPARE] = {ND_MISFIT_KEEPS, true},   [DIVISION] = {ND_MISFIT_KEEPS, false}, [REAL] = {ND_MISFIT_ADOPTS, false},
    [REAL_TEST] = {ND_MISFIT_ADOPTS, true}, [DOUBLE_ONLY] = {ND_MISFIT_KEEPS, false},
    [EXPONENT] = {ND_MISFIT_ADOPTS, false}, [COUNT] = {ND_MISFIT_FAILS, false},
};

/* name with aliases, its loops, inputs, rule, help */
#define UFUNC_ROWS(ROW)                                                                             \
  ROW("add", add, 2, UNIFORM, "Sum of the arguments")                                               \
  ROW("subtract", subtract, 2, UNIFORM, "Difference of the arguments")                              \
  ROW("multiply", multiply, 2, UNIFORM, "Product of the arguments")                                 \
  ROW("divide|true_divide", divide, 2, DIVISION, "Quotient of the arguments, a float")              \
  ROW("floor_divide", floor_divide, 2, UNIFORM, "Largest integer not above the quotient")           \
  ROW("remainder|mod", remainder, 2, UNIFORM, "Remainder with the sign of the divisor")             \
  ROW("fmod", fmod, 2, UNIFORM, "Remainder with the sign of the dividend")                          \
  ROW("power|pow", power, 2, UNIFORM, "First argument to the power of the second")                  \
  ROW("float_power", power, 2, DOUBLE_ONLY, "Power computed in float64")                            \
  ROW("maximum", maximum, 2, UNIFORM, "Larger of the arguments; nan wins")                          \
  ROW("minimum", minimum, 2, UNIFORM, "Smaller of the arguments; nan wins")                         \
  ROW("fmax", fmax, 2, UNIFORM, "Larger of the arguments; nan loses")                               \
  ROW("fmin", fmin, 2, UNIFORM, "Smaller of the arguments; nan loses")                              \
  ROW("equal", equal, 2, COMPARE, "Whether the arguments are equal")                                \
  ROW("not_equal", not_equal, 2, COMPARE, "Whether the arguments differ")                           \
  ROW("less", less, 2, COMPARE, "Whether the first is less than the second")                        \
  ROW("less_equal", less_equal, 2, COMPARE, "Whether the first is at most the second")              \
  ROW("greater", greater, 2, COMPARE, "Whether the first is greater than the second")               \
  ROW("greater_equal", greater_equal, 2, COMPARE, "Whether the first is at least the second")       \
  ROW("logical_and", logical_and, 2, TEST, "Whether both arguments are true")                       \
  ROW("logical_or", logical_or, 2, TEST, "Whether one of the arguments is true")                    \
  ROW("logical_xor", logical_xor, 2, TEST, "Whether exactly one of the arguments is true")          \
  ROW("bitwise_and", bitwise_and, 2, UNIFORM, "Bits set in both arguments")                         \
  ROW("bitwise_or", bitwise_or, 2, UNIFORM, "Bits set in one of the arguments")                     \
  ROW("bitwise_xor", bitwise_xor, 2, UNIFORM, "Bits set in exactly one of the arguments")           \
  ROW("left_shift|bitwise_left_shift", left_shift, 2, UNIFORM, "Bits moved to the left")            \
  ROW("right_shift|bitwise_right_shift", right_shift, 2, UNIFORM, "Bits moved to the right")        \
  ROW("gcd", gcd, 2, EXACT, "Greatest common divisor")                                            \
  ROW("lcm", lcm, 2, EXACT, "Least common multiple")                                              \
  ROW("arctan2|atan2", arctan2, 2, REAL, "Angle of the point (second, first)")                      \
  ROW("hypot", hypot, 2, REAL, "Length of the hypotenuse")                                          \
  ROW("copysign", copysign, 2, REAL, "First argument with the sign of the second")                  \
  ROW("heaviside", heaviside, 2, REAL, "0, the second argument, or 1: the step function")           \
  ROW("logaddexp", logaddexp, 2, REAL, "log(exp(a) + exp(b))")                                      \
  ROW("logaddexp2", logaddexp2, 2, REAL, "log2(2**a + 2**b)")                                       \
  ROW("nextafter", nextafter, 2, REAL, "The next number after the first towards the second")        \
  ROW("ldexp", ldexp, 2, REAL, "The first argument times 2 to the power of the second")             \
  ROW("spacing", spacing, 1, REAL, "The distance to the next number")                               \
  ROW("bitwise_count", bitwise_count, 1, COUNT, "How many bits of the magnitude are set")           \
  ROW("isnat", isnat, 1, TEST, "Whether a time is not a time")                                      \
  ROW("_modf_fraction", modf_fraction, 1, REAL, "The part behind the point")                        \
  ROW("_modf_whole", trunc, 1, REAL, "The part before the point")                                   \
  ROW("_frexp_mantissa", frexp_mantissa, 1, REAL, "The number as a fraction of a power of 2")       \
  ROW("_frexp_exponent", frexp_exponent, 1, EXPONENT, "The power of 2 above the number")            \
  ROW("negative", negative, 1, UNIFORM, "The argument with its sign changed")                       \
  ROW("positive", positive, 1, EXACT, "The argument itself")                                      \
  ROW("conjugate|conj", conjugate, 1, UNIFORM, "Complex conjugate: real numbers as they are")       \
  ROW("absolute|abs", absolute, 1, UNIFORM, "Absolute value")                                       \
  ROW("fabs", fabs, 1, REAL, "Absolute value as a float")                                           \
  ROW("sign", sign, 1, EXACT, "-1, 0 or 1 by the sign")                                           \
  ROW("square", square, 1, UNIFORM, "The argument times itself")                                    \
  ROW("reciprocal", reciprocal, 1, UNIFORM, "One divided by the argument")                          \
  ROW("sqrt", sqrt, 1, REAL, "Square root")                                                         \
  ROW("cbrt", cbrt, 1, REAL, "Cube root")                                                           \
  ROW("exp", exp, 1, REAL, "e to the power of the argument")                                        \
  ROW("exp2", exp2, 1, REAL, "2 to the power of the argument")                                      \
  ROW("expm1", expm1, 1, REAL, "exp(x) - 1, exact near 0")                                          \
  ROW("log", log, 1, REAL, "Natural logarithm")                                                     \
  ROW("log2", log2, 1, REAL, "Logarithm to base 2")                                                 \
  ROW("log10", log10, 1, REAL, "Logarithm to base 10")                                              \
  ROW("log1p", log1p, 1, REAL, "log(1 + x), exact near 0")                                          \
  ROW("sin", sin, 1, REAL, "Sine")                                                                  \
  ROW("cos", cos, 1, REAL, "Cosine")                                                                \
  ROW("tan", tan, 1, REAL, "Tangent")                                                               \
  ROW("arcsin|asin", arcsin, 1, REAL, "Inverse sine")                                               \
  ROW("arccos|acos", arccos, 1, REAL, "Inverse cosine")                                             \
  ROW("arctan|atan", arctan, 1, REAL, "Inverse tangent")                                            \
  ROW("sinh", sinh, 1, REAL, "Hyperbolic sine")                                                     \
  ROW("cosh", cosh, 1, REAL, "Hyperbolic cosine")                                                   \
  ROW("tanh", tanh, 1, REAL, "Hyperbolic tangent")                                                  \
  ROW("arcsinh|asinh", arcsinh, 1, REAL, "Inverse hyperbolic sine")                                 \
  ROW("arccosh|acosh", arccosh, 1, REAL, "Inverse hyperbolic cosine")                               \
  ROW("arctanh|atanh", arctanh, 1, REAL, "Inverse hyperbolic tangent")                              \
  ROW("floor", floor, 1, UNIFORM, "Largest whole number not above the argument")                    \
  ROW("ceil", ceil, 1, UNIFORM, "Smallest whole number not below the argument")                     \
  ROW("trunc", trunc, 1, UNIFORM, "The argument without its fraction")                              \
  ROW("rint", rint, 1, REAL, "Nearest whole number; halves go to the even one")                     \
  ROW("isnan", isnan, 1, TEST, "Whether the argument is nan")                                       \
  ROW("isinf", isinf, 1, TEST, "Whether the argument is infinite")                                  \
  ROW("isfinite", isfinite, 1, TEST, "Whether the argument is neither infinite nor nan")            \
  ROW("signbit", signbit, 1, REAL_TEST, "Whether the sign is negative")                             \
  ROW("logical_not", logical_not, 1, TEST, "Whether the argument is false")                         \
  ROW("invert|bitwise_not|bitwise_invert", invert, 1, UNIFORM, "Every bit inverted")                \
  ROW("deg2rad", deg2rad, 1, REAL, "Degrees to radians")                                            \
  ROW("radians", deg2rad, 1, REAL, "Degrees to radians")                                            \
  ROW("rad2deg", rad2deg, 1, REAL, "Radians to degrees")                                            \
  ROW("degrees", rad2deg, 1, REAL, "Radians to degrees")

const NdUfunc nd_ufuncs[] = {
#define UFUNC_ROW(name, loops, inputs, rule, help) \
  {name, help, inputs, 1, rule, nd_loops_##loops, nd_loops_avx2_##loops},
    UFUNC_ROWS(UFUNC_ROW)
#undef UFUNC_ROW
};
const int nd_ufunc_count = sizeof nd_ufuncs / sizeof *nd_ufuncs;

const NdUfunc *nd_ufunc_named(const char *name) {
  size_t length = strlen(name);
  for (int i = 0; i < nd_ufunc_count; i++)
    if (names_hold(nd_ufuncs[i].name, name, length)) return &nd_ufuncs[i];
  return NULL;
}

/* numpy's own name: the first one. */
static int name_length(const NdUfunc *ufunc) { return (int)strcspn(ufunc->name, "|"); }

/* How one application goes: dtypes at the loop's ends (float16 inputs are computed as float32) and the dtype of the
 * result. Inputs are first rounded to `in`. */
typedef struct Resolved {
  NdType in[2];
  NdType result;
  NdLoop *loop;
} Resolved;

static bool fail_unsupported(const NdUfunc *ufunc, Error *error) {
  return core_fail(error, ERROR_TYPE,
                   "ufunc '%.*s' not supported for the input types, and the inputs could not be safely coerced to any "
                   "supported types according to the casting rule ''safe''", name_length(ufunc), ufunc->name);
}

static bool fail_no_loop(const NdUfunc *ufunc, const NdArray *a, const NdArray *b, Error *error) {
  char of_a[64], of_b[64] = "";
  nd_class_name(a, of_a);
  if (b != NULL) nd_class_name(b, of_b);
  return core_fail(error, ERROR_TYPE,
                   "ufunc '%.*s' did not contain a loop with signature matching types %s%s%s%s%s -> None",
                   name_length(ufunc), ufunc->name, b ? "(" : "", of_a, b ? ", " : "", of_b, b ? ")" : "");
}

/* A dtype for which there is no loop: what numpy says. */
static bool fail_loop(const NdUfunc *ufunc, const NdArray *a, const NdArray *b, NdType common, Error *error) {
  if (ufunc->loops == nd_loops_isnat)
    return core_fail(error, ERROR_TYPE, "ufunc 'isnat' is only defined for np.datetime64 and np.timedelta64.");
  if (common == ND_BOOL && ufunc->loops == nd_loops_subtract)
    return core_fail(error, ERROR_TYPE,
                     "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` "
                     "operator, or the logical_xor function instead.");
  if (common == ND_BOOL && ufunc->loops == nd_loops_negative)
    return core_fail(error, ERROR_TYPE,
                     "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the "
                     "logical_not function instead.");
  return ufunc->rule == EXACT ? fail_no_loop(ufunc, a, b, error) : fail_unsupported(ufunc, error);
}

/* The smallest float dtype that holds every value of `type`. */
static NdType least_float(NdType type) {
  return nd_promote(type, ND_FLOAT16);
}

static bool resolve(const NdUfunc *ufunc, const NdArray *a, const NdArray *b, Resolved *to, Error *error) {
  NdLoop *const *loops = ufunc->loops;
  NdType types[2];
  const NdArray *inputs[2] = {a, b};
  if (!nd_resolve_weak(inputs, ufunc->inputs, types, rules[ufunc->rule].misfit, error)) return false;
  if (ufunc->inputs == 1) types[1] = types[0];
  NdType common = nd_promote(types[0], types[1]);
  to->in[0] = to->in[1] = common;
  switch (ufunc->rule) {
    case DIVISION:
      if (nd_types[common].kind != 'f') to->in[0] = to->in[1] = common = ND_FLOAT64;
      break;
    case EXPONENT:
    case REAL:
    case REAL_TEST: {
      NdType first = least_float(types[0]), second = least_float(types[1]);
      to->in[0] = to->in[1] = common = first > second ? first : second;
      break;
    }
    case DOUBLE_ONLY: to->in[0] = to->in[1] = common = ND_FLOAT64; break;
    case COMPARE: {
      /* int64 and uint64 have no common integer dtype. */
      bool first = types[0] == ND_UINT64 && nd_types[types[1]].kind == 'i';
      bool second = types[1] == ND_UINT64 && nd_types[types[0]].kind == 'i';
      if (!first && !second) break;
      to->in[0] = first ? ND_UINT64 : ND_INT64;
      to->in[1] = first ? ND_INT64 : ND_UINT64;
      static NdLoop *const *const rows[6] = {nd_loops_equal,      nd_loops_not_equal, nd_loops_less,
                                             nd_loops_less_equal, nd_loops_greater,   nd_loops_greater_equal};
      for (int i = 0; i < 6; i++)
        if (rows[i] == loops) to->loop = nd_loops_mixed_compare[i][first];
      to->result = ND_BOOL;
      return true;
    }
    default: break;
  }
  NdType loop_type = common == ND_FLOAT16 ? ND_FLOAT32 : common;
  if (loops[loop_type] == NULL) {
    /* Booleans without a loop count as int8, except where numpy refuses them. */
    bool refused = ufunc->rule == EXACT || loops == nd_loops_subtract || loops == nd_loops_negative;
    if (common != ND_BOOL || refused || loops[ND_INT8] == NULL) return fail_loop(ufunc, a, b, common, error);
    to->in[0] = to->in[1] = common = loop_type = ND_INT8;
  }
  to->loop = cpu_level() >= CPU_AVX2 ? ((NdLoop *const *)ufunc->avx2_loops)[loop_type] : loops[loop_type];
  /* Functions that only floats have. */
  if (cpu_level() >= CPU_AVX512 && loops[ND_INT64] == NULL) {
    NdLoop *wide = nd_wide_loop(ufunc->avx2_loops, loop_type);
    if (wide) to->loop = wide;
  }
  if (common == ND_FLOAT16 && loops == nd_loops_nextafter) to->loop = nd_half_nextafter;
  if (common == ND_FLOAT16 && loops == nd_loops_spacing) to->loop = nd_half_spacing;
  to->result = rules[ufunc->rule].tests ? ND_BOOL
               : ufunc->rule == EXPONENT ? ND_INT32 : ufunc->rule == COUNT ? ND_UINT8 : common;
  return true;
}

/* Elements converted and computed at a time: three buffers of this size stay in the first-level cache. */
enum { BLOCK = 1024, PLAIN_BLOCK = 1 << 16 };

/* The dtype that a loop sees in place of float16. */
static NdType computed_as(NdType type) { return type == ND_FLOAT16 ? ND_FLOAT32 : type; }

/* One operand of the application: how its elements reach the loop. */
typedef struct Operand {
  NdCastLoop *round;   /* to the resolved dtype where that is float16 and the operand is not; NULL otherwise */
  NdCastLoop *convert; /* to the loop's dtype; NULL where the loop reads the operand's own memory */
  NdType type, rounded, wanted;
} Operand;

static Operand prepare_operand(NdType type, NdType resolved) {
  Operand operand = {.type = type, .wanted = computed_as(resolved), .rounded = type};
  /* Integers of 8 bits and booleans are whole halves already; anything else passes through float16. */
  if (resolved == ND_FLOAT16 && type != ND_FLOAT16 && nd_types[type].itemsize > 1) {
    operand.round = nd_cast_loop(type, ND_FLOAT16);
    operand.rounded = ND_FLOAT16;
  }
  if (operand.rounded != operand.wanted) operand.convert = nd_cast_loop(operand.rounded, operand.wanted);
  return operand;
}

/* Points at n elements in the loop's dtype: the operand's own, or a converted copy in `block`. */
static const char *fetch(const Operand *operand, const char *data, int64_t stride, int64_t n, char *block,
                         int64_t *block_stride) {
  if (operand->convert == NULL) {
    *block_stride = stride;
    return data;
  }
  int64_t item = nd_types[operand->wanted].itemsize;
  *block_stride = stride == 0 ? 0 : item;
  if (stride == 0) n = 1;
  if (operand->round == NULL) {
    operand->convert(block, item, data, stride, n);
  } else {
    uint16_t halves[BLOCK];
    operand->round((char *)halves, 2, data, stride, n);
    operand->convert(block, item, (const char *)halves, 2, n);
  }
  return block;
}

static bool run(const Resolved *resolved, int inputs, NdArray *out, const NdArray *a, const NdArray *b, Error *error) {
  int64_t strides[3][ND_MAX_DIMS];
  const NdArray *second = b ? b : a;
  nd_broadcast_strides(out, out->ndim, out->shape, strides[0]);
  nd_broadcast_strides(a, out->ndim, out->shape, strides[1]);
  nd_broadcast_strides(second, out->ndim, out->shape, strides[2]);
  NdIterator it;
  nd_iterator_init(&it, 3, 3, out->ndim, out->shape, (char *[]){out->data, a->data, second->data},
                   (const int64_t *[]){strides[0], strides[1], strides[2]}, 0);
  Operand first = prepare_operand(a->type, resolved->in[0]), other = prepare_operand(second->type, resolved->in[1]);
  NdType made = computed_as(resolved->result);
  /* The result is rounded to its own dtype before it is cast to the dtype of `out`. */
  NdType rounded = resolved->result;
  NdCastLoop *round = made != rounded && rounded != out->type ? nd_cast_loop(made, rounded) : NULL;
  NdCastLoop *store = made == out->type && round == NULL ? NULL : nd_cast_loop(round ? rounded : made, out->type);
  int64_t so = it.strides[0][0], sa = it.strides[0][1], sb = it.strides[0][2], n = it.shape[0];
  bool plain = first.convert == NULL && (inputs == 1 || other.convert == NULL) && store == NULL;
  int64_t most = plain ? PLAIN_BLOCK : BLOCK;
  char block_a[BLOCK * 8] __attribute__((aligned(64))), block_b[BLOCK * 8] __attribute__((aligned(64)));
  char block_out[BLOCK * 8] __attribute__((aligned(64))), block_rounded[BLOCK * 2];
  int64_t made_item = nd_types[made].itemsize;
  do {
    for (int64_t start = 0; start < n; start += most) {
      int64_t count = n - start < most ? n - start : most, step_a, step_b = 0;
      const char *from_a = fetch(&first, it.data[1] + start * sa, sa, count, block_a, &step_a), *from_b = from_a;
      if (inputs == 2) from_b = fetch(&other, it.data[2] + start * sb, sb, count, block_b, &step_b);
      char *to = it.data[0] + start * so;
      if (store == NULL) {
        resolved->loop(to, so, from_a, step_a, from_b, step_b, count);
      } else {
        resolved->loop(block_out, made_item, from_a, step_a, from_b, step_b, count);
        if (round != NULL) {
          round(block_rounded, 2, block_out, made_item, count);
          store(to, so, block_rounded, 2, count);
        } else {
          store(to, so, block_out, made_item, count);
        }
      }
      if (!nd_iterator_poll(&it.worked, count, error)) return false;
    }
  } while (nd_iterator_next(&it));
  return true;
}

/* Whether an input has to be copied before `out` is written: it shares memory, but not element by element. */
static bool clashes(const NdArray *input, const NdArray *out) {
  if (input == NULL || !nd_may_overlap(input, out)) return false;
  if (input->data != out->data || nd_types[input->type].itemsize != nd_types[out->type].itemsize) return true;
  int64_t strides[ND_MAX_DIMS];
  nd_broadcast_strides(input, out->ndim, out->shape, strides);
  for (int axis = 0; axis < out->ndim; axis++)
    if (out->shape[axis] != 1 && strides[axis] != out->strides[axis]) return true;
  return false;
}

/* x ** 2 and its like, as numpy's operator does them: the same numbers, sooner. */
static const NdUfunc *faster_power(const NdUfunc *ufunc, const NdArray *a, const NdArray *b) {
  if (ufunc->loops != nd_loops_power || ufunc->rule != UNIFORM || b->ndim != 0 || b->weak == ND_STRONG) return ufunc;
  if (!nd_is_number(b->type) || !(nd_is_number(a->type) || nd_is_complex(a->type))) return ufunc;
  char kind = nd_is_complex(a->type) ? 'f' : nd_types[a->type].kind;
  double exponent = nd_scalar_as_double(nd_scalar_load(b->data, b->type));
  bool whole_number = b->weak == ND_WEAK_INT;
  if (a->weak != ND_STRONG || (kind != 'f' && !whole_number)) return ufunc;
  if (exponent == 2) return nd_ufunc_named("square");
  if (kind == 'b') return ufunc;
  if (exponent == 1) return nd_ufunc_named("positive");
  if (kind != 'f') return ufunc;
  return exponent == -1 ? nd_ufunc_named("reciprocal") : exponent == 0.5 ? nd_ufunc_named("sqrt") : ufunc;
}

/* What went wrong in floating point since it was last taken. */
static _Thread_local unsigned float_status;

unsigned nd_take_float_status(void) {
  unsigned status = float_status;
  float_status = 0;
  return status;
}

unsigned nd_float_status(void) { return float_status; }

/* Functions that compute; comparing, choosing and testing may set the processor's flags, but mean nothing by it. */
static bool computes(const NdUfunc *ufunc) {
  static NdLoop *const *const silent[] = {nd_loops_maximum, nd_loops_minimum, nd_loops_fmax,     nd_loops_fmin,
                                          nd_loops_sign,    nd_loops_copysign, nd_loops_heaviside, nd_loops_spacing,
                                          nd_loops_rint,    nd_loops_floor,    nd_loops_ceil,     nd_loops_trunc,
                                          nd_loops_absolute, nd_loops_fabs,    nd_loops_frexp_mantissa,
                                          nd_loops_modf_fraction};
  if (rules[ufunc->rule].tests || ufunc->rule == EXPONENT || ufunc->rule == COUNT) return false;
  for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
    if (silent[i] == ufunc->loops) return false;
  return true;
}

/* The processor's flags. On x86-64 those of the vector unit are read directly: the C library also saves and loads the
 * state of the old floating-point unit, which takes longer than a small array. */
static void clear_flags(void) {
#if defined(__x86_64__)
  _mm_setcsr(_mm_getcsr() & ~0x3Fu);
#else
  feclearexcept(FE_DIVBYZERO | FE_OVERFLOW | FE_UNDERFLOW | FE_INVALID);
#endif
}

static unsigned flags_status(void) {
#if defined(__x86_64__)
  unsigned flags = _mm_getcsr();
  return (flags & 4u ? ND_FLOAT_DIVIDE : 0u) | (flags & 8u ? ND_FLOAT_OVERFLOW : 0u) |
         (flags & 16u ? ND_FLOAT_UNDERFLOW : 0u) | (flags & 1u ? ND_FLOAT_INVALID : 0u);
#else
  int flags = fetestexcept(FE_DIVBYZERO | FE_OVERFLOW | FE_UNDERFLOW | FE_INVALID);
  return (flags & FE_DIVBYZERO ? ND_FLOAT_DIVIDE : 0u) | (flags & FE_OVERFLOW ? ND_FLOAT_OVERFLOW : 0u) |
         (flags & FE_UNDERFLOW ? ND_FLOAT_UNDERFLOW : 0u) | (flags & FE_INVALID ? ND_FLOAT_INVALID : 0u);
#endif
}

/* Whether an operand is complex, and the other one a number. */
static bool holds_complex(const NdArray *a, const NdArray *b) {
  bool first = nd_is_complex(a->type), second = b != NULL && nd_is_complex(b->type);
  return (first || second) && (first || nd_is_number(a->type)) && (b == NULL || second || nd_is_number(b->type));
}

/* Whether an operand is a time, and the other one a time or a number. */
static bool holds_time(const NdArray *a, const NdArray *b) {
  bool first = nd_is_time(a->type), second = b != NULL && nd_is_time(b->type);
  return (first || second) && (first || nd_is_number(a->type)) && (b == NULL || second || nd_is_number(b->type));
}

NdArray *nd_ufunc(const NdUfunc *ufunc, NdArray *a, NdArray *b, NdArray *out, Error *error) {
  if (ufunc->inputs == 2) {
    const NdUfunc *faster = faster_power(ufunc, a, b);
    if (faster != ufunc) {
      ufunc = faster;
      b = NULL;
    }
  }
  if (ufunc->inputs == 1) b = NULL;
  if (nd_is_swapped(a->type) || (b != NULL && nd_is_swapped(b->type))) {
    NdArray *first = nd_to_native(a, error), *second = first && b ? nd_to_native(b, error) : NULL;
    NdArray *made = first && (second || !b) ? nd_ufunc(ufunc, first, second, out, error) : NULL;
    nd_release(first);
    nd_release(second);
    return made;
  }
  if (holds_time(a, b)) return nd_ufunc_times(ufunc, a, b, out, error);
  if (holds_complex(a, b)) {
    clear_flags();
    NdArray *made = nd_ufunc_complex(ufunc, a, b, out, error);
    if (computes(ufunc)) float_status |= flags_status();
    return made;
  }
  if (!nd_is_number(a->type) || (b != NULL && !nd_is_number(b->type)))
    return nd_ufunc_elements(ufunc, a, b, out, error);
  if (out != NULL && !nd_is_number(out->type)) {
    NdArray *made = nd_ufunc(ufunc, a, b, NULL, error);
    if (made != NULL && nd_is_swapped(out->type) && !nd_can_cast_same_kind(made->type, nd_native(out->type))) {
      core_fail(error, ERROR_TYPE,
                "Cannot cast ufunc '%.*s' output from dtype('%s') to dtype('%s') with casting rule 'same_kind'",
                name_length(ufunc), ufunc->name, nd_types[made->type].name, nd_types[out->type].name);
      nd_release(made);
      return NULL;
    }
    bool stored = made != NULL && nd_check_out(out, made->ndim, made->shape, error) && nd_assign(out, made, error);
    nd_release(made);
    return stored ? nd_retain(out) : NULL;
  }
  Resolved resolved;
  if (!resolve(ufunc, a, b, &resolved, error)) return NULL;
  int ndim = a->ndim;
  int64_t shape[ND_MAX_DIMS];
  memcpy(shape, a->shape, (size_t)ndim * sizeof *shape);
  if (b != NULL && !nd_broadcast_operands(a, b, out, &ndim, shape, error)) return NULL;
  NdArray *copy_a = NULL, *copy_b = NULL, *result = NULL;
  if (out == NULL) {
    result = ndim < 2 ? nd_new(resolved.result, ndim, shape, error)
                      : nd_new_beside(resolved.result, 0, ndim, shape, a, b, error);
    if (result == NULL) return NULL;
  } else {
    if (!out->writeable) {
      core_fail(error, ERROR_VALUE, "output array is read-only");
      return NULL;
    }
    if (!nd_can_cast_same_kind(resolved.result, out->type)) {
      core_fail(error, ERROR_TYPE,
                "Cannot cast ufunc '%.*s' output from dtype('%s') to dtype('%s') with casting rule 'same_kind'",
                name_length(ufunc), ufunc->name, nd_types[resolved.result].name, nd_types[out->type].name);
      return NULL;
    }
    if (!nd_check_out(out, ndim, shape, error)) return NULL;
    if (clashes(a, out) && (copy_a = a = nd_copy(a, error)) == NULL) return NULL;
    if (b != NULL && clashes(b, out) && (copy_b = b = nd_copy(b, error)) == NULL) {
      nd_release(copy_a);
      return NULL;
    }
    result = nd_retain(out);
  }
  nd_power_was_negative = false;
  nd_divisor_was_zero = false;
  bool real = nd_types[resolved.result].kind == 'f' && computes(ufunc);
  if (real) clear_flags();
  bool done = result->size == 0 || run(&resolved, ufunc->inputs, result, a, b, error);
  if (real) float_status |= flags_status();
  else if (nd_divisor_was_zero) float_status |= ND_FLOAT_DIVIDE;
  if (done && nd_power_was_negative)
    done = core_fail(error, ERROR_VALUE, "Integers to negative integer powers are not allowed.");
  nd_release(copy_a);
  nd_release(copy_b);
  if (done) return result;
  nd_release(result);
  return NULL;
}

NdArray *nd_apply(const char *name, NdArray *a, NdArray *b, NdArray *out, Error *error) {
  const NdUfunc *ufunc = nd_ufunc_named(name);
  if (ufunc == NULL) {
    core_fail(error, ERROR_ATTRIBUTE, "module 'numpy' has no attribute '%s'", name);
    return NULL;
  }
  if ((ufunc->inputs == 2) != (b != NULL)) {
    core_fail(error, ERROR_TYPE, "%.*s() takes from %d to %d positional arguments but %d were given",
              name_length(ufunc), ufunc->name, ufunc->inputs, ufunc->inputs + 1, b != NULL ? 2 : 1);
    return NULL;
  }
  return nd_ufunc(ufunc, a, b, out, error);
}
