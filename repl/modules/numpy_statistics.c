/* nan and infinities replaced. The rest of numpy's statistics is written in the language (_numpy_statistics.py). */
#include <math.h>

#include "repl/modules/numpy_internal.h"

static Value nan_to_num(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  NdArray *array = np_hold(&work, arguments[0]);
  if (array == NULL) return np_end(&work, PY_ERROR);
  Error error = {0};
  if (nd_types[array->type].kind != 'f') return np_end(&work, np_step_array(&work, nd_copy(array, &error), &error));
  double most = array->type == ND_FLOAT32   ? 3.4028234663852886e+38
                : array->type == ND_FLOAT16 ? 65504.0
                                            : 1.7976931348623157e+308;
  Value whole = np_step_array(&work, nd_retain(array), &error);
  Value high = py_is_none(arguments[3]) ? py_float(most) : arguments[3],
        low = py_is_none(arguments[4]) ? py_float(-most) : arguments[4];
  Value clean = np_step_where(&work, np_step_apply(&work, "isnan", whole, PY_UNDEFINED), arguments[2], whole);
  clean = np_step_where(&work, np_step_apply(&work, "equal", whole, py_float(INFINITY)), high, clean);
  return np_end(&work, np_step_where(&work, np_step_apply(&work, "equal", whole, py_float(-INFINITY)), low, clean));
}

const NativeRow np_statistics_rows[] = {
    {"nan_to_num", "x, copy=True, nan=0.0, posinf=None, neginf=None", "Numbers in place of nan and infinities.",
     nan_to_num, NULL},
    {0},
};
