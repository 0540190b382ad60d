/* re.Match: what a pattern found. Made by re_module.c. */
#ifndef NNSH_REPL_MODULES_MATCH_H
#define NNSH_REPL_MODULES_MATCH_H

#include "repl/modules/modules.h"

/* A place in the subject: its byte, and its character, which is what the program is told; -1 where a group took no
 * part. */
typedef struct MatchPlace {
  int64_t byte, point;
} MatchPlace;

typedef struct Match {
  Object head;
  Value pattern, string; /* a re.Pattern; the str or bytes that was searched */
  int64_t pos, endpos;   /* where the search was to begin and to end */
  int64_t groups;        /* without the whole match, which is group 0 */
  MatchPlace places[];   /* start and end of each group */
} Match;

extern Type match_type;

/* A match whose places are to be filled in; pattern and string are kept. */
Match *match_new(Value pattern, Value string, int64_t groups, int64_t pos, int64_t endpos);

#endif
