#include "engine/array/print.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "engine/array/print_format.h"
#include "engine/array/record.h"
#include "engine/array/times.h"
#include "engine/core/utf8.h"

NdPrintOptions nd_print_options = {
    .precision = 8, .threshold = 1000, .edgeitems = 3, .linewidth = 75, .suppress = false, .sign = '-',
    .float_mode = ND_MAXPREC, .nan_text = "nan", .inf_text = "inf"};

static void write_spaces(Text *text, int count) { text_add_times(text, " ", count); }

typedef struct Layout {
  Text *text;
  const NdArray *array;
  NdFormat format;
  const char *separator; /* ", " or " " */
  int separator_width;   /* without trailing spaces */
  bool summarize;
  int edge, trailing; /* elements before and after "..." */
  size_t line_start; /* where the current line begins in text */
} Layout;

static int trimmed_length(const char *string) {
  int length = (int)strlen(string);
  while (length > 0 && string[length - 1] == ' ') length--;
  return length;
}

/* How many columns a text takes: letters, which are bytes where only numbers are printed. */
static int columns(const char *text, size_t length, bool number) {
  return (int)(number ? length : utf8_count(text, length));
}

static void end_line(Layout *layout) {
  Text *text = layout->text;
  while (text->length > 0 && text->data[text->length - 1] == ' ') text->data[--text->length] = '\0';
  text_add_char(text, '\n');
  layout->line_start = text->length;
}

/* Puts a word on the current line, or on a new one, indented, where it would pass `width` and that would help. */
static void place_word(Layout *layout, const Text *word, int width, int indent) {
  Text *text = layout->text;
  bool number = nd_is_number(layout->array->type);
  int used = columns(text_string(text) + layout->line_start, text->length - layout->line_start, number);
  /* The words of an object's repr may have several lines, which stand below each other. */
  const char *at = text_string(word), *end = at + word->length;
  int longest = 0, last = 0;
  for (const char *line = at; line <= end;) {
    const char *stop = memchr(line, '\n', (size_t)(end - line));
    if (stop == NULL || number) stop = end;
    last = columns(line, (size_t)(stop - line), number);
    if (last > longest) longest = last;
    line = stop + 1;
  }
  if (used > indent && used + longest > width) {
    end_line(layout);
    write_spaces(text, indent);
    used = indent;
  }
  for (const char *line = at; line <= end;) {
    const char *stop = number ? NULL : memchr(line, '\n', (size_t)(end - line));
    if (line != at) {
      end_line(layout);
      write_spaces(text, used);
    }
    text_add_bytes(text, line, (size_t)((stop ? stop : end) - line));
    if (stop == NULL) break;
    line = stop + 1;
  }
  write_spaces(text, longest - last);
}

/* The innermost axis: elements side by side, wrapped at `width`. The text already ends in `indent` columns and one '['
 * belongs to the last of them. */
static void lay_row(Layout *layout, const char *data, int indent, int width) {
  int64_t count = layout->array->shape[layout->array->ndim - 1];
  int64_t stride = layout->array->strides[layout->array->ndim - 1];
  bool gap = layout->summarize && count > 2 * (int64_t)layout->edge;
  int room = width - (layout->separator_width > 1 ? layout->separator_width : 1);
  Text word = {0};
  for (int64_t i = 0; i < count; i++) {
    if (gap && i == layout->edge) {
      text_clear(&word);
      text_add(&word, "...");
      place_word(layout, &word, room, indent);
      text_add(layout->text, layout->separator);
      i = count - layout->trailing;
    }
    text_clear(&word);
    nd_write_element(&word, &layout->format, data + i * stride);
    place_word(layout, &word, room, indent);
    if (i + 1 < count) text_add(layout->text, layout->separator);
  }
  if (word.failed) layout->text->failed = true;
  text_free(&word);
}

/* Lays out what lies under `axis`. `indent` columns stand before this part on its first line. */
static void lay_axis(Layout *layout, int axis, const char *data, int indent, int width) {
  Text *text = layout->text;
  if (axis == layout->array->ndim) {
    nd_write_element(text, &layout->format, data);
    return;
  }
  text_add_char(text, '[');
  int left = layout->array->ndim - axis;
  if (left == 1) {
    lay_row(layout, data, indent, width);
    text_add_char(text, ']');
    return;
  }
  int64_t count = layout->array->shape[axis], stride = layout->array->strides[axis];
  bool gap = layout->summarize && count > 2 * (int64_t)layout->edge;
  bool first = true;
  for (int64_t i = 0; i < count; i++) {
    bool dots = gap && i == layout->edge;
    if (dots) i = count - layout->trailing;
    for (int part = dots ? 0 : 1; part < 2; part++, first = false) {
      if (!first) {
        text_add_bytes(text, layout->separator, (size_t)layout->separator_width);
        text_add_times(text, "\n", left - 1);
        layout->line_start = text->length;
        write_spaces(text, indent);
      }
      if (part == 0) text_add(text, "...");
      else lay_axis(layout, axis + 1, data + i * stride, indent + 1, width - 1);
    }
  }
  text_add_char(text, ']');
}

static void print_array(Text *text, const NdArray *array, const char *separator, const char *prefix, int suffix) {
  if (array->size == 0) {
    text_add(text, "[]");
    return;
  }
  Layout layout = {.text = text, .array = array, .separator = separator, .separator_width = trimmed_length(separator)};
  layout.summarize = array->size > nd_print_options.threshold;
  layout.edge = nd_print_options.edgeitems < 0 ? 0 : nd_print_options.edgeitems;
  layout.trailing = layout.edge > 0 ? layout.edge : 1; /* numpy shows the last one even where edgeitems is 0 */
  layout.format = nd_choose_format(array, layout.summarize);
  /* The text starts behind the prefix, which may already stand in it: the line is counted from there. */
  int indent = (int)strlen(prefix) + 1;
  Text out = {0};
  layout.text = &out;
  write_spaces(&out, indent - 1);
  lay_axis(&layout, 0, array->data, indent, nd_print_options.linewidth - suffix);
  nd_free_format(&layout.format);
  if (out.failed) text->failed = true;
  else text_add_bytes(text, out.data + indent - 1, out.length - (size_t)(indent - 1));
  text_free(&out);
}

void nd_print_array(Text *text, const NdArray *array, const char *separator, const char *prefix, int suffix) {
  print_array(text, array, separator, prefix, suffix);
}

void nd_print_str(Text *text, const NdArray *array) {
  if (nd_is_swapped(array->type)) {
    print_array(text, array, " ", "", 0);
  } else if (array->ndim == 0 && array->type == ND_BYTES) {
    text_add(text, "np.bytes_(");
    nd_element_repr(text, nd_kind(array), array->data);
    text_add_char(text, ')');
  } else if (array->ndim == 0 && array->type == ND_STRING) {
    nd_element_text(text, nd_kind(array), array->data);
  } else if (array->ndim == 0 && array->type == ND_OBJECT) {
    nd_objects.as_text(*(void **)array->data, text);
  } else if (array->ndim == 0 && nd_is_time(array->type)) {
    nd_time_str(text, array->type, *(const int64_t *)array->data);
  } else if (array->ndim == 0 && nd_is_record(array->type)) {
    print_array(text, array, " ", "", 0);
  } else if (array->ndim == 0) {
    nd_print_element_str(text, nd_kind(array), array->data);
  } else {
    print_array(text, array, " ", "", 0);
  }
}

static bool type_is_implied(NdType type) {
  return type == ND_BOOL || type == ND_INT64 || type == ND_FLOAT64 || type == ND_COMPLEX128;
}

void nd_print_repr(Text *text, const NdArray *array) { nd_print_repr_named(text, array, "array"); }

void nd_print_repr_named(Text *text, const NdArray *array, const char *class) {
  char prefix[128];
  snprintf(prefix, sizeof prefix, "%.100s(", class);
  size_t start = text->length;
  text_add(text, prefix);
  print_array(text, array, ", ", prefix, 1);
  Text extra = {0};
  if ((array->size == 0 && !(array->ndim == 1)) || array->size > nd_print_options.threshold) {
    char shape[32 * ND_MAX_DIMS];
    nd_shape_text(array->ndim, array->shape, shape, sizeof shape);
    text_addf(&extra, "shape=%s", shape);
  }
  if (!type_is_implied(array->type) || array->size == 0) {
    char name[32];
    nd_kind_name(nd_kind(array), name);
    bool quoted = nd_is_text(array->type) || nd_is_time(array->type) || nd_is_swapped(array->type);
    text_addf(&extra, "%sdtype=", extra.length ? ", " : "");
    if (nd_is_record(array->type)) nd_record_text(&extra, array->type);
    else text_addf(&extra, "%s%s%s", quoted ? "'" : "", name, quoted ? "'" : "");
  }
  text_add_char(&extra, ')');
  if (extra.length > 1 && !text->failed) {
    text_add_char(text, ',');
    size_t line = text->length;
    while (line > start && text->data[line - 1] != '\n') line--;
    int used = columns(text->data + line, text->length - line, nd_is_number(array->type));
    if (used + (int)extra.length + 1 > nd_print_options.linewidth) {
      text_add_char(text, '\n');
      write_spaces(text, (int)strlen(prefix));
    } else {
      text_add_char(text, ' ');
    }
  }
  text_add(text, text_string(&extra));
  if (extra.failed) text->failed = true;
  text_free(&extra);
}
