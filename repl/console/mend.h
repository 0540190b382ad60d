/* Mending: text that does not compile as it is, but does once what pasting, web pages, editors or Python 2 did to it is
 * undone. Text that compiles is never touched, nor what stands in strings that compile; what still does not compile
 * afterwards stays as it was, with its own error. Each rule is a row of mend.c, with a note that tells what was read
 * otherwise than it stands there. Lines keep their numbers. */
#ifndef NNSH_REPL_CONSOLE_MEND_H
#define NNSH_REPL_CONSOLE_MEND_H

#include "engine/core/text.h"
#include "repl/console/scan.h"
#include "repl/language/language.h"

typedef struct Mended {
  Text text;
  Text notes; /* a line each, "" where nothing needs to be said */
} Mended;

/* Mends a text that would be compiled under this name and in this mode; `first_line` numbers the notes. False: it
 * compiles as it is (or is only unfinished, in LANG_INTERACTIVE), or no rule helps. Leaves no exception pending.
 * Release with mended_free. */
bool mend_source(Mended *mended, const char *text, size_t length, const char *name, int first_line, LangMode mode);
void mended_free(Mended *mended);

/* For tests: what the first rule says that would change a text, although it may compile, of those whose sign of damage
 * stands in no program; NULL where none would. */
const char *mend_finds(const char *text, size_t length);

/* The statements of a copied session (`>>> x`, `... y`, `In [3]: z`), without its output lines. */
typedef struct MendPiece {
  size_t start, end; /* in `text` */
  int line;          /* counted from 0 */
} MendPiece;
typedef struct MendSession {
  Text text;
  MendPiece *pieces;
  int count;
} MendSession;
/* False where the text is no session. Release with mend_session_free. */
bool mend_session(MendSession *session, const char *text, size_t length);
void mend_session_free(MendSession *session);

/* How many bytes of a typed line are a prompt that was copied along: ">>> ", "In [3]: ", and where a statement goes on
 * ("... ", "   ...: ") too. */
size_t mend_prompt_length(const char *line, size_t length, bool goes_on);

/* ---- Private to the mending ---- */

typedef struct Mending {
  const Scan *scan; /* the text as it is now */
  Text out;         /* the rule writes the whole text here */
  size_t first, count; /* the first mended line (from 0), and how many lines were mended */
  size_t seen;      /* the last line that was counted */
  const char *name;
  LangMode mode;
  bool bad_tabs; /* the failure is one of indentation */
} Mending;

void mend_touch(Mending *mending, size_t line);
/* Adds line `i` as it is, with its end; or only its end. */
void mend_keep_line(Mending *mending, size_t i);
void mend_blank_line(Mending *mending, size_t i);
/* Whether a text compiles now, for rules that choose between two readings. */
bool mend_compiles(const Mending *mending, const char *text, size_t length);

/* mend_paste.c: what copying adds. */
void mend_prompts(Mending *mending);
void mend_fences(Mending *mending);
void mend_numbers(Mending *mending);
void mend_indentation(Mending *mending);
void mend_first_indentation(Mending *mending);
void mend_tabs(Mending *mending);
void mend_cells(Mending *mending);
void mend_prose(Mending *mending);

#endif
