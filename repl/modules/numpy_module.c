/* numpy and its submodules as rows. */
#include <math.h>
#include <string.h>

#include "engine/array/linalg.h"
#include "engine/core/memory.h"
#include "repl/modules/numpy_internal.h"

/* ---- Ufuncs: one native function a row of the engine's table, made when first asked for ---- */

/* out= may be an array or a tuple of one; dtype= converts the result. */
static Value call_ufunc(const NativeRow *row, Value *arguments) {
  const NdUfunc *ufunc = row->data;
  Value out = arguments[ufunc->inputs], dtype = arguments[ufunc->inputs + 1];
  if (py_is_tuple(out) && py_as_tuple(out)->count == 1) out = py_as_tuple(out)->items[0];
  if (!py_is_none(out) && !np_is_array(out)) return py_raise(&py_TypeError, "return arrays must be of ArrayType");
  NdType type;
  if (!np_as_dtype(dtype, ND_FLOAT64, &type)) return PY_ERROR;
  NdArray *target = np_is_array(out) ? np_borrow(out) : NULL, *a = np_as_operand(arguments[0]);
  NdArray *b = a && ufunc->inputs == 2 ? np_as_operand(arguments[1]) : NULL;
  Error error = {0};
  NdArray *made = a && (b || ufunc->inputs == 1) ? nd_ufunc(ufunc, a, b, target, &error) : NULL;
  nd_release(a);
  nd_release(b);
  if (made == NULL) return py_pending() ? PY_ERROR : np_raise_ufunc(&error);
  if (target) {
    nd_release(made);
    return py_keep(out);
  }
  if (!py_is_none(dtype) && made->type != type) {
    NdArray *cast = nd_astype(made, type, &error);
    nd_release(made);
    made = cast;
  }
  return np_value_or_scalar(made, &error);
}

/* The tables of numpy's functions; one row may have several names. */
static const NativeRow *const tables[] = {np_create_rows, np_shared_rows, np_join_rows, np_select_rows,
                                          np_statistics_rows, np_file_rows, np_type_rows};
enum { TABLE_COUNT = sizeof tables / sizeof *tables };

static Value find_numpy(String *name) {
  for (int t = 0; t < TABLE_COUNT; t++)
    for (const NativeRow *row = tables[t]; row->name; row++)
      if (modules_is_named(row->name, name->data)) return py_native(row, PY_UNDEFINED, "numpy");
  static NativeRow *made;
  if (made == NULL) {
    made = core_alloc_zero((size_t)nd_ufunc_count, sizeof *made);
    if (made == NULL) return py_raise(&py_MemoryError, "out of memory");
  }
  const NdUfunc *ufunc = nd_ufunc_named(name->data);
  if (ufunc == NULL) return PY_UNDEFINED;
  NativeRow *row = &made[ufunc - nd_ufuncs];
  if (row->name == NULL)
    *row =
        (NativeRow){ufunc->name, ufunc->inputs == 2 ? "x1, x2, /, out=None, dtype=None" : "x, /, out=None, dtype=None",
                    ufunc->help, call_ufunc, ufunc};
  return py_native(row, PY_UNDEFINED, "numpy");
}

static void names_numpy(void (*each)(void *context, const char *name), void *context) {
  for (int t = 0; t < TABLE_COUNT; t++)
    for (const NativeRow *row = tables[t]; row->name; row++) modules_each_name(row->name, each, context);
  for (int i = 0; i < nd_ufunc_count; i++) modules_each_name(nd_ufuncs[i].name, each, context);
}

/* ---- The modules ---- */

static bool fill_numpy(Dict *dict) {
  if (!np_fill_joiners(dict)) return false;
  for (int i = 0; i < ND_STRING; i++)
    if (!py_dict_set_steal(dict, nd_types[i].name, py_type_value(py_scalar_types[i]))) return false;
  static const struct {
    const char *name;
    NdType type;
  } aliases[] = {{"bool_", ND_BOOL},     {"int_", ND_INT64},     {"intp", ND_INT64},   {"uint", ND_UINT64},
                 {"double", ND_FLOAT64}, {"single", ND_FLOAT32}, {"half", ND_FLOAT16}, {"float_", ND_FLOAT64},
                 {"byte", ND_INT8},      {"ubyte", ND_UINT8},    {"short", ND_INT16},   {"ushort", ND_UINT16},
                 {"intc", ND_INT32},     {"uintc", ND_UINT32},   {"long", ND_INT64},    {"ulong", ND_UINT64},
                 {"longlong", ND_INT64}, {"ulonglong", ND_UINT64}, {"uintp", ND_UINT64}, {"str_", ND_STRING},
                 {"bytes_", ND_BYTES},   {"object_", ND_OBJECT}};
  for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
    if (!py_dict_set_steal(dict, aliases[i].name, py_type_value(py_scalar_types[aliases[i].type]))) return false;
  return py_dict_set_steal(dict, "pi", py_float(M_PI)) && py_dict_set_steal(dict, "e", py_float(M_E)) &&
         py_dict_set_steal(dict, "inf", py_float(INFINITY)) && py_dict_set_steal(dict, "nan", py_float(NAN)) &&
         py_dict_set_steal(dict, "newaxis", PY_NONE) && py_dict_set_steal(dict, "__version__", py_text("2.4.6"));
}

static Type *const numpy_types[] = {&np_array_type, &np_dtype_type, &np_generic_type, &np_number_type, &np_integer_type,
                                    &np_floating_type, &np_finfo_type, &np_iinfo_type,
                                    &np_errstate_type, &np_vectorize_type, NULL};
static Type *const random_types[] = {&np_random_state_type, NULL};

const ModuleRow numpy_module_rows[] = {
    {.name = "numpy", .help = "Arrays.", .types = numpy_types, .fill = fill_numpy,
     .find = find_numpy, .names = names_numpy},
    {.name = "numpy.random", .help = "Random numbers.", .functions = np_random_rows, .types = random_types,
     .find = np_random_find, .names = np_random_names},
    {.name = "numpy.linalg", .help = "Linear algebra.", .functions = np_linalg_rows},
    {0},
};

bool numpy_start(void) { return np_scalars_prepare(); }
