/* The native half of warnings, traceback and inspect: who called, what a function takes, where its text is. */
#include <string.h>

#include "repl/language/async.h"
#include "repl/language/function.h"
#include "repl/language/language.h"
#include "repl/modules/modules.h"

/* Frames of modules that come with nnsh do not count as callers. */
static bool is_embedded(const Frame *frame) {
  return strncmp(frame->code->source->file->data, "<nnsh ", 6) == 0;
}
static Value line_text(const Source *source, int line) {
  const char *text;
  size_t length;
  return source_line(source, line, &text, &length) ? py_text_bytes(text, length) : PY_NONE;
}

/* caller(level): (file, line, function, text of the line) of the level-th frame of the user's, from 1; None where there
 * are not as many. */
static Value frames_caller(const NativeRow *row, Value *arguments) {
  int64_t level;
  if (!py_as_int(arguments[0], &level)) return PY_ERROR;
  for (const Frame *frame = frame_current; frame; frame = frame->back) {
    if (is_embedded(frame) || --level > 0) continue;
    const Code *code = frame->code;
    int64_t at = frame->pc - code->instructions;
    if (at < 0 || at >= code->count) at = 0;
    int line = source_line_of(code->source, code->spans[at].start);
    Value file = py_text(code->source->file->data), name = py_text(code->name->data);
    Value text = line_text(code->source, line);
    bool good = !py_is_error(file) && !py_is_error(name) && !py_is_error(text);
    Value made = good ? py_tuple_of(4, file, py_int(line), name, text) : PY_ERROR;
    py_drop(file);
    py_drop(name);
    py_drop(text);
    return made;
  }
  return PY_NONE;
}

/* names(): the names of the nearest frame of the user's and their values, the module's below them, as one new dict. */
static Value frames_names(const NativeRow *row, Value *arguments) {
  for (Frame *frame = frame_current; frame; frame = frame->back) {
    if (is_embedded(frame)) continue;
    Value made = py_dict();
    Value locals = py_is_error(made) ? PY_ERROR : frame_locals(frame);
    Value globals = {.tag = TAG_OBJECT, .as.object = &frame->globals->head};
    bool good = !py_is_error(locals) && py_dict_update(py_as_dict(made), globals) &&
                py_dict_update(py_as_dict(made), locals);
    py_drop(locals);
    if (good) return made;
    py_drop(made);
    return PY_ERROR;
  }
  return py_dict();
}

/* trace(exception): the lines of its traceback, innermost last: (file, line, function, text or None). */
static Value frames_trace(const NativeRow *row, Value *arguments) {
  if (!py_is_exception(arguments[0])) return py_raise(&py_TypeError, "an exception is wanted");
  Exception *exception = (Exception *)arguments[0].as.object;
  Value list = py_list(exception->trace_count);
  for (int i = exception->trace_count - 1; !py_is_error(list) && i >= 0; i--) {
    const TraceEntry *entry = &exception->trace[i];
    if (strncmp(entry->file->data, "<nnsh ", 6) == 0) continue;
    const Source *source = source_find(entry->file, entry->line);
    Value text = source ? line_text(source, entry->line) : PY_NONE;
    Value file = py_text(entry->file->data), name = py_text(entry->function->data);
    bool good = !py_is_error(file) && !py_is_error(name) && !py_is_error(text);
    Value item = good ? py_tuple_of(4, file, py_int(entry->line), name, text) : PY_ERROR;
    py_drop(file);
    py_drop(name);
    py_drop(text);
    if (py_list_append_steal(py_as_list(list), item)) continue;
    py_drop(list);
    list = PY_ERROR;
  }
  return list;
}
/* format(exception): the whole text that an uncaught one prints. */
static Value frames_format(const NativeRow *row, Value *arguments) {
  if (!py_is_exception(arguments[0])) return py_raise(&py_TypeError, "an exception is wanted");
  Text text = {0};
  lang_traceback(&text, (Exception *)arguments[0].as.object);
  return py_text_take(&text);
}
/* line(exception): "ValueError: text". */
static Value frames_line(const NativeRow *row, Value *arguments) {
  if (!py_is_exception(arguments[0])) return py_raise(&py_TypeError, "an exception is wanted");
  Text text = {0};
  py_exception_line(&text, (Exception *)arguments[0].as.object);
  return py_text_take(&text);
}
/* handled(): the exception that is being handled, or None. */
static Value frames_handled(const NativeRow *row, Value *arguments) { return py_keep(py_handled()); }

static bool add_parameter(Value list, const Code *code, int slot, const char *kind, Value fallback) {
  Value name = py_text(code->slot_names[slot]->data), shown = py_text(kind);
  bool given = !py_is_undefined(fallback);
  Value item = py_is_error(name) || py_is_error(shown)
                   ? PY_ERROR
                   : py_tuple_of(4, name, shown, py_bool(given), given ? fallback : PY_NONE);
  py_drop(name);
  py_drop(shown);
  return py_list_append_steal(py_as_list(list), item);
}
/* parameters(function): (name, kind, whether there is a default, the default) each; None for what is no function of
 * the language. Kinds: 'only', 'plain', 'rest', 'key', 'keywords'. */
static Value frames_parameters(const NativeRow *row, Value *arguments) {
  if (!is_function(arguments[0])) return PY_NONE;
  const Function *function = (const Function *)arguments[0].as.object;
  const Code *code = function->code;
  Value list = py_list(4);
  if (py_is_error(list)) return list;
  Tuple *defaults = py_is_tuple(function->defaults) ? py_as_tuple(function->defaults) : NULL;
  int first_default = code->positional - (defaults ? (int)defaults->count : 0);
  bool good = true;
  for (int i = 0; good && i < code->positional; i++)
    good = add_parameter(list, code, i, i < code->positional_only ? "only" : "plain",
                         i >= first_default ? defaults->items[i - first_default] : PY_UNDEFINED);
  if (good && code->rest >= 0) good = add_parameter(list, code, code->rest, "rest", PY_UNDEFINED);
  for (int i = code->positional; good && i < code->positional + code->keyword_only; i++) {
    Value fallback = py_is_dict(function->keyword_defaults)
                         ? py_dict_find_name(py_as_dict(function->keyword_defaults), code->slot_names[i])
                         : PY_UNDEFINED;
    good = add_parameter(list, code, i, "key", fallback);
  }
  if (good && code->keywords >= 0) good = add_parameter(list, code, code->keywords, "keywords", PY_UNDEFINED);
  if (good) return list;
  py_drop(list);
  return PY_ERROR;
}
/* place(function): (file, first line, whole text of the file, whether it is a generator); None likewise. */
static Value frames_place(const NativeRow *row, Value *arguments) {
  if (!is_function(arguments[0])) return PY_NONE;
  const Code *code = ((const Function *)arguments[0].as.object)->code;
  Value file = py_text(code->source->file->data), text = py_text_bytes(code->source->text, code->source->length);
  Value made = py_is_error(file) || py_is_error(text)
                   ? PY_ERROR
                   : py_tuple_of(5, file, py_int(code->first_line), text,
                                 py_bool(code->kind == CODE_GENERATOR && code->makes == PLAIN_GENERATOR),
                                 py_int(code->source->first_line));
  py_drop(file);
  py_drop(text);
  return made;
}

/* frames(): (code, line, globals, locals) of every frame of the user's, innermost first. */
static Value frames_frames(const NativeRow *row, Value *arguments) {
  Value list = py_list(8);
  for (Frame *frame = frame_current; frame && !py_is_error(list); frame = frame->back) {
    if (is_embedded(frame)) continue;
    int64_t at = frame->pc - frame->code->instructions;
    if (at < 0 || at >= frame->code->count) at = 0;
    Value code = lang_code_value(frame->code), names = frame_locals(frame);
    bool good = !py_is_error(code) && !py_is_error(names);
    Value made = good ? py_tuple_of(4, code, py_int(source_line_of(frame->code->source, frame->code->spans[at].start)),
                                    py_object(frame->globals), names)
                      : PY_ERROR;
    py_drop(code);
    py_drop(names);
    if (py_list_append_steal(py_as_list(list), made)) continue;
    py_drop(list);
    return PY_ERROR;
  }
  return list;
}

/* state(generator, attribute): where a generator, coroutine or asynchronous generator stands; `attribute` is the first
 * that Python asks for, which others lack. */
static Value frames_state(const NativeRow *row, Value *arguments) {
  static const char *const names[] = {[GENERATOR_CREATED] = "CREATED", [GENERATOR_SUSPENDED] = "SUSPENDED",
                                      [GENERATOR_RUNNING] = "RUNNING", [GENERATOR_FINISHED] = "CLOSED"};
  const Type *type = py_type_of(arguments[0]);
  const char *attribute;
  if (!py_as_text(arguments[1], &attribute)) return PY_ERROR;
  if (type != &lang_generator_type && type != &lang_coroutine_type && type != &lang_async_generator_type)
    return py_raise(&py_AttributeError, "'%s' object has no attribute '%s'", type->name, attribute);
  return py_text(names[((const Generator *)arguments[0].as.object)->state]);
}

/* What handlers of `except*` have left goes on: what is being handled is no context of it. */
static Value raise_left(const NativeRow *row, Value *arguments) {
  Value handled = py_set_handled(PY_NONE);
  Value raised = py_raise_value(arguments[0]);
  py_set_handled(handled);
  return raised;
}
static const NativeRow rows[] = {
    {"frames", "", "What runs.", frames_frames, NULL},
    {"state", "generator, attribute, /", "Where a generator stands.", frames_state, NULL},
    {"caller", "level, /", "Where the user's code called.", frames_caller, NULL},
    {"names", "", "The names of the user's frame.", frames_names, NULL},
    {"trace", "exception, /", "The lines of a traceback.", frames_trace, NULL},
    {"format", "exception, /", "A traceback as text.", frames_format, NULL},
    {"line", "exception, /", "The last line of a traceback.", frames_line, NULL},
    {"handled", "", "The exception that is being handled.", frames_handled, NULL},
    {"parameters", "function, /", "What a function takes.", frames_parameters, NULL},
    {"place", "function, /", "Where a function's text is.", frames_place, NULL},
    {"raise_left", "exception, /", "Raises an exception with the context that it has.", raise_left, NULL},
    {0},
};
const ModuleRow frames_module_rows[] = {{.name = "_frames", .help = "Frames and functions.", .functions = rows}, {0}};
