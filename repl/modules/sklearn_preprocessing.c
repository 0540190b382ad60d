/* sklearn.preprocessing: scalers of columns and encoders of labels. What fit learns is kept in attributes that end with
 * an underscore, as scikit-learn's. */
#include <math.h>

#include "repl/modules/numpy_internal.h"
#include "repl/modules/sklearn.h"

/* One object for all: what fit learned, as arrays. */
typedef struct Transformer {
  Object head;
  Value learned[3]; /* PY_UNDEFINED before fit */
  double low, high; /* MinMaxScaler */
  bool dense;       /* OneHotEncoder */
} Transformer;
static Transformer *of(Value v) { return (Transformer *)v.as.object; }

/* What a kind of transformer does: its attributes' names, and three handlers. */
typedef struct Kind {
  const char *names[3];
  bool (*fit)(NpWork *work, Value self, Value x);
  Value (*transform)(NpWork *work, Value self, Value x);
  Value (*inverse)(NpWork *work, Value self, Value x); /* NULL: none */
} Kind;

static const Kind *kind_of(Value self) { return py_type_of(self)->data; }

static void transformer_dealloc(Object *self) {
  for (int i = 0; i < 3; i++) py_drop(((Transformer *)self)->learned[i]);
}
static Value transformer_getattr(Value self, String *name) {
  for (int i = 0; i < 3; i++)
    if (kind_of(self)->names[i] && modules_is_named(kind_of(self)->names[i], name->data))
      return py_keep(of(self)->learned[i]);
  return PY_UNDEFINED;
}
static Value transformer_repr(Value self) { return py_textf("%s()", py_type_of(self)->name); }

/* Takes what a step made as attribute number `at`. */
static void learn(NpWork *work, Value self, int at, Value made) {
  if (work->failed) return;
  py_drop(of(self)->learned[at]);
  of(self)->learned[at] = py_keep(made);
}
static bool is_fitted(NpWork *work, Value self) {
  if (!py_is_undefined(of(self)->learned[0])) return true;
  np_step(
      work,
      py_raise(&py_ValueError,
               "This %s instance is not fitted yet. Call 'fit' with appropriate arguments before using this estimator.",
               py_type_of(self)->name));
  return false;
}
/* A matrix of floats, or an error that says how to make one. */
static Value matrix_of(NpWork *work, Value x) {
  NdArray *array = np_hold(work, x);
  if (array == NULL) return PY_ERROR;
  if (array->ndim != 2)
    return np_step(
        work, py_raise(&py_ValueError,
                       "Expected 2D array, got %dD array instead. Reshape your data either using array.reshape(-1, 1) "
                       "if your data has a single feature or array.reshape(1, -1) if it contains a single sample.",
                       array->ndim));
  NdArray *real = np_hold_as(work, x, array->type == ND_FLOAT32 ? ND_FLOAT32 : ND_FLOAT64);
  return real ? work->held[work->count - 1] : PY_ERROR;
}
/* 1 in place of a zero: columns that do not vary stay as they are. */
static Value without_zeros(NpWork *work, Value scale) {
  return np_step_where(work, np_step_apply(work, "equal", scale, py_float(0)), py_float(1), scale);
}

/* ---- StandardScaler: (x - mean) / deviation ---- */

static bool standard_fit(NpWork *work, Value self, Value x) {
  Value matrix = matrix_of(work, x);
  learn(work, self, 0, np_step_reduce(work, ND_MEAN, matrix, py_int(0), PY_FALSE));
  Value variance = np_step_reduce(work, ND_VAR, matrix, py_int(0), PY_FALSE);
  learn(work, self, 2, variance);
  learn(work, self, 1, without_zeros(work, np_step_apply(work, "sqrt", variance, PY_UNDEFINED)));
  return !work->failed;
}
static Value standard_transform(NpWork *work, Value self, Value x) {
  return np_step_apply(work, "divide", np_step_apply(work, "subtract", matrix_of(work, x), of(self)->learned[0]),
                       of(self)->learned[1]);
}
static Value standard_inverse(NpWork *work, Value self, Value x) {
  return np_step_apply(work, "add", np_step_apply(work, "multiply", matrix_of(work, x), of(self)->learned[1]),
                       of(self)->learned[0]);
}

/* ---- MinMaxScaler: x * scale + min_, which puts the least and the greatest at the ends of the range ---- */

static bool minmax_fit(NpWork *work, Value self, Value x) {
  Value matrix = matrix_of(work, x);
  Value low = np_step_reduce(work, ND_MIN, matrix, py_int(0), PY_FALSE),
        high = np_step_reduce(work, ND_MAX, matrix, py_int(0), PY_FALSE);
  learn(work, self, 0, low);
  learn(work, self, 1, high);
  Value width = without_zeros(work, np_step_apply(work, "subtract", high, low));
  learn(work, self, 2, np_step_apply(work, "divide", py_float(of(self)->high - of(self)->low), width));
  return !work->failed;
}
static Value minmax_offset(NpWork *work, Value self) {
  return np_step_apply(work, "subtract", py_float(of(self)->low),
                       np_step_apply(work, "multiply", of(self)->learned[0], of(self)->learned[2]));
}
static Value minmax_transform(NpWork *work, Value self, Value x) {
  return np_step_apply(work, "add", np_step_apply(work, "multiply", matrix_of(work, x), of(self)->learned[2]),
                       minmax_offset(work, self));
}
static Value minmax_inverse(NpWork *work, Value self, Value x) {
  return np_step_apply(work, "divide", np_step_apply(work, "subtract", matrix_of(work, x), minmax_offset(work, self)),
                       of(self)->learned[2]);
}

/* ---- LabelEncoder: the place of each label among the sorted ones ---- */

static bool label_fit(NpWork *work, Value self, Value y) {
  NdArray *labels = np_hold(work, y);
  Error error = {0};
  learn(work, self, 0, labels ? np_step_array(work, nd_unique(labels, NULL, NULL, NULL, &error), &error) : PY_ERROR);
  return !work->failed;
}
static Value label_transform(NpWork *work, Value self, Value y) {
  Value numpy = np_step(work, modules_import("numpy")), pair[2] = {of(self)->learned[0], y};
  Value places = work->failed ? PY_ERROR : np_step(work, py_call_method(numpy, "searchsorted", pair, 2));
  Value inside = np_step_apply(work, "minimum", places, py_int(np_borrow(pair[0])->size - 1));
  Value found = work->failed ? PY_ERROR : np_step(work, py_getitem(pair[0], inside));
  Value same = np_step_reduce(work, ND_ALL, np_step_apply(work, "equal", found, y), PY_NONE, PY_FALSE);
  if (!work->failed && py_truth(same) != 1)
    return np_step(work, py_raise(&py_ValueError, "y contains previously unseen labels"));
  return places;
}
static Value label_inverse(NpWork *work, Value self, Value y) {
  NdArray *places = np_hold(work, y);
  return places ? np_step(work, py_getitem(of(self)->learned[0], work->held[work->count - 1])) : PY_ERROR;
}

/* ---- OneHotEncoder (one column of numbers), LabelBinarizer: a 1 at the label's place ---- */

static Value one_hot(NpWork *work, Value self, Value y) {
  Value places = label_transform(work, self, y);
  NdArray *at = work->failed ? NULL : np_hold_as(work, places, ND_INT64);
  if (at == NULL) return PY_ERROR;
  bool binary =
      !of(self)->dense && np_borrow(of(self)->learned[0])->size == 2; /* LabelBinarizer: one column for two classes */
  int64_t columns = binary ? 1 : np_borrow(of(self)->learned[0])->size;
  Error error = {0};
  Value made = np_step_array(
      work, nd_zeros(of(self)->dense ? ND_FLOAT64 : ND_INT64, 2, (int64_t[]){at->size, columns}, &error), &error);
  for (int64_t i = 0; !work->failed && i < at->size; i++) {
    int64_t column = ((const int64_t *)at->data)[i];
    if (!binary || column == 1)
      nd_put(np_borrow(made), (int64_t[]){i, binary ? 0 : column},
             nd_scalar_cast((NdScalar){.type = ND_INT64, .as.i = 1}, np_borrow(made)->type));
  }
  return made;
}
static Value one_column(NpWork *work, Value x) {
  NdArray *array = np_hold(work, x);
  if (array == NULL) return PY_ERROR;
  if (array->ndim != 2 || array->shape[1] != 1)
    return np_step(work, py_raise(&py_NotImplementedError,
                                  "OneHotEncoder of more than one column is not there yet: reshape(-1, 1) makes one"));
  Error error = {0};
  return np_step_array(work, nd_reshape(array, 1, (int64_t[]){-1}, &error), &error);
}
static bool one_hot_fit(NpWork *work, Value self, Value x) {
  of(self)->dense = true;
  Value column = one_column(work, x);
  return !work->failed && label_fit(work, self, column);
}
static Value one_hot_transform(NpWork *work, Value self, Value x) {
  Value column = one_column(work, x);
  return work->failed ? PY_ERROR : one_hot(work, self, column);
}

/* ---- The classes ---- */

static Value method_fit(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  kind_of(arguments[0])->fit(&work, arguments[0], arguments[1]);
  return np_end(&work, arguments[0]);
}
static Value method_transform(const NativeRow *row, Value *arguments) {
  NpWork work = {0};
  return np_end(&work, is_fitted(&work, arguments[0])
                           ? kind_of(arguments[0])->transform(&work, arguments[0], arguments[1])
                           : PY_ERROR);
}
static Value method_fit_transform(const NativeRow *row, Value *arguments) {
  Value fitted = method_fit(row, arguments);
  if (py_is_error(fitted)) return fitted;
  py_drop(fitted);
  return method_transform(row, arguments);
}
static Value method_inverse(const NativeRow *row, Value *arguments) {
  const Kind *kind = kind_of(arguments[0]);
  if (kind->inverse == NULL)
    return py_raise(&py_NotImplementedError, "%s.inverse_transform is not there yet", py_type_of(arguments[0])->name);
  NpWork work = {0};
  return np_end(&work, is_fitted(&work, arguments[0]) ? kind->inverse(&work, arguments[0], arguments[1]) : PY_ERROR);
}
static const NativeRow methods[] = {
    {"fit", "self, X, y=None", "Learns from data.", method_fit, NULL},
    {"transform", "self, X", "The data transformed.", method_transform, NULL},
    {"fit_transform", "self, X, y=None", "fit, then transform.", method_fit_transform, NULL},
    {"inverse_transform", "self, X", "Back to the data.", method_inverse, NULL},
    {0},
};

static Value construct_plain(Type *type, Value *arguments) {
  Transformer *made = py_new(type);
  for (int i = 0; made && i < 3; i++) made->learned[i] = PY_UNDEFINED;
  return py_object(made);
}
static Value construct_minmax(Type *type, Value *arguments) {
  const Value *ends;
  int64_t count;
  double low, high;
  if (!py_sequence(arguments[0], &ends, &count) || count != 2)
    return py_raise(&py_ValueError, "feature_range must be a pair (min, max)");
  if (!py_as_double(ends[0], &low) || !py_as_double(ends[1], &high)) return PY_ERROR;
  if (!(low < high)) return py_raise(&py_ValueError, "Minimum of desired feature range must be smaller than maximum.");
  Value made = construct_plain(type, arguments);
  if (py_is_error(made)) return made;
  of(made)->low = low;
  of(made)->high = high;
  return made;
}
static Value construct_one_hot(Type *type, Value *arguments) {
  bool sparse;
  if (!py_as_bool(arguments[0], &sparse)) return PY_ERROR;
  if (sparse) {
    py_raise(&py_NotImplementedError, "sparse matrices are not there yet");
    return py_hint("OneHotEncoder(sparse_output=False) gives an array");
  }
  return construct_plain(type, arguments);
}

static const Kind standard = {{"mean_", "scale_", "var_"}, standard_fit, standard_transform, standard_inverse};
static const Kind minmax = {{"data_min_", "data_max_", "scale_"}, minmax_fit, minmax_transform, minmax_inverse};
static const Kind label = {{"classes_"}, label_fit, label_transform, label_inverse};
static const Kind hot = {{NULL}, one_hot_fit, one_hot_transform, NULL};
static const Kind binarizer = {{"classes_"}, label_fit, one_hot, NULL};

#define TRANSFORMER(title, line, make, kind, text)                                                                  \
  {                                                                                                                 \
    .head = {&py_type_type, 1}, .name = title, .module = "sklearn.preprocessing", .help = text,                     \
    .base = &py_object_type, .size = sizeof(Transformer), .dealloc = transformer_dealloc, .repr = transformer_repr, \
    .getattr = transformer_getattr, .signature = line, .construct = make, .methods = methods, .data = &kind         \
  }
static Type standard_type =
    TRANSFORMER("StandardScaler", "", construct_plain, standard, "Columns with mean 0 and deviation 1.");
static Type minmax_type =
    TRANSFORMER("MinMaxScaler", "feature_range=(0, 1)", construct_minmax, minmax, "Columns from 0 to 1.");
static Type label_type = TRANSFORMER("LabelEncoder", "", construct_plain, label, "Labels as numbers from 0 on.");
static Type hot_type = TRANSFORMER("OneHotEncoder", "*, sparse_output=True, categories='auto'", construct_one_hot, hot,
                                   "A column for each value.");
static Type binarizer_type = TRANSFORMER("LabelBinarizer", "", construct_plain, binarizer, "A column for each label.");
Type *const sklearn_preprocessing_types[] = {&standard_type, &minmax_type,    &label_type,
                                             &hot_type,      &binarizer_type, NULL};
