/* One column width for all elements that are printed: found in a first walk, then used for each. */
#include "engine/array/print_format.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/array/cast.h"
#include "engine/array/print_digits.h"
#include "engine/array/record.h"
#include "engine/array/swapped.h"
#include "engine/array/times.h"
#include "engine/core/memory.h"

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
  NdFormat *format;
  NdFloatFormat *real;
  int offset; /* of the part that is looked at in a complex element */
  bool any_finite, any_nonzero, any_special, any_negative, negative_infinity;
  double largest, smallest; /* magnitudes of finite elements other than zero */
} Survey;

static void survey_integer(void *state, const char *data) {
  Survey *survey = state;
  char text[32];
  NdScalar value = nd_scalar_load(data, survey->format->type);
  int length = nd_write_integer(value, text) + (nd_print_options.sign == '+' && text[0] != '-');
  if (text[0] == '-') survey->any_negative = true;
  if (length > survey->format->width) survey->format->width = length;
}

static void survey_magnitude(void *state, const char *data) {
  Survey *survey = state;
  double value = nd_scalar_load(data + survey->offset, survey->real->type).as.f, magnitude = fabs(value);
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
  return precision < 0 ? 0 : precision > ND_MOST_PRECISION ? ND_MOST_PRECISION : precision;
}

/* A float without an exponent: its digits up to the precision, or exactly that many where the mode is fixed. */
static int positional(const NdFloatFormat *format, double value, char out[ND_FLOAT_TEXT]) {
  int at = format->sign == '+' && !signbit(value), length;
  if (at) out[0] = '+';
  if (nd_print_options.float_mode == ND_FIXED) {
    length = snprintf(out + at, (size_t)(ND_FLOAT_TEXT - at), "%.*f", format->precision, value);
    if (format->precision == 0) {
      out[at + length++] = '.';
      out[at + length] = '\0';
    }
  } else {
    char plain[ND_FLOAT_TEXT];
    length = nd_write_positional(format->type, value, format->precision, plain);
    if (length > ND_FLOAT_TEXT - 2) length = ND_FLOAT_TEXT - 2;
    memcpy(out + at, plain, (size_t)length);
    out[at + length] = '\0';
  }
  return at + length;
}

static int print_precision(void) {
  return nd_print_options.float_mode == ND_UNIQUE ? ND_MOST_PRECISION : clamp_precision(nd_print_options.precision);
}

static void survey_text(void *state, const char *data) {
  NdFloatFormat *format = ((Survey *)state)->real;
  double value = nd_scalar_load(data + ((Survey *)state)->offset, format->type).as.f;
  if (!isfinite(value)) return;
  if (format->scientific) {
    NdScientific parts;
    int most = print_precision();
    bool fixed = nd_print_options.float_mode == ND_FIXED;
    nd_write_scientific(format->type, value, fixed ? most : 0, most, &parts);
    if (!fixed) nd_trim_zeros(parts.mantissa);
    int point = (int)(strchr(parts.mantissa, '.') - parts.mantissa);
    widen(&format->left, point + (format->sign == '+' && !signbit(value)));
    widen(&format->precision, (int)strlen(parts.mantissa) - point - 1);
    widen(&format->exponent, nd_power_digits(parts.power));
  } else {
    char text[ND_FLOAT_TEXT];
    int length = positional(format, value, text);
    int point = (int)(strchr(text, '.') - text);
    widen(&format->left, point);
    widen(&format->right, length - point - 1);
  }
}

/* numpy compares and divides in the array's own dtype. */
static bool wants_scientific(NdType type, double largest, double smallest) {
  if (largest >= nd_float_rule(type).array_cutoff) return true;
  if (nd_print_options.suppress) return false;
  return smallest < nd_round_to(type, 0.0001) || nd_round_to(type, largest / smallest) > 1000.0;
}

static NdFloatFormat choose_float(const NdArray *array, NdType type, int offset, char sign, bool summarize) {
  NdFloatFormat real = {.type = type, .sign = sign};
  Survey survey = {.real = &real, .offset = offset};
  int edge = nd_print_options.edgeitems;
  visit_printed(array, 0, array->data, summarize, edge, survey_magnitude, &survey);
  real.scientific = survey.any_nonzero && wants_scientific(type, survey.largest, survey.smallest);
  real.precision = real.scientific ? 0 : print_precision();
  visit_printed(array, 0, array->data, summarize, edge, survey_text, &survey);
  if (real.scientific) real.right = real.exponent + 2 + real.precision;
  if (sign == ' ' && !survey.any_negative) real.left++;
  if (survey.any_special) {
    int room = survey.negative_infinity || sign != '-';
    widen(&real.left, (int)strlen(nd_print_options.nan_text) - (real.right + 1));
    widen(&real.left, (int)strlen(nd_print_options.inf_text) + room - (real.right + 1));
  }
  return real;
}

/* Each field has a width of its own. */
static NdFormat *choose_fields(const NdArray *array, bool summarize) {
  const NdRecord *record = nd_record_of(array->type);
  NdFormat *formats = core_alloc_zero((size_t)(record->count > 0 ? record->count : 1), sizeof *formats);
  for (int i = 0; formats != NULL && i < record->count; i++) {
    NdArray *view = nd_record_view(array, &record->fields[i], NULL);
    if (view != NULL) formats[i] = nd_choose_format(view, summarize);
    nd_release(view);
  }
  return formats;
}

void nd_free_format(NdFormat *format) {
  const NdRecord *record = nd_record_of(format->type);
  for (int i = 0; format->fields != NULL && i < record->count; i++) nd_free_format(&format->fields[i]);
  core_free(format->fields);
}

/* A date in quotes, a span as its count. */
static void write_time(Text *text, NdType type, int64_t count) {
  if (count == ND_NAT) text_add(text, "'NaT'");
  else if (nd_is_span(type)) text_addf(text, "%lld", (long long)count);
  else text_add_char(text, '\'');
  if (count == ND_NAT || nd_is_span(type)) return;
  nd_time_text(text, count, nd_time_unit(type));
  text_add_char(text, '\'');
}

static void survey_time(void *state, const char *data) {
  NdFormat *format = ((Survey *)state)->format;
  Text text = {0};
  write_time(&text, format->type, *(const int64_t *)data);
  widen(&format->width, (int)text.length);
  text_free(&text);
}

NdFormat nd_choose_format(const NdArray *array, bool summarize) {
  if (nd_is_swapped(array->type)) {
    Error error = {0};
    NdArray *native = nd_astype(array, nd_native(array->type), &error);
    NdFormat format = {.type = nd_native(array->type), .itemsize = array->itemsize};
    if (native != NULL) format = nd_choose_format(native, summarize);
    nd_release(native);
    format.stored = array->type;
    return format;
  }
  NdFormat format = {.type = array->type, .stored = array->type, .itemsize = array->itemsize, .scalar = array->ndim == 0};
  Survey survey = {.format = &format};
  char kind = nd_types[array->type].kind, sign = nd_print_options.sign;
  if (nd_print_options.writer != NULL && array->size > 0) {
    Text probe = {0};
    format.written = nd_print_options.writer(nd_kind(array), array->data, &probe) != 0;
    text_free(&probe);
  }
  if (format.written) return format;
  if (nd_is_time(array->type))
    visit_printed(array, 0, array->data, summarize, nd_print_options.edgeitems, survey_time, &survey);
  if (kind == 'V') format.fields = choose_fields(array, summarize);
  if (kind == 'i' || kind == 'u') {
    visit_printed(array, 0, array->data, summarize, nd_print_options.edgeitems, survey_integer, &survey);
    if (sign == ' ' && !survey.any_negative) format.width++;
  } else if (kind == 'f') {
    format.parts[0] = choose_float(array, array->type, 0, sign, summarize);
  } else if (kind == 'c') {
    NdType part = nd_part_type(array->type);
    format.parts[0] = choose_float(array, part, 0, sign, summarize);
    format.parts[1] = choose_float(array, part, nd_types[part].itemsize, '+', summarize);
  }
  return format;
}

static void write_spaces(Text *text, int count) { text_add_times(text, " ", count); }

static void write_float(Text *text, const NdFloatFormat *format, double value) {
  if (!isfinite(value)) {
    char name[32];
    bool minus = isinf(value) && value < 0;
    snprintf(name, sizeof name, "%s%s", minus ? "-" : format->sign == '+' ? "+" : "",
             isnan(value) ? nd_print_options.nan_text : nd_print_options.inf_text);
    write_spaces(text, format->left + format->right + 1 - (int)strlen(name));
    text_add(text, name);
  } else if (format->scientific) {
    NdScientific parts;
    nd_write_scientific(format->type, value, format->precision, format->precision, &parts);
    bool plus = format->sign == '+' && !signbit(value);
    write_spaces(text, format->left - (int)(strchr(parts.mantissa, '.') - parts.mantissa) - plus);
    if (plus) text_add_char(text, '+');
    text_addf(text, "%se%c%0*d", parts.mantissa, parts.power < 0 ? '-' : '+', format->exponent, abs(parts.power));
  } else {
    char out[ND_FLOAT_TEXT];
    int length = positional(format, value, out);
    int point = (int)(strchr(out, '.') - out), missing = format->right - (length - point - 1);
    bool equal = nd_print_options.float_mode == ND_FIXED || nd_print_options.float_mode == ND_MAXPREC_EQUAL;
    /* Digits beyond the shortest ones are the number's own, which are not always zeros for narrow floats. */
    if (equal && missing > 0) {
      int sign = out[0] == '+';
      snprintf(out + sign, (size_t)(ND_FLOAT_TEXT - sign), "%.*f", format->right, value);
      missing = 0;
    }
    write_spaces(text, format->left - point);
    text_add(text, out);
    write_spaces(text, missing);
  }
}

/* "1.+2.j": the parts, the j before the spaces at the end. */
static void write_complex(Text *text, const NdFormat *format, const char *data) {
  NdType part = format->parts[0].type;
  write_float(text, &format->parts[0], nd_scalar_load(data, part).as.f);
  Text imaginary = {0};
  write_float(&imaginary, &format->parts[1], nd_scalar_load(data + nd_types[part].itemsize, part).as.f);
  size_t length = imaginary.length;
  while (length > 0 && imaginary.data[length - 1] == ' ') length--;
  text_add_bytes(text, text_string(&imaginary), length);
  text_add_char(text, 'j');
  write_spaces(text, (int)(imaginary.length - length));
  if (imaginary.failed) text->failed = true;
  text_free(&imaginary);
}

/* The elements of a field, with brackets where it has axes. */
static void write_field(Text *text, const NdFormat *format, const NdField *field, int axis, const char *data) {
  if (axis == field->ndim) {
    nd_write_element(text, format, data);
    return;
  }
  int64_t step = field->kind.itemsize;
  for (int i = axis + 1; i < field->ndim; i++) step *= field->shape[i];
  text_add_char(text, '[');
  for (int64_t i = 0; i < field->shape[axis]; i++) {
    if (i > 0) text_add(text, ", ");
    write_field(text, format, field, axis + 1, data + i * step);
  }
  text_add_char(text, ']');
}

static void write_record(Text *text, const NdFormat *format, const char *data) {
  const NdRecord *record = nd_record_of(format->type);
  text_add_char(text, '(');
  for (int i = 0; i < record->count && format->fields != NULL; i++) {
    if (i > 0) text_add(text, ", ");
    write_field(text, &format->fields[i], &record->fields[i], 0, data + record->fields[i].place);
  }
  text_add(text, record->count == 1 ? ",)" : ")");
  if (format->fields == NULL) text->failed = true;
}

void nd_write_element(Text *text, const NdFormat *format, const char *data) {
  _Alignas(16) char native[16];
  if (nd_is_swapped(format->stored)) {
    nd_swap_element(native, data, format->stored);
    data = native;
  }
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
  if (nd_is_time(format->type)) {
    Text word = {0};
    write_time(&word, format->type, *(const int64_t *)data);
    write_spaces(text, format->width - (int)word.length);
    text_add(text, text_string(&word));
    text_free(&word);
    return;
  }
  if (nd_is_record(format->type)) {
    write_record(text, format, data);
    return;
  }
  if (nd_is_complex(format->type)) {
    write_complex(text, format, data);
    return;
  }
  NdScalar value = nd_scalar_load(data, format->type);
  char out[32];
  int width;
  bool plus;
  switch (nd_types[format->type].kind) {
    case 'b': text_add(text, value.as.u ? (format->scalar ? "True" : " True") : "False"); break;
    case 'f': write_float(text, &format->parts[0], value.as.f); break;
    default:
      width = format->width - nd_write_integer(value, out);
      plus = nd_print_options.sign == '+' && out[0] != '-';
      write_spaces(text, width - plus);
      if (plus) text_add_char(text, '+');
      text_add(text, out);
  }
}
