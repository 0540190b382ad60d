/* Coroutines and asynchronous generators: what `await`, `async for` and `async with` resume. Both are generators of
 * another kind (generator.h); what an asynchronous generator yields itself, and not passes on from what it awaits, is
 * wrapped, so that the awaitable of its __anext__ ends with it. */
#include "repl/language/async.h"

#include "repl/language/vm.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"

/* ---- What asynchronous generators yield ---- */

typedef struct Yielded {
  Object head;
  Value value;
} Yielded;

static void yielded_dealloc(Object *self) { py_drop(((Yielded *)self)->value); }
static bool yielded_traverse(Object *self, PyVisit visit, void *context) {
  Value value = ((Yielded *)self)->value;
  if (value.tag == TAG_OBJECT) visit(value.as.object, context);
  return true;
}
static Type yielded_type = {.name = "async_generator_wrapped_value",
                            .module = "builtins",
                            .size = sizeof(Yielded),
                            .traverse = yielded_traverse,
                            .dealloc = yielded_dealloc};

Value async_yielded(Value value) {
  Yielded *yielded = py_new(&yielded_type);
  if (!yielded) return PY_ERROR;
  yielded->value = py_keep(value);
  return py_object(yielded);
}

/* ---- One step of an asynchronous generator: what __anext__, asend, athrow and aclose give ---- */

typedef enum StepKind { STEP_SEND, STEP_THROW, STEP_CLOSE } StepKind;
typedef enum StepState { STEP_NEW, STEP_GOING, STEP_DONE } StepState;

typedef struct Step {
  Object head;
  uint8_t kind, state;
  Value generator;
  Value value; /* what is sent, or the exception that is thrown */
} Step;

static void step_dealloc(Object *self) {
  Step *step = (Step *)self;
  Value generator = step->generator, value = step->value;
  step->generator = step->value = PY_NONE;
  py_drop(generator);
  py_drop(value);
}
static bool step_traverse(Object *self, PyVisit visit, void *context) {
  const Step *step = (const Step *)self;
  if (step->generator.tag == TAG_OBJECT) visit(step->generator.as.object, context);
  if (step->value.tag == TAG_OBJECT) visit(step->value.as.object, context);
  return true;
}

static Value raise_stop(Type *type, Value value) {
  Value class = py_type_value(type);
  Value exception = py_call_values(class, &value, py_is_none(value) ? 0 : 1);
  py_drop(class);
  if (!py_is_error(exception)) py_raise_value(exception);
  py_drop(exception);
  return PY_ERROR;
}

static Generator *generator_of(const Step *step) { return (Generator *)step->generator.as.object; }

/* The generator went on and gave `yielded` (taken over): something that it awaits goes up, what it yields itself ends
 * the step, as does its end. */
static Value step_result(Step *step, Value yielded) {
  if (yielded.tag == TAG_OBJECT && yielded.as.object->type == &yielded_type) {
    step->state = STEP_DONE;
    generator_of(step)->stepping = false;
    if (step->kind == STEP_CLOSE) {
      py_drop(yielded);
      return py_raise(&py_RuntimeError, "async generator ignored GeneratorExit");
    }
    Value error = raise_stop(&py_StopIteration, ((Yielded *)yielded.as.object)->value);
    py_drop(yielded);
    return error;
  }
  if (!py_is_error(yielded) && yielded.tag != TAG_UNDEFINED) return yielded;
  step->state = STEP_DONE;
  generator_of(step)->stepping = false;
  bool ended = yielded.tag == TAG_UNDEFINED;
  if (step->kind != STEP_CLOSE) return ended ? raise_stop(&py_StopAsyncIteration, PY_NONE) : PY_ERROR;
  if (!ended) {
    if (!py_pending_is(&py_GeneratorExit) && !py_pending_is(&py_StopAsyncIteration)) return PY_ERROR;
    py_clear_pending();
  }
  return raise_stop(&py_StopIteration, PY_NONE);
}

static Value step_begin(Step *step) {
  static const char *const verbs[] = {[STEP_SEND] = "asend", [STEP_THROW] = "athrow", [STEP_CLOSE] = "aclose"};
  Generator *generator = generator_of(step);
  if (generator->stepping) {
    step->state = STEP_DONE;
    const char *verb = step->kind == STEP_SEND && py_is_none(step->value) ? "anext" : verbs[step->kind];
    return py_raise(&py_RuntimeError, "%s(): asynchronous generator is already running", verb);
  }
  step->state = STEP_GOING;
  generator->stepping = true;
  return PY_NONE;
}

static Value step_send(Step *step, Value value) {
  if (step->state == STEP_DONE)
    return py_raise(&py_RuntimeError, "cannot reuse already awaited %s",
                    step->kind == STEP_SEND ? "__anext__()/asend()" : "aclose()/athrow()");
  bool first = step->state == STEP_NEW;
  if (first && py_is_error(step_begin(step))) return PY_ERROR;
  if (!first || step->kind == STEP_SEND)
    return step_result(step, generator_send(generator_of(step), first && py_is_none(value) ? step->value : value));
  if (generator_of(step)->state == GENERATOR_FINISHED) {
    step->state = STEP_DONE;
    generator_of(step)->stepping = false;
    return raise_stop(step->kind == STEP_CLOSE ? &py_StopIteration : &py_StopAsyncIteration, PY_NONE);
  }
  Value exception = step->kind == STEP_THROW ? py_keep(step->value) : py_type_value(&py_GeneratorExit);
  Value yielded = generator_throw_in(generator_of(step), exception);
  py_drop(exception);
  return step_result(step, yielded);
}

static Step *step_of(const Value *arguments) { return (Step *)arguments[0].as.object; }

static Value native_step_send(const NativeRow *row, Value *arguments) {
  return step_send(step_of(arguments), arguments[1]);
}
static Value native_step_throw(const NativeRow *row, Value *arguments) {
  Step *step = step_of(arguments);
  if (step->state == STEP_DONE)
    return py_raise(&py_RuntimeError, "cannot reuse already awaited %s",
                    step->kind == STEP_SEND ? "__anext__()/asend()" : "aclose()/athrow()");
  Value exception = generator_exception(arguments[1], arguments[2]);
  if (py_is_error(exception)) return exception;
  if (step->state == STEP_NEW && py_is_error(step_begin(step))) {
    py_drop(exception);
    return PY_ERROR;
  }
  Value yielded = generator_throw_in(generator_of(step), exception);
  py_drop(exception);
  return step_result(step, yielded);
}
static Value native_step_close(const NativeRow *row, Value *arguments) {
  step_of(arguments)->state = STEP_DONE;
  return PY_NONE;
}
static Value native_same(const NativeRow *row, Value *arguments) { return py_keep(arguments[0]); }

static const NativeRow step_methods[] = {
    {"send", "self, value, /", "resumes the generator", native_step_send, NULL},
    {"throw", "self, type, value=..., traceback=..., /", "raises an exception where the generator stands",
     native_step_throw, NULL},
    {"close", "self, /", "gives the step up", native_step_close, NULL},
    {"__await__", "self, /", "itself", native_same, NULL},
    {0}};

static Value step_iter(Value self) { return py_keep(self); }
/* Iteration ends by PY_UNDEFINED; the value would be lost, so that StopIteration is raised as send() does. */
static Value step_next(Value self) { return step_send((Step *)self.as.object, PY_NONE); }

static Type send_type = {.name = "async_generator_asend", .module = "builtins", .size = sizeof(Step),
                         .iter = step_iter, .next = step_next, .traverse = step_traverse, .clear = step_dealloc,
                         .dealloc = step_dealloc, .methods = step_methods};
static Type throw_type = {.name = "async_generator_athrow", .module = "builtins", .size = sizeof(Step),
                          .iter = step_iter, .next = step_next, .traverse = step_traverse, .clear = step_dealloc,
                          .dealloc = step_dealloc, .methods = step_methods};

static Value step_new(Value generator, StepKind kind, Value value) {
  Step *step = py_new(kind == STEP_SEND ? &send_type : &throw_type);
  if (!step) return PY_ERROR;
  step->kind = (uint8_t)kind;
  step->generator = py_keep(generator);
  step->value = py_keep(value);
  return py_object(step);
}

static Value native_anext(const NativeRow *row, Value *arguments) { return step_new(arguments[0], STEP_SEND, PY_NONE); }
static Value native_asend(const NativeRow *row, Value *arguments) {
  return step_new(arguments[0], STEP_SEND, arguments[1]);
}
static Value native_athrow(const NativeRow *row, Value *arguments) {
  Value exception = generator_exception(arguments[1], arguments[2]);
  if (py_is_error(exception)) return exception;
  Value step = step_new(arguments[0], STEP_THROW, exception);
  py_drop(exception);
  return step;
}
static Value native_aclose(const NativeRow *row, Value *arguments) {
  return step_new(arguments[0], STEP_CLOSE, PY_NONE);
}

static const NativeRow async_generator_methods[] = {
    {"__aiter__", "self, /", "itself", native_same, NULL},
    {"__anext__", "self, /", "an awaitable of the next item", native_anext, NULL},
    {"asend", "self, value, /", "an awaitable that resumes the generator with a value", native_asend, NULL},
    {"athrow", "self, type, value=..., traceback=..., /", "an awaitable that raises in the generator", native_athrow,
     NULL},
    {"aclose", "self, /", "an awaitable that ends the generator", native_aclose, NULL},
    {0}};

static Value async_generator_repr(Value self) {
  const Generator *generator = (const Generator *)self.as.object;
  return py_textf("<async_generator object %s at %s>", py_as_string(generator->qualified_name)->data,
                  py_address_text(generator));
}

static const PropertyRow async_generator_properties[] = {
    {"__name__", "the name of its function", generator_get_name, generator_set_name},
    {"__qualname__", "the full name of its function", generator_get_qualified_name, generator_set_qualified_name},
    {"ag_running", "whether it is running now", generator_get_running, NULL},
    {"ag_await", "what it awaits", generator_get_inner, NULL},
    {"ag_frame", "where it stands, or None", generator_get_frame, NULL},
    {"ag_code", "its code", generator_get_code, NULL},
    {0}};

Type lang_async_generator_type = {.name = "async_generator",
                                  .module = "builtins",
                                  .size = sizeof(Generator),
                                  .repr = async_generator_repr,
                                  .traverse = generator_traverse,
                                  .clear = generator_clear,
                                  .dealloc = generator_dealloc,
                                  .methods = async_generator_methods,
                                  .properties = async_generator_properties};

/* ---- Coroutines ---- */

static Value coroutine_repr(Value self) {
  const Generator *generator = (const Generator *)self.as.object;
  return py_textf("<coroutine object %s at %s>", py_as_string(generator->qualified_name)->data,
                  py_address_text(generator));
}

typedef struct Wrapper {
  Object head;
  Value coroutine;
} Wrapper;

static void wrapper_dealloc(Object *self) { py_drop(((Wrapper *)self)->coroutine); }
static bool wrapper_traverse(Object *self, PyVisit visit, void *context) {
  visit(((Wrapper *)self)->coroutine.as.object, context);
  return true;
}
static Value inner_of(Value *arguments) {
  return ((Wrapper *)arguments[0].as.object)->coroutine;
}
static Value wrapper_send(const NativeRow *row, Value *arguments) {
  return py_call_method(inner_of(arguments), "send", arguments + 1, 1);
}
static Value wrapper_throw(const NativeRow *row, Value *arguments) {
  return py_call_method(inner_of(arguments), "throw", arguments + 1, py_is_undefined(arguments[2]) ? 1 : 2);
}
static Value wrapper_close(const NativeRow *row, Value *arguments) {
  return py_call_method(inner_of(arguments), "close", NULL, 0);
}
static const NativeRow wrapper_methods[] = {
    {"send", "self, value, /", "resumes the coroutine", wrapper_send, NULL},
    {"throw", "self, type, value=..., traceback=..., /", "raises an exception where the coroutine stands",
     wrapper_throw, NULL},
    {"close", "self, /", "ends the coroutine", wrapper_close, NULL},
    {0}};
static Value wrapper_iter(Value self) { return py_keep(self); }
static Value wrapper_next(Value self) {
  Value none = PY_NONE;
  return py_call_method(((Wrapper *)self.as.object)->coroutine, "send", &none, 1);
}
static Type wrapper_type = {.name = "coroutine_wrapper", .module = "builtins", .size = sizeof(Wrapper),
                            .iter = wrapper_iter, .next = wrapper_next, .traverse = wrapper_traverse,
                            .dealloc = wrapper_dealloc, .methods = wrapper_methods};

static Value native_await(const NativeRow *row, Value *arguments) {
  Wrapper *wrapper = py_new(&wrapper_type);
  if (!wrapper) return PY_ERROR;
  wrapper->coroutine = py_keep(arguments[0]);
  return py_object(wrapper);
}

static const NativeRow await_methods[] = {
    {"__await__", "self, /", "an iterator that runs the coroutine", native_await, NULL},
    {0}};

static const PropertyRow coroutine_properties[] = {
    {"__name__", "the name of its function", generator_get_name, generator_set_name},
    {"__qualname__", "the full name of its function", generator_get_qualified_name, generator_set_qualified_name},
    {"cr_running", "whether it is running now", generator_get_running, NULL},
    {"cr_await", "what it awaits", generator_get_inner, NULL},
    {"cr_frame", "where it stands, or None", generator_get_frame, NULL},
    {"cr_code", "its code", generator_get_code, NULL},
    {0}};

Type lang_coroutine_type = {.name = "coroutine",
                            .module = "builtins",
                            .size = sizeof(Generator),
                            .repr = coroutine_repr,
                            .traverse = generator_traverse,
                            .clear = generator_clear,
                            .dealloc = generator_dealloc,
                            .methods = await_methods,
                            .more_methods = generator_shared_methods,
                            .properties = coroutine_properties};

/* ---- Awaiting ---- */

static Value not_awaitable(Value value, AwaitOrigin origin) {
  const char *name = py_type_label(py_type_of(value));
  if (origin == AWAIT_EXPRESSION)
    return py_raise(&py_TypeError, "object %s can't be used in 'await' expression", name);
  return py_raise(&py_TypeError, "'async with' received an object from %s that does not implement __await__: %s",
                  origin == AWAIT_ENTER ? "__aenter__" : "__aexit__", name);
}

/* The iterator of an awaitable that is no coroutine; PY_UNDEFINED where it has no __await__. */
static Value await_iterator(Value value) {
  Value iterator = slots_call(value, INTERNED("__await__"), NULL, 0);
  if (py_is_error(iterator) || py_is_undefined(iterator)) return iterator;
  const Type *type = py_type_of(iterator);
  if (type == &lang_coroutine_type) py_raise(&py_TypeError, "__await__() returned a coroutine");
  else if (!type->next) py_raise(&py_TypeError, "__await__() returned non-iterator of type '%s'", type->name);
  else return iterator;
  py_drop(iterator);
  return PY_ERROR;
}

Value vm_awaitable(Value value, AwaitOrigin origin) {
  if (py_type_of(value) == &lang_coroutine_type) {
    Value inner = generator_get_inner(value);
    bool awaited = !py_is_none(inner);
    py_drop(inner);
    if (awaited) return py_raise(&py_RuntimeError, "coroutine is being awaited already");
    return py_keep(value);
  }
  Value iterator = await_iterator(value);
  return py_is_undefined(iterator) ? not_awaitable(value, origin) : iterator;
}

Value vm_async_iterator(Value iterable) {
  Value iterator = slots_call(iterable, INTERNED("__aiter__"), NULL, 0);
  if (py_is_undefined(iterator))
    return py_raise(&py_TypeError, "'async for' requires an object with __aiter__ method, got %s",
                    py_type_label(py_type_of(iterable)));
  if (py_is_error(iterator) || !py_is_undefined(py_type_lookup(py_type_of(iterator), INTERNED("__anext__"))))
    return iterator;
  py_raise(&py_TypeError, "'async for' received an object from __aiter__ that does not implement __anext__: %s",
           py_type_label(py_type_of(iterator)));
  py_drop(iterator);
  return PY_ERROR;
}

Value vm_async_next(Value iterator) {
  Value awaitable = slots_call(iterator, INTERNED("__anext__"), NULL, 0);
  if (py_is_error(awaitable)) return awaitable;
  if (py_is_undefined(awaitable))
    return py_raise(&py_TypeError, "'async for' requires an iterator with __anext__ method, got %s",
                    py_type_label(py_type_of(iterator)));
  if (py_type_of(awaitable) == &lang_coroutine_type) return awaitable;
  Value result = await_iterator(awaitable);
  if (py_is_undefined(result))
    result = py_raise(&py_TypeError, "'async for' received an invalid object from __anext__: %s",
                      py_type_label(py_type_of(awaitable)));
  py_drop(awaitable);
  return result;
}
