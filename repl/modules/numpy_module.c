/* numpy and its submodules as rows. */
#include <math.h>
#include <string.h>

#include "engine/array/linalg.h"
#include "engine/core/memory.h"
#include "repl/modules/numpy_internal.h"

extern Type np_generic_type, np_number_type, np_integer_type, np_floating_type;

/* ---- Ufuncs: one native function a row of the engine's table, made when first asked for ---- */

static Value call_ufunc(const NativeRow *row, Value *arguments) {
  const NdUfunc *ufunc = row->data;
  Value out = arguments[ufunc->inputs];
  NdArray *target = NULL;
  if (!py_is_none(out)) {
    if (!np_is_array(out)) return py_raise(&py_TypeError, "return arrays must be of ArrayType");
    target = np_borrow(out);
  }
  NdArray *a = np_as_operand(arguments[0]);
  NdArray *b = a && ufunc->inputs == 2 ? np_as_operand(arguments[1]) : NULL;
  Value result = PY_ERROR;
  if (a && (b || ufunc->inputs == 1)) {
    Error error = {0};
    NdArray *made = nd_ufunc(ufunc, a, b, target, &error);
    if (made && !py_is_none(arguments[ufunc->inputs + 1])) {
      NdType type;
      NdArray *cast = np_as_dtype(arguments[ufunc->inputs + 1], ND_FLOAT64, &type) ? nd_astype(made, type, &error) : NULL;
      nd_release(made);
      made = cast;
    }
    if (!py_pending()) {
      if (target && made) {
        nd_release(made);
        result = py_keep(out);
      } else {
        result = np_value_or_scalar(made, &error);
      }
    }
  }
  nd_release(a);
  nd_release(b);
  return result;
}

static Value find_numpy(String *name) {
  static NativeRow *made;
  if (made == NULL) {
    made = core_alloc_zero((size_t)nd_ufunc_count, sizeof *made);
    if (made == NULL) return py_raise(&py_MemoryError, "out of memory");
  }
  const NdUfunc *ufunc = nd_ufunc_named(name->data);
  if (ufunc == NULL) return PY_UNDEFINED;
  NativeRow *row = &made[ufunc - nd_ufuncs];
  if (row->name == NULL)
    *row = (NativeRow){ufunc->name, ufunc->inputs == 2 ? "x1, x2, /, out=None, dtype=None" : "x, /, out=None, dtype=None",
                       ufunc->help, call_ufunc, ufunc};
  return py_native(row, PY_UNDEFINED, "numpy");
}
static void names_numpy(void (*each)(void *context, const char *name), void *context) {
  char name[64];
  for (int i = 0; i < nd_ufunc_count; i++)
    for (const char *at = nd_ufuncs[i].name; at; at = strchr(at, '|'), at = at ? at + 1 : NULL) {
      size_t length = strcspn(at, "|");
      if (length >= sizeof name) continue;
      memcpy(name, at, length);
      name[length] = '\0';
      each(context, name);
    }
}

/* ---- linalg ---- */

static Value norm(const NativeRow *row, Value *arguments) {
  if (!py_is_none(arguments[1])) {
    int64_t order;
    if (py_as_int(arguments[1], &order) && order == 1) {
      NdArray *x = np_as_array(arguments[0]);
      Error error = {0};
      Value size = x ? np_value(nd_apply("absolute", x, NULL, NULL, &error), &error) : PY_ERROR;
      nd_release(x);
      Value result = py_is_error(size) ? PY_ERROR : np_reduce_value(ND_SUM, size, arguments[2], PY_NONE, arguments[3], 0);
      py_drop(size);
      return result;
    }
    if (py_pending()) return PY_ERROR;
    if (order != 2) return py_raise(&py_NotImplementedError, "norm of order %lld is not there yet", (long long)order);
  }
  NdArray *x = np_as_array(arguments[0]);
  Error error = {0};
  NdArray *real = x && nd_types[x->type].kind != 'f' ? nd_astype(x, ND_FLOAT64, &error) : nd_retain(x);
  NdArray *squares = real ? nd_apply("square", real, NULL, NULL, &error) : NULL;
  nd_release(x);
  nd_release(real);
  if (squares == NULL) return PY_ERROR;
  Value value = np_value(squares, &error);
  Value total = py_is_error(value) ? PY_ERROR : np_reduce_value(ND_SUM, value, arguments[2], PY_NONE, arguments[3], 0);
  py_drop(value);
  if (py_is_error(total)) return total;
  NdArray *sum = np_as_array(total);
  Value result = sum ? np_value_or_scalar(nd_apply("sqrt", sum, NULL, NULL, &error), &error) : PY_ERROR;
  nd_release(sum);
  py_drop(total);
  return result;
}
const NativeRow np_linalg_rows[] = {
    {"norm", "x, ord=None, axis=None, keepdims=False", "The length of a vector.", norm, NULL},
    {0},
};

/* ---- The modules ---- */

static bool add_rows(Dict *dict, const NativeRow *rows) {
  for (const NativeRow *row = rows; row->name; row++) {
    for (const char *at = row->name; at; at = strchr(at, '|'), at = at ? at + 1 : NULL) {
      char name[64];
      size_t length = strcspn(at, "|");
      memcpy(name, at, length);
      name[length] = '\0';
      if (!py_dict_set_steal(dict, name, py_native(row, PY_UNDEFINED, "numpy"))) return false;
    }
  }
  return true;
}

static bool fill_numpy(Dict *dict) {
  if (!add_rows(dict, np_shared_rows)) return false;
  for (int i = 0; i < ND_TYPE_COUNT; i++)
    if (!py_dict_set_steal(dict, nd_types[i].name, py_type_value(py_scalar_types[i]))) return false;
  static const struct {
    const char *name;
    NdType type;
  } aliases[] = {{"bool_", ND_BOOL}, {"int_", ND_INT64}, {"intp", ND_INT64}, {"uint", ND_UINT64}, {"double", ND_FLOAT64},
                 {"single", ND_FLOAT32}, {"half", ND_FLOAT16}, {"float_", ND_FLOAT64}, {"byte", ND_INT8}, {"ubyte", ND_UINT8}};
  for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
    if (!py_dict_set_steal(dict, aliases[i].name, py_type_value(py_scalar_types[aliases[i].type]))) return false;
  return py_dict_set_steal(dict, "pi", py_float(M_PI)) && py_dict_set_steal(dict, "e", py_float(M_E)) &&
         py_dict_set_steal(dict, "inf", py_float(INFINITY)) && py_dict_set_steal(dict, "nan", py_float(NAN)) &&
         py_dict_set_steal(dict, "newaxis", PY_NONE) && py_dict_set_steal(dict, "__version__", py_text("2.4.6"));
}

static Type *const numpy_types[] = {&np_array_type, &np_dtype_type, &np_generic_type, &np_number_type, &np_integer_type,
                                    &np_floating_type, NULL};
static Type *const random_types[] = {&np_random_state_type, NULL};

const ModuleRow numpy_module_rows[] = {
    {.name = "numpy", .help = "Arrays.", .functions = np_function_rows, .types = numpy_types, .fill = fill_numpy,
     .find = find_numpy, .names = names_numpy},
    {.name = "numpy.random", .help = "Random numbers.", .functions = np_random_rows, .types = random_types},
    {.name = "numpy.linalg", .help = "Linear algebra.", .functions = np_linalg_rows},
    {0},
};

bool numpy_start(void) { return np_scalars_prepare(); }
