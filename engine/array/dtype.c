/* The dtype table, names of dtypes, promotion, and scalars. */
#include <string.h>

#include "engine/array/array.h"
#include "engine/array/cast.h"
#include "engine/array/half.h"
#include "engine/array/swapped.h"
#include "engine/array/times.h"

NdTypeInfo nd_types[ND_TYPE_LIMIT] = {
#define ND_TYPE_INFO(tag, name, ctype, kind) [tag] = {name, kind, sizeof(ctype)},
    ND_TYPE_ROWS(ND_TYPE_INFO)
#undef ND_TYPE_INFO
#define ND_TIME_INFO(index, unit)                                                  \
  [ND_RECORD_LIMIT + 2 * (index)] = {"datetime64[" unit "]", 'M', sizeof(int64_t)}, \
  [ND_RECORD_LIMIT + 2 * (index) + 1] = {"timedelta64[" unit "]", 'm', sizeof(int64_t)},
    ND_TIME_INFO(0, "Y") ND_TIME_INFO(1, "M") ND_TIME_INFO(2, "W") ND_TIME_INFO(3, "D") ND_TIME_INFO(4, "h")
    ND_TIME_INFO(5, "m") ND_TIME_INFO(6, "s") ND_TIME_INFO(7, "ms") ND_TIME_INFO(8, "us") ND_TIME_INFO(9, "ns")
    ND_TIME_INFO(10, "ps") ND_TIME_INFO(11, "fs") ND_TIME_INFO(12, "as")
#undef ND_TIME_INFO
    [ND_SWAPPED_FIRST - 2] = {"datetime64", 'M', sizeof(int64_t)},
    [ND_SWAPPED_FIRST - 1] = {"timedelta64", 'm', sizeof(int64_t)},
#define ND_SWAPPED_INFO(tag, name, kind, ctype) [ND_SWAPPED_FIRST + (tag)] = {name, kind, sizeof(ctype)},
    ND_SWAPPED_INFO(ND_INT16, ">i2", 'i', int16_t) ND_SWAPPED_INFO(ND_INT32, ">i4", 'i', int32_t)
    ND_SWAPPED_INFO(ND_INT64, ">i8", 'i', int64_t) ND_SWAPPED_INFO(ND_UINT16, ">u2", 'u', uint16_t)
    ND_SWAPPED_INFO(ND_UINT32, ">u4", 'u', uint32_t) ND_SWAPPED_INFO(ND_UINT64, ">u8", 'u', uint64_t)
    ND_SWAPPED_INFO(ND_FLOAT16, ">f2", 'f', uint16_t) ND_SWAPPED_INFO(ND_FLOAT32, ">f4", 'f', float)
    ND_SWAPPED_INFO(ND_FLOAT64, ">f8", 'f', double) ND_SWAPPED_INFO(ND_COMPLEX64, ">c8", 'c', NdComplex64)
    ND_SWAPPED_INFO(ND_COMPLEX128, ">c16", 'c', NdComplex128)
#undef ND_SWAPPED_INFO
};

/* numpy's other spellings: C names, one-letter codes, kind with size in bytes. */
static const struct {
  const char *names; /* separated by spaces */
  NdType type;
} type_aliases[] = {
    {"bool_ ? b1", ND_BOOL},
    {"b i1 byte", ND_INT8},
    {"h i2 short", ND_INT16},
    {"i i4 intc", ND_INT32},
    {"int l q i8 p n int_ intp long longlong", ND_INT64},
    {"B u1 ubyte", ND_UINT8},
    {"H u2 ushort", ND_UINT16},
    {"I u4 uintc", ND_UINT32},
    {"uint L Q u8 P N uintp ulong ulonglong", ND_UINT64},
    {"e f2 half", ND_FLOAT16},
    {"f f4 single", ND_FLOAT32},
    {"float d f8 double float_ g longdouble", ND_FLOAT64},
    {"F c8 csingle", ND_COMPLEX64},
    {"complex D c16 cdouble complex_ G clongdouble", ND_COMPLEX128},
    {"U unicode str_", ND_STRING},
    {"S a bytes_", ND_BYTES},
    {"O object_", ND_OBJECT},
};

/* Whether `name` is one of the words of `names`. */
static bool word_among(const char *name, const char *names) {
  size_t length = strlen(name);
  for (const char *word = names; *word != '\0';) {
    size_t span = strcspn(word, " ");
    if (span == length && memcmp(word, name, length) == 0) return true;
    word += span;
    word += *word == ' ';
  }
  return false;
}

int nd_type_named(const char *name) {
  if (name == NULL) return -1;
  /* Byte order marks of this machine's order change nothing. */
  if (*name == '>') {
    const int native = strchr("<=|>", name[1]) ? -1 : nd_type_named(name + 1);
    if (native < 0) return -1;
    const NdType type = nd_swapped((NdType)native);
    /* Texts and times have no other order here. */
    const bool ordered = !nd_is_time(type) && type != ND_STRING;
    return type != (NdType)native || ordered ? (int)type : -1;
  }
  if (*name == '<' || *name == '=' || *name == '|') name++;
  if (*name == '\0') return -1;
  for (int type = 0; type < ND_TYPE_COUNT; type++)
    if (strcmp(name, nd_types[type].name) == 0) return type;
  int time = nd_time_named(name);
  if (time >= 0) return time;
  for (size_t i = 0; i < sizeof type_aliases / sizeof *type_aliases; i++)
    if (word_among(name, type_aliases[i].names)) return (int)type_aliases[i].type;
  return -1;
}

/* The smallest float type that holds every integer of a size "safely", as numpy counts it. */
static NdType float_for_integer(NdType type) {
  int size = nd_types[type].itemsize;
  return size == 1 ? ND_FLOAT16 : size == 2 ? ND_FLOAT32 : ND_FLOAT64;
}

NdType nd_promote(NdType a, NdType b) {
  if (nd_is_swapped(a) || nd_is_swapped(b)) return nd_promote(nd_native(a), nd_native(b));
  if (a == b) return a;
  if (nd_is_time(a) || nd_is_time(b)) return nd_time_promote(a, b);
  if (nd_is_record(a) || nd_is_record(b)) return nd_is_record(a) && nd_is_record(b) ? a : ND_OBJECT;
  if (a == ND_OBJECT || b == ND_OBJECT) return ND_OBJECT;
  if (a == ND_STRING || b == ND_STRING) return ND_STRING;
  if (a == ND_BYTES || b == ND_BYTES) return ND_BYTES;
  if (a == ND_BOOL) return b;
  if (b == ND_BOOL) return a;
  if (nd_is_complex(a) || nd_is_complex(b)) {
    NdType part = nd_promote(nd_is_complex(a) ? nd_part_type(a) : a, nd_is_complex(b) ? nd_part_type(b) : b);
    return part == ND_FLOAT64 ? ND_COMPLEX128 : ND_COMPLEX64;
  }
  char kind_a = nd_types[a].kind, kind_b = nd_types[b].kind;
  if (kind_a == kind_b) return a > b ? a : b;
  if (kind_a == 'f' || kind_b == 'f') {
    NdType real = kind_a == 'f' ? a : b, needed = float_for_integer(kind_a == 'f' ? b : a);
    return real > needed ? real : needed;
  }
  /* Signed with unsigned: a signed type that is wider than the unsigned one; there is none for uint64. */
  NdType sign = kind_a == 'i' ? a : b, plain = kind_a == 'i' ? b : a;
  if (plain == ND_UINT64) return ND_FLOAT64;
  NdType needed = plain == ND_UINT8 ? ND_INT16 : plain == ND_UINT16 ? ND_INT32 : ND_INT64;
  return sign > needed ? sign : needed;
}

double nd_scalar_as_double(NdScalar scalar) {
  switch (nd_types[scalar.type].kind) {
    case 'f': return scalar.as.f;
    case 'i': return (double)scalar.as.i;
    default: return (double)scalar.as.u;
  }
}

int64_t nd_scalar_as_int(NdScalar scalar) {
  switch (nd_types[scalar.type].kind) {
    case 'f': return nd_float_to_int64(scalar.as.f);
    case 'i': return scalar.as.i;
    default: return (int64_t)scalar.as.u;
  }
}

NdScalar nd_scalar_cast(NdScalar scalar, NdType type) {
  /* Through memory and the cast loops, so that one element converts exactly as an array does. */
  union {
    uint64_t words[2];
    char bytes[16];
  } from = {{0}}, to;
  nd_scalar_store(from.bytes, scalar);
  nd_cast_loop(scalar.type, type)(to.bytes, nd_types[type].itemsize, from.bytes, nd_types[scalar.type].itemsize, 1);
  return nd_scalar_load(to.bytes, type);
}

NdScalar nd_scalar_load(const char *data, NdType type) {
  NdScalar scalar = {.type = type};
  switch (type) {
#define LOAD_CASE(tag, ctype, field, expression) \
  case tag: {                                    \
    ctype x;                                     \
    memcpy(&x, data, sizeof x);                  \
    scalar.as.field = expression;                \
    break;                                       \
  }
    LOAD_CASE(ND_BOOL, uint8_t, u, x != 0)
    LOAD_CASE(ND_INT8, int8_t, i, x)
    LOAD_CASE(ND_INT16, int16_t, i, x)
    LOAD_CASE(ND_INT32, int32_t, i, x)
    LOAD_CASE(ND_INT64, int64_t, i, x)
    LOAD_CASE(ND_UINT8, uint8_t, u, x)
    LOAD_CASE(ND_UINT16, uint16_t, u, x)
    LOAD_CASE(ND_UINT32, uint32_t, u, x)
    LOAD_CASE(ND_UINT64, uint64_t, u, x)
    LOAD_CASE(ND_FLOAT16, uint16_t, f, nd_half_to_float(x))
    LOAD_CASE(ND_FLOAT32, float, f, x)
    LOAD_CASE(ND_FLOAT64, double, f, x)
#undef LOAD_CASE
    default:
      if (nd_is_swapped(type)) {
        _Alignas(16) char native[16];
        nd_swap_element(native, data, type);
        return nd_scalar_load(native, nd_native(type));
      }
      break;
  }
  return scalar;
}

void nd_scalar_store(char *data, NdScalar scalar) {
  switch (scalar.type) {
#define STORE_CASE(tag, ctype, expression) \
  case tag: {                              \
    ctype x = (ctype)(expression);         \
    memcpy(data, &x, sizeof x);            \
    break;                                 \
  }
    STORE_CASE(ND_BOOL, uint8_t, scalar.as.u != 0)
    STORE_CASE(ND_INT8, int8_t, scalar.as.i)
    STORE_CASE(ND_INT16, int16_t, scalar.as.i)
    STORE_CASE(ND_INT32, int32_t, scalar.as.i)
    STORE_CASE(ND_INT64, int64_t, scalar.as.i)
    STORE_CASE(ND_UINT8, uint8_t, scalar.as.u)
    STORE_CASE(ND_UINT16, uint16_t, scalar.as.u)
    STORE_CASE(ND_UINT32, uint32_t, scalar.as.u)
    STORE_CASE(ND_UINT64, uint64_t, scalar.as.u)
    STORE_CASE(ND_FLOAT16, uint16_t, nd_double_to_half(scalar.as.f))
    STORE_CASE(ND_FLOAT32, float, scalar.as.f)
    STORE_CASE(ND_FLOAT64, double, scalar.as.f)
#undef STORE_CASE
    default: break;
  }
}

NdScalar nd_scalar_at(const char *data, NdType type) { return nd_scalar_load(data, type); }
void nd_scalar_put(char *data, NdScalar scalar) { nd_scalar_store(data, scalar); }
