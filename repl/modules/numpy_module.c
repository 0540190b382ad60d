/* numpy and its submodules as rows. */
#include <math.h>
#include <string.h>

#include "engine/array/linalg.h"
#include "engine/core/memory.h"
#include "repl/modules/numpy_generator.h"
#include "repl/modules/numpy_internal.h"

/* The tables of numpy's functions; one row may have several names. */
static const NativeRow *const tables[] = {np_create_rows, np_shared_rows, np_join_rows, np_select_rows,
                                          np_statistics_rows, np_file_rows, np_type_rows, np_ufunc_rows,
                                          np_print_rows, np_class_rows, np_record_rows,
                                          np_dtype_rows};
enum { TABLE_COUNT = sizeof tables / sizeof *tables };

static Value find_native(String *name) {
  for (int t = 0; t < TABLE_COUNT; t++)
    for (const NativeRow *row = tables[t]; row->name; row++)
      if (modules_is_named(row->name, name->data)) return py_native(row, PY_UNDEFINED, "numpy");
  if (strcmp(name->data, "char") == 0) return modules_import("numpy.char");
  if (strcmp(name->data, "strings") == 0) return modules_import("numpy.strings");
  Value ufunc = np_ufunc_find(name);
  return py_is_undefined(ufunc) ? np_python_find(name->data) : ufunc;
}

static Value find_numpy(String *name) {
  Value found = np_find_embedded("numpy", name);
  if (py_is_undefined(found)) found = np_find_removed(name->data);
  return py_is_undefined(found) ? find_native(name) : found;
}
static Value find_linalg(String *name) { return np_find_embedded("numpy.linalg", name); }
static void names_linalg(void (*each)(void *context, const char *name), void *context) {
  np_names_embedded("numpy.linalg", each, context);
}

static void names_numpy(void (*each)(void *context, const char *name), void *context) {
  np_names_embedded("numpy", each, context);
  for (int t = 0; t < TABLE_COUNT; t++)
    for (const NativeRow *row = tables[t]; row->name; row++) modules_each_name(row->name, each, context);
  np_ufunc_names(each, context);
  np_python_names(each, context);
}

/* numpy.random: the rows of the global generator are in one table, default_rng in another, distributions in the
 * engine's. */
static Value find_random(String *name) {
  for (const NativeRow *row = np_generator_rows; row->name; row++)
    if (strcmp(row->name, name->data) == 0) return py_native(row, PY_UNDEFINED, "numpy.random");
  return np_random_find(name);
}
static void names_random(void (*each)(void *context, const char *name), void *context) {
  for (const NativeRow *row = np_generator_rows; row->name; row++) each(context, row->name);
  np_random_names(each, context);
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
                 {"double", ND_FLOAT64}, {"single", ND_FLOAT32}, {"half", ND_FLOAT16},
                 {"byte", ND_INT8},      {"ubyte", ND_UINT8},    {"short", ND_INT16},   {"ushort", ND_UINT16},
                 {"intc", ND_INT32},     {"uintc", ND_UINT32},   {"long", ND_INT64},    {"ulong", ND_UINT64},
                 {"longlong", ND_INT64}, {"ulonglong", ND_UINT64}, {"uintp", ND_UINT64}, {"str_", ND_STRING},
                 {"cdouble", ND_COMPLEX128}, {"longdouble", ND_FLOAT64}, {"clongdouble", ND_COMPLEX128},
                 {"csingle", ND_COMPLEX64},
                 {"bytes_", ND_BYTES},   {"object_", ND_OBJECT}};
  for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
    if (!py_dict_set_steal(dict, aliases[i].name, py_type_value(py_scalar_types[aliases[i].type]))) return false;
  return py_dict_set_steal(dict, "pi", py_float(M_PI)) && py_dict_set_steal(dict, "e", py_float(M_E)) &&
         py_dict_set_steal(dict, "inf", py_float(INFINITY)) && py_dict_set_steal(dict, "nan", py_float(NAN)) &&
         py_dict_set_steal(dict, "euler_gamma", py_float(0.5772156649015329)) &&
         py_dict_set_steal(dict, "True_", py_scalar((NdScalar){.type = ND_BOOL, .as.u = 1})) &&
         py_dict_set_steal(dict, "False_", py_scalar((NdScalar){.type = ND_BOOL})) &&
         py_dict_set_steal(dict, "newaxis", PY_NONE) && py_dict_set_steal(dict, "__version__", py_text("2.4.6"));
}

static Type *const numpy_types[] = {&np_array_type, &np_dtype_type, &np_generic_type, &np_number_type, &np_integer_type,
                                    &np_floating_type,
                                    &np_ufunc_type, &np_signed_type, &np_unsigned_type,
                                    &np_inexact_type, &np_complex_floating_type, &np_void_type,
                                    &np_datetime_type, &np_timedelta_type,
                                    &np_flexible_type, &np_character_type, NULL};
static Type *const linalg_types[] = {&py_LinAlgError, NULL};
static Type *const random_types[] = {&np_random_state_type, &np_generator_type, &np_pcg64_type, &np_mt19937_type,
                                     &np_seed_sequence_type, NULL};

static Type visible_type = {.name = "VisibleDeprecationWarning", .module = "numpy.exceptions", .base = &py_UserWarning};
static Type too_hard_type = {.name = "TooHardError", .module = "numpy.exceptions", .base = &py_RuntimeError};
static Type rank_type = {.name = "RankWarning", .module = "numpy.exceptions", .base = &py_RuntimeWarning};
static Type *const exception_types[] = {&py_AxisError, &np_promotion_error_type, &np_complex_warning_type,
                                        &visible_type, &too_hard_type, &rank_type, NULL};

const ModuleRow numpy_module_rows[] = {
    {.name = "numpy", .help = "Arrays.", .types = numpy_types, .fill = fill_numpy,
     .find = find_numpy, .names = names_numpy},
    {.name = "numpy.random", .help = "Random numbers.", .functions = np_random_rows, .types = random_types,
     .find = find_random, .names = names_random},
    {.name = "numpy.linalg", .help = "Linear algebra.", .functions = np_linalg_rows, .types = linalg_types,
     .find = find_linalg, .names = names_linalg},
    {.name = "numpy.exceptions", .help = "numpy's exceptions.", .types = exception_types},
    {.name = "_numpy", .help = "numpy's native functions.", .functions = np_inner_rows, .find = find_native},
    {.name = "_lapack", .help = "Decompositions of matrices.", .functions = np_lapack_rows},
    {0},
};

bool numpy_start(void) { return np_scalars_prepare(); }
