#include "repl/types/function.h"

#include <string.h>

#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/object.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"

static Value native_make(const NativeRow *row, Value self, const char *module, Type *owner, bool is_method) {
  Native *native = py_new(&py_native_type);
  if (!native) return PY_ERROR;
  native->row = row;
  native->self = py_keep(self);
  native->module = module;
  native->owner = owner;
  native->is_method = is_method;
  return py_object(native);
}

Value py_native(const NativeRow *row, Value self, const char *module) {
  return native_make(row, self, module, NULL, false);
}

Value function_method(const NativeRow *row, Type *owner, bool is_static) {
  return native_make(row, PY_UNDEFINED, owner->module, owner, !is_static);
}

Value function_static(const NativeRow *row, Type *owner) {
  Value made = function_method(row, owner, true);
  bool takes_class = row->signature && strncmp(row->signature, "cls", 3) == 0 && strcmp(row->name, "__new__") != 0;
  if (!py_is_error(made)) ((Native *)made.as.object)->is_class = takes_class;
  return made;
}

static int name_length(const Native *native) { return (int)strcspn(native->row->name, "|"); }

void (*function_observer)(const char *module, const char *owner, const char *name);
Value (*function_rescue)(Type *type, Native *native, const Arguments *arguments);
void (*function_notice)(Type *type, const Arguments *arguments);

/* On the first call of a row's value: calls after it find the signature, and cost nothing more. */
static bool ready_signature(Native *native) {
  function_observe(native->module, native->owner ? native->owner->name : NULL, native->row->name);
  native->signature = signature_of(native->row->signature ? native->row->signature : "");
  if (!native->signature) {
    py_raise(&py_SystemError, "the signature of %s() is malformed: %s", native->row->name, native->row->signature);
    return false;
  }
  native->simple = native->signature->positional == native->signature->count;
  return true;
}

enum { FEW = 12 };

static bool check_owner(const Native *native, Value self) {
  if (py_is(self, native->owner)) return true;
  py_raise(&py_TypeError, "descriptor '%.*s' for '%s' objects doesn't apply to a '%s' object", name_length(native),
           native->row->name, native->owner->name, py_type_label(py_type_of(self)));
  return false;
}

static Value native_call(Value value, const Arguments *arguments) {
  Native *native = (Native *)value.as.object;
  const NativeRow *row = native->row;
  if (!native->signature && !ready_signature(native)) return PY_ERROR;
  const Signature *signature = native->signature;
  /* The commonest case of all: each parameter has its argument, and self is of the very type. */
  if (native->simple && arguments->count == signature->count && arguments->keyword_count == 0 &&
      arguments->count <= FEW && native->self.tag == TAG_UNDEFINED &&
      (!native->is_method || (arguments->count > 0 && py_type_of(arguments->positional[0]) == native->owner))) {
    Value slots[FEW];
    for (int i = 0; i < arguments->count; i++) slots[i] = arguments->positional[i];
    return row->call(row, slots);
  }
  int self_count = native->self.tag != TAG_UNDEFINED;
  int count = arguments->count + self_count;
  if (native->is_method && !self_count) {
    if (count < 1)
      return py_raise(&py_TypeError, "unbound method %s.%.*s() needs an argument", native->owner->name,
                      name_length(native), row->name);
    if (!check_owner(native, arguments->positional[0])) return PY_ERROR;
  }
  /* The common case: enough positional arguments and nothing else. They stay the caller's. */
  if (native->simple && arguments->keyword_count == 0 && count <= signature->count && signature->count <= FEW) {
    Value slots[FEW];
    int given = 0;
    if (self_count) slots[given++] = native->self;
    for (int i = 0; i < arguments->count; i++) slots[given++] = arguments->positional[i];
    if (given == signature->count) return row->call(row, slots);
    if (signature->parameters[given].has_default) {
      Value made[FEW];
      for (int i = given; i < signature->count; i++) {
        slots[i] = made[i] = py_from_literal(&signature->parameters[i].default_value);
        if (py_is_error(slots[i])) {
          function_drop(made + given, i - given);
          return PY_ERROR;
        }
      }
      Value result = row->call(row, slots);
      function_drop(made + given, signature->count - given);
      return result;
    }
  }
  Value slots[signature->count + 1], kept[signature->count + 1];
  Value items[count + 1];
  Arguments all = *arguments;
  if (self_count) {
    items[0] = native->self;
    for (int i = 0; i < arguments->count; i++) items[i + 1] = arguments->positional[i];
    all.positional = items;
    all.count = count;
  }
  char name[128];
  int length = name_length(native);
  length = length < (int)sizeof name - 1 ? length : (int)sizeof name - 1;
  memcpy(name, row->name, (size_t)length);
  name[length] = '\0';
  BindNames names = {name, native->owner ? native->owner->name : NULL, 0,
                     !native->module || strcmp(native->module, "builtins") == 0, false};
  if (!function_bind(signature, &names, &all, slots)) {
    Value rescued = function_rescue ? function_rescue(NULL, native, arguments) : PY_UNDEFINED;
    return py_is_undefined(rescued) ? PY_ERROR : rescued;
  }
  memcpy(kept, slots, sizeof(Value) * (size_t)signature->count);
  Value result = row->call(row, slots);
  function_drop(kept, signature->count);
  return result;
}

static Value native_repr(Value self) {
  Native *native = (Native *)self.as.object;
  int length = name_length(native);
  if (native->self.tag != TAG_UNDEFINED)
    return py_textf("<built-in method %.*s of %s object at %s>", length, native->row->name,
                    py_type_label(py_type_of(native->self)), py_address_text(native->self.as.object));
  if (native->owner) return py_textf("<method '%.*s' of '%s' objects>", length, native->row->name, native->owner->name);
  if (!native->module || strcmp(native->module, "builtins") == 0)
    return py_textf("<built-in function %.*s>", length, native->row->name);
  return py_textf("<function %.*s at %s>", length, native->row->name, py_address_text(self.as.object));
}

static bool native_traverse(Object *self, PyVisit visit, void *context) {
  Native *native = (Native *)self;
  if (native->self.tag == TAG_OBJECT) visit(native->self.as.object, context);
  return true;
}
static void native_clear(Object *self) {
  Native *native = (Native *)self;
  Value held = native->self;
  native->self = PY_UNDEFINED;
  py_drop(held);
}

static Value native_name(Value self) {
  Native *native = (Native *)self.as.object;
  return py_text_bytes(native->row->name, (size_t)name_length(native));
}
static Value native_qualified_name(Value self) {
  const Native *native = (Native *)self.as.object;
  if (!native->owner) return native_name(self);
  return py_textf("%s.%.*s", native->owner->name, name_length(native), native->row->name);
}
static Value native_module(Value self) {
  const char *module = ((Native *)self.as.object)->module;
  return module ? py_text(module) : PY_NONE;
}
static Value native_self(Value self) {
  Value bound = ((Native *)self.as.object)->self;
  return bound.tag == TAG_UNDEFINED ? PY_NONE : py_keep(bound);
}
static Value native_doc(Value self) {
  const char *help = ((Native *)self.as.object)->row->help;
  return help ? py_text(help) : PY_NONE;
}
static const PropertyRow native_properties[] = {
    {"__name__", "the function's name", native_name, NULL},
    {"__qualname__", "its name with that of its type", native_qualified_name, NULL},
    {"__module__", "the module it belongs to", native_module, NULL},
    {"__self__", "what it is bound to", native_self, NULL},
    {"__doc__", "one line of help", native_doc, NULL},
    {0},
};

/* Plain functions of modules stay what they are when a class of the user holds them, as CPython's do. */
static Value native_get(Value self, Value instance, Type *owner) {
  Native *native = (Native *)self.as.object;
  if (native->is_class && native->self.tag == TAG_UNDEFINED) {
    Type *class = instance.tag == TAG_UNDEFINED ? owner : py_type_of(instance);
    Value type = py_type_value(class), bound = native_make(native->row, type, native->module, native->owner, true);
    py_drop(type);
    return bound;
  }
  if (!native->is_method || instance.tag == TAG_UNDEFINED || native->self.tag != TAG_UNDEFINED) return py_keep(self);
  Value bound = native_make(native->row, instance, native->module, native->owner, true);
  if (!py_is_error(bound)) {
    ((Native *)bound.as.object)->signature = native->signature;
    ((Native *)bound.as.object)->simple = native->simple;
  }
  return bound;
}

/* Two readings of one bound method are equal. */
static Value native_compare(CompareOp op, Value a, Value b) {
  if ((op != OP_EQ && op != OP_NE) || !py_is(b, &py_native_type)) return PY_NOT_IMPLEMENTED;
  Native *x = (Native *)a.as.object, *y = (Native *)b.as.object;
  bool same = x->row == y->row && x->self.tag == y->self.tag && x->self.as.natural == y->self.as.natural;
  return py_bool(same == (op == OP_EQ));
}
static bool native_hash(Value self, uint64_t *hash) {
  Native *native = (Native *)self.as.object;
  *hash = ((uint64_t)(uintptr_t)native->row >> 4) ^ native->self.as.natural * 31;
  return true;
}

Type py_native_type = {.name = "builtin_function_or_method", .size = sizeof(Native), .call = native_call,
                       .repr = native_repr, .traverse = native_traverse, .clear = native_clear,
                       .dealloc = native_clear, .get = native_get, .compare = native_compare, .hash = native_hash,
                       .properties = native_properties};

/* Bound methods */

Value py_method(Value function, Value self) {
  Method *method = py_new(&py_method_type);
  if (!method) return PY_ERROR;
  method->function = py_keep(function);
  method->self = py_keep(self);
  return py_object(method);
}

Value py_method_get(Value self, Value instance, Type *owner) {
  (void)owner;
  return instance.tag == TAG_UNDEFINED ? py_keep(self) : py_method(self, instance);
}

static Value method_call(Value self, const Arguments *arguments) {
  Method *method = (Method *)self.as.object;
  Value items[arguments->count + 1];
  items[0] = method->self;
  for (int i = 0; i < arguments->count; i++) items[i + 1] = arguments->positional[i];
  Arguments all = *arguments;
  all.positional = items;
  all.count++;
  return py_call(method->function, &all);
}

static Value method_repr(Value self) {
  Method *method = (Method *)self.as.object;
  Value name = py_find_attr(method->function, INTERNED("__qualname__"));
  if (py_is_error(name)) return name;
  Text text = {0};
  text_addf(&text, "<bound method %s of ", name.tag == TAG_OBJECT && py_is_str(name) ? py_as_string(name)->data : "?");
  py_drop(name);
  if (!py_repr_to(&text, method->self)) {
    text_free(&text);
    return PY_ERROR;
  }
  text_add_char(&text, '>');
  return py_text_take(&text);
}

static bool method_traverse(Object *self, PyVisit visit, void *context) {
  Method *method = (Method *)self;
  if (method->function.tag == TAG_OBJECT) visit(method->function.as.object, context);
  if (method->self.tag == TAG_OBJECT) visit(method->self.as.object, context);
  return true;
}
static void method_clear(Object *self) {
  Method *method = (Method *)self;
  Value function = method->function, bound = method->self;
  method->function = method->self = PY_NONE;
  py_drop(function);
  py_drop(bound);
}
static Value method_function(Value self) { return py_keep(((Method *)self.as.object)->function); }
static Value method_self(Value self) { return py_keep(((Method *)self.as.object)->self); }
static Value method_doc(Value self) { return py_getattr(((Method *)self.as.object)->function, INTERNED("__doc__")); }
static const PropertyRow method_properties[] = {{"__doc__", "the function's", method_doc, NULL},
                                                {"__func__", "the function", method_function, NULL},
                                                {"__self__", "what it is bound to", method_self, NULL},
                                                {0}};
/* __name__, __doc__ and the rest are the function's. */
static Value method_getattr(Value self, String *name) {
  return py_find_attr(((Method *)self.as.object)->function, name);
}

static Value method_compare(CompareOp op, Value a, Value b) {
  if ((op != OP_EQ && op != OP_NE) || !py_is(b, &py_method_type)) return PY_NOT_IMPLEMENTED;
  Method *x = (Method *)a.as.object, *y = (Method *)b.as.object;
  bool same = x->function.as.natural == y->function.as.natural && x->self.tag == y->self.tag &&
              x->self.as.natural == y->self.as.natural;
  return py_bool(same == (op == OP_EQ));
}
static bool method_hash(Value self, uint64_t *hash) {
  Method *method = (Method *)self.as.object;
  *hash = (method->function.as.natural >> 4) ^ method->self.as.natural * 31;
  return true;
}

static Value method_construct(Type *type, Value *arguments) {
  if (!py_is_type(arguments[0]) && !py_type_of(arguments[0])->call)
    return py_raise(&py_TypeError, "first argument must be callable");
  if (py_is_none(arguments[1])) return py_raise(&py_TypeError, "instance must not be None");
  return py_method(arguments[0], arguments[1]);
}

Type py_method_type = {.name = "method", .signature = "function, instance, /", .construct = method_construct,
                       .size = sizeof(Method), .call = method_call, .repr = method_repr,
                       .traverse = method_traverse, .clear = method_clear, .dealloc = method_clear,
                       .properties = method_properties, .getattr = method_getattr, .compare = method_compare,
                       .hash = method_hash};

/* Calls */

Value py_call(Value callable, const Arguments *arguments) {
  Type *type = py_type_of(callable);
  if (!type->call) {
    if (!type->ready) py_type_ready(type);
    if (!type->call) return py_raise(&py_TypeError, "'%s' object is not callable", py_type_label(type));
  }
  return type->call(callable, arguments);
}

Value py_call_values(Value callable, const Value *arguments, int count) {
  return py_call(callable, &(Arguments){.positional = arguments, .count = count});
}

Value py_call_method(Value self, const char *name, const Value *arguments, int count) {
  String *interned = py_intern(name);
  if (!interned) return py_raise(&py_MemoryError, "Unable to allocate a name");
  Value function;
  int bound = py_load_method(self, interned, &function);
  if (bound < 0) return PY_ERROR;
  Value result;
  if (bound) {
    Value items[count + 1];
    items[0] = self;
    for (int i = 0; i < count; i++) items[i + 1] = arguments[i];
    result = py_call_values(function, items, count + 1);
  } else {
    result = py_call_values(function, arguments, count);
  }
  py_drop(function);
  return result;
}

static int depth;
uintptr_t py_stack_lowest;
int py_recursion_limit = 1000;

bool py_enter_call(void) {
  if (depth < py_recursion_limit && (uintptr_t)__builtin_frame_address(0) >= py_stack_lowest) {
    depth++;
    return true;
  }
  py_raise(&py_RecursionError, "maximum recursion depth exceeded");
  return false;
}

void py_exchange_depth(CallDepth *other) {
  CallDepth before = {depth, py_stack_lowest};
  depth = other->depth;
  py_stack_lowest = other->lowest;
  *other = before;
}

int py_call_depth(void) { return depth; }

void py_leave_call(void) { depth--; }
