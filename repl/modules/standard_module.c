/* Modules of Python's standard library: sys, __future__. */
#include <float.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/core/memory.h"
#include "repl/language/language.h"
#include "repl/modules/builtins.h"
#include "repl/modules/record.h"
#include "repl/modules/session.h"
#include "repl/types/codec.h"
#include "repl/types/integer.h"
#include "repl/types/object.h"

/* ---- sys ---- */

Value modules_exit(const NativeRow *row, Value *arguments) {
  Value type = py_type_value(&py_SystemExit);
  Value exception = py_call_values(type, arguments, py_is_none(arguments[0]) ? 0 : 1);
  py_drop(type);
  if (py_is_error(exception)) return exception;
  py_raise_value(exception);
  py_drop(exception);
  return PY_ERROR;
}
static Value sys_getsizeof(const NativeRow *row, Value *arguments) {
  return py_int((int64_t)py_type_of(arguments[0])->size);
}

static Value sys_digits(const NativeRow *row, Value *arguments) {
  int64_t digits;
  if (row->data == NULL) return py_int(integer_digit_limit);
  if (!py_as_int(arguments[0], &digits)) return PY_ERROR;
  if (digits != 0 && digits < 640) return py_raise(&py_ValueError, "maxdigits must be 0 or larger than 640");
  integer_digit_limit = digits;
  return PY_NONE;
}

/* sys.stdout and sys.stderr: objects with write and flush. */
typedef struct Stream {
  Object head;
  Sink *sink;
  const char *name;
} Stream;
static Value stream_write(const NativeRow *row, Value *arguments) {
  const char *text;
  if (!py_is_str(arguments[1]))
    return py_raise(&py_TypeError, "write() argument must be str, not %s", py_type_of(arguments[1])->name);
  text = py_as_string(arguments[1])->data;
  if (((Stream *)arguments[0].as.object)->sink == &py_stdout && !codec_encodable(arguments[1])) return PY_ERROR;
  if (((Stream *)arguments[0].as.object)->sink == &py_stderr) {
    Text shown = {0};
    codec_add_escaped(&shown, text, (size_t)py_as_string(arguments[1])->length);
    sink_write(&py_stderr, text_string(&shown), shown.length);
    text_free(&shown);
    return py_int(py_as_string(arguments[1])->count);
  }
  sink_write(((Stream *)arguments[0].as.object)->sink, text, (size_t)py_as_string(arguments[1])->length);
  return py_int(py_as_string(arguments[1])->count);
}
static Value stream_flush(const NativeRow *row, Value *arguments) {
  sink_flush(((Stream *)arguments[0].as.object)->sink);
  return PY_NONE;
}
static Value stream_isatty(const NativeRow *row, Value *arguments) { return py_bool(session.terminal.is_terminal); }
static Value stream_writelines(const NativeRow *row, Value *arguments) {
  Value list = py_to_list(arguments[1]);
  bool good = !py_is_error(list);
  for (int64_t i = 0; good && i < py_as_list(list)->count; i++) {
    Value pair[2] = {arguments[0], py_as_list(list)->items[i]};
    good = !py_is_error(stream_write(row, pair));
  }
  if (!py_is_error(list)) py_drop(list);
  return good ? PY_NONE : PY_ERROR;
}
static Value stream_fileno(const NativeRow *row, Value *arguments) {
  return py_int(((Stream *)arguments[0].as.object)->sink == &py_stderr ? STDERR_FILENO : STDOUT_FILENO);
}
/* readable, writable, seekable: only writing works. */
static Value stream_can(const NativeRow *row, Value *arguments) { return py_bool(row->data != NULL); }
static Value stream_name(Value self) { return py_textf("<%s>", ((Stream *)self.as.object)->name); }
static Value stream_mode(Value self) { return py_text("w"); }
static Value stream_encoding(Value self) { return py_text("utf-8"); }
static Value stream_errors(Value self) {
  return py_text(((Stream *)self.as.object)->sink == &py_stderr ? "backslashreplace" : "strict");
}
static Value stream_closed(Value self) { return PY_FALSE; }
static const PropertyRow stream_properties[] = {{"name", "What it is called.", stream_name, NULL},
                                                {"mode", "How it was opened.", stream_mode, NULL},
                                                {"encoding", "How text becomes bytes.", stream_encoding, NULL},
                                                {"errors", "What happens to what cannot.", stream_errors, NULL},
                                                {"closed", "Whether it is closed: never.", stream_closed, NULL},
                                                {0}};
static Value stream_repr(Value self) {
  return py_textf("<_io.TextIOWrapper name='<%s>' mode='w' encoding='utf-8'>", ((Stream *)self.as.object)->name);
}
static const NativeRow stream_rows[] = {{"write", "self, text, /", "Writes text.", stream_write, NULL},
                                        {"flush", "self", "Hands what was written to the system.", stream_flush, NULL},
                                        {"writelines", "self, lines, /", "Writes every item.", stream_writelines, NULL},
                                        {"fileno", "self", "The system's number of it.", stream_fileno, NULL},
                                        {"writable", "self", "Whether it can be written.", stream_can, "w"},
                                        {"readable", "self", "Whether it can be read.", stream_can, NULL},
                                        {"seekable", "self", "Whether seek works.", stream_can, NULL},
                                        {"isatty", "self", "Whether it is a terminal.", stream_isatty, NULL}, {0}};
static Type stream_type = {.head = {&py_type_type, 1},
                           .name = "TextIOWrapper",
                           .module = "_io",
                           .base = &py_object_type,
                           .size = sizeof(Stream),
                           .repr = stream_repr,
                           .methods = stream_rows,
                           .properties = stream_properties,
                           .help = "A stream."};
static Value stream_of(Sink *sink, const char *name) {
  Stream *stream = py_new(&stream_type);
  if (stream == NULL) return PY_ERROR;
  stream->sink = sink;
  stream->name = name;
  return py_object(stream);
}

/* ---- Records of sys ---- */

static const RecordRow version_row = {"major|minor|micro|releaselevel|serial", 5, 5};
static Type version_type = RECORD_TYPE("version_info", "sys", "The version of Python that nnsh speaks.", &version_row);
static const RecordRow float_row = {
    "max|max_exp|max_10_exp|min|min_exp|min_10_exp|dig|mant_dig|epsilon|radix|rounds", 11, 11};
static Type float_type = RECORD_TYPE("float_info", "sys", "What floats can hold.", &float_row);
static const RecordRow int_row = {"bits_per_digit|sizeof_digit|default_max_str_digits|str_digits_check_threshold", 4,
                                  4};
static Type int_type = RECORD_TYPE("int_info", "sys", "How integers are held.", &int_row);
static const RecordRow flags_row = {
    "debug|inspect|interactive|optimize|dont_write_bytecode|no_user_site|no_site|ignore_environment|verbose|"
    "bytes_warning|quiet|hash_randomization|isolated|dev_mode|utf8_mode|warn_default_encoding|safe_path|"
    "int_max_str_digits",
    18, 18};
static Type flags_type = RECORD_TYPE("flags", "sys", "How the program was started.", &flags_row);

static const RecordRow hash_row = {"width|modulus|inf|nan|imag|algorithm|hash_bits|seed_bits|cutoff", 9, 9};
static Type hash_type = RECORD_TYPE("hash_info", "sys", "How numbers are hashed.", &hash_row);
static Value hash_info(void) {
  Value items[9] = {py_int(64), py_int(2305843009213693951), py_int(314159), py_int(0), py_int(1000003),
                    py_text("siphash13"), py_int(64), py_int(128), py_int(0)};
  return record_new(&hash_type, items);
}
static const RecordRow thread_row = {"name|lock|version", 3, 3};
static Type thread_type = RECORD_TYPE("thread_info", "sys", "How threads are made.", &thread_row);
static Value thread_info(void) {
  Value items[3] = {py_text("pthread"), py_text("semaphore"), PY_NONE};
  return record_new(&thread_type, items);
}

static Value version_info(void) {
  Value items[5] = {py_int(3), py_int(11), py_int(0), py_text("final"), py_int(0)};
  return record_new(&version_type, items);
}
static Value float_info(void) {
  Value items[11] = {py_float(DBL_MAX),   py_int(DBL_MAX_EXP),    py_int(DBL_MAX_10_EXP), py_float(DBL_MIN),
                     py_int(DBL_MIN_EXP), py_int(DBL_MIN_10_EXP), py_int(DBL_DIG),        py_int(DBL_MANT_DIG),
                     py_float(DBL_EPSILON), py_int(FLT_RADIX),    py_int(1)};
  return record_new(&float_type, items);
}
static Value int_info(void) {
  Value items[4] = {py_int(30), py_int(4), py_int(4300), py_int(640)};
  return record_new(&int_type, items);
}
static Value flags_info(void) {
  Value items[18];
  for (int i = 0; i < 18; i++) items[i] = py_int(0);
  items[2] = py_int(session.interactive);
  items[11] = py_int(1);
  items[13] = PY_FALSE;
  items[16] = PY_FALSE;
  items[17] = py_int(4300);
  return record_new(&flags_type, items);
}

/* ---- The interpreter's own ---- */

static Value sys_getdefaultencoding(const NativeRow *row, Value *arguments) { return py_text("utf-8"); }
/* What was asked for; frames of the language nest as deep, but not deeper than memory lets a runaway recursion end. */
static int64_t recursion_limit = 1000;
enum { DEEPEST = 1 << 20 };
static Value sys_getrecursionlimit(const NativeRow *row, Value *arguments) { return py_int(recursion_limit); }
static Value sys_setrecursionlimit(const NativeRow *row, Value *arguments) {
  int64_t limit;
  if (!py_as_int(arguments[0], &limit)) return PY_ERROR;
  if (limit < 1) return py_raise(&py_ValueError, "recursion limit must be greater or equal than 1");
  if (limit > INT_MAX) return py_raise(&py_OverflowError, "Python int too large to convert to C int");
  int deep = lang_depth() + 1; /* this call is one */
  if (deep >= limit)
    return py_raise(&py_RecursionError,
                    "cannot set the recursion limit to %lld at the recursion depth %d: the limit is too low",
                    (long long)limit, deep);
  recursion_limit = limit;
  py_recursion_limit = limit < DEEPEST ? (int)limit : DEEPEST;
  return PY_NONE;
}
static Value sys_exc_info(const NativeRow *row, Value *arguments) {
  Value handled = py_handled();
  if (py_is_none(handled)) return py_tuple_of(3, PY_NONE, PY_NONE, PY_NONE);
  Value type = py_type_value(py_type_of(handled));
  Value made = py_tuple_of(3, type, handled, PY_NONE);
  py_drop(type);
  return made;
}
static Value sys_intern(const NativeRow *row, Value *arguments) {
  if (!py_is_str(arguments[0]))
    return py_raise(&py_TypeError, "intern() argument must be str, not %s", py_type_of(arguments[0])->name);
  String *string = py_intern_bytes(py_as_string(arguments[0])->data, (size_t)py_as_string(arguments[0])->length);
  if (string == NULL) return py_raise(&py_MemoryError, "out of memory");
  return py_keep((Value){.tag = TAG_OBJECT, .as.object = &string->head});
}
static Value sys_getrefcount(const NativeRow *row, Value *arguments) {
  return py_int(arguments[0].tag == TAG_OBJECT ? arguments[0].as.object->references : 1000);
}

/* sys.stdin: the stream that input() reads, as a file. */
static Value standard_input(void) {
  File *file = py_new(&builtins_file_type);
  if (file == NULL) return PY_ERROR;
  Value value = py_object(file);
  file->stream = stdin;
  file->borrowed = file->reads = file->wide = file->utf8 = file->strict = true;
  file->newline = 'u';
  file->newline_given = PY_NONE;
  file->name = file->encoding = file->errors = PY_NONE;
  memcpy(file->mode, "r", 2);
  file->name = py_text("<stdin>");
  file->encoding = py_text("utf-8");
  file->errors = py_text("strict");
  if (!py_is_error(file->name) && !py_is_error(file->encoding) && !py_is_error(file->errors)) return value;
  py_drop(value);
  return PY_ERROR;
}

static Dict *sys_dict; /* once sys is imported */
Value modules_stdout(void) {
  if (sys_dict == NULL) return PY_UNDEFINED;
  Value set = py_dict_find_name(sys_dict, py_intern("stdout"));
  return py_is_undefined(set) || py_is(set, &stream_type) ? PY_UNDEFINED : set;
}

/* Where the user's own modules are looked for: the script's folder, or the current one. */
static Value search_path(void) {
  Value path = py_list(1);
  if (py_is_error(path)) return path;
  const char *slash = session.script ? strrchr(session.script, '/') : NULL;
  Value folder = slash ? py_text_bytes(session.script, (size_t)(slash - session.script)) : py_text("");
  if (py_list_append_steal(py_as_list(path), folder)) return path;
  py_drop(path);
  return PY_ERROR;
}

static Value executable(void) {
  char path[4096];
  ssize_t length = readlink("/proc/self/exe", path, sizeof path);
  return length > 0 ? py_text_bytes(path, (size_t)length) : py_text("");
}

static bool fill_sys(Dict *dict) {
  sys_dict = dict;
  Value arguments = py_list(session.argument_count + 1);
  if (py_is_error(arguments)) return false;
  bool good = session.argument_count || py_list_append_steal(py_as_list(arguments), py_text(""));
  for (int i = 0; good && i < session.argument_count; i++)
    good = py_list_append_steal(py_as_list(arguments), py_text(session.arguments[i]));
  if (!good) {
    py_drop(arguments);
    return false;
  }
  return py_dict_set_steal(dict, "argv", arguments) &&
         py_dict_set_steal(dict, "version", py_text("3.11.0 (nnsh " NNSH_VERSION ")")) &&
         py_dict_set_steal(dict, "version_info", version_info()) &&
         py_dict_set_steal(dict, "platform", py_text("linux")) &&
         py_dict_set_steal(dict, "maxsize", py_int(INT64_MAX)) &&
         py_dict_set_steal(dict, "byteorder", py_text("little")) && py_dict_set_steal(dict, "path", search_path()) &&
         py_dict_set_name(dict, "modules", (Value){.tag = TAG_OBJECT, .as.object = &modules_imported()->head}) &&
         py_dict_set_steal(dict, "float_info", float_info()) && py_dict_set_steal(dict, "int_info", int_info()) &&
         py_dict_set_steal(dict, "hash_info", hash_info()) && py_dict_set_steal(dict, "thread_info", thread_info()) &&
         py_dict_set_steal(dict, "float_repr_style", py_text("short")) &&
         py_dict_set_steal(dict, "abiflags", py_text("")) && py_dict_set_steal(dict, "base_prefix", py_text("/usr")) &&
         py_dict_set_steal(dict, "flags", flags_info()) && py_dict_set_steal(dict, "executable", executable()) &&
         py_dict_set_steal(dict, "prefix", py_text("/usr")) &&
         py_dict_set_steal(dict, "exec_prefix", py_text("/usr")) &&
         py_dict_set_name(dict, "hexversion", py_int(0x030B00F0)) &&
         py_dict_set_name(dict, "maxunicode", py_int(0x10FFFF)) &&
         py_dict_set_steal(dict, "copyright", py_text("")) && py_dict_set_steal(dict, "warnoptions", py_list(0)) &&
         py_dict_set_steal(dict, "ps1", py_text(">>> ")) && py_dict_set_steal(dict, "ps2", py_text("... ")) &&
         py_dict_set_name(dict, "dont_write_bytecode", PY_TRUE) &&
         py_dict_set_steal(dict, "stdin", standard_input()) &&
         py_dict_set_steal(dict, "__stdout__", stream_of(&py_stdout, "stdout")) &&
         py_dict_set_steal(dict, "__stderr__", stream_of(&py_stderr, "stderr")) &&
         py_dict_set_steal(dict, "stdout", stream_of(&py_stdout, "stdout")) &&
         py_dict_set_steal(dict, "stderr", stream_of(&py_stderr, "stderr"));
}

/* sys.implementation, made when somebody asks: it is a namespace of the language. */
static Value find_sys(String *name) {
  if (strcmp(name->data, "__excepthook__") == 0) {
    Value sys = modules_import("sys"), hook = py_is_error(sys) ? sys : py_getattr(sys, py_intern("excepthook"));
    py_drop(sys);
    return hook;
  }
  if (strcmp(name->data, "implementation") != 0) return PY_UNDEFINED;
  Value module = modules_import("types"), made = PY_ERROR;
  Value class = py_is_error(module) ? module : py_getattr(module, py_intern("SimpleNamespace"));
  Value values[4] = {py_text("nnsh"), py_text("nnsh-311"), version_info(), py_int(0x030B00F0)};
  String *const names[4] = {py_intern("name"), py_intern("cache_tag"), py_intern("version"), py_intern("hexversion")};
  bool good = !py_is_error(class);
  for (int i = 0; i < 4; i++) good = good && !py_is_error(values[i]);
  if (good) made = py_call(class, &(Arguments){.keyword_values = values, .keyword_names = names, .keyword_count = 4});
  for (int i = 0; i < 4; i++) py_drop(values[i]);
  py_drop(class);
  py_drop(module);
  return made;
}
static void names_sys(void (*each)(void *context, const char *name), void *context) { each(context, "implementation"); }

/* What an uncaught exception does where nobody sets another sys.excepthook. */
static Value sys_excepthook(const NativeRow *row, Value *arguments) {
  Value module = modules_import("traceback");
  Value done = py_is_error(module) ? module : py_call_method(module, "print_exception", arguments, 3);
  py_drop(module);
  return done;
}

static Value sys_exception(const NativeRow *row, Value *arguments) { return py_keep(py_handled()); }

static Value sys_getframe(const NativeRow *row, Value *arguments) {
  Value module = modules_import("_frame");
  Value frame = py_is_error(module) ? module : py_call_method(module, "running", arguments, 1);
  py_drop(module);
  return frame;
}

static const NativeRow sys_rows[] = {
    {"_getframe", "depth=0, /", "The running function's frame.", sys_getframe, NULL},
    {"excepthook", "exctype, value, traceback, /", "Shows an exception that nobody caught.", sys_excepthook,
     NULL},
    {"exit", "status=None, /", "Leaves with a status.", modules_exit, NULL},
    {"getdefaultencoding|getfilesystemencoding", "", "How text becomes bytes.", sys_getdefaultencoding, NULL},
    {"getrecursionlimit", "", "How deep calls may nest.", sys_getrecursionlimit, NULL},
    {"setrecursionlimit", "limit, /", "How deep calls may nest; 1000 unless set.", sys_setrecursionlimit, NULL},
    {"exception", "", "The exception that is being handled.", sys_exception, NULL},
    {"exc_info", "", "The exception that is being handled.", sys_exc_info, NULL},
    {"intern", "string, /", "The one str of this text.", sys_intern, NULL},
    {"getrefcount", "object, /", "How many hold an object.", sys_getrefcount, NULL},
    {"getsizeof", "object", "Bytes of an object by itself.", sys_getsizeof, NULL},
    {"get_int_max_str_digits", "", "How many digits of an integer may become text.", sys_digits, NULL},
    {"set_int_max_str_digits", "maxdigits", "Changes that; 0 for any number.", sys_digits, "set"},
    {0},
};

/* ---- __future__ ---- */

static bool fill_future(Dict *dict) {
  static const char *const features[] = {"print_function", "division",   "absolute_import", "unicode_literals",
                                         "annotations",    "generators", "with_statement"};
  for (size_t i = 0; i < sizeof features / sizeof *features; i++)
    if (!py_dict_set_name(dict, features[i], PY_TRUE)) return false;
  return true;
}

const ModuleRow standard_module_rows[] = {
    {.name = "sys", .help = "The interpreter.", .functions = sys_rows, .fill = fill_sys,
     .find = find_sys, .names = names_sys},
    {.name = "__future__", .help = "Features that are there already.", .fill = fill_future},
    {0},
};
