/* What the interpreter and native functions do with values: Python's operations, each as one function. */
#ifndef NNSH_REPL_TYPES_PROTOCOL_H
#define NNSH_REPL_TYPES_PROTOCOL_H

#include "engine/core/sink.h"
#include "engine/core/text.h"
#include "repl/types/type.h"

/* Operators. */
Value py_binary(BinaryOp op, Value a, Value b);
Value py_inplace(BinaryOp op, Value a, Value b); /* a += b: the new value of a */

/* Temporaries: a `binary` slot may write its result over an operand that nobody else can see, as in `a * b + c`.
 *
 * py_may_reuse(operand) is true for an operand of the operator that the interpreter is carrying out just now, where
 * the interpreter's reference is the only one and is dropped as soon as the slot returns. A reference count of one does
 * not say this by itself: a native function that calls py_binary (divmod, sum) may look at its operands again, so for
 * those calls the answer is false. So it is for variables, constants, `x op x` and `x op= y` (the inplace slot is for
 * that).
 *
 * To reuse: ask first thing in the slot, before anything that may call back; see that the operand's Buffer is held once
 * too (a view's is not), that dtype and shape of the result equal the operand's, and that each element is read before
 * it is written; write only when nothing can fail any more; return py_keep(operand). */
bool py_may_reuse(Value operand);
/* py_binary for the interpreter: a and b are the operands of an instruction, each held by a reference of its own that
 * is dropped after the call. Nobody else calls this. */
Value py_binary_operands(BinaryOp op, Value a, Value b);
Value py_unary(UnaryOp op, Value a);
/* What an order of two values (negative, 0, positive) says to a comparison. */
Value py_from_order(CompareOp op, int order);
Value py_compare(CompareOp op, Value a, Value b);      /* rich: may be an array */
int py_equal(Value a, Value b);                        /* truth of ==, identity first: 1, 0, -1 */
int py_less(Value a, Value b);                         /* truth of <, for sorting */
int py_truth(Value a);                                 /* 1, 0, -1 */
bool py_hash(Value a, uint64_t *hash);
int py_contains(Value container, Value item);

/* Calls. */
Value py_call(Value callable, const Arguments *arguments);
Value py_call_values(Value callable, const Value *arguments, int count);
Value py_call_method(Value self, const char *name, const Value *arguments, int count);
/* Fills `slots` (signature->count new references, to be dropped by the caller) from arguments, with CPython's TypeError
 * texts for `function_name`. */
struct Signature;
bool py_bind(const struct Signature *signature, const char *function_name, const Arguments *arguments, Value *slots);
/* A function value for a row that lives for ever; `self` PY_UNDEFINED for plain functions (kept otherwise). */
Value py_native(const NativeRow *row, Value self, const char *module);
/* A bound method: calls function with self put before the arguments. Keeps both. */
Value py_method(Value function, Value self);
/* For calls of the form self.name(...), without making a bound method: 1: `*function` (new reference) is to be called
 * with self before the other arguments; 0: `*function` is to be called as it is; -1: an exception is pending. */
int py_load_method(Value self, struct String *name, Value *function);
/* Whether a class of the user has an __init__ that is not native. */
bool py_has_own_init(const Type *type);
/* super(type, self): attributes of self's class that come after `type` in its order of bases. */
Value py_super(Type *type, Value self);
/* Set by the interpreter: the class in whose body the running function was defined and that function's first argument,
 * for super() without arguments. Both borrowed; false where there is none. NULL: no interpreter. */
extern bool (*py_current_class)(Type **type, Value *self);
/* Set by the modules: a name of a module, which is imported (new reference). Types need it for what __reduce__ names. */
extern Value (*py_import_name)(const char *module, const char *name);
/* Puts a new class into the cell from which its methods take __class__; false: TypeError is pending. */
extern bool (*py_set_class_cell)(Value cell, Value class);

/* Attributes and items. py_getattr raises AttributeError, with "Did you mean". py_find_attr gives PY_UNDEFINED. */
Value py_getattr(Value self, struct String *name);
Value py_getattr_c(Value self, const char *name);
Value py_find_attr(Value self, struct String *name);
bool py_setattr(Value self, struct String *name, Value value);
/* What py_setattr does for a type without a setattr slot: properties, then the instance's dict. value PY_UNDEFINED
 * deletes, here and in py_setattr. */
bool py_setattr_plain(Value self, struct String *name, Value value);
Value py_getitem(Value self, Value key);
bool py_setitem(Value self, Value key, Value value); /* value PY_UNDEFINED: del self[key] */
int64_t py_length(Value self);
/* Names of attributes, for dir() and completion: a sorted list of str. */
Value py_dir(Value self);

/* Iteration: py_next gives PY_UNDEFINED at the end. py_to_list makes a list of any iterable. */
Value py_iter(Value iterable);
Value py_next(Value iterator);
Value py_to_list(Value iterable);
Value py_to_tuple(Value iterable);

/* Text. */
Value py_repr(Value a);
Value py_str(Value a);
Value py_format(Value a, const char *spec, size_t length);
bool py_repr_to(Text *text, Value a); /* adds repr; guards against recursion ("[...]") by py_enter_repr */
bool py_str_to(Text *text, Value a);
bool py_enter_repr(Object *object); /* false when already inside */
void py_leave_repr(Object *object);
Value py_percent_format(Value format, Value arguments); /* "..." % args */

/* An object's address as reprs show it ("0x7f..."), or "0x..." where addresses are hidden so that a text comes out the
 * same each time (--stable). Valid until the next call. */
const char *py_address_text(const void *object);
extern bool py_addresses_hidden;

/* Conversions for native functions; each raises TypeError with CPython's text ("'str' object cannot be interpreted as
 * an integer") and returns false. py_as_int takes bool, int, numpy integers, and __index__. py_as_double takes every
 * number. py_as_text takes str: borrowed, NUL-terminated, alive as long as the value. */
bool py_as_int(Value value, int64_t *out);
bool py_as_double(Value value, double *out);
bool py_as_text(Value value, const char **out);
bool py_as_bool(Value value, bool *out); /* truth */
bool py_is_number(Value value);          /* bool, int, float (and of classes derived from them), numpy scalar */
bool py_is_integer(Value value);         /* bool, int of any size (and of classes derived from it), numpy integer */

/* The program's standard output and error: print, echo, tracebacks. The console sets them; a view borrows them. */
extern Sink py_stdout, py_stderr;

/* Depth of native re-entry and of calls, counted together: RecursionError ("maximum recursion depth exceeded"). */
bool py_enter_call(void);
void py_leave_call(void);
/* How deep calls are and where the C stack ends, for another thread. */
typedef struct CallDepth {
  int depth;
  uintptr_t lowest;
} CallDepth;
void py_exchange_depth(CallDepth *other);
int py_call_depth(void);
extern int py_recursion_limit; /* as sys.setrecursionlimit sets it; frames of the language keep to it too */
extern uintptr_t py_stack_lowest; /* the address that the C stack must not grow below; 0: not known yet */

#endif
