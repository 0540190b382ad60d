/* numpy scalars: inline values, with one class a dtype. */
#include <math.h>
#include <string.h>

#include "engine/array/print.h"
#include "engine/core/memory.h"
#include "repl/modules/numpy_internal.h"
#include "repl/types/integer.h"

static Value scalar_repr(Value self) {
  Text text = {0};
  nd_print_scalar_repr(&text, py_as_scalar(self));
  return py_text_take(&text);
}
static Value scalar_str(Value self) {
  Text text = {0};
  nd_print_scalar_str(&text, py_as_scalar(self));
  return py_text_take(&text);
}
static int scalar_truth(Value self) {
  NdScalar scalar = py_as_scalar(self);
  return nd_types[scalar.type].kind == 'f' ? scalar.as.f != 0 : scalar.as.u != 0;
}

/* Hashes and formats are those of the Python number of the same value. */
static Value plain(Value self) { return np_plain(py_as_scalar(self)); }
static bool scalar_hash(Value self, uint64_t *hash) { return py_hash(plain(self), hash); }
static Value scalar_format(Value self, const char *spec, size_t length) {
  /* A float of another width is formatted as the Python float it is, even without a format. */
  bool other = nd_types[self.type].kind == 'f' && self.type != ND_FLOAT64;
  if (length == 0 && !other) return scalar_str(self);
  return py_format(plain(self), spec, length);
}

/* float64 with float64 or a Python number is the common case in loops: no arrays are made for it. */
static bool as_float64(Value v, double *out) {
  if (v.tag == TAG_FLOAT || (v.tag == TAG_SCALAR && v.type == ND_FLOAT64)) *out = v.as.real;
  else if (v.tag == TAG_INT && v.as.integer > -(1ll << 53) && v.as.integer < (1ll << 53)) *out = (double)v.as.integer;
  else return false;
  return true;
}

/* Whether a sum, difference or product of whole numbers is not what its dtype holds of it. */
static bool overflowed(BinaryOp op, Value a, Value b, Value made) {
  char kind = nd_types[made.type].kind;
  if ((op != OP_ADD && op != OP_SUB && op != OP_MUL) || (kind != 'i' && kind != 'u')) return false;
  if (!py_is_number(a) || !py_is_number(b)) return false;
  NdScalar x = a.tag == TAG_SCALAR ? py_as_scalar(a) : (NdScalar){.type = ND_INT64, .as.i = a.as.integer};
  NdScalar y = b.tag == TAG_SCALAR ? py_as_scalar(b) : (NdScalar){.type = ND_INT64, .as.i = b.as.integer};
  __int128 left = nd_types[x.type].kind == 'i' ? (__int128)x.as.i : (__int128)x.as.u;
  __int128 right = nd_types[y.type].kind == 'i' ? (__int128)y.as.i : (__int128)y.as.u;
  __int128 result = kind == 'i' ? (__int128)made.as.integer : (__int128)made.as.natural, exact;
  if (op == OP_ADD) exact = left + right;
  else if (op == OP_SUB) exact = left - right;
  else if (__builtin_mul_overflow(left, right, &exact)) return true;
  return exact != result;
}

static Value scalar_binary(BinaryOp op, Value a, Value b) {
  double x, y;
  if (as_float64(a, &x) && as_float64(b, &y)) {
    NdScalar result = {.type = ND_FLOAT64};
    bool done = true;
    switch (op) {
      case OP_ADD: result.as.f = x + y; break;
      case OP_SUB: result.as.f = x - y; break;
      case OP_MUL: result.as.f = x * y; break;
      case OP_DIV: result.as.f = x / y; break;
      default: done = false; break;
    }
    /* What is not finite goes the long way, which warns. */
    if (done && isfinite(result.as.f)) return py_scalar(result);
  }
  /* list * np.int64(2) is the list's business. */
  const Value *items;
  int64_t count;
  if (op == OP_MUL && (py_sequence(a, &items, &count) || py_sequence(b, &items, &count))) {
    bool left = py_sequence(a, &items, &count);
    if (py_is_integer(left ? b : a)) return left ? py_binary(op, a, plain(b)) : py_binary(op, plain(a), b);
  }
  if ((py_is_str(a) || py_is_str(b)) && (op == OP_MUL || op == OP_MOD)) return PY_NOT_IMPLEMENTED;
  if (a.tag == TAG_OBJECT || b.tag == TAG_OBJECT) {
    Value left = np_settle_integer(a, b), right = py_is_error(left) ? PY_ERROR : np_settle_integer(b, a);
    bool settled = left.tag != a.tag || right.tag != b.tag;
    Value result = py_is_error(left) || py_is_error(right) ? PY_ERROR
                   : settled                               ? scalar_binary(op, left, right)
                                                           : PY_UNDEFINED;
    py_drop(left);
    py_drop(right);
    if (!py_is_undefined(result)) return result;
  }
  Value made = np_binary(op, a, b);
  return made.tag == TAG_SCALAR && overflowed(op, a, b, made) && !np_float_overflow(op) ? PY_ERROR : made;
}

static Value scalar_compare(CompareOp op, Value a, Value b) {
  double x, y;
  if (as_float64(a, &x) && as_float64(b, &y)) {
    bool truth = op == OP_LT   ? x < y
                 : op == OP_LE ? x <= y
                 : op == OP_EQ ? x == y
                 : op == OP_NE ? x != y
                 : op == OP_GT ? x > y
                               : x >= y;
    return py_scalar((NdScalar){.type = ND_BOOL, .as.u = truth});
  }
  if (!py_is_number(a) || !py_is_number(b)) {
    const Value *items;
    int64_t count;
    bool text = py_is_str(a) || py_is_str(b) || py_is_bytes(a) || py_is_bytes(b);
    if (text || np_is_array(a) || np_is_array(b) || py_sequence(a, &items, &count) || py_sequence(b, &items, &count))
      return np_compare(op, a, b);
    return PY_NOT_IMPLEMENTED;
  }
  return np_compare(op, a, b);
}
/* -np.uint8(1) and abs(np.int8(-128)) have no result in their dtype. */
static Value scalar_unary(UnaryOp op, Value self) {
  Value made = np_unary(op, self);
  bool negative = op == OP_NEGATIVE, whole = strchr("iu", nd_types[self.type].kind) != NULL;
  if (!(negative || op == OP_ABS) || !whole || made.tag != TAG_SCALAR) return made;
  bool lost = nd_types[self.type].kind == 'u' ? negative && self.as.natural != 0
                                              : self.as.integer < 0 && made.as.integer < 0;
  if (!lost || np_float_report(ND_FLOAT_OVERFLOW, negative ? "scalar negative" : "scalar absolute")) return made;
  return PY_ERROR;
}

/* np.float32(x): of a number, a text, or an array (which becomes an array of that dtype). */
static Value construct_scalar(Type *type, Value *arguments) {
  NdType of = ND_FLOAT64;
  for (int i = 0; i < ND_TYPE_COUNT; i++)
    if (py_scalar_types[i] == type) of = (NdType)i;
  if (py_is_undefined(arguments[0])) return py_scalar((NdScalar){.type = of});
  Value given = py_keep(arguments[0]);
  if (of != ND_BOOL && py_is_str(given)) {
    Value class = py_type_value(nd_types[of].kind == 'f' ? &py_float_type : &py_int_type);
    Value number = py_call_values(class, &given, 1);
    py_drop(class);
    py_drop(given);
    if (py_is_error(number)) return number;
    given = number;
  }
  if (given.tag == TAG_INT && !nd_integer_fits((NdScalar){.type = ND_INT64, .as.i = given.as.integer}, of))
    return py_raise(&py_OverflowError, "Python integer %lld out of bounds for %s", (long long)given.as.integer,
                    nd_types[of].name);
  if (given.tag == TAG_OBJECT && integer_is_big(given) && (nd_types[of].kind == 'i' || nd_types[of].kind == 'u')) {
    Value settled = np_settle_integer(given, py_scalar((NdScalar){.type = of}));
    py_drop(given);
    return settled;
  }
  if (of == ND_BOOL && (py_is_str(given) || py_is_none(given))) {
    int truth = py_truth(given);
    py_drop(given);
    return truth < 0 ? PY_ERROR : py_scalar((NdScalar){.type = ND_BOOL, .as.u = truth > 0});
  }
  if (nd_types[of].kind == 'f' && py_is_none(given))
    return py_scalar((NdScalar){.type = of, .as.f = (double)NAN});
  NdComplex128 parts;
  NdType complex;
  if (of != ND_BOOL && np_complex_of(given, &parts, &complex)) {
    char data[8];
    bool stored = np_element_store((NdKind){of, nd_types[of].itemsize}, data, given);
    py_drop(given);
    return stored ? py_scalar(nd_scalar_at(data, of)) : PY_ERROR;
  }
  NdArray *array = np_as_array(given);
  py_drop(given);
  if (array == NULL) return PY_ERROR;
  Error error = {0};
  bool finite = array->ndim == 0 && array->type == ND_FLOAT64 && isfinite(*(const double *)array->data);
  Value result = np_value_or_scalar(nd_astype(array, of, &error), &error);
  nd_release(array);
  if (finite && result.tag == TAG_SCALAR && nd_types[of].kind == 'f' && isinf(result.as.real) &&
      !np_float_report(ND_FLOAT_OVERFLOW, "cast"))
    return PY_ERROR;
  return result;
}

static Value get_dtype(Value self) { return np_dtype_value((NdType)self.type); }
static Value get_shape(Value self) { return py_tuple(0); }
static Value get_ndim(Value self) { return py_int(0); }
static Value get_size(Value self) { return py_int(1); }
static Value get_itemsize(Value self) { return py_int(nd_types[self.type].itemsize); }
static Value get_self(Value self) { return py_keep(self); }

static Value method_item(const NativeRow *row, Value *arguments) { return plain(arguments[0]); }
static Value method_astype(const NativeRow *row, Value *arguments) {
  NdType type;
  if (!np_as_dtype(arguments[1], ND_FLOAT64, &type)) return PY_ERROR;
  if (nd_is_number(type)) return py_scalar(nd_scalar_cast(py_as_scalar(arguments[0]), type));
  Error error = {0};
  NdArray *own = nd_from_scalar(py_as_scalar(arguments[0]), ND_STRONG, &error);
  NdArray *cast = own ? nd_astype_sized(own, type, type == ND_OBJECT ? 0 : nd_types[type].itemsize * 32, &error) : NULL;
  nd_release(own);
  return np_value_or_scalar(cast, &error);
}
static Value method_float(const NativeRow *row, Value *arguments) {
  return py_float(nd_scalar_as_double(py_as_scalar(arguments[0])));
}
static Value method_int(const NativeRow *row, Value *arguments) {
  double value = nd_scalar_as_double(py_as_scalar(arguments[0]));
  if (nd_types[arguments[0].type].kind == 'f') {
    if (isnan(value)) return py_raise(&py_ValueError, "cannot convert float NaN to integer");
    if (isinf(value)) return py_raise(&py_OverflowError, "cannot convert float infinity to integer");
  }
  return py_int(nd_scalar_as_int(py_as_scalar(arguments[0])));
}
/* round(x, n): as numpy's round; without n a Python int. */
static Value method_round(const NativeRow *row, Value *arguments) {
  Value self = arguments[0];
  if (py_is_undefined(arguments[1]) || py_is_none(arguments[1])) {
    Value number = plain(self), made = py_call_method(number, "__round__", NULL, 0);
    return made;
  }
  return py_call_method(self, "round", &arguments[1], 1);
}
/* A method of ndarray on a scalar: through a 0-d array. */
static Value scalar_getattr(Value self, String *name) {
  Error error = {0};
  Value array = np_value(nd_from_scalar(py_as_scalar(self), ND_STRONG, &error), &error);
  if (py_is_error(array)) return array;
  Value found = np_python_method("scalar", self, name);
  if (py_is_undefined(found)) found = py_find_attr(array, name);
  py_drop(array);
  return found;
}
static Value scalar_getitem(Value self, Value key) {
  bool whole = key.tag == TAG_ELLIPSIS || (py_is_tuple(key) && py_as_tuple(key)->count == 0) || py_is_none(key);
  if (!whole) return py_raise(&py_IndexError, "invalid index to scalar variable.");
  Error error = {0};
  Value array = np_value(nd_from_scalar(py_as_scalar(self), ND_STRONG, &error), &error);
  Value found = py_is_error(array) ? PY_ERROR : py_getitem(array, key);
  py_drop(array);
  return found;
}

/* A number can be indexed by nothing at all, which makes it no sequence. */
static Value scalar_iter(Value self) {
  return py_raise(&py_TypeError, "'numpy.%s' object is not iterable", nd_types[py_as_scalar(self).type].name);
}

static const NativeRow methods[] = {
    {"item|tolist", "self", "The value as a Python number.", method_item, NULL},
    {"astype", "self, dtype", "The value in another dtype.", method_astype, NULL},
    {"__round__", "self, ndigits=None", "The value rounded.", method_round, NULL},
    {"__float__", "self", "The value as a float.", method_float, NULL},
    {"__int__", "self", "The value as an int.", method_int, NULL},
    {0},
};
static const PropertyRow properties[] = {
    {"dtype", "The dtype.", get_dtype, NULL}, {"shape", "The empty tuple.", get_shape, NULL},
    {"ndim", "0.", get_ndim, NULL},           {"size", "1.", get_size, NULL},
    {"itemsize", "Bytes.", get_itemsize, NULL}, {"T", "Itself.", get_self, NULL},
    {"real", "Itself.", get_self, NULL},      {0}};

/* numpy's abstract classes, for isinstance(x, np.integer). */
#define ABSTRACT(variable, class_name, parent, words)                                                        \
  Type variable = {.head = {&py_type_type, 1}, .name = class_name, .module = "numpy", .base = parent, .help = words}
ABSTRACT(np_generic_type, "generic", &py_object_type, "Any numpy scalar.");
ABSTRACT(np_number_type, "number", &np_generic_type, "Any number.");
ABSTRACT(np_integer_type, "integer", &np_number_type, "Any integer.");
ABSTRACT(np_signed_type, "signedinteger", &np_integer_type, "Any integer with a sign.");
ABSTRACT(np_unsigned_type, "unsignedinteger", &np_integer_type, "Any integer without a sign.");
ABSTRACT(np_inexact_type, "inexact", &np_number_type, "Any number that is rounded.");
ABSTRACT(np_floating_type, "floating", &np_inexact_type, "Any float.");
ABSTRACT(np_flexible_type, "flexible", &np_generic_type, "Any text.");
ABSTRACT(np_character_type, "character", &np_flexible_type, "Any text.");

static Type scalar_types[ND_TYPE_COUNT];

bool np_scalars_prepare(void) {
  np_elements_start();
  py_scalar_types[ND_STRING] = &np_str_type;
  py_scalar_types[ND_BYTES] = &np_bytes_type;
  py_scalar_types[ND_OBJECT] = &np_object_scalar_type;
  py_scalar_types[ND_COMPLEX64] = &np_complex64_type;
  py_scalar_types[ND_COMPLEX128] = &np_complex128_type;
  for (int i = 0; nd_is_number((NdType)i); i++) {
    char kind = nd_types[i].kind;
    scalar_types[i] = (Type){.head = {&py_type_type, 1},
                             .name = nd_types[i].name,
                             .module = "numpy",
                             .base = kind == 'b'   ? &np_generic_type
                                     : kind == 'f' ? &np_floating_type
                                     : kind == 'i' ? &np_signed_type
                                                   : &np_unsigned_type,
                             .help = "A numpy scalar.",
                             .size = sizeof(Object),
                             .repr = scalar_repr,
                             .str = scalar_str,
                             .hash = scalar_hash,
                             .compare = scalar_compare,
                             .truth = scalar_truth,
                             .binary = scalar_binary,
                             .unary = scalar_unary,
                             .format = scalar_format,
                             .getattr = scalar_getattr,
                             .getitem = scalar_getitem,
                             .iter = scalar_iter,
                             .signature = "value=..., /",
                             .construct = construct_scalar,
                             .methods = methods,
                             .properties = properties};
    py_scalar_types[i] = &scalar_types[i];
  }
  return true;
}
