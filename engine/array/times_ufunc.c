/* Arithmetic, comparisons and reductions of dates and spans. Operands are brought to one unit; NaT passes through. */
#include <math.h>
#include <string.h>

#include "engine/array/cast.h"
#include "engine/array/iterator.h"
#include "engine/array/shape.h"
#include "engine/array/times.h"
#include "engine/array/types.h"
#include "engine/core/memory.h"

typedef enum Operation {
  ADD, SUBTRACT, MULTIPLY, DIVIDE, FLOOR_DIVIDE, REMAINDER, EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL,
  MAXIMUM, MINIMUM, FMAX, FMIN, NEGATIVE, POSITIVE, ABSOLUTE, SIGN, ISNAT, ISFINITE, ISINF, ISNAN, OPERATION_COUNT
} Operation;
static const char *const names[OPERATION_COUNT] = {
    "add",  "subtract", "multiply",     "divide",  "floor_divide",  "remainder", "equal",    "not_equal",
    "less", "less_equal", "greater",    "greater_equal", "maximum", "minimum",   "fmax",     "fmin",
    "negative", "positive", "absolute", "sign",    "isnat",         "isfinite",  "isinf",    "isnan"};

static int find_operation(const NdUfunc *ufunc) {
  size_t length = strcspn(ufunc->name, "|");
  for (int i = 0; i < OPERATION_COUNT; i++)
    if (strlen(names[i]) == length && memcmp(names[i], ufunc->name, length) == 0) return i;
  return -1;
}

static NdArray *fail_loop(const NdUfunc *ufunc, const NdArray *a, const NdArray *b, Error *error) {
  int length = (int)strcspn(ufunc->name, "|");
  char of_a[32], of_b[32] = "";
  nd_time_dtype(nd_kind(a), of_a);
  if (b != NULL) nd_time_dtype(nd_kind(b), of_b);
  bool by_dtype = strncmp(ufunc->name, "add", 3) == 0 || strncmp(ufunc->name, "subtract", 8) == 0 ||
                  strncmp(ufunc->name, "multiply", 8) == 0 || strncmp(ufunc->name, "divide", 6) == 0 ||
                  strncmp(ufunc->name, "floor_divide", 12) == 0 || strncmp(ufunc->name, "remainder", 9) == 0;
  if (b != NULL && by_dtype)
    core_fail(error, ERROR_TYPE, "ufunc '%.*s' cannot use operands with types dtype('%s') and dtype('%s')", length,
              ufunc->name, of_a, of_b);
  else
    core_fail(error, ERROR_TYPE,
              "ufunc '%.*s' not supported for the input types, and the inputs could not be safely coerced to any "
              "supported types according to the casting rule ''safe''", length, ufunc->name);
  return NULL;
}

static NdArray *fail_units(NdUnit a, NdUnit b, Error *error) {
  core_fail(error, ERROR_TYPE,
            "Cannot get a common metadata divisor for Numpy datetime metadata [%s] and [%s] because they have "
            "incompatible nonlinear base time units.", nd_unit_name(a), nd_unit_name(b));
  return NULL;
}

/* What the loop reads: counts of one unit, or factors as doubles or whole numbers. */
typedef struct Plan {
  NdType in[2], result;
} Plan;

static bool whole(NdType type) { return nd_is_number(type) && nd_types[type].kind != 'f'; }

static bool make_plan(const NdUfunc *ufunc, int operation, const NdArray *a, const NdArray *b, Plan *plan,
                      Error *error) {
  bool time_a = nd_is_time(a->type), time_b = b && nd_is_time(b->type);
  bool span_a = nd_is_span(a->type), span_b = b && nd_is_span(b->type);
  plan->in[0] = plan->in[1] = plan->result = a->type;
  if (operation < 0) return fail_loop(ufunc, a, b, error) != NULL;
  if (operation >= NEGATIVE) {
    if (operation < ISNAT && !span_a && operation != POSITIVE) return fail_loop(ufunc, a, b, error) != NULL;
    if (operation == POSITIVE && !span_a) return fail_loop(ufunc, a, b, error) != NULL;
    if (operation >= ISNAT) plan->result = ND_BOOL;
    return true;
  }
  if (operation == MULTIPLY || ((operation == DIVIDE || operation == FLOOR_DIVIDE) && !time_b)) {
    /* A span by a number. */
    bool swapped = !time_a, good = operation == MULTIPLY ? (span_a && !time_b) || (span_b && !time_a) : span_a;
    const NdArray *number = swapped ? a : b;
    if (!good || !nd_is_number(number->type)) return fail_loop(ufunc, a, b, error) != NULL;
    plan->result = swapped ? b->type : a->type;
    plan->in[swapped ? 0 : 1] = whole(number->type) ? ND_INT64 : ND_FLOAT64;
    plan->in[swapped ? 1 : 0] = plan->result;
    return true;
  }
  /* A number is no multiple of a span, and leaves no rest of one. */
  if (operation >= DIVIDE && operation <= REMAINDER && !(time_a && time_b))
    return fail_loop(ufunc, a, b, error) != NULL;
  /* Everything else wants two times; whole numbers count as spans of the other one's unit. */
  NdType left = a->type, right = b->type;
  if (!time_a && whole(left)) left = nd_span_type(nd_time_unit(right));
  if (!time_b && whole(right)) right = nd_span_type(nd_time_unit(left));
  if (!nd_is_time(left) || !nd_is_time(right)) return fail_loop(ufunc, a, b, error) != NULL;
  bool spans = nd_is_span(left) && nd_is_span(right), dates = !nd_is_span(left) && !nd_is_span(right);
  bool mixed = !spans && !dates;
  if ((operation == ADD && dates) || (operation == SUBTRACT && mixed && nd_is_span(left)) ||
      (mixed && operation != ADD && operation != SUBTRACT) || (dates && operation > SUBTRACT && operation < EQUAL))
    return fail_loop(ufunc, a, b, error) != NULL;
  NdUnit unit_a = nd_time_unit(left), unit_b = nd_time_unit(right);
  /* A date with a span of months: the calendar goes before the days. */
  int unit = nd_common_unit(unit_a, unit_b, spans);
  if (mixed && unit_a != ND_NO_UNIT && unit_b != ND_NO_UNIT) {
    NdUnit span_unit = nd_is_span(left) ? unit_a : unit_b, date_unit = nd_is_span(left) ? unit_b : unit_a;
    if (span_unit <= ND_MONTHS && date_unit > ND_MONTHS) return fail_units(date_unit, span_unit, error) != NULL;
  }
  if (unit < 0) return fail_units(unit_a, unit_b, error) != NULL;
  NdType date = nd_date_type((NdUnit)unit), span = nd_span_type((NdUnit)unit);
  plan->in[0] = nd_is_span(left) ? span : date;
  plan->in[1] = nd_is_span(right) ? span : date;
  if (operation >= EQUAL && operation <= GREATER_EQUAL) plan->result = ND_BOOL;
  else if (operation == SUBTRACT && dates) plan->result = span;
  else if (operation == ADD || operation == SUBTRACT) plan->result = mixed ? date : span;
  else if (operation == DIVIDE) plan->result = ND_FLOAT64;
  else if (operation == FLOOR_DIVIDE) plan->result = ND_INT64;
  else plan->result = plan->in[0];
  return true;
}

static int64_t floor_quotient(int64_t a, int64_t b) { return a / b - (a % b != 0 && (a < 0) != (b < 0)); }

/* One result; a and b point to int64 counts, or a factor to an int64 or a double. */
static void apply(int operation, const Plan *plan, char *out, const char *pa, const char *pb) {
  bool divides = operation == DIVIDE || operation == FLOOR_DIVIDE;
  bool scaled = operation == MULTIPLY || (divides && nd_is_number(plan->in[1]));
  if (scaled) {
    bool swapped = nd_is_number(plan->in[0]);
    int64_t count = *(const int64_t *)(swapped ? pb : pa), made = ND_NAT;
    const char *factor = swapped ? pa : pb;
    bool real = plan->in[swapped ? 0 : 1] == ND_FLOAT64;
    if (count != ND_NAT && real) {
      double by = *(const double *)factor, value = operation == MULTIPLY ? (double)count * by : (double)count / by;
      if (operation == FLOOR_DIVIDE) value = floor(value);
      made = isfinite(value) ? nd_float_to_int64(value) : ND_NAT;
    } else if (count != ND_NAT) {
      int64_t by = *(const int64_t *)factor;
      if (operation == MULTIPLY) made = (int64_t)((uint64_t)count * (uint64_t)by);
      else if (by != 0) made = operation == DIVIDE ? count / by : floor_quotient(count, by);
    }
    *(int64_t *)out = made;
    return;
  }
  int64_t a = *(const int64_t *)pa, b = *(const int64_t *)pb;
  bool lost = a == ND_NAT || b == ND_NAT;
  switch (operation) {
    case ADD: *(int64_t *)out = lost ? ND_NAT : (int64_t)((uint64_t)a + (uint64_t)b); break;
    case SUBTRACT: *(int64_t *)out = lost ? ND_NAT : (int64_t)((uint64_t)a - (uint64_t)b); break;
    case DIVIDE: *(double *)out = lost ? (double)NAN : (double)a / (double)b; break;
    case FLOOR_DIVIDE: *(int64_t *)out = lost || b == 0 ? 0 : floor_quotient(a, b); break;
    case REMAINDER: *(int64_t *)out = lost || b == 0 ? ND_NAT : a - floor_quotient(a, b) * b; break;
    case EQUAL: *(uint8_t *)out = !lost && a == b; break;
    case NOT_EQUAL: *(uint8_t *)out = lost || a != b; break;
    case LESS: *(uint8_t *)out = !lost && a < b; break;
    case LESS_EQUAL: *(uint8_t *)out = !lost && a <= b; break;
    case GREATER: *(uint8_t *)out = !lost && a > b; break;
    case GREATER_EQUAL: *(uint8_t *)out = !lost && a >= b; break;
    case MAXIMUM: *(int64_t *)out = lost ? ND_NAT : a > b ? a : b; break;
    case MINIMUM: *(int64_t *)out = lost ? ND_NAT : a < b ? a : b; break;
    case FMAX: *(int64_t *)out = a == ND_NAT ? b : b == ND_NAT || a > b ? a : b; break;
    case FMIN: *(int64_t *)out = a == ND_NAT ? b : b == ND_NAT || a < b ? a : b; break;
    case NEGATIVE: *(int64_t *)out = a == ND_NAT ? a : -a; break;
    case ABSOLUTE: *(int64_t *)out = a == ND_NAT || a >= 0 ? a : -a; break;
    case SIGN: *(int64_t *)out = a == ND_NAT ? a : (a > 0) - (a < 0); break;
    case ISNAT:
    case ISNAN: *(uint8_t *)out = a == ND_NAT; break;
    case ISFINITE: *(uint8_t *)out = a != ND_NAT; break;
    case ISINF: *(uint8_t *)out = 0; break;
    default: *(int64_t *)out = a; break;
  }
}

NdArray *nd_ufunc_times(const NdUfunc *ufunc, NdArray *a, NdArray *b, NdArray *out, Error *error) {
  int operation = find_operation(ufunc);
  Plan plan;
  if (!make_plan(ufunc, operation, a, b, &plan, error)) return NULL;
  int ndim = a->ndim;
  int64_t shape[ND_MAX_DIMS];
  memcpy(shape, a->shape, (size_t)ndim * sizeof *shape);
  if (b != NULL && !nd_broadcast_operands(a, b, out, &ndim, shape, error)) return NULL;
  NdArray *left = a->type == plan.in[0] ? nd_retain(a) : nd_astype(a, plan.in[0], error), *right = NULL, *result = NULL;
  if (left != NULL && b != NULL) right = b->type == plan.in[1] ? nd_retain(b) : nd_astype(b, plan.in[1], error);
  if (left != NULL && (right != NULL || b == NULL)) result = nd_new(plan.result, ndim, shape, error);
  bool done = result != NULL;
  if (done && result->size > 0) {
    const NdArray *second = right ? right : left;
    int64_t strides[3][ND_MAX_DIMS];
    nd_broadcast_strides(result, ndim, shape, strides[0]);
    nd_broadcast_strides(left, ndim, shape, strides[1]);
    nd_broadcast_strides(second, ndim, shape, strides[2]);
    NdIterator it;
    nd_iterator_init(&it, 3, 3, ndim, shape, (char *[]){result->data, left->data, second->data},
                     (const int64_t *[]){strides[0], strides[1], strides[2]}, 0);
    do {
      char *to = it.data[0];
      const char *x = it.data[1], *y = it.data[2];
      for (int64_t i = 0; i < it.shape[0]; i++, to += it.strides[0][0], x += it.strides[0][1], y += it.strides[0][2])
        apply(operation, &plan, to, x, y);
      done = nd_iterator_poll(&it.worked, it.shape[0], error);
    } while (done && nd_iterator_next(&it));
  }
  nd_release(left);
  nd_release(right);
  if (done && out != NULL) {
    done = nd_check_out(out, ndim, shape, error) && nd_assign(out, result, error);
    nd_release(result);
    return done ? nd_retain(out) : NULL;
  }
  if (done) return result;
  nd_release(result);
  return NULL;
}

NdArray *nd_reduce_times(NdReduction reduction, NdArray *array, const bool *reduced, const int64_t *long_shape,
                         const NdReduceOptions *options, Error *error) {
  bool span = nd_is_span(array->type);
  int64_t count = 1;
  if (reduction == ND_PTP) {
    NdArray *high = nd_reduce_times(ND_MAX, array, reduced, long_shape, options, error);
    NdArray *low = high ? nd_reduce_times(ND_MIN, array, reduced, long_shape, options, error) : NULL;
    NdArray *spread = low ? nd_apply("subtract", high, low, NULL, error) : NULL;
    nd_release(high);
    nd_release(low);
    return spread;
  }
  for (int axis = 0; axis < array->ndim; axis++) count *= reduced[axis] ? array->shape[axis] : 1;
  if (reduction == ND_ANY || reduction == ND_ALL || reduction == ND_COUNT_NONZERO) {
    NdReduceOptions kept = *options;
    kept.keepdims = true;
    NdArray *counts = nd_astype(array, ND_INT64, error);
    NdArray *answer = counts ? nd_reduce(reduction, counts, &kept, error) : NULL;
    nd_release(counts);
    return answer;
  }
  bool extreme = reduction == ND_MAX || reduction == ND_MIN;
  if (!extreme && !(span && (reduction == ND_SUM || reduction == ND_MEAN))) {
    char own[32];
    nd_time_dtype(nd_kind(array), own);
    core_fail(error, ERROR_TYPE, "ufunc '%s' cannot use operands with types dtype('%s') and dtype('%s')",
              reduction == ND_PROD ? "multiply" : "add", own, own);
    return NULL;
  }
  NdArray *flat = nd_contiguous(array, error);
  NdArray *result = flat ? nd_zeros(array->type, array->ndim, long_shape, error) : NULL;
  uint8_t *begun = result ? core_alloc_zero((size_t)result->size + 1, 1) : NULL;
  if (begun == NULL || (extreme && count == 0 && result->size > 0)) {
    if (result != NULL && begun == NULL) core_fail_memory(error, (unsigned long long)result->size);
    else if (result != NULL)
      core_fail(error, ERROR_VALUE, "zero-size array to reduction operation %s which has no identity",
                reduction == ND_MAX ? "maximum" : "minimum");
    core_free(begun);
    nd_release(flat);
    nd_release(result);
    return NULL;
  }
  int64_t index[ND_MAX_DIMS] = {0};
  const int64_t *from = (const int64_t *)flat->data;
  for (int64_t i = 0; i < flat->size; i++) {
    int64_t place = 0;
    for (int axis = 0; axis < array->ndim; axis++)
      if (!reduced[axis]) place += index[axis] * result->strides[axis] / (int64_t)sizeof(int64_t);
    int64_t *to = (int64_t *)result->data + place, now = from[i];
    if (!extreme) *to = *to == ND_NAT || now == ND_NAT ? ND_NAT : (int64_t)((uint64_t)*to + (uint64_t)now);
    else if (!begun[place]) *to = now;
    else if (*to != ND_NAT && (now == ND_NAT || (reduction == ND_MAX ? now > *to : now < *to))) *to = now;
    begun[place] = 1;
    for (int axis = array->ndim - 1; axis >= 0 && ++index[axis] == array->shape[axis]; axis--) index[axis] = 0;
  }
  for (int64_t i = 0; reduction == ND_MEAN && i < result->size; i++) {
    int64_t *to = (int64_t *)result->data + i;
    if (*to != ND_NAT) *to = count > 0 ? *to / count : ND_NAT;
  }
  core_free(begun);
  nd_release(flat);
  return result;
}
