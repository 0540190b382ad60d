#include "repl/modules/match.h"

#include "repl/types/object.h"

static Match *match_of(Value v) { return (Match *)v.as.object; }

Match *match_new(Value pattern, Value string, int64_t groups, int64_t pos, int64_t endpos) {
  Match *made = py_new_sized(&match_type, sizeof(Match) + (size_t)(2 * groups + 2) * sizeof(MatchPlace));
  if (!made) return NULL;
  made->pattern = py_keep(pattern);
  made->string = py_keep(string);
  made->groups = groups;
  made->pos = pos;
  made->endpos = endpos;
  return made;
}
static void dealloc(Object *self) {
  py_drop(((Match *)self)->pattern);
  py_drop(((Match *)self)->string);
}

/* ---- Groups ---- */

/* The text between two bytes of what was searched. */
static Value part(const Match *m, int64_t start, int64_t end) {
  if (py_is_str(m->string)) return py_text_bytes(py_as_string(m->string)->data + start, (size_t)(end - start));
  return py_bytes(py_as_bytes(m->string)->data + start, (size_t)(end - start));
}
static Value text_of(const Match *m, int64_t group, Value absent) {
  const MatchPlace *place = &m->places[2 * group];
  return place[0].byte < 0 ? py_keep(absent) : part(m, place[0].byte, place[1].byte);
}

static bool no_such_group(void) {
  py_raise(&py_IndexError, "no such group");
  return false;
}

/* The number of a group that is given by number or by name. */
static bool group_number(const Match *m, Value given, int64_t *number) {
  if (given.tag == TAG_INT) {
    *number = given.as.integer;
  } else if (py_is_str(given) || py_is_bytes(given)) {
    Value names = py_getattr_c(m->pattern, "groupindex");
    if (py_is_error(names)) return false;
    Value found = py_is_dict(names) ? py_dict_find(py_as_dict(names), given) : PY_UNDEFINED;
    py_drop(names);
    if (found.tag != TAG_INT) return no_such_group();
    *number = found.as.integer;
  } else if (!py_as_int(given, number)) {
    py_clear_pending();
    return no_such_group();
  }
  return (*number >= 0 && *number <= m->groups) || no_such_group();
}

static Value group(const NativeRow *row, Value *arguments) {
  const Match *m = match_of(arguments[0]);
  const Tuple *given = py_as_tuple(arguments[1]);
  int64_t number;
  if (given->count == 0) return text_of(m, 0, PY_NONE);
  if (given->count == 1) return group_number(m, given->items[0], &number) ? text_of(m, number, PY_NONE) : PY_ERROR;
  Value made = py_tuple(given->count);
  for (int64_t i = 0; !py_is_error(made) && i < given->count; i++) {
    Value text = group_number(m, given->items[i], &number) ? text_of(m, number, PY_NONE) : PY_ERROR;
    if (py_is_error(text)) {
      py_drop(made);
      return text;
    }
    py_as_tuple(made)->items[i] = text;
  }
  return made;
}
static Value getitem(Value self, Value key) {
  int64_t number;
  return group_number(match_of(self), key, &number) ? text_of(match_of(self), number, PY_NONE) : PY_ERROR;
}

static Value groups(const NativeRow *row, Value *arguments) {
  const Match *m = match_of(arguments[0]);
  Value made = py_tuple(m->groups);
  for (int64_t i = 0; !py_is_error(made) && i < m->groups; i++) {
    Value text = text_of(m, i + 1, arguments[1]);
    if (py_is_error(text)) {
      py_drop(made);
      return text;
    }
    py_as_tuple(made)->items[i] = text;
  }
  return made;
}

static Value groupdict(const NativeRow *row, Value *arguments) {
  const Match *m = match_of(arguments[0]);
  Value names = py_getattr_c(m->pattern, "groupindex"), made = py_is_error(names) ? names : py_dict(), name, number;
  bool good = !py_is_error(made);
  for (int64_t at = 0; good && py_dict_next(py_as_dict(names), &at, &name, &number);) {
    Value text = text_of(m, number.as.integer, arguments[1]);
    good = !py_is_error(text) && py_dict_set(py_as_dict(made), name, text);
    if (!py_is_error(text)) py_drop(text);
  }
  py_drop(names);
  if (good) return made;
  if (!py_is_error(made)) py_drop(made);
  return PY_ERROR;
}

/* ---- Places ---- */

static Value span_of(const Match *m, int64_t number) {
  return py_tuple_of(2, py_int(m->places[2 * number].point), py_int(m->places[2 * number + 1].point));
}
/* start, end (row->data) */
static Value place(const NativeRow *row, Value *arguments) {
  const Match *m = match_of(arguments[0]);
  int64_t number;
  if (!group_number(m, arguments[1], &number)) return PY_ERROR;
  return py_int(m->places[2 * number + (row->data != NULL)].point);
}
static Value span(const NativeRow *row, Value *arguments) {
  int64_t number;
  return group_number(match_of(arguments[0]), arguments[1], &number) ? span_of(match_of(arguments[0]), number)
                                                                      : PY_ERROR;
}

/* The number of the group that was closed last; 0: none. The pattern knows in which order groups are closed. */
static bool last_closed(const Match *m, int64_t *last) {
  Value closed = py_getattr_c(m->pattern, "_closed");
  const Value *items;
  int64_t count, furthest = -1;
  *last = 0;
  if (py_is_error(closed)) return false;
  if (py_sequence(closed, &items, &count))
    for (int64_t i = 0; i < count; i++) {
      int64_t end = m->places[2 * items[i].as.integer + 1].byte;
      if (end < 0 || end < furthest) continue;
      *last = items[i].as.integer;
      furthest = end;
    }
  py_drop(closed);
  return true;
}
static Value get_lastindex(Value self) {
  int64_t last;
  if (!last_closed(match_of(self), &last)) return PY_ERROR;
  return last ? py_int(last) : PY_NONE;
}
static Value get_lastgroup(Value self) {
  int64_t last, at = 0;
  if (!last_closed(match_of(self), &last)) return PY_ERROR;
  Value names = py_getattr_c(match_of(self)->pattern, "groupindex"), name, number, found = PY_NONE;
  if (py_is_error(names)) return names;
  while (py_dict_next(py_as_dict(names), &at, &name, &number))
    if (number.as.integer == last) found = name;
  py_keep(found);
  py_drop(names);
  return found;
}
static Value get_regs(Value self) {
  const Match *m = match_of(self);
  Value made = py_tuple(m->groups + 1);
  for (int64_t i = 0; !py_is_error(made) && i <= m->groups; i++) py_as_tuple(made)->items[i] = span_of(m, i);
  return made;
}
static Value get_re(Value self) { return py_keep(match_of(self)->pattern); }
static Value get_string(Value self) { return py_keep(match_of(self)->string); }
static Value get_pos(Value self) { return py_int(match_of(self)->pos); }
static Value get_endpos(Value self) { return py_int(match_of(self)->endpos); }

/* ---- Others ---- */

/* The pattern reads the template: a list of texts and of numbers of groups. */
static Value expand(const NativeRow *row, Value *arguments) {
  const Match *m = match_of(arguments[0]);
  Value parts = py_call_method(m->pattern, "_template", &arguments[1], 1);
  if (py_is_error(parts)) return parts;
  Text text = {0};
  const Value *items;
  int64_t count = 0;
  py_sequence(parts, &items, &count);
  for (int64_t i = 0; i < count; i++) {
    Value piece = items[i].tag == TAG_INT ? text_of(m, items[i].as.integer, PY_NONE) : py_keep(items[i]);
    if (py_is_str(piece)) text_add_bytes(&text, py_as_string(piece)->data, (size_t)py_as_string(piece)->length);
    if (py_is_bytes(piece)) text_add_bytes(&text, py_as_bytes(piece)->data, (size_t)py_as_bytes(piece)->count);
    py_drop(piece);
  }
  py_drop(parts);
  if (py_is_str(m->string)) return py_text_take(&text);
  Value made = py_bytes(text_string(&text), text.length);
  text_free(&text);
  return made;
}

static Value repr(Value self) {
  const Match *m = match_of(self);
  Value found = text_of(m, 0, PY_NONE);
  if (py_is_error(found)) return found;
  Text text = {0};
  text_addf(&text, "<re.Match object; span=(%lld, %lld), match=", (long long)m->places[0].point,
            (long long)m->places[1].point);
  bool good = py_repr_to(&text, found);
  py_drop(found);
  text_add_char(&text, '>');
  if (good) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}
static Value itself(const NativeRow *row, Value *arguments) { return py_keep(arguments[0]); }

static const PropertyRow properties[] = {{"re", "the pattern", get_re, NULL},
                                         {"string", "what was searched", get_string, NULL},
                                         {"pos", "where the search began", get_pos, NULL},
                                         {"endpos", "where it was to end", get_endpos, NULL},
                                         {"regs", "the places of all groups", get_regs, NULL},
                                         {"lastindex", "the number of the group closed last", get_lastindex, NULL},
                                         {"lastgroup", "its name", get_lastgroup, NULL},
                                         {0}};
static const NativeRow methods[] = {
    {"group", "self, *groups", "The text of one group, or of several as a tuple.", group, NULL},
    {"groups", "self, default=None", "All groups as a tuple.", groups, NULL},
    {"groupdict", "self, default=None", "The named groups as a dict.", groupdict, NULL},
    {"start", "self, group=0, /", "Where a group begins.", place, NULL},
    {"end", "self, group=0, /", "Where a group ends.", place, "end"},
    {"span", "self, group=0, /", "Where a group begins and ends.", span, NULL},
    {"expand", "self, template", "The template with its \\1 and \\g<name> filled in.", expand, NULL},
    {"__copy__", "self, /", "Itself.", itself, NULL},
    {"__deepcopy__", "self, memo, /", "Itself.", itself, NULL},
    {0}};
Type match_type = {.name = "Match", .module = "re", .help = "What a pattern found: groups and their places.",
                   .size = sizeof(Match), .dealloc = dealloc, .repr = repr, .getitem = getitem,
                   .properties = properties, .methods = methods};
