/* Binding the arguments of a call to a function's parameters, with CPython's texts for what does not fit. */
#include <stdio.h>
#include <string.h>

#include "engine/core/signature.h"
#include "repl/language/function.h"
#include "repl/types/protocol.h"

static const char *shown_name(const Function *f) {
  return py_is_str(f->qualified_name) ? py_as_string(f->qualified_name)->data : f->code->name->data;
}

static int default_count(const Function *f) {
  return py_is_tuple(f->defaults) ? (int)py_as_tuple(f->defaults)->count : 0;
}

/* "f() takes 2 positional arguments but 3 were given" */
static void fail_too_many(const Function *f, int given, const Value *slots) {
  const Code *code = f->code;
  int keyword_only_given = 0;
  for (int i = code->positional; i < code->positional + code->keyword_only; i++)
    keyword_only_given += slots[i].tag != TAG_UNDEFINED;
  int defaults = default_count(f);
  char takes[64], extra[96] = "";
  if (defaults) snprintf(takes, sizeof takes, "from %d to %d", code->positional - defaults, code->positional);
  else snprintf(takes, sizeof takes, "%d", code->positional);
  bool plural = defaults || code->positional != 1;
  if (keyword_only_given)
    snprintf(extra, sizeof extra, " positional argument%s (and %d keyword-only argument%s)", given != 1 ? "s" : "",
             keyword_only_given, keyword_only_given != 1 ? "s" : "");
  py_raise(&py_TypeError, "%s() takes %s positional argument%s but %d%s %s given", shown_name(f), takes,
           plural ? "s" : "", given, extra, given == 1 && !keyword_only_given ? "was" : "were");
}

/* "f() missing 2 required positional arguments: 'x' and 'y'" */
static void fail_missing(const Function *f, const Value *slots, int from, int to, const char *kind) {
  int missing = 0, named = 0;
  for (int i = from; i < to; i++) missing += slots[i].tag == TAG_UNDEFINED;
  Text names = {0};
  for (int i = from; i < to; i++) {
    if (slots[i].tag != TAG_UNDEFINED) continue;
    if (named) text_add(&names, missing == 2 ? " and " : named == missing - 1 ? ", and " : ", ");
    text_addf(&names, "'%s'", f->code->slot_names[i]->data);
    named++;
  }
  py_raise(&py_TypeError, "%s() missing %d required %s argument%s: %s", shown_name(f), missing, kind,
           missing == 1 ? "" : "s", text_string(&names));
  text_free(&names);
}

/* Names of positional-only parameters that were given by keyword: a list of its own in the message. */
static bool fail_positional_only(const Function *f, const Arguments *arguments) {
  Text names = {0};
  for (int i = 0; i < f->code->positional_only; i++) {
    for (int k = 0; k < arguments->keyword_count; k++) {
      if (strcmp(arguments->keyword_names[k]->data, f->code->slot_names[i]->data) != 0) continue;
      if (names.length) text_add(&names, ", ");
      text_add(&names, f->code->slot_names[i]->data);
    }
  }
  bool any = names.length > 0;
  if (any)
    py_raise(&py_TypeError, "%s() got some positional-only arguments passed as keyword arguments: '%s'", shown_name(f),
             text_string(&names));
  text_free(&names);
  return any;
}

static void fail_unexpected(const Function *f, const char *name) {
  py_raise(&py_TypeError, "%s() got an unexpected keyword argument '%s'", shown_name(f), name);
  const Code *code = f->code;
  const char *best = NULL;
  int nearest = 3;
  for (int i = code->positional_only; i < code->positional + code->keyword_only; i++) {
    int distance = name_distance(name, code->slot_names[i]->data);
    if (distance >= nearest || distance >= (int)code->slot_names[i]->length) continue;
    nearest = distance;
    best = code->slot_names[i]->data;
  }
  if (best) py_hint("Did you mean: '%s'?", best);
}

static bool same_name(const String *a, const String *b) {
  return a == b ||
         ((!a->interned || !b->interned) && a->length == b->length && memcmp(a->data, b->data, (size_t)a->length) == 0);
}

static bool bind_keywords(Function *f, const Arguments *arguments, Value *slots) {
  const Code *code = f->code;
  for (int k = 0; k < arguments->keyword_count; k++) {
    String *name = arguments->keyword_names[k];
    int slot = code->positional_only, end = code->positional + code->keyword_only;
    while (slot < end && !same_name(code->slot_names[slot], name)) slot++;
    if (slot < end) {
      if (slots[slot].tag != TAG_UNDEFINED) {
        py_raise(&py_TypeError, "%s() got multiple values for argument '%s'", shown_name(f), name->data);
        return false;
      }
      slots[slot] = py_keep(arguments->keyword_values[k]);
      continue;
    }
    if (code->keywords < 0) {
      if (!code->positional_only || !fail_positional_only(f, arguments)) fail_unexpected(f, name->data);
      return false;
    }
    if (!py_dict_set(py_as_dict(slots[code->keywords]), py_object(name), arguments->keyword_values[k])) return false;
  }
  return true;
}

static bool bind_defaults(Function *f, int given, Value *slots) {
  const Code *code = f->code;
  if (given < code->positional) {
    int defaults = default_count(f), first = code->positional - defaults;
    for (int i = given < first ? first : given; i < code->positional; i++)
      if (slots[i].tag == TAG_UNDEFINED) slots[i] = py_keep(py_as_tuple(f->defaults)->items[i - first]);
    for (int i = 0; i < first; i++) {
      if (slots[i].tag != TAG_UNDEFINED) continue;
      fail_missing(f, slots, 0, first, "positional");
      return false;
    }
  }
  bool missing = false;
  for (int i = code->positional; i < code->positional + code->keyword_only; i++) {
    if (slots[i].tag != TAG_UNDEFINED) continue;
    Value fallback = py_is_dict(f->keyword_defaults)
                         ? py_dict_find_name(py_as_dict(f->keyword_defaults), code->slot_names[i]) : PY_UNDEFINED;
    if (fallback.tag == TAG_UNDEFINED) missing = true;
    else slots[i] = py_keep(fallback);
  }
  if (missing) fail_missing(f, slots, code->positional, code->positional + code->keyword_only, "keyword-only");
  return !missing;
}

static bool bind(Function *f, const Arguments *arguments, Value *slots) {
  const Code *code = f->code;
  int given = arguments->count < code->positional ? arguments->count : code->positional;
  for (int i = 0; i < given; i++) slots[i] = py_keep(arguments->positional[i]);
  if (code->keywords >= 0 && py_is_error(slots[code->keywords] = py_dict())) return false;
  if (code->rest >= 0) {
    int extra = arguments->count - given;
    slots[code->rest] = py_tuple_copy(extra ? arguments->positional + given : NULL, extra);
    if (py_is_error(slots[code->rest])) return false;
  }
  if (arguments->keyword_count && !bind_keywords(f, arguments, slots)) return false;
  if (arguments->count > code->positional && code->rest < 0) {
    fail_too_many(f, arguments->count, slots);
    return false;
  }
  return bind_defaults(f, given, slots);
}

void (*lang_call_observer)(const char *file, const char *qualified_name);

static void observe(Code *code) {
  code->observed = true;
  const char *file = code->source->file->data;
  if (strncmp(file, "<nnsh ", 6) == 0) lang_call_observer(file, code->qualified_name->data);
}

Frame *function_frame(Function *f, const Arguments *arguments) {
  Code *code = f->code;
  if (lang_call_observer && !code->observed) observe(code);
  Frame *frame = frame_push(code);
  if (!frame) return NULL;
  if (code->simple && arguments->count == code->positional && arguments->keyword_count == 0) {
    int at = 0;
    for (; at < arguments->count; at++) frame->slots[at] = py_keep(arguments->positional[at]);
    for (; at < code->first_free; at++) frame->slots[at] = PY_UNDEFINED;
    goto bound;
  }
  for (int i = 0; i < code->slots; i++) frame->slots[i] = PY_UNDEFINED;
  if (!bind(f, arguments, frame->slots)) {
    frame_clear(frame, frame->slots + code->slots);
    frame_pop(frame);
    return NULL;
  }
bound:
  for (int i = 0; i < code->free_count; i++)
    frame->slots[code->first_free + i] = py_keep(py_as_tuple(f->closure)->items[i]);
  frame->callable = &f->head;
  f->head.references++;
  frame->globals = f->globals;
  frame->pc = code->instructions;
  frame->sp = frame->slots + code->slots;
  return frame;
}
