#include "repl/language/language.h"

#include "repl/language/compiler.h"
#include "repl/language/function.h"
#include "repl/language/generator.h"
#include "repl/language/parser.h"
#include "repl/language/vm.h"
#include "repl/types/collector.h"
#include "repl/types/protocol.h"
#include "repl/types/slots.h"

void (*lang_echo)(Value value);
Value (*lang_import)(const char *dotted_name);
Dict *lang_builtins;

static bool was_incomplete, was_block;

bool lang_incomplete(void) { return was_incomplete; }
bool lang_ends_in_block(void) { return was_block; }

/* What one compilation holds outside its arena; released whether it succeeds or not. */
typedef struct Compilation {
  Syntax syntax;
  Tokens tokens;
  Parser parser;
  Compiler compiler;
  bool parsed;
} Compilation;

/* Apart from lang_compile, so that no local of that function changes between setjmp and longjmp. */
static Code *compile(Compilation *c, LangMode mode) {
  c->parser = (Parser){.syntax = &c->syntax, .tokens = &c->tokens};
  c->compiler = (Compiler){.syntax = &c->syntax, .mode = mode};
  lexer_read(&c->syntax, &c->tokens);
  NodeList body = parser_read(&c->parser, mode == LANG_EVAL);
  c->parsed = true;
  c->syntax.depth = 0;
  Scope *scope = scope_build(&c->syntax, body);
  c->syntax.depth = 0;
  return compiler_run(&c->compiler, body, scope);
}

static Code *compile_text(const char *source, size_t length, const char *file, int first_line, LangMode mode,
                          bool dynamic) {
  was_incomplete = was_block = false;
  Compilation c = {.syntax = {.source = source_new(source, length, file, first_line),
                              .dynamic_names = dynamic}};
  if (!c.syntax.source) {
    py_raise(&py_MemoryError, "not enough memory to compile %zu bytes", length);
    return NULL;
  }
  jmp_buf escape;
  c.syntax.escape = &escape;
  Code *volatile code = NULL;
  if (setjmp(escape) == 0) {
    code = compile(&c, mode);
    was_block = c.parser.last_block;
  } else {
    compiler_abandon(&c.compiler);
    if (!c.parsed && c.tokens.count) parser_improve_failure(&c.parser);
    was_incomplete = c.syntax.failure.incomplete;
    if (py_pending()) py_clear_pending();
    syntax_raise(&c.syntax);
  }
  tokens_free(&c.tokens);
  arena_free(&c.syntax.arena);
  source_release(c.syntax.source);
  return code;
}

Code *lang_compile(const char *source, size_t length, const char *file, int first_line, LangMode mode) {
  return compile_text(source, length, file, first_line, mode, false);
}

Code *lang_compile_dynamic(const char *source, size_t length, const char *file, LangMode mode) {
  return compile_text(source, length, file, 1, mode, true);
}

/* super() without arguments: the class of the running method's body, and its first argument. */
static bool current_class(Type **type, Value *self) {
  const Frame *frame = frame_current;
  if (!frame || !frame->code->positional) return false;
  const String *name = INTERNED("__class__");
  for (int i = frame->code->first_free; i < frame->code->slots; i++) {
    if (frame->code->slot_names[i] != name) continue;
    Value class = ((const Cell *)frame->slots[i].as.object)->value, first = frame->slots[0];
    if (first.tag == TAG_OBJECT && first.as.object->type == &lang_cell_type)
      first = ((const Cell *)first.as.object)->value;
    if (!py_is_type(class) || first.tag == TAG_UNDEFINED) return false;
    *type = py_as_type(class);
    *self = first;
    return true;
  }
  return false;
}

Value lang_run(Code *code, Dict *globals) {
  py_current_class = current_class;
  py_set_class_cell = vm_set_class_cell;
  collector_finish = generator_finish_garbage;
  /* The code becomes a function without parameters, so that one kind of frame serves all. */
  Value function = function_new(code, globals, PY_NONE, PY_NONE, PY_NONE);
  if (py_is_error(function)) return function;
  Value result = py_call_values(function, NULL, 0);
  py_drop(function);
  return result;
}

Value lang_run_dynamic(Code *code, Dict *globals, Dict *locals) {
  py_current_class = current_class;
  py_set_class_cell = vm_set_class_cell;
  collector_finish = generator_finish_garbage;
  Value function = function_new(code, globals, PY_NONE, PY_NONE, PY_NONE);
  if (py_is_error(function)) return function;
  Frame *frame = function_frame((Function *)function.as.object, &(Arguments){0});
  Value result = PY_ERROR;
  if (frame) {
    locals->head.references++;
    frame->names = locals;
    result = vm_enter(frame);
    py_drop(py_object(locals));
  }
  py_drop(function);
  return result;
}

Value lang_globals(const char *name, const char *file) {
  Value dict = py_dict();
  if (py_is_error(dict)) return dict;
  Dict *globals = py_as_dict(dict);
  bool good = py_dict_set_steal(globals, "__name__", py_text(name)) && py_dict_set_name(globals, "__doc__", PY_NONE);
  if (good && file) good = py_dict_set_steal(globals, "__file__", py_text(file));
  if (good) return dict;
  py_drop(dict);
  return PY_ERROR;
}

int lang_depth(void) { return frame_depth; }

Dict *lang_current_globals(void) { return frame_current ? frame_current->globals : NULL; }

Value lang_current_locals(void) { return frame_current ? frame_locals(frame_current) : py_dict(); }
