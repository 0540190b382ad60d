#include "views/styled.h"

#include <string.h>

#include "engine/core/utf8.h"

/* SGR parameters with colours, and without. */
static const char *const style_sgr[STYLE_COUNT][2] = {
    [STYLE_PLAIN] = {NULL, NULL},          [STYLE_BOLD] = {"1", "1"},        [STYLE_NUMBER] = {NULL, "38;5;34"},
    [STYLE_NONE_DIM] = {NULL, "38;5;45"},  [STYLE_SYMBOL] = {NULL, "38;5;33"},
};

void styled_add(Styled *styled, const char *string, Style style) {
  text_add(&styled->text, string);
  while (styled->styles.length < styled->text.length && !styled->styles.failed)
    text_add_char(&styled->styles, (char)style);
}

void styled_clear(Styled *styled) {
  text_clear(&styled->text);
  text_clear(&styled->styles);
}

void styled_free(Styled *styled) {
  text_free(&styled->text);
  text_free(&styled->styles);
}

static bool is_space(const char *text, size_t at, size_t end) {
  return at < end && (text[at] == ' ' || text[at] == '\t');
}

static int width_of(const char *text, size_t start, size_t end) {
  return utf8_width(text + start, end - start);
}

/* The byte at which [start, end) fills `width` columns; always at least one character on. */
static size_t cut_at(const char *text, size_t start, size_t end, int width) {
  size_t at = start;
  int used = 0;
  while (at < end) {
    uint32_t code;
    int length = utf8_decode(text + at, end - at, &code);
    int columns = length > 0 ? utf8_code_width(code) : 1;
    if (at > start && used + columns > width) break;
    used += columns;
    at += length > 0 ? (size_t)length : 1;
  }
  return at;
}

/* Where the lines begin, as rich's divide_line finds them; returns how many lines. A word includes the blanks on its
 * right; they do not count when the word is fitted. */
static int find_breaks(const char *text, size_t length, int width, bool fold, size_t *starts, int most) {
  int count = 0, used = 0;
  starts[count++] = 0;
  size_t at = 0;
  while (at < length) {
    size_t start = at, end = at;
    while (is_space(text, end, length)) end++;
    if (end == length) break; /* blanks alone are no word */
    while (end < length && !is_space(text, end, length)) end++;
    size_t word_end = end;
    while (is_space(text, end, length)) end++;
    int word = width_of(text, start, word_end), whole = width_of(text, start, end);
    if (width - used >= word) {
      used += whole;
    } else if (word > width) {
      if (fold) {
        size_t piece = start;
        while (piece < end) {
          if (piece && count < most) starts[count++] = piece;
          size_t next = cut_at(text, piece, end, width);
          used = width_of(text, piece, next);
          piece = next;
        }
      } else {
        if (start && count < most) starts[count++] = start;
        used = whole;
      }
    } else if (used && start) {
      if (count < most) starts[count++] = start;
      used = whole;
    }
    at = end;
  }
  return count;
}

enum { MAX_LINES = 256 };

int styled_wrap(const Styled *styled, int width, bool fold, StyledLine *lines, int most) {
  const char *text = text_string(&styled->text);
  size_t length = styled->text.length, starts[MAX_LINES];
  if (width < 1) width = 1;
  if (most > MAX_LINES) most = MAX_LINES;
  int count = find_breaks(text, length, width, fold, starts, most);
  for (int i = 0; i < count; i++) {
    StyledLine *line = &lines[i];
    *line = (StyledLine){starts[i], i + 1 < count ? starts[i + 1] : length, false};
    /* Blanks beyond the width go first; what is still too wide is cut. */
    while (line->end > line->start && is_space(text, line->end - 1, length) &&
           width_of(text, line->start, line->end) > width)
      line->end--;
    if (width_of(text, line->start, line->end) > width) {
      line->ellipsis = !fold;
      line->end = width > 1 ? cut_at(text, line->start, line->end, fold ? width : width - 1) : line->start;
    }
  }
  return count;
}

int styled_write(Text *out, const Styled *styled, const StyledLine *line, int coloured) {
  const char *text = text_string(&styled->text), *styles = text_string(&styled->styles);
  size_t at = line->start;
  while (at < line->end) {
    size_t end = at;
    while (end < line->end && styles[end] == styles[at]) end++;
    const char *sgr = coloured ? style_sgr[(int)styles[at]][coloured - 1] : NULL;
    if (sgr) text_addf(out, "\033[%sm", sgr);
    text_add_bytes(out, text + at, end - at);
    if (end == line->end && line->ellipsis) text_add(out, "…");
    if (sgr) text_add(out, "\033[0m");
    at = end;
  }
  if (line->ellipsis && line->end == line->start) text_add(out, "…");
  return width_of(text, line->start, line->end) + (line->ellipsis ? 1 : 0);
}

void styled_add_wrapped(Text *out, const char *text, int columns) {
  enum { MOST_LINES = 32 };
  Styled styled = {0};
  StyledLine lines[MOST_LINES];
  styled_add(&styled, text, STYLE_PLAIN);
  int count = columns > 0 && !styled.text.failed && !styled.styles.failed
                  ? styled_wrap(&styled, columns, true, lines, MOST_LINES)
                  : 0;
  for (int i = 0; i < count; i++) {
    if (i) text_add_char(out, '\n');
    while (lines[i].end > lines[i].start && text[lines[i].end - 1] == ' ') lines[i].end--;
    styled_write(out, &styled, &lines[i], 0);
  }
  if (count == 0) text_add(out, text);
  styled_free(&styled);
}
