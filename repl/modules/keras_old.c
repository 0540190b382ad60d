#include "repl/modules/keras_old.h"

#include <stdio.h>
#include <string.h>

#include "repl/modules/keras.h"
#include "repl/modules/keras_files.h"

static bool begins(const char *text, const char *with) { return strncmp(text, with, strlen(with)) == 0; }
static bool is_of_keras(const char *module) {
  return module && (begins(module, "keras") || begins(module, "tensorflow"));
}

/* _keras_old.<function>(arguments...): PY_UNDEFINED where it answers None. */
static Value ask(const char *function, const Value *arguments, int count) {
  Value module = modules_import("_keras_old");
  if (py_is_error(module)) return module;
  Value answer = py_call_method(module, function, arguments, count);
  py_drop(module);
  return py_is_none(answer) ? PY_UNDEFINED : answer;
}

/* What kind of thing a class makes, in the table's words. */
static const char *family_of(const Type *type) {
  if (py_is_subtype(type, &keras_model_type)) return "Model";
  if (py_is_subtype(type, &keras_kind_types[NN_LAYER])) return "Layer";
  if (py_is_subtype(type, &keras_kind_types[NN_OPTIMIZER])) return "Optimizer";
  return "";
}

static Value keywords_dict(const Arguments *arguments) {
  Value dict = py_dict();
  for (int i = 0; !py_is_error(dict) && i < arguments->keyword_count; i++) {
    Value key = {.tag = TAG_OBJECT, .as.object = &arguments->keyword_names[i]->head};
    if (py_dict_set(py_as_dict(dict), key, arguments->keyword_values[i])) continue;
    py_drop(dict);
    return PY_ERROR;
  }
  return dict;
}

/* Today's spelling of a call: _keras_old.call_again makes it, and gives its result in a tuple. */
static Value again(Value callee, const char *name, const char *family, Value self, const Arguments *arguments) {
  Value items[6] = {callee, py_text(name), py_text(family), py_is_undefined(self) ? PY_NONE : self,
                    py_tuple_copy(arguments->positional, arguments->count), keywords_dict(arguments)};
  Value result = py_is_error(items[1]) || py_is_error(items[2]) || py_is_error(items[4]) || py_is_error(items[5])
                     ? PY_ERROR : ask("call_again", items, 6);
  py_drop(items[1]);
  py_drop(items[2]);
  py_drop(items[4]);
  py_drop(items[5]);
  return result;
}

static Value rescue(Type *type, Native *native, const Arguments *arguments) {
  static bool busy;
  const char *name = NULL, *family = "";
  const char *module = type ? type->module : native->owner ? native->owner->module : native->module;
  if (busy || !(py_pending_is(&py_TypeError) || py_pending_is(&py_ValueError))) return PY_UNDEFINED;
  char plain[64];
  if (type) {
    name = type->name;
    family = family_of(type);
  } else {
    snprintf(plain, sizeof plain, "%.*s", (int)strcspn(native->row->name, "|"), native->row->name);
    name = plain;
  }
  if (!is_of_keras(module)) return PY_UNDEFINED;
  Value pending = py_take_pending();
  busy = true;
  Value callee = type ? py_type_value(type) : py_keep((Value){.tag = TAG_OBJECT, .as.object = &native->head});
  Value held =
      py_is_error(callee) ? PY_ERROR : again(callee, name, family, native ? native->self : PY_UNDEFINED, arguments);
  Value result = py_is_tuple(held) ? py_keep(py_as_tuple(held)->items[0]) : py_keep(held);
  py_drop(held);
  busy = false;
  py_drop(callee);
  if (py_is_undefined(result)) py_raise_value(pending);
  py_drop(pending);
  return result;
}

/* Conv2D(32, 3, 3) is a kernel of 3 by 3 in Keras 1, and a stride of 3 today. */
static void notice(Type *type, const Arguments *arguments) {
  static bool said;
  if (said || !begins(type->module, "keras") || !type->data) return;
  if (strcmp(type->name, "Conv2D") != 0 && strcmp(type->name, "SeparableConv2D") != 0) return;
  if (arguments->positional[1].tag != TAG_INT || arguments->positional[2].tag != TAG_INT) return;
  long long kernel = arguments->positional[1].as.integer, stride = arguments->positional[2].as.integer;
  if (stride < 2) return;
  said = true;
  fprintf(stderr, "note: %s(n, %lld, %lld) is a kernel of %lld by %lld with a stride of %lld; before Keras 2 it was a kernel of "
          "%lld by %lld, today (%lld, %lld)\n", type->name, kernel, stride, kernel, kernel, stride, kernel, stride, kernel, stride);
}

static Value missing(Module *module, String *name) {
  static bool busy;
  const char *holder = py_module_name((Value){.tag = TAG_OBJECT, .as.object = &module->head});
  if (busy || name->data[0] == '_' || !is_of_keras(holder)) return PY_UNDEFINED;
  Value items[2] = {py_text(holder), py_keep((Value){.tag = TAG_OBJECT, .as.object = &name->head})};
  busy = true;
  Value found = py_is_error(items[0]) ? PY_ERROR : ask("attribute", items, 2);
  busy = false;
  py_drop(items[0]);
  py_drop(items[1]);
  return found;
}

void keras_old_start(void) {
  function_rescue = rescue;
  function_notice = notice;
  module_missing = missing;
  static bool ready;
  if (ready) return;
  ready = true;
  keras_files_class(&keras_kind_types[NN_LAYER]);
  keras_files_class(&keras_model_type);
  keras_files_class(&keras_sequential_type);
  keras_files_class(&keras_functional_type);
}

Value keras_old_module(const char *dotted_name) {
  if (!begins(dotted_name, "keras.") && !begins(dotted_name, "tensorflow.")) return PY_UNDEFINED;
  Value name = py_text(dotted_name);
  if (py_is_error(name)) return name;
  Value found = ask("module", &name, 1);
  py_drop(name);
  return found;
}

bool keras_old_name(const String *name) {
  static const char *const names[] = {"Convolution1D", "Convolution2D", "Convolution3D", "SeparableConvolution2D",
                                      "MSE", "MAE", "MAPE", "MSLE"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(names[i], name->data) == 0) return true;
  return false;
}

Value keras_old_attribute(Value self, String *name) {
  const char *family = family_of(py_type_of(self));
  if (name->data[0] == '_' || !*family) return PY_UNDEFINED;
  Value items[3] = {py_text(family), py_keep((Value){.tag = TAG_OBJECT, .as.object = &name->head}), self};
  Value found = py_is_error(items[0]) ? PY_ERROR : ask("object_attribute", items, 3);
  py_drop(items[0]);
  py_drop(items[1]);
  return found;
}

/* ---- The dict of a History ---- */

static Value curves_getitem(Value self, Value key) {
  Value found = py_dict_find(py_as_dict(self), key);
  if (!py_is_undefined(found)) return py_keep(found);
  if (py_is_str(key)) {
    Value other = ask("history_key", &key, 1);
    if (py_is_error(other)) return other;
    found = py_is_undefined(other) ? other : py_keep(py_dict_find(py_as_dict(self), other));
    py_drop(other);
    if (!py_is_undefined(found)) return found;
  }
  return py_raise_key(key);
}

static Type curves_type = {.head = {&py_type_type, 1}, .name = "dict", .module = "builtins", .base = &py_dict_type,
                           .size = sizeof(Dict), .getitem = curves_getitem, .help = "What fit recorded."};

Value keras_old_curves(void) {
  py_type_ready(&curves_type);
  return py_object(py_new(&curves_type));
}
