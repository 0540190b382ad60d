#include "repl/language/code.h"

#include "engine/core/memory.h"
#include "repl/types/protocol.h"

Code *code_new(Source *source) {
  Code *code = core_alloc_zero(1, sizeof *code);
  if (!code) return NULL;
  code->references = 1;
  code->source = source_keep(source);
  code->rest = code->keywords = code->class_slot = -1;
  code->doc = PY_NONE;
  return code;
}

void lang_code_release(Code *code) {
  if (!code || --code->references > 0) return;
  for (int i = 0; i < code->constant_count; i++) py_drop(code->constants[i]);
  for (int i = 0; i < code->child_count; i++) lang_code_release(code->children[i]);
  py_drop(code->doc);
  source_release(code->source);
  core_free(code->instructions);
  core_free(code->spans);
  core_free(code->constants);
  core_free(code->names);
  core_free(code->caches);
  core_free(code->lookups);
  core_free(code->children);
  core_free(code->protections);
  core_free(code->slot_names);
  core_free(code->slot_is_cell);
  core_free(code);
}

Place code_place(const Code *code, const Instruction *instruction) {
  return source_place(code->source, code->spans[instruction - code->instructions]);
}

const char *opcode_name(Opcode op) {
  static const char *const names[] = {
#define OPCODE_NAME(name) #name,
      OPCODE_ROWS(OPCODE_NAME)
#undef OPCODE_NAME
  };
  return names[op];
}

static bool has_modes(int op) { return op >= DO_BINARY_SS && op <= DO_GE_LC_JUMP; }

static void dump_operand(Text *text, const Code *code, char place, int operand) {
  if (place == 'L') text_addf(text, " %s", code->slot_names[operand]->data);
  if (place == 'C') {
    text_add(text, " ");
    py_repr_to(text, code->constants[operand]);
  }
}

void code_dump(Text *text, const Code *code) {
  text_addf(text, "%s: %d slots, %d stack\n", code->qualified_name ? code->qualified_name->data : "?", code->slots,
            code->stack);
  for (int i = 0; i < code->count; i++) {
    const Instruction *in = &code->instructions[i];
    text_addf(text, "%4d %s", i, opcode_name((Opcode)in->op));
    if (has_modes(in->op)) {
      static const char modes[MODE_COUNT][3] = {"SS", "SL", "SC", "LS", "LL", "LC"};
      const char *mode = modes[(in->op - DO_BINARY_SS) % MODE_COUNT];
      dump_operand(text, code, mode[0], in->a);
      dump_operand(text, code, mode[1], in->b);
      bool jump = in->op >= DO_LT_SS_JUMP;
      int destination = in->c & DEST_PUSH;
      if (!jump && destination != DEST_PUSH) text_addf(text, " -> %s", code->slot_names[destination]->data);
      if (!jump && in->c & DEST_IN_PLACE) text_add(text, " in place");
    } else {
      switch (in->op) {
      case DO_LOAD_CONST: case DO_LOAD_CONST_RETURN: case DO_LOAD_CONST_STORE_SUBSCRIPT_LOCALS:
        dump_operand(text, code, 'C', in->arg);
        break;
      case DO_LOAD_LOCAL: case DO_LOAD_LOCAL_LOAD_LOCAL: case DO_LOAD_LOCAL_RETURN: case DO_LOAD_LOCAL_STORE_ATTR:
      case DO_LOAD_LOCAL_LOAD_CONST_STORE_SUBSCRIPT:
      case DO_STORE_LOCAL:
      case DO_DELETE_LOCAL:
      case DO_LOAD_CELL:
      case DO_STORE_CELL:
      case DO_MAKE_CELL:
      case DO_LOAD_CLOSURE:
        dump_operand(text, code, 'L', in->arg);
        break;
      case DO_LOAD_GLOBAL: case DO_STORE_GLOBAL: case DO_LOAD_NAME: case DO_STORE_NAME: case DO_DELETE_ATTR:
      case DO_IMPORT: case DO_IMPORT_FROM:
        text_addf(text, " %s", code->names[in->arg]->data);
        break;
      case DO_LOAD_ATTR: case DO_STORE_ATTR: case DO_LOAD_METHOD:
        text_addf(text, " %s", code->lookups[in->arg].name->data);
        break;
      case DO_LOAD_ATTR_LOCAL: case DO_LOAD_METHOD_LOCAL:
        text_addf(text, " %s.%s", code->slot_names[in->c]->data,
                  code->lookups[in->arg].name->data);
        break;
      default: text_addf(text, " %d %d", in->c, in->arg);
      }
    }
    text_add(text, "\n");
  }
  for (int i = 0; i < code->protection_count; i++) {
    const Protection *p = &code->protections[i];
    text_addf(text, "  [%d, %d) -> %d at depth %d\n", p->start, p->end, p->handler, p->depth);
  }
  for (int i = 0; i < code->child_count; i++) code_dump(text, code->children[i]);
}
