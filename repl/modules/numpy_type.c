/* What numpy says about dtypes (result_type). */

#include "repl/modules/numpy_internal.h"

/* What an argument of result_type enters promotion as: an array, or a dtype as an empty array of it. */
static NdArray *type_operand(Value given) {
  NdComplex128 parts;
  NdType complex;
  if (np_is_array(given) || py_is_number(given) || np_complex_of(given, &parts, &complex)) return np_as_operand(given);
  NdKind kind;
  Error error = {0};
  if (!np_as_kind(given, ND_FLOAT64, &kind)) return NULL;
  NdArray *made = nd_new_sized(kind.type, kind.itemsize, 1, (int64_t[]){0}, &error);
  if (made == NULL) py_raise_error(&error);
  return made;
}
static Value result_type(const NativeRow *row, Value *arguments) {
  Tuple *given = py_as_tuple(arguments[0]);
  if (given->count == 0) return py_raise(&py_ValueError, "at least one array or dtype is required");
  NdKind strong = {0}, all = {0};
  NdWeak weak = ND_STRONG;
  bool any_strong = false;
  for (int64_t i = 0; i < given->count; i++) {
    NdArray *operand = type_operand(given->items[i]);
    if (operand == NULL) return PY_ERROR;
    all = i ? nd_promote_kinds(all, nd_kind(operand)) : nd_kind(operand);
    if (operand->weak != ND_STRONG) {
      if (operand->weak > weak) weak = operand->weak;
    } else {
      strong = any_strong ? nd_promote_kinds(strong, nd_kind(operand)) : nd_kind(operand);
      any_strong = true;
    }
    nd_release(operand);
  }
  if (!any_strong || nd_is_text(all.type)) return np_dtype_sized(all.type, all.itemsize);
  char kind = nd_types[strong.type].kind;
  if (weak == ND_WEAK_COMPLEX && kind == 'f') return np_dtype_value(nd_promote(strong.type, ND_COMPLEX64));
  if (weak == ND_WEAK_COMPLEX && kind != 'c' && kind != 'O') return np_dtype_value(ND_COMPLEX128);
  if (weak == ND_WEAK_FLOAT && kind != 'f' && kind != 'c' && kind != 'O') return np_dtype_value(ND_FLOAT64);
  if (weak == ND_WEAK_INT && kind == 'b') return np_dtype_value(ND_INT64);
  return np_dtype_sized(strong.type, strong.itemsize);
}
static Value promote_types(const NativeRow *row, Value *arguments) {
  NdKind first, second;
  if (!np_as_kind(arguments[0], ND_FLOAT64, &first) || !np_as_kind(arguments[1], ND_FLOAT64, &second)) return PY_ERROR;
  NdKind kind = nd_promote_kinds(first, second);
  return np_dtype_sized(kind.type, kind.itemsize);
}
static Value isscalar(const NativeRow *row, Value *arguments) {
  NdComplex128 parts;
  NdType type;
  if (py_is_number(arguments[0]) || py_is_str(arguments[0]) || py_is_bytes(arguments[0])) return PY_TRUE;
  if (np_complex_of(arguments[0], &parts, &type)) return PY_TRUE;
  if (py_is(arguments[0], &np_generic_type)) return PY_TRUE;
  if (np_is_array(arguments[0]) || arguments[0].tag != TAG_OBJECT) return PY_FALSE;
  /* Other classes are numbers where they say so: Fraction, Decimal. */
  return np_python_call("_is_number", arguments, 1);
}

const NativeRow np_type_rows[] = {
    {"result_type", "*arrays_and_dtypes", "The dtype that holds all of them.", result_type, NULL},
    {"promote_types", "type1, type2", "The dtype that holds both.", promote_types, NULL},
    {"isscalar", "element", "Whether it is a number or a text.", isscalar, NULL},
    {0},
};
