/* The loops of two inputs for any processor, and what all levels share. */
#include "engine/array/ufunc_loops.h"

_Thread_local bool nd_power_was_negative, nd_divisor_was_zero;

#define ND_TABLE(name) nd_loops_##name
#include "engine/array/ufunc_loops.inc"

#define MIXED(name, op)                                                                                     \
  static void name##_signed(char *out, int64_t so, const char *a, int64_t sa, const char *b, int64_t sb,   \
                            int64_t n) {                                                                    \
    for (; n > 0; n--, out += so, a += sa, b += sb) {                                                       \
      int64_t x = *(const int64_t *)a;                                                                      \
      *(uint8_t *)out = x < 0 ? -1 op 0 : (uint64_t)x op *(const uint64_t *)b;                              \
    }                                                                                                       \
  }                                                                                                         \
  static void name##_unsigned(char *out, int64_t so, const char *a, int64_t sa, const char *b, int64_t sb, \
                              int64_t n) {                                                                  \
    for (; n > 0; n--, out += so, a += sa, b += sb) {                                                       \
      int64_t y = *(const int64_t *)b;                                                                      \
      *(uint8_t *)out = y < 0 ? 0 op -1 : *(const uint64_t *)a op (uint64_t)y;                              \
    }                                                                                                       \
  }
MIXED(mixed_equal, ==)
MIXED(mixed_not_equal, !=)
MIXED(mixed_less, <)
MIXED(mixed_less_equal, <=)
MIXED(mixed_greater, >)
MIXED(mixed_greater_equal, >=)
NdLoop *const nd_loops_mixed_compare[6][2] = {
    {mixed_equal_signed, mixed_equal_unsigned},           {mixed_not_equal_signed, mixed_not_equal_unsigned},
    {mixed_less_signed, mixed_less_unsigned},             {mixed_less_equal_signed, mixed_less_equal_unsigned},
    {mixed_greater_signed, mixed_greater_unsigned},       {mixed_greater_equal_signed, mixed_greater_equal_unsigned},
};
