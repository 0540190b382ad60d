#include "repl/console/rows.h"

#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "repl/language/language.h"
#include "repl/modules/modules.h"

/* ---- Which rows ran ---- */

typedef struct Used {
  const char *module, *owner, *name;
} Used;
static struct {
  Used *items; /* open addressing by the three addresses, which belong to rows and live for ever */
  size_t count, capacity;
} used;

static size_t place_of(const Used *items, size_t capacity, const Used *wanted) {
  size_t at = ((uintptr_t)wanted->name * 31 + (uintptr_t)wanted->owner * 7 + (uintptr_t)wanted->module) >> 3;
  for (at &= capacity - 1; items[at].name; at = (at + 1) & (capacity - 1))
    if (items[at].name == wanted->name && items[at].owner == wanted->owner && items[at].module == wanted->module) break;
  return at;
}

static void note(const char *module, const char *owner, const char *name) {
  if (used.count * 2 >= used.capacity) {
    size_t capacity = used.capacity ? used.capacity * 2 : 1024;
    Used *items = core_alloc_zero(capacity, sizeof *items);
    if (items == NULL) return; /* what is not noted shows as a row that nobody ran */
    for (size_t i = 0; i < used.capacity; i++)
      if (used.items[i].name) items[place_of(items, capacity, &used.items[i])] = used.items[i];
    core_free(used.items);
    used.items = items;
    used.capacity = capacity;
  }
  Used one = {module, owner, name};
  size_t at = place_of(used.items, used.capacity, &one);
  if (used.items[at].name) return;
  used.items[at] = one;
  used.count++;
}

/* The functions of modules written in the language that ran, a line each. */
static Text written;

/* "<nnsh pandas>", "DataFrame.head": "pandas.DataFrame.head". */
static void add_written_name(Text *text, const char *file, const char *qualified_name) {
  const char *module = file + strlen("<nnsh ");
  text_addf(text, "%.*s.%s", (int)strcspn(module, ">"), module, qualified_name);
}

static void note_written(const char *file, const char *qualified_name) {
  add_written_name(&written, file, qualified_name);
  text_add_char(&written, '\n');
}

void rows_observe(void) {
  function_observer = note;
  lang_call_observer = note_written;
}

void rows_name(Text *text, const char *module, const char *type, const char *name) {
  text_addf(text, "%s.%s%s%.*s", module ? module : "builtins", type ? type : "", type ? "." : "",
            (int)strcspn(name, "|"), name);
}

bool rows_write_used(const char *path) {
  FILE *file = fopen(path, "a");
  if (file == NULL) return false;
  for (size_t i = 0; i < used.capacity; i++) {
    if (used.items[i].name == NULL) continue;
    Text line = {0};
    rows_name(&line, used.items[i].module, used.items[i].owner, used.items[i].name);
    fprintf(file, "%s\n", text_string(&line));
    text_free(&line);
  }
  fputs(text_string(&written), file);
  text_free(&written);
  return fclose(file) == 0;
}

/* ---- The walk ---- */

typedef struct Walk {
  void (*each)(void *context, const RowSeen *row);
  void *context;
  Value names; /* list of the modules' names */
  Value seen;  /* set of the addresses of types and rows that came already */
} Walk;

static void add_module_name(void *context, const char *name) {
  Walk *walk = context;
  Value text = py_text(name);
  if (!py_is_error(text)) py_list_append_steal(py_as_list(walk->names), text);
}

/* Whether a type or row came already; from now on it has. -1: an exception is pending. */
static int came(Walk *walk, const void *what) {
  Value address = py_int((int64_t)(uintptr_t)what);
  int had = py_set_has(py_as_set(walk->seen), address);
  return had == 0 && !py_set_add(py_as_set(walk->seen), address) ? -1 : had;
}

/* The arguments of a universal function, whose instances share one call. */
static Value ufunc_signature(Value ufunc) {
  Value inputs = py_find_attr(ufunc, py_intern("nin"));
  if (inputs.tag != TAG_INT) {
    if (py_is_error(inputs)) py_clear_pending();
    return PY_NONE;
  }
  return py_textf("(%s, /, out=None, *, where=True, casting='same_kind', order='K', dtype=None, subok=True)",
                  inputs.as.integer == 1 ? "x" : "x1, x2");
}

/* The signature of a function or class of the language, as inspect.signature would print it without the brackets. */
static Value signature_text(Value callable) {
  if (strcmp(py_type_of(callable)->name, "ufunc") == 0) return ufunc_signature(callable);
  Value module = modules_import("inspect");
  if (py_is_error(module)) {
    py_clear_pending();
    return PY_NONE;
  }
  Value text = PY_NONE, signature = py_call_method(module, "signature", &callable, 1);
  if (!py_is_error(signature)) text = py_str(signature);
  if (py_is_error(signature) || py_is_error(text)) {
    py_clear_pending();
    text = PY_NONE;
  }
  py_drop(signature);
  py_drop(module);
  return text;
}

/* Names with one underscore in front are a module's own; special names are not. */
static bool is_public(const char *name) { return name[0] != '_' || name[1] == '_'; }

static bool is_public_module(const char *name) { return is_public(name) && strstr(name, "._") == NULL; }

/* The name of the row behind a function of a module that comes with nnsh; false: it is none, or one that another
 * function made, which has no name to be found by. */
static bool written_name(Text *text, Value function) {
  const char *file, *name;
  if (!lang_function_origin(function, &file, &name)) return false;
  if (strncmp(file, "<nnsh ", 6) != 0 || strchr(name, '<')) return false;
  add_written_name(text, file, name);
  return true;
}

/* A signature, where a default that has no text but its address ("<object object at 0x7f...>") is "...". */
static void add_signature(Text *text, const char *signature, size_t length) {
  for (size_t i = 0; i < length;) {
    const char *end = signature[i] == '<' ? memchr(signature + i, '>', length - i) : NULL;
    const char *address = end ? strstr(signature + i, " at 0x") : NULL;
    if (address && address < end) {
      text_add(text, "...");
      i = (size_t)(end - signature) + 1;
    } else {
      text_add_char(text, signature[i++]);
    }
  }
}

bool rows_signature(Text *text, Value callable) {
  Value signature = signature_text(callable);
  const String *whole = py_is_str(signature) ? py_as_string(signature) : NULL;
  /* An annotated result stands behind the closing bracket: it is left out. */
  int64_t end = whole ? whole->length : 0;
  while (end > 0 && whole->data[end - 1] != ')') end--;
  if (end >= 2) add_signature(text, whole->data + 1, (size_t)end - 2);
  py_drop(signature);
  return end >= 2;
}

/* A function, class, method or computed attribute of a module written in the language; `function` is what its row runs
 * (PY_UNDEFINED: nothing of its own). */
static void language_row(Walk *walk, RowSeen row, Value value, Value function) {
  Value doc = py_find_attr(value, py_intern("__doc__"));
  if (py_is_error(doc)) py_clear_pending();
  Text line = {0}, first = {0}, name = {0};
  if (row.kind != ROW_ATTRIBUTE) (void)rows_signature(&line, value);
  if (py_is_str(doc)) text_add_bytes(&first, py_as_string(doc)->data, strcspn(py_as_string(doc)->data, "\n"));
  row.signature = text_string(&line);
  row.help = text_string(&first);
  row.written = written_name(&name, function) ? text_string(&name) : NULL;
  row.row = row.written ? (const void *)function.as.object : NULL;
  walk->each(walk->context, &row);
  text_free(&line);
  text_free(&first);
  text_free(&name);
  py_drop(doc);
}

/* The function that an entry of a class's dict runs (a new reference): of a def, a property, a static or class method;
 * PY_UNDEFINED: none. */
static Value function_of(Value entry, RowKind *kind) {
  static const char *const holders[] = {"fget", "func", "__func__"};
  *kind = ROW_METHOD;
  if (entry.tag == TAG_OBJECT && entry.as.object->type == &lang_function_type) return py_keep(entry);
  if (entry.tag != TAG_OBJECT || py_is_type(entry)) return PY_UNDEFINED;
  for (int i = 0; i < 3; i++) {
    Value held = py_find_attr(entry, py_intern(holders[i]));
    if (py_is_error(held)) py_clear_pending();
    else if (held.tag == TAG_OBJECT && held.as.object->type == &lang_function_type) {
      if (i < 2) *kind = ROW_ATTRIBUTE;
      return held;
    } else if (held.tag != TAG_UNDEFINED) py_drop(held);
  }
  return PY_UNDEFINED;
}

/* The public methods and computed attributes that a class of the language defines itself, in the order of names. */
static bool own_methods(Walk *walk, const char *module, const char *name, Type *type) {
  Value names = py_list(0), key, value;
  bool good = !py_is_error(names);
  for (int64_t i = 0; good && type->dict && py_dict_next(type->dict, &i, &key, &value);)
    if (py_is_str(key) && py_as_string(key)->data[0] != '_') good = py_list_append(py_as_list(names), key);
  good = good && py_list_sort(py_as_list(names), PY_NONE, false);
  for (int64_t i = 0; good && i < py_as_list(names)->count; i++) {
    String *own = py_as_string(py_as_list(names)->items[i]);
    RowSeen row = {.module = module, .home = module, .type = name, .name = own->data};
    Value function = function_of(py_dict_find_name(type->dict, own), &row.kind);
    if (function.tag == TAG_UNDEFINED) continue;
    language_row(walk, row, function, function);
    py_drop(function);
  }
  if (!py_is_error(names)) py_drop(names);
  return good;
}

static bool class_rows(Walk *walk, const char *module, const char *name, Type *type) {
  RowSeen row = {.kind = ROW_CONSTRUCTION, .module = module, .home = module, .type = name, .name = "__init__"};
  Value own = type->dict ? py_dict_find_name(type->dict, py_intern("__init__")) : PY_UNDEFINED;
  language_row(walk, row, (Value){.tag = TAG_OBJECT, .as.object = &type->head}, own);
  bool good = own_methods(walk, module, name, type);
  /* What it has from classes that no program can name is its own, too. */
  for (int64_t i = 1; good && type->mro && i < type->mro->count; i++) {
    Type *base = py_as_type(type->mro->items[i]);
    if (base->heap && (!is_public(base->name) || !base->module || !is_public_module(base->module)))
      good = own_methods(walk, module, name, base);
  }
  return good;
}

static bool type_rows(Walk *walk, const char *module, const char *name, Type *type) {
  int had = came(walk, type);
  if (had) return had > 0;
  if (type->heap) return class_rows(walk, module, name, type);
  RowSeen row = {.module = module, .home = type->module ? type->module : module, .type = type->name, .native = true};
  if (type->construct || type->init) {
    row.kind = ROW_CONSTRUCTION;
    row.row = type;
    row.name = "__init__";
    row.signature = type->signature;
    row.help = type->help;
    walk->each(walk->context, &row);
  }
  const NativeRow *const lists[] = {type->methods, type->statics};
  for (int i = 0; i < 2; i++) {
    for (const NativeRow *method = lists[i]; method && method->name; method++) {
      row.kind = ROW_METHOD;
      row.row = method;
      row.name = method->name;
      row.signature = method->signature;
      row.help = method->help;
      walk->each(walk->context, &row);
    }
  }
  row.signature = NULL;
  for (const PropertyRow *property = type->properties; property && property->name; property++) {
    row.kind = ROW_ATTRIBUTE;
    row.row = property;
    row.name = property->name;
    row.help = property->help;
    walk->each(walk->context, &row);
  }
  return true;
}

/* Whether something of module `home` comes with another module that can be named. */
static bool comes_elsewhere(const Walk *walk, const char *home, const char *module) {
  if (home == NULL || strcmp(home, module) == 0 || !is_public_module(home)) return false;
  for (int64_t i = 0; i < py_as_list(walk->names)->count; i++)
    if (strcmp(py_as_string(py_as_list(walk->names)->items[i])->data, home) == 0) return true;
  return false;
}

/* A function of the language, or something else that can be called, in a module. */
static bool callable_row(Walk *walk, const char *module, const char *name, Value value, bool source) {
  const char *file, *qualified_name;
  RowSeen row = {.kind = ROW_FUNCTION, .module = module, .home = module, .name = name};
  if (lang_function_origin(value, &file, &qualified_name)) {
    if (strncmp(file, "<nnsh ", 6) != 0) return true;
    char home[128];
    snprintf(home, sizeof home, "%.*s", (int)strcspn(file + 6, ">"), file + 6);
    if (comes_elsewhere(walk, home, module)) return true;
  } else if (!source && strcmp(py_type_of(value)->name, "ufunc") != 0) {
    return true;
  }
  int had = came(walk, value.as.object);
  if (had == 0) language_row(walk, row, value, value);
  return had >= 0;
}

static bool module_rows(Walk *walk, const char *module_name, Value module) {
  Value names = py_dir(module);
  if (py_is_error(names)) return false;
  bool good = true, source = ((Module *)module.as.object)->row == NULL;
  for (int64_t i = 0; good && i < py_as_list(names)->count; i++) {
    String *name = py_as_string(py_as_list(names)->items[i]);
    if (!is_public(name->data)) continue;
    Value value = py_getattr(module, py_intern(name->data));
    if (py_is_error(value)) {
      py_clear_pending(); /* a name that only says why it is gone */
      continue;
    }
    const NativeRow *row = py_native_row(value);
    /* Aliases of one row come as names of their own; the row's first name stands for all. */
    if (row && strncmp(row->name, name->data, strcspn(row->name, "|")) == 0 &&
        strlen(name->data) == strcspn(row->name, "|")) {
      const Native *native = (Native *)value.as.object;
      int had = came(walk, row);
      good = had >= 0;
      if (had == 0)
        walk->each(walk->context,
                   &(RowSeen){.kind = ROW_FUNCTION, .module = module_name, .home = native->module, .row = row,
                              .owner = native->owner ? native->owner->name : NULL, .name = row->name,
                              .signature = row->signature, .help = row->help, .native = true});
    } else if (py_is_type(value)) {
      Type *type = py_as_type(value);
      good = (type->heap && comes_elsewhere(walk, type->module, module_name)) ||
             type_rows(walk, module_name, name->data, type);
    } else if (!row && py_type_of(value)->call && py_type_of(value) != &py_module_type) {
      good = callable_row(walk, module_name, name->data, value, source);
    }
    py_drop(value);
  }
  py_drop(names);
  return good;
}

/* pylab has everything of numpy and pyplot, so it comes after both. */
static bool gathers_others(const char *name) {
  return strcmp(name, "pylab") == 0 || strcmp(name, "matplotlib.pylab") == 0;
}

static bool named_module_rows(Walk *walk, const char *name) {
  Value module = modules_import(name);
  if (py_is_error(module) && py_pending_is(&py_ImportError)) {
    py_clear_pending(); /* a module that only says that it is not there */
    return true;
  }
  bool good = !py_is_error(module) && module_rows(walk, name, module);
  py_drop(module);
  return good;
}

bool rows_each(void (*each)(void *context, const RowSeen *row), void *context) {
  Walk walk = {each, context, py_list(0), py_set()};
  bool good = !py_is_error(walk.names) && !py_is_error(walk.seen);
  if (good) {
    modules_each(add_module_name, &walk);
    good = py_list_sort(py_as_list(walk.names), PY_NONE, false);
  }
  for (int last = 0; last < 2; last++) {
    const char *before = "";
    for (int64_t i = 0; good && i < py_as_list(walk.names)->count; i++) {
      const char *name = py_as_string(py_as_list(walk.names)->items[i])->data;
      if (strcmp(name, before) == 0 || !is_public_module(name) || gathers_others(name) != last) continue;
      before = name;
      good = named_module_rows(&walk, name);
    }
  }
  py_drop(walk.names);
  py_drop(walk.seen);
  return good;
}
