#include "engine/core/sink.h"

#include <string.h>

void sink_write(const Sink *sink, const char *bytes, size_t length) {
  if (length && sink->write) sink->write(sink->self, bytes, length);
}

void sink_string(const Sink *sink, const char *string) { sink_write(sink, string, strlen(string)); }

void sink_flush(const Sink *sink) {
  if (sink->flush) sink->flush(sink->self);
}
