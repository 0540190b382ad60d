/* Arrays of objects in .npy and .npz files: pickles, read as plain data (engine/formats/pickle.h) and made into values,
 * or by the module pickle where there is more in them. */
#include "engine/core/memory.h"
#include "engine/formats/formats.h"
#include "engine/formats/pickle.h"
#include "repl/modules/numpy_internal.h"

/* Lists in lists in lists: a file may say that a list holds itself. */
enum { DEEPEST = 100 };

/* PY_ERROR without an exception: no plain data. */
static Value value_of(const PickleItem *item, int depth);

static Value sequence_of(const PickleItem *item, int depth) {
  Value made = item->kind == PICKLE_LIST ? py_list(item->count) : py_tuple(item->count);
  for (int i = 0; !py_is_error(made) && i < item->count; i++) {
    Value each = value_of(item->items[i], depth + 1);
    bool good = !py_is_error(each);
    if (item->kind == PICKLE_LIST) good = py_list_append_steal(py_as_list(made), each);
    else py_as_tuple(made)->items[i] = good ? each : PY_NONE;
    if (good) continue;
    py_drop(made);
    return PY_ERROR;
  }
  return made;
}

static Value dict_of(const PickleItem *item, int depth) {
  Value made = py_dict();
  for (int i = 0; !py_is_error(made) && i + 1 < item->count; i += 2) {
    Value key = value_of(item->items[i], depth + 1), value = value_of(item->items[i + 1], depth + 1);
    const bool good = !py_is_error(key) && !py_is_error(value) && py_dict_set(py_as_dict(made), key, value);
    py_drop(key);
    py_drop(value);
    if (good) continue;
    py_drop(made);
    return PY_ERROR;
  }
  return made;
}

static Value objects_of(const PickleItem *item, int depth) {
  const PickleItem *shape = item->items[0], *list = item->items[1];
  int64_t dims[ND_MAX_DIMS];
  Error error = {0};
  for (int i = 0; i < shape->count; i++) dims[i] = shape->items[i]->integer;
  NdArray *array = nd_new(ND_OBJECT, shape->count, dims, &error);
  if (array == NULL) return py_raise_error(&error);
  for (int i = 0; i < list->count; i++) {
    if (np_element_make(value_of(list->items[i], depth + 1), &((void **)(void *)array->data)[i])) continue;
    nd_release(array);
    return PY_ERROR;
  }
  return np_value(array, &error);
}

static Value value_of(const PickleItem *item, int depth) {
  if (depth > DEEPEST) return PY_ERROR;
  switch (item->kind) {
    case PICKLE_NONE: return PY_NONE;
    case PICKLE_BOOL: return py_bool(item->integer != 0);
    case PICKLE_INT: return py_int(item->integer);
    case PICKLE_FLOAT: return py_float(item->real);
    case PICKLE_TEXT: return py_text_bytes(item->bytes, item->length);
    case PICKLE_BYTES: return py_bytes(item->bytes, item->length);
    case PICKLE_LIST:
    case PICKLE_TUPLE: return sequence_of(item, depth);
    case PICKLE_DICT: return dict_of(item, depth);
    case PICKLE_ARRAY:
      if (item->array == NULL) break;
      return np_value_or_scalar(nd_retain(item->array), NULL);
    case PICKLE_OBJECTS: return objects_of(item, depth);
    default: break;
  }
  return PY_ERROR;
}

/* What the module pickle makes of the bytes: it knows more than plain data, and is slower. */
static Value unpickled(const char *bytes, size_t length) {
  Value module = modules_import("pickle"), loads = py_is_error(module) ? PY_ERROR : py_getattr(module, py_intern("loads"));
  Value given = py_is_error(loads) ? PY_ERROR : py_bytes(bytes, length);
  Value made = py_is_error(given) ? PY_ERROR : py_call_values(loads, &given, 1);
  py_drop(given);
  py_drop(loads);
  py_drop(module);
  return made;
}

Value np_pickled_array(char *bytes, size_t length, const char *name) {
  const size_t start = npy_pickle_start(bytes, length);
  Error error = {0};
  Pickle *pickle = pickle_parse(bytes + start, length - start, name, &error);
  Value made = pickle != NULL ? value_of(pickle_root(pickle), 0) : PY_ERROR;
  pickle_free(pickle);
  if (py_is_error(made) && !py_pending()) made = unpickled(bytes + start, length - start);
  core_free(bytes);
  return made;
}

Value np_load_pickle(const char *path) {
  Error error = {0};
  size_t length;
  char *bytes = file_read(path, &length, &error);
  if (bytes == NULL) return py_raise_error(&error);
  Value made = unpickled(bytes, length);
  core_free(bytes);
  if (!py_is_error(made)) return made;
  /* Its own class of errors says that it is no pickle; what happened stands in the traceback. */
  Value name = py_text(path), shown = py_is_error(name) ? PY_ERROR : py_repr(name);
  Value module = modules_import("pickle"),
        class = py_is_error(module) ? PY_ERROR : py_getattr(module, py_intern("UnpicklingError"));
  py_clear_pending();
  if (!py_is_error(class) && !py_is_error(shown))
    py_raise(py_as_type(class), "Failed to interpret file %s as a pickle", py_as_string(shown)->data);
  py_drop(name);
  py_drop(shown);
  py_drop(module);
  py_drop(class);
  return PY_ERROR;
}
