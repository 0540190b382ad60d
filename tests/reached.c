/* Linked into every test: when one ends, the errors that it raised are added to the file that NNSH_MESSAGES names, as
 * nnsh does itself. program/messages asks of that file which errors no test raises. */
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "engine/core/message.h"

static void add_reached(void *context, const CoreMessage *message) {
  if (!message->reached) return;
  core_message_line(context, message);
  text_add_char(context, '\n');
}

__attribute__((destructor)) static void write_reached(void) {
  const char *path = getenv("NNSH_MESSAGES");
  int file = path ? open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666) : -1;
  if (file < 0) return;
  Text text = {0};
  core_messages(add_reached, &text);
  if (write(file, text_string(&text), text.length) < 0) abort();
  text_free(&text);
  close(file);
}
