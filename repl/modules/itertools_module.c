/* itertools: iterators that stand on other iterators. */
#include "repl/modules/itertools.h"

#include "engine/core/memory.h"

Value iteration_new(Type *type, Value first, Value second) {
  Iteration *made = py_is_error(first) || py_is_error(second) ? NULL : py_new(type);
  if (made == NULL) {
    if (!py_is_error(first)) py_drop(first);
    if (!py_is_error(second)) py_drop(second);
    return PY_ERROR;
  }
  for (int i = 0; i < ITERTOOLS_HELD; i++) made->held[i] = PY_UNDEFINED;
  made->held[0] = first;
  made->held[1] = second;
  return py_object(made);
}
void iteration_hold(Iteration *iteration, int place, Value value) {
  Value before = iteration->held[place];
  iteration->held[place] = value;
  py_drop(before);
}
bool iteration_traverse(Object *self, PyVisit visit, void *context) {
  for (int i = 0; i < ITERTOOLS_HELD; i++) {
    Value held = ((Iteration *)self)->held[i];
    if (held.tag == TAG_OBJECT) visit(held.as.object, context);
  }
  return true;
}
void iteration_clear(Object *self) {
  for (int i = 0; i < ITERTOOLS_HELD; i++) iteration_hold((Iteration *)self, i, PY_UNDEFINED);
}
void iteration_dealloc(Object *self) {
  iteration_clear(self);
  core_free(((Iteration *)self)->indices);
}
Value iteration_construct(Type *type, Value *arguments) {
  const IterationMake *make = type->data;
  const Signature *signature = signature_of(make->line);
  if (signature == NULL) return py_raise(&py_SystemError, "the signature of %s is malformed", type->name);
  Dict *keywords = py_as_dict(arguments[1]);
  String *names[keywords->count + 1];
  Value values[keywords->count + 1], slots[signature->count + 1], key, value;
  Arguments given = {.positional = py_as_tuple(arguments[0])->items, .count = (int)py_as_tuple(arguments[0])->count,
                     .keyword_names = names, .keyword_values = values};
  for (int64_t i = 0; py_dict_next(keywords, &i, &key, &value);) {
    names[given.keyword_count] = py_as_string(key);
    values[given.keyword_count++] = value;
  }
  const Parameter *first = signature->count ? signature->parameters : NULL;
  bool by_place = first && (first->kind == PARAMETER_POSITIONAL_ONLY ||
                            (first->kind == PARAMETER_REST && signature->count == 1));
  if (by_place && py_has_own_init(type)) given.keyword_count = 0;
  if (by_place && given.keyword_count) return py_raise(&py_TypeError, "%s() takes no keyword arguments", type->name);
  if (by_place && first->kind == PARAMETER_POSITIONAL_ONLY && given.count != signature->positional)
    return py_raise(&py_TypeError, "%s expected %d argument%s, got %d", type->name, signature->positional,
                    signature->positional == 1 ? "" : "s", given.count);
  BindNames texts = {type->name, NULL, 0, true, true};
  if (!function_bind(signature, &texts, &given, slots)) return PY_ERROR;
  Value made = make->construct(type, slots);
  function_drop(slots, signature->count);
  return made;
}
Value iteration_itself(Value self) { return py_keep(self); }

/* Items of a call's answer: 1, 0 or -1; drops it. */
static int truth_of(Value answer) {
  if (py_is_error(answer)) return -1;
  int truth = py_truth(answer);
  py_drop(answer);
  return truth;
}

/* ---- count, cycle, repeat ---- */

static Value construct_count(Type *type, Value *arguments) {
  for (int i = 0; i < 2; i++)
    if (!py_is_number(arguments[i]) && arguments[i].tag != TAG_OBJECT)
      return py_raise(&py_TypeError, "a number is required");
  if (py_is_str(arguments[0])) return py_raise(&py_TypeError, "a number is required");
  return iteration_new(type, py_keep(arguments[0]), py_keep(arguments[1]));
}
static Value next_count(Value self) {
  Iteration *it = iteration_of(self);
  Value now = it->held[0], next = py_binary(OP_ADD, now, it->held[1]);
  if (py_is_error(next)) return next;
  it->held[0] = next;
  return now;
}
static Value repr_count(Value self) {
  const Iteration *it = iteration_of(self);
  Text text = {0};
  text_add(&text, "count(");
  bool good = py_repr_to(&text, it->held[0]);
  if (it->held[1].tag != TAG_INT || it->held[1].as.integer != 1) {
    text_add(&text, ", ");
    good = good && py_repr_to(&text, it->held[1]);
  }
  text_add_char(&text, ')');
  if (good) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}

static Value construct_cycle(Type *type, Value *arguments) {
  return iteration_new(type, py_iter(arguments[0]), py_list(0));
}
static Value next_cycle(Value self) {
  Iteration *it = iteration_of(self);
  if (!it->started) {
    Value item = py_next(it->held[0]);
    if (py_is_error(item) || (!py_is_undefined(item) && py_list_append(py_as_list(it->held[1]), item))) return item;
    if (!py_is_undefined(item)) {
      py_drop(item);
      return PY_ERROR;
    }
    it->started = true;
    iteration_hold(it, 0, PY_NONE);
  }
  List *saved = py_as_list(it->held[1]);
  if (saved->count == 0) return PY_UNDEFINED;
  if (it->at >= saved->count) it->at = 0;
  return py_keep(saved->items[it->at++]);
}

static Value construct_repeat(Type *type, Value *arguments) {
  int64_t times = -1;
  if (!py_is_undefined(arguments[1])) {
    if (!py_as_int(arguments[1], &times)) return PY_ERROR;
    if (times < 0) times = 0;
  }
  Value made = iteration_new(type, py_keep(arguments[0]), PY_NONE);
  if (!py_is_error(made)) iteration_of(made)->stop = times;
  return made;
}
static Value next_repeat(Value self) {
  Iteration *it = iteration_of(self);
  if (it->stop == 0) return PY_UNDEFINED;
  if (it->stop > 0) it->stop--;
  return py_keep(it->held[0]);
}
static Value repr_repeat(Value self) {
  const Iteration *it = iteration_of(self);
  Text text = {0};
  text_add(&text, "repeat(");
  bool good = py_repr_to(&text, it->held[0]);
  if (it->stop >= 0) text_addf(&text, ", %lld", (long long)it->stop);
  text_add_char(&text, ')');
  if (good) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}
static Value repeat_length_hint(const NativeRow *row, Value *arguments) {
  if (iteration_of(arguments[0])->stop < 0) return py_raise(&py_TypeError, "len() of unsized object");
  return py_int(iteration_of(arguments[0])->stop);
}
static const NativeRow repeat_methods[] = {
    {"__length_hint__", "self, /", "How often it still comes.", repeat_length_hint, NULL},
    {"__reduce__", "self, /", "How to make the iterator again.", itertools_reduce_repeat, NULL},
    {0}};

/* ---- accumulate, chain, compress ---- */

static Value construct_accumulate(Type *type, Value *arguments) {
  Value made = iteration_new(type, py_iter(arguments[0]), py_keep(arguments[1]));
  if (!py_is_error(made) && !py_is_none(arguments[2])) iteration_hold(iteration_of(made), 3, py_keep(arguments[2]));
  return made;
}
static Value next_accumulate(Value self) {
  Iteration *it = iteration_of(self);
  if (!py_is_undefined(it->held[3])) { /* the initial value comes first */
    iteration_hold(it, 2, it->held[3]);
    it->held[3] = PY_UNDEFINED;
    return py_keep(it->held[2]);
  }
  Value item = py_next(it->held[0]);
  if (item.tag <= TAG_UNDEFINED) return item;
  if (!py_is_undefined(it->held[2])) {
    Value both[2] = {it->held[2], item};
    Value sum = py_is_none(it->held[1]) ? py_binary(OP_ADD, both[0], both[1]) : py_call_values(it->held[1], both, 2);
    py_drop(item);
    if (py_is_error(sum)) return sum;
    item = sum;
  }
  iteration_hold(it, 2, item);
  return py_keep(item);
}

static Value construct_chain(Type *type, Value *arguments) {
  return iteration_new(type, py_iter(arguments[0]), PY_UNDEFINED);
}
static Value next_chain(Value self) {
  Iteration *it = iteration_of(self);
  for (;;) {
    if (py_is_undefined(it->held[1])) {
      if (py_is_undefined(it->held[0])) return PY_UNDEFINED;
      Value iterable = py_next(it->held[0]);
      if (py_is_undefined(iterable)) iteration_hold(it, 0, PY_UNDEFINED);
      if (iterable.tag <= TAG_UNDEFINED) return iterable;
      Value iterator = py_iter(iterable);
      py_drop(iterable);
      if (py_is_error(iterator)) return iterator;
      iteration_hold(it, 1, iterator);
    }
    Value item = py_next(it->held[1]);
    if (!py_is_undefined(item)) return item;
    iteration_hold(it, 1, PY_UNDEFINED);
  }
}

static Value construct_compress(Type *type, Value *arguments) {
  return iteration_new(type, py_iter(arguments[0]), py_iter(arguments[1]));
}
static Value next_compress(Value self) {
  Iteration *it = iteration_of(self);
  for (;;) {
    Value item = py_next(it->held[0]);
    if (item.tag <= TAG_UNDEFINED) return item;
    Value selector = py_next(it->held[1]);
    int keeps = py_is_undefined(selector) ? -2 : truth_of(selector);
    if (keeps == 1) return item;
    py_drop(item);
    if (keeps < 0) return keeps == -2 ? PY_UNDEFINED : PY_ERROR;
  }
}

/* ---- dropwhile, takewhile, filterfalse, starmap ---- */

static Value construct_with_function(Type *type, Value *arguments) {
  return iteration_new(type, py_iter(arguments[1]), py_keep(arguments[0]));
}
static int ask(const Iteration *it, Value item) {
  return py_is_none(it->held[1]) ? py_truth(item) : truth_of(py_call_values(it->held[1], &item, 1));
}
static Value next_dropwhile(Value self) {
  Iteration *it = iteration_of(self);
  for (;;) {
    Value item = py_next(it->held[0]);
    if (item.tag <= TAG_UNDEFINED || it->started) return item;
    int drops = ask(it, item);
    it->started = drops == 0;
    if (drops == 0) return item;
    py_drop(item);
    if (drops < 0) return PY_ERROR;
  }
}
static Value next_takewhile(Value self) {
  Iteration *it = iteration_of(self);
  if (it->started) return PY_UNDEFINED;
  Value item = py_next(it->held[0]);
  if (item.tag <= TAG_UNDEFINED) return item;
  int takes = ask(it, item);
  if (takes == 1) return item;
  py_drop(item);
  it->started = takes == 0;
  return takes < 0 ? PY_ERROR : PY_UNDEFINED;
}
static Value next_filterfalse(Value self) {
  Iteration *it = iteration_of(self);
  for (;;) {
    Value item = py_next(it->held[0]);
    if (item.tag <= TAG_UNDEFINED) return item;
    int drops = ask(it, item);
    if (drops == 0) return item;
    py_drop(item);
    if (drops < 0) return PY_ERROR;
  }
}
static Value next_starmap(Value self) {
  Iteration *it = iteration_of(self);
  Value item = py_next(it->held[0]);
  if (item.tag <= TAG_UNDEFINED) return item;
  Value arguments = py_to_tuple(item);
  py_drop(item);
  if (py_is_error(arguments)) return arguments;
  Value result =
      py_call_values(it->held[1], py_as_tuple(arguments)->items, (int)py_as_tuple(arguments)->count);
  py_drop(arguments);
  return result;
}

/* ---- islice, pairwise, zip_longest ---- */

/* An index of islice: None is `none`. */
static bool slice_index(Value value, int64_t none, const char *problem, int64_t least, int64_t *out) {
  *out = none;
  if (py_is_none(value)) return true;
  if (py_is_integer(value) ||
      (value.tag == TAG_OBJECT && !py_is_undefined(py_type_lookup(py_type_of(value), py_intern("__index__"))))) {
    if (!py_as_int(value, out)) return false;
    if (*out >= least) return true;
  }
  py_raise(&py_ValueError, "%s", problem);
  return false;
}
static Value construct_islice(Type *type, Value *arguments) {
  static const char indices[] = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
  const Tuple *given = py_as_tuple(arguments[0]);
  if (given->count < 2 || given->count > 4)
    return py_raise(&py_TypeError, "islice expected at %s arguments, got %d", given->count < 2 ? "least 2" : "most 4",
                    (int)given->count);
  int64_t start = 0, stop, step = 1;
  bool one = given->count == 2;
  if (!one && !slice_index(given->items[1], 0, indices, 0, &start)) return PY_ERROR;
  if (!slice_index(given->items[one ? 1 : 2], -1,
                   one ? "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize." : indices, 0,
                   &stop))
    return PY_ERROR;
  if (given->count == 4 &&
      !slice_index(given->items[3], 1, "Step for islice() must be a positive integer or None.", 1, &step))
    return PY_ERROR;
  Value made = iteration_new(type, py_iter(given->items[0]), PY_NONE);
  if (py_is_error(made)) return made;
  Iteration *it = iteration_of(made);
  it->at = start; /* how many are left out before the next; in held[2] how many were taken so far */
  it->stop = stop;
  it->step = step;
  it->held[2] = py_int(0);
  return made;
}
static Value next_islice(Value self) {
  Iteration *it = iteration_of(self);
  int64_t taken = it->held[2].as.integer;
  if (py_is_undefined(it->held[0])) return PY_UNDEFINED;
  while (taken < it->at && (it->stop < 0 || taken < it->stop)) {
    Value item = py_next(it->held[0]);
    if (item.tag <= TAG_UNDEFINED) return item;
    py_drop(item);
    it->held[2] = py_int(++taken);
  }
  Value item = it->stop >= 0 && taken >= it->stop ? PY_UNDEFINED : py_next(it->held[0]);
  if (py_is_undefined(item)) iteration_hold(it, 0, PY_UNDEFINED);
  if (item.tag <= TAG_UNDEFINED) return item;
  it->held[2] = py_int(taken + 1);
  if (__builtin_add_overflow(it->at, it->step, &it->at)) it->at = INT64_MAX;
  return item;
}

static Value construct_pairwise(Type *type, Value *arguments) {
  return iteration_new(type, py_iter(arguments[0]), PY_UNDEFINED);
}
static Value next_pairwise(Value self) {
  Iteration *it = iteration_of(self);
  if (py_is_undefined(it->held[1])) {
    Value first = py_next(it->held[0]);
    if (first.tag <= TAG_UNDEFINED) return first;
    iteration_hold(it, 1, first);
  }
  Value second = py_next(it->held[0]);
  if (second.tag <= TAG_UNDEFINED) return second;
  Value pair = py_tuple_of(2, it->held[1], second);
  iteration_hold(it, 1, second);
  return pair;
}

static Value construct_zip_longest(Type *type, Value *arguments) {
  int64_t count = py_as_tuple(arguments[0])->count;
  Value iterators = py_tuple(count);
  for (int64_t i = 0; !py_is_error(iterators) && i < count; i++) {
    Value iterator = py_iter(py_as_tuple(arguments[0])->items[i]);
    if (py_is_error(iterator)) {
      py_drop(iterators);
      return PY_ERROR;
    }
    py_as_tuple(iterators)->items[i] = iterator;
  }
  Value made = iteration_new(type, iterators, py_keep(arguments[1]));
  if (!py_is_error(made)) iteration_of(made)->at = count; /* how many still run */
  return made;
}
static Value next_zip_longest(Value self) {
  Iteration *it = iteration_of(self);
  Tuple *iterators = py_as_tuple(it->held[0]);
  if (it->at == 0) return PY_UNDEFINED;
  Value tuple = py_tuple(iterators->count);
  for (int64_t i = 0; !py_is_error(tuple) && i < iterators->count; i++) {
    Value item = py_is_none(iterators->items[i]) ? PY_UNDEFINED : py_next(iterators->items[i]);
    if (py_is_error(item)) {
      py_drop(tuple);
      return PY_ERROR;
    }
    if (py_is_undefined(item)) {
      if (!py_is_none(iterators->items[i])) {
        py_drop(iterators->items[i]);
        iterators->items[i] = PY_NONE;
        if (--it->at == 0) {
          py_drop(tuple);
          return PY_UNDEFINED;
        }
      }
      item = py_keep(it->held[1]);
    }
    py_as_tuple(tuple)->items[i] = item;
  }
  return tuple;
}

/* ---- the module ---- */

static Type count_type = ITERATION_TYPE(count, "Numbers without end.",
                                        ITERATION_MAKE("start=0, step=1", construct_count),
                                        .next = next_count, .repr = repr_count,
                                        .methods = itertools_count_methods);
static Type cycle_type = ITERATION_TYPE(cycle, "The items again and again.",
                                        ITERATION_MAKE("iterable, /", construct_cycle), .next = next_cycle,
                                        .methods = itertools_cycle_methods);
static Type repeat_type = ITERATION_TYPE(repeat, "One object again and again.",
                                         ITERATION_MAKE("object, times=...", construct_repeat),
                                         .next = next_repeat, .repr = repr_repeat,
                                         .methods = repeat_methods);
static Type accumulate_type =
    ITERATION_TYPE(accumulate, "Running sums, or results of a function.",
                   ITERATION_MAKE("iterable, func=None, *, initial=None", construct_accumulate),
                   .next = next_accumulate, .methods = itertools_accumulate_methods);
static Type compress_type = ITERATION_TYPE(compress, "The items whose selectors are true.",
                                           ITERATION_MAKE("data, selectors", construct_compress),
                                           .next = next_compress, .methods = itertools_compress_methods);
static Type dropwhile_type = ITERATION_TYPE(dropwhile, "What follows the first false one.",
                                            ITERATION_MAKE("predicate, iterable, /", construct_with_function),
                                            .next = next_dropwhile, .methods = itertools_while_methods);
static Type takewhile_type = ITERATION_TYPE(takewhile, "What precedes the first false one.",
                                            ITERATION_MAKE("predicate, iterable, /", construct_with_function),
                                            .next = next_takewhile, .methods = itertools_while_methods);
static Type filterfalse_type = ITERATION_TYPE(filterfalse, "The items that are false.",
                                              ITERATION_MAKE("function, iterable, /", construct_with_function),
                                              .next = next_filterfalse, .methods = itertools_plain_methods);
static Type starmap_type = ITERATION_TYPE(starmap, "What a function makes of each tuple.",
                                          ITERATION_MAKE("function, iterable, /", construct_with_function),
                                          .next = next_starmap, .methods = itertools_plain_methods);
static Type islice_type = ITERATION_TYPE(islice, "The items that a slice would give.",
                                         ITERATION_MAKE("*args", construct_islice), .next = next_islice,
                                         .methods = itertools_islice_methods);
static Type pairwise_type = ITERATION_TYPE(pairwise, "Pairs of neighbours.",
                                           ITERATION_MAKE("iterable, /", construct_pairwise), .next = next_pairwise);
static Type zip_longest_type =
    ITERATION_TYPE(zip_longest, "Tuples of one item of each, as long as the longest.",
                   ITERATION_MAKE("*iterables, fillvalue=None", construct_zip_longest), .next = next_zip_longest,
                   .methods = itertools_zip_longest_methods);

static Type chain_type;
static Value call_from_iterable(const NativeRow *row, Value *arguments) {
  return iteration_new(&chain_type, py_iter(arguments[0]), PY_UNDEFINED);
}
static const NativeRow chain_statics[] = {
    {"from_iterable", "iterable, /", "The items of the iterables that an iterable gives.", call_from_iterable, NULL},
    {0},
};
static Type chain_type = ITERATION_TYPE(chain, "The items of the first, then of the second, ...",
                                        ITERATION_MAKE("*iterables", construct_chain),
                                        .next = next_chain, .statics = chain_statics,
                                        .methods = itertools_chain_methods);

static const NativeRow functions[] = {
    {"tee", "iterable, n=2, /", "Iterators over the same items.", itertools_tee, NULL},
    {0},
};
static Type *const types[] = {&count_type, &cycle_type, &repeat_type, &accumulate_type, &chain_type, &compress_type,
                              &dropwhile_type, &takewhile_type, &filterfalse_type, &starmap_type, &islice_type,
                              &pairwise_type, &zip_longest_type, &itertools_product_type,
                              &itertools_permutations_type, &itertools_combinations_type,
                              &itertools_replacement_type, &itertools_groupby_type, NULL};
const ModuleRow itertools_module_rows[] = {
    {.name = "itertools", .help = "Iterators that stand on others.", .functions = functions, .types = types}, {0}};
