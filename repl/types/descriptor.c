#include "repl/types/descriptor.h"

#include <string.h>

#include "repl/types/class.h"
#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/function.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"
#include "repl/types/wrapper.h"

bool (*py_current_class)(Type **type, Value *self);
bool (*py_set_class_cell)(Value cell, Value class);

/* Rows of native types. */

static Value row_get(Value self, Value instance, Type *owner) {
  (void)owner;
  if (instance.tag == TAG_UNDEFINED) return py_keep(self);
  const RowDescriptor *descriptor = (const RowDescriptor *)self.as.object;
  function_observe(descriptor->owner->module, descriptor->owner->name, descriptor->row->name);
  return descriptor->row->get(instance);
}

static bool row_set(Value self, Value instance, Value value) {
  RowDescriptor *descriptor = (RowDescriptor *)self.as.object;
  const char *name = descriptor->row->name;
  int length = (int)strcspn(name, "|");
  if (!descriptor->row->set) {
    py_raise(&py_AttributeError, "attribute '%.*s' of '%s' objects is not writable", length, name,
             py_type_label(descriptor->owner));
    return false;
  }
  bool deletable = strcmp(name, "__dict__") == 0 || strcmp(name, "__annotations__") == 0;
  if (value.tag == TAG_UNDEFINED && !deletable) {
    if (descriptor->owner == &py_BaseException) py_raise(&py_TypeError, "%.*s may not be deleted", length, name);
    else if (descriptor->owner == &py_type_type && py_is_type(instance))
      py_raise(&py_TypeError, "cannot delete '%.*s' attribute of immutable type '%s'", length, name,
               py_as_type(instance)->name);
    else
      py_raise(&py_TypeError, "cannot delete attribute '%.*s' of '%s' objects", length, name, descriptor->owner->name);
    return false;
  }
  return descriptor->row->set(instance, value);
}

static Value row_repr(Value self) {
  RowDescriptor *descriptor = (RowDescriptor *)self.as.object;
  return py_textf("<attribute '%.*s' of '%s' objects>", (int)strcspn(descriptor->row->name, "|"),
                  descriptor->row->name, descriptor->owner->name);
}

Type descriptor_row_type = {
    .name = "getset_descriptor", .size = sizeof(RowDescriptor), .repr = row_repr, .get = row_get, .set = row_set};

Value descriptor_row(const PropertyRow *row, Type *owner) {
  RowDescriptor *descriptor = py_new(&descriptor_row_type);
  if (!descriptor) return PY_ERROR;
  descriptor->row = row;
  descriptor->owner = owner;
  return py_object(descriptor);
}

/* property */

static void no_accessor(const Property *property, const Type *type, const char *accessor) {
  const char *name = class_qualified_name(type);
  if (property->name)
    py_raise(&py_AttributeError, "property '%s' of '%s' object has no %s", property->name->data, name, accessor);
  else
    py_raise(&py_AttributeError, "property of '%s' object has no %s", name, accessor);
}

static Value property_get(Value self, Value instance, Type *owner) {
  Property *property = (Property *)self.as.object;
  if (instance.tag == TAG_UNDEFINED) return py_keep(self);
  if (py_is_none(property->getter)) {
    no_accessor(property, owner, "getter");
    return PY_ERROR;
  }
  return py_call_values(property->getter, &instance, 1);
}

static bool property_set(Value self, Value instance, Value value) {
  Property *property = (Property *)self.as.object;
  bool deletes = value.tag == TAG_UNDEFINED;
  Value function = deletes ? property->deleter : property->setter;
  if (py_is_none(function)) {
    no_accessor(property, py_type_of(instance), deletes ? "deleter" : "setter");
    return false;
  }
  Value result = py_call_values(function, (Value[]){instance, value}, deletes ? 1 : 2);
  py_drop(result);
  return !py_is_error(result);
}

static bool property_traverse(Object *self, PyVisit visit, void *context) {
  Property *property = (Property *)self;
  Value held[] = {property->getter, property->setter, property->deleter, property->doc};
  for (int i = 0; i < 4; i++)
    if (held[i].tag == TAG_OBJECT) visit(held[i].as.object, context);
  return true;
}

static void property_clear(Object *self) {
  Property *property = (Property *)self;
  Value held[] = {property->getter, property->setter, property->deleter, property->doc};
  property->getter = property->setter = property->deleter = property->doc = PY_NONE;
  for (int i = 0; i < 4; i++) py_drop(held[i]);
}

/* getter, setter, deleter, doc */
static bool property_init(Value self, Value *arguments) {
  Property *property = (Property *)self.as.object;
  property_clear(&property->head);
  property->getter = py_keep(arguments[0]);
  property->setter = py_keep(arguments[1]);
  property->deleter = py_keep(arguments[2]);
  property->doc = py_keep(arguments[3]);
  if (py_type_of(self) == &py_property_type) return true;
  /* An instance of a derived class has the text as its own attribute: the class's __doc__ would hide it. */
  Value doc = py_is_none(arguments[3]) && !py_is_none(arguments[0]) ? py_find_attr(arguments[0], INTERNED("__doc__"))
                                                                     : py_keep(arguments[3]);
  bool good = !py_is_error(doc) &&
              (doc.tag <= TAG_NONE || py_setattr_plain(self, INTERNED("__doc__"), doc));
  py_drop(doc);
  return good;
}

static Value property_construct(Type *type, Value *arguments) {
  Property *property = py_new(type);
  if (!property) return PY_ERROR;
  property->getter = property->setter = property->deleter = property->doc = PY_NONE;
  if (property_init(py_object(property), arguments)) return py_object(property);
  py_drop(py_object(property));
  return PY_ERROR;
}

/* The class of a derived property is called, as its user may have given it an __init__. */
static Value property_with(const NativeRow *row, Value *arguments) {
  Property *property = (Property *)arguments[0].as.object;
  char which = row->name[0];
  Value parts[4] = {which == 'g' ? arguments[1] : property->getter, which == 's' ? arguments[1] : property->setter,
                    which == 'd' ? arguments[1] : property->deleter, property->doc};
  Type *type = py_type_of(arguments[0]);
  const Value class = {.tag = TAG_OBJECT, .as.object = &type->head};
  Value made = type == &py_property_type ? property_construct(type, parts) : py_call_values(class, parts, 4);
  if (!py_is_error(made) && py_is(made, &py_property_type)) ((Property *)made.as.object)->name = property->name;
  return made;
}

static Value property_fget(Value self) { return py_keep(((Property *)self.as.object)->getter); }
static Value property_fset(Value self) { return py_keep(((Property *)self.as.object)->setter); }
static Value property_fdel(Value self) { return py_keep(((Property *)self.as.object)->deleter); }
/* Whether a function is marked as abstract. */
static Value abstract_mark(Value function) {
  Value mark = function.tag == TAG_OBJECT ? py_find_attr(function, INTERNED("__isabstractmethod__")) : PY_UNDEFINED;
  if (py_is_error(mark)) return mark;
  int truth = py_is_undefined(mark) ? 0 : py_truth(mark);
  py_drop(mark);
  return truth < 0 ? PY_ERROR : py_bool(truth);
}
static Value property_abstract(Value self) {
  const Property *property = (Property *)self.as.object;
  const Value parts[] = {property->getter, property->setter, property->deleter};
  for (int i = 0; i < 3; i++) {
    Value mark = abstract_mark(parts[i]);
    if (py_is_error(mark) || mark.as.integer) return mark;
  }
  return PY_FALSE;
}
static Value property_doc(Value self) {
  Property *property = (Property *)self.as.object;
  if (!py_is_none(property->doc) || py_is_none(property->getter)) return py_keep(property->doc);
  Value doc = py_find_attr(property->getter, INTERNED("__doc__"));
  return doc.tag == TAG_UNDEFINED ? PY_NONE : doc;
}

static bool property_set_doc(Value self, Value value) {
  Property *property = (Property *)self.as.object;
  Value before = property->doc;
  property->doc = value.tag == TAG_UNDEFINED ? PY_NONE : py_keep(value);
  py_drop(before);
  return true;
}
static Value property_set_name(const NativeRow *row, Value *arguments) {
  (void)row;
  Property *property = (Property *)arguments[0].as.object;
  if (py_is_str(arguments[2]))
    property->name = py_intern_bytes(py_as_string(arguments[2])->data, (size_t)py_as_string(arguments[2])->length);
  return PY_NONE;
}

static const NativeRow property_methods[] = {
    {"__set_name__", "self, owner, name, /", "told the name that a class gives it", property_set_name, NULL},
    {"getter", "self, function, /", "the property with another getter", property_with, NULL},
    {"setter", "self, function, /", "the property with another setter", property_with, NULL},
    {"deleter", "self, function, /", "the property with another deleter", property_with, NULL},
    {0},
};
static const PropertyRow property_properties[] = {
    {"fget", "the getter", property_fget, NULL}, {"fset", "the setter", property_fset, NULL},
    {"fdel", "the deleter", property_fdel, NULL},
    {"__isabstractmethod__", "whether a function of it is abstract", property_abstract, NULL},
    {"__doc__", "help text", property_doc, property_set_doc}, {0}};

Type py_property_type = {
    .name = "property", .size = sizeof(Property), .get = property_get, .set = property_set,
    .traverse = property_traverse, .clear = property_clear, .dealloc = property_clear,
    .signature = "fget=None, fset=None, fdel=None, doc=None", .construct = property_construct, .init = property_init,
    .methods = property_methods, .properties = property_properties, .help = "A computed attribute of a class."};

/* Members: the names of __slots__. */

typedef struct Member {
  Object head;
  String *name; /* interned */
  Type *owner;  /* borrowed: the class holds this */
} Member;

Value descriptor_member(String *name, Type *owner) {
  Member *member = py_new(&descriptor_member_type);
  if (!member) return PY_ERROR;
  member->name = name;
  member->owner = owner;
  return py_object(member);
}

static Value member_get(Value self, Value instance, Type *owner) {
  (void)owner;
  const Member *member = (Member *)self.as.object;
  if (instance.tag == TAG_UNDEFINED) return py_keep(self);
  Dict *dict = instance.tag == TAG_OBJECT ? class_slot_values(instance.as.object, false) : NULL;
  Value found = dict ? py_dict_find_name(dict, member->name) : PY_UNDEFINED;
  if (found.tag != TAG_UNDEFINED) return py_keep(found);
  return py_raise(&py_AttributeError, "'%s' object has no attribute '%s'", py_type_label(py_type_of(instance)),
                  member->name->data);
}

static bool member_set(Value self, Value instance, Value value) {
  const Member *member = (Member *)self.as.object;
  Dict *dict = instance.tag == TAG_OBJECT ? class_slot_values(instance.as.object, true) : NULL;
  Value key = {.tag = TAG_OBJECT, .as.object = &member->name->head};
  if (dict && value.tag != TAG_UNDEFINED) return py_dict_set(dict, key, value);
  int deleted = dict ? py_dict_delete(dict, key) : 0;
  if (deleted == 0 && !py_pending()) py_raise(&py_AttributeError, "%s", member->name->data);
  return deleted > 0;
}

static Value member_repr(Value self) {
  const Member *member = (Member *)self.as.object;
  return py_textf("<member '%s' of '%s' objects>", member->name->data, member->owner->name);
}
static Value member_name(Value self) {
  return py_keep((Value){.tag = TAG_OBJECT, .as.object = &((Member *)self.as.object)->name->head});
}
static const PropertyRow member_properties[] = {{"__name__", "the attribute's name", member_name, NULL}, {0}};
Type descriptor_member_type = {.name = "member_descriptor", .size = sizeof(Member), .get = member_get,
                               .set = member_set, .repr = member_repr, .properties = member_properties};

/* classmethod and staticmethod */

static bool wrapped_traverse(Object *self, PyVisit visit, void *context) {
  Value function = ((Wrapped *)self)->function;
  if (function.tag == TAG_OBJECT) visit(function.as.object, context);
  return true;
}

static void wrapped_clear(Object *self) {
  Value function = ((Wrapped *)self)->function;
  ((Wrapped *)self)->function = PY_NONE;
  py_drop(function);
}

static Value wrapped_construct(Type *type, Value *arguments) {
  Wrapped *wrapped = py_new(type);
  if (!wrapped) return PY_ERROR;
  wrapped->function = py_keep(arguments[0]);
  return py_object(wrapped);
}

static Value wrapped_function(Value self) { return py_keep(((Wrapped *)self.as.object)->function); }

static Value classmethod_get(Value self, Value instance, Type *owner) {
  if (instance.tag != TAG_UNDEFINED) owner = py_type_of(instance);
  /* What it wraps is bound to the class: a function becomes a method, a property is computed. */
  Value type = py_type_value(owner), function = ((Wrapped *)self.as.object)->function;
  Type *held = py_type_of(function);
  bool computes = held->get && held->get != py_method_get && held != &py_native_type && held != &py_wrapper_type;
  Value method = computes ? held->get(function, type, owner) : py_method(function, type);
  py_drop(type);
  return method;
}

static Value staticmethod_get(Value self, Value instance, Type *owner) {
  (void)instance;
  (void)owner;
  return py_keep(((Wrapped *)self.as.object)->function);
}

static Value staticmethod_call(Value self, const Arguments *arguments) {
  return py_call(((Wrapped *)self.as.object)->function, arguments);
}

static Value wrapped_abstract(Value self) { return abstract_mark(((Wrapped *)self.as.object)->function); }
/* __name__, __doc__ and the rest are the function's. */
static Value wrapped_getattr(Value self, String *name) {
  bool special = name->data[0] == '_' && name->data[1] == '_';
  return special ? py_find_attr(((Wrapped *)self.as.object)->function, name) : PY_UNDEFINED;
}
static Value wrapped_doc(Value self) {
  Value doc = py_find_attr(((Wrapped *)self.as.object)->function, INTERNED("__doc__"));
  return py_is_undefined(doc) ? PY_NONE : doc;
}
static const PropertyRow wrapped_properties[] = {
    {"__doc__", "the function's help", wrapped_doc, NULL},
    {"__func__|__wrapped__", "the function", wrapped_function, NULL},
    {"__isabstractmethod__", "whether the function is abstract", wrapped_abstract, NULL},
    {0}};

Type py_classmethod_type = {
    .name = "classmethod", .size = sizeof(Wrapped), .get = classmethod_get, .traverse = wrapped_traverse,
    .clear = wrapped_clear, .dealloc = wrapped_clear, .signature = "function, /", .construct = wrapped_construct,
    .properties = wrapped_properties, .getattr = wrapped_getattr,
    .help = "A method that gets the class instead of the instance."};
Type py_staticmethod_type = {
    .name = "staticmethod", .size = sizeof(Wrapped), .get = staticmethod_get, .call = staticmethod_call,
    .traverse = wrapped_traverse, .clear = wrapped_clear, .dealloc = wrapped_clear, .signature = "function, /",
    .construct = wrapped_construct, .properties = wrapped_properties, .getattr = wrapped_getattr,
    .help = "A function in a class, called without the instance."};

/* super */

typedef struct Super {
  Object head;
  Value type;  /* the class after which the search begins */
  Value self;  /* an instance, or a class (in class methods) */
  Value start; /* whose order of bases is walked: the type of self, or self itself */
} Super;

static bool super_traverse(Object *self, PyVisit visit, void *context) {
  Super *super = (Super *)self;
  if (super->type.tag == TAG_OBJECT) visit(super->type.as.object, context);
  if (super->self.tag == TAG_OBJECT) visit(super->self.as.object, context);
  if (super->start.tag == TAG_OBJECT) visit(super->start.as.object, context);
  return true;
}

static void super_clear(Object *self) {
  Super *super = (Super *)self;
  Value held[] = {super->type, super->self, super->start};
  super->type = super->self = super->start = PY_NONE;
  for (int i = 0; i < 3; i++) py_drop(held[i]);
}

Value py_super(Type *type, Value self) {
  Type *start = py_type_of(self);
  if (!py_is_subtype(start, type)) {
    if (!py_is_type(self) || !py_is_subtype(py_as_type(self), type))
      return py_raise(&py_TypeError, "super(type, obj): obj must be an instance or subtype of type");
    start = py_as_type(self);
  }
  Super *super = py_new(&py_super_type);
  if (!super) return PY_ERROR;
  super->type = py_type_value(type);
  super->self = py_keep(self);
  super->start = py_type_value(start);
  return py_object(super);
}

/* super(type): of no object yet; start is None. */
static Value unbound(Type *type) {
  Super *super = py_new(&py_super_type);
  if (!super) return PY_ERROR;
  super->type = py_type_value(type);
  super->self = super->start = PY_NONE;
  return py_object(super);
}
static Value super_get(Value self, Value instance, Type *owner) {
  (void)owner;
  const Super *super = (const Super *)self.as.object;
  if (!py_is_none(super->start) || py_is_undefined(instance) || py_is_none(instance)) return py_keep(self);
  return py_super(py_as_type(super->type), instance);
}

static Value super_construct(Type *type, Value *arguments) {
  (void)type;
  if (arguments[0].tag == TAG_UNDEFINED) {
    Type *current;
    Value self;
    if (!py_current_class) return py_raise(&py_RuntimeError, "super(): no arguments");
    if (!py_current_class(&current, &self))
      return py_pending() ? PY_ERROR : py_raise(&py_RuntimeError, "super(): no arguments");
    return py_super(current, self);
  }
  if (!py_is_type(arguments[0]))
    return py_raise(&py_TypeError, "super() argument 1 must be a type, not %s",
                    py_type_label(py_type_of(arguments[0])));
  if (arguments[1].tag == TAG_UNDEFINED || py_is_none(arguments[1])) return unbound(py_as_type(arguments[0]));
  return py_super(py_as_type(arguments[0]), arguments[1]);
}

/* What the classes after `type` in the order of bases of `start` have under the name: borrowed. */
static Value super_find(const Super *super, String *name) {
  const Type *start = py_as_type(super->start), *after = py_as_type(super->type);
  if (!start->mro) return after->base ? py_type_lookup(after->base, name) : PY_UNDEFINED;
  const Tuple *order = start->mro;
  int64_t i = 0;
  while (i < order->count && order->items[i].as.object != &after->head) i++;
  if (++i >= order->count) return PY_UNDEFINED;
  /* Where the next class's own order is as long as the rest of this one it is the same: that search is remembered. */
  const Type *next = py_as_type(order->items[i]);
  if (next->mro && next->mro->count == order->count - i) return py_type_lookup(next, name);
  Value found = PY_UNDEFINED;
  for (; i < order->count && found.tag == TAG_UNDEFINED; i++) found = slots_own(py_as_type(order->items[i]), name);
  return found;
}

bool descriptor_super_method(Value value, String *name, Value *function, Value *self) {
  const Super *super = (const Super *)value.as.object;
  if (super->self.tag != TAG_OBJECT || super->self.as.object == super->start.as.object) return false;
  Value found = super_find(super, name);
  if (found.tag != TAG_OBJECT || found.as.object->type->get != py_method_get) return false;
  *function = py_keep(found);
  *self = py_keep(super->self);
  return true;
}

static Value super_getattr(Value value, String *name) {
  Super *super = (Super *)value.as.object;
  if (py_is_none(super->start) || name == INTERNED("__class__")) return PY_UNDEFINED;
  Type *start = py_as_type(super->start);
  if (!name->interned) name = py_intern_bytes(name->data, (size_t)name->length);
  Value found = super_find(super, name);
  if (found.tag != TAG_OBJECT || !found.as.object->type->get) return py_keep(found);
  bool of_class = super->self.tag == TAG_OBJECT && super->self.as.object == super->start.as.object;
  return found.as.object->type->get(found, of_class ? PY_UNDEFINED : super->self, start);
}

static Value super_this(Value self) { return py_keep(((Super *)self.as.object)->type); }
static Value super_self(Value self) { return py_keep(((Super *)self.as.object)->self); }
static Value super_start(Value self) { return py_keep(((Super *)self.as.object)->start); }
static const PropertyRow super_properties[] = {{"__thisclass__", "the class after which is searched", super_this, NULL},
                                               {"__self__", "the object", super_self, NULL},
                                               {"__self_class__", "the object's class", super_start, NULL},
                                               {0}};

static Value super_repr(Value self) {
  Super *super = (Super *)self.as.object;
  if (py_is_none(super->start)) return py_textf("<super: <class '%s'>, NULL>", py_as_type(super->type)->name);
  return py_textf("<super: <class '%s'>, <%s object>>", py_as_type(super->type)->name, py_as_type(super->start)->name);
}

Type py_super_type = {
    .name = "super", .size = sizeof(Super), .repr = super_repr, .get = super_get, .getattr = super_getattr,
    .traverse = super_traverse, .clear = super_clear, .dealloc = super_clear, .properties = super_properties,
    .signature = "type=..., object=..., /",
    .construct = super_construct, .help = "Attributes of the base classes."};
