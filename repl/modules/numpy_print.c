/* How arrays are printed: numpy's print options, and arrays as text. What only puts these together is in
 * python/_numpy_array.py. */
#include <string.h>

#include "engine/array/print.h"
#include "repl/modules/numpy_internal.h"

/* formatter=: a dict of callables, or None. */
static Value formatter = {.tag = TAG_NONE};

/* The formatter's keys for a dtype, the most special first. */
static const char *const *keys_of(NdType type) {
  static const char *const bools[] = {"bool", "all", NULL};
  static const char *const whole[] = {"int", "int_kind", "all", NULL};
  static const char *const real[] = {"float", "float_kind", "all", NULL};
  static const char *const texts[] = {"numpystr", "str_kind", "all", NULL};
  static const char *const objects[] = {"object", "all", NULL};
  switch (nd_types[type].kind) {
    case 'b': return bools;
    case 'f': return real;
    case 'O': return objects;
    case 'U':
    case 'S': return texts;
    default: return whole;
  }
}

static int write_element(NdKind kind, const char *data, Text *text) {
  if (!py_is_dict(formatter)) return 0;
  Value function = PY_UNDEFINED;
  for (const char *const *key = keys_of(kind.type); *key != NULL && py_is_undefined(function); key++)
    function = py_dict_find_name(py_as_dict(formatter), py_intern(*key));
  if (py_is_undefined(function) || py_is_none(function)) return 0;
  if (py_pending()) return -1;
  Value element = np_element(kind, data);
  Value made = py_is_error(element) ? PY_ERROR : py_call_values(function, &element, 1);
  py_drop(element);
  bool good = !py_is_error(made) && py_str_to(text, made);
  py_drop(made);
  return good ? 1 : -1;
}

static const char *const float_modes[] = {"maxprec", "maxprec_equal", "fixed", "unique"};

/* precision, threshold, edgeitems, linewidth, suppress, nanstr, infstr, formatter, sign, floatmode, legacy,
 * override_repr; None leaves an option as it is, but for the formatter. */
static Value set_printoptions(const NativeRow *row, Value *arguments) {
  NdPrintOptions made = nd_print_options;
  int *const places[] = {&made.precision, &made.threshold, &made.edgeitems, &made.linewidth};
  for (int i = 0; i < 4; i++) {
    if (py_is_none(arguments[i])) continue;
    double value;
    if (i == 1 && !py_is_number(arguments[i])) return py_raise(&py_TypeError, "threshold must be numeric");
    if (i == 0 && !py_is_integer(arguments[i])) return py_raise(&py_TypeError, "precision must be an integer");
    if (!py_as_double(arguments[i], &value)) return PY_ERROR; /* threshold=np.inf is common */
    if (value != value) return py_raise(&py_ValueError, "threshold must be non-NAN, try sys.maxsize for untruncated "
                                                        "representation");
    *places[i] = value > 2147483647.0 ? 2147483647 : value < 0 ? 0 : (int)value;
  }
  if (!py_is_none(arguments[4]) && !py_as_bool(arguments[4], &made.suppress)) return PY_ERROR;
  char *const texts[] = {made.nan_text, made.inf_text};
  for (int i = 0; i < 2; i++) {
    const char *text;
    if (py_is_none(arguments[5 + i])) continue;
    if (!py_as_text(arguments[5 + i], &text)) return PY_ERROR;
    strncpy(texts[i], text, sizeof made.nan_text - 1);
  }
  if (!py_is_none(arguments[8])) {
    const char *sign;
    if (!py_as_text(arguments[8], &sign)) return PY_ERROR;
    if (strlen(sign) != 1 || strchr("+- ", *sign) == NULL)
      return py_raise(&py_ValueError, "sign option must be one of ' ', '+', or '-'");
    made.sign = *sign;
  }
  if (!py_is_none(arguments[9])) {
    int mode = -1;
    for (int i = 0; py_is_str(arguments[9]) && i < 4; i++)
      if (strcmp(float_modes[i], py_as_string(arguments[9])->data) == 0) mode = i;
    if (mode < 0)
      return py_raise(&py_ValueError,
                      "floatmode option must be one of \"fixed\", \"unique\", \"maxprec\", \"maxprec_equal\"");
    made.float_mode = (NdFloatMode)mode;
  }
  made.writer = py_is_dict(arguments[7]) ? write_element : NULL;
  nd_print_options = made;
  py_drop(formatter);
  formatter = py_keep(arguments[7]);
  return PY_NONE;
}

static Value get_printoptions(const NativeRow *row, Value *arguments) {
  Value made = py_dict();
  if (py_is_error(made)) return made;
  Dict *dict = py_as_dict(made);
  const NdPrintOptions *own = &nd_print_options;
  bool good = py_dict_set_steal(dict, "edgeitems", py_int(own->edgeitems)) &&
              py_dict_set_steal(dict, "threshold",
                                own->threshold == 2147483647 ? py_int(INT64_MAX) : py_int(own->threshold)) &&
              py_dict_set_steal(dict, "floatmode", py_text(float_modes[own->float_mode])) &&
              py_dict_set_steal(dict, "precision", py_int(own->precision)) &&
              py_dict_set_steal(dict, "suppress", py_bool(own->suppress)) &&
              py_dict_set_steal(dict, "linewidth", py_int(own->linewidth)) &&
              py_dict_set_steal(dict, "nanstr", py_text(own->nan_text)) &&
              py_dict_set_steal(dict, "infstr", py_text(own->inf_text)) &&
              py_dict_set_steal(dict, "sign", py_text_bytes(&own->sign, 1)) &&
              py_dict_set_steal(dict, "formatter", py_keep(formatter)) &&
              py_dict_set_steal(dict, "legacy", PY_FALSE) && py_dict_set_steal(dict, "override_repr", PY_NONE);
  if (good) return made;
  py_drop(made);
  return PY_ERROR;
}

/* a, separator, prefix, suffix */
static Value plain_text(const NativeRow *row, Value *arguments) {
  const char *separator, *prefix, *suffix;
  if (!py_as_text(arguments[1], &separator) || !py_as_text(arguments[2], &prefix) ||
      !py_as_text(arguments[3], &suffix))
    return PY_ERROR;
  NdArray *array = np_as_array(arguments[0]);
  if (array == NULL) return PY_ERROR;
  Text text = {0};
  nd_print_array(&text, array, separator, prefix, (int)strlen(suffix));
  nd_release(array);
  return np_printed(&text);
}
/* str or (row->data) repr of an array under the options of the moment. */
static Value array_text(const NativeRow *row, Value *arguments) {
  NdArray *array = np_as_array(arguments[0]);
  if (array == NULL) return PY_ERROR;
  Text text = {0};
  (row->data ? nd_print_repr : nd_print_str)(&text, array);
  nd_release(array);
  return np_printed(&text);
}

static const char marked[] = "yes";
const NativeRow np_print_rows[] = {
    {"set_printoptions",
     "precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None, infstr=None, "
     "formatter=None, sign=None, floatmode=None, legacy=None, override_repr=None",
     "How arrays are printed.", set_printoptions, NULL},
    {"get_printoptions", "", "How arrays are printed, as a dict.", get_printoptions, NULL},
    {"_plain_text", "a, separator, prefix, suffix", "An array as text.", plain_text, NULL},
    {"_str_text", "a", "An array as print() writes it.", array_text, NULL},
    {"_repr_text", "arr", "An array as the prompt writes it.", array_text, marked},
    {0},
};
