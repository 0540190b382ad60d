/* numpy.ndarray: operators, indexing, attributes, methods. */
#include <math.h>
#include <string.h>

#include "engine/array/index.h"
#include "engine/array/linalg.h"
#include "engine/array/print.h"
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

static Value array_repr(Value self) {
  Text text = {0};
  nd_print_repr(&text, np_borrow(self));
  return np_printed(&text);
}
static Value array_str(Value self) {
  Text text = {0};
  nd_print_str(&text, np_borrow(self));
  return np_printed(&text);
}

static int array_truth(Value self) {
  NdArray *array = np_borrow(self);
  if (array->size == 1) {
    Value element = np_plain_element(nd_kind(array), array->data);
    int truth = py_is_error(element) ? -1 : py_truth(element);
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
Type np_promotion_error_type = {.name = "DTypePromotionError", .module = "numpy.exceptions", .base = &py_TypeError};

Value np_raise_ufunc(const Error *error) {
  if (py_pending()) return PY_ERROR;
  Type *type = NULL;
  if (error->code == ERROR_TYPE) {
    bool cast = strncmp(error->text, "Cannot cast ufunc", 17) == 0;
    if (cast) type = strstr(error->text, "' output from") ? &output_type : &input_type;
    if (strstr(error->text, "did not contain a loop with")) type = &no_loop_type;
    if (strncmp(error->text, "The DType <class", 16) == 0) type = &np_promotion_error_type;
  }
  return type ? py_raise(type, "%s", error->text) : py_raise_error(error);
}

/* What can be an operand of an array; others get their own turn, or CPython's TypeError. */
static bool is_operand(Value v) {
  const Value *items;
  int64_t count;
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
 * with large ones: `e / s * g` needs one array in place of two. Only floats of the result's own dtype and shape that own
 * all of their memory; anything else gets NULL. */
static NdArray *reusable(Value v, Value other) {
  if (!py_may_reuse(v) || !np_is_array(v)) return NULL;
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

Value np_binary(BinaryOp op, Value a, Value b) {
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

static Value array_inplace(BinaryOp op, Value self, Value other) {
  static const NdUfunc *kept[BINARY_OP_COUNT];
  if (op == OP_MATMUL || !is_operand(other)) return np_binary(op, self, other);
  Value settled = np_settle_integer(other, self);
  NdArray *right = py_is_error(settled) ? NULL : np_as_operand(settled);
  py_drop(settled);
  if (right == NULL) return PY_ERROR;
  Error error = {0};
  const NdUfunc *ufunc = ufunc_of(binary_ufuncs, kept, op);
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

Value np_compare(CompareOp op, Value a, Value b) {
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

Value np_unary(UnaryOp op, Value self) {
  static const char *const names[] = {
      [OP_NEGATIVE] = "negative", [OP_POSITIVE] = "positive", [OP_INVERT] = "invert", [OP_ABS] = "absolute"};
  NdArray *array = np_as_array(self);
  if (array == NULL) return PY_ERROR;
  Error error = {0};
  NdArray *made = nd_apply(names[op], array, NULL, NULL, &error);
  Value result = made ? np_value_or_scalar(made, &error) : np_raise_ufunc(&error);
  nd_release(array);
  return result;
}

/* ---- Indexing ---- */

static bool slice_bound(Value bound, bool *has, int64_t *out) {
  *has = !py_is_none(bound);
  return !*has || py_as_int(bound, out);
}

static bool no_index(void) {
  py_raise(&py_IndexError,
           "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are "
           "valid indices");
  return false;
}

/* An object that gives itself as an array: a column of pandas, a tensor. */
static bool gives_array(Value key) {
  if (key.tag != TAG_OBJECT) return false;
  Value method = py_find_attr(key, py_intern("__array__"));
  bool there = !py_is_undefined(method) && !py_is_error(method);
  py_drop(method);
  return there;
}

static bool index_item(Value key, NdIndex *item) {
  memset(item, 0, sizeof *item);
  if (py_is_none(key)) {
    item->kind = ND_INDEX_NEWAXIS;
    return true;
  }
  if (key.tag == TAG_ELLIPSIS) {
    item->kind = ND_INDEX_ELLIPSIS;
    return true;
  }
  if (py_is(key, &py_slice_type)) {
    Slice *slice = (Slice *)key.as.object;
    item->kind = ND_INDEX_SLICE;
    return slice_bound(slice->start, &item->has_start, &item->start) &&
           slice_bound(slice->stop, &item->has_stop, &item->stop) &&
           slice_bound(slice->step, &item->has_step, &item->step);
  }
  bool boolean = key.tag == TAG_BOOL || (key.tag == TAG_SCALAR && key.type == ND_BOOL);
  if (!boolean && (key.tag == TAG_INT || (key.tag == TAG_SCALAR && py_is_integer(key)))) {
    item->kind = ND_INDEX_INT;
    return py_as_int(key, &item->integer);
  }
  /* An array without dimensions is the integer it holds. */
  if (np_is_array(key) && np_borrow(key)->ndim == 0 && strchr("iu", nd_types[np_borrow(key)->type].kind) != NULL) {
    item->kind = ND_INDEX_INT;
    item->integer = nd_scalar_as_int(nd_get(np_borrow(key), NULL));
    return true;
  }
  const Value *items;
  int64_t count;
  if (boolean || np_is_array(key) || py_sequence(key, &items, &count) || py_is(key, &py_range_type) ||
      gives_array(key)) {
    item->kind = ND_INDEX_ARRAY;
    item->array = np_as_array(key);
    if (item->array && item->array->size == 0 && !np_is_array(key)) { /* x[[]] is an empty integer index */
      Error error = {0};
      NdArray *integers = nd_astype(item->array, ND_INT64, &error);
      nd_release(item->array);
      item->array = integers;
    }
    if (item->array == NULL) return false;
    if (nd_types[item->array->type].kind != 'f' && nd_is_number(item->array->type)) return true;
    nd_release(item->array);
    item->array = NULL;
    if (!np_is_array(key)) return no_index();
    py_raise(&py_IndexError, "arrays used as indices must be of integer (or boolean) type");
    return false;
  }
  no_index();
  if (key.tag == TAG_FLOAT) py_hint("an index must be a whole number: use int(...) or //");
  return false;
}

static void release_items(NdIndex *items, int count) {
  for (int i = 0; i < count; i++) nd_release(items[i].array);
}

static bool index_items(Value key, NdIndex *items, int *count) {
  *count = 0;
  Value *keys = &key;
  int64_t key_count = 1;
  if (py_is_tuple(key)) {
    keys = py_as_tuple(key)->items;
    key_count = py_as_tuple(key)->count;
  }
  if (key_count > 2 * ND_MAX_DIMS) {
    py_raise(&py_IndexError, "too many indices for array");
    return false;
  }
  for (int64_t i = 0; i < key_count; i++) {
    if (!index_item(keys[i], &items[i])) {
      release_items(items, (int)i);
      return false;
    }
    (*count)++;
  }
  return true;
}

static Value array_getitem(Value self, Value key) {
  NdIndex items[2 * ND_MAX_DIMS];
  int count;
  if (!index_items(key, items, &count)) return PY_ERROR;
  Error error = {0};
  NdArray *found = nd_get_index(np_borrow(self), items, count, &error);
  bool ellipsis = false;
  for (int i = 0; i < count; i++) ellipsis |= items[i].kind == ND_INDEX_ELLIPSIS;
  release_items(items, count);
  bool array = ellipsis || (found && found->ndim > 0);
  return array ? np_view_value(found, self, &error) : np_value_or_scalar(found, &error);
}

/* What is assigned, as an array: a value that is no sequence is converted as one element, and so is everything where
 * one element of the array is set. */
static NdArray *value_for(NdArray *to, const NdIndex *items, int count, bool element, Value value) {
  const Value *inner;
  int64_t inner_count;
  bool array = np_is_array(value), sequence = py_sequence(value, &inner, &inner_count);
  bool single = py_is_number(value) || py_is_str(value) || py_is_bytes(value) || py_is_none(value) || py_is_dict(value);
  Error error = {0};
  if (single || (element && (to->type == ND_OBJECT || sequence))) {
    char kind = nd_types[to->type].kind;
    if (sequence && (kind == 'f' || kind == 'U' || kind == 'S')) {
      py_raise(&py_ValueError, "setting an array element with a sequence%s", kind == 'f' ? "." : "");
      return NULL;
    }
    NdArray *made = nd_new_of(to, 0, NULL, &error);
    if (made != NULL && np_element_store(nd_kind(to), made->data, value)) return made;
    nd_release(made);
    if (made == NULL) py_raise_error(&error);
    return NULL;
  }
  if (array || to->type != ND_OBJECT) {
    NdArray *from = np_as_array(value);
    bool views = sequence && from != NULL && from->ndim > 1;
    for (int i = 0; i < count && views; i++) views = items[i].kind != ND_INDEX_ARRAY;
    if (!views) return from;
    NdArray *place = nd_get_index(to, items, count, &error);
    int most = place ? place->ndim : ND_MAX_DIMS;
    nd_release(place);
    if (from->ndim <= most) return from;
    nd_release(from);
    py_raise(&py_ValueError, "setting an array element with a sequence. The requested array would exceed the maximum "
                             "number of dimension of %d.", most);
    return NULL;
  }
  /* Nested lists are taken apart as far as the place that they go to has dimensions. */
  NdArray *place = nd_get_index(to, items, count, &error);
  if (place == NULL) {
    py_raise_error(&error);
    return NULL;
  }
  int limit = place->ndim;
  nd_release(place);
  return np_as_objects(value, limit);
}

static bool array_setitem(Value self, Value key, Value value) {
  if (py_is_undefined(value)) {
    py_raise(&py_ValueError, "cannot delete array elements");
    return false;
  }
  NdIndex items[2 * ND_MAX_DIMS];
  int count;
  if (!index_items(key, items, &count)) return false;
  NdArray *to = np_borrow(self);
  bool element = count == to->ndim;
  for (int i = 0; i < count; i++) element = element && items[i].kind == ND_INDEX_INT;
  NdArray *from = value_for(to, items, count, element, value);
  Error error = {0};
  if (from == NULL) {
    /* A place that is not there is told before a value that does not fit. */
    NdArray *place = nd_get_index(to, items, count, &error);
    if (place == NULL && error.code == ERROR_INDEX) {
      py_clear_pending();
      py_raise_error(&error);
    }
    nd_release(place);
  }
  bool good = from && nd_set_index(to, items, count, from, &error);
  if (from && !good && !py_pending()) py_raise_error(&error);
  nd_release(from);
  release_items(items, count);
  return good;
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

/* ---- Iteration: over the first axis ---- */

typedef struct ArrayIterator {
  Object head;
  Value array;
  int64_t at;
} ArrayIterator;

static void iterator_dealloc(Object *self) { py_drop(((ArrayIterator *)self)->array); }
static Value iterator_iter(Value self) { return py_keep(self); }
static Value iterator_next(Value self) {
  ArrayIterator *iterator = (ArrayIterator *)self.as.object;
  if (iterator->at >= np_borrow(iterator->array)->shape[0]) return PY_UNDEFINED;
  return array_getitem(iterator->array, py_int(iterator->at++));
}
static Type iterator_type = {.head = {&py_type_type, 1},
                             .name = "array_iterator",
                             .module = "numpy",
                             .base = &py_object_type,
                             .size = sizeof(ArrayIterator),
                             .dealloc = iterator_dealloc,
                             .iter = iterator_iter,
                             .next = iterator_next};
static Value array_iter(Value self) {
  if (np_borrow(self)->ndim == 0) return py_raise(&py_TypeError, "iteration over a 0-d array");
  ArrayIterator *iterator = py_new(&iterator_type);
  if (iterator == NULL) return PY_ERROR;
  iterator->array = py_keep(self);
  return py_object(iterator);
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
static Value get_dtype(Value self) { return np_dtype_sized(np_borrow(self)->type, np_borrow(self)->itemsize); }
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
static Value get_itemsize(Value self) { return py_int(np_borrow(self)->itemsize); }
static Value get_nbytes(Value self) { return py_int(np_borrow(self)->size * np_borrow(self)->itemsize); }
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

/* real is the array itself; imag is zeros. */
static Value get_real(Value self) { return py_keep(self); }
static bool set_real(Value self, Value value) {
  Value all = {.tag = TAG_ELLIPSIS};
  return array_setitem(self, all, value);
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
    {"real", "The array itself.", get_real, set_real},
    {"mT", "The last two dimensions exchanged (a view).", get_transposed_matrix, NULL},
    {"shape", "The length of each dimension.", get_shape, set_shape},
    {"dtype", "What the elements are.", get_dtype, set_dtype},
    {"ndim", "How many dimensions.", get_ndim, NULL},
    {"size", "How many elements.", get_size, NULL},
    {"itemsize", "Bytes an element.", get_itemsize, NULL},
    {"nbytes", "Bytes of all elements.", get_nbytes, NULL},
    {"T", "The transposed array (a view).", get_transpose, NULL},
    {"flat", "An iterator over all elements.", get_flat, set_flat},
    {"base", "The array whose memory this one shows, or None.", get_base, NULL},
    {"strides", "Bytes from one element to the next, by dimension.", get_strides, NULL},
    {0},
};

/* ndarray(shape, dtype): as numpy.empty; views of other memory are made by frombuffer. */
static Value construct_array(Type *type, Value *arguments) {
  int ndim;
  int64_t shape[ND_MAX_DIMS];
  NdKind kind;
  if (!py_is_none(arguments[2]) || !py_is_none(arguments[4]))
    return py_raise(&py_NotImplementedError, "ndarray(buffer=, strides=) is not there: numpy.frombuffer reads bytes");
  if (!np_as_shape(arguments[0], &ndim, shape) || !np_as_kind(arguments[1], ND_FLOAT64, &kind)) return PY_ERROR;
  Error error = {0};
  NdArray *made = nd_new_sized(kind.type, kind.itemsize, ndim, shape, &error);
  if (made && made->type != ND_OBJECT) memset(made->data, 0, (size_t)(made->size * made->itemsize));
  return np_value_ordered(made, arguments[5], &error);
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
                      .length = array_length, .getitem = array_getitem, .setitem = array_setitem,
                      .contains = array_contains, .iter = array_iter, .binary = np_binary, .inplace = array_inplace,
                      .unary = np_unary, .format = array_format,
                      .signature = "shape, dtype=None, buffer=None, offset=0, strides=None, order=None",
                      .construct = construct_array,
                      .getattr = array_getattr, .methods = np_array_methods, .properties = properties};
