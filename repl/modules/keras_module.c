/* keras, tensorflow and their submodules as rows; most names come from the engine's tables. */
#include <stdio.h>
#include <string.h>

#include "datasets/datasets.h"
#include "engine/array/random.h"
#include "engine/array/reduce.h"
#include "engine/array/ufunc.h"
#include "engine/core/memory.h"
#include "repl/modules/keras_op.h"
#include "repl/modules/keras_callback.h"
#include "repl/modules/keras_data.h"
#include "repl/modules/keras_files.h"
#include "repl/modules/keras_old.h"
#include "repl/modules/numpy.h"

/* ---- Layers that are written in the language ---- */

static const struct {
  const char *module, *names;
} written_layers[] = {
    {"_keras_attention", "Attention|AdditiveAttention|MultiHeadAttention|GroupQueryAttention|EinsumDense"},
    {"_keras_volumes", "Conv3D|MaxPooling3D|AveragePooling3D|GlobalMaxPooling3D|GlobalAveragePooling3D|ZeroPadding3D|Cropping3D|"
                       "UpSampling3D|SpatialDropout3D|MaxPool3D|AvgPool3D|Convolution3D|"
                       "GlobalMaxPool3D|GlobalAvgPool3D"},
    {"_keras_transposed", "Conv3DTranspose|Convolution3DTranspose"},
    {"_keras_convlstm", "ConvLSTM1D|ConvLSTM2D"},
    {"_keras_wrappers", "Wrapper|SpectralNormalization"},
    {"_keras_lookup", "StringLookup|IntegerLookup|TextVectorization|Discretization"},
    {"_keras_hashing", "Hashing|HashedCrossing"},
    {"_keras_rnn", "RNN|SimpleRNNCell|LSTMCell|GRUCell|StackedRNNCells"},
};

static Value written_layer(String *name) {
  for (size_t i = 0; i < sizeof written_layers / sizeof *written_layers; i++)
    if (modules_is_named(written_layers[i].names, name->data))
      return keras_embedded_find(written_layers[i].module, name);
  return PY_UNDEFINED;
}

/* ---- Tables of the engine as module attributes ---- */

/* The base classes that users derive from, and what is written in the language, where the engine has no row. */
static Value find_in(NnKind kind, String *name) {
  static const struct {
    NnKind kind;
    const char *name;
  } classes[] = {{NN_LOSS, "Loss"}, {NN_METRIC, "Metric"}, {NN_METRIC, "Mean"}, {NN_METRIC, "Sum"},
                 {NN_METRIC, "MeanMetricWrapper"}, {NN_METRIC, "PearsonCorrelation"},
                 {NN_METRIC, "ConcordanceCorrelation"}, {NN_LOSS, "CategoricalGeneralizedCrossEntropy"},
                 {NN_REGULARIZER, "Regularizer"}, {NN_INITIALIZER, "Initializer"}, {NN_CONSTRAINT, "Constraint"}};
  Value found = keras_find_row(kind, name);
  if (py_is_undefined(found) && kind == NN_OPTIMIZER && strcmp(name->data, "Optimizer") == 0)
    return keras_embedded_find("_keras_optimizer", name);
  if (py_is_undefined(found) && kind == NN_OPTIMIZER && modules_is_named("Lamb|Adafactor|Muon", name->data))
    return keras_embedded_find("_keras_optimizer_kinds", name);
  if (py_is_undefined(found) && kind == NN_LOSS && modules_is_named("CTC|ctc|Circle", name->data))
    return keras_embedded_find("_keras_loss_kinds", name);
  if (py_is_undefined(found) && kind == NN_LAYER) return written_layer(name);
  for (size_t i = 0; py_is_undefined(found) && i < sizeof classes / sizeof *classes; i++)
    if (classes[i].kind == kind && strcmp(classes[i].name, name->data) == 0) return keras_embedded_find("_keras_base", name);
  return found;
}

#define KIND_MODULE(kind, function)                                                             \
  static Value find_##function(String *name) { return keras_old_name(name) ? PY_UNDEFINED : find_in(kind, name); } \
  static void names_##function(void (*each)(void *context, const char *name), void *context) {  \
    keras_each_row(kind, each, context);                                                        \
    for (size_t i = 0; kind == NN_LAYER && i < sizeof written_layers / sizeof *written_layers; i++) \
      modules_each_name(written_layers[i].names, each, context);                                \
  }
KIND_MODULE(NN_LAYER, layer)
KIND_MODULE(NN_ACTIVATION, activation)
KIND_MODULE(NN_INITIALIZER, initializer)
KIND_MODULE(NN_REGULARIZER, regularizer)
KIND_MODULE(NN_CONSTRAINT, constraint)
KIND_MODULE(NN_LOSS, loss)
KIND_MODULE(NN_METRIC, metric)
KIND_MODULE(NN_OPTIMIZER, optimizer)
#undef KIND_MODULE

/* ---- Input ---- */

static Value refuse_name(Value name) {
  Value shown = py_str(name), kind = py_repr(py_type_value(py_type_of(name)));
  if (!py_is_error(shown) && !py_is_error(kind))
    py_raise(&py_ValueError, "Argument `name` must be a string and cannot contain character `/`. Received: name=%s (of type %s)",
             py_as_string(shown)->data, py_as_string(kind)->data);
  py_drop(kind);
  py_drop(shown);
  return PY_ERROR;
}

static Value native_input(const NativeRow *row, Value *arguments) {
  NnShape shape;
  int64_t batch = -1;
  NdType type;
  const char *name = NULL;
  if (!py_is_none(arguments[5]) && !py_is_none(arguments[0]))
    return py_raise(&py_ValueError, "You cannot pass both `shape` and `batch_shape` at the same time.");
  if (!py_is_none(arguments[5]) && !py_is_none(arguments[1]))
    return py_raise(&py_ValueError, "You cannot pass both `batch_size` and `batch_shape` at the same time.");
  if (!py_is_none(arguments[3]) && py_truth(arguments[3]) != 0) {
    py_raise(&py_NotImplementedError, "the argument 'sparse' is not there yet");
    return py_hint("leave it out");
  }
  if (!py_is_none(arguments[6])) {
    py_raise(&py_NotImplementedError, "the argument 'tensor' is not there yet");
    return py_hint("leave it out");
  }
  if (!py_is_none(arguments[5])) {
    if (py_is_number(arguments[5])) {
      Value number = py_str(arguments[5]);
      if (!py_is_error(number)) py_raise(&py_ValueError, "Cannot convert '%s' to a shape.", py_as_string(number)->data);
      py_drop(number);
      return PY_ERROR;
    }
    if (!keras_as_shape(arguments[5], &shape)) return PY_ERROR;
    if (shape.rank == 0) {
      py_raise(&py_NotImplementedError, "a batch_shape without dimensions is not there");
      return py_hint("its first dimension is the batch: batch_shape=(None, 3)");
    }
    batch = shape.dims[0];
    shape.rank--;
    memmove(shape.dims, shape.dims + 1, sizeof shape.dims[0] * (size_t)shape.rank);
  } else {
    if (py_is_none(arguments[0])) return py_raise(&py_ValueError, "You must pass a `shape` argument.");
    if (py_is_integer(arguments[0])) {
      Value number = py_str(arguments[0]);
      if (py_is_error(number)) return number;
      py_raise(&py_ValueError, "Cannot convert '%s' to a shape.", py_as_string(number)->data);
      py_hint("a shape is a tuple, also of one number: shape=(%s,)", py_as_string(number)->data);
      py_drop(number);
      return PY_ERROR;
    }
    if (!keras_as_shape(arguments[0], &shape)) return PY_ERROR;
    if (!py_is_none(arguments[1])) {
      NnShape one; /* what is no size is refused in the words for shapes */
      Value tuple = py_is_integer(arguments[1]) || py_is_str(arguments[1]) ||
          py_is_number(arguments[1]) ? py_tuple_of(1, py_keep(arguments[1])) : PY_UNDEFINED;
      if (py_is_error(tuple) || (!py_is_undefined(tuple) && !keras_as_shape(tuple, &one))) {
        py_drop(tuple);
        return PY_ERROR;
      }
      if (!py_is_undefined(tuple)) py_drop(tuple);
      if (!py_as_int(arguments[1], &batch)) return PY_ERROR;
    }
  }
  if (py_is_str(arguments[2]) && strcmp(py_as_string(arguments[2])->data, "string") != 0 &&
      nd_type_named(py_as_string(arguments[2])->data) < 0)
    return py_raise(&py_ValueError, "Invalid dtype: %s", py_as_string(arguments[2])->data);
  if (py_is_number(arguments[2])) {
    Value number = py_str(arguments[2]);
    if (!py_is_error(number)) py_raise(&py_ValueError, "Invalid dtype: %s", py_as_string(number)->data);
    py_drop(number);
    return PY_ERROR;
  }
  if (!py_is_none(arguments[4]) && !py_is_str(arguments[4])) return refuse_name(arguments[4]);
  if (!keras_as_dtype(arguments[2], ND_FLOAT32, &type) ||
      (!py_is_none(arguments[4]) && !py_as_text(arguments[4], &name)))
    return PY_ERROR;
  Error error = {0};
  return keras_tensor_value(nn_input(&shape, batch, type, name, &error), &error);
}
#define INPUT_ROW                                                                                                   \
  {"Input", "shape=None, batch_size=None, dtype=None, sparse=None, name=None, batch_shape=None, tensor=None, optional=False", \
   "A symbolic tensor: where a model begins.", native_input, NULL}

static const NativeRow input_rows[] = {INPUT_ROW, {0}};

/* ---- Datasets ---- */

static Value load_data(const NativeRow *native, Value *arguments) {
  const DatasetRow *row = native->data;
  Dataset set = {0};
  Error error = {0};
  const char *argument = NULL; /* a path, or CIFAR-100's label_mode */
  if (row->signature[0] != '\0' && !py_as_text(arguments[0], &argument)) return PY_ERROR;
  if (!dataset_load_path(row->name, argument, &set, &error)) return keras_raise(&error);
  Value result = py_tuple(2);
  NdArray **arrays[4] = {&set.x_train, &set.y_train, &set.x_test, &set.y_test};
  for (int part = 0; !py_is_error(result) && part < 2; part++) {
    Value pair = py_tuple(2);
    if (py_is_error(pair)) {
      py_drop(result);
      result = PY_ERROR;
      break;
    }
    for (int i = 0; i < 2; i++) {
      py_as_tuple(pair)->items[i] = np_value(*arrays[part * 2 + i], &error);
      *arrays[part * 2 + i] = NULL;
    }
    py_as_tuple(result)->items[part] = pair;
    if (py_is_error(py_as_tuple(pair)->items[0]) || py_is_error(py_as_tuple(pair)->items[1])) {
      for (int i = 0; i < 2; i++)
        if (py_is_error(py_as_tuple(pair)->items[i])) py_as_tuple(pair)->items[i] = PY_NONE;
      py_drop(result);
      result = PY_ERROR;
    }
  }
  dataset_clear(&set);
  return result;
}

typedef struct DatasetModule {
  NativeRow functions[2];
  ModuleRow module;
} DatasetModule;

/* keras.datasets.<name>: a module of one function, made from the table's row when first asked for. */
static Value find_dataset(String *name) {
  const DatasetRow *row = dataset_named(name->data);
  if (row == NULL) return PY_UNDEFINED;
  DatasetModule *made = core_alloc_zero(1, sizeof *made);
  Text full = {0};
  text_addf(&full, "keras.datasets.%s", row->name);
  char *full_name = text_take(&full);
  if (made == NULL || full_name == NULL) {
    core_free(made);
    core_free(full_name);
    return py_raise(&py_MemoryError, "out of memory");
  }
  made->functions[0] = (NativeRow){"load_data", row->signature, row->help, load_data, row};
  made->module = (ModuleRow){.name = full_name, .help = row->help, .functions = made->functions};
  return py_module(full_name, &made->module);
}
static void names_dataset(void (*each)(void *context, const char *name), void *context) {
  for (int i = 0; i < dataset_count; i++) each(context, dataset_rows[i].name);
}

/* ---- keras.utils ---- */

static Value to_categorical(const NativeRow *row, Value *arguments) {
  if (py_is_none(arguments[0]))
    return py_raise(&py_TypeError, "int() argument must be a string, a bytes-like object or a real number, not "
                                   "'NoneType'");
  NdArray *labels = np_as_numbers(arguments[0]);
  if (labels == NULL) return PY_ERROR;
  Error error = {0};
  Value result = PY_ERROR;
  NdArray *flat = nd_astype(labels, ND_INT64, &error), *line = NULL, *made = NULL;
  int64_t classes = 0;
  bool good = flat != NULL;
  if (good) line = nd_reshape(flat, 1, (int64_t[]){-1}, &error);
  good = line != NULL;
  const int64_t *values = good ? (const int64_t *)line->data : NULL;
  int64_t least = 0;
  for (int64_t i = 0; good && i < line->size; i++) {
    if (values[i] + 1 > classes) classes = values[i] + 1;
    if (values[i] < least) least = values[i];
  }
  if (good && !py_is_none(arguments[1])) {
    int64_t most = classes;
    if (!py_as_int(arguments[1], &classes)) goto done;
    if (most > classes) {
      py_raise(&py_IndexError, "index %lld is out of bounds for axis 1 with size %lld", (long long)(most - 1),
               (long long)classes);
      py_hint("num_classes must be larger than the largest label, %lld", (long long)(most - 1));
      goto done;
    }
  }
  if (good && least < -classes) {
    py_raise(&py_IndexError, "index %lld is out of bounds for axis 1 with size %lld", (long long)least, (long long)classes);
    goto done;
  }
  if (good) {
    /* Keras drops a last dimension of 1 and adds one of the number of classes. */
    int64_t shape[ND_MAX_DIMS + 1];
    int ndim = labels->ndim;
    if (ndim > 1 && labels->shape[ndim - 1] == 1) ndim--;
    for (int i = 0; i < ndim; i++) shape[i] = labels->shape[i];
    shape[ndim] = classes;
    made = ndim + 1 > ND_MAX_DIMS ? NULL : nd_zeros(ND_FLOAT64, ndim + 1, shape, &error);
    double *out = made ? (double *)made->data : NULL;
    for (int64_t i = 0; out && i < line->size; i++)
      out[i * classes + (values[i] < 0 ? values[i] + classes : values[i])] = 1;
    result = np_value(made, &error);
  } else {
    keras_raise(&error);
  }
done:
  nd_release(line);
  nd_release(flat);
  nd_release(labels);
  return result;
}

static Value set_random_seed(const NativeRow *row, Value *arguments) {
  int64_t seed;
  if (!py_is_integer(arguments[0]) || !py_as_int(arguments[0], &seed)) {
    if (py_pending()) return PY_ERROR;
    Value text = py_str(arguments[0]);
    if (py_is_error(text)) return text;
    py_raise(&py_ValueError, "Expected `seed` argument to be an integer. Received: seed=%s (of type <class '%s'>)",
             py_as_string(text)->data, py_type_of(arguments[0])->name);
    py_drop(text);
    return PY_ERROR;
  }
  if (seed < 0 || seed > 4294967295)
    return py_raise(&py_ValueError, "Seed must be between 0 and 2**32 - 1");
  nd_random_seed(np_random_state(), (uint32_t)seed);
  nn_set_seed((uint64_t)seed);
  Value module = modules_import("random");
  Value done = PY_NONE;
  if (py_is_error(module)) py_clear_pending();
  else done = py_call_method(module, "seed", &arguments[0], 1);
  py_drop(module);
  return done;
}

/* keras.utils.normalize: x divided by its L-order norm along an axis; norms of zero count as one. Keras 3.15 puts the
 * norms of axis 0 along the last axis (`axis or -1`), and those of a vector into two dimensions; so does this. */
static Value normalize(const NativeRow *row, Value *arguments) {
  if (keras_is_tensor(arguments[0]) || keras_is_eager(arguments[0]))
    return keras_embedded_call("_keras_ops_nn", "normalize", arguments, 3);
  int64_t axis, order;
  if (!py_as_int(arguments[1], &axis) || !py_as_int(arguments[2], &order)) return PY_ERROR;
  NdArray *given = np_as_numbers(arguments[0]);
  if (given == NULL) return PY_ERROR;
  Error error = {0};
  NdArray *x = given->ndim ? nd_retain(given) : nd_reshape(given, 1, (int64_t[]){1}, &error);
  int along = (int)axis;
  NdArray *powers = NULL, *sums = NULL, *norms = NULL, *zero = NULL, *one = NULL, *is_zero = NULL, *safe = NULL,
          *out = NULL;
  NdArray *exponent = nd_from_scalar((NdScalar){.type = ND_FLOAT64, .as.f = (double)order}, ND_WEAK_FLOAT, &error);
  NdArray *root = nd_from_scalar((NdScalar){.type = ND_FLOAT64, .as.f = 1.0 / (double)order}, ND_WEAK_FLOAT, &error);
  NdArray *magnitude = x ? nd_apply("absolute", x, NULL, NULL, &error) : NULL;
  if (magnitude && exponent && root) powers = nd_apply("power", magnitude, exponent, NULL, &error);
  NdReduceOptions options = {.axes = &along, .axis_count = 1, .keepdims = x && x->ndim > 1 && axis != 0, .type = -1};
  if (powers) sums = nd_reduce(ND_SUM, powers, &options, &error);
  if (sums) norms = nd_apply("power", sums, root, NULL, &error);
  if (norms) zero = nd_from_scalar((NdScalar){.type = ND_FLOAT64, .as.f = 0}, ND_WEAK_FLOAT, &error);
  if (zero) one = nd_from_scalar((NdScalar){.type = ND_FLOAT64, .as.f = 1}, ND_WEAK_FLOAT, &error);
  if (one) is_zero = nd_apply("equal", norms, zero, NULL, &error);
  if (is_zero) safe = nd_where(is_zero, one, norms, &error);
  if (safe && !options.keepdims) {
    int64_t shape[ND_MAX_DIMS + 1];
    for (int i = 0; i < safe->ndim; i++) shape[i] = safe->shape[i];
    if (safe->ndim == 0) shape[0] = 1;
    int ndim = safe->ndim ? safe->ndim + 1 : 2;
    shape[ndim - 1] = 1;
    NdArray *column = nd_reshape(safe, ndim, shape, &error); /* one axis was summed: there is room for this one */
    nd_release(safe);
    safe = column;
  }
  if (safe) out = nd_apply("true_divide", x, safe, NULL, &error);
  Value result = np_value(out, &error);
  NdArray *const used[] = {given, x, powers, sums, norms, zero, one, is_zero, safe, exponent, root, magnitude};
  for (size_t i = 0; i < sizeof used / sizeof *used; i++) nd_release(used[i]);
  return result;
}

const NativeRow keras_utils_rows[] = {
    {"to_categorical", "x, num_classes=None", "Labels as rows of zeros with a one (one-hot).", to_categorical, NULL},
    {"set_random_seed", "seed", "Seeds every random generator.", set_random_seed, NULL},
    {"normalize", "x, axis=-1, order=2", "An array divided by its norm.", normalize, NULL},
    {0},
};

/* ---- keras.backend ---- */

static Value clear_session(const NativeRow *row, Value *arguments) {
  nn_clear_session();
  return PY_NONE;
}
static Value image_data_format(const NativeRow *row, Value *arguments) { return py_text("channels_last"); }
static Value backend_name(const NativeRow *row, Value *arguments) { return py_text("nnsh"); }
static Value epsilon(const NativeRow *row, Value *arguments) { return py_float(1e-7); }
static Value floatx(const NativeRow *row, Value *arguments) { return py_text("float32"); }
static Value accepted(const NativeRow *row, Value *arguments) { return PY_NONE; }
static Value no_devices(const NativeRow *row, Value *arguments) { return py_list(0); }

const NativeRow keras_backend_rows[] = {
    {"clear_session", "free_memory=True", "Starts the counting of names again.", clear_session, NULL},
    {"image_data_format", "", "'channels_last'.", image_data_format, NULL},
    {"backend", "", "The name of the engine.", backend_name, NULL},
    {"epsilon", "", "The small number in divisions.", epsilon, NULL},
    {"floatx", "", "The default dtype.", floatx, NULL},
    {0},
};

/* ---- tensorflow ---- */

#define EMBEDDED_MODULE(function, module)                                                                   \
  static Value find_##function(String *name) { return keras_embedded_find(module, name); }                   \
  static void names_##function(void (*each)(void *context, const char *name), void *context) {               \
    keras_embedded_names(module, each, context);                                                             \
  }
EMBEDDED_MODULE(tf, "_tensorflow")
EMBEDDED_MODULE(tf_more, "_tensorflow_more")
EMBEDDED_MODULE(tf_math, "_tensorflow_math")
EMBEDDED_MODULE(tf_nn, "_tensorflow_nn")
EMBEDDED_MODULE(tf_random, "_tensorflow_random")
EMBEDDED_MODULE(tf_linalg, "_tensorflow_linalg")
EMBEDDED_MODULE(tf_debugging, "_tensorflow_debugging")
EMBEDDED_MODULE(tf_errors, "_tensorflow_errors")
EMBEDDED_MODULE(ops, "_keras_ops_all")
EMBEDDED_MODULE(random, "_keras_random")
EMBEDDED_MODULE(old_backend, "_keras_backend")
#undef EMBEDDED_MODULE

static Type *const native_types[] = {&keras_tape_type, &keras_loop_type, NULL};
/* The classes behind the engine's own objects, for isinstance(x, keras.metrics.Metric). */
static bool fill_native(Dict *dict) {
  return py_dict_set_steal(dict, "NativeLoss", py_type_value(&keras_kind_types[NN_LOSS])) &&
         py_dict_set_steal(dict, "NativeMetric", py_type_value(&keras_kind_types[NN_METRIC])) &&
         py_dict_set_steal(dict, "NativeOptimizer", py_type_value(&keras_kind_types[NN_OPTIMIZER]));
}

static const NativeRow tf_config_rows[] = {
    {"list_physical_devices", "device_type=None", "No accelerators.", no_devices, NULL}, {0}};
static const NativeRow tf_experimental_rows[] = {
    {"enable_op_determinism", "", "nnsh is deterministic by itself.", accepted, NULL},
    {"set_memory_growth", "device, enable", "Accepted; there is no such device.", accepted, NULL}, {0}};

static bool fill_tensorflow(Dict *dict) {
  keras_old_start();
  return py_dict_set_steal(dict, "__version__", py_text("2.21.0")) && keras_fill_dtypes(dict);
}
static bool fill_keras(Dict *dict) {
  keras_old_start();
  return py_dict_set_steal(dict, "__version__", py_text("3.15.1"));
}

static Type *const keras_types[] = {&keras_kind_types[NN_LAYER], &keras_model_type,  &keras_sequential_type,
                                    &keras_variable_type,        &keras_tensor_type, NULL};
static Type *const models_types[] = {&keras_model_type, &keras_sequential_type, NULL};
static Type *const layers_types[] = {&keras_kind_types[NN_LAYER], NULL};
static Type *const callbacks_types[] = {&keras_history_type, NULL};
static Type *const tensorflow_types[] = {&keras_tensor_shape_type, &tf_variable_type, &keras_eager_tensor_type,
                                         &keras_dtype_type, NULL};

/* Modules that are written in the language, imported when they are first asked for: keras.optimizers.schedules, ... */
static Value find_written(const char *const *names, const char *parent, String *name) {
  for (; *names != NULL; names++) {
    if (strcmp(*names, name->data) != 0) continue;
    char full[128];
    snprintf(full, sizeof full, "%s.%s", parent, *names);
    return modules_import(full);
  }
  return PY_UNDEFINED;
}
static const char *const preprocessing_written[] = {"image", NULL}, *const tensorflow_written[] = {"data", "strings", "io", "image", "ragged", "feature_column", "train", NULL},
                  *const optimizers_written[] = {"schedules", NULL};
static Value find_keras(String *name) {
  static const char *const written[] = {"applications", "mixed_precision", NULL};
  if (strcmp(name->data, "DTypePolicy") == 0) return keras_embedded_find("keras.mixed_precision", name);
  return find_written(written, "keras", name);
}
static Value find_config(String *name) {
  return modules_is_named("dtype_policy|set_dtype_policy", name->data) ? keras_embedded_find("keras.mixed_precision", name)
                                                                       : PY_UNDEFINED;
}
static Value find_preprocessing(String *name) {
  Value found = find_written(preprocessing_written, "keras.preprocessing", name);
  return py_is_undefined(found) ? keras_folders_find(name) : found;
}
static Value find_utils(String *name) {
  Value found = keras_utils_find(name);
  return py_is_undefined(found) ? keras_sequence_find(name) : found;
}
static void names_utils(void (*each)(void *context, const char *name), void *context) {
  keras_utils_names(each, context);
  keras_sequence_names(each, context);
}
static Value find_tensorflow(String *name) {
  if (strcmp(name->data, "TensorSpec") == 0) return keras_embedded_find("tensorflow.data", name);
  if (strcmp(name->data, "RaggedTensor") == 0) return keras_embedded_find("tensorflow.ragged", name);
  Value found = find_written(tensorflow_written, "tensorflow", name);
  if (py_is_undefined(found)) found = find_tf(name);
  return py_is_undefined(found) ? find_tf_more(name) : found;
}
static void names_tensorflow(void (*each)(void *context, const char *name), void *context) {
  names_tf(each, context);
  names_tf_more(each, context);
}
static Value find_in_optimizers(String *name) {
  Value found = find_written(optimizers_written, "keras.optimizers", name);
  return py_is_undefined(found) ? find_optimizer(name) : found;
}

/* In keras.layers Input stands beside the classes, as in Keras. */
const ModuleRow keras_module_rows[] = {
    {.name = "keras", .help = "Networks, layer by layer.", .functions = input_rows, .types = keras_types, .fill = fill_keras,
     .find = find_keras},
    {.name = "keras.layers", .help = "Layers.", .functions = input_rows, .types = layers_types, .find = find_layer, .names = names_layer},
    {.name = "keras.models", .help = "Models.", .types = models_types, .find = keras_models_find, .names = keras_models_names},
    {.name = "keras.saving", .help = "Saving and loading.", .find = keras_saving_find, .names = keras_saving_names},
    {.name = "keras.activations", .help = "Activation functions.", .find = find_activation, .names = names_activation},
    {.name = "keras.initializers", .help = "First values of weights.", .find = find_initializer, .names = names_initializer},
    {.name = "keras.regularizers", .help = "Penalties on weights.", .find = find_regularizer, .names = names_regularizer},
    {.name = "keras.constraints", .help = "Bounds on weights.", .find = find_constraint, .names = names_constraint},
    {.name = "keras.losses", .help = "What training makes small.", .find = find_loss, .names = names_loss},
    {.name = "keras.metrics", .help = "Measures that are shown.", .find = find_metric, .names = names_metric},
    {.name = "keras.optimizers", .help = "How weights follow gradients.", .find = find_in_optimizers, .names = names_optimizer},
    {.name = "keras.callbacks", .help = "What fit calls while it trains.", .types = callbacks_types,
     .find = keras_callback_find, .names = keras_callback_names},
    {.name = "keras.datasets", .help = "Data sets.", .find = find_dataset, .names = names_dataset},
    {.name = "keras.utils", .help = "Helpers.", .functions = keras_utils_rows, .find = find_utils, .names = names_utils},
    {.name = "keras.preprocessing", .help = "Texts and images as arrays.", .find = find_preprocessing},
    {.name = "keras.preprocessing.sequence", .help = "Sequences of one length.", .find = keras_padding_find,
     .names = keras_padding_names},
    {.name = "keras.config", .help = "The engine's settings.", .functions = keras_backend_rows, .find = find_config},
    {.name = "keras.backend", .help = "The engine.", .functions = keras_backend_rows, .find = find_old_backend,
     .names = names_old_backend},
    {.name = "tensorflow", .help = "Names of TensorFlow that lessons use.", .types = tensorflow_types, .fill = fill_tensorflow, .find = find_tensorflow, .names = names_tensorflow},
    {.name = "tensorflow.math", .help = "Functions of tensors.", .find = find_tf_math, .names = names_tf_math},
    {.name = "tensorflow.nn", .help = "Activation functions, and ops of networks.", .find = find_tf_nn, .names = names_tf_nn},
    {.name = "tensorflow.random", .help = "Random tensors and seeds.", .find = find_tf_random, .names = names_tf_random},
    {.name = "tensorflow.linalg", .help = "Matrices.", .find = find_tf_linalg, .names = names_tf_linalg},
    {.name = "tensorflow.debugging", .help = "Checks.", .find = find_tf_debugging, .names = names_tf_debugging},
    {.name = "tensorflow.errors", .help = "What ops raise.", .find = find_tf_errors, .names = names_tf_errors},
    {.name = "keras.ops", .help = "Functions of tensors.", .find = find_ops, .names = names_ops},
    {.name = "keras.random", .help = "Random tensors.", .find = find_random, .names = names_random},
    {.name = "_keras", .help = "What the modules in the language are made of.", .functions = keras_op_rows, .types = native_types,
     .fill = fill_native},
    {.name = "_keras_step", .help = "Steps and variables.", .functions = keras_tape_rows},
    {.name = "tensorflow.config", .help = "Devices.", .functions = tf_config_rows},
    {.name = "tensorflow.config.experimental", .help = "Devices.", .functions = tf_experimental_rows},
    {0},
};
