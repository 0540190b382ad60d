/* _keras_files: the native half of saving and loading (python/_keras_saving.py): HDF5 as trees of dicts, the graph of a
 * functional model, an optimizer's state. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/formats/formats.h"
#include "engine/formats/hdf5.h"
#include "engine/nn/user.h"
#include "repl/modules/hdf5_process.h"
#include "repl/modules/keras.h"
#include "repl/modules/keras_files.h"
#include "repl/modules/numpy.h"

/* ---- HDF5: {'attrs': {name: str, list of str or array}, 'items': {name: array or such a dict}} ---- */

static Value attribute_value(const Hdf5Attribute *attribute) {
  if (attribute->array) return np_value(nd_retain(attribute->array), NULL);
  if (!attribute->is_list) return py_text(attribute->text_count ? attribute->texts[0] : "");
  Value list = py_list(attribute->text_count);
  for (int i = 0; !py_is_error(list) && i < attribute->text_count; i++)
    if (!py_list_append_steal(py_as_list(list), py_text(attribute->texts[i]))) {
      py_drop(list);
      return PY_ERROR;
    }
  return list;
}

static Value node_value(const Hdf5Node *node) {
  if (node->array) return np_value(nd_retain(node->array), NULL);
  Value tree = py_dict(), attributes = py_dict(), items = py_dict();
  bool good = !py_is_error(tree) && !py_is_error(attributes) && !py_is_error(items);
  for (int i = 0; good && i < node->attribute_count; i++)
    good = py_dict_set_steal(py_as_dict(attributes), node->attributes[i].name, attribute_value(&node->attributes[i]));
  for (int i = 0; good && i < node->child_count; i++)
    good = py_dict_set_steal(py_as_dict(items), node->children[i]->name, node_value(node->children[i]));
  good = good && py_dict_set_name(py_as_dict(tree), "attrs", attributes) && py_dict_set_name(py_as_dict(tree), "items", items);
  py_drop(attributes);
  py_drop(items);
  if (good) return tree;
  py_drop(tree);
  return PY_ERROR;
}

/* h5_read(path, data): the file at `path`, or `data`, bytes of a member of the archive at `path`. */
static Value h5_read(const NativeRow *row, Value *arguments) {
  const char *path;
  if (!py_as_text(arguments[0], &path)) return PY_ERROR;
  const bool given = !py_is_none(arguments[1]);
  if (given && !py_is_bytes(arguments[1])) return py_raise(&py_TypeError, "h5_read takes a path and bytes");
  const Bytes *data = given ? py_as_bytes(arguments[1]) : NULL;
  Error error = {0};
  Hdf5Node *root = given ? hdf5_process_read(NULL, data->data, (size_t)data->count, path, &error)
                         : hdf5_process_read(path, NULL, 0, path, &error);
  if (root == NULL) return py_raise_error(&error);
  Value tree = node_value(root);
  hdf5_free(root);
  return tree;
}

static bool fill_texts(Hdf5Attribute *attribute, const Value *items, int64_t count) {
  attribute->texts = core_alloc_zero((size_t)count + 1, sizeof *attribute->texts);
  for (int64_t i = 0; attribute->texts && i < count; i++) {
    const char *text;
    if (!py_as_text(items[i], &text)) return false;
    if ((attribute->texts[i] = core_strdup(text)) == NULL) break;
    attribute->text_count++;
  }
  if (attribute->texts && attribute->text_count == count) return true;
  py_raise(&py_MemoryError, "out of memory");
  return false;
}

static bool fill_attributes(Hdf5Node *node, Value attributes) {
  Value key, value;
  for (int64_t at = 0; py_dict_next(py_as_dict(attributes), &at, &key, &value);) {
    Error error = {0};
    Hdf5Attribute *attribute = hdf5_attribute(node, py_as_string(key)->data, &error);
    if (attribute == NULL) return !py_is_error(py_raise_error(&error));
    if (py_is_str(value)) {
      if (!fill_texts(attribute, &value, 1)) return false;
    } else if (py_is_list(value)) {
      attribute->is_list = true;
      if (!fill_texts(attribute, py_as_list(value)->items, py_as_list(value)->count)) return false;
    } else {
      NdArray *array = np_as_array(value);
      attribute->array = array ? nd_contiguous(array, &error) : NULL;
      nd_release(array);
      if (attribute->array == NULL) return py_pending() ? false : !py_is_error(py_raise_error(&error));
    }
  }
  return true;
}

static Value part(Value tree, const char *name) {
  Value found = py_is_dict(tree) ? py_dict_find_name(py_as_dict(tree), py_intern(name)) : PY_UNDEFINED;
  if (!py_is_undefined(found) && py_is_dict(found)) return found;
  return py_raise(&py_TypeError, "a group is a dict with 'attrs' and 'items'");
}

static bool fill_group(Hdf5Node *node, Value tree) {
  Value attributes = part(tree, "attrs"), items = py_is_error(attributes) ? PY_ERROR : part(tree, "items"), key, value;
  if (py_is_error(items) || !fill_attributes(node, attributes)) return false;
  for (int64_t at = 0; py_dict_next(py_as_dict(items), &at, &key, &value);) {
    Error error = {0};
    const bool group = py_is_dict(value);
    NdArray *array = group ? NULL : np_as_array(value);
    if (!group && array == NULL) return false;
    Hdf5Node *child = hdf5_node(node, py_as_string(key)->data, array, &error);
    nd_release(array);
    if (child == NULL) return !py_is_error(py_raise_error(&error));
    if (group && !fill_group(child, value)) return false;
  }
  return true;
}

static Value h5_write(const NativeRow *row, Value *arguments) {
  Error error = {0};
  Hdf5Node *root = hdf5_node(NULL, "", NULL, &error);
  if (root == NULL) return py_raise_error(&error);
  Value result = PY_ERROR;
  if (fill_group(root, arguments[0])) {
    size_t length = 0;
    char *bytes = hdf5_bytes(root, &length, &error);
    result = bytes ? py_bytes(bytes, length) : py_raise_error(&error);
    core_free(bytes);
  }
  hdf5_free(root);
  return result;
}

/* write(path, bytes): by a temporary file and a rename. */
static Value write_file(const NativeRow *row, Value *arguments) {
  const char *path;
  if (!py_as_text(arguments[0], &path)) return PY_ERROR;
  if (!py_is_bytes(arguments[1])) return py_raise(&py_TypeError, "write takes a path and bytes");
  Error error = {0};
  bool good = file_write(path, py_as_bytes(arguments[1])->data, (size_t)py_as_bytes(arguments[1])->count, 0666, &error);
  return good ? PY_NONE : py_raise_error(&error);
}

/* ---- A functional model's graph ---- */

static Value origin_value(const NnTensor *tensor) {
  NnLayer *layer;
  int node, output;
  if (!nn_tensor_origin(tensor, &layer, &node, &output))
    return py_raise(&py_NotImplementedError, "a tensor that is no layer's output cannot be saved");
  Value made = keras_wrap(nn_object_retain(&layer->object), NULL);
  Value shape = py_is_error(made) ? PY_ERROR : keras_shape_value(nn_tensor_shape(tensor));
  Value name = py_is_error(shape) ? PY_ERROR : py_text(nd_types[nn_tensor_type(tensor)].name);
  Value result = py_is_error(name) ? PY_ERROR : py_tuple_of(5, made, py_int(node), py_int(output), shape, name);
  py_drop(made);
  py_drop(shape);
  py_drop(name);
  return result;
}

static Value origins(NnTensor *const *tensors, int count) {
  Value list = py_list(count);
  for (int i = 0; !py_is_error(list) && i < count; i++)
    if (!py_list_append_steal(py_as_list(list), origin_value(tensors[i]))) {
      py_drop(list);
      return PY_ERROR;
    }
  return list;
}

static Value shown_origins(const NnModel *model, bool output) {
  int count = output ? nn_model_output_count(model) : nn_model_input_count(model);
  Value list = py_list(count);
  for (int i = 0; !py_is_error(list) && i < count; i++)
    if (!py_list_append_steal(py_as_list(list), origin_value(nn_model_shown(model, output, i)))) {
      py_drop(list);
      return PY_ERROR;
    }
  return list;
}

/* graph(model): ([(layer, node, training, [(layer, node, output, shape, dtype), ...]), ...], inputs, outputs). */
static Value graph(const NativeRow *row, Value *arguments) {
  NnModel *model = keras_is_layer(arguments[0]) ? nn_layer_as_model(keras_layer_of(arguments[0])) : NULL;
  if (model == NULL || !nn_model_built(model)) return py_raise(&py_ValueError, "a model that is built is needed");
  Value calls = py_list(nn_model_call_count(model));
  bool good = !py_is_error(calls);
  for (int i = 0; good && i < nn_model_call_count(model); i++) {
    NnModelCall call = nn_model_call(model, i);
    Value layer = keras_wrap(nn_object_retain(&call.layer->object), NULL);
    Value inputs = py_is_error(layer) ? PY_ERROR : origins(call.inputs, call.input_count);
    Value training = call.training < 0 ? PY_NONE : py_bool(call.training != 0);
    good = !py_is_error(inputs) &&
           py_list_append_steal(py_as_list(calls), py_tuple_of(4, layer, py_int(call.node_index), training, inputs));
    py_drop(layer);
    py_drop(inputs);
  }
  Value inputs = good ? shown_origins(model, false) : PY_ERROR;
  Value outputs = py_is_error(inputs) ? PY_ERROR : shown_origins(model, true);
  Value result = py_is_error(outputs) ? PY_ERROR : py_tuple_of(3, calls, inputs, outputs);
  py_drop(calls);
  py_drop(inputs);
  py_drop(outputs);
  return result;
}

/* ---- Optimizers ---- */

static NnOptimizer *optimizer_of(Value value) {
  if (py_is(value, &keras_kind_types[NN_OPTIMIZER])) return (NnOptimizer *)keras_object_of(value);
  py_raise(&py_TypeError, "an optimizer is needed, not '%s'", py_type_of(value)->name);
  return NULL;
}

/* optimizer_state(optimizer): (iterations, rate, [(path, array), ...], whether it is built, slots of each weight), the
 * slots only where it is built. */
static Value optimizer_state(const NativeRow *row, Value *arguments) {
  NnOptimizer *optimizer = optimizer_of(arguments[0]);
  if (optimizer == NULL) return PY_ERROR;
  int count = optimizer->built ? optimizer->variable_count * optimizer->slots_each : 0;
  Value slots = py_list(count);
  for (int i = 0; !py_is_error(slots) && i < count; i++) {
    Error error = {0};
    NdArray *copy = nd_copy(optimizer->slots[i]->value, &error);
    Value array = np_value(copy, &error), path = py_is_error(array) ? PY_ERROR : py_text(optimizer->slots[i]->path);
    Value pair = py_is_error(path) ? PY_ERROR : py_tuple_of(2, path, array);
    py_drop(array);
    py_drop(path);
    if (!py_list_append_steal(py_as_list(slots), pair)) {
      py_drop(slots);
      return PY_ERROR;
    }
  }
  if (py_is_error(slots)) return slots;
  Value result = py_tuple_of(5, py_int(optimizer->iterations), py_float((double)(float)optimizer->rate), slots,
                             py_bool(optimizer->built), py_int(optimizer->slots_each));
  py_drop(slots);
  return result;
}

/* optimizer_build(model, optimizer): makes the slots for the weights that training changes. */
static Value optimizer_build(const NativeRow *row, Value *arguments) {
  NnOptimizer *optimizer = optimizer_of(arguments[1]);
  if (optimizer == NULL) return PY_ERROR;
  NnModel *model = keras_is_layer(arguments[0]) ? nn_layer_as_model(keras_layer_of(arguments[0])) : NULL;
  if (model == NULL) return py_raise(&py_TypeError, "a model is needed");
  const int count = nn_model_variable_count(model);
  NnVariable **variables = core_alloc_zero((size_t)count + 1, sizeof *variables);
  Error error = {0};
  bool good = variables != NULL || core_fail_memory(&error, 1);
  int trainable = 0;
  for (int i = 0; good && i < count; i++)
    if (nn_model_variable(model, i)->trainable) variables[trainable++] = nn_model_variable(model, i);
  good = good && nn_optimizer_build(optimizer, variables, trainable, &error);
  core_free(variables);
  return good ? PY_NONE : keras_raise(&error);
}

/* optimizer_restore(optimizer, iterations, rate, [array, ...]): False, and nothing changed, where the arrays are not
 * those of an optimizer that is built so. */
static Value optimizer_restore(const NativeRow *row, Value *arguments) {
  NnOptimizer *optimizer = optimizer_of(arguments[0]);
  int64_t iterations;
  double rate;
  if (optimizer == NULL || !py_as_int(arguments[1], &iterations)) return PY_ERROR;
  if (!py_is_list(arguments[3])) return py_raise(&py_TypeError, "a list of arrays is needed");
  const List *given = py_as_list(arguments[3]);
  NdArray **arrays = core_alloc_zero((size_t)given->count + 1, sizeof *arrays);
  Error error = {0};
  bool good = arrays != NULL || core_fail_memory(&error, 1);
  bool fits = good && optimizer->built && given->count == (int64_t)optimizer->variable_count * optimizer->slots_each;
  for (int64_t i = 0; good && fits && i < given->count; i++) {
    NdArray *array = np_as_array(given->items[i]);
    if (array == NULL) break;
    const NdArray *slot = optimizer->slots[i]->value;
    fits =
        array->ndim == slot->ndim && memcmp(array->shape, slot->shape, sizeof *slot->shape * (size_t)slot->ndim) == 0;
    arrays[i] = array;
  }
  good = good && !py_pending();
  for (int64_t i = 0; good && fits && i < given->count; i++)
    good = nd_assign(optimizer->slots[i]->value, arrays[i], &error);
  if (good && fits) optimizer->iterations = iterations;
  if (good && fits && !py_is_none(arguments[2])) {
    if (py_as_double(arguments[2], &rate)) nn_optimizer_set_rate(&optimizer->object, rate);
    else good = false;
  }
  for (int64_t i = 0; arrays && i < given->count; i++) nd_release(arrays[i]);
  core_free(arrays);
  if (good) return py_bool(fits);
  return py_pending() ? PY_ERROR : keras_raise(&error);
}

/* serialize(object): as it stands inside a configuration; None for what the language made. */
static Value serialize(const NativeRow *row, Value *arguments) {
  if (!keras_is_object(arguments[0]) || py_type_of(arguments[0])->heap) return PY_NONE;
  return keras_serialized(keras_object_of(arguments[0]));
}

/* is_native(class): whether the engine makes its objects. */
static Value is_native(const NativeRow *row, Value *arguments) {
  return py_bool(!py_is_type(arguments[0]) || !py_as_type(arguments[0])->heap);
}

/* build_config(layer): for which inputs it was built, or None. */
static Value build_config(const NativeRow *row, Value *arguments) {
  NnLayer *layer = keras_is_layer(arguments[0]) ? keras_layer_of(arguments[0]) : NULL;
  const NnShape *shape = layer ? nn_layer_build_shape(layer) : NULL;
  NnModel *model = layer ? nn_layer_as_model(layer) : NULL;
  if (shape == NULL && model && nn_model_built(model) && nn_model_input_count(model) == 1)
    shape = nn_tensor_shape(nn_model_shown(model, false, 0));
  if (shape == NULL) return PY_NONE;
  Value config = py_dict();
  if (py_is_error(config) || py_dict_set_steal(py_as_dict(config), "input_shape", keras_shape_value(shape))) return config;
  py_drop(config);
  return PY_ERROR;
}

/* build_by_run(layer, shape): builds all that a layer holds, as its first call would. */
static Value build_by_run(const NativeRow *row, Value *arguments) {
  NnShape shape;
  if (!keras_is_layer(arguments[0])) return py_raise(&py_TypeError, "build_by_run takes a layer");
  if (!keras_as_shape(arguments[1], &shape)) return PY_ERROR;
  Error error = {0};
  return nn_layer_build(keras_layer_of(arguments[0]), &shape, 1, &error) ? PY_NONE : keras_raise(&error);
}

/* own_weights(layer): of a layer of the user's class, those that add_weight made, and no inner layer's. */
static Value own_weights(const NativeRow *row, Value *arguments) {
  NnLayer *layer = keras_is_layer(arguments[0]) ? keras_layer_of(arguments[0]) : NULL;
  int count = 0;
  NnVariable *const *own = layer && nn_is_user_layer(&layer->object) ? nn_user_own(layer, &count) : NULL;
  Value list = py_list(count);
  for (int i = 0; !py_is_error(list) && i < count; i++)
    if (!py_list_append_steal(py_as_list(list), keras_variable_value(own[i]))) {
      py_drop(list);
      return PY_ERROR;
    }
  return list;
}

/* identity(layer): the same for all values that stand for one layer. */
static Value identity(const NativeRow *row, Value *arguments) {
  if (!keras_is_layer(arguments[0])) return py_raise(&py_TypeError, "identity takes a layer");
  return py_int((int64_t)(intptr_t)keras_layer_of(arguments[0]));
}

static const NativeRow rows[] = {
    {"build_config", "layer", "The inputs that a layer was built for.", build_config, NULL},
    {"build_by_run", "layer, shape", "Builds a layer and all that it holds.", build_by_run, NULL},
    {"own_weights", "layer", "The weights of a layer of the user's class itself.", own_weights, NULL},
    {"identity", "layer", "A number that tells layers apart.", identity, NULL},
    {"serialize", "obj", "An object of the engine's as its configuration.", serialize, NULL},
    {"is_native", "kind", "Whether a class is the engine's own.", is_native, NULL},
    {"h5_read", "path, data=None", "An HDF5 file as a tree.", h5_read, NULL},
    {"h5_write", "tree", "The bytes of an HDF5 file.", h5_write, NULL},
    {"write", "path, data", "Writes a file whole, or not at all.", write_file, NULL},
    {"graph", "model", "The calls that a model is made of.", graph, NULL},
    {"optimizer_state", "optimizer", "What an optimizer remembers.", optimizer_state, NULL},
    {"optimizer_build", "model, optimizer", "Makes place for it.", optimizer_build, NULL},
    {"optimizer_restore", "optimizer, iterations, rate, slots", "Gives it back.", optimizer_restore, NULL},
    {0},
};
const ModuleRow keras_files_module_rows[] = {
    {.name = "_keras_files", .help = "The native half of saving and loading models.", .functions = rows}, {0}};

/* ---- Methods that are written in the language ---- */

Value keras_forward(const NativeRow *row, Value *arguments) {
  const Signature *signature = signature_of(row->signature);
  if (signature == NULL) return py_raise(&py_MemoryError, "out of memory");
  Value module = modules_import("_keras_saving");
  if (py_is_error(module)) return module;
  Value function = py_getattr(module, py_intern(row->data));
  py_drop(module);
  Value result = py_is_error(function) ? PY_ERROR : py_call_values(function, arguments, signature->count);
  py_drop(function);
  return result;
}

/* ---- keras.saving, keras.models and keras.utils: names that are written in the language ---- */

static Value found_in(const char *module_name, const char *names, String *name) {
  if (!modules_is_named(names, name->data)) return PY_UNDEFINED;
  Value module = modules_import(module_name);
  if (py_is_error(module)) return module;
  Value found = py_find_attr(module, name);
  py_drop(module);
  return found;
}

static const char saving_names[] =
    "load_model|save_model|load_weights|save_weights|register_keras_serializable|get_custom_objects|custom_object_scope|"
    "CustomObjectScope|get_registered_name|get_registered_object|serialize_keras_object|deserialize_keras_object";
static const char models_names[] = "load_model|save_model|clone_model|model_from_json";
static const char utils_saving_names[] =
    "register_keras_serializable|get_custom_objects|custom_object_scope|CustomObjectScope|get_registered_name|"
    "get_registered_object|serialize_keras_object|deserialize_keras_object";
static const char sequence_names[] = "pad_sequences";
static const char windows_names[] = "TimeseriesGenerator|skipgrams|make_sampling_table";
static const char dataset_names[] = "split_dataset|timeseries_dataset_from_array";
static const char folders_names[] = "image_dataset_from_directory|text_dataset_from_directory";
static const char pictures_names[] = "load_img|save_img|img_to_array|array_to_img";
static const char features_names[] = "FeatureSpace";
static const char utils_names[] =
    "clear_session|get_file|plot_model|model_to_dot|pack_x_y_sample_weight|unpack_x_y_sample_weight|"
    "Progbar";

Value keras_saving_find(String *name) { return found_in("_keras_saving", saving_names, name); }
void keras_saving_names(void (*each)(void *context, const char *name), void *context) {
  modules_each_name(saving_names, each, context);
}
Value keras_models_find(String *name) { return found_in("_keras_saving", models_names, name); }
void keras_models_names(void (*each)(void *context, const char *name), void *context) {
  modules_each_name(models_names, each, context);
}
Value keras_utils_find(String *name) {
  Value found = found_in("_keras_saving", utils_saving_names, name);
  if (py_is_undefined(found)) found = found_in("_keras_utils", utils_names, name);
  if (py_is_undefined(found)) found = found_in("_keras_windows", dataset_names, name);
  if (py_is_undefined(found)) found = found_in("_keras_folders", folders_names, name);
  if (py_is_undefined(found)) found = found_in("_keras_pictures", pictures_names, name);
  if (py_is_undefined(found)) found = found_in("_keras_features", features_names, name);
  return py_is_undefined(found) ? found_in("_keras_padding", sequence_names, name) : found;
}
Value keras_padding_find(String *name) {
  Value found = found_in("_keras_padding", sequence_names, name);
  return py_is_undefined(found) ? found_in("_keras_windows", windows_names, name) : found;
}
Value keras_folders_find(String *name) {
  Value found = found_in("_keras_folders", folders_names, name);
  return py_is_undefined(found) ? found_in("_keras_windows", dataset_names, name) : found;
}
void keras_padding_names(void (*each)(void *context, const char *name), void *context) {
  modules_each_name(sequence_names, each, context);
  modules_each_name(windows_names, each, context);
}
void keras_utils_names(void (*each)(void *context, const char *name), void *context) {
  modules_each_name(utils_saving_names, each, context);
  modules_each_name(utils_names, each, context);
  modules_each_name(features_names, each, context);
  modules_each_name(dataset_names, each, context);
  modules_each_name(folders_names, each, context);
  modules_each_name(pictures_names, each, context);
  modules_each_name(sequence_names, each, context);
}

static const NativeRow from_config = {"from_config", "self, config, custom_objects=None", "An object from its get_config().",
                                      keras_forward, "from_config"};

void keras_files_class(Type *type) {
  if (type->dict == NULL) {
    Value dict = py_dict();
    if (py_is_error(dict)) {
      py_clear_pending();
      return;
    }
    type->dict = py_as_dict(dict);
  }
  /* A class method, so that a class of the user's that derives from this one makes its own objects. */
  Value function = py_native(&from_config, PY_UNDEFINED, "keras"), wrapper = py_type_value(&py_classmethod_type);
  Value method = py_is_error(function) ? PY_ERROR : py_call_values(wrapper, &function, 1);
  py_drop(function);
  py_drop(wrapper);
  if (!py_dict_set_steal(type->dict, "from_config", method)) py_clear_pending();
}
