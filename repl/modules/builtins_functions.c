/* The builtin functions but for those that print, run code or open files. */
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/core/interrupt.h"
#include "engine/core/memory.h"
#include "engine/core/utf8.h"
#include "repl/modules/numpy_internal.h"
#include "repl/language/language.h"
#include "repl/modules/builtins.h"
#include "repl/modules/numpy.h"
#include "repl/modules/session.h"
#include "repl/types/bytes.h"
#include "repl/types/codec.h"
#include "repl/types/complex.h"
#include "repl/types/format.h"
#include "repl/types/generic.h"
#include "repl/types/integer.h"
#include "repl/types/iterator.h"
#include "repl/types/number.h"

/* ---- Numbers ---- */

static Value native_abs(const NativeRow *row, Value *arguments) { return py_unary(OP_ABS, arguments[0]); }

static Value native_sum(const NativeRow *row, Value *arguments) {
  if (py_is_str(arguments[1])) return py_raise(&py_TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
  if (py_is_bytes(arguments[1]))
    return py_raise(&py_TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
  if (py_is(arguments[1], &py_bytearray_type))
    return py_raise(&py_TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]");
  Value iterator = py_iter(arguments[0]);
  if (py_is_error(iterator)) return iterator;
  Value total = py_keep(arguments[1]);
  for (;;) {
    Value item = py_next(iterator);
    if (item.tag <= TAG_UNDEFINED) {
      py_drop(iterator);
      if (py_is_undefined(item)) return total;
      py_drop(total);
      return PY_ERROR;
    }
    /* Numbers are added here: a call for each would take most of the time. */
    int64_t sum;
    if (total.tag == TAG_INT && (item.tag == TAG_INT || item.tag == TAG_BOOL) &&
        !__builtin_add_overflow(total.as.integer, item.as.integer, &sum)) {
      total.as.integer = sum;
      continue;
    }
    if (total.tag == TAG_FLOAT && item.tag == TAG_FLOAT) {
      total.as.real += item.as.real;
      continue;
    }
    Value next = py_binary(OP_ADD, total, item);
    py_drop(total);
    py_drop(item);
    total = next;
    if (py_is_error(total)) {
      py_drop(iterator);
      return PY_ERROR;
    }
  }
}

/* min and max of an iterable or of several arguments, by key, with a default. */
static Value extreme(Value *arguments, CompareOp wins, const char *name) {
  Tuple *given = py_as_tuple(arguments[0]);
  if (given->count == 0) return py_raise(&py_TypeError, "%s expected at least 1 argument, got 0", name);
  if (given->count > 1 && !py_is_undefined(arguments[2]))
    return py_raise(&py_TypeError, "Cannot specify a default for %s() with multiple positional arguments", name);
  Value iterator = py_iter(given->count == 1 ? given->items[0] : arguments[0]);
  if (py_is_error(iterator)) return iterator;
  Value best = PY_UNDEFINED, best_key = PY_UNDEFINED;
  for (;;) {
    Value item = py_next(iterator);
    if (py_is_undefined(item)) break;
    Value key = py_is_error(item) ? PY_ERROR
                : py_is_none(arguments[1]) ? py_keep(item) : py_call_values(arguments[1], &item, 1);
    int better = py_is_error(key) ? -1 : 1;
    if (better > 0 && !py_is_undefined(best)) {
      Value answer = py_compare(wins, key, best_key);
      better = py_is_error(answer) ? -1 : py_truth(answer);
      py_drop(answer);
    }
    if (better > 0) {
      py_drop(best);
      py_drop(best_key);
      best = item;
      best_key = key;
      continue;
    }
    py_drop(item);
    py_drop(key);
    if (better < 0) {
      py_drop(best);
      py_drop(best_key);
      py_drop(iterator);
      return PY_ERROR;
    }
  }
  py_drop(iterator);
  py_drop(best_key);
  if (!py_is_undefined(best)) return best;
  if (!py_is_undefined(arguments[2])) return py_keep(arguments[2]);
  return py_raise(&py_ValueError, "%s() arg is an empty sequence", name);
}
static Value native_min(const NativeRow *row, Value *arguments) { return extreme(arguments, OP_LT, "min"); }
static Value native_max(const NativeRow *row, Value *arguments) { return extreme(arguments, OP_GT, "max"); }

/* A numpy scalar is rounded as numpy does it before the point. */
static Value round_scalar(double value, int64_t digits) {
  if (digits >= 0) return float_round(value, digits);
  double power = pow(10, (double)-digits);
  return py_float(isfinite(power) ? nearbyint(value / power) * power : 0.0 * value);
}
static Value native_round(const NativeRow *row, Value *arguments) {
  Value x = arguments[0];
  bool no_digits = py_is_none(arguments[1]);
  int64_t digits = 0;
  if (!no_digits && !number_round_digits(arguments[1], &digits)) return PY_ERROR;
  if (x.tag == TAG_INT || x.tag == TAG_BOOL || integer_is_big(x)) return integer_round(x, digits);
  if (x.tag == TAG_FLOAT) {
    if (!no_digits) return float_round(x.as.real, digits);
    if (isnan(x.as.real)) return py_raise(&py_ValueError, "cannot convert float NaN to integer");
    if (isinf(x.as.real)) return py_raise(&py_OverflowError, "cannot convert float infinity to integer");
    return integer_from_double(nearbyint(x.as.real));
  }
  if (x.tag == TAG_SCALAR && nd_types[x.type].kind == 'f') {
    Value rounded = round_scalar(nd_scalar_as_double(py_as_scalar(x)), digits);
    if (no_digits && isnan(rounded.as.real)) return py_raise(&py_ValueError, "cannot convert float NaN to integer");
    if (no_digits && isinf(rounded.as.real))
      return py_raise(&py_OverflowError, "cannot convert float infinity to integer");
    if (no_digits) return integer_from_double(rounded.as.real);
    NdScalar scalar = {.type = ND_FLOAT64, .as.f = rounded.as.real};
    return py_scalar(nd_scalar_cast(scalar, (NdType)x.type));
  }
  Value method = py_find_attr(x, py_intern("__round__"));
  if (py_is_error(method)) return method;
  if (py_is_undefined(method))
    return py_raise(&py_TypeError, "type %s doesn't define __round__ method", py_type_label(py_type_of(x)));
  Value result = py_call_values(method, &arguments[1], no_digits ? 0 : 1);
  py_drop(method);
  return result;
}

/* Native types with // and % but no __divmod__ of their own: numpy's arrays and scalars (complex has neither). */
static bool divides_in_parts(Value value) {
  const Type *type = py_type_of(value);
  return (!type->heap || np_is_derived(value)) && type != &py_complex_type &&
         py_type_lookup(type, py_intern("__divmod__")).tag != TAG_OBJECT;
}

static Value native_divmod(const NativeRow *row, Value *arguments) {
  Value x = arguments[0], y = arguments[1];
  if (x.tag == TAG_INT && y.tag == TAG_INT && y.as.integer > 0) {
    int64_t quotient = x.as.integer / y.as.integer, rest = x.as.integer % y.as.integer;
    if (rest < 0) quotient--, rest += y.as.integer;
    return py_tuple_of(2, py_int(quotient), py_int(rest));
  }
  /* __divmod__ of the left side, then __rdivmod__ of the right one; where neither knows such numbers, // and %. */
  for (int i = 0; i < 2; i++) {
    Value function = py_type_lookup(py_type_of(arguments[i]), py_intern(i ? "__rdivmod__" : "__divmod__"));
    if (function.tag != TAG_OBJECT) continue;
    Value pair = py_call_values(function, (Value[]){arguments[i], arguments[!i]}, 2);
    if (pair.tag != TAG_NOT_IMPLEMENTED) return pair;
  }
  if (!divides_in_parts(arguments[0]) && !divides_in_parts(arguments[1]))
    return py_raise(&py_TypeError, "unsupported operand type(s) for divmod(): '%s' and '%s'",
                    py_type_label(py_type_of(arguments[0])), py_type_label(py_type_of(arguments[1])));
  Value quotient = py_binary(OP_FLOORDIV, arguments[0], arguments[1]);
  if (py_is_error(quotient)) return quotient;
  Value rest = py_binary(OP_MOD, arguments[0], arguments[1]);
  Value pair = py_is_error(rest) ? PY_ERROR : py_tuple_of(2, quotient, rest);
  py_drop(quotient);
  py_drop(rest);
  return pair;
}
static Value native_pow(const NativeRow *row, Value *arguments) {
  if (py_is_none(arguments[2])) return py_binary(OP_POW, arguments[0], arguments[1]);
  Value numbers[3];
  const char *method = "__pow__";
  if (py_type_of(arguments[0])->heap && py_type_lookup(py_type_of(arguments[0]), py_intern(method)).tag == TAG_OBJECT &&
      !integer_is(arguments[0]))
    return py_call_method(arguments[0], method, arguments + 1, 2);
  for (int i = 0; i < 3; i++) {
    if (py_is(arguments[i], &py_complex_type)) return py_raise(&py_ValueError, "complex modulo");
    if (!integer_is(arguments[i]))
      return py_raise(&py_TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
    numbers[i] = number_plain(arguments[i]);
  }
  return integer_power_mod(numbers[0], numbers[1], numbers[2]);
}

/* bin, oct, hex: row->data is the format's letter. */
static Value native_base(const NativeRow *row, Value *arguments) {
  Value number = py_keep(number_plain(arguments[0]));
  int64_t value;
  if (!integer_is(number)) {
    if (!py_as_int(arguments[0], &value)) return PY_ERROR;
    py_drop(number);
    number = py_int(value);
  }
  const char *letter = row->data;
  Text text = {0};
  text_addf(&text, "%s0%c", integer_sign(number) < 0 ? "-" : "", *letter);
  integer_add_digits(&text, number, *letter == 'b' ? 2 : *letter == 'o' ? 8 : 16);
  py_drop(number);
  return py_text_take(&text);
}
static Value native_chr(const NativeRow *row, Value *arguments) {
  int64_t code;
  if (!py_as_int(arguments[0], &code) || code > INT32_MAX || code < INT32_MIN) {
    if (py_pending() && !py_pending_is(&py_OverflowError)) return PY_ERROR;
    py_clear_pending();
    return py_raise(&py_OverflowError, "Python int too large to convert to C int");
  }
  if (code < 0 || code > 0x10FFFF) return py_raise(&py_ValueError, "chr() arg not in range(0x110000)");
  char bytes[4];
  size_t length = utf8_encode((uint32_t)code, bytes);
  return py_text_bytes(bytes, length);
}
static Value native_ord(const NativeRow *row, Value *arguments) {
  const char *text;
  int64_t count;
  if (bytes_view(arguments[0], &text, &count)) {
    if (count == 1) return py_int((unsigned char)*text);
    return py_raise(&py_TypeError, "ord() expected a character, but string of length %lld found", (long long)count);
  }
  if (!py_is_str(arguments[0]) || !py_as_text(arguments[0], &text))
    return py_raise(&py_TypeError, "ord() expected string of length 1, but %s found",
                    py_type_label(py_type_of(arguments[0])));
  String *string = py_as_string(arguments[0]);
  if (string->count != 1)
    return py_raise(&py_TypeError, "ord() expected a character, but string of length %lld found",
                    (long long)string->count);
  uint32_t code = 0;
  utf8_decode(text, (size_t)string->length, &code);
  return py_int(code);
}

/* ---- Iteration ---- */

static Value native_len(const NativeRow *row, Value *arguments) {
  int64_t length = py_length(arguments[0]);
  return length < 0 ? PY_ERROR : py_int(length);
}
static Value native_iter(const NativeRow *row, Value *arguments) {
  if (py_is_undefined(arguments[1])) return py_iter(arguments[0]);
  if (!py_is_type(arguments[0]) && !py_type_of(arguments[0])->call)
    return py_raise(&py_TypeError, "iter(v, w): v must be callable");
  return iterator_until(arguments[0], arguments[1]);
}
static Value native_next(const NativeRow *row, Value *arguments) {
  if (py_type_of(arguments[0])->next == NULL)
    return py_raise(&py_TypeError, "'%s' object is not an iterator", py_type_label(py_type_of(arguments[0])));
  if (py_is_undefined(arguments[1]) && py_type_of(arguments[0])->heap) {
    /* The user's own StopIteration goes on as it is, with its value. */
    return py_call_method(arguments[0], "__next__", NULL, 0);
  }
  Value item = py_next(arguments[0]);
  if (!py_is_undefined(item)) return item;
  Value result = lang_generator_result(arguments[0]);
  if (!py_is_undefined(arguments[1])) {
    py_drop(result);
    return py_keep(arguments[1]);
  }
  Value type = py_type_value(&py_StopIteration);
  Value stop = py_call_values(type, &result, py_is_none(result) ? 0 : 1);
  py_drop(type);
  py_drop(result);
  if (!py_is_error(stop)) py_raise_value(stop);
  py_drop(stop);
  return PY_ERROR;
}
/* any and all: row->data non-NULL means any. */
static Value native_any_all(const NativeRow *row, Value *arguments) {
  bool any = row->data != NULL;
  Value iterator = py_iter(arguments[0]);
  if (py_is_error(iterator)) return iterator;
  Value result = py_bool(!any);
  for (;;) {
    Value item = py_next(iterator);
    if (py_is_undefined(item)) break;
    int truth = py_is_error(item) ? -1 : py_truth(item);
    py_drop(item);
    if (truth < 0) result = PY_ERROR;
    else if ((truth == 1) == any) result = py_bool(any);
    else continue;
    break;
  }
  py_drop(iterator);
  return result;
}
static Value native_sorted(const NativeRow *row, Value *arguments) {
  Value list = py_to_list(arguments[0]);
  if (py_is_error(list)) return list;
  Value method = py_getattr_c(list, "sort");
  Value done = PY_ERROR;
  if (!py_is_error(method)) {
    Value values[2] = {arguments[1], arguments[2]};
    String *names[2] = {py_intern("key"), py_intern("reverse")};
    Arguments call = {.keyword_values = values, .keyword_names = names, .keyword_count = 2};
    done = py_call(method, &call);
  }
  py_drop(method);
  if (!py_is_error(done)) return list;
  py_drop(list);
  return PY_ERROR;
}

/* ---- Objects ---- */

static Value native_callable(const NativeRow *row, Value *arguments) {
  return py_bool(py_is_type(arguments[0]) || py_type_of(arguments[0])->call != NULL);
}
/* The name of an attribute; raises TypeError. */
static bool attribute_name(Value value, const char **name) {
  if (py_is_str(value)) return py_as_text(value, name);
  py_raise(&py_TypeError, "attribute name must be string, not '%s'", py_type_label(py_type_of(value)));
  return false;
}
static Value native_getattr(const NativeRow *row, Value *arguments) {
  const char *name;
  if (!attribute_name(arguments[1], &name)) return PY_ERROR;
  if (py_is_undefined(arguments[2])) return py_getattr(arguments[0], py_intern(name));
  Value found = py_find_attr(arguments[0], py_intern(name));
  if (py_is_error(found) && py_pending_is(&py_AttributeError)) {
    py_clear_pending();
    found = PY_UNDEFINED;
  }
  return py_is_undefined(found) ? py_keep(arguments[2]) : found;
}
static Value native_hasattr(const NativeRow *row, Value *arguments) {
  const char *name;
  if (!attribute_name(arguments[1], &name)) return PY_ERROR;
  Value found = py_find_attr(arguments[0], py_intern(name));
  if (py_is_error(found)) {
    if (!py_pending_is(&py_AttributeError)) return PY_ERROR;
    py_clear_pending();
    return PY_FALSE;
  }
  py_drop(found);
  return py_bool(!py_is_undefined(found));
}
/* setattr; delattr passes no value. */
static Value native_setattr(const NativeRow *row, Value *arguments) {
  const char *name;
  if (!attribute_name(arguments[1], &name)) return PY_ERROR;
  return py_setattr(arguments[0], py_intern(name), row->data ? PY_UNDEFINED : arguments[2]) ? PY_NONE : PY_ERROR;
}
static Value native_repr(const NativeRow *row, Value *arguments) { return py_repr(arguments[0]); }
/* repr with every character beyond ASCII as an escape. */
static Value native_ascii(const NativeRow *row, Value *arguments) {
  Value text = py_repr(arguments[0]);
  if (py_is_error(text) || py_as_string(text)->count == py_as_string(text)->length) return text;
  Value ascii = repr_in_ascii(text);
  py_drop(text);
  return ascii;
}
static Value native_format(const NativeRow *row, Value *arguments) {
  if (!py_is_str(arguments[1]))
    return py_raise(&py_TypeError, "format() argument 2 must be str, not %s", py_type_label(py_type_of(arguments[1])));
  return py_format(arguments[0], py_as_string(arguments[1])->data, (size_t)py_as_string(arguments[1])->length);
}
static Value native_hash(const NativeRow *row, Value *arguments) {
  uint64_t hash;
  return py_hash(arguments[0], &hash) ? py_int((int64_t)hash) : PY_ERROR;
}
static Value native_id(const NativeRow *row, Value *arguments) {
  Value v = arguments[0];
  return py_int(v.tag == TAG_OBJECT ? (int64_t)(uintptr_t)v.as.object : (int64_t)(v.as.natural * 16 + v.tag));
}
static Value native_dir(const NativeRow *row, Value *arguments) {
  if (!py_is_undefined(arguments[0])) return py_dir(arguments[0]);
  Value names = lang_current_locals();
  if (py_is_error(names)) return names;
  Value list = native_sorted(NULL, (Value[]){names, PY_NONE, PY_FALSE});
  py_drop(names);
  return list;
}
static Value native_vars(const NativeRow *row, Value *arguments) {
  if (py_is_undefined(arguments[0])) return lang_current_locals();
  Value dict = py_find_attr(arguments[0], py_intern("__dict__"));
  return py_is_undefined(dict) ? py_raise(&py_TypeError, "vars() argument must have __dict__ attribute") : dict;
}
static Value native_globals(const NativeRow *row, Value *arguments) {
  Dict *dict = lang_current_globals();
  return dict ? py_keep((Value){.tag = TAG_OBJECT, .as.object = &dict->head}) : py_dict();
}
static Value native_locals(const NativeRow *row, Value *arguments) { return lang_current_locals(); }
/* __import__ with dots: without a fromlist the package as far as the first part of the name. */
static Value import_relative(Value *arguments, const char *name, int level) {
  if (!py_is_none(arguments[1]) && !py_is_dict(arguments[1]))
    return py_raise(&py_TypeError, "globals must be a dict");
  Value full = lang_resolve_import(py_is_dict(arguments[1]) ? py_as_dict(arguments[1]) : NULL, name, level);
  if (py_is_error(full)) return full;
  Value module = modules_import(py_as_string(full)->data);
  const char *dot = strchr(name, '.');
  int listed = py_is_error(module) ? -1 : py_truth(arguments[3]);
  if (dot && listed == 0) {
    py_drop(module);
    Value first = py_textf("%.*s", (int)(py_as_string(full)->length - (int64_t)strlen(dot)), py_as_string(full)->data);
    module = py_is_error(first) ? first : modules_import(py_as_string(first)->data);
    py_drop(first);
  }
  py_drop(full);
  return module;
}
/* Without a fromlist the first package of a dotted name is what is wanted, as `import a.b` binds a. */
static Value native_import(const NativeRow *row, Value *arguments) {
  const char *name;
  int64_t level;
  if (!py_is_str(arguments[0])) return py_raise(&py_TypeError, "module name must be a string");
  if (!py_as_text(arguments[0], &name) || !py_as_int(arguments[4], &level)) return PY_ERROR;
  if (level < 0) return py_raise(&py_ValueError, "level must be >= 0");
  if (level > 0) return import_relative(arguments, name, (int)(level < INT_MAX ? level : INT_MAX));
  if (*name == '\0') return py_raise(&py_ValueError, "Empty module name");
  for (const char *dot = strchr(name, '.'); dot; dot = strchr(dot + 1, '.')) {
    char *outer = core_strndup(name, (size_t)(dot - name));
    Value package = outer ? modules_import(outer) : py_raise(&py_MemoryError, "out of memory");
    core_free(outer);
    if (py_is_error(package)) return package;
    py_drop(package);
  }
  Value module = modules_import(name);
  const char *dot = strchr(name, '.');
  int listed = py_is_error(module) ? -1 : py_truth(arguments[3]);
  if (!dot || listed) return module;
  py_drop(module);
  char *first = core_strndup(name, (size_t)(dot - name));
  module = first ? modules_import(first) : py_raise(&py_MemoryError, "out of memory");
  core_free(first);
  return module;
}

static const char any[] = "any";
static const NativeRow functions[] = {
    {"abs", "x, /", "The absolute value.", native_abs, NULL},
    {"sum", "iterable, /, start=0", "The sum of the items.", native_sum, NULL},
    {"min", "*args, key=None, default=...", "The smallest item.", native_min, NULL},
    {"max", "*args, key=None, default=...", "The largest item.", native_max, NULL},
    {"round", "number, ndigits=None", "Rounds to some digits; halves go to the even neighbour.", native_round, NULL},
    {"divmod", "x, y, /", "Quotient and remainder.", native_divmod, NULL},
    {"pow", "base, exp, mod=None", "A power.", native_pow, NULL},
    {"bin", "number, /", "Binary digits.", native_base, "b"},
    {"oct", "number, /", "Octal digits.", native_base, "o"},
    {"hex", "number, /", "Hexadecimal digits.", native_base, "x"},
    {"chr", "i, /", "The character of a code point.", native_chr, NULL},
    {"ord", "c, /", "The code point of a character.", native_ord, NULL},
    {"len", "obj, /", "How many items.", native_len, NULL},
    {"iter", "object, sentinel=..., /", "An iterator.", native_iter, NULL},
    {"next", "iterator, default=..., /", "The next item of an iterator.", native_next, NULL},
    {"any", "iterable, /", "Whether some item is true.", native_any_all, any},
    {"all", "iterable, /", "Whether every item is true.", native_any_all, NULL},
    {"sorted", "iterable, /, *, key=None, reverse=False", "The items in order, as a list.", native_sorted, NULL},
    {"callable", "obj, /", "Whether it can be called.", native_callable, NULL},
    {"getattr", "object, name, default=..., /", "An attribute by name.", native_getattr, NULL},
    {"hasattr", "obj, name, /", "Whether there is such an attribute.", native_hasattr, NULL},
    {"setattr", "obj, name, value, /", "Sets an attribute by name.", native_setattr, NULL},
    {"delattr", "obj, name, /", "Deletes an attribute by name.", native_setattr, any},
    {"repr", "obj, /", "The text that stands for a value in code.", native_repr, NULL},
    {"ascii", "obj, /", "repr in ASCII.", native_ascii, NULL},
    {"format", "value, format_spec='', /", "A value as text by a format.", native_format, NULL},
    {"hash", "obj, /", "A number for dicts and sets.", native_hash, NULL},
    {"id", "obj, /", "A number that no other living object has.", native_id, NULL},
    {"dir", "object=..., /", "The names of attributes.", native_dir, NULL},
    {"vars", "object=..., /", "An object's own attributes.", native_vars, NULL},
    {"globals", "", "The names of the module.", native_globals, NULL},
    {"locals", "", "The names of the function.", native_locals, NULL},
    {"__import__", "name, globals=None, locals=None, fromlist=(), level=0", "What the import statement calls.",
     native_import, NULL},
    {0},
};

static Type *const types[] = {
    &py_object_type, &py_type_type, &py_bool_type, &py_int_type, &py_float_type, &py_complex_type,
    &py_str_type, &py_bytes_type, &py_bytearray_type, &py_memoryview_type,
    &py_tuple_type, &py_list_type, &py_dict_type, &py_set_type, &py_frozenset_type, &py_slice_type, &py_range_type,
    &py_property_type, &py_classmethod_type, &py_staticmethod_type, &py_super_type, &builtins_enumerate_type,
    &builtins_zip_type, &builtins_map_type, &builtins_filter_type, &builtins_reversed_type, NULL};

static bool fill(Dict *dict) {
  static Type *const exceptions[] = {
#define EXCEPTION_TYPE(name, base) &py_##name,
      PY_EXCEPTION_ROWS(EXCEPTION_TYPE)
#undef EXCEPTION_TYPE
  };
  for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++)
    if (!py_dict_set_steal(dict, exceptions[i]->name, py_type_value(exceptions[i]))) return false;
  const NativeRow *tables[] = {builtins_print_rows, builtins_execute_rows, builtins_class_rows, builtins_open_rows};
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
    for (const NativeRow *row = tables[i]; row->name; row++)
      if (!py_dict_set_steal(dict, row->name, py_native(row, PY_UNDEFINED, "builtins"))) return false;
  static const struct {
    const char *name;
    Value value;
  } constants[] = {{"NotImplemented", {.tag = TAG_NOT_IMPLEMENTED}},
                   {"Ellipsis", {.tag = TAG_ELLIPSIS}},
                   {"__debug__", {.tag = TAG_BOOL, .as.integer = 1}}};
  for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
    if (!py_dict_set_name(dict, constants[i].name, constants[i].value)) return false;
  return py_dict_set_steal(dict, "IOError", py_type_value(&py_OSError)) &&
         py_dict_set_steal(dict, "EnvironmentError", py_type_value(&py_OSError));
}

const ModuleRow builtins_module_rows[] = {
    {.name = "builtins", .help = "What every program has.", .functions = functions, .types = types, .fill = fill},
    {0},
};
