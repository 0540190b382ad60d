/* isinstance and issubclass. */
#include "repl/modules/builtins.h"
#include "repl/modules/numpy_internal.h"
#include "repl/types/complex.h"
#include "repl/types/generic.h"

/* numpy's scalars of which Python has a class derive from that as well as from numpy's own, which a row of bases does
 * not say: np.float64 from float, np.str_ and np.bytes_ from np.character. */
static bool is_numpy_base(const Type *type, const Type *base) {
  if (type == py_scalar_types[ND_FLOAT64]) return base == &py_float_type;
  if (type == &np_complex128_type) return base == &py_complex_type;
  if (type != &np_str_type && type != &np_bytes_type) return false;
  return base == &np_character_type || base == &np_flexible_type || base == &np_generic_type;
}

/* What an attribute says, PY_UNDEFINED where there is none; false where asking for it raised something else. */
static bool ask(Value value, const char *name, Value *out) {
  *out = py_find_attr(value, py_intern(name));
  if (!py_is_error(*out)) return true;
  *out = PY_UNDEFINED;
  if (!py_pending_is(&py_AttributeError)) return false;
  py_clear_pending();
  return true;
}

/* Objects that are no classes, but have a tuple of bases, count as such. Not a tuple where there is none; not kept by
 * the caller. */
static bool bases_of(Value class, Value *bases) { return ask(class, "__bases__", bases); }

/* Whether a class, or what counts as one, derives from another by their __bases__. */
static int derives(Value class, Value base) {
  if (class.tag == TAG_OBJECT && base.tag == TAG_OBJECT && class.as.object == base.as.object) return 1;
  if (py_is_type(class) && py_is_type(base)) return py_is_subtype(py_as_type(class), py_as_type(base));
  Value bases;
  if (!bases_of(class, &bases)) return -1;
  bool entered = py_enter_call();
  int answer = entered ? 0 : -1;
  for (int64_t i = 0; !answer && py_is_tuple(bases) && i < py_as_tuple(bases)->count; i++)
    answer = derives(py_as_tuple(bases)->items[i], base);
  if (entered) py_leave_call();
  py_drop(bases);
  return answer;
}

/* isinstance by what an object says its __class__ is; issubclass of what counts as a class. */
static int resembles(const NativeRow *row, Value what, Value class) {
  if (row->data) return derives(what, class);
  Value own;
  if (!ask(what, "__class__", &own)) return -1;
  bool known = py_is_type(own) && py_as_type(own) == py_type_of(what) && py_is_type(class);
  int answer = own.tag == TAG_UNDEFINED || known ? 0 : derives(own, class);
  py_drop(own);
  return answer;
}

/* isinstance and issubclass take a class or a tuple of them. row->data non-NULL: issubclass. */
static int matches(const NativeRow *row, Value what, Value classes) {
  if (py_is_tuple(classes)) {
    for (int64_t i = 0; i < py_as_tuple(classes)->count; i++) {
      int answer = matches(row, what, py_as_tuple(classes)->items[i]);
      if (answer) return answer;
    }
    return 0;
  }
  if (generic_is_union(classes)) return matches(row, what, generic_members(classes));
  if (py_is(classes, &py_generic_type)) {
    py_raise(&py_TypeError, "%s() argument 2 cannot be a parameterized generic",
             row->data ? "issubclass" : "isinstance");
    return -1;
  }
  if (py_is_type(classes) && py_type_of(classes) != &py_type_type) {
    /* A metaclass may have its own idea, but not of instances of this very class. */
    if (!row->data && py_type_of(what) == py_as_type(classes)) return 1;
    Value hook = py_type_lookup(py_type_of(classes), py_intern(row->data ? "__subclasscheck__" : "__instancecheck__"));
    if (hook.tag == TAG_OBJECT) {
      Value answer = py_call_values(hook, (Value[]){classes, what}, 2);
      int truth = py_is_error(answer) ? -1 : py_truth(answer);
      py_drop(answer);
      return truth;
    }
  }
  if (!py_is_type(classes)) {
    String *name = py_intern(row->data ? "__subclasscheck__" : "__instancecheck__");
    if (py_type_lookup(py_type_of(classes), name).tag != TAG_UNDEFINED) {
      Value answer = py_call_method(classes, name->data, &what, 1);
      int truth = py_is_error(answer) ? -1 : py_truth(answer);
      py_drop(answer);
      return truth;
    }
    Value bases;
    if (!bases_of(classes, &bases)) return -1;
    py_drop(bases);
    if (py_is_tuple(bases)) return resembles(row, what, classes);
    py_raise(&py_TypeError, row->data ? "issubclass() arg 2 must be a class, a tuple of classes, or a union"
                                      : "isinstance() arg 2 must be a type, a tuple of types, or a union");
    return -1;
  }
  if (row->data) {
    if (!py_is_type(what)) return derives(what, classes);
    return is_numpy_base(py_as_type(what), py_as_type(classes)) || py_is_subtype(py_as_type(what), py_as_type(classes));
  }
  if (is_numpy_base(py_type_of(what), py_as_type(classes)) || py_is(what, py_as_type(classes))) return 1;
  return py_type_of(what)->heap ? resembles(row, what, classes) : 0;
}
static Value native_isinstance(const NativeRow *row, Value *arguments) {
  Value bases = PY_UNDEFINED;
  if (row->data && !py_is_type(arguments[0])) {
    if (!bases_of(arguments[0], &bases)) return PY_ERROR;
    py_drop(bases);
    if (!py_is_tuple(bases)) return py_raise(&py_TypeError, "issubclass() arg 1 must be a class");
  }
  int answer = matches(row, arguments[0], arguments[1]);
  return answer < 0 ? PY_ERROR : py_bool(answer);
}

static const char classes[] = "issubclass";
const NativeRow builtins_class_rows[] = {
    {"isinstance", "obj, class_or_tuple, /", "Whether an object is of a class.", native_isinstance, NULL},
    {"issubclass", "cls, class_or_tuple, /", "Whether a class derives from another.", native_isinstance, classes},
    {0}};
