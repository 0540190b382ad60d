/* Encodings that the C library knows (iconv): the code pages of one byte a character, and those of East Asia. Private
 * to the codecs. */
#ifndef NNSH_REPL_TYPES_CODEC_PAGES_H
#define NNSH_REPL_TYPES_CODEC_PAGES_H

#include "repl/types/containers.h"

typedef enum PageKind { PAGE_BYTE, PAGE_MANY, PAGE_SHIFTED } PageKind;

typedef struct CodecPage {
  const char *names;   /* separated by '|'; the first is what codecs.lookup() calls it */
  const char *library; /* iconv's name */
  PageKind kind;       /* one byte a character; several; several, with escapes between the sets of characters */
} CodecPage;

/* Ends with a row without names. */
extern const CodecPage codec_pages[];

/* What the 256 bytes of a PAGE_BYTE stand for, 0 (but for the byte 0): nothing. Kept once made; NULL with LookupError
 * pending where the library does not know it. */
const uint16_t *codec_page_table(const CodecPage *page, const char *encoding);

/* The other kinds, whole texts; errors as codec_encode's and codec_decode's. `shown` is the name in errors. */
Value codec_page_encode(const CodecPage *page, Value text, const char *shown, const char *errors);
Value codec_page_decode(const CodecPage *page, const char *data, int64_t count, const char *shown, const char *errors);

#endif
