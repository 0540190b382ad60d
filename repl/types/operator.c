/* Operators on any two values: who is asked first, and what is said when nobody answers. Numbers are done here. */
#include <math.h>
#include <string.h>

#include "repl/types/bytes.h"
#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/function.h"
#include "repl/types/integer.h"
#include "repl/types/number.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"

static const char *const binary_symbols[] = {
#define OPERATOR_SYMBOL(op, symbol, method, reflected, in_place) [op] = symbol,
    PY_BINARY_ROWS(OPERATOR_SYMBOL)
#undef OPERATOR_SYMBOL
};

static bool is_inline_int(Value v) { return v.tag == TAG_INT || v.tag == TAG_BOOL; }
static bool is_inline_number(Value v) { return v.tag == TAG_INT || v.tag == TAG_FLOAT || v.tag == TAG_BOOL; }
static double inline_double(Value v) { return v.tag == TAG_FLOAT ? v.as.real : (double)v.as.integer; }

static bool is_sequence(const Type *type) {
  return type == &py_str_type || type == &py_list_type || type == &py_tuple_type || type == &py_bytes_type ||
         type == &py_bytearray_type;
}

/* CPython's classes from C are called with their module; those of numpy are told apart by what numpy itself raises. */
static const char *operand_name(const Type *type) {
  return strcmp(type->name, "ndarray") == 0 ? type->name : py_type_label(type);
}

static Value unsupported(BinaryOp op, Value a, Value b, bool in_place) {
  Type *ta = py_type_of(a), *tb = py_type_of(b);
  if (op == OP_ADD && is_sequence(ta)) {
    if (ta == &py_bytes_type || ta == &py_bytearray_type)
      return py_raise(&py_TypeError, "can't concat %s to %s", py_type_label(tb), ta->name);
    return py_raise(&py_TypeError, "can only concatenate %s (not \"%s\") to %s", ta->name, py_type_label(tb),
                    ta->name);
  }
  if (op == OP_MUL && (is_sequence(ta) || is_sequence(tb))) {
    Value factor = is_sequence(ta) ? b : a, sequence = is_sequence(ta) ? a : b;
    if (py_type_of(factor)->heap && py_type_lookup(py_type_of(factor), INTERNED("__index__")).tag != TAG_UNDEFINED) {
      int64_t times;
      return py_as_int(factor, &times) ? py_binary(OP_MUL, sequence, py_int(times)) : PY_ERROR;
    }
    return py_raise(&py_TypeError, "can't multiply sequence by non-int of type '%s'",
                    py_type_label(is_sequence(ta) ? tb : ta));
  }
  /* Python 2's way to print into a file. */
  if (op == OP_RSHIFT && !in_place && ta == &py_native_type &&
      strcmp(((const Native *)a.as.object)->row->name, "print") == 0)
    return py_raise(&py_TypeError,
                    "unsupported operand type(s) for >>: '%s' and '%s'. Did you mean \"print(<message>, "
                    "file=<output_stream>)\"?", operand_name(ta), operand_name(tb));
  const char *symbol = op == OP_POW && !in_place ? "** or pow()" : binary_symbols[op];
  return py_raise(&py_TypeError, "unsupported operand type(s) for %s%s: '%s' and '%s'", symbol, in_place ? "=" : "",
                  operand_name(ta), operand_name(tb));
}

static Value ask(Type *type, BinaryOp op, Value a, Value b, bool reflected) {
  if (!type->binary) return PY_NOT_IMPLEMENTED;
  if (slots_binary_is_user(type)) return slots_binary(op, a, b, reflected);
  return type->binary(op, a, b);
}

/* Asks the types in Python's order; PY_NOT_IMPLEMENTED where none can. */
static Value dispatch(BinaryOp op, Value a, Value b) {
  Type *ta = py_type_of(a), *tb = py_type_of(b);
  if (!ta->ready) py_type_ready(ta);
  if (!tb->ready) py_type_ready(tb);
  bool right_first = ta != tb && tb->binary && py_is_subtype(tb, ta);
  Value result = PY_NOT_IMPLEMENTED;
  if (right_first) result = ask(tb, op, a, b, true);
  if (result.tag == TAG_NOT_IMPLEMENTED) result = ask(ta, op, a, b, false);
  bool asked = right_first || (ta->binary == tb->binary && !slots_binary_is_user(ta)) || ta == tb;
  if (result.tag == TAG_NOT_IMPLEMENTED && !asked) result = ask(tb, op, a, b, true);
  return result;
}

/* The operands of the interpreter's instruction that is being carried out (borrowed, only their addresses are used):
 * another instruction replaces them, an operator applied by native code forgets them. */
static const Object *operands[2];

static const Object *operand_of(Value v) { return v.tag == TAG_OBJECT ? v.as.object : NULL; }

bool py_may_reuse(Value v) {
  return v.tag == TAG_OBJECT && v.as.object->references == 1 &&
         (v.as.object == operands[0] || v.as.object == operands[1]);
}

Value py_binary_operands(BinaryOp op, Value a, Value b) {
  if (a.tag != TAG_OBJECT && b.tag != TAG_OBJECT) return py_binary(op, a, b);
  operands[0] = operand_of(a);
  operands[1] = operand_of(b);
  Value result = dispatch(op, a, b);
  operands[0] = operands[1] = NULL;
  return result.tag == TAG_NOT_IMPLEMENTED ? unsupported(op, a, b, false) : result;
}

Value py_binary(BinaryOp op, Value a, Value b) {
  if (a.tag == TAG_INT && b.tag == TAG_INT) {
    int64_t result;
    switch (op) {
    case OP_ADD:
      if (!__builtin_add_overflow(a.as.integer, b.as.integer, &result)) return py_int(result);
      break;
    case OP_SUB:
      if (!__builtin_sub_overflow(a.as.integer, b.as.integer, &result)) return py_int(result);
      break;
    case OP_MUL:
      if (!__builtin_mul_overflow(a.as.integer, b.as.integer, &result)) return py_int(result);
      break;
    default: break;
    }
    Value computed = int_binary(op, a.as.integer, b.as.integer);
    return computed.tag == TAG_NOT_IMPLEMENTED ? unsupported(op, a, b, false) : computed;
  }
  if (is_inline_number(a) && is_inline_number(b)) {
    if (is_inline_int(a) && is_inline_int(b)) {
      if (a.tag == TAG_BOOL && b.tag == TAG_BOOL) {
        if (op == OP_AND) return py_bool(a.as.integer & b.as.integer);
        if (op == OP_OR) return py_bool(a.as.integer | b.as.integer);
        if (op == OP_XOR) return py_bool(a.as.integer ^ b.as.integer);
      }
      Value computed = int_binary(op, a.as.integer, b.as.integer);
      return computed.tag == TAG_NOT_IMPLEMENTED ? unsupported(op, a, b, false) : computed;
    }
    double x = inline_double(a), y = inline_double(b);
    if (op == OP_ADD) return py_float(x + y);
    if (op == OP_SUB) return py_float(x - y);
    if (op == OP_MUL) return py_float(x * y);
    if (op == OP_DIV && y != 0) return py_float(x / y);
    Value result = float_binary(op, x, y);
    return result.tag == TAG_NOT_IMPLEMENTED ? unsupported(op, a, b, false) : result;
  }
  operands[0] = operands[1] = NULL;
  Value result = dispatch(op, a, b);
  return result.tag == TAG_NOT_IMPLEMENTED ? unsupported(op, a, b, false) : result;
}

Value py_inplace(BinaryOp op, Value a, Value b) {
  if (a.tag != TAG_OBJECT) {
    if (is_inline_number(a) && is_inline_number(b)) {
      if (op <= OP_MUL || is_inline_int(a)) {
        if (is_inline_int(a) == is_inline_int(b) || op <= OP_MUL) return py_binary(op, a, b);
      }
    }
  }
  operands[0] = operands[1] = NULL;
  Type *type = py_type_of(a);
  if (!type->ready) py_type_ready(type);
  Value result = type->inplace ? type->inplace(op, a, b) : PY_NOT_IMPLEMENTED;
  if (result.tag != TAG_NOT_IMPLEMENTED) return result;
  if (is_inline_number(a) && is_inline_number(b)) {
    result = is_inline_int(a) && is_inline_int(b) ? py_binary(op, a, b)
                                                  : float_binary(op, inline_double(a), inline_double(b));
  } else {
    result = dispatch(op, a, b);
  }
  return result.tag == TAG_NOT_IMPLEMENTED ? unsupported(op, a, b, true) : result;
}

Value py_unary(UnaryOp op, Value a) {
  static const char *const symbols[] = {"unary -", "unary +", "unary ~", "abs()"};
  if (is_inline_int(a)) {
    int64_t value = a.as.integer;
    switch (op) {
    case OP_POSITIVE: return py_int(value);
    case OP_INVERT: return py_int(~value);
    case OP_ABS:
      if (value >= 0) return py_int(value);
      break;
    default: break;
    }
    if (value == INT64_MIN) return integer_unary(op, a);
    return py_int(-value);
  }
  if (a.tag == TAG_FLOAT && op != OP_INVERT)
    return py_float(op == OP_NEGATIVE ? -a.as.real : op == OP_ABS ? fabs(a.as.real) : a.as.real);
  Type *type = py_type_of(a);
  if (!type->ready) py_type_ready(type);
  Value result = type->unary ? type->unary(op, a) : PY_NOT_IMPLEMENTED;
  if (result.tag != TAG_NOT_IMPLEMENTED) return result;
  return py_raise(&py_TypeError, "bad operand type for %s: '%s'", symbols[op], py_type_label(type));
}

/* Comparison */

Value py_from_order(CompareOp op, int order) {
  switch (op) {
  case OP_LT: return py_bool(order < 0);
  case OP_LE: return py_bool(order <= 0);
  case OP_EQ: return py_bool(order == 0);
  case OP_NE: return py_bool(order != 0);
  case OP_GT: return py_bool(order > 0);
  case OP_GE: return py_bool(order >= 0);
  }
  return PY_NOT_IMPLEMENTED;
}

static CompareOp swapped(CompareOp op) {
  static const CompareOp table[] = {OP_GT, OP_GE, OP_EQ, OP_NE, OP_LT, OP_LE};
  return table[op];
}

static Value compare_doubles(CompareOp op, double x, double y) {
  switch (op) {
  case OP_LT: return py_bool(x < y);
  case OP_LE: return py_bool(x <= y);
  case OP_EQ: return py_bool(x == y);
  case OP_NE: return py_bool(x != y);
  case OP_GT: return py_bool(x > y);
  case OP_GE: return py_bool(x >= y);
  }
  return PY_NOT_IMPLEMENTED;
}

static Value compare_numbers(CompareOp op, Value a, Value b) {
  if (is_inline_int(a) && is_inline_int(b)) {
    int64_t x = a.as.integer, y = b.as.integer;
    return py_from_order(op, (x > y) - (x < y));
  }
  if (a.tag == TAG_FLOAT && b.tag == TAG_FLOAT) return compare_doubles(op, a.as.real, b.as.real);
  int order = is_inline_int(a) ? number_compare_int_float(a.as.integer, b.as.real)
                               : number_compare_int_float(b.as.integer, a.as.real);
  if (order == 2) return py_bool(op == OP_NE);
  return py_from_order(op, is_inline_int(a) ? order : -order);
}

static bool is_plain_integer(Value v) { return is_inline_int(v) || integer_is_big(v); }

Value number_compare_slot(CompareOp op, Value a, Value b) {
  a = number_plain(a);
  b = number_plain(b);
  if (is_inline_number(a) && is_inline_number(b)) return compare_numbers(op, a, b);
  if (is_plain_integer(a) && is_plain_integer(b)) return py_from_order(op, integer_compare(a, b));
  bool left = integer_is_big(a);
  if (!left && !integer_is_big(b)) return PY_NOT_IMPLEMENTED;
  Value real = left ? b : a;
  if (real.tag != TAG_FLOAT) return PY_NOT_IMPLEMENTED;
  int order = integer_compare_double(left ? a : b, real.as.real);
  if (order == 2) return py_bool(op == OP_NE);
  return py_from_order(op, left ? order : -order);
}

Value number_binary_slot(BinaryOp op, Value a, Value b) {
  a = number_plain(a);
  b = number_plain(b);
  bool left = is_plain_integer(a), right = is_plain_integer(b);
  if (left && right) {
    if (a.tag == TAG_OBJECT || b.tag == TAG_OBJECT) return integer_binary(op, a, b);
    return int_binary(op, a.as.integer, b.as.integer);
  }
  if ((!left && a.tag != TAG_FLOAT) || (!right && b.tag != TAG_FLOAT)) return PY_NOT_IMPLEMENTED;
  double x, y;
  if (!py_as_double(a, &x) || !py_as_double(b, &y)) return PY_ERROR;
  return float_binary(op, x, y);
}

Value number_unary_slot(UnaryOp op, Value a) {
  a = number_plain(a);
  if (a.tag == TAG_OBJECT) return integer_is_big(a) ? integer_unary(op, a) : PY_NOT_IMPLEMENTED;
  return a.tag == TAG_FLOAT && op == OP_INVERT ? PY_NOT_IMPLEMENTED : py_unary(op, a);
}

Value py_compare(CompareOp op, Value a, Value b) {
  if (is_inline_number(a) && is_inline_number(b)) return compare_numbers(op, a, b);
  Type *ta = py_type_of(a), *tb = py_type_of(b);
  if (!ta->ready) py_type_ready(ta);
  if (!tb->ready) py_type_ready(tb);
  Value result = PY_NOT_IMPLEMENTED;
  bool right_first = ta != tb && tb->compare && py_is_subtype(tb, ta);
  if (right_first) result = tb->compare(swapped(op), b, a);
  if (result.tag == TAG_NOT_IMPLEMENTED && ta->compare) result = ta->compare(op, a, b);
  if (result.tag == TAG_NOT_IMPLEMENTED && tb->compare && !right_first) result = tb->compare(swapped(op), b, a);
  if (result.tag != TAG_NOT_IMPLEMENTED) return result;
  if (op == OP_EQ || op == OP_NE) {
    bool same = a.tag == b.tag && (a.tag <= TAG_NONE || a.tag >= TAG_NOT_IMPLEMENTED) &&
                a.as.natural == b.as.natural && a.tag != TAG_SCALAR;
    return py_bool(same == (op == OP_EQ));
  }
  static const char *const symbols[] = {"<", "<=", "==", "!=", ">", ">="};
  return py_raise(&py_TypeError, "'%s' not supported between instances of '%s' and '%s'", symbols[op],
                  operand_name(ta), operand_name(tb));
}

static int take_truth(Value result) {
  if (result.tag == TAG_BOOL) return (int)result.as.integer;
  if (py_is_error(result)) return -1;
  int truth = py_truth(result);
  py_drop(result);
  return truth;
}

int py_equal(Value a, Value b) {
  if (a.tag == TAG_OBJECT && b.tag == TAG_OBJECT) {
    if (a.as.object == b.as.object) return 1;
    if (a.as.object->type == &py_str_type && b.as.object->type == &py_str_type) {
      String *x = py_as_string(a), *y = py_as_string(b);
      return x->length == y->length && memcmp(x->data, y->data, (size_t)x->length) == 0;
    }
  } else if (a.tag == TAG_INT && b.tag == TAG_INT) {
    return a.as.integer == b.as.integer;
  } else if (a.tag == TAG_FLOAT && b.tag == TAG_FLOAT && a.as.natural == b.as.natural) {
    /* As CPython's identity, which an inline nan does not have: the same nan in a list is found in it. */
    return 1;
  } else if (a.tag == TAG_NONE && b.tag == TAG_NONE) {
    return 1;
  }
  return take_truth(py_compare(OP_EQ, a, b));
}

int py_less(Value a, Value b) {
  if (a.tag == TAG_INT && b.tag == TAG_INT) return a.as.integer < b.as.integer;
  if (a.tag == TAG_FLOAT && b.tag == TAG_FLOAT) return a.as.real < b.as.real;
  return take_truth(py_compare(OP_LT, a, b));
}

int py_truth(Value a) {
  switch ((Tag)a.tag) {
  case TAG_BOOL:
  case TAG_INT: return a.as.integer != 0;
  case TAG_FLOAT: return a.as.real != 0;
  case TAG_NONE: return 0;
  case TAG_ELLIPSIS: return 1;
  case TAG_NOT_IMPLEMENTED: return 1;
  default: break;
  }
  Type *type = py_type_of(a);
  if (!type->ready) py_type_ready(type);
  if (type->truth) return type->truth(a);
  if (type->length) {
    int64_t length = type->length(a);
    return length < 0 ? -1 : length > 0;
  }
  if (a.tag == TAG_SCALAR) return scalar_kind(a) == 'f' ? scalar_double(a) != 0 : a.as.integer != 0;
  return 1;
}

bool py_hash(Value a, uint64_t *hash) {
  switch ((Tag)a.tag) {
  case TAG_BOOL:
  case TAG_INT: *hash = int_hash(a.as.integer); return true;
  case TAG_FLOAT: *hash = float_hash(a.as.real); return true;
  case TAG_OBJECT:
    if (a.as.object->type == &py_str_type && py_as_string(a)->hash) {
      *hash = py_as_string(a)->hash;
      return true;
    }
    break;
  case TAG_SCALAR: {
    char kind = scalar_kind(a);
    if (kind == 'f')
      *hash = float_hash(scalar_double(a));
    else
      *hash = kind == 'i' || a.as.natural <= INT64_MAX ? int_hash(a.as.integer) : a.as.natural % 0x1FFFFFFFFFFFFFFFu;
    return true;
  }
  default: break;
  }
  Type *type = py_type_of(a);
  if (!type->ready) py_type_ready(type);
  if (type->hash) return type->hash(a, hash);
  py_raise(&py_TypeError, "unhashable type: '%s'", py_type_label(type));
  return false;
}

int py_contains(Value container, Value item) {
  Type *type = py_type_of(container);
  if (!type->ready) py_type_ready(type);
  if (type->contains) return type->contains(container, item);
  if (!type->iter && !type->getitem) {
    py_raise(&py_TypeError, "argument of type '%s' is not iterable", py_type_label(type));
    return -1;
  }
  Value iterator = py_iter(container);
  if (py_is_error(iterator)) {
    if (py_pending_is(&py_TypeError)) {
      py_clear_pending();
      py_raise(&py_TypeError, "argument of type '%s' is not iterable", py_type_label(type));
    }
    return -1;
  }
  int found = 0;
  while (found == 0) {
    Value next = py_next(iterator);
    if (next.tag == TAG_UNDEFINED) break;
    found = py_is_error(next) ? -1 : py_equal(next, item);
    py_drop(next);
  }
  py_drop(iterator);
  return found;
}
