/* What the collector of cycles asks of others. */
#ifndef NNSH_REPL_TYPES_COLLECTOR_H
#define NNSH_REPL_TYPES_COLLECTOR_H

#include "repl/types/value.h"

/* Called with each object that is garbage, before any of them is cleared: a suspended generator still runs its finally
 * blocks. NULL: nobody wants to know. It must leave no exception pending. */
extern void (*collector_finish)(struct Object *object);

#endif
