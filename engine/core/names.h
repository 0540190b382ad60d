/* Lists of names in table rows: "concatenate|concat", the first one being the proper name. NULL is an empty list. */
#ifndef NNSH_ENGINE_CORE_NAMES_H
#define NNSH_ENGINE_CORE_NAMES_H

#include <stdbool.h>
#include <stddef.h>

/* The next name of the list, which is moved behind it: its start (not NUL-terminated) and length; NULL at the end.
 *
 *     size_t length;
 *     for (const char *name; (name = names_next(&list, &length));) ...                                            */
const char *names_next(const char **names, size_t *length);

/* Whether `name` (length bytes) is one of the list. */
bool names_hold(const char *names, const char *name, size_t length);

#endif
