/* What numpy says about dtypes (result_type), and vectorize. */

#include "repl/modules/numpy_internal.h"

/* ---- vectorize ---- */

typedef struct VectorizeObject {
  Object head;
  Value function;
} VectorizeObject;
static Value *function_of(Object *self) { return &((VectorizeObject *)self)->function; }
static void vectorize_clear(Object *self) {
  Value function = *function_of(self);
  *function_of(self) = PY_NONE;
  py_drop(function);
}
static bool vectorize_traverse(Object *self, PyVisit visit, void *context) {
  return function_of(self)->tag != TAG_OBJECT || visit(function_of(self)->as.object, context);
}
static Value construct_vectorize(Type *type, Value *arguments) {
  VectorizeObject *object = py_new(type);
  if (object == NULL) return PY_ERROR;
  object->function = py_keep(arguments[0]);
  return py_object(object);
}
/* Calls the function for each element of the arguments, which broadcast. */
static Value vectorize_call(Value self, const Arguments *arguments) {
  NpWork work = {0};
  int ndim = 0;
  int64_t shape[ND_MAX_DIMS];
  Error error = {0};
  NdArray *inputs[8], *wide[8];
  if (arguments->count < 1 || arguments->count > 8 || arguments->keyword_count)
    return py_raise(&py_TypeError, "a vectorized function takes 1 to 8 positional arguments");
  for (int i = 0; i < arguments->count; i++) {
    inputs[i] = np_hold(&work, arguments->positional[i]);
    if (inputs[i] && !nd_broadcast_shapes(ndim, shape, inputs[i]->ndim, inputs[i]->shape, &ndim, shape, &error))
      np_step(&work, py_raise_error(&error));
    if (work.failed) return np_end(&work, PY_ERROR);
  }
  for (int i = 0; i < arguments->count; i++) {
    Value held = np_step_array(&work, nd_broadcast_to(inputs[i], ndim, shape, &error), &error);
    wide[i] = py_is_error(held) ? NULL : np_borrow(held);
  }
  int64_t index[ND_MAX_DIMS] = {0}, count = 1;
  for (int i = 0; i < ndim; i++) count *= shape[i];
  Value results = np_step(&work, py_list(count));
  for (int64_t at = 0; at < count && !work.failed; at++) {
    Value elements[8];
    for (int i = 0; i < arguments->count; i++) {
      const char *place = wide[i]->data;
      for (int axis = 0; axis < ndim; axis++) place += index[axis] * wide[i]->strides[axis];
      elements[i] = np_element(nd_kind(wide[i]), place);
    }
    if (!py_list_append_steal(py_as_list(results),
                              py_call_values(*function_of(self.as.object), elements, arguments->count)))
      work.failed = true;
    for (int i = 0; i < arguments->count; i++) py_drop(elements[i]);
    for (int axis = ndim - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--) index[axis] = 0;
  }
  NdArray *line = work.failed ? NULL : np_hold(&work, results);
  return np_end(&work, line ? np_step_array(&work, nd_reshape(line, ndim, shape, &error), &error) : PY_ERROR);
}
Type np_vectorize_type = {.head = {&py_type_type, 1}, .name = "vectorize", .module = "numpy", .base = &py_object_type,
                          .help = "A function of numbers as a function of arrays.", .size = sizeof(VectorizeObject),
                          .dealloc = vectorize_clear, .traverse = vectorize_traverse, .clear = vectorize_clear,
                          .signature = "pyfunc", .construct = construct_vectorize, .call = vectorize_call};

/* ---- Functions ---- */

/* What an argument of result_type enters promotion as: an array, or a dtype as an empty array of it. */
static NdArray *type_operand(Value given) {
  if (np_is_array(given) || py_is_number(given)) return np_as_operand(given);
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
  if (weak == ND_WEAK_FLOAT && kind != 'f' && kind != 'O') return np_dtype_value(ND_FLOAT64);
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
  return py_bool(py_is_number(arguments[0]) || py_is_str(arguments[0]));
}

const NativeRow np_type_rows[] = {
    {"result_type", "*arrays_and_dtypes", "The dtype that holds all of them.", result_type, NULL},
    {"promote_types", "type1, type2", "The dtype that holds both.", promote_types, NULL},
    {"isscalar", "element", "Whether it is a number or a text.", isscalar, NULL},
    {0},
};
