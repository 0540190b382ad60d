#include "engine/array/print.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/array/cast.h"
#include "engine/core/number.h"
#include "engine/core/utf8.h"

NdPrintOptions nd_print_options = {
    .precision = 8, .threshold = 1000, .edgeitems = 3, .linewidth = 75, .suppress = false, .sign = '-',
    .float_mode = ND_MAXPREC, .nan_text = "nan", .inf_text = "inf"};

/* How numpy's floating dtypes print: from which magnitude on scientific notation is used in arrays and for scalars. */
typedef struct FloatRule {
  double array_cutoff, scalar_cutoff;
} FloatRule;

static FloatRule float_rule(NdType type) {
  switch (type) {
    case ND_FLOAT16: return (FloatRule){1e3, 1e3};
    case ND_FLOAT32: return (FloatRule){1e6, 1e6};
    default: return (FloatRule){1e8, 1e16};
  }
}

/* ---- Digits of one float ----- */

/* A float with 17 digits and 308 zeros on either side, and what a large `precision` adds. */
enum { FLOAT_TEXT = 1200, MOST_PRECISION = 800 };

static double round_to(NdType type, double value) {
  NdScalar wide = {.type = ND_FLOAT64, .as.f = value};
  return type == ND_FLOAT64 ? value : nd_scalar_cast(wide, type).as.f;
}

/* Shortest digits that name a float16: as number_digits for the wider types. */
static int half_digits(double value, char digits[20], int *exponent) {
  char text[32];
  for (int precision = 0; precision < 5; precision++) {
    snprintf(text, sizeof text, "%.*e", precision, value);
    if (round_to(ND_FLOAT16, strtod(text, NULL)) == value) break;
  }
  int count = 0;
  const char *p = text;
  for (; *p && *p != 'e'; p++)
    if (*p != '.') digits[count++] = *p;
  *exponent = value == 0.0 ? 1 : atoi(p + 1) + 1;
  while (count > 1 && digits[count - 1] == '0') count--;
  digits[count] = '\0';
  return count;
}

/* Below a power of two the neighbours are twice as close as above it, so the shortest name of such a number can lie
 * above it without being the nearest of its length (2^-44 is 5.684341886080802e-14). Tries one digit fewer, rounded up.
 */
static int shorten_power_of_two(NdType type, double value, int count, char digits[20], int *exponent) {
  int power;
  if (value == 0.0 || frexp(value, &power) != 0.5) return count;
  while (count > 1) {
    char shorter[20], text[40];
    int point = *exponent, at = count - 2;
    memcpy(shorter, digits, (size_t)count - 1);
    shorter[count - 1] = '\0';
    while (at >= 0 && shorter[at] == '9') shorter[at--] = '0';
    if (at < 0) return count;
    shorter[at]++;
    snprintf(text, sizeof text, "0.%se%d", shorter, point);
    double named = type == ND_FLOAT32 ? (double)strtof(text, NULL) : round_to(type, strtod(text, NULL));
    if (named != value) return count;
    count--;
    while (count > 1 && shorter[count - 1] == '0') shorter[--count] = '\0';
    memcpy(digits, shorter, (size_t)count + 1);
  }
  return count;
}

/* Digits and decimal point as number_digits; `value` is not negative and finite. */
static int shortest_digits(NdType type, double value, char digits[20], int *exponent) {
  int count;
  if (type == ND_FLOAT16) count = half_digits(value, digits, exponent);
  else if (type == ND_FLOAT32) count = number_digits_float((float)value, digits, exponent);
  else count = number_digits(value, digits, exponent);
  return shorten_power_of_two(type, value, count, digits, exponent);
}

static void trim_zeros(char *text) {
  size_t length = strlen(text);
  while (length > 0 && text[length - 1] == '0') text[--length] = '\0';
}

/* "12.5", "3.", "0.001": shortest digits, of which at most `precision` stay behind the point (rounded exactly), with
 * trailing zeros cut and the point kept. Returns the length. */
static int write_positional(NdType type, double value, int precision, char out[FLOAT_TEXT]) {
  char digits[20];
  int point, at = 0, count = shortest_digits(type, fabs(value), digits, &point);
  if (value == 0.0) point = 1, count = 0;
  if (signbit(value)) out[at++] = '-';
  if (count - point > precision) {
    at += snprintf(out + at, (size_t)(FLOAT_TEXT - at), "%.*f", precision, fabs(value));
    if (precision == 0) out[at++] = '.';
    out[at] = '\0';
  } else {
    if (point <= 0) out[at++] = '0';
    for (int i = 0; i < point; i++) out[at++] = i < count ? digits[i] : '0';
    out[at++] = '.';
    for (int i = point; i < 0; i++) out[at++] = '0';
    for (int i = point > 0 ? point : 0; i < count; i++) out[at++] = digits[i];
    out[at] = '\0';
  }
  trim_zeros(out);
  return (int)strlen(out);
}

typedef struct Scientific {
  char mantissa[FLOAT_TEXT]; /* "-1.25", "1." */
  int power;
} Scientific;

/* Mantissa with the shortest digits, but at least `least` and at most `most` of them behind the point (more than the
 * shortest are the number's exact ones). */
static void write_scientific(NdType type, double value, int least, int most, Scientific *out) {
  char digits[20];
  int point, at = 0, count = shortest_digits(type, fabs(value), digits, &point);
  int fraction = value == 0.0 ? 0 : count - 1;
  int wanted = fraction > most ? most : fraction < least ? least : fraction;
  out->power = value == 0.0 ? 0 : point - 1;
  if (wanted == fraction || value == 0.0) {
    if (signbit(value)) out->mantissa[at++] = '-';
    out->mantissa[at++] = digits[0];
    out->mantissa[at++] = '.';
    for (int i = 1; i <= fraction; i++) out->mantissa[at++] = digits[i];
    for (int i = fraction; i < wanted; i++) out->mantissa[at++] = '0';
    out->mantissa[at] = '\0';
    return;
  }
  snprintf(out->mantissa, sizeof out->mantissa, "%.*e", wanted, value);
  char *e = strchr(out->mantissa, 'e');
  out->power = atoi(e + 1);
  if (wanted == 0) *e++ = '.';
  *e = '\0';
}

static int power_digits(int power) {
  char text[16];
  int length = snprintf(text, sizeof text, "%d", abs(power));
  return length < 2 ? 2 : length;
}

/* ---- One column width for all elements ----- */

/* Decided once from all elements that will be printed, then used for each. */
typedef struct Format {
  NdType type;
  int itemsize;
  bool scalar;     /* a 0-d array: bools are not padded */
  int width;       /* integers: characters of the widest */
  bool scientific; /* floats from here on */
  int precision;   /* digits behind the point, at most (exactly, in scientific notation) */
  int left, right; /* characters on either side of the point */
  int exponent;    /* digits of the exponent */
  bool written;    /* the user's own writer does it */
} Format;

typedef void Visit(void *state, const char *data);

/* Calls `visit` for every element that is printed: all, or the corners where the array is summarized. */
static void visit_printed(const NdArray *array, int axis, const char *data, bool summarize, int edge, Visit *visit,
                          void *state) {
  if (axis == array->ndim) {
    visit(state, data);
    return;
  }
  int64_t count = array->shape[axis], stride = array->strides[axis];
  bool gap = summarize && edge > 0 && count > 2 * (int64_t)edge;
  for (int64_t i = 0; i < count; i++) {
    if (gap && i == edge) i = count - edge;
    visit_printed(array, axis + 1, data + i * stride, summarize, edge, visit, state);
  }
}

typedef struct Survey {
  Format *format;
  bool any_finite, any_nonzero, any_special, any_negative, negative_infinity;
  double largest, smallest; /* magnitudes of finite elements other than zero */
} Survey;

static int write_integer(NdScalar value, char out[32]) {
  return nd_types[value.type].kind == 'i' ? snprintf(out, 32, "%" PRId64, value.as.i)
                                          : snprintf(out, 32, "%" PRIu64, value.as.u);
}

static void survey_integer(void *state, const char *data) {
  Survey *survey = state;
  char text[32];
  NdScalar value = nd_scalar_load(data, survey->format->type);
  int length = write_integer(value, text) + (nd_print_options.sign == '+' && text[0] != '-');
  if (text[0] == '-') survey->any_negative = true;
  if (length > survey->format->width) survey->format->width = length;
}

static void survey_magnitude(void *state, const char *data) {
  Survey *survey = state;
  double value = nd_scalar_load(data, survey->format->type).as.f, magnitude = fabs(value);
  if (!isfinite(value)) {
    survey->any_special = true;
    if (isinf(value) && value < 0) survey->negative_infinity = true;
    return;
  }
  survey->any_finite = true;
  if (signbit(value)) survey->any_negative = true;
  if (magnitude == 0.0) return;
  if (!survey->any_nonzero || magnitude > survey->largest) survey->largest = magnitude;
  if (!survey->any_nonzero || magnitude < survey->smallest) survey->smallest = magnitude;
  survey->any_nonzero = true;
}

static void widen(int *width, int needed) {
  if (needed > *width) *width = needed;
}

static int clamp_precision(int precision) {
  return precision < 0 ? 0 : precision > MOST_PRECISION ? MOST_PRECISION : precision;
}

/* A float without an exponent: its digits up to the precision, or exactly that many where the mode is fixed. */
static int positional(const Format *format, double value, char out[FLOAT_TEXT]) {
  int at = nd_print_options.sign == '+' && !signbit(value), length;
  if (at) out[0] = '+';
  if (nd_print_options.float_mode == ND_FIXED) {
    length = snprintf(out + at, (size_t)(FLOAT_TEXT - at), "%.*f", format->precision, value);
    if (format->precision == 0) {
      out[at + length++] = '.';
      out[at + length] = '\0';
    }
  } else {
    char plain[FLOAT_TEXT];
    length = write_positional(format->type, value, format->precision, plain);
    if (length > FLOAT_TEXT - 2) length = FLOAT_TEXT - 2;
    memcpy(out + at, plain, (size_t)length);
    out[at + length] = '\0';
  }
  return at + length;
}

static int print_precision(void) {
  return nd_print_options.float_mode == ND_UNIQUE ? MOST_PRECISION : clamp_precision(nd_print_options.precision);
}

static void survey_text(void *state, const char *data) {
  Format *format = ((Survey *)state)->format;
  double value = nd_scalar_load(data, format->type).as.f;
  if (!isfinite(value)) return;
  if (format->scientific) {
    Scientific parts;
    int most = print_precision();
    bool fixed = nd_print_options.float_mode == ND_FIXED;
    write_scientific(format->type, value, fixed ? most : 0, most, &parts);
    if (!fixed) trim_zeros(parts.mantissa);
    int point = (int)(strchr(parts.mantissa, '.') - parts.mantissa);
    widen(&format->left, point + (nd_print_options.sign == '+' && !signbit(value)));
    widen(&format->precision, (int)strlen(parts.mantissa) - point - 1);
    widen(&format->exponent, power_digits(parts.power));
  } else {
    char text[FLOAT_TEXT];
    int length = positional(format, value, text);
    int point = (int)(strchr(text, '.') - text);
    widen(&format->left, point);
    widen(&format->right, length - point - 1);
  }
}

/* numpy compares and divides in the array's own dtype. */
static bool wants_scientific(NdType type, double largest, double smallest) {
  if (largest >= float_rule(type).array_cutoff) return true;
  if (nd_print_options.suppress) return false;
  return smallest < round_to(type, 0.0001) || round_to(type, largest / smallest) > 1000.0;
}

static Format choose_format(const NdArray *array, bool summarize) {
  Format format = {.type = array->type, .itemsize = array->itemsize, .scalar = array->ndim == 0};
  Survey survey = {.format = &format};
  int edge = nd_print_options.edgeitems;
  char kind = nd_types[array->type].kind;
  if (nd_print_options.writer != NULL && array->size > 0) {
    Text probe = {0};
    format.written = nd_print_options.writer(nd_kind(array), array->data, &probe) != 0;
    text_free(&probe);
  }
  if (kind == 'b' || !nd_is_number(array->type) || format.written) return format;
  if (kind != 'f') {
    visit_printed(array, 0, array->data, summarize, edge, survey_integer, &survey);
    if (nd_print_options.sign == ' ' && !survey.any_negative) format.width++;
    return format;
  }
  visit_printed(array, 0, array->data, summarize, edge, survey_magnitude, &survey);
  format.scientific = survey.any_nonzero && wants_scientific(array->type, survey.largest, survey.smallest);
  format.precision = format.scientific ? 0 : print_precision();
  visit_printed(array, 0, array->data, summarize, edge, survey_text, &survey);
  if (format.scientific) format.right = format.exponent + 2 + format.precision;
  if (nd_print_options.sign == ' ' && !survey.any_negative) format.left++;
  if (survey.any_special) {
    int sign = survey.negative_infinity || nd_print_options.sign != '-';
    widen(&format.left, (int)strlen(nd_print_options.nan_text) - (format.right + 1));
    widen(&format.left, (int)strlen(nd_print_options.inf_text) + sign - (format.right + 1));
  }
  return format;
}

static void write_spaces(Text *text, int count) { text_add_times(text, " ", count); }

static void write_float(Text *text, const Format *format, double value) {
  if (!isfinite(value)) {
    char name[32];
    bool minus = isinf(value) && value < 0;
    snprintf(name, sizeof name, "%s%s", minus ? "-" : nd_print_options.sign == '+' ? "+" : "",
             isnan(value) ? nd_print_options.nan_text : nd_print_options.inf_text);
    write_spaces(text, format->left + format->right + 1 - (int)strlen(name));
    text_add(text, name);
  } else if (format->scientific) {
    Scientific parts;
    write_scientific(format->type, value, format->precision, format->precision, &parts);
    bool plus = nd_print_options.sign == '+' && !signbit(value);
    write_spaces(text, format->left - (int)(strchr(parts.mantissa, '.') - parts.mantissa) - plus);
    if (plus) text_add_char(text, '+');
    text_addf(text, "%se%c%0*d", parts.mantissa, parts.power < 0 ? '-' : '+', format->exponent, abs(parts.power));
  } else {
    char out[FLOAT_TEXT];
    int length = positional(format, value, out);
    int point = (int)(strchr(out, '.') - out), missing = format->right - (length - point - 1);
    bool equal = nd_print_options.float_mode == ND_FIXED || nd_print_options.float_mode == ND_MAXPREC_EQUAL;
    /* Digits beyond the shortest ones are the number's own, which are not always zeros for narrow floats. */
    if (equal && missing > 0) {
      int sign = out[0] == '+';
      snprintf(out + sign, (size_t)(FLOAT_TEXT - sign), "%.*f", format->right, value);
      missing = 0;
    }
    write_spaces(text, format->left - point);
    text_add(text, out);
    write_spaces(text, missing);
  }
}

static void write_element(Text *text, const Format *format, const char *data) {
  NdKind kind = {format->type, format->itemsize};
  if (format->written && nd_print_options.writer(kind, data, text) != 0) return;
  if (nd_is_text(format->type)) {
    nd_element_repr(text, kind, data);
    return;
  }
  if (format->type == ND_OBJECT) {
    nd_objects.repr(*(void *const *)data, text);
    return;
  }
  NdScalar value = nd_scalar_load(data, format->type);
  char out[32];
  int width;
  bool plus;
  switch (nd_types[format->type].kind) {
    case 'b': text_add(text, value.as.u ? (format->scalar ? "True" : " True") : "False"); break;
    case 'f': write_float(text, format, value.as.f); break;
    default:
      width = format->width - write_integer(value, out);
      plus = nd_print_options.sign == '+' && out[0] != '-';
      write_spaces(text, width - plus);
      if (plus) text_add_char(text, '+');
      text_add(text, out);
  }
}

/* ---- Rows and brackets ----- */

typedef struct Layout {
  Text *text;
  const NdArray *array;
  Format format;
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
    write_element(&word, &layout->format, data + i * stride);
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
    write_element(text, &layout->format, data);
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
  layout.format = choose_format(array, layout.summarize);
  /* The text starts behind the prefix, which may already stand in it: the line is counted from there. */
  int indent = (int)strlen(prefix) + 1;
  Text out = {0};
  layout.text = &out;
  write_spaces(&out, indent - 1);
  lay_axis(&layout, 0, array->data, indent, nd_print_options.linewidth - suffix);
  if (out.failed) text->failed = true;
  else text_add_bytes(text, out.data + indent - 1, out.length - (size_t)(indent - 1));
  text_free(&out);
}

void nd_print_array(Text *text, const NdArray *array, const char *separator, const char *prefix, int suffix) {
  print_array(text, array, separator, prefix, suffix);
}

void nd_print_str(Text *text, const NdArray *array) {
  if (array->ndim == 0 && array->type == ND_BYTES) {
    text_add(text, "np.bytes_(");
    nd_element_repr(text, nd_kind(array), array->data);
    text_add_char(text, ')');
  } else if (array->ndim == 0 && array->type == ND_STRING) {
    nd_element_text(text, nd_kind(array), array->data);
  } else if (array->ndim == 0 && array->type == ND_OBJECT) {
    nd_objects.as_text(*(void **)array->data, text);
  } else if (array->ndim == 0) {
    nd_print_scalar_str(text, nd_scalar_load(array->data, array->type));
  } else {
    print_array(text, array, " ", "", 0);
  }
}

static bool type_is_implied(NdType type) { return type == ND_BOOL || type == ND_INT64 || type == ND_FLOAT64; }

void nd_print_repr(Text *text, const NdArray *array) {
  static const char prefix[] = "array(";
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
    bool quoted = nd_is_text(array->type);
    text_addf(&extra, "%sdtype=%s%s%s", extra.length ? ", " : "", quoted ? "'" : "", name, quoted ? "'" : "");
  }
  text_add_char(&extra, ')');
  if (extra.length > 1 && !text->failed) {
    text_add_char(text, ',');
    size_t line = text->length;
    while (line > start && text->data[line - 1] != '\n') line--;
    int used = columns(text->data + line, text->length - line, nd_is_number(array->type));
    if (used + (int)extra.length + 1 > nd_print_options.linewidth) {
      text_add_char(text, '\n');
      write_spaces(text, (int)sizeof prefix - 1);
    } else {
      text_add_char(text, ' ');
    }
  }
  text_add(text, text_string(&extra));
  if (extra.failed) text->failed = true;
  text_free(&extra);
}

/* ---- Scalars ----- */

static void print_float_scalar(Text *text, NdType type, double value) {
  double magnitude = fabs(value);
  if (!isfinite(value)) {
    text_add(text, isnan(value) ? "nan" : value < 0 ? "-inf" : "inf");
  } else if (magnitude == 0.0 || (magnitude >= 1e-4 && magnitude < float_rule(type).scalar_cutoff)) {
    char out[FLOAT_TEXT];
    int length = write_positional(type, value, MOST_PRECISION, out);
    text_add(text, out);
    if (out[length - 1] == '.') text_add_char(text, '0');
  } else {
    Scientific parts;
    write_scientific(type, value, 0, MOST_PRECISION, &parts);
    size_t length = strlen(parts.mantissa);
    if (parts.mantissa[length - 1] == '.') parts.mantissa[length - 1] = '\0';
    text_addf(text, "%se%c%02d", parts.mantissa, parts.power < 0 ? '-' : '+', abs(parts.power));
  }
}

void nd_print_scalar_str(Text *text, NdScalar value) {
  char out[32];
  switch (nd_types[value.type].kind) {
    case 'b': text_add(text, value.as.u ? "True" : "False"); break;
    case 'f': print_float_scalar(text, value.type, value.as.f); break;
    default: write_integer(value, out); text_add(text, out);
  }
}

void nd_print_scalar_repr(Text *text, NdScalar value) {
  if (nd_types[value.type].kind == 'b') {
    text_add(text, value.as.u ? "np.True_" : "np.False_");
    return;
  }
  text_addf(text, "np.%s(", nd_types[value.type].name);
  nd_print_scalar_str(text, value);
  text_add_char(text, ')');
}
