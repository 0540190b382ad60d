/* Days by their numbers, for the files behind datetime. The first of January of year 1 is day 1. */
#ifndef NNSH_REPL_MODULES_MOMENTS_H
#define NNSH_REPL_MODULES_MOMENTS_H

#include "repl/modules/modules.h"

bool moment_is_leap(int64_t year);
/* Days before each month, and of the year: of a common year, of a leap year. */
extern const int16_t moment_days_before[2][13];
/* The number of a day that there is, and the year, month and day of a number from 1 to 3652059. */
int64_t moment_day_number(int64_t year, int64_t month, int64_t day);
void moment_day_parts(int64_t number, int64_t parts[3]);

/* Rows of module _moments. */
extern const NativeRow moment_functions[];

#endif
