/* Encodings of one byte a character whose lower half is ASCII, as tables. Private. */
#ifndef NNSH_REPL_TYPES_CODEC_MAP_H
#define NNSH_REPL_TYPES_CODEC_MAP_H

#include <stdint.h>

typedef struct CodecMap {
  const char *names;     /* separated by '|' */
  const uint16_t *upper; /* code points of the bytes 0x80 to 0xFF; 0: none */
} CodecMap;

/* Ends with a row without names. */
extern const CodecMap codec_maps[];

#endif
