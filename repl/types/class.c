#include "repl/types/class.h"

#include <ctype.h>
#include <string.h>

#include "engine/core/memory.h"
#include "repl/types/containers.h"
#include "repl/types/descriptor.h"
#include "repl/types/exception.h"
#include "repl/types/function.h"
#include "repl/types/lookup.h"
#include "repl/types/object.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"

Type class_heap_types;

Type *class_native(const Type *type) {
  while (type->heap) type = type->base;
  return (Type *)type;
}

static Dict **dict_place(Object *object) {
  int32_t offset = object->type->dict_offset;
  return offset ? (Dict **)((char *)object + offset) : NULL;
}

static Dict **slots_place(Object *object) {
  int32_t offset = object->type->slots_offset;
  return offset ? (Dict **)((char *)object + offset) : NULL;
}

static Dict *dict_at(Dict **place, bool create) {
  if (!place) return NULL;
  if (!*place && create) {
    Value dict = py_dict();
    if (!py_is_error(dict)) *place = py_as_dict(dict);
  }
  return *place;
}

Dict *py_instance_dict(Object *object, bool create) { return dict_at(dict_place(object), create); }

Dict *class_slot_values(Object *object, bool create) {
  Dict **place = slots_place(object);
  return dict_at(place ? place : dict_place(object), create);
}

bool py_instance_set_dict(Object *object, Value value) {
  Dict **place = dict_place(object), *before = *place;
  *place = py_is_dict(value) ? py_as_dict(py_keep(value)) : NULL;
  if (before) py_drop(py_object(before));
  return true;
}

/* Instances: what the native part holds, and the dict that the user's class added. A native type that keeps a dict of
 * its own (Exception) looks after it. */
static bool instance_traverse(Object *self, PyVisit visit, void *context) {
  Type *native = class_native(self->type);
  if (native->traverse) native->traverse(self, visit, context);
  Dict **place = dict_place(self);
  if (place && *place && !native->dict_offset) visit(&(*place)->head, context);
  place = slots_place(self);
  if (place && *place) visit(&(*place)->head, context);
  return true;
}

static void forget_dict(Dict **place) {
  if (!place || !*place) return;
  Dict *dict = *place;
  *place = NULL;
  py_drop(py_object(dict));
}

static void instance_clear(Object *self) {
  Type *native = class_native(self->type);
  if (!native->dict_offset) forget_dict(dict_place(self));
  forget_dict(slots_place(self));
  if (native->clear) native->clear(self);
}

static void instance_dealloc(Object *self) {
  Type *native = class_native(self->type);
  if (!native->dict_offset) forget_dict(dict_place(self));
  forget_dict(slots_place(self));
  if (native->dealloc) native->dealloc(self);
}

/* Types that nothing can be derived from. */
static Type *const closed_types[] = {&py_bool_type,   &py_none_type,   &py_slice_type, &py_range_type,
                                     &py_native_type, &py_method_type, &py_super_type, &py_module_type};
/* Types whose objects end in an array: the dict of an instance of a derived class lies in front of it. */
static bool ends_in_array(const Type *native) {
  return native == &py_str_type || native == &py_bytes_type || native == &py_tuple_type;
}

bool class_is_closed(const Type *type) {
  if (type->heap || type == &py_object_type || type == &py_type_type) return false;
  bool closed = !type->construct && !type->init;
  for (size_t i = 0; i < sizeof closed_types / sizeof *closed_types; i++)
    if (type == closed_types[i]) closed = true;
  return closed;
}

static bool check_base(Value base) {
  if (!py_is_type(base)) {
    py_raise(&py_TypeError, "bases must be types");
    return false;
  }
  Type *type = py_as_type(base);
  py_type_ready(type);
  bool closed = class_is_closed(type);
  if (closed) py_raise(&py_TypeError, "type '%s' is not an acceptable base type", type->name);
  return !closed;
}

static bool in_tail(const Tuple *sequence, int64_t from, const Object *candidate) {
  for (int64_t i = from + 1; i < sequence->count; i++)
    if (sequence->items[i].as.object == candidate) return true;
  return false;
}

/* C3 linearization: https://www.python.org/download/releases/2.3/mro/ */
static Value linearize(Value self, Value bases) {
  int64_t base_count = py_as_tuple(bases)->count, sequence_count = base_count + 1;
  Value sequences[sequence_count];
  int64_t heads[sequence_count];
  bool ok = true;
  for (int64_t i = 0; i < base_count; i++) {
    sequences[i] = py_getattr(py_as_tuple(bases)->items[i], INTERNED("__mro__"));
    heads[i] = 0;
    ok = ok && !py_is_error(sequences[i]);
  }
  sequences[base_count] = py_keep(bases);
  heads[base_count] = 0;
  Value order = ok ? py_list(8) : PY_ERROR;
  ok = !py_is_error(order) && py_list_append(py_as_list(order), self);
  while (ok) {
    Object *next = NULL;
    bool left = false;
    for (int64_t i = 0; i < sequence_count && !next; i++) {
      Tuple *sequence = py_as_tuple(sequences[i]);
      if (heads[i] >= sequence->count) continue;
      left = true;
      Object *candidate = sequence->items[heads[i]].as.object;
      bool blocked = false;
      for (int64_t j = 0; j < sequence_count && !blocked; j++)
        blocked = in_tail(py_as_tuple(sequences[j]), heads[j], candidate);
      if (!blocked) next = candidate;
    }
    if (!left) break;
    if (!next) {
      Text names = {0};
      /* The classes that stand in each other's way: the first that is left of each sequence. */
      for (int64_t i = 0; i < sequence_count; i++) {
        const Tuple *sequence = py_as_tuple(sequences[i]);
        bool seen = heads[i] >= sequence->count;
        for (int64_t j = 0; j < i && !seen; j++) {
          const Tuple *other = py_as_tuple(sequences[j]);
          seen = heads[j] < other->count &&
                 other->items[heads[j]].as.object == sequence->items[heads[i]].as.object;
        }
        if (!seen)
          text_addf(&names, "%s%s", names.length ? ", " : "", py_as_type(sequence->items[heads[i]])->name);
      }
      py_raise(&py_TypeError, "Cannot create a consistent method resolution\norder (MRO) for bases %s",
               text_string(&names));
      text_free(&names);
      ok = false;
      break;
    }
    ok = py_list_append(py_as_list(order), (Value){.tag = TAG_OBJECT, .as.object = next});
    for (int64_t i = 0; i < sequence_count; i++)
      if (heads[i] < py_as_tuple(sequences[i])->count && py_as_tuple(sequences[i])->items[heads[i]].as.object == next)
        heads[i]++;
  }
  for (int64_t i = 0; i < sequence_count; i++) py_drop(sequences[i]);
  Value tuple = ok ? py_to_tuple(order) : PY_ERROR;
  py_drop(order);
  return tuple;
}

/* The type that says how instances are laid out. All exceptions are one struct; those classes with fields of their own
 * (OSError, StopIteration, ...) exclude each other as in CPython. */
static const Type *layout_of(const Type *base) {
  const Type *native = class_native(base);
  if (!py_is_subtype(native, &py_BaseException)) return native;
  while (native != &py_BaseException && !native->properties) native = native->base;
  return native;
}

/* The base whose layout every other base's layout is a base of. */
static Type *widest_base(Value bases) {
  Type *best = NULL;
  for (int64_t i = 0; i < py_as_tuple(bases)->count; i++) {
    Type *base = py_as_type(py_as_tuple(bases)->items[i]);
    if (!best || (layout_of(base) != layout_of(best) && py_is_subtype(layout_of(base), layout_of(best)))) {
      best = base;
    } else if (!py_is_subtype(layout_of(best), layout_of(base))) {
      py_raise(&py_TypeError, "multiple bases have instance lay-out conflict");
      return NULL;
    }
  }
  return best;
}

/* __init_subclass__ of the bases, with the keywords of the class statement. */
static bool announce_to_bases(Type *type, Value self, Value keywords) {
  int count = py_is_dict(keywords) ? (int)py_as_dict(keywords)->count : 0;
  String *names[count + 1];
  Value values[count + 1], key, value;
  int given = 0;
  for (int64_t i = 0; count && py_dict_next(py_as_dict(keywords), &i, &key, &value);) {
    names[given] = py_as_string(key);
    values[given++] = value;
  }
  const Arguments arguments = {.keyword_names = names, .keyword_values = values, .keyword_count = given};
  String *name = INTERNED("__init_subclass__");
  for (int64_t i = 1; i < type->mro->count; i++) {
    Type *base = py_as_type(type->mro->items[i]);
    const NativeRow *native = base->heap || base == &py_object_type ? NULL : base->statics;
    while (native != NULL && native->name != NULL && strcmp(native->name, "__init_subclass__") != 0) native++;
    if (native != NULL && native->name != NULL) {
      Value bound = py_native(native, self, base->module);
      Value result = py_is_error(bound) ? PY_ERROR : py_call(bound, &arguments);
      py_drop(bound);
      py_drop(result);
      return !py_is_error(result);
    }
    Value hook = base->heap ? py_dict_find_name(base->dict, name) : PY_UNDEFINED;
    if (hook.tag != TAG_OBJECT) continue;
    Value bound = hook.as.object->type->get ? hook.as.object->type->get(hook, self, type) : py_keep(hook);
    if (hook.as.object->type == &py_classmethod_type) {
      py_drop(bound);
      bound = hook.as.object->type->get(hook, PY_UNDEFINED, type);
    }
    if (py_is_error(bound)) return false;
    Value result = py_call(bound, &arguments);
    py_drop(bound);
    py_drop(result);
    return !py_is_error(result);
  }
  if (given) py_raise(&py_TypeError, "%s.__init_subclass__() takes no keyword arguments", type->name);
  return given == 0;
}

/* Tells each attribute of the body its name, where it wants to know (__set_name__), and the bases that there is a new
 * class (__init_subclass__). */
static bool announce(Type *type, Value self, Value keywords) {
  Value key, value;
  uint64_t version = type->dict->version;
  for (int64_t i = 0; type->dict->version == version && py_dict_next(type->dict, &i, &key, &value);) {
    if (value.tag == TAG_OBJECT && value.as.object->type == &py_property_type && py_is_str(key)) {
      Property *property = (Property *)value.as.object;
      property->name = py_intern_bytes(py_as_string(key)->data, (size_t)py_as_string(key)->length);
      continue;
    }
    if (value.tag != TAG_OBJECT) continue;
    if (!value.as.object->type->heap &&
        py_type_lookup(value.as.object->type, INTERNED("__set_name__")).tag == TAG_UNDEFINED)
      continue;
    Value result = slots_call(value, INTERNED("__set_name__"), (Value[]){self, key}, 2);
    if (py_is_error(result)) {
      /* CPython wraps what __set_name__ raises. */
      Value cause = py_take_pending(), shown = py_repr(key);
      if (!py_is_error(shown))
        py_raise(&py_RuntimeError, "Error calling __set_name__ on '%s' instance %s in '%s'",
                 py_type_label(value.as.object->type), py_as_string(shown)->data, type->name);
      py_drop(shown);
      py_drop(py_pending_exception()->cause);
      py_pending_exception()->cause = cause;
      return false;
    }
    py_drop(result);
  }
  return announce_to_bases(type, self, keywords);
}

/* Gives a class its texts. __qualname__ leaves the body's namespace: it is the class's own and not inherited. */
static bool name_class(Type *type, const String *name) {
  Value module = py_dict_find_name(type->dict, INTERNED("__module__"));
  String *key = INTERNED("__qualname__");
  Value qualified = py_dict_find_name(type->dict, key);
  if (qualified.tag != TAG_UNDEFINED && !py_is_str(qualified)) {
    py_raise(&py_TypeError, "type __qualname__ must be a str, not %s", py_type_label(py_type_of(qualified)));
    return false;
  }
  type->name = core_strdup(name->data);
  type->module = core_strdup(py_is_str(module) ? py_as_string(module)->data : "__main__");
  if (py_is_str(qualified)) type->qualified_name = core_strdup(py_as_string(qualified)->data);
  if (!type->name || !type->module || (py_is_str(qualified) && !type->qualified_name)) {
    py_raise(&py_MemoryError, "Unable to allocate a class");
    return false;
  }
  return py_is_undefined(qualified) || py_dict_delete(type->dict, py_object(key)) >= 0;
}

/* As in CPython, some methods are static or of the class without a decorator. */
static bool wrap_implicit(Dict *dict) {
  static const struct {
    const char *name;
    Type *wrapper;
  } rows[] = {{"__new__", &py_staticmethod_type}, {"__init_subclass__", &py_classmethod_type},
              {"__class_getitem__", &py_classmethod_type}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    Value function = py_dict_find_name(dict, py_intern(rows[i].name));
    if (function.tag != TAG_OBJECT || function.as.object->type->get != py_method_get) continue;
    Value type = py_type_value(rows[i].wrapper);
    Value wrapped = py_call_values(type, &function, 1);
    py_drop(type);
    if (!py_dict_set_steal(dict, rows[i].name, wrapped)) return false;
  }
  return true;
}

void class_note(Type *type, const String *name, Value value) {
  if (name == INTERNED("__abstractmethods__")) {
    int truth = value.tag == TAG_UNDEFINED ? 0 : py_truth(value);
    if (truth < 0) py_clear_pending();
    type->abstract = truth > 0;
  }
}

Value class_refuse_abstract(Type *type) {
  Value methods = py_dict_find_name(type->dict, INTERNED("__abstractmethods__"));
  Value list = methods.tag == TAG_UNDEFINED ? py_list(0) : py_to_list(methods);
  if (py_is_error(list) || !py_list_sort(py_as_list(list), PY_NONE, false)) return PY_ERROR;
  Text names = {0};
  int64_t count = py_as_list(list)->count;
  for (int64_t i = 0; i < count; i++) {
    if (i) text_add(&names, ", ");
    py_str_to(&names, py_as_list(list)->items[i]);
  }
  py_raise(&py_TypeError, "Can't instantiate abstract class %s with abstract method%s %s", type->name,
           count == 1 ? "" : "s", text_string(&names));
  text_free(&names);
  py_drop(list);
  return PY_ERROR;
}

/* __slots__: a descriptor for each name; without a dict in any base, other names cannot be set. */
static bool make_slots(Type *type, const Type *best) {
  Value slots = py_dict_find_name(type->dict, INTERNED("__slots__"));
  if (slots.tag == TAG_UNDEFINED) return true;
  Value names = py_is_str(slots) ? py_tuple_of(1, slots) : py_to_tuple(slots);
  if (py_is_error(names)) return false;
  bool wants_dict = false, ok = true;
  const Type *native = class_native(best);
  bool fixed = ends_in_array(native) || native == &py_int_type || native == &py_type_type;
  for (int64_t i = 0; ok && i < py_as_tuple(names)->count; i++) {
    Value name = py_as_tuple(names)->items[i];
    ok = py_is_str(name);
    if (!ok) {
      py_raise(&py_TypeError, "__slots__ items must be strings, not '%s'", py_type_label(py_type_of(name)));
      break;
    }
    const char *text = py_as_string(name)->data;
    if (strcmp(text, "__dict__") == 0 || strcmp(text, "__weakref__") == 0) {
      wants_dict = wants_dict || text[2] == 'd';
      continue;
    }
    bool letters = *text && !(*text >= '0' && *text <= '9');
    for (const char *c = text; *c && letters; c++)
      letters = (unsigned char)*c >= 0x80 || isalnum((unsigned char)*c) || *c == '_';
    if (!letters) {
      py_raise(&py_TypeError, "__slots__ must be identifiers");
      ok = false;
      break;
    }
    if (fixed) {
      py_raise(&py_TypeError, "nonempty __slots__ not supported for subtype of '%s'", native->name);
      ok = false;
      break;
    }
    Text mangled = {0};
    size_t length = strlen(text);
    if (text[0] == '_' && text[1] == '_' && !(length > 4 && strcmp(text + length - 2, "__") == 0)) {
      const char *class = type->name + strspn(type->name, "_");
      if (*class) text_addf(&mangled, "_%s", class);
    }
    text_add(&mangled, text);
    String *key = py_intern(text_string(&mangled));
    text_free(&mangled);
    ok = key != NULL;
    if (ok && py_dict_find_name(type->dict, key).tag != TAG_UNDEFINED) {
      py_raise(&py_ValueError, "'%s' in __slots__ conflicts with class variable", text);
      ok = false;
    }
    ok = ok && py_dict_set_steal(type->dict, key->data, descriptor_member(key, type));
  }
  py_drop(names);
  type->hides_dict = !wants_dict;
  for (int64_t i = 0; i < type->bases->count; i++) {
    const Type *base = py_as_type(type->bases->items[i]);
    if (base->heap ? !base->hides_dict : base->dict_offset != 0) type->hides_dict = false;
  }
  return ok;
}

/* Where instances have a __dict__ besides slots, the slots' values lie in a dict of their own. */
static void place_slots(Type *type, const Type *best) {
  type->slots_offset = best->slots_offset;
  if (type->slots_offset || type->hides_dict || type->dict_offset <= 0) return;
  bool slotted = false;
  for (int64_t i = 0; i < type->mro->count && !slotted; i++) {
    const Type *at = py_as_type(type->mro->items[i]);
    Value key, value;
    for (int64_t j = 0; at->heap && !slotted && py_dict_next(at->dict, &j, &key, &value);)
      slotted = value.tag == TAG_OBJECT && value.as.object->type == &descriptor_member_type;
  }
  if (!slotted) return;
  type->slots_offset = (int32_t)((type->size + 7) / 8 * 8);
  type->size = (size_t)type->slots_offset + sizeof(Dict *);
}

Type *py_class_winner(Type *metaclass, Value bases) {
  Type *winner = metaclass ? metaclass : &py_type_type;
  for (int64_t i = 0; i < py_as_tuple(bases)->count; i++) {
    Type *own = py_type_of(py_as_tuple(bases)->items[i]);
    if (py_is_subtype(winner, own)) continue;
    if (py_is_subtype(own, winner)) {
      winner = own;
      continue;
    }
    py_raise(&py_TypeError, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of "
                            "the metaclasses of all its bases");
    return NULL;
  }
  return winner;
}

/* What `match` takes instances of a class for. */
static uint8_t pattern_of(const Type *type) {
  if (type->heap) return type->pattern;
  if (py_is_subtype(type, &py_dict_type)) return PATTERN_OF_MAPPINGS;
  bool sequence = py_is_subtype(type, &py_list_type) || py_is_subtype(type, &py_tuple_type) ||
                  strcmp(type->name, "deque") == 0;
  return sequence ? PATTERN_OF_SEQUENCES : PATTERN_OF_NONE;
}

static Value make(Type *metaclass, String *name, Value bases, Dict *dict, Value keywords);

Value py_class_new(String *name, Value bases, Dict *dict) {
  Type *metaclass = py_class_winner(NULL, bases);
  if (metaclass) return make(metaclass, name, bases, dict, PY_UNDEFINED);
  py_drop(py_object(dict));
  return PY_ERROR;
}

Value py_class_build(Type *metaclass, String *name, Value bases, Value namespace, Value keywords) {
  metaclass = py_class_winner(metaclass, bases);
  if (!metaclass) return PY_ERROR;
  if (metaclass == &py_type_type) {
    Value dict = py_is_dict(namespace) ? py_dict_copy(py_as_dict(namespace)) : py_dict();
    return py_is_error(dict) ? dict : make(metaclass, name, bases, py_as_dict(dict), keywords);
  }
  int count = py_is_dict(keywords) ? (int)py_as_dict(keywords)->count : 0, given = 0;
  String *names[count + 1];
  Value values[count + 1], key, value;
  for (int64_t i = 0; count && py_dict_next(py_as_dict(keywords), &i, &key, &value);) {
    names[given] = py_as_string(key);
    values[given++] = value;
  }
  const Value positional[] = {(Value){.tag = TAG_OBJECT, .as.object = &name->head}, bases, namespace};
  const Arguments arguments = {.positional = positional, .count = 3, .keyword_names = names,
                               .keyword_values = values, .keyword_count = given};
  return py_call((Value){.tag = TAG_OBJECT, .as.object = &metaclass->head}, &arguments);
}

Value class_from_call(Type *metaclass, const Arguments *arguments) {
  const Value *items = arguments->positional;
  if (arguments->count != 3)
    return py_raise(&py_TypeError, "type.__new__() takes exactly 3 arguments (%d given)", arguments->count);
  static Type *const wanted[] = {&py_str_type, &py_tuple_type, &py_dict_type};
  for (int i = 0; i < 3; i++)
    if (!py_is(items[i], wanted[i]))
      return py_raise(&py_TypeError, "type.__new__() argument %d must be %s, not %s", i + 1, wanted[i]->name,
                      py_type_label(py_type_of(items[i])));
  Type *winner = py_class_winner(metaclass, items[1]);
  if (!winner) return PY_ERROR;
  Value dict = py_dict_copy(py_as_dict(items[2])), keywords = py_dict();
  bool ok = !py_is_error(dict) && !py_is_error(keywords);
  for (int i = 0; ok && i < arguments->keyword_count; i++)
    ok = py_dict_set_name(py_as_dict(keywords), arguments->keyword_names[i]->data, arguments->keyword_values[i]);
  Value class = PY_ERROR;
  if (ok) class = make(winner, py_as_string(items[0]), items[1], py_as_dict(dict), keywords);
  else py_drop(dict);
  py_drop(keywords);
  return class;
}

/* The cell of __class__, where the body has one, leaves the names. */
static bool fill_class_cell(Type *type, Value self) {
  String *name = INTERNED("__classcell__");
  Value cell = py_keep(py_dict_find_name(type->dict, name));
  if (py_is_undefined(cell)) return true;
  bool good = py_dict_delete(type->dict, py_object(name)) >= 0 && py_set_class_cell(cell, self);
  py_drop(cell);
  return good;
}

static Value make(Type *metaclass, String *name, Value bases, Dict *dict, Value keywords) {
  Value object_base = PY_UNDEFINED, self = PY_ERROR, written;
  if (py_as_tuple(bases)->count == 0) {
    object_base = py_type_value(&py_object_type);
    written = py_tuple_of(1, object_base);
    py_drop(object_base);
  } else {
    written = py_keep(bases);
  }
  Type *best = NULL, *type = NULL;
  if (py_is_error(written)) goto fail;
  for (int64_t i = 0; i < py_as_tuple(written)->count; i++) {
    if (!check_base(py_as_tuple(written)->items[i])) goto fail;
    for (int64_t j = 0; j < i; j++)
      if (py_as_tuple(written)->items[j].as.object == py_as_tuple(written)->items[i].as.object) {
        py_raise(&py_TypeError, "duplicate base class %s", py_as_type(py_as_tuple(written)->items[i])->name);
        goto fail;
      }
  }
  best = widest_base(written);
  if (!best || !wrap_implicit(dict)) goto fail;
  type = py_new(metaclass);
  if (!type) goto fail;
  self = py_object(type);
  type->heap = true; /* from here on type_dealloc releases what it holds */
  type->ready = true;
  type->base = best;
  best->head.references++;
  type->bases = py_as_tuple(written);
  type->dict = dict;
  type->next_heap = class_heap_types.next_heap;
  if (type->next_heap) type->next_heap->previous_heap = type;
  type->previous_heap = &class_heap_types;
  class_heap_types.next_heap = type;
  for (int64_t i = 0; i < type->bases->count; i++) { /* what derives from a class is known to it at once */
    const Type *base = py_as_type(type->bases->items[i]);
    py_type_ready(py_as_type(type->bases->items[i]));
    if (!type->pattern) type->pattern = pattern_of(base);
  }
  if (!name_class(type, name)) {
    py_drop(self);
    return PY_ERROR;
  }
  Type *native = class_native(best);
  type->size = best->size;
  type->dict_offset = best->dict_offset;
  type->meta = best->meta;
  if (ends_in_array(native)) {
    type->dict_offset = -(int32_t)(sizeof(CycleLinks) + sizeof(Dict *));
  } else if (!type->dict_offset && !type->meta) {
    type->dict_offset = (int32_t)((type->size + 7) / 8 * 8);
    type->size = (size_t)type->dict_offset + sizeof(Dict *);
  }
  type->traverse = instance_traverse;
  type->clear = instance_clear;
  type->dealloc = instance_dealloc;
  type->data = native->data;
  Value order = linearize(self, written);
  if (py_is_error(order)) {
    py_drop(self);
    return PY_ERROR;
  }
  type->mro = py_as_tuple(order);
  lookup_renew(type);
  class_note(type, INTERNED("__abstractmethods__"), py_dict_find_name(type->dict, INTERNED("__abstractmethods__")));
  bool good = fill_class_cell(type, self) && make_slots(type, best);
  if (good) place_slots(type, best);
  if (good && slots_fill(type) && class_add_entries(type) && announce(type, self, keywords)) return self;
  py_drop(self);
  return PY_ERROR;

fail:
  py_drop(written);
  py_drop(py_object(dict));
  return PY_ERROR;
}
