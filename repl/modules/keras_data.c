#include "repl/modules/keras_data.h"

#include <string.h>

#include "engine/core/memory.h"
#include "repl/modules/keras_before.h"
#include "repl/modules/numpy.h"

/* Most of what data can be is plain arrays; the rest is written in the language. */
static Value helper(const char *name) {
  Value module = modules_import("_keras_data");
  Value function = py_is_error(module) ? PY_ERROR : py_getattr(module, py_intern(name));
  py_drop(module);
  return function;
}

static Value call_helper(const char *name, const Value *arguments, int count) {
  Value function = helper(name);
  Value result = py_is_error(function) ? PY_ERROR : py_call_values(function, arguments, count);
  py_drop(function);
  return result;
}

static void arrays_clear(KerasArrays *arrays) {
  for (int i = 0; i < arrays->count; i++) nd_release(arrays->items[i]);
  core_free(arrays->items);
  *arrays = (KerasArrays){0};
}

static Value by_name(const NnModel *model, Value value, bool outputs);

/* The keys of a model that was made of dicts; PY_UNDEFINED: it was not. */
static Value keys_of(const NnModel *model, bool outputs) {
  const NnObject *object = &nn_model_as_layer((NnModel *)model)->object;
  if (object->owner == NULL) return PY_UNDEFINED;
  Value found = py_find_attr((Value){.tag = TAG_OBJECT, .as.object = object->owner}, py_intern(outputs ? "_output_keys" : "_input_keys"));
  if (py_is_error(found)) py_clear_pending();
  return py_is_list(found) ? found : PY_UNDEFINED;
}

Value keras_by_keys(const NnModel *model, Value outputs) {
  if (py_is_error(outputs)) return outputs;
  Value keys = keys_of(model, true);
  if (py_is_undefined(keys)) return outputs;
  const Value *items = &outputs;
  int64_t count = 1;
  if (py_as_list(keys)->count > 1) py_sequence(outputs, &items, &count);
  Value dict = py_dict();
  for (int64_t i = 0; !py_is_error(dict) && i < count && i < py_as_list(keys)->count; i++)
    if (!py_dict_set(py_as_dict(dict), py_as_list(keys)->items[i], items[i])) {
      py_drop(dict);
      dict = PY_ERROR;
    }
  py_drop(keys);
  py_drop(outputs);
  return dict;
}

Value keras_inputs_by_name(const NnModel *model, Value value) { return by_name(model, value, false); }

static Value names_of(const NnModel *model, bool outputs) {
  Value keys = keys_of(model, outputs);
  if (!py_is_undefined(keys)) return keys;
  const int count = outputs ? nn_model_output_count(model) : nn_model_input_count(model);
  Value list = py_list(count);
  for (int i = 0; !py_is_error(list) && i < count; i++) {
    const char *name = outputs ? nn_model_output_name(model, i) : nn_model_input_name(model, i);
    if (py_list_append_steal(py_as_list(list), py_text(name != NULL ? name : ""))) continue;
    py_drop(list);
    return PY_ERROR;
  }
  return list;
}

/* What a dict has for the model's inputs (outputs), as a list; any other value as it is. A new reference. */
static Value by_name(const NnModel *model, Value value, bool outputs) {
  if (!py_is_dict(value)) return py_keep(value);
  Value names = names_of(model, outputs);
  if (py_is_error(names)) return names;
  Value arguments[] = {value, names, py_bool(outputs)};
  Value list = call_helper("by_name", arguments, 3);
  py_drop(names);
  return list;
}

Value keras_by_output(Value self, Value given, bool lists) {
  if (!py_is_dict(given)) return py_keep(given);
  const NnModel *model = keras_model_of(self);
  Value names = names_of(model, true);
  if (py_is_error(names)) return names;
  Value arguments[] = {given, names, py_bool(lists)};
  Value result = call_helper("by_output", arguments, 3);
  py_drop(names);
  return result;
}

/* One array, or a list of arrays, one an input (output): a list of numbers or of lists is one array. */
static bool arrays_of(const NnModel *model, Value given, bool outputs, bool may_lack, KerasArrays *out) {
  const int wanted = outputs ? nn_model_output_count(model) : nn_model_input_count(model);
  *out = (KerasArrays){0};
  if (py_is_none(given) || py_is_undefined(given)) return true;
  Value value = by_name(model, given, outputs);
  if (py_is_error(value)) return false;
  const Value *items = &value, *several;
  int64_t count = 1, several_count;
  if (py_sequence(value, &several, &several_count) && several_count > 0 &&
      (wanted > 1 || np_is_array(several[0]) || py_is_dict(given))) {
    items = several;
    count = several_count;
  }
  const bool before = !outputs && keras_has_before((NnModel *)model, items[0]);
  if (py_pending()) {
    py_drop(value);
    return false;
  }
  out->items = core_alloc_zero((size_t)count, sizeof *out->items);
  if (out->items == NULL) py_raise(&py_MemoryError, "out of memory");
  bool good = out->items != NULL;
  for (int64_t i = 0; good && i < count; i++) {
    out->count++;
    if (may_lack && py_is_none(items[i])) continue;
    Value made = before ? keras_make_before((NnModel *)model, (int)i, items[i]) : py_keep(items[i]);
    out->items[i] = py_is_error(made) ? NULL : np_as_numbers(made);
    py_drop(made);
    good = out->items[i] != NULL;
  }
  py_drop(value);
  if (!good) arrays_clear(out);
  return good;
}

/* ---- Streams ---- */

static bool fail_stream(Error *error) { return core_fail(error, ERROR_RUNTIME, "the data raised an exception"); }

static bool stream_restart(void *context, Error *error) {
  KerasData *data = context;
  Value done = py_call_method(data->feeder, "restart", NULL, 0);
  const bool good = !py_is_error(done);
  py_drop(done);
  return good || fail_stream(error);
}

/* The batch as the engine sees it; its arrays live until the next one. */
static void view(KerasData *data) {
  data->data = (NnData){data->x.items, data->x.count, data->y.count ? data->y.items : NULL, data->y.count,
                        data->w.count ? data->w.items : NULL};
}

/* One array of weights is for all outputs. */
static bool spread_weights(KerasData *data) {
  if (data->w.count == 0 || data->w.count >= data->y.count) return true;
  NdArray **items = core_alloc_zero((size_t)data->y.count, sizeof *items);
  if (items == NULL) return !py_is_error(py_raise(&py_MemoryError, "out of memory"));
  for (int i = 0; i < data->y.count; i++)
    items[i] = data->w.items[data->w.count == 1 ? 0 : i] != NULL && (data->w.count == 1 || i < data->w.count)
                   ? nd_retain(data->w.items[data->w.count == 1 ? 0 : i]) : NULL;
  arrays_clear(&data->w);
  data->w = (KerasArrays){items, data->y.count};
  return true;
}

static bool take_parts(KerasData *data, Value x, Value y, Value weights) {
  arrays_clear(&data->x);
  arrays_clear(&data->y);
  arrays_clear(&data->w);
  const bool good = arrays_of(data->model, x, false, false, &data->x) &&
                    arrays_of(data->model, y, true, false, &data->y) &&
                    arrays_of(data->model, weights, true, true, &data->w) && spread_weights(data);
  view(data);
  return good;
}

static int stream_next(void *context, NnData *batch, Error *error) {
  KerasData *data = context;
  Value item = py_call_method(data->feeder, "take", NULL, 0);
  if (py_is_none(item)) return 0;
  const Value *parts;
  int64_t count;
  bool good = !py_is_error(item) && py_sequence(item, &parts, &count) && count == 3 &&
              take_parts(data, parts[0], parts[1], parts[2]);
  py_drop(item);
  if (!good) {
    fail_stream(error);
    return -1;
  }
  *batch = data->data;
  return 1;
}

static bool is_plain(Value x) {
  const Value *items;
  int64_t count;
  return np_is_array(x) || py_is_dict(x) || py_sequence(x, &items, &count) || py_is(x, &keras_eager_tensor_type) ||
         py_is_none(x);
}

static bool open_stream(KerasData *data, Value x, Value class_weight, bool shuffle) {
  Value arguments[] = {x, py_bool(shuffle), class_weight};
  data->feeder = call_helper("stream", arguments, 3);
  if (py_is_error(data->feeder)) {
    data->feeder = PY_NONE;
    return false;
  }
  if (py_is_none(data->feeder)) return true; /* an array of another library */
  Value steps = py_getattr(data->feeder, py_intern("steps"));
  int64_t count = 0;
  const bool good = !py_is_error(steps) && py_as_int(steps, &count);
  py_drop(steps);
  data->streams = true;
  data->stream = (NnStream){data, stream_restart, stream_next, count};
  return good;
}

/* Targets that come with the batches cannot be given again. */
static bool refuse_beside(const KerasData *data, const char *argument, const char *what) {
  Value noun = py_getattr(data->feeder, py_intern("noun"));
  if (py_is_error(noun)) return false;
  const char *name = py_is_str(noun) ? py_as_string(noun)->data : "generator";
  py_raise(&py_ValueError, "When providing `x` as a %s, `%s` should not be passed. Instead, %s should be included as part of "
           "the %s.", name, argument, what, name);
  py_drop(noun);
  return false;
}

bool keras_data_continues(KerasData *data) {
  return !data->streams || py_setattr(data->feeder, py_intern("continues"), PY_TRUE);
}

bool keras_data_open(KerasData *data, Value self, Value x, Value y, Value weights, Value class_weight, bool shuffle) {
  *data = (KerasData){.feeder = PY_NONE, .model = keras_model_of(self)};
  if (!is_plain(x)) {
    if (!open_stream(data, x, class_weight, shuffle)) return false;
    if (data->streams) {
      return (py_is_none(y) || refuse_beside(data, "y", "the targets")) &&
             (py_is_none(weights) || refuse_beside(data, "sample_weights", "the sample weights"));
    }
  }
  if (!py_is_none(class_weight)) {
    if (!py_is_none(weights))
      return !py_is_error(py_raise(&py_ValueError, "You cannot `class_weight` and `sample_weight` at the same time."));
    Value arguments[] = {y, class_weight};
    Value made = call_helper("class_weights", arguments, 2);
    const bool good = !py_is_error(made) && take_parts(data, x, y, made);
    py_drop(made);
    return good;
  }
  return take_parts(data, x, y, weights);
}

void keras_data_clear(KerasData *data) {
  arrays_clear(&data->x);
  arrays_clear(&data->y);
  arrays_clear(&data->w);
  py_drop(data->feeder);
  data->feeder = PY_NONE;
}

static const char *const sequence_names[] = {"PyDataset", "Sequence"};

Value keras_sequence_find(String *name) {
  for (size_t i = 0; i < sizeof sequence_names / sizeof *sequence_names; i++) {
    if (strcmp(name->data, sequence_names[i]) != 0) continue;
    Value module = modules_import("_keras_sequence");
    Value found = py_is_error(module) ? PY_ERROR : py_getattr(module, name);
    py_drop(module);
    return found;
  }
  return PY_UNDEFINED;
}

void keras_sequence_names(void (*each)(void *context, const char *name), void *context) {
  for (size_t i = 0; i < sizeof sequence_names / sizeof *sequence_names; i++) each(context, sequence_names[i]);
}
