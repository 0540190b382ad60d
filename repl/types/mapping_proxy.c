/* mappingproxy: a view of a mapping that cannot change it. The __dict__ of a class is one. */
#include "repl/types/mapping_proxy.h"

#include "repl/types/containers.h"
#include "repl/types/dict.h"
#include "repl/types/exception.h"
#include "repl/types/generic.h"
#include "repl/types/protocol.h"

typedef struct MappingProxy {
  Object head;
  Value mapping;
} MappingProxy;

static Value mapping_of(Value self) { return ((const MappingProxy *)self.as.object)->mapping; }
/* The mapping behind a proxy, or the value itself. Borrowed. */
static Value behind(Value value) { return py_is(value, &py_mapping_proxy_type) ? mapping_of(value) : value; }

static bool traverse(Object *self, PyVisit visit, void *context) {
  Value mapping = ((const MappingProxy *)self)->mapping;
  if (mapping.tag == TAG_OBJECT) visit(mapping.as.object, context);
  return true;
}
static void clear(Object *self) {
  MappingProxy *proxy = (MappingProxy *)self;
  Value mapping = proxy->mapping;
  proxy->mapping = PY_NONE;
  py_drop(mapping);
}

static Value repr(Value self) {
  Text text = {0};
  text_add(&text, "mappingproxy(");
  if (py_repr_to(&text, mapping_of(self))) {
    text_add_char(&text, ')');
    return py_text_take(&text);
  }
  text_free(&text);
  return PY_ERROR;
}
static Value str(Value self) { return py_str(mapping_of(self)); }
static Value compare(CompareOp op, Value a, Value b) { return py_compare(op, mapping_of(a), behind(b)); }
static bool hash(Value self, uint64_t *out) { return py_hash(mapping_of(self), out); }
static int64_t length(Value self) { return py_length(mapping_of(self)); }
static int truth(Value self) { return py_truth(mapping_of(self)); }
static Value getitem(Value self, Value key) { return py_getitem(mapping_of(self), key); }
static int contains(Value self, Value key) { return py_contains(mapping_of(self), key); }
static Value iter(Value self) { return py_iter(mapping_of(self)); }
static Value binary(BinaryOp op, Value a, Value b) {
  return op == OP_OR ? py_binary(op, behind(a), behind(b)) : PY_NOT_IMPLEMENTED;
}
static Value inplace(BinaryOp op, Value self, Value other) {
  (void)other;
  if (op != OP_OR) return PY_NOT_IMPLEMENTED;
  return py_raise(&py_TypeError, "'|=' is not supported by %s; use '|' instead", py_type_label(py_type_of(self)));
}

Value mapping_proxy(Value mapping) {
  MappingProxy *proxy = py_new(&py_mapping_proxy_type);
  if (!proxy) return PY_ERROR;
  proxy->mapping = py_keep(mapping);
  return py_object(proxy);
}
static Value construct(Type *type, Value *arguments) {
  (void)type;
  Value given = arguments[0];
  if (!py_type_of(given)->getitem || py_is_list(given) || py_is_tuple(given) || py_is_str(given))
    return py_raise(&py_TypeError, "mappingproxy() argument must be a mapping, not %s",
                    py_type_label(py_type_of(given)));
  return mapping_proxy(given);
}

/* keys, values, items, copy: the mapping's own. */
static Value call_own(const NativeRow *row, Value *arguments) {
  return py_call_method(mapping_of(arguments[0]), row->name, NULL, 0);
}
static Value call_get(const NativeRow *row, Value *arguments) {
  (void)row;
  return py_call_method(mapping_of(arguments[0]), "get", arguments + 1, 2);
}
static Value call_generic(const NativeRow *row, Value *arguments) {
  (void)row;
  return py_generic(arguments[0], arguments[1]);
}
static const NativeRow methods[] = {
    {"keys", "self, /", "a view of the keys", call_own, NULL},
    {"values", "self, /", "a view of the values", call_own, NULL},
    {"items", "self, /", "a view of the pairs", call_own, NULL},
    {"copy", "self, /", "a copy of the mapping", call_own, NULL},
    {"__reversed__", "self, /", "an iterator from the end", call_own, NULL},
    {"get", "self, key, default=None, /", "the value of a key, or the default", call_get, NULL},
    {0}};
static const NativeRow statics[] = {
    {"__class_getitem__", "cls, item, /", "the class with what it holds", call_generic, NULL}, {0}};

Type py_mapping_proxy_type = {
    .name = "mappingproxy", .size = sizeof(MappingProxy), .repr = repr, .str = str, .compare = compare, .hash = hash,
    .truth = truth, .length = length, .getitem = getitem, .contains = contains, .iter = iter, .binary = binary,
    .inplace = inplace, .traverse = traverse, .clear = clear, .dealloc = clear, .signature = "mapping",
    .construct = construct, .methods = methods, .statics = statics, .help = "A view of a mapping that cannot change it."};
