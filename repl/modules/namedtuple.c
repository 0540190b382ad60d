/* collections.namedtuple and typing.NamedTuple: classes of tuples whose items have names.
 *
 * Such a class derives from a native type that is a tuple with room for so many items, so that the instance's dict of a
 * class that is derived further lies behind the items. The class holds its Fields and one getter a field. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "engine/core/memory.h"
#include "repl/modules/collections.h"
#include "repl/language/language.h"

enum { BODY_FIELDS = 32 }; /* of typing.NamedTuple itself; a class of it takes the room that its own fields want */

/* ---- the getter of one field ---- */

typedef struct Getter {
  Object head;
  int64_t at;
} Getter;

static Value getter_get(Value self, Value instance, Type *owner) {
  if (py_is_undefined(instance)) return py_keep(self);
  int64_t at = ((Getter *)self.as.object)->at;
  if (!py_is_tuple(instance) || at >= py_as_tuple(instance)->count)
    return py_raise(&py_TypeError, "descriptor for index '%lld' for tuple subclasses doesn't apply to '%s' object",
                    (long long)at, py_type_label(py_type_of(instance)));
  return py_keep(py_as_tuple(instance)->items[at]);
}
static bool getter_set(Value self, Value instance, Value value) {
  py_raise(&py_AttributeError, py_is_undefined(value) ? "can't delete attribute" : "can't set attribute");
  return false;
}
static Value getter_repr(Value self) {
  int64_t at = ((Getter *)self.as.object)->at;
  return py_textf("_tuplegetter(%lld, 'Alias for field number %lld')", (long long)at, (long long)at);
}
static Value getter_doc(Value self) {
  return py_textf("Alias for field number %lld", (long long)((Getter *)self.as.object)->at);
}
static const PropertyRow getter_properties[] = {{"__doc__", "what it reads", getter_doc, NULL}, {0}};
static Type getter_type = {.head = {&py_type_type, 1}, .name = "_tuplegetter", .module = "collections",
                           .base = &py_object_type, .size = sizeof(Getter), .get = getter_get, .set = getter_set,
                           .repr = getter_repr, .properties = getter_properties};

/* ---- instances ---- */

/* What a class of tuples was given: borrowed, NULL before its setup. */
static Fields *fields_of(Type *type) {
  Value found = py_type_lookup(type, py_intern("_record_"));
  return found.tag == TAG_OBJECT && found.as.object->type == &fields_type ? (Fields *)found.as.object : NULL;
}
static const Tuple *names_of(Value self) {
  const Fields *record = fields_of(py_type_of(self));
  return record ? py_as_tuple(record->names) : NULL;
}

/* Takes the items of `list` for an instance. */
static Value instance_of(Type *type, const Value *items, int64_t count) {
  Tuple *made = py_new(type);
  if (made == NULL) return PY_ERROR;
  made->count = count;
  for (int64_t i = 0; i < count; i++) made->items[i] = py_keep(items[i]);
  return py_object(made);
}

static Value construct(Type *type, Value *arguments) {
  const Fields *record = fields_of(type);
  if (record == NULL) { /* NamedTuple("Point", [("x", int)]): the class itself says how */
    Value self = py_type_value(type), maker = py_getattr_c(self, "_functional_");
    py_drop(self);
    Arguments given = {.positional = py_as_tuple(arguments[0])->items, .count = (int)py_as_tuple(arguments[0])->count};
    String *names[py_as_dict(arguments[1])->count + 1];
    Value values[py_as_dict(arguments[1])->count + 1];
    fields_spread(py_as_dict(arguments[1]), &given, names, values);
    Value made = py_is_error(maker) ? PY_ERROR : py_call(maker, &given);
    if (!py_is_error(maker)) py_drop(maker);
    return made;
  }
  const Tuple *given = py_as_tuple(arguments[0]);
  Dict *keywords = py_as_dict(arguments[1]);
  int count = record->signature->count;
  if (given->count == count && keywords->count == 0) return instance_of(type, given->items, count);
  Arguments all = {.positional = given->items, .count = (int)given->count};
  String *names[keywords->count + 1];
  Value values[keywords->count + 1], slots[count + 1];
  fields_spread(keywords, &all, names, values);
  char function[200];
  snprintf(function, sizeof function, "%s.__new__", type->name);
  if (!fields_bind(record, function, &all, slots)) return PY_ERROR;
  for (int i = 0; i < count; i++)
    if (py_is_undefined(slots[i])) slots[i] = py_keep(py_as_tuple(record->defaults)->items[i]);
  Value made = instance_of(type, slots, count);
  function_drop(slots, count);
  return made;
}

static Value repr(Value self) {
  const Tuple *names = names_of(self), *tuple = py_as_tuple(self);
  if (names == NULL) return py_tuple_type.repr(self);
  if (!py_enter_call()) return PY_ERROR;
  Text text = {0};
  text_addf(&text, "%s(", py_type_of(self)->name);
  bool good = true;
  for (int64_t i = 0; good && i < tuple->count; i++) {
    text_addf(&text, "%s%s=", i ? ", " : "", py_as_string(names->items[i])->data);
    good = py_repr_to(&text, tuple->items[i]);
  }
  text_add_char(&text, ')');
  py_leave_call();
  if (good) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}

/* A slice is a plain tuple, also where it is the whole. */
static Value getitem(Value self, Value key) {
  if (!py_is(key, &py_slice_type)) return py_tuple_type.getitem(self, key);
  Value plain = py_tuple_copy(py_as_tuple(self)->items, py_as_tuple(self)->count);
  Value part = py_is_error(plain) ? PY_ERROR : py_getitem(plain, key);
  py_drop(plain);
  return part;
}

/* Instances of the class that has the fields keep nothing else; those of a class derived from it do. */
static bool setattr(Value self, String *name, Value value) {
  Type *type = py_type_of(self);
  if (!type->dict || py_is_undefined(py_dict_find_name(type->dict, py_intern("_record_"))))
    return py_setattr_plain(self, name, value);
  py_raise(&py_AttributeError, "'%s' object has no attribute '%s'", type->name, name->data);
  return false;
}

static Value call_replace(const NativeRow *row, Value *arguments) {
  const Tuple *names = names_of(arguments[0]), *tuple = py_as_tuple(arguments[0]);
  Dict *changes = py_as_dict(arguments[1]);
  if (names == NULL) return py_raise(&py_TypeError, "this class has no fields");
  Value made = instance_of(py_type_of(arguments[0]), tuple->items, tuple->count), key, value;
  if (py_is_error(made)) return made;
  Text unknown = {0};
  for (int64_t i = 0; py_dict_next(changes, &i, &key, &value);) {
    int64_t at = 0;
    while (at < names->count && py_equal(names->items[at], key) != 1) at++;
    if (at == names->count) {
      text_add(&unknown, unknown.length ? ", " : "");
      py_repr_to(&unknown, key);
      continue;
    }
    Value before = py_as_tuple(made)->items[at];
    py_as_tuple(made)->items[at] = py_keep(value);
    py_drop(before);
  }
  if (unknown.length == 0) return made;
  py_raise(&py_ValueError, "Got unexpected field names: [%s]", text_string(&unknown));
  text_free(&unknown);
  py_drop(made);
  return PY_ERROR;
}
static Value call_asdict(const NativeRow *row, Value *arguments) {
  const Tuple *names = names_of(arguments[0]), *tuple = py_as_tuple(arguments[0]);
  Value dict = py_dict();
  for (int64_t i = 0; names && !py_is_error(dict) && i < tuple->count; i++)
    if (!py_dict_set(py_as_dict(dict), names->items[i], tuple->items[i])) {
      py_drop(dict);
      return PY_ERROR;
    }
  return dict;
}
static Value call_make(const NativeRow *row, Value *arguments) {
  Type *type = py_is_type(arguments[0]) ? py_as_type(arguments[0]) : NULL;
  if (type == NULL)
    return py_raise(&py_TypeError, "tuple.__new__(X): X is not a type object (%s)",
                    py_type_label(py_type_of(arguments[0])));
  if (fields_of(type) == NULL)
    return py_raise(&py_TypeError, "tuple.__new__(%s): %s is not a subtype of %s", type->name, type->name,
                    py_is_subtype(type, &py_tuple_type) ? "a class with fields" : "tuple");
  Value list = py_to_list(arguments[1]);
  if (py_is_error(list)) return list;
  int64_t count = py_as_tuple(fields_of(type)->names)->count, got = py_as_list(list)->count;
  Value made = got == count ? instance_of(type, py_as_list(list)->items, count)
                            : py_raise(&py_TypeError, "Expected %lld arguments, got %lld", (long long)count,
                                       (long long)got);
  py_drop(list);
  return made;
}
static Value call_new_arguments(const NativeRow *row, Value *arguments) {
  return py_tuple_copy(py_as_tuple(arguments[0])->items, py_as_tuple(arguments[0])->count);
}
static Value call_same(const NativeRow *row, Value *arguments) { return py_keep(arguments[0]); }

static const NativeRow methods[] = {
    {"_replace", "self, /, **kwds", "A copy with other values for some fields.", call_replace, NULL},
    {"_asdict", "self, /", "A dict from names to values.", call_asdict, NULL},
    {"__getnewargs__", "self, /", "The items as a plain tuple.", call_new_arguments, NULL},
    {"__copy__", "self, /", "Itself: it cannot change.", call_same, NULL},
    {0},
};
static const NativeRow make_row = {"_make", "cls, iterable, /", "An instance of the items of an iterable.", call_make,
                                   NULL};

#define BASE_TYPE(type_name, fields)                                                                              \
  {.head = {&py_type_type, 1}, .name = type_name, .module = "builtins", .base = &py_tuple_type,                   \
   .size = sizeof(Tuple) + (fields) * sizeof(Value), .repr = repr, .getitem = getitem, .setattr = setattr,        \
   .signature = "*args, **kwargs", .construct = construct, .methods = methods, .help = "A tuple with named items."}
Type namedtuple_base_type = BASE_TYPE("tuple_with_names", BODY_FIELDS);

/* The native base of classes with so many fields; made when first asked for, and kept. */
static Type *base_for(int64_t count) {
  static Type **made;
  static int64_t room;
  if (count >= room) {
    const int64_t wanted = count < 256 ? 256 : count + 1;
    Type **more = core_realloc(made, (size_t)wanted * sizeof *more);
    if (more == NULL) {
      py_raise(&py_MemoryError, "Unable to allocate a class");
      return NULL;
    }
    memset(more + room, 0, (size_t)(wanted - room) * sizeof *more);
    made = more;
    room = wanted;
  }
  if (made[count]) return made[count];
  Type *type = core_alloc(sizeof *type);
  if (type == NULL) {
    py_raise(&py_MemoryError, "Unable to allocate a class");
    return NULL;
  }
  *type = (Type)BASE_TYPE("tuple", (size_t)count);
  return made[count] = type;
}

/* ---- making classes ---- */

static bool set_on(Value class, const char *name, Value value) {
  if (py_is_error(value)) return false;
  bool good = py_setattr(class, py_intern(name), value);
  py_drop(value);
  return good;
}

static bool add_getters(Value class, const Tuple *names) {
  for (int64_t i = 0; i < names->count; i++) {
    Getter *getter = py_new(&getter_type);
    if (getter == NULL) return false;
    getter->at = i;
    if (!set_on(class, py_as_string(names->items[i])->data, py_object(getter))) return false;
  }
  return true;
}

/* Gives a class its fields: names is a tuple of str, defaults a tuple of as many values for the last of them. */
static bool setup(Value class, Value names, Value defaults) {
  int64_t count = py_as_tuple(names)->count, first = count - py_as_tuple(defaults)->count;
  Text line = {0};
  Value all = py_tuple(count), by_name = py_dict();
  bool good = !py_is_error(all) && !py_is_error(by_name);
  for (int64_t i = 0; good && i < count; i++) {
    text_addf(&line, "%s%s%s", i ? ", " : "", py_as_string(py_as_tuple(names)->items[i])->data,
              i >= first ? "=..." : "");
    if (i < first) continue;
    py_as_tuple(all)->items[i] = py_keep(py_as_tuple(defaults)->items[i - first]);
    good = py_dict_set(py_as_dict(by_name), py_as_tuple(names)->items[i], py_as_tuple(all)->items[i]);
  }
  Fields *record = good ? fields_new(text_string(&line), names, all) : NULL;
  text_free(&line);
  py_drop(all);
  if (record == NULL) {
    py_drop(by_name);
    return false;
  }
  Value make = py_native(&make_row, PY_UNDEFINED, "collections"), wrapper = py_type_value(&py_classmethod_type);
  good = set_on(class, "_record_", py_object(record)) && set_on(class, "_field_defaults", by_name) &&
         set_on(class, "_fields", py_keep(names)) && set_on(class, "__match_args__", py_keep(names)) &&
         set_on(class, "_make", py_call_values(wrapper, &make, 1)) && add_getters(class, py_as_tuple(names));
  py_drop(make);
  py_drop(wrapper);
  return good;
}

Value namedtuple_setup(const NativeRow *row, Value *arguments) {
  if (!py_is_type(arguments[0]) || !py_is_tuple(arguments[1]) || !py_is_tuple(arguments[2]) ||
      !py_is_subtype(py_as_type(arguments[0]), &namedtuple_base_type) || fields_of(py_as_type(arguments[0])))
    return py_raise(&py_TypeError, "a class of NamedTuple that has no fields yet and two tuples are wanted");
  /* The class is new: it has no instances yet. */
  Type *type = py_as_type(arguments[0]);
  const int64_t more = (py_as_tuple(arguments[1])->count - BODY_FIELDS) * (int64_t)sizeof(Value);
  type->size = (size_t)((int64_t)type->size + more);
  if (type->dict_offset) type->dict_offset += (int32_t)more;
  return setup(arguments[0], arguments[1], arguments[2]) ? PY_NONE : PY_ERROR;
}

static bool is_identifier(const char *text) {
  if (*text == '\0' || isdigit((unsigned char)*text)) return false;
  for (; *text; text++)
    if (!isalnum((unsigned char)*text) && *text != '_' && (unsigned char)*text < 0x80) return false;
  return true;
}
static bool is_keyword(const char *text) {
  static const char *const words[] = {
      "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
      "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
      "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strcmp(words[i], text) == 0) return true;
  return false;
}

/* The names as a list of str: "x y", "x, y" or an iterable of strs. */
static Value list_of_names(Value given) {
  Value names;
  if (py_is_str(given)) {
    Value marks[] = {py_text(","), py_text(" ")};
    Value spaced = py_call_method(given, "replace", marks, 2);
    py_drop(marks[0]);
    py_drop(marks[1]);
    names = py_is_error(spaced) ? PY_ERROR : py_call_method(spaced, "split", NULL, 0);
    py_drop(spaced);
    return names;
  }
  names = py_to_list(given);
  for (int64_t i = 0; !py_is_error(names) && i < py_as_list(names)->count; i++) {
    Value text = py_str(py_as_list(names)->items[i]);
    if (py_is_error(text)) {
      py_drop(names);
      return PY_ERROR;
    }
    py_drop(py_as_list(names)->items[i]);
    py_as_list(names)->items[i] = text;
  }
  return names;
}

/* With rename, a name that will not do becomes "_1", after its place. */
static bool check_names(List *names, const char *typename, bool rename) {
  if (!is_identifier(typename)) {
    py_raise(&py_ValueError, "Type names and field names must be valid identifiers: '%s'", typename);
    return false;
  }
  if (is_keyword(typename)) {
    py_raise(&py_ValueError, "Type names and field names cannot be a keyword: '%s'", typename);
    return false;
  }
  const char *problem = NULL, *culprit = NULL;
  for (int64_t i = 0; i < names->count; i++) {
    const char *name = py_as_string(names->items[i])->data, *found = NULL;
    bool seen = false;
    for (int64_t j = 0; j < i; j++) seen = seen || strcmp(py_as_string(names->items[j])->data, name) == 0;
    if (!is_identifier(name)) found = "Type names and field names must be valid identifiers: '%s'";
    else if (is_keyword(name)) found = "Type names and field names cannot be a keyword: '%s'";
    else if (name[0] == '_') found = "Field names cannot start with an underscore: '%s'";
    else if (seen) found = "Encountered duplicate field name: '%s'";
    if (found == NULL) continue;
    if (rename) {
      Value other = py_textf("_%lld", (long long)i);
      if (py_is_error(other)) return false;
      py_drop(names->items[i]);
      names->items[i] = other;
    } else if (problem == NULL || (problem[0] != 'T' && found[0] == 'T')) {
      problem = found; /* CPython looks for names that are no names first */
      culprit = name;
    }
  }
  if (problem == NULL) return true;
  int kind = (int)(strchr(problem, '\'') - problem);
  py_raise(&py_ValueError, "%.*s'%s'", kind, problem, culprit);
  return false;
}

Value namedtuple_make(const NativeRow *row, Value *arguments) {
  Value name = py_str(arguments[0]), names = py_is_error(name) ? PY_ERROR : list_of_names(arguments[1]);
  Value class = PY_ERROR, tuple = PY_ERROR, defaults = PY_ERROR;
  if (py_is_error(names)) {
    py_drop(name);
    return names;
  }
  const char *typename = py_as_string(name)->data;
  Type *base = NULL;
  bool good = check_names(py_as_list(names), typename, py_truth(arguments[2]) == 1) &&
              !py_is_error(tuple = py_to_tuple(names)) &&
              !py_is_error(defaults = py_is_none(arguments[3]) ? py_tuple(0) : py_to_tuple(arguments[3]));
  if (good && py_as_tuple(defaults)->count > py_as_tuple(tuple)->count) {
    py_raise(&py_TypeError, "Got more default values than field names");
    good = false;
  }
  good = good && (base = base_for(py_as_tuple(tuple)->count)) != NULL;
  if (good) {
    Value body = py_dict(), base_value = py_type_value(base), bases = py_tuple_of(1, base_value);
    Dict *globals = lang_current_globals();
    Value module = globals ? py_dict_find_name(globals, py_intern("__name__")) : PY_UNDEFINED;
    if (!py_is_none(arguments[4])) module = arguments[4];
    Text doc = {0};
    text_addf(&doc, "%s(", typename);
    for (int64_t i = 0; i < py_as_tuple(tuple)->count; i++)
      text_addf(&doc, "%s%s", i ? ", " : "", py_as_string(py_as_tuple(tuple)->items[i])->data);
    text_add_char(&doc, ')');
    good = !py_is_error(body) && !py_is_error(bases) &&
           py_dict_set_steal(py_as_dict(body), "__doc__", py_text_take(&doc)) &&
           (py_is_undefined(module) || py_dict_set_name(py_as_dict(body), "__module__", module));
    if (good) class = py_class_new(py_intern(typename), bases, py_as_dict(body)); /* takes the body */
    else py_drop(body);
    py_drop(bases);
    py_drop(base_value);
    if (!py_is_error(class) && !setup(class, tuple, defaults)) {
      py_drop(class);
      class = PY_ERROR;
    }
  }
  py_drop(name);
  py_drop(names);
  py_drop(tuple);
  py_drop(defaults);
  return class;
}
