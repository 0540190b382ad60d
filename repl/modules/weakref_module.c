/* Weak references, and gc.collect.
 *
 * A class whose instances are referred to weakly gets a dealloc of this file's, which tells the references before it
 * does what the class's own did. References are found by the address of their object in a table of chains. */
#include "engine/core/memory.h"
#include "repl/modules/modules.h"

typedef struct Weak {
  Object head;
  Object *object; /* not held; NULL once it is gone */
  Value callback;
  uint64_t hash;
  bool hashed;
  struct Weak *next; /* in the chain */
} Weak;

enum { CHAINS = 1024 };
static Weak *chains[CHAINS];
static struct Watched {
  const Type *type;
  void (*dealloc)(Object *self);
} *watched;
static int watched_count, watched_room;

static Weak *weak_of(Value v) { return (Weak *)v.as.object; }
static Weak **chain_of(const Object *object) { return &chains[(uintptr_t)object >> 4 & (CHAINS - 1)]; }

static void unlink_weak(Weak *weak) {
  if (weak->object == NULL) return;
  for (Weak **at = chain_of(weak->object); *at; at = &(*at)->next)
    if (*at == weak) {
      *at = weak->next;
      break;
    }
  weak->object = NULL;
}

/* The object goes: its references are cleared first, then their callbacks run. */
static void tell(Object *object) {
  Value told = py_list(0);
  for (Weak **at = chain_of(object); *at;) {
    Weak *weak = *at;
    if (weak->object != object) {
      at = &weak->next;
      continue;
    }
    *at = weak->next;
    weak->object = NULL;
    Value self = {.tag = TAG_OBJECT, .as.object = &weak->head};
    if (!py_is_none(weak->callback) && !py_is_error(told)) py_list_append(py_as_list(told), self);
  }
  Value pending = py_take_pending();
  for (int64_t i = 0; !py_is_error(told) && i < py_as_list(told)->count; i++) {
    Value self = py_as_list(told)->items[i], callback = py_keep(weak_of(self)->callback);
    Value result = py_call_values(callback, &self, 1);
    if (py_is_error(result)) py_clear_pending(); /* as in CPython nobody is there to hear of it */
    py_drop(result);
    py_drop(callback);
  }
  if (!py_is_none(pending)) py_raise_value(pending);
  py_drop(pending);
  if (!py_is_error(told)) py_drop(told);
}

/* The object whose class's own dealloc is running: where that calls the dealloc of a builtin class below it which is
 * watched too, what is left to do is what that class did itself. */
static Object *ending;

static void watched_dealloc(Object *self) {
  void (*dealloc)(Object *object) = NULL;
  if (self == ending) {
    for (int i = 0; i < watched_count && !dealloc; i++)
      if (!watched[i].type->heap && py_is_subtype(self->type, watched[i].type)) dealloc = watched[i].dealloc;
    if (dealloc) dealloc(self);
    return;
  }
  for (int i = 0; i < watched_count && !dealloc; i++)
    if (watched[i].type == self->type) dealloc = watched[i].dealloc;
  for (int i = 0; i < watched_count && !dealloc; i++)
    if (py_is_subtype(self->type, watched[i].type)) dealloc = watched[i].dealloc;
  self->references++; /* callbacks may look at it through nothing, but what they make must not end it twice */
  tell(self);
  self->references--;
  Object *outer = ending;
  ending = self;
  if (dealloc) dealloc(self);
  ending = outer;
}

static bool watch(Type *type) {
  if (type->dealloc == watched_dealloc) {
    for (int i = 0; i < watched_count; i++)
      if (watched[i].type == type) return true;
  }
  if (watched_count == watched_room) {
    const int room = watched_room ? watched_room * 2 : 64;
    struct Watched *more = core_realloc(watched, (size_t)room * sizeof *more);
    if (more == NULL) {
      py_raise(&py_MemoryError, "Unable to allocate a class");
      return false;
    }
    watched = more;
    watched_room = room;
  }
  /* A class derived from a watched one has its dealloc: what it does itself is what that one did. */
  void (*own)(Object *self) = type->dealloc;
  for (int i = 0; i < watched_count && own == watched_dealloc; i++)
    if (py_is_subtype(type, watched[i].type)) own = watched[i].dealloc;
  watched[watched_count].type = type;
  watched[watched_count++].dealloc = own == watched_dealloc ? NULL : own;
  type->dealloc = watched_dealloc;
  type->head.references++; /* its address must stay its own */
  return true;
}

static Value construct(Type *type, Value *arguments) {
  Type *of = py_type_of(arguments[0]);
  bool can = arguments[0].tag == TAG_OBJECT && !py_is_type(arguments[0]) &&
             (of->heap || py_is_set(arguments[0]) || (of->call && of->get));
  if (!can || py_is_tuple(arguments[0]))
    return py_raise(&py_TypeError, "cannot create weak reference to '%s' object", of->name);
  if (!watch(of)) return PY_ERROR;
  Weak *weak = py_new(type);
  if (weak == NULL) return PY_ERROR;
  weak->object = arguments[0].as.object;
  weak->callback = py_keep(arguments[1]);
  Weak **chain = chain_of(weak->object);
  weak->next = *chain;
  *chain = weak;
  return py_object(weak);
}
static bool traverse(Object *self, PyVisit visit, void *context) {
  Value callback = ((Weak *)self)->callback;
  if (callback.tag == TAG_OBJECT) visit(callback.as.object, context);
  return true;
}
static void clear(Object *self) {
  Value callback = ((Weak *)self)->callback;
  ((Weak *)self)->callback = PY_NONE;
  py_drop(callback);
}
static void dealloc(Object *self) {
  unlink_weak((Weak *)self);
  clear(self);
}
static Value object_of(Value self) {
  Object *object = weak_of(self)->object;
  return object ? py_keep((Value){.tag = TAG_OBJECT, .as.object = object}) : PY_NONE;
}
static Value call(Value self, const Arguments *arguments) {
  if (arguments->keyword_count) return py_raise(&py_TypeError, "weakref() takes no keyword arguments");
  if (arguments->count) return py_raise(&py_TypeError, "weakref expected 0 arguments, got %d", arguments->count);
  return object_of(self);
}
static Value repr(Value self) {
  const Object *object = weak_of(self)->object;
  if (object == NULL) return py_textf("<weakref at %s; dead>", py_address_text(self.as.object));
  Text text = {0};
  text_addf(&text, "<weakref at %s; ", py_address_text(self.as.object));
  text_addf(&text, "to '%s' at %s>", object->type->name, py_address_text(object));
  return py_text_take(&text);
}
static bool hash(Value self, uint64_t *out) {
  Weak *weak = weak_of(self);
  if (!weak->hashed) {
    Value object = object_of(self);
    if (py_is_none(object)) {
      py_raise(&py_TypeError, "weak object has gone away");
      return false;
    }
    weak->hashed = py_hash(object, &weak->hash);
    py_drop(object);
  }
  *out = weak->hash;
  return weak->hashed;
}
static Type ref_type;
static Value compare(CompareOp op, Value a, Value b) {
  if ((op != OP_EQ && op != OP_NE) || !py_is(a, &ref_type) || !py_is(b, &ref_type)) return PY_NOT_IMPLEMENTED;
  int equal = a.as.object == b.as.object;
  if (!equal && weak_of(a)->object && weak_of(b)->object) {
    Value x = object_of(a), y = object_of(b);
    equal = py_equal(x, y);
    py_drop(x);
    py_drop(y);
  }
  return equal < 0 ? PY_ERROR : py_bool(equal == (op == OP_EQ));
}
static Value get_callback(Value self) { return py_keep(weak_of(self)->callback); }
static const PropertyRow properties[] = {{"__callback__", "what is called when it goes", get_callback, NULL}, {0}};
static Type ref_type = {.head = {&py_type_type, 1}, .name = "ref", .module = "weakref",
                        .base = &py_object_type, .help = "A reference that does not keep its object.",
                        .size = sizeof(Weak), .dealloc = dealloc, .traverse = traverse, .clear = clear, .call = call,
                        .repr = repr, .hash = hash, .compare = compare, .signature = "object, callback=None, /",
                        .construct = construct, .properties = properties};

static Value getweakrefcount(const NativeRow *row, Value *arguments) {
  int64_t count = 0;
  if (arguments[0].tag != TAG_OBJECT) return py_int(0);
  for (const Weak *at = *chain_of(arguments[0].as.object); at; at = at->next)
    count += at->object == arguments[0].as.object;
  return py_int(count);
}
static const NativeRow functions[] = {
    {"getweakrefcount", "object, /", "How many weak references it has.", getweakrefcount, NULL}, {0}};
static Type *const types[] = {&ref_type, NULL};

static Value gc_collect(const NativeRow *row, Value *arguments) { return py_int(py_collect()); }
static const NativeRow gc_functions[] = {
    {"collect", "generation=2", "Collects cycles now; how many objects went.", gc_collect, NULL}, {0}};

const ModuleRow weakref_module_rows[] = {
    {.name = "_weakref", .help = "Weak references.", .functions = functions, .types = types},
    {.name = "_gc", .help = "The collector of cycles.", .functions = gc_functions},
    {0},
};
