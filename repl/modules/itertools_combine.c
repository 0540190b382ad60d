/* itertools: product, permutations, combinations, groupby, tee. */
#include "engine/core/memory.h"
#include "repl/modules/itertools.h"

static bool make_indices(Iteration *it, int64_t count) {
  it->indices = core_alloc_zero((size_t)count + 1, sizeof *it->indices);
  if (it->indices) return true;
  py_raise(&py_MemoryError, "Unable to allocate %lld indices", (long long)count);
  return false;
}

/* The items of a pool that the first `count` indices name, as a tuple. */
static Value chosen(const Iteration *it, int64_t count) {
  Value tuple = py_tuple(count);
  for (int64_t i = 0; !py_is_error(tuple) && i < count; i++)
    py_as_tuple(tuple)->items[i] = py_keep(py_as_tuple(it->held[0])->items[it->indices[i]]);
  return tuple;
}

static Value ended(Iteration *it) {
  it->step = -1;
  return PY_UNDEFINED;
}

/* ---- product ---- */

/* held[0]: tuple of pools; stop: their number; step -1: there is nothing more. */
static Value construct_product(Type *type, Value *arguments) {
  int64_t repeat, given = py_as_tuple(arguments[0])->count, count;
  if (!py_as_int(arguments[1], &repeat)) return PY_ERROR;
  if (repeat < 0) return py_raise(&py_ValueError, "repeat argument cannot be negative");
  if (__builtin_mul_overflow(repeat, given, &count) || count > 1 << 24)
    return py_raise(&py_OverflowError, "repeat argument too large");
  Value pools = py_tuple(count);
  bool empty = false;
  for (int64_t i = 0; !py_is_error(pools) && i < count; i++) {
    Value pool = i < given ? py_to_tuple(py_as_tuple(arguments[0])->items[i])
                           : py_keep(py_as_tuple(pools)->items[i - given]);
    if (py_is_error(pool)) {
      py_drop(pools);
      return PY_ERROR;
    }
    py_as_tuple(pools)->items[i] = pool;
    empty = empty || py_as_tuple(pool)->count == 0;
  }
  Value made = iteration_new(type, pools, PY_NONE);
  if (py_is_error(made)) return made;
  Iteration *it = iteration_of(made);
  it->stop = count;
  it->step = empty ? -1 : 0;
  if (make_indices(it, count)) return made;
  py_drop(made);
  return PY_ERROR;
}
static Value next_product(Value self) {
  Iteration *it = iteration_of(self);
  if (it->step < 0) return PY_UNDEFINED;
  const Tuple *pools = py_as_tuple(it->held[0]);
  if (it->started) {
    int64_t i = it->stop - 1;
    for (; i >= 0 && ++it->indices[i] == py_as_tuple(pools->items[i])->count; i--) it->indices[i] = 0;
    if (i < 0) return ended(it);
  }
  it->started = true;
  Value tuple = py_tuple(it->stop);
  for (int64_t i = 0; !py_is_error(tuple) && i < it->stop; i++)
    py_as_tuple(tuple)->items[i] = py_keep(py_as_tuple(pools->items[i])->items[it->indices[i]]);
  return tuple;
}
Type itertools_product_type =
    ITERATION_TYPE(product, "Tuples of one item of each, all of them.",
                   ITERATION_MAKE("*iterables, repeat=1", construct_product), .next = next_product,
                   .methods = itertools_product_methods);

/* ---- permutations, combinations ---- */

/* held[0]: the pool; at: its size; stop: how many are chosen, the same one `again` or not; step -1: there is nothing
 * more. */
static Value choose(Type *type, Value iterable, Value count, bool again) {
  Value made = iteration_new(type, py_to_tuple(iterable), PY_NONE);
  if (py_is_error(made)) return made;
  Iteration *it = iteration_of(made);
  it->at = it->stop = py_as_tuple(it->held[0])->count;
  if (!py_is_none(count) && !py_as_int(count, &it->stop)) goto fail;
  if (it->stop < 0) {
    py_raise(&py_ValueError, "r must be non-negative");
    goto fail;
  }
  if (again ? it->at == 0 && it->stop > 0 : it->stop > it->at) {
    it->step = -1;
    return made;
  }
  /* The indices, and for permutations behind them the cycles of Python's documentation: how many choices are left at
   * each place. */
  if (it->stop < INT64_MAX / 32 && make_indices(it, again ? it->stop : it->at + it->stop)) return made;
  if (!py_pending()) py_raise(&py_MemoryError, "Unable to allocate %lld indices", (long long)it->stop);
fail:
  py_drop(made);
  return PY_ERROR;
}

static Value construct_permutations(Type *type, Value *arguments) {
  if (!py_is_none(arguments[1]) && !py_is_integer(arguments[1])) return py_raise(&py_TypeError, "Expected int as r");
  Value made = choose(type, arguments[0], arguments[1], false);
  if (py_is_error(made)) return made;
  Iteration *it = iteration_of(made);
  for (int64_t i = 0; it->step == 0 && i < it->at; i++) it->indices[i] = i;
  for (int64_t i = 0; it->step == 0 && i < it->stop; i++) it->indices[it->at + i] = it->at - i;
  return made;
}
static Value next_permutations(Value self) {
  Iteration *it = iteration_of(self);
  if (it->step < 0) return PY_UNDEFINED;
  if (!it->started) {
    it->started = true;
    return chosen(it, it->stop);
  }
  int64_t *indices = it->indices, *cycles = it->indices + it->at;
  for (int64_t i = it->stop - 1; i >= 0; i--) {
    if (--cycles[i] > 0) {
      int64_t j = it->at - cycles[i], swapped = indices[i];
      indices[i] = indices[j];
      indices[j] = swapped;
      return chosen(it, it->stop);
    }
    int64_t first = indices[i];
    for (int64_t j = i; j + 1 < it->at; j++) indices[j] = indices[j + 1];
    indices[it->at - 1] = first;
    cycles[i] = it->at - i;
  }
  return ended(it);
}
bool itertools_permutes(const Type *type) { return py_is_subtype(type, &itertools_permutations_type); }
Type itertools_permutations_type = ITERATION_TYPE(permutations, "All orders of r items.",
                                                  ITERATION_MAKE("iterable, r=None", construct_permutations),
                                                  .next = next_permutations, .methods = itertools_choice_methods);

static Value construct_combinations(Type *type, Value *arguments) {
  Value made = choose(type, arguments[0], arguments[1], false);
  if (py_is_error(made)) return made;
  Iteration *it = iteration_of(made);
  for (int64_t i = 0; it->step == 0 && i < it->stop; i++) it->indices[i] = i;
  return made;
}
static Value next_combinations(Value self) {
  Iteration *it = iteration_of(self);
  if (it->step < 0) return PY_UNDEFINED;
  if (it->started) {
    int64_t i = it->stop - 1;
    while (i >= 0 && it->indices[i] == i + it->at - it->stop) i--;
    if (i < 0) return ended(it);
    it->indices[i]++;
    for (int64_t j = i + 1; j < it->stop; j++) it->indices[j] = it->indices[j - 1] + 1;
  }
  it->started = true;
  return chosen(it, it->stop);
}
Type itertools_combinations_type = ITERATION_TYPE(combinations, "All choices of r items, in order.",
                                                  ITERATION_MAKE("iterable, r", construct_combinations),
                                                  .next = next_combinations, .methods = itertools_choice_methods);

static Value construct_replacement(Type *type, Value *arguments) {
  return choose(type, arguments[0], arguments[1], true);
}
static Value next_replacement(Value self) {
  Iteration *it = iteration_of(self);
  if (it->step < 0) return PY_UNDEFINED;
  if (it->started) {
    int64_t i = it->stop - 1;
    while (i >= 0 && it->indices[i] == it->at - 1) i--;
    if (i < 0) return ended(it);
    int64_t next = it->indices[i] + 1;
    for (; i < it->stop; i++) it->indices[i] = next;
  }
  it->started = true;
  return chosen(it, it->stop);
}
Type itertools_replacement_type =
    ITERATION_TYPE(combinations_with_replacement, "All choices of r items, each as often as you like.",
                   ITERATION_MAKE("iterable, r", construct_replacement), .next = next_replacement,
                   .methods = itertools_choice_methods);

/* ---- groupby ---- */

/* held: 0 the iterator, 1 the key function, 2 the key of the item in hand, 3 that item (PY_UNDEFINED: it was handed
 * out), 4 the key of the group given last. at: the number of that group: older groups are empty. */
enum { SOURCE, FUNCTION, KEY, ITEM, TARGET };

static Value construct_groupby(Type *type, Value *arguments) {
  return iteration_new(type, py_iter(arguments[0]), py_keep(arguments[1]));
}
/* 1: there is an item in hand; 0: the end; -1. */
static int step_groupby(Iteration *it) {
  Value item = py_next(it->held[SOURCE]);
  if (item.tag <= TAG_UNDEFINED) return py_is_error(item) ? -1 : 0;
  Value key = py_is_none(it->held[FUNCTION]) ? py_keep(item) : py_call_values(it->held[FUNCTION], &item, 1);
  if (py_is_error(key)) {
    py_drop(item);
    return -1;
  }
  iteration_hold(it, ITEM, item);
  iteration_hold(it, KEY, key);
  return 1;
}

static Value next_group(Value self);
/* held: 0 the groupby, 1 the group's key; at: its number. */
static Type group_type = ITERATION_TYPE(_grouper, "The items of one group.", .next = next_group);

static Value next_group(Value self) {
  Iteration *group = iteration_of(self), *it = iteration_of(group->held[0]);
  if (it->at != group->at) return PY_UNDEFINED;
  if (py_is_undefined(it->held[ITEM])) {
    int stepped = step_groupby(it);
    if (stepped <= 0) return stepped < 0 ? PY_ERROR : PY_UNDEFINED;
  }
  int equal = py_equal(group->held[1], it->held[KEY]);
  if (equal <= 0) return equal < 0 ? PY_ERROR : PY_UNDEFINED;
  Value item = it->held[ITEM];
  it->held[ITEM] = PY_UNDEFINED;
  return item;
}
static Value next_groupby(Value self) {
  Iteration *it = iteration_of(self);
  it->at++;
  for (;;) {
    if (!py_is_undefined(it->held[KEY])) {
      if (py_is_undefined(it->held[TARGET])) break;
      int equal = py_equal(it->held[TARGET], it->held[KEY]);
      if (equal < 0) return PY_ERROR;
      if (!equal) break;
    }
    int stepped = step_groupby(it);
    if (stepped <= 0) return stepped < 0 ? PY_ERROR : PY_UNDEFINED;
  }
  iteration_hold(it, TARGET, py_keep(it->held[KEY]));
  Value group = iteration_new(&group_type, py_keep(self), py_keep(it->held[KEY]));
  if (py_is_error(group)) return group;
  iteration_of(group)->at = it->at;
  Value pair = py_tuple_of(2, it->held[KEY], group);
  py_drop(group);
  return pair;
}
Type itertools_groupby_type =
    ITERATION_TYPE(groupby, "Pairs of a key and the neighbours that have it.",
                   ITERATION_MAKE("iterable, key=None", construct_groupby), .next = next_groupby,
                   .methods = itertools_groupby_methods);

/* ---- tee ---- */

/* The items lie in a chain of nodes (held[0] an item, held[1] the next node); each iterator holds the iterator below
 * (0) and its own node (1), so that what all have passed goes. */
static Type node_type = ITERATION_TYPE(_tee_dataobject, "One item.", .next = NULL);

static Value next_tee(Value self) {
  Iteration *it = iteration_of(self), *node = iteration_of(it->held[1]);
  if (py_is_undefined(node->held[0])) {
    if (node->started) return py_raise(&py_RuntimeError, "cannot re-enter the tee iterator");
    Value next = iteration_new(&node_type, PY_UNDEFINED, PY_UNDEFINED), held = py_keep(it->held[1]);
    node->started = true;
    Value item = py_is_error(next) ? PY_ERROR : py_next(it->held[0]);
    node->started = false;
    py_drop(held);
    if (item.tag <= TAG_UNDEFINED) {
      if (!py_is_error(next)) py_drop(next);
      return item;
    }
    node->held[0] = item;
    node->held[1] = next;
  }
  Value item = py_keep(node->held[0]);
  iteration_hold(it, 1, py_keep(node->held[1]));
  return item;
}
static Value copy_tee(const NativeRow *row, Value *arguments) {
  const Iteration *it = iteration_of(arguments[0]);
  return iteration_new(&itertools_tee_type, py_keep(it->held[0]), py_keep(it->held[1]));
}
static const NativeRow tee_methods[] = {
    {"__copy__", "self, /", "An iterator at the same place.", copy_tee, NULL}, {0}};
Type itertools_tee_type = ITERATION_TYPE(_tee, "One of several over the same items.", .next = next_tee,
                                         .methods = tee_methods);

Value itertools_tee(const NativeRow *row, Value *arguments) {
  int64_t count;
  if (!py_as_int(arguments[1], &count)) return PY_ERROR;
  if (count < 0) return py_raise(&py_ValueError, "n must be >= 0");
  Value tuple = py_tuple(count), source = py_is_error(tuple) ? PY_ERROR : py_iter(arguments[0]);
  if (py_is_error(source)) {
    if (!py_is_error(tuple)) py_drop(tuple);
    return PY_ERROR;
  }
  bool copies = py_type_of(source) == &itertools_tee_type;
  Value below = copies ? py_keep(iteration_of(source)->held[0]) : py_keep(source);
  Value node = copies ? py_keep(iteration_of(source)->held[1])
                      : iteration_new(&node_type, PY_UNDEFINED, PY_UNDEFINED);
  for (int64_t i = 0; i < count; i++) {
    Value made = py_is_error(node) ? PY_ERROR : iteration_new(&itertools_tee_type, py_keep(below), py_keep(node));
    if (py_is_error(made)) {
      py_drop(tuple);
      tuple = PY_ERROR;
      break;
    }
    py_as_tuple(tuple)->items[i] = made;
  }
  if (!py_is_error(node)) py_drop(node);
  py_drop(below);
  py_drop(source);
  return tuple;
}
