#include "repl/types/sequence.h"

#include "repl/types/exception.h"
#include "repl/types/integer.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"

bool sequence_times(Value times, int64_t *count) {
  if (!integer_is_big(number_plain(times))) return py_as_int(times, count);
  py_raise(&py_OverflowError, "cannot fit 'int' into an index-sized integer");
  return false;
}

bool sequence_index(Value key, int64_t length, const char *noun, const char *out_of_range, int64_t *index) {
  if (key.tag == TAG_INT) {
    *index = key.as.integer;
  } else if (integer_is_big(number_plain(key))) {
    py_raise(&py_IndexError, "cannot fit 'int' into an index-sized integer");
    return false;
  } else if (py_is_integer(key) || py_type_lookup(py_type_of(key), INTERNED("__index__")).tag != TAG_UNDEFINED) {
    if (!py_as_int(key, index)) return false;
  } else {
    py_raise(&py_TypeError, "%s indices must be integers or slices, not %s", noun, py_type_label(py_type_of(key)));
    return false;
  }
  if (*index < 0) *index += length;
  if (*index >= 0 && *index < length) return true;
  py_raise(&py_IndexError, "%s", out_of_range);
  return false;
}

bool sequence_bound(Value value, int64_t *out) {
  Value plain = number_plain(value);
  if (integer_is_big(plain)) {
    *out = integer_sign(plain) < 0 ? INT64_MIN : INT64_MAX;
    return true;
  }
  if (py_is_integer(value) || (value.tag == TAG_OBJECT &&
                               py_type_lookup(py_type_of(value), INTERNED("__index__")).tag != TAG_UNDEFINED))
    return py_as_int(value, out);
  py_raise(&py_TypeError, "slice indices must be integers or None or have an __index__ method");
  return false;
}

bool sequence_bounds(Value start, Value stop, int64_t length, int64_t *from, int64_t *to) {
  *from = 0;
  *to = length;
  if (!py_is_none(start) && start.tag != TAG_UNDEFINED && !sequence_bound(start, from)) return false;
  if (!py_is_none(stop) && stop.tag != TAG_UNDEFINED && !sequence_bound(stop, to)) return false;
  if (*from < 0) *from = *from + length < 0 ? 0 : *from + length;
  if (*to < 0) *to = *to + length < 0 ? 0 : *to + length;
  if (*to > length) *to = length;
  return true;
}

int sequence_find(const Value *items, int64_t count, Value item, int64_t *at) {
  for (int64_t i = 0; i < count; i++) {
    int equal = py_equal(items[i], item);
    if (equal == 0) continue;
    if (at) *at = i;
    return equal;
  }
  return 0;
}

Value sequence_count(const Value *items, int64_t count, Value item) {
  int64_t found = 0;
  for (int64_t i = 0; i < count; i++) {
    int equal = py_equal(items[i], item);
    if (equal < 0) return PY_ERROR;
    found += equal;
  }
  return py_int(found);
}

Value sequence_order(CompareOp op, int64_t a_count, int64_t b_count) {
  return py_from_order(op, (a_count > b_count) - (a_count < b_count));
}

Value sequence_compare(CompareOp op, const Value *a, int64_t a_count, const Value *b, int64_t b_count) {
  if ((op == OP_EQ || op == OP_NE) && a_count != b_count) return py_bool(op == OP_NE);
  if (!py_enter_call()) return PY_ERROR;
  Value result = PY_UNDEFINED;
  for (int64_t i = 0; i < a_count && i < b_count; i++) {
    int equal = py_equal(a[i], b[i]);
    if (equal > 0) continue;
    if (equal < 0)
      result = PY_ERROR;
    else if (op == OP_EQ || op == OP_NE)
      result = py_bool(op == OP_NE);
    else
      result = py_compare(op, a[i], b[i]);
    break;
  }
  py_leave_call();
  if (result.tag != TAG_UNDEFINED) return result;
  return sequence_order(op, a_count, b_count);
}
