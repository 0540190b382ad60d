/* Element-wise functions of complex numbers. complex_loops.inc holds the formulas, once for each width. */
#include <complex.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "engine/array/complex.h"
#include "engine/array/element.h"
#include "engine/array/iterator.h"
#include "engine/array/shape.h"
#include "engine/array/types.h"
#include "engine/core/names.h"

typedef enum Operation {
  ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, MAXIMUM, MINIMUM,
  FMAX, FMIN, LOGICAL_AND, LOGICAL_OR, LOGICAL_XOR, NEGATIVE, POSITIVE, CONJUGATE, ABSOLUTE, SIGN, SQUARE, RECIPROCAL,
  SQRT, EXP, EXP2, EXPM1, LOG, LOG2, LOG10, LOG1P, SIN, COS, TAN, ARCSIN, ARCCOS, ARCTAN, SINH, COSH, TANH, ARCSINH,
  ARCCOSH, ARCTANH, RINT, ISNAN, ISINF, ISFINITE, LOGICAL_NOT
} Operation;

/* What a function of complex numbers gives. */
enum { SAME, TRUTH, LENGTH };

static const struct {
  const char *name;
  Operation operation;
  int result;
} operations[] = {
    {"add", ADD, SAME},         {"subtract", SUBTRACT, SAME},     {"multiply", MULTIPLY, SAME},
    {"divide", DIVIDE, SAME},   {"power", POWER, SAME},           {"float_power", POWER, SAME},
    {"equal", EQUAL, TRUTH},    {"not_equal", NOT_EQUAL, TRUTH},  {"less", LESS, TRUTH},
    {"less_equal", LESS_EQUAL, TRUTH}, {"greater", GREATER, TRUTH}, {"greater_equal", GREATER_EQUAL, TRUTH},
    {"maximum", MAXIMUM, SAME}, {"minimum", MINIMUM, SAME},       {"fmax", FMAX, SAME},
    {"fmin", FMIN, SAME},       {"logical_and", LOGICAL_AND, TRUTH}, {"logical_or", LOGICAL_OR, TRUTH},
    {"logical_xor", LOGICAL_XOR, TRUTH}, {"negative", NEGATIVE, SAME}, {"positive", POSITIVE, SAME},
    {"conjugate", CONJUGATE, SAME}, {"absolute", ABSOLUTE, LENGTH}, {"sign", SIGN, SAME},
    {"square", SQUARE, SAME},   {"reciprocal", RECIPROCAL, SAME}, {"sqrt", SQRT, SAME},
    {"exp", EXP, SAME},         {"exp2", EXP2, SAME},             {"expm1", EXPM1, SAME},
    {"log", LOG, SAME},         {"log2", LOG2, SAME},             {"log10", LOG10, SAME},
    {"log1p", LOG1P, SAME},     {"sin", SIN, SAME},               {"cos", COS, SAME},
    {"tan", TAN, SAME},         {"arcsin", ARCSIN, SAME},         {"arccos", ARCCOS, SAME},
    {"arctan", ARCTAN, SAME},   {"sinh", SINH, SAME},             {"cosh", COSH, SAME},
    {"tanh", TANH, SAME},       {"arcsinh", ARCSINH, SAME},       {"arccosh", ARCCOSH, SAME},
    {"arctanh", ARCTANH, SAME}, {"rint", RINT, SAME},             {"isnan", ISNAN, TRUTH},
    {"isinf", ISINF, TRUTH},    {"isfinite", ISFINITE, TRUTH},    {"logical_not", LOGICAL_NOT, TRUTH},
};

#define REAL float
#define COMPLEX NdComplex64
#define NATIVE float complex
#define NAMED(name) name##_float
#define C(function) function##f
#include "engine/array/complex_loops.inc"
#undef REAL
#undef COMPLEX
#undef NATIVE
#undef NAMED
#undef C

#define REAL double
#define COMPLEX NdComplex128
#define NATIVE double complex
#define NAMED(name) name##_double
#define C(function) function
#include "engine/array/complex_loops.inc"

static int find_operation(const NdUfunc *ufunc) {
  size_t length = strcspn(ufunc->name, "|");
  for (int i = 0; i < (int)(sizeof operations / sizeof *operations); i++)
    if (strlen(operations[i].name) == length && memcmp(operations[i].name, ufunc->name, length) == 0) return i;
  return -1;
}

NdArray *nd_ufunc_complex(const NdUfunc *ufunc, NdArray *a, NdArray *b, NdArray *out, Error *error) {
  int row = find_operation(ufunc), length = (int)strcspn(ufunc->name, "|");
  if (row < 0) {
    core_fail(error, ERROR_TYPE,
              "ufunc '%.*s' not supported for the input types, and the inputs could not be safely coerced to any "
              "supported types according to the casting rule ''safe''", length, ufunc->name);
    return NULL;
  }
  const NdArray *inputs[2] = {a, b};
  NdType types[2];
  if (!nd_resolve_weak(inputs, ufunc->inputs, types, ND_MISFIT_ADOPTS, error)) return NULL;
  NdType type = b ? nd_promote(types[0], types[1]) : types[0];
  if (strcmp(ufunc->name, "float_power") == 0) type = ND_COMPLEX128;
  int result_kind = operations[row].result;
  NdType made = result_kind == TRUTH ? ND_BOOL : result_kind == LENGTH ? nd_part_type(type) : type;
  int ndim = a->ndim;
  int64_t shape[ND_MAX_DIMS];
  memcpy(shape, a->shape, (size_t)ndim * sizeof *shape);
  if (b != NULL && !nd_broadcast_operands(a, b, out, &ndim, shape, error)) return NULL;
  if (out != NULL && !nd_can_cast_same_kind(made, out->type)) {
    core_fail(error, ERROR_TYPE,
              "Cannot cast ufunc '%.*s' output from dtype('%s') to dtype('%s') with casting rule 'same_kind'", length,
              ufunc->name, nd_types[made].name, nd_types[out->type].name);
    return NULL;
  }
  if (out != NULL && !nd_check_out(out, ndim, shape, error)) return NULL;
  NdArray *left = a->type == type ? nd_retain(a) : nd_astype(a, type, error), *right = NULL, *result = NULL;
  if (left != NULL && b != NULL) right = b->type == type ? nd_retain(b) : nd_astype(b, type, error);
  if (left != NULL && (right != NULL || b == NULL)) 
    result = nd_new_beside(made, 0, ndim, shape, a, b, error);
  bool done = result != NULL;
  if (done && result->size > 0) {
    const NdArray *second = right ? right : left;
    int64_t strides[3][ND_MAX_DIMS];
    nd_broadcast_strides(result, ndim, shape, strides[0]);
    nd_broadcast_strides(left, ndim, shape, strides[1]);
    nd_broadcast_strides(second, ndim, shape, strides[2]);
    NdIterator it;
    nd_iterator_init(&it, 3, 3, ndim, shape, (char *[]){result->data, left->data, second->data},
                     (const int64_t *[]){strides[0], strides[1], strides[2]}, 0);
    do {
      (type == ND_COMPLEX64 ? loop_float : loop_double)(operations[row].operation, it.data[0], it.strides[0][0],
                                                        it.data[1], it.strides[0][1], it.data[2], it.strides[0][2],
                                                        it.shape[0]);
      done = nd_iterator_poll(&it.worked, it.shape[0], error);
    } while (done && nd_iterator_next(&it));
  }
  nd_release(left);
  nd_release(right);
  if (done && out != NULL) {
    done = nd_assign(out, result, error);
    nd_release(result);
    return done ? nd_retain(out) : NULL;
  }
  if (done) return result;
  nd_release(result);
  return NULL;
}
