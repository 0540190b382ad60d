/* numpy.ndarray: operators and attributes (numpy_index.c has its brackets, numpy_methods.c its methods). */
#include <math.h>
#include <string.h>

#include "engine/array/complex.h"
#include "engine/array/linalg.h"
#include "engine/array/print.h"
#include "engine/array/record.h"
#include "engine/array/reduce.h"
#include "engine/array/ufunc.h"
#include "engine/core/memory.h"
#include "repl/modules/numpy_internal.h"
#include "repl/types/integer.h"

static void array_dealloc(Object *self) {
  nd_release(((ArrayObject *)self)->array);
  py_drop(((ArrayObject *)self)->base);
}
static bool array_traverse(Object *self, PyVisit visit, void *context) {
  ArrayObject *object = (ArrayObject *)self;
  if (object->base.tag == TAG_OBJECT && !visit(object->base.as.object, context)) return false;
  return object->array == NULL || np_element_visit(object->array, visit, context);
}
static void array_clear(Object *self) { np_element_clear(((ArrayObject *)self)->array); }

/* An element's own repr may have failed meanwhile. */
Value np_printed(Text *text) {
  if (!py_pending()) return py_text_take(text);
  text_free(text);
  return PY_ERROR;
}

/* An array of objects may hold itself. */
static Value printed(Value self, bool repr) {
  bool objects = np_borrow(self)->type == ND_OBJECT;
  const char *class = self.as.object->type == &np_array_type ? "array" : self.as.object->type->name;
  if (objects && !py_enter_repr(self.as.object))
    return py_pending() ? PY_ERROR : repr ? py_textf("%s(..., dtype=object)", class) : py_text("...");
  Text text = {0};
  if (repr) nd_print_repr_named(&text, np_borrow(self), class);
  else nd_print_str(&text, np_borrow(self));
  if (objects) py_leave_repr(self.as.object);
  return np_printed(&text);
}
static Value array_repr(Value self) { return printed(self, true); }
static Value array_str(Value self) {
  NdArray *array = np_borrow(self);
  if (array->ndim != 0 || !nd_is_record(array->type)) return printed(self, false);
  Value record = np_record_value(nd_retain(array));
  Value text = py_is_error(record) ? PY_ERROR : py_str(record);
  py_drop(record);
  return text;
}

static int array_truth(Value self) {
  NdArray *array = np_borrow(self);
  if (array->size == 1) {
    /* An array of objects may hold itself. */
    static int depth;
    if (depth >= 500) {
      py_raise(&py_RecursionError, "maximum recursion depth exceeded while calling a Python object");
      return -1;
    }
    Value element = np_plain_element(nd_kind(array), array->data);
    depth++;
    int truth = py_is_error(element) ? -1 : py_truth(element);
    depth--;
    py_drop(element);
    return truth;
  }
  if (array->size == 0) {
    py_raise(
        &py_ValueError,
        "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.");
    return -1;
  }
  py_raise(&py_ValueError,
           "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()");
  return -1;
}

/* ---- Operators ---- */

static const char *const binary_ufuncs[BINARY_OP_COUNT] = {
    [OP_ADD] = "add", [OP_SUB] = "subtract", [OP_MUL] = "multiply", [OP_DIV] = "true_divide",
    [OP_FLOORDIV] = "floor_divide", [OP_MOD] = "remainder", [OP_POW] = "power", [OP_AND] = "bitwise_and",
    [OP_OR] = "bitwise_or", [OP_XOR] = "bitwise_xor", [OP_LSHIFT] = "left_shift", [OP_RSHIFT] = "right_shift"};
static const char *const compare_ufuncs[] = {[OP_LT] = "less", [OP_LE] = "less_equal", [OP_EQ] = "equal",
                                             [OP_NE] = "not_equal", [OP_GT] = "greater", [OP_GE] = "greater_equal"};

/* The ufunc rows by operator, looked up once. */
static const NdUfunc *ufunc_of(const char *const *names, const NdUfunc **kept, int op) {
  if (kept[op] == NULL && names[op]) kept[op] = nd_ufunc_named(names[op]);
  return kept[op];
}

/* numpy's classes of TypeErrors: all are called UFuncTypeError, but a traceback names each by its qualified name. */
Type np_ufunc_error_type = {.name = "UFuncTypeError", .module = "numpy._core._exceptions", .base = &py_TypeError};
static Type no_loop_type = {.name = "UFuncTypeError", .module = "numpy._core._exceptions",
                            .base = &np_ufunc_error_type, .qualified_name = "_UFuncNoLoopError"};
static Type output_type = {.name = "UFuncTypeError", .module = "numpy._core._exceptions",
                           .base = &np_ufunc_error_type, .qualified_name = "_UFuncOutputCastingError"};
static Type input_type = {.name = "UFuncTypeError", .module = "numpy._core._exceptions",
                          .base = &np_ufunc_error_type, .qualified_name = "_UFuncInputCastingError"};
static Type operands_type = {.name = "UFuncTypeError", .module = "numpy._core._exceptions",
                             .base = &np_ufunc_error_type, .qualified_name = "_UFuncBinaryResolutionError"};
Type np_promotion_error_type = {.name = "DTypePromotionError", .module = "numpy.exceptions", .base = &py_TypeError};

Value np_raise_ufunc(const Error *error) {
  if (py_pending()) return PY_ERROR;
  Type *type = NULL;
  if (error->code == ERROR_TYPE) {
    bool cast = strncmp(error->text, "Cannot cast ufunc", 17) == 0;
    if (cast) type = strstr(error->text, "' output from") ? &output_type : &input_type;
    if (strstr(error->text, "did not contain a loop with")) type = &no_loop_type;
    if (strstr(error->text, "cannot use operands with types")) type = &operands_type;
    if (strncmp(error->text, "The DType <class", 16) == 0) type = &np_promotion_error_type;
  }
  return type ? py_raise(type, "%s", error->text) : py_raise_error(error);
}

/* For what is written in the language. */
Value np_cast_error(const NativeRow *row, Value *arguments) {
  const char *text;
  if (!py_as_text(arguments[0], &text)) return PY_ERROR;
  Error error = {0};
  core_fail(&error, ERROR_TYPE, "%s", text);
  return np_raise_ufunc(&error);
}

/* What can be an operand of an array; others get their own turn, or CPython's TypeError. */
static bool is_operand(Value v) {
  const Value *items;
  int64_t count;
  NdComplex128 parts;
  NdType complex;
  if (np_complex_of(v, &parts, &complex) || np_time_of(v, &complex, &count)) return true;
  if (py_is_number(v) || np_is_array(v) || py_is_none(v) || py_is_str(v) || py_is_bytes(v) ||
      py_sequence(v, &items, &count))
    return true;
  /* Tensors, tables and all that say how they are to be treated have operators of their own. */
  static const char *const claims[] = {"__array_ufunc__", "__array_priority__", "__array__", "numpy"};
  const Type *type = py_type_of(v);
  const char *module = type->module ? type->module : "";
  if (strncmp(module, "keras", 5) == 0 || strncmp(module, "tensorflow", 10) == 0) return false;
  for (size_t i = 0; i < sizeof claims / sizeof *claims; i++)
    if (!py_is_undefined(py_type_lookup(type, py_intern(claims[i])))) return false;
  return true;
}

static Value apply_settled(const NdUfunc *ufunc, Value a, Value b, NdArray *out);

Value np_apply_values(const NdUfunc *ufunc, Value a, Value b, NdArray *out) {
  bool large = a.tag == TAG_OBJECT && integer_is_big(a);
  static const NdUfunc *division;
  if (division == NULL) division = nd_ufunc_named("true_divide");
  if (ufunc == division && (large || (b.tag == TAG_OBJECT && integer_is_big(b)))) {
    /* Quotients are floats: what a float can hold need not fit an integer. */
    Value other = large ? b : a;
    NdType type = np_is_array(other) ? np_borrow(other)->type
                                     : other.tag == TAG_SCALAR ? (NdType)other.type : ND_OBJECT;
    double real;
    if (strchr("iub", nd_types[type].kind) != NULL) {
      if (!integer_as_double(large ? a : b, &real)) return PY_ERROR;
      return large ? apply_settled(ufunc, py_float(real), b, out) : apply_settled(ufunc, a, py_float(real), out);
    }
  }
  if (!large && !(b.tag == TAG_OBJECT && integer_is_big(b))) return apply_settled(ufunc, a, b, out);
  for (size_t i = 0; i < sizeof compare_ufuncs / sizeof *compare_ufuncs; i++)
    if (ufunc == nd_ufunc_named(compare_ufuncs[i])) return apply_settled(ufunc, a, b, out); /* of any size */
  Value left = np_settle_integer(a, b), right = py_is_error(left) ? PY_ERROR : np_settle_integer(b, a);
  Value result = py_is_error(right) ? PY_ERROR : apply_settled(ufunc, left, right, out);
  py_drop(left);
  py_drop(right);
  return result;
}

static Value apply_settled(const NdUfunc *ufunc, Value a, Value b, NdArray *out) {
  NdArray *left = np_as_operand(a), *right = left ? np_as_operand(b) : NULL;
  Value result = PY_ERROR;
  if (right) {
    Error error = {0};
    (void)nd_take_float_status();
    NdArray *made = nd_ufunc(ufunc, left, right, out, &error);
    result = made ? np_value_or_scalar(made, &error) : np_raise_ufunc(&error);
    unsigned status = nd_float_status();
    if (made != NULL && status != 0) {
      char name[96] = "";
      bool scalars = !np_is_array(a) && !np_is_array(b) && result.tag == TAG_SCALAR;
      if (scalars) memcpy(name, "scalar ", 8);
      np_ufunc_name(ufunc, name + (scalars ? 7 : 0));
      if (!np_float_check(name)) {
        py_drop(result);
        result = PY_ERROR;
      }
    }
  }
  nd_release(left);
  nd_release(right);
  return result;
}

/* An operand that nobody will ask for again (a temporary of the expression) is where the result goes, as numpy does it
 * with large ones: `e / s * g` needs one array in place of two. Only floats of the result's own dtype and shape that
 * own all of their memory; anything else gets NULL. */
static NdArray *reusable(Value v, Value other) {
  if (v.tag != TAG_OBJECT || v.as.object->type != &np_array_type || !py_may_reuse(v)) return NULL;
  NdArray *array = np_borrow(v);
  NdBuffer *buffer = array->buffer;
  if (array->type != ND_FLOAT64 && array->type != ND_FLOAT32) return NULL;
  if (array->ndim == 0 || array->size == 0 || !array->writeable || array->weak != ND_STRONG) return NULL;
  if (atomic_load(&array->references) != 1 || atomic_load(&buffer->references) != 1 || buffer->release != NULL ||
      array->data != buffer->data || buffer->bytes != (size_t)array->size * (size_t)array->itemsize ||
      !nd_is_contiguous(array))
    return NULL;
  if (other.tag == TAG_BOOL || other.tag == TAG_INT || other.tag == TAG_FLOAT) return array;
  if (other.tag == TAG_SCALAR) return other.type == array->type ? array : NULL;
  if (!np_is_array(other)) return NULL;
  const NdArray *second = np_borrow(other);
  if (second->type != array->type || second->ndim > array->ndim) return NULL;
  for (int axis = 1; axis <= second->ndim; axis++) {
    int64_t length = second->shape[second->ndim - axis];
    if (length != 1 && length != array->shape[array->ndim - axis]) return NULL;
  }
  return array;
}

static Value plain_binary(BinaryOp op, Value a, Value b) {
  static const NdUfunc *kept[BINARY_OP_COUNT];
  if (!is_operand(a) || !is_operand(b)) return PY_NOT_IMPLEMENTED;
  if (op == OP_MATMUL) {
    NdArray *left = np_as_operand(a), *right = left ? np_as_operand(b) : NULL;
    Error error = {0};
    NdArray *made = right ? nd_matmul(left, right, &error) : NULL;
    Value result = made ? np_value_or_scalar(made, &error) : right ? np_raise_ufunc(&error) : PY_ERROR;
    nd_release(left);
    nd_release(right);
    return result;
  }
  const NdUfunc *ufunc = ufunc_of(binary_ufuncs, kept, op);
  NdArray *out = op == OP_ADD || op == OP_SUB || op == OP_MUL || op == OP_DIV ? reusable(a, b) : NULL;
  if (out == NULL && (op == OP_ADD || op == OP_SUB || op == OP_MUL || op == OP_DIV)) out = reusable(b, a);
  return np_apply_values(ufunc, a, b, out);
}

/* An operand of a class of the program's: it may say itself what becomes of the operator, or of its result. */
static bool of_class(Value v) { return v.tag == TAG_OBJECT && v.as.object->type->heap; }

/* The ufunc of an operator by its name; PY_UNDEFINED where there is none (a product of matrices). */
static Value ufunc_value(const char *name) { return name ? np_ufunc_find(py_intern(name)) : PY_UNDEFINED; }

/* An operator between arrays of which one is of a class of the program's. */
static Value class_operator(const char *name, Value made, Value a, Value b, int count) {
  Value ufunc = ufunc_value(name), inputs[2] = {a, b};
  Value result = np_wrap(made, ufunc, inputs, count, 0);
  py_drop(ufunc);
  return result;
}

/* Asks __array_ufunc__ of arrays of derived classes. */
static bool overrides(const char *name, Value a, Value b, int count, Value out, Value *result) {
  bool asked = (np_is_derived(a) && np_owned(a)) || (count > 1 && np_is_derived(b) && np_owned(b));
  if (!asked || name == NULL) return false;
  Value ufunc = ufunc_value(name), inputs[2] = {a, b};
  String *keyword = py_intern("out");
  Value outputs = py_is_undefined(out) ? PY_UNDEFINED : py_tuple_of(1, out);
  const Arguments arguments = {.positional = inputs, .count = count, .keyword_names = &keyword,
                               .keyword_values = &outputs, .keyword_count = !py_is_undefined(out)};
  bool done = np_ufunc_override(ufunc, "__call__", &arguments, count, result);
  py_drop(outputs);
  py_drop(ufunc);
  return done;
}

Value np_binary(BinaryOp op, Value a, Value b) {
  if (!of_class(a) && !of_class(b)) return plain_binary(op, a, b);
  Value result;
  if (overrides(binary_ufuncs[op], a, b, 2, PY_UNDEFINED, &result)) return result;
  result = plain_binary(op, a, b);
  return result.tag == TAG_NOT_IMPLEMENTED ? result : class_operator(binary_ufuncs[op], result, a, b, 2);
}

static Value array_inplace(BinaryOp op, Value self, Value other) {
  static const NdUfunc *kept[BINARY_OP_COUNT];
  Value overridden;
  if ((of_class(self) || of_class(other)) && overrides(binary_ufuncs[op], self, other, 2, self, &overridden))
    return overridden;
  if (op == OP_MATMUL || !is_operand(other)) return np_binary(op, self, other);
  Value settled = np_settle_integer(other, self);
  NdArray *right = py_is_error(settled) ? NULL : np_as_operand(settled);
  py_drop(settled);
  if (right == NULL) return PY_ERROR;
  Error error = {0};
  const NdUfunc *ufunc = ufunc_of(binary_ufuncs, kept, op);
  if (right->type == ND_OBJECT && py_is_none(other) && nd_types[np_borrow(self)->type].kind != 'O') {
    char name[64];
    np_ufunc_name(ufunc, name);
    nd_release(right);
    core_fail(&error, ERROR_TYPE,
              "Cannot cast ufunc '%s' output from dtype('O') to dtype('%s') with casting rule 'same_kind'", name,
              nd_types[np_borrow(self)->type].name);
    return np_raise_ufunc(&error);
  }
  (void)nd_take_float_status();
  NdArray *done = nd_ufunc(ufunc, np_borrow(self), right, np_borrow(self), &error);
  nd_release(right);
  if (done == NULL) return np_raise_ufunc(&error);
  nd_release(done);
  char name[64];
  np_ufunc_name(ufunc, name);
  return np_float_check(name) ? py_keep(self) : PY_ERROR;
}

/* An object of a class with __array_priority__ (pandas' tables) compares itself with arrays, as numpy has it. */
static bool goes_first(Value value) {
  if (value.tag != TAG_OBJECT || !py_type_of(value)->heap) return false;
  Value priority = py_find_attr(value, py_intern("__array_priority__"));
  bool there = !py_is_undefined(priority) && !py_is_error(priority);
  py_drop(priority);
  return there;
}

static Value plain_compare(CompareOp op, Value a, Value b) {
  static const NdUfunc *kept[OP_GE + 1];
  if (!is_operand(a) || !is_operand(b)) {
    /* An array against None or a text: equal nowhere. */
    if ((op != OP_EQ && op != OP_NE) || goes_first(a) || goes_first(b)) return PY_NOT_IMPLEMENTED;
    Value array = np_is_array(a) ? a : b;
    if (!np_is_array(array)) return PY_NOT_IMPLEMENTED;
    Error error = {0};
    NdScalar fill = {.type = ND_BOOL, .as.u = op == OP_NE};
    return np_value_or_scalar(nd_full(fill, np_borrow(array)->ndim, np_borrow(array)->shape, &error), &error);
  }
  return np_apply_values(ufunc_of(compare_ufuncs, kept, op), a, b, NULL);
}

Value np_compare(CompareOp op, Value a, Value b) {
  if (!of_class(a) && !of_class(b)) return plain_compare(op, a, b);
  Value result;
  if (overrides(compare_ufuncs[op], a, b, 2, PY_UNDEFINED, &result)) return result;
  result = plain_compare(op, a, b);
  return result.tag == TAG_NOT_IMPLEMENTED ? result : class_operator(compare_ufuncs[op], result, a, b, 2);
}

static const char *const unary_ufuncs[] = {
    [OP_NEGATIVE] = "negative", [OP_POSITIVE] = "positive", [OP_INVERT] = "invert", [OP_ABS] = "absolute"};

Value np_unary(UnaryOp op, Value self) {
  Value overridden;
  if (of_class(self) && overrides(unary_ufuncs[op], self, PY_UNDEFINED, 1, PY_UNDEFINED, &overridden))
    return overridden;
  NdArray *array = np_as_array(self);
  if (array == NULL) return PY_ERROR;
  Error error = {0};
  NdArray *made = nd_apply(unary_ufuncs[op], array, NULL, NULL, &error);
  Value result = made ? np_value_or_scalar(made, &error) : np_raise_ufunc(&error);
  nd_release(array);
  return of_class(self) ? class_operator(unary_ufuncs[op], result, self, PY_UNDEFINED, 1) : result;
}

static int64_t array_length(Value self) {
  NdArray *array = np_borrow(self);
  if (array->ndim) return array->shape[0];
  py_raise(&py_TypeError, "len() of unsized object");
  return -1;
}

static int array_contains(Value self, Value item) {
  Value same = np_compare(OP_EQ, self, item);
  if (py_is_error(same)) return -1;
  if (!np_is_array(same)) {
    int truth = py_truth(same);
    py_drop(same);
    return truth;
  }
  Error error = {0};
  NdReduceOptions options = {.type = -1};
  Value any = np_value_or_scalar(nd_reduce(ND_ANY, np_borrow(same), &options, &error), &error);
  py_drop(same);
  return py_is_error(any) ? -1 : py_truth(any);
}

/* ---- Attributes ---- */

static Value get_shape(Value self) { return py_shape(np_borrow(self)->ndim, np_borrow(self)->shape); }
static bool set_shape(Value self, Value value) {
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  if (!np_as_shape(value, &ndim, shape)) return false;
  Error error = {0};
  NdArray *made = nd_reshape(np_borrow(self), ndim, shape, &error);
  if (made == NULL) return !py_is_error(py_raise_error(&error));
  if (made->buffer != np_borrow(self)->buffer) {
    nd_release(made);
    py_raise(&py_AttributeError, "Incompatible shape for in-place modification. Use `.reshape()` to make a copy with "
                                 "the desired shape.");
    return false;
  }
  nd_release(np_borrow(self));
  ((ArrayObject *)self.as.object)->array = made;
  return true;
}
static Value get_dtype(Value self) {
  Value made = np_dtype_sized(np_borrow(self)->type, np_borrow(self)->itemsize);
  if (!py_is_error(made) && nd_is_record(np_borrow(self)->type)) np_dtype_own(made, self);
  return made;
}
bool np_array_retype(Value self, NdType type) {
  Error error = {0};
  NdArray *view = nd_record_as(np_borrow(self), type, &error);
  if (view == NULL) return py_raise_error(&error), false;
  ArrayObject *object = (ArrayObject *)self.as.object;
  nd_release(object->array);
  object->array = view;
  return true;
}
static bool set_dtype(Value self, Value value) {
  Value view = py_call_method(self, "view", &value, 1);
  if (py_is_error(view)) return false;
  ArrayObject *object = (ArrayObject *)self.as.object;
  NdArray *array = nd_retain(np_borrow(view));
  nd_release(object->array);
  object->array = array;
  py_drop(view);
  return true;
}
static Value get_ndim(Value self) { return py_int(np_borrow(self)->ndim); }
static Value get_size(Value self) { return py_int(np_borrow(self)->size); }
/* Records are told as numpy packs them. */
static int64_t told_size(const NdArray *array) {
  const NdRecord *record = nd_record_of(array->type);
  return record ? record->size : array->itemsize;
}
static Value get_itemsize(Value self) { return py_int(told_size(np_borrow(self))); }
static Value get_nbytes(Value self) { return py_int(np_borrow(self)->size * told_size(np_borrow(self))); }
static Value get_transpose(Value self) {
  Error error = {0};
  return np_view_value(nd_transpose(np_borrow(self), NULL, &error), self, &error);
}
static Value get_base(Value self) {
  Value base = ((ArrayObject *)self.as.object)->base;
  return py_is_error(base) ? PY_NONE : py_keep(base);
}
static Value get_flat(Value self) { return np_python_call("flatiter", &self, 1); }
static bool set_flat(Value self, Value value) {
  Value pair[2] = {self, value};
  Value done = np_python_call("_set_flat", pair, 2);
  py_drop(done);
  return !py_is_error(done);
}
static Value get_strides(Value self) { return py_shape(np_borrow(self)->ndim, np_borrow(self)->strides); }

/* What the language's half adds. */
static Value array_getattr(Value self, String *name) { return np_python_method("ndarray", self, name); }

/* The parts of complex numbers are views; an array of other numbers is its own real part, and has no other. */
static Value get_real(Value self) {
  if (!nd_is_complex(nd_native(np_borrow(self)->type))) return py_keep(self);
  Error error = {0};
  return np_view_value(nd_complex_part(np_borrow(self), 0, &error), self, &error);
}
static Value get_imag(Value self) {
  NdArray *array = np_borrow(self);
  Error error = {0};
  if (nd_is_complex(nd_native(array->type))) return np_view_value(nd_complex_part(array, 1, &error), self, &error);
  NdArray *none = nd_new_of(array, array->ndim, array->shape, &error);
  if (none != NULL && array->type != ND_OBJECT) memset(none->data, 0, (size_t)(none->size * none->itemsize));
  if (none != NULL && array->type == ND_OBJECT) {
    NdArray *zero = nd_from_scalar((NdScalar){.type = ND_INT64}, ND_WEAK_INT, &error);
    if (zero == NULL || !nd_assign(none, zero, &error)) {
      nd_release(none);
      none = NULL;
    }
    nd_release(zero);
  }
  if (none != NULL) none->writeable = false;
  return np_like(np_value(none, &error), self);
}
static bool set_part(Value self, Value value, Value (*get)(Value)) {
  Value all = {.tag = TAG_ELLIPSIS}, part = get(self);
  bool done = !py_is_error(part) && np_array_setitem(part, all, value);
  py_drop(part);
  return done;
}
static bool set_real(Value self, Value value) { return set_part(self, value, get_real); }
static bool set_imag(Value self, Value value) {
  if (nd_is_complex(nd_native(np_borrow(self)->type))) return set_part(self, value, get_imag);
  py_raise(&py_TypeError, "array does not have imaginary part to set");
  return false;
}
static Value get_transposed_matrix(Value self) {
  NdArray *array = np_borrow(self);
  if (array->ndim < 2)
    return py_raise(&py_ValueError, "matrix transpose with ndim < 2 is undefined");
  int axes[ND_MAX_DIMS];
  for (int i = 0; i < array->ndim; i++) axes[i] = i;
  axes[array->ndim - 1] = array->ndim - 2;
  axes[array->ndim - 2] = array->ndim - 1;
  Error error = {0};
  return np_view_value(nd_transpose(array, axes, &error), self, &error);
}

static const PropertyRow properties[] = {
    {"real", "The real parts: a view, or the array itself.", get_real, set_real},
    {"imag", "The imaginary parts: a view, or zeros that cannot be written.", get_imag, set_imag},
    {"mT", "The last two dimensions exchanged (a view).", get_transposed_matrix, NULL},
    {"shape", "The length of each dimension.", get_shape, set_shape},
    {"dtype", "What the elements are.", get_dtype, set_dtype},
    {"ndim", "How many dimensions.", get_ndim, NULL},
    {"size", "How many elements.", get_size, NULL},
    {"itemsize", "Bytes an element.", get_itemsize, NULL},
    {"data", "The elements as a memoryview.", np_array_data, NULL},
    {"nbytes", "Bytes of all elements.", get_nbytes, NULL},
    {"T", "The transposed array (a view).", get_transpose, NULL},
    {"flat", "An iterator over all elements.", get_flat, set_flat},
    {"base", "The array whose memory this one shows, or None.", get_base, NULL},
    {"strides", "Bytes from one element to the next, by dimension.", get_strides, NULL},
    {0},
};

/* ndarray(shape, dtype): as numpy.empty, cleared. */
static Value make_array(Value *arguments) {
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  NdKind kind;
  if (!py_is_none(arguments[2]) || !py_is_none(arguments[4])) return np_over_buffer(arguments);
  if (!np_as_shape(arguments[0], &ndim, shape) || !np_as_kind(arguments[1], ND_FLOAT64, &kind)) return PY_ERROR;
  Error error = {0};
  NdArray *made = nd_new_sized(kind.type, kind.itemsize, ndim, shape, &error);
  if (made && made->type != ND_OBJECT) memset(made->data, 0, (size_t)(made->size * made->itemsize));
  return np_value_ordered(made, arguments[5], &error);
}

static Value construct_array(Type *type, Value *arguments) {
  return np_as_class(make_array(arguments), type, PY_NONE);
}

/* An array of no dimensions is formatted as its item, as numpy does; any other takes the empty specification only. */
static Value array_format(Value self, const char *spec, size_t length) {
  if (length == 0) return py_str(self);
  NdArray *array = np_borrow(self);
  if (array->ndim != 0)
    return py_raise(&py_TypeError, "unsupported format string passed to numpy.ndarray.__format__");
  Error error = {0};
  Value item = np_value_or_scalar(nd_retain(array), &error);
  Value result = py_is_error(item) ? item : py_format(item, spec, length);
  py_drop(item);
  return result;
}

Type np_array_type = {.head = {&py_type_type, 1}, .name = "ndarray", .module = "numpy", .base = &py_object_type,
                      .help = "An n-dimensional array.", .size = sizeof(ArrayObject), .dealloc = array_dealloc,
                      .traverse = array_traverse, .clear = array_clear,
                      .repr = array_repr, .str = array_str, .compare = np_compare, .truth = array_truth,
                      .length = array_length, .getitem = np_array_getitem, .setitem = np_array_setitem,
                      .contains = array_contains, .iter = np_array_iter, .binary = np_binary, .inplace = array_inplace,
                      .unary = np_unary, .format = array_format,
                      .signature = "shape, dtype=None, buffer=None, offset=0, strides=None, order=None",
                      .construct = construct_array,
                      .getattr = array_getattr, .methods = np_array_methods, .properties = properties};
