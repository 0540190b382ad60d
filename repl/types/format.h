/* The format-spec mini language: format(value, spec), f-strings, str.format; and % formatting. Private. */
#ifndef NNSH_REPL_TYPES_FORMAT_H
#define NNSH_REPL_TYPES_FORMAT_H

#include "engine/core/text.h"
#include "repl/types/type.h"

/* [[fill]align][sign][z][#][0][width][grouping][.precision][type] */
typedef struct FormatSpec {
  char fill[5]; /* UTF-8 */
  char align;   /* '<', '>', '^', '=', or 0 for the type's own */
  char sign;    /* '+', '-', ' ' or 0 */
  bool alternate, no_negative_zero;
  bool pointless; /* repr's digits without ".0", as the parts of a complex number are written */
  int64_t width;     /* 0: none */
  char grouping;     /* ',' or '_' or 0 */
  int64_t precision; /* -1: none */
  char type;         /* 0: none */
} FormatSpec;

/* ValueError where the spec is malformed. type_name: of the value, for texts. */
bool format_parse(const char *spec, size_t length, const char *type_name, FormatSpec *out);

/* format slots of str, int (and bool) and float. */
Value format_str(Value self, const char *spec, size_t length);
Value format_int(Value self, const char *spec, size_t length);
Value format_float(Value self, const char *spec, size_t length);
/* A number by a spec that has been read; kind: what format_digits calls its type. */
Value format_real(double value, const FormatSpec *spec, char kind);

/* Pads `length` bytes of text (`width` wide in code points) as the spec says. */
void format_pad(Text *out, const FormatSpec *spec, const char *text, size_t length, char default_align);

/* The digits of a float by presentation type ('e', 'f', 'g', 'r' for repr, '%' is the caller's), no sign. */
void format_digits(Text *out, double value, char type, int precision, bool alternate);

/* A repr with all that is not ASCII escaped: ascii(). */
Value repr_in_ascii(Value text);

/* b"..." % arguments: bytes. */
Value percent_bytes(const char *format, int64_t length, Value arguments);

/* "...".format(*arguments, **keywords) */
Value format_template(Value text, Value arguments, Value keywords, Value mapping);

#endif
