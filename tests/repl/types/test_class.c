/* Classes made at run time, attribute lookup, super, properties, operators through special methods. The methods are
 * native functions here; the interpreter's functions bind the same way. Expectations as CPython 3.11. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/protocol.h"

/* A type whose objects bind as functions of the language do. */
typedef struct Function {
  Object head;
  Value (*call)(const Arguments *arguments);
} Function;
static Value function_call(Value self, const Arguments *arguments) {
  return ((Function *)self.as.object)->call(arguments);
}
static Type function_type = {.name = "function", .size = sizeof(Function), .call = function_call, .get = py_method_get};

static Value function(Value (*call)(const Arguments *)) {
  Function *made = py_new(&function_type);
  assert_non_null(made);
  made->call = call;
  return py_object(made);
}

static Dict *body(const char *name, Value (*call)(const Arguments *), ...) {
  Dict *dict = py_as_dict(py_dict());
  va_list list;
  va_start(list, call);
  while (name) {
    assert_true(py_dict_set_steal(dict, name, function(call)));
    name = va_arg(list, const char *);
    if (name) call = va_arg(list, Value (*)(const Arguments *));
  }
  va_end(list);
  return dict;
}

static Value make_class(const char *name, Value bases, Dict *dict) {
  Value class = py_class_new(py_intern(name), bases, dict);
  py_drop(bases);
  return class;
}

static void expect_error(Type *type, const char *text) {
  assert_true(py_pending_is(type));
  Value error = py_take_pending(), shown = py_str(error);
  assert_string_equal(py_as_string(shown)->data, text);
  py_drop(shown);
  py_drop(error);
}

static void expect_repr(Value value, const char *text) {
  if (py_is_error(value)) {
    Text line = {0};
    py_exception_line(&line, py_pending_exception());
    print_message("%s\n", text_string(&line));
  }
  assert_false(py_is_error(value));
  Value shown = py_repr(value);
  assert_string_equal(py_as_string(shown)->data, text);
  py_drop(shown);
  py_drop(value);
}

#define SELF arguments->positional[0]
#define OTHER arguments->positional[1]
static Value x_of(Value self) { return py_getattr_c(self, "x"); }

static Value vector_init(const Arguments *arguments) {
  if (arguments->count != 2) return py_raise(&py_TypeError, "wants x");
  return py_setattr(SELF, py_intern("x"), OTHER) ? PY_NONE : PY_ERROR;
}
static Value vector_add(const Arguments *arguments) {
  if (!py_is_number(OTHER)) return PY_NOT_IMPLEMENTED;
  return py_binary(OP_ADD, x_of(SELF), OTHER);
}
static Value vector_rsub(const Arguments *arguments) { return py_binary(OP_SUB, OTHER, x_of(SELF)); }
static Value vector_repr(const Arguments *arguments) {
  return py_textf("V(%lld)", (long long)x_of(SELF).as.integer);
}
static Value vector_eq(const Arguments *arguments) {
  if (py_type_of(OTHER) != py_type_of(SELF)) return PY_NOT_IMPLEMENTED;
  return py_compare(OP_EQ, x_of(SELF), x_of(OTHER));
}
static Value vector_len(const Arguments *arguments) { return x_of(SELF); }
static Value vector_getitem(const Arguments *arguments) {
  if (OTHER.as.integer >= 3) return py_raise(&py_IndexError, "end");
  return py_binary(OP_MUL, x_of(SELF), OTHER);
}
static Value vector_call(const Arguments *arguments) { return py_int(arguments->count); }

static Value vector_class(void) {
  return make_class(
      "V", py_tuple(0),
      body("__init__", vector_init, "__add__", vector_add, "__rsub__", vector_rsub, "__repr__", vector_repr, "__eq__",
           vector_eq, "__len__", vector_len, "__getitem__", vector_getitem, "__call__", vector_call, NULL));
}

static void test_special_methods(void **state) {
  Value class = vector_class(), three = py_int(3), v = py_call_values(class, &three, 1),
        w = py_call_values(class, &three, 1);
  expect_repr(py_keep(v), "V(3)");
  expect_repr(py_binary(OP_ADD, v, py_int(4)), "7");
  expect_repr(py_binary(OP_SUB, py_int(10), v), "7");
  expect_repr(py_compare(OP_EQ, v, w), "True");
  expect_repr(py_compare(OP_NE, v, w), "False");
  expect_repr(py_compare(OP_EQ, v, py_int(3)), "False");
  assert_int_equal(py_length(v), 3);
  assert_int_equal(py_truth(v), 1);
  expect_repr(py_to_list(v), "[0, 3, 6]");
  assert_int_equal(py_contains(v, py_int(6)), 1);
  expect_repr(py_call_values(v, &three, 1), "2");
  uint64_t hash;
  assert_false(py_hash(v, &hash));
  expect_error(&py_TypeError, "unhashable type: 'V'");
  assert_true(py_is_error(py_binary(OP_ADD, v, v)));
  expect_error(&py_TypeError, "unsupported operand type(s) for +: 'V' and 'V'");
  assert_true(py_is_error(py_compare(OP_LT, v, w)));
  expect_error(&py_TypeError, "'<' not supported between instances of 'V' and 'V'");
  assert_true(py_is_error(py_getattr_c(v, "y")));
  expect_error(&py_AttributeError, "'V' object has no attribute 'y'");
  assert_true(py_setattr(v, py_intern("length"), py_int(1)));
  assert_true(py_is_error(py_getattr_c(v, "lenght")));
  assert_string_equal(py_pending_exception()->hint, "Did you mean: 'length'?");
  py_clear_pending();
  py_drop(v);
  py_drop(w);
  py_drop(class);
}

static Value who_a(const Arguments *arguments) { return py_text("A"); }
static Type *class_b;
static Value who_b(const Arguments *arguments) {
  Value super = py_super(class_b, SELF), before = py_call_method(super, "who", NULL, 0), b = py_text("B");
  Value sum = py_binary(OP_ADD, b, before);
  py_drop(super);
  py_drop(before);
  py_drop(b);
  return sum;
}
static Value who_c(const Arguments *arguments) { return py_text("C"); }

static void test_diamond(void **state) {
  Value a = make_class("A", py_tuple(0), body("who", who_a, NULL));
  Value b = make_class("B", py_tuple_of(1, a), body("who", who_b, NULL));
  Value c = make_class("C", py_tuple_of(1, a), body("who", who_c, NULL));
  Value d = make_class("D", py_tuple_of(2, b, c), py_as_dict(py_dict()));
  class_b = py_as_type(b);
  expect_repr(
      py_getattr_c(d, "__mro__"),
      "(<class '__main__.D'>, <class '__main__.B'>, <class '__main__.C'>, <class '__main__.A'>, <class 'object'>)");
  Value instance = py_call_values(d, NULL, 0);
  expect_repr(py_call_method(instance, "who", NULL, 0), "'BC'");
  assert_true(py_is(instance, py_as_type(a)));
  /* A changed base is seen at once, through the cache of lookups too. */
  Value method = function(who_a);
  assert_true(py_setattr(c, py_intern("who"), method));
  py_drop(method);
  expect_repr(py_call_method(instance, "who", NULL, 0), "'BA'");
  assert_true(py_is_error(make_class("E", py_tuple_of(2, a, b), py_as_dict(py_dict()))));
  expect_error(&py_TypeError, "Cannot create a consistent method resolution\norder (MRO) for bases A, B");
  Value integer = py_type_value(&py_int_type);
  Value none = py_type_value(&py_none_type);
  assert_true(py_is_error(make_class("F", py_tuple_of(1, none), py_as_dict(py_dict()))));
  expect_error(&py_TypeError, "type 'NoneType' is not an acceptable base type");
  py_drop(integer);
  py_drop(none);
  Value one = py_int(1);
  assert_true(py_is_error(py_call_values(d, &one, 1)));
  expect_error(&py_TypeError, "D() takes no arguments");
  py_drop(instance);
  py_drop(a);
  py_drop(b);
  py_drop(c);
  py_drop(d);
}

static Value error_init(const Arguments *arguments) {
  Value base = py_type_value(&py_ValueError);
  Value init = py_getattr_c(base, "__init__"), extended[] = {SELF, py_int(1), py_int(2)};
  Value result = py_call_values(init, extended, 3);
  py_drop(init);
  py_drop(base);
  if (py_is_error(result)) return result;
  return py_setattr(SELF, py_intern("code"), OTHER) ? PY_NONE : PY_ERROR;
}

static void test_user_exception_and_list(void **state) {
  Value base = py_type_value(&py_ValueError);
  Value class = make_class("MyError", py_tuple_of(1, base), body("__init__", error_init, NULL));
  Value code = py_int(7), error = py_call_values(class, &code, 1);
  expect_repr(py_keep(error), "MyError(1, 2)");
  expect_repr(py_getattr_c(error, "code"), "7");
  expect_repr(py_getattr_c(error, "args"), "(1, 2)");
  py_raise_value(error);
  assert_true(py_pending_is(&py_ValueError));
  Text line = {0};
  py_exception_line(&line, py_pending_exception());
  assert_string_equal(text_string(&line), "MyError: (1, 2)");
  text_free(&line);
  py_clear_pending();
  py_drop(error);
  py_drop(class);
  py_drop(base);

  Value list = py_type_value(&py_list_type);
  Value stack = make_class("Stack", py_tuple_of(1, list), body("who", who_a, NULL));
  Value items = py_text("ab"), made = py_call_values(stack, &items, 1);
  expect_repr(py_keep(made), "['a', 'b']");
  expect_repr(py_call_method(made, "who", NULL, 0), "'A'");
  assert_true(py_setattr(made, py_intern("note"), code));
  expect_repr(py_call_method(made, "pop", NULL, 0), "'b'");
  assert_int_equal(py_length(made), 1);
  py_drop(made);
  py_drop(items);
  py_drop(stack);
  py_drop(list);
}

static Value quiet_init(const Arguments *arguments) { return PY_NONE; }

static void test_exception_args_without_super(void **state) {
  Value base = py_type_value(&py_ValueError);
  Value class = make_class("Quiet", py_tuple_of(1, base), body("__init__", quiet_init, NULL));
  Value code = py_int(7);
  expect_repr(py_call_values(class, &code, 1), "Quiet(7)");
  py_drop(class);
  py_drop(base);
}

static Value get_double(const Arguments *arguments) { return py_binary(OP_MUL, x_of(SELF), py_int(2)); }
static Value set_half(const Arguments *arguments) {
  return py_setattr(SELF, py_intern("x"), py_binary(OP_FLOORDIV, OTHER, py_int(2))) ? PY_NONE : PY_ERROR;
}
static Value class_name(const Arguments *arguments) { return py_getattr_c(SELF, "__name__"); }
static Value fallback(const Arguments *arguments) {
  if (strcmp(py_as_string(OTHER)->data, "ghost") == 0) return py_text("boo");
  return py_raise(&py_AttributeError, "no %s", py_as_string(OTHER)->data);
}

static void test_descriptors(void **state) {
  Value class = make_class("P", py_tuple(0), body("__getattr__", fallback, NULL));
  Value property = py_type_value(&py_property_type), getter = function(get_double), setter = function(set_half);
  Value made = py_call_values(property, &getter, 1), both = py_call_method(made, "setter", &setter, 1);
  assert_true(py_setattr(class, py_intern("double"), both));
  assert_true(py_setattr(class, py_intern("fixed"), made));
  Value wrapper = py_type_value(&py_classmethod_type), function_value = function(class_name);
  Value method = py_call_values(wrapper, &function_value, 1);
  assert_true(py_setattr(class, py_intern("name"), method));
  Value self = py_call_values(class, NULL, 0);
  assert_true(py_setattr(self, py_intern("x"), py_int(4)));
  expect_repr(py_getattr_c(self, "double"), "8");
  assert_true(py_setattr(self, py_intern("double"), py_int(20)));
  expect_repr(py_getattr_c(self, "x"), "10");
  assert_false(py_setattr(self, py_intern("fixed"), py_int(1)));
  assert_true(py_pending_is(&py_AttributeError));
  py_clear_pending();
  expect_repr(py_call_method(self, "name", NULL, 0), "'P'");
  expect_repr(py_call_method(class, "name", NULL, 0), "'P'");
  expect_repr(py_getattr_c(self, "ghost"), "'boo'");
  assert_true(py_is_error(py_getattr_c(self, "other")));
  expect_error(&py_AttributeError, "no other");
  assert_true(py_is_undefined(py_find_attr(self, py_intern("other"))));
  assert_false(py_pending());
  expect_repr(py_getattr_c(self, "__dict__"), "{'x': 10}");
  Value held[] = {class, property, getter, setter, made, both, wrapper, function_value, method, self};
  for (size_t i = 0; i < sizeof held / sizeof *held; i++) py_drop(held[i]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_special_methods),
      cmocka_unit_test(test_diamond),
      cmocka_unit_test(test_user_exception_and_list),
      cmocka_unit_test(test_exception_args_without_super),
      cmocka_unit_test(test_descriptors),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
