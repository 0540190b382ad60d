/* numpy's files: .npy and .npz through the formats room, tables of numbers as text; and the options of printing. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/formats/formats.h"
#include "repl/modules/numpy_internal.h"

/* ---- .npy and .npz ---- */

/* What load() gives for a .npz: members are read when asked for. */
typedef struct NpzObject {
  Object head;
  Npz *npz; /* NULL once closed */
  Value names; /* what was in it, once it is closed */
  bool objects; /* allow_pickle */
  Value name;
} NpzObject;

static NpzObject *npz_of(Value v) { return (NpzObject *)v.as.object; }
static void npz_dealloc(Object *self) {
  npz_close(((NpzObject *)self)->npz);
  py_drop(((NpzObject *)self)->names);
  py_drop(((NpzObject *)self)->name);
}
static int64_t npz_length(Value self) {
  const NpzObject *file = npz_of(self);
  return file->npz ? npz_count(file->npz) : py_as_list(file->names)->count;
}
static const char *name_at(Value self, int i) {
  const NpzObject *file = npz_of(self);
  return file->npz ? npz_name(file->npz, i) : py_as_string(py_as_list(file->names)->items[i])->data;
}
static Value npz_names(Value self) {
  Value list = py_list(4);
  for (int i = 0; !py_is_error(list) && i < (int)npz_length(self); i++)
    if (!py_list_append_steal(py_as_list(list), py_text(name_at(self, i)))) {
      py_drop(list);
      list = PY_ERROR;
    }
  return list;
}
static int npz_contains(Value self, Value key) {
  Value names = npz_names(self);
  int answer = py_is_error(names) ? -1 : py_contains(names, key);
  py_drop(names);
  return answer;
}
/* What reading gave; where objects are refused, in numpy's words, which leave the file's name out. */
static Value read_value(NdArray *array, Error *error) {
  const char *words = array == NULL ? strstr(error->text, "Object arrays cannot be loaded") : NULL;
  return words != NULL ? py_raise(&py_ValueError, "%s", words) : np_value(array, error);
}
static Value npz_getitem(Value self, Value key) {
  int there = npz_contains(self, key);
  if (there < 0) return PY_ERROR;
  if (there == 0) {
    Value text = py_str(key);
    if (!py_is_error(text)) py_raise(&py_KeyError, "%s is not a file in the archive", py_as_string(text)->data);
    py_drop(text);
    return PY_ERROR;
  }
  if (npz_of(self)->npz == NULL) return py_raise(&py_AttributeError, "'NoneType' object has no attribute 'open'");
  Error error = {0};
  const char *name = py_as_string(key)->data;
  if (npz_of(self)->objects) {
    size_t length;
    char *bytes = npz_bytes(npz_of(self)->npz, name, &length, &error);
    if (bytes == NULL) return py_raise_error(&error);
    if (npy_pickle_start(bytes, length) > 0) return np_pickled_array(bytes, length, name);
    core_free(bytes);
  }
  return read_value(npz_read(npz_of(self)->npz, name, &error), &error);
}
static Value npz_iter(Value self) {
  Value names = npz_names(self), iterator = py_is_error(names) ? PY_ERROR : py_iter(names);
  py_drop(names);
  return iterator;
}
static Value npz_repr(Value self) {
  Text text = {0};
  text_addf(&text, "NpzFile '%s' with keys: ", py_as_string(npz_of(self)->name)->data);
  int count = (int)npz_length(self);
  for (int i = 0; i < count && i < 5; i++) text_addf(&text, "%s%s", i ? ", " : "", name_at(self, i));
  if (count > 5) text_add(&text, "...");
  return py_text_take(&text);
}
/* values, items (row->data) */
static Value method_values(const NativeRow *row, Value *arguments) {
  Value list = py_list(4);
  for (int i = 0; !py_is_error(list) && i < (int)npz_length(arguments[0]); i++) {
    Value name = py_text(name_at(arguments[0], i)), made = PY_ERROR;
    Value array = py_is_error(name) ? PY_ERROR : npz_getitem(arguments[0], name);
    if (!py_is_error(array)) made = row->data ? py_tuple_of(2, name, array) : py_keep(array);
    py_drop(name);
    py_drop(array);
    if (!py_list_append_steal(py_as_list(list), made)) {
      py_drop(list);
      list = PY_ERROR;
    }
  }
  return list;
}
static Value method_get(const NativeRow *row, Value *arguments) {
  int there = npz_contains(arguments[0], arguments[1]);
  return there < 0 ? PY_ERROR : there ? npz_getitem(arguments[0], arguments[1]) : py_keep(arguments[2]);
}
static Value method_keys(const NativeRow *row, Value *arguments) { return npz_names(arguments[0]); }
static Value method_enter(const NativeRow *row, Value *arguments) { return py_keep(arguments[0]); }
static Value method_close(const NativeRow *row, Value *arguments) {
  NpzObject *file = npz_of(arguments[0]);
  if (file->npz == NULL) return PY_NONE;
  file->names = npz_names(arguments[0]);
  if (py_is_error(file->names)) return PY_ERROR;
  npz_close(file->npz);
  file->npz = NULL;
  return PY_NONE;
}
static const NativeRow npz_methods[] = {{"keys", "self", "The names.", method_keys, NULL},
                                        {"values", "self", "The arrays.", method_values, NULL},
                                        {"items", "self", "Names and arrays.", method_values, "items"},
                                        {"get", "self, key, default=None", "An array, or the default.", method_get,
                                         NULL},
                                        {"close", "self", "Closes the file.", method_close, NULL},
                                        {"__enter__", "self", "For `with`.", method_enter, NULL},
                                        {"__exit__", "self, *args", "Closes the file.", method_close, NULL}, {0}};
static const PropertyRow npz_properties[] = {{"files", "The names.", npz_names, NULL}, {0}};
Type np_npz_type = {.head = {&py_type_type, 1},
                    .name = "NpzFile",
                    .module = "numpy.lib.npyio",
                    .base = &py_object_type,
                    .help = "Arrays by name, in a file.",
                    .size = sizeof(NpzObject),
                    .dealloc = npz_dealloc,
                    .repr = npz_repr,
                    .length = npz_length,
                    .getitem = npz_getitem,
                    .contains = npz_contains,
                    .iter = npz_iter,
                    .methods = npz_methods,
                    .properties = npz_properties};

static bool ends_with(const char *text, const char *end) {
  size_t length = strlen(text), end_length = strlen(end);
  return length >= end_length && strcmp(text + length - end_length, end) == 0;
}

static Value load(const NativeRow *row, Value *arguments) {
  const char *path;
  bool objects;
  if (!py_as_text(arguments[0], &path) || !py_as_bool(arguments[2], &objects)) return PY_ERROR;
  Error error = {0};
  unsigned char start[4] = {0x93};
  FILE *file = fopen(path, "rb");
  if (file && fread(start, 1, sizeof start, file) == 0) {
    bool folder = ferror(file) != 0;
    fclose(file);
    if (!folder) return py_raise(&py_EOFError, "No data left in file");
    start[0] = 0x93;
  } else if (file) {
    fclose(file);
  }
  const bool zipped = memcmp(start, "PK\3\4", 4) == 0 || memcmp(start, "PK\5\6", 4) == 0;
  if (!zipped && !ends_with(path, ".npz")) {
    /* numpy takes what is no .npy for a pickle. */
    if (start[0] != 0x93 && !objects)
      return py_raise(&py_ValueError, "This file contains pickled (object) data. If you trust the file you can load it "
                                      "unsafely using the `allow_pickle=` keyword argument or `pickle.load()`.");
    if (start[0] != 0x93) return np_load_pickle(path);
    if (objects) {
      size_t length;
      char *bytes = file_read(path, &length, &error);
      if (bytes == NULL) return py_raise_error(&error);
      if (npy_pickle_start(bytes, length) > 0) return np_pickled_array(bytes, length, path);
      core_free(bytes);
    }
    return read_value(npy_read(path, &error), &error);
  }
  Npz *npz = npz_open(path, &error);
  if (npz == NULL) return py_raise_error(&error);
  NpzObject *object = py_new(&np_npz_type);
  if (object == NULL) {
    npz_close(npz);
    return PY_ERROR;
  }
  object->npz = npz;
  object->names = PY_UNDEFINED;
  object->objects = objects;
  object->name = py_keep(arguments[0]);
  return py_object(object);
}

/* The path with its ending, which numpy adds where it is missing. */
static bool path_with(Value value, const char *ending, Text *path) {
  const char *given;
  if (!py_as_text(value, &given)) return false;
  text_add(path, given);
  if (!ends_with(given, ending)) text_add(path, ending);
  return true;
}
static Value save(const NativeRow *row, Value *arguments) {
  Text path = {0};
  if (!path_with(arguments[0], ".npy", &path)) return PY_ERROR;
  NdArray *array = np_as_array_kept(arguments[1]);
  Error error = {0};
  bool good = array && npy_write(text_string(&path), array, &error);
  if (array && !good) py_raise_error(&error);
  nd_release(array);
  text_free(&path);
  return good ? PY_NONE : PY_ERROR;
}
/* savez and savez_compressed (row->data): positional arrays are arr_0, arr_1, ..., behind the
 * named ones. */
static Value savez(const NativeRow *row, Value *arguments) {
  Tuple *given = py_as_tuple(arguments[1]);
  Dict *named = py_as_dict(arguments[2]);
  int64_t most = given->count + named->count, at = 0;
  char (*numbered)[32] = core_alloc_zero((size_t)most + 1, sizeof *numbered);
  const char **names = core_alloc_zero((size_t)most + 1, sizeof *names);
  NdArray **arrays = core_alloc_zero((size_t)most + 1, sizeof *arrays);
  int count = 0;
  Text path = {0};
  bool good = numbered && names && arrays;
  if (!good) py_raise(&py_MemoryError, "out of memory");
  good = good && path_with(arguments[0], ".npz", &path);
  Value key, value;
  while (good && py_dict_next(named, &at, &key, &value)) {
    names[count] = py_as_string(key)->data;
    good = (arrays[count] = np_as_array_kept(value)) != NULL;
    count += good;
  }
  for (int64_t i = 0; good && i < given->count; i++) {
    snprintf(numbered[i], sizeof numbered[i], "arr_%lld", (long long)i);
    names[count] = numbered[i];
    good = (arrays[count] = np_as_array_kept(given->items[i])) != NULL;
    count += good;
  }
  Error error = {0};
  if (good && !npz_write(text_string(&path), names, arrays, count, row->data != NULL, &error)) {
    py_raise_error(&error);
    good = false;
  }
  for (int i = 0; i < count; i++) nd_release(arrays[i]);
  text_free(&path);
  core_free(arrays);
  core_free(names);
  core_free(numbered);
  return good ? PY_NONE : PY_ERROR;
}

/* ---- Text ---- */

/* The numbers of one line, added to `list`; genfromtxt takes nan for what is no number. -1 after an error. */
static int64_t numbers_of(char *line, const char *delimiter, bool lenient, double **numbers, int64_t *count,
                          int64_t *capacity) {
  int64_t here = 0;
  for (char *at = line; *at;) {
    char *end = delimiter[0] ? strstr(at, delimiter) : at + strcspn(at, " \t\r\n");
    if (end == NULL) end = at + strlen(at);
    char *rest, kept = *end;
    *end = '\0';
    double value = strtod(at, &rest);
    rest += strspn(rest, " \t\r\n");
    bool empty = at[strspn(at, " \t\r\n")] == '\0';
    if ((rest == at || *rest || empty) && lenient) value = strtod("nan", NULL);
    else if (rest == at || *rest || empty) {
      py_raise(&py_ValueError, "could not convert string '%s' to float64", at);
      return -1;
    }
    *end = kept;
    if (*count == *capacity) {
      int64_t more = *capacity ? *capacity * 2 : 1024;
      double *grown = core_realloc(*numbers, sizeof(double) * (size_t)more);
      if (grown == NULL) {
        py_raise(&py_MemoryError, "out of memory");
        return -1;
      }
      *numbers = grown;
      *capacity = more;
    }
    (*numbers)[(*count)++] = value;
    here++;
    at = *end ? end + (delimiter[0] ? strlen(delimiter) : 1) : end;
    if (!delimiter[0]) at += strspn(at, " \t\r\n");
  }
  return here;
}
/* loadtxt and genfromtxt (row->data): a table of numbers; skip lines at the head. */
static Value loadtxt(const NativeRow *row, Value *arguments) {
  const char *path, *delimiter = "";
  int64_t skip;
  NdType type;
  if (!py_as_text(arguments[0], &path) || !np_as_dtype(arguments[1], ND_FLOAT64, &type) ||
      (!py_is_none(arguments[2]) && !py_as_text(arguments[2], &delimiter)) || !py_as_int(arguments[3], &skip))
    return PY_ERROR;
  FILE *file = fopen(path, "r");
  if (file == NULL) return py_raise(&py_FileNotFoundError, "%s not found.", path);
  char *line = NULL;
  size_t room = 0;
  double *numbers = NULL;
  int64_t count = 0, capacity = 0, rows = 0, columns = -1;
  bool good = true;
  while (good && getline(&line, &room, file) >= 0) {
    if (skip-- > 0) continue;
    line[strcspn(line, "#\r\n")] = '\0';
    char *start = line + strspn(line, " \t");
    if (*start == '\0') continue;
    int64_t here = numbers_of(start, delimiter, row->data != NULL, &numbers, &count, &capacity);
    good = here >= 0;
    if (good && columns >= 0 && here != columns) {
      py_raise(&py_ValueError,
               "the number of columns changed from %lld to %lld at row %lld; use `usecols` to select a subset and "
               "avoid this error",
               (long long)columns, (long long)here, (long long)rows + 1);
      good = false;
    }
    columns = here;
    rows++;
  }
  free(line);
  fclose(file);
  NpWork work = {.failed = !good};
  Error error = {0};
  if (columns < 0) columns = 0;
  int64_t shape[2] = {rows, columns};
  Value table = good ? np_step_array(&work, nd_new(ND_FLOAT64, 2, shape, &error), &error) : PY_ERROR;
  if (!work.failed && count) memcpy(np_borrow(table)->data, numbers, sizeof(double) * (size_t)count);
  core_free(numbers);
  if (!work.failed && (rows <= 1 || columns <= 1))
    table = np_step_array(&work, nd_squeeze(np_borrow(table), NULL, 0, &error), &error);
  NdArray *made = work.failed ? NULL : np_hold_as(&work, table, type);
  return np_end(&work, made ? work.held[work.count - 1] : PY_ERROR);
}

/* ---- Printing ---- */

static const char marked[] = "yes";
const NativeRow np_file_rows[] = {
    {"load", "file, mmap_mode=None, allow_pickle=False", "Reads a .npy or .npz file.", load, NULL},
    {"save", "file, arr, allow_pickle=True", "Writes a .npy file.", save, NULL},
    {"savez", "file, *args, **kwds", "Writes arrays by name to a .npz file.", savez, NULL},
    {"savez_compressed", "file, *args, **kwds", "Writes arrays by name to a compressed .npz file.", savez, marked},
    {"loadtxt", "fname, dtype=None, delimiter=None, skiprows=0", "Reads a table of numbers.", loadtxt, NULL},
    {"genfromtxt", "fname, dtype=None, delimiter=None, skip_header=0", "Reads a table; what is no number is nan.",
     loadtxt, marked},
    {0},
};
