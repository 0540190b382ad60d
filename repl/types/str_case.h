/* Capitals and small letters by Unicode's full rules, as str's methods give them. Private. */
#ifndef NNSH_REPL_TYPES_STR_CASE_H
#define NNSH_REPL_TYPES_STR_CASE_H

#include "repl/types/containers.h"

typedef enum StrCase { CASE_UPPER, CASE_LOWER, CASE_SWAPPED, CASE_TITLE, CASE_CAPITALIZED } StrCase;

Value str_to_case(const String *string, StrCase wanted);
/* A letter that has two forms, or is one of them. */
bool str_is_cased(uint32_t code);

#endif
