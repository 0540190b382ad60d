/* The native half of re (python/re.py): programs of PCRE2 and what runs them over a str or bytes. Offsets that go in
 * and out count code points in a str. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "engine/core/interrupt.h"
#include "engine/core/memory.h"
#include "repl/modules/match.h"
#include "repl/types/str.h"

/* Steps that one match may take before it is given up: some seconds. PCRE2 cannot be stopped on the way, so a match
 * begins with few steps and is begun again with more: Ctrl-C is noticed in between. */
enum { FIRST_STEPS = 5000000, MORE_STEPS = 6, MOST_STEPS = 180000000 };

/* Python's flags, as re.py hands them over. */
enum { FLAG_IGNORE_CASE = 2, FLAG_MULTILINE = 8, FLAG_DOT_ALL = 16 };

typedef struct Program {
  Object head;
  pcre2_code *code;
  pcre2_match_data *found;
  pcre2_match_context *context;
  uint32_t groups, runs; /* how often it was run, up to RUNS_TO_TRANSLATE */
  bool is_text;
} Program;

/* A pattern that is used again and again is translated to machine code. */
enum { RUNS_TO_TRANSLATE = 20 };

static Program *program_of(Value value) { return (Program *)value.as.object; }

static void program_dealloc(Object *self) {
  Program *program = (Program *)self;
  pcre2_match_data_free(program->found);
  pcre2_match_context_free(program->context);
  pcre2_code_free(program->code);
}

/* The subject of a match: bytes, and where the last asked code point was, so that offsets that grow are found by going
 * on from there. */
typedef struct Subject {
  const char *bytes;
  size_t length;
  bool ascii;
  Value value;
  size_t byte_at;
  int64_t point_at;
} Subject;

static Subject subject_of(Value value) {
  if (py_is_str(value)) {
    String *string = py_as_string(value);
    return (Subject){string->data, (size_t)string->length, string->length == string->count, value, 0, 0};
  }
  return (Subject){py_as_bytes(value)->data, (size_t)py_as_bytes(value)->count, true, value, 0, 0};
}
static bool starts_point(char byte) { return ((unsigned char)byte & 0xC0) != 0x80; }

static size_t byte_offset(const Subject *subject, int64_t point) {
  return subject->ascii ? (size_t)point : (size_t)str_offset(py_as_string(subject->value), point);
}
static int64_t point_offset(Subject *subject, size_t byte) {
  if (subject->ascii) return (int64_t)byte;
  if (byte < subject->byte_at) {
    if (subject->byte_at - byte > byte) {
      subject->byte_at = 0;
      subject->point_at = 0;
    }
    while (subject->byte_at > byte) subject->point_at -= starts_point(subject->bytes[--subject->byte_at]);
  }
  while (subject->byte_at < byte) subject->point_at += starts_point(subject->bytes[subject->byte_at++]);
  return subject->point_at;
}
static Value part_of(const Subject *subject, size_t start, size_t end) {
  if (py_is_str(subject->value)) return py_text_bytes(subject->bytes + start, end - start);
  return py_bytes(subject->bytes + start, end - start);
}

static Value give_up(int status) {
  if (status == PCRE2_ERROR_MATCHLIMIT || status == PCRE2_ERROR_DEPTHLIMIT || status == PCRE2_ERROR_HEAPLIMIT) {
    py_raise(&py_RuntimeError, "the regular expression was given up: matching takes too many steps");
    return py_hint("a repeat within a repeat, as in (a+)+, tries every way to divide the text");
  }
  if (status == PCRE2_ERROR_NOMEMORY) return py_raise(&py_MemoryError, "out of memory");
  PCRE2_UCHAR text[200];
  pcre2_get_error_message(status, text, sizeof text);
  return py_raise(&py_RuntimeError, "the regular expression failed: %s", (const char *)text);
}

/* One match from a byte offset: 1 found, 0 not, -1 an exception is pending. */
static int run(Program *program, const Subject *subject, size_t start, size_t end, uint32_t options,
               pcre2_match_data *found) {
  int status = PCRE2_ERROR_MATCHLIMIT;
  if (program->runs < RUNS_TO_TRANSLATE && ++program->runs == RUNS_TO_TRANSLATE)
    pcre2_jit_compile(program->code, PCRE2_JIT_COMPLETE);
  for (uint32_t steps = FIRST_STEPS; status == PCRE2_ERROR_MATCHLIMIT && steps <= MOST_STEPS; steps *= MORE_STEPS) {
    if (core_interrupt_pending() && core_interrupt_take()) {
      py_raise(&py_KeyboardInterrupt, "%s", "");
      return -1;
    }
    pcre2_set_match_limit(program->context, steps);
    status = pcre2_match(program->code, (PCRE2_SPTR)subject->bytes, end, start, options | PCRE2_NO_UTF_CHECK, found,
                         program->context);
    if (status == PCRE2_ERROR_JIT_STACKLIMIT) /* the interpreter takes memory where machine code has no stack left */
      status = pcre2_match(program->code, (PCRE2_SPTR)subject->bytes, end, start,
                           options | PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT, found, program->context);
  }
  if (status >= 0) return 1;
  if (status == PCRE2_ERROR_NOMATCH) return 0;
  give_up(status);
  return -1;
}

/* The Match of a pattern for what was found. */
static Value match_value(Value pattern, const Program *program, Subject *subject, pcre2_match_data *found, int64_t pos,
                         int64_t endpos) {
  const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(found);
  Match *made = match_new(pattern, subject->value, program->groups, pos, endpos);
  if (!made) return PY_ERROR;
  for (uint32_t i = 0; i < 2 * program->groups + 2; i++) {
    if (ends[i] == PCRE2_UNSET) made->places[i] = (MatchPlace){-1, -1};
    else made->places[i] = (MatchPlace){(int64_t)ends[i], point_offset(subject, ends[i])};
  }
  return py_object(made);
}

/* Bounds as they are given: brought into the subject, None is its end. False with an exception pending. */
static bool read_bounds(const Subject *subject, Value pos, Value endpos, int64_t *start, int64_t *end) {
  int64_t length = py_is_str(subject->value) ? py_as_string(subject->value)->count : (int64_t)subject->length;
  *start = 0;
  *end = length;
  if (!py_is_undefined(pos) && !py_as_int(pos, start)) return false;
  if (!py_is_undefined(endpos) && !py_is_none(endpos) && !py_as_int(endpos, end)) return false;
  *start = *start < 0 ? 0 : *start < length ? *start : length;
  *end = *end < 0 ? 0 : *end < length ? *end : length;
  return true;
}

/* match(pattern, subject, pos, endpos, how): how 0 search, 1 match at pos, 2 match of all. */
static Value program_match(const NativeRow *row, Value *arguments) {
  Program *program = program_of(arguments[0]);
  Subject subject = subject_of(arguments[2]);
  int64_t start, end, how;
  if (!read_bounds(&subject, arguments[3], arguments[4], &start, &end) || !py_as_int(arguments[5], &how))
    return PY_ERROR;
  if (start > end) return PY_NONE;
  uint32_t options = how == 1 ? PCRE2_ANCHORED : how == 2 ? PCRE2_ANCHORED | PCRE2_ENDANCHORED : 0;
  int status = run(program, &subject, byte_offset(&subject, start), byte_offset(&subject, end), options,
                   program->found);
  if (status < 0) return PY_ERROR;
  return status == 0 ? PY_NONE : match_value(arguments[1], program, &subject, program->found, start, end);
}

/* Goes from match to match. An empty match may follow another match, but not stand where an empty one stood. */
typedef struct Walk {
  Program *program;
  Subject subject;
  size_t at, end;
  int64_t pos, endpos;
  bool advance; /* the last match was empty: the next must not be, at this place */
  pcre2_match_data *found;
} Walk;

static bool walk_begin(Walk *walk, Value program, Value subject, Value pos, Value endpos) {
  *walk = (Walk){.program = program_of(program), .subject = subject_of(subject)};
  if (!read_bounds(&walk->subject, pos, endpos, &walk->pos, &walk->endpos)) return false;
  walk->at = byte_offset(&walk->subject, walk->pos);
  walk->end = byte_offset(&walk->subject, walk->endpos);
  walk->found = pcre2_match_data_create_from_pattern(walk->program->code, NULL);
  if (walk->found) return true;
  py_raise(&py_MemoryError, "out of memory");
  return false;
}
static int walk_next(Walk *walk, size_t *start, size_t *end) {
  if (walk->at > walk->end) return 0;
  int status = run(walk->program, &walk->subject, walk->at, walk->end, walk->advance ? PCRE2_NOTEMPTY_ATSTART : 0,
                   walk->found);
  if (status <= 0) return status;
  const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(walk->found);
  *start = ends[0];
  *end = ends[1];
  walk->advance = ends[0] == ends[1];
  walk->at = ends[1];
  return 1;
}
static Value walk_end(Walk *walk, int status, Value result) {
  pcre2_match_data_free(walk->found);
  if (status >= 0) return result;
  py_drop(result);
  return PY_ERROR;
}

static Value program_scan(const NativeRow *row, Value *arguments) {
  Walk walk;
  if (!walk_begin(&walk, arguments[0], arguments[2], arguments[3], arguments[4])) return PY_ERROR;
  Value list = py_list(8);
  int status = py_is_error(list) ? -1 : 1;
  size_t start, end;
  while (status > 0 && (status = walk_next(&walk, &start, &end)) > 0)
    if (!py_list_append_steal(py_as_list(list), match_value(arguments[1], walk.program, &walk.subject, walk.found,
                                                            walk.pos, walk.endpos)))
      status = -1;
  return walk_end(&walk, status, list);
}

/* A group's text, "" where it took no part. */
static Value group_text(const Walk *walk, uint32_t group) {
  const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(walk->found);
  if (ends[2 * group] == PCRE2_UNSET) return part_of(&walk->subject, 0, 0);
  return part_of(&walk->subject, ends[2 * group], ends[2 * group + 1]);
}
static Value found_item(const Walk *walk) {
  uint32_t groups = walk->program->groups;
  if (groups < 2) return group_text(walk, groups);
  Value tuple = py_tuple(groups);
  for (uint32_t i = 0; !py_is_error(tuple) && i < groups; i++) {
    Value text = group_text(walk, i + 1);
    if (py_is_error(text)) {
      py_drop(tuple);
      return text;
    }
    py_as_tuple(tuple)->items[i] = text;
  }
  return tuple;
}
static Value program_findall(const NativeRow *row, Value *arguments) {
  Walk walk;
  if (!walk_begin(&walk, arguments[0], arguments[1], arguments[2], arguments[3])) return PY_ERROR;
  Value list = py_list(8);
  int status = py_is_error(list) ? -1 : 1;
  size_t start, end;
  while (status > 0 && (status = walk_next(&walk, &start, &end)) > 0)
    if (!py_list_append_steal(py_as_list(list), found_item(&walk))) status = -1;
  return walk_end(&walk, status, list);
}

static Value program_split(const NativeRow *row, Value *arguments) {
  Walk walk;
  int64_t most, splits = 0;
  if (!py_as_int(arguments[2], &most)) return PY_ERROR;
  if (!walk_begin(&walk, arguments[0], arguments[1], PY_UNDEFINED, PY_UNDEFINED)) return PY_ERROR;
  Value list = py_list(8);
  int status = py_is_error(list) ? -1 : 1;
  size_t start, end, last = 0;
  while (status > 0 && (most <= 0 || splits < most) && most >= 0 && (status = walk_next(&walk, &start, &end)) > 0) {
    bool good = py_list_append_steal(py_as_list(list), part_of(&walk.subject, last, start));
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(walk.found);
    for (uint32_t i = 1; good && i <= walk.program->groups; i++)
      good = py_list_append_steal(py_as_list(list), ends[2 * i] == PCRE2_UNSET ? PY_NONE : group_text(&walk, i));
    if (!good) status = -1;
    last = end;
    splits++;
  }
  if (status >= 0 && !py_list_append_steal(py_as_list(list), part_of(&walk.subject, last, walk.subject.length)))
    status = -1;
  return walk_end(&walk, status, list);
}

/* Adds a str or bytes; what a replacement function gave must be of the subject's kind. */
static bool add_piece(Text *text, Value piece, const Subject *subject, int64_t index) {
  bool wants_text = py_is_str(subject->value);
  if (wants_text && py_is_str(piece)) {
    text_add_bytes(text, py_as_string(piece)->data, (size_t)py_as_string(piece)->length);
  } else if (!wants_text && py_is_bytes(piece)) {
    text_add_bytes(text, py_as_bytes(piece)->data, (size_t)py_as_bytes(piece)->count);
  } else if (!py_is_none(piece)) {
    if (wants_text) {
      py_raise(&py_TypeError, "sequence item %lld: expected str instance, %s found", (long long)index,
               py_type_of(piece)->name);
    } else {
      py_raise(&py_TypeError, "sequence item %lld: expected a bytes-like object, %s found", (long long)index,
               py_type_of(piece)->name);
    }
    return false;
  }
  return true;
}
static bool add_replacement(Text *text, Walk *walk, Value pattern, Value replacement, int64_t index) {
  if (!py_is_list(replacement)) {
    Value match = match_value(pattern, walk->program, &walk->subject, walk->found, walk->pos, walk->endpos);
    if (py_is_error(match)) return false;
    Value made = py_call_values(replacement, &match, 1);
    py_drop(match);
    bool good = !py_is_error(made) && add_piece(text, made, &walk->subject, index);
    py_drop(made);
    return good;
  }
  const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(walk->found);
  for (int64_t i = 0; i < py_as_list(replacement)->count; i++) {
    Value item = py_as_list(replacement)->items[i];
    if (item.tag != TAG_INT) {
      if (!add_piece(text, item, &walk->subject, index)) return false;
      continue;
    }
    int64_t group = item.as.integer;
    if (ends[2 * group] != PCRE2_UNSET)
      text_add_bytes(text, walk->subject.bytes + ends[2 * group], ends[2 * group + 1] - ends[2 * group]);
  }
  return true;
}

/* sub(replacement, subject, count, pattern): a list of texts and group numbers, or a function that is given matches. */
static Value program_sub(const NativeRow *row, Value *arguments) {
  Walk walk;
  int64_t most, count = 0;
  if (!py_as_int(arguments[3], &most)) return PY_ERROR;
  if (!walk_begin(&walk, arguments[0], arguments[2], PY_UNDEFINED, PY_UNDEFINED)) return PY_ERROR;
  Text text = {0};
  int status = 1;
  size_t start, end, last = 0;
  while (status > 0 && (most == 0 || count < most) && (status = walk_next(&walk, &start, &end)) > 0) {
    text_add_bytes(&text, walk.subject.bytes + last, start - last);
    if (!add_replacement(&text, &walk, arguments[4], arguments[1], 2 * count + (start > 0))) status = -1;
    last = end;
    count++;
  }
  text_add_bytes(&text, walk.subject.bytes + last, walk.subject.length - last);
  Value made = status < 0            ? PY_ERROR
               : text.failed         ? py_raise(&py_MemoryError, "out of memory")
               : py_is_str(arguments[2]) ? py_text_bytes(text_string(&text), text.length)
                                     : py_bytes(text_string(&text), text.length);
  text_free(&text);
  pcre2_match_data_free(walk.found);
  if (py_is_error(made)) return made;
  Value pair = py_tuple_of(2, made, py_int(count));
  py_drop(made);
  return pair;
}

static const NativeRow program_rows[] = {
    {"match", "self, pattern, subject, pos, endpos, how, /", "One match, or None.", program_match, NULL},
    {"scan", "self, pattern, subject, pos, endpos, /", "All matches as a list.", program_scan, NULL},
    {"findall", "self, subject, pos, endpos, /", "The texts of all matches.", program_findall, NULL},
    {"split", "self, subject, most, /", "The texts between matches.", program_split, NULL},
    {"sub", "self, replacement, subject, count, pattern, /", "The text with matches replaced, and how many.",
     program_sub, NULL},
    {0},
};
static Type program_type = {.head = {&py_type_type, 1}, .name = "Program", .module = "_re",
                            .help = "A compiled pattern.", .base = &py_object_type, .size = sizeof(Program),
                            .dealloc = program_dealloc, .methods = program_rows};

/* compile(pattern, is_text, flags): the pattern as PCRE2 reads it. ValueError where it cannot. */
static Value re_compile(const NativeRow *row, Value *arguments) {
  const char *pattern;
  bool is_text;
  int64_t flags;
  if (!py_as_text(arguments[0], &pattern) || !py_as_bool(arguments[1], &is_text) || !py_as_int(arguments[2], &flags))
    return PY_ERROR;
  uint32_t options = is_text ? PCRE2_UTF | PCRE2_UCP | PCRE2_NO_UTF_CHECK : 0;
  if (flags & FLAG_IGNORE_CASE) options |= PCRE2_CASELESS;
  if (flags & FLAG_MULTILINE) options |= PCRE2_MULTILINE;
  if (flags & FLAG_DOT_ALL) options |= PCRE2_DOTALL;
  Program *program = py_new(&program_type);
  if (program == NULL) return PY_ERROR;
  Value value = py_object(program);
  program->is_text = is_text;
  pcre2_compile_context *how = pcre2_compile_context_create(NULL);
  if (how) {
    pcre2_set_newline(how, PCRE2_NEWLINE_LF);
    pcre2_set_parens_nest_limit(how, 2000);
  }
  if (how && is_text) pcre2_set_compile_extra_options(how, PCRE2_EXTRA_ALLOW_SURROGATE_ESCAPES);
  int number = 0;
  PCRE2_SIZE place;
  program->code = pcre2_compile((PCRE2_SPTR)pattern, (PCRE2_SIZE)py_as_string(arguments[0])->length, options, &number,
                                &place, how);
  pcre2_compile_context_free(how);
  if (program->code == NULL) {
    PCRE2_UCHAR text[200];
    pcre2_get_error_message(number, text, sizeof text);
    py_drop(value);
    return py_raise(&py_ValueError, "%s", (const char *)text);
  }
  pcre2_pattern_info(program->code, PCRE2_INFO_CAPTURECOUNT, &program->groups);
  program->found = pcre2_match_data_create_from_pattern(program->code, NULL);
  program->context = pcre2_match_context_create(NULL);
  if (program->found == NULL || program->context == NULL) {
    py_drop(value);
    return py_raise(&py_MemoryError, "out of memory");
  }
  pcre2_set_depth_limit(program->context, MOST_STEPS);
  pcre2_set_heap_limit(program->context, 1 << 20); /* KiB */
  return value;
}

static const NativeRow re_rows[] = {
    {"compile", "pattern, is_text, flags, /", "A program for a pattern in PCRE2's notation.", re_compile, NULL},
    {0},
};
static Type *const re_types[] = {&match_type, NULL};
const ModuleRow re_module_rows[] = {
    {.name = "_re", .help = "The native half of re.", .functions = re_rows, .types = re_types}, {0}};
