#include "engine/core/message.h"

#include <stddef.h>
#include <string.h>

/* The linker's names for the two ends of the section. */
extern CoreMessage *const __start_nnsh_messages[], *const __stop_nnsh_messages[];

const char *core_message_file(const CoreMessage *message) {
  static const char *const rooms[] = {"/engine/", "/datasets/", "/views/", "/repl/"};
  const char *file = message->file;
  for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++)
    for (const char *at = message->file; (at = strstr(at, rooms[i])) != NULL; at++) file = at + 1;
  return file;
}

void core_messages(void (*each)(void *context, const CoreMessage *message), void *context) {
  for (CoreMessage *const *row = __start_nnsh_messages; row < __stop_nnsh_messages; row++) each(context, *row);
}
