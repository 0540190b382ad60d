/* The table of messages: one row for each place of the program that can raise an error, made where the message stands.
 *
 * The macros core_fail, py_raise, syntax_fail and their like declare the row beside the call, in a section of its own
 * that the linker gathers; so a message cannot be raised without being a row, and no list has to be kept. A row notes
 * that it was reached: the tests ask which messages no program ever raised. */
#ifndef NNSH_ENGINE_CORE_MESSAGE_H
#define NNSH_ENGINE_CORE_MESSAGE_H

#include <stdbool.h>

#include "engine/core/text.h"

typedef struct CoreMessage {
  const char *file;  /* as the compiler was given it */
  const char *class; /* the source text of the error's class: "&py_TypeError", "ERROR_VALUE" */
  const char *text;  /* the source text of the format and what goes into it: "\"pop from empty list\"" */
  int line;
  bool reached; /* written by any thread, read when the program ends */
} CoreMessage;

/* Notes that this place of the program was reached. To be written inside a macro that has the class and the text. */
#define CORE_MESSAGE(class_, ...)                                                                        \
  ({                                                                                                     \
    static CoreMessage message_ = {__FILE__, #class_, #__VA_ARGS__, __LINE__, false};                     \
    static CoreMessage *const row_ __attribute__((section("nnsh_messages"), used)) = &message_;          \
    __atomic_store_n(&message_.reached, true, __ATOMIC_RELAXED);                                         \
  })

/* Appends a row as one line without its end: where it is raised, the class as Python names it, the text as the source
 * has it, two blanks between: "repl/types/list.c  IndexError  pop from empty list". */
void core_message_line(Text *text, const CoreMessage *message);

/* Calls back once for each row of this program, in the linker's order. Functions that are compiled twice (for float and
 * double) have their rows twice. */
void core_messages(void (*each)(void *context, const CoreMessage *message), void *context);

#endif
