/* operator: Python's operators as functions, and itemgetter, attrgetter, methodcaller. */
#include <string.h>

#include "repl/modules/modules.h"

/* ---- functions: a row's data says which operator ---- */

static const BinaryOp binary_ops[] = {OP_ADD, OP_SUB, OP_MUL, OP_DIV, OP_FLOORDIV, OP_MOD, OP_POW, OP_MATMUL, OP_AND,
                                      OP_OR, OP_XOR, OP_LSHIFT, OP_RSHIFT};
static const CompareOp compare_ops[] = {OP_LT, OP_LE, OP_EQ, OP_NE, OP_GT, OP_GE};
static const UnaryOp unary_ops[] = {OP_NEGATIVE, OP_POSITIVE, OP_INVERT, OP_ABS};

static Value do_binary(const NativeRow *row, Value *arguments) {
  return py_binary(*(const BinaryOp *)row->data, arguments[0], arguments[1]);
}
static Value do_inplace(const NativeRow *row, Value *arguments) {
  return py_inplace(*(const BinaryOp *)row->data, arguments[0], arguments[1]);
}
static Value do_compare(const NativeRow *row, Value *arguments) {
  return py_compare(*(const CompareOp *)row->data, arguments[0], arguments[1]);
}
static Value do_unary(const NativeRow *row, Value *arguments) {
  return py_unary(*(const UnaryOp *)row->data, arguments[0]);
}
static Value of_truth(int truth) { return truth < 0 ? PY_ERROR : py_bool(truth); }
static Value do_not(const NativeRow *row, Value *arguments) {
  int truth = py_truth(arguments[0]);
  return truth < 0 ? PY_ERROR : py_bool(!truth);
}
static Value do_truth(const NativeRow *row, Value *arguments) { return of_truth(py_truth(arguments[0])); }
static bool same(Value a, Value b) { return a.tag == b.tag && a.type == b.type && a.as.natural == b.as.natural; }
static Value do_is(const NativeRow *row, Value *arguments) { return py_bool(same(arguments[0], arguments[1])); }
static Value do_is_not(const NativeRow *row, Value *arguments) { return py_bool(!same(arguments[0], arguments[1])); }
static Value do_contains(const NativeRow *row, Value *arguments) {
  return of_truth(py_contains(arguments[0], arguments[1]));
}
static Value do_getitem(const NativeRow *row, Value *arguments) { return py_getitem(arguments[0], arguments[1]); }
static Value do_setitem(const NativeRow *row, Value *arguments) {
  return py_setitem(arguments[0], arguments[1], arguments[2]) ? PY_NONE : PY_ERROR;
}
static Value do_delitem(const NativeRow *row, Value *arguments) {
  return py_setitem(arguments[0], arguments[1], PY_UNDEFINED) ? PY_NONE : PY_ERROR;
}
static Value do_index(const NativeRow *row, Value *arguments) {
  int64_t index;
  if (arguments[0].tag == TAG_OBJECT && py_is(arguments[0], &py_int_type)) return py_keep(arguments[0]);
  return py_as_int(arguments[0], &index) ? py_int(index) : PY_ERROR;
}
static Value do_concat(const NativeRow *row, Value *arguments) {
  for (int i = 0; i < 2; i++)
    if (!py_type_of(arguments[i])->getitem)
      return py_raise(&py_TypeError, "'%s' object can't be concatenated", py_type_of(arguments[i])->name);
  return row->data ? py_inplace(OP_ADD, arguments[0], arguments[1]) : py_binary(OP_ADD, arguments[0], arguments[1]);
}
/* countOf counts all that equal, indexOf stops at the first. */
static Value do_count(const NativeRow *row, Value *arguments) {
  Value iterator = py_iter(arguments[0]);
  if (py_is_error(iterator)) return iterator;
  int64_t found = 0, at = 0;
  int equal = 0;
  for (Value item; equal >= 0 && !py_is_undefined(item = py_next(iterator)); at++) {
    equal = py_is_error(item) ? -1 : py_equal(item, arguments[1]);
    py_drop(item);
    if (equal > 0) found++;
    if (equal > 0 && row->data) break;
  }
  py_drop(iterator);
  if (equal < 0) return PY_ERROR;
  if (!row->data) return py_int(found);
  return found ? py_int(at) : py_raise(&py_ValueError, "sequence.index(x): x not in sequence");
}
static Value do_length_hint(const NativeRow *row, Value *arguments) {
  int64_t otherwise;
  if (!py_as_int(arguments[1], &otherwise)) return PY_ERROR;
  if (py_type_of(arguments[0])->length) {
    int64_t length = py_length(arguments[0]);
    if (length >= 0) return py_int(length);
    if (!py_pending_is(&py_TypeError)) return PY_ERROR;
    py_clear_pending();
  }
  Value method = py_find_attr(arguments[0], py_intern("__length_hint__"));
  if (py_is_undefined(method)) return py_keep(arguments[1]);
  Value hint = py_is_error(method) ? method : py_call_values(method, NULL, 0);
  if (!py_is_error(method)) py_drop(method);
  if (py_is_error(hint) && py_pending_is(&py_TypeError)) {
    py_clear_pending();
    return py_keep(arguments[1]);
  }
  if (hint.tag == TAG_NOT_IMPLEMENTED) return py_keep(arguments[1]);
  if (!py_is_error(hint) && !py_is_integer(hint)) {
    py_raise(&py_TypeError, "__length_hint__ must be an integer, not %s", py_type_of(hint)->name);
    py_drop(hint);
    return PY_ERROR;
  }
  int64_t length;
  if (!py_is_error(hint) && py_as_int(hint, &length) && length < 0)
    return py_raise(&py_ValueError, "__length_hint__() should return >= 0");
  return hint;
}
static Value do_call(const NativeRow *row, Value *arguments) {
  const Tuple *positional = py_as_tuple(arguments[1]);
  Dict *dict = py_as_dict(arguments[2]);
  String *names[dict->count + 1];
  Value values[dict->count + 1], key, value;
  Arguments all = {.positional = positional->items, .count = (int)positional->count, .keyword_values = values,
                   .keyword_names = names};
  for (int64_t i = 0; py_dict_next(dict, &i, &key, &value);) {
    names[all.keyword_count] = py_as_string(key);
    values[all.keyword_count++] = value;
  }
  return py_call(arguments[0], &all);
}

/* ---- itemgetter, attrgetter, methodcaller ---- */

/* held: itemgetter's keys, attrgetter's dotted names, methodcaller's name and arguments. */
typedef struct Getter {
  Object head;
  Value held;     /* tuple */
  Value keywords; /* dict of methodcaller, else None */
} Getter;
static Getter *getter_of(Value v) { return (Getter *)v.as.object; }

static bool getter_traverse(Object *self, PyVisit visit, void *context) {
  Getter *getter = (Getter *)self;
  if (getter->held.tag == TAG_OBJECT) visit(getter->held.as.object, context);
  if (getter->keywords.tag == TAG_OBJECT) visit(getter->keywords.as.object, context);
  return true;
}
static void getter_clear(Object *self) {
  Getter *getter = (Getter *)self, old = *getter;
  getter->held = getter->keywords = PY_NONE;
  py_drop(old.held);
  py_drop(old.keywords);
}
static Value getter_new(Type *type, Value held, Value keywords) {
  Getter *getter = py_new(type);
  if (getter == NULL) return PY_ERROR;
  getter->held = py_keep(held);
  getter->keywords = py_keep(keywords);
  return py_object(getter);
}
static Value getter_repr(Value self) {
  if (!py_enter_repr(self.as.object)) return py_pending() ? PY_ERROR : py_text("...");
  Text text = {0};
  text_addf(&text, "operator.%s(", py_type_of(self)->name);
  const Tuple *held = py_as_tuple(getter_of(self)->held);
  bool good = true;
  for (int64_t i = 0; good && i < held->count; i++) {
    if (i) text_add(&text, ", ");
    good = py_repr_to(&text, held->items[i]);
  }
  Value key, value;
  for (int64_t i = 0; good && py_is_dict(getter_of(self)->keywords) &&
                      py_dict_next(py_as_dict(getter_of(self)->keywords), &i, &key, &value);) {
    text_addf(&text, ", %s=", py_as_string(key)->data);
    good = py_repr_to(&text, value);
  }
  text_add_char(&text, ')');
  py_leave_repr(self.as.object);
  if (good) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}
/* The one argument of a getter's call. */
static bool one_argument(Value self, const Arguments *arguments, Value *object) {
  if (arguments->keyword_count) {
    py_raise(&py_TypeError, "%s() takes no keyword arguments", py_type_of(self)->name);
    return false;
  }
  if (arguments->count != 1) {
    py_raise(&py_TypeError, "%s expected 1 argument, got %d", py_type_of(self)->name, arguments->count);
    return false;
  }
  *object = arguments->positional[0];
  return true;
}
/* One result, or a tuple of several. */
static Value each_held(Value self, const Arguments *arguments, Value (*read)(Value object, Value held)) {
  Value object;
  if (!one_argument(self, arguments, &object)) return PY_ERROR;
  const Tuple *held = py_as_tuple(getter_of(self)->held);
  if (held->count == 1) return read(object, held->items[0]);
  Value tuple = py_tuple(held->count);
  for (int64_t i = 0; !py_is_error(tuple) && i < held->count; i++) {
    Value item = read(object, held->items[i]);
    if (py_is_error(item)) {
      py_drop(tuple);
      return item;
    }
    py_as_tuple(tuple)->items[i] = item;
  }
  return tuple;
}

static Value construct_itemgetter(Type *type, Value *arguments) {
  if (py_as_tuple(arguments[0])->count == 0)
    return py_raise(&py_TypeError, "itemgetter expected 1 argument, got 0");
  return getter_new(type, arguments[0], PY_NONE);
}
static Value call_itemgetter(Value self, const Arguments *arguments) { return each_held(self, arguments, py_getitem); }

static Value construct_attrgetter(Type *type, Value *arguments) {
  const Tuple *names = py_as_tuple(arguments[0]);
  if (names->count == 0) return py_raise(&py_TypeError, "attrgetter expected 1 argument, got 0");
  for (int64_t i = 0; i < names->count; i++)
    if (!py_is_str(names->items[i])) return py_raise(&py_TypeError, "attribute name must be a string");
  /* Names that are interned need not be looked for at each call. */
  Value held = py_tuple(names->count);
  for (int64_t i = 0; !py_is_error(held) && i < names->count; i++) {
    String *name = py_intern_bytes(py_as_string(names->items[i])->data, (size_t)py_as_string(names->items[i])->length);
    py_as_tuple(held)->items[i] = py_keep(name ? py_object(name) : names->items[i]);
  }
  Value made = py_is_error(held) ? held : getter_new(type, held, PY_NONE);
  py_drop(held);
  return made;
}
static Value read_dotted(Value object, Value names) {
  String *plain = py_as_string(names);
  if (plain->interned && !memchr(plain->data, '.', (size_t)plain->length)) return py_getattr(object, plain);
  const char *from = py_as_string(names)->data;
  Value value = py_keep(object);
  while (!py_is_error(value)) {
    size_t length = strcspn(from, ".");
    String *name = py_intern_bytes(from, length);
    Value next = name ? py_getattr(value, name) : py_raise(&py_MemoryError, "Unable to allocate a name");
    py_drop(value);
    value = next;
    if (from[length] == '\0') break;
    from += length + 1;
  }
  return value;
}
static Value call_attrgetter(Value self, const Arguments *arguments) { return each_held(self, arguments, read_dotted); }

static Value construct_methodcaller(Type *type, Value *arguments) {
  const Tuple *given = py_as_tuple(arguments[0]);
  if (given->count == 0)
    return py_raise(&py_TypeError, "methodcaller needs at least one argument, the method name");
  if (!py_is_str(given->items[0])) return py_raise(&py_TypeError, "method name must be a string");
  return getter_new(type, arguments[0], arguments[1]);
}
static Value call_methodcaller(Value self, const Arguments *arguments) {
  Value object;
  if (!one_argument(self, arguments, &object)) return PY_ERROR;
  const Tuple *held = py_as_tuple(getter_of(self)->held);
  Value method = py_getattr_c(object, py_as_string(held->items[0])->data);
  if (py_is_error(method)) return method;
  Value rest = py_tuple_copy(held->items + 1, held->count - 1);
  Value result = py_is_error(rest) ? PY_ERROR
                                   : do_call(NULL, (Value[]){method, rest, getter_of(self)->keywords});
  py_drop(rest);
  py_drop(method);
  return result;
}

#define GETTER_TYPE(type_name, line, text)                                                                       \
  {.head = {&py_type_type, 1}, .name = #type_name, .module = "operator", .help = text, .base = &py_object_type, \
   .size = sizeof(Getter), .dealloc = getter_clear, .traverse = getter_traverse, .clear = getter_clear,          \
   .repr = getter_repr, .call = call_##type_name, .signature = line, .construct = construct_##type_name}
static Type itemgetter_type = GETTER_TYPE(itemgetter, "*items", "A function that reads items.");
static Type attrgetter_type = GETTER_TYPE(attrgetter, "*attrs", "A function that reads attributes.");
static Type methodcaller_type = GETTER_TYPE(methodcaller, "*args, **kwargs", "A function that calls a method.");

#define BINARY(names, op, help) {names, "a, b, /", help, do_binary, &binary_ops[op]}
#define INPLACE(names, op, help) {names, "a, b, /", help, do_inplace, &binary_ops[op]}
#define COMPARE(names, op, help) {names, "a, b, /", help, do_compare, &compare_ops[op]}
#define UNARY(names, op, help) {names, "a, /", help, do_unary, &unary_ops[op]}
static const char in_place[] = "in place";
static const NativeRow functions[] = {
    BINARY("add|__add__", OP_ADD, "a + b"),
    BINARY("sub|__sub__", OP_SUB, "a - b"),
    BINARY("mul|__mul__", OP_MUL, "a * b"),
    BINARY("truediv|__truediv__", OP_DIV, "a / b"),
    BINARY("floordiv|__floordiv__", OP_FLOORDIV, "a // b"),
    BINARY("mod|__mod__", OP_MOD, "a % b"),
    BINARY("pow|__pow__", OP_POW, "a ** b"),
    BINARY("matmul|__matmul__", OP_MATMUL, "a @ b"),
    BINARY("and_|__and__", OP_AND, "a & b"),
    BINARY("or_|__or__", OP_OR, "a | b"),
    BINARY("xor|__xor__", OP_XOR, "a ^ b"),
    BINARY("lshift|__lshift__", OP_LSHIFT, "a << b"),
    BINARY("rshift|__rshift__", OP_RSHIFT, "a >> b"),
    INPLACE("iadd|__iadd__", OP_ADD, "a += b"),
    INPLACE("isub|__isub__", OP_SUB, "a -= b"),
    INPLACE("imul|__imul__", OP_MUL, "a *= b"),
    INPLACE("itruediv|__itruediv__", OP_DIV, "a /= b"),
    INPLACE("ifloordiv|__ifloordiv__", OP_FLOORDIV, "a //= b"),
    INPLACE("imod|__imod__", OP_MOD, "a %= b"),
    INPLACE("ipow|__ipow__", OP_POW, "a **= b"),
    INPLACE("imatmul|__imatmul__", OP_MATMUL, "a @= b"),
    INPLACE("iand|__iand__", OP_AND, "a &= b"),
    INPLACE("ior|__ior__", OP_OR, "a |= b"),
    INPLACE("ixor|__ixor__", OP_XOR, "a ^= b"),
    INPLACE("ilshift|__ilshift__", OP_LSHIFT, "a <<= b"),
    INPLACE("irshift|__irshift__", OP_RSHIFT, "a >>= b"),
    COMPARE("lt|__lt__", OP_LT, "a < b"),
    COMPARE("le|__le__", OP_LE, "a <= b"),
    COMPARE("eq|__eq__", OP_EQ, "a == b"),
    COMPARE("ne|__ne__", OP_NE, "a != b"),
    COMPARE("gt|__gt__", OP_GT, "a > b"),
    COMPARE("ge|__ge__", OP_GE, "a >= b"),
    UNARY("neg|__neg__", OP_NEGATIVE, "-a"),
    UNARY("pos|__pos__", OP_POSITIVE, "+a"),
    UNARY("inv|invert|__inv__|__invert__", OP_INVERT, "~a"),
    UNARY("abs|__abs__", OP_ABS, "abs(a)"),
    {"not_|__not__", "a, /", "not a", do_not, NULL},
    {"truth", "a, /", "Whether a is true.", do_truth, NULL},
    {"is_", "a, b, /", "a is b", do_is, NULL},
    {"is_not", "a, b, /", "a is not b", do_is_not, NULL},
    {"contains|__contains__", "a, b, /", "b in a", do_contains, NULL},
    {"getitem|__getitem__", "a, b, /", "a[b]", do_getitem, NULL},
    {"setitem|__setitem__", "a, b, c, /", "a[b] = c", do_setitem, NULL},
    {"delitem|__delitem__", "a, b, /", "del a[b]", do_delitem, NULL},
    {"index|__index__", "a, /", "a as an int.", do_index, NULL},
    {"concat|__concat__", "a, b, /", "a + b for sequences.", do_concat, NULL},
    {"iconcat|__iconcat__", "a, b, /", "a += b for sequences.", do_concat, in_place},
    {"countOf", "a, b, /", "How often b is in a.", do_count, NULL},
    {"indexOf", "a, b, /", "Where b is in a first.", do_count, in_place},
    {"length_hint", "obj, default=0, /", "How many items it has, or is thought to have.", do_length_hint, NULL},
    {"call|__call__", "obj, /, *args, **kwargs", "obj(*args, **kwargs)", do_call, NULL},
    {0},
};
static Type *const types[] = {&itemgetter_type, &attrgetter_type, &methodcaller_type, NULL};
const ModuleRow operator_module_rows[] = {
    {.name = "operator|_operator", .help = "Operators as functions.", .functions = functions, .types = types}, {0}};
