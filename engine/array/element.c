#include "engine/array/element.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/array/cast.h"
#include "engine/array/complex.h"
#include "engine/array/print.h"
#include "engine/array/record.h"
#include "engine/array/swapped.h"
#include "engine/array/times.h"
#include "engine/core/memory.h"
#include "engine/core/utf8.h"

NdObjectHooks nd_objects;

bool nd_fail_told(Error *error) {
  core_fail(error, ERROR_NONE, "%s", "");
  return false;
}

void nd_release_objects(NdBuffer *buffer) {
  void **places = (void **)buffer->data;
  for (size_t i = 0; i < buffer->bytes / sizeof *places; i++)
    if (places[i] != NULL) nd_objects.release(places[i]);
  nd_buffer_free_data(buffer);
}

void nd_move(NdType type, int itemsize, char *to, int64_t to_stride, const char *from, int64_t from_stride,
             int64_t n) {
  if (nd_is_number(type)) {
    nd_cast_loop(type, type)(to, to_stride, from, from_stride, n);
    return;
  }
  for (; n > 0; n--, to += to_stride, from += from_stride) {
    if (type == ND_OBJECT) {
      void *element = *(void *const *)from, *before = *(void **)to;
      if (element != NULL) nd_objects.retain(element);
      *(void **)to = element;
      if (before != NULL) nd_objects.release(before);
    } else if (nd_is_record(type)) {
      nd_record_move(type, to, from);
    } else {
      memmove(to, from, (size_t)itemsize);
    }
  }
}

/* ---- Texts ---- */

int64_t nd_text_length(NdKind kind, const char *data) {
  if (kind.type == ND_BYTES) {
    int64_t length = kind.itemsize;
    while (length > 0 && data[length - 1] == '\0') length--;
    return length;
  }
  const uint32_t *letters = (const uint32_t *)data;
  int64_t length = kind.itemsize / 4;
  while (length > 0 && letters[length - 1] == 0) length--;
  return length;
}

void nd_element_text(Text *text, NdKind kind, const char *data) {
  int64_t length = nd_text_length(kind, data);
  if (kind.type == ND_BYTES) {
    text_add_bytes(text, data, (size_t)length);
    return;
  }
  for (int64_t i = 0; i < length; i++) text_add_code(text, ((const uint32_t *)data)[i]);
}

/* A text as Python's repr writes it, bytes with their b in front. */
void nd_element_repr(Text *text, NdKind kind, const char *data) {
  Text plain = {0};
  nd_element_text(&plain, kind, data);
  const char *bytes = text_string(&plain);
  char quote = strchr(bytes, '\'') && !strchr(bytes, '"') ? '"' : '\'';
  if (kind.type == ND_BYTES) text_add_char(text, 'b');
  text_add_char(text, quote);
  for (size_t at = 0; at < plain.length;) {
    uint32_t letter = (unsigned char)bytes[at];
    int size = kind.type == ND_BYTES ? 1 : utf8_decode(bytes + at, plain.length - at, &letter);
    if (size <= 0) size = 1;
    if (letter == '\n') text_add(text, "\\n");
    else if (letter == '\t') text_add(text, "\\t");
    else if (letter == '\r') text_add(text, "\\r");
    else if (letter == '\\' || letter == (uint32_t)quote) text_addf(text, "\\%c", (char)letter);
    else if (letter < 32 || letter == 127 || (kind.type == ND_BYTES && letter > 127))
      text_addf(text, "\\x%02x", letter);
    else if (letter > 127 && !utf8_is_printable(letter))
      text_addf(text, letter < 256 ? "\\x%02x" : letter < 65536 ? "\\u%04x" : "\\U%08x", letter);
    else text_add_bytes(text, bytes + at, (size_t)size);
    at += (size_t)size;
  }
  text_add_char(text, quote);
  text_free(&plain);
}

/* Writes UTF-8 into a text element, cut or padded to its size. */
static bool store_text(NdKind kind, char *to, const char *utf8, size_t length, bool plain_bytes, Error *error) {
  memset(to, 0, (size_t)kind.itemsize);
  int64_t room = kind.type == ND_STRING ? kind.itemsize / 4 : kind.itemsize;
  int64_t place = 0;
  for (size_t at = 0; at < length; place++) {
    uint32_t letter = (unsigned char)utf8[at];
    int size = plain_bytes ? 1 : utf8_decode(utf8 + at, length - at, &letter);
    at += size > 0 ? (size_t)size : 1;
    if (letter > 127 && (kind.type == ND_BYTES) != plain_bytes) {
      if (plain_bytes)
        return core_fail(error, ERROR_UNICODE,
                         "'ascii' codec can't decode byte 0x%02x in position %lld: ordinal not in range(128)", letter,
                         (long long)place);
      char name[16];
      snprintf(name, sizeof name, letter < 256 ? "\\x%02x" : letter < 65536 ? "\\u%04x" : "\\U%08x", letter);
      return core_fail(error, ERROR_VALUE,
                       "'ascii' codec can't encode character '%s' in position %lld: ordinal not in range(128)", name,
                       (long long)place);
    }
    if (place >= room) continue;
    if (kind.type == ND_STRING) ((uint32_t *)to)[place] = letter;
    else to[place] = (char)letter;
  }
  return true;
}

/* int(text) and float(text), as Python reads them. */
static bool parse_number(const char *text, NdType type, NdScalar *value) {
  char plain[512];
  size_t count = 0;
  while (isspace((unsigned char)*text)) text++;
  for (const char *at = text; *at != '\0' && count + 1 < sizeof plain; at++) {
    bool between = at > text && isdigit((unsigned char)at[-1]) && isdigit((unsigned char)at[1]);
    if (*at == '_' && between) continue;
    plain[count++] = *at;
  }
  while (count > 0 && isspace((unsigned char)plain[count - 1])) count--;
  plain[count] = '\0';
  if (count == 0) return false;
  char *end;
  if (nd_types[type].kind == 'f') {
    if (strpbrk(plain, "xXpP(") != NULL) return false;
    *value = (NdScalar){.type = ND_FLOAT64, .as.f = strtod(plain, &end)};
  } else {
    errno = 0;
    bool sign = plain[0] == '-' || plain[0] == '+';
    if (!isdigit((unsigned char)plain[sign])) return false;
    if (type == ND_UINT64 && plain[0] != '-') *value = (NdScalar){.type = ND_UINT64, .as.u = strtoull(plain, &end, 10)};
    else *value = (NdScalar){.type = ND_INT64, .as.i = strtoll(plain, &end, 10)};
    if (errno != 0) return false;
  }
  return *end == '\0';
}

static bool text_to_number(NdKind from_kind, const char *from, NdType type, NdScalar *value, Error *error) {
  if (type == ND_BOOL) {
    *value = (NdScalar){.type = ND_BOOL, .as.u = nd_text_length(from_kind, from) > 0};
    return true;
  }
  Text text = {0};
  nd_element_text(&text, from_kind, from);
  bool good = parse_number(text_string(&text), type, value);
  if (!good) {
    const char *quote = strchr(text_string(&text), '\'') ? "\"" : "'";
    bool real = nd_types[type].kind == 'f', bytes = from_kind.type == ND_BYTES;
    core_fail(error, ERROR_VALUE, "%s: %s%s%s%s%s",
              real ? "could not convert string to float" : "invalid literal for int() with base 10",
              !bytes ? "np.str_(" : real ? "np.bytes_(b" : "b", quote, text_string(&text), quote,
              bytes && !real ? "" : ")");
  }
  text_free(&text);
  if (good && !nd_integer_fits(*value, type))
    return core_fail(error, ERROR_OVERFLOW, "Python integer %lld out of bounds for %s",
                     (long long)nd_scalar_as_int(*value), nd_types[type].name);
  return good;
}

/* complex(text): one part, or two of which the second has a j. */
static bool text_to_complex(NdKind from_kind, const char *from, NdComplex128 *value, Error *error) {
  Text text = {0};
  nd_element_text(&text, from_kind, from);
  const char *at = text_string(&text);
  char *end = NULL;
  while (isspace((unsigned char)*at) || *at == '(') at++;
  double first = strtod(at, &end);
  bool good = end != at;
  *value = (NdComplex128){.real = first};
  if (good && *end == 'j') {
    *value = (NdComplex128){.imag = first};
    end++;
  } else if (good && (*end == '+' || *end == '-')) {
    at = end;
    value->imag = strtod(at, &end);
    good = end != at && *end++ == 'j';
  }
  while (good && (isspace((unsigned char)*end) || *end == ')')) end++;
  if (!good || *end != '\0') good = core_fail(error, ERROR_VALUE, "complex() arg is a malformed string");
  text_free(&text);
  return good;
}

/* ---- Conversion ---- */

static bool convert_one(NdKind to_kind, char *to, NdKind from_kind, const char *from, Error *error) {
  NdScalar value;
  bool good = true;
  Text text = {0};
  if (to_kind.type == ND_OBJECT) {
    void *made = NULL, *before = *(void **)to;
    if (nd_is_number(from_kind.type)) {
      good = nd_objects.from_number(nd_scalar_load(from, from_kind.type), &made);
    } else if (nd_is_time(from_kind.type)) {
      good = nd_objects.from_time(from_kind.type, *(const int64_t *)from, &made);
    } else if (nd_is_record(from_kind.type)) {
      good = nd_objects.from_record(from_kind.type, from, &made);
    } else if (nd_is_complex(from_kind.type)) {
      good = nd_objects.from_complex(nd_complex_load(from, from_kind.type), &made);
    } else {
      nd_element_text(&text, from_kind, from);
      good = (from_kind.type == ND_STRING ? nd_objects.from_text : nd_objects.from_bytes)(text_string(&text),
                                                                                         text.length, &made);
    }
    if (good) {
      *(void **)to = made;
      if (before != NULL) nd_objects.release(before);
    } else {
      nd_fail_told(error);
    }
  } else if (nd_is_time(to_kind.type) && from_kind.type == ND_OBJECT) {
    return nd_objects.as_time(*(void *const *)from, to_kind.type, (int64_t *)to) || nd_fail_told(error);
  } else if (nd_is_record(to_kind.type) || nd_is_record(from_kind.type)) {
    return nd_record_convert(to_kind, to, from_kind, from, error);
  } else if (nd_is_time(to_kind.type) ||
             (nd_is_time(from_kind.type) && (nd_is_number(to_kind.type) || nd_is_complex(to_kind.type)))) {
    return nd_time_convert_element(to_kind, to, from_kind, from, error);
  } else if (nd_is_text(to_kind.type)) {
    if (nd_is_span(from_kind.type)) text_addf(&text, "%lld", (long long)*(const int64_t *)from);
    else if (nd_is_time(from_kind.type)) nd_time_text(&text, *(const int64_t *)from, nd_time_unit(from_kind.type));
    else if (nd_is_number(from_kind.type) || nd_is_complex(from_kind.type))
      nd_print_element_str(&text, from_kind, from);
    else if (from_kind.type != ND_OBJECT) nd_element_text(&text, from_kind, from);
    else if (!nd_objects.as_text(*(void *const *)from, &text)) good = nd_fail_told(error);
    if (good)
      good = store_text(to_kind, to, text_string(&text), text.length, from_kind.type == ND_BYTES, error);
  } else if (nd_is_complex(to_kind.type)) {
    NdComplex128 number = {0};
    if (from_kind.type != ND_OBJECT) good = text_to_complex(from_kind, from, &number, error);
    else if (!nd_objects.as_complex(*(void *const *)from, &number)) good = nd_fail_told(error);
    if (good) nd_complex_store(to, to_kind.type, number);
  } else {
    if (from_kind.type != ND_OBJECT) good = text_to_number(from_kind, from, to_kind.type, &value, error);
    else if (!nd_objects.as_number(*(void *const *)from, to_kind.type, &value)) good = nd_fail_told(error);
    if (good) nd_scalar_store(to, nd_scalar_cast(value, to_kind.type));
  }
  if (text.failed && good) good = core_fail_memory(error, text.length);
  text_free(&text);
  return good;
}

bool nd_convert(NdKind to_kind, char *to, int64_t to_stride, NdKind from_kind, const char *from, int64_t from_stride,
                int64_t n, Error *error) {
  if (nd_is_number(to_kind.type) && nd_is_number(from_kind.type)) {
    nd_cast_loop(from_kind.type, to_kind.type)(to, to_stride, from, from_stride, n);
    return true;
  }
  if (nd_is_swapped(to_kind.type) || nd_is_swapped(from_kind.type))
    return nd_swapped_convert(to_kind, to, to_stride, from_kind, from, from_stride, n, error);
  if (nd_complex_convert(to_kind.type, to, to_stride, from_kind.type, from, from_stride, n)) return true;
  if (to_kind.type == from_kind.type && to_kind.itemsize == from_kind.itemsize) {
    nd_move(to_kind.type, to_kind.itemsize, to, to_stride, from, from_stride, n);
    return true;
  }
  for (; n > 0; n--, to += to_stride, from += from_stride) {
    if (to_kind.type == from_kind.type) { /* texts of two sizes */
      int shared = to_kind.itemsize < from_kind.itemsize ? to_kind.itemsize : from_kind.itemsize;
      memmove(to, from, (size_t)shared);
      memset(to + shared, 0, (size_t)(to_kind.itemsize - shared));
    } else if (!convert_one(to_kind, to, from_kind, from, error)) {
      return false;
    }
  }
  return true;
}

int nd_text_size(NdKind from, NdType to) {
  from.type = nd_native(from.type);
  static const int letters[] = {[ND_BOOL] = 5,    [ND_INT8] = 4,   [ND_INT16] = 6,   [ND_INT32] = 11,
                                [ND_INT64] = 21,  [ND_UINT8] = 3,  [ND_UINT16] = 5,  [ND_UINT32] = 10,
                                [ND_UINT64] = 20, [ND_FLOAT16] = 32, [ND_FLOAT32] = 32, [ND_FLOAT64] = 32};
  int letter = nd_types[to].itemsize;
  if (nd_is_complex(from.type)) return 64 * letter;
  if (nd_is_time(from.type)) return 28 * letter;
  if (nd_is_number(from.type)) return letters[from.type] * letter;
  return nd_is_text(from.type) ? from.itemsize / nd_types[from.type].itemsize * letter : 0;
}

NdKind nd_promote_kinds(NdKind a, NdKind b) {
  NdKind kind = {.type = nd_promote(a.type, b.type)};
  kind.itemsize = nd_types[kind.type].itemsize;
  if (!nd_is_text(kind.type)) return kind;
  int size_a = nd_text_size(a, kind.type), size_b = nd_text_size(b, kind.type);
  if (size_a > kind.itemsize) kind.itemsize = size_a;
  if (size_b > kind.itemsize) kind.itemsize = size_b;
  return kind;
}

void nd_kind_name(NdKind kind, char out[32]) {
  if (kind.type == ND_STRING) snprintf(out, 32, "<U%d", kind.itemsize / 4);
  else if (kind.type == ND_BYTES) snprintf(out, 32, "|S%d", kind.itemsize);
  else snprintf(out, 32, "%s", nd_types[kind.type].name);
}

/* ---- Order ---- */

/* Below, equal, above: -1, 0, 1. */
static int compare_texts(NdKind a_kind, const char *a, NdKind b_kind, const char *b) {
  int64_t length_a = nd_text_length(a_kind, a), length_b = nd_text_length(b_kind, b);
  for (int64_t i = 0; i < length_a && i < length_b; i++) {
    uint32_t x, y;
    if (a_kind.type == ND_STRING) x = ((const uint32_t *)a)[i], y = ((const uint32_t *)b)[i];
    else x = (unsigned char)a[i], y = (unsigned char)b[i];
    if (x != y) return x < y ? -1 : 1;
  }
  return (length_a > length_b) - (length_a < length_b);
}

int nd_element_less(NdType type, int size_a, const char *a, int size_b, const char *b) {
  if (type == ND_OBJECT) return nd_objects.less(*(void *const *)a, *(void *const *)b);
  if (nd_is_text(type)) return compare_texts((NdKind){type, size_a}, a, (NdKind){type, size_b}, b) < 0;
  if (nd_is_record(type)) return nd_record_less(type, a, b);
  if (nd_is_time(type)) { /* what is no time goes last */
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return x != ND_NAT && (y == ND_NAT || x < y);
  }
  if (nd_is_swapped(type)) {
    _Alignas(16) char x[16], y[16];
    nd_swap_element(x, a, type);
    nd_swap_element(y, b, type);
    return nd_element_less(nd_native(type), size_a, x, size_b, y);
  }
  if (nd_is_complex(type)) return nd_complex_less(nd_complex_load(a, type), nd_complex_load(b, type));
  NdScalar x = nd_scalar_load(a, type), y = nd_scalar_load(b, type);
  switch (nd_types[type].kind) {
    case 'f': return x.as.f < y.as.f || (y.as.f != y.as.f && x.as.f == x.as.f);
    case 'i': return x.as.i < y.as.i;
    default: return x.as.u < y.as.u;
  }
}

int nd_element_equal(NdType type, int size_a, const char *a, int size_b, const char *b) {
  if (type == ND_OBJECT) return nd_objects.equal(*(void *const *)a, *(void *const *)b);
  if (nd_is_text(type)) return compare_texts((NdKind){type, size_a}, a, (NdKind){type, size_b}, b) == 0;
  if (nd_is_record(type)) return nd_record_equal(type, a, b);
  if (nd_is_time(type)) return *(const int64_t *)a == *(const int64_t *)b;
  if (nd_is_swapped(type)) {
    _Alignas(16) char x[16], y[16];
    nd_swap_element(x, a, type);
    nd_swap_element(y, b, type);
    return nd_element_equal(nd_native(type), size_a, x, size_b, y);
  }
  if (nd_is_complex(type)) {
    NdComplex128 z = nd_complex_load(a, type), w = nd_complex_load(b, type);
    return !nd_complex_less(z, w) && !nd_complex_less(w, z);
  }
  NdScalar x = nd_scalar_load(a, type), y = nd_scalar_load(b, type);
  if (nd_types[type].kind != 'f') return x.as.u == y.as.u;
  return x.as.f == y.as.f || (x.as.f != x.as.f && y.as.f != y.as.f);
}
