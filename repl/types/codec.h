/* Text to bytes and back: utf-8 (also -sig), utf-16 and utf-32 in both orders, ascii, latin-1, with CPython's texts of
 * errors and its handlers strict, ignore, replace, backslashreplace, xmlcharrefreplace and surrogate-less
 * surrogateescape (an error here: texts hold no surrogates). Private. */
#ifndef NNSH_REPL_TYPES_CODEC_H
#define NNSH_REPL_TYPES_CODEC_H

#include "repl/types/containers.h"

/* LookupError for an unknown codec or handler, UnicodeEncodeError, UnicodeDecodeError. */
Value codec_encode(const String *string, const char *encoding, const char *errors);
Value codec_decode(const char *data, int64_t count, const char *encoding, const char *errors);

#endif
