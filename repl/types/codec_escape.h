/* unicode_escape and raw_unicode_escape: texts as Python's source writes them. Private to the codecs. */
#ifndef NNSH_REPL_TYPES_CODEC_ESCAPE_H
#define NNSH_REPL_TYPES_CODEC_ESCAPE_H

#include "repl/types/containers.h"

Value codec_escape_encode(const String *string, bool raw);
Value codec_escape_decode(const char *data, int64_t count, const char *errors, bool raw);

#endif
