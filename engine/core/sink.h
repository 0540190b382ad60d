/* Where output goes. All that the program prints passes through a sink, so that a view can own the screen while a fit
 * runs and still show what callbacks print, and so that tests can catch it. */
#ifndef NNSH_ENGINE_CORE_SINK_H
#define NNSH_ENGINE_CORE_SINK_H

#include <stddef.h>

typedef struct Sink {
  /* Takes all bytes; errors (a closed pipe) are the sink's own business. */
  void (*write)(void *self, const char *bytes, size_t length);
  void (*flush)(void *self); /* may be NULL */
  void *self;
} Sink;

void sink_write(const Sink *sink, const char *bytes, size_t length);
void sink_string(const Sink *sink, const char *string);
void sink_flush(const Sink *sink);

#endif
