/* Fields that some exception classes have beyond args: the names of ImportError, NameError and AttributeError, the
 * place of a UnicodeError, the place that SyntaxError is made with. Private. */
#ifndef NNSH_REPL_TYPES_EXCEPTION_FIELDS_H
#define NNSH_REPL_TYPES_EXCEPTION_FIELDS_H

#include "repl/types/exception.h"

/* Keeps the keywords of ImportError(text, name=, path=), NameError(text, name=), AttributeError(text, name=, obj=):
 * values that are None are not kept. False with MemoryError pending. */
bool exception_keep_field(Exception *exception, const char *name, Value value);

extern const PropertyRow exception_import_fields[];    /* name, path, msg */
extern const PropertyRow exception_name_fields[];      /* name */
extern const PropertyRow exception_attribute_fields[]; /* name, obj */
extern const PropertyRow exception_unicode_fields[];   /* encoding, object, start, end, reason */

/* "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte", from the five arguments; the text itself
 * where there is one argument. row->type of the exception says what was done: encode, decode, translate. */
Value exception_unicode_text(Value self);
/* Checks the arguments of UnicodeDecodeError, UnicodeEncodeError and UnicodeTranslateError. */
bool exception_unicode_check(Exception *exception);

#endif
