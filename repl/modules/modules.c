/* The table of native modules, and import. */
#include "repl/modules/modules.h"

#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/names.h"
#include "repl/language/language.h"
#include "repl/modules/keras_old.h"
#include "repl/modules/source_module.h"

static const ModuleRow *const tables[] = {
    builtins_module_rows,
    math_module_rows,
    random_module_rows,
    os_module_rows,
    standard_module_rows,
    re_module_rows,
    struct_module_rows,
    binary_module_rows, zlib_module_rows,
    clock_module_rows,
    path_module_rows,
    json_module_rows,
    pickle_module_rows,
    csv_module_rows,
    duration_module_rows,
    text_memory_module_rows,
    decimal_module_rows,
    frames_module_rows,
    thread_module_rows,
    unicode_module_rows,
    io_module_rows,
    numpy_module_rows,
    sklearn_module_rows,
    sklearn_tree_module_rows,
    sklearn_machine_module_rows,
    pandas_module_rows,
    pyplot_module_rows,
    keras_module_rows,
    collections_module_rows,
    dataclasses_module_rows,
    itertools_module_rows,
    functools_module_rows,
    operator_module_rows,
    heapq_module_rows,
    array_module_rows,
    instance_check_module_rows,
    weakref_module_rows,
    keras_files_module_rows,
    picture_module_rows,
};

/* Other names under which whole trees of modules go. Longest first. */
static const struct {
  const char *alias, *name;
} tree_aliases[] = {
    {"tensorflow.python.keras", "keras"}, {"tensorflow.keras", "keras"}, {"tf_keras", "keras"},
};

/* Modules imported so far, by name: sys.modules. */
static Dict *imported;

bool modules_is_named(const char *names, const char *name) {
  return names_hold(names, name, strlen(name));
}

static const ModuleRow *row_named(const char *name) {
  for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
    for (const ModuleRow *row = tables[t]; row->name; row++)
      if (modules_is_named(row->name, name)) return row;
  return NULL;
}

void modules_each_name(const char *names, void (*each)(void *context, const char *name), void *context) {
  char name[128];
  size_t length;
  for (const char *each_name; (each_name = names_next(&names, &length));) {
    if (length >= sizeof name) continue;
    memcpy(name, each_name, length);
    name[length] = '\0';
    each(context, name);
  }
}

void modules_each(void (*each)(void *context, const char *name), void *context) {
  for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
    for (const ModuleRow *row = tables[t]; row->name; row++) modules_each_name(row->name, each, context);
  for (const EmbeddedModule *module = embedded_modules; module->name; module++) each(context, module->name);
}

typedef struct Nearest {
  const char *wanted;
  char name[128];
  int distance;
} Nearest;

static void keep_nearest(void *context, const char *name) {
  Nearest *nearest = context;
  int distance = name_distance(nearest->wanted, name);
  if (distance >= nearest->distance) return;
  nearest->distance = distance;
  snprintf(nearest->name, sizeof nearest->name, "%s", name);
}

typedef struct Inside {
  const char *package;
  bool found;
} Inside;

static void find_inside(void *context, const char *name) {
  Inside *inside = context;
  size_t length = strlen(inside->package);
  inside->found = inside->found || (strncmp(name, inside->package, length) == 0 && name[length] == '.');
}

/* Whether Python has modules inside a module that was imported; those of nnsh's own text may lack the inner ones. */
static bool is_package(const char *name, Value module) {
  static const char *const packages[] = {"asyncio", "collections", "concurrent", "concurrent.futures", "ctypes", "curses",
                                         "dbm", "email", "encodings", "html", "http", "importlib", "json", "logging",
                                         "multiprocessing", "re", "sqlite3", "tkinter", "unittest", "urllib", "wsgiref",
                                         "xml", "zoneinfo"};
  for (size_t i = 0; i < sizeof packages / sizeof *packages; i++)
    if (strcmp(packages[i], name) == 0) return true;
  if (!py_is(module, &py_module_type)) return true;
  if (!py_is_undefined(py_dict_find_name(((Module *)module.as.object)->dict, py_intern("__path__")))) return true;
  Inside inside = {.package = name};
  if (strcmp(name, "os") != 0) modules_each(find_inside, &inside);
  return inside.found;
}

/* "No module named 'math.sines'; 'math' is not a package": true where that is the reason. */
static bool raise_no_package(const char *name) {
  const char *dot = strrchr(name, '.');
  if (!dot) return false;
  char outer[256];
  snprintf(outer, sizeof outer, "%.*s", (int)(dot - name), name);
  Value parent = py_dict_find_name(imported, py_intern(outer));
  if (py_is_undefined(parent) || is_package(outer, parent)) return false;
  py_raise(&py_ModuleNotFoundError, "No module named '%s'; '%s' is not a package", name, outer);
  return true;
}

static Value unknown_module(const char *name) {
  Value old = keras_old_module(name);
  if (!py_is_undefined(old)) {
    if (py_is_error(old) || py_dict_set_name(imported, name, old)) return old;
    py_drop(old);
    return PY_ERROR;
  }
  if (raise_no_package(name)) return PY_ERROR;
  Nearest nearest = {.wanted = name, .distance = 3};
  modules_each(keep_nearest, &nearest);
  py_raise(&py_ModuleNotFoundError, "No module named '%s'", name);
  /* Packages that programs about networks ask for: a name of nnsh's that is like theirs is not what is meant. */
  static const char *const others[] = {"torch", "torchvision", "jax", "skimage", "plotly", "bokeh", "nltk",
                                       "gensim", "spacy", "transformers", "tensorflow_hub",
                                       "xgboost", "lightgbm", "statsmodels", "requests", "bs4", "h5py", "sympy", "numba",
                                       "imageio", "mlxtend", "gym", "kagglehub", "pydot", "graphviz", "sqlite3"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (strcmp(others[i], name) == 0) {
      py_hint("nnsh has keras, tensorflow, numpy, pandas, sklearn, scipy, matplotlib and seaborn of its own; other "
              "packages cannot be added");
      return PY_ERROR;
    }
  if (nearest.name[0]) py_hint("did you mean '%s'?", nearest.name);
  return PY_ERROR;
}

static Value import_named(const char *name);

/* A package holds its submodules as attributes from the start: keras.layers needs no import of its own. */
static bool attach_children(const char *name, Module *module) {
  size_t length = strlen(name);
  for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
    for (const ModuleRow *row = tables[t]; row->name; row++) {
      if (strncmp(row->name, name, length) != 0 || row->name[length] != '.') continue;
      char child[128];
      size_t child_length = strcspn(row->name + length + 1, "|");
      if (child_length >= sizeof child) continue;
      memcpy(child, row->name + length + 1, child_length);
      child[child_length] = '\0';
      if (strchr(child, '.')) continue;
      char full[256];
      snprintf(full, sizeof full, "%s.%s", name, child);
      if (!py_dict_set_steal(module->dict, child, import_named(full))) return false;
    }
  }
  return true;
}

/* A module that was loaded from source becomes an attribute of the package around it. Takes `module` over. */
static Value attach_to_parent(const char *name, Value module) {
  const char *dot = strrchr(name, '.');
  if (dot == NULL || py_is_error(module)) return module;
  Value parent = py_dict_find_name(imported, py_intern_bytes(name, (size_t)(dot - name)));
  if (py_is_undefined(parent) || py_dict_set_name(((Module *)parent.as.object)->dict, dot + 1, module)) return module;
  py_drop(module);
  return PY_ERROR;
}

static Value import_named(const char *name) {
  String *key = py_intern(name);
  Value known = py_dict_find_name(imported, key);
  if (!py_is_undefined(known)) return py_keep(known);
  bool package;
  char *file = source_module_find(name, imported, &package);
  if (file) {
    Value module = source_module_run_file(name, file, package, imported);
    core_free(file);
    return attach_to_parent(name, module);
  }
  const ModuleRow *row = row_named(name);
  if (row == NULL) {
    Value module = source_module_run_embedded(name, imported);
    if (!py_is_undefined(module)) return attach_to_parent(name, module);
  } else {
    Value module = py_module(name, row);
    if (py_is_error(module)) return module;
    if (py_dict_set_name(imported, name, module) && attach_children(name, (Module *)module.as.object)) return module;
    py_drop(module);
    return PY_ERROR;
  }
  /* keras.datasets.mnist: an attribute of its parent that is a module. */
  const char *dot = strrchr(name, '.');
  if (dot) {
    char *parent_name = core_strndup(name, (size_t)(dot - name));
    if (parent_name == NULL) return py_raise(&py_MemoryError, "out of memory");
    Value parent = import_named(parent_name);
    core_free(parent_name);
    if (py_is_error(parent)) return parent;
    Value child = py_find_attr(parent, py_intern(dot + 1));
    if (!py_is_error(child) && !py_is_undefined(child) && py_is(child, &py_module_type)) {
      bool kept = py_dict_set_name(imported, name, child);
      py_drop(parent);
      if (kept) return child;
      py_drop(child);
      return PY_ERROR;
    }
    py_drop(parent);
    if (py_is_error(child)) return child;
    py_drop(child);
  }
  return unknown_module(name);
}

Value modules_import(const char *dotted_name) {
  char name[256];
  snprintf(name, sizeof name, "%s", dotted_name);
  for (size_t i = 0; i < sizeof tree_aliases / sizeof *tree_aliases; i++) {
    size_t length = strlen(tree_aliases[i].alias);
    if (strncmp(dotted_name, tree_aliases[i].alias, length) != 0) continue;
    if (dotted_name[length] != '\0' && dotted_name[length] != '.') continue;
    snprintf(name, sizeof name, "%s%s", tree_aliases[i].name, dotted_name + length);
    break;
  }
  /* Parents first: `import a.b` binds a, which must hold b. */
  for (char *dot = strchr(name, '.'); dot; dot = strchr(dot + 1, '.')) {
    *dot = '\0';
    Value parent = import_named(name);
    *dot = '.';
    if (py_is_error(parent)) return parent;
    py_drop(parent);
  }
  Value module = import_named(name);
  if (py_is_error(module) || strcmp(name, "tensorflow") != 0) return module;
  /* tf.keras is keras itself. */
  Value keras = import_named("keras");
  if (py_is_error(keras) || !py_dict_set_steal(((Module *)module.as.object)->dict, "keras", keras)) {
    py_drop(module);
    return PY_ERROR;
  }
  return module;
}

Dict *modules_imported(void) { return imported; }

bool modules_set_main(Dict *globals) {
  Value main = py_module("__main__", NULL);
  if (py_is_error(main)) return false;
  Module *module = (Module *)main.as.object;
  Value before = (Value){.tag = TAG_OBJECT, .as.object = &module->dict->head};
  module->dict = globals;
  py_keep((Value){.tag = TAG_OBJECT, .as.object = &globals->head});
  py_drop(before);
  return py_dict_set_steal(imported, "__main__", main);
}

static Value import_name(const char *module, const char *name) {
  Value found = modules_import(module);
  Value value = py_is_error(found) ? found : py_getattr_c(found, name);
  py_drop(found);
  return value;
}

bool modules_start(void) {
  Value dict = py_dict();
  if (py_is_error(dict)) return false;
  imported = py_as_dict(dict);
  lang_import = modules_import;
  py_import_name = import_name;
  if (!numpy_start()) return false;
  unicode_start();
  Value builtins = import_named("builtins");
  if (py_is_error(builtins)) return false;
  lang_builtins = ((Module *)builtins.as.object)->dict;
  /* A module makes its names as they are asked for; the interpreter looks builtins up in the dict itself. */
  Value names = py_dir(builtins);
  if (py_is_error(names)) return false;
  for (int64_t i = 0; i < py_as_list(names)->count; i++) {
    Value made = py_getattr(builtins, py_as_string(py_as_list(names)->items[i]));
    if (py_is_error(made)) return false;
    py_drop(made);
  }
  py_drop(names);
  return true;
}
