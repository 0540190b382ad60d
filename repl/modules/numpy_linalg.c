/* LAPACK for numpy.linalg. The module is written in the language (_numpy_linalg.py); what stands here are the
 * decompositions themselves, for arrays that it has checked, and the norm of a vector, which loops call. */
#include <math.h>
#include <string.h>

#include "engine/array/lapack.h"
#include "engine/array/lapack_complex.h"
#include "engine/array/linalg.h"
#include "repl/modules/numpy_generator.h"

/* The matrices as LAPACK takes them: complex ones as complex128, all others as float64. */
static NdArray *matrix_of(NpWork *work, Value value) {
  NdArray *given = np_hold(work, value);
  return given ? np_hold_as(work, value, nd_is_complex(given->type) ? ND_COMPLEX128 : ND_FLOAT64) : NULL;
}
static bool complex(const NdArray *array) { return array->type == ND_COMPLEX128; }

static Value not_there(NpWork *work, bool failed, const char *text, const Error *error) {
  return np_end(work, np_step(work, failed ? py_raise(&py_LinAlgError, "%s", text) : py_raise_error(error)));
}

/* A tuple of arrays, which are taken over. */
static Value tuple_of(NpWork *work, NdArray *a, NdArray *b, NdArray *c) {
  Error error = {0};
  Value items[3] = {np_step_array(work, a, &error), b ? np_step_array(work, b, &error) : PY_NONE,
                    c ? np_step_array(work, c, &error) : PY_NONE};
  if (work->failed) return np_end(work, PY_ERROR);
  return np_end(work, np_step(work, py_tuple_copy(items, c ? 3 : b ? 2 : 1)));
}

static Value solve(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  NdArray *a = matrix_of(&work, arguments[0]), *b = NULL;
  if (a && !py_is_none(arguments[1])) b = matrix_of(&work, arguments[1]);
  if (work.failed) return np_end(&work, PY_ERROR);
  Error error = {0};
  bool failed = false;
  NdArray *out = (complex(a) ? nd_lapack_complex_solve : nd_lapack_solve)(a, b, &failed, &error);
  if (out == NULL) return not_there(&work, failed, "Singular matrix", &error);
  return np_end(&work, np_step_array(&work, out, &error));
}
static Value determinant(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  NdArray *a = matrix_of(&work, arguments[0]), *sign, *logarithm;
  if (a == NULL) return np_end(&work, PY_ERROR);
  Error error = {0};
  bool done = complex(a) ? nd_lapack_complex_determinant(a, &sign, &logarithm, &error)
                         : nd_lapack_determinant(a, &sign, &logarithm, &error);
  if (!done) return not_there(&work, false, "", &error);
  return tuple_of(&work, sign, logarithm, NULL);
}
static Value cholesky(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  bool upper, failed = false;
  if (!py_as_bool(arguments[1], &upper)) return PY_ERROR;
  NdArray *a = matrix_of(&work, arguments[0]);
  if (a == NULL) return np_end(&work, PY_ERROR);
  Error error = {0};
  NdArray *out = (complex(a) ? nd_lapack_complex_cholesky : nd_lapack_cholesky)(a, upper, &failed, &error);
  if (out == NULL) return not_there(&work, failed, "Matrix is not positive definite", &error);
  return np_end(&work, np_step_array(&work, out, &error));
}
static Value eigh(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  const char *triangle;
  bool wanted, failed = false;
  if (!py_as_text(arguments[1], &triangle) || !py_as_bool(arguments[2], &wanted)) return PY_ERROR;
  NdArray *a = matrix_of(&work, arguments[0]), *values, *vectors = NULL;
  if (a == NULL) return np_end(&work, PY_ERROR);
  Error error = {0};
  if (!(complex(a) ? nd_lapack_complex_eigh : nd_lapack_eigh)(a, triangle[0], &values, wanted ? &vectors : NULL,
                                                              &failed, &error))
    return not_there(&work, failed, "Eigenvalues did not converge", &error);
  return tuple_of(&work, values, vectors, NULL);
}
static Value eig(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  bool wanted, failed = false;
  if (!py_as_bool(arguments[1], &wanted)) return PY_ERROR;
  NdArray *a = matrix_of(&work, arguments[0]), *real, *imaginary, *vectors = NULL;
  if (a == NULL) return np_end(&work, PY_ERROR);
  Error error = {0};
  if (complex(a)) {
    if (!nd_lapack_complex_eig(a, &real, wanted ? &vectors : NULL, &failed, &error))
      return not_there(&work, failed, "Eigenvalues did not converge", &error);
    return tuple_of(&work, real, vectors, NULL);
  }
  if (!nd_lapack_eig(a, &real, &imaginary, wanted ? &vectors : NULL, &failed, &error))
    return not_there(&work, failed, "Eigenvalues did not converge", &error);
  return tuple_of(&work, real, imaginary, vectors);
}
static Value svd(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  const char *job;
  bool failed = false;
  if (!py_as_text(arguments[1], &job)) return PY_ERROR;
  NdArray *a = matrix_of(&work, arguments[0]), *u = NULL, *s, *vh = NULL;
  if (a == NULL) return np_end(&work, PY_ERROR);
  Error error = {0};
  if (!(complex(a) ? nd_lapack_complex_svd : nd_lapack_svd)(a, job[0], &u, &s, &vh, &failed, &error))
    return not_there(&work, failed, "SVD did not converge", &error);
  return tuple_of(&work, s, u, vh);
}
static Value qr(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  int64_t columns;
  bool wanted;
  if (!py_as_int(arguments[1], &columns) || !py_as_bool(arguments[2], &wanted)) return PY_ERROR;
  NdArray *a = matrix_of(&work, arguments[0]), *q = NULL, *r;
  if (a == NULL) return np_end(&work, PY_ERROR);
  Error error = {0};
  if (!(complex(a) ? nd_lapack_complex_qr : nd_lapack_qr)(a, columns, wanted ? &q : NULL, &r, &error))
    return not_there(&work, false, "", &error);
  return tuple_of(&work, r, q, NULL);
}
static Value lstsq(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  double rcond;
  bool failed = false;
  if (!py_as_double(arguments[2], &rcond)) return PY_ERROR;
  NdArray *a = matrix_of(&work, arguments[0]), *b = a ? matrix_of(&work, arguments[1]) : NULL, *x, *left, *s;
  if (b == NULL) return np_end(&work, PY_ERROR);
  Error error = {0};
  int64_t rank;
  if (!nd_lapack_lstsq(a, b, rcond, &x, &left, &s, &rank, &failed, &error))
    return not_there(&work, failed, "SVD did not converge in Linear Least Squares", &error);
  Value three = tuple_of(&work, x, left, s);
  if (py_is_error(three)) return three;
  const Value *items = py_as_tuple(three)->items;
  Value all = py_tuple_of(4, items[0], items[1], py_int(rank), items[2]);
  py_drop(three);
  return all;
}

/* The root of the sum of squares of all elements; every other norm is in the module. */
static Value norm(const NativeRow *row, Value *arguments) {
  if (!py_is_none(arguments[1]) || !py_is_none(arguments[2]) || py_truth(arguments[3]) != 0)
    return np_call_embedded("_numpy_linalg", "norm", arguments, 4);
  NpWork work = {0};
  NdArray *given = np_hold(&work, arguments[0]);
  if (given == NULL) return np_end(&work, PY_ERROR);
  if (nd_is_complex(given->type)) {
    Value size = np_step_apply(&work, "absolute", arguments[0], PY_UNDEFINED);
    given = work.failed ? NULL : np_hold(&work, size);
    if (given == NULL) return np_end(&work, PY_ERROR);
  }
  if (nd_types[given->type].kind != 'f') given = np_hold_as(&work, arguments[0], ND_FLOAT64);
  if (given == NULL) return np_end(&work, PY_ERROR);
  Error error = {0};
  Value flat = np_step_array(&work, nd_reshape(given, 1, (int64_t[]){-1}, &error), &error);
  if (work.failed) return np_end(&work, PY_ERROR);
  Value square = np_step_array(&work, nd_dot(np_borrow(flat), np_borrow(flat), &error), &error);
  return np_end(&work, np_step_apply(&work, "sqrt", square, PY_UNDEFINED));
}

/* inner: products over the last axes; vdot (row->data): of all elements. */
Value np_inner(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  NdArray *a = np_hold(&work, arguments[0]), *b = a ? np_hold(&work, arguments[1]) : NULL;
  if (b == NULL) return np_end(&work, PY_ERROR);
  Error error = {0};
  if (row->data && nd_is_complex(a->type)) {
    Value turned = np_step_array(&work, nd_apply("conjugate", a, NULL, NULL, &error), &error);
    if (work.failed) return np_end(&work, PY_ERROR);
    a = np_borrow(turned);
  }
  Value left = np_step_array(&work, row->data ? nd_reshape(a, 1, (int64_t[]){-1}, &error) : nd_retain(a), &error);
  Value right = np_step_array(&work,
                              row->data      ? nd_reshape(b, 1, (int64_t[]){-1}, &error)
                              : b->ndim == 2 ? nd_transpose(b, NULL, &error)
                                             : nd_retain(b),
                              &error);
  if (!row->data && b->ndim > 2) {
    Value operands[3] = {arguments[0], arguments[1], py_tuple_of(2, py_int(-1), py_int(-1))};
    Value product = np_step(&work, np_call_embedded("_numpy_math", "tensordot", operands, 3));
    py_drop(operands[2]);
    return np_end(&work, product);
  }
  return np_end(&work, work.failed ? PY_ERROR
                                   : np_step(&work, np_value_or_scalar(
                                                        nd_dot(np_borrow(left), np_borrow(right), &error), &error)));
}

const NativeRow np_linalg_rows[] = {
    {"norm", "x, ord=None, axis=None, keepdims=False", "The length of a vector, or the size of a matrix.", norm, NULL},
    {0},
};
const NativeRow np_lapack_rows[] = {
    {"solve", "a, b", "gesv; b None: the inverse.", solve, NULL},
    {"determinant", "a", "getrf: sign and logarithm of the determinant.", determinant, NULL},
    {"cholesky", "a, upper", "potrf.", cholesky, NULL},
    {"eigh", "a, triangle, vectors", "syevd: values and vectors.", eigh, NULL},
    {"eig", "a, vectors", "geev: real and imaginary parts, vectors (of complex matrices: values, vectors).", eig, NULL},
    {"svd", "a, job", "gesdd: s, u, vh.", svd, NULL},
    {"qr", "a, columns, wanted", "geqrf and orgqr: r, q.", qr, NULL},
    {"lstsq", "a, b, rcond", "gelsd: x, residuals, rank, singular values.", lstsq, NULL},
    {0},
};
