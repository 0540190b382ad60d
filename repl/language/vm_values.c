/* What instructions do with values when it is more than a line or two. */
#include <string.h>

#include "engine/core/interrupt.h"
#include "repl/language/function.h"
#include "repl/language/vm.h"
#include "repl/types/exception_types.h"
#include "repl/types/protocol.h"
#include "repl/types/str.h"

/* ---- Unpacking ---- */

static Value iterate(Value value) {
  Value iterator = py_iter(value);
  const Type *type = py_type_of(value);
  if (py_is_error(iterator) && py_pending_is(&py_TypeError) && !type->iter && !type->getitem) {
    py_clear_pending();
    return py_raise(&py_TypeError, "cannot unpack non-iterable %s object", py_type_label(py_type_of(value)));
  }
  return iterator;
}

static bool too_many(int expected) {
  py_raise(&py_ValueError, "too many values to unpack (expected %d)", expected);
  return false;
}

bool vm_unpack(Value value, int count, Value *out) {
  const Value *items;
  int64_t length;
  bool exact =
      value.tag == TAG_OBJECT && (value.as.object->type == &py_tuple_type || value.as.object->type == &py_list_type);
  if (exact && py_sequence(value, &items, &length)) {
    if (length > count) return too_many(count);
    if (length < count) {
      py_raise(&py_ValueError, "not enough values to unpack (expected %d, got %lld)", count, (long long)length);
      return false;
    }
    for (int i = 0; i < count; i++) out[count - 1 - i] = py_keep(items[i]);
    return true;
  }
  Value iterator = iterate(value);
  if (py_is_error(iterator)) return false;
  int got = 0;
  bool good = true;
  for (; got < count && good; got++) {
    Value item = py_next(iterator);
    if (item.tag == TAG_UNDEFINED) {
      py_raise(&py_ValueError, "not enough values to unpack (expected %d, got %d)", count, got);
      good = false;
    } else if (py_is_error(item)) {
      good = false;
    } else {
      out[count - 1 - got] = item;
      continue;
    }
    break;
  }
  if (good) {
    Value more = py_next(iterator);
    if (more.tag != TAG_UNDEFINED) {
      good = false;
      if (!py_is_error(more)) too_many(count);
      py_drop(more);
    }
  }
  py_drop(iterator);
  if (!good)
    for (int i = 0; i < got; i++) py_drop(out[count - 1 - i]);
  return good;
}

bool vm_unpack_star(Value value, int before, int after, Value *out) {
  Value iterator = iterate(value);
  if (py_is_error(iterator)) return false;
  py_drop(iterator);
  Value list = py_to_list(value);
  if (py_is_error(list)) return false;
  const List *all = py_as_list(list);
  if (all->count < before + after) {
    py_raise(&py_ValueError, "not enough values to unpack (expected at least %d, got %lld)", before + after,
             (long long)all->count);
    py_drop(list);
    return false;
  }
  int64_t middle = all->count - before - after;
  Value starred = py_list(middle);
  for (int64_t i = 0; !py_is_error(starred) && i < middle; i++)
    py_list_append(py_as_list(starred), all->items[before + i]);
  if (py_is_error(starred)) {
    py_drop(list);
    return false;
  }
  int total = before + after + 1;
  for (int i = 0; i < before; i++) out[total - 1 - i] = py_keep(all->items[i]);
  out[after] = starred;
  for (int i = 0; i < after; i++) out[after - 1 - i] = py_keep(all->items[before + middle + i]);
  py_drop(list);
  return true;
}

/* ---- Text ---- */

/* ascii(): repr with escapes for all that is not ASCII. */
static Value ascii_of(Value value) {
  Value repr = py_repr(value);
  if (py_is_error(repr)) return repr;
  const String *text = py_as_string(repr);
  if (text->count == text->length) return repr;
  Text out = {0};
  for (int64_t i = 0; i < text->length;) {
    unsigned char c = (unsigned char)text->data[i];
    int length = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    uint32_t code = length == 1 ? c : c & (0x7Fu >> length);
    for (int j = 1; j < length; j++) code = code << 6 | ((unsigned char)text->data[i + j] & 0x3F);
    i += length;
    if (code < 0x80) text_add_char(&out, (char)code);
    else text_addf(&out, code < 0x100 ? "\\x%02x" : code < 0x10000 ? "\\u%04x" : "\\U%08x", code);
  }
  py_drop(repr);
  return py_text_take(&out);
}

Value vm_format(Value value, int conversion, Value spec) {
  const String *form = spec.tag == TAG_UNDEFINED ? NULL : py_as_string(spec);
  bool plain = !form || form->length == 0;
  if (!conversion) {
    if (plain && value.tag == TAG_OBJECT && value.as.object->type == &py_str_type) return py_keep(value);
    return py_format(value, form ? form->data : "", form ? (size_t)form->length : 0);
  }
  Value text = conversion == 'r' ? py_repr(value) : conversion == 's' ? py_str(value) : ascii_of(value);
  if (plain || py_is_error(text)) return text;
  Value formatted = py_format(text, form->data, (size_t)form->length);
  py_drop(text);
  return formatted;
}

/* ---- The cell of __class__ ---- */

static bool is_cell(Value value) { return value.tag == TAG_OBJECT && value.as.object->type == &lang_cell_type; }

bool vm_set_class_cell(Value cell, Value class) {
  if (!is_cell(cell)) {
    py_raise(&py_TypeError, "__classcell__ must be a nonlocal cell, not <class '%s'>",
             py_type_label(py_type_of(cell)));
    return false;
  }
  Value old = ((Cell *)cell.as.object)->value;
  ((Cell *)cell.as.object)->value = py_keep(class);
  py_drop(old);
  return true;
}

Value vm_build_string(const Value *parts, int count) { return str_concat(parts, count); }

/* ---- Unpacking into displays and calls ---- */

/* "f() argument after * must be an iterable, not int": how messages name what is called. */
static void add_callee(Text *text, Value callee) {
  Value name = py_find_attr(callee, py_intern("__qualname__")), module = PY_NONE;
  if (py_is_error(name)) py_clear_pending();
  if (py_is_str(name)) module = py_find_attr(callee, py_intern("__module__"));
  if (py_is_error(module)) py_clear_pending();
  if (py_is_str(module) && strcmp(py_as_string(module)->data, "builtins") != 0)
    text_addf(text, "%s.", py_as_string(module)->data);
  if (py_is_str(name)) text_addf(text, "%s()", py_as_string(name)->data);
  else if (!py_str_to(text, callee)) py_clear_pending();
  py_drop(name);
  py_drop(module);
}

bool vm_list_extend(Value list, Value other, bool call, Value callee) {
  Value iterator = py_iter(other);
  if (py_is_error(iterator)) {
    if (!py_pending_is(&py_TypeError)) return false;
    const Type *type = py_type_of(other);
    if (type->iter || type->getitem) return false;
    py_clear_pending();
    if (!call) {
      py_raise(&py_TypeError, "Value after * must be an iterable, not %s", py_type_label(py_type_of(other)));
      return false;
    }
    Text name = {0};
    add_callee(&name, callee);
    py_raise(&py_TypeError, "%s argument after * must be an iterable, not %s", text_string(&name),
             py_type_label(py_type_of(other)));
    text_free(&name);
    return false;
  }
  bool good = py_list_extend(py_as_list(list), iterator);
  py_drop(iterator);
  return good;
}

/* Whether a value can stand behind **: a dict, or something with keys(). */
static bool is_mapping(Value value) {
  if (py_is_dict(value)) return true;
  Value keys = py_find_attr(value, py_intern("keys"));
  if (py_is_error(keys)) py_clear_pending();
  bool has = keys.tag > TAG_UNDEFINED;
  py_drop(keys);
  return has;
}

bool vm_dict_update(Value dict, Value other) {
  if (is_mapping(other)) return py_dict_update(py_as_dict(dict), other);
  py_raise(&py_TypeError, "'%s' object is not a mapping", py_type_label(py_type_of(other)));
  return false;
}

bool vm_dict_merge(Value callee, Value dict, Value other) {
  Text name = {0};
  bool good = false;
  Value added = PY_UNDEFINED, key, value;
  if (!is_mapping(other)) {
    add_callee(&name, callee);
    py_raise(&py_TypeError, "%s argument after ** must be a mapping, not %s", text_string(&name),
             py_type_label(py_type_of(other)));
    goto end;
  }
  added = py_dict();
  if (py_is_error(added) || !py_dict_update(py_as_dict(added), other)) goto end;
  for (int64_t i = 0; py_dict_next(py_as_dict(added), &i, &key, &value);) {
    Value held = py_dict_find(py_as_dict(dict), key);
    if (py_is_error(held)) goto end;
    if (held.tag != TAG_UNDEFINED) {
      add_callee(&name, callee);
      Value shown = py_str(key);
      if (!py_is_error(shown))
        py_raise(&py_TypeError, "%s got multiple values for keyword argument '%s'", text_string(&name),
                 py_as_string(shown)->data);
      py_drop(shown);
      goto end;
    }
    if (!py_is_str(key)) {
      py_raise(&py_TypeError, "keywords must be strings");
      goto end;
    }
    if (!py_dict_set(py_as_dict(dict), key, value)) goto end;
  }
  good = true;
end:
  text_free(&name);
  py_drop(added);
  return good;
}

/* ---- Classes ---- */

/* The bases with those that are no classes replaced by what their __mro_entries__ says: a new tuple. */
static Value resolve_bases(Value bases) {
  const Tuple *written = py_as_tuple(bases);
  bool replaced = false;
  for (int64_t i = 0; i < written->count; i++) replaced = replaced || !py_is_type(written->items[i]);
  if (!replaced) return py_keep(bases);
  Value list = py_list(written->count);
  for (int64_t i = 0; !py_is_error(list) && i < written->count; i++) {
    Value base = written->items[i];
    Value hook = py_is_type(base) ? PY_UNDEFINED : py_find_attr(base, py_intern("__mro_entries__"));
    Value entries = py_is_error(hook)          ? hook
                    : py_is_undefined(hook) ? py_tuple_of(1, base)
                                            : py_call_values(hook, &bases, 1);
    py_drop(hook);
    bool good = !py_is_error(entries) && py_list_extend(py_as_list(list), entries);
    py_drop(entries);
    if (good) continue;
    py_drop(list);
    return PY_ERROR;
  }
  if (py_is_error(list)) return list;
  Value tuple = py_to_tuple(list);
  py_drop(list);
  return tuple;
}

/* Calls with keyword arguments from a dict, or none. */
static Value call_named(Value callee, const Value *positional, int positional_count, Value keywords) {
  int count = py_is_dict(keywords) ? (int)py_as_dict(keywords)->count : 0, given = 0;
  String *names[count + 1];
  Value values[count + 1], key, value;
  for (int64_t i = 0; count && py_dict_next(py_as_dict(keywords), &i, &key, &value);) {
    names[given] = py_as_string(key);
    values[given++] = value;
  }
  return py_call(callee, &(Arguments){.positional = positional, .count = positional_count, .keyword_names = names,
                                      .keyword_values = values, .keyword_count = given});
}

/* The dict that the body fills: what the metaclass's __prepare__ gives. The metaclass may be any callable. */
static Value prepare(Value metaclass, String *name, Value bases, Value keywords) {
  if (metaclass.as.object == &py_type_type.head) return py_dict();
  Value hook = py_find_attr(metaclass, py_intern("__prepare__"));
  if (py_is_error(hook)) return hook;
  if (py_is_undefined(hook)) return py_dict();
  Value made = call_named(hook, (const Value[]){py_object(name), bases}, 2, keywords);
  py_drop(hook);
  if (py_is_error(made) || py_is_dict(made)) return made;
  py_raise(&py_TypeError, "%s.__prepare__() must return a mapping, not %s",
           py_is_type(metaclass) ? py_as_type(metaclass)->name : "<metaclass>", py_type_label(py_type_of(made)));
  py_drop(made);
  return PY_ERROR;
}

Value vm_build_class(Frame *frame, Value body, Value written, Value keywords, String *name) {
  Value bases = resolve_bases(written), given = PY_UNDEFINED, names = PY_ERROR, cell = PY_ERROR, class = PY_ERROR;
  if (py_is_error(bases)) return bases;
  Type *metaclass = NULL;
  if (py_is_dict(keywords)) {
    Value key = py_object(py_intern("metaclass"));
    given = py_keep(py_dict_find(py_as_dict(keywords), key));
    if (!py_is_undefined(given)) py_dict_delete(py_as_dict(keywords), key);
  }
  if (py_is_undefined(given) && py_as_tuple(bases)->count) /* the type of a base that is no class is called, too */
    given = py_type_value(py_type_of(py_as_tuple(bases)->items[0]));
  bool calls = !py_is_undefined(given) && !py_is_type(given); /* any callable will do */
  if (!calls) metaclass = py_class_winner(py_is_undefined(given) ? NULL : py_as_type(given), bases);
  if (metaclass && !metaclass->meta) calls = true;
  if (calls || metaclass) names = prepare(calls ? given : py_object(metaclass), name, bases, keywords);
  Frame *callee = py_is_error(names) ? NULL : function_frame((Function *)body.as.object, &(Arguments){0});
  if (callee) {
    callee->names = py_as_dict(names);
    cell = vm_enter(callee);
  }
  if (!py_is_error(cell)) {
    bool good = bases.as.object == written.as.object ||
                py_dict_set_name(py_as_dict(names), "__orig_bases__", written);
    if (good && is_cell(cell)) good = py_dict_set_name(py_as_dict(names), "__classcell__", cell);
    if (good && calls) class = call_named(given, (const Value[]){py_object(name), bases, names}, 3, keywords);
    else if (good) class = py_class_build(metaclass, name, bases, names, keywords);
  }
  /* type.__new__ has done it, unless the metaclass has kept the cell from it. */
  if (py_is_type(class) && is_cell(cell) && !vm_set_class_cell(cell, class)) {
    py_drop(class);
    class = PY_ERROR;
  }
  const Value held[] = {bases, given, names, cell};
  for (int i = 0; i < 4; i++) py_drop(held[i]);
  return class;
}

/* ---- with ---- */

/* Special methods are the class's, whatever the instance calls so. */
static Value special(Value manager, const char *name) {
  Type *type = py_type_of(manager);
  if (!type->heap) return py_find_attr(manager, py_intern(name));
  Value found = py_type_lookup(type, py_intern(name));
  if (found.tag == TAG_OBJECT && found.as.object->type->get) return found.as.object->type->get(found, manager, type);
  return py_keep(found);
}

bool vm_with_enter(Value manager, bool async, Value *exit, Value *entered) {
  const char *what = async ? "asynchronous context manager" : "context manager";
  Value enter = special(manager, async ? "__aenter__" : "__enter__");
  if (py_is_error(enter)) return false;
  if (py_is_undefined(enter)) {
    py_raise(&py_TypeError, "'%s' object does not support the %s protocol", py_type_label(py_type_of(manager)), what);
    return false;
  }
  const char *leave = async ? "__aexit__" : "__exit__";
  *exit = special(manager, leave);
  if (py_is_undefined(*exit))
    py_raise(&py_TypeError, "'%s' object does not support the %s protocol (missed %s method)",
             py_type_label(py_type_of(manager)), what, leave);
  if (exit->tag <= TAG_UNDEFINED) {
    py_drop(enter);
    return false;
  }
  *entered = py_call_values(enter, NULL, 0);
  py_drop(enter);
  if (!py_is_error(*entered)) return true;
  py_drop(*exit);
  return false;
}

Value vm_with_except(Value exit, Value exception) {
  Value arguments[3] = {py_type_value(exception.as.object->type), exception,
                        exception_traceback((const Exception *)exception.as.object)};
  Value result = py_is_error(arguments[2]) ? PY_ERROR : py_call_values(exit, arguments, 3);
  py_drop(arguments[0]);
  py_drop(arguments[2]);
  return result;
}

/* ---- Raising ---- */

void vm_raise(Value value, Value cause, bool has_cause) {
  Value fixed_cause = PY_NONE;
  if (has_cause) {
    if (py_is_exception_class(cause)) {
      fixed_cause = py_call_values(cause, NULL, 0);
      if (py_is_error(fixed_cause)) return;
    } else if (py_is_exception(cause) || py_is_none(cause)) {
      fixed_cause = py_keep(cause);
    } else {
      py_raise(&py_TypeError, "exception causes must derive from BaseException");
      return;
    }
  }
  if (py_is_exception(value)) py_renew_context(value);
  py_raise_value(value);
  Exception *exception = py_pending_exception();
  if (!has_cause || !exception) {
    py_drop(fixed_cause);
    return;
  }
  Value old = exception->cause;
  exception->cause = fixed_cause;
  exception->suppress_context = true;
  py_drop(old);
}

void (*lang_raise_observer)(const char *file, int line);

void vm_observe_raise(const Code *code, const Instruction *pc) {
  const char *file = code->source->file->data;
  if (strncmp(file, "<nnsh ", 6) == 0) lang_raise_observer(file, code_place(code, pc).line);
}

void vm_assert_fail(Value message) {
  Value class = py_type_value(&py_AssertionError);
  Value exception = py_call_values(class, &message, message.tag != TAG_UNDEFINED);
  if (!py_is_error(exception)) py_raise_value(exception);
  py_drop(exception);
  py_drop(class);
}

void vm_interrupt(void) {
  core_interrupt_take();
  Value class = py_type_value(&py_KeyboardInterrupt);
  py_raise_value(class);
  py_drop(class);
}
