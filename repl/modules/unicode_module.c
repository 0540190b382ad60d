/* What Unicode says of characters: the native half of unicodedata. */
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "engine/core/utf8.h"
#include "repl/modules/modules.h"
#include "repl/types/codec.h"

static const utf8proc_property_t *property_of(Value value, const NativeRow *row, uint32_t *code) {
  if (!py_is_str(value) || py_as_string(value)->count != 1) {
    py_raise(&py_TypeError, "%s() argument must be a unicode character, not %s", row->name, py_type_of(value)->name);
    return NULL;
  }
  utf8_decode(py_as_string(value)->data, (size_t)py_as_string(value)->length, code);
  return utf8proc_get_property((utf8proc_int32_t)*code);
}

static Value category(const NativeRow *row, Value *arguments) {
  uint32_t code;
  if (!property_of(arguments[0], row, &code)) return PY_ERROR;
  return py_text(utf8proc_category_string((utf8proc_int32_t)code));
}

static Value bidirectional(const NativeRow *row, Value *arguments) {
  static const char *const names[] = {"", "L", "LRE", "LRO", "R", "AL", "RLE", "RLO", "PDF", "EN", "ES", "ET", "AN",
                                      "CS", "NSM", "BN", "B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"};
  uint32_t code;
  const utf8proc_property_t *property = property_of(arguments[0], row, &code);
  if (!property) return PY_ERROR;
  size_t class = (size_t)property->bidi_class;
  return py_text(class < sizeof names / sizeof *names ? names[class] : "");
}

static Value combining(const NativeRow *row, Value *arguments) {
  uint32_t code;
  const utf8proc_property_t *property = property_of(arguments[0], row, &code);
  return property ? py_int((int64_t)property->combining_class) : PY_ERROR;
}

static Value mirrored(const NativeRow *row, Value *arguments) {
  uint32_t code;
  const utf8proc_property_t *property = property_of(arguments[0], row, &code);
  return property ? py_int(property->bidi_mirrored) : PY_ERROR;
}

/* One step of decomposition is not what utf8proc gives: the whole one is shortened by composing all but the last
 * character again. Hangul has none here, as in CPython. */
static Value decomposition(const NativeRow *row, Value *arguments) {
  static const char *const tags[] = {"", "<font> ", "<noBreak> ", "<initial> ", "<medial> ", "<final> ", "<isolated> ",
                                     "<circle> ", "<super> ", "<sub> ", "<vertical> ", "<wide> ", "<narrow> ",
                                     "<small> ", "<square> ", "<fraction> ", "<compat> "};
  enum { MOST = 64 };
  uint32_t code;
  const utf8proc_property_t *property = property_of(arguments[0], row, &code);
  if (!property) return PY_ERROR;
  bool hangul = code >= 0xAC00 && code <= 0xD7A3;
  if (hangul || property->decomp_seqindex == UINT16_MAX) return py_text("");
  size_t type = (size_t)property->decomp_type;
  utf8proc_int32_t parts[MOST];
  int bound = 0;
  utf8proc_option_t options = UTF8PROC_DECOMPOSE | (type ? UTF8PROC_COMPAT : 0);
  utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)code, parts, MOST, options, &bound);
  if (count > 2 && !type) {
    utf8proc_ssize_t made = utf8proc_normalize_utf32(parts, count - 1, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    if (made == 1) {
      parts[1] = parts[count - 1];
      count = 2;
    }
  }
  Text text = {0};
  if (type < sizeof tags / sizeof *tags) text_add(&text, tags[type]);
  for (utf8proc_ssize_t i = 0; i < count && i < MOST; i++) text_addf(&text, i ? " %04X" : "%04X", (unsigned)parts[i]);
  return py_text_take(&text);
}

static Value normalize(const NativeRow *row, Value *arguments) {
  static const struct {
    const char *name;
    int options;
  } forms[] = {{"NFC", UTF8PROC_STABLE | UTF8PROC_COMPOSE},
               {"NFD", UTF8PROC_STABLE | UTF8PROC_DECOMPOSE},
               {"NFKC", UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT},
               {"NFKD", UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT}};
  const char *form;
  if (!py_as_text(arguments[0], &form)) return PY_ERROR;
  if (!py_is_str(arguments[1]))
    return py_raise(&py_TypeError, "normalize() argument 2 must be str, not %s", py_type_of(arguments[1])->name);
  const String *string = py_as_string(arguments[1]);
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    if (strcmp(form, forms[i].name) != 0) continue;
    utf8proc_uint8_t *made = NULL;
    utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)string->data, (utf8proc_ssize_t)string->length,
                                           &made, (utf8proc_option_t)forms[i].options);
    if (length < 0) return py_raise(&py_ValueError, "%s", utf8proc_errmsg(length));
    Value text = py_text_bytes((const char *)made, (size_t)length);
    free(made); /* utf8proc's own malloc */
    return text;
  }
  return py_raise(&py_ValueError, "invalid normalization form");
}

static Value register_error(const NativeRow *row, Value *arguments) {
  if (!py_is_str(arguments[0]))
    return py_raise(&py_TypeError, "register_error() argument 1 must be str, not %s",
                    py_type_label(py_type_of(arguments[0])));
  if (!py_is_type(arguments[1]) && py_type_of(arguments[1])->call == NULL)
    return py_raise(&py_TypeError, "handler must be callable");
  Dict *handlers = codec_handlers();
  return handlers && py_dict_set(handlers, arguments[0], arguments[1]) ? PY_NONE : PY_ERROR;
}
static Value find_error(const NativeRow *row, Value *arguments) {
  Dict *handlers = codec_handlers();
  Value found = handlers ? py_dict_find(handlers, arguments[0]) : PY_ERROR;
  return py_is_undefined(found) ? PY_NONE : py_keep(found);
}

static Value encoding_name(const NativeRow *row, Value *arguments) {
  const char *given, *name;
  if (!py_as_text(arguments[0], &given)) return PY_ERROR;
  size_t length = codec_name(given, &name);
  return length ? py_text_bytes(name, length) : py_pending() ? PY_ERROR : PY_NONE;
}

static Value encoding_aliases(const NativeRow *row, Value *arguments) {
  Value list = py_list(0);
  const char *names;
  for (size_t i = 0; !py_is_error(list) && (names = codec_names(i)) != NULL; i++) {
    Value text = py_text(names);
    if (py_is_error(text) || !py_list_append(py_as_list(list), text)) {
      py_drop(list);
      list = PY_ERROR;
    }
    py_drop(text);
  }
  return list;
}

/* Handlers that only the module codecs has. */
static Value more_handlers(const char *name) {
  Value codecs = strcmp(name, "namereplace") == 0 ? modules_import("codecs") : PY_UNDEFINED;
  if (codecs.tag != TAG_OBJECT) return codecs;
  Value handler = py_getattr(codecs, py_intern("namereplace_errors"));
  py_drop(codecs);
  return handler;
}
/* Encodings that the module codecs has, or that the program registered there. */
static Value more_codecs(const char *encoding, bool encodes) {
  Value codecs = modules_import("codecs");
  if (py_is_error(codecs)) return codecs;
  Value pair[2] = {py_text(encoding), py_bool(encodes)}, found = PY_ERROR;
  if (!py_is_error(pair[0])) found = py_call_method(codecs, "_text_codec", pair, 2);
  py_drop(pair[0]);
  py_drop(codecs);
  return py_is_none(found) ? PY_UNDEFINED : found;
}
void unicode_start(void) {
  codec_more_handlers = more_handlers;
  codec_more_codecs = more_codecs;
}

static const NativeRow rows[] = {
    {"register_error", "errors, handler, /", "Calls a function where text cannot be encoded or decoded.", register_error,
     NULL},
    {"find_error", "errors, /", "The function that register_error was given under a name, or None.", find_error, NULL},
    {"encoding_name", "encoding, /", "What codecs.lookup() calls an encoding of str.encode(), or None.", encoding_name,
     NULL},
    {"encoding_aliases", "", "The names of each encoding of str.encode(), separated by '|'.", encoding_aliases, NULL},
    {"category", "chr, /", "What kind of character it is, in two letters.", category, NULL},
    {"bidirectional", "chr, /", "Which way it is written.", bidirectional, NULL},
    {"combining", "chr, /", "How it combines with the one before; 0: it does not.", combining, NULL},
    {"mirrored", "chr, /", "Whether it is mirrored in text from right to left.", mirrored, NULL},
    {"decomposition", "chr, /", "The characters it is made of.", decomposition, NULL},
    {"normalize", "form, unistr, /", "A text in a normal form: 'NFC', 'NFD', 'NFKC' or 'NFKD'.", normalize, NULL},
    {0}};
const ModuleRow unicode_module_rows[] = {{.name = "_unicode", .help = "Characters.", .functions = rows}, {0}};
