/* Elements of arrays that are not numbers, as values: the hooks of engine/array/element.h, and the classes str_ and
 * bytes_.
 *
 * An object element is a pointer: NULL is None, an Object's address stands for that object, and an address with the
 * lowest bit set is a Box, which holds a value that is no Object (a number, True, Ellipsis). */
#include <math.h>
#include <string.h>

#include "engine/array/complex.h"
#include "engine/array/element.h"
#include "engine/core/memory.h"
#include "engine/array/swapped.h"
#include "repl/modules/numpy_internal.h"
#include "repl/types/complex.h"

typedef struct Box {
  int64_t references;
  Value value;
} Box;

static Box *box_of(void *element) { return (Box *)((uintptr_t)element & ~(uintptr_t)1); }
static bool is_box(void *element) { return ((uintptr_t)element & 1) != 0; }

/* Borrowed. */
static Value value_of(void *element) {
  if (element == NULL) return PY_NONE;
  return is_box(element) ? box_of(element)->value : (Value){.tag = TAG_OBJECT, .as.object = (Object *)element};
}

bool np_element_make(Value value, void **made) {
  *made = NULL;
  if (py_is_error(value)) return false;
  if (py_is_none(value)) return true;
  if (value.tag == TAG_OBJECT) {
    *made = value.as.object;
    return true;
  }
  Box *box = core_alloc(sizeof *box);
  if (box == NULL) return !py_is_error(py_raise(&py_MemoryError, "out of memory"));
  box->references = 1;
  box->value = value;
  *made = (void *)((uintptr_t)box | 1);
  return true;
}

static void hook_retain(void *element) {
  if (is_box(element)) box_of(element)->references++;
  else ((Object *)element)->references++;
}
static void hook_release(void *element) {
  if (!is_box(element)) py_drop(value_of(element));
  else if (--box_of(element)->references == 0) core_free(box_of(element));
}
static bool hook_number(NdScalar value, void **made) { return np_element_make(np_plain(value), made); }
static bool hook_complex(NdComplex128 value, void **made) {
  return np_element_make(py_complex(value.real, value.imag), made);
}
static bool hook_as_complex(void *element, NdComplex128 *number) {
  Value value = value_of(element);
  NdType type;
  if (np_complex_of(value, number, &type)) return true;
  Value class = py_type_value(&py_complex_type);
  Value made = py_is_error(class) ? PY_ERROR : py_call_values(class, &value, 1);
  py_drop(class);
  bool good = !py_is_error(made) && np_complex_of(made, number, &type);
  py_drop(made);
  return good;
}
static bool hook_from_record(NdType type, const char *data, void **made) {
  return np_element_make(np_record_plain(type, data), made);
}
static bool hook_as_record(void *element, NdType type, char *data) {
  return np_record_store((NdKind){type, nd_types[type].itemsize}, data, value_of(element));
}
static bool hook_from_time(NdType type, int64_t count, void **made) {
  return np_element_make(np_time_plain(type, count), made);
}
static bool hook_as_time(void *element, NdType type, int64_t *count) {
  return np_time_store(type, count, value_of(element));
}
static bool hook_text(const char *utf8, size_t length, void **made) {
  return np_element_make(py_text_bytes(utf8, length), made);
}
static bool hook_bytes(const char *bytes, size_t length, void **made) {
  return np_element_make(py_bytes(bytes, length), made);
}

static bool hook_as_number(void *element, NdType type, NdScalar *number) {
  Value value = value_of(element);
  char kind = nd_types[type].kind;
  if (kind == 'f' && py_is_none(value)) { /* a missing number */
    *number = (NdScalar){.type = ND_FLOAT64, .as.f = (double)NAN};
    return true;
  }
  if (kind == 'b') {
    int truth = py_truth(value);
    *number = (NdScalar){.type = ND_BOOL, .as.u = truth > 0};
    return truth >= 0;
  }
  if (np_is_array(value)) {
    py_raise(&py_ValueError, "setting an array element with a sequence.");
    return false;
  }
  Value class = py_type_value(kind == 'f' ? &py_float_type : &py_int_type);
  Value made = py_is_error(class) ? PY_ERROR : py_call_values(class, &value, 1);
  py_drop(class);
  if (py_is_error(made)) return false;
  if (kind == 'f') {
    double real;
    bool good = py_as_double(made, &real);
    *number = (NdScalar){.type = ND_FLOAT64, .as.f = real};
    py_drop(made);
    return good;
  }
  int64_t whole;
  bool good = py_as_int(made, &whole);
  *number = (NdScalar){.type = ND_INT64, .as.i = whole};
  py_drop(made);
  if (good && !nd_integer_fits(*number, type)) {
    py_raise(&py_OverflowError, "Python integer %lld out of bounds for %s", (long long)whole, nd_types[type].name);
    return false;
  }
  return good;
}

static bool hook_as_text(void *element, Text *text) {
  Value value = value_of(element);
  if (!py_is_bytes(value)) return py_str_to(text, value);
  text_add_bytes(text, py_as_bytes(value)->data, (size_t)py_as_bytes(value)->count);
  return true;
}
/* numpy writes a list in an array as list([...]). */
static bool hook_repr(void *element, Text *text) {
  Value value = value_of(element);
  bool list = py_is_list(value);
  if (list) text_add(text, "list(");
  bool good = py_repr_to(text, value);
  if (list) text_add(text, ")");
  return good;
}

/* Comparisons of elements may give arrays; what counts is their truth. */
static int truth_of(Value made) {
  int truth = py_is_error(made) ? -1 : py_truth(made);
  py_drop(made);
  return truth;
}
static int hook_truth(void *element) { return py_truth(value_of(element)); }
static int hook_less(void *a, void *b) { return truth_of(py_compare(OP_LT, value_of(a), value_of(b))); }
static int hook_equal(void *a, void *b) { return a == b ? 1 : py_equal(value_of(a), value_of(b)); }

static const struct {
  const char *name;
  BinaryOp op;
} operators[] = {{"add", OP_ADD},           {"subtract", OP_SUB},        {"multiply", OP_MUL},
                 {"divide", OP_DIV},        {"floor_divide", OP_FLOORDIV}, {"remainder", OP_MOD},
                 {"power", OP_POW},         {"bitwise_and", OP_AND},     {"bitwise_or", OP_OR},
                 {"bitwise_xor", OP_XOR},   {"left_shift", OP_LSHIFT},   {"right_shift", OP_RSHIFT}};
static const char *const comparisons[] = {[OP_LT] = "less", [OP_LE] = "less_equal", [OP_EQ] = "equal",
                                          [OP_NE] = "not_equal", [OP_GT] = "greater", [OP_GE] = "greater_equal"};

static Value apply_binary(const char *name, Value a, Value b) {
  for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
    if (strcmp(operators[i].name, name) == 0) return py_binary(operators[i].op, a, b);
  for (int op = OP_LT; op <= OP_GE; op++)
    if (strcmp(comparisons[op], name) == 0) return py_compare((CompareOp)op, a, b);
  bool most = strcmp(name, "maximum") == 0 || strcmp(name, "fmax") == 0;
  if (most || strcmp(name, "minimum") == 0 || strcmp(name, "fmin") == 0) {
    int first = truth_of(py_compare(most ? OP_GE : OP_LE, a, b));
    return first < 0 ? PY_ERROR : py_keep(first ? a : b);
  }
  bool both = strcmp(name, "logical_and") == 0;
  if (both || strcmp(name, "logical_or") == 0) {
    int truth = py_truth(a);
    return truth < 0 ? PY_ERROR : py_keep(truth == both ? b : a);
  }
  if (strcmp(name, "gcd") == 0 || strcmp(name, "lcm") == 0) {
    Value module = modules_import("math"), both_values[2] = {a, b};
    Value made = py_is_error(module) ? PY_ERROR : py_call_method(module, name, both_values, 2);
    py_drop(module);
    return made;
  }
  return py_raise(&py_AttributeError, "'%s' object has no attribute '%s'", py_type_of(a)->name, name);
}

static Value apply_unary(const char *name, Value a) {
  static const char *const names[] = {
      [OP_NEGATIVE] = "negative", [OP_POSITIVE] = "positive", [OP_INVERT] = "invert", [OP_ABS] = "absolute"};
  for (int op = 0; op < UNARY_OP_COUNT; op++)
    if (strcmp(names[op], name) == 0) return py_unary((UnaryOp)op, a);
  if (strcmp(name, "square") == 0) return py_binary(OP_MUL, a, a);
  if (strcmp(name, "reciprocal") == 0) return py_binary(OP_DIV, py_float(1), a);
  if (strcmp(name, "logical_not") == 0) {
    int truth = py_truth(a);
    return truth < 0 ? PY_ERROR : py_bool(!truth);
  }
  if (strcmp(name, "sign") == 0) {
    int above = truth_of(py_compare(OP_GT, a, py_int(0)));
    int below = above < 0 ? -1 : truth_of(py_compare(OP_LT, a, py_int(0)));
    return below < 0 ? PY_ERROR : py_int(above - below);
  }
  bool rounding = strcmp(name, "floor") == 0 || strcmp(name, "ceil") == 0 || strcmp(name, "trunc") == 0;
  if (rounding && py_is_number(a)) {
    Value module = modules_import("math");
    Value made = py_is_error(module) ? PY_ERROR : py_call_method(module, name, &a, 1);
    py_drop(module);
    return made;
  }
  if (strcmp(name, "conjugate") == 0 && py_is_number(a)) return py_keep(a);
  Value method = py_find_attr(a, py_intern(name));
  if (py_is_error(method)) return method;
  if (!py_is_undefined(method)) {
    Value made = py_call_values(method, NULL, 0);
    py_drop(method);
    return made;
  }
  return py_raise(&py_TypeError, "loop of ufunc does not support argument 0 of type %s which has no callable %s method",
                  py_type_of(a)->name, name);
}

static bool hook_apply(const char *ufunc, bool binary, void *a, void *b, void **made) {
  Value result = binary ? apply_binary(ufunc, value_of(a), value_of(b)) : apply_unary(ufunc, value_of(a));
  return np_element_make(result, made);
}

/* ---- Elements as values ---- */

static Value of_class(Value made, Type *class) {
  if (!py_is_error(made)) made.as.object->type = class;
  return made;
}

/* A str of its own (short ones are shared by everybody), of class numpy.str_. */
Value np_text_value(const char *utf8, size_t length) {
  py_type_ready(&np_str_type);
  if (length >= 2) return of_class(py_text_bytes(utf8, length), &np_str_type);
  Value made = py_text_bytes("  ", 2);
  if (py_is_error(made)) return made;
  String *string = py_as_string(made);
  string->data[0] = length ? *utf8 : '\0';
  string->data[1] = '\0';
  string->length = string->count = (int64_t)length;
  return of_class(made, &np_str_type);
}
static Value bytes_value(const char *bytes, size_t length) {
  py_type_ready(&np_bytes_type);
  Value made = py_bytes(bytes, length);
  /* bytes of one letter may be shared */
  if (!py_is_error(made) && made.as.object->references > 1) return made;
  return of_class(made, &np_bytes_type);
}

/* An element whose bytes lie in the other order. */
static Value swapped_element(NdKind kind, const char *data, Value (*make)(NdKind, const char *)) {
  _Alignas(16) char native[16];
  nd_swap_element(native, data, kind.type);
  return make((NdKind){nd_native(kind.type), kind.itemsize}, native);
}

Value np_element(NdKind kind, const char *data) {
  if (nd_is_number(kind.type)) return py_scalar(nd_scalar_at(data, kind.type));
  if (nd_is_record(kind.type)) return np_record_copy(kind.type, data);
  if (nd_is_time(kind.type)) return np_time_value(kind.type, *(const int64_t *)data);
  if (nd_is_swapped(kind.type)) return swapped_element(kind, data, np_element);
  if (nd_is_complex(kind.type)) return np_complex_value(nd_complex_load(data, kind.type), kind.type);
  if (kind.type == ND_OBJECT) return py_keep(value_of(*(void *const *)data));
  Text text = {0};
  nd_element_text(&text, kind, data);
  Value made = kind.type == ND_STRING ? np_text_value(text_string(&text), text.length)
                                      : bytes_value(text_string(&text), text.length);
  text_free(&text);
  return made;
}

Value np_plain_element(NdKind kind, const char *data) {
  if (nd_is_number(kind.type)) return np_plain(nd_scalar_at(data, kind.type));
  if (nd_is_record(kind.type)) return np_record_plain(kind.type, data);
  if (nd_is_time(kind.type)) return np_time_plain(kind.type, *(const int64_t *)data);
  if (nd_is_swapped(kind.type)) return swapped_element(kind, data, np_plain_element);
  if (nd_is_complex(kind.type)) {
    NdComplex128 value = nd_complex_load(data, kind.type);
    return py_complex(value.real, value.imag);
  }
  if (kind.type == ND_OBJECT) return py_keep(value_of(*(void *const *)data));
  Text text = {0};
  nd_element_text(&text, kind, data);
  Value made = kind.type == ND_STRING ? py_text_bytes(text_string(&text), text.length)
                                      : py_bytes(text_string(&text), text.length);
  text_free(&text);
  return made;
}

NdArray *np_as_byte_texts(NdArray *array) {
  if (array == NULL || nd_is_number(array->type)) return array;
  Error error = {0};
  NdArray *from = nd_copy(array, &error);
  NdArray *made = from != NULL ? nd_new(ND_OBJECT, from->ndim, from->shape, &error) : NULL;
  nd_release(array);
  bool good = made != NULL || !py_is_error(py_raise_error(&error));
  for (int64_t i = 0; good && i < from->size; i++) {
    Value value = np_plain_element(nd_kind(from), from->data + i * from->itemsize);
    if (py_is_str(value)) {
      Value bytes = py_bytes(py_as_string(value)->data, (size_t)py_as_string(value)->length);
      py_drop(value);
      value = bytes;
    } else if (!py_is_error(value) && !py_is_bytes(value)) {
      py_raise(&py_ValueError, "Failed to convert a NumPy array to a Tensor (Unsupported object type %s).",
               py_type_of(value)->name);
      py_drop(value);
      value = PY_ERROR;
    }
    good = np_element_make(value, &((void **)(void *)made->data)[i]);
  }
  nd_release(from);
  if (good) return made;
  nd_release(made);
  return NULL;
}

bool np_element_visit(const NdArray *array, PyVisit visit, void *context) {
  /* Elements of a buffer that others hold too are theirs as well: then nothing is said about them. */
  if (array->type != ND_OBJECT || atomic_load(&array->buffer->references) != 1 || atomic_load(&array->references) != 1)
    return true;
  void **places = (void **)array->buffer->data;
  for (size_t i = 0; i < array->buffer->bytes / sizeof *places; i++)
    if (places[i] != NULL && !is_box(places[i]) && !visit((Object *)places[i], context)) return false;
  return true;
}

void np_element_clear(NdArray *array) {
  if (array->type != ND_OBJECT || atomic_load(&array->buffer->references) != 1) return;
  void **places = (void **)array->buffer->data;
  for (size_t i = 0; i < array->buffer->bytes / sizeof *places; i++) {
    void *element = places[i];
    places[i] = NULL;
    if (element != NULL) hook_release(element);
  }
}

/* ---- numpy.str_ and numpy.bytes_ ---- */

static Value text_repr(Value self) {
  Text text = {0};
  text_add(&text, "np.str_(");
  py_repr_text(&text, py_as_string(self)->data, (size_t)py_as_string(self)->length);
  text_add(&text, ")");
  return py_text_take(&text);
}
static Value text_str(Value self) {
  return py_text_bytes(py_as_string(self)->data, (size_t)py_as_string(self)->length);
}
static Value text_item(const NativeRow *row, Value *arguments) { return text_str(arguments[0]); }
static Value text_dtype(Value self) {
  int64_t count = py_as_string(self)->count;
  return np_dtype_sized(ND_STRING, (int)(count > 0 ? count : 1) * 4);
}
static Value construct_text(Type *type, Value *arguments) {
  if (py_is_undefined(arguments[0])) return np_text_value("", 0);
  Text text = {0};
  bool good = py_str_to(&text, arguments[0]);
  Value made = good ? np_text_value(text_string(&text), text.length) : PY_ERROR;
  text_free(&text);
  return made;
}
static Value none_shape(Value self) { return py_tuple(0); }
static Value zero(Value self) { return py_int(0); }
static Value one(Value self) { return py_int(1); }
static const NativeRow text_methods[] = {
    {"item|tolist", "self", "The value as a Python str.", text_item, NULL},
    {0},
};
static const PropertyRow text_properties[] = {{"dtype", "The dtype.", text_dtype, NULL},
                                              {"shape", "The empty tuple.", none_shape, NULL},
                                              {"ndim", "0.", zero, NULL},
                                              {"size", "1.", one, NULL},
                                              {0}};
static bool text_hash(Value self, uint64_t *hash) { return py_str_type.hash(self, hash); }
static Value text_binary(BinaryOp op, Value a, Value b) {
  if (np_is_array(a) || np_is_array(b)) return np_binary(op, a, b);
  return py_str_type.binary(op, a, b);
}
static Value text_compare(CompareOp op, Value a, Value b) {
  if (np_is_array(b)) return np_compare(op, a, b);
  return py_str_type.compare(op, a, b);
}
Type np_str_type = {.head = {&py_type_type, 1}, .name = "str_", .module = "numpy", .base = &py_str_type,
                    .help = "A text that an array holds.", .size = sizeof(String), .repr = text_repr, .str = text_str,
                    .hash = text_hash, .binary = text_binary, .compare = text_compare, .signature = "value=..., /",
                    .construct = construct_text, .methods = text_methods, .properties = text_properties};

static Value bytes_repr(Value self) {
  Value plain = py_bytes(py_as_bytes(self)->data, (size_t)py_as_bytes(self)->count);
  Text text = {0};
  text_add(&text, "np.bytes_(");
  bool good = !py_is_error(plain) && py_repr_to(&text, plain);
  py_drop(plain);
  text_add(&text, ")");
  if (good) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}
static Value bytes_item(const NativeRow *row, Value *arguments) {
  return py_bytes(py_as_bytes(arguments[0])->data, (size_t)py_as_bytes(arguments[0])->count);
}
static Value bytes_dtype(Value self) {
  int64_t count = py_as_bytes(self)->count;
  return np_dtype_sized(ND_BYTES, (int)(count > 0 ? count : 1));
}
static Value construct_bytes(Type *type, Value *arguments) {
  if (py_is_undefined(arguments[0])) return bytes_value("", 0);
  /* What bytes() takes; a text without an encoding is ASCII, and so is the text of anything else. */
  if (!py_is_undefined(arguments[2]) && py_is_undefined(arguments[1]))
    return py_raise(&py_TypeError, "string argument without an encoding");
  if (!py_is_undefined(arguments[1]) && !py_is_str(arguments[0]))
    return py_raise(&py_TypeError, "encoding without a string argument");
  int count = py_is_undefined(arguments[1]) ? 1 : py_is_undefined(arguments[2]) ? 2 : 3;
  Value text = PY_UNDEFINED, made = PY_ERROR, class = py_type_value(&py_bytes_type);
  if (count == 1 && !py_is_str(arguments[0])) {
    made = py_call_values(class, arguments, 1);
    if (py_is_error(made) && (py_pending_is(&py_TypeError) || py_pending_is(&py_ValueError))) {
      py_clear_pending();
      text = py_str(arguments[0]);
    }
  }
  if (count == 1 && (py_is_str(arguments[0]) || py_is_str(text))) {
    Value two[2] = {py_is_str(text) ? text : arguments[0], py_text("ascii")};
    made = py_call_values(class, two, 2);
    py_drop(two[1]);
  } else if (count > 1) {
    made = py_call_values(class, arguments, count);
  }
  py_drop(text);
  py_drop(class);
  if (py_is_error(made)) return made;
  Bytes *plain = py_as_bytes(made);
  int64_t length = plain->count;
  while (length > 0 && plain->data[length - 1] == '\0') length--;
  Value result = bytes_value(plain->data, (size_t)length);
  py_drop(made);
  return result;
}
static bool bytes_hash(Value self, uint64_t *hash) { return py_bytes_type.hash(self, hash); }
/* str() of bytes is the repr of the bytes themselves. */
static Value bytes_str(Value self) {
  Value plain = py_bytes(py_as_bytes(self)->data, (size_t)py_as_bytes(self)->count);
  Value made = py_is_error(plain) ? PY_ERROR : py_repr(plain);
  py_drop(plain);
  return made;
}
static const NativeRow bytes_methods[] = {
    {"item|tolist", "self", "The value as Python bytes.", bytes_item, NULL},
    {0},
};
static const PropertyRow bytes_properties[] = {{"dtype", "The dtype.", bytes_dtype, NULL},
                                               {"shape", "The empty tuple.", none_shape, NULL},
                                               {"ndim", "0.", zero, NULL},
                                               {"size", "1.", one, NULL},
                                               {0}};
Type np_bytes_type = {.head = {&py_type_type, 1}, .name = "bytes_", .module = "numpy", .base = &py_bytes_type,
                      .help = "Bytes that an array holds.", .size = sizeof(Bytes), .repr = bytes_repr,
                      .str = bytes_str, .hash = bytes_hash,
                      .signature = "value=..., encoding=..., errors=...", .construct = construct_bytes, .methods = bytes_methods,
                      .properties = bytes_properties};

/* np.object_(x) is x. */
static Value construct_object(Type *type, Value *arguments) {
  return py_is_undefined(arguments[0]) ? PY_NONE : py_keep(arguments[0]);
}
Type np_object_scalar_type = {.head = {&py_type_type, 1}, .name = "object_", .module = "numpy",
                              .base = &np_generic_type,
                              .help = "Any object, as an array's element.", .size = sizeof(Object),
                              .signature = "value=..., /", .construct = construct_object};

void np_elements_start(void) {
  np_memory_start();
  nd_objects = (NdObjectHooks){hook_retain,    hook_release, hook_number, hook_complex, hook_text, hook_bytes,
                               hook_as_number, hook_as_complex, hook_as_text, hook_from_record, hook_as_record,
                               hook_from_time, hook_as_time,   hook_repr,    hook_truth,  hook_less, hook_equal,
                               hook_apply};
}
