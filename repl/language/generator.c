#include "repl/language/generator.h"

#include <string.h>

#include "engine/core/memory.h"
#include "repl/language/async.h"
#include "repl/language/function.h"
#include "repl/language/vm.h"
#include "repl/types/protocol.h"

static Type *const types[] = {
    [PLAIN_GENERATOR] = &lang_generator_type, [COROUTINE] = &lang_coroutine_type,
    [ASYNC_GENERATOR] = &lang_async_generator_type};
static const char *const words[] = {
    [PLAIN_GENERATOR] = "generator", [COROUTINE] = "coroutine", [ASYNC_GENERATOR] = "async generator"};

/* A generator or a coroutine: what send() of this file can resume directly. */
static bool is_resumable(Value v) {
  return is_generator(v) || (v.tag == TAG_OBJECT && v.as.object->type == &lang_coroutine_type);
}

Value generator_new(Frame *frame) {
  size_t bytes = frame->code->frame_bytes;
  Frame *own = core_alloc(bytes);
  Generator *generator = own ? py_new(types[frame->code->makes]) : NULL;
  if (!generator) {
    core_free(own);
    if (!py_pending()) py_raise(&py_MemoryError, "Unable to allocate a generator");
    Object *callable = frame->callable;
    frame_clear(frame, frame->sp);
    frame_pop(frame);
    py_drop((Value){.tag = TAG_OBJECT, .as.object = callable});
    return PY_ERROR;
  }
  memcpy(own, frame, sizeof(Frame) + (size_t)frame->code->slots * sizeof(Value));
  own->sp = own->slots + own->code->slots;
  own->generator = generator;
  generator->kind = own->code->makes;
  frame_pop(frame);
  generator->frame = own;
  generator->code = code_keep(own->code);
  generator->handled = generator->result = PY_NONE;
  /* A function may have been given another name. */
  const Object *callable = own->callable;
  const Function *function = callable && callable->type == &lang_function_type ? (const Function *)callable : NULL;
  bool named = function && py_is_str(function->name) && py_is_str(function->qualified_name);
  generator->name = py_keep(named ? function->name : py_object(own->code->name));
  generator->qualified_name = py_keep(named ? function->qualified_name : py_object(own->code->qualified_name));
  return py_object(generator);
}

/* Only code with handlers can be handling an exception when it yields. */
void generator_resumed(Generator *generator) {
  Frame *frame = generator->frame;
  generator->state = GENERATOR_RUNNING;
  if (!frame->code->protection_count) return;
  frame->outer_handled = py_handled();
  if (generator->handled.tag == TAG_OBJECT) py_set_handled(generator->handled);
}

void generator_yielded(Generator *generator) {
  Frame *frame = generator->frame;
  generator->state = GENERATOR_SUSPENDED;
  if (!frame->code->protection_count) return;
  Value now = py_set_handled(frame->outer_handled);
  generator->handled = generator->handlers ? now : PY_NONE;
}

void generator_finished(Generator *generator, Value *sp, Value result) {
  Frame *frame = generator->frame;
  if (frame->code->protection_count) py_set_handled(frame->outer_handled);
  generator->state = GENERATOR_FINISHED;
  generator->frame = NULL;
  generator->handled = PY_NONE;
  if (!py_is_error(result)) {
    Value old = generator->result;
    generator->result = result;
    py_drop(old);
  }
  Object *callable = frame->callable;
  frame_clear(frame, sp);
  py_drop((Value){.tag = TAG_OBJECT, .as.object = callable});
  core_free(frame);
}

static Value run(Generator *generator, bool failing) {
  if (frame_depth >= py_recursion_limit || !vm_enter_native()) {
    if (!py_pending()) py_raise(&py_RecursionError, "maximum recursion depth exceeded");
    return PY_ERROR;
  }
  generator->head.references++; /* it must outlive its own run */
  Frame *frame = generator->frame;
  frame->kind = FRAME_RESUMED;
  generator_resumed(generator);
  Value result = vm_run(frame, failing);
  py_leave_call();
  py_drop(py_object(generator));
  return result;
}

static bool begin(Generator *generator) {
  if (generator->state != GENERATOR_RUNNING) return true;
  py_raise(&py_ValueError, "%s already executing", words[generator->kind]);
  return false;
}

Value generator_send(Generator *generator, Value value) {
  if (!begin(generator)) return PY_ERROR;
  if (generator->state == GENERATOR_FINISHED) return PY_UNDEFINED;
  if (generator->state == GENERATOR_CREATED) {
    if (!py_is_none(value))
      return py_raise(&py_TypeError, "can't send non-None value to a just-started %s", words[generator->kind]);
  } else {
    *generator->frame->sp++ = py_keep(value);
  }
  return run(generator, false);
}

Value generator_throw(Generator *generator) {
  if (generator->state == GENERATOR_RUNNING) {
    py_clear_pending();
    begin(generator);
    return PY_ERROR;
  }
  if (generator->state == GENERATOR_FINISHED) return PY_ERROR;
  if (generator->state == GENERATOR_CREATED) {
    /* Nothing of it has run: no handler inside may catch. */
    generator_resumed(generator);
    generator_finished(generator, generator->frame->sp, PY_NONE);
    return PY_ERROR;
  }
  /* What the generator is handling is the context of what comes from inside of it. */
  Exception *pending = py_pending_exception();
  Value handled = generator->handled;
  if (pending && handled.tag == TAG_OBJECT && handled.as.object != &pending->head && py_is_none(pending->context)) {
    Value exception = py_take_pending(), outer = py_set_handled(handled);
    py_raise_value(exception);
    py_set_handled(outer);
    py_drop(exception);
  }
  return run(generator, true);
}

/* StopIteration with the generator's result. */
static Value stop(Generator *generator) {
  Value result = generator->result;
  generator->result = PY_NONE;
  Value class = py_type_value(&py_StopIteration);
  Value exception = py_call_values(class, &result, py_is_none(result) ? 0 : 1);
  if (!py_is_error(exception)) py_raise_value(exception);
  py_drop(exception);
  py_drop(class);
  py_drop(result);
  return PY_ERROR;
}

/* The value that a pending StopIteration carries; clears it. */
static Value take_stop_value(void) {
  Value exception = py_take_pending();
  const Exception *e = (const Exception *)exception.as.object;
  Value value = PY_NONE;
  if (py_is_tuple(e->arguments) && py_as_tuple(e->arguments)->count)
    value = py_keep(py_as_tuple(e->arguments)->items[0]);
  py_drop(exception);
  return value;
}

static Value reused(void) { return py_raise(&py_RuntimeError, "cannot reuse already awaited coroutine"); }

Value generator_send_any(Value iterator, Value value, Value *result) {
  *result = PY_NONE;
  Value yielded;
  if (is_resumable(iterator)) {
    Generator *generator = (Generator *)iterator.as.object;
    if (generator->kind == COROUTINE && generator->state == GENERATOR_FINISHED) return reused();
    yielded = generator_send(generator, value);
    if (yielded.tag == TAG_UNDEFINED) {
      *result = generator->result;
      generator->result = PY_NONE;
    }
    return yielded;
  }
  if (py_is_none(value))
    yielded = py_type_of(iterator)->heap ? py_call_method(iterator, "__next__", NULL, 0) : py_next(iterator);
  else
    yielded = py_call_method(iterator, "send", &value, 1);
  if (!py_is_error(yielded) || !py_pending_is(&py_StopIteration)) return yielded;
  *result = take_stop_value();
  return PY_UNDEFINED;
}

/* ---- Methods ---- */

static Generator *self_of(const Value *arguments) { return (Generator *)arguments[0].as.object; }

static Value native_send(const NativeRow *row, Value *arguments) {
  if (self_of(arguments)->kind == COROUTINE && self_of(arguments)->state == GENERATOR_FINISHED) return reused();
  Value yielded = generator_send(self_of(arguments), arguments[1]);
  return yielded.tag == TAG_UNDEFINED ? stop(self_of(arguments)) : yielded;
}

static Value native_next(const NativeRow *row, Value *arguments) {
  Value yielded = generator_send(self_of(arguments), PY_NONE);
  return yielded.tag == TAG_UNDEFINED ? stop(self_of(arguments)) : yielded;
}

/* The iterator that a `yield from` waits for, or PY_UNDEFINED: it gets what is thrown. */
static Value delegate(Generator *generator) {
  if (generator->state != GENERATOR_SUSPENDED || generator->frame->pc->op != DO_YIELD_FROM) return PY_UNDEFINED;
  return generator->frame->sp[-1];
}

static Value close_generator(Generator *generator);
static Value throw_in(Generator *generator, Value exception, const Value *given, int count);

/* close() of an iterator that is no generator but has one. False with an exception pending. */
static bool close_other(Value iterator) {
  Value method = py_find_attr(iterator, py_intern("close"));
  if (method.tag == TAG_UNDEFINED) return true;
  Value closed = py_is_error(method) ? method : py_call_values(method, NULL, 0);
  py_drop(method);
  py_drop(closed);
  return !py_is_error(closed);
}

/* The outer generator goes on behind its YIELD_FROM, as it would behind a yield: `result` (taken over) is what the
 * inner iterator ended with. */
static Value go_on(Generator *generator, Value result) {
  Frame *frame = generator->frame;
  py_drop(*--frame->sp);
  *frame->sp++ = result;
  frame->pc++;
  return run(generator, false);
}

/* throw() of an iterator that is no generator but has one; PY_UNDEFINED where it has none. It gets the arguments that
 * the caller gave. */
static Value throw_other(Generator *generator, Value inner, const Value *given, int count) {
  Value method = py_find_attr(inner, py_intern("throw"));
  if (method.tag == TAG_UNDEFINED) return method;
  py_keep(inner);
  generator->state = GENERATOR_RUNNING;
  Value yielded = py_is_error(method) ? method : py_call_values(method, given, count);
  generator->state = GENERATOR_SUSPENDED;
  py_drop(method);
  py_drop(inner);
  if (!py_is_error(yielded)) return yielded;
  return py_pending_is(&py_StopIteration) ? go_on(generator, take_stop_value()) : generator_throw(generator);
}

/* Ends the iterator that a generator waits for. False with an exception pending. */
static bool close_inner(Generator *generator, Value inner) {
  py_keep(inner);
  generator->state = GENERATOR_RUNNING;
  bool closed = is_resumable(inner) ? !py_is_error(close_generator((Generator *)inner.as.object)) : close_other(inner);
  generator->state = GENERATOR_SUSPENDED;
  py_drop(inner);
  return closed;
}

Value generator_throw_in(Generator *generator, Value exception) {
  return throw_in(generator, exception, &exception, 1);
}

/* throw() goes to the innermost generator of a chain of `yield from`; a GeneratorExit only ends the inner ones. */
static Value throw_in(Generator *generator, Value exception, const Value *given, int count) {
  Value inner = delegate(generator);
  if (inner.tag == TAG_OBJECT && py_is(exception, &py_GeneratorExit)) {
    if (!close_inner(generator, inner)) return generator_throw(generator);
    inner = PY_UNDEFINED;
  }
  if (!is_resumable(inner) && inner.tag == TAG_OBJECT) {
    Value thrown = throw_other(generator, inner, given, count);
    if (thrown.tag != TAG_UNDEFINED) return thrown;
  }
  if (is_resumable(inner)) {
    py_keep(inner);
    generator->state = GENERATOR_RUNNING;
    Value yielded = throw_in((Generator *)inner.as.object, exception, given, count);
    generator->state = GENERATOR_SUSPENDED;
    if (yielded.tag == TAG_UNDEFINED) {
      /* The inner one ended: its result takes its place on the stack. */
      Generator *ended = (Generator *)inner.as.object;
      Value result = ended->result;
      ended->result = PY_NONE;
      py_drop(inner);
      return go_on(generator, result);
    }
    py_drop(inner);
    if (!py_is_error(yielded)) return yielded;
    return generator_throw(generator);
  }
  /* Its context is what the generator is handling, not what the caller does. */
  Value outer = py_set_handled(generator->handled);
  py_raise_value(exception);
  py_set_handled(outer);
  return generator_throw(generator);
}

Value generator_exception(Value type, Value value) {
  if (py_is_exception_class(type)) {
    if (py_is_undefined(value) || py_is_none(value)) return py_call_values(type, NULL, 0);
    if (py_is(value, py_as_type(type))) return py_keep(value);
    if (py_is_tuple(value)) return py_call_values(type, py_as_tuple(value)->items, (int)py_as_tuple(value)->count);
    return py_call_values(type, &value, 1);
  }
  if (py_is_exception(type)) {
    if (py_is_undefined(value) || py_is_none(value)) return py_keep(type);
    return py_raise(&py_TypeError, "instance exception may not have a separate value");
  }
  return py_raise(&py_TypeError, "exceptions must be classes or instances deriving from BaseException, not %s",
                  py_type_label(py_type_of(type)));
}

static Value native_throw(const NativeRow *row, Value *arguments) {
  if (!py_is_undefined(arguments[3]) && !py_is_none(arguments[3]) &&
      strcmp(py_type_of(arguments[3])->name, "traceback") != 0)
    return py_raise(&py_TypeError, "throw() third argument must be a traceback object");
  Value exception = generator_exception(arguments[1], arguments[2]);
  if (py_is_error(exception)) return exception;
  Generator *generator = self_of(arguments);
  int given = 1;
  while (given < 3 && !py_is_undefined(arguments[1 + given])) given++;
  Value yielded = generator->kind == COROUTINE && generator->state == GENERATOR_FINISHED
                      ? reused()
                      : throw_in(generator, exception, arguments + 1, given);
  py_drop(exception);
  return yielded.tag == TAG_UNDEFINED ? stop(generator) : yielded;
}

static Value close_generator(Generator *generator) {
  if (!begin(generator)) return PY_ERROR;
  if (generator->state == GENERATOR_FINISHED) return PY_NONE;
  if (generator->state == GENERATOR_CREATED) {
    generator_resumed(generator);
    generator_finished(generator, generator->frame->sp, PY_NONE);
    return PY_NONE;
  }
  Value inner = delegate(generator);
  if (inner.tag == TAG_OBJECT && !close_inner(generator, inner)) {
    Value failed = generator_throw(generator);
    if (py_is_error(failed)) return failed;
    py_drop(failed);
    return PY_NONE;
  }
  Value class = py_type_value(&py_GeneratorExit);
  py_raise_value(class);
  py_drop(class);
  Value yielded = generator_throw(generator);
  if (py_is_error(yielded)) {
    if (!py_pending_is(&py_GeneratorExit) && !py_pending_is(&py_StopIteration)) return yielded;
    py_clear_pending();
    return PY_NONE;
  }
  if (yielded.tag == TAG_UNDEFINED) return PY_NONE;
  py_drop(yielded);
  return py_raise(&py_RuntimeError, "%s ignored GeneratorExit", words[generator->kind]);
}

static Value native_close(const NativeRow *row, Value *arguments) { return close_generator(self_of(arguments)); }

const NativeRow generator_shared_methods[] = {
    {"send", "self, value, /", "resumes the generator; its yield expression has the value", native_send, NULL},
    {"throw", "self, type, value=..., traceback=..., /", "raises an exception where the generator stands", native_throw,
     NULL},
    {"close", "self, /", "ends the generator by raising GeneratorExit in it", native_close, NULL},
    {0}};

static const NativeRow generator_methods[] = {
    {"__next__", "self, /", "resumes the generator", native_next, NULL},
    {0}};

Value generator_get_name(Value self) { return py_keep(((Generator *)self.as.object)->name); }
Value generator_get_qualified_name(Value self) {
  return py_keep(((Generator *)self.as.object)->qualified_name);
}
static bool set_text(Value *place, Value value, const char *name) {
  if (!py_is_str(value)) {
    py_raise(&py_TypeError, "%s must be set to a string object", name);
    return false;
  }
  Value before = *place;
  *place = py_keep(value);
  py_drop(before);
  return true;
}
bool generator_set_name(Value self, Value value) {
  return set_text(&((Generator *)self.as.object)->name, value, "__name__");
}
bool generator_set_qualified_name(Value self, Value value) {
  return set_text(&((Generator *)self.as.object)->qualified_name, value, "__qualname__");
}
Value generator_get_running(Value self) {
  return py_bool(((Generator *)self.as.object)->state == GENERATOR_RUNNING);
}
Value generator_get_inner(Value self) {
  Value inner = delegate((Generator *)self.as.object);
  return inner.tag == TAG_OBJECT ? py_keep(inner) : PY_NONE;
}
Value generator_get_frame(Value self) {
  Generator *generator = (Generator *)self.as.object;
  Frame *frame = generator->frame;
  if (!frame || !lang_import) return PY_NONE;
  int64_t at = frame->pc ? frame->pc - frame->code->instructions : 0;
  if (at > 0) at--;
  bool created = generator->state == GENERATOR_CREATED;
  int line = created ? frame->code->first_line : source_line_of(frame->code->source, frame->code->spans[at].start);
  Value names = frame_locals(frame), code = lang_code_value(frame->code), module = lang_import("_frame");
  bool good = !py_is_error(names) && !py_is_error(code) && !py_is_error(module);
  Value arguments[4] = {code, py_int(line), py_object(frame->globals), names};
  Value made = good ? py_call_method(module, "frame", arguments, 4) : PY_ERROR;
  py_drop(names);
  py_drop(code);
  py_drop(module);
  return made;
}
Value generator_get_code(Value self) { return lang_code_value(((Generator *)self.as.object)->code); }
static const PropertyRow generator_properties[] = {
    {"__name__", "the name of its function", generator_get_name, generator_set_name},
    {"__qualname__", "the full name of its function", generator_get_qualified_name, generator_set_qualified_name},
    {"gi_running", "whether it is running now", generator_get_running, NULL},
    {"gi_yieldfrom", "what it takes items from", generator_get_inner, NULL},
    {"gi_frame", "where it stands, or None", generator_get_frame, NULL},
    {"gi_code", "its code", generator_get_code, NULL},
    {0}};

static Value generator_iter(Value self) { return py_keep(self); }
static Value generator_next(Value self) { return generator_send((Generator *)self.as.object, PY_NONE); }

Value lang_generator_result(Value iterator) {
  if (!is_generator(iterator)) return PY_NONE;
  Generator *generator = (Generator *)iterator.as.object;
  Value result = generator->result;
  generator->result = PY_NONE;
  return result;
}

static Value generator_repr(Value self) {
  const Generator *generator = (const Generator *)self.as.object;
  return py_textf("<generator object %s at %s>", py_as_string(generator->qualified_name)->data,
                  py_address_text(generator));
}

bool generator_traverse(Object *self, PyVisit visit, void *context) {
  Generator *generator = (Generator *)self;
  if (generator->result.tag == TAG_OBJECT) visit(generator->result.as.object, context);
  Frame *frame = generator->frame;
  if (!frame || generator->state == GENERATOR_RUNNING) return true;
  for (const Value *v = frame->slots; v < frame->sp; v++)
    if (v->tag == TAG_OBJECT) visit(v->as.object, context);
  if (frame->callable) visit(frame->callable, context);
  return true;
}

void generator_clear(Object *self) {
  Generator *generator = (Generator *)self;
  Value result = generator->result;
  generator->result = PY_NONE;
  py_drop(result);
  if (!generator->frame || generator->state == GENERATOR_RUNNING) return;
  generator_resumed(generator);
  generator_finished(generator, generator->frame->sp, PY_NONE);
}

/* A coroutine that nobody awaited does nothing: the warning says so. */
static void warn_never_awaited(const Generator *generator) {
  Value pending = py_take_pending();
  Value module = lang_import("warnings");
  Value text = py_textf("coroutine '%s' was never awaited", py_as_string(generator->qualified_name)->data);
  Value arguments[2] = {text, py_type_value(&py_RuntimeWarning)};
  bool good = !py_is_error(module) && !py_is_error(text);
  Value done = good ? py_call_method(module, "warn", arguments, 2) : PY_ERROR;
  if (py_is_error(done)) py_clear_pending();
  py_drop(done);
  py_drop(arguments[0]);
  py_drop(arguments[1]);
  py_drop(module);
  if (pending.tag == TAG_OBJECT) py_raise_value(pending);
  py_drop(pending);
}

/* A suspended generator that nobody holds any more still runs its finally blocks. The caller holds it. */
static void finish(Generator *generator) {
  if (!generator->frame || generator->state != GENERATOR_SUSPENDED || !generator->frame->code->protection_count) return;
  Value pending = py_take_pending(), closed = close_generator(generator);
  if (py_is_error(closed)) py_clear_pending();
  else py_drop(closed);
  if (pending.tag == TAG_OBJECT) py_raise_value(pending);
  py_drop(pending);
}
void generator_finish_garbage(Object *object) {
  if (object->type->dealloc == generator_dealloc) finish((Generator *)object);
}

void generator_dealloc(Object *self) {
  Generator *generator = (Generator *)self;
  if (generator->kind == COROUTINE && generator->state == GENERATOR_CREATED && frame_current && lang_import) {
    self->references = 1;
    warn_never_awaited(generator);
    self->references = 0;
  }
  self->references = 1;
  finish(generator);
  self->references = 0;
  generator_clear(self);
  lang_code_release(generator->code);
  py_drop(generator->name);
  py_drop(generator->qualified_name);
}

Type lang_generator_type = {.name = "generator",
                            .module = "builtins",
                            .size = sizeof(Generator),
                            .iter = generator_iter,
                            .next = generator_next,
                            .repr = generator_repr,
                            .traverse = generator_traverse,
                            .clear = generator_clear,
                            .dealloc = generator_dealloc,
                            .methods = generator_methods,
                            .more_methods = generator_shared_methods,
                            .properties = generator_properties};
