/* list[int] and int | str: parameterized classes and unions, as annotations and isinstance use them. */
#include <string.h>

#include "repl/types/class.h"
#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/generic.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"

typedef struct Generic {
  Object head;
  Value origin, arguments; /* a class and a tuple; unions have no origin */
  bool starred;            /* *tuple[int, str] */
} Generic;

static Generic *of(Value v) { return (Generic *)v.as.object; }

static bool traverse(Object *self, PyVisit visit, void *context) {
  Generic *generic = (Generic *)self;
  if (generic->origin.tag == TAG_OBJECT) visit(generic->origin.as.object, context);
  if (generic->arguments.tag == TAG_OBJECT) visit(generic->arguments.as.object, context);
  return true;
}
static void clear(Object *self) {
  Generic *generic = (Generic *)self;
  const Value held[] = {generic->origin, generic->arguments};
  generic->origin = generic->arguments = PY_NONE;
  py_drop(held[0]);
  py_drop(held[1]);
}

static Value generic_new(Type *type, Value origin, Value arguments_tuple) {
  Generic *generic = py_is_error(arguments_tuple) ? NULL : py_new(type);
  if (!generic) return PY_ERROR;
  generic->origin = py_keep(origin);
  generic->arguments = py_keep(arguments_tuple);
  return py_object(generic);
}

Value py_generic(Value origin, Value arguments) {
  Value tuple = py_is_tuple(arguments) ? py_keep(arguments) : py_tuple_of(1, arguments);
  Value generic = generic_new(&py_generic_type, origin, tuple);
  if (!py_is_error(tuple)) py_drop(tuple);
  return generic;
}

/* A part of a repr: classes by their names, `...` as such. */
static bool add_part(Text *text, Value part) {
  if (part.tag == TAG_ELLIPSIS) {
    text_add(text, "...");
    return true;
  }
  if (py_is_list(part)) {
    text_add_char(text, '[');
    for (int64_t i = 0; i < py_as_list(part)->count; i++) {
      if (i) text_add(text, ", ");
      if (!add_part(text, py_as_list(part)->items[i])) return false;
    }
    text_add_char(text, ']');
    return true;
  }
  if (py_is_type(part)) {
    const Type *type = py_as_type(part);
    if (strcmp(type->module, "builtins") != 0) text_addf(text, "%s.", type->module);
    text_add(text, class_qualified_name(type));
    return true;
  }
  return py_repr_to(text, part);
}

static Value finish(Text *text, bool ok) {
  if (ok) return py_text_take(text);
  text_free(text);
  return PY_ERROR;
}

/* Callable[[int, str], float]: how many of its arguments stand in brackets of their own; -1 without any. */
static int64_t bracketed(const Generic *generic) {
  const Type *origin = py_is_type(generic->origin) ? py_as_type(generic->origin) : NULL;
  const Tuple *items = py_as_tuple(generic->arguments);
  if (!origin || items->count == 0 || strcmp(origin->name, "Callable") || strcmp(origin->module, "collections.abc"))
    return -1;
  if (items->count == 2) {
    Value stands = items->items[0].tag == TAG_ELLIPSIS ? PY_TRUE
                                                       : py_find_attr(items->items[0], py_intern("_is_param_expr"));
    const bool alone = !py_is_undefined(stands) && !py_is_error(stands);
    py_drop(stands);
    if (alone) return -1;
  }
  return items->count - 1;
}

static Value generic_repr(Value self) {
  Text text = {0};
  const Tuple *items = py_as_tuple(of(self)->arguments);
  const int64_t inner = bracketed(of(self));
  if (of(self)->starred) text_add_char(&text, '*');
  bool ok = add_part(&text, of(self)->origin);
  text_add_char(&text, '[');
  if (inner >= 0) text_add_char(&text, '[');
  if (inner == 0) text_add(&text, "], ");
  for (int64_t i = 0; ok && i < items->count; i++) {
    if (i) text_add(&text, ", ");
    ok = add_part(&text, items->items[i]);
    if (inner > 0 && i == inner - 1) text_add_char(&text, ']');
  }
  if (items->count == 0) text_add(&text, "()");
  text_add_char(&text, ']');
  return finish(&text, ok);
}

static Value generic_compare(CompareOp op, Value a, Value b) {
  if ((op != OP_EQ && op != OP_NE) || !py_is(b, &py_generic_type)) return PY_NOT_IMPLEMENTED;
  int same = py_equal(of(a)->origin, of(b)->origin);
  if (same > 0) same = py_equal(of(a)->arguments, of(b)->arguments);
  if (same > 0) same = of(a)->starred == of(b)->starred;
  return same < 0 ? PY_ERROR : py_bool((same != 0) == (op == OP_EQ));
}

static bool generic_hash(Value self, uint64_t *hash) {
  uint64_t origin = 0, arguments;
  if (!py_hash(of(self)->arguments, &arguments) || !py_hash(of(self)->origin, &origin)) return false;
  *hash = origin ^ arguments;
  return true;
}

static Value generic_call(Value self, const Arguments *arguments) { return py_call(of(self)->origin, arguments); }
static Value get_origin(Value self) { return py_keep(of(self)->origin); }
static Value get_arguments(Value self) { return py_keep(of(self)->arguments); }

/* Adds what of `found` (a tuple, or one value) is not in the list yet; takes `found` over. */
static bool add_new(List *list, Value found) {
  const Value *items = py_is_tuple(found) ? py_as_tuple(found)->items : &found;
  const int64_t count = py_is_tuple(found) ? py_as_tuple(found)->count : 1;
  bool ok = !py_is_error(found);
  for (int64_t i = 0; ok && i < count; i++) {
    int there = py_contains(py_object(list), items[i]);
    ok = there > 0 || (there == 0 && py_list_append(list, items[i]));
  }
  py_drop(found);
  return ok;
}

/* The type variables in the arguments, each once: what can be replaced has __typing_subst__. */
static Value get_parameters(Value self) {
  const Tuple *items = py_as_tuple(of(self)->arguments);
  Value list = py_list(0);
  bool ok = !py_is_error(list);
  for (int64_t i = 0; ok && i < items->count; i++) {
    if (items->items[i].tag != TAG_OBJECT || py_is_type(items->items[i])) continue;
    Value is_variable = py_find_attr(items->items[i], py_intern("__typing_subst__"));
    Value found = py_is_undefined(is_variable) ? py_find_attr(items->items[i], py_intern("__parameters__"))
                  : py_is_error(is_variable)   ? PY_ERROR
                                               : py_keep(items->items[i]);
    py_drop(is_variable);
    ok = py_is_undefined(found) || add_new(py_as_list(list), found);
  }
  Value tuple = ok ? py_to_tuple(list) : PY_ERROR;
  py_drop(list);
  return tuple;
}

/* list[T][int]: typing, which alone makes type variables, replaces them. */
static Value substitution = {.tag = TAG_NONE};
void generic_set_substitution(Value function) {
  Value old = substitution;
  substitution = py_keep(function);
  py_drop(old);
}
static Value replaced(Value self, Value key) {
  Value parameters = get_parameters(self);
  if (py_is_error(parameters)) return parameters;
  const bool generic = py_as_tuple(parameters)->count > 0 && !py_is_none(substitution);
  py_drop(parameters);
  if (generic) return py_call_values(substitution, (Value[]){self, key}, 2);
  Value shown = py_repr(self);
  if (py_is_error(shown)) return shown;
  py_raise(&py_TypeError, "%s is not a generic class", py_as_string(shown)->data);
  py_drop(shown);
  return PY_ERROR;
}
/* list[int].append is list's. */
static Value generic_getattr(Value self, String *name) {
  bool own = name->data[0] == '_' && name->data[1] == '_';
  return own && !slots_row(name) && strcmp(name->data, "__name__") != 0 && strcmp(name->data, "__qualname__") != 0 &&
                 strcmp(name->data, "__module__") != 0 && strcmp(name->data, "__doc__") != 0
             ? PY_UNDEFINED
             : py_find_attr(of(self)->origin, name);
}
/* class A(list[int]): derives from list. */
static Value generic_bases(const NativeRow *row, Value *arguments) {
  (void)row;
  return py_tuple_of(1, of(arguments[0])->origin);
}

/* [*tuple[int, str]]: the same with a star. */
static Value generic_iter(Value self) {
  Value starred = generic_new(&py_generic_type, of(self)->origin, of(self)->arguments);
  if (py_is_error(starred)) return starred;
  of(starred)->starred = true;
  Value one = py_tuple_of(1, starred), iterator = py_is_error(one) ? one : py_iter(one);
  py_drop(starred);
  py_drop(one);
  return iterator;
}
static Value get_unpacked(Value self) { return py_bool(of(self)->starred); }

static const PropertyRow generic_properties[] = {{"__unpacked__", "whether it has a star", get_unpacked, NULL},
                                                 {"__origin__", "the class", get_origin, NULL},
                                                 {"__args__", "what stands in brackets", get_arguments, NULL},
                                                 {"__parameters__", "type variables", get_parameters, NULL},
                                                 {0}};
static const NativeRow generic_methods[] = {
    {"__mro_entries__", "self, bases, /", "the base of a class that derives from it", generic_bases, NULL}, {0}};

static Value generic_construct(Type *type, Value *arguments) {
  (void)type;
  return py_generic(arguments[0], arguments[1]);
}

Type py_generic_type = {.name = "GenericAlias", .module = "types", .size = sizeof(Generic), .repr = generic_repr,
                        .compare = generic_compare, .hash = generic_hash, .call = generic_call,
                        .getattr = generic_getattr, .getitem = replaced, .iter = generic_iter, .binary = generic_union,
                        .traverse = traverse, .clear = clear, .dealloc = clear, .methods = generic_methods,
                        .properties = generic_properties, .signature = "origin, args, /",
                        .construct = generic_construct, .help = "A class with what it holds: list[int]."};

/* ---- Unions ---- */

bool generic_is_union(Value value) { return value.tag == TAG_OBJECT && value.as.object->type == &py_union_type; }
Value generic_members(Value value) { return of(value)->arguments; }

static bool can_unite(Value v) {
  return py_is_none(v) || py_is_type(v) || generic_is_union(v) || py_is(v, &py_generic_type);
}

static bool add_member(List *list, Value member) {
  if (generic_is_union(member)) {
    const Tuple *items = py_as_tuple(of(member)->arguments);
    for (int64_t i = 0; i < items->count; i++)
      if (!add_member(list, items->items[i])) return false;
    return true;
  }
  Value type = py_is_none(member) ? py_type_value(&py_none_type) : py_keep(member);
  bool ok = true;
  for (int64_t i = 0; ok && i < list->count; i++) {
    int same = py_equal(list->items[i], type);
    if (same == 0) continue;
    py_drop(type);
    return same > 0;
  }
  return py_list_append_steal(list, type);
}

Value generic_union(BinaryOp op, Value a, Value b) {
  if (op != OP_OR || !can_unite(a) || !can_unite(b)) return PY_NOT_IMPLEMENTED;
  Value list = py_list(2), result = PY_ERROR;
  if (py_is_error(list)) return list;
  if (add_member(py_as_list(list), a) && add_member(py_as_list(list), b)) {
    if (py_as_list(list)->count == 1) {
      result = py_keep(py_as_list(list)->items[0]);
    } else {
      Value tuple = py_to_tuple(list);
      result = generic_new(&py_union_type, PY_NONE, tuple);
      if (!py_is_error(tuple)) py_drop(tuple);
    }
  }
  py_drop(list);
  return result;
}

static Value union_repr(Value self) {
  Text text = {0};
  const Tuple *items = py_as_tuple(of(self)->arguments);
  bool ok = true;
  for (int64_t i = 0; ok && i < items->count; i++) {
    if (i) text_add(&text, " | ");
    if (py_is_type(items->items[i]) && py_as_type(items->items[i]) == &py_none_type) text_add(&text, "None");
    else ok = add_part(&text, items->items[i]);
  }
  return finish(&text, ok);
}

/* Equal where the members are, in any order. */
static Value union_compare(CompareOp op, Value a, Value b) {
  if ((op != OP_EQ && op != OP_NE) || !generic_is_union(b)) return PY_NOT_IMPLEMENTED;
  const Tuple *x = py_as_tuple(of(a)->arguments), *y = py_as_tuple(of(b)->arguments);
  int same = x->count == y->count;
  for (int64_t i = 0; same > 0 && i < x->count; i++) same = py_contains(of(b)->arguments, x->items[i]);
  return same < 0 ? PY_ERROR : py_bool((same != 0) == (op == OP_EQ));
}
static bool union_hash(Value self, uint64_t *hash) {
  Value set = py_frozenset(of(self)->arguments);
  bool ok = !py_is_error(set) && py_hash(set, hash);
  py_drop(set);
  return ok;
}
static const PropertyRow union_properties[] = {{"__args__", "the members", get_arguments, NULL},
                                               {"__parameters__", "type variables", get_parameters, NULL},
                                               {0}};
Type py_union_type = {.name = "UnionType", .module = "types", .size = sizeof(Generic), .repr = union_repr,
                      .compare = union_compare, .hash = union_hash, .getitem = replaced, .binary = generic_union, .traverse = traverse,
                      .clear = clear, .dealloc = clear, .properties = union_properties,
                      .help = "One of some classes: int | str."};

static Value class_getitem(const NativeRow *row, Value *arguments) {
  (void)row;
  return py_generic(arguments[0], arguments[1]);
}
const NativeRow generic_statics[] = {
    {"__class_getitem__", "cls, item, /", "the class with what it holds", class_getitem, NULL}, {0}};
