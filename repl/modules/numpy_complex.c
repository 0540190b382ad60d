/* numpy's complex scalars: objects, as their two parts do not fit into a value. complex128 derives from Python's
 * complex as well as from numpy's own classes (builtins_functions.c says so). */
#include <math.h>
#include <string.h>

#include "engine/array/complex.h"
#include "engine/array/print.h"
#include "repl/modules/numpy_internal.h"
#include "repl/types/complex.h"

static bool is_narrow(Value v) { return v.as.object->type == &np_complex64_type; }
static NdType type_of(Value v) { return is_narrow(v) ? ND_COMPLEX64 : ND_COMPLEX128; }
static bool is_own(Value v) {
  return v.tag == TAG_OBJECT && (v.as.object->type == &np_complex64_type || v.as.object->type == &np_complex128_type);
}
static NdComplex128 parts_of(Value v) {
  const Complex *z = (const Complex *)v.as.object;
  return (NdComplex128){z->real, z->imag};
}

Value np_complex_value(NdComplex128 value, NdType type) {
  Complex *made = py_new(type == ND_COMPLEX64 ? &np_complex64_type : &np_complex128_type);
  if (made == NULL) return PY_ERROR;
  made->real = type == ND_COMPLEX64 ? (double)(float)value.real : value.real;
  made->imag = type == ND_COMPLEX64 ? (double)(float)value.imag : value.imag;
  return py_object(made);
}

bool np_complex_of(Value value, NdComplex128 *parts, NdType *type) {
  bool own = is_own(value);
  if (!own && !(value.tag == TAG_OBJECT && py_is(value, &py_complex_type))) return false;
  *parts = parts_of(value);
  *type = own ? type_of(value) : ND_COMPLEX128;
  return true;
}

NdArray *np_complex_array(NdComplex128 value, NdType type, NdWeak weak) {
  Error error = {0};
  NdArray *array = nd_new(type, 0, NULL, &error);
  if (array == NULL) {
    py_raise_error(&error);
    return NULL;
  }
  nd_complex_store(array->data, type, value);
  array->weak = weak;
  return array;
}

static Value plain(Value self) { return py_complex(parts_of(self).real, parts_of(self).imag); }
/* What Python's complex of the same value says. */
static bool complex_hash(Value self, uint64_t *hash) {
  Value number = plain(self);
  bool good = !py_is_error(number) && py_hash(number, hash);
  py_drop(number);
  return good;
}
static Value complex_format(Value self, const char *spec, size_t length) {
  if (length == 0) return py_str(self);
  Value number = plain(self), made = py_is_error(number) ? PY_ERROR : py_format(number, spec, length);
  py_drop(number);
  return made;
}
static void write_value(Text *text, Value self) {
  NdComplex128 value = parts_of(self);
  NdComplex64 narrow = {(float)value.real, (float)value.imag};
  NdType type = type_of(self);
  nd_print_element_str(text, (NdKind){type, nd_types[type].itemsize},
                       type == ND_COMPLEX64 ? (const char *)&narrow : (const char *)&value);
}
static Value complex_str(Value self) {
  Text text = {0};
  write_value(&text, self);
  return py_text_take(&text);
}
/* np.complex128(1+2j): the text without its brackets. */
static Value complex_repr(Value self) {
  Text digits = {0}, text = {0};
  write_value(&digits, self);
  const char *string = text_string(&digits);
  bool bracketed = *string == '(';
  text_addf(&text, "np.%s(", nd_types[type_of(self)].name);
  text_add_bytes(&text, string + bracketed, digits.length - 2 * (size_t)bracketed);
  text_add_char(&text, ')');
  text_free(&digits);
  return py_text_take(&text);
}
static int complex_truth(Value self) { return parts_of(self).real != 0 || parts_of(self).imag != 0; }

static Value complex_binary(BinaryOp op, Value a, Value b) { return np_binary(op, a, b); }
static Value complex_compare(CompareOp op, Value a, Value b) {
  NdComplex128 parts;
  NdType type;
  const Value *items;
  int64_t count;
  for (int i = 0; i < 2; i++) {
    Value side = i ? b : a;
    if (!py_is_number(side) && !np_complex_of(side, &parts, &type) && !np_is_array(side) &&
        !py_sequence(side, &items, &count))
      return PY_NOT_IMPLEMENTED;
  }
  return np_compare(op, a, b);
}
static Value complex_unary(UnaryOp op, Value self) { return np_unary(op, self); }

/* complex64(x), complex128(real, imag): of numbers, a text, or an array (which becomes an array of that dtype). */
static Value construct(Type *type, Value *arguments) {
  NdType of = type == &np_complex64_type ? ND_COMPLEX64 : ND_COMPLEX128;
  if (py_is_undefined(arguments[0])) return np_complex_value((NdComplex128){0}, of);
  NdComplex128 parts;
  NdType own;
  if (py_is_str(arguments[0]) || !py_is_undefined(arguments[1])) {
    Value class = py_type_value(&py_complex_type);
    int count = py_is_undefined(arguments[1]) ? 1 : 2;
    Value made = py_is_error(class) ? PY_ERROR : py_call_values(class, arguments, count);
    py_drop(class);
    if (py_is_error(made)) return made;
    np_complex_of(made, &parts, &own);
    py_drop(made);
    return np_complex_value(parts, of);
  }
  if (py_is_none(arguments[0])) return np_complex_value((NdComplex128){(double)NAN, (double)NAN}, of);
  if (np_complex_of(arguments[0], &parts, &own)) return np_complex_value(parts, of);
  NdArray *array = np_as_array(arguments[0]);
  if (array == NULL) return PY_ERROR;
  Error error = {0};
  Value result = np_value_or_scalar(nd_astype(array, of, &error), &error);
  nd_release(array);
  return result;
}

static Value part(Value self, bool imaginary) {
  double value = imaginary ? parts_of(self).imag : parts_of(self).real;
  return py_scalar((NdScalar){.type = nd_part_type(type_of(self)), .as.f = value});
}
static Value get_real(Value self) { return part(self, false); }
static Value get_imag(Value self) { return part(self, true); }
static Value get_dtype(Value self) { return np_dtype_value(type_of(self)); }
static Value get_shape(Value self) { return py_tuple(0); }
static Value get_ndim(Value self) { return py_int(0); }
static Value get_size(Value self) { return py_int(1); }
static Value get_itemsize(Value self) { return py_int(nd_types[type_of(self)].itemsize); }
static Value get_self(Value self) { return py_keep(self); }

static Value method_item(const NativeRow *row, Value *arguments) { return plain(arguments[0]); }
static Value method_conjugate(const NativeRow *row, Value *arguments) {
  NdComplex128 value = parts_of(arguments[0]);
  return np_complex_value((NdComplex128){value.real, -value.imag}, type_of(arguments[0]));
}
static Value method_float(const NativeRow *row, Value *arguments) {
  if (!np_warn(&np_complex_warning_type, "Casting complex values to real discards the imaginary part")) return PY_ERROR;
  Value real = py_float(parts_of(arguments[0]).real);
  return row->data ? py_call_method(real, "__int__", NULL, 0) : real;
}
static Value as_array(Value self) {
  NdArray *array = np_complex_array(parts_of(self), type_of(self), ND_STRONG);
  return array ? np_value(array, NULL) : PY_ERROR;
}
/* A method of ndarray on a scalar: through an array of no dimensions. */
static Value complex_getattr(Value self, String *name) {
  Value array = as_array(self);
  if (py_is_error(array)) return array;
  Value found = np_python_method("scalar", self, name);
  if (py_is_undefined(found)) found = py_find_attr(array, name);
  py_drop(array);
  return found;
}
static Value complex_getitem(Value self, Value key) {
  bool whole = key.tag == TAG_ELLIPSIS || (py_is_tuple(key) && py_as_tuple(key)->count == 0) || py_is_none(key);
  if (!whole) return py_raise(&py_IndexError, "invalid index to scalar variable.");
  Value array = as_array(self), found = py_is_error(array) ? PY_ERROR : py_getitem(array, key);
  py_drop(array);
  return found;
}

static const NativeRow methods[] = {
    {"item|tolist|__complex__", "self", "The value as Python's complex.", method_item, NULL},
    {"conjugate|conj", "self", "The value with its imaginary part negated.", method_conjugate, NULL},
    {"__float__", "self", "The real part, with a warning.", method_float, NULL},
    {"__int__", "self", "The real part as an int, with a warning.", method_float, "int"},
    {0},
};
static const PropertyRow properties[] = {
    {"real", "The real part.", get_real, NULL},     {"imag", "The imaginary part.", get_imag, NULL},
    {"dtype", "The dtype.", get_dtype, NULL},       {"shape", "The empty tuple.", get_shape, NULL},
    {"ndim", "0.", get_ndim, NULL},                 {"size", "1.", get_size, NULL},
    {"itemsize", "Bytes.", get_itemsize, NULL},     {"T", "Itself.", get_self, NULL},
    {0}};

Type np_complex_floating_type = {.head = {&py_type_type, 1}, .name = "complexfloating", .module = "numpy",
                                 .base = &np_inexact_type, .help = "Any complex number."};
#define COMPLEX_TYPE(variable, class_name)                                                                          \
  Type variable = {.head = {&py_type_type, 1}, .name = class_name, .module = "numpy",                               \
                   .base = &np_complex_floating_type, .help = "A numpy scalar.", .size = sizeof(Complex),           \
                   .repr = complex_repr, .str = complex_str, .hash = complex_hash, .compare = complex_compare,      \
                   .truth = complex_truth, .binary = complex_binary, .unary = complex_unary,                        \
                   .format = complex_format, .getattr = complex_getattr, .getitem = complex_getitem,                \
                   .signature = "real=..., imag=..., /", .construct = construct, .methods = methods,                \
                   .properties = properties}
COMPLEX_TYPE(np_complex64_type, "complex64");
COMPLEX_TYPE(np_complex128_type, "complex128");

/* What is said where an imaginary part is lost. */
Type np_complex_warning_type = {.name = "ComplexWarning", .module = "numpy.exceptions", .base = &py_RuntimeWarning};
