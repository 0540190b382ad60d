/* Making and reading str objects; the methods are in str_methods.c. Private. */
#ifndef NNSH_REPL_TYPES_STR_H
#define NNSH_REPL_TYPES_STR_H

#include "repl/types/containers.h"

/* A str of `length` bytes to be written (data[length] is set); str_finish counts its code points. */
String *str_new(size_t length);
Value str_finish(String *string);
/* Strs one after the other: what the interpreter makes of an f-string's parts. */
Value str_concat(const Value *parts, int count);
/* Byte offset of a code point index (0 to count). */
int64_t str_offset(const String *string, int64_t index);
/* Code point index of a byte offset. */
int64_t str_index(const String *string, int64_t offset);
/* First occurrence of `needle` in bytes, or -1. */
int64_t str_find_bytes(const char *hay, int64_t hay_length, const char *needle, int64_t needle_length);
int64_t str_rfind_bytes(const char *hay, int64_t hay_length, const char *needle, int64_t needle_length);
int str_order(const String *a, const String *b);
uint64_t str_hash(String *string);
/* The text with all of Unicode's decimal digits and spaces as those of ASCII, for int() and float(). */
Value str_ascii_digits(const String *string);
/* The text as a str and nothing more: a new reference. */
Value str_plain(Value text);
Value str_from_one(Value item);
Value str_construct(Type *type, Value *arguments);
extern const NativeRow str_methods[], str_statics[];
/* repr of bytes that are not text: b'...' */
void str_repr_bytes(Text *out, const char *bytes, size_t length);

#endif
