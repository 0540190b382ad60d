/* open(): paths, modes, encodings. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "repl/modules/builtins.h"
#include "repl/types/codec.h"

Value builtins_os_error_of(Value path, Value second) {
  int reason = errno;
  Value type = py_type_value(&py_OSError), text = py_text(strerror(reason));
  Value parts[5] = {py_int(reason), text, path, PY_NONE, second};
  Value made = py_is_error(text) || py_is_error(type)
                   ? PY_ERROR
                   : py_call_values(type, parts, py_is_undefined(path) ? 2 : py_is_undefined(second) ? 3 : 5);
  if (!py_is_error(made)) py_raise_value(made);
  py_drop(made);
  py_drop(type);
  py_drop(text);
  return PY_ERROR;
}
Value builtins_os_error(const char *path) {
  int reason = errno;
  Value text = py_text(path);
  if (py_is_error(text)) return text;
  errno = reason;
  builtins_os_error_of(text, PY_UNDEFINED);
  py_drop(text);
  return PY_ERROR;
}

const char *builtins_path(Value value, const char *function, Value *held) {
  Value path = PY_UNDEFINED;
  if (py_is_str(value) || py_is_bytes(value)) {
    path = py_keep(value);
  } else if (value.tag == TAG_OBJECT && !py_is_type(value)) {
    Value method = py_find_attr(value, py_intern("__fspath__"));
    if (py_is_error(method)) return NULL;
    if (!py_is_undefined(method)) {
      path = py_call_values(method, NULL, 0);
      py_drop(method);
      if (py_is_error(path)) return NULL;
    }
  }
  const char *type = py_type_label(py_type_of(value));
  if (py_is_undefined(path)) {
    if (function) {
      const char *others = strcmp(function, "listdir") == 0 || strcmp(function, "scandir") == 0 ? ", integer or None"
                           : strcmp(function, "stat") == 0 || strcmp(function, "chdir") == 0    ? " or integer"
                                                                                                 : "";
      const char *joint = *others == ',' ? ", bytes, os.PathLike" : ", bytes or os.PathLike";
      if (strcmp(others, " or integer") == 0) joint = ", bytes, os.PathLike";
      py_raise(&py_TypeError, "%s: path should be string%s%s, not %s", function, joint, others, type);
    } else {
      py_raise(&py_TypeError, "expected str, bytes or os.PathLike object, not %s", type);
    }
    return NULL;
  }
  const char *bytes = py_is_str(path) ? py_as_string(path)->data : py_as_bytes(path)->data;
  size_t length = (size_t)(py_is_str(path) ? py_as_string(path)->length : py_as_bytes(path)->count);
  if (strlen(bytes) != length) {
    py_raise(&py_ValueError, "embedded null byte");
    py_drop(path);
    return NULL;
  }
  *held = path;
  return bytes;
}

/* What the letters of a mode say. */
typedef struct Mode {
  char action; /* r, w, a, x */
  bool plus, binary, text;
} Mode;

static bool read_mode(const char *text, Mode *mode) {
  *mode = (Mode){0};
  int actions = 0;
  for (const char *p = text; *p; p++) {
    if (strchr(p + 1, *p) || !strchr("rwaxbt+", *p)) {
      py_raise(&py_ValueError, "invalid mode: '%s'", text);
      return false;
    }
    if (*p == '+') mode->plus = true;
    else if (*p == 'b') mode->binary = true;
    else if (*p == 't') mode->text = true;
    else {
      mode->action = *p;
      actions++;
    }
  }
  if (mode->text && mode->binary) {
    py_raise(&py_ValueError, "can't have text and binary mode at once");
  } else if (actions > 1) {
    py_raise(&py_ValueError, "must have exactly one of create/read/write/append mode");
  } else if (actions == 0) {
    py_raise(&py_ValueError, "Must have exactly one of create/read/write/append mode and at most one plus");
  } else {
    return true;
  }
  return false;
}

/* The codec must be one that str.encode knows. `*apart` says that its lines do not end with the byte "\n", or that it
 * begins with a mark: such files are read through io.TextIOWrapper. */
static bool check_encoding(Value encoding, bool *apart) {
  const char *name;
  if (py_is_none(encoding)) return true;
  if (!py_is_str(encoding)) {
    py_raise(&py_TypeError, "open() argument 'encoding' must be str or None, not %s",
             py_type_label(py_type_of(encoding)));
    return false;
  }
  name = py_as_string(encoding)->data;
  if (strncasecmp(name, "utf-8", 5) == 0 || strncasecmp(name, "utf_8", 5) == 0) return true;
  *apart = !codec_keeps_ascii(name);
  if (!*apart) return true;
  Value empty = py_text("");
  Value tried = py_is_error(empty) ? empty : py_call_method(empty, "encode", &encoding, 1);
  py_drop(empty);
  py_drop(tried);
  return !py_is_error(tried);
}

/* A text file over one of bytes, in an encoding whose lines do not end with a byte. */
static Value open_apart(Value *arguments) {
  Value layers = modules_import("_io_layers");
  Value made = py_is_error(layers) ? layers : py_call_method(layers, "open_text", arguments, 6);
  py_drop(layers);
  return made;
}

static bool check_newline(Value newline) {
  static const char *const known[] = {"", "\n", "\r", "\r\n"};
  if (py_is_none(newline)) return true;
  if (!py_is_str(newline)) {
    py_raise(&py_TypeError, "open() argument 'newline' must be str or None, not %s",
             py_type_label(py_type_of(newline)));
    return false;
  }
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (strcmp(known[i], py_as_string(newline)->data) == 0) return true;
  py_raise(&py_ValueError, "illegal newline value: %s", py_as_string(newline)->data);
  return false;
}

/* The stream of a path or of a file descriptor; NULL with errno set. */
static FILE *open_stream(const char *path, int descriptor, const Mode *mode) {
  char letters[8];
  snprintf(letters, sizeof letters, "%cb%s%s", mode->action == 'x' ? 'w' : mode->action, mode->plus ? "+" : "",
           mode->action == 'x' ? "x" : "");
  if (path == NULL) return fdopen(descriptor, letters);
  FILE *stream = fopen(path, letters);
  struct stat status;
  if (stream && fstat(fileno(stream), &status) == 0 && S_ISDIR(status.st_mode)) {
    fclose(stream);
    errno = EISDIR;
    return NULL;
  }
  return stream;
}

static Value native_open(const NativeRow *row, Value *arguments) {
  Value given = arguments[0];
  int64_t descriptor = -1, buffering;
  Mode mode;
  if (!py_is_str(arguments[1]))
    return py_raise(&py_TypeError, "open() argument 'mode' must be str, not %s",
                    py_type_label(py_type_of(arguments[1])));
  const char *mode_text = py_as_string(arguments[1])->data;
  Value held = PY_UNDEFINED;
  const char *path = NULL;
  if (py_is_integer(given)) {
    if (!py_as_int(given, &descriptor)) return PY_ERROR;
    if (descriptor < 0) return py_raise(&py_ValueError, "negative file descriptor");
  } else if ((path = builtins_path(given, NULL, &held)) == NULL) {
    return PY_ERROR;
  }
  bool apart = false;
  bool good = py_as_int(arguments[2], &buffering) && read_mode(mode_text, &mode);
  if (good && mode.binary) {
    const char *const names[] = {"encoding", "errors", "newline"};
    for (int i = 0; good && i < 3; i++) {
      if (py_is_none(arguments[3 + i])) continue;
      py_raise(&py_ValueError, "binary mode doesn't take %s %s argument", i == 2 ? "a" : "an", names[i]);
      good = false;
    }
  } else if (good) {
    good = check_encoding(arguments[3], &apart) && check_newline(arguments[5]);
    if (good && buffering == 0) {
      py_raise(&py_ValueError, "can't have unbuffered text I/O");
      good = false;
    }
  }
  if (good && apart) {
    py_drop(held);
    return open_apart(arguments);
  }
  if (!good) {
    py_drop(held);
    return PY_ERROR;
  }
  FILE *stream = open_stream(path, (int)descriptor, &mode);
  if (stream == NULL) {
    builtins_os_error_of(py_is_undefined(held) ? given : held, PY_UNDEFINED);
    py_drop(held);
    return PY_ERROR;
  }
  if (buffering == 0) setvbuf(stream, NULL, _IONBF, 0);
  File *file = builtins_file_new(stream, mode_text, py_is_undefined(held) ? given : held, arguments[3], arguments[4],
                                 arguments[5]);
  py_drop(held);
  return py_object(file);
}

const NativeRow builtins_open_rows[] = {
    {"open", "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None",
     "Opens a file.", native_open, NULL},
    {0},
};

static Type *const io_types[] = {&builtins_file_type,   &builtins_reader_type,      &builtins_writer_type,
                                 &builtins_random_type, &builtins_unsupported_type, NULL};
const ModuleRow io_module_rows[] = {
    {.name = "_io", .help = "Files.", .functions = builtins_open_rows, .types = io_types}, {0}};
