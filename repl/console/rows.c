#include "repl/console/rows.h"

#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
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

void rows_observe(void) { function_observer = note; }

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

/* The signature of a function or class of the language, as inspect.signature would print it without the brackets. */
static Value signature_text(Value callable) {
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

/* Adds a signature; a function that is a default has its name without the address, which changes from run to run. */
static void add_without_addresses(Text *line, const char *text, size_t length) {
  static const char address[] = " at 0x";
  for (size_t i = 0; i < length; i++) {
    if (i + sizeof address <= length && memcmp(text + i, address, sizeof address - 1) == 0)
      i += sizeof address - 1 + strspn(text + i + sizeof address - 1, "0123456789abcdef");
    text_add_bytes(line, text + i, 1);
  }
}

bool rows_signature(Text *text, Value callable) {
  Value signature = signature_text(callable);
  const String *whole = py_is_str(signature) ? py_as_string(signature) : NULL;
  /* An annotated result stands behind the closing bracket: it is left out. */
  int64_t end = whole ? whole->length : 0;
  while (end > 0 && whole->data[end - 1] != ')') end--;
  if (end >= 2) add_without_addresses(text, whole->data + 1, (size_t)end - 2);
  py_drop(signature);
  return end >= 2;
}

/* A function or class of a module written in the language. */
static void language_row(Walk *walk, const char *module, const char *name, Value value) {
  Value doc = py_find_attr(value, py_intern("__doc__"));
  if (py_is_error(doc)) py_clear_pending();
  Text line = {0}, first = {0};
  (void)rows_signature(&line, value);
  if (py_is_str(doc)) text_add_bytes(&first, py_as_string(doc)->data, strcspn(py_as_string(doc)->data, "\n"));
  walk->each(walk->context, &(RowSeen){.kind = py_is_type(value) ? ROW_CONSTRUCTION : ROW_FUNCTION, .module = module,
                                       .type = py_is_type(value) ? name : NULL, .name = py_is_type(value) ? "__init__" : name,
                                       .signature = text_string(&line), .help = text_string(&first)});
  text_free(&line);
  text_free(&first);
  py_drop(doc);
}

static bool type_rows(Walk *walk, const char *module, const char *name, Type *type) {
  int had = came(walk, type);
  if (had) return had > 0;
  if (type->heap) {
    language_row(walk, module, name, (Value){.tag = TAG_OBJECT, .as.object = &type->head});
    return true;
  }
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

/* Names with one underscore in front are a module's own; special names are not. */
static bool is_public(const char *name) { return name[0] != '_' || name[1] == '_'; }

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
      const char *home = ((Native *)value.as.object)->module;
      int had = came(walk, row);
      good = had >= 0;
      if (had == 0)
        walk->each(walk->context,
                   &(RowSeen){.kind = ROW_FUNCTION, .module = module_name, .home = home, .row = row, .name = row->name,
                              .signature = row->signature, .help = row->help, .native = true});
    } else if (py_is_type(value)) {
      good = type_rows(walk, module_name, name->data, py_as_type(value));
    } else if (source && !row && py_type_of(value)->call && py_type_of(value) != &py_module_type) {
      language_row(walk, module_name, name->data, value);
    }
    py_drop(value);
  }
  py_drop(names);
  return good;
}

bool rows_each(void (*each)(void *context, const RowSeen *row), void *context) {
  Walk walk = {each, context, py_list(0), py_set()};
  bool good = !py_is_error(walk.names) && !py_is_error(walk.seen);
  if (good) {
    modules_each(add_module_name, &walk);
    good = py_list_sort(py_as_list(walk.names), PY_NONE, false);
  }
  const char *before = "";
  for (int64_t i = 0; good && i < py_as_list(walk.names)->count; i++) {
    const char *name = py_as_string(py_as_list(walk.names)->items[i])->data;
    if (strcmp(name, before) == 0 || !is_public(name)) continue;
    before = name;
    Value module = modules_import(name);
    if (py_is_error(module) && py_pending_is(&py_ImportError)) {
      py_clear_pending(); /* a module that only says that it is not there */
      continue;
    }
    good = !py_is_error(module) && module_rows(&walk, name, module);
    py_drop(module);
  }
  py_drop(walk.names);
  py_drop(walk.seen);
  return good;
}
