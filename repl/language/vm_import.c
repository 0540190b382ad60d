/* The import statements; the modules themselves come through the hook lang_import. */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/signature.h"
#include "repl/language/vm.h"
#include "repl/types/protocol.h"

static Value import_one(const char *name) {
  if (lang_import) return lang_import(name);
  return py_raise(&py_ModuleNotFoundError, "No module named '%s'", name);
}

/* The packages around a module are imported before it: the first that is missing is the one complained about. */
static Value import_full(const char *name) {
  for (const char *dot = strchr(name, '.'); dot; dot = strchr(dot + 1, '.')) {
    char *outer = core_strndup(name, (size_t)(dot - name));
    Value module = outer ? import_one(outer) : py_raise(&py_MemoryError, "Unable to allocate a name");
    core_free(outer);
    if (py_is_error(module)) return module;
    py_drop(module);
  }
  return import_one(name);
}

/* `import a.b.c` gives a (after a.b.c was imported); with `last`, a.b.c itself. */
Value vm_import(String *name, bool last) {
  Value module = import_full(name->data);
  const char *dot = strchr(name->data, '.');
  if (last || !dot || py_is_error(module)) return module;
  py_drop(module);
  String *first = py_intern_bytes(name->data, (size_t)(dot - name->data));
  return first ? import_full(first->data) : py_raise(&py_MemoryError, "Unable to allocate a name");
}

/* Where the package that globals belong to has its name: __package__, or __name__ as far as its last dot (the whole of
 * it in a package itself). NULL: an exception is pending. */
static const char *package_of(Dict *globals, const char **end) {
  Value found = globals ? py_dict_find_name(globals, py_intern("__package__")) : PY_UNDEFINED;
  bool whole = !py_is_undefined(found) && !py_is_none(found);
  if (!whole) {
    found = globals ? py_dict_find_name(globals, py_intern("__name__")) : PY_UNDEFINED;
    if (py_is_undefined(found)) {
      py_raise(&py_KeyError, "'__name__' not in globals");
      return NULL;
    }
  }
  if (!py_is_str(found)) {
    py_raise(&py_TypeError, whole ? "package must be a string" : "__name__ must be a string");
    return NULL;
  }
  const char *name = py_as_string(found)->data;
  *end = name + py_as_string(found)->length;
  if (!whole && py_is_undefined(py_dict_find_name(globals, py_intern("__path__")))) {
    const char *dot = strrchr(name, '.');
    *end = dot ? dot : name;
  }
  if (*end > name) return name;
  py_raise(&py_ImportError, "attempted relative import with no known parent package");
  return NULL;
}

Value lang_resolve_import(Dict *globals, const char *name, int level) {
  const char *end, *from = package_of(globals, &end);
  if (!from) return PY_ERROR;
  for (; level > 1; level--) {
    const char *dot = memrchr(from, '.', (size_t)(end - from));
    if (!dot) return py_raise(&py_ImportError, "attempted relative import beyond top-level package");
    end = dot;
  }
  return py_textf("%.*s%s%s", (int)(end - from), from, *name ? "." : "", name);
}

/* from . import x, from ..a import y: the module that the dots and the name mean, seen from the frame's package. */
Value vm_import_relative(Frame *frame, String *name, int level) {
  Value full = lang_resolve_import(frame->globals, name->data, level);
  Value module = py_is_error(full) ? full : import_full(py_as_string(full)->data);
  py_drop(full);
  return module;
}

static const char *module_name(Value module, Value *holder) {
  *holder = py_find_attr(module, py_intern("__name__"));
  if (py_is_str(*holder)) return py_as_string(*holder)->data;
  if (py_is_error(*holder)) py_clear_pending();
  return "<unknown module name>";
}

/* "Did you mean" among the names of the module. */
static void suggest(Value module, const char *name) {
  Value error = py_take_pending();
  Value names = py_dir(module);
  const char *best = NULL;
  int nearest = 1 << 20;
  for (int64_t i = 0; py_is_list(names) && i < py_as_list(names)->count; i++) {
    const char *candidate = py_as_string(py_as_list(names)->items[i])->data;
    int most = (int)(strlen(name) + strlen(candidate) + 3) / 6, distance = name_distance(name, candidate);
    if (distance > most || distance >= nearest) continue;
    best = candidate;
    nearest = distance;
  }
  if (py_is_error(names)) py_clear_pending();
  py_raise_value(error);
  py_drop(error);
  if (best) py_hint("Did you mean: '%s'?", best);
  py_drop(names);
}

/* An attribute of the module, or else a module inside it. */
Value vm_import_from(Value module, String *name) {
  Value found = py_find_attr(module, name);
  if (!py_is_undefined(found)) return found;
  Value holder;
  const char *of = module_name(module, &holder);
  Text full = {0};
  text_addf(&full, "%s.%s", of, name->data);
  found = import_full(text_string(&full));
  text_free(&full);
  if (py_is_error(found) && py_pending_is(&py_ModuleNotFoundError)) {
    py_clear_pending();
    Value file = py_find_attr(module, py_intern("__file__"));
    if (py_is_error(file)) py_clear_pending();
    py_raise(&py_ImportError, "cannot import name '%s' from '%s' (%s)", name->data, of,
             py_is_str(file) ? py_as_string(file)->data : "unknown location");
    py_drop(file);
    suggest(module, name->data);
  }
  py_drop(holder);
  return found;
}

/* from m import *: the names of __all__, or all that do not begin with an underscore. */
bool vm_import_star(Frame *frame, Value module) {
  Value all = py_find_attr(module, py_intern("__all__"));
  if (py_is_error(all)) return false;
  bool listed = !py_is_undefined(all);
  if (listed && !py_type_of(all)->getitem) {
    py_raise(&py_TypeError, "'%s' object does not support indexing", py_type_label(py_type_of(all)));
    py_drop(all);
    return false;
  }
  Value names = listed ? py_to_list(all) : py_dir(module);
  py_drop(all);
  if (py_is_error(names)) return false;
  bool good = true;
  for (int64_t i = 0; good && i < py_as_list(names)->count; i++) {
    Value item = py_as_list(names)->items[i];
    if (!py_is_str(item)) {
      Value holder;
      py_raise(&py_TypeError, "Item in %s.__all__ must be str, not %s", module_name(module, &holder),
               py_type_label(py_type_of(item)));
      py_drop(holder);
      good = false;
      break;
    }
    String *name = py_as_string(item);
    if (!listed && name->data[0] == '_') continue;
    name = py_intern_bytes(name->data, (size_t)name->length);
    Value value = name ? py_getattr(module, name) : PY_ERROR;
    if (!listed && name && py_is_error(value) && py_pending_is(&py_AttributeError)) {
      py_clear_pending(); /* a name that only says why it is gone */
      continue;
    }
    good = !py_is_error(value) && py_dict_set(frame->globals, py_object(name), value);
    py_drop(value);
  }
  py_drop(names);
  return good;
}
