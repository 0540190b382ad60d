/* Name scopes: the layers whose build or call is running, from which weights take their paths
 * ("sequential/dense/kernel"). */
#include <string.h>

#include "engine/core/memory.h"
#include "engine/core/text.h"
#include "engine/nn/layer_internal.h"

/* Models nest a few deep; the limit guards against endless recursion. */
enum { MOST_SCOPES = 256 };

static const NnLayer *scopes[MOST_SCOPES];
static int scope_count;

bool nn_scope_push(const NnLayer *layer, Error *error) {
  if (scope_count == MOST_SCOPES) {
    return core_fail(error, ERROR_RUNTIME, "layers nest more than %d deep at '%s'", MOST_SCOPES, layer->name);
  }
  scopes[scope_count++] = layer;
  return true;
}

void nn_scope_pop(void) { scope_count--; }

char *nn_scope_path(const char *name, Error *error) {
  Text text = {0};
  for (int i = 0; i < scope_count; i++) {
    if (i > 0 && scopes[i] == scopes[i - 1]) continue; /* a call that builds: one scope, as in Keras */
    if (text.length) text_add_char(&text, '/');
    text_add(&text, scopes[i]->name);
  }
  if (name != NULL) {
    if (text.length) text_add_char(&text, '/');
    text_add(&text, name);
  }
  char *path = text.data == NULL && !text.failed ? core_strdup("") : text_take(&text);
  if (path == NULL) core_fail_memory(error, 1);
  return path;
}
