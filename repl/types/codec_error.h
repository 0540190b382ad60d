/* What is done about characters that cannot be encoded and bytes that are no text: the handlers of errors. Private to
 * the codecs. */
#ifndef NNSH_REPL_TYPES_CODEC_ERROR_H
#define NNSH_REPL_TYPES_CODEC_ERROR_H

#include "engine/core/text.h"
#include "repl/types/containers.h"

/* A part of a text or of bytes that a codec refuses. */
typedef struct CodecError {
  const char *encoding; /* as errors show it */
  const char *reason;
  const char *errors;   /* the handler's name */
  int width;            /* bytes of a unit: 1, 2 or 4 */
  bool big;             /* the order of bytes in a unit */
  Value text;           /* encoding: the str */
  const char *data;     /* decoding: the bytes */
  int64_t count;
  int64_t start, end;   /* code points, or bytes */
} CodecError;

/* Encoding. What stands for the part is added to `out`: a text, or bytes where `raw` says so. The position to go on
 * from; -1 with an exception pending. */
int64_t codec_refuse_text(const CodecError *error, Text *out, bool *raw);
/* Decoding: likewise, always a text. */
int64_t codec_refuse_bytes(const CodecError *error, Text *out);
/* Raises the error itself; -1. */
int64_t codec_raise(const CodecError *error);

#endif
