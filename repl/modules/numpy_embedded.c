/* numpy's names that are written in the language: which embedded module makes which, for find, dir and completion. A
 * name that is here goes before a row of the native tables; the embedded modules reach those through `_numpy`. */
#include <stdio.h>
#include <string.h>

#include "engine/array/fft.h"
#include "repl/modules/numpy_generator.h"

typedef struct EmbeddedRow {
  const char *module; /* whose attributes they are */
  const char *source; /* the embedded module */
  const char *names;  /* split by '|' */
} EmbeddedRow;

static const EmbeddedRow rows[] = {
    {"numpy.linalg", "_numpy_linalg",
     "solve|inv|slogdet|det|cholesky|eigh|eigvalsh|eig|eigvals|svd|svdvals|qr|lstsq|pinv|matrix_rank|"
     "matrix_power|cond|vector_norm|matrix_norm|multi_dot|tensorsolve|tensorinv|diagonal|trace|outer|cross|"
     "matmul|matrix_transpose|vecdot|tensordot"},
    {"numpy", "_numpy_shapes",
     "repeat|diagonal|trace|permute_dims|moveaxis|rollaxis|"
     "matrix_transpose|atleast_1d|atleast_2d|atleast_3d|flip|fliplr|flipud|rot90|roll|dsplit|hsplit|vsplit|"
     "unstack|stack|concatenate|hstack|vstack|row_stack|block|delete|insert|trim_zeros|expand_dims|"
     "asarray_chkfinite"},
    {"numpy", "_numpy_pad",
     "pad|meshgrid"},
    {"numpy", "_numpy_index",
     "take_along_axis|put_along_axis|take|extract|select|piecewise|ravel_multi_index|"
     "diag_indices|diag_indices_from|mask_indices|tril_indices|triu_indices|"
     "tril_indices_from|triu_indices_from|fill_diagonal|diagflat|indices|mgrid|ogrid|s_|index_exp"},
    {"numpy", "_numpy_sets",
     "unique|unique_values|unique_counts|unique_inverse|unique_all|intersect1d|setxor1d|union1d|isin|setdiff1d|"
     "histogram_bin_edges|histogram|histogramdd|histogram2d|digitize|searchsorted|lexsort"},
    {"numpy", "_numpy_statistics", "average|cov|corrcoef"},
    {"numpy", "_numpy_quantiles", "percentile|quantile|median"},
    {"numpy", "_numpy_nan",
     "nansum|nanprod|nancumsum|nancumprod|nanmin|nanmax|nanargmin|nanargmax|nanmean|nanvar|nanstd|nanmedian|"
     "nanpercentile|nanquantile"},
    {"numpy", "_numpy_common", "_NoValue"},
    {"numpy", "_numpy_math",
     "diff|ediff1d|gradient|trapezoid|cumulative_sum|cumulative_prod|interp|convolve|correlate|tensordot|kron|"
     "cross|vecdot|matvec|vecmat|apply_along_axis|apply_over_axes|fromfunction|fromiter|array_equal|"
     "array_equiv|isposinf|isneginf|fix|"
     "may_share_memory|shares_memory|iterable"},
    {"numpy", "_numpy_complex",
     "angle|real|imag|isreal|iscomplex|isrealobj|iscomplexobj|real_if_close|sort_complex|nan_to_num"},
    {"numpy", "_numpy_times", "datetime_as_string|datetime_data|is_busday|busday_count|busday_offset"},
    {"numpy", "_numpy_broadcast", "broadcast"},
    {"numpy", "_numpy_records", "recarray|record"},
    {"numpy", "_numpy_nditer", "nditer"},
    {"numpy", "_numpy_matrix", "matrix|asmatrix|bmat"},
    {"numpy", "_numpy_einsum",
     "einsum|einsum_path"},
    {"numpy", "_numpy_poly",
     "polyval|polyadd|polysub|polymul|polydiv|polyder|polyint|poly|roots|polyfit|poly1d"},
    {"numpy", "_numpy_text",
     "binary_repr|base_repr|packbits|unpackbits|fromstring|fromfile|fromregex|show_config|show_runtime"},
    {"numpy", "_numpy_loadtxt", "loadtxt"},
    {"numpy", "_numpy_genfromtxt", "genfromtxt"},
    {"numpy", "_numpy_savetxt", "savetxt"},
    {"numpy", "_numpy_files", "save|savez|savez_compressed|load|vectorize"},
    {"numpy", "_numpy_curves",
     "bartlett|blackman|hamming|hanning|kaiser|i0|sinc|unwrap|linspace|logspace|geomspace|vander"},
    {0},
};

/* Modules of numpy's that are loaded when they are named, and what is not there, with what to do instead. */
static const char *const submodules[] = {"fft",     "ma",  "testing", "polynomial",
                                         "version", "lib", "_core",   "rec", NULL};
static const struct {
  const char *name, *hint;
} absent[] = {
    {"memmap", "memory-mapped arrays are not there: use np.load or np.fromfile"},
};

static Value find_other(const char *name) {
  for (int i = 0; submodules[i]; i++) {
    if (strcmp(submodules[i], name) != 0) continue;
    char full[64];
    snprintf(full, sizeof full, "numpy.%s", name);
    return modules_import(full);
  }
  for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
    if (strcmp(absent[i].name, name) == 0) {
      py_raise(&py_AttributeError, "module 'numpy' has no attribute '%s'", name);
      return py_hint("%s", absent[i].hint);
    }
  return PY_UNDEFINED;
}

Value np_find_embedded(const char *module, String *name) {
  for (const EmbeddedRow *row = rows; row->module; row++) {
    if (strcmp(row->module, module) != 0 || !modules_is_named(row->names, name->data)) continue;
    Value source = modules_import(row->source);
    if (py_is_error(source)) return source;
    Value found = py_getattr(source, name);
    py_drop(source);
    return found;
  }
  return strcmp(module, "numpy") == 0 ? find_other(name->data) : PY_UNDEFINED;
}

void np_names_embedded(const char *module, void (*each)(void *context, const char *name), void *context) {
  for (const EmbeddedRow *row = rows; row->module; row++)
    if (strcmp(row->module, module) == 0) modules_each_name(row->names, each, context);
  if (strcmp(module, "numpy") != 0) return;
  for (int i = 0; submodules[i]; i++) each(context, submodules[i]);
}

/* ---- What the embedded modules need of the engine ---- */

/* The bytes from the first to the last element. */
static void extent(const NdArray *array, const char **low, const char **high) {
  *low = *high = array->data;
  if (array->size == 0) return;
  for (int i = 0; i < array->ndim; i++) {
    int64_t reach = (array->shape[i] - 1) * array->strides[i];
    if (reach < 0) *low += reach;
    else *high += reach;
  }
  *high += nd_types[array->type].itemsize;
}
static Value memory_overlaps(const NativeRow *row, Value *arguments) {
  if (!np_is_array(arguments[0]) || !np_is_array(arguments[1])) return PY_FALSE;
  const NdArray *a = np_borrow(arguments[0]), *b = np_borrow(arguments[1]);
  const char *a_low, *a_high, *b_low, *b_high;
  extent(a, &a_low, &a_high);
  extent(b, &b_low, &b_high);
  return py_bool(a->buffer == b->buffer && a_low < b_high && b_low < a_high);
}
/* Transforms along the last axis. */
static Value fft_rows(const NativeRow *row, Value *arguments) {
  bool inverse;
  double factor;
  if (!py_as_bool(arguments[1], &inverse) || !py_as_double(arguments[2], &factor)) return PY_ERROR;
  NpWork work = {0};
  NdArray *array = np_hold_as(&work, arguments[0], ND_COMPLEX128);
  if (array == NULL) return np_end(&work, PY_ERROR);
  Error error = {0};
  return np_end(&work, np_step_array(&work, nd_fft(array, inverse, factor, &error), &error));
}
const NativeRow np_inner_rows[] = {
    {"as_strided", "x, shape, strides, writeable", "A view with another shape and other strides.", np_as_strided, NULL},
    {"fft_rows", "a, inverse, factor", "Fourier transforms along the last axis.", fft_rows, NULL},
    {"memory_overlaps", "a, b", "Whether the extents of two arrays overlap.", memory_overlaps, NULL},
    {0},
};
