/* What numpy says about dtypes (finfo, iinfo, result_type), and small helpers that are classes: errstate, vectorize. */
#include <float.h>
#include <math.h>

#include "repl/modules/numpy_internal.h"

/* ---- finfo and iinfo ---- */

typedef struct InfoObject {
  Object head;
  NdType type;
} InfoObject;
static NdType type_of(Value self) { return ((InfoObject *)self.as.object)->type; }

static Value construct_info(Type *type, Value *arguments) {
  NdType of;
  Value given = arguments[0];
  if (given.tag == TAG_INT || given.tag == TAG_FLOAT || given.tag == TAG_SCALAR || np_is_array(given)) {
    NdArray *array = np_as_array(given);
    if (array == NULL) return PY_ERROR;
    of = array->type;
    nd_release(array);
  } else if (!np_as_dtype(given, ND_FLOAT64, &of)) {
    return PY_ERROR;
  }
  bool real = nd_types[of].kind == 'f';
  if (type == &np_finfo_type && !real)
    return py_raise(&py_ValueError, "data type <class 'numpy.%s'> not inexact", nd_types[of].name);
  if (type == &np_iinfo_type && (real || of == ND_BOOL))
    return py_raise(&py_ValueError, "Invalid integer data type '%c'.", nd_types[of].kind);
  InfoObject *object = py_new(type);
  if (object == NULL) return PY_ERROR;
  object->type = of;
  return py_object(object);
}
static Value info_dtype(Value self) { return np_dtype_value(type_of(self)); }
static Value info_bits(Value self) { return py_int(nd_types[type_of(self)].itemsize * 8); }

static Value real_of(Value self, double half, double single, double twice) {
  NdType type = type_of(self);
  return py_scalar((NdScalar){.type = type, .as.f = type == ND_FLOAT16 ? half : type == ND_FLOAT32 ? single : twice});
}
static Value finfo_eps(Value self) { return real_of(self, 0x1p-10, FLT_EPSILON, DBL_EPSILON); }
static Value finfo_max(Value self) { return real_of(self, 65504, FLT_MAX, DBL_MAX); }
static Value finfo_min(Value self) { return real_of(self, -65504, -FLT_MAX, -DBL_MAX); }
static Value finfo_tiny(Value self) { return real_of(self, 0x1p-14, FLT_MIN, DBL_MIN); }
static const PropertyRow finfo_properties[] = {
    {"eps", "The distance from 1 to the next number.", finfo_eps, NULL},
    {"max", "The greatest number.", finfo_max, NULL},
    {"min", "The least number.", finfo_min, NULL},
    {"tiny", "The least normal number above 0.", finfo_tiny, NULL},
    {"smallest_normal", "The least normal number above 0.", finfo_tiny, NULL},
    {"bits", "Bits a number.", info_bits, NULL},
    {"dtype", "The dtype.", info_dtype, NULL},
    {0}};
Type np_finfo_type = {.head = {&py_type_type, 1}, .name = "finfo", .module = "numpy", .base = &py_object_type,
                      .help = "Limits of a float dtype.", .size = sizeof(InfoObject), .signature = "dtype",
                      .construct = construct_info, .properties = finfo_properties};

static Value iinfo_max(Value self) {
  int bits = nd_types[type_of(self)].itemsize * 8 - (nd_types[type_of(self)].kind == 'i');
  if (bits == 64) return py_raise(&py_OverflowError, "the greatest uint64 does not fit in 64 bits with a sign");
  return py_int((int64_t)((UINT64_C(1) << bits) - 1));
}
static Value iinfo_min(Value self) {
  if (nd_types[type_of(self)].kind == 'u') return py_int(0);
  return py_int(-(int64_t)((UINT64_C(1) << (nd_types[type_of(self)].itemsize * 8 - 1)) - 1) - 1);
}
static const PropertyRow iinfo_properties[] = {{"max", "The greatest number.", iinfo_max, NULL},
                                               {"min", "The least number.", iinfo_min, NULL},
                                               {"bits", "Bits a number.", info_bits, NULL},
                                               {"dtype", "The dtype.", info_dtype, NULL},
                                               {0}};
Type np_iinfo_type = {.head = {&py_type_type, 1}, .name = "iinfo", .module = "numpy", .base = &py_object_type,
                      .help = "Limits of an integer dtype.", .size = sizeof(InfoObject), .signature = "type",
                      .construct = construct_info, .properties = iinfo_properties};

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
    for (int i = 0; i < arguments->count; i++) elements[i] = py_scalar(nd_get(wide[i], index));
    if (!py_list_append_steal(py_as_list(results),
                              py_call_values(*function_of(self.as.object), elements, arguments->count)))
      work.failed = true;
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

static Value result_type(const NativeRow *row, Value *arguments) {
  Tuple *given = py_as_tuple(arguments[0]);
  if (given->count == 0) return py_raise(&py_ValueError, "at least one array or dtype is required");
  NdType type = ND_BOOL;
  for (int64_t i = 0; i < given->count; i++) {
    NdType next;
    if (np_is_array(given->items[i])) next = np_borrow(given->items[i])->type;
    else if (given->items[i].tag == TAG_SCALAR) next = (NdType)given->items[i].type;
    else if (!np_as_dtype(given->items[i], ND_FLOAT64, &next)) return PY_ERROR;
    type = i ? nd_promote(type, next) : next;
  }
  return np_dtype_value(type);
}
static Value isscalar(const NativeRow *row, Value *arguments) {
  return py_bool(py_is_number(arguments[0]) || py_is_str(arguments[0]));
}

const NativeRow np_type_rows[] = {
    {"result_type", "*arrays_and_dtypes", "The dtype that holds all of them.", result_type, NULL},
    {"isscalar", "element", "Whether it is a number or a text.", isscalar, NULL},
    {0},
};
