/* The virtual machine. Private to this room. */
#ifndef NNSH_REPL_LANGUAGE_VM_H
#define NNSH_REPL_LANGUAGE_VM_H

#include "repl/language/frame.h"

/* Before native code enters the machine: counts the depth, and looks at how much of the C stack is left. False with
 * RecursionError pending; else to be followed by py_leave_call. */
bool vm_enter_native(void);
/* Runs a frame that native code made (and pops it): its result or PY_ERROR. Counts the depth. */
Value vm_enter(Frame *frame);
/* Runs until `frame` (FRAME_ENTRY or FRAME_RESUMED) returns or yields; `failing`: begins with the pending exception. */
Value vm_run(Frame *frame, bool failing);

/* What the machine does out of line; each follows the ownership rule of values. vm_names.c */
Value vm_load_global(Frame *frame, int name);
bool vm_store_global(Frame *frame, int name, Value value); /* takes value over */
bool vm_delete_global(Frame *frame, int name);
/* Where the value lies that an instruction STORE_GLOBAL is about to replace; NULL for other instructions, and where the
 * place is not known without a search. */
Value *vm_stored_global(Frame *frame, const Instruction *instruction);
Value vm_load_name(Frame *frame, int name);
bool vm_delete_name(Frame *frame, int name);
bool vm_setup_annotations(Frame *frame);
bool vm_store_annotation(Frame *frame, Value name, Value annotation);
Value vm_unbound_local(Frame *frame, int slot); /* raises */
Value vm_unbound_cell(Frame *frame, int slot);
/* vm_import.c */
Value vm_import(String *name, bool last);
Value vm_import_relative(Frame *frame, String *name, int level);
Value vm_import_from(Value module, String *name);
bool vm_import_star(Frame *frame, Value module);
/* vm_values.c */
bool vm_unpack(Value value, int count, Value *out);                   /* out[0] is the last item */
bool vm_unpack_star(Value value, int before, int after, Value *out);  /* likewise */
Value vm_format(Value value, int conversion, Value spec);
Value vm_build_string(const Value *parts, int count);
bool vm_dict_update(Value dict, Value other);
bool vm_dict_merge(Value callee, Value dict, Value other);
bool vm_list_extend(Value list, Value other, bool call, Value callee);
/* Puts a class into the cell of __class__; false: what is given is no cell, TypeError is pending. */
bool vm_set_class_cell(Value cell, Value class);
Value vm_build_class(Frame *frame, Value body, Value bases, Value keywords, String *name);
/* Whether a subject matches a pattern: 1 with a tuple of what it binds (None for no names), 0, -1. */
int vm_match(Value subject, Value values, Value pattern, int names, Value *captured);
bool vm_with_enter(Value manager, bool async, Value *exit, Value *entered);
Value vm_with_except(Value exit, Value exception); /* what exit returned */
/* async.c: what `await` resumes, `async for` runs over and awaits. New references. */
Value vm_awaitable(Value value, AwaitOrigin origin);
Value vm_async_iterator(Value iterable);
Value vm_async_next(Value iterator);
void vm_raise(Value value, Value cause, bool has_cause); /* makes the exception pending */
void vm_observe_raise(const Code *code, const Instruction *pc); /* tells lang_raise_observer */
void vm_assert_fail(Value message);
void vm_interrupt(void);
/* thread.c: another thread asks for the interpreter, or Ctrl-C was pressed: true where the latter is to be raised. */
bool vm_attend(void);

#endif
