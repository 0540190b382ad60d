/* Text to bytes and back: utf-8 (also -sig), utf-16 and utf-32 in both orders, ascii, latin-1, unicode_escape, the
 * tables of codec_map.h and the code pages of codec_pages.h, with CPython's texts of errors. Handlers of errors are strict, ignore, replace,
 * backslashreplace, xmlcharrefreplace, namereplace, surrogateescape, surrogatepass and what the program registers.
 *
 * A str may hold lone surrogates (U+D800 to U+DFFF): inside they are three bytes each, as UTF-8 would write them. No
 * encoding takes them, but where the handler says so; two of them beside each other stay two. Private. */
#ifndef NNSH_REPL_TYPES_CODEC_H
#define NNSH_REPL_TYPES_CODEC_H

#include "engine/core/text.h"
#include "repl/types/containers.h"

/* LookupError for an unknown codec or handler, UnicodeEncodeError, UnicodeDecodeError. */
Value codec_encode(Value text, const char *encoding, const char *errors);
Value codec_decode(const char *data, int64_t count, const char *encoding, const char *errors);

/* What codecs.lookup() calls an encoding of those here: the name's begin and its length; 0 for others. */
size_t codec_name(const char *encoding, const char **name);

/* Whether ASCII is itself in an encoding, wherever it stands, so that lines end with the byte "\n". */
bool codec_keeps_ascii(const char *encoding);
/* The names of the encodings here, one encoding after the other, separated by '|'; NULL after the last. */
const char *codec_names(size_t index);

/* Byte offset of the first surrogate in a text, or -1. */
int64_t codec_find_surrogate(const char *text, int64_t length);
/* Whether a text can be written as UTF-8; UnicodeEncodeError otherwise. */
bool codec_encodable(Value text);
/* Asked for a handler that is not registered, where somebody has set it: a callable, or PY_UNDEFINED. */
extern Value (*codec_more_handlers)(const char *name);
/* Asked for an encoding that is not among those here, where somebody has set it: what codecs.lookup gives, or
 * PY_UNDEFINED. LookupError where it is not about texts. */
extern Value (*codec_more_codecs)(const char *encoding, bool encodes);
/* A text with what cannot be encoded as UTF-8 written as backslash escapes, as standard error shows it. */
void codec_add_escaped(Text *out, const char *text, size_t length);
/* The handlers that the program registered: name to callable. Borrowed; NULL with MemoryError pending. */
Dict *codec_handlers(void);

#endif
