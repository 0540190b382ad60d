/* exec, eval and compile: text as program. */
#include <string.h>

#include "repl/language/language.h"
#include "repl/modules/builtins.h"
#include "repl/types/codec.h"

/* The text of a str or bytes; NULL with TypeError. */
static const char *text_of(Value source, const char *function, size_t *length) {
  if (py_is_str(source)) {
    if (!codec_encodable(source)) return NULL; /* half a pair of UTF-16 is no source text */
    *length = (size_t)py_as_string(source)->length;
    return py_as_string(source)->data;
  }
  if (py_is_bytes(source)) {
    *length = (size_t)py_as_bytes(source)->count;
    return py_as_bytes(source)->data;
  }
  py_raise(&py_TypeError, "%s() arg 1 must be a string, bytes or %s object", function,
           strcmp(function, "compile") == 0 ? "AST" : "code");
  return NULL;
}

static Code *compile_value(Value source, const char *function, const char *file, LangMode mode) {
  size_t length;
  const char *text = text_of(source, function, &length);
  if (!text) return NULL;
  if (memchr(text, '\0', length)) {
    py_raise(&py_SyntaxError, "source code string cannot contain null bytes");
    return NULL;
  }
  if (mode == LANG_EVAL)
    for (; length && (*text == ' ' || *text == '\t'); length--) text++;
  return lang_compile_dynamic(text, length, file, mode);
}

/* exec and eval; row->data non-NULL: eval. */
static Value native_run(const NativeRow *row, Value *arguments) {
  bool evaluates = row->data != NULL;
  const char *function = evaluates ? "eval" : "exec";
  Value globals = arguments[1], locals = arguments[2], made_locals = PY_UNDEFINED;
  if (py_is_none(globals)) {
    Dict *current = lang_current_globals();
    if (!current) return py_raise(&py_SystemError, "globals and locals cannot be NULL");
    globals = (Value){.tag = TAG_OBJECT, .as.object = &current->head};
    if (py_is_none(locals)) locals = made_locals = lang_current_locals();
    if (py_is_error(locals)) return locals;
  } else if (!py_is_dict(globals)) {
    return evaluates ? py_raise(&py_TypeError, "globals must be a dict")
                     : py_raise(&py_TypeError, "exec() globals must be a dict, not %s",
                                py_type_label(py_type_of(globals)));
  }
  if (py_is_none(locals)) locals = globals;
  if (!py_is_dict(locals))
    return evaluates ? py_raise(&py_TypeError, "locals must be a mapping")
                     : py_raise(&py_TypeError, "locals must be a mapping or None, not %s",
                                py_type_label(py_type_of(locals)));
  Value result = PY_ERROR;
  bool known = py_dict_find_name(py_as_dict(globals), py_intern("__builtins__")).tag != TAG_UNDEFINED;
  if (known || py_is_none(arguments[1]) || !lang_builtins ||
      py_dict_set_name(py_as_dict(globals), "__builtins__",
                       (Value){.tag = TAG_OBJECT, .as.object = &lang_builtins->head})) {
    Code *given = lang_code_of(arguments[0]);
    Code *code = given ? given : compile_value(arguments[0], function, "<string>", evaluates ? LANG_EVAL : LANG_FILE);
    if (code && lang_code_free_count(code)) {
      py_raise(&py_TypeError, evaluates ? "code object passed to eval() may not contain free variables"
                                        : "code object requires a closure of exactly length %d",
               lang_code_free_count(code));
    } else if (code) result = lang_run_dynamic(code, py_as_dict(globals), py_as_dict(locals));
    if (code && !given) lang_code_release(code);
  }
  py_drop(made_locals);
  if (evaluates || py_is_error(result)) return result;
  py_drop(result);
  return PY_NONE;
}

static Value native_compile(const NativeRow *row, Value *arguments) {
  const char *file, *mode;
  if (!py_as_text(arguments[1], &file) || !py_as_text(arguments[2], &mode)) return PY_ERROR;
  LangMode how = strcmp(mode, "exec") == 0     ? LANG_FILE
                 : strcmp(mode, "eval") == 0   ? LANG_EVAL
                 : strcmp(mode, "single") == 0 ? LANG_INTERACTIVE
                                               : (LangMode)-1;
  if (how == (LangMode)-1) return py_raise(&py_ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
  if (lang_code_of(arguments[0])) return py_keep(arguments[0]);
  Code *code = compile_value(arguments[0], "compile", file, how);
  if (!code) return PY_ERROR;
  Value value = lang_code_value(code);
  lang_code_release(code);
  return value;
}

const NativeRow builtins_execute_rows[] = {
    {"exec", "source, globals=None, locals=None, /", "Runs a text as statements.", native_run, NULL},
    {"eval", "source, globals=None, locals=None, /", "The value of a text as an expression.", native_run, "eval"},
    {"compile", "source, filename, mode, flags=0, dont_inherit=False, optimize=-1", "A text as code to be run later.",
     native_compile, NULL},
    {0}};
