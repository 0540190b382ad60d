#include "repl/types/exception_fields.h"

#include <stdlib.h>
#include <string.h>

#include "repl/types/containers.h"
#include "repl/types/exception_types.h"
#include "repl/types/bytes.h"
#include "repl/types/protocol.h"

static Exception *of(Value self) { return (Exception *)self.as.object; }

static Value argument(const Exception *exception, int64_t index) {
  if (!py_is_tuple(exception->arguments) || py_as_tuple(exception->arguments)->count <= index) return PY_NONE;
  return py_as_tuple(exception->arguments)->items[index];
}

bool exception_keep_field(Exception *exception, const char *name, Value value) {
  if (value.tag <= TAG_NONE) return true;
  Dict *dict = py_instance_dict(&exception->head, true);
  return dict && py_dict_set_name(dict, name, value);
}

static Value field(Value self, const char *name) {
  Dict *dict = py_instance_dict(self.as.object, false);
  Value found = dict ? py_dict_find_name(dict, py_intern(name)) : PY_UNDEFINED;
  return found.tag == TAG_UNDEFINED ? PY_NONE : py_keep(found);
}
static bool set_field(Value self, const char *name, Value value) {
  Dict *dict = py_instance_dict(self.as.object, true);
  if (value.tag == TAG_UNDEFINED) value = PY_NONE;
  return dict && py_dict_set_name(dict, name, value);
}

/* What the interpreter raises says the name in its text, as the last thing between quotes: "name 'x' is not defined",
 * "'A' object has no attribute 'x'", "No module named 'x'". */
static Value name_in_text(Value self, const char *before) {
  Value text = argument(of(self), 0);
  const char *at = py_is_str(text) ? strstr(py_as_string(text)->data, before) : NULL;
  if (!at) return PY_NONE;
  at += strlen(before);
  const char *end = strchr(at, '\'');
  return end ? py_text_bytes(at, (size_t)(end - at)) : PY_NONE;
}

static Value get_name(Value self) {
  Value kept = field(self, "name");
  if (!py_is_none(kept)) return kept;
  const char *before = "no attribute '";
  if (py_is(self, &py_ImportError)) before = py_is(self, &py_ModuleNotFoundError) ? "No module named '" : " from '";
  else if (py_is(self, &py_NameError)) before = py_is(self, &py_UnboundLocalError) ? "local variable '" : "name '";
  return name_in_text(self, before);
}
static bool set_name(Value self, Value value) { return set_field(self, "name", value); }
static Value get_path(Value self) { return field(self, "path"); }
static bool set_path(Value self, Value value) { return set_field(self, "path", value); }
static Value get_object(Value self) { return field(self, "obj"); }
static bool set_object(Value self, Value value) { return set_field(self, "obj", value); }
static Value get_message(Value self) { return py_keep(argument(of(self), 0)); }

const PropertyRow exception_import_fields[] = {{"name", "the module that was wanted", get_name, set_name},
                                               {"path", "its file", get_path, set_path},
                                               {"msg", "what is wrong", get_message, NULL},
                                               {0}};
const PropertyRow exception_name_fields[] = {{"name", "the name that is not there", get_name, set_name}, {0}};
const PropertyRow exception_attribute_fields[] = {{"name", "the attribute that is not there", get_name, set_name},
                                                  {"obj", "the object that was asked", get_object, set_object},
                                                  {0}};

/* ---- UnicodeError ---- */

static bool translates(const Exception *exception) {
  return py_is_subtype(exception->head.type, &py_UnicodeTranslateError);
}

bool exception_unicode_check(Exception *exception) {
  int wanted = translates(exception) ? 4 : 5;
  int64_t given = py_as_tuple(exception->arguments)->count;
  if (given == wanted) return true;
  py_raise(&py_TypeError, "function takes exactly %d arguments (%d given)", wanted, (int)given);
  return false;
}

static bool has_fields(Value self) {
  Value arguments = of(self)->arguments;
  return py_is_tuple(arguments) && py_as_tuple(arguments)->count >= (translates(of(self)) ? 4 : 5);
}
static Value part(Value self, int index) {
  return py_keep(argument(of(self), index - (translates(of(self)) ? 1 : 0)));
}

/* The codecs raise with their text alone, which says all but the object. */
static const char *text_of(Value self) {
  Value text = argument(of(self), 0);
  return py_is_str(text) ? py_as_string(text)->data : "";
}
static int64_t position(Value self) {
  const char *at = strstr(text_of(self), " in position ");
  return at ? strtoll(at + strlen(" in position "), NULL, 10) : 0;
}
static Value get_encoding(Value self) {
  if (has_fields(self)) return translates(of(self)) ? PY_NONE : part(self, 0);
  return name_in_text(self, "'");
}
static Value get_unicode_object(Value self) { return has_fields(self) ? part(self, 1) : PY_NONE; }
static Value get_start(Value self) { return has_fields(self) ? part(self, 2) : py_int(position(self)); }
static Value get_end(Value self) {
  if (has_fields(self)) return part(self, 3);
  const char *at = strstr(text_of(self), " in position ");
  const char *dash = at ? strchr(at, '-') : NULL, *colon = at ? strchr(at, ':') : NULL;
  return py_int((dash && colon && dash < colon ? strtoll(dash + 1, NULL, 10) : position(self)) + 1);
}
static Value get_reason(Value self) {
  if (has_fields(self)) return part(self, 4);
  const char *at = strstr(text_of(self), ": ");
  return at ? py_text(at + 2) : py_text(text_of(self));
}
const PropertyRow exception_unicode_fields[] = {{"encoding", "the codec's name", get_encoding, NULL},
                                                {"object", "what it worked on", get_unicode_object, NULL},
                                                {"start", "where it stopped", get_start, NULL},
                                                {"end", "where the bad part ends", get_end, NULL},
                                                {"reason", "what is wrong", get_reason, NULL},
                                                {0}};

Value exception_unicode_text(Value self) {
  Text text = {0};
  if (!has_fields(self)) {
    if (exception_text(&text, of(self))) return py_text_take(&text);
    text_free(&text);
    return PY_ERROR;
  }
  bool decodes = py_is(self, &py_UnicodeDecodeError);
  int shift = translates(of(self)) ? 1 : 0;
  Value object = argument(of(self), 1 - shift), reason = argument(of(self), 4 - shift);
  int64_t start = 0, end = 0;
  if (!py_as_int(argument(of(self), 2 - shift), &start) || !py_as_int(argument(of(self), 3 - shift), &end))
    return PY_ERROR;
  bool ok = true;
  if (!shift) {
    text_add_char(&text, '\'');
    ok = py_str_to(&text, argument(of(self), 0));
    text_addf(&text, "' codec can't %s ", decodes ? "decode" : "encode");
  } else {
    text_add(&text, "can't translate ");
  }
  Value item = PY_UNDEFINED;
  if (ok && end == start + 1) {
    item = py_getitem(object, py_int(start));
    ok = !py_is_error(item);
  }
  if (ok && end != start + 1) {
    text_addf(&text, "%s in position %lld-%lld: ", decodes ? "bytes" : "characters", (long long)start,
              (long long)end - 1);
  } else if (ok && decodes) {
    text_addf(&text, "byte 0x%02x in position %lld: ", (unsigned)item.as.integer, (long long)start);
  } else if (ok) {
    uint32_t point = 0;
    const unsigned char *bytes = (const unsigned char *)py_as_string(item)->data;
    int more = bytes[0] < 0x80 ? 0 : bytes[0] < 0xe0 ? 1 : bytes[0] < 0xf0 ? 2 : 3;
    point = more == 0 ? bytes[0] : bytes[0] & (0x3fu >> more);
    for (int i = 1; i <= more; i++) point = point << 6 | (bytes[i] & 0x3fu);
    text_addf(&text, point < 0x100 ? "character '\\x%02x'" : point < 0x10000 ? "character '\\u%04x'"
                                                                              : "character '\\U%08x'", point);
    text_addf(&text, " in position %lld: ", (long long)start);
  }
  py_drop(item);
  ok = ok && py_str_to(&text, reason);
  if (ok) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}
