/* Code as a value of the language: what compile() gives, exec() and eval() run, and functions have as __code__. */
#include "repl/language/code.h"
#include "repl/types/protocol.h"

typedef struct CodeValue {
  Object head;
  Code *code;
} CodeValue;

static const Code *of(Value self) { return ((CodeValue *)self.as.object)->code; }

Value lang_code_value(Code *code) {
  CodeValue *value = py_new(&lang_code_type);
  if (!value) return PY_ERROR;
  value->code = code_keep(code);
  return py_object(value);
}

Code *lang_code_of(Value value) {
  return value.tag == TAG_OBJECT && value.as.object->type == &lang_code_type ? ((CodeValue *)value.as.object)->code
                                                                             : NULL;
}

int lang_code_free_count(const Code *code) { return code->free_count; }

static void code_dealloc(Object *self) { lang_code_release(((CodeValue *)self)->code); }

static Value code_repr(Value self) {
  return py_textf("<code object %s at %s, file \"%s\", line %d>", of(self)->name->data, py_address_text(self.as.object),
                  of(self)->source->file->data, of(self)->first_line);
}

static Value code_compare(CompareOp op, Value a, Value b) {
  if ((op != OP_EQ && op != OP_NE) || !lang_code_of(b)) return PY_NOT_IMPLEMENTED;
  return py_bool((of(a) == of(b)) == (op == OP_EQ));
}
static bool code_hash(Value self, uint64_t *hash) {
  *hash = (uint64_t)(uintptr_t)of(self) >> 4;
  return true;
}

static int parameter_count(const Code *code) {
  return code->positional + code->keyword_only + (code->rest >= 0) + (code->keywords >= 0);
}

static Value get_name(Value self) { return py_keep(py_object(of(self)->name)); }
static Value get_qualified_name(Value self) { return py_keep(py_object(of(self)->qualified_name)); }
static Value get_file(Value self) { return py_keep(py_object(of(self)->source->file)); }
static Value get_line(Value self) { return py_int(of(self)->first_line); }
static Value get_positional(Value self) { return py_int(of(self)->positional); }
static Value get_positional_only(Value self) { return py_int(of(self)->positional_only); }
static Value get_keyword_only(Value self) { return py_int(of(self)->keyword_only); }
static Value get_stack(Value self) { return py_int(of(self)->stack); }

static Value names_tuple(String *const *names, int count) {
  Value tuple = py_tuple(count);
  for (int i = 0; !py_is_error(tuple) && i < count; i++)
    py_as_tuple(tuple)->items[i] = py_keep(py_object(names[i]));
  return tuple;
}

/* Slots of one kind: plain locals (parameters among them), cells made here, or free variables. */
typedef enum SlotKind { SLOT_LOCAL, SLOT_CELL, SLOT_FREE } SlotKind;
static Value slots_of(Value self, SlotKind kind) {
  const Code *code = of(self);
  int parameters = parameter_count(code);
  Value list = py_list(code->slots);
  for (int i = 0; !py_is_error(list) && i < code->slots; i++) {
    bool is_free = i >= code->first_free && i < code->first_free + code->free_count;
    bool cell = code->slot_is_cell[i] && !is_free;
    bool wanted = kind == SLOT_FREE ? is_free : kind == SLOT_CELL ? cell : !is_free && (!cell || i < parameters);
    if (wanted && !py_list_append(py_as_list(list), py_object(code->slot_names[i]))) {
      py_drop(list);
      return PY_ERROR;
    }
  }
  if (py_is_error(list)) return list;
  Value tuple = py_to_tuple(list);
  py_drop(list);
  return tuple;
}
static Value get_variables(Value self) { return slots_of(self, SLOT_LOCAL); }
static Value get_cells(Value self) { return slots_of(self, SLOT_CELL); }
static Value get_free(Value self) { return slots_of(self, SLOT_FREE); }
static Value get_local_count(Value self) {
  Value names = get_variables(self);
  if (py_is_error(names)) return names;
  int64_t count = py_as_tuple(names)->count;
  py_drop(names);
  return py_int(count);
}
static Value get_names(Value self) { return names_tuple(of(self)->names, of(self)->name_count); }
static Value get_constants(Value self) { return py_tuple_copy(of(self)->constants, of(self)->constant_count); }
static Value get_flags(Value self) {
  const Code *code = of(self);
  int flags = code->kind == CODE_MODULE || code->kind == CODE_CLASS ? 0 : 3;
  if (code->rest >= 0) flags |= 4;
  if (code->keywords >= 0) flags |= 8;
  if (code->free_count) flags |= 16;
  static const int made[] = {[PLAIN_GENERATOR] = 32, [COROUTINE] = 128, [ASYNC_GENERATOR] = 512};
  if (code->kind == CODE_GENERATOR) flags |= made[code->makes];
  return py_int(flags);
}

static const PropertyRow code_properties[] = {
    {"co_name", "the name", get_name, NULL},
    {"co_qualname", "the name with those around it", get_qualified_name, NULL},
    {"co_filename", "the file it was compiled from", get_file, NULL},
    {"co_firstlineno", "its first line", get_line, NULL},
    {"co_argcount", "how many positional parameters it has", get_positional, NULL},
    {"co_posonlyargcount", "how many of them are positional only", get_positional_only, NULL},
    {"co_kwonlyargcount", "how many keyword-only parameters it has", get_keyword_only, NULL},
    {"co_nlocals", "how many local variables it has", get_local_count, NULL},
    {"co_varnames", "its parameters and local variables", get_variables, NULL},
    {"co_cellvars", "local variables that inner functions use", get_cells, NULL},
    {"co_freevars", "variables of outer functions that it uses", get_free, NULL},
    {"co_names", "names of globals and attributes", get_names, NULL},
    {"co_consts", "its constants", get_constants, NULL},
    {"co_flags", "what kind of code it is", get_flags, NULL},
    {"co_stacksize", "room for values on their way", get_stack, NULL},
    {0}};

Type lang_code_type = {.name = "code", .module = "builtins", .size = sizeof(CodeValue), .repr = code_repr,
                       .compare = code_compare, .hash = code_hash, .dealloc = code_dealloc,
                       .properties = code_properties};
