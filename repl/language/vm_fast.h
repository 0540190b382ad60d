/* What the machine does with numbers, lists and truths without a call. Private to vm.c. */
#ifndef NNSH_REPL_LANGUAGE_VM_FAST_H
#define NNSH_REPL_LANGUAGE_VM_FAST_H

#include "repl/types/containers.h"
#include "repl/types/protocol.h"

/* A value that was not written just now, copied at once. */
typedef long long WholeValue __attribute__((vector_size(16), aligned(8), may_alias));
static inline void copy_whole(Value *to, const Value *from) { *(WholeValue *)to = *(const WholeValue *)from; }

static inline bool floor_divide(int64_t a, int64_t b, int64_t *quotient, int64_t *rest) {
  if (b == 0 || (b == -1 && a == INT64_MIN)) return false;
  *quotient = a / b;
  *rest = a % b;
  if (*rest != 0 && (*rest < 0) != (b < 0)) --*quotient, *rest += b;
  return true;
}

/* Whether an int is a double exactly. */
static inline bool is_exact(int64_t a) { return a >= -(1LL << 53) && a <= 1LL << 53; }

/* Two numbers as doubles, if they are floats or small ints. */
static inline bool as_reals(Value x, Value y, double *a, double *b) {
  if (x.tag == TAG_FLOAT) *a = x.as.real;
  else if (x.tag == TAG_INT && is_exact(x.as.integer)) *a = (double)x.as.integer;
  else return false;
  if (y.tag == TAG_FLOAT) *b = y.as.real;
  else if (y.tag == TAG_INT && is_exact(y.as.integer)) *b = (double)y.as.integer;
  else return false;
  return true;
}

/* Each gives the result of two ints (TAG_UNDEFINED: the long way), or of two doubles. */
static inline Value int_ADD(int64_t a, int64_t b) {
  int64_t r;
  return __builtin_add_overflow(a, b, &r) ? PY_UNDEFINED : py_int(r);
}
static inline Value int_SUB(int64_t a, int64_t b) {
  int64_t r;
  return __builtin_sub_overflow(a, b, &r) ? PY_UNDEFINED : py_int(r);
}
static inline Value int_MUL(int64_t a, int64_t b) {
  int64_t r;
  return __builtin_mul_overflow(a, b, &r) ? PY_UNDEFINED : py_int(r);
}
static inline Value int_DIV(int64_t a, int64_t b) {
  return b != 0 && is_exact(a) && is_exact(b) ? py_float((double)a / (double)b) : PY_UNDEFINED;
}
static inline Value int_FLOORDIV(int64_t a, int64_t b) {
  int64_t q, r;
  return floor_divide(a, b, &q, &r) ? py_int(q) : PY_UNDEFINED;
}
static inline Value int_MOD(int64_t a, int64_t b) {
  int64_t q, r;
  return floor_divide(a, b, &q, &r) ? py_int(r) : PY_UNDEFINED;
}
/* & | ^ << >> of two ints. */
static inline Value int_bits(BinaryOp op, int64_t a, int64_t b) {
  switch (op) {
  case OP_AND: return py_int(a & b);
  case OP_OR: return py_int(a | b);
  case OP_XOR: return py_int(a ^ b);
  case OP_RSHIFT: return b >= 0 && b < 64 ? py_int(a >> b) : PY_UNDEFINED;
  case OP_LSHIFT:
    if (b >= 0 && b < 62 && a >= 0 && a >> (62 - b) == 0) return py_int(a << b);
    return PY_UNDEFINED;
  default: return PY_UNDEFINED;
  }
}
static inline Value real_ADD(double a, double b) { return py_float(a + b); }
static inline Value real_SUB(double a, double b) { return py_float(a - b); }
static inline Value real_MUL(double a, double b) { return py_float(a * b); }
static inline Value real_DIV(double a, double b) { return b != 0 ? py_float(a / b) : PY_UNDEFINED; }
static inline Value real_FLOORDIV(double a, double b) { return PY_UNDEFINED; }
static inline Value real_MOD(double a, double b) { return PY_UNDEFINED; }

/* container[key] without a call, or PY_UNDEFINED. */
static inline Value subscript_fast(Value x, Value y) {
  if (x.tag != TAG_OBJECT) return PY_UNDEFINED;
  if (x.as.object->type == &py_dict_type) {
    const Value *found = py_dict_find_simple(py_as_dict(x), y);
    return found ? py_keep(*found) : PY_UNDEFINED;
  }
  if (y.tag != TAG_INT) return PY_UNDEFINED;
  int64_t at = y.as.integer;
  if (x.as.object->type == &py_list_type) {
    const List *list = py_as_list(x);
    if (at < 0) at += list->count;
    return at >= 0 && at < list->count ? py_keep(list->items[at]) : PY_UNDEFINED;
  }
  if (x.as.object->type == &py_tuple_type) {
    const Tuple *tuple = py_as_tuple(x);
    if (at < 0) at += tuple->count;
    return at >= 0 && at < tuple->count ? py_keep(tuple->items[at]) : PY_UNDEFINED;
  }
  return PY_UNDEFINED;
}

static inline bool is_same(Value a, Value b) {
  if (a.tag != b.tag) return false;
  switch (a.tag) {
  case TAG_NONE: case TAG_ELLIPSIS: case TAG_NOT_IMPLEMENTED: return true;
  case TAG_SCALAR: return a.type == b.type && a.as.natural == b.as.natural;
  default: return a.as.natural == b.as.natural;
  }
}

/* 1, 0 or -1, without a call for the simple ones. */
static inline int truth_of(Value v) {
  switch (v.tag) {
  case TAG_NONE: return 0;
  case TAG_BOOL: case TAG_INT: return v.as.integer != 0;
  case TAG_FLOAT: return v.as.real != 0;
  default: return py_truth(v);
  }
}

#endif
