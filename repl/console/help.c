#include "repl/console/help.h"

#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/object.h"
#include "repl/console/command.h"
#include "repl/console/console.h"
#include "repl/modules/modules.h"

Value help_find(const char *name, size_t length) {
  Value found = PY_UNDEFINED;
  for (size_t at = 0; at <= length;) {
    const char *dot = memchr(name + at, '.', length - at);
    size_t end = dot ? (size_t)(dot - name) : length;
    if (end == at) break;
    String *part = py_intern_bytes(name + at, end - at);
    if (part == NULL) break;
    if (at == 0) {
      found = py_dict_find_name(console_globals(), part);
      if (py_is_undefined(found)) found = py_dict_find_name(lang_builtins, part);
      py_keep(found);
    } else {
      Value next = py_find_attr(found, part);
      py_drop(found);
      found = next;
    }
    if (py_is_error(found)) {
      py_clear_pending();
      return PY_UNDEFINED;
    }
    if (py_is_undefined(found) || dot == NULL) return found;
    at = end + 1;
  }
  py_drop(found);
  return PY_UNDEFINED;
}

const char *help_signature(Value value) {
  const NativeRow *row = py_native_row(value);
  if (row) return row->signature;
  if (py_is(value, &py_type_type)) return ((Type *)value.as.object)->signature;
  return NULL;
}

/* The first of the names that '|' parts. */
static void add_first_name(Text *text, const char *names) { text_add_bytes(text, names, strcspn(names, "|")); }

static void add_methods(Text *text, const Type *type) {
  for (const NativeRow *row = type->methods; row && row->name; row++) {
    text_add(text, "  .");
    add_first_name(text, row->name);
    text_addf(
        text, "(%s)\n      %s\n",
        strncmp(row->signature, "self", 4) == 0 ? row->signature + (row->signature[4] == ',' ? 6 : 4) : row->signature,
        row->help ? row->help : "");
  }
  for (const PropertyRow *row = type->properties; row && row->name; row++) {
    text_add(text, "  .");
    add_first_name(text, row->name);
    text_addf(text, "\n      %s\n", row->help ? row->help : "");
  }
}

static bool help_module(Text *text, Module *module) {
  Value name = py_dict_find_name(module->dict, py_intern("__name__"));
  text_addf(text, "module %s", py_is_str(name) ? py_as_string(name)->data : module->row ? module->row->name : "");
  if (module->row && module->row->help) text_addf(text, ": %s", module->row->help);
  text_add_char(text, '\n');
  Value names = py_dir((Value){.tag = TAG_OBJECT, .as.object = &module->head});
  if (py_is_error(names)) return false;
  int column = 0;
  for (int64_t i = 0; i < py_as_list(names)->count; i++) {
    const char *each = py_as_string(py_as_list(names)->items[i])->data;
    if (each[0] == '_') continue;
    int width = (int)strlen(each) + 2;
    if (column + width > 78) {
      text_add_char(text, '\n');
      column = 0;
    }
    text_addf(text, "  %s", each);
    column += width;
  }
  if (column) text_add_char(text, '\n');
  py_drop(names);
  return true;
}

/* What is written in the language is shown as pydoc does. */
static bool help_function(Text *text, Value function) {
  Value module = modules_import("_function_help");
  Value shown = py_is_error(module) ? module : py_call_method(module, "text", &function, 1);
  bool good = !py_is_error(shown) && py_str_to(text, shown);
  py_drop(module);
  py_drop(shown);
  return good;
}

static bool is_written(Value value) {
  if (py_is(value, &py_method_type)) {
    Value function = py_getattr_c(value, "__func__");
    bool written = !py_is_error(function) && strcmp(py_type_of(function)->name, "function") == 0;
    if (py_is_error(function)) py_clear_pending();
    py_drop(function);
    return written;
  }
  return strcmp(py_type_of(value)->name, "function") == 0;
}

bool help_text(Text *text, Value value) {
  if (is_written(value)) return help_function(text, value);
  const NativeRow *row = py_native_row(value);
  if (row) {
    add_first_name(text, row->name);
    text_addf(text, "(%s)\n    %s\n", row->signature, row->help ? row->help : "");
    return true;
  }
  if (py_is(value, &py_module_type)) return help_module(text, (Module *)value.as.object);
  Type *type = py_is(value, &py_type_type) ? (Type *)value.as.object : py_type_of(value);
  if (type != (Type *)value.as.object || value.tag != TAG_OBJECT) {
    text_addf(text, "%s: ", type->name);
    if (!py_repr_to(text, value)) return false;
    text_add_char(text, '\n');
  } else if (type->signature) {
    text_addf(text, "%s(%s)\n", type->name, type->signature);
  } else {
    text_addf(text, "class %s\n", type->name);
  }
  if (type->help) text_addf(text, "    %s\n", type->help);
  for (const Type *at = type; at && at->base; at = at->base) add_methods(text, at);
  Value doc = py_find_attr(value, py_intern("__doc__"));
  if (py_is_error(doc)) py_clear_pending();
  else if (py_is_str(doc) && type->heap) text_addf(text, "    %s\n", py_as_string(doc)->data);
  py_drop(doc);
  return true;
}

void help_name(const char *name) {
  Text text = {0};
  Value value = help_find(name, strlen(name));
  if (py_is_undefined(value)) text_addf(&text, "Object `%s` not found.\n", name);
  else if (!help_text(&text, value)) py_clear_pending();
  py_drop(value);
  sink_write(&py_stdout, text_string(&text), text.length);
  text_free(&text);
}

static Value native_help(const NativeRow *row, Value *arguments) {
  if (py_is_undefined(arguments[0])) {
    return command_call("help", "", NULL);
  }
  Text text = {0};
  bool good = help_text(&text, arguments[0]);
  sink_write(&py_stdout, text_string(&text), text.length);
  text_free(&text);
  return good ? PY_NONE : PY_ERROR;
}

static const NativeRow rows[] = {
    {"help", "x=...", "What a value is and which arguments it takes.", native_help, NULL},
    {"exit", "code=None", "Leaves.", modules_exit, NULL},
    {"quit", "code=None", "Leaves.", modules_exit, NULL},
    {0},
};

bool help_start(void) {
  for (const NativeRow *row = rows; row->name; row++)
    if (!py_dict_set_steal(lang_builtins, row->name, py_native(row, PY_UNDEFINED, "builtins"))) return false;
  return true;
}
