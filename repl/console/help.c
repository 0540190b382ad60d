#include "repl/console/help.h"

#include <string.h>

#include "engine/core/memory.h"
#include "engine/nn/object.h"
#include "repl/console/command.h"
#include "repl/console/console.h"
#include "repl/console/rows.h"
#include "repl/language/language.h"
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

/* A signature without a second parameter of a name: a layer may have one of those that all layers have. */
static void add_once(Text *text, const char *signature) {
  const Signature *parsed = signature_of(signature);
  const char *at = signature;
  for (int i = 0; parsed != NULL && *at; i++) {
    int depth = 0;
    size_t length = 0;
    while (at[length] && (depth > 0 || at[length] != ',')) {
      depth += strchr("([{", at[length]) != NULL;
      depth -= strchr(")]}", at[length]) != NULL;
      length++;
    }
    size_t name = strcspn(at, "=,");
    bool again = false;
    for (const char *before = signature; before < at && !again; before++)
      again = (before == signature || before[-1] == ' ') && strncmp(before, at, name) == 0 && before[name] == '=' &&
              name < length;
    if (!again) text_addf(text, "%s%.*s", at == signature ? "" : ", ", (int)length, at);
    at += length;
    at += strspn(at, ", ");
  }
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

/* A text with blanks before each of its lines: all of them, or the first. */
static void add_doc(Text *text, Value owner, const char *blanks, bool first_only) {
  Value doc = py_find_attr(owner, py_intern("__doc__"));
  if (py_is_error(doc)) py_clear_pending();
  if (py_is_str(doc)) {
    const char *at = py_as_string(doc)->data;
    while (*at == '\n' || *at == ' ') at++;
    while (*at) {
      size_t length = strcspn(at, "\n");
      text_add(text, length ? blanks : "");
      text_add_bytes(text, at, length);
      text_add_char(text, '\n');
      at += length + (at[length] == '\n');
      if (first_only) break;
      /* The text's own indentation goes, the blanks stand for it. */
      for (int i = 0; i < 4 && *at == ' '; i++) at++;
    }
    while (text->length > 1 && text->data[text->length - 1] == '\n' && text->data[text->length - 2] == '\n')
      text->length--;
  }
  py_drop(doc);
}

static void add_own_name(Text *text, Value callable) {
  Value name = py_find_attr(callable, py_intern("__name__"));
  if (py_is_error(name)) py_clear_pending();
  if (py_is_str(name)) text_add(text, py_as_string(name)->data);
  py_drop(name);
}

static bool is_function(Value value) { return py_is(value, &lang_function_type) || py_is(value, &py_method_type); }

/* `name(parameters)` of something that is written in the language. */
static void add_call(Text *text, const char *name, Value callable, bool in_class) {
  Text parameters = {0};
  (void)rows_signature(&parameters, callable);
  const char *shown = text_string(&parameters);
  if (in_class && strncmp(shown, "self", 4) == 0 && (shown[4] == ',' || shown[4] == 0)) shown += shown[4] ? 6 : 4;
  if (name) text_add(text, name);
  else add_own_name(text, callable);
  text_addf(text, "(%s)\n", shown);
  text_free(&parameters);
}

/* The methods and properties of a class that is written in the language. */
static void add_members(Text *text, Value class) {
  Value names = py_dir(class);
  if (py_is_error(names)) {
    py_clear_pending();
    return;
  }
  for (int64_t i = 0; i < py_as_list(names)->count; i++) {
    String *name = py_as_string(py_as_list(names)->items[i]);
    if (name->data[0] == '_') continue;
    Value member = py_find_attr(class, py_intern(name->data));
    if (py_is_error(member)) py_clear_pending();
    if (is_function(member) || py_is(member, &py_property_type)) {
      text_add(text, "  .");
      if (is_function(member)) add_call(text, name->data, member, py_is(member, &lang_function_type));
      else text_addf(text, "%s\n", name->data);
      add_doc(text, member, "      ", true);
    }
    py_drop(member);
  }
  py_drop(names);
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
  if (is_function(value)) {
    add_call(text, NULL, value, false);
    add_doc(text, value, "    ", false);
    return true;
  }
  Type *type = py_is(value, &py_type_type) ? (Type *)value.as.object : py_type_of(value);
  if (type != (Type *)value.as.object || value.tag != TAG_OBJECT) {
    text_addf(text, "%s: ", type->name);
    if (!py_repr_to(text, value)) return false;
    text_add_char(text, '\n');
  } else if (type->heap) {
    add_call(text, type->name, value, false);
  } else if (type->signature) {
    text_addf(text, "%s(", type->name);
    add_once(text, type->signature);
    text_add(text, ")\n");
  } else {
    text_addf(text, "class %s\n", type->name);
  }
  if (type->help) text_addf(text, "    %s\n", type->help);
  if (type->heap) {
    Value class = {.tag = TAG_OBJECT, .as.object = &type->head};
    add_doc(text, class, "    ", false);
    add_members(text, class);
  }
  for (const Type *at = type; at && at->base; at = at->base) add_methods(text, at);
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
