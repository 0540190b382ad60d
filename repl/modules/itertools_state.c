/* How the iterators of itertools are taken apart for copies and pickles (__reduce__) and go on from there
 * (__setstate__), with CPython's own parts, so that pickles of either are read by the other. */
#include "repl/modules/itertools.h"

/* (class, arguments[, state]); takes the last two over. state PY_UNDEFINED: none. */
static Value parts_of(Value self, Value arguments, Value state) {
  Value class = py_is_error(arguments) || py_is_error(state) ? PY_ERROR : py_type_value(py_type_of(self));
  Value parts = py_is_error(class)       ? PY_ERROR
                : py_is_undefined(state) ? py_tuple_of(2, class, arguments)
                                         : py_tuple_of(3, class, arguments, state);
  py_drop(class);
  py_drop(arguments);
  py_drop(state);
  return parts;
}

#define REDUCER(noun)                                                         \
  static Value reduce_##noun(const NativeRow *row, Value *arguments) {        \
    Value self = arguments[0];                                                \
    const Iteration *it = iteration_of(self);                                 \
    return reduced_##noun(self, it);                                          \
  }

static Value one(Value item) { return py_tuple_of(1, item); }
static Value one_taken(Value item) {
  Value tuple = py_is_error(item) ? PY_ERROR : py_tuple_of(1, item);
  py_drop(item);
  return tuple;
}

static Value reduced_count(Value self, const Iteration *it) {
  bool by_one = it->held[1].tag == TAG_INT && it->held[1].as.integer == 1;
  return parts_of(self, by_one ? one(it->held[0]) : py_tuple_of(2, it->held[0], it->held[1]), PY_UNDEFINED);
}
REDUCER(count)

/* Until the first round has ended, the source and what it gave so far; then the items, from the next one on. */
static Value reduced_cycle(Value self, const Iteration *it) {
  Value source = it->started ? py_iter(it->held[1]) : py_keep(it->held[0]);
  if (it->started && !py_is_error(source)) {
    Value place = py_int(it->at), done = py_call_method(source, "__setstate__", &place, 1);
    if (py_is_error(done)) {
      py_drop(source);
      return done;
    }
  }
  return parts_of(self, one_taken(source), py_tuple_of(2, it->held[1], py_bool(it->started)));
}
REDUCER(cycle)
static Value set_cycle(const NativeRow *row, Value *arguments) {
  Iteration *it = iteration_of(arguments[0]);
  const Tuple *state = py_is_tuple(arguments[1]) ? py_as_tuple(arguments[1]) : NULL;
  if (!state) return py_raise(&py_TypeError, "state is not a tuple");
  if (state->count != 2 || !py_is_list(state->items[0])) return py_raise(&py_TypeError, "state is not a tuple");
  Value saved = py_list(0);
  if (py_is_error(saved) || !py_list_extend(py_as_list(saved), state->items[0])) return PY_ERROR;
  if (py_truth(state->items[1]) != 1) {
    iteration_hold(it, 1, saved);
    return PY_NONE;
  }
  /* The rest of a round, then the items as they were saved: the rest is walked out of the saved ones. */
  Value rest = py_to_list(it->held[0]);
  if (py_is_error(rest)) {
    py_drop(saved);
    return rest;
  }
  it->started = true;
  it->at = py_as_list(saved)->count - py_as_list(rest)->count;
  if (it->at < 0) it->at = 0;
  py_drop(rest);
  iteration_hold(it, 0, PY_NONE);
  iteration_hold(it, 1, saved);
  return PY_NONE;
}

Value itertools_reduce_repeat(const NativeRow *row, Value *arguments) {
  const Iteration *it = iteration_of(arguments[0]);
  return parts_of(arguments[0], it->stop < 0 ? one(it->held[0]) : py_tuple_of(2, it->held[0], py_int(it->stop)),
                  PY_UNDEFINED);
}

/* An initial value that has not come yet is chained before the source. */
static Value reduced_accumulate(Value self, const Iteration *it) {
  if (py_is_undefined(it->held[3]))
    return parts_of(self, py_tuple_of(2, it->held[0], it->held[1]),
                    py_is_undefined(it->held[2]) ? PY_NONE : py_keep(it->held[2]));
  Value first = one(it->held[3]), chain = py_is_error(first) ? PY_ERROR : py_import_name("itertools", "chain");
  Value source = py_is_error(chain) ? PY_ERROR : py_call_values(chain, (Value[]){first, it->held[0]}, 2);
  Value both = py_is_error(source) ? PY_ERROR : py_tuple_of(2, source, it->held[1]);
  py_drop(first);
  py_drop(chain);
  py_drop(source);
  return parts_of(self, both, PY_NONE);
}
REDUCER(accumulate)
static Value set_accumulate(const NativeRow *row, Value *arguments) {
  iteration_hold(iteration_of(arguments[0]), 2, py_is_none(arguments[1]) ? PY_UNDEFINED : py_keep(arguments[1]));
  return PY_NONE;
}

static Value reduced_chain(Value self, const Iteration *it) {
  Value state = py_is_undefined(it->held[0])   ? PY_UNDEFINED
                : py_is_undefined(it->held[1]) ? one(it->held[0])
                                               : py_tuple_of(2, it->held[0], it->held[1]);
  return parts_of(self, py_tuple(0), state);
}
REDUCER(chain)
static Value set_chain(const NativeRow *row, Value *arguments) {
  const Tuple *state = py_is_tuple(arguments[1]) ? py_as_tuple(arguments[1]) : NULL;
  if (!state) return py_raise(&py_TypeError, "state is not a tuple");
  if (state->count < 1 || state->count > 2)
    return py_raise(&py_TypeError, "function takes %s (%lld given)",
                    state->count < 1 ? "at least 1 argument" : "at most 2 arguments", (long long)state->count);
  for (int64_t i = 0; i < state->count; i++)
    if (!py_type_of(state->items[i])->next) return py_raise(&py_TypeError, "Arguments must be iterators.");
  for (int i = 0; i < 2; i++)
    iteration_hold(iteration_of(arguments[0]), i, i < state->count ? py_keep(state->items[i]) : PY_UNDEFINED);
  return PY_NONE;
}

static Value reduced_compress(Value self, const Iteration *it) {
  return parts_of(self, py_tuple_of(2, it->held[0], it->held[1]), PY_UNDEFINED);
}
REDUCER(compress)

/* filterfalse and starmap: function and source; dropwhile and takewhile know whether they have begun or ended, too. */
static Value reduced_plain(Value self, const Iteration *it) {
  return parts_of(self, py_tuple_of(2, it->held[1], it->held[0]), PY_UNDEFINED);
}
REDUCER(plain)
static Value reduced_while(Value self, const Iteration *it) {
  return parts_of(self, py_tuple_of(2, it->held[1], it->held[0]), py_int(it->started));
}
REDUCER(while)
static Value set_while(const NativeRow *row, Value *arguments) {
  int started = py_truth(arguments[1]);
  iteration_of(arguments[0])->started = started == 1;
  return started < 0 ? PY_ERROR : PY_NONE;
}

/* The next place to take from, the end, the step; the state is how many were taken. */
static Value reduced_islice(Value self, const Iteration *it) {
  if (py_is_undefined(it->held[0])) {
    Value nothing = py_list(0), source = py_is_error(nothing) ? PY_ERROR : py_iter(nothing);
    Value both = py_is_error(source) ? PY_ERROR : py_tuple_of(2, source, py_int(0));
    py_drop(nothing);
    py_drop(source);
    return parts_of(self, both, py_int(0));
  }
  Value stop = it->stop < 0 ? PY_NONE : py_int(it->stop);
  return parts_of(self, py_tuple_of(4, it->held[0], py_int(it->at), stop, py_int(it->step)), py_keep(it->held[2]));
}
REDUCER(islice)
static Value set_islice(const NativeRow *row, Value *arguments) {
  int64_t taken;
  if (!py_as_int(arguments[1], &taken)) return PY_ERROR;
  iteration_hold(iteration_of(arguments[0]), 2, py_int(taken));
  return PY_NONE;
}

/* The iterators, () where one has ended; the state is what fills. */
static Value reduced_zip_longest(Value self, const Iteration *it) {
  const Tuple *iterators = py_as_tuple(it->held[0]);
  Value all = py_tuple(iterators->count);
  for (int64_t i = 0; !py_is_error(all) && i < iterators->count; i++)
    py_as_tuple(all)->items[i] = py_is_none(iterators->items[i]) ? py_tuple(0) : py_keep(iterators->items[i]);
  return parts_of(self, all, py_keep(it->held[1]));
}
REDUCER(zip_longest)
static Value set_zip_longest(const NativeRow *row, Value *arguments) {
  iteration_hold(iteration_of(arguments[0]), 1, py_keep(arguments[1]));
  return PY_NONE;
}

/* ---- product, permutations, combinations: the indices of the tuple that came last ---- */

static Value numbers(const int64_t *from, int64_t count) {
  Value tuple = py_tuple(count);
  for (int64_t i = 0; !py_is_error(tuple) && i < count; i++) py_as_tuple(tuple)->items[i] = py_int(from[i]);
  return tuple;
}
static Value reduced_product(Value self, const Iteration *it) {
  if (it->step < 0) return parts_of(self, one_taken(py_tuple(0)), PY_UNDEFINED);
  return parts_of(self, py_keep(it->held[0]), it->started ? numbers(it->indices, it->stop) : PY_UNDEFINED);
}
REDUCER(product)
static Value reduced_choice(Value self, const Iteration *it) {
  Value pool = it->step < 0 ? py_tuple(0) : py_keep(it->held[0]);
  Value both = py_is_error(pool) ? PY_ERROR : py_tuple_of(2, pool, py_int(it->stop));
  py_drop(pool);
  if (it->step < 0 || !it->started) return parts_of(self, both, PY_UNDEFINED);
  Value state = numbers(it->indices, itertools_permutes(py_type_of(self)) ? it->at : it->stop);
  if (itertools_permutes(py_type_of(self)) && !py_is_error(state)) {
    Value cycles = numbers(it->indices + it->at, it->stop), indices = state;
    state = py_is_error(cycles) ? PY_ERROR : py_tuple_of(2, indices, cycles);
    py_drop(indices);
    py_drop(cycles);
  }
  return parts_of(self, both, state);
}
REDUCER(choice)

/* Reads numbers of 0 to `most` into the indices; what is out of bounds goes to the nearest that is not. */
static bool take_numbers(Value from, int64_t *into, int64_t count, int64_t least, const Tuple *pools, int64_t most) {
  if (!py_is_tuple(from) || py_as_tuple(from)->count != count) {
    py_raise(&py_ValueError, "invalid arguments");
    return false;
  }
  for (int64_t i = 0; i < count; i++) {
    int64_t number, top = pools ? py_as_tuple(pools->items[i])->count - 1 : most;
    if (!py_as_int(py_as_tuple(from)->items[i], &number)) return false;
    into[i] = number < least ? least : number > top ? top : number;
  }
  return true;
}
static Value set_product(const NativeRow *row, Value *arguments) {
  Iteration *it = iteration_of(arguments[0]);
  if (it->step < 0) return PY_NONE;
  if (!take_numbers(arguments[1], it->indices, it->stop, 0, py_as_tuple(it->held[0]), 0)) return PY_ERROR;
  it->started = true;
  return PY_NONE;
}
static Value set_choice(const NativeRow *row, Value *arguments) {
  Iteration *it = iteration_of(arguments[0]);
  if (it->step < 0) return PY_NONE;
  Value indices = arguments[1];
  bool permutes = itertools_permutes(py_type_of(arguments[0]));
  if (permutes) {
    if (!py_is_tuple(arguments[1])) return py_raise(&py_TypeError, "state is not a tuple");
    if (py_as_tuple(arguments[1])->count != 2) return py_raise(&py_ValueError, "invalid arguments");
    indices = py_as_tuple(arguments[1])->items[0];
    Value cycles = py_as_tuple(arguments[1])->items[1];
    if (!take_numbers(cycles, it->indices + it->at, it->stop, 1, NULL, it->at)) return PY_ERROR;
  }
  if (!take_numbers(indices, it->indices, permutes ? it->at : it->stop, 0, NULL, it->at - 1)) return PY_ERROR;
  it->started = true;
  return PY_NONE;
}

/* The source and the function; once begun: the item in hand, the key of the group given last and that of the item. */
static Value reduced_groupby(Value self, const Iteration *it) {
  Value both = py_tuple_of(2, it->held[0], it->held[1]);
  bool whole = !py_is_undefined(it->held[2]) && !py_is_undefined(it->held[3]) && !py_is_undefined(it->held[4]);
  return parts_of(self, both, whole ? py_tuple_of(3, it->held[3], it->held[4], it->held[2]) : PY_UNDEFINED);
}
REDUCER(groupby)
static Value set_groupby(const NativeRow *row, Value *arguments) {
  Iteration *it = iteration_of(arguments[0]);
  if (!py_is_tuple(arguments[1])) return py_raise(&py_TypeError, "state is not a tuple");
  const Tuple *state = py_as_tuple(arguments[1]);
  if (state->count != 3) return py_raise(&py_TypeError, "function takes exactly 3 arguments (%lld given)",
                                         (long long)state->count);
  iteration_hold(it, 3, py_keep(state->items[0]));
  iteration_hold(it, 4, py_keep(state->items[1]));
  iteration_hold(it, 2, py_keep(state->items[2]));
  return PY_NONE;
}

#define REDUCE(function) {"__reduce__", "self, /", "How to make the iterator again.", function, NULL}
#define SET_STATE(function) {"__setstate__", "self, state, /", "Goes on from a state.", function, NULL}
const NativeRow itertools_count_methods[] = {REDUCE(reduce_count), {0}};
const NativeRow itertools_cycle_methods[] = {REDUCE(reduce_cycle), SET_STATE(set_cycle), {0}};
const NativeRow itertools_accumulate_methods[] = {REDUCE(reduce_accumulate), SET_STATE(set_accumulate), {0}};
const NativeRow itertools_chain_methods[] = {REDUCE(reduce_chain), SET_STATE(set_chain), {0}};
const NativeRow itertools_compress_methods[] = {REDUCE(reduce_compress), {0}};
const NativeRow itertools_plain_methods[] = {REDUCE(reduce_plain), {0}};
const NativeRow itertools_while_methods[] = {REDUCE(reduce_while), SET_STATE(set_while), {0}};
const NativeRow itertools_islice_methods[] = {REDUCE(reduce_islice), SET_STATE(set_islice), {0}};
const NativeRow itertools_zip_longest_methods[] = {REDUCE(reduce_zip_longest), SET_STATE(set_zip_longest), {0}};
const NativeRow itertools_product_methods[] = {REDUCE(reduce_product), SET_STATE(set_product), {0}};
const NativeRow itertools_choice_methods[] = {REDUCE(reduce_choice), SET_STATE(set_choice), {0}};
const NativeRow itertools_groupby_methods[] = {REDUCE(reduce_groupby), SET_STATE(set_groupby), {0}};
