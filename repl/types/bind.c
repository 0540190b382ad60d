/* Binding of arguments to a signature, with CPython's texts for what does not fit: those of functions written in
 * Python, and, for builtins, those of CPython's own C functions. */
#include <string.h>

#include "engine/core/signature.h"
#include "repl/types/containers.h"
#include "repl/types/exception.h"
#include "repl/types/function.h"
#include "repl/types/protocol.h"

void function_drop(Value *slots, int count) {
  for (int i = 0; i < count; i++) py_drop(slots[i]);
}

/* "'a'", "'a' and 'b'", "'a', 'b', and 'c'" */
static void add_names(Text *text, const Signature *signature, const int *missing, int count) {
  for (int i = 0; i < count; i++) {
    const char *before = i == 0 ? "" : count == 2 ? " and " : i == count - 1 ? ", and " : ", ";
    text_addf(text, "%s'%s'", before, signature->parameters[missing[i]].name);
  }
}

static void raise_missing(const Signature *signature, const BindNames *names, const int *missing, int count,
                          const char *kind) {
  Text text = {0};
  add_names(&text, signature, missing, count);
  py_raise(&py_TypeError, "%s() missing %d required %s argument%s: %s", names->function, count, kind,
           count == 1 ? "" : "s", text_string(&text));
  text_free(&text);
}

static bool is_positional_only(const Signature *signature) {
  for (int i = 0; i < signature->count; i++)
    if (signature->parameters[i].kind != PARAMETER_POSITIONAL_ONLY &&
        signature->parameters[i].kind != PARAMETER_KEYWORDS &&
        !(i == 0 && !strcmp(signature->parameters[i].name, "self")))
      return false;
  return true;
}

static int required(const Signature *signature) {
  int count = 0;
  for (int i = 0; i < signature->positional; i++) count += !signature->parameters[i].has_default;
  return count;
}

/* Methods of texts and bytes whose arguments are counted in other words. */
static bool looks_in_text(const BindNames *names) {
  static const char *const known[] = {"find", "rfind", "index", "rindex", "count", "startswith", "endswith"};
  const char *owner = names->owner;
  if (!owner || (strcmp(owner, "str") != 0 && strcmp(owner, "bytes") != 0 && strcmp(owner, "bytearray") != 0))
    return false;
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (strcmp(names->function, known[i]) == 0) return true;
  return false;
}

/* The texts of C functions: "list.append() takes exactly one argument (2 given)", "pop expected at most 1 argument,
 * got 2", "split() takes at most 2 arguments (3 given)". Methods' counts leave self out. */
static void raise_builtin_count(const Signature *signature, const BindNames *names, int given) {
  int self = signature->count > 0 && strcmp(signature->parameters[0].name, "self") == 0;
  int most = signature->positional - self, least = required(signature) - self;
  const char *owner = names->owner ? names->owner : "", *dot = names->owner ? "." : "";
  given -= self;
  if (!is_positional_only(signature)) {
    if (most == 0)
      py_raise(&py_TypeError, "%s() takes no positional arguments", names->function);
    else if (given > most)
      py_raise(&py_TypeError, "%s() takes at most %d argument%s (%d given)", names->function, most,
               most == 1 ? "" : "s", given);
    else
      py_raise(&py_TypeError, "%s() missing required argument '%s' (pos %d)", names->function,
               signature->parameters[given + self].name, given + 1);
  } else if (most == 0) {
    py_raise(&py_TypeError, "%s%s%s() takes no arguments (%d given)", owner, dot, names->function, given);
  } else if (most == 1 && least == 1 && !names->constructor) {
    py_raise(&py_TypeError, "%s%s%s() takes exactly one argument (%d given)", owner, dot, names->function, given);
  } else if (looks_in_text(names)) {
    int wanted = given > most ? most : least;
    py_raise(&py_TypeError, "%s() takes at %s %d argument%s (%d given)", names->function,
             given > most ? "most" : "least", wanted, wanted == 1 ? "" : "s", given);
  } else {
    int wanted = given > most ? most : least;
    py_raise(&py_TypeError, "%s expected %s%d argument%s, got %d", names->function,
             most == least ? "" : given > most ? "at most " : "at least ", wanted, wanted == 1 ? "" : "s", given);
  }
}

static void raise_too_many(const Signature *signature, const BindNames *names, int given, const Arguments *arguments) {
  if (names->builtin) {
    raise_builtin_count(signature, names, given);
    return;
  }
  int most = signature->positional + names->implicit, least = required(signature) + names->implicit;
  int keyword_only = 0;
  given += names->implicit;
  for (int i = 0; i < arguments->keyword_count; i++) {
    String *name = arguments->keyword_names[i];
    int at = signature_find(signature, name->data, (int)name->length);
    keyword_only += at >= 0 && signature->parameters[at].kind == PARAMETER_KEYWORD_ONLY;
  }
  Text takes = {0}, was = {0};
  if (least == most)
    text_addf(&takes, "%d positional argument%s", most, most == 1 ? "" : "s");
  else
    text_addf(&takes, "from %d to %d positional arguments", least, most);
  if (keyword_only)
    text_addf(&was, "%d positional argument%s (and %d keyword-only argument%s) were", given, given == 1 ? "" : "s",
              keyword_only, keyword_only == 1 ? "" : "s");
  else
    text_addf(&was, "%d %s", given, given == 1 ? "was" : "were");
  py_raise(&py_TypeError, "%s() takes %s but %s given", names->function, text_string(&takes), text_string(&was));
  text_free(&takes);
  text_free(&was);
}

static void raise_unexpected(const Signature *signature, const BindNames *names, const String *name) {
  bool only_variable = signature->count == 1 && signature->parameters[0].kind == PARAMETER_REST;
  if (names->builtin && (only_variable || is_positional_only(signature))) {
    py_raise(&py_TypeError, "%s%s%s() takes no keyword arguments", names->owner ? names->owner : "",
             names->owner ? "." : "", names->function);
    return;
  }
  if (names->builtin)
    py_raise(&py_TypeError, "'%s' is an invalid keyword argument for %s()", name->data, names->function);
  else
    py_raise(&py_TypeError, "%s() got an unexpected keyword argument '%s'", names->function, name->data);
  const char *best = NULL;
  int best_distance = 3;
  for (int i = 0; i < signature->count; i++) {
    const Parameter *parameter = &signature->parameters[i];
    if (parameter->kind != PARAMETER_NORMAL && parameter->kind != PARAMETER_KEYWORD_ONLY) continue;
    int distance = name_distance(name->data, parameter->name);
    if (distance >= best_distance || distance >= (int)strlen(parameter->name)) continue;
    best_distance = distance;
    best = parameter->name;
  }
  if (best) py_hint("Did you mean: '%s'?", best);
}

/* A builtin's argument that is given twice: where there are more arguments than parameters, that is what it says. */
static void raise_given_twice(const Signature *signature, const BindNames *names, const Arguments *arguments, int at) {
  int self = strcmp(signature->parameters[0].name, "self") == 0;
  int most = signature->count - self, given = arguments->count + arguments->keyword_count - self;
  if (given > most && signature->rest < 0 && signature->keywords < 0)
    py_raise(&py_TypeError, "%s() takes at most %d argument%s (%d given)", names->function, most,
             most == 1 ? "" : "s", given);
  else
    py_raise(&py_TypeError, "argument for %s() given by name ('%s') and position (%d)", names->function,
             signature->parameters[at].name, at + 1 - self);
}

static bool bind_keywords(const Signature *signature, const BindNames *names, const Arguments *arguments,
                          Value *slots) {
  for (int i = 0; i < arguments->keyword_count; i++) {
    String *name = arguments->keyword_names[i];
    int at = signature_find(signature, name->data, (int)name->length);
    bool by_name = at >= 0 && (signature->parameters[at].kind == PARAMETER_NORMAL ||
                               signature->parameters[at].kind == PARAMETER_KEYWORD_ONLY);
    if (by_name) {
      if (slots[at].tag != TAG_UNDEFINED) {
        if (names->builtin)
          raise_given_twice(signature, names, arguments, at);
        else
          py_raise(&py_TypeError, "%s() got multiple values for argument '%s'", names->function, name->data);
        return false;
      }
      slots[at] = py_keep(arguments->keyword_values[i]);
    } else if (signature->keywords >= 0) {
      Dict *rest = py_as_dict(slots[signature->keywords]);
      Value key = {.tag = TAG_OBJECT, .as.object = &name->head};
      if (!py_dict_set(rest, key, arguments->keyword_values[i])) return false;
    } else if (at >= 0 && signature->parameters[at].kind == PARAMETER_POSITIONAL_ONLY && !names->builtin) {
      py_raise(&py_TypeError, "%s() got some positional-only arguments passed as keyword arguments: '%s'",
               names->function, name->data);
      return false;
    } else {
      raise_unexpected(signature, names, name);
      return false;
    }
  }
  return true;
}

/* Defaults for what was not given; false with TypeError where a parameter has none. */
static bool bind_defaults(const Signature *signature, const BindNames *names, Value *slots, int given) {
  int missing[signature->count + 1], positional = 0, keyword = 0, missing_keyword[signature->count + 1];
  for (int i = 0; i < signature->count; i++) {
    if (slots[i].tag != TAG_UNDEFINED) continue;
    const Parameter *parameter = &signature->parameters[i];
    if (parameter->has_default) {
      slots[i] = py_from_literal(&parameter->default_value);
      if (py_is_error(slots[i])) {
        slots[i] = PY_UNDEFINED;
        return false;
      }
    } else if (parameter->kind == PARAMETER_KEYWORD_ONLY) {
      missing_keyword[keyword++] = i;
    } else {
      missing[positional++] = i;
    }
  }
  if (positional) {
    if (names->builtin)
      raise_builtin_count(signature, names, given);
    else
      raise_missing(signature, names, missing, positional, "positional");
    return false;
  }
  if (keyword) raise_missing(signature, names, missing_keyword, keyword, "keyword-only");
  return keyword == 0;
}

bool function_bind(const Signature *signature, const BindNames *names, const Arguments *arguments, Value *slots) {
  for (int i = 0; i < signature->count; i++) slots[i] = PY_UNDEFINED;
  int taken = arguments->count < signature->positional ? arguments->count : signature->positional;
  for (int i = 0; i < taken; i++) slots[i] = py_keep(arguments->positional[i]);
  bool ok = true;
  if (signature->keywords >= 0) {
    slots[signature->keywords] = py_dict();
    ok = !py_is_error(slots[signature->keywords]);
  }
  if (ok && signature->rest >= 0) {
    slots[signature->rest] = py_tuple_copy(arguments->count > taken ? arguments->positional + taken : NULL,
                                           arguments->count - taken);
    ok = !py_is_error(slots[signature->rest]);
  }
  ok = ok && bind_keywords(signature, names, arguments, slots);
  if (ok && arguments->count > taken && signature->rest < 0) {
    raise_too_many(signature, names, arguments->count, arguments);
    ok = false;
  }
  ok = ok && bind_defaults(signature, names, slots, arguments->count);
  if (!ok) function_drop(slots, signature->count);
  return ok;
}

bool py_bind(const Signature *signature, const char *function_name, const Arguments *arguments, Value *slots) {
  BindNames names = {function_name, NULL, 0, false, false};
  return function_bind(signature, &names, arguments, slots);
}
