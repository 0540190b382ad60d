/* Names that are looked up at run time, and what is raised where they are not found. */
#include <string.h>

#include "engine/core/signature.h"
#include "repl/language/function.h"
#include "repl/language/vm.h"
#include "repl/types/protocol.h"

static Value name_value(String *name) { return (Value){.tag = TAG_OBJECT, .as.object = &name->head}; }

/* The entry of an interned name, or -1. */
static int64_t entry_of(const Dict *dict, const String *name, Value found) {
  /* The value was found by the dict itself; its place is searched only when a cache is filled. */
  if (found.tag == TAG_UNDEFINED) return -1;
  for (int64_t i = dict->used - 1; i >= 0; i--)
    if (dict->entries[i].key.tag == TAG_OBJECT && dict->entries[i].key.as.object == &name->head) return i;
  return -1;
}

/* ---- Not found ---- */

typedef struct Nearest {
  const char *name, *best;
  int distance;
} Nearest;

static void consider(Nearest *nearest, const char *candidate) {
  if (candidate[0] == '_' && nearest->name[0] != '_') return;
  if (strcmp(candidate, nearest->name) == 0) return;
  int most = (int)(strlen(nearest->name) + strlen(candidate) + 3) / 6;
  int distance = name_distance(nearest->name, candidate);
  if (distance > most || distance >= nearest->distance) return;
  nearest->best = candidate;
  nearest->distance = distance;
}

static void consider_dict(Nearest *nearest, Dict *dict) {
  Value key, value;
  for (int64_t i = 0; dict && py_dict_next(dict, &i, &key, &value);)
    if (py_is_str(key)) consider(nearest, py_as_string(key)->data);
}

static Value not_defined(const Frame *frame, const String *name) {
  py_raise(&py_NameError, "name '%s' is not defined", name->data);
  Nearest nearest = {.name = name->data, .distance = 1 << 20};
  if (frame->code->kind != CODE_MODULE) {
    for (int i = 0; i < frame->code->slots; i++)
      if (frame->slots[i].tag != TAG_UNDEFINED) consider(&nearest, frame->code->slot_names[i]->data);
  }
  consider_dict(&nearest, frame->names);
  consider_dict(&nearest, frame->globals);
  consider_dict(&nearest, lang_builtins);
  if (nearest.best) py_hint("Did you mean: '%s'?", nearest.best);
  return PY_ERROR;
}

Value vm_unbound_local(Frame *frame, int slot) {
  return py_raise(&py_UnboundLocalError, "cannot access local variable '%s' where it is not associated with a value",
                  frame->code->slot_names[slot]->data);
}

Value vm_unbound_cell(Frame *frame, int slot) {
  if (slot < frame->code->first_free) return vm_unbound_local(frame, slot);
  return py_raise(&py_NameError,
                  "cannot access free variable '%s' where it is not associated with a value in enclosing scope",
                  frame->code->slot_names[slot]->data);
}

/* Builtins that few programs name are made when they are first asked for. */
static Value late_builtin(const String *name) {
  static const struct {
    const char *name, *module;
  } late[] = {{"ExceptionGroup", "_exception_groups"}, {"BaseExceptionGroup", "_exception_groups"},
              {"__except_star__", "_exception_groups"}, {"aiter", "_async"}, {"anext", "_async"}};
  const char *place = NULL;
  for (size_t i = 0; i < sizeof late / sizeof *late; i++)
    if (strcmp(name->data, late[i].name) == 0) place = late[i].module;
  if (!place || !lang_import) return PY_UNDEFINED;
  Value module = lang_import(place);
  Value made = py_is_error(module) ? module : py_getattr_c(module, name->data);
  py_drop(module);
  if (!py_is_error(made) && !py_dict_set_name(lang_builtins, name->data, made)) {
    py_drop(made);
    return PY_ERROR;
  }
  return made;
}

/* ---- Globals ---- */

/* The dict of builtins that code with these globals sees: exec and eval may be given another one. */
static Dict *builtins_of(Dict *globals) {
  Value own = py_dict_find_name(globals, py_intern("__builtins__"));
  return py_is_dict(own) ? py_as_dict(own) : lang_builtins;
}

Value vm_load_global(Frame *frame, int index) {
  String *name = frame->code->names[index];
  NameCache *cache = &frame->code->caches[index];
  Value found = py_dict_find_name(frame->globals, name);
  if (found.tag != TAG_UNDEFINED) {
    int64_t entry = entry_of(frame->globals, name, found);
    if (entry >= 0) *cache = (NameCache){.entry = entry};
    return py_keep(found);
  }
  Dict *builtins = builtins_of(frame->globals);
  found = builtins ? py_dict_find_name(builtins, name) : PY_UNDEFINED;
  if (found.tag == TAG_UNDEFINED && lang_import && name == py_intern("__builtins__")) return lang_import("builtins");
  if (found.tag == TAG_UNDEFINED) {
    Value late = builtins == lang_builtins ? late_builtin(name) : PY_UNDEFINED;
    return late.tag == TAG_UNDEFINED ? not_defined(frame, name) : late;
  }
  if (builtins != lang_builtins) return py_keep(found);
  int64_t entry = entry_of(lang_builtins, name, found);
  if (entry >= 0)
    *cache =
        (NameCache){.globals = frame->globals, .version = frame->globals->version, .entry = entry, .builtin = true};
  return py_keep(found);
}

bool vm_store_global(Frame *frame, int index, Value value) {
  String *name = frame->code->names[index];
  bool stored = py_dict_set(frame->globals, name_value(name), value);
  if (stored) {
    int64_t entry = entry_of(frame->globals, name, value);
    if (entry >= 0) frame->code->caches[index] = (NameCache){.entry = entry};
  }
  py_drop(value);
  return stored;
}

Value *vm_stored_global(Frame *frame, const Instruction *instruction) {
  if (instruction->op != DO_STORE_GLOBAL) return NULL;
  const NameCache *cache = &frame->code->caches[instruction->arg];
  if (cache->builtin || cache->entry >= frame->globals->used) return NULL;
  DictEntry *entry = &frame->globals->entries[cache->entry];
  bool same = entry->key.tag == TAG_OBJECT && entry->key.as.object == &frame->code->names[instruction->arg]->head;
  return same ? &entry->value : NULL;
}

bool vm_delete_global(Frame *frame, int index) {
  String *name = frame->code->names[index];
  int deleted = py_dict_delete(frame->globals, name_value(name));
  if (deleted == 0) py_raise(&py_NameError, "name '%s' is not defined", name->data);
  return deleted > 0;
}

/* ---- Class bodies ---- */

Value vm_load_name(Frame *frame, int index) {
  Value found = py_dict_find_name(frame->names, frame->code->names[index]);
  return found.tag == TAG_UNDEFINED ? vm_load_global(frame, index) : py_keep(found);
}

bool vm_delete_name(Frame *frame, int index) {
  String *name = frame->code->names[index];
  int deleted = py_dict_delete(frame->names, name_value(name));
  if (deleted == 0) py_raise(&py_NameError, "name '%s' is not defined", name->data);
  return deleted > 0;
}

/* ---- Annotations of a module or a class body ---- */

bool vm_setup_annotations(Frame *frame) {
  Dict *names = frame->names ? frame->names : frame->globals;
  String *name = py_intern("__annotations__");
  if (!name) return false;
  if (py_dict_find_name(names, name).tag != TAG_UNDEFINED) return true;
  return py_dict_set_steal(names, name->data, py_dict());
}

bool vm_store_annotation(Frame *frame, Value name, Value annotation) {
  String *key = py_intern("__annotations__");
  if (!key) return false;
  Value dict = frame->names ? py_dict_find_name(frame->names, key) : PY_UNDEFINED;
  if (dict.tag == TAG_UNDEFINED) dict = py_dict_find_name(frame->globals, key);
  if (dict.tag == TAG_UNDEFINED) {
    not_defined(frame, key);
    return false;
  }
  py_keep(dict);
  bool stored = py_setitem(dict, name, annotation);
  py_drop(dict);
  return stored;
}
