/* repr, str and format of any value. */
#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/number.h"
#include "engine/core/utf8.h"
#include "repl/types/class.h"
#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/format.h"
#include "repl/types/number.h"
#include "repl/types/protocol.h"

/* Objects whose repr is being made, outermost first: a list that contains itself prints "[...]" inside. */
static Object **inside;
static int inside_count, inside_capacity;

bool py_enter_repr(Object *object) {
  for (int i = 0; i < inside_count; i++)
    if (inside[i] == object) return false;
  if (!py_enter_call()) return false;
  if (inside_count == inside_capacity) {
    int capacity = inside_capacity ? inside_capacity * 2 : 16;
    Object **grown = core_realloc(inside, sizeof *grown * (size_t)capacity);
    if (!grown) {
      py_leave_call();
      py_raise(&py_MemoryError, "Unable to allocate room for a repr");
      return false;
    }
    inside = grown;
    inside_capacity = capacity;
  }
  inside[inside_count++] = object;
  return true;
}

void py_leave_repr(Object *object) {
  for (int i = inside_count; i-- > 0;) {
    if (inside[i] != object) continue;
    inside_count = i;
    break;
  }
  py_leave_call();
}

/* Numbers and strs go into the text without an object in between. */
static bool add_simple(Text *text, Value a, bool is_repr) {
  char number[32];
  switch ((Tag)a.tag) {
  case TAG_INT:
    text_add_bytes(text, number, (size_t)number_int(a.as.integer, number));
    return true;
  case TAG_FLOAT: text_add_bytes(text, number, (size_t)number_repr(a.as.real, number)); return true;
  case TAG_BOOL: text_add(text, a.as.integer ? "True" : "False"); return true;
  case TAG_NONE: text_add(text, "None"); return true;
  case TAG_SCALAR:
    if (py_scalar_types[a.type]) return false;
    if (a.type == ND_BOOL)
      text_add(text, a.as.natural ? "True" : "False");
    else if (scalar_kind(a) == 'f')
      text_add_bytes(text, number, (size_t)(a.type == ND_FLOAT64 ? number_repr(a.as.real, number)
                                                                 : number_repr_float((float)a.as.real, number)));
    else
      text_addf(text, scalar_kind(a) == 'i' ? "%lld" : "%llu", (long long)a.as.integer);
    return true;
  case TAG_OBJECT:
    if (a.as.object->type != &py_str_type) return false;
    if (is_repr)
      py_repr_text(text, py_as_string(a)->data, (size_t)py_as_string(a)->length);
    else
      text_add_bytes(text, py_as_string(a)->data, (size_t)py_as_string(a)->length);
    return true;
  default: return false;
  }
}

static Value object_text(Value a, bool is_repr) {
  Type *type = py_type_of(a);
  if (!type->ready) py_type_ready(type);
  return !is_repr && type->str ? type->str(a) : type->repr(a);
}

static bool add(Text *text, Value a, bool is_repr) {
  if (add_simple(text, a, is_repr)) return true;
  Value value = object_text(a, is_repr);
  if (py_is_error(value)) return false;
  text_add_bytes(text, py_as_string(value)->data, (size_t)py_as_string(value)->length);
  py_drop(value);
  return true;
}

bool py_repr_to(Text *text, Value a) { return add(text, a, true); }
bool py_str_to(Text *text, Value a) { return add(text, a, false); }

static Value make(Value a, bool is_repr) {
  if (!is_repr && a.tag == TAG_OBJECT && a.as.object->type == &py_str_type) return py_keep(a);
  if (a.tag == TAG_INT) {
    char digits[24];
    return py_text_bytes(digits, (size_t)number_int(a.as.integer, digits));
  }
  Text text = {0};
  if (add_simple(&text, a, is_repr)) return py_text_take(&text);
  return object_text(a, is_repr);
}

Value py_repr(Value a) { return make(a, true); }
Value py_str(Value a) { return make(a, false); }

Value py_format(Value a, const char *spec, size_t length) {
  /* A float16 or float32 is formatted as the Python float of its value, which str() is not. */
  bool narrow = a.tag == TAG_SCALAR && scalar_kind(a) == 'f' && a.type != ND_FLOAT64;
  if (length == 0 && !narrow && (a.tag != TAG_OBJECT || a.as.object->type == &py_str_type)) return py_str(a);
  Type *type = py_type_of(a);
  if (!type->ready) py_type_ready(type);
  /* format(x, "") of an instance of a class derived from str or a number is str(x). */
  if (length == 0 && type->heap && type->format != py_object_type.format &&
      type->format == class_native(type)->format)
    return py_str(a);
  /* A numpy scalar formats as the number it is. */
  if (a.tag == TAG_SCALAR && length && type->format == py_object_type.format && a.type != ND_BOOL) {
    if (scalar_kind(a) == 'f') return format_float(py_float(scalar_double(a)), spec, length);
    int64_t integer;
    return py_as_int(a, &integer) ? format_int(py_int(integer), spec, length) : PY_ERROR;
  }
  return type->format(a, spec, length);
}

bool py_addresses_hidden;

const char *py_address_text(const void *object) {
  static char text[24];
  if (py_addresses_hidden) return "0x...";
  snprintf(text, sizeof text, "0x%012llx", (unsigned long long)(uintptr_t)object);
  return text;
}

Value repr_in_ascii(Value text) {
  const String *string = py_as_string(text);
  Text out = {0};
  for (size_t at = 0; at < (size_t)string->length;) {
    uint32_t code = 0;
    int taken = utf8_decode(string->data + at, (size_t)string->length - at, &code);
    at += taken > 0 ? (size_t)taken : 1;
    if (code < 128) text_add_char(&out, (char)code);
    else text_addf(&out, code < 256 ? "\\x%02x" : code < 65536 ? "\\u%04x" : "\\U%08x", code);
  }
  return py_text_take(&out);
}
