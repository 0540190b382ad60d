/* Text with a style a byte, wrapped and cut as the Python package rich does it: what summary tables are made of. */
#ifndef NNSH_VIEWS_STYLED_H
#define NNSH_VIEWS_STYLED_H

#include "engine/core/text.h"

/* Styles of rich's markup that Keras uses; the SGR parameters are in styled.c. */
typedef enum Style { STYLE_PLAIN, STYLE_BOLD, STYLE_NUMBER, STYLE_NONE_DIM, STYLE_SYMBOL, STYLE_COUNT } Style;

typedef struct Styled {
  Text text;
  Text styles; /* as many bytes as text has: the style of each */
} Styled;

void styled_add(Styled *styled, const char *string, Style style);
void styled_clear(Styled *styled);
void styled_free(Styled *styled);

/* One line of a wrapped text: bytes [start, end) and whether rich would end it with an ellipsis. */
typedef struct StyledLine {
  size_t start, end;
  bool ellipsis;
} StyledLine;

/* Wraps at words into at most `most` lines of `width` columns; returns how many. fold: a word wider than the width goes
 * on in the next line (rich's console.print); else it is cut with an ellipsis (rich's tables). */
int styled_wrap(const Styled *styled, int width, bool fold, StyledLine *lines, int most);

/* Adds a plain text wrapped at words to lines of `columns`, without a line end after the last. */
void styled_add_wrapped(Text *out, const char *text, int columns);

/* Adds one line; `coloured` turns styles into SGR: 0 none, 1 bold only, 2 colours too. Returns its columns. */
int styled_write(Text *out, const Styled *styled, const StyledLine *line, int coloured);

#endif
