#include "engine/core/message.h"

#include <stddef.h>
#include <string.h>

#include "engine/core/error.h"

/* The linker's names for the two ends of the section; weak, since a program without messages has none. */
extern CoreMessage *const __start_nnsh_messages[] __attribute__((weak));
extern CoreMessage *const __stop_nnsh_messages[] __attribute__((weak));

/* The file from the top of the project. */
static const char *file_of(const CoreMessage *message) {
  static const char *const rooms[] = {"/engine/", "/datasets/", "/views/", "/repl/"};
  const char *file = message->file;
  for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++)
    for (const char *at = message->file; (at = strstr(at, rooms[i])) != NULL; at++) file = at + 1;
  return file;
}

/* Literals that stand side by side become one text, and what follows them is left out: `"a %s" "b", name` is "a %sb".
 * A text that comes from elsewhere stays as the source has it. */
static void add_literal(Text *line, const char *source) {
  if (*source != '"') {
    text_add(line, source);
    return;
  }
  bool inside = false;
  for (const char *at = source; *at && (inside || *at != ','); at++) {
    if (*at == '"') {
      inside = !inside;
    } else if (!inside) {
      if (*at != ' ') text_add_char(line, *at); /* a macro: PRId64 */
    } else {
      if (*at == '\\' && at[1]) text_add_char(line, *at++);
      text_add_char(line, *at);
    }
  }
}

/* "&py_TypeError" and "ERROR_VALUE" as Python names them. */
static void add_class(Text *line, const char *source) {
  static const char *const codes[] = {
#define MESSAGE_CODE(code, exception) #code, exception,
      CORE_ERROR_ROWS(MESSAGE_CODE)
#undef MESSAGE_CODE
  };
  for (size_t i = 0; i < sizeof codes / sizeof *codes; i += 2)
    if (strcmp(source, codes[i]) == 0) source = codes[i + 1];
  text_add(line, strncmp(source, "&py_", 4) == 0 ? source + 4 : source);
}

void core_message_line(Text *text, const CoreMessage *message) {
  text_addf(text, "%s  ", file_of(message));
  add_class(text, message->class);
  text_add(text, "  ");
  add_literal(text, message->text);
}

void core_messages(void (*each)(void *context, const CoreMessage *message), void *context) {
  for (CoreMessage *const *row = __start_nnsh_messages; row < __stop_nnsh_messages; row++) each(context, *row);
}
