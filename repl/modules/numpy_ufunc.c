/* numpy.ufunc: the element-wise functions as objects, with out=, where=, dtype=, casting=, and what numpy warns about
 * floating point. Their methods (reduce, at, ...) beyond the plain cases are in python/_numpy_array.py. */
#include <string.h>

#include "engine/array/times.h"
#include "engine/core/memory.h"
#include "repl/modules/numpy_internal.h"

/* ---- Floating-point warnings ---- */

/* In the order of ND_FLOAT_*: numpy's keyword, its words. */
static const struct {
  const char *keyword, *words;
} kinds[4] = {
    {"divide", "divide by zero"}, {"over", "overflow"}, {"under", "underflow"}, {"invalid", "invalid value"}};
static const char *const modes[] = {"ignore", "warn", "raise", "call", "print", "log"};
static int mode_of[4] = {1, 1, 0, 1};

bool np_warn(Type *category, const char *text) {
  Value module = modules_import("warnings");
  Value class = py_is_error(module) ? PY_ERROR : py_type_value(category);
  Value arguments[2] = {py_is_error(class) ? PY_ERROR : py_text(text), class};
  Value done = py_is_error(arguments[0]) ? PY_ERROR : py_call_method(module, "warn", arguments, 2);
  py_drop(arguments[0]);
  py_drop(class);
  py_drop(module);
  py_drop(done);
  return !py_is_error(done);
}

static bool report(unsigned status, const char *name) {
  for (int kind = 0; kind < 4 && status != 0; kind++) {
    if (!(status & 1u << kind) || mode_of[kind] == 0) continue;
    Text text = {0};
    text_addf(&text, "%s encountered in %s", kinds[kind].words, name);
    bool good = true;
    switch (mode_of[kind]) {
      case 2:
        py_raise(&py_FloatingPointError, "%s", text_string(&text));
        good = false;
        break;
      case 4:
        sink_string(&py_stderr, "Warning: ");
        sink_string(&py_stderr, text_string(&text));
        sink_string(&py_stderr, "\n");
        break;
      default: good = np_warn(&py_RuntimeWarning, text_string(&text)); break;
    }
    text_free(&text);
    if (!good) return false;
  }
  return true;
}

bool np_float_report(unsigned status, const char *name) { return report(status, name); }
bool np_float_check(const char *name) { return report(nd_take_float_status(), name); }

bool np_float_overflow(BinaryOp op) {
  static const char *const names[BINARY_OP_COUNT] = {
      [OP_ADD] = "scalar add", [OP_SUB] = "scalar subtract", [OP_MUL] = "scalar multiply"};
  return report(ND_FLOAT_OVERFLOW, names[op]);
}

static Value current_modes(void) {
  Value dict = py_dict();
  for (int kind = 0; kind < 4 && !py_is_error(dict); kind++) {
    if (py_dict_set_steal(py_as_dict(dict), kinds[kind].keyword, py_text(modes[mode_of[kind]]))) continue;
    py_drop(dict);
    return PY_ERROR;
  }
  return dict;
}
static Value geterr(const NativeRow *row, Value *arguments) { return current_modes(); }
/* all, divide, over, under, invalid */
static Value seterr(const NativeRow *row, Value *arguments) {
  Value before = current_modes();
  for (int kind = 0; kind < 4 && !py_is_error(before); kind++) {
    Value given = py_is_none(arguments[kind + 1]) ? arguments[0] : arguments[kind + 1];
    if (py_is_none(given)) continue;
    int mode = -1;
    for (size_t i = 0; py_is_str(given) && i < sizeof modes / sizeof *modes; i++)
      if (strcmp(modes[i], py_as_string(given)->data) == 0) mode = (int)i;
    if (mode < 0) {
      py_drop(before);
      Value text = py_repr(given);
      if (!py_is_error(text)) py_raise(&py_ValueError, "invalid error mode %s", py_as_string(text)->data);
      py_drop(text);
      return PY_ERROR;
    }
    mode_of[kind] = mode;
  }
  return before;
}

/* ---- The functions ---- */

typedef struct Row {
  const char *name;
  int inputs, outputs;
  const NdUfunc *parts[2];
} Row;

typedef struct UfuncObject {
  Object head;
  Row row;
} UfuncObject;
static const Row *row_of(Value self) { return &((UfuncObject *)self.as.object)->row; }

void np_ufunc_name(const NdUfunc *ufunc, char out[64]) {
  size_t length = strcspn(ufunc->name, "|");
  if (length > 63) length = 63;
  memcpy(out, ufunc->name, length);
  out[length] = '\0';
}

/* What a call was given besides its inputs. */
typedef struct Options {
  NdArray *where;  /* or NULL */
  int type;        /* dtype=, or -1 */
  const char *casting;
  bool keeps_class; /* subok= */
} Options;

/* Inputs in the dtype that was asked for. */
static NdArray *input_as(const NdUfunc *ufunc, NdArray *input, int place, const Options *options, Error *error) {
  if (options->type < 0 || input->type == (NdType)options->type) return nd_retain(input);
  bool weak = input->weak != ND_STRONG && input->ndim == 0;
  if (!weak && !nd_can_cast(input->type, (NdType)options->type, options->casting)) {
    char name[64];
    np_ufunc_name(ufunc, name);
    core_fail(error, ERROR_TYPE,
              "Cannot cast ufunc '%s' input%s from dtype('%s') to dtype('%s') with casting rule '%s'", name,
              ufunc->inputs == 1 ? "" : place ? " 1" : " 0", nd_types[input->type].name, nd_types[options->type].name,
              options->casting);
    return NULL;
  }
  return nd_astype(input, (NdType)options->type, error);
}

/* Functions whose results are of bool, whatever their inputs are. */
static bool gives_truth(const NdUfunc *ufunc) {
  static const char names[] = " equal not_equal less less_equal greater greater_equal isnan isinf isfinite signbit "
                              "isnat logical_and logical_or logical_xor logical_not ";
  char name[66] = " ";
  np_ufunc_name(ufunc, name + 1);
  strcat(name, " ");
  return strstr(names, name) != NULL;
}
/* dtype= asks for a loop, of which there is none in integers where results are floats. */
static bool lacks_loop(const NdUfunc *ufunc, const NdArray *made, const Options *options, Error *error) {
  if (options->type < 0 || made == NULL || options->type == ND_OBJECT) return false;
  bool other = gives_truth(ufunc) ? options->type != ND_BOOL
                                  : strchr("iub", nd_types[options->type].kind) != NULL &&
                                        strchr("fc", nd_types[made->type].kind) != NULL;
  if (!other) return false;
  char name[64];
  np_ufunc_name(ufunc, name);
  core_fail(error, ERROR_TYPE, "No loop matching the specified signature and casting was found for ufunc %s", name);
  return true;
}

/* One output: a new reference. */
static NdArray *evaluate(const NdUfunc *ufunc, NdArray *a, NdArray *b, NdArray *out, const Options *options,
                         Error *error) {
  /* dtype=bool is what a comparison's results are: its inputs stay as they are. */
  bool plain = options->type == ND_BOOL && gives_truth(ufunc);
  NdArray *first = plain ? nd_retain(a) : input_as(ufunc, a, 0, options, error);
  NdArray *second = !first || !b ? NULL : plain ? nd_retain(b) : input_as(ufunc, b, 1, options, error);
  NdArray *made = NULL;
  bool times = nd_is_time(a->type) || (b != NULL && nd_is_time(b->type));
  bool indirect = out != NULL && (options->where != NULL || strcmp(options->casting, "same_kind") != 0 ||
                                  (times && !nd_is_time(out->type)) || options->type >= 0);
  if (first && (second || b == NULL)) made = nd_ufunc(ufunc, first, second, indirect ? NULL : out, error);
  nd_release(first);
  nd_release(second);
  if (lacks_loop(ufunc, made, options, error)) {
    nd_release(made);
    return NULL;
  }
  if (made && options->where) {
    NdArray *rest = out ? nd_retain(out) : nd_zeros(made->type, made->ndim, made->shape, error);
    NdArray *chosen = rest ? nd_where(options->where, made, rest, error) : NULL;
    nd_release(rest);
    nd_release(made);
    made = chosen;
    (void)nd_take_float_status(); /* what was left out may have been what it warns of */
  }
  if (made && indirect) {
    char name[64];
    np_ufunc_name(ufunc, name);
    bool good = nd_can_cast(made->type, out->type, options->casting);
    char from[32], to[32];
    nd_time_dtype(nd_kind(made), from);
    nd_time_dtype(nd_kind(out), to);
    if (!good)
      core_fail(error, ERROR_TYPE,
                "Cannot cast ufunc '%s' output from dtype('%s') to dtype('%s') with casting rule '%s'", name, from, to,
                options->casting);
    good = good && nd_assign(out, made, error);
    nd_release(made);
    made = good ? nd_retain(out) : NULL;
  }
  return made;
}

/* out= and positional outputs: arrays (borrowed) or NULL. */
static bool read_out(const Row *row, Value given, Value outs[2]) {
  Value const *items = &given;
  int64_t count = 1;
  if (py_is_none(given) || py_is_undefined(given)) return true;
  if (py_is_tuple(given)) {
    items = py_as_tuple(given)->items;
    count = py_as_tuple(given)->count;
    if (count != row->outputs) {
      py_raise(&py_ValueError, "The 'out' tuple must have exactly one entry per ufunc output");
      return false;
    }
  } else if (row->outputs > 1) {
    py_raise(&py_TypeError, "'out' must be a tuple of arrays");
    return false;
  }
  for (int64_t i = 0; i < count; i++) {
    if (py_is_none(items[i])) continue;
    if (!np_is_array(items[i])) {
      py_raise(&py_TypeError, "return arrays must be of ArrayType");
      return false;
    }
    outs[i] = items[i];
  }
  return true;
}

static bool read_keywords(const Row *row, const Arguments *arguments, Options *options, Value outs[2],
                          NdArray **where) {
  for (int i = 0; i < arguments->keyword_count; i++) {
    const char *name = arguments->keyword_names[i]->data;
    Value value = arguments->keyword_values[i];
    if (strcmp(name, "out") == 0) {
      if (!read_out(row, value, outs)) return false;
    } else if (strcmp(name, "where") == 0) {
      if (value.tag == TAG_BOOL && value.as.integer) continue;
      *where = np_as_array(value);
      if (*where == NULL) return false;
      /* An array has to be of bool, what becomes one may hold anything. */
      if ((*where)->type != ND_BOOL && np_is_array(value)) {
        py_raise(&py_TypeError, "Cannot cast array data from dtype('%s') to dtype('bool') according to the rule 'safe'",
                 nd_types[(*where)->type].name);
        return false;
      }
      if ((*where)->type != ND_BOOL) {
        Error error = {0};
        NdArray *truth = nd_astype(*where, ND_BOOL, &error);
        nd_release(*where);
        *where = truth;
        if (truth == NULL) {
          (void)py_raise_error(&error);
          return false;
        }
      }
      options->where = *where;
    } else if (strcmp(name, "dtype") == 0) {
      NdType type;
      if (py_is_none(value)) continue;
      if (!np_as_dtype(value, ND_FLOAT64, &type)) return false;
      options->type = (int)type;
    } else if (strcmp(name, "casting") == 0) {
      if (!py_as_text(value, &options->casting)) return false;
      static const char *const rules[] = {"no", "equiv", "safe", "same_kind", "unsafe"};
      bool known = false;
      for (size_t k = 0; k < sizeof rules / sizeof *rules; k++) known |= strcmp(rules[k], options->casting) == 0;
      if (!known) {
        py_raise(&py_ValueError, "casting must be one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe' (got '%s')",
                 options->casting);
        return false;
      }
    } else if (strcmp(name, "subok") == 0) {
      if (value.tag != TAG_BOOL) {
        py_raise(&py_TypeError, "'subok' must be a boolean");
        return false;
      }
      options->keeps_class = value.as.integer;
    } else if (strcmp(name, "order") == 0) {
      if (!np_check_order(value)) return false;
    } else {
      py_raise(&py_TypeError, "%s() got an unexpected keyword argument '%s'", row->name, name);
      return false;
    }
  }
  return true;
}

/* Argument `which` as an operand; a large Python integer is fitted to the other one, except in comparisons. */
static NdArray *operand(const Row *row, const Arguments *arguments, int which) {
  Value given = arguments->positional[which];
  static const char *const comparisons[] = {"equal", "not_equal", "less", "less_equal", "greater", "greater_equal"};
  bool compares = row->inputs != 2;
  for (size_t i = 0; i < sizeof comparisons / sizeof *comparisons; i++)
    compares = compares || strcmp(row->name, comparisons[i]) == 0;
  if (compares) return np_as_operand(given);
  Value settled = np_settle_integer(given, arguments->positional[1 - which]);
  NdArray *made = py_is_error(settled) ? NULL : np_as_operand(settled);
  py_drop(settled);
  return made;
}

static Value ufunc_call(Value self, const Arguments *arguments) {
  const Row *row = row_of(self);
  int most = row->inputs + row->outputs;
  if (arguments->count < row->inputs || arguments->count > most)
    return py_raise(&py_TypeError, "%s() takes from %d to %d positional arguments but %d %s given", row->name,
                    row->inputs, most, arguments->count, arguments->count == 1 ? "was" : "were");
  Value overridden;
  bool classes = false;
  for (int i = 0; i < row->inputs; i++)
    classes = classes || (arguments->positional[i].tag == TAG_OBJECT && arguments->positional[i].as.object->type->heap);
  if (np_ufunc_override(self, "__call__", arguments, row->inputs, &overridden)) return overridden;
  Value outs[2] = {PY_NONE, PY_NONE};
  Options options = {.type = -1, .casting = "same_kind", .keeps_class = true};
  NdArray *where = NULL, *a = NULL, *b = NULL;
  Value results[2] = {PY_NONE, PY_NONE};
  bool good = true;
  for (int i = row->inputs; i < arguments->count && good; i++) {
    if (py_is_none(arguments->positional[i])) continue;
    good = np_is_array(arguments->positional[i]);
    if (good) outs[i - row->inputs] = arguments->positional[i];
    else py_raise(&py_TypeError, "return arrays must be of ArrayType");
  }
  good = good && read_keywords(row, arguments, &options, outs, &where);
  a = good ? operand(row, arguments, 0) : NULL;
  b = a && row->inputs == 2 ? operand(row, arguments, 1) : NULL;
  good = a != NULL && (b != NULL || row->inputs == 1);
  /* The operator squares bools, the function counts with them. */
  if (good && b != NULL && b->weak == ND_WEAK_INT && a->type == ND_BOOL && strcmp(row->name, "power") == 0)
    b->weak = ND_STRONG;
  (void)nd_take_float_status();
  for (int i = 0; i < row->outputs && good; i++) {
    Error error = {0};
    NdArray *target = np_is_array(outs[i]) ? np_borrow(outs[i]) : NULL;
    NdArray *made = evaluate(row->parts[i], a, b, target, &options, &error);
    if (made == NULL) np_raise_ufunc(&error);
    good = made != NULL;
    if (!good) break;
    if (target != NULL) {
      nd_release(made);
      results[i] = py_keep(outs[i]);
    } else {
      results[i] = np_value_or_scalar(made, &error);
      if (classes && options.keeps_class) results[i] = np_wrap(results[i], self, arguments->positional, row->inputs, i);
      good = !py_is_error(results[i]);
    }
  }
  nd_release(a);
  nd_release(b);
  nd_release(where);
  good = good && np_float_check(row->name);
  Value result = PY_ERROR;
  if (good) result = row->outputs == 1 ? py_keep(results[0]) : py_tuple_of(2, results[0], results[1]);
  py_drop(results[0]);
  py_drop(results[1]);
  return result;
}

/* Methods: the language's half gets the ufunc and the arguments. */
static Value ufunc_getattr(Value self, String *name) { return np_python_method("ufunc", self, name); }

static Value ufunc_repr(Value self) { return py_textf("<ufunc '%s'>", row_of(self)->name); }
static Value get_name(Value self) { return py_text(row_of(self)->name); }
static Value get_inputs(Value self) { return py_int(row_of(self)->inputs); }
static Value get_outputs(Value self) { return py_int(row_of(self)->outputs); }
static Value get_arguments(Value self) { return py_int(row_of(self)->inputs + row_of(self)->outputs); }
static Value get_signature(Value self) { return PY_NONE; }
static Value get_identity(Value self) {
  static const struct {
    const char *name;
    int kind; /* 0, 1, -1; 2: False; 3: True */
  } identities[] = {{"add", 0},         {"multiply", 1},    {"logical_and", 3}, {"logical_or", 2}, {"logical_xor", 2},
                    {"bitwise_or", 0},  {"bitwise_xor", 0}, {"bitwise_and", -1}, {"logaddexp", 9},  {"logaddexp2", 9},
                    {"hypot", 0},       {"gcd", 0}};
  for (size_t i = 0; i < sizeof identities / sizeof *identities; i++) {
    if (strcmp(identities[i].name, row_of(self)->name) != 0) continue;
    int kind = identities[i].kind;
    return kind == 9 ? py_float(-__builtin_inf()) : kind > 1 ? py_bool(kind == 3) : py_int(kind);
  }
  return PY_NONE;
}
static const PropertyRow ufunc_properties[] = {{"__name__", "The name.", get_name, NULL},
                                               {"__qualname__", "The name.", get_name, NULL},
                                               {"nin", "How many inputs.", get_inputs, NULL},
                                               {"nout", "How many outputs.", get_outputs, NULL},
                                               {"nargs", "How many inputs and outputs.", get_arguments, NULL},
                                               {"identity", "What changes nothing, or None.", get_identity, NULL},
                                               {"signature", "None: elements are independent.", get_signature, NULL},
                                               {0}};
Type np_ufunc_type = {.head = {&py_type_type, 1}, .name = "ufunc", .module = "numpy", .base = &py_object_type,
                      .help = "A function of every element.", .size = sizeof(UfuncObject), .repr = ufunc_repr,
                      .call = ufunc_call, .getattr = ufunc_getattr, .properties = ufunc_properties};

/* numpy's functions of two outputs, by the functions that make each. */
static const struct {
  const char *name;
  int inputs;
  const char *parts[2];
} pairs[] = {{"divmod", 2, {"floor_divide", "remainder"}},
             {"modf", 1, {"_modf_fraction", "_modf_whole"}},
             {"frexp", 1, {"_frexp_mantissa", "_frexp_exponent"}}};
enum { PAIR_COUNT = sizeof pairs / sizeof *pairs };

static Value make(const Row *row) {
  UfuncObject *object = py_new(&np_ufunc_type);
  if (object == NULL) return PY_ERROR;
  object->row = *row;
  return py_object(object);
}

/* One object a function, made when first asked for and kept. */
Value np_ufunc_find(String *name) {
  static Value *made;
  static char (*names)[64];
  if (made == NULL) {
    made = core_alloc_zero((size_t)(nd_ufunc_count + PAIR_COUNT), sizeof *made);
    names = core_alloc_zero((size_t)(nd_ufunc_count + PAIR_COUNT), sizeof *names);
    if (made == NULL || names == NULL) return py_raise(&py_MemoryError, "out of memory");
  }
  if (name->data[0] == '_') return PY_UNDEFINED;
  int place = -1;
  Row row = {0};
  for (int i = 0; i < PAIR_COUNT; i++) {
    if (strcmp(pairs[i].name, name->data) != 0) continue;
    place = nd_ufunc_count + i;
    row = (Row){pairs[i].name, pairs[i].inputs, 2, {NULL}};
    for (int k = 0; k < 2; k++) row.parts[k] = nd_ufunc_named(pairs[i].parts[k]);
  }
  const NdUfunc *ufunc = place < 0 ? nd_ufunc_named(name->data) : NULL;
  if (ufunc != NULL) {
    place = (int)(ufunc - nd_ufuncs);
    np_ufunc_name(ufunc, names[place]);
    row = (Row){names[place], ufunc->inputs, 1, {ufunc}};
  }
  if (place < 0) return PY_UNDEFINED;
  if (made[place].tag == TAG_ERROR) made[place] = make(&row);
  return py_keep(made[place]);
}

void np_ufunc_names(void (*each)(void *context, const char *name), void *context) {
  for (int i = 0; i < PAIR_COUNT; i++) each(context, pairs[i].name);
  for (int i = 0; i < nd_ufunc_count; i++)
    if (nd_ufuncs[i].name[0] != '_') modules_each_name(nd_ufuncs[i].name, each, context);
}

/* ---- The half of numpy that is written in the language ---- */

static Dict *python_half(void) {
  static Value kept;
  if (kept.tag != TAG_OBJECT) {
    Value module = modules_import("_numpy_array");
    if (py_is_error(module)) return NULL;
    kept = module;
  }
  return ((Module *)kept.as.object)->dict;
}

/* Public names of the language's half. */
void np_python_names(void (*each)(void *context, const char *name), void *context) {
  Dict *dict = python_half();
  Value key, value;
  if (dict == NULL) {
    py_clear_pending();
    return;
  }
  for (int64_t at = 0; py_dict_next(dict, &at, &key, &value);)
    if (py_is_str(key) && py_as_string(key)->data[0] != '_' && strcmp(py_as_string(key)->data, "np") != 0)
      each(context, py_as_string(key)->data);
}

Value np_python_find(const char *name) {
  if (name[0] == '_') return PY_UNDEFINED;
  Dict *dict = python_half();
  if (dict == NULL) return PY_ERROR;
  return py_keep(py_dict_find_name(dict, py_intern(name)));
}

Value np_python_call(const char *name, const Value *arguments, int count) {
  Dict *dict = python_half();
  if (dict == NULL) return PY_ERROR;
  return py_call_values(py_dict_find_name(dict, py_intern(name)), arguments, count);
}

Value np_python_method(const char *class, Value self, String *name) {
  if (name->data[0] == '_' && strcmp(name->data, "__array__") != 0 && strcmp(name->data, "__deepcopy__") != 0)
    return PY_UNDEFINED;
  char holder[32] = "_";
  strncat(holder, class, sizeof holder - 2);
  Dict *dict = python_half();
  if (dict == NULL) return PY_ERROR;
  Value type = py_dict_find_name(dict, py_intern(holder));
  if (!py_is_type(type)) return PY_UNDEFINED;
  Value function = py_type_lookup(py_as_type(type), name);
  if (function.tag != TAG_OBJECT) return PY_UNDEFINED;
  Type *kind = py_type_of(function);
  if (kind == &py_property_type) {
    Value get = py_getattr_c(function, "fget");
    Value made = py_is_error(get) ? PY_ERROR : py_call_values(get, &self, 1);
    py_drop(get);
    return made;
  }
  return kind->get == py_method_get ? py_method(function, self) : PY_UNDEFINED;
}

const NativeRow np_ufunc_rows[] = {
    {"geterr", "", "What is done about each kind of floating-point trouble.", geterr, NULL},
    {"seterr", "all=None, divide=None, over=None, under=None, invalid=None",
     "Says what is done about floating-point trouble: 'ignore', 'warn', 'raise' or 'print'.", seterr, NULL},
    {0},
};
