/* UTF-8 and what a terminal makes of it. Source text, strings and cells are UTF-8 throughout. */
#ifndef NNSH_ENGINE_CORE_UTF8_H
#define NNSH_ENGINE_CORE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Half a pair of UTF-16: no character, though Python's strs may hold it. */
static inline bool utf8_is_surrogate(uint32_t code_point) { return code_point >= 0xD800 && code_point < 0xE000; }

/* Reads one code point from the `length` bytes at `bytes`; returns how many bytes it took, 0 where length is 0, and
 * -1 where the bytes are not UTF-8 (overlong forms included). Surrogates are read as if UTF-8 had them, since strs
 * may hold them; utf8_find_broken is what refuses them. */
int utf8_decode(const char *bytes, size_t length, uint32_t *code_point);

/* Writes a code point (1 to 4 bytes) and returns how many. A value that is no code point becomes U+FFFD; surrogates
 * are written as utf8_decode reads them. */
size_t utf8_encode(uint32_t code_point, char bytes[4]);

/* Number of code points; a broken byte counts as one. */
size_t utf8_count(const char *bytes, size_t length);

/* Offset of the first byte that is not UTF-8 (surrogates are not), or -1 when all is well. */
long utf8_find_broken(const char *bytes, size_t length);

/* Columns that a code point takes in a terminal: 0, 1 or 2. The C locale is not asked. */
int utf8_code_width(uint32_t code_point);

/* Columns that a text takes. */
int utf8_width(const char *bytes, size_t length);

/* Python's rules for identifiers (XID_Start or '_', XID_Continue), approximated by general categories. */
bool utf8_is_identifier_start(uint32_t code_point);
bool utf8_is_identifier_part(uint32_t code_point);

/* As Python's str methods of the same name see one character. */
bool utf8_is_alpha(uint32_t code_point);
bool utf8_is_digit(uint32_t code_point);
bool utf8_is_numeric(uint32_t code_point); /* also fractions, Roman numbers and the like */
bool utf8_is_space(uint32_t code_point);
bool utf8_is_printable(uint32_t code_point);
bool utf8_is_upper(uint32_t code_point);
bool utf8_is_lower(uint32_t code_point);
/* Beside the categories Lu and Ll, which utf8_is_upper and utf8_is_lower know. */
bool utf8_is_other_upper(uint32_t code_point);
bool utf8_is_other_lower(uint32_t code_point);
bool utf8_is_title(uint32_t code_point);          /* one letter of two, of which the first is a capital */
bool utf8_is_case_ignorable(uint32_t code_point); /* does not end a word: marks, apostrophes and the like */
/* Capitals that are several code points: how many, 0 where there is but one. `title`: as the first of a word. */
int utf8_special_case(uint32_t code_point, bool title, uint32_t made[3]);
uint32_t utf8_to_title(uint32_t code_point);
uint32_t utf8_to_upper(uint32_t code_point);
uint32_t utf8_to_lower(uint32_t code_point);
/* Unicode's full case folding, for comparing without case: how many codes it became. */
enum { UTF8_FOLDED = 8 };
int utf8_fold(uint32_t code_point, uint32_t folded[UTF8_FOLDED]);

#endif
